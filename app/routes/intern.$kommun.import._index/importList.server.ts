import { Fault } from "#app/domain/fault.ts";
import { countOf } from "#app/domain/format.ts";
import type { ImportState } from "#app/domain/importState.ts";
import { formatInstant } from "#app/features/formatInstant.ts";
import { pageNumber } from "#app/http/pageNumber.server.ts";
import type { KommunContext } from "#app/http/protect.server.ts";
import type { TagTone } from "#app/ui/Tag.tsx";
import { findAllImports, type ImportRow } from "#db/import.server.ts";
import { findReading } from "./upload.server.ts";
import { IMPORT_FILE_TOO_LARGE, READING_LOST } from "./uploadForm.ts";

const PAGE_SIZE = 20;
const READING_FAILED = "Fil: något gick fel hos oss när den lästes, och inget är sparat. Försök igen om en stund.";

const STATE: Record<ImportState, { word: string; tone: TagTone }> = {
	pagar: { word: "Inte klar", tone: "warning" },
	importerad: { word: "Importerad", tone: "info" },
	angrad: { word: "Ångrad", tone: "neutral" },
	avbruten: { word: "Avbruten", tone: "neutral" },
};

/** The kommun's imports, the latest first. */
export async function importList({ db, kommun, url }: KommunContext) {
	const all = await findAllImports(db, { kommunId: kommun.id });
	const path = `/intern/${kommun.slug}/import`;
	const pageCount = Math.max(1, Math.ceil(all.length / PAGE_SIZE));
	const page = Math.min(pageNumber(url), pageCount);
	return {
		imports: all.slice((page - 1) * PAGE_SIZE, page * PAGE_SIZE).map((row) => ({
			id: row.id,
			to: `${path}/${row.id}`,
			fileName: row.fileName,
			state: STATE[row.state].word,
			tone: STATE[row.state].tone,
			about: aboutOf(row),
			isExample: row.isExample,
		})),
		page,
		pageLinks: Array.from({ length: pageCount }, (_, index) => (index === 0 ? path : `${path}?sida=${index + 1}`)),
	};
}

/** When, by whom, and what came of it. */
function aboutOf(row: ImportRow): string {
	const count = countOf(row.importedCount ?? 0, "registrering", "registreringar");
	switch (row.state) {
		case "importerad":
			return `${count}, importerad ${formatInstant(row.importedAt ?? row.createdAt)} av ${row.importedByName}`;
		case "angrad":
			return `${count} makulerade, ångrad ${formatInstant(row.undoneAt ?? row.createdAt)} av ${row.undoneByName}`;
		default:
			return `Inläst ${formatInstant(row.createdAt)} av ${row.createdByName}. Ingenting är registrerat.`;
	}
}

/** What the address says of a file that was just posted: it is still read, it has become an import, or it was refused. */
export function readingView(context: KommunContext): {
	isReading: boolean;
	importTo: string | null;
	error: string | null;
	isTooLarge: boolean;
} {
	const { url, kommun } = context;
	const nothing = { isReading: false, importTo: null, error: null, isTooLarge: false };
	if (url.searchParams.get("fel") === "storlek") return { ...nothing, error: IMPORT_FILE_TOO_LARGE, isTooLarge: true };
	const reading = url.searchParams.get("laser");
	if (reading === null) return nothing;
	const job = findReading(context, reading);
	if (!job) return { ...nothing, error: READING_LOST };
	if (!job.outcome) return { ...nothing, isReading: true };
	if (job.outcome.is === "failed") return { ...nothing, error: messageOf(job.outcome.error) };
	return { ...nothing, importTo: `/intern/${kommun.slug}/import/${job.outcome.result.importId}` };
}

function messageOf(error: unknown): string {
	return error instanceof Fault ? error.message : READING_FAILED;
}
