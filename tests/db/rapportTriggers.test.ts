import { sql } from "kysely";
import { beforeAll, describe, expect, test } from "vitest";
import { giveSynpunkt } from "#app/commands/giveSynpunkt.server.ts";
import type { RapportState } from "#app/domain/rapport.ts";
import { makeGenomforande } from "#tests/factories/genomforande.ts";
import { makeRapport, storedRows } from "#tests/factories/rapport.ts";
import { makeScene, type Scene } from "#tests/factories/scene.ts";

/**
 * What the database itself refuses, whoever asks: statements past every command. `:id` is the report. Nothing may have
 * changed afterwards. A replace deletes without asking the delete triggers, since recursive_triggers is off; which of several
 * triggers is asked first, SQLite does not promise.
 */
const REFUSED: Partial<Record<RapportState, Record<string, string[]>>> = {
	utkast: {
		"a rapport is never deleted": ["DELETE FROM rapport WHERE id = :id"],
		"a rapport is never replaced": [
			"INSERT OR REPLACE INTO rapport SELECT * FROM rapport WHERE id = :id",
			"REPLACE INTO rapport (kommun_id, dokument_id, period_code, period_from, period_to, edition, rattelse_reason, created_at, created_by) SELECT kommun_id, dokument_id, period_code, period_from, period_to, 2, 'fel', created_at, created_by FROM rapport WHERE id = :id",
			"INSERT OR REPLACE INTO rapport (kommun_id, dokument_id, period_code, period_from, period_to, edition, created_at, created_by) SELECT kommun_id, dokument_id, period_code, period_from, period_to, 1, created_at, created_by FROM rapport WHERE id = :id",
		],
		"a rapport begins as utkast": [
			"INSERT INTO rapport (kommun_id, dokument_id, period_code, period_from, period_to, edition, state, created_at, created_by) SELECT kommun_id, dokument_id, '2018-T3', '2018-09-01', '2018-12-31', 1, 'signerad', created_at, created_by FROM rapport WHERE id = :id",
		],
		"a rapport keeps its dokument, period and edition": [
			"UPDATE rapport SET period_code = '2018-T1' WHERE id = :id",
			"UPDATE rapport SET period_from = '2018-05-02' WHERE id = :id",
			"UPDATE OR REPLACE rapport SET edition = 2 WHERE id = :id",
			"UPDATE rapport SET kommun_id = kommun_id + 1 WHERE id = :id",
		],
		"not a step that a rapport can take|a signed rapport has a snapshot|a signed rapport does not change": [
			"UPDATE rapport SET state = 'granskad' WHERE id = :id",
			"UPDATE rapport SET state = 'signerad' WHERE id = :id",
			"UPDATE rapport SET state = 'publicerad', published_at = 'x' WHERE id = :id",
		],
		"CHECK constraint failed": [
			"UPDATE rapport SET state = 'inlamnad' WHERE id = :id",
			"UPDATE rapport SET polis_klar_at = 'x', polis_klar_by = created_by, kommun_klar_at = 'x', kommun_klar_by = created_by WHERE id = :id",
			"UPDATE rapport SET published_at = 'x' WHERE id = :id",
			"UPDATE rapport SET frozen = '{}', frozen_at = 'x' WHERE id = :id",
		],
		"a text keeps its rapport, part and aktivitet": [
			"UPDATE rapport_text SET part = 'kommun' WHERE rapport_id = :id",
			"UPDATE OR REPLACE rapport_text SET id = id + 1 WHERE rapport_id = :id",
		],
		"a text is changed, not replaced": [
			"INSERT OR REPLACE INTO rapport_text (rapport_id, part, updated_at, updated_by) SELECT rapport_id, part, updated_at, updated_by FROM rapport_text WHERE rapport_id = :id",
			"INSERT OR REPLACE INTO rapport_text SELECT * FROM rapport_text WHERE rapport_id = :id",
		],
		"remarks are made while the rapport is reviewed": [
			"INSERT INTO synpunkt (uuid, rapport_id, text, role, created_at, created_by) SELECT '6f1c0a52-2f0e-4a51-9d5a-0a1b2c3d4e5f', id, 'x', 'ledamot', created_at, created_by FROM rapport WHERE id = :id",
		],
		"only a granskad rapport is signed": [insertSnapshot(":other")],
		"a rapport is of its dokument's kommun": [
			"INSERT INTO rapport (kommun_id, dokument_id, period_code, period_from, period_to, edition, created_at, created_by) SELECT (SELECT max(id) FROM kommun), dokument_id, '2018-T3', '2018-09-01', '2018-12-31', 1, created_at, created_by FROM rapport WHERE id = :id",
		],
		"a dokument keeps its kommun": [
			"UPDATE dokument SET kommun_id = (SELECT max(id) FROM kommun) WHERE id = (SELECT dokument_id FROM rapport WHERE id = :id)",
		],
		"an edition follows the one before": [
			"INSERT INTO rapport (kommun_id, dokument_id, period_code, period_from, period_to, edition, rattelse_reason, created_at, created_by) SELECT kommun_id, dokument_id, '2018-T3', '2018-09-01', '2018-12-31', 2, 'fel', created_at, created_by FROM rapport WHERE id = :id",
		],
	},
	inlamnad: {
		"a rapport keeps its days once a part is klar": ["UPDATE rapport SET period_to = '2018-12-31' WHERE id = :id"],
		"frozen figures do not change": ["UPDATE rapport SET frozen = '{\"other\":1}' WHERE id = :id"],
		"who has said klar does not change until it is returned": [
			"UPDATE rapport SET polis_klar_by = :other WHERE id = :id",
			"UPDATE rapport SET state = 'granskad', granskad_at = 'x', granskad_by = :other, kommun_klar_by = :other WHERE id = :id",
		],
		"the texts of a part are written while it is utkast and not klar": [
			"UPDATE rapport_text SET bedomning = 'annat' WHERE rapport_id = :id",
			"DELETE FROM rapport_text WHERE rapport_id = :id",
			"INSERT INTO rapport_text (rapport_id, part, updated_at, updated_by) SELECT id, 'kommun', created_at, created_by FROM rapport WHERE id = :id",
		],
		"a signed rapport has a snapshot|not a step that a rapport can take": [
			"UPDATE rapport SET state = 'signerad', frozen = NULL, frozen_at = NULL WHERE id = :id",
		],
		"only a granskad rapport is signed": [insertSnapshot(":other")],
	},
	granskad: {
		"a signed rapport has a snapshot|not a step that a rapport can take": [
			"UPDATE rapport SET state = 'signerad', frozen = NULL, frozen_at = NULL WHERE id = :id",
		],
		"the signer is not the one who submitted": [
			insertSnapshot("(SELECT polis_klar_by FROM rapport WHERE id = :id)"),
			insertSnapshot("(SELECT kommun_klar_by FROM rapport WHERE id = :id)"),
		],
		"rapport_snapshot is append-only": ["code", "sha256", "public_sha256"].map(replaceSnapshotWithSame),
		"synpunkt is append-only": [
			"UPDATE synpunkt SET text = 'annat'",
			"UPDATE OR REPLACE synpunkt SET id = id + 1",
			"DELETE FROM synpunkt",
			"INSERT OR REPLACE INTO synpunkt SELECT * FROM synpunkt",
			"INSERT OR REPLACE INTO synpunkt (uuid, rapport_id, text, role, created_at, created_by) SELECT uuid, rapport_id, 'annat', role, created_at, created_by FROM synpunkt",
		],
	},
	signerad: {
		"a rapport is never deleted": ["DELETE FROM rapport WHERE id = :id"],
		"a rapport is never replaced": ["INSERT OR REPLACE INTO rapport SELECT * FROM rapport WHERE id = :id"],
		"a signed rapport does not change|not a step that a rapport can take|until it is returned": [
			"UPDATE rapport SET state = 'utkast', granskad_at = NULL, granskad_by = NULL, polis_klar_at = NULL, polis_klar_by = NULL WHERE id = :id",
			"UPDATE OR REPLACE rapport SET state = 'granskad', frozen = '{}', frozen_at = 'x' WHERE id = :id",
			"UPDATE rapport SET granskad_at = 'annan dag' WHERE id = :id",
			"UPDATE OR REPLACE rapport SET kommun_klar_at = 'annan dag' WHERE id = :id",
			"UPDATE rapport SET return_reason = 'fel' WHERE id = :id",
			"UPDATE rapport SET polis_klar_by = :other WHERE id = :id",
		],
		"the texts of a part are written while it is utkast and not klar": [
			"UPDATE rapport_text SET bedomning = 'annat' WHERE rapport_id = :id",
			"DELETE FROM rapport_text WHERE rapport_id = :id",
		],
		"remarks are made while the rapport is reviewed": [
			"INSERT INTO synpunkt (uuid, rapport_id, text, role, created_at, created_by) SELECT '6f1c0a52-2f0e-4a51-9d5a-0a1b2c3d4e5f', id, 'x', 'ledamot', created_at, created_by FROM rapport WHERE id = :id",
		],
		"rapport_snapshot is append-only": [
			"UPDATE rapport_snapshot SET content = '{}' WHERE rapport_id = :id",
			"UPDATE OR REPLACE rapport_snapshot SET public_content = '{}' WHERE rapport_id = :id",
			"UPDATE OR IGNORE rapport_snapshot SET signed_by = :other WHERE rapport_id = :id",
			"DELETE FROM rapport_snapshot WHERE rapport_id = :id",
		],
		"only a granskad rapport is signed": [
			"INSERT OR REPLACE INTO rapport_snapshot SELECT * FROM rapport_snapshot WHERE rapport_id = :id",
			"INSERT INTO rapport_snapshot SELECT * FROM rapport_snapshot WHERE true ON CONFLICT (rapport_id) DO UPDATE SET content = '{}'",
		],
		"signing_key is append-only": [
			"UPDATE signing_key SET public_key = 'annan'",
			"DELETE FROM signing_key",
			"INSERT OR REPLACE INTO signing_key SELECT id, 'annan', created_at FROM signing_key",
			"INSERT OR REPLACE INTO signing_key SELECT '0123456789abcdef', public_key, created_at FROM signing_key",
		],
		"audit_event is append-only": [
			"UPDATE audit_event SET detail = '{}'",
			"DELETE FROM audit_event",
			"INSERT OR REPLACE INTO audit_event SELECT * FROM audit_event",
		],
		"genomforande_revision is append-only": [
			"INSERT OR REPLACE INTO genomforande_revision SELECT * FROM genomforande_revision",
		],
		"a genomforande is never deleted": [
			"DELETE FROM genomforande",
			"INSERT OR REPLACE INTO genomforande SELECT * FROM genomforande",
			"INSERT OR REPLACE INTO genomforande (uuid, kommun_id, date, performed_by, created_at, created_by) SELECT uuid, kommun_id, date, performed_by, created_at, created_by FROM genomforande",
		],
		"a genomforande keeps its id, uuid and kommun": [
			"UPDATE OR REPLACE genomforande SET uuid = (SELECT min(uuid) FROM genomforande) WHERE uuid <> (SELECT min(uuid) FROM genomforande)",
		],
		"FOREIGN KEY constraint failed": ["DELETE FROM dokument", "DELETE FROM person", "DELETE FROM kommun"],
	},
	publicerad: {
		"an edition follows the one before": [
			"INSERT INTO rapport (kommun_id, dokument_id, period_code, period_from, period_to, edition, rattelse_reason, created_at, created_by) SELECT kommun_id, dokument_id, period_code, period_from, period_to, 3, 'fel', created_at, created_by FROM rapport WHERE id = :id",
		],
		"a signed rapport does not change|not a step that a rapport can take|until it is returned": [
			"UPDATE rapport SET granskad_by = :other WHERE id = :id",
		],
		"not a step that a rapport can take|a signed rapport has a snapshot|a signed rapport does not change": [
			"UPDATE rapport SET state = 'inlamnad', published_at = NULL, frozen = '{}', frozen_at = 'x' WHERE id = :id",
		],
		"CHECK constraint failed": ["UPDATE rapport SET frozen = '{}', frozen_at = 'x' WHERE id = :id"],
		"the day of publication does not change": [
			"UPDATE rapport SET published_at = 'annan dag' WHERE id = :id",
			"UPDATE rapport SET published_at = NULL WHERE id = :id",
		],
	},
};

