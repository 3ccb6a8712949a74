import { createHash } from "node:crypto";
import * as z from "zod";
import { uploadImport } from "#app/commands/uploadImport.server.ts";
import { InvalidForm, parseForm } from "#app/http/forms.server.ts";
import type { KommunContext } from "#app/http/protect.server.ts";
import { LARGEST_IMPORT_FILE } from "#app/import/content.ts";
import { guessMapping } from "#app/import/guess.ts";
import { findImportFacts } from "#app/import/importFacts.server.ts";
import { type Job, jobKeepers, waitAWhile } from "#app/import/jobs.server.ts";
import { readTableFile } from "#app/inputs/readTableFile.server.ts";
import { IMPORT_FILE_TOO_LARGE, NO_IMPORT_FILE } from "./uploadForm.ts";

/** Long enough for most files to be read within the request that brings them. */
const MOST_WAIT_MS = 1500;

const uploads = jobKeepers<{ importId: number }>({ mostEnded: 100 });

/** Beside `file`: `uuid`, made by the page. */
const uploadSchema = z.object({ uuid: z.uuid("Ladda om sidan och välj filen igen.") });

/**
 * Begins to read the file that was posted, and waits a while for it to be done. Once for the same file from the same page,
 * however often it is posted.
 *
 * @returns the import, or the name of the reading that goes on, for {@link findReading}
 * @throws InvalidForm or Fault where the file is refused; nothing of it is kept
 */
export async function readUpload(context: KommunContext): Promise<{ importId: number } | { reading: string }> {
	const { uuid } = parseForm(uploadSchema, context.form);
	const file = fileIn(context.form);
	const bytes = new Uint8Array(await file.arrayBuffer());
	const sha256 = createHash("sha256").update(bytes).digest("hex");
	const reading = uuidOf(uuid, sha256);
	const key = keyOf(context, reading);
	const job = uploads(context.db).begin(key, () =>
		readAndKeep(context, { uuid: reading, bytes, sha256, fileName: file.name }),
	);
	await waitAWhile(job, MOST_WAIT_MS);
	if (job.outcome?.is === "failed") uploads(context.db).forget(key);
	return job.outcome ? resultOf(job.outcome) : { reading };
}

/** The reading of that name, of this person in this kommun. */
export function findReading(context: KommunContext, reading: string): Job<{ importId: number }> | undefined {
	return uploads(context.db).find(keyOf(context, reading));
}

function resultOf(outcome: NonNullable<Job<{ importId: number }>["outcome"]>): { importId: number } {
	if (outcome.is === "failed") throw outcome.error;
	return outcome.result;
}

function keyOf({ actor }: KommunContext, reading: string): string {
	return `${actor.kommunId} ${actor.personId} ${reading}`;
}

/** @throws InvalidForm without a file, or with one that is too large */
function fileIn(form: FormData): File {
	const file = form.get("file");
	if (!(file instanceof File) || (file.size === 0 && file.name === "")) throw refused(NO_IMPORT_FILE);
	if (file.size > LARGEST_IMPORT_FILE) throw refused(IMPORT_FILE_TOO_LARGE);
	return file;
}

function refused(message: string): InvalidForm {
	return new InvalidForm([{ field: "file", message }]);
}

interface Upload {
	uuid: string;
	bytes: Uint8Array;
	sha256: string;
	fileName: string;
}

async function readAndKeep(
	{ db, actor, kommun, today }: KommunContext,
	{ uuid, bytes, sha256, fileName }: Upload,
): Promise<{ importId: number }> {
	const { sheets } = await readTableFile(bytes, fileName);
	const facts = await findImportFacts(db, { kommunId: kommun.id, today });
	return uploadImport(db, actor, { uuid, fileName, sha256, sheets, mapping: guessMapping(sheets, facts) });
}

/** A form that is gone back to and posted with another file is another import: the name is made of both. */
function uuidOf(formUuid: string, sha256: string): string {
	const hex = createHash("sha256").update(`${formUuid} ${sha256}`).digest("hex");
	return [hex.slice(0, 8), hex.slice(8, 12), `8${hex.slice(13, 16)}`, `a${hex.slice(17, 20)}`, hex.slice(20, 32)].join(
		"-",
	);
}
