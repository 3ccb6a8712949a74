import { Fault } from "#app/domain/fault.ts";
import type { SheetTable } from "#app/domain/sheetTable.ts";
import { addressId } from "#app/http/addressId.server.ts";
import type { KommunContext } from "#app/http/protect.server.ts";
import type { ImportMapping } from "#app/import/content.ts";
import { findImport, findImportState, type ImportRow } from "#db/import.server.ts";

/** An import with its cells, which are there only while it is under way. */
export type FoundImport = ImportRow & { sheets: SheetTable[] | null; mapping: ImportMapping };

/**
 * The import of the address, as far as it has come; without its cells, which are megabytes.
 *
 * @throws Fault `not_found` also for another kommun's
 */
export async function findStateOf({ db, kommun, params }: KommunContext): Promise<ImportRow> {
	return orNotFound(await findImportState(db, { kommunId: kommun.id, importId: addressId(params.id) }));
}

/** The same with its cells and how they are read. @throws Fault `not_found` also for another kommun's */
export async function findImportOf({ db, kommun, params }: KommunContext): Promise<FoundImport> {
	const found = orNotFound(await findImport(db, { kommunId: kommun.id, importId: addressId(params.id) }));
	return {
		...found,
		sheets: found.sheets === null ? null : JSON.parse(found.sheets),
		mapping: JSON.parse(found.mapping),
	};
}

function orNotFound<Found>(found: Found | undefined): Found {
	if (!found) throw new Fault("not_found", "Importen finns inte i den här kommunen.");
	return found;
}
