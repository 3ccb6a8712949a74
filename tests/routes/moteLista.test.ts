import { beforeEach, describe, expect, test } from "vitest";
import { findAllMoten } from "#db/mote.server.ts";
import { makeMote } from "#tests/factories/mote.ts";
import { formWith } from "./html.ts";
import { intentsOf, type MoteScene, makeMoteScene } from "./moteScene.ts";
import { asPosted } from "./rapportScene.ts";

let at: MoteScene;

beforeEach(async () => {
	at = await makeMoteScene();
});

async function plan(typed: Record<string, string> = {}) {
	const { forms } = await at.list.open(at.visitor);
	return { ...asPosted(formWith(forms, { intent: "planMote" })), ...typed };
}

const TYPED = { heldOn: "2018-11-14", beginsAt: "13", endsAt: "15.00", place: "Kommunhuset" };

test("an empty list says what a meeting gives, and to whoever may that one can be planned", async () => {
	const mine = await at.list.open(at.visitor);
	expect(mine.text).toContain("Inga möten än");
	expect(mine.text).toContain("rapporter att granska");
	expect(intentsOf(mine)).toEqual(["planMote"]);
	const theirs = await at.list.open(await at.as("ledamot"));
	expect(intentsOf(theirs)).toEqual([]);
	expect(theirs.text).toContain("Samordnaren eller kommunpolisen planerar det första.");
});

test("a planned meeting leads to its own page, and the next form begins as it did but for the day", async () => {
	const posted = await at.list.post(
		at.visitor,
		await plan({ ...TYPED, "count.ledamot": "5", others: "2 Räddningstjänsten\nSkolan" }),
	);
	expect(posted.location).toMatch(/^\/intern\/provkommun\/mote\/\d+\?sparat=planMote$/);
	expect(await plan()).toMatchObject({
		title: "Brottsförebyggande rådet",
		heldOn: "",
		beginsAt: "13:00",
		endsAt: "15:00",
		place: "Kommunhuset",
		"count.ledamot": "5",
		"count.samordnare": "",
		others: "2 Räddningstjänsten\nSkolan",
	});
});

test("a form that is sent twice plans one meeting", async () => {
	const form = await plan(TYPED);
	const first = await at.list.post(at.visitor, form);
	const second = await at.list.post(at.visitor, form);
	expect(second.location).toBe(first.location);
	expect(await findAllMoten(at.db, { kommunId: at.kommun.id })).toHaveLength(1);
});

test("what is refused is said beside its field, with all that was typed", async () => {
	const form = await plan({ ...TYPED, endsAt: "12", place: "Kommunhuset, sal B" });
	const { status, page } = await at.list.post(at.visitor, form);
	expect(status).toBe(400);
	expect(page?.text).toContain("Slutar: välj ett klockslag efter att mötet börjar.");
	expect(formWith(page?.forms ?? [], { intent: "planMote" })).toMatchObject({
		uuid: [form.uuid],
		endsAt: ["12"],
		place: ["Kommunhuset, sal B"],
	});
	expect(page?.html).toContain('<details class="disclosure" open');
});

describe("the order", () => {
	test("the meeting that is open stands first, then what comes, then what has been, the latest first", async () => {
		await makeMote(at, { heldOn: "2018-10-20" });
		await makeMote(at, { heldOn: "2018-12-01" });
		await makeMote(at, { heldOn: "2018-09-03", state: "avslutat" });
		await makeMote(at, { heldOn: "2018-10-01", state: "installt" });
		const open = await makeMote(at, { heldOn: "2018-10-15", state: "oppet" });
		const { data, text } = await at.list.open(at.visitor);
		expect(data.next).toMatchObject({ id: open.id, when: "I dag kl. 13.00–15.00", stateWord: "Pågår" });
		expect(data.next?.projectorTo).toBe(`/intern/provkommun/mote/${open.id}/visa`);
		expect(data.later.map(({ when }) => when.slice(0, 20))).toEqual(["Lördag 20 oktober 20", "Lördag 1 december 20"]);
		expect(data.past.map(({ stateWord, beslut }) => [stateWord, beslut])).toEqual([
			["Inställt", null],
			["Avslutat", "0 beslut, 0 åtgärder"],
		]);
		expect(text).toContain("För få kan komma.");
		expect(text).toContain("Till projektorvyn");
	});

	test.each([
		["2018-10-14", "planerat", "Varken öppnat eller inställt"],
		["2018-10-15", "planerat", "Nästa möte"],
		["2018-10-14", "oppet", "Mötet pågår"],
	] as const)("of %s, %s, stands first under: %s", async (heldOn, state, kicker) => {
		const { id } = await makeMote(at, { heldOn, state });
		const { data, text } = await at.list.open(at.visitor);
		expect(data.next).toMatchObject({ id, kicker });
		expect(text).toContain(kicker);
	});

	test("a long past is read a page at a time", async () => {
		for (let month = 1; month <= 9; month++) {
			const heldOn = `2018-0${month}-05`;
			await makeMote(at, { heldOn, state: "installt" });
			await makeMote(at, { heldOn, state: "installt", title: "Extra möte" });
		}
		expect((await at.list.open(at.visitor)).data.past).toHaveLength(15);
		expect((await at.list.open(at.visitor, "?sida=2")).data.past).toHaveLength(3);
	});
});
