import { expect, test } from "vitest";
import { giveSynpunkt } from "#app/commands/giveSynpunkt.server.ts";
import { returnRapport } from "#app/commands/returnRapport.server.ts";
import { reviewRapport } from "#app/commands/reviewRapport.server.ts";
import { signRapport } from "#app/commands/signRapport.server.ts";
import type { RapportState } from "#app/domain/rapport.ts";
import type { RapportRow } from "#db/rapport.server.ts";
import { latestEdition, makeRapport, storedRows } from "#tests/factories/rapport.ts";
import { makeScene } from "#tests/factories/scene.ts";
import { testSigningKey } from "#tests/factories/signingKey.ts";

const PERSONNUMMER = "640823-3234";
const signingKey = testSigningKey();
const seen = ({ id, version }: RapportRow) => ({ rapportId: id, version });

async function stage(state: RapportState) {
	const scene = await makeScene();
	const made = await makeRapport(scene, { state });
	return { scene, made, rapport: (await latestEdition(scene, made)) as RapportRow };
}

const said = (rapport: RapportRow, more: object = {}) => ({
	rapportId: rapport.id,
	aktivitetId: null,
	text: "Bra.",
	role: "ledamot" as const,
	uuid: crypto.randomUUID(),
	...more,
});

test("a synpunkt sent twice is one, and with other words under the same UUID it is refused", async () => {
	const { scene, made, rapport } = await stage("inlamnad");
	const synpunkt = said(rapport);
	const ends = await Promise.all([1, 2].map(() => giveSynpunkt(scene.db, made.ledamot, synpunkt)));
	expect(ends[0]).toEqual(ends[1]);
	expect((await storedRows(scene.db))[2]).toHaveLength(1);
	const others = [giveSynpunkt(scene.db, made.ledamot, { ...synpunkt, text: "Dåligt." })];
	others.push(giveSynpunkt(scene.db, scene.polis, { ...synpunkt, role: "kommunpolis" as "ledamot" }));
	for (const other of others) await expect(other).rejects.toMatchObject({ code: "conflict" });
});

test("a synpunkt is given in a role that the person has, on an aktivitet of the report, in words without personal numbers", async () => {
	const { scene, made, rapport } = await stage("inlamnad");
	const give = (more: object) => giveSynpunkt(scene.db, made.ledamot, said(rapport, more));
	await expect(give({ role: "undertecknare" })).rejects.toMatchObject({ code: "invalid", field: "role" });
	const foreign = { aktivitetId: scene.elsewhere.aktivitetIds.count };
	await expect(give(foreign)).rejects.toMatchObject({ code: "not_found" });
	for (const text of ["", "  ", PERSONNUMMER, "x".repeat(1001)])
		await expect(give({ text })).rejects.toMatchObject({ code: "invalid", field: "text" });
	await give({ aktivitetId: scene.dokument.aktivitetIds.count, text: "x".repeat(1000) });
});

test("a synpunkt given while somebody is about to sign is read before it is signed", async () => {
	const { scene, made, rapport } = await stage("granskad");
	await giveSynpunkt(scene.db, made.ledamot, said(rapport));
	const sign = (at: RapportRow) => signRapport(scene.db, made.undertecknare, { ...seen(at), signingKey });
	await expect(sign(rapport)).rejects.toMatchObject({ code: "conflict" });
	await sign((await latestEdition(scene, made)) as RapportRow);
});

test("a synpunkt is in nobody's way before the review: several are given while somebody notes that it is done", async () => {
	const { scene, made, rapport } = await stage("inlamnad");
	await giveSynpunkt(scene.db, made.ledamot, said(rapport));
	await reviewRapport(scene.db, scene.samordnare, seen(rapport));
});

test("a synpunkt stays when the report is returned", async () => {
	const { scene, made, rapport } = await stage("inlamnad");
	await giveSynpunkt(scene.db, made.ledamot, said(rapport));
	await returnRapport(scene.db, made.undertecknare, { ...seen(rapport), reason: "Se synpunkten." });
	expect((await storedRows(scene.db))[2]).toMatchObject([{ text: "Bra." }]);
});
