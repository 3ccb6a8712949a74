import { stockholmDate } from "#app/domain/dates.ts";
import { Fault } from "#app/domain/fault.ts";
import type { SheetTable } from "#app/domain/sheetTable.ts";
import { checkImportInChunks } from "#app/import/check.ts";
import type { ImportCheck, ImportMapping } from "#app/import/content.ts";
import { findImportFacts } from "#app/import/importFacts.server.ts";
import { comesIn, importProblems } from "#app/import/readiness.ts";
import { type Actor, type AuditEvent, command, type Tx } from "#db/command.server.ts";
import type { Db } from "#db/connection.server.ts";
import { findImportState } from "#db/import.server.ts";
import {
	insertImportedRegistrations,
	type ReadyRegistrations,
	readyRegistrations,
	updateImportImported,
} from "#db/importChange.server.ts";
import { findNewestAuditId } from "#db/notiser.server.ts";
import {
	importEvent,
	importWithCells,
	requireUnderWay,
	type SeenImport,
	withoutNames,
} from "./importInKommun.server.ts";
import { type KommunWriter, kommunWriter } from "./kommunWriter.server.ts";
import { othersFirst } from "./othersFirst.server.ts";

export interface ImportResult {
	/** Registrations. */
	imported: number;
	/** Rows of which nothing came in, but for those that were imported before. */
	leftOut: number;
}

/** So many times the kommun may be written in between before somebody is asked to wait. */
const ATTEMPTS = 5;

/**
 * Takes the rows of a file into the log, all of those that the page showed or none. They are judged outside the transaction,
 * with pauses, by facts that are then known to hold still: the transaction begins by seeing that nothing has been written in
 * the kommun since. One event tells of them all, and the row of each says which file and row it came from.
 *
 * @param input `onProgress` is told how many rows have been judged
 * @throws Fault `not_found` in another kommun; `conflict` when it is not under way or somebody changed it in between;
 *   `invalid` in the words of `importProblems`
 */
export async function runImport(
	db: Db,
	actor: Actor,
	{ onProgress, ...seen }: SeenImport & { onProgress?: (done: number, total: number) => void },
): Promise<ImportResult> {
	const writer = kommunWriter(actor);
	const { kommunId } = writer;
	const sent = await findSent(db, { writer, seen });
	if (sent) return sent;
	for (let attempt = 0; attempt < ATTEMPTS; attempt++) {
		const auditId = await findNewestAuditId(db, { kommunId });
		const prepared = await prepare(db, { writer, seen, onProgress });
		const result = await command<ImportResult | undefined>(db, actor, async (tx) => {
			if ((await findNewestAuditId(tx, { kommunId })) !== auditId) return { result: undefined, audit: [] };
			return takeIn(tx, { writer, seen, prepared });
		});
		if (result) return result;
	}
	throw new Fault("conflict", "Andra registrerar i kommunen just nu. Vänta en stund och importera igen.");
}

/** A retry by the same person is answered with what came of the first one. */
async function findSent(
	db: Db,
	{ writer: { kommunId, personId }, seen }: { writer: KommunWriter; seen: SeenImport },
): Promise<ImportResult | undefined> {
	const row = await findImportState(db, { kommunId, importId: seen.importId });
	const isSame = row?.state === "importerad" && row.importedBy === personId && row.version === seen.version + 1;
	return isSame ? { imported: row.importedCount ?? 0, leftOut: row.leftOutCount ?? 0 } : undefined;
}

interface Prepared extends ImportResult {
	row: { id: number; fileName: string; isExample: boolean };
	mapping: ImportMapping;
	span: ImportCheck["span"];
	ready: ReadyRegistrations;
}

/** Everything that can be done before the lock is taken. */
async function prepare(
	db: Db,
	{
		writer: { kommunId, now },
		seen: { importId, version },
		onProgress,
	}: {
		writer: KommunWriter;
		seen: SeenImport;
		onProgress: ((done: number, total: number) => void) | undefined;
	},
): Promise<Prepared> {
	const row = await importWithCells(db, { kommunId, importId });
	requireUnderWay(row, version);
	const sheets: SheetTable[] = JSON.parse(row.sheets);
	const mapping: ImportMapping = JSON.parse(row.mapping);
	await othersFirst();
	const facts = await findImportFacts(db, { kommunId, today: stockholmDate(now) });
	const pauses = { pause: othersFirst, ...(onProgress && { onProgress }) };
	const check = await checkImportInChunks(sheets, mapping, facts, pauses);
	const [problem] = importProblems(check, mapping);
	if (problem) throw new Fault("invalid", problem.message, problem.field);
	await othersFirst();
	const registrations = check.rows.flatMap(({ number, registrations }) =>
		registrations
			.filter((registration) => comesIn(registration, mapping))
			.map(({ outcome: _, isLate: __, ...registration }) => ({ ...registration, rowNumber: number })),
	);
	const leftOut = check.rows.filter(
		({ outcome, registrations }) =>
			outcome !== "already_imported" && !registrations.some((registration) => comesIn(registration, mapping)),
	).length;
	const ready = readyRegistrations(registrations);
	await othersFirst();
	return { row, mapping, span: check.span, imported: registrations.length, leftOut, ready };
}

async function takeIn(
	tx: Tx,
	{
		writer: { kommunId, personId, now },
		seen,
		prepared: { row, mapping, span, imported, leftOut, ready },
	}: { writer: KommunWriter; seen: SeenImport; prepared: Prepared },
): Promise<{ result: ImportResult; audit: AuditEvent[] }> {
	const { isExample } = row;
	await insertImportedRegistrations(tx, { importId: row.id, kommunId, ready, isExample, now, personId });
	await updateImportImported(tx, {
		id: row.id,
		version: seen.version,
		mapping: JSON.stringify(withoutNames(mapping)),
		imported,
		leftOut,
		now,
		personId,
	});
	return {
		result: { imported, leftOut },
		audit: [importEvent({ action: "import.imported", row, detail: { imported, leftOut, ...span } })],
	};
}
