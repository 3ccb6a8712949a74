import { describe, expect, it } from "vitest";
import { eachDay, weekdayOf } from "#app/domain/dates.ts";
import { calculateRecurring } from "#app/measures/recurring/calculation.ts";
import {
	type Cadence,
	describeRecurringSettings,
	type RecurringSettings,
	recurringSettingsFromForm,
	recurringSettingsSchema,
} from "#app/measures/recurring/settings.ts";
import { entriesOn, entry, inputOf } from "./input.ts";

const YEAR_2016 = { from: "2016-01-01", to: "2016-12-31" };
const ALVESTA = { from: "2017-02-28", to: "2018-12-31" };

function settings(cadence: Cadence, facts: Partial<RecurringSettings> = {}): RecurringSettings {
	return { cadence, season: null, slotOne: "möte", slotMany: "möten", ...facts };
}

const weekly = settings({ type: "every", every: "week", times: 1 });
const fridaysAndSaturdays = settings(
	{ type: "weekdays", weekdays: [5, 6], withHelgkvallar: true, onlyHelgfria: false },
	{ slotOne: "kväll", slotMany: "kvällar" },
);
const every = (stretch: "month" | "quarter" | "termin", times = 1) =>
	settings({ type: "every", every: stretch, times });

type Facts = Parameters<typeof inputOf<RecurringSettings>>[0];

function slotsOf(facts: Omit<Facts, "today"> & { today?: string }) {
	return calculateRecurring(inputOf({ today: "2030-01-01", ...facts })).chart.slots;
}

describe("weeks", () => {
	it.each([
		["2016-01-01", "2016-12-31", "2016-T1", "2016-W01", "2016-W17", "ISO week 53 of 2015 has its Thursday in 2015"],
		["2015-01-01", "2015-12-31", "2015-T3", "2015-W36", "2015-W53", "ISO week 53 of 2015 belongs to 2015"],
		["2020-01-01", "2020-12-31", "2020-T3", "2020-W36", "2020-W53", "ISO week 53 of 2020 belongs to 2020"],
		["2017-02-28", "2018-12-31", "2017-T1", "2017-W09", "2017-W17", "a clipped first week with its Thursday in force"],
		["2017-03-03", "2018-12-31", "2017-T1", "2017-W10", "2017-W17", "a clipped first week with its Thursday before"],
		["2017-02-28", "2018-12-31", "2018-T2", "2018-W18", "2018-W35", "30 April 2018 is a Monday, its Thursday in May"],
	])("in force %s–%s, %s: from %s to %s (%s)", (from, to, period, first, last) => {
		const keys = slotsOf({ settings: weekly, inForce: { from, to }, period }).map((slot) => slot.key);
		expect([keys[0], keys[keys.length - 1]]).toEqual([first, last]);
	});

	it("hold every week of two tertials exactly once", () => {
		const inForce = { from: "2018-01-01", to: "2018-12-31" };
		const keys = ["2018-T1", "2018-T2", "2018-T3"].flatMap((period) =>
			slotsOf({ settings: weekly, inForce, period }).map((slot) => slot.key),
		);
		expect(new Set(keys).size).toBe(52);
		expect(keys).toHaveLength(52);
	});

	it("give a meeting on Monday 30 April 2018 to the tertial of its Thursday", () => {
		const facts = { settings: weekly, inForce: ALVESTA, entries: entriesOn("2018-04-30") };
		expect(slotsOf({ ...facts, period: "2018-T1" }).some((slot) => slot.state === "done")).toBe(false);
		expect(slotsOf({ ...facts, period: "2018-T2" })[0]).toEqual({
			key: "2018-W18",
			label: "v.\u00a018",
			state: "done",
		});
	});

	it("count a Saturday after the tertial for the week that the tertial holds", () => {
		const inForce = { from: "2017-01-01", to: "2017-12-31" };
		const slots = slotsOf({ settings: weekly, inForce, period: "2017-T2", entries: entriesOn("2017-09-02") });
		expect(slots[slots.length - 1]).toMatchObject({ key: "2017-W35", state: "done" });
	});

	it("are not missed while their Sunday has not passed", () => {
		const facts = { settings: weekly, inForce: ALVESTA, period: "2018-T3" };
		const stateOf = (today: string) => slotsOf({ ...facts, today }).find((slot) => slot.key === "2018-W41")?.state;
		expect(stateOf("2018-10-14")).toBe("open");
		expect(stateOf("2018-10-15")).toBe("missed");
	});

	it("are not expected before the first day, and nothing before it counts", () => {
		const slots = slotsOf({ settings: weekly, inForce: ALVESTA, period: "2017-T1", entries: entriesOn("2017-02-27") });
		expect(slots[0]).toMatchObject({ key: "2017-W09", state: "missed" });
	});

	it("may ask for more than one", () => {
		const twice = settings({ type: "every", every: "week", times: 2 });
		const facts = { settings: twice, inForce: ALVESTA, period: "2018-T3" };
		const stateOf = (...dates: string[]) =>
			slotsOf({ ...facts, entries: entriesOn(...dates) }).find((slot) => slot.key === "2018-W41")?.state;
		expect(stateOf("2018-10-08")).toBe("missed");
		expect(stateOf("2018-10-08", "2018-10-14")).toBe("done");
	});
});

