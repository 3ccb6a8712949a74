import { beginDokumentutkast } from "#app/commands/beginDokumentutkast.server.ts";
import { InvalidForm, parseForm } from "#app/http/forms.server.ts";
import type { KommunContext } from "#app/http/protect.server.ts";
import { readTextFile } from "#app/inputs/readTextFile.server.ts";
import { beginUtkastSchema } from "./forms.ts";

const NO_TEXT = "Källtext: fältet är tomt. Klistra in löftestexten, eller välj en fil.";
const BOTH = "Fil: du har både klistrat in en text och valt en fil. Ta bort det ena.";

/**
 * Reads what was pasted, or the file, and begins an utkast with it.
 *
 * @returns the utkast's id
 * @throws InvalidForm when there is neither text nor file, or both; Fault for a file that cannot be read
 */
export async function begin({ db, actor, form }: KommunContext): Promise<number> {
	const input = parseForm(beginUtkastSchema, withoutText(form));
	const { utkastId } = await beginDokumentutkast(db, actor, { ...input, text: await textIn(form) });
	return utkastId;
}

/** A text of a megabyte is no field that a schema has to look at. */
function withoutText(form: FormData): FormData {
	const rest = new FormData();
	for (const [name, value] of form) if (name !== "text" && name !== "file") rest.append(name, value);
	return rest;
}

async function textIn(form: FormData): Promise<string> {
	const pasted = form.get("text");
	const file = form.get("file");
	const isPasted = typeof pasted === "string" && pasted.trim() !== "";
	const isFile = file instanceof File && (file.size > 0 || file.name !== "");
	if (isPasted && isFile) throw new InvalidForm([{ field: "file", message: BOTH }]);
	if (isPasted) return pasted;
	if (!isFile) throw new InvalidForm([{ field: "text", message: NO_TEXT }]);
	return (await readTextFile(new Uint8Array(await file.arrayBuffer()), file.name)).text;
}
