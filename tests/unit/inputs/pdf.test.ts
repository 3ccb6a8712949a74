import { describe, expect, test } from "vitest";
import { paragraphs, pdfOf } from "./pdfOf.ts";
import { refusalOf, textOf } from "./reading.ts";

const LONG =
	"Polisen ska genomföra minst tio riktade insatser för att upptäcka fler narkotikabrott bland unga, och berätta om dem för föreningarna i kommunen under våren.";

/** Each of the texts as a paragraph, with no more room between them than between lines. */
const close = (...texts: string[]) => pdfOf([(pdf) => pdf.text(texts.join("\n"))]);

describe("a PDF is read as it stands on the page", () => {
	test("a paragraph is one line however it is broken, with an empty one between paragraphs and pages", async () => {
		const texts = ["Medborgarlöften – 2024", LONG, "• Ängö”", "Nästa sida", LONG];
		const text = await textOf(
			await pdfOf([paragraphs(...texts.slice(0, 3)), paragraphs(...texts.slice(3))]),
			"löfte.pdf",
		);
		expect(text).toBe(texts.join("\n\n"));
	});

	test.each([
		[
			"sentences that end well before the edge are apart",
			["Fotpatrull varje fredag.", "Möte varje torsdag.", LONG],
			"\n\n",
		],
		["words that end well before it are lines", ["Fotpatrull", "Möte varje torsdag", "Polisen"], "\n"],
		["an item of a list begins a line", [`• ${LONG} Och så.`, `• ${LONG} Och så.`, "1. Möten"], /\n+/],
	] as [string, string[], string | RegExp][])("%s, though they stand close", async (_what, texts, between) => {
		expect((await textOf(await close(...texts))).split(between)).toEqual(texts);
	});

	test("a sentence that goes on over the page is one line", async () => {
		const at = LONG.indexOf(" bland");
		const pages = [paragraphs("Löften", LONG.slice(0, at)), paragraphs(LONG.slice(at + 1), "Slut.")];
		const text = await textOf(await pdfOf(pages));
		expect(text).toBe(["Löften", LONG, "Slut."].join("\n\n"));
	});

	test("a word that is divided at the end of its line is one word; one that shares its end is not", async () => {
		const before = LONG.slice(0, 76);
		const text = await textOf(await close(`${before} brotts-`, "förebyggande fritids-", "och skolfrågor."));
		expect(text).toContain("brottsförebyggande fritids-");
		expect(text).toMatch(/fritids-\s+och/);
	});

	test("words that are drawn apart on a line are one line", async () => {
		const bytes = await pdfOf([
			(pdf) => pdf.text("Fotpatrull", 72, 72).text("Polisen", 440, 72).text("Möten", 72, 90).text("Kommunen", 440, 90),
		]);
		expect((await textOf(bytes)).split("\n").map((line) => line.replace(/\s+/g, " "))).toEqual([
			"Fotpatrull Polisen",
			"Möten Kommunen",
		]);
	});

	test("a column beside another one is read after it", async () => {
		const left = Array.from({ length: 4 }, (_, index) => `vänster ${index}`);
		const right = Array.from({ length: 4 }, (_, index) => `höger ${index}`);
		const bytes = await pdfOf([(pdf) => pdf.text(left.join("\n"), 72, 72).text(right.join("\n"), 300, 72)]);
		expect(await textOf(bytes)).toBe(`${left.join("\n")}\n\n${right.join("\n")}`);
	});

	test("one that may be read but not changed is read", async () => {
		const bytes = await pdfOf([paragraphs("Vi lovar")], { ownerPassword: "hemligt", pdfVersion: "1.7" });
		expect(await textOf(bytes, "löfte.pdf")).toBe("Vi lovar");
	});

	test("whatever its name is, and with something before it", async () => {
		const bytes = Buffer.concat([Buffer.from("\n\n"), await pdfOf([paragraphs("Vi lovar")])]);
		expect(await textOf(bytes, "löfte.txt")).toBe("Vi lovar");
	});
});

describe("a PDF that is not read says why", () => {
	const picture = (pdf: PDFKit.PDFDocument) => pdf.rect(10, 10, 100, 100).fill("red");
	const password = { userPassword: "hemligt", ownerPassword: "hemligt", pdfVersion: "1.7" } as const;
	test.each([
		[
			"a picture",
			() => pdfOf([picture]),
			"den är en bild av texten och går inte att läsa. Klistra in texten i stället.",
		],
		["pictures with page numbers", () => pdfOf([paragraphs("1"), paragraphs("2")]), "den är en bild av texten"],
		["a password", () => pdfOf([paragraphs("Vi lovar")], password), "den är skyddad med lösenord."],
		["101 pages", () => pdfOf(Array.from({ length: 101 }, () => paragraphs("sida"))), "den har fler än 100 sidor."],
		["a beginning only", async () => Buffer.from("%PDF-1.7\nhej"), "den går inte att läsa som PDF."],
		[
			"over 1 MB of text",
			() => pdfOf([(pdf) => pdf.fontSize(1).text("hej ".repeat(300_000))]),
			/texten är längre än 1 MB|fler än 100 sidor/,
		],
	] as [string, () => Promise<Buffer>, string | RegExp][])("%s", async (_what, make, why) => {
		expect(await refusalOf(await make(), "löfte.pdf")).toMatch(why);
	});
});
