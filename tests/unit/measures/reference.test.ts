import fc from "fast-check";
import { expect, test } from "vitest";
import { calculateCount } from "#app/measures/count/calculation.ts";
import type { CountSettings } from "#app/measures/count/settings.ts";
import { calculateRecurring } from "#app/measures/recurring/calculation.ts";
import type { RecurringSettings } from "#app/measures/recurring/settings.ts";
import type { Entry } from "#app/measures/types.ts";
import { entry, inputOf } from "./input.ts";

/**
 * The calculations beside a second opinion that knows nothing of them: it walks through the days one by one, with its own
 * arithmetic on days since 1970, and decides about each by what was agreed.
 */
const DAY_MS = 86_400_000;
const dayNumber = (date: string) => Date.parse(`${date}T00:00:00Z`) / DAY_MS;
const dateOf = (day: number) => new Date(day * DAY_MS).toISOString().slice(0, 10);
/** Monday 0 … Sunday 6; day 0 was a Thursday. */
const weekdayOf = (day: number) => (day + 3) % 7;
const mondayOf = (day: number) => day - weekdayOf(day);
const tertialOf = (day: number) => `${dateOf(day).slice(0, 4)}-T${Math.ceil(Number(dateOf(day).slice(5, 7)) / 4)}`;

/** The week's number counted from the Monday of the week that holds 4 January. */
function weekKey(day: number): string {
	const thursday = mondayOf(day) + 3;
	const year = dateOf(thursday).slice(0, 4);
	const week = (mondayOf(day) - mondayOf(dayNumber(`${year}-01-04`))) / 7 + 1;
	return `${year}-W${String(week).padStart(2, "0")}`;
}

/** Around leap days, years with a week 53 (2015, 2020) and turns of the year. */
const somedays = fc.integer({ min: dayNumber("2015-10-01"), max: dayNumber("2021-02-28") });

/** A dokument of a week to two years, a day to look from, and entries scattered in and around it. */
const scene = fc
	.record({
		from: somedays,
		length: fc.integer({ min: 1, max: 730 }),
		isOpen: fc.boolean(),
		lookedAt: fc.integer({ min: 0, max: 729 }),
		todayOffset: fc.integer({ min: -20, max: 200 }),
		entries: fc.array(
			fc.record({ offset: fc.integer({ min: -20, max: 760 }), quantity: fc.integer({ min: 1, max: 3 }) }),
			{
				maxLength: 60,
			},
		),
		excused: fc.array(fc.integer({ min: 0, max: 729 }), { maxLength: 20 }),
	})
	.map(({ from, length, isOpen, lookedAt, todayOffset, entries, excused }) => {
		const to = isOpen ? null : from + length - 1;
		const within = from + (lookedAt % length);
		return {
			from,
			to,
			lastDay: to ?? Number.POSITIVE_INFINITY,
			inForce: { from: dateOf(from), to: to === null ? null : dateOf(to) },
			period: tertialOf(within),
			days: daysOf(tertialOf(within)),
			today: within + todayOffset,
			entries: entries
				.map(({ offset, quantity }): Entry => ({ ...entry(dateOf(from + offset)), quantity }))
				.sort((a, b) => a.date.localeCompare(b.date)),
			excused: [...new Set(excused)].map((offset) => from + offset),
		};
	});

type Scene = typeof scene extends fc.Arbitrary<infer Value> ? Value : never;

function daysOf(tertial: string): number[] {
	const first = dayNumber(`${tertial.slice(0, 4)}-${["01", "05", "09"][Number(tertial.slice(6)) - 1]}-01`);
	const days: number[] = [];
	for (let day = first; tertialOf(day) === tertial; day++) days.push(day);
	return days;
}

/** What counts on a day: nothing outside the dokument, nothing that has not happened yet. */
function doneOn({ entries, from, lastDay, today }: Scene, day: number): number {
	if (day < from || day > lastDay || day > today) return 0;
	return entries.filter(({ date }) => dayNumber(date) === day).reduce((sum, { quantity }) => sum + quantity, 0);
}

