import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { type Entry, FEWER_THAN_FIVE } from "#app/measures/types.ts";
import { entry, inputOf, weekly } from "./input.ts";
import { AFTERWARDS, DURING, insatser, platser, publish, SCENES, speed, TITLE, when } from "./publishScenes.ts";

describe.each(SCENES)("%s, %s, when it is sensitive", (kind, _what, input) => {
	it.each([DURING, AFTERWARDS])("has no chart, no table and no sum, however much was done (%s)", (today) => {
		for (const done of [0, 4, 5, 7])
			expect(publish(kind, input({ done, today }), true)).toMatchObject({
				chart: null,
				table: null,
				figures: { cumulative: null },
			});
	});
});

describe("a sensitive measure", () => {
	const hidden = SCENES.filter(([kind]) => kind !== "milestone" && kind !== "outcome");

	it.each(hidden)("%s, %s: says the same of every number below five", (kind, _what, input) => {
		for (const today of [DURING, AFTERWARDS]) {
			const said = [0, 1, 2, 3, 4].map((done) => JSON.stringify(publish(kind, input({ done, today }), true)));
			expect(new Set(said).size, said.join("\n")).toBe(1);
			expect(said[0]).toContain(`"thisPeriod":"${FEWER_THAN_FIVE}"`);
			expect(said[0]).toMatch(/"headline":"Färre än 5 \S+.* detta tertial"/);
			expect(said[0]).toMatch(/"figure":"färre än 5 \S+/);
		}
	});

	it.each(hidden.filter(([, what]) => what !== "nothing agreed"))(
		"%s, %s: says five as it is",
		(kind, _what, input) => {
			const { headline, figure, figures } = publish(kind, input({ done: 5 }), true);
			expect(figures.thisPeriod).toBe(5);
			expect(headline).toMatch(/^5 \S+.* detta tertial$/);
			expect(figure).toMatch(/^5 \S+/);
		},
	);

	it.each([
		[4.99, FEWER_THAN_FIVE, "Färre än 5 km/h detta tertial"],
		[-12, FEWER_THAN_FIVE, "Färre än 5 km/h detta tertial"],
		[5, 5, "5 km/h detta tertial"],
		[38.5, 38.5, "38,5 km/h detta tertial"],
	])("hides a small measured value too: %d", (value, thisPeriod, headline) => {
		const settings = { ...speed, series: speed.series.slice(0, 1) };
		const entries = [entry("2018-05-02", { quantity: value, platsId: 1 })];
		const input = inputOf<unknown>({ ...when, today: DURING, settings, platser, entries });
		const said = publish("outcome", input, true);
		expect(said.figures).toEqual({ unit: "km/h", periodMinimum: null, thisPeriod, minimum: 38, cumulative: null });
		expect(said.headline).toBe(headline);
	});

	it("says of a measured value that there is none, and never that it is small", () => {
		const settings = { ...speed, series: speed.series.slice(0, 1) };
		const said = publish("outcome", inputOf<unknown>({ ...when, today: DURING, settings, platser }), true);
		expect(said).toMatchObject({ figure: "ingen uppgift", headline: "Ingen uppgift detta tertial" });
	});

	it("does not tell by what is due that this week's meeting is held already", () => {
		const facts = { ...when, settings: weekly, today: "2018-05-03" };
		const held = publish("recurring", inputOf<unknown>({ ...facts, entries: [entry("2018-05-02")] }), true);
		expect(held.figures).toMatchObject({ periodMinimum: 18, thisPeriod: FEWER_THAN_FIVE, minimum: 35 });
		expect(publish("recurring", inputOf<unknown>(facts), true)).toEqual(held);
	});

	it("says that a milestone is done or not, which is the promise itself, and no number", () => {
		const settings = { plannedOn: "2018-05-20" };
		const done = publish(
			"milestone",
			inputOf({ ...when, today: DURING, settings, entries: [entry("2018-05-02")] }),
			true,
		);
		expect(done).toMatchObject({ headline: "Klart", figures: { thisPeriod: FEWER_THAN_FIVE, minimum: 1 } });
		expect(publish("milestone", inputOf({ ...when, today: DURING, settings }), true).headline).toBe("Inte klart");
	});

	it("hides how few åtgärder were decided, which was counted and not agreed", () => {
		const decided = (count: number) => {
			const atgarder = Array.from({ length: count }, (_, index) => ({
				id: index + 1,
				title: TITLE,
				decidedOn: "2018-05-02",
				dueOn: null,
				doneOn: "2018-06-01",
			}));
			return publish("actions", inputOf<unknown>({ ...when, today: AFTERWARDS, settings: {}, atgarder }), true);
		};
		expect(decided(3)).toEqual(decided(1));
		expect(decided(4).figures.minimum).toBe(FEWER_THAN_FIVE);
		expect(decided(6).figures.minimum).toBe(6);
	});

	it("never tells of a count below five, whatever was done before and whatever was agreed", () => {
		const before = fc.array(fc.integer({ min: 1, max: 9 }), { maxLength: 4 });
		const inPeriod = fc.array(fc.constant(1), { maxLength: 4 });
		fc.assert(
			fc.property(before, inPeriod, fc.integer({ min: 1, max: 30 }), (earlier, now, minimum) => {
				const entries: Entry[] = [
					...earlier.map((quantity) => entry("2018-02-01", { quantity })),
					...now.map((quantity, index) => entry(`2018-05-0${index + 1}`, { quantity })),
				];
				const facts = { ...when, today: AFTERWARDS, settings: { ...insatser, minimum } };
				const said = publish("count", inputOf<unknown>({ ...facts, entries }), true);
				const saidOfNothing = publish("count", inputOf<unknown>(facts), true);
				expect(said).toEqual(saidOfNothing);
			}),
		);
	});
});
