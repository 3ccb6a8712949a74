import text from "#tests/uppfoljning/texter/flen-2017-T1.txt?raw";
import { type Logged, spread, type ToldUppfoljning, weekly } from "./told.ts";

const WEDNESDAYS = weekly("2017-01-04", "2017-04-26");
const ONE_EACH_WEEK: Logged[] = WEDNESDAYS.map((date) => ({ date, quantity: 1 }));

/**
 * The first tertial of a löfte without an end. The löfte's own text has not been kept: it is entered from what the follow-up
 * says of it, and its lines are quoted from there.
 */
export const flen2017: ToldUppfoljning = {
	text,
	kommun: {
		name: "Flen",
		slug: "flen",
		scbCode: "0482",
		lokalpolisomrade: null,
		platser: ["Centrala Flen", "Resecentrum", "Sveaparken"],
	},
	dokument: {
		title: "Medborgarlöfte i Flens kommun 2017",
		inForceFrom: "2017-01-01",
		inForceTo: null,
		signedOn: null,
		periodKind: "tertial",
		lagesbild: null,
		followUpRule: "Varje år görs tertialuppföljningar: var fjärde månad sammanställs vilka insatser polisen gjort.",
		sourceText: text,
		sourceNote: "Löftets egen text saknas. Raderna är hämtade ur uppföljningen.",
		undertecknare: [],
		loften: [{ quotation: "ökad trygghet vid resecentrum, Sveaparken och centrum i Flen" }],
		aktiviteter: [
			{
				quotation: "fotpatruller i centrala Flen",
				heading: null,
				loftePosition: 1,
				parts: ["polis"],
				aktivitetstyp: "fotpatrullering",
				fragor: [],
				measures: [
					{
						kind: "ongoing",
						name: "Fotpatrull",
						rakneregel: "Räkna ett pass till fots i centrala Flen.",
						settings: { unit: "fotpatruller", unitOne: "fotpatrull" },
					},
				],
			},
			{
				quotation: "trafikkontroller i samma område",
				heading: null,
				loftePosition: 1,
				parts: ["polis"],
				aktivitetstyp: "trafikkontroll",
				fragor: [],
				measures: [
					{
						kind: "ongoing",
						name: "Trafikkontroll",
						rakneregel: "Räkna en kontroll på en plats som en, hur många fordon som än kontrolleras.",
						settings: { unit: "trafikkontroller", unitOne: "trafikkontroll" },
					},
				],
			},
			{
				quotation: "Insatser mot narkotika.",
				heading: null,
				loftePosition: 1,
				parts: ["polis"],
				aktivitetstyp: "riktad insats",
				fragor: [],
				measures: [
					{
						kind: "ongoing",
						name: "Insats mot narkotika",
						rakneregel: "Räkna en planerad insats. Rapporterade och beslag är biprodukter.",
						settings: { unit: "insatser", unitOne: "insats" },
					},
				],
			},
			{
				quotation: "Trygg vuxen, aktiviteter varje vecka",
				heading: null,
				loftePosition: 1,
				parts: ["kommun"],
				aktivitetstyp: "trygg vuxen",
				fragor: [],
				measures: [
					{
						kind: "recurring",
						name: "Trygg vuxen",
						rakneregel: "Räkna en vecka när det har varit minst en aktivitet.",
						settings: {
							cadence: { type: "every", every: "week", times: 1 },
							season: null,
							slotOne: "vecka",
							slotMany: "veckor",
						},
					},
				],
			},
			{
				quotation: "kamera i gångtunneln vid stationen",
				heading: null,
				loftePosition: 1,
				parts: ["kommun"],
				aktivitetstyp: "kamerabevakning",
				fragor: [],
				measures: [
					{
						kind: "milestone",
						name: "Kamera i gångtunneln",
						rakneregel: "Klart när kameran är i drift.",
						settings: { plannedOn: null },
					},
				],
			},
			{
				quotation: "Gemensamma medborgardialoger i centrala Flen",
				heading: null,
				loftePosition: 1,
				parts: ["polis", "kommun"],
				aktivitetstyp: "medborgardialog",
				fragor: [],
				measures: [
					{
						kind: "ongoing",
						name: "Medborgardialog",
						rakneregel: "Räkna en dialog där både polis och kommun deltar.",
						settings: { unit: "medborgardialoger", unitOne: "medborgardialog" },
					},
				],
			},
		],
		fragor: [],
	},
	period: "2017-T1",
	today: "2017-05-15",
	summary: "1 av 2 nådda",
	promised: [],
	told: [
		{
			measure: "Fotpatrull",
			part: "polis",
			kommentar: "Drygt sextio fotpatruller i centrala Flen.",
			logged: spread(60, WEDNESDAYS).map((one) => ({ ...one, plats: "Centrala Flen" })),
		},
		{
			measure: "Trafikkontroll",
			part: "polis",
			kommentar: "Drygt trettio trafikkontroller i samma område.",
			logged: spread(30, WEDNESDAYS).map((one) => ({ ...one, plats: "Centrala Flen" })),
		},
		{
			measure: "Insats mot narkotika",
			part: "polis",
			kommentar: "Insatser mot narkotika. Flera personer rapporterade och beslag gjorda.",
			logged: spread(2, ["2017-02-10", "2017-03-31"]),
		},
		{
			measure: "Trygg vuxen",
			part: "kommun",
			kommentar: "Kommunen har fortsatt med Trygg vuxen, aktiviteter varje vecka, delvis i centrum.",
			logged: ONE_EACH_WEEK,
		},
		{
			measure: "Kamera i gångtunneln",
			part: "kommun",
			kommentar: "Kommunen arbetar för kamera i gångtunneln vid stationen.",
			logged: [],
		},
		{
			measure: "Medborgardialog",
			part: "kommun",
			kommentar: "Gemensamma medborgardialoger i centrala Flen i mars.",
			logged: spread(2, ["2017-03-08", "2017-03-22"]),
		},
	],
};