type State = "done" | "missed" | "excused" | "open";

function expectedStatus(states: State[], { days, today, lastDay, from }: Scene): string {
	const begins = Math.max(days[0] ?? 0, from);
	const ends = Math.min(days.at(-1) ?? 0, lastDay);
	if (today < begins) return "inte_igang";
	if (states.length === 0) return "inget_minimum";
	if (states.includes("missed")) return today > ends ? "ej_natt" : "efter";
	if (!states.includes("done")) return "inte_igang";
	return states.includes("open") ? "pa_vag" : "natt";
}

function recurring(
	given: Scene,
	facts: { cadence: RecurringSettings["cadence"]; excused: string[]; ticked?: string[] },
) {
	return calculateRecurring(
		inputOf({
			settings: { cadence: facts.cadence, season: null, slotOne: "kväll", slotMany: "kvällar" },
			inForce: given.inForce,
			period: given.period,
			today: dateOf(given.today),
			entries: given.entries,
			excusedSlots: facts.excused.map((slotKey) => ({ slotKey, reason: "larm" })),
			helgkvallar: (facts.ticked ?? []).map((date) => ({ date, name: "afton" })),
		}),
	);
}

test("weekdays and ticked evenings: every expected day, once, with what became of it", () => {
	const weekdays = fc.uniqueArray(fc.integer({ min: 1, max: 7 }), { maxLength: 3 });
	fc.assert(
		fc.property(scene, weekdays, fc.array(fc.nat(730), { maxLength: 15 }), (given, chosen, offsets) => {
			const ticked = [...new Set(offsets.map((offset) => given.from + offset))].sort((a, b) => a - b);
			const expected = given.days
				.filter((day) => day >= given.from && day <= given.lastDay)
				.filter((day) => chosen.includes(weekdayOf(day) + 1) || ticked.includes(day))
				.map((day): [string, State] => {
					if (doneOn(given, day) > 0) return [dateOf(day), "done"];
					if (given.excused.includes(day)) return [dateOf(day), "excused"];
					return [dateOf(day), day < given.today ? "missed" : "open"];
				});
			const cadence = { type: "weekdays" as const, weekdays: chosen, withHelgkvallar: true, onlyHelgfria: false };
			const excused = given.excused.map(dateOf);
			const calculated = recurring(given, { cadence, excused, ticked: ticked.map(dateOf) });
			expect(calculated.chart.slots.map(({ key, state }) => [key, state])).toEqual(expected);
			expect(calculated.status).toBe(
				expectedStatus(
					expected.map(([, state]) => state),
					given,
				),
			);
		}),
		{ numRuns: 300 },
	);
});

test("so many times a week: a week belongs to the tertial of its Thursday, with all its days in force", () => {
	fc.assert(
		fc.property(scene, fc.integer({ min: 1, max: 3 }), (given, times) => {
			const thursdays = given.days.filter((day) => weekdayOf(day) === 3 && day >= given.from && day <= given.lastDay);
			const expected = thursdays.map((thursday): [string, State] => {
				const days = [-3, -2, -1, 0, 1, 2, 3].map((offset) => thursday + offset);
				const done = days.reduce((sum, day) => sum + doneOn(given, day), 0);
				if (done >= times) return [weekKey(thursday), "done"];
				if (given.excused.some((day) => days.includes(day))) return [weekKey(thursday), "excused"];
				return [weekKey(thursday), Math.min(thursday + 3, given.lastDay) < given.today ? "missed" : "open"];
			});
			const cadence = { type: "every" as const, every: "week" as const, times };
			const calculated = recurring(given, { cadence, excused: [...new Set(given.excused.map(weekKey))] });
			expect(calculated.chart.slots.map(({ key, state }) => [key, state])).toEqual(expected);
			expect(calculated.status).toBe(
				expectedStatus(
					expected.map(([, state]) => state),
					given,
				),
			);
		}),
		{ numRuns: 300 },
	);
});

const WORSE = ["ej_natt", "efter", "inte_igang", "pa_vag", "natt", "inget_minimum"];

