import lofte from "#tests/uppfoljning/loften/strangnas-2019.txt?raw";
import text from "#tests/uppfoljning/texter/strangnas-2019.txt?raw";
import { spread, type ToldUppfoljning, weekly } from "./told.ts";

/** Followed up once for the whole year. The löfte was signed in February but speaks of 2019. */
export const strangnas2019: ToldUppfoljning = {
	text,
	kommun: {
		name: "Strängnäs",
		slug: "strangnas",
		scbCode: "0486",
		lokalpolisomrade: null,
		platser: ["Strängnäs", "Läggesta"],
	},
	dokument: {
		title: "Medborgarlöftet 2019",
		inForceFrom: "2019-01-01",
		inForceTo: "2019-12-31",
		signedOn: null,
		periodKind: "year",
		lagesbild: null,
		followUpRule: null,
		sourceText: lofte,
		sourceNote: "Löftet återges i uppföljningen.",
		undertecknare: [],
		loften: [],
		aktiviteter: [
			{
				quotation: "Minst 8 nya områden med grannsamverkan i kommundelarna under 2019.",
				heading: "Fokusområden",
				loftePosition: null,
				parts: ["polis", "kommun"],
				aktivitetstyp: "grannsamverkan",
				fragor: [],
				measures: [
					{
						kind: "count",
						name: "Grannsamverkan",
						rakneregel: "Räkna ett område när det är anmält och har fått en kontaktperson.",
						settings: { minimum: 8, per: "year", yearBasis: "calendar", unit: "områden", unitOne: "område" },
					},
				],
			},
			{
				quotation: "2 nya områden för båtsamverkan i kommunen under 2019.",
				heading: "Fokusområden",
				loftePosition: null,
				parts: ["polis", "kommun"],
				aktivitetstyp: "båtsamverkan",
				fragor: [],
				measures: [
					{
						kind: "count",
						name: "Båtsamverkan",
						rakneregel: "Räkna ett område när det är anmält och har fått en kontaktperson.",
						settings: { minimum: 2, per: "year", yearBasis: "calendar", unit: "områden", unitOne: "område" },
					},
				],
			},
			{
				quotation:
					"Trafikkontroller med inriktning på nykterhet, hastighet och beteende. Dessutom riktade insatser mot trimmade mopeder.",
				heading: "Fokusområden",
				loftePosition: null,
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
					{
						kind: "ongoing",
						name: "Mopedinsats",
						rakneregel: "Räkna en planerad insats mot trimmade mopeder.",
						settings: { unit: "mopedinsatser", unitOne: "mopedinsats" },
					},
				],
			},
			{
				quotation: "Minst 4 stycken trygghetsvandringar i och kring resecentrum i Strängnäs och Läggesta station.",
				heading: "Fokusområden",
				loftePosition: null,
				parts: ["polis", "kommun"],
				aktivitetstyp: "trygghetsvandring",
				fragor: [],
				measures: [
					{
						kind: "count",
						name: "Trygghetsvandring",
						rakneregel: "Räkna en vandring när polis eller kommun har gått den med boende eller resenärer.",
						settings: {
							minimum: 4,
							per: "lofte",
							yearBasis: null,
							unit: "trygghetsvandringar",
							unitOne: "trygghetsvandring",
						},
					},
				],
			},
			{
				quotation:
					"Polisen och kommunen ska inrätta ett trafiksäkerhetsråd som delar information och tar emot synpunkter.",
				heading: "Fokusområden",
				loftePosition: null,
				parts: ["polis", "kommun"],
				aktivitetstyp: "trafiksäkerhetsråd",
				fragor: [],
				measures: [
					{
						kind: "milestone",
						name: "Trafiksäkerhetsråd inrättat",
						rakneregel: "Klart när rådet har haft sitt första möte.",
						settings: { plannedOn: null },
					},
				],
			},
		],
		fragor: [
			{
				question: "Vilken dag skrevs löftet under, och gäller det från den dagen eller för hela 2019?",
				quotation: "Löftet skrevs under i februari 2019.",
				answer: "Hela 2019.",
			},
		],
	},
	period: "2019",
	today: "2020-01-28",
	summary: "4 av 4 nådda",
	promised: [
		{ says: "Minst 8 nya områden med grannsamverkan.", measure: "Grannsamverkan" },
		{ says: "2 nya områden för båtsamverkan.", measure: "Båtsamverkan" },
		{
			says: "Minst 4 trygghetsvandringar vid resecentrum i Strängnäs och Läggesta.",
			measure: "Trygghetsvandring",
		},
	],
	told: [
		{
			measure: "Trafikkontroll",
			part: "polis",
			kommentar: "303 trafikkontroller.",
			logged: spread(303, weekly("2019-01-07", "2019-12-30")),
		},
		{
			measure: "Mopedinsats",
			part: "polis",
			kommentar: "Mopedinsats genomförd i Strängnäs.",
			logged: [{ date: "2019-06-12", quantity: 1, plats: "Strängnäs" }],
		},
		{
			measure: "Grannsamverkan",
			part: "kommun",
			kommentar: "20 nya grannsamverkansområden.",
			logged: spread(20, ["2019-03-29", "2019-06-28", "2019-09-30", "2019-12-20"]),
		},
		{
			measure: "Båtsamverkan",
			part: "kommun",
			kommentar: "3 nya båtsamverkansområden.",
			logged: spread(3, ["2019-05-31", "2019-08-30"]),
		},
		{
			measure: "Trygghetsvandring",
			part: "kommun",
			kommentar: "4 trygghetsvandringar i kommunen.",
			logged: spread(4, ["2019-04-10", "2019-05-15", "2019-09-18", "2019-10-23"]),
		},
		{
			measure: "Trafiksäkerhetsråd inrättat",
			part: "kommun",
			kommentar: "Trafiksäkerhetsrådet har samverkat enligt plan.",
			logged: [{ date: "2019-09-02", quantity: 1 }],
		},
	],
};
