import { sql } from "kysely";
import { expect, test } from "vitest";
import { closeMote } from "#app/commands/closeMote.server.ts";
import { openMote } from "#app/commands/openMote.server.ts";
import { recordBeslut } from "#app/commands/recordBeslut.server.ts";
import { decideMoteAtgard, makeMote, makeOpenMote, storedMoteRows } from "#tests/factories/mote.ts";

/** Statements past every command, by the state of the meeting `:id`. */
const REFUSED: Record<string, string[]> = {
	planerat: [
		"INSERT INTO beslut (uuid, punkt_id, text, created_at, created_by) SELECT '6f1c0a52-2f0e-4a51-9d5a-0a1b2c3d4e5f', id, 'x', 'x', 1 FROM mote_punkt WHERE mote_id = :id",
		"UPDATE mote_punkt SET anteckning = 'x' WHERE mote_id = :id",
		"UPDATE mote SET state = 'avslutat', opened_at = 'x', opened_by = 1, closed_at = 'x', closed_by = 1, protokoll = '{}' WHERE id = :id",
		"UPDATE mote_punkt SET kind = 'egen', aktivitet_id = NULL, rapport_id = NULL WHERE mote_id = :id",
		"DELETE FROM mote WHERE id = :id",
	],
	oppet: [
		"DELETE FROM beslut",
		"UPDATE beslut SET uuid = '6f1c0a52-2f0e-4a51-9d5a-0a1b2c3d4e5f'",
		"INSERT OR REPLACE INTO beslut SELECT * FROM beslut",
		"UPDATE mote SET state = 'planerat', opened_at = NULL, opened_by = NULL WHERE id = :id",
		"UPDATE mote SET state = 'avslutat' WHERE id = :id",
		"UPDATE atgard SET punkt_id = NULL",
	],
	avslutat: [
		"UPDATE mote SET protokoll = '{}' WHERE id = :id",
		"UPDATE mote SET title = 'Annat' WHERE id = :id",
		"UPDATE mote SET state = 'oppet', closed_at = NULL, closed_by = NULL, protokoll = NULL WHERE id = :id",
		"DELETE FROM mote WHERE id = :id",
		"INSERT OR REPLACE INTO mote SELECT * FROM mote WHERE id = :id",
		"UPDATE mote_punkt SET title = 'Annat' WHERE mote_id = :id",
		"UPDATE mote_punkt SET anteckning = 'Annat' WHERE mote_id = :id",
		"DELETE FROM mote_punkt WHERE mote_id = :id",
		"INSERT INTO mote_punkt (mote_id, key, position, kind, title) VALUES (:id, 'egen:1', 99, 'egen', 'Ny')",
		"INSERT OR REPLACE INTO mote_punkt (id, mote_id, key, position, kind, title) SELECT mote_punkt.id, mote.id, 'egen:1', 99, 'egen', 'Ny' FROM mote_punkt, mote WHERE mote_id = :id AND mote.state = 'planerat'",
		"UPDATE mote_deltagare SET count = 9 WHERE mote_id = :id",
		"DELETE FROM mote_deltagare WHERE mote_id = :id",
		"INSERT INTO mote_deltagare (mote_id, position, role, count) VALUES (:id, 99, 'ledamot', 1)",
		"UPDATE beslut SET text = 'Annat'",
		"UPDATE beslut SET makulerad_at = 'x', makulerad_by = 1",
		"INSERT INTO beslut (uuid, punkt_id, text, created_at, created_by) SELECT '6f1c0a52-2f0e-4a51-9d5a-0a1b2c3d4e5f', punkt_id, 'x', 'x', created_by FROM beslut LIMIT 1",
		"INSERT INTO atgard (kommun_id, aktivitet_id, title, owner, decided_on, created_at, created_by, punkt_id) SELECT kommun_id, aktivitet_id, title, owner, decided_on, created_at, created_by, punkt_id FROM atgard LIMIT 1",
	],
};

test.each(Object.entries(REFUSED).flatMap(([state, statements]) => statements.map((statement) => [state, statement])))(
	"the database itself refuses, of a mote that is %s: %s",
	async (state = "", statement = "") => {
		const { scene, mote, key } = await makeOpenMote();
		const { db, samordnare } = scene;
		const planned = await makeMote(scene, { title: "Ett annat" });
		await recordBeslut(db, samordnare, { uuid: crypto.randomUUID(), moteId: mote.id, key, text: "Mer belysning." });
		await decideMoteAtgard(scene, { title: "Ny belysning", decidedOn: mote.heldOn, punkt: { moteId: mote.id, key } });
		if (state === "avslutat") await closeMote(db, samordnare, { moteId: mote.id, version: mote.version });
		if (state === "planerat") {
			await openMote(db, samordnare, { moteId: planned.id, version: 1 });
			await sql`UPDATE mote SET state = 'planerat', opened_at = NULL, opened_by = NULL WHERE id = ${planned.id}`.execute(
				db,
			);
		}
		const id = state === "planerat" ? planned.id : mote.id;
		const before = await storedMoteRows(db);
		await expect(sql.raw(statement.replaceAll(":id", String(id))).execute(db)).rejects.toMatchObject({
			code: expect.stringMatching(/^SQLITE_CONSTRAINT/),
		});
		expect(await storedMoteRows(db)).toEqual(before);
	},
);
