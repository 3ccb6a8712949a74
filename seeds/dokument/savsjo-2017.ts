import type { NewDokument } from "#app/domain/dokument.schema.ts";
import sourceText from "#seeds/loften/savsjo-2017.txt?raw";

const TILLGANGLIGHET = 1;
const NARKOTIKA = 2;

/** The text gives no dates: "ska gälla ett år", published 2016-12-20. It is read as the calendar year that follows. */
export const savsjo2017: NewDokument = {
	title: "Medborgarlöften i Sävsjö kommun 2017",
	inForceFrom: "2017-01-01",
	inForceTo: "2017-12-31",
	signedOn: null,
	periodKind: "tertial",
	lagesbild: null,
	followUpRule: null,
	sourceText,
	sourceNote: "Nyhet på Sävsjö kommuns webbplats, publicerad 2016-12-20.",
	undertecknare: [
		{ title: "Kommunstyrelsens ordförande", organisation: "Sävsjö kommun" },
		{ title: "Lokalpolisområdeschef", organisation: "Polisen på Höglandet" },
		{ title: "Kommunpolis", organisation: "Polisen på Höglandet" },
		{ title: "Kommunchef", organisation: "Sävsjö kommun" },
	],
	loften: [
		{ quotation: "Öka den polisiära tillgängligheten och servicen." },
		{ quotation: "Att öka upptäckten av narkotikabruk hos unga, i åldern 21 år och yngre." },
	],
	aktiviteter: [
		{
			quotation: "Polisen ska öppna ett poliskontor (kommer att inrymmas i en del av räddningstjänstens lokaler).",
			heading: null,
			loftePosition: TILLGANGLIGHET,
			parts: ["polis"],
			aktivitetstyp: "poliskontor",
			fragor: [
				{
					question: "När ska poliskontoret vara öppnat? Texten anger ingen dag.",
					quotation: "Polisen ska öppna ett poliskontor",
					answer: null,
				},
			],
			measures: [
				{
					kind: "milestone",
					name: "Poliskontoret öppnat",
					rakneregel:
						"Klart den dag poliskontoret tar emot sitt första besök. Beslut, ritningar och ombyggnad räknas inte.",
					settings: { plannedOn: null },
				},
			],
		},
		{
			quotation: "Polisen ska bemanna poliskontoret med fasta öppettider.",
			heading: null,
			loftePosition: TILLGANGLIGHET,
			parts: ["polis"],
			aktivitetstyp: "poliskontor",
			fragor: [
				{
					question: "Vilka är de fasta öppettiderna? De står inte i texten, så ingen takt kan räknas ut.",
					quotation: "fasta öppettider",
					answer: null,
				},
			],
			measures: [
				{
					kind: "recurring",
					name: "Öppet poliskontor",
					rakneregel:
						"Räkna ett öppettillfälle när poliskontoret har varit bemannat och öppet för besök hela den annonserade tiden. Räkna inte arbete bakom stängd dörr.",
					settings: {
						cadence: { type: "opening_hours", hours: [], onlyHelgfria: true },
						season: null,
						slotOne: "öppettillfälle",
						slotMany: "öppettillfällen",
					},
				},
			],
		},
		{
			quotation: "Kommunen ska upplåta en lämplig lokal.",
			heading: null,
			loftePosition: TILLGANGLIGHET,
			parts: ["kommun"],
			aktivitetstyp: "lokal",
			fragor: [],
			measures: [
				{
					kind: "milestone",
					name: "Lokal upplåten",
					rakneregel: "Klart den dag polisen får nycklarna till lokalen. Ett beslut om lokalen räknas inte.",
					settings: { plannedOn: null },
				},
			],
		},
		{
			quotation: "Kommunens ska informera på sin hemsida om öppettider.",
			heading: null,
			loftePosition: TILLGANGLIGHET,
			parts: ["kommun"],
			aktivitetstyp: "information",
			fragor: [
				{
					question:
						"Räcker det att öppettiderna publiceras en gång, eller ska de också hållas aktuella under hela året? Texten säger det inte. Här följs den första publiceringen.",
					quotation: "informera på sin hemsida om öppettider",
					answer: null,
				},
			],
			measures: [
				{
					kind: "milestone",
					name: "Öppettider på hemsidan",
					rakneregel: "Klart den dag poliskontorets öppettider går att läsa på kommunens hemsida.",
					settings: { plannedOn: null },
				},
			],
		},
		{
			quotation: "Polsien ska identifiera ungdomar i åldern 21 år och yngre som brukar narkotika.",
			heading: null,
			loftePosition: NARKOTIKA,
			parts: ["polis"],
			aktivitetstyp: "tidig upptäckt",
			fragor: [],
			measures: [
				{
					kind: "ongoing",
					name: "Tidig upptäckt",
					rakneregel:
						"Räkna arbetstillfällen: ett pass eller ett möte där ni arbetar för att upptäcka narkotikabruk tidigt. Räkna aldrig ungdomar, och skriv inget som pekar ut någon.",
					settings: { unit: "arbetstillfällen", unitOne: "arbetstillfälle" },
				},
			],
		},
		{
			quotation: "Polisen ska genomföra minst tio riktade insatser för att upptäcka fler narkotikabrott bland unga.",
			heading: null,
			loftePosition: NARKOTIKA,
			parts: ["polis"],
			aktivitetstyp: "riktad insats",
			fragor: [],
			measures: [
				{
					kind: "count",
					name: "Riktad insats",
					rakneregel:
						"Räkna en insats när den är planerad i förväg, riktad mot narkotikabrott bland unga och genomförd. Räkna inte ingripanden under vanlig patrullering. Flera patruller samma kväll är en insats.",
					settings: {
						minimum: 10,
						per: "lofte",
						yearBasis: null,
						unit: "riktade insatser",
						unitOne: "riktad insats",
					},
				},
			],
		},
		{
			quotation:
				"Polisen och kommunen ska under året genomföra minst fyra samverkansmöten om de pågående aktiviteterna.",
			heading: "För att löftena ska kunna uppfyllas ska följande aktiviteter genomföras",
			loftePosition: null,
			parts: ["polis", "kommun"],
			aktivitetstyp: "samverkansmöte",
			fragor: [],
			measures: [
				{
					kind: "count",
					name: "Samverkansmöte",
					rakneregel:
						"Räkna ett möte där både polisen och kommunen deltar och löftenas aktiviteter står på dagordningen. Telefonsamtal räknas inte.",
					settings: {
						minimum: 4,
						per: "year",
						yearBasis: "calendar",
						unit: "samverkansmöten",
						unitOne: "samverkansmöte",
					},
				},
			],
		},
	],
	fragor: [
		{
			question:
				"Mellan vilka dagar gäller löftena? Texten anger inga datum. Den publicerades den 20 december 2016, och året läses här som kalenderåret 2017.",
			quotation: "ska gälla ett år",
			answer: null,
		},
		{
			question:
				"Hör varje aktivitet till det löfte den står under här? Texten räknar upp löftena för sig och aktiviteterna för sig, så uppdelningen är en läsning.",
			quotation: "För att löftena ska kunna uppfyllas ska följande aktiviteter genomföras",
			answer: null,
		},
		{
			question: "Hur och när ska löftena följas upp? Texten säger inget om det. Här följs de upp varje tertial.",
			quotation: null,
			answer: null,
		},
	],
};
