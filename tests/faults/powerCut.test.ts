import { sql } from "kysely";
import { afterAll, beforeAll, expect, test } from "vitest";
import { makeService, type Service } from "./service.ts";

let service: Service;

beforeAll(async () => {
	service = await makeService();
});

afterAll(() => service.end());

test("killed in the middle of writes: the database opens whole, and every answered registration is in it", async () => {
	const answered = new Set<string>();
	for (let cut = 0; cut < 2; cut++) {
		const server = await service.start();
		const writers = Array.from({ length: 6 }, async () => {
			for (;;) {
				const form = service.newForm();
				const { status } = await server.log(form);
				if (status === 302) answered.add(form.uuid ?? "");
			}
		});
		const ends = Promise.allSettled(writers);
		while (answered.size < 30 * (cut + 1)) await new Promise((resolve) => setTimeout(resolve, 5));
		await server.kill();
		expect(
			(await ends).every(({ status }) => status === "rejected"),
			"cut off while writing",
		).toBe(true);
	}

	const again = await service.start();
	expect(await again.get("/halsa")).toMatchObject({ status: 200 });
	const { db } = service;
	expect((await sql`PRAGMA integrity_check`.execute(db)).rows).toEqual([{ integrity_check: "ok" }]);
	expect((await sql`PRAGMA foreign_key_check`.execute(db)).rows).toEqual([]);
	const kept = new Set((await db.selectFrom("genomforande").select("uuid").execute()).map(({ uuid }) => uuid));
	expect([...answered].filter((uuid) => !kept.has(uuid))).toEqual([]);
	const { rows: half } = await sql`SELECT id FROM genomforande
		WHERE id NOT IN (SELECT genomforande_id FROM genomforande_measure)
			OR id NOT IN (SELECT entity_id FROM audit_event WHERE action = 'genomforande.registered')`.execute(db);
	expect(half).toEqual([]);
});
