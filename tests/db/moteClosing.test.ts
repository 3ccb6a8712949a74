import { describe, expect, test } from "vitest";
import { closeMote } from "#app/commands/closeMote.server.ts";
import { completeAtgard } from "#app/commands/completeAtgard.server.ts";
import { decideAtgard } from "#app/commands/decideAtgard.server.ts";
import { notePunkt } from "#app/commands/notePunkt.server.ts";
import { recordBeslut } from "#app/commands/recordBeslut.server.ts";
import { returnRapport } from "#app/commands/returnRapport.server.ts";
import { reviewRapport } from "#app/commands/reviewRapport.server.ts";
import { findAllAuditEvents } from "#db/audit.server.ts";
import { findRapport } from "#db/rapport.server.ts";
import {
	decideMoteAtgard,
	makeMote,
	makeOpenMote,
	moteRow,
	type OpenMote,
	storedMoteRows,
	viewMote,
} from "#tests/factories/mote.ts";
import { makeRapport } from "#tests/factories/rapport.ts";
import { makeScene } from "#tests/factories/scene.ts";

/** The clock a while after the scene's. */
const LATER = "2018-10-15T12:40:00.000Z";
const LATEST = "2018-10-15T13:00:00.000Z";

const note = ({ mote, key }: OpenMote, outcome: "granskad" | "bordlagd" | null, version = 1) => ({
	moteId: mote.id,
	key,
	version,
	anteckning: "Rådet läste rapporten.",
	outcome,
});

