import { isHelgdag } from "#app/domain/holidays.ts";
import { bekraftadAvBada, datesOn, type Handelse, instant, registrering } from "./handelse.ts";
import { type Chance, seededChance } from "./random.ts";

const TUESDAY = 2;
const THURSDAY = 4;
const LAST_DAY = "2018-10-11";

/** In progress at the demo date: too few riktade insatser, three of four samverkansmöten, times that were found out. */
export function historikSavsjo2018(): Handelse[] {
	const chance = seededChance(20180410);
	return [
		{ kind: "bekraftelse", measure: "Riktad insats", at: instant("2018-04-24", "08:30"), by: "kommunpolis" },
		...bekraftadAvBada("Samverkansmöte", "2018-04-24"),
		...fastaTidpunkter(chance),
		registrering("2018-05-18", "Riktad insats", {
			plats: "Sävsjö centrum",
			time: "20:50",
			biprodukter: [{ code: "anmalningar", quantity: 1 }],
		}),
		registrering("2018-06-08", "Riktad insats", {
			plats: "Sävsjö centrum",
			time: "21:20",
			note: "Skolavslutningen.",
			biprodukter: [
				{ code: "beslag", quantity: 2 },
				{ code: "anmalningar", quantity: 2 },
			],
		}),
		...datesOn([3], "2018-04-18", LAST_DAY)
			.filter(() => chance.happens(0.5))
			.map((date) => registrering(date, "Tidig upptäckt", { plats: chance.pick(["Högstadiet", "Gymnasiet"]) })),
		...["2018-05-23", "2018-08-29", "2018-10-03"].map((date) =>
			registrering(date, "Samverkansmöte", { by: "samordnare", performedBy: "gemensamt", time: "10:30" }),
		),
	];
}

/** The text points to the kommun's website for the times; the parties looked and answered. */
function fastaTidpunkter(chance: Chance): Handelse[] {
	const measure = "Polis på plats i centrum";
	const dates = datesOn([TUESDAY, THURSDAY], "2018-05-02", LAST_DAY).filter((date) => {
		const isSummer = date >= "2018-07-09" && date <= "2018-08-05";
		return !isHelgdag(date) && !EXCUSED.includes(date) && !chance.happens(isSummer ? 0.4 : 0.1);
	});
	return [
		{
			kind: "nytt_matt",
			measure,
			validFrom: "2018-05-01",
			settings: {
				cadence: {
					type: "opening_hours",
					hours: [
						{ weekday: TUESDAY, from: "13:00", to: "16:00" },
						{ weekday: THURSDAY, from: "13:00", to: "16:00" },
					],
					onlyHelgfria: true,
				},
				season: null,
				slotOne: "tillfälle",
				slotMany: "tillfällen",
			},
			reason: "Exempeldata: tiderna stod på kommunens hemsida.",
			at: instant("2018-04-26", "11:15"),
			by: "samordnare",
		},
		{
			kind: "svar",
			quotation: "vid fasta tidpunkter. Informationen finns på kommunens hemsida.",
			answer: "Exempeldata: tisdagar och torsdagar klockan 13–16, inte på helgdagar. Gäller från den 1 maj 2018.",
			at: instant("2018-04-26", "11:20"),
			by: "samordnare",
		},
		...dates.map((date) =>
			registrering(date, measure, {
				plats: chance.pick(["Poliskontoret", "Poliskontoret", "Sävsjö centrum"]),
				daysLater: chance.happens(0.08) ? chance.whole(1, 3) : 0,
			}),
		),
		...EXCUSED.map(
			(date): Handelse => ({
				kind: "installt",
				measure,
				slotKey: date,
				reason: "Exempeldata: semesterperiod, kontoret stängt.",
				at: instant("2018-07-02", "08:15"),
				by: "kommunpolis",
			}),
		),
	];
}

const EXCUSED = ["2018-07-17", "2018-07-19", "2018-07-24", "2018-07-26"];
