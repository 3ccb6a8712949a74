import { isRowId } from "#app/domain/rowId.ts";
import { draftLine } from "#app/features/utkast/draftLine.ts";
import type { KommunContext } from "#app/http/protect.server.ts";
import { LARGEST_TEXT_FILE } from "#app/inputs/readTextFile.server.ts";
import { findDokument } from "#db/dokument.server.ts";
import { findAllDokumentutkast } from "#db/dokumentutkast.server.ts";
import type { Replaced } from "./PasteForm.tsx";

const FILE_TOO_LARGE = "Fil: den är större än 5 MB. Välj en mindre fil, eller klistra in texten i stället.";

/** What the page for a new dokument begins with. */
export async function pastePage({ db, kommun, url }: KommunContext) {
	return {
		kommun: kommun.name,
		listTo: `/intern/${kommun.slug}/dokument`,
		uuid: crypto.randomUUID(),
		largestFile: LARGEST_TEXT_FILE,
		fileTooLarge: FILE_TOO_LARGE,
		fileError: url.searchParams.get("fel") === "storlek" ? FILE_TOO_LARGE : null,
		isDiscarded: url.searchParams.get("sparat") === "discardDokumentutkast",
		drafts: (await findAllDokumentutkast(db, { kommunId: kommun.id })).map((row) => draftLine(row, kommun.slug)),
		replaced: await findReplaced({ db, kommun, url }),
	};
}

/** The dokument named by `?ersatter=`, with those of its aktiviteter that `?ta-med=` lists. */
async function findReplaced({
	db,
	kommun,
	url,
}: Pick<KommunContext, "db" | "kommun" | "url">): Promise<Replaced | null> {
	const asked = url.searchParams.get("ersatter") ?? "";
	if (!isRowId(asked)) return null;
	const dokument = await findDokument(db, { kommunId: kommun.id, dokumentId: Number(asked) });
	if (!dokument) return null;
	const carried = new Set((url.searchParams.get("ta-med") ?? "").split(",").filter(isRowId).map(Number));
	return {
		dokumentId: dokument.id,
		title: dokument.title,
		carried: dokument.aktiviteter.flatMap(({ id, quotation }) => (carried.has(id) ? [{ id, quotation }] : [])),
	};
}
