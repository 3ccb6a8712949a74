import lofte from "#tests/uppfoljning/loften/kungalv-2018.txt?raw";
import text from "#tests/uppfoljning/texter/kungalv-2018-2019.txt?raw";
import { spread, type ToldUppfoljning } from "./told.ts";

const HEADING = "Insatser för ökad trygghet";
const MONTH_ENDS = [
	"2018-10-31",
	"2018-11-30",
	"2018-12-31",
	"2019-01-31",
	"2019-02-28",
	"2019-03-31",
	"2019-04-30",
	"2019-05-31",
	"2019-06-30",
	"2019-07-31",
	"2019-08-31",
	"2019-09-30",
	"2019-10-31",
];

/**
 * From October to October: cut at both ends, and longer than the year that it calls itself. The text gives no number of
 * patrols but says that the 200 are reached by its own way of counting, so the 200 are registered, month by month, and the
 * räkneregel says what was counted. The camera was not reached: the text gives the cause and what comes next.
 */
export const kungalv2018: ToldUppfoljning = {
	text,
	kommun: {
		name: "Kungälv",
		slug: "kungalv",
		scbCode: "1482",
		lokalpolisomrade: "Storgöteborg Kungälv-Ale",
		platser: ["Nordmannatorget", "Komarken"],
	},
	dokument: {
		title: "Medborgarlöfte Kungälv, oktober 2018 - oktober 2019",
		inForceFrom: "2018-10-01",
		inForceTo: "2019-10-31",
		signedOn: null,
		periodKind: "tertial",
		lagesbild: null,
		followUpRule: null,
		sourceText: lofte,
		sourceNote: "Löftet återges i uppföljningen.",
		undertecknare: [],
		loften: [],
		aktiviteter: [
			{
				quotation: "Vi ska arbeta för att få permanent kamerabevakning på Nordmannatorget. Polis",
				heading: HEADING,
				loftePosition: null,
				parts: ["polis"],
				aktivitetstyp: "kamerabevakning",
				fragor: [],
				measures: [
					{
						kind: "milestone",
						name: "Kamera på Nordmannatorget",
						rakneregel: "Klart när kameran är i drift.",
						settings: { plannedOn: null },
					},
				],
			},
			{
				quotation:
					"Fler poliser ska fotpatrullera på Nordmannatorget och i Komarken på otrygga platser och tider, minst 200 gånger under året. Polis",
				heading: HEADING,
				loftePosition: null,
				parts: ["polis"],
				aktivitetstyp: "fotpatrullering",
				fragor: [
					{
						question: "Löftet gäller i tretton månader men texten säger ”under året”. Är det 200 under hela löftet?",
						quotation: "minst 200 gånger under året",
						answer: "Ja, 200 under hela löftet.",
					},
				],
				measures: [
					{
						kind: "count",
						name: "Fotpatrullering",
						rakneregel:
							"Räkna fotpatruller, hotspot-patrullering och tillsyner. Hotspot betyder att man fotpatrullerar nära sin bil en kortare stund.",
						settings: { minimum: 200, per: "lofte", yearBasis: null, unit: "tillfällen", unitOne: "tillfälle" },
					},
				],
			},
		],
		fragor: [],
	},
	period: "2019-T3",
	today: "2019-11-15",
	summary: "1 av 2 nådda",
	promised: [
		{
			says: "Fler poliser ska fotpatrullera på Nordmannatorget och i Komarken, minst 200 gånger under året. Polis",
			measure: "Fotpatrullering",
		},
	],
	told: [
		{
			measure: "Kamera på Nordmannatorget",
			part: "polis",
			kommentar: "Lokalpolisområdet har undersökt saken.",
			orsak: "Myndighetens begränsade resurser för kamerabevakning gör att andra platser i regionen går före.",
			nyPlan: "Arbetet fortsätter.",
			logged: [],
		},
		{
			measure: "Fotpatrullering",
			part: "polis",
			kommentar:
				"Närvaron har ökat. Målet minst 200 tillfällen kan anses uppfyllt när hotspot-patrullering och tillsyner räknas med. Hotspot betyder att man fotpatrullerar nära sin bil en kortare stund.",
			logged: spread(200, MONTH_ENDS),
		},
	],
};
