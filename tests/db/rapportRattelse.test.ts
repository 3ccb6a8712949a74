import { beforeEach, describe, expect, test } from "vitest";
import { beginRattelse } from "#app/commands/beginRattelse.server.ts";
import { saveRapportText } from "#app/commands/saveRapportText.server.ts";
import { findAllPublished, findSnapshot } from "#db/snapshot.server.ts";
import { type MadeRapport, makeRapport, versionOf, viewRapport } from "#tests/factories/rapport.ts";
import { logOn, makeScene, makeSecondDokument, type Scene } from "#tests/factories/scene.ts";

let scene: Scene;
let kommunId: number;
let counted: { id: number };

beforeEach(async () => {
	scene = await makeScene();
	kommunId = scene.kommun.id;
	counted = await logOn(scene, "2018-06-01");
});

describe("a rättelse", () => {
	async function begin(made: MadeRapport) {
		const version = await versionOf(scene, made);
		return beginRattelse(scene.db, scene.polis, { rapportId: made.id, version, reason: "En registrering saknas." });
	}

	test("begins with the texts that were signed, and counts anew", async () => {
		const { aktivitetIds } = scene.dokument;
		const made = await makeRapport(scene);
		const write = { dokumentId: made.dokumentId, periodCode: made.periodCode, version: 0 };
		await saveRapportText(scene.db, scene.samordnare, {
			...write,
			part: "kommun",
			aktivitetId: aktivitetIds.count,
			kommentar: "Många.",
			orsak: "Larm.",
			nyPlan: "Fler.",
		});
		await makeRapport(scene, { ...made, state: "publicerad" });
		const late = await logOn(scene, "2018-07-01");
		expect(await begin(made)).toEqual({ rapportId: expect.any(Number), edition: 2 });
		const first = await viewRapport(scene, { ...made, edition: 1 });
		const second = await viewRapport(scene, made);
		expect(second.content).toMatchObject({
			edition: 2,
			rattelse: { reason: "En registrering saknas." },
			signature: null,
		});
		expect(second.content.bedomningar).toEqual(first.content.bedomningar);
		const textsIn = ({ content }: typeof first) =>
			content.groups.flatMap((group) => group.aktiviteter).map(({ texts }) => texts);
		expect(textsIn(second)).toEqual(textsIn(first));
		expect(second.texts).toHaveLength(2);
		const idsIn = ({ content }: typeof first) =>
			content.groups.flatMap((group) => group.aktiviteter).flatMap((one) => one.genomforanden.map(({ id }) => id));
		expect(idsIn(first)).toEqual([counted.id]);
		expect(idsIn(second)).toEqual([counted.id, late.id]);
		expect(second.editions.map(({ edition, state }) => [edition, state])).toEqual([
			[1, "publicerad"],
			[2, "utkast"],
		]);
	});

	test("replaces the first version once it is signed, which stays readable to the last byte", async () => {
		const made = await makeRapport(scene, { state: "publicerad" });
		const of = { kommunId, rapportId: made.id };
		const before = await findSnapshot(scene.db, of);
		await begin(made);
		expect(await findSnapshot(scene.db, of)).toEqual(before);
		await makeRapport(scene, { ...made, state: "signerad" });
		expect(await findSnapshot(scene.db, of)).toEqual({ ...before, replacedByEdition: 2 });
		expect((await findAllPublished(scene.db, { kommunId })).map(({ edition }) => edition)).toEqual([1]);
		await makeRapport(scene, { ...made, state: "publicerad" });
		const published = await findAllPublished(scene.db, { kommunId });
		expect(published.map(({ edition, replacedByEdition }) => [edition, replacedByEdition])).toEqual([
			[2, null],
			[1, 2],
		]);
		expect(Object.keys(published[0] ?? {})).not.toContain("content");
	});

	test("is begun once, also by two at the same moment", async () => {
		const made = await makeRapport(scene, { state: "signerad" });
		const ends = await Promise.allSettled([begin(made), begin(made)]);
		expect(ends.map(({ status }) => status)).toEqual(["fulfilled", "rejected"]);
		expect(ends[1]).toMatchObject({ reason: { code: "conflict" } });
	});

	test("can itself be put right by a third version", async () => {
		const made = await makeRapport(scene, { state: "signerad" });
		await begin(made);
		const second = await makeRapport(scene, { ...made, state: "signerad" });
		expect(await begin(second)).toMatchObject({ edition: 3 });
		expect(await findSnapshot(scene.db, { kommunId, rapportId: made.id })).toMatchObject({ replacedByEdition: 2 });
	});
});

test("what is published is of the kommun, the newest period first", async () => {
	await makeRapport(scene, { state: "publicerad", periodCode: "2018-T1" });
	await makeRapport(scene, { state: "publicerad" });
	await makeRapport(scene, { state: "signerad", dokumentId: (await makeSecondDokument(scene)).id });
	const codes = async (id: number) => (await findAllPublished(scene.db, { kommunId: id })).map((row) => row.periodCode);
	expect(await codes(kommunId)).toEqual(["2018-T2", "2018-T1"]);
	expect(await codes(scene.stranger.kommunId)).toEqual([]);
});
