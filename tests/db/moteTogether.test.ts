import { describe, expect, test } from "vitest";
import { changeBeslut } from "#app/commands/changeBeslut.server.ts";
import { changeMote } from "#app/commands/changeMote.server.ts";
import { closeMote } from "#app/commands/closeMote.server.ts";
import { notePunkt } from "#app/commands/notePunkt.server.ts";
import { openMote } from "#app/commands/openMote.server.ts";
import { recordBeslut } from "#app/commands/recordBeslut.server.ts";
import { withdrawBeslut } from "#app/commands/withdrawBeslut.server.ts";
import { findAllAuditEvents } from "#db/audit.server.ts";
import { makeMote, makeOpenMote, newMote, type OpenMote, storedMoteRows, viewMote } from "#tests/factories/mote.ts";
import { makeScene } from "#tests/factories/scene.ts";

const note = ({ mote, key }: OpenMote, outcome: "granskad" | "bordlagd" | null, version = 1) => ({
	moteId: mote.id,
	key,
	version,
	anteckning: "Rådet läste rapporten.",
	outcome,
});

describe("two people at the same meeting", () => {
	test("one closes it while another records a beslut: refused in words, and the minutes stand", async () => {
		const { scene, mote, key } = await makeOpenMote();
		const { db, samordnare, polis } = scene;
		await closeMote(db, samordnare, { moteId: mote.id, version: mote.version });
		const before = await storedMoteRows(db);
		await expect(
			recordBeslut(db, polis, { uuid: crypto.randomUUID(), moteId: mote.id, key, text: "För sent." }),
		).rejects.toMatchObject({
			code: "conflict",
			message: "Mötet är avslutat och protokollet ändras inte mer. Ta upp saken på nästa möte.",
		});
		expect(await storedMoteRows(db)).toEqual(before);
	});

	test("both close it: it is closed once, and the second one is told", async () => {
		const { scene, mote } = await makeOpenMote();
		const { db, samordnare, polis } = scene;
		const seen = { moteId: mote.id, version: mote.version };
		const answers = await Promise.allSettled([closeMote(db, samordnare, seen), closeMote(db, polis, seen)]);
		expect(answers.map(({ status }) => status).sort()).toEqual(["fulfilled", "rejected"]);
		expect(answers.find(({ status }) => status === "rejected")).toMatchObject({
			reason: { code: "conflict", message: "Mötet är redan avslutat, och protokollet är låst." },
		});
	});

	test("one records a beslut while another is about to close it: the minutes have it", async () => {
		const { scene, mote, key } = await makeOpenMote();
		const { db, samordnare, polis } = scene;
		await recordBeslut(db, polis, { uuid: crypto.randomUUID(), moteId: mote.id, key, text: "I sista stund." });
		await closeMote(db, samordnare, { moteId: mote.id, version: mote.version });
		expect((await viewMote(scene, mote.id)).content.punkter[0]?.beslut).toMatchObject([{ text: "I sista stund." }]);
	});

	test("both record the same beslut: it is one; in other words it is refused, and a retry after closing is answered", async () => {
		const { scene, mote, key } = await makeOpenMote();
		const { db, samordnare, polis } = scene;
		const beslut = { uuid: crypto.randomUUID(), moteId: mote.id, key, text: "Mer belysning." };
		const first = await recordBeslut(db, samordnare, beslut);
		expect(await recordBeslut(db, polis, beslut)).toEqual(first);
		await expect(recordBeslut(db, polis, { ...beslut, text: "Annat." })).rejects.toMatchObject({ code: "conflict" });
		await expect(recordBeslut(db, polis, { ...beslut, key: "kommande" })).rejects.toMatchObject({ code: "conflict" });
		await closeMote(db, samordnare, { moteId: mote.id, version: mote.version });
		expect(await recordBeslut(db, samordnare, beslut)).toEqual(first);
		expect((await viewMote(scene, mote.id)).beslut).toEqual([{ ...first, key, version: 1, text: "Mer belysning." }]);
	});

	test("both note the same item: the second is told, and what the first wrote stands", async () => {
		const open = await makeOpenMote();
		const { scene, mote } = open;
		await notePunkt(scene.db, scene.samordnare, note(open, null));
		await expect(notePunkt(scene.db, scene.polis, { ...note(open, null), anteckning: "Annat." })).rejects.toMatchObject(
			{
				code: "conflict",
				message:
					"Punkten ”Granska rapporten för tertial 2 2018” har ändrats av någon annan. Ladda om sidan och gör ändringen igen.",
			},
		);
		expect((await viewMote(scene, mote.id)).content.punkter[0]?.anteckning).toBe("Rådet läste rapporten.");
	});

	test("all at once: it is opened once and closed once, and the minutes have what was recorded by then", async () => {
		const scene = await makeScene();
		const { db, samordnare, polis } = scene;
		const { id: moteId } = await makeMote(scene);
		const opened = [samordnare, polis].map((actor) => openMote(db, actor, { moteId, version: 1 }));
		expect((await Promise.allSettled(opened)).filter(({ status }) => status === "fulfilled")).toHaveLength(1);
		const record = (text: string) =>
			recordBeslut(db, polis, { uuid: crypto.randomUUID(), moteId, key: "kommande", text });
		const closed = [
			record("Ett."),
			record("Två."),
			closeMote(db, samordnare, { moteId, version: 2 }),
			record("Tre."),
			closeMote(db, polis, { moteId, version: 2 }),
		];
		const done = (await Promise.allSettled(closed)).filter(({ status }) => status === "fulfilled");
		const { content, beslut } = await viewMote(scene, moteId);
		const minuted = content.punkter.flatMap((punkt) => punkt.beslut);
		expect(done).toHaveLength(minuted.length + 1);
		expect(minuted).toEqual(beslut.map(({ id, text }) => ({ id, text })));
	});

	test("one changes the meeting while the other closes it: the second is told", async () => {
		const { scene, mote } = await makeOpenMote();
		const seen = { moteId: mote.id, version: mote.version };
		await changeMote(scene.db, scene.polis, { ...seen, ...newMote(), place: "Bion" });
		await expect(closeMote(scene.db, scene.samordnare, seen)).rejects.toMatchObject({
			code: "conflict",
			message: "Mötet har ändrats av någon annan. Ladda om sidan och gör ändringen igen.",
		});
	});
});

