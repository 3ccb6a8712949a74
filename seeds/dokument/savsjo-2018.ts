import type { NewDokument } from "#app/domain/dokument.schema.ts";
import sourceText from "#seeds/loften/savsjo-2018.txt?raw";

const TILLGANGLIGHET = 1;
const NARKOTIKA = 2;

/** In force for two years from the signing, so that the first tertial is cut and the last one ends on 9 April 2020. */
export const savsjo2018: NewDokument = {
	title: "Medborgarlöfte i Sävsjö kommun 2018–2019",
	inForceFrom: "2018-04-10",
	inForceTo: "2020-04-09",
	signedOn: "2018-04-10",
	periodKind: "tertial",
	lagesbild: `Vid medborgarundersökningen har det framkommit att kommunens invånare önskar en ökad tillgänglighet och polisiär närvaro.

Erfarenheter från medborgarundersökningen, medarbetarundersökningen och underrättelsetjänsten har det framkommit att narkotika är ett problem i Sävsjö. Det är viktigt att kunna bryta ett narkotikabruk så tidigt som möjligt för att minska lidandet och kostnader för samhället.`,
	followUpRule:
		"Medborgarlöftena kommer att följas upp kontinuerligt och presenteras på polisens webbplats, polisen.se.",
	sourceText,
	sourceNote: "Det undertecknade dokumentet från Sävsjö kommun och Polisen.",
	undertecknare: [
		{ title: "Kommunstyrelsens ordförande", organisation: "Sävsjö kommun" },
		{ title: "Kommunchef", organisation: "Sävsjö kommun" },
		{ title: "Lokalpolisområdeschef", organisation: "Lokalpolisområde Höglandet" },
	],
	loften: [
		{ quotation: "Öka den polisiära tillgängligheten och servicen." },
		{
			quotation:
				"Att öka upptäckten av narkotikabruk, främst hos unga i åldern 21 år och yngre. Med syfte att minska bruket av narkotika.",
		},
	],
	aktiviteter: [
		{
			quotation:
				"Polisen ska vara tillgänglig för poliskontoret och närvarande i Sävsjös centrala delar med kontaktskapande verksamhet vid fasta tidpunkter.",
			heading: null,
			loftePosition: TILLGANGLIGHET,
			parts: ["polis"],
			aktivitetstyp: "synlig närvaro",
			fragor: [
				{
					question:
						"Vilka är de fasta tidpunkterna? De står på kommunens hemsida, inte i löftet, så ingen takt kan räknas ut.",
					quotation: "vid fasta tidpunkter. Informationen finns på kommunens hemsida.",
					answer: null,
				},
			],
			measures: [
				{
					kind: "recurring",
					name: "Polis på plats i centrum",
					rakneregel:
						"Räkna ett tillfälle när en polis har varit tillgänglig vid poliskontoret eller i Sävsjös centrala delar under hela den annonserade tiden. Att passera i bil räknas inte.",
					settings: {
						cadence: { type: "opening_hours", hours: [], onlyHelgfria: true },
						season: null,
						slotOne: "tillfälle",
						slotMany: "tillfällen",
					},
				},
			],
		},
		{
			quotation: "Polisen ska identifiera ungdomar främst i åldern 21 år och yngre som brukar narkotika.",
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
			quotation:
				"Polisen ska genomföra minst femton riktade insatser för att upptäcka fler narkotikabrott främst bland unga.",
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
						"Räkna en insats när den är planerad i förväg, riktad mot narkotikabrott och genomförd. Räkna inte ingripanden under vanlig patrullering. Flera patruller samma kväll är en insats.",
					settings: {
						minimum: 15,
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
			heading: "Det ska vi åstadkomma genom följande aktiviteter",
			loftePosition: null,
			parts: ["polis", "kommun"],
			aktivitetstyp: "samverkansmöte",
			fragor: [
				{
					question:
						"Löftet gäller i två år men texten säger ”under året”. Är det fyra möten per år, alltså åtta, eller fyra totalt? Här räknas fyra per löftesår, från den 10 april.",
					quotation: "under året genomföra minst fyra samverkansmöten",
					answer: null,
				},
			],
			measures: [
				{
					kind: "count",
					name: "Samverkansmöte",
					rakneregel:
						"Räkna ett möte där både polisen och kommunen deltar och löftenas aktiviteter står på dagordningen. Telefonsamtal räknas inte.",
					settings: {
						minimum: 4,
						per: "year",
						yearBasis: "agreement",
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
				"Vilken är sista dagen? Rubriken säger 2018–2019, men texten säger två år från undertecknandet. Här gäller löftena till och med den 9 april 2020.",
			quotation: "Dessa medborgarlöften gäller i två år.",
			answer: null,
		},
		{
			question:
				"Hör varje aktivitet till det löfte den står under här? Texten räknar upp löftena för sig och aktiviteterna för sig, så uppdelningen är en läsning.",
			quotation: "Det ska vi åstadkomma genom följande aktiviteter",
			answer: null,
		},
	],
};
