import { extractText, getDocumentProxy } from "unpdf";
import { describe, expect, test } from "vitest";
import { rapportPdf } from "#app/outputs/pdf/rapportPdf.server.ts";
import { cellText } from "#app/outputs/pdf/tableBlock.server.ts";
import type { RapportContent } from "#app/rapport/content.ts";
import { toPublicContent } from "#app/rapport/publicContent.ts";
import { figureTable, rapportTables, summaryLine } from "#app/rapport/tables.ts";
import { emptyRapportContent, rapportContent, signedRapportContent } from "#tests/factories/rapportContent.ts";

const UNSIGNED = { state: "utkast", sha256: null, verifyUrl: null } as const;
const SHA256 = "0123456789abcdef".repeat(4);
const SIGNED = {
	state: "signerad",
	sha256: SHA256,
	verifyUrl: "https://lofteskoll.example.se/kontrollera?kod=7K3M9QXA2B4C6D8E",
} as const;
const A4 = { width: 595.28, height: 841.89 };

interface Read {
	pages: string[];
	/** All pages, with single spaces only. */
	text: string;
}

async function read(bytes: Uint8Array): Promise<Read> {
	const { text } = await extractText(await getDocumentProxy(bytes.slice()), { mergePages: false });
	const pages = text.map(plain);
	return { pages, text: pages.join(" ") };
}

/** As one reads it: a line break or a no-break space is a space. */
function plain(text: string): string {
	return text.replace(/\s+/g, " ").trim();
}

describe("the text layer", () => {
	test("carries every figure of the table of figures under its label, in the order of the text", async () => {
		const content = rapportContent();
		const { text } = await read(await rapportPdf(content, UNSIGNED));
		const { columns, rows } = figureTable(content);
		const numeric = columns.flatMap(({ isNumeric }, index) => (isNumeric ? [index] : []));
		const labels = numeric.map((column) => columns[column]?.label);
		expect(rows).toHaveLength(7);
		let from = 0;
		for (const row of rows) {
			const said = plain([...labels, ...numeric.map((column) => cellText(row[column] ?? null))].join(" "));
			const found = text.indexOf(said, from);
			expect(found, said).toBeGreaterThan(from);
			from = found + 1;
		}
		expect(text).toContain(summaryLine(content));
	});

	test("carries every cell of the overview", async () => {
		const content = rapportContent();
		const { text } = await read(await rapportPdf(content, UNSIGNED));
		const overview = text.slice(text.indexOf("Minimum och utfall"), text.indexOf("Lägesbild"));
		for (const cell of figureTable(content).rows.flat())
			for (const word of plain(cellText(cell)).split(" ")) expect(overview).toContain(word);
	});

	test("carries every row of every measure's own table, in order", async () => {
		const content = rapportContent();
		const { text } = await read(await rapportPdf(content, UNSIGNED));
		const rows = rapportTables(content)
			.filter(({ key }) => key.startsWith("matt-"))
			.flatMap((table) => table.rows.map((row) => plain(row.map(cellText).join(" "))));
		expect(rows.length).toBeGreaterThan(20);
		expect(rows.filter((row) => !text.includes(row))).toEqual([]);
	});

	test("keeps å, ä and ö, also when they were typed as two characters, and writes no empty boxes", async () => {
		const content = emptyRapportContent();
		const lagesbild = "Trygghet pa\u030a Ängelholms småbåtshamn: Łódź – Čapek → ≥ 5 % ✓ 日本 👮 ● Ελλάδα";
		const { text } = await read(
			await rapportPdf({ ...content, dokument: { ...content.dokument, lagesbild } }, UNSIGNED),
		);
		expect(text).toContain("Trygghet på Ängelholms småbåtshamn: Łódź – Čapek › >= 5 % x ?? ?");
		expect(text).toContain("Ελλάδα");
	});

	test("holds no control character, whatever the text does", async () => {
		const content = emptyRapportContent();
		const lagesbild = "Torget\u0000 och\u0007 \u001bSkolan\vvid Ån\ufffe\uffff";
		const bytes = await rapportPdf({ ...content, dokument: { ...content.dokument, lagesbild } }, UNSIGNED);
		const { text } = await extractText(await getDocumentProxy(bytes.slice()), { mergePages: true });
		expect(text).toMatch(/Torget och Skolan\svid Ån/);
		expect(text).not.toMatch(/(?!\s)\p{Cc}/u);
	});

	test("says everything that people wrote", async () => {
		const content = signedRapportContent();
		const { text } = await read(await rapportPdf(content, SIGNED));
		const written = [
			...content.bedomningar.flatMap(({ bedomning, begardaBeslut }) => [bedomning, begardaBeslut]),
			...content.groups.flatMap(({ quotation, aktiviteter }) => [
				quotation ?? "",
				...aktiviteter.flatMap((aktivitet) => [
					aktivitet.quotation,
					...aktivitet.texts.flatMap(({ kommentar, orsak, nyPlan }) => [kommentar, orsak, nyPlan]),
					...aktivitet.measures.flatMap(({ agreed, rakneregel, headline, remarks }) => [
						agreed,
						rakneregel,
						headline,
						...remarks,
					]),
				]),
			]),
			...content.synpunkter.map((synpunkt) => synpunkt.text),
			content.dokument.lagesbild ?? "",
		];
		expect(written.filter((one) => !text.includes(plain(one)))).toEqual([]);
	});
});

