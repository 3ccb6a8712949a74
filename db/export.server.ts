import { type RawBuilder, sql } from "kysely";
import type { ExportedTable, KommunExport } from "#app/domain/kommunExport.ts";
import type { Db } from "./connection.server.ts";
import { migrations } from "./migrations/index.ts";
import type { Database } from "./schema.ts";

type TableName = keyof Database;

/** What of these tables is not the kommun's to take along, and why. A test holds that every other table is exported. */
export const NOT_EXPORTED: Partial<Record<TableName, string>> = {
	session: "who is signed in right now",
	kalenderlank: "a person's own key, over all kommuner",
	outbox: "letters on their way, emptied when they are sent",
	notis_told: "what letters have told, of use only to the one who writes the next",
};

/** Secrets among the columns; each is worth nothing elsewhere and dangerous in a file. */
const SECRET_COLUMNS = new Set(["password_hash", "token_hash"]);

/**
 * Everything of a kommun, as it was at one moment. Also what was signed, drafts, the history and the accounts of those who
 * did it (name and address, never passwords or keys).
 *
 * @throws when the database is written to by the same connection meanwhile
 */
export async function exportKommun(db: Db, { kommunId }: { kommunId: number }): Promise<KommunExport> {
	return db.connection().execute(async (one) => {
		await sql`BEGIN`.execute(one);
		try {
			const tables: ExportedTable[] = [];
			for (const [name, rowsOf] of Object.entries(ROWS_OF) as [TableName, Scope][])
				tables.push(await exportTable(one, name, rowsOf(kommunId)));
			const signed = await sql<KommunExport["signed"][number]>`
				SELECT period_code AS periodCode, dokument_id AS dokumentId, edition, content, sha256, signature, key_id AS keyId
				FROM rapport JOIN rapport_snapshot ON rapport_snapshot.rapport_id = rapport.id
				WHERE kommun_id = ${kommunId} ORDER BY rapport.id`.execute(one);
			return { migration: Object.keys(migrations).sort().at(-1) ?? "", tables, signed: signed.rows };
		} finally {
			await sql`COMMIT`.execute(one);
		}
	});
}

async function exportTable(db: Db, name: TableName, condition: RawBuilder<unknown>): Promise<ExportedTable> {
	const described = await sql<{ name: string; pk: number }>`
		SELECT name, pk FROM pragma_table_info(${name}) ORDER BY cid`.execute(db);
	const key = described.rows.filter(({ pk }) => pk > 0).sort((a, b) => a.pk - b.pk);
	const { rows } = await sql<ExportedTable["rows"][number]>`
		SELECT * FROM ${sql.table(name)} WHERE ${condition}
		ORDER BY ${sql.join(key.map((column) => sql.ref(column.name)))}`.execute(db);
	const columns = described.rows.map((column) => column.name).filter((column) => !SECRET_COLUMNS.has(column));
	return {
		name,
		columns,
		rows: rows.map((row) => Object.fromEntries(columns.map((column) => [column, row[column] ?? null]))),
	};
}

type Scope = (kommunId: number) => RawBuilder<unknown>;

const own: Scope = (kommunId) => sql`kommun_id = ${kommunId}`;

function under(column: string, parent: TableName, scope: Scope): Scope {
	return (kommunId) => sql`${sql.ref(column)} IN (SELECT id FROM ${sql.table(parent)} WHERE ${scope(kommunId)})`;
}

const underDokument = under("dokument_id", "dokument", own);
const underAktivitet = under("aktivitet_id", "aktivitet", underDokument);
const underMeasure = under("measure_id", "measure", underAktivitet);
const underGenomforande = under("genomforande_id", "genomforande", own);
const underRapport = under("rapport_id", "rapport", own);
const underMote = under("mote_id", "mote", own);

/** Which rows are the kommun's, table by table, in the order that they would be entered again. */
const ROWS_OF: Partial<Record<TableName, Scope>> = {
	kommun: (kommunId) => sql`id = ${kommunId}`,
	person: (kommunId) => sql`id IN (
		SELECT person_id FROM membership WHERE kommun_id = ${kommunId}
		UNION SELECT person_id FROM audit_event WHERE kommun_id = ${kommunId}
		UNION SELECT created_by FROM genomforande WHERE kommun_id = ${kommunId}
		UNION SELECT signed_by FROM rapport_snapshot WHERE ${underRapport(kommunId)})`,
	membership: own,
	inbjudan: own,
	paminnelse: own,
	utskick: own,
	plats: own,
	helgkvall: own,
	part: own,
	dokument: own,
	dokumentutkast: own,
	undertecknare: underDokument,
	lofte: underDokument,
	aktivitet: underDokument,
	aktivitet_part: underAktivitet,
	fraga: underDokument,
	measure: underAktivitet,
	measure_version: underMeasure,
	fordelning: underMeasure,
	genomforande: own,
	genomforande_measure: underGenomforande,
	biprodukt: underGenomforande,
	genomforande_revision: underGenomforande,
	import: own,
	genomforande_import: underGenomforande,
	excused_slot: underMeasure,
	atgard: own,
	rapport: own,
	rapport_text: underRapport,
	synpunkt: underRapport,
	signing_key: (kommunId) => sql`id IN (SELECT key_id FROM rapport_snapshot WHERE ${underRapport(kommunId)})`,
	rapport_snapshot: underRapport,
	mote: own,
	mote_deltagare: underMote,
	mote_punkt: underMote,
	beslut: under("punkt_id", "mote_punkt", underMote),
	audit_event: own,
};
