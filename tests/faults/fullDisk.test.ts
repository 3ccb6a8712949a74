import { statSync } from "node:fs";
import { sql } from "kysely";
import { afterEach, beforeEach, expect, test, vi } from "vitest";
import { runtime } from "#app/http/runtime.server.ts";
import { loader as oversikt } from "#app/routes/intern.$kommun._index/route.tsx";
import { action as log } from "#app/routes/intern.$kommun.logga/route.tsx";
import { callAction, callLoader, signedIn, startTestRuntime } from "#tests/routes/context.ts";
import { makeService, type Service } from "./service.ts";

const SORRY = "Det gick inte att spara just nu. Ingenting har ändrats, och det du skrev finns kvar.";

/** For a few registrations. */
const ROOM = 200 * 1024;

let service: Service;

beforeEach(async () => {
	service = await makeService();
});

afterEach(() => service.end());

/** Everything that a refused write must leave as it was. */
async function everything(): Promise<unknown> {
	const { db } = service;
	const tables = ["genomforande", "genomforande_measure", "biprodukt", "audit_event"] as const;
	return Promise.all(tables.map((table) => db.selectFrom(table).selectAll().execute()));
}

test("a disk that fills up in the middle of writing: the page says so, keeps what was typed, and nothing is half written", async () => {
	await sql`PRAGMA wal_checkpoint(TRUNCATE)`.execute(service.db);
	const server = await service.start({ largestFileBytes: statSync(service.databasePath).size + ROOM });
	const note = "Lugnt på torget. ".repeat(11);
	let refused: Awaited<ReturnType<typeof server.log>> | undefined;
	let saved = 0;
	for (; saved < 200 && !refused; saved++) {
		const answer = await server.log(service.newForm({ note }));
		if (answer.status !== 302) refused = answer;
	}
	expect(saved).toBeGreaterThan(2);
	expect(refused).toMatchObject({ status: 503, body: expect.stringContaining(SORRY) });
	expect(refused?.body).toContain(note.trim());
	expect(server.said()).toMatch(/SQLITE_(FULL|IOERR)/);
	expect((await server.get(`/intern/${service.kommun.slug}`)).status, "what is there can be read").toBe(200);
	await server.kill();
	expect(await service.countRows()).toBe(saved - 1);
	const { rows } = await sql`PRAGMA integrity_check`.execute(service.db);
	expect(rows).toEqual([{ integrity_check: "ok" }]);
	const { rows: orphans } = await sql`SELECT id FROM genomforande
		WHERE id NOT IN (SELECT genomforande_id FROM genomforande_measure)
			OR id NOT IN (SELECT entity_id FROM audit_event WHERE action = 'genomforande.registered')`.execute(service.db);
	expect(orphans).toEqual([]);
});

test("a database that may only be read: pages are shown, a write is refused and loses nothing", async () => {
	const { db, kommun } = service;
	const errors = vi.mocked(console.error).mockImplementation(() => undefined);
	const { cookie } = await signedIn({ db, roles: ["kommunpolis"], kommun });
	const before = await everything();
	await sql`PRAGMA query_only = ON`.execute(db);
	const call = { path: `/intern/${kommun.slug}/logga`, params: { kommun: kommun.slug }, cookie };
	const form = service.newForm({ note: "Lugnt på torget" });
	expect(await callAction(log, { ...call, fields: form })).toMatchObject({
		status: 503,
		body: { errors: [{ field: null, message: expect.stringContaining(SORRY) }], values: { note: ["Lugnt på torget"] } },
	});
	const anHourLater = new Date(Date.parse(runtime().clock()) + 3_600_000).toISOString();
	startTestRuntime({ db, now: anHourLater });
	expect((await callLoader(oversikt, call)).status).toBe(200);
	expect(String(errors.mock.calls)).toContain("SqliteError");
	errors.mockClear();
	await sql`PRAGMA query_only = OFF`.execute(db);
	expect(await everything()).toEqual(before);
	expect((await callAction(log, { ...call, fields: form })).status).toBe(302);
});
