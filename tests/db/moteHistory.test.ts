import { describe, expect, test } from "vitest";
import { closeMote } from "#app/commands/closeMote.server.ts";
import { completeAtgard } from "#app/commands/completeAtgard.server.ts";
import { notePunkt } from "#app/commands/notePunkt.server.ts";
import { openMote } from "#app/commands/openMote.server.ts";
import { removePunkt } from "#app/commands/removePunkt.server.ts";
import { reopenAtgard } from "#app/commands/reopenAtgard.server.ts";
import { restorePunkt } from "#app/commands/restorePunkt.server.ts";
import { returnRapport } from "#app/commands/returnRapport.server.ts";
import { unopenMote } from "#app/commands/unopenMote.server.ts";
import type { IsoInstant } from "#app/domain/dates.ts";
import type { MoteRow } from "#db/mote.server.ts";
import { decideMoteAtgard, makeMote, moteRow, viewMote } from "#tests/factories/mote.ts";
import { type MadeRapport, makeRapport, versionOf } from "#tests/factories/rapport.ts";
import { makeScene, type Scene } from "#tests/factories/scene.ts";

const HANDED_IN_AGAIN = "lämnats in på nytt sedan mötet öppnades";

async function returned(scene: Scene, rapport: MadeRapport, now?: IsoInstant): Promise<void> {
	const actor = now ? { ...rapport.undertecknare, now } : rapport.undertecknare;
	const version = await versionOf(scene, rapport);
	await returnRapport(scene.db, actor, { rapportId: rapport.id, version, reason: "Orsaken saknas." });
}

async function handedIn(scene: Scene, { ledamot, undertecknare }: MadeRapport): Promise<void> {
	await makeRapport(scene, { state: "inlamnad", ledamot, undertecknare });
}

function reviewed(mote: MoteRow, rapport: MadeRapport, version = 1) {
	return { moteId: mote.id, key: `rapport:${rapport.id}`, version, anteckning: "Läst.", outcome: "granskad" } as const;
}

/** In the demo the clock stands still, and two servers' clocks never agree: what came first is what the history says. */
describe("where everything happens at the same instant", () => {
	test("a report that went back and was handed in again before the meeting is reviewed at it", async () => {
		const scene = await makeScene();
		const { db, samordnare } = scene;
		const rapport = await makeRapport(scene, { state: "inlamnad" });
		await returned(scene, rapport);
		await handedIn(scene, rapport);
		const mote = await makeMote(scene, { state: "oppet" });
		await notePunkt(db, samordnare, reviewed(mote, rapport));
		await closeMote(db, samordnare, { moteId: mote.id, version: mote.version });
		expect((await makeRapport(scene, { state: "granskad", ...rapport })).id).toBe(rapport.id);
	});

	test("one that did so during the meeting is not", async () => {
		const scene = await makeScene();
		const { db, samordnare } = scene;
		const rapport = await makeRapport(scene, { state: "inlamnad" });
		const mote = await makeMote(scene, { state: "oppet" });
		await notePunkt(db, samordnare, reviewed(mote, rapport));
		await returned(scene, rapport);
		await handedIn(scene, rapport);
		const close = closeMote(db, samordnare, { moteId: mote.id, version: mote.version });
		await expect(close).rejects.toThrow(HANDED_IN_AGAIN);
	});

	test("the list of open åtgärder is of those that were open when the meeting was opened", async () => {
		const scene = await makeScene();
		const { db, samordnare } = scene;
		const done = { version: 1, doneOn: "2018-10-15", doneNote: null };
		const before = await decideMoteAtgard(scene, { title: "Gjord innan" });
		await completeAtgard(db, samordnare, { atgardId: before, ...done });
		const during = await decideMoteAtgard(scene, { title: "Gjord under mötet" });
		const twice = await decideMoteAtgard(scene, { title: "Gjord, öppnad och gjord igen" });
		const mote = await makeMote(scene, { state: "oppet" });
		await decideMoteAtgard(scene, { title: "Noterad under tiden" });
		await completeAtgard(db, samordnare, { atgardId: during, ...done });
		await completeAtgard(db, samordnare, { atgardId: twice, ...done });
		await reopenAtgard(db, samordnare, { atgardId: twice, version: 2 });
		await completeAtgard(db, samordnare, { atgardId: twice, ...done, version: 3 });
		const { content } = await viewMote(scene, mote.id);
		const titles = content.punkter.find(({ kind }) => kind === "atgarder")?.atgarder.map(({ title }) => title);
		expect(titles?.sort()).toEqual(["Gjord under mötet", "Gjord, öppnad och gjord igen"]);
	});
});

