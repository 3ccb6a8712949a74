/**
 * Runs in a thread of its own, so that a file which keeps the reader busy for ever can be left behind. Takes the bytes of a
 * file and answers once with what was read, or with why not; the rows of a table go before the answer, a batch at a time,
 * each when the one before has been taken care of. It writes nothing, runs no macros or scripts of the file, and fetches
 * nothing that it points at.
 */
import { once } from "node:events";
import { parentPort, workerData } from "node:worker_threads";

const { kind, bytes, mostPages, mostText, entries, limits } = workerData;
/** So many cells, or so long texts, take the main thread some milliseconds. */
const AT_A_TIME = { cells: 2000, text: 50_000 };

const READ = { docx: readDocx, pdf: readPdf, csv: readCsvTable, xlsx: readWorkbook };
parentPort.postMessage(await READ[kind]());

async function readDocx() {
	const { default: mammoth } = await import("mammoth");
	try {
		const { value } = await mammoth.convertToHtml(
			{ buffer: Buffer.from(bytes) },
			{
				externalFileAccess: false,
				includeEmbeddedStyleMap: false,
				convertImage: mammoth.images.imgElement(async () => ({ src: "" })),
			},
		);
		return { html: value };
	} catch {
		return { refused: "broken" };
	}
}

async function readPdf() {
	const { getDocumentProxy } = await import("unpdf");
	try {
		const pdf = await getDocumentProxy(bytes, { verbosity: 0, useSystemFonts: false, stopAtErrors: false });
		if (pdf.numPages > mostPages) return { refused: "pages" };
		const pages = [];
		let length = 0;
		for (let number = 1; number <= pdf.numPages; number += 1) {
			const page = await pdf.getPage(number);
			const { items } = await page.getTextContent();
			const words = items.flatMap((item) => {
				if (!("str" in item)) return [];
				const [, , , , left, y] = item.transform;
				return [{ text: item.str, y, left, right: left + item.width, size: item.height, isLast: item.hasEOL }];
			});
			length += words.reduce((sum, { text }) => sum + text.length, 0);
			if (length > mostText) return { refused: "text" };
			pages.push({ width: page.view[2] - page.view[0], words });
			page.cleanup();
		}
		return { pages };
	} catch (error) {
		return { refused: error?.name === "PasswordException" ? "password" : "broken" };
	}
}

async function readCsvTable() {
	const { readCsv } = await import("./csvTable.mjs");
	return sayTables(() => readCsv(bytes, limits));
}

async function readWorkbook() {
	const { readXlsx } = await import("./xlsxSheets.mjs");
	return sayTables(() => readXlsx(bytes, entries, limits));
}

/** `read` gives the sheets, or throws a Refused with the answer in it. */
async function sayTables(read) {
	try {
		const sheets = read();
		for (const [sheet, { rows }] of sheets.entries()) await sayRows(sheet, rows);
		return { sheets: sheets.map(({ name, isHidden }) => ({ name, isHidden })) };
	} catch (error) {
		return error?.answer ?? { refused: "broken" };
	}
}

async function sayRows(sheet, rows) {
	let batch = [];
	let cells = 0;
	let text = 0;
	for (const row of rows) {
		batch.push(row);
		cells += row.cells.length;
		text += row.cells.reduce((sum, cell) => sum + cell.length, 0);
		if (cells < AT_A_TIME.cells && text < AT_A_TIME.text && row !== rows.at(-1)) continue;
		parentPort.postMessage({ sheet, rows: batch });
		await once(parentPort, "message");
		batch = [];
		cells = 0;
		text = 0;
	}
}
