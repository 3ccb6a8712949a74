import { describe, expect, test } from "vitest";
import { addDays, type IsoDate } from "#app/domain/dates.ts";
import { type Digest, digestOf, MOST_LINES, mendedKeys, type Told } from "#app/notiser/digest.ts";
import type { Notis } from "#app/notiser/notis.ts";

const TODAY = "2018-10-15";
const NOTHING: Told = new Map();

function notis(key: string, more: Partial<Notis> = {}): Notis {
	return {
		key,
		kind: "atgard",
		severity: "forsenat",
		kommun: { id: 1, slug: "savsjo", name: "Sävsjö" },
		title: "Röj sly",
		why: "Försenad",
		to: "/intern/savsjo/atgarder",
		day: null,
		isExample: false,
		...more,
	};
}

/** The letters of week after week, each knowing what those before it told. */
function weekAfterWeek(weeks: (readonly Notis[])[], from = TODAY): (Digest | null)[] {
	const told = new Map<string, IsoDate>();
	return weeks.map((notiser, week) => {
		const today = addDays(from, 7 * week);
		for (const key of mendedKeys(notiser, told)) told.delete(key);
		const digest = digestOf(notiser, { told, today });
		for (const key of digest?.toldKeys ?? []) told.set(key, today);
		return digest;
	});
}

const keysOf = (digest: Digest | null | undefined) => digest?.lines.map((line) => line.notis.key);

describe("what a letter tells", () => {
	test("nothing open is no letter", () => {
		expect(digestOf([], { told: NOTHING, today: TODAY })).toBeNull();
	});

	test("the worst stands first, whatever order it was found in", () => {
		const found = [
			notis("mote:1:2018-10-18", { kind: "mote", severity: "snart", day: "2018-10-18" }),
			notis("atgard:2:overdue", { day: "2018-10-03" }),
			notis("atgard:1:overdue", { day: "2018-10-01" }),
			notis("efter:1:2018-T3:efter", { kind: "efter", severity: "efter" }),
		];
		expect(keysOf(digestOf(found, { told: NOTHING, today: TODAY }))).toEqual([
			"atgard:1:overdue",
			"atgard:2:overdue",
			"efter:1:2018-T3:efter",
			"mote:1:2018-10-18",
		]);
	});

	test("a thing is told once; the weeks after it there is no letter", () => {
		const [first, second, third] = weekAfterWeek([[notis("a")], [notis("a")], [notis("a")]]);
		expect(keysOf(first)).toEqual(["a"]);
		expect([second, third]).toEqual([null, null]);
	});

	test("beside something new, what was told before is only summed", () => {
		const old = [
			notis("a"),
			notis("b"),
			notis("c", { kind: "mote" }),
			notis("d", { kind: "rapport", severity: "vantar" }),
			notis("e", { kind: "efter", severity: "ej_natt" }),
			notis("f", { kind: "efter", severity: "ej_natt" }),
			notis("g", { severity: "snart" }),
		];
		const [, second] = weekAfterWeek([old, [...old, notis("new")]]);
		expect(keysOf(second)).toEqual(["new"]);
		expect(second?.earlier).toEqual([
			"2 åtgärder är försenade",
			"1 möte är försenat",
			"2 aktiviteter nåddes inte",
			"1 rapport väntar på dig",
			"1 åtgärd närmar sig",
		]);
	});

	test("what has been mended and comes back is new", () => {
		const [, gone, back] = weekAfterWeek([[notis("a"), notis("b")], [notis("b")], [notis("a"), notis("b")]]);
		expect(gone).toBeNull();
		expect(keysOf(back)).toEqual(["a"]);
	});

	test("more than a letter has room for is told in the next", () => {
		const many = Array.from({ length: MOST_LINES + 3 }, (_, index) => notis(`a${index}`));
		const [first, second, third] = weekAfterWeek([many, many, many]);
		expect([first?.lines.length, first?.leftCount]).toEqual([MOST_LINES, 3]);
		expect([second?.lines.length, second?.leftCount]).toEqual([3, 0]);
		expect([first?.newCount, first?.againCount, second?.newCount]).toEqual([MOST_LINES + 3, 0, 3]);
		expect(second?.earlier).toEqual([`${MOST_LINES} åtgärder är försenade`]);
		expect(third).toBeNull();
	});
});

describe("what stands still", () => {
	test("is counted apart from what is new, also where the letter has no room for it", () => {
		const old = Array.from({ length: MOST_LINES }, (_, index) => notis(`old${index}`));
		const fresh = [notis("new1"), notis("new2", { severity: "snart" })];
		const [, , , , fifth] = weekAfterWeek([old, old, old, old, [...old, ...fresh]]);
		expect(fifth).toMatchObject({ newCount: 2, againCount: MOST_LINES, leftCount: 2 });
		expect(fifth?.lines).toHaveLength(MOST_LINES);
	});

	test("is told again after four weeks, and after eight", () => {
		const still = [notis("a", { day: TODAY })];
		const letters = weekAfterWeek(Array.from({ length: 10 }, () => still));
		expect(letters.map((letter) => letter?.lines[0]?.weeks)).toEqual([
			null,
			...[undefined, undefined, undefined, 4],
			...[undefined, undefined, undefined, 8, undefined],
		]);
	});

	test("is told again from when it was told, however old it was by then, so that all of it comes in one letter", () => {
		const old = [notis("a", { day: addDays(TODAY, -65) }), notis("b", { day: addDays(TODAY, -9) }), notis("c")];
		const letters = weekAfterWeek([old, old, old, old, old]);
		expect(letters.map(keysOf)).toEqual([["a", "b", "c"], undefined, undefined, undefined, ["a", "b", "c"]]);
		expect(letters[4]?.toldKeys).toEqual(["a:4v", "b:4v", "c:4v"]);
	});

	test("is told again four weeks later also where the first letter came on a Wednesday, or the later does", () => {
		const told: Told = new Map([["a", "2017-12-27"]]);
		expect(digestOf([notis("a")], { told, today: "2018-01-22" })?.lines[0]?.weeks).toBe(4);
		expect(digestOf([notis("a")], { told, today: "2018-01-15" })).toBeNull();
	});

	test("is told again from the start when it has been mended in between", () => {
		const told: Told = new Map(["a", "a:8v", "b"].map((key) => [key, TODAY]));
		expect(mendedKeys([notis("b")], told)).toEqual(["a", "a:8v"]);
		expect(mendedKeys([notis("a"), notis("b")], told)).toEqual([]);
	});

	test("keeps within the longest key that the database takes", () => {
		const long = notis("x".repeat(118));
		expect(digestOf([long], { told: NOTHING, today: TODAY })?.toldKeys).toEqual([long.key]);
		expect(digestOf([long], { told: new Map([[long.key, "2018-01-01"]]), today: TODAY })).toBeNull();
	});
});
