import { beforeAll, describe, expect, test } from "vitest";
import { findMoteView, type MoteView } from "#app/mote/findMote.server.ts";
import type { Db } from "#db/connection.server.ts";
import { demoDatabase } from "#tests/factories/demo.ts";

const DEMO_DATE = "2018-10-15";

let db: Db;
let views: Map<string, MoteView>;

beforeAll(async () => {
	db = await demoDatabase();
	views = new Map();
	const rows = await db
		.selectFrom("mote")
		.innerJoin("kommun", "kommun.id", "mote.kommun_id")
		.select(["mote.id", "mote.held_on as heldOn", "kommun.id as kommunId", "slug", "name", "lokalpolisomrade"])
		.orderBy("slug")
		.orderBy("held_on")
		.execute();
	for (const { id, heldOn, kommunId, slug, name, lokalpolisomrade } of rows) {
		const kommun = { id: kommunId, slug, name, lokalpolisomrade };
		const view = await findMoteView(db, { kommun, moteId: id, today: DEMO_DATE });
		if (view) views.set(`${slug} ${heldOn}`, view);
	}
});

test("three kommuner have held meetings, Sävsjö holds one on the demo's day, and Sunne has one ahead", () => {
	expect([...views].map(([name, { mote }]) => `${name} ${mote.state}`)).toEqual([
		"alvesta 2018-10-11 avslutat",
		"savsjo 2018-01-24 avslutat",
		"savsjo 2018-05-23 avslutat",
		"savsjo 2018-09-05 avslutat",
		"savsjo 2018-10-15 planerat",
		"sunne 2018-05-16 avslutat",
		"sunne 2018-10-09 avslutat",
		"sunne 2018-11-28 planerat",
	]);
});

test("all of them are examples and say so, with who took part by role", () => {
	for (const { mote, content } of views.values()) {
		expect(mote.isExample).toBe(true);
		expect(content.isExample).toBe(true);
		expect(content.deltagare.length).toBeGreaterThan(2);
	}
});

describe("a meeting that has been held", () => {
	const held = () => [...views.values()].filter(({ mote }) => mote.state === "avslutat");

	test("has beslut and notes", () => {
		for (const { content } of held()) {
			const beslut = content.punkter.flatMap((punkt) => punkt.beslut);
			expect(beslut.length, content.heldOn).toBeGreaterThanOrEqual(2);
			expect(beslut.length, content.heldOn).toBeLessThanOrEqual(4);
			expect(content.punkter.some(({ anteckning }) => anteckning !== "")).toBe(true);
		}
	});

	test("decided one or two åtgärder, on its day, each under an aktivitet", () => {
		for (const { content } of held()) {
			const atgarder = content.punkter.flatMap(({ nyaAtgarder }) => nyaAtgarder);
			expect([1, 2], content.heldOn).toContain(atgarder.length);
			for (const { decidedOn, aktivitet } of atgarder) {
				expect(decidedOn).toBe(content.heldOn);
				expect(aktivitet.quotation).not.toBe("");
			}
		}
	});

	test("was opened and closed within the hours that it was planned for", async () => {
		const clock = new Intl.DateTimeFormat("sv-SE", { timeZone: "Europe/Stockholm", timeStyle: "short" });
		for (const { mote } of held()) {
			const [opened, closed] = [mote.openedAt, mote.closedAt].map((at) => clock.format(new Date(at ?? "")));
			expect(`${opened}` >= mote.beginsAt && `${closed}` <= `${mote.endsAt}`, mote.heldOn).toBe(true);
		}
	});
});

test("the reports that were reviewed at a meeting are marked so by its closing, before they were signed", async () => {
	const reviewed = [...views.values()].flatMap(({ mote, content }) =>
		content.punkter
			.filter(({ outcome }) => outcome === "granskad")
			.map(({ rapport }) => ({ rapportId: rapport?.id ?? 0, closedAt: mote.closedAt })),
	);
	expect(reviewed).toHaveLength(3);
	for (const { rapportId, closedAt } of reviewed) {
		const rapport = await db
			.selectFrom("rapport")
			.leftJoin("rapport_snapshot", "rapport_snapshot.rapport_id", "rapport.id")
			.select(["granskad_at as granskadAt", "signed_at as signedAt"])
			.where("rapport.id", "=", rapportId)
			.executeTakeFirstOrThrow();
		expect(rapport.granskadAt).toBe(closedAt);
		if (rapport.signedAt !== null) expect(rapport.signedAt > `${rapport.granskadAt}`).toBe(true);
	}
});

test("the agenda of the demo's day is live: the report that waits, what deviates, what is late, what comes and its own item", () => {
	const { content } = viewOf("savsjo 2018-10-15");
	expect(content.punkter.map(({ kind }) => kind)).toEqual([
		"rapport",
		"avvikelse",
		"avvikelse",
		"atgarder",
		"kommande",
		"egen",
	]);
	expect(content.punkter[0]?.rapport).toMatchObject({ periodCode: "2018-T2", begardaBeslut: [{ part: "kommun" }] });
	const open = content.punkter.flatMap(({ atgarder }) => atgarder);
	expect(open.map(({ dueOn }) => dueOn)).toEqual(["2018-10-01", "2018-10-26"]);
});

test("the åtgärder after a trygghetsvandring in Sunne were decided at the meeting of that evening, and count as before", async () => {
	const rows = await db
		.selectFrom("atgard")
		.innerJoin("kommun", "kommun.id", "atgard.kommun_id")
		.select(["decided_on as decidedOn", "punkt_id as punktId", "done_on as doneOn"])
		.where("slug", "=", "sunne")
		.execute();
	expect(rows).toHaveLength(11);
	expect(rows.filter(({ doneOn }) => doneOn !== null)).toHaveLength(7);
	const atMeetings = rows.filter(({ punktId }) => punktId !== null).map(({ decidedOn }) => decidedOn);
	expect(atMeetings).toEqual(["2018-05-16", "2018-05-16", "2018-10-09", "2018-10-09"]);
});

function viewOf(name: string): MoteView {
	const view = views.get(name);
	if (!view) throw new RangeError(`no meeting ${name}`);
	return view;
}
