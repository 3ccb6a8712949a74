/**
 * Runs in a thread of its own, so that a file which keeps the reader busy for ever can be left behind. Takes the bytes of a
 * .docx or a PDF and answers once with what mammoth or PDF.js read, or with why not. It writes nothing, runs no macros or
 * scripts of the file, and fetches nothing that it points at.
 */
import { parentPort, workerData } from "node:worker_threads";

const { kind, bytes, mostPages, mostText } = workerData;

parentPort.postMessage(await (kind === "docx" ? readDocx() : readPdf()));

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
