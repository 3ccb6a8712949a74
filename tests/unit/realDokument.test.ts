import { beforeAll, describe, expect, test } from "vitest";
import { defaultLogDate, type IsoDate } from "#app/domain/dates.ts";
import type { FollowUp } from "#app/domain/followUp.ts";
import { parsePeriod } from "#app/domain/periods.ts";
import type { Status } from "#app/domain/status.ts";
import { type EvaluatedMeasure, evaluateDokument } from "#app/measures/evaluate.ts";
import { findFollowUp } from "#db/followUp.server.ts";
import { loadDokument } from "#seeds/load.server.ts";
import { freshDatabase } from "#tests/factories/database.ts";
import { kommunOf } from "#tests/factories/demo.ts";

/** The five signed dokument as the seeds read them, with nothing logged but what each row says. */
interface Row {
	rule: string;
	kommun: "savsjo" | "jonkoping" | "sunne" | "alvesta";
	measure: string;
	/** A word of the dokument's title, where the kommun has several. */
	dokument?: string;
	period: string;
	today: IsoDate;
	/** Days, or days and places. */
	logged?: (IsoDate | [IsoDate, string])[];
	excused?: string[];
	status: Status;
	figure?: string | RegExp;
	remark?: RegExp;
}

const WEEKS_9_TO_17: IsoDate[] = [
	"2017-02-28",
	"2017-03-07",
	"2017-03-14",
	"2017-03-21",
	"2017-03-28",
	"2017-04-04",
	"2017-04-11",
	"2017-04-18",
	"2017-04-25",
];
const KOMMUNDELAR = ["Alvesta", "Grimslöv", "Hjortsberga", "Lönashult", "Moheda", "Torpsbruk", "Vislanda"];
const DURING_2017 = (count: number): IsoDate[] =>
	Array.from({ length: count }, (_, index) => `2017-${String(1 + (index % 12)).padStart(2, "0")}-15`);

