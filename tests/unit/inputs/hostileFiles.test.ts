import { deflateSync } from "node:zlib";
import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { inWorker } from "#app/inputs/inWorker.server.ts";
import { bullet, docxFiles, docxOf, heading, paragraph, table } from "./docxOf.ts";
import { paragraphs, pdfOf } from "./pdfOf.ts";
import { refusalOf, textOf } from "./reading.ts";
import { zipOf } from "./zipOf.ts";

const MB = 1024 * 1024;
const TOO_LARGE = "Fil: den är för stor när den packas upp. Öppna den och klistra in texten i stället.";
const files = docxFiles(paragraph("Vi lovar"));
const MEDIA = "word/media/image1.png";

describe("a small file that unpacks to a large one is refused before it is read", () => {
	const zeroes = Buffer.alloc(60 * MB);
	const halves = { "word/a.xml": zeroes.subarray(0, 26 * MB), "word/b.xml": zeroes.subarray(0, 26 * MB) };
	test.each([
		["a .docx that says so", zipOf({ ...files, [MEDIA]: zeroes })],
		["a .docx that says something else", zipOf({ ...files, [MEDIA]: zeroes }, { [MEDIA]: { size: 10 } })],
		["in several parts", zipOf({ ...files, ...halves }, { "word/a.xml": { size: 1 }, "word/b.xml": { size: 1 } })],
		["more parts than any document", zipOf({ ...files, ...manyFiles(2001) })],
		["a PDF whose page is packed a thousandfold", pdfWithContent(deflateSync(Buffer.alloc(70 * MB, " ")))],
		["a PDF with many of them", Buffer.concat(Array.from({ length: 6 }, () => pdfWithContent(deflateSync(zeroes))))],
	])("%s", async (_what, bytes) => {
		expect(bytes.length).toBeLessThan(MB);
		expect(await refusalOf(bytes)).toBe(TOO_LARGE);
	});

	test("while one that is large for an honest reason is read", async () => {
		expect(await textOf(zipOf({ ...files, [MEDIA]: Buffer.alloc(40 * MB) }))).toBe("Vi lovar");
		expect(await textOf(zipOf({ ...files, ...manyFiles(1500) }))).toBe("Vi lovar");
	});
});

describe("a file that keeps the reader busy is left behind", () => {
	test("when its time is out, and the next one is read all the same", async () => {
		const bytes = zipOf(docxFiles(paragraph("Vi lovar").repeat(100_000)));
		const question = { kind: "docx", bytes, mostPages: 1, mostText: MB } as const;
		const [late, next] = await Promise.all([inWorker(question, { mostMs: 50 }), textOf(docxOf(paragraph("Nästa")))]);
		expect([late, next]).toEqual([{ refused: "time" }, "Nästa"]);
	});

	test("when its memory is out, without taking the app with it", async () => {
		const bytes = zipOf(docxFiles("<w:p>".repeat(1_500_000)));
		expect(await refusalOf(bytes)).toMatch(/^Fil: den (är för stor när den packas upp|tar för lång tid att läsa)\./);
		expect(await textOf(docxOf(paragraph("Nästa")))).toBe("Nästa");
	}, 30_000);

	test("the bytes that were handed in are left as they were", async () => {
		const bytes = new Uint8Array(docxOf(paragraph("Vi lovar")));
		const before = Uint8Array.from(bytes);
		await textOf(bytes);
		expect(bytes).toEqual(before);
	});
});

describe("XML that is written to do harm does none", () => {
	const document = (xml: string) => zipOf({ ...files, "word/document.xml": xml });
	const w = 'xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"';
	const body = "<w:body><w:p><w:r><w:t>&a;</w:t></w:r></w:p></w:body>";
	test.each([
		[
			"an entity that reads a file",
			`<!DOCTYPE x [<!ENTITY a SYSTEM "file:///etc/hostname">]><w:document ${w}>${body}</w:document>`,
		],
		[
			"entities within entities",
			`<!DOCTYPE x [<!ENTITY b "bb"><!ENTITY a "&b;&b;">]><w:document ${w}>${body}</w:document>`,
		],
		["tables within tables", files["word/document.xml"]?.replace(/<w:p>.*<\/w:p>/, nested(5000)) ?? ""],
	])("%s", async (_what, xml) => {
		expect(await refusalOf(document(xml))).toMatch(/^Fil: (den går inte att läsa som Word|det står ingen text)/);
	});
});

