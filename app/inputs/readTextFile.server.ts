import { decodeText } from "./decodeText.server.ts";
import { brokenFile, fileFault, oversizedFile, protectedFile, slowFile, tooMuchText } from "./fileFault.server.ts";
import { type FileKind, fileKindOf, otherFormat } from "./fileKind.server.ts";
import { htmlText } from "./htmlText.server.ts";
import { inWorker, type WorkerAnswer } from "./inWorker.server.ts";
import { pdfText } from "./pdfLines.server.ts";
import { hasSafeStreams } from "./pdfStreams.server.ts";
import { unpackedSize, type ZipEntry, zipEntriesIn } from "./zip.server.ts";

const MB = 1024 * 1024;
/** The largest file that is read. */
export const LARGEST_TEXT_FILE = 5 * MB;
const LONGEST_TEXT = MB;
const LARGEST_UNPACKED = 50 * MB;
/** What is packed in a PDF, images too. */
const LARGEST_STREAMS = { one: 64 * MB, all: 256 * MB };
const MOST_ENTRIES = 2000;
const MOST_PAGES = 100;
const MOST_MS = 15_000;

/**
 * What a file that somebody hands in says: a text file, a Word document (.docx) or a PDF with text in it. The bytes may be
 * anything. Nothing is written to disk, nothing that a document points at is fetched, and no macro is run.
 *
 * @param bytes the file
 * @param name of it; decides only what the content leaves open
 * @returns the text, composed (NFC); the line endings of a text file stay as they are
 * @throws Fault `invalid` on the field `file` for what is too large, empty, protected, broken or in another format
 */
export async function readTextFile(bytes: Uint8Array, name: string): Promise<{ text: string }> {
	if (bytes.length > LARGEST_TEXT_FILE) throw fileFault("den är större än 5 MB. Klistra in texten i stället.");
	if (bytes.length === 0) throw fileFault("den är tom. Välj filen med löftena.");
	const kind = fileKindOf(bytes, name);
	const text = (await TEXT_OF[kind](bytes)).normalize("NFC");
	if (text.length > LONGEST_TEXT) throw tooMuchText();
	if (!/[\p{L}\p{N}]/u.test(text)) throw fileFault("det står ingen text i den. Välj filen med löftena.");
	return { text };
}

const TEXT_OF: Record<FileKind, (bytes: Uint8Array) => Promise<string>> = {
	text: async (bytes) => decodeText(bytes),
	docx: async (bytes) => {
		await checkDocx(bytes);
		const answer = await inWorker(question("docx", bytes), { mostMs: MOST_MS });
		const text = "html" in answer ? htmlText(answer.html) : refuse(answer, "Word-dokument");
		if (text === undefined) throw brokenFile("Word-dokument");
		return withoutControls(text);
	},
	pdf: async (bytes) => {
		if (!(await hasSafeStreams(bytes, { most: LARGEST_STREAMS }))) throw oversizedFile();
		const answer = await inWorker(question("pdf", bytes), { mostMs: MOST_MS });
		const text = withoutControls("pages" in answer ? pdfText(answer.pages) : refuse(answer, "PDF"));
		if (/\p{L}/u.test(text)) return text;
		throw fileFault("den är en bild av texten och går inte att läsa. Klistra in texten i stället.");
	},
};

function question(kind: "docx" | "pdf", bytes: Uint8Array) {
	return { kind, bytes, mostPages: MOST_PAGES, mostText: LONGEST_TEXT };
}

/** @throws Fault unless it is a Word document whose parts, unpacked, are as large as they may be */
async function checkDocx(bytes: Uint8Array): Promise<void> {
	const entries = zipEntriesIn(bytes, { most: MOST_ENTRIES });
	if (!entries) throw brokenFile("Word-dokument");
	if (entries.length > MOST_ENTRIES || sum(entries) > LARGEST_UNPACKED) throw oversizedFile();
	if (entries.some(({ isEncrypted }) => isEncrypted)) throw protectedFile();
	const names = new Set(entries.map(({ name }) => name));
	if (!names.has("[Content_Types].xml")) throw otherFormat(names.has("META-INF/manifest.xml") ? "odt" : "zip");
	if (!entries.some(({ name }) => name.startsWith("word/"))) throw otherFormat("zip");
	let left = LARGEST_UNPACKED;
	for (const entry of entries) {
		const size = await unpackedSize(entry, { most: left });
		if (size === undefined) throw brokenFile("Word-dokument");
		left -= size;
		if (left < 0) throw oversizedFile();
	}
}

function sum(entries: ZipEntry[]): number {
	return entries.reduce((total, { size }) => total + size, 0);
}

function refuse(answer: WorkerAnswer, format: string): never {
	const why = "refused" in answer ? answer.refused : "broken";
	if (why === "password") throw protectedFile();
	if (why === "pages") throw fileFault(`den har fler än ${MOST_PAGES} sidor. Klistra in bara den del som är löftena.`);
	if (why === "text") throw tooMuchText();
	if (why === "time") throw slowFile();
	if (why === "memory") throw oversizedFile();
	throw brokenFile(format);
}

/** A document's text holds no control characters but line ends and tabs, and no half characters. */
function withoutControls(text: string): string {
	return text.replace(/[\p{Cc}\p{Cs}]/gu, (char) => (char === "\n" || char === "\t" ? char : ""));
}