describe("longer stretches", () => {
	it.each([
		["month", "2018-T2", ["2018-05", "2018-06", "2018-07", "2018-08"]],
		["quarter", "2018-T1", ["2018-Q1"]],
		["quarter", "2018-T3", ["2018-Q3", "2018-Q4"]],
		["termin", "2018-T1", []],
		["termin", "2018-T2", ["2018-VT"]],
		["termin", "2018-T3", ["2018-HT"]],
		["termin", "2018", ["2018-VT", "2018-HT"]],
		["month", "2018-Q4", ["2018-10", "2018-11", "2018-12"]],
	] as const)("every %s in %s: %j", (stretch, period, expected) => {
		const inForce = { from: "2018-01-01", to: "2018-12-31" };
		expect(slotsOf({ settings: every(stretch), inForce, period }).map((slot) => slot.key)).toEqual(expected);
	});

	it("end with the dokument", () => {
		const inForce = { from: "2018-04-10", to: "2020-04-09" };
		const facts = { settings: every("quarter"), inForce, period: "2020-T1" };
		expect(slotsOf({ ...facts, today: "2020-04-10" })).toMatchObject([
			{ key: "2020-Q1", state: "missed" },
			{ key: "2020-Q2", state: "missed" },
		]);
		expect(slotsOf({ ...facts, today: "2020-04-09" })[1]?.state).toBe("open");
	});

	it("count what was done in an earlier tertial of the same stretch", () => {
		const inForce = { from: "2018-01-01", to: "2018-12-31" };
		const slots = slotsOf({ settings: every("quarter"), inForce, period: "2018-T2", entries: entriesOn("2018-04-02") });
		expect(slots).toMatchObject([{ key: "2018-Q2", state: "done" }]);
	});

	it("have no minimum in a tertial that no termin ends in, and say what was done in it", () => {
		const inForce = { from: "2018-01-01", to: "2018-12-31" };
		const facts = { settings: every("termin"), inForce, period: "2018-T1", today: "2018-06-01" };
		const { status, headline, figure } = calculateRecurring(inputOf(facts));
		expect(status).toBe("inget_minimum");
		expect(headline).toBe("Inget minimum detta tertial: inga möten är avtalade");
		expect(figure).toBe("inga möten avtalade");
		const entries = entriesOn("2018-02-01", "2018-05-02");
		expect(calculateRecurring(inputOf({ ...facts, entries })).headline).toBe(
			"Inget minimum detta tertial: inga möten är avtalade, 1 möte har registrerats",
		);
	});

	it("have not begun before the tertial's first day, whatever it asks", () => {
		const inForce = { from: "2018-01-01", to: "2018-12-31" };
		const facts = { settings: every("termin"), inForce, period: "2018-T1", today: "2017-12-31" };
		expect(calculateRecurring(inputOf(facts)).status).toBe("inte_igang");
	});
});