/** The years (or the one stretch) over which the minimum holds, as first and last day in force. */
function stretchesOf({ from, lastDay }: Scene, { per, yearBasis }: CountSettings): [number, number][] {
	if (per === "lofte") return [[from, lastDay]];
	const stretches: [number, number][] = [];
	const last = Math.min(lastDay, from + 3 * 366);
	const isNewYear = (day: number) =>
		yearBasis === "calendar"
			? dateOf(day).endsWith("-01-01")
			: dateOf(day).slice(5) === dateOf(from).slice(5) ||
				(dateOf(from).endsWith("-02-29") && dateOf(day).endsWith("-02-28") && !dateOf(day + 1).endsWith("-02-29"));
	for (let day = from, begins = from; day <= last + 366; day++)
		if (day > begins && isNewYear(day)) {
			stretches.push([begins, Math.min(day - 1, lastDay)]);
			begins = day;
			if (begins > last) break;
		}
	return stretches;
}

test("a count: the cumulative minimum through the tertial, the even pace, and the status that follows", () => {
	const rules = fc.constantFrom<[CountSettings["per"], CountSettings["yearBasis"]]>(
		["lofte", null],
		["year", "calendar"],
		["year", "agreement"],
	);
	fc.assert(
		fc.property(scene, fc.integer({ min: 1, max: 40 }), rules, (given, minimum, [per, yearBasis]) => {
			fc.pre(per !== "lofte" || given.to !== null);
			const settings: CountSettings = { minimum, per, yearBasis, unit: "insatser", unitOne: "insats" };
			const begins = Math.max(given.days[0] ?? 0, given.from);
			const ends = Math.min(given.days.at(-1) ?? 0, given.lastDay);
			const known = Math.min(given.today, ends);
			const judged = stretchesOf(given, settings)
				.filter(([first, last]) => first <= ends && last >= begins)
				.map(([first, last]) => {
					// Cumulative rounding, half up, so that the last tertial always brings the rest.
					const through = (day: number) =>
						day < first ? 0 : Math.floor((minimum * (Math.min(day, last) - first + 1)) / (last - first + 1) + 0.5);
					const minimumThrough = through(ends);
					const before = through(begins - 1);
					let total = 0;
					for (let day = first; day <= Math.min(known, last); day++) total += doneOn(given, day);
					const opens = Math.max(begins, first);
					const closes = Math.min(ends, last);
					const share = Math.max(0, Math.min(known, closes) - opens + 1) / (closes - opens + 1);
					const pace = before + (minimumThrough - before) * share;
					const begun = total > 0 ? "pa_vag" : "inte_igang";
					let status = minimumThrough > 0 ? begun : "inget_minimum";
					if (total >= minimum) status = "natt";
					else if (minimumThrough > 0 && total >= minimumThrough) status = "natt";
					else if (minimumThrough > 0 && given.today > ends) status = "ej_natt";
					else if (minimumThrough > 0 && pace - total >= 1 - 1e-9) status = "efter";
					return { status, minimumThrough, total };
				});
			const asking = judged.filter(({ minimumThrough }) => minimumThrough > 0);
			const statuses = (asking.length > 0 ? asking : judged).map(({ status }) => status);
			const worst = WORSE.find((status) => statuses.includes(status));
			const calculated = calculateCount(
				inputOf({
					settings,
					inForce: given.inForce,
					period: given.period,
					today: dateOf(given.today),
					entries: given.entries,
				}),
			);
			expect(calculated.status).toBe(given.today < begins ? "inte_igang" : worst);
			const current = calculated.chart.steps.find((step) => step.isCurrent);
			expect(judged.map(({ minimumThrough }) => minimumThrough)).toContain(current?.minimumThrough);
			expect(calculated.chart.steps.reduce((sum, step) => sum + Number(step.part), 0)).toBe(minimum);
			expect(judged.map(({ total }) => total)).toContain(calculated.chart.total);
		}),
		{ numRuns: 500 },
	);
});
