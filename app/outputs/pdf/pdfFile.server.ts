import PDFDocument from "pdfkit";
import { Faces } from "./faces.server.ts";
import { type Atom, paginate } from "./flow.server.ts";
import { drawFurniture, drawWatermark, type Furniture } from "./furniture.server.ts";
import type { Paint } from "./paint.server.ts";
import { COLUMN } from "./sheet.ts";
import { Tag, TagWriter } from "./tags.server.ts";

interface PdfFile {
	title: string;
	author: string;
	subject: string;
	/** Said by the content: no clock is read, so that the same content always gives the same bytes. */
	createdAt: Date;
	/** What stands on every page. */
	furniture: Furniture;
	/** The word across every page; null for what is finished. */
	watermark: string | null;
}

/**
 * A document on A4: tagged, in Swedish, with its fonts within, drawn without a browser.
 *
 * @param atomsOf all that it says, in order, under the root of its structure
 */
export async function pdfFile(
	{ title, author, subject, createdAt, furniture, watermark }: PdfFile,
	atomsOf: (faces: Faces, document: Tag) => Atom[],
): Promise<Uint8Array> {
	const doc = new PDFDocument({
		size: "A4",
		margin: 0,
		autoFirstPage: false,
		pdfVersion: "1.7",
		lang: "sv-SE",
		tagged: true,
		displayTitle: true,
		info: { Title: title, Author: author, Subject: subject, Creator: "Löfteskoll", CreationDate: createdAt },
	});
	const bytes = collect(doc);
	const paint: Paint = { doc, faces: new Faces(doc), tags: new TagWriter(doc) };
	doc.addPage();
	const pages = paginate(atomsOf(paint.faces, new Tag("Document", null)));
	for (const [index, page] of pages.entries()) {
		if (index > 0) doc.addPage();
		if (watermark) drawWatermark(paint, watermark);
		for (const { draw, y } of page) draw(paint, { x: COLUMN.x, y });
		drawFurniture(paint, furniture, { page: index + 1, pages: pages.length });
	}
	doc.end();
	return bytes;
}

function collect(doc: PDFKit.PDFDocument): Promise<Uint8Array> {
	return new Promise((resolve, reject) => {
		const chunks: Buffer[] = [];
		doc.on("data", (chunk: Buffer) => chunks.push(chunk));
		doc.on("end", () => resolve(new Uint8Array(Buffer.concat(chunks))));
		doc.on("error", reject);
	});
}
