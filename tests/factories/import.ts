import { uploadImport } from "#app/commands/uploadImport.server.ts";
import { stockholmDate } from "#app/domain/dates.ts";
import type { SheetTable } from "#app/domain/sheetTable.ts";
import type { ImportMapping } from "#app/import/content.ts";
import { guessMapping } from "#app/import/guess.ts";
import { findImportFacts } from "#app/import/importFacts.server.ts";
import type { Db } from "#db/connection.server.ts";
import { findImportState, type ImportRow } from "#db/import.server.ts";
import type { KommunActor } from "./kommun.ts";

export const IMPORT_HEADINGS = ["Datum", "Aktivitet", "Antal", "Plats", "Utförd av", "Anteckning"];

/** A row of such a file: one occasion toward the scene's count, by the police, on the day. */
export function importLine(
	date: string,
	changes: Partial<Record<"aktivitet" | "antal" | "plats" | "note", string>> = {},
) {
	const { aktivitet = "Mått count", antal = "1", plats = "", note = "" } = changes;
	return [date, aktivitet, antal, plats, "Polisen", note];
}

/** A file of these rows under the usual headings, uploaded as the page does it: as it is guessed, and adjusted. */
export async function makeImport(
	db: Db,
	actor: KommunActor,
	{
		lines,
		mapping,
		fileName = "logg.csv",
		...rest
	}: {
		lines: readonly (readonly string[])[];
		mapping?: Partial<ImportMapping>;
		fileName?: string;
		uuid?: string;
		sha256?: string;
	},
): Promise<{ importId: number; version: number }> {
	const sheets = [sheetOfLines(lines)];
	const facts = await findImportFacts(db, { kommunId: actor.kommunId, today: stockholmDate(actor.now) });
	const { importId } = await uploadImport(db, actor, {
		uuid: crypto.randomUUID(),
		sha256: facts.sha256(JSON.stringify(lines)),
		fileName,
		sheets,
		mapping: { ...guessMapping(sheets, facts), ...mapping },
		...rest,
	});
	return { importId, version: 1 };
}

/** The headings in row 1, the lines below them. */
export function sheetOfLines(lines: readonly (readonly string[])[]): SheetTable {
	return {
		name: null,
		rows: [IMPORT_HEADINGS, ...lines].map((cells, index) => ({ number: index + 1, cells: [...cells] })),
	};
}

/** As it stands now. */
export async function importNow(db: Db, actor: KommunActor, importId: number): Promise<ImportRow> {
	const row = await findImportState(db, { kommunId: actor.kommunId, importId });
	if (!row) throw new Error("there is no such import");
	return row;
}
