import { eachDay, type IsoDate, weekdayOf } from "#app/domain/dates.ts";
import { proposeHelgkvallar } from "#app/domain/helgkvallar.ts";
import { JONKOPING_STADSDELAR } from "#seeds/kommuner.ts";
import { datesOn, type Handelse, instant, registrering } from "./handelse.ts";
import { type Chance, seededChance } from "./random.ts";

const FRIDAY = 5;
const SATURDAY = 6;
/** Signed on 21 January: the evenings before that were entered afterwards. */
const FIRST_ENTRY = "2016-01-22";

/** A whole year that is over: patrols that thin out in July and at Christmas, two stadsdelar that were left out. */
export function historikJonkoping2016(): Handelse[] {
	const chance = seededChance(20160121);
	return [
		...fotpatruller(chance),
		...omradespoliser(chance),
		...ungdomsarbete(chance),
		...medelhastigheter(),
		...trafikarbete(chance),
	];
}

function fotpatruller(chance: Chance): Handelse[] {
	const helgkvallar = new Set(proposeHelgkvallar(2016).flatMap(({ date, isTicked }) => (isTicked ? [date] : [])));
	const evenings = eachDay("2016-01-01", "2016-12-31").filter(
		(date) => [FRIDAY, SATURDAY].includes(weekdayOf(date)) || helgkvallar.has(date),
	);
	const patrolled = evenings.filter((date) => !EXCUSED.includes(date) && !isMissed(date, chance));
	return [
		...patrolled.map((date) => {
			const isForgotten = chance.happens(0.05);
			return registrering(date, chance.happens(0.15) ? ["Fotpatrull", "Uppsökande verksamhet"] : "Fotpatrull", {
				plats: "Centrala Jönköping",
				time: "21:45",
				daysLater: date < FIRST_ENTRY ? 22 : isForgotten ? chance.whole(1, 9) : 0,
				note: chance.happens(0.06) ? chance.pick(NOTES) : null,
				biprodukter: chance.happens(0.18)
					? [
							{
								code: chance.pick(["avvisningar", "omhandertaganden", "beslag"] as const),
								quantity: chance.whole(1, 3),
							},
						]
					: [],
			});
		}),
		...EXCUSED.map(
			(date): Handelse => ({
				kind: "installt",
				measure: "Fotpatrull",
				slotKey: date,
				reason: "Exempeldata: patrullen kallades till en insats i en annan kommun.",
				at: instant(date, "22:30"),
				by: "kommunpolis",
			}),
		),
	];
}

const EXCUSED = ["2016-04-30", "2016-08-26"];
const NOTES = [
	"Lugn kväll.",
	"Mycket folk ute, god stämning.",
	"Fokus på parkerna.",
	"Två patruller efter klockan 22.",
];

function isMissed(date: IsoDate, chance: Chance): boolean {
	if (date >= "2016-12-16") return weekdayOf(date) === FRIDAY || chance.happens(0.5);
	const isJuly = date.slice(5, 7) === "07";
	return chance.happens(isJuly ? 0.3 : 0.04);
}

/** Every stadsdel in spring, all but two in summer, all but one in autumn. */
function omradespoliser(chance: Chance): Handelse[] {
	const stretches: { from: IsoDate; to: IsoDate; without: readonly string[] }[] = [
		{ from: "2016-01-25", to: "2016-04-29", without: [] },
		{ from: "2016-05-02", to: "2016-08-31", without: ["Norrahammar", "Bankeryd"] },
		{ from: "2016-09-01", to: "2016-12-15", without: ["Torpa"] },
	];
	return stretches.flatMap(({ from, to, without }) => {
		const workdays = datesOn([1, 2, 3, 4], from, to);
		return JONKOPING_STADSDELAR.filter((stadsdel) => !without.includes(stadsdel)).flatMap((stadsdel) =>
			Array.from({ length: chance.whole(1, 4) }, () =>
				registrering(chance.pick(workdays), "Områdespolis i stadsdel", { plats: stadsdel, time: "16:20" }),
			),
		);
	});
}

function ungdomsarbete(chance: Chance): Handelse[] {
	return [
		...["01-28", "02-25", "03-31", "04-28", "05-26", "08-25", "09-29", "10-27", "11-24", "12-15"].map((day) =>
			registrering(`2016-${day}`, "Möte om sociala insatsgrupper", {
				by: "samordnare",
				performedBy: "gemensamt",
				time: "11:45",
			}),
		),
		...datesOn([SATURDAY], "2016-02-06", "2016-12-10")
			.filter(() => chance.happens(0.35))
			.map((date) =>
				registrering(date, "Fritids- eller kulturaktivitet", {
					by: "samordnare",
					plats: chance.pick(["Huskvarna", "Råslätt", "Öxnehaga", "Centrala Jönköping"]),
					daysLater: 2,
				}),
			),
		...datesOn([3], "2016-02-03", "2016-12-14")
			.filter(() => chance.happens(0.55))
			.map((date) =>
				registrering(date, "Uppsökande verksamhet", {
					by: "samordnare",
					plats: chance.pick(["Råslätt", "Österängen", "Huskvarna", "Ekhagen"]),
					time: "19:10",
				}),
			),
	];
}

/** Two stretches over the year and one with only two readings, which is too few for a line. */
function medelhastigheter(): Handelse[] {
	const readings: [plats: string, measured: readonly (readonly [day: string, kmh: number])[]][] = [
		[
			"Skolväg, sträcka A",
			[
				["02-12", 37.4],
				["04-15", 36.8],
				["06-03", 35.9],
				["09-16", 34.6],
				["11-18", 33.8],
			],
		],
		[
			"Skolväg, sträcka B",
			[
				["02-19", 34.1],
				["04-22", 34.9],
				["06-10", 33.7],
				["09-23", 33.9],
				["11-25", 33.2],
			],
		],
		[
			"Genomfart, sträcka C",
			[
				["05-13", 54.3],
				["10-07", 52.6],
			],
		],
	];
	return readings.flatMap(([plats, measured]) =>
		measured.map(([day, quantity]) =>
			registrering(`2016-${day}`, "Medelhastighet", { by: "samordnare", plats, quantity, time: "08:40" }),
		),
	);
}

function trafikarbete(chance: Chance): Handelse[] {
	return [
		...["03-17", "06-15", "10-20"].map((day) =>
			registrering(`2016-${day}`, "Hastighetsöversyn", { by: "samordnare", note: "Beslut i tekniska nämnden." }),
		),
		...datesOn([2], "2016-02-09", "2016-12-06")
			.filter(() => chance.happens(0.3))
			.map((date) =>
				registrering(date, "Information och utbildning", {
					by: chance.pick(["samordnare", "kommunpolis"] as const),
					plats: chance.pick(["Skolklasser", "Skolklasser", "Föräldrar"]),
				}),
			),
	];
}
