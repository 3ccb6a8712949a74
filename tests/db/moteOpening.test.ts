import { describe, expect, test } from "vitest";
import { changeMote } from "#app/commands/changeMote.server.ts";
import { notePunkt } from "#app/commands/notePunkt.server.ts";
import { openMote } from "#app/commands/openMote.server.ts";
import { recordBeslut } from "#app/commands/recordBeslut.server.ts";
import { unopenMote } from "#app/commands/unopenMote.server.ts";
import { withdrawBeslut } from "#app/commands/withdrawBeslut.server.ts";
import { makeMote, makeOpenMote, moteRow, newMote, viewMote } from "#tests/factories/mote.ts";
import { makeRapport } from "#tests/factories/rapport.ts";
import { makeScene } from "#tests/factories/scene.ts";

/** A meeting that is planned for today, with a report to review. */
async function planned() {
	const scene = await makeScene();
	const rapport = await makeRapport(scene, { state: "inlamnad" });
	return { scene, mote: await makeMote(scene), key: `rapport:${rapport.id}` };
}

describe("opening a meeting", () => {
	test.each([
		// Sweden is two hours ahead of UTC in October: 00:30 on the day, and half an hour before it.
		{ now: "2018-10-14T22:30:00.000Z", isOpened: true },
		{ now: "2018-10-14T21:30:00.000Z", isOpened: false },
		// A day later, for minutes that are written afterwards.
		{ now: "2018-10-16T07:00:00.000Z", isOpened: true },
	])("on the day it is held by Swedish time: $now is $isOpened", async ({ now, isOpened }) => {
		const scene = await makeScene();
		const mote = await makeMote(scene);
		const opened = openMote(scene.db, { ...scene.samordnare, now }, { moteId: mote.id, version: mote.version });
		if (isOpened) await opened;
		else
			await expect(opened).rejects.toMatchObject({
				code: "conflict",
				message: "Mötet kan öppnas den dag det hålls. Ändra dagen om det hålls tidigare.",
			});
	});

	test.each([
		// The night when clocks go back: 00:30 summer time on 28 October.
		{ now: "2018-10-27T22:30:00.000Z", heldOn: "2018-10-28" },
		// The first half hour of the day after it, in winter time.
		{ now: "2018-10-28T23:30:00.000Z", heldOn: "2018-10-29" },
	])("around the clock change: $now is $heldOn", async ({ now, heldOn }) => {
		const scene = await makeScene();
		const actor = { ...scene.samordnare, now };
		const mote = await makeMote(scene, { heldOn });
		await openMote(scene.db, actor, { moteId: mote.id, version: mote.version });
		expect((await moteRow({ db: scene.db, actor }, mote.id)).state).toBe("oppet");
	});

	test("by mistake is taken back while nothing is decided, and what was noted stays", async () => {
		const { scene, mote, key } = await planned();
		const { db, samordnare } = scene;
		await openMote(db, samordnare, { moteId: mote.id, version: 1 });
		const note = { moteId: mote.id, key, version: 1, anteckning: "Rådet läste.", outcome: null };
		await notePunkt(db, samordnare, note);
		await unopenMote(db, samordnare, { moteId: mote.id, version: 2 });
		const view = await viewMote(scene, mote.id);
		expect(view.mote).toMatchObject({ state: "planerat", openedAt: null });
		expect(view.content.punkter[0]).toMatchObject({ key, anteckning: "Rådet läste." });
	});

	test("is taken back in its own kommun, as the page showed it", async () => {
		const { scene, mote } = await planned();
		const { db, samordnare, stranger } = scene;
		const moteId = mote.id;
		await openMote(db, samordnare, { moteId, version: 1 });
		await expect(unopenMote(db, stranger, { moteId, version: 2 })).rejects.toMatchObject({ code: "not_found" });
		await expect(unopenMote(db, samordnare, { moteId, version: 1 })).rejects.toMatchObject({ code: "conflict" });
		await unopenMote(db, samordnare, { moteId, version: 2 });
		await expect(unopenMote(db, samordnare, { moteId, version: 3 })).rejects.toMatchObject({ code: "conflict" });
	});

	test("is not taken back once something has been decided, also when that was withdrawn", async () => {
		const { scene, mote, key } = await makeOpenMote();
		const beslut = { uuid: crypto.randomUUID(), moteId: mote.id, key, text: "Mer belysning." };
		const { id: beslutId } = await recordBeslut(scene.db, scene.samordnare, beslut);
		await withdrawBeslut(scene.db, scene.samordnare, { beslutId, version: 1 });
		await expect(
			unopenMote(scene.db, scene.samordnare, { moteId: mote.id, version: mote.version }),
		).rejects.toMatchObject({ code: "conflict", message: "Något är redan beslutat. Avsluta mötet i stället." });
	});
});

test("the day of an open meeting stands, the rest can be changed", async () => {
	const { scene, mote } = await makeOpenMote();
	const change = { moteId: mote.id, version: mote.version, ...newMote() };
	await expect(changeMote(scene.db, scene.samordnare, { ...change, heldOn: "2018-10-14" })).rejects.toMatchObject({
		code: "invalid",
		field: "heldOn",
	});
	await changeMote(scene.db, scene.samordnare, { ...change, endsAt: null, deltagare: [] });
	expect((await viewMote(scene, mote.id)).content).toMatchObject({ endsAt: null, deltagare: [] });
});
