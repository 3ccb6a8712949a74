import fc from "fast-check";
import { getDocumentProxy } from "unpdf";
import { describe, expect, test } from "vitest";
import type { MoteContent } from "#app/mote/content.ts";
import { motePdf } from "#app/outputs/pdf/motePdf.server.ts";
import { moteAtgard, moteContent, motePunkt, unfinishedMoteContent } from "#tests/factories/moteContent.ts";
import { anyMoteContent } from "./moteArbitrary.ts";
import { airless, missingIn, saidOf } from "./moteSaid.ts";
import { type PdfRead, readPdf } from "./pdfRead.ts";

const A4 = { width: 595.28, height: 841.89 };

describe("the minutes as PDF", () => {
	test("hold every word of the content in the text that is copied and read aloud, cell by cell, in order", async () => {
		expect(missingIn((await read()).structured, saidOf(moteContent()))).toEqual([]);
		await fc.assert(
			fc.asyncProperty(anyMoteContent, async (content) => {
				expect(missingIn((await read(content)).structured, saidOf(content))).toEqual([]);
			}),
			{ numRuns: 12 },
		);
	});

	test("have åtgärder in a table with a header, also where they go on over pages", async () => {
		const { pages } = await read(longContent());
		const withRows = pages.filter(({ text }) => /Åtgärd nummer \d/.test(text));
		expect(withRows.length).toBeGreaterThan(2);
		for (const { text } of withRows) expect(text).toContain("Åtgärd Ansvarig Klar senast Läge Aktivitet");
	});

	test("can be walked by headings: one of the first level, and one per item", async () => {
		const { roles } = await read();
		expect(roles.filter((role) => role === "H1")).toHaveLength(1);
		expect(roles.filter((role) => role === "H2")).toHaveLength(moteContent().punkter.length + 1);
		expect(roles.filter((role) => role === "Table")).toHaveLength(2);
	});

	test("have two lines to sign on; what is no minutes yet has none", async () => {
		expect((await read()).structured.match(/Underskrift och datum/g)).toHaveLength(2);
		for (const state of ["planerat", "oppet", "installt"] as const) {
			const { structured } = await read(unfinishedMoteContent(state));
			expect(structured).not.toMatch(/Justeras|Underskrift/);
		}
	});

	test("of the same content are the same bytes", async () => {
		const [first, second] = [await bytesOf(moteContent()), await bytesOf(moteContent())];
		expect(Buffer.from(first).equals(Buffer.from(second))).toBe(true);
	});

	test("say their language, title and author", async () => {
		const { info } = await (await getDocumentProxy((await bytesOf(moteContent())).slice())).getMetadata();
		expect(info).toMatchObject({
			Title: "Protokoll. Trygghetsrådets möte, måndag 15 oktober 2018",
			Author: "Sävsjö",
			Language: "sv-SE",
		});
	});
});

describe("every page", () => {
	test.each([
		["planerat", "Dagordning", "Kan ändras tills mötet öppnas."],
		["oppet", "Utkast till protokoll", "Utkast. Kan ändras tills mötet avslutas."],
		["installt", "Inställt möte", "Mötet är inställt."],
	] as const)("of one that is %s says so", async (state, heading, foot) => {
		const { pages } = await read(unfinishedMoteContent(state));
		for (const { text } of pages) {
			expect(text).toContain(heading);
			expect(text).toContain(foot);
		}
	});

	test("of a draft has the word across it, of minutes and agendas not", async () => {
		const across = async (content: MoteContent) =>
			(await read(content)).pages.map(
				({ text }) => text.match(/Utkast(?! till|\. Kan)|Inställt(?! möte)/)?.[0] ?? null,
			);
		expect(new Set(await across(unfinishedMoteContent("oppet")))).toEqual(new Set(["Utkast"]));
		expect(new Set(await across(unfinishedMoteContent("installt")))).toEqual(new Set(["Inställt"]));
		expect(new Set(await across(unfinishedMoteContent("planerat")))).toEqual(new Set([null]));
		expect(new Set(await across(moteContent()))).toEqual(new Set([null]));
	});

	test("of minutes says when the meeting was closed, and which page it is", async () => {
		const { pages } = await read();
		for (const [index, { text }] of pages.entries()) {
			expect(text).toContain("Mötet avslutades 15 oktober 2018 kl. 16.21.");
			expect(text).toContain(`Sida ${index + 1} av ${pages.length}`);
			expect(text).not.toContain("Utkast");
		}
	});

	test("of example data says that it is", async () => {
		const { pages } = await read(moteContent({ isExample: true }));
		for (const { text } of pages) expect(text).toContain("Exempeldata");
		expect((await read()).pages[0]?.text).not.toContain("Exempeldata");
	});
});

