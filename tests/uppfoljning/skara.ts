import lofte from "#tests/uppfoljning/loften/skara-2018.txt?raw";
import text from "#tests/uppfoljning/texter/skara-2018.txt?raw";
import { spread, type ToldUppfoljning, weekly } from "./told.ts";

const POLIS = "Polisens del i löftet";
const TILLSAMMANS = "Polis och kommun i samverkan";
const KOMMUN = "Kommunens del i löftet";

/**
 * Followed per tertial; the text is the last report of the year, so that its numbers are the cumulative ones. The kommun's
 * part of it has not been kept: of the kommun's own lines nothing is registered, and they are not reached.
 */
export const skara2018: ToldUppfoljning = {
	text,
	kommun: {
		name: "Skara",
		slug: "skara",
		scbCode: "1495",
		lokalpolisomrade: null,
		platser: ["Valhallagatan", "Kaplansområdet"],
	},
	dokument: {
		title: "Medborgarlöfte i Skara 2018",
		inForceFrom: "2018-01-01",
		inForceTo: "2018-12-31",
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
				quotation: "Fyra krogtillsyner ska göras under året.",
				heading: POLIS,
				loftePosition: null,
				parts: ["polis"],
				aktivitetstyp: "krogtillsyn",
				fragor: [],
				measures: [
					{
						kind: "count",
						name: "Krogtillsyn",
						rakneregel: "Räkna en kväll med tillsyn som en, hur många krogar som än besöks.",
						settings: {
							minimum: 4,
							per: "year",
							yearBasis: "calendar",
							unit: "krogtillsyner",
							unitOne: "krogtillsyn",
						},
					},
				],
			},
			{
				quotation: "Polisen ska fotpatrullera på platser där medborgare sagt att de känner sig otrygga.",
				heading: POLIS,
				loftePosition: null,
				parts: ["polis"],
				aktivitetstyp: "fotpatrullering",
				fragor: [],
				measures: [
					{
						kind: "ongoing",
						name: "Fotpatrullering",
						rakneregel: "Räkna ett pass till fots på en plats som har pekats ut i medborgardialogerna.",
						settings: { unit: "fotpatrulleringar", unitOne: "fotpatrullering" },
					},
				],
			},
			{
				quotation: "Vi lovar att tillsammans gå två trygghetsvandringar i utvalda bostadsområden.",
				heading: TILLSAMMANS,
				loftePosition: null,
				parts: ["polis", "kommun"],
				aktivitetstyp: "trygghetsvandring",
				fragor: [],
				measures: [
					{
						kind: "count",
						name: "Trygghetsvandring",
						rakneregel: "Räkna en vandring som polis och kommun har gått tillsammans.",
						settings: {
							minimum: 2,
							per: "lofte",
							yearBasis: null,
							unit: "trygghetsvandringar",
							unitOne: "trygghetsvandring",
						},
					},
				],
			},
			{
				quotation: "Kommunen ska ihop med föreningar i Skara ordna tre nattvandringar vid utvalda tillfällen.",
				heading: KOMMUN,
				loftePosition: null,
				parts: ["kommun", "Föreningar i Skara"],
				aktivitetstyp: "nattvandring",
				fragor: [],
				measures: [
					{
						kind: "count",
						name: "Nattvandring",
						rakneregel: "Räkna en kväll som en nattvandring.",
						settings: {
							minimum: 3,
							per: "lofte",
							yearBasis: null,
							unit: "nattvandringar",
							unitOne: "nattvandring",
						},
					},
				],
			},
			{
				quotation: "Kommunen ska ihop med plan- och byggenheten bjuda in till en dialog om belysningen i Skara kommun.",
				heading: KOMMUN,
				loftePosition: null,
				parts: ["kommun"],
				aktivitetstyp: "medborgardialog",
				fragor: [],
				measures: [
					{
						kind: "milestone",
						name: "Dialog om belysning",
						rakneregel: "Klart när dialogen har hållits.",
						settings: { plannedOn: null },
					},
				],
			},
		],
		fragor: [],
	},
	period: "2018-T3",
	today: "2019-01-15",
	summary: "2 av 4 nådda",
	promised: [
		{ says: "Polisen: fyra krogtillsyner under året.", measure: "Krogtillsyn" },
		{ says: "Tillsammans: två trygghetsvandringar i utvalda bostadsområden.", measure: "Trygghetsvandring" },
		{ says: "Kommunen: tre nattvandringar ihop med föreningar.", measure: "Nattvandring" },
	],
	told: [
		{
			measure: "Krogtillsyn",
			part: "polis",
			kommentar: "Fyra krogtillsyner är gjorda, jämnt fördelade över året och på tider med många gäster.",
			logged: spread(4, ["2018-02-17", "2018-05-19", "2018-08-18", "2018-11-17"]),
		},
		{
			measure: "Fotpatrullering",
			part: "polis",
			kommentar: "Ungefär hundra fotpatrulleringar har gjorts på platser som pekats ut i medborgardialogerna.",
			logged: spread(100, weekly("2018-01-05", "2018-12-28")),
		},
		{
			measure: "Trygghetsvandring",
			part: "polis",
			kommentar:
				"Tillsammans med kommunen har två trygghetsvandringar gåtts, kring Valhallagatan och i Kaplansområdet. Intrycket var välskötta områden med bra belysning.",
			logged: [
				{ date: "2018-04-25", quantity: 1, plats: "Valhallagatan" },
				{ date: "2018-10-10", quantity: 1, plats: "Kaplansområdet" },
			],
		},
	],
};
