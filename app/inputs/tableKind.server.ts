import type { Fault } from "#app/domain/fault.ts";
import { brokenTable, externalFault, macroFault, otherTable, protectedTable } from "./tableFault.server.ts";
import type { ZipEntry } from "./zip.server.ts";

/** What a file with a table may be read as. */
export type TableKind = "csv" | "xlsx";

const BEGINNING = 1024;
const OLE = "\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1";
/** How a file begins, in bytes written as Latin-1, and what it is. */
const BEGINNINGS: [RegExp, string][] = [
	[/^%PDF-/, "en PDF"],
	[/^\{\\rtf/, "ett RTF-dokument"],
	[/^(\x89PNG\r\n|\xff\xd8\xff|GIF8|II\*\0|MM\0\*)/, "en bild"],
	[/^(\xef\xbb\xbf)?\s*<\?xml/, "en XML-fil"],
	[/^(\xef\xbb\xbf)?\s*<(!doctype html|html|table|head|meta|style|div)[\s>]/i, "en webbsida"],
];
/** By its name, where the content leaves it open. */
const EXTENSIONS: Record<string, string> = {
	xls: "en äldre Excel-fil (.xls)",
	ods: "ett OpenDocument-kalkylark (.ods)",
	numbers: "ett Numbers-dokument",
};

/**
 * What a file with a table is: by how it begins, and only then by its name, since a name is easily changed.
 *
 * @throws Fault for what is not read here, saying what to do instead
 */
export function tableKindOf(bytes: Uint8Array, name: string): TableKind {
	const beginning = Buffer.from(bytes.subarray(0, BEGINNING)).toString("latin1");
	if (beginning.startsWith("PK\x03\x04")) return "xlsx";
	if (beginning.startsWith(OLE)) throw oleFault(bytes);
	const known = BEGINNINGS.find(([start]) => start.test(beginning));
	if (known) throw otherTable(known[1]);
	const extension = /\.([a-z0-9]+)\s*$/i.exec(name)?.[1]?.toLowerCase() ?? "";
	const other = EXTENSIONS[extension];
	if (other) throw otherTable(other);
	if (/^xls[xm]$/.test(extension)) throw brokenTable();
	return "csv";
}

/**
 * Which parts of an .xlsx are read, when it is one.
 *
 * @throws Fault for other files that are packed the same way, for macros, and for links to other files
 */
export function checkWorkbook(entries: readonly ZipEntry[]): void {
	const names = entries.map(({ name }) => name.replaceAll("\\", "/").replace(/^\//, "").toLowerCase());
	const has = (pattern: RegExp) => names.some((name) => pattern.test(name));
	// Two files of one name: which of them is read depends on the reader.
	if (new Set(names).size < names.length) throw brokenTable();
	if (has(/(^|\/)vba(project|data)|(^|\/)(macrosheets|activex)\//)) throw macroFault();
	if (has(/(^|\/)(externallinks|querytables)\/|(^|\/)connections\.xml$/)) throw externalFault();
	if (has(/^index\/|^index\.(zip|xml|apxl)$|\.iwa$/)) throw otherTable("ett Numbers-dokument");
	if (has(/^meta-inf\/manifest\.xml$/)) throw otherTable("ett OpenDocument-kalkylark (.ods)");
	if (has(/^word\//)) throw otherTable("ett Word-dokument");
	if (has(/^ppt\//)) throw otherTable("en presentation");
	if (has(/^xl\/workbook\.bin$/)) throw otherTable("en binär Excel-fil (.xlsb)");
	if (!has(/^\[content_types\]\.xml$/)) throw otherTable("en zip-fil");
}

/** A workbook with a password lies inside the older container, under this name; so do all .xls. */
function oleFault(bytes: Uint8Array): Fault {
	const file = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength);
	const has = (name: string) => file.includes(Buffer.from(name, "utf16le"));
	if (has("EncryptedPackage")) return protectedTable();
	return otherTable(has("WordDocument") ? "ett äldre Word-dokument (.doc)" : "en äldre Excel-fil (.xls)");
}