describe("every page", () => {
	test("of an utkast says so, and which page it is", async () => {
		const { pages } = await read(await rapportPdf(rapportContent(), UNSIGNED));
		expect(pages.length).toBeGreaterThan(5);
		for (const [index, page] of pages.entries()) {
			expect(page).toContain("Utkast");
			expect(page).toContain(`Sida ${index + 1} av ${pages.length}`);
			expect(page).not.toContain("Kontrollkod");
		}
	});

	test("of a reviewed report is still an utkast until it is signed", async () => {
		const content = rapportContent({ granskadAt: "2018-09-20T17:00:00.000Z" });
		const { pages } = await read(await rapportPdf(content, { ...UNSIGNED, state: "granskad" }));
		for (const page of pages) expect(page).toContain("Utkast: granskad, inte signerad");
	});

	test.each(["signerad", "publicerad"] as const)(
		"of a %s report carries the code and where to verify it",
		async (state) => {
			const { pages, text } = await read(await rapportPdf(signedRapportContent(), { ...SIGNED, state }));
			for (const [index, page] of pages.entries()) {
				expect(page).toContain("Signerad 24 september 2018");
				expect(page).toContain("7K3M-9QXA-2B4C-6D8E");
				expect(page).toContain("lofteskoll.example.se/kontrollera");
				expect(page).toContain(`Sida ${index + 1} av ${pages.length}`);
			}
			expect(text).not.toContain("Utkast");
			expect(text.replaceAll(" ", "")).toContain(SHA256);
		},
	);

	test("of a report of example data says that it is one", async () => {
		const { pages } = await read(await rapportPdf(signedRapportContent({ isExample: true }), SIGNED));
		for (const page of pages) expect(page).toContain("Exempeldata");
	});

	test("says which version it is once there are several", async () => {
		const content = signedRapportContent({ edition: 2, rattelse: { reason: "Två insatser var räknade dubbelt." } });
		const { pages } = await read(await rapportPdf(content, SIGNED));
		for (const page of pages) expect(page).toContain("version 2");
		expect(pages[0]).toContain("Version 2, en rättelse. Två insatser var räknade dubbelt.");
	});
});

test("the public content leaves out names, weeks, places and remarks, and the parts that they stood in", async () => {
	const content = signedRapportContent();
	const { text, pages } = await read(await rapportPdf(toPublicContent(content), SIGNED));
	for (const secret of ["Samordnare", "Veckor", "Platser", "Underlag", "Ledamot", "luckan i juli", "Rådets synpunkter"])
		expect(text).not.toContain(secret);
	for (const row of figureTable(toPublicContent(content)).rows) expect(text).toContain(plain(String(row[1])));
	expect(pages[0]).toContain("7K3M-9QXA-2B4C-6D8E");
});

test("the same content always gives the same bytes", async () => {
	const [first, second] = [
		await rapportPdf(signedRapportContent(), SIGNED),
		await rapportPdf(signedRapportContent(), SIGNED),
	];
	expect(Buffer.from(first).equals(Buffer.from(second))).toBe(true);
});

describe("the size of the report", () => {
	test("an empty one is one page that says what it lacks", async () => {
		const { pages } = await read(await rapportPdf(emptyRapportContent(), UNSIGNED));
		expect(pages).toHaveLength(1);
		expect(pages[0]).toContain(summaryLine(emptyRapportContent()));
		expect(pages[0]).toContain("Rapporten är inte signerad.");
	});

	test("one of forty pages keeps everything within the margins of its pages", async () => {
		const bytes = await rapportPdf(longContent(), SIGNED);
		const pdf = await getDocumentProxy(bytes.slice());
		expect(pdf.numPages).toBeGreaterThanOrEqual(40);
		for (let number = 1; number <= pdf.numPages; number += 1) {
			const page = await pdf.getPage(number);
			const { items } = await page.getTextContent();
			const words = items.flatMap((item) => ("str" in item && item.str.trim() ? [item] : []));
			expect(words.length).toBeGreaterThan(5);
			for (const { transform, width, str } of words) {
				expect(transform[4], str).toBeGreaterThanOrEqual(40);
				expect(transform[4] + width, str).toBeLessThanOrEqual(A4.width - 40);
				expect(transform[5], str).toBeGreaterThanOrEqual(30);
				expect(transform[5], str).toBeLessThanOrEqual(A4.height - 30);
			}
		}
	});

	test("a table that goes on over the page repeats its header there", async () => {
		const content = rapportContent({
			synpunkter: Array.from({ length: 80 }, (_, index) => ({
				aktivitetId: null,
				role: "ledamot" as const,
				text: `Synpunkt nummer ${index + 1} om kvällarna i centrum.`,
				at: "2018-09-20T16:05:00.000Z",
			})),
		});
		const { pages } = await read(await rapportPdf(content, UNSIGNED));
		const withRows = pages.filter((page) => page.includes("Synpunkt nummer"));
		expect(withRows.length).toBeGreaterThan(1);
		for (const page of withRows) expect(page).toContain("Datum Roll Gäller Synpunkt");
	});
});

/** Texts as long as a field takes, a word that no line has room for, and seventy aktiviteter. */
function longContent(): RapportContent {
	const content = signedRapportContent();
	const aktiviteter = content.groups.flatMap((group) => group.aktiviteter);
	const kommentar = `${"Patrullen gick genom centrum och talade med dem som var där. ".repeat(60)}\n${"x".repeat(400)}`;
	return {
		...content,
		dokument: {
			...content.dokument,
			title: "Medborgarlöfte för en kommun med ett mycket långt namn ".repeat(4).trim(),
		},
		groups: Array.from({ length: 10 }, (_, index) => ({
			lofteId: index + 1,
			quotation: "Vi lovar att ".repeat(40),
			aktiviteter: aktiviteter.map((aktivitet) => ({
				...aktivitet,
				id: index * 10 + aktivitet.id,
				texts: aktivitet.texts.map((text) => ({ ...text, kommentar: index === 0 ? kommentar : text.kommentar })),
			})),
		})),
	};
}
