import { expect, test } from "vitest";
import { decideAtgard } from "#app/commands/decideAtgard.server.ts";
import { makuleraGenomforande } from "#app/commands/makuleraGenomforande.server.ts";
import { makeDokument } from "#tests/factories/dokument.ts";
import { makeGenomforande } from "#tests/factories/genomforande.ts";
import { makeRapport, viewRapport } from "#tests/factories/rapport.ts";
import { makeScene, type Scene } from "#tests/factories/scene.ts";

/** Whether the report of 2018-T2 says that it holds example data. */
async function isExample(scene: Scene, state: "utkast" | "signerad" = "utkast"): Promise<boolean> {
	return (await viewRapport(scene, await makeRapport(scene, { state }))).content.isExample;
}

function register(scene: Scene, date: string, measureId = scene.dokument.measureIds.count) {
	return makeGenomforande(scene.db, scene.polis, { measureId, date, isExample: true });
}

test.each(["2018-02-03", "2018-08-31"])(
	"a report whose sums hold an example registration of %s says so, also when it is signed",
	async (date) => {
		const scene = await makeScene();
		await register(scene, date);
		expect(await isExample(scene)).toBe(true);
		expect(await isExample(scene, "signerad")).toBe(true);
	},
);

test("so does one with an åtgärd of the example", async () => {
	const scene = await makeScene();
	const { db, polis, dokument } = scene;
	await decideAtgard(db, polis, {
		aktivitetId: dokument.aktivitetIds.count,
		title: "Laga lampan",
		owner: "kommun",
		decidedOn: "2018-08-31",
		dueOn: null,
		isExample: true,
	});
	expect(await isExample(scene)).toBe(true);
});

test("what is counted in no sum of it makes it no example: later, makulerat, another dokument's, or real", async () => {
	const scene = await makeScene();
	const { db, polis, samordnare, dokument } = scene;
	await makeGenomforande(db, polis, { measureId: dokument.measureIds.count, date: "2018-06-01" });
	await register(scene, "2018-09-01");
	const { id } = await register(scene, "2018-06-02");
	await makuleraGenomforande(db, polis, { id, revision: 1, reason: "Fel dag" });
	const other = await makeDokument(db, samordnare);
	await register(scene, "2018-06-03", other.measureIds.count);
	expect(await isExample(scene, "signerad")).toBe(false);
});