describe("a report is marked as the council read it", () => {
	test("not when it went back and came again while the opening had been taken back", async () => {
		const scene = await makeScene();
		const { db, samordnare } = scene;
		const rapport = await makeRapport(scene, { state: "inlamnad" });
		const mote = await makeMote(scene, { state: "oppet" });
		await notePunkt(db, samordnare, reviewed(mote, rapport));
		await unopenMote(db, samordnare, { moteId: mote.id, version: 2 });
		await returned(scene, rapport, "2018-10-15T12:10:00.000Z");
		await handedIn(scene, rapport);
		const later = { ...samordnare, now: "2018-10-15T12:30:00.000Z" };
		await openMote(db, later, { moteId: mote.id, version: 3 });
		const close = closeMote(db, later, { moteId: mote.id, version: 4 });
		await expect(close).rejects.toThrow(HANDED_IN_AGAIN);
		expect((await moteRow({ db, actor: samordnare }, mote.id)).state).toBe("oppet");
	});

	test("not noted as reviewed while it is an utkast", async () => {
		const scene = await makeScene();
		const { db, samordnare } = scene;
		const rapport = await makeRapport(scene, { state: "inlamnad" });
		const mote = await makeMote(scene, { state: "oppet" });
		await returned(scene, rapport);
		const note = reviewed(mote, rapport);
		await expect(notePunkt(db, samordnare, note)).rejects.toMatchObject({
			code: "conflict",
			message: expect.stringMatching(/^Rapporten är: rapporten är ett utkast .*Välj bordlagd/),
		});
		await notePunkt(db, samordnare, { ...note, outcome: "bordlagd" });
	});
});

test("what was noted before an opening was taken back keeps its note, takes fresh words, and is taken off once emptied", async () => {
	const scene = await makeScene();
	const { db, samordnare } = scene;
	await decideMoteAtgard(scene, { title: "Röj sly" });
	const mote = await makeMote(scene, { state: "oppet" });
	const note = { moteId: mote.id, key: "atgarder", version: 1, anteckning: "Sagt.", outcome: null };
	await notePunkt(db, samordnare, note);
	await unopenMote(db, samordnare, { moteId: mote.id, version: 2 });
	await decideMoteAtgard(scene, { title: "Sätt upp en bänk" });
	const row = (await viewMote(scene, mote.id)).agenda.find(({ key }) => key === "atgarder");
	expect(row).toMatchObject({ title: "Beslutade åtgärder: 2 öppna", anteckning: "Sagt." });
	await expect(removePunkt(db, samordnare, { moteId: mote.id, key: "atgarder" })).rejects.toMatchObject({
		code: "conflict",
		message: expect.stringContaining("Öppna mötet och töm anteckningen först."),
	});
});

test("what was taken off before the opening and is put back at the meeting has the words of the opening", async () => {
	const scene = await makeScene();
	const { db, samordnare } = scene;
	await decideMoteAtgard(scene, { title: "Röj sly" });
	const mote = await makeMote(scene);
	await removePunkt(db, samordnare, { moteId: mote.id, key: "atgarder" });
	await decideMoteAtgard(scene, { title: "Sätt upp en bänk" });
	await openMote(db, samordnare, { moteId: mote.id, version: 1 });
	await restorePunkt(db, samordnare, { moteId: mote.id, key: "atgarder" });
	const punkt = (await viewMote(scene, mote.id)).content.punkter.find(({ key }) => key === "atgarder");
	expect(punkt).toMatchObject({ title: "Beslutade åtgärder: 2 öppna", atgarder: [{}, {}] });
});