const ROWS: Row[] = [
	{
		rule: "the clipped first tertial of Sävsjö 2018 asks for nothing, so it is neither reached nor missed, and says from when it holds",
		...{ kommun: "savsjo", dokument: "2018", measure: "Riktad insats", period: "2018-T1", today: "2018-10-15" },
		status: "inget_minimum",
		remark: /gäller från 10 april/,
	},
	{
		rule: "the second tertial asks for three of fifteen, from 10 April on",
		...{ kommun: "savsjo", dokument: "2018", measure: "Riktad insats", period: "2018-T2", today: "2018-10-15" },
		logged: ["2018-04-10", "2018-05-01", "2018-08-31"],
		status: "natt",
		figure: "3 av minst 15",
	},
	{
		rule: "what was done the day before the löfte began does not count",
		...{ kommun: "savsjo", dokument: "2018", measure: "Riktad insats", period: "2018-T2", today: "2018-10-15" },
		logged: ["2018-04-09", "2018-05-01", "2018-08-31"],
		status: "ej_natt",
		figure: "2 av minst 15",
	},
	{
		rule: "zero registrations in a tertial that is over is not reached",
		...{ kommun: "savsjo", dokument: "2018", measure: "Riktad insats", period: "2018-T2", today: "2018-10-15" },
		status: "ej_natt",
		figure: "0 av minst 15",
	},
	{
		rule: "the last day of the two years still counts, the day after does not",
		...{ kommun: "savsjo", dokument: "2018", measure: "Riktad insats", period: "2020-T1", today: "2020-06-01" },
		logged: ["2020-04-09", "2020-04-10"],
		status: "ej_natt",
		figure: "1 av minst 15",
		remark: /till 9 april/,
	},
	{
		rule: "exceeding a minimum is never capped",
		...{ kommun: "savsjo", dokument: "2017", measure: "Riktad insats", period: "2017-T3", today: "2018-10-15" },
		logged: DURING_2017(20),
		status: "natt",
		figure: "20 av minst 10",
	},
	{
		rule: "31 December belongs to its year",
		...{ kommun: "savsjo", dokument: "2017", measure: "Samverkansmöte", period: "2017-T3", today: "2018-10-15" },
		logged: ["2017-02-01", "2017-05-01", "2017-09-01", "2017-12-31"],
		status: "natt",
		figure: /^4 av minst 4/,
	},
	{
		rule: "four a year in Sävsjö 2018 begins anew on 10 April 2019",
		...{ kommun: "savsjo", dokument: "2018", measure: "Samverkansmöte", period: "2019-T2", today: "2019-06-01" },
		logged: ["2018-05-02", "2018-09-03", "2018-12-03", "2019-04-09"],
		status: "inte_igang",
		figure: /^0 av minst 4/,
	},
	{
		rule: "opening hours that the text does not give expect nothing, and never show zero of something",
		...{ kommun: "savsjo", dokument: "2017", measure: "Öppet poliskontor", period: "2017-T2", today: "2018-10-15" },
		logged: ["2017-05-09"],
		status: "inget_minimum",
	},
	{
		rule: "a weekly meeting from Tuesday 28 February 2017: week 9 is the first that counts",
		...{ kommun: "alvesta", measure: "Veckomöte", period: "2017-T1", today: "2017-05-01" },
		logged: WEEKS_9_TO_17,
		status: "natt",
		figure: /^9 av 9/,
	},
	{
		rule: "a missed week cannot be made up by two meetings in the next",
		...{ kommun: "alvesta", measure: "Veckomöte", period: "2017-T1", today: "2017-05-01" },
		logged: [...WEEKS_9_TO_17.slice(1), "2017-03-08"],
		status: "ej_natt",
		figure: /^8 av 9/,
	},
	{
		rule: "an inställt meeting is neither done nor missed",
		...{ kommun: "alvesta", measure: "Veckomöte", period: "2017-T1", today: "2017-05-01" },
		logged: WEEKS_9_TO_17.slice(1),
		excused: ["2017-W09"],
		status: "natt",
		figure: /^8 av 8/,
	},
	{
		rule: "a meeting on Monday 31 December 2018 is in week 1 of 2019, which the löfte does not hold",
		...{ kommun: "alvesta", measure: "Veckomöte", period: "2018-T3", today: "2019-01-07" },
		logged: ["2018-12-31"],
		status: "ej_natt",
		figure: /^0 av 17/,
	},
	{
		rule: "samtliga kommundelar are reached when each is",
		...{ kommun: "alvesta", measure: "Hastighetskontroll", period: "2018-T3", today: "2018-10-15" },
		logged: KOMMUNDELAR.map((name): [IsoDate, string] => ["2018-03-01", name]),
		status: "natt",
		figure: /^7 av 7/,
	},
	{
		rule: "seven checks in one kommundel reach one of seven",
		...{ kommun: "alvesta", measure: "Hastighetskontroll", period: "2018-T3", today: "2019-02-01" },
		logged: KOMMUNDELAR.map((): [IsoDate, string] => ["2018-03-01", "Moheda"]),
		status: "ej_natt",
		figure: /^1 av 7/,
	},
	{
		rule: "a milestone on the last day is done, and stays done",
		...{ kommun: "alvesta", measure: "Cityvärdar införda", period: "2018-T3", today: "2019-02-01" },
		logged: ["2018-12-31"],
		status: "natt",
		figure: /31 december 2018/,
	},
	{
		rule: "a milestone that was never done is not reached once the löfte is over",
		...{ kommun: "alvesta", measure: "Cityvärdar införda", period: "2018-T3", today: "2019-02-01" },
		status: "ej_natt",
	},
	{
		rule: "an open end: Sunne's fotpatrull in 2018 is followed without a minimum",
		...{ kommun: "sunne", measure: "Fotpatrull", period: "2018-T3", today: "2018-10-15" },
		logged: ["2018-10-12"],
		status: "inget_minimum",
	},
	{
		rule: "decided åtgärder that nobody has decided are not under way",
		...{ kommun: "sunne", measure: "Beslutade åtgärder", period: "2018-T3", today: "2018-10-15" },
		status: "inte_igang",
	},
	{
		rule: "a mean speed without target is neither reached nor missed",
		...{ kommun: "jonkoping", measure: "Medelhastighet", period: "2016-T3", today: "2018-10-15" },
		logged: [["2016-05-13", "Skolväg, sträcka A"]],
		status: "inget_minimum",
		remark: /inte orsak/,
	},
];

const kommuner = new Map<string, FollowUp>();

beforeAll(async () => {
	const db = freshDatabase();
	await loadDokument(db, "2016-01-01T08:00:00Z");
	for (const slug of ["savsjo", "jonkoping", "sunne", "alvesta"])
		kommuner.set(slug, await findFollowUp(db, { kommunId: (await kommunOf(db, slug)).id }));
});

test.each(ROWS)("$kommun, $period, seen $today: $rule", (row) => {
	const { calculation } = evaluate(row);
	expect(calculation.status).toBe(row.status);
	if (row.figure) expect(calculation.figure).toMatch(row.figure);
	if (row.remark) expect(calculation.remarks.join(" ")).toMatch(row.remark);
});