describe.each(Object.keys(REFUSED) as RapportState[])("a %s rapport", (state) => {
	let scene: Scene;
	let ids: { id: number; other: number };

	beforeAll(async () => {
		scene = await makeScene();
		const { db, polis, dokument } = scene;
		await makeGenomforande(db, polis, { measureId: dokument.measureIds.count, date: "2018-06-01" });
		await makeGenomforande(db, polis, { measureId: dokument.measureIds.count, date: "2018-06-02" });
		await sql`INSERT INTO genomforande_revision VALUES (1, 1, '{}', 'x', ${polis.personId})`.execute(db);
		await makeRapport(scene, { periodCode: "2018-T1", state: "signerad" });
		const reviewed = state === "granskad" || state === "signerad" ? "inlamnad" : state;
		const made = await makeRapport(scene, { state: reviewed });
		if (reviewed !== state) {
			const synpunkt = { rapportId: made.id, aktivitetId: null, text: "Bra.", role: "ledamot" as const };
			await giveSynpunkt(db, made.ledamot, { ...synpunkt, uuid: crypto.randomUUID() });
			await makeRapport(scene, { ...made, state });
		}
		ids = { id: made.id, other: made.ledamot.personId };
		const { rows } = await sql<{ recursive_triggers: number }>`PRAGMA recursive_triggers`.execute(db);
		expect(rows).toEqual([{ recursive_triggers: 0 }]);
	});

	const attacks = Object.entries(REFUSED[state] ?? {}).flatMap(([message, statements]) =>
		statements.map((statement) => ({ message, statement })),
	);

	test.each(attacks)("$message: $statement", async ({ message, statement }) => {
		const before = await storedRows(scene.db);
		const raw = statement.replaceAll(":id", String(ids.id)).replaceAll(":other", String(ids.other));
		await expect(sql.raw(raw).execute(scene.db)).rejects.toThrow(new RegExp(message));
		expect(await storedRows(scene.db)).toEqual(before);
	});
});