describe("days", () => {
	it("count a Friday that is also a holiday evening once, as a Friday", () => {
		const helgkvallar = [
			{ date: "2016-03-24", name: "skärtorsdagen" },
			{ date: "2016-03-25", name: "långfredagen" },
		];
		const facts = { settings: fridaysAndSaturdays, inForce: YEAR_2016, period: "2016-T1", today: "2016-05-01" };
		const { chart } = calculateRecurring(inputOf({ ...facts, helgkvallar }));
		expect(chart.slots.filter((slot) => slot.key === "2016-03-25")).toHaveLength(1);
		expect(chart.slots).toHaveLength(18 + 18 + 1);
		const rowOf = (key: string) =>
			chart.grid.rows.find((row) => row.cells.some((cells) => cells.some((cell) => cell.key === key)))?.label;
		expect(rowOf("2016-03-25")).toBe("Fredag");
		expect(rowOf("2016-03-24")).toBe("Annan helgkväll");
		expect(chart.grid.columns[0]?.key).toBe("2015-W53");
	});

	it("hold the leap day and 31 December", () => {
		const cadence: Cadence = { type: "weekdays", weekdays: [1, 6], withHelgkvallar: false, onlyHelgfria: false };
		const facts = { settings: settings(cadence), inForce: YEAR_2016 };
		expect(slotsOf({ ...facts, period: "2016-T1" }).map((slot) => slot.key)).toContain("2016-02-29");
		expect(slotsOf({ ...facts, period: "2016-T3" }).map((slot) => slot.key)).toContain("2016-12-31");
	});

	it("leave out a helgdag when only helgfria days are agreed", () => {
		const cadence: Cadence = { type: "weekdays", weekdays: [4], withHelgkvallar: false, onlyHelgfria: true };
		const inForce = { from: "2018-01-01", to: "2018-12-31" };
		const keys = slotsOf({ settings: settings(cadence), inForce, period: "2018-T2" }).map((slot) => slot.key);
		expect(keys).not.toContain("2018-05-10");
		expect(keys).toContain("2018-05-03");
		expect(keys).toHaveLength(17);
	});

	it("keep to a season, also one over the new year", () => {
		const cadence: Cadence = { type: "weekdays", weekdays: [5], withHelgkvallar: false, onlyHelgfria: false };
		const months = (season: RecurringSettings["season"]) => [
			...new Set(
				["2016-T1", "2016-T2", "2016-T3"].flatMap((period) =>
					slotsOf({ settings: settings(cadence, { season }), inForce: YEAR_2016, period }).map((slot) =>
						Number(slot.key.slice(5, 7)),
					),
				),
			),
		];
		expect(months({ fromMonth: 4, toMonth: 10 })).toEqual([4, 5, 6, 7, 8, 9, 10]);
		expect(months({ fromMonth: 10, toMonth: 3 })).toEqual([1, 2, 3, 10, 11, 12]);
	});

	it("say that other days do not count", () => {
		const facts = { settings: fridaysAndSaturdays, inForce: YEAR_2016, period: "2016-T1", today: "2016-01-07" };
		const { remarks } = calculateRecurring(inputOf({ ...facts, entries: entriesOn("2016-01-01", "2016-01-04") }));
		expect(remarks).toContain("1 registrering gäller andra dagar än de avtalade och räknas inte.");
		expect(remarks).toContain("Inga andra helgkvällar är valda i kalendern ännu.");
	});

	it("are done by what is logged today and open until today is over", () => {
		const facts = { settings: fridaysAndSaturdays, inForce: YEAR_2016, period: "2016-T1" };
		const firstDay = (today: string, ...dates: string[]) =>
			slotsOf({ ...facts, today, entries: entriesOn(...dates) })[0]?.state;
		expect(firstDay("2016-01-01")).toBe("open");
		expect(firstDay("2016-01-01", "2016-01-01")).toBe("done");
		expect(firstDay("2016-01-02")).toBe("missed");
	});
});

