import type { Fault } from "#app/domain/fault.ts";
import { brokenFile, fileFault, protectedFile } from "./fileFault.server.ts";

/** What a file may be read as. */
export type FileKind = "text" | "docx" | "pdf";

/** A PDF may begin a little into the file. */
const PDF_WITHIN = 1024;
const HOW = "Spara den som Word-dokument (.docx) eller PDF, eller klistra in texten i stället.";
const OTHER_FORMATS: Record<string, string> = {
	doc: `den är ett äldre Word-dokument (.doc), som inte kan läsas här. ${HOW}`,
	odt: `den är ett OpenDocument-dokument (.odt), som inte kan läsas här. ${HOW}`,
	rtf: `den är ett RTF-dokument (.rtf), som inte kan läsas här. ${HOW}`,
	html: "den är en webbsida. Öppna den i webbläsaren och klistra in texten i stället.",
	bild: "den är en bild. Skriv av texten och klistra in den i stället.",
	pages: `den är ett Pages-dokument, som inte kan läsas här. ${HOW}`,
};
/** How a file begins, in bytes written as Latin-1, and which of {@link OTHER_FORMATS} it is. */
const BEGINNINGS: [string, string][] = [
	["{\\rtf", "rtf"],
	["\x89PNG\r\n", "bild"],
	["\xff\xd8\xff", "bild"],
	["GIF8", "bild"],
	["II*\0", "bild"],
	["MM\0*", "bild"],
];
const EXTENSIONS: Record<string, string> = {
	doc: "doc",
	dot: "doc",
	odt: "odt",
	rtf: "rtf",
	htm: "html",
	html: "html",
	png: "bild",
	jpg: "bild",
	jpeg: "bild",
	heic: "bild",
	gif: "bild",
	tif: "bild",
	tiff: "bild",
	pages: "pages",
};
const OLE = "\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1";

/**
 * What a file is: by how it begins, and only then by its name, since a name is easily changed.
 *
 * @param name of the file, as it was handed in; may be empty
 * @throws Fault for what is not read here, saying what to do instead
 */
export function fileKindOf(bytes: Uint8Array, name: string): FileKind {
	const beginning = Buffer.from(bytes.subarray(0, PDF_WITHIN)).toString("latin1");
	if (beginning.includes("%PDF-")) return "pdf";
	if (beginning.startsWith("PK\x03\x04")) return "docx";
	if (beginning.startsWith(OLE)) throw isEncryptedOffice(bytes) ? protectedFile() : otherFormat("doc");
	const known = BEGINNINGS.find(([start]) => beginning.startsWith(start));
	if (known) throw otherFormat(known[1]);
	if (/^(\xef\xbb\xbf)?\s*<(!doctype html|html)[\s>]/i.test(beginning)) throw otherFormat("html");

	const extension = /\.([a-z0-9]+)\s*$/i.exec(name)?.[1]?.toLowerCase() ?? "";
	if (extension === "pdf") throw brokenFile("PDF");
	if (extension === "docx" || extension === "docm") throw brokenFile("Word-dokument");
	const format = EXTENSIONS[extension];
	if (format) throw otherFormat(format);
	return "text";
}

/** The refusal of a format that is known, and not read. */
export function otherFormat(format: string): Fault {
	return fileFault(OTHER_FORMATS[format] ?? `den är i ett format som inte kan läsas här. ${HOW}`);
}

/** A .docx with a password lies inside the older container, under this name. */
function isEncryptedOffice(bytes: Uint8Array): boolean {
	return Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength).includes(
		Buffer.from("EncryptedPackage", "utf16le"),
	);
}
