import type { Db } from "#db/connection.server.ts";
import { type DokumentutkastRow, findDokumentutkast } from "#db/dokumentutkast.server.ts";
import { type DokumentutkastContent, readUtkastContent } from "./content.ts";

/** An utkast with its content read. */
export interface Dokumentutkast extends Omit<DokumentutkastRow, "content"> {
	content: DokumentutkastContent;
}

/** An utkast of the kommun in whatever state; undefined: it has no such. */
export async function findUtkast(
	db: Db,
	wanted: { kommunId: number; utkastId: number },
): Promise<Dokumentutkast | undefined> {
	const row = await findDokumentutkast(db, wanted);
	return row && { ...row, content: readUtkastContent(row.content) };
}
