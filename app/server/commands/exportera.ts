import { existsSync, mkdirSync, renameSync, rmSync, writeFileSync } from "node:fs";
import { dirname, join, resolve } from "node:path";
import { stockholmDate } from "#app/domain/dates.ts";
import { kommunFiles } from "#app/outputs/kommunExport.server.ts";
import { exportKommun } from "#db/export.server.ts";
import { findKommunBySlug } from "#db/kommun.server.ts";
import { readDatabasePath } from "../settings.ts";
import { UsageFault, type Values } from "./command.ts";
import { withDatabaseToRead } from "./openDatabase.ts";

/**
 * `exportera --kommun SLUG [--till MAPP]`: everything of a kommun as files in a new folder, while the service runs. Nothing
 * of it is there under the folder's name until all of it is.
 */
export async function exportToFolder({ kommun: slug, till }: Values, more: string[]): Promise<void> {
	if (!slug || more.length > 0) throw new UsageFault("Ange kommunen: exportera --kommun SLUG");
	await withDatabaseToRead(readDatabasePath(process.env), async (db) => {
		const kommun = await findKommunBySlug(db, slug);
		if (!kommun)
			throw new Error(`--kommun: det finns ingen kommun med adressen ${slug}. Skriv som i webbadressen: savsjo.`);
		const exportedAt = new Date().toISOString();
		const folder = resolve(till ?? `lofteskoll-${slug}-${stockholmDate(exportedAt)}`);
		if (existsSync(folder)) throw new Error(`${folder} finns redan. Ange en ny mapp med --till.`);
		const files = kommunFiles(await exportKommun(db, { kommunId: kommun.id }), { kommun: kommun.name, exportedAt });
		writeWhole(folder, files);
		console.log(`Allt om ${kommun.name} ligger i ${folder}: ${files.length} filer. Börja med LÄSMIG.txt.`);
	});
}

/** The files hold names and addresses, so only the one who exports may read them. */
function writeWhole(folder: string, files: readonly { path: string; content: string }[]): void {
	const unfinished = `${folder}.ofardig-${process.pid}`;
	try {
		for (const { path, content } of files) {
			const file = join(unfinished, path);
			mkdirSync(dirname(file), { recursive: true, mode: 0o700 });
			writeFileSync(file, content, { mode: 0o600, flush: true });
		}
		renameSync(unfinished, folder);
	} catch (cause) {
		rmSync(unfinished, { recursive: true, force: true });
		throw cause;
	}
}