describe("a beslut", () => {
	test("is worded anew with the old words in the history, and withdrawn without leaving its row", async () => {
		const { scene, mote, key } = await makeOpenMote();
		const { db, samordnare, kommun } = scene;
		const beslut = { uuid: crypto.randomUUID(), moteId: mote.id, key, text: "Mer belysning." };
		const { id: beslutId } = await recordBeslut(db, samordnare, beslut);
		await changeBeslut(db, samordnare, { beslutId, version: 1, text: "Belysning på Torget." });
		const { rows } = await findAllAuditEvents(db, { kommunId: kommun.id, page: 1, pageSize: 1 });
		expect(rows[0]).toMatchObject({
			action: "beslut.changed",
			detail: { before: "Mer belysning.", text: "Belysning på Torget." },
		});
		await withdrawBeslut(db, samordnare, { beslutId, version: 2 });
		expect((await viewMote(scene, mote.id)).content.punkter[0]?.beslut).toEqual([]);
		const stored = await db.selectFrom("beslut").selectAll().executeTakeFirstOrThrow();
		expect(stored).toMatchObject({ text: "Belysning på Torget.", makulerad_by: samordnare.personId });
		await expect(changeBeslut(db, samordnare, { beslutId, version: 3, text: "Åter." })).rejects.toMatchObject({
			code: "conflict",
			message: "Beslutet är borttaget ur protokollet. Skriv det på nytt om det gäller.",
		});
	});

	test("is not found under an item that the meeting does not have", async () => {
		const { scene, mote } = await makeOpenMote();
		const beslut = { uuid: crypto.randomUUID(), moteId: mote.id, key: "rapport:999", text: "Mer belysning." };
		await expect(recordBeslut(scene.db, scene.samordnare, beslut)).rejects.toMatchObject({ code: "not_found" });
	});
});
