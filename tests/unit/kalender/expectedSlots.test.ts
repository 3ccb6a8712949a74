import { expect, test } from "vitest";
import { MEASURE_KINDS } from "#app/domain/measureKind.ts";
import { measureModule } from "#app/measures/index.ts";
import { calculateRecurring, expectedSlotsOf } from "#app/measures/recurring/calculation.ts";
import type { RecurringSettings } from "#app/measures/recurring/settings.ts";
import { entriesOn, inputOf } from "#tests/unit/measures/input.ts";

const YEAR = { from: "2018-01-01", to: "2018-12-31" };
type Cadence = RecurringSettings["cadence"];

function settings(cadence: Cadence): RecurringSettings {
	return { cadence, season: null, slotOne: "möte", slotMany: "möten" };
}

const every = (stretch: "week" | "month" | "quarter" | "termin") =>
	settings({ type: "every", every: stretch, times: 1 });
const fridays = settings({ type: "weekdays", weekdays: [5], withHelgkvallar: false, onlyHelgfria: false });
const openTwice = settings({
	type: "opening_hours",
	hours: [
		{ weekday: 2, from: "16:00", to: "18:00" },
		{ weekday: 2, from: "09:00", to: "11:30" },
		{ weekday: 4, from: "13:00", to: "16:00" },
	],
	onlyHelgfria: true,
});

test.each([
	["a Friday", fridays, "2018-T3", "2018-09-07", "2018-09-07", "2018-09-07"],
	["a week", every("week"), "2018-T3", "2018-W41", "2018-10-08", "2018-10-14"],
	["a month", every("month"), "2018-T3", "2018-11", "2018-11-01", "2018-11-30"],
	["a quarter", every("quarter"), "2018-T3", "2018-Q4", "2018-10-01", "2018-12-31"],
	["a termin", every("termin"), "2018-T2", "2018-VT", "2018-01-01", "2018-06-30"],
])("%s has its first and last day", (_what, cadence, period, key, firstDay, lastDay) => {
	const slots = expectedSlotsOf(inputOf({ settings: cadence, inForce: YEAR, period, today: "2018-01-15" }));
	expect(slots.find((slot) => slot.key === key)).toMatchObject({ firstDay, lastDay, hours: [] });
});

test("the days in force cut the first and the last stretch", () => {
	const inForce = { from: "2018-04-10", to: "2018-11-15" };
	const slotsIn = (period: string) =>
		expectedSlotsOf(inputOf({ settings: every("quarter"), inForce, period, today: "2018-04-10" }));
	expect(slotsIn("2018-T2")).toMatchObject([{ key: "2018-Q2", firstDay: "2018-04-10", lastDay: "2018-06-30" }]);
	expect(slotsIn("2018-T3")).toMatchObject([
		{ key: "2018-Q3", firstDay: "2018-07-01", lastDay: "2018-09-30" },
		{ key: "2018-Q4", firstDay: "2018-10-01", lastDay: "2018-11-15" },
	]);
});

test("opening hours are those of the day, the earliest first, and none on a helgdag", () => {
	const slots = expectedSlotsOf(
		inputOf({ settings: openTwice, inForce: YEAR, period: "2018-T3", today: "2018-10-15" }),
	);
	const hoursOn = (day: string) => slots.find((slot) => slot.key === day)?.hours;
	expect(hoursOn("2018-10-16")).toEqual([
		{ from: "09:00", to: "11:30" },
		{ from: "16:00", to: "18:00" },
	]);
	expect(hoursOn("2018-10-18")).toEqual([{ from: "13:00", to: "16:00" }]);
	expect(hoursOn("2018-12-25")).toBeUndefined();
});

test("hours that the text does not give expect nothing", () => {
	const unstated = settings({ type: "opening_hours", hours: [], onlyHelgfria: false });
	const facts = { settings: unstated, inForce: YEAR, period: "2018-T3", today: "2018-10-15" };
	expect(expectedSlotsOf(inputOf(facts))).toEqual([]);
});

test("what became of each is what the chart says, and the chart keeps no days that a signed report would store", () => {
	const input = inputOf({
		settings: every("week"),
		inForce: YEAR,
		period: "2018-T3",
		today: "2018-10-15",
		entries: entriesOn("2018-09-04", "2018-10-15"),
		excusedSlots: [{ slotKey: "2018-W38", reason: "Lokalen stängd" }],
	});
	const { slots } = calculateRecurring(input).chart;
	expect(expectedSlotsOf(input).map(({ key, label, state }) => ({ key, label, state }))).toEqual(slots);
	expect(new Set(slots.map(({ state }) => state))).toEqual(new Set(["done", "missed", "excused", "open"]));
});

test("a changed cadence holds from the period that it is valid in", () => {
	const facts = {
		settings: every("week"),
		later: [{ validFrom: "2018-09-01", settings: every("month") }],
		inForce: YEAR,
		today: "2018-08-15",
	};
	expect(expectedSlotsOf(inputOf({ ...facts, period: "2018-T2" }))[0]?.key).toBe("2018-W18");
	expect(expectedSlotsOf(inputOf({ ...facts, period: "2018-T3" })).map(({ key }) => key)).toEqual([
		"2018-09",
		"2018-10",
		"2018-11",
		"2018-12",
	]);
});

test.each(MEASURE_KINDS)("%s gives its tillfällen days exactly when it has any", (kind) => {
	const { slots, expectedSlots } = measureModule(kind);
	expect(expectedSlots !== undefined).toBe(slots !== undefined);
});