describe("closing a meeting", () => {
	test("marks the reports that were reviewed, tells it in the history, and keeps the minutes", async () => {
		const open = await makeOpenMote();
		const { scene, rapport, mote, key } = open;
		const { db, kommun, samordnare } = scene;
		await notePunkt(db, samordnare, note(open, "granskad"));
		await recordBeslut(db, samordnare, {
			uuid: crypto.randomUUID(),
			moteId: mote.id,
			key,
			text: "Fler fotpatruller på Torget.",
		});
		await decideMoteAtgard(scene, { title: "Ny belysning", decidedOn: mote.heldOn, punkt: { moteId: mote.id, key } });
		await closeMote(db, { ...samordnare, now: LATER }, { moteId: mote.id, version: mote.version });

		expect(await findRapport(db, { kommunId: kommun.id, rapportId: rapport.id })).toMatchObject({
			state: "granskad",
			granskadAt: LATER,
		});
		const { rows } = await findAllAuditEvents(db, { kommunId: kommun.id, page: 1, pageSize: 2 });
		expect(rows.map(({ action }) => action)).toEqual(["mote.closed", "rapport.reviewed"]);
		const { content, mote: closed, facts } = await viewMote(scene, mote.id);
		expect(closed).toMatchObject({ state: "avslutat", closedAt: LATER, closedByName: "samordnare" });
		expect(facts).toEqual({ state: "avslutat", heldOn: "2018-10-15", hasDecided: true });
		expect(content).toMatchObject({
			format: "lofteskoll-mote",
			state: "avslutat",
			title: "BRÅ",
			closedAt: LATER,
			closedBy: "samordnare",
			deltagare: [
				{ label: "Kommunpolis", count: 1 },
				{ label: "Ledamöter", count: 5 },
				{ label: "Räddningstjänsten", count: 2 },
			],
		});
		expect(content.punkter[0]).toMatchObject({
			number: 1,
			key,
			kind: "rapport",
			title: "Granska rapporten för tertial 2 2018",
			rapport: { id: rapport.id, period: "Tertial 2 2018", edition: 1 },
			anteckning: "Rådet läste rapporten.",
			outcome: "granskad",
			beslut: [{ text: "Fler fotpatruller på Torget." }],
			nyaAtgarder: [{ title: "Ny belysning", decidedOn: "2018-10-15", doneOn: null }],
		});
	});

	test("freezes the minutes: nothing that happens afterwards changes them", async () => {
		const open = await makeOpenMote();
		const { scene, mote, key, rapport } = open;
		const { db, samordnare } = scene;
		const earlier = await decideMoteAtgard(scene, { title: "Röj sly" });
		const own = await decideMoteAtgard(scene, {
			title: "Belysning",
			decidedOn: mote.heldOn,
			punkt: { moteId: mote.id, key },
		});
		await notePunkt(db, samordnare, note(open, "granskad"));
		await closeMote(db, samordnare, { moteId: mote.id, version: mote.version });
		const before = (await viewMote(scene, mote.id)).content;
		for (const atgardId of [earlier, own])
			await completeAtgard(db, samordnare, { atgardId, version: 1, doneOn: "2018-10-15", doneNote: "Gjort." });
		const version = (await findRapport(db, { kommunId: scene.kommun.id, rapportId: rapport.id }))?.version ?? 0;
		await returnRapport(db, rapport.undertecknare, { rapportId: rapport.id, version, reason: "Orsaken saknas." });
		expect((await viewMote(scene, mote.id)).content).toEqual(before);
	});

	test("leaves a report that was left for another meeting, or not spoken of, as it is", async () => {
		const open = await makeOpenMote();
		const { scene, mote, rapport } = open;
		await notePunkt(scene.db, scene.samordnare, note(open, "bordlagd"));
		await closeMote(scene.db, scene.samordnare, { moteId: mote.id, version: mote.version });
		const after = await findRapport(scene.db, { kommunId: scene.kommun.id, rapportId: rapport.id });
		expect(after?.state).toBe("inlamnad");
		const next = await makeMote(scene, { heldOn: "2018-11-15" });
		expect((await viewMote(scene, next.id)).agenda.map(({ key }) => key)).toContain(open.key);
	});

	test("is fine when somebody has already marked the report on its own page", async () => {
		const open = await makeOpenMote();
		const { scene, mote, rapport } = open;
		const { db, samordnare, polis, kommun } = scene;
		await notePunkt(db, samordnare, note(open, "granskad"));
		const version = (await findRapport(db, { kommunId: kommun.id, rapportId: rapport.id }))?.version ?? 0;
		await reviewRapport(db, polis, { rapportId: rapport.id, version });
		await closeMote(db, samordnare, { moteId: mote.id, version: mote.version });
		expect((await viewMote(scene, mote.id)).content.punkter[0]?.outcome).toBe("granskad");
	});

	test.each([
		{ isHandedInAgain: false, words: "är ett utkast igen" },
		{ isHandedInAgain: true, words: "lämnats in på nytt sedan mötet öppnades" },
	])(
		"is refused whole, naming a report that went back in between (handed in again: $isHandedInAgain)",
		async ({ isHandedInAgain, words }) => {
			const open = await makeOpenMote();
			const { scene, mote, rapport } = open;
			const { db, samordnare, kommun } = scene;
			await notePunkt(db, samordnare, note(open, "granskad"));
			const version = (await findRapport(db, { kommunId: kommun.id, rapportId: rapport.id }))?.version ?? 0;
			const later = { ...rapport.undertecknare, now: LATER };
			await returnRapport(db, later, { rapportId: rapport.id, version, reason: "Orsaken saknas." });
			if (isHandedInAgain) await makeRapport(scene, { state: "inlamnad", ...rapport });
			const before = await storedMoteRows(db);
			const close = () => closeMote(db, { ...samordnare, now: LATEST }, { moteId: mote.id, version: mote.version });
			await expect(close()).rejects.toMatchObject({ code: "conflict", message: expect.stringContaining(words) });
			await expect(close()).rejects.toThrow("Rapporten för tertial 2 2018 (Medborgarlöfte 2018)");
			expect(await storedMoteRows(db)).toEqual(before);
			await notePunkt(db, samordnare, note(open, "bordlagd", 2));
			await close();
			expect((await moteRow({ db, actor: samordnare }, mote.id)).state).toBe("avslutat");
		},
	);

	test("of example data says so", async () => {
		const scene = await makeScene();
		const mote = await makeMote(scene, { state: "avslutat" });
		expect((await viewMote(scene, mote.id)).content.isExample).toBe(false);
		await decideAtgard(scene.db, scene.samordnare, {
			aktivitetId: scene.dokument.aktivitetIds.actions,
			title: "Röj sly",
			owner: "kommun",
			decidedOn: "2018-10-01",
			dueOn: null,
			isExample: true,
		});
		const next = await makeMote(scene, { state: "avslutat" });
		expect((await viewMote(scene, next.id)).content.isExample).toBe(true);
	});
});