describe("texts as long as a field takes", () => {
	test("lose nothing", async () => {
		const content = longContent();
		const whole = airless((await read(content)).structured);
		for (const { anteckning, beslut, title } of content.punkter)
			for (const said of [anteckning, title, ...beslut.map(({ text }) => text)]) expect(whole).toContain(airless(said));
		for (const { title } of content.punkter.flatMap(({ atgarder }) => atgarder))
			expect(whole).toContain(airless(title));
	});

	test("stay within the margins, and no two words stand on each other", async () => {
		const { pages } = await read(longContent());
		expect(pages.length).toBeGreaterThan(5);
		for (const { words } of pages) {
			for (const { x, y, width, text } of words) {
				expect(x, text).toBeGreaterThanOrEqual(40);
				expect(x + width, text).toBeLessThanOrEqual(A4.width - 40);
				expect(y, text).toBeGreaterThanOrEqual(30);
				expect(y, text).toBeLessThanOrEqual(A4.height - 30);
			}
			const colliding = words.flatMap((a, index) => words.slice(index + 1).filter((b) => collide(a, b)));
			expect(colliding).toEqual([]);
		}
	});
});

test("a heading is never parted from what it is the heading of, wherever the page ends", async () => {
	for (let rows = 6; rows < 26; rows += 1) {
		const anteckning = Array.from({ length: rows }, (_, index) => `Rad ${index}.`).join("\n");
		const { pages } = await read(moteContent({ punkter: [motePunkt({ anteckning }), motePunkt({ number: 2 })] }));
		// The foot of every page begins with the same word.
		const withHeading = pages.find(({ text }) => /Mötet(?! avslutades)/.test(text))?.text;
		expect(withHeading, `${rows} rows`).toContain("Mötet öppnades");
		expect(withHeading, `${rows} rows`).toContain("Justeras");
		expect(withHeading?.match(/Underskrift och datum/g), `${rows} rows`).toHaveLength(2);
	}
});

type Word = PdfRead["pages"][number]["words"][number];

function collide(a: Word, b: Word): boolean {
	const across = Math.min(a.x + a.width, b.x + b.width) - Math.max(a.x, b.x);
	return across > 1 && Math.abs(a.y - b.y) < Math.min(a.height, b.height) * 0.8;
}

/** Words that no line has room for, notes of four thousand characters, and sixty åtgärder. */
function longContent(): MoteContent {
	const quotation = "Trygghetsvandringar genomförs i samverkan mellan polis, kommun, fastighetsägare och föreningar. ";
	return moteContent({
		title: "T".repeat(120),
		place: "p".repeat(200),
		deltagare: [{ label: "d".repeat(120), count: 99 }],
		punkter: [
			motePunkt({
				title: "x".repeat(200),
				lines: ["å".repeat(200)],
				anteckning: "Ordningen i centrum har diskuterats länge och väl. ".repeat(78).trim(),
				beslut: [{ id: 1, text: "y".repeat(1000) }],
			}),
			motePunkt({
				number: 2,
				kind: "atgarder",
				title: "Öppna åtgärder",
				atgarder: Array.from({ length: 60 }, (_, index) =>
					moteAtgard({
						id: index,
						title: index === 3 ? "z".repeat(200) : `Åtgärd nummer ${index}`,
						doneOn: index % 7 === 0 ? "2018-10-01" : null,
						doneNote: index % 7 === 0 ? "Klart, med besked till alla som bor där. ".repeat(5) : null,
						aktivitet: { id: 1, quotation: quotation.repeat((index % 3) + 1).trim() },
					}),
				),
			}),
		],
	});
}

function bytesOf(content: MoteContent): Promise<Uint8Array> {
	return motePdf(content, { installtReason: null });
}

async function read(content: MoteContent = moteContent()): Promise<PdfRead> {
	return readPdf(await bytesOf(content));
}
