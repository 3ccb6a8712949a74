import { Fault } from "#app/domain/fault.ts";
import type { ImportState } from "#app/domain/importState.ts";
import type { ImportMapping } from "#app/import/content.ts";
import type { AuditEvent, Tx } from "#db/command.server.ts";
import type { Db } from "#db/connection.server.ts";
import { findImport, findImportState, type ImportRow } from "#db/import.server.ts";
import { changedMeanwhile } from "./kommunWriter.server.ts";

/** What a step is taken with: the import and the version that the page showed. */
export interface SeenImport {
	importId: number;
	version: number;
}

const WHY_NOT: Record<Exclude<ImportState, "pagar">, string> = {
	importerad: "Importen är redan gjord. Ladda om sidan.",
	angrad: "Importen är ångrad. Läs in filen igen för att importera den.",
	avbruten: "Importen är avbruten. Läs in filen igen för att importera den.",
};

/**
 * The import, without its cells.
 *
 * @throws Fault `not_found` in another kommun
 */
export async function importInKommun(
	tx: Tx,
	{ kommunId, importId }: { kommunId: number; importId: number },
): Promise<ImportRow & { mapping: string }> {
	const found = await findImportState(tx, { kommunId, importId });
	if (!found) throw noSuchImport();
	return found;
}

/**
 * The same with what is imported, while it is under way.
 *
 * @throws Fault `not_found` in another kommun; `conflict` when it is no longer under way
 */
export async function importWithCells(
	db: Db,
	{ kommunId, importId }: { kommunId: number; importId: number },
): Promise<ImportRow & { sheets: string; mapping: string }> {
	const found = await findImport(db, { kommunId, importId });
	if (!found) throw noSuchImport();
	const { sheets } = found;
	if (sheets === null) throw notUnderWay(found);
	return { ...found, sheets };
}

/** @throws Fault `conflict` when it is no longer under way, or when somebody changed it in between */
export function requireUnderWay(found: ImportRow, version: number): void {
	if (found.state !== "pagar") throw notUnderWay(found);
	requireSeen(found, version);
}

/** @throws Fault `conflict` when somebody changed it in between */
export function requireSeen(found: ImportRow, version: number): void {
	if (found.version !== version) throw changedMeanwhile("Importen");
}

/** The mapping without the names of the file: they may be people's, and what came of them is in the log. */
export function withoutNames(mapping: ImportMapping): ImportMapping {
	return { ...mapping, aktiviteter: {}, platser: {}, performers: {} };
}

/** What the history says of an import: what was done, and with which file. */
export function importEvent({
	action,
	row: { id, fileName },
	detail = {},
}: {
	action: AuditEvent["action"];
	row: { id: number; fileName: string };
	detail?: Record<string, unknown>;
}): AuditEvent {
	return { action, entity: "import", entityId: id, detail: { fileName, ...detail } };
}

function notUnderWay({ state }: ImportRow): Fault {
	return new Fault("conflict", state === "pagar" ? "Importen kan inte läsas." : WHY_NOT[state]);
}

function noSuchImport(): Fault {
	return new Fault("not_found", "Importen finns inte i den här kommunen.");
}
