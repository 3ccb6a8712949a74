import type { NewDokument } from "#app/domain/dokument.schema.ts";
import sourceText from "#seeds/loften/sunne-2016.txt?raw";

const DROGBEROENDE = 1;
const TRYGGHET = 2;

/** In force until new ones are signed: the end is open. */
export const sunne2016: NewDokument = {
	title: "Medborgarlöften i Sunne 2016–2017",
	inForceFrom: "2016-01-01",
	inForceTo: null,
	signedOn: null,
	periodKind: "tertial",
	lagesbild: `Vid den enkätundersökning som gjordes under pilotprojektet 2014/2015, så framkom det en önskan om att man ville ha en mer synlig och närvarande polis samt att man ville att fokus skulle riktas mot droganvändandet bland unga. Det fanns även en uttalad önskan om att platser som upplevdes som otrygga skulle ses över.
Några nya uppgifter som kan ändra på den lägesbilden som då togs fram har inte framkommit och med anledning av detta så kommer fokus att fortsätta ligga på dessa områden.`,
	followUpRule:
		"Medborgarlöftets resultat ska följas i det Lokala rådet för trygghet genom en redovisning av vilka aktiviteter som gjorts mot medborgarlöftet.",
	sourceText,
	sourceNote: "Sida om Sunne på polisen.se.",
	undertecknare: [],
	loften: [
		{
			quotation:
				"Polis och kommun lovar att tillsammans arbeta för att minska risken för unga att hamna i ett drogberoende.",
		},
		{
			quotation:
				"Polis och kommun lovar att tillsammans arbeta med att öka känslan och upplevelsen av trygghet i Sunne centrum.",
		},
	],
	aktiviteter: [
		{
			quotation: "Fotpatrullering i centrum av Sunne/Polisen",
			heading: null,
			loftePosition: TRYGGHET,
			parts: ["polis"],
			aktivitetstyp: "fotpatrullering",
			fragor: [],
			measures: [
				{
					kind: "ongoing",
					name: "Fotpatrull",
					rakneregel:
						"Räkna ett pass då minst en polis har gått till fots i Sunne centrum. Två patruller samma kväll är ett pass.",
					settings: { unit: "pass", unitOne: "pass" },
				},
			],
		},
		{
			quotation: "Besök utanför Sunne tätort hos handlare och företag i trygghetsskapande syfte/Polisen",
			heading: null,
			loftePosition: TRYGGHET,
			parts: ["polis"],
			aktivitetstyp: "företagsbesök",
			fragor: [],
			measures: [
				{
					kind: "ongoing",
					name: "Besök hos handlare",
					rakneregel:
						"Räkna ett besök hos en handlare eller ett företag utanför Sunne tätort. Besök i tätorten räknas inte, och inte besök med anledning av en anmälan.",
					settings: { unit: "besök", unitOne: "besök" },
				},
			],
		},
		{
			quotation: "Insats mot ungdomar gällande ANDT (Alkohol, Narkotika, Doping, Tobak)/ Polisen",
			heading: null,
			loftePosition: DROGBEROENDE,
			parts: ["polis"],
			aktivitetstyp: "riktad insats",
			fragor: [
				{
					question: "Är det en insats eller flera? Texten har ordet i ental och säger inte hur många.",
					quotation: "Insats mot ungdomar gällande ANDT",
					answer: null,
				},
			],
			measures: [
				{
					kind: "ongoing",
					name: "ANDT-insats",
					rakneregel:
						"Räkna en planerad insats om alkohol, narkotika, doping eller tobak riktad till unga. Räkna insatsen, aldrig ungdomar.",
					settings: { unit: "insatser", unitOne: "insats" },
				},
			],
		},
		{
			quotation: "Samverkan med skola och socialtjänsten gällande ungdomar i riskzonen/ Polis och Kommun",
			heading: null,
			loftePosition: DROGBEROENDE,
			parts: ["polis", "kommun"],
			aktivitetstyp: "samverkan",
			fragor: [],
			measures: [
				{
					kind: "ongoing",
					name: "Samverkan med skola och socialtjänst",
					rakneregel:
						"Räkna ett möte där polisen träffar skolan eller socialtjänsten om hur ungdomar i riskzonen får stöd. Räkna mötet, aldrig ungdomar.",
					settings: { unit: "möten", unitOne: "möte" },
				},
			],
		},
		{
			quotation: "Trygghetsvandringar genomförs och följs upp, beslutade åtgärder utförs/Polis och Kommun",
			heading: null,
			loftePosition: TRYGGHET,
			parts: ["polis", "kommun"],
			aktivitetstyp: "trygghetsvandring",
			fragor: [
				{
					question: "Hur många trygghetsvandringar ska genomföras, och var? Texten säger det inte.",
					quotation: "Trygghetsvandringar genomförs och följs upp",
					answer: null,
				},
			],
			measures: [
				{
					kind: "ongoing",
					name: "Trygghetsvandring",
					rakneregel:
						"Räkna en vandring när polisen och kommunen har gått den tillsammans och skrivit ner vad som behöver göras.",
					settings: { unit: "vandringar", unitOne: "vandring" },
				},
				{
					kind: "actions",
					name: "Beslutade åtgärder",
					rakneregel:
						"En åtgärd räknas som beslutad när den står i protokollet från en trygghetsvandring, och som utförd när den är klar på plats.",
					settings: {},
				},
			],
		},
	],
	fragor: [
		{
			question: "När och av vem undertecknades löftena? Texten anger varken dag eller roller.",
			quotation: "har teckant medborgarlöften för 2016-2017",
			answer: null,
		},
		{
			question:
				"Hör varje aktivitet till det löfte den står under här? Texten räknar upp löftena för sig och aktiviteterna för sig, så uppdelningen är en läsning. Besöken görs till exempel utanför tätorten, medan löftet gäller centrum.",
			quotation: "Följande aktiviteter ska göras för att uppnå detta",
			answer: null,
		},
	],
};
