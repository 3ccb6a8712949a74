import { type NewDokument, plats } from "#app/domain/dokument.schema.ts";
import { ALVESTA_KOMMUNDELAR } from "#seeds/kommuner.ts";
import sourceText from "#seeds/loften/alvesta-2017.txt?raw";

const POLISEN_LOVAR = "Polisen lovar";
const KOMMUNEN_LOVAR = "Alvesta kommun lovar";

/** No overarching löften: each line is both löfte and aktivitet, under the heading of the one who promises. */
export const alvesta2017: NewDokument = {
	title: "Medborgarlöfte i Alvesta 2017–2018",
	inForceFrom: "2017-02-28",
	inForceTo: "2018-12-31",
	signedOn: "2017-02-28",
	periodKind: "tertial",
	lagesbild:
		"Kontentan av samtliga undersökningar är att medborgarna i Alvesta kommun främst önskar en synlig och aktiv brottsförebyggande polisiär närvaro i Alvesta kommun. Ökad polisiär närvaro med fokus på trafiksäkerhetsarbete, hastighetskontroller i Alvestas samtliga kommundelar.",
	followUpRule:
		"Uppföljning av medborgarlöften kommer att ske kontinuerligt via kommunpolisen och redovisas på BRÅ möten.",
	sourceText,
	sourceNote: "Sida om Alvesta på polisen.se.",
	undertecknare: [
		{ title: "Chef för lokalpolisområdet", organisation: "Polismyndigheten, lokalpolisområde Växjö" },
		{ title: "Kommunalråd", organisation: "Alvesta kommun" },
	],
	loften: [],
	aktiviteter: [
		{
			quotation:
				"Ökad polisiär synlighet i Alvesta centrum med fokus på resecentrum och området däromkring för att öka tryggheten.",
			heading: POLISEN_LOVAR,
			loftePosition: null,
			parts: ["polis"],
			aktivitetstyp: "synlig närvaro",
			fragor: [
				{
					question: "Ökad jämfört med vad? Texten har inget utgångsvärde, så en ökning kan inte räknas ut.",
					quotation: "Ökad polisiär synlighet",
					answer: null,
				},
			],
			measures: [
				{
					kind: "ongoing",
					name: "Synlig patrull",
					rakneregel:
						"Räkna ett pass då en patrull har varit synlig till fots i Alvesta centrum eller vid resecentrum i minst en halvtimme. En utryckning räknas inte.",
					settings: { unit: "pass", unitOne: "pass" },
				},
			],
		},
		{
			quotation: "Hastighetskontroller i Alvesta kommuns samtliga kommundelar.",
			heading: POLISEN_LOVAR,
			loftePosition: null,
			parts: ["polis"],
			aktivitetstyp: "hastighetskontroll",
			fragor: [
				{
					question:
						"Vilka är kommundelarna, och hur ofta ska de kontrolleras? Texten räknar inte upp dem och har inget tal. Här räcker en kontroll i var och en av sju kommundelar under hela löftestiden.",
					quotation: "samtliga kommundelar",
					answer: null,
				},
			],
			measures: [
				{
					kind: "coverage",
					name: "Hastighetskontroll",
					rakneregel:
						"Räkna en kontroll när polisen har mätt hastighet på en plats i kommundelen i minst en halvtimme. Två platser i samma kommundel samma dag är en kontroll.",
					settings: {
						platsIds: ALVESTA_KOMMUNDELAR.map(plats),
						times: 1,
						per: "lofte",
						yearBasis: null,
					},
				},
			],
		},
		{
			quotation: "Samverkansmöten en gång i veckan med kommunens samverkanspartners.",
			heading: POLISEN_LOVAR,
			loftePosition: null,
			parts: ["polis"],
			aktivitetstyp: "samverkansmöte",
			fragor: [
				{
					question:
						"Gäller det varje vecka, även under sommaren och julen? Texten gör inga undantag. Här väntas ett möte varje vecka, och en vecka kan markeras som inställd med orsak.",
					quotation: "en gång i veckan",
					answer: null,
				},
			],
			measures: [
				{
					kind: "recurring",
					name: "Veckomöte",
					rakneregel:
						"Räkna en vecka när polisen har träffat minst en av kommunens samverkanspartner på ett inbokat möte. Två möten samma vecka är en vecka.",
					settings: {
						cadence: { type: "every", every: "week", times: 1 },
						season: null,
						slotOne: "veckomöte",
						slotMany: "veckomöten",
					},
				},
			],
		},
		{
			quotation: "Att polisvolontärernas arbete ska utökas i Alvesta kommun.",
			heading: POLISEN_LOVAR,
			loftePosition: null,
			parts: ["polis"],
			aktivitetstyp: "volontärarbete",
			fragor: [
				{
					question: "Utökas från vad? Texten har inget utgångsvärde och inget mål.",
					quotation: "ska utökas",
					answer: null,
				},
			],
			measures: [
				{
					kind: "ongoing",
					name: "Volontärpass",
					rakneregel: "Räkna ett pass då polisvolontärer har arbetat i kommunen. Räkna passet, inte volontärerna.",
					settings: { unit: "pass", unitOne: "pass" },
				},
			],
		},
		{
			quotation: "Tillsammans med kommunen medverka och utöka arbetet i BRÅ.",
			heading: POLISEN_LOVAR,
			loftePosition: null,
			parts: ["polis", "kommun"],
			aktivitetstyp: "BRÅ-arbete",
			fragor: [
				{
					question:
						"Är detta samma åtagande som kommunens första rad? Båda handlar om arbetet i BRÅ. Här följs de var för sig, och ett möte kan räknas till båda.",
					quotation: "medverka och utöka arbetet i BRÅ",
					answer: null,
				},
			],
			measures: [
				{
					kind: "ongoing",
					name: "Polisen i BRÅ",
					rakneregel: "Räkna ett möte eller en arbetsgrupp i BRÅ där polisen har deltagit.",
					settings: { unit: "möten", unitOne: "möte" },
				},
			],
		},
		{
			quotation: "Att medverka och utveckla arbetet i BRÅ tillsammans med polisen och övriga kallade i rådet.",
			heading: KOMMUNEN_LOVAR,
			loftePosition: null,
			parts: ["kommun", "polis", "övriga i BRÅ"],
			aktivitetstyp: "BRÅ-arbete",
			fragor: [],
			measures: [
				{
					kind: "ongoing",
					name: "Kommunen i BRÅ",
					rakneregel: "Räkna ett möte eller en arbetsgrupp i BRÅ där kommunen har deltagit.",
					settings: { unit: "möten", unitOne: "möte" },
				},
			],
		},
		{
			quotation: "Att tillsammans med Polisen genomföra medborgarmöten i olika delar av kommunen.",
			heading: KOMMUNEN_LOVAR,
			loftePosition: null,
			parts: ["polis", "kommun"],
			aktivitetstyp: "medborgarmöte",
			fragor: [
				{
					question:
						"Hur många medborgarmöten, och i vilka delar av kommunen? ”Olika delar” är minst två, men texten har varken tal eller lista.",
					quotation: "medborgarmöten i olika delar av kommunen",
					answer: null,
				},
			],
			measures: [
				{
					kind: "ongoing",
					name: "Medborgarmöte",
					rakneregel:
						"Räkna ett möte som är öppet för alla och där både polisen och kommunen har deltagit. Ange var det hölls.",
					settings: { unit: "möten", unitOne: "möte" },
				},
			],
		},
		{
			quotation:
				"Att införa cityvärdar för att öka tryggheten och service till medborgarna i Alvesta kommun i kommunens centrum och vid resecentrum.",
			heading: KOMMUNEN_LOVAR,
			loftePosition: null,
			parts: ["kommun"],
			aktivitetstyp: "cityvärd",
			fragor: [
				{
					question:
						"När ska cityvärdarna finnas på plats? Texten anger ingen dag. Två platser nämns, och här krävs att båda har fått cityvärdar.",
					quotation: "i kommunens centrum och vid resecentrum",
					answer: null,
				},
			],
			measures: [
				{
					kind: "milestone",
					name: "Cityvärdar införda",
					rakneregel:
						"Klart den dag cityvärdar arbetar både i centrum och vid resecentrum. Beslut och rekrytering räknas inte.",
					settings: { plannedOn: null },
				},
			],
		},
	],
	fragor: [
		{
			question:
				"Från vilken dag gäller löftena? Texten säger 2017–2018 men undertecknades den 28 februari 2017. Här gäller de från undertecknandet.",
			quotation: "för perioden 2017-2018",
			answer: null,
		},
	],
};
