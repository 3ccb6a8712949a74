import { parse } from "csv-parse/sync";
import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { rapportCsv } from "#app/outputs/rapportCsv.server.ts";
import type { RapportContent } from "#app/rapport/content.ts";
import { figureTable } from "#app/rapport/tables.ts";
import { emptyRapportContent, rapportContent } from "#tests/factories/rapportContent.ts";

const BOM = "\ufeff";

test("begins with a byte order mark, parts its cells with ; and ends every line with CRLF", () => {
	const csv = rapportCsv(rapportContent());
	expect(csv.startsWith(`${BOM}Kommun;Dokument;Period;Version;Aktivitet;`)).toBe(true);
	expect(csv.endsWith("\r\n")).toBe(true);
	expect(csv.replaceAll("\r\n", "")).not.toMatch(/[\r\n]/);
});

test("is one table with a row per mått, and says on each row what it is about", () => {
	const content = rapportContent();
	const [header, ...rows] = read(rapportCsv(content));
	expect(rows).toHaveLength(7);
	expect(rows.every((row) => row.length === header?.length)).toBe(true);
	expect(rows.map((row) => row.slice(0, 4))).toEqual(
		rows.map(() => ["Sävsjö", "Medborgarlöfte för Sävsjö kommun 2018", "2018-T2", "1"]),
	);
	expect(rows[0]?.slice(4)).toEqual([
		"Minst 10 riktade insatser mot ordningsstörningar under 2018",
		"Mått antal",
		"riktade insatser",
		"Ej nått",
		"4",
		"3",
		"10",
		"4",
		"4 av minst 10",
	]);
});

test("a report without a mått is its header", () => {
	expect(read(rapportCsv(emptyRapportContent()))).toHaveLength(1);
});

describe("a number", () => {
	test.each([
		[2.5, "2,5"],
		[12345.6, "12345,6"],
		[0.1 + 0.2, "0,3"],
		[-3.25, "-3,25"],
		[-0, "0"],
		[303, "303"],
	])("%d is written %s", (amount, written) => {
		expect(cellOf(withFigure({ thisPeriod: amount }), "Detta tertial")).toBe(written);
	});

	test("that nobody knows is an empty cell, and one that is not told is said", () => {
		expect(cellOf(withFigure({ thisPeriod: null }), "Detta tertial")).toBe("");
		expect(cellOf(withFigure({ thisPeriod: "färre än 5" }), "Detta tertial")).toBe("färre än 5");
	});
});

describe("text that could be run as a formula", () => {
	test("has an apostrophe before it", () => {
		expect(cellOf(withQuotation('=HYPERLINK("https://example.org";A1)'), "Aktivitet")).toBe(
			'\'=HYPERLINK("https://example.org";A1)',
		);
	});

	test("in no cell of the file begins with a sign, whatever the parties wrote", () => {
		const hostile = fc
			.tuple(
				fc.constantFrom("", " ", '"', "'", "\t", "\r\n", "\ufeff"),
				fc.constantFrom(..."=+-@＝＋－＠"),
				fc.string(),
			)
			.map((parts) => parts.join(""));
		fc.assert(
			fc.property(hostile, (text) => {
				const base = withQuotation(text);
				const content = {
					...base,
					dokument: { ...base.dokument, title: text },
					kommun: { ...base.kommun, name: text },
				};
				for (const cell of read(rapportCsv(content)).flat())
					if (!/^-?[\d,]+$/.test(cell)) expect(cell).not.toMatch(/^[\s\ufeff"]*[=+\-@＝＋－＠]/);
			}),
		);
	});
});

test("text with quotes, separators and line breaks comes back as it was written", () => {
	fc.assert(
		fc.property(
			fc.array(fc.constantFrom("a", "å", ";", ",", '"', "\n", " ", "1"), { minLength: 1, maxLength: 9 }),
			(parts) => {
				const text = `x${parts.join("")}`;
				expect(cellOf(withQuotation(text), "Aktivitet")).toBe(text);
			},
		),
	);
});

test("every cell of the report's figures is in it, row by row", () => {
	const content = rapportContent();
	const { rows } = figureTable(content);
	const written = rows.map((row) =>
		row.map((cell) => (cell === null ? "" : typeof cell === "number" ? String(cell).replace(".", ",") : cell)),
	);
	expect(
		read(rapportCsv(content))
			.slice(1)
			.map((row) => row.slice(4)),
	).toEqual(written);
});

function read(csv: string): string[][] {
	return parse(csv, { bom: true, delimiter: ";", record_delimiter: "\r\n" });
}

/** The first row's cell in a column. */
function cellOf(content: RapportContent, label: string): string | undefined {
	const [header, row] = read(rapportCsv(content));
	return row?.[header?.indexOf(label) ?? -1];
}

function withQuotation(quotation: string): RapportContent {
	return withFirst((aktivitet) => ({ ...aktivitet, quotation }));
}

function withFigure(
	figures: Partial<RapportContent["groups"][0]["aktiviteter"][0]["measures"][0]["figures"]>,
): RapportContent {
	return withFirst((aktivitet) => ({
		...aktivitet,
		measures: aktivitet.measures.map((measure) => ({ ...measure, figures: { ...measure.figures, ...figures } })),
	}));
}

function withFirst(
	change: (aktivitet: RapportContent["groups"][0]["aktiviteter"][0]) => RapportContent["groups"][0]["aktiviteter"][0],
): RapportContent {
	const content = rapportContent();
	return {
		...content,
		groups: content.groups.map((group, index) => ({
			...group,
			aktiviteter: group.aktiviteter.map((aktivitet, at) => (index === 0 && at === 0 ? change(aktivitet) : aktivitet)),
		})),
	};
}
