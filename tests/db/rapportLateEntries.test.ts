import { beforeEach, describe, expect, test } from "vitest";
import { beginRattelse } from "#app/commands/beginRattelse.server.ts";
import { correctGenomforande } from "#app/commands/correctGenomforande.server.ts";
import { makuleraGenomforande } from "#app/commands/makuleraGenomforande.server.ts";
import { updateKommun } from "#app/commands/updateKommun.server.ts";
import { findAllEfterregistrerade } from "#db/efterregistrering.server.ts";
import { newGenomforande } from "#tests/factories/genomforande.ts";
import { makeRapport, versionOf, viewRapport } from "#tests/factories/rapport.ts";
import { logOn, makeScene, makeSecondDokument, type Scene } from "#tests/factories/scene.ts";

let scene: Scene;
let kommunId: number;
let counted: { id: number };

beforeEach(async () => {
	scene = await makeScene();
	kommunId = scene.kommun.id;
	counted = await logOn(scene, "2018-06-01");
});

describe("what was signed", () => {
	test("stays when the log and the kommun change, and the difference is told beside it", async () => {
		const made = await makeRapport(scene, { state: "signerad" });
		const before = await viewRapport(scene, made);
		expect(before.late).toEqual({ new: 0, changed: 0, genomforanden: [] });
		const { polis, dokument, db } = scene;
		const late = await logOn(scene, "2018-08-31");
		await logOn(scene, "2018-09-01");
		await logOn(scene, "2018-04-30");
		await correct(counted.id, {
			date: "2018-06-02",
			measures: [{ measureId: dokument.measureIds.count, quantity: 5 }],
		});
		await updateKommun(db, polis, {
			lokalpolisomrade: "Nytt",
			undertecknareTitle: "Kommunalråd",
			version: 1,
		});
		const after = await viewRapport(scene, made);
		expect(after.content).toEqual(before.content);
		expect(after.snapshot).toEqual(before.snapshot);
		expect(after.late).toEqual({
			new: 1,
			changed: 1,
			genomforanden: [
				{ id: counted.id, date: "2018-06-02", measureNames: ["Mått count"] },
				{ id: late.id, date: "2018-08-31", measureNames: ["Mått count"] },
			],
		});
	});

	test.each([
		["makulerad", (id: number) => makuleraGenomforande(scene.db, scene.polis, { id, revision: 1, reason: "Dubbelt" })],
		["moved out of the period", (id: number) => correct(id, { date: "2018-09-03" })],
		[
			"counted toward another dokument",
			async (id: number) => {
				const { measureId } = await makeSecondDokument(scene);
				await correct(id, { measures: [{ measureId, quantity: null }] });
			},
		],
	])("is told to have changed when a counted registration is %s", async (_what, change) => {
		const made = await makeRapport(scene, { state: "publicerad" });
		await change(counted.id);
		expect((await viewRapport(scene, made)).late).toMatchObject({
			new: 0,
			changed: 1,
			genomforanden: [{ id: counted.id }],
		});
	});

	test("is frozen from the second klar-mark on", async () => {
		const made = await makeRapport(scene, { state: "inlamnad" });
		const before = await viewRapport(scene, made);
		await logOn(scene, "2018-07-01");
		const after = await viewRapport(scene, made);
		expect(after.content).toEqual(before.content);
		expect(after.late).toMatchObject({ new: 1, changed: 0 });
		const utkast = await makeRapport(scene, { periodCode: "2018-T1" });
		await logOn(scene, "2018-03-01");
		expect((await viewRapport(scene, utkast)).late.new).toBe(0);
	});
});

describe("efterregistrerad", () => {
	const asked = async (...ids: number[]) =>
		new Set((await findAllEfterregistrerade(scene.db, { kommunId, genomforandeIds: ids })).keys());

	test("is what lies in a period of its dokument whose figures stand still, and was not counted", async () => {
		const first = await logOn(scene, "2018-05-01");
		await makeRapport(scene, { state: "inlamnad" });
		const whileReviewed = await logOn(scene, "2018-07-01");
		expect(await asked(whileReviewed.id, counted.id)).toEqual(new Set([whileReviewed.id]));
		await makeRapport(scene, { state: "signerad" });
		const late = await logOn(scene, "2018-08-31");
		const makulerad = await logOn(scene, "2018-08-30");
		await makuleraGenomforande(scene.db, scene.polis, { id: makulerad.id, revision: 1, reason: "Dubbelt" });
		const others = [await logOn(scene, "2018-04-30"), await logOn(scene, "2018-09-01")];
		const all = [first, counted, whileReviewed, late, makulerad, ...others].map(({ id }) => id);
		expect(await asked(...all)).toEqual(new Set([whileReviewed.id, late.id]));
		const elsewhere = { kommunId: scene.stranger.kommunId, genomforandeIds: all };
		expect(await findAllEfterregistrerade(scene.db, elsewhere)).toEqual(new Map());
		expect(await asked()).toEqual(new Set());
	});

	test("is told of the dokument that it counts toward, not of another", async () => {
		const { id: dokumentId, measureId } = await makeSecondDokument(scene);
		await makeRapport(scene, { state: "signerad" });
		const { id } = await logOn(scene, "2018-06-07", measureId);
		expect(await asked(id)).toEqual(new Set());
		await makeRapport(scene, { state: "signerad", dokumentId });
		const late = await logOn(scene, "2018-06-08", measureId);
		expect(await asked(id, late.id)).toEqual(new Set([late.id]));
	});

	test("ends when a rättelse that counts it in is signed", async () => {
		const made = await makeRapport(scene, { state: "signerad" });
		const late = await logOn(scene, "2018-07-01");
		await beginRattelse(scene.db, scene.polis, {
			rapportId: made.id,
			version: await versionOf(scene, made),
			reason: "En registrering saknas.",
		});
		expect(await asked(late.id)).toEqual(new Set([late.id]));
		await makeRapport(scene, { ...made, state: "signerad" });
		expect(await asked(late.id)).toEqual(new Set());
	});
});

async function correct(id: number, change: Partial<ReturnType<typeof newGenomforande>>): Promise<void> {
	const measures = [{ measureId: scene.dokument.measureIds.count, quantity: null }];
	const { uuid: _, ...content } = newGenomforande({ date: "2018-06-01", measures, ...change });
	await correctGenomforande(scene.db, scene.polis, { id, revision: 1, ...content });
}