describe("any bytes end in a text or a Fault", () => {
	const names = fc.constantFrom("a.txt", "a.docx", "a.pdf", "a.odt", "", "ä.TXT", ".docx");

	test("bytes at random", async () => {
		const beginnings = fc.constantFrom(
			"",
			"PK\x03\x04",
			"{\\rtf",
			"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1",
			"\xff\xfe",
			"\xfe\xff",
		);
		await fc.assert(
			fc.asyncProperty(beginnings, fc.uint8Array({ maxLength: 400 }), names, async (beginning, bytes, name) => {
				const file = Buffer.concat([Buffer.from(beginning, "latin1"), bytes]);
				expect(await refusalOf(file, name)).toMatch(/^(Fil|read): /);
			}),
			{ numRuns: 500 },
		);
	});

	test("a Word document that is cut off is always refused", async () => {
		const whole = docxOf(heading("Löften"), bullet("ett"), table([[paragraph("a"), paragraph("b")]]));
		await fc.assert(
			fc.asyncProperty(fc.integer({ min: 4, max: whole.length - 1 }), names, async (length, name) => {
				expect(await refusalOf(whole.subarray(0, length), name)).toMatch(
					/^Fil: den går inte att läsa som Word-dokument\./,
				);
			}),
			{ numRuns: 300 },
		);
	});

	test("a Word document or a PDF with some bytes changed, or a PDF that is cut off", async () => {
		const docx = docxOf(heading("Löften"), bullet("ett"), table([[paragraph("a"), paragraph("b")]]));
		const pdf = await pdfOf([paragraphs("Vi lovar", "tio möten"), paragraphs("och mer")]);
		const changes = fc.array(fc.tuple(fc.nat(), fc.integer({ min: 0, max: 255 })), { minLength: 1, maxLength: 5 });
		const kept = fc.oneof(fc.constant(1), fc.double({ min: 0, max: 1, noNaN: true }));
		await fc.assert(
			fc.asyncProperty(fc.constantFrom(docx, pdf), changes, kept, async (whole, bytes, share) => {
				const file = Buffer.from(whole).subarray(0, Math.ceil(whole.length * share));
				for (const [at, byte] of bytes) file[at % file.length] = byte;
				expect(await refusalOf(file, "a.bin")).toMatch(/^(Fil|read): /);
			}),
			{ numRuns: 40 },
		);
	}, 60_000);
});

/** Empty files, as many as these. */
function manyFiles(count: number): Record<string, string> {
	return Object.fromEntries(Array.from({ length: count }, (_, index) => [`word/${index}.xml`, ""]));
}

function nested(depth: number): string {
	return `${"<w:tbl><w:tr><w:tc>".repeat(depth)}${paragraph("inne")}${"</w:tc></w:tr></w:tbl>".repeat(depth)}`;
}

/** A PDF of one page, whose content is packed as it is given. */
function pdfWithContent(packed: Buffer): Buffer {
	const objects = [
		"1 0 obj<</Type/Catalog/Pages 2 0 R>>endobj",
		"2 0 obj<</Type/Pages/Kids[3 0 R]/Count 1>>endobj",
		"3 0 obj<</Type/Page/Parent 2 0 R/MediaBox[0 0 600 800]/Contents 4 0 R/Resources<<>>>>endobj",
		`4 0 obj<</Length ${packed.length}/Filter/FlateDecode>>stream\n`,
	];
	return Buffer.concat([
		Buffer.from(`%PDF-1.4\n${objects.join("\n")}`),
		packed,
		Buffer.from("\nendstream endobj\ntrailer<</Root 1 0 R>>\n%%EOF\n"),
	]);
}