test("a signature by anybody else than the submitters is let through, so that the refusals mean something", async () => {
	const scene = await makeScene();
	const { id, undertecknare } = await makeRapport(scene, { state: "granskad" });
	await sql`INSERT INTO signing_key VALUES ('0123456789abcdef', 'x', 'x')`.execute(scene.db);
	await sql.raw(insertSnapshot(String(undertecknare.personId)).replaceAll(":id", String(id))).execute(scene.db);
	await sql`UPDATE rapport SET state = 'signerad', frozen = NULL, frozen_at = NULL WHERE id = ${id}`.execute(scene.db);
});

function insertSnapshot(signedBy: string): string {
	return `INSERT INTO rapport_snapshot (rapport_id, code, sha256, signature, public_sha256, public_signature, key_id,
		signed_at, signed_by, content, public_content) VALUES (:id, '${"A".repeat(16)}', '${"a".repeat(64)}', '${"a".repeat(128)}',
		'${"b".repeat(64)}', '${"b".repeat(128)}', '0123456789abcdef', 'x', ${signedBy}, '{}', '{}')`;
}

/** The row of another report would take its place, if only this column were the same. */
function replaceSnapshotWithSame(column: string): string {
	const of = (name: string, other: string) => (name === column ? name : `'${other}'`);
	return `INSERT OR REPLACE INTO rapport_snapshot (rapport_id, code, sha256, signature, public_sha256, public_signature,
		key_id, signed_at, signed_by, content, public_content) SELECT :id, ${of("code", "A".repeat(16))},
		${of("sha256", "a".repeat(64))}, signature, ${of("public_sha256", "b".repeat(64))}, public_signature, key_id, signed_at,
		signed_by, '{}', '{}' FROM rapport_snapshot`;
}