describe("Jönköping's evenings of 2016, from its own ticked calendar", () => {
	const evenings = { kommun: "jonkoping", measure: "Fotpatrull", today: "2018-10-15", status: "ej_natt" } as const;
	const firstTertial = () => slotsOf({ ...evenings, rule: "", period: "2016-T1" });

	test("every Friday and Saturday is expected, the leap day's Monday is not", () => {
		const keys = firstTertial().map((slot) => slot.key);
		expect(keys.filter((key) => key.startsWith("2016-02"))).toEqual([
			...["2016-02-05", "2016-02-06", "2016-02-12", "2016-02-13"],
			...["2016-02-19", "2016-02-20", "2016-02-26", "2016-02-27"],
		]);
		expect(keys).not.toContain("2016-02-29");
	});

	test("a Friday that is also an eve is one evening; skärtorsdag and påskdagen are evenings of their own", () => {
		const easter = firstTertial().filter(({ key }) => key >= "2016-03-23" && key <= "2016-03-29");
		expect(easter.map((slot) => slot.key)).toEqual(["2016-03-24", "2016-03-25", "2016-03-26", "2016-03-27"]);
	});

	test("nyårsafton, a Saturday, is the last evening and belongs to the third tertial", () => {
		const last = slotsOf({ ...evenings, rule: "", period: "2016-T3" }).at(-1);
		expect(last).toMatchObject({ key: "2016-12-31", state: "missed" });
	});

	test("a patrol logged at 01:30 on Saturday is Friday's", () => {
		const date = defaultLogDate("2016-03-26T00:30:00Z");
		const slots = slotsOf({ ...evenings, rule: "", period: "2016-T1", logged: [date] });
		expect(slots.filter((slot) => slot.state === "done").map((slot) => slot.key)).toEqual(["2016-03-25"]);
	});

	test("the whole year holds each Friday, Saturday and ticked evening once", () => {
		const keys = ["2016-T1", "2016-T2", "2016-T3"].flatMap((period) =>
			slotsOf({ ...evenings, rule: "", period }).map((slot) => slot.key),
		);
		expect(new Set(keys).size).toBe(keys.length);
		const weekendEvenings = keys.filter((key) => [5, 6].includes(new Date(`${key}T12:00:00Z`).getUTCDay()));
		// 53 Fridays and 53 Saturdays: 2016 began on a Friday and is a leap year.
		expect(weekendEvenings).toHaveLength(106);
		const ticked = kommuner.get("jonkoping")?.helgkvallar.filter(({ date }) => date.startsWith("2016")) ?? [];
		expect(keys.filter((key) => !weekendEvenings.includes(key))).toEqual(
			ticked.map(({ date }) => date).filter((date) => !weekendEvenings.includes(date)),
		);
	});
});

function slotsOf(row: Row): { key: string; state: string }[] {
	const { grid } = evaluate(row).calculation.chart as {
		grid: { rows: { cells: { key: string; state: string }[][] }[] };
	};
	return grid.rows
		.flatMap((line) => line.cells.flat())
		.filter((cell) => cell !== undefined)
		.sort((a, b) => a.key.localeCompare(b.key));
}

function evaluate(row: Row): EvaluatedMeasure {
	const kommun = kommuner.get(row.kommun);
	const period = parsePeriod(row.period);
	if (!kommun || !period) throw new RangeError(`no ${row.kommun} or ${row.period}`);
	const logged = withLogged(kommun, row);
	const evaluated = logged.dokument
		.filter(
			(dokument) => dokument.title.includes(row.dokument ?? "") || dokument.inForceFrom.includes(row.dokument ?? ""),
		)
		.flatMap((dokument) => evaluateDokument(logged, dokument, { period, today: row.today }) ?? [])
		.flatMap((dokument) => dokument.aktiviteter)
		.flatMap((aktivitet) => aktivitet.measures)
		.find((measure) => measure.name === row.measure);
	if (!evaluated) throw new RangeError(`no measure ${row.measure} in ${row.kommun} ${row.period}`);
	return evaluated;
}

/** The kommun with the row's registrations on every measure of the name. */
function withLogged(kommun: FollowUp, { measure: name, logged = [], excused = [] }: Row): FollowUp {
	const entries = logged.map((entry, index) => {
		const [date, platsName] = typeof entry === "string" ? [entry, null] : entry;
		const plats = kommun.platser.find((one) => one.name === platsName);
		if (platsName && !plats) throw new RangeError(`no plats ${platsName}`);
		return { genomforandeId: index + 1, date, quantity: 1, platsId: plats?.id ?? null, platsName };
	});
	entries.sort((a, b) => a.date.localeCompare(b.date));
	const excusedSlots = excused.map((slotKey, index) => ({ id: index + 1, slotKey, reason: "Exempel" }));
	return {
		...kommun,
		dokument: kommun.dokument.map((dokument) => ({
			...dokument,
			aktiviteter: dokument.aktiviteter.map((aktivitet) => ({
				...aktivitet,
				measures: aktivitet.measures.map((measure) =>
					measure.name === name ? { ...measure, entries, excusedSlots } : measure,
				),
			})),
		})),
	};
}
