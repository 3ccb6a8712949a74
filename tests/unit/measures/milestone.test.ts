import { describe, expect, it } from "vitest";
import { calculateMilestone } from "#app/measures/milestone/calculation.ts";
import {
	describeMilestoneSettings,
	milestoneSettingsFromForm,
	milestoneSettingsSchema,
} from "#app/measures/milestone/settings.ts";
import { entriesOn, inputOf } from "./input.ts";

const YEAR_2017 = { from: "2017-01-01", to: "2017-12-31" };
const planned = { settings: { plannedOn: "2017-04-21" }, inForce: YEAR_2017 };

describe("milestone", () => {
	it.each([
		["late", "2017-05-03", "Klart 3 maj 2017, 12 dagar efter plan"],
		["early", "2017-04-20", "Klart 20 april 2017, 1 dag före plan"],
		["on the day", "2017-04-21", "Klart 21 april 2017, enligt plan"],
	])("done %s", (_name, date, headline) => {
		const entries = entriesOn(date, "2017-06-01");
		const calculation = calculateMilestone(inputOf({ ...planned, period: "2017-T2", today: "2017-07-01", entries }));
		expect([calculation.status, calculation.headline]).toEqual(["natt", headline]);
	});

	it.each([
		["before its day", "2017-T1", "2017-04-21", "inte_igang"],
		["the day after", "2017-T1", "2017-04-22", "efter"],
		["still, in a tertial that is over", "2017-T1", "2017-05-02", "efter"],
		["when the dokument is over", "2017-T3", "2018-01-01", "ej_natt"],
		["in a tertial that has not begun", "2017-T3", "2017-05-01", "inte_igang"],
	])("not done %s", (_name, period, today, status) => {
		expect(calculateMilestone(inputOf({ ...planned, period, today })).status).toBe(status);
	});

	it.each([
		["2017-T3", "2017-12-31", "inte_igang"],
		["2017-T3", "2018-01-01", "ej_natt"],
	])("without a planned day is never late: %s on %s", (period, today, status) => {
		const facts = { settings: { plannedOn: null }, inForce: YEAR_2017, period, today };
		expect(calculateMilestone(inputOf(facts)).status).toBe(status);
	});

	it("done later was not done in the tertial before", () => {
		const facts = { ...planned, period: "2017-T1", today: "2017-07-01", entries: entriesOn("2017-05-03") };
		expect(calculateMilestone(inputOf(facts)).status).toBe("efter");
	});

	it("done on the last day counts, the day after does not, nor what was before the löfte", () => {
		const facts = { ...planned, period: "2017-T3", today: "2018-02-01" };
		expect(calculateMilestone(inputOf({ ...facts, entries: entriesOn("2017-12-31") })).status).toBe("natt");
		expect(calculateMilestone(inputOf({ ...facts, entries: entriesOn("2018-01-01") })).status).toBe("ej_natt");
		expect(calculateMilestone(inputOf({ ...facts, entries: entriesOn("2016-12-31") })).status).toBe("ej_natt");
	});

	it("keeps every mark on its line, also planned outside the days in force", () => {
		const facts = { settings: { plannedOn: "2018-03-01" }, inForce: YEAR_2017, period: "2017-T3", today: "2018-06-01" };
		const { chart } = calculateMilestone(inputOf({ ...facts, entries: entriesOn("2017-12-31") }));
		const shares = [chart.from, chart.to, chart.planned, chart.done].map((point) => point?.share);
		expect(shares[0]).toBe(0);
		expect(shares[2]).toBe(1);
		for (const share of shares) expect(share).toBeLessThanOrEqual(1);
	});

	it("reads its settings", () => {
		const form = new FormData();
		form.append("plannedOn", " ");
		expect(milestoneSettingsSchema.parse(milestoneSettingsFromForm(form))).toEqual({ plannedOn: null });
		form.set("plannedOn", "2017-02-30");
		expect(milestoneSettingsSchema.safeParse(milestoneSettingsFromForm(form)).error?.issues[0]?.message).toBe(
			"Planerat klart: skriv dagen med år, som 2018-12-31 eller 31 december 2018, eller lämna tomt.",
		);
		form.set("plannedOn", "30 april 2017");
		expect(milestoneSettingsSchema.parse(milestoneSettingsFromForm(form))).toEqual({ plannedOn: "2017-04-30" });
		form.set("plannedOn", "30 april");
		expect(milestoneSettingsSchema.safeParse(milestoneSettingsFromForm(form)).success).toBe(false);
		expect(describeMilestoneSettings({ plannedOn: "2017-04-21" })).toBe("Ska vara klart 21 april 2017.");
	});
});
