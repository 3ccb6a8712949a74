import { describe, expect, test } from "vitest";
import { type AtgardFacts, daysOverdue, isOverdue, listAtgarder, ownersOf } from "#app/domain/atgard.ts";
import type { Role } from "#app/domain/permissions.ts";
import { atgardView } from "#app/features/atgarder/atgardView.ts";

const TODAY = "2018-10-15";

function atgard(id: number, change: Partial<AtgardFacts> = {}): AtgardFacts {
	return { id, owner: "kommun", decidedOn: "2018-09-01", dueOn: null, doneOn: null, ...change };
}

function view(change: Partial<AtgardFacts>, today = TODAY) {
	return atgardView({ ...atgard(1, change), version: 1, title: "Sly", doneNote: null, isExample: false }, today);
}

describe("overdue", () => {
	test.each<[string, Pick<AtgardFacts, "dueOn" | "doneOn">, number]>([
		["due today", { dueOn: TODAY, doneOn: null }, 0],
		["due tomorrow", { dueOn: "2018-10-16", doneOn: null }, 0],
		["due yesterday", { dueOn: "2018-10-14", doneOn: null }, 1],
		["due a fortnight ago", { dueOn: "2018-10-01", doneOn: null }, 14],
		["without a last day", { dueOn: null, doneOn: null }, 0],
		["done after its last day", { dueOn: "2018-10-01", doneOn: "2018-10-10" }, 0],
	])("is counted in whole days: %s", (_what, facts, days) => {
		expect(daysOverdue(facts, TODAY)).toBe(days);
		expect(isOverdue(facts, TODAY)).toBe(days > 0);
	});

	test("counts days and not hours over the change from summer time", () => {
		expect(daysOverdue({ dueOn: "2018-10-27", doneOn: null }, "2018-10-29")).toBe(2);
	});

	test("is said by the day and the number of days, with the year when it is another", () => {
		expect(view({ dueOn: "2018-10-01" })).toMatchObject({
			overdueText: "Försenad sedan 1 oktober, 14 dagar",
			dueText: null,
		});
		expect(view({ dueOn: "2018-10-14" }).overdueText).toBe("Försenad sedan 14 oktober, 1 dag");
		expect(view({ dueOn: "2017-12-31" }, "2018-01-01").overdueText).toBe("Försenad sedan 31 december 2017, 1 dag");
	});

	test("is not said of one due today, nor of one that is done", () => {
		expect(view({ dueOn: TODAY })).toMatchObject({ overdueText: null, dueText: "klar senast i dag" });
		expect(view({ dueOn: "2018-12-01" })).toMatchObject({ overdueText: null, dueText: "klar senast 1 december 2018" });
		expect(view({ dueOn: "2018-10-01", doneOn: "2018-10-10" })).toMatchObject({
			overdueText: null,
			dueText: "klar 10 oktober 2018",
			isDone: true,
		});
		expect(view({})).toMatchObject({ overdueText: null, dueText: null, isDone: false });
	});
});

describe("the lists", () => {
	const all = [
		atgard(1, { doneOn: "2018-10-02" }),
		atgard(2),
		atgard(3, { dueOn: "2018-12-01", owner: "polis" }),
		atgard(4, { dueOn: "2018-10-01", owner: "gemensamt" }),
		atgard(5, { dueOn: "2018-09-20", owner: "annan" }),
		atgard(6, { doneOn: "2018-10-10", owner: "polis" }),
		atgard(7, { dueOn: TODAY }),
		atgard(8, { decidedOn: "2018-08-01" }),
		atgard(9, { doneOn: "2018-10-10" }),
		atgard(10, { dueOn: "2018-10-01", owner: "polis" }),
	];
	const idsOf = (roles: readonly Role[] = ["kommunpolis"]) =>
		Object.fromEntries(
			Object.entries(listAtgarder(all, { today: TODAY, owners: ownersOf(roles) })).map(([list, atgarder]) => [
				list,
				atgarder.map(({ id }) => id),
			]),
		);

	test("stand the longest overdue first, those without a last day last, and the done by the latest", () => {
		const before = structuredClone(all);
		expect(idsOf()).toEqual({
			oppna: [5, 4, 10, 7, 3, 8, 2],
			forsenade: [5, 4, 10],
			mina: [4, 10, 3],
			klara: [9, 6, 1],
			alla: [5, 4, 10, 7, 3, 8, 2, 9, 6, 1],
		});
		expect(all).toEqual(before);
	});

	test("are the same whatever order the rows come in", () => {
		const reversed = listAtgarder([...all].reverse(), { today: TODAY, owners: [] });
		expect(reversed.alla.map(({ id }) => id)).toEqual(idsOf().alla);
	});

	test.each<[Role[], string[]]>([
		[["kommunpolis"], ["polis", "gemensamt"]],
		[["samordnare"], ["kommun", "gemensamt"]],
		[["undertecknare"], ["kommun", "gemensamt"]],
		[
			["kommunpolis", "samordnare"],
			["polis", "gemensamt", "kommun"],
		],
		[["ledamot", "admin"], []],
		[[], []],
	])("call mine, for %j, what %j are responsible for", (roles, owners) => {
		expect(ownersOf(roles)).toEqual(owners);
	});
});
