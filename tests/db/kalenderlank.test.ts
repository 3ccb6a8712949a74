import { sql } from "kysely";
import { beforeEach, describe, expect, test } from "vitest";
import { makeKalenderlank } from "#app/commands/makeKalenderlank.server.ts";
import { revokeKalenderlank } from "#app/commands/revokeKalenderlank.server.ts";
import { hashToken, newToken } from "#app/http/token.server.ts";
import { findKalenderlank, findPersonOfKalenderlank } from "#db/kalenderlank.server.ts";
import type { KommunActor } from "#tests/factories/kommun.ts";
import { makeScene, type Scene } from "#tests/factories/scene.ts";

let scene: Scene;

beforeEach(async () => {
	scene = await makeScene();
});

async function make(actor: KommunActor = scene.polis): Promise<string> {
	const token = newToken();
	await makeKalenderlank(scene.db, actor, { tokenHash: hashToken(token) });
	return token;
}

const ownerOf = (token: string) => findPersonOfKalenderlank(scene.db, hashToken(token));
const rows = () => scene.db.selectFrom("kalenderlank").selectAll().orderBy("id").execute();
const events = () =>
	scene.db
		.selectFrom("audit_event")
		.select(["action", "person_id", "kommun_id", "entity_id", "detail"])
		.where("entity", "=", "kalenderlank")
		.orderBy("id")
		.execute();

describe("an address", () => {
	test("is its owner's alone, and the token is kept nowhere", async () => {
		const [polis, samordnare] = [await make(), await make(scene.samordnare)];
		expect(await ownerOf(polis)).toBe(scene.polis.personId);
		expect(await ownerOf(samordnare)).toBe(scene.samordnare.personId);
		expect(await ownerOf(newToken())).toBeUndefined();
		expect(JSON.stringify([await rows(), await events()])).not.toContain(polis);
		expect(JSON.stringify(await events())).not.toContain(hashToken(polis));
		expect(await findKalenderlank(scene.db, scene.polis)).toEqual({ id: 1, createdAt: scene.polis.now });
	});

	test("made anew ends the one before at once", async () => {
		const old = await make();
		const later = { ...scene.polis, now: "2018-10-16T08:00:00.000Z" };
		const fresh = await make(later);
		expect(await ownerOf(old)).toBeUndefined();
		expect(await ownerOf(fresh)).toBe(scene.polis.personId);
		expect(await rows()).toMatchObject([{ revoked_at: later.now }, { revoked_at: null, created_at: later.now }]);
	});

	test("made ten times at once leaves one that works, the last one", async () => {
		const tokens = await Promise.all(Array.from({ length: 10 }, () => make()));
		const owners = await Promise.all(tokens.map(ownerOf));
		expect(owners.filter((owner) => owner !== undefined)).toEqual([scene.polis.personId]);
		expect(await rows()).toHaveLength(10);
	});

	test("taken back is unknown, and taken back again nothing happens", async () => {
		const token = await make();
		await revokeKalenderlank(scene.db, scene.polis);
		expect(await ownerOf(token)).toBeUndefined();
		expect(await findKalenderlank(scene.db, scene.polis)).toBeUndefined();
		const before = [await rows(), await events()];
		await revokeKalenderlank(scene.db, scene.polis);
		expect([await rows(), await events()]).toEqual(before);
	});

	test("of somebody else stays", async () => {
		const token = await make(scene.samordnare);
		await make();
		await revokeKalenderlank(scene.db, scene.polis);
		expect(await ownerOf(token)).toBe(scene.samordnare.personId);
	});
});

test("the history has every change, in no kommun", async () => {
	await make();
	await make();
	await revokeKalenderlank(scene.db, scene.polis);
	const by = { person_id: scene.polis.personId, kommun_id: null };
	expect(await events()).toEqual([
		{ ...by, action: "kalenderlank.made", entity_id: 1, detail: '{"replaced":null}' },
		{ ...by, action: "kalenderlank.made", entity_id: 2, detail: '{"replaced":1}' },
		{ ...by, action: "kalenderlank.revoked", entity_id: 2, detail: "{}" },
	]);
});

describe("the database", () => {
	const insert = (hash: string) =>
		scene.db
			.insertInto("kalenderlank")
			.values({ person_id: scene.polis.personId, token_hash: hash, created_at: scene.polis.now })
			.execute();

	test("holds one working address for each person", async () => {
		await insert("a");
		await expect(insert("b")).rejects.toThrow(/UNIQUE/);
	});

	test("brings none back", async () => {
		await make();
		await revokeKalenderlank(scene.db, scene.polis);
		await expect(scene.db.updateTable("kalenderlank").set({ revoked_at: null }).execute()).rejects.toThrow(
			/does not come back/,
		);
	});

	test("finds an address without reading the others", async () => {
		const { rows: plan } = await sql<{ detail: string }>`
			EXPLAIN QUERY PLAN SELECT person_id FROM kalenderlank WHERE token_hash = 'x' AND revoked_at IS NULL`.execute(
			scene.db,
		);
		expect(plan.map(({ detail }) => detail).join()).toMatch(/SEARCH kalenderlank USING INDEX .*token_hash/);
	});
});