describe("status of a cadence", () => {
	const fridays = eachDay("2016-01-01", "2016-04-30").filter((date) => weekdayOf(date) === 5);
	const cadence: Cadence = { type: "weekdays", weekdays: [5], withHelgkvallar: false, onlyHelgfria: false };
	const facts = {
		settings: settings(cadence, { slotOne: "fredag", slotMany: "fredagar" }),
		inForce: YEAR_2016,
		period: "2016-T1",
	};

	it.each([
		["not begun", "2015-12-31", [], [], "inte_igang", "inga fredagar ännu"],
		["the first one still open", "2016-01-01", [], [], "inte_igang", "inga fredagar ännu"],
		["the first one done", "2016-01-01", fridays.slice(0, 1), [], "pa_vag", "1 av 1 fredag"],
		["one missed", "2016-01-09", fridays.slice(0, 1), [], "efter", "1 av 2 fredagar"],
		["one missed cannot be made up", "2016-01-10", ["2016-01-01", "2016-01-09"], [], "efter", "1 av 2 fredagar"],
		["one inställd", "2016-01-09", fridays.slice(0, 1), ["2016-01-08"], "pa_vag", "1 av 1 fredag"],
		[
			"an inställd one that was done anyway",
			"2016-01-09",
			fridays.slice(0, 2),
			["2016-01-08"],
			"pa_vag",
			"2 av 2 fredagar",
		],
		["all done on the last one, before the period is over", "2016-04-29", fridays, [], "natt", "18 av 18 fredagar"],
		["all done and over", "2016-05-01", fridays, [], "natt", "18 av 18 fredagar"],
		["one missed and over", "2016-05-01", fridays.slice(1), [], "ej_natt", "17 av 18 fredagar"],
		["nothing done and over", "2016-05-01", [], [], "ej_natt", "0 av 18 fredagar"],
		["all inställda", "2016-05-01", [], fridays, "inte_igang", "inga fredagar ännu"],
	])("%s", (_name, today, dates, excused, status, figure) => {
		const calculation = calculateRecurring(
			inputOf({
				...facts,
				today,
				entries: entriesOn(...dates),
				excusedSlots: excused.map((slotKey) => ({ slotKey, reason: "larm" })),
			}),
		);
		expect([calculation.status, calculation.figure]).toEqual([status, figure]);
	});

	it("shows the inställda with their reason and counts them nowhere", () => {
		const excusedSlots = [{ slotKey: "2016-01-08", reason: "larm" }];
		const { remarks, chart, table } = calculateRecurring(
			inputOf({ ...facts, today: "2016-05-01", entries: entriesOn(...fridays.slice(2)), excusedSlots }),
		);
		expect(remarks).toContain("Inställt: fre 8 januari (larm).");
		expect(remarks).toContain("Missat: fre 1 januari.");
		expect(chart.counts).toEqual({ done: 16, missed: 1, excused: 1, open: 0 });
		expect(table.rows[0]).toEqual(["Januari 2016", 4, 3, 1, 1, 0]);
	});

	it("adds up the löfte from its second period on", () => {
		const may = eachDay("2016-05-01", "2016-05-31").filter((date) => weekdayOf(date) === 5);
		const { remarks } = calculateRecurring(
			inputOf({ ...facts, period: "2016-T2", today: "2016-06-01", entries: entriesOn(...fridays, ...may) }),
		);
		expect(remarks).toContain("Sedan löftet började: 22 av 22 fredagar.");
	});
});

describe("opening hours", () => {
	const hours = [
		{ weekday: 2, from: "13:00", to: "16:00" },
		{ weekday: 4, from: "09:00", to: "12:00" },
	];
	const facts = { inForce: { from: "2018-01-01", to: "2018-12-31" }, period: "2018-T2", today: "2018-09-01" };

	it("expect each opening day, without helgdagar", () => {
		const opening = settings({ type: "opening_hours", hours, onlyHelgfria: true });
		const keys = slotsOf({ ...facts, settings: opening }).map((slot) => slot.key);
		expect(keys).toContain("2018-05-08");
		expect(keys).not.toContain("2018-05-01");
		expect(keys).not.toContain("2018-05-10");
	});

	it("that the text does not give expect nothing", () => {
		const unstated = settings({ type: "opening_hours", hours: [], onlyHelgfria: true });
		const entries = [entry("2018-05-02"), entry("2018-06-02", { quantity: 2 })];
		const { status, headline, figure, chart } = calculateRecurring(inputOf({ ...facts, settings: unstated, entries }));
		expect(status).toBe("inget_minimum");
		expect(headline).toBe("3 möten detta tertial. Öppettiderna står inte i löftet");
		expect(figure).toBe("3 möten");
		expect(chart.months?.map((month) => month.quantity)).toEqual([0, 0, 0, 0, 1, 2, 0, 0]);
	});
});

