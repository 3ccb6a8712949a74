import { beforeEach, describe, expect, test } from "vitest";
import { giveSynpunkt } from "#app/commands/giveSynpunkt.server.ts";
import { signRapport } from "#app/commands/signRapport.server.ts";
import { toPublicContent } from "#app/rapport/publicContent.ts";
import { canonicalJson } from "#app/seal/canonicalJson.ts";
import { generateSigningKey, isSignedBy, sha256Hex } from "#app/seal/seal.server.ts";
import {
	findAllSigningKeys,
	findSigningKey,
	findSnapshot,
	findSnapshotByCode,
	findSnapshotBySha256,
} from "#db/snapshot.server.ts";
import { makePerson } from "#tests/factories/kommun.ts";
import { latestEdition, makeRapport, storedRows, versionOf, viewRapport } from "#tests/factories/rapport.ts";
import { logOn, makeScene, makeSecondDokument, type Scene } from "#tests/factories/scene.ts";
import { testSigningKey } from "#tests/factories/signingKey.ts";

let scene: Scene;
let kommunId: number;
let counted: { id: number };
const signingKey = testSigningKey();

beforeEach(async () => {
	scene = await makeScene();
	kommunId = scene.kommun.id;
	counted = await logOn(scene, "2018-06-01");
});

describe("a signature", () => {
	test("seals what was frozen and said, in full and as the public may read it", async () => {
		const made = await makeRapport(scene, { state: "inlamnad" });
		const synpunkt = { rapportId: made.id, aktivitetId: null, text: "Bra gjort.", role: "ledamot" as const };
		await giveSynpunkt(scene.db, made.ledamot, { ...synpunkt, uuid: crypto.randomUUID() });
		await makeRapport(scene, { ...made, state: "granskad" });
		const reviewed = await viewRapport(scene, made);
		await makeRapport(scene, { ...made, state: "signerad" });
		const { content, snapshot, rapport } = await viewRapport(scene, made);
		expect(rapport).toMatchObject({ state: "signerad", code: snapshot?.code, signedAt: scene.polis.now });
		expect(content).toEqual({
			...reviewed.content,
			signature: {
				title: "Kommunchef",
				name: "undertecknare",
				signedAt: scene.polis.now,
				code: snapshot?.code,
				keyId: signingKey.id,
			},
			publicSha256: snapshot?.publicSha256,
		});
		expect(content.synpunkter).toMatchObject([{ text: "Bra gjort.", role: "ledamot" }]);
		expect(content.authors.map(({ name }) => name)).toEqual(["kommunpolis", "samordnare"]);
		expect(content.groups.flatMap((group) => group.aktiviteter).flatMap((one) => one.genomforanden)).toEqual([
			{ id: counted.id, revision: 1 },
		]);
		expect(snapshot?.publicContent).toEqual(toPublicContent(content));
	});

	test("is of the canonical JSON, and holds by the public key that the database keeps", async () => {
		const made = await makeRapport(scene, { state: "signerad" });
		const row = await findSnapshot(scene.db, { kommunId, rapportId: made.id });
		if (!row) throw new Error("nothing was signed");
		const { publicKey } = (await findSigningKey(scene.db, row.keyId)) ?? { publicKey: "" };
		for (const { text, sha256, signature } of [
			{ text: row.content, sha256: row.sha256, signature: row.signature },
			{ text: row.publicContent, sha256: row.publicSha256, signature: row.publicSignature },
		]) {
			expect(text).toBe(canonicalJson(JSON.parse(text)));
			expect(sha256Hex(text)).toBe(sha256);
			expect(isSignedBy(publicKey, { text, signature })).toBe(true);
			expect(isSignedBy(publicKey, { text: text.replace("Medborgarlöfte", "Medborgarlofte"), signature })).toBe(false);
		}
	});

	test("is found by its code and by either hash, in the words of its kommun and period", async () => {
		const made = await makeRapport(scene, { state: "signerad" });
		const row = await findSnapshot(scene.db, { kommunId, rapportId: made.id });
		expect(row).toMatchObject({
			rapportId: made.id,
			edition: 1,
			state: "signerad",
			kommunSlug: "provkommun",
			periodCode: "2018-T2",
			dokumentTitle: "Medborgarlöfte 2018",
			replacedByEdition: null,
		});
		expect(await findSnapshotByCode(scene.db, row?.code ?? "")).toEqual(row);
		expect(await findSnapshotBySha256(scene.db, row?.sha256 ?? "")).toEqual(row);
		expect(await findSnapshotBySha256(scene.db, row?.publicSha256 ?? "")).toEqual(row);
		expect(await findSnapshotByCode(scene.db, "0".repeat(16))).toBeUndefined();
		expect(await findSnapshot(scene.db, { kommunId: scene.stranger.kommunId, rapportId: made.id })).toBeUndefined();
	});

	test("twice at the same moment is one snapshot and one refusal", async () => {
		const made = await makeRapport(scene, { state: "granskad" });
		const other = await makePerson(scene.db, { kommunId, role: "undertecknare" });
		const input = { rapportId: made.id, version: await versionOf(scene, made), signingKey };
		const ends = await Promise.allSettled([
			signRapport(scene.db, made.undertecknare, input),
			signRapport(scene.db, other, input),
		]);
		expect(ends.map(({ status }) => status)).toEqual(["fulfilled", "rejected"]);
		expect(ends[1]).toMatchObject({ reason: { code: "conflict", message: "Rapporten är redan signerad." } });
		expect((await storedRows(scene.db))[3]).toMatchObject([{ signed_by: made.undertecknare.personId }]);
	});

	test("is not by anybody who said klar, though they are the undertecknare too", async () => {
		const made = await makeRapport(scene, { state: "granskad" });
		for (const submitter of [scene.polis, scene.samordnare]) {
			const signing = signRapport(scene.db, submitter, {
				rapportId: made.id,
				version: await versionOf(scene, made),
				signingKey,
			});
			await expect(signing).rejects.toMatchObject({ code: "conflict", message: expect.stringContaining("får inte") });
		}
		expect((await latestEdition(scene, made))?.state).toBe("granskad");
	});

	test("by a new key keeps the old one, and each is registered once", async () => {
		await makeRapport(scene, { state: "signerad", periodCode: "2018-T1" });
		await makeRapport(scene, { state: "signerad" });
		const made = await makeRapport(scene, { state: "granskad", dokumentId: (await makeSecondDokument(scene)).id });
		const newKey = generateSigningKey();
		const later = { ...made.undertecknare, now: "2018-10-16T10:00:00.000Z" };
		await signRapport(scene.db, later, {
			rapportId: made.id,
			version: await versionOf(scene, made),
			signingKey: newKey,
		});
		expect((await findAllSigningKeys(scene.db)).map(({ id }) => id)).toEqual([newKey.id, signingKey.id]);
	});
});
