import PDFDocument from "pdfkit";

/** A PDF whose pages are drawn one after the other. */
export function pdfOf(
	pages: ((pdf: PDFKit.PDFDocument) => void)[],
	options: PDFKit.PDFDocumentOptions = {},
): Promise<Buffer> {
	const pdf = new PDFDocument({ ...options, autoFirstPage: false, size: "A4" });
	const chunks: Buffer[] = [];
	const done = new Promise<Buffer>((resolve, reject) => {
		pdf.on("data", (chunk: Buffer) => chunks.push(chunk));
		pdf.on("end", () => resolve(Buffer.concat(chunks)));
		pdf.on("error", reject);
	});
	for (const draw of pages) {
		pdf.addPage();
		draw(pdf);
	}
	pdf.end();
	return done;
}

/** A page of paragraphs, broken into lines by the width of the page. */
export const paragraphs =
	(...texts: string[]) =>
	(pdf: PDFKit.PDFDocument) => {
		for (const text of texts) {
			pdf.text(text);
			pdf.moveDown();
		}
	};
