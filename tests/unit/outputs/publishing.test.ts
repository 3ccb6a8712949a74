import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { publishingHtml } from "#app/outputs/publishingHtml.server.tsx";
import { publishingText } from "#app/outputs/publishingText.server.ts";
import type { RapportContent } from "#app/rapport/content.ts";
import { toPublicContent } from "#app/rapport/publicContent.ts";
import { figureTable } from "#app/rapport/tables.ts";
import { signedRapportContent } from "#tests/factories/rapportContent.ts";

const ORIGIN = "https://lofteskoll.example";
const VERIFY = `${ORIGIN}/kontrollera?kod=7K3M9QXA2B4C6D8E`;
const REPORT = `${ORIGIN}/savsjo/rapport/2018-T2?dokument=1`;

describe("the package for another site", () => {
	test("is made of the public content only", () => {
		expect(() => publishingHtml(signedRapportContent(), { origin: ORIGIN })).toThrow(RangeError);
		expect(() => publishingText(signedRapportContent(), { origin: ORIGIN })).toThrow(RangeError);
	});

	test("says the finding, who signed it, its code and where it is checked, alike in both", () => {
		for (const said of [html(), text()]) {
			expect(said).toContain("1 av 6 utlovade aktiviteter nådda.");
			expect(said).toContain("En aktivitet har inget avtalat minimum.");
			expect(said).toContain("Signerad av kommunchef 24 september 2018.");
			expect(said).toContain("7K3M-9QXA-2B4C-6D8E");
			expect(said).toContain(VERIFY);
			expect(said).toContain(REPORT);
		}
	});

	test("says every figure of the report's table", () => {
		const plain = oneLine(text());
		const cells = figureTable(published()).rows.flat();
		expect(cells.length).toBeGreaterThan(50);
		for (const cell of cells) {
			const shown = cell === null ? "Ingen uppgift" : String(cell).replace(".", ",");
			expect(html()).toContain(`>${shown}<`);
			expect(plain).toContain(oneLine(shown));
		}
	});

	test("says what each party wrote of a deviation", () => {
		for (const said of [html(), text()]) {
			expect(said).toContain("Polisen, orsak");
			expect(oneLine(said)).toContain("Personal bands upp av sommarens händelser på andra orter.");
			expect(said).toContain("Polisen, ny plan");
		}
	});

	test("says that it is a rättelse, and why", () => {
		const content = published({ edition: 2, rattelse: { reason: "Två kvällar var räknade dubbelt." } });
		for (const said of [html(content), text(content)])
			expect(said).toContain("Detta är version 2, en rättelse: Två kvällar var räknade dubbelt.");
	});

	test("tells nothing of who wrote, when, or what the council said", () => {
		for (const said of [html(), text()])
			expect(said).not.toMatch(/Ta med skolorna|Förklara luckan|Samordnare|Kommunpolis|5 september|rådet prioriterar/);
	});
});

describe("as HTML", () => {
	test("names its language, begins at heading 2 and skips none", () => {
		expect(html()).toMatch(/^<article lang="sv"><h2>/);
		const levels = [...html().matchAll(/<h(\d)/g)].map(([, level]) => Number(level));
		expect(Math.min(...levels)).toBe(2);
		for (const [index, level] of levels.entries()) expect(level - (levels[index - 1] ?? 2)).toBeLessThanOrEqual(1);
	});

	test("has one table with a caption, a header on every column and on every row", () => {
		const { columns, rows } = figureTable(published());
		expect(html().match(/<table>/g)).toHaveLength(1);
		expect(html()).toMatch(/<table><caption>[^<]+<\/caption><thead>/);
		expect(html().match(/<th scope="col">/g)).toHaveLength(columns.length);
		expect(html().match(/<th scope="row">/g)).toHaveLength(rows.length);
	});

	test("needs nothing from elsewhere: no style, no script, no picture", () => {
		expect(html()).not.toMatch(/<(script|style|link|img|iframe|object)|style=|class=|\bon\w+=|\bid=/);
		expect([...html().matchAll(/(?:href|src)="([^"]+)"/g)].map(([, address]) => address)).toEqual([VERIFY, REPORT]);
	});

	test("shows whatever was written as text, never as markup", () => {
		fc.assert(
			fc.property(fc.string({ unit: fc.constantFrom(..."<>&\"'/aåscript =") }), (written) => {
				const tags = html(withKommentar(`x ${written} x`)).match(/<\/?\w+/g);
				expect(tags).toEqual(html(withKommentar("x")).match(/<\/?\w+/g));
			}),
		);
		expect(html(withKommentar("<script>alert(1)</script>"))).toContain("&lt;script&gt;alert(1)&lt;/script&gt;");
	});

	test("two aktiviteter and two paragraphs that read alike are both there", () => {
		const content = published();
		const doubled = { ...content, groups: [...content.groups, ...content.groups] };
		expect(html(doubled).match(/<tr>/g)).toHaveLength(15);
		expect(html(withKommentar("Lika.\n\nLika.")).match(/<p>Lika\.<\/p>/g)).toHaveLength(2);
	});
});

describe("as plain text", () => {
	test("no line is longer than 72 characters but one that is an address", () => {
		const long = text(
			withKommentar(`${"Ett längre stycke om vad som hände under sommaren. ".repeat(20)}\r\n\r\nOch ett till.`),
		);
		const lines = long.split("\n").filter((line) => !line.includes("https://"));
		expect(Math.max(...lines.map((line) => line.length))).toBeLessThanOrEqual(72);
		expect(lines.filter((line) => line.length > 60).length).toBeGreaterThan(10);
	});

	test("keeps every word that was written, in order", () => {
		const word = fc.string({ unit: fc.constantFrom(..."abcåäö.,-=0123"), minLength: 1, maxLength: 90 });
		fc.assert(
			fc.property(fc.array(word, { minLength: 1, maxLength: 40 }), (words) => {
				expect(oneLine(text(withKommentar(words.join(" "))))).toContain(`Polisen: ${words.join(" ")} `);
			}),
		);
	});

	test("has no tags and ends with one line break", () => {
		expect(text()).not.toMatch(/<\/?\w/);
		expect(text()).toMatch(/[^\n]\n$/);
	});
});

function published(overrides: Partial<RapportContent> = {}): RapportContent {
	return toPublicContent(signedRapportContent(overrides));
}

function withKommentar(bedomning: string): RapportContent {
	return published({ bedomningar: [{ part: "polis", bedomning, begardaBeslut: "" }] });
}

function html(content = published()): string {
	return publishingHtml(content, { origin: ORIGIN });
}

function text(content = published()): string {
	return publishingText(content, { origin: ORIGIN });
}

function oneLine(said: string): string {
	return said.replace(/\s+/g, " ");
}
