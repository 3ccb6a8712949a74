import { Fault } from "#app/domain/fault.ts";
import { containsPersonalNumber } from "#app/domain/personalData.ts";
import type { SheetTable } from "#app/domain/sheetTable.ts";
import type { ImportMapping } from "#app/import/content.ts";
import { type Actor, command } from "#db/command.server.ts";
import type { Db } from "#db/connection.server.ts";
import { findImportByUuid } from "#db/import.server.ts";
import { insertImport } from "#db/importChange.server.ts";
import { acceptImportMapping } from "./acceptImportMapping.server.ts";
import { acceptName } from "./acceptText.server.ts";
import { importEvent } from "./importInKommun.server.ts";
import { kommunWriter } from "./kommunWriter.server.ts";
import { othersFirst } from "./othersFirst.server.ts";

export interface UploadedImport {
	/** Made where the form was opened: one UUID is one upload, however often it is sent. */
	uuid: string;
	fileName: string;
	/** Of the file's bytes, in hex. */
	sha256: string;
	sheets: readonly SheetTable[];
	/** As guessed; adjusted later. */
	mapping: ImportMapping;
	isExample?: boolean;
}

const MAX_FILE_NAME = 200;

/**
 * Keeps the cells of a file of registrations while people look through how it is read. Nothing is registered yet.
 *
 * @throws Fault `invalid` for a personal number in the file's name or anywhere in it, of which nothing is kept;
 *   `conflict` when the UUID stands for another file; what `acceptImportMapping` refuses
 */
export async function uploadImport(db: Db, actor: Actor, input: UploadedImport): Promise<{ importId: number }> {
	const { kommunId, personId, now } = kommunWriter(actor);
	const { uuid, sha256, isExample = false } = input;
	const named = { field: "file", label: "Fil", text: input.fileName, maxLength: MAX_FILE_NAME };
	const fileName = acceptName(named);
	if (!/^[0-9a-f]{64}$/.test(sha256)) throw new Fault("invalid", "Fil: läs in filen igen.", "file");
	await requireNoPersonalNumber(input.sheets);
	const sheets = JSON.stringify(input.sheets);
	return command(db, actor, async (tx) => {
		const sent = await findImportByUuid(tx, uuid);
		if (sent) {
			if (sent.kommunId === kommunId && sent.createdBy === personId && sent.sha256 === sha256)
				return { result: { importId: sent.id }, audit: [] };
			throw new Fault("conflict", "En annan fil är redan inläst härifrån. Ladda om sidan och välj filen igen.");
		}
		const mapping = JSON.stringify(await acceptImportMapping(tx, { kommunId, mapping: input.mapping }));
		const row = { uuid, kommunId, fileName, sha256, sheets, mapping, isExample, now, personId };
		const id = await insertImport(tx, row);
		return {
			result: { importId: id },
			audit: [importEvent({ action: "import.uploaded", row: { id, fileName } })],
		};
	});
}

const ROWS_AT_A_TIME = 200;

async function requireNoPersonalNumber(sheets: readonly SheetTable[]): Promise<void> {
	for (const { name, rows } of sheets) {
		if (name !== null && containsPersonalNumber(name)) throw holdsPersonalNumber("bladets namn");
		for (const [index, { number, cells }] of rows.entries()) {
			if (cells.some(containsPersonalNumber)) throw holdsPersonalNumber(`rad ${number}`);
			if (index % ROWS_AT_A_TIME === ROWS_AT_A_TIME - 1) await othersFirst();
		}
	}
}

function holdsPersonalNumber(where: string): Fault {
	return new Fault(
		"invalid",
		`Fil: ta bort personnumret i ${where}. Här ska inga uppgifter om enskilda personer stå.`,
		"file",
	);
}