describe("a changed cadence", () => {
	it("holds from the next period", () => {
		const later = [{ validFrom: "2018-06-01", settings: every("month") }];
		const facts = { settings: weekly, later, inForce: ALVESTA };
		expect(slotsOf({ ...facts, period: "2018-T2" })[0]?.key).toBe("2018-W18");
		expect(slotsOf({ ...facts, period: "2018-T3" })[0]?.key).toBe("2018-09");
	});
});

describe("settings of a cadence", () => {
	const posted = (fields: [string, string][]) => {
		const form = new FormData();
		for (const [name, value] of [...fields, ["slotOne", "kväll"], ["slotMany", "kvällar"]] as const)
			form.append(name, value);
		return recurringSettingsSchema.safeParse(recurringSettingsFromForm(form));
	};

	it("read weekdays", () => {
		const { data } = posted([
			["cadence.type", "weekdays"],
			["cadence.weekdays", "5"],
			["cadence.weekdays", "6"],
			["cadence.withHelgkvallar", "ja"],
		]);
		expect(data).toEqual(fridaysAndSaturdays);
	});

	it("read opening hours as people write them, and a season", () => {
		const { data } = posted([
			["cadence.type", "opening_hours"],
			["cadence.hours.4.from", "9"],
			["cadence.hours.4.to", "16.30"],
			["cadence.hoursOnlyHelgfria", "ja"],
			["season.fromMonth", "4"],
			["season.toMonth", "10"],
		]);
		expect(data?.cadence).toEqual({
			type: "opening_hours",
			hours: [{ weekday: 4, from: "09:00", to: "16:30" }],
			onlyHelgfria: true,
		});
		expect(data?.season).toEqual({ fromMonth: 4, toMonth: 10 });
	});

	it.each<[[string, string][], string]>([
		[[["cadence.type", "weekdays"]], "Veckodagar: välj minst en veckodag eller andra helgkvällar."],
		[
			[
				["cadence.type", "every"],
				["cadence.every", "week"],
				["cadence.times", "0"],
			],
			"Gånger: skriv ett helt tal som är minst 1.",
		],
		[
			[
				["cadence.type", "opening_hours"],
				["cadence.hours.4.from", "13:00"],
			],
			"Öppettider: skriv båda klockslagen som 13:00, eller lämna dagen tom.",
		],
		[
			[
				["cadence.type", "opening_hours"],
				["cadence.hours.4.from", "13:00"],
				["cadence.hours.4.to", "12:00"],
			],
			"Öppettider: stängningen ska vara senare än öppningen.",
		],
		[
			[
				["cadence.type", "every"],
				["cadence.every", "week"],
				["cadence.times", "1"],
				["season.fromMonth", "4"],
			],
			"Säsong: välj både första och sista månaden.",
		],
		[[], "Takt: välj vissa veckodagar, en gång i veckan eller liknande, eller öppettider."],
	])("refuse %j with a way to mend it", (fields, message) => {
		expect(posted(fields).error?.issues.map((issue) => issue.message)).toContain(message);
	});

	it.each([
		[fridaysAndSaturdays, "Varje fredag och lördag samt andra helgkvällar enligt kalendern."],
		[weekly, "Minst 1 möte i veckan."],
		[every("termin", 2), "Minst 2 möten per termin."],
		[{ ...weekly, season: { fromMonth: 4, toMonth: 10 } }, "Minst 1 möte i veckan, april–oktober."],
		[
			settings({ type: "weekdays", weekdays: [4], withHelgkvallar: false, onlyHelgfria: true }),
			"Varje helgfri torsdag.",
		],
		[settings({ type: "opening_hours", hours: [], onlyHelgfria: true }), "Fasta öppettider. Löftet säger inte vilka."],
		[
			settings({ type: "opening_hours", hours: [{ weekday: 4, from: "13:00", to: "16:00" }], onlyHelgfria: true }),
			"Öppet torsdag 13:00–16:00, utom helgdagar.",
		],
	])("say what was agreed: %#", (agreed, text) => {
		expect(describeRecurringSettings(agreed)).toBe(text);
	});
});
