import { parse } from "csv-parse/sync";
import { extractText, getDocumentProxy } from "unpdf";
import { formatNumber } from "#app/domain/format.ts";
import { STATUS_WORD } from "#app/domain/status.ts";
import type { RapportContent } from "#app/rapport/content.ts";
import { readWorkbook } from "#tests/unit/outputs/workbook.ts";
import { textOf } from "./html.ts";

/** The five forms of one report, each as it was delivered. */
export interface Delivered {
	/** HTML of the page. */
	page: string;
	pdf: Uint8Array;
	xlsx: Uint8Array;
	csv: Uint8Array;
	json: Uint8Array;
}

type Table = string[][];

const FIGURES = "Minimum och utfall";
/** Where the numbers stand in the table of figures. */
const [FIRST_NUMBER, AFTER_NUMBERS] = [4, 8];

/**
 * Every cell in which another form of the report says something else than its page does, in words; none when all agree.
 * Read from what was delivered alone, not by the functions that made it.
 *
 * @throws Error when the page has no table of figures to compare with
 */
export async function disagreements({ page, pdf, xlsx, csv, json }: Delivered): Promise<string[]> {
	const content = (JSON.parse(Buffer.from(json).toString("utf8")) as { content: RapportContent }).content;
	const pageTables = tablesIn(page);
	const [header, ...figures] = pageTables.find(({ caption }) => caption === FIGURES)?.rows ?? [];
	if (!header) throw new Error("the page has no table of figures");
	const workbook = await sheetsOf(xlsx);
	const lines = await linesOf(pdf);
	const numberLabels = header.slice(FIRST_NUMBER, AFTER_NUMBERS).join(" ");
	const inPdf = rowFinder(lines.join("\n"), numberLabels);
	return [
		...differences("xlsx", figures, workbook.get(FIGURES)?.slice(1)),
		...differences("xlsx header", [header], workbook.get(FIGURES)?.slice(0, 1)),
		...differences("csv", figures, csvRows(csv).slice(1)),
		...differences("csv header", [header], csvRows(csv).slice(0, 1)),
		...differences("json", figures, figuresIn(content)),
		...differences(
			"pdf",
			figures.map((row) => [row.slice(FIRST_NUMBER, AFTER_NUMBERS).join(" ")]),
			linesAfter(lines, numberLabels),
		),
		...measureTables(content, pageTables).flatMap(({ title, caption, rows }) => [
			...differences(`xlsx ${title}`, rows, workbook.get(title)),
			...inPdf(caption, rows),
		]),
	];
}

function differences(form: string, expected: Table, given: Table | undefined): string[] {
	if (expected.length !== given?.length)
		return [`${form}: ${given?.length ?? "no"} rows instead of ${expected.length}`];
	return expected.flatMap((row, index) =>
		row.flatMap((cell, column) => {
			const other = given[index]?.[column];
			return other === cell ? [] : [`${form}, row ${index + 1}: “${other}” instead of “${cell}”`];
		}),
	);
}

/** The page's tables with every cell as it is read. */
function tablesIn(html: string): { caption: string; rows: Table }[] {
	return [...html.matchAll(/<table\b.*?<\/table>/gs)].map(([table]) => ({
		caption: textOf(/<caption.*?<\/caption>/s.exec(table)?.[0] ?? ""),
		rows: [...table.matchAll(/<tr\b.*?<\/tr>/gs)].map(([row]) =>
			[...row.matchAll(/<(t[hd])\b.*?<\/\1>/gs)].map(([cell]) => textOf(cell)),
		),
	}));
}

/** The table beside each mått's chart, as the page shows it, in its order; by the full title of its sheet. */
function measureTables(content: RapportContent, pageTables: { caption: string; rows: Table }[]) {
	let from = pageTables.findIndex(({ caption }) => caption === FIGURES) + 1;
	return content.groups
		.flatMap((group) => group.aktiviteter.flatMap((aktivitet) => aktivitet.measures))
		.flatMap(({ name, table }) => {
			if (table === null || table.rows.length === 0) return [];
			const at = pageTables.findIndex(({ caption }, index) => index >= from && caption === plain(table.caption));
			const rows = pageTables[at]?.rows;
			if (!rows) throw new Error(`the page has no table ${table.caption}`);
			from = at + 1;
			return [{ title: plain(`${name}: ${table.caption}`), caption: plain(table.caption), rows }];
		});
}

/** The figures of the content as a reader of the JSON would write them down. */
function figuresIn({ groups }: RapportContent): Table {
	return groups
		.flatMap((group) => group.aktiviteter)
		.flatMap(({ quotation, measures }) =>
			measures.map(({ name, status, figure, figures: { unit, periodMinimum, thisPeriod, minimum, cumulative } }) =>
				[
					quotation,
					name,
					unit,
					STATUS_WORD[status],
					periodMinimum ?? "inget avtalat",
					thisPeriod ?? "Ingen uppgift",
					minimum ?? "inget avtalat",
					cumulative ?? "Ingen uppgift",
					figure,
				].map((cell) => shown(cell)),
			),
		);
}

/** By the title that the sheet of facts says where the name was shortened. Sheets of one title are taken in order. */
async function sheetsOf(xlsx: Uint8Array): Promise<{ get: (title: string) => Table | undefined }> {
	const sheets = await readWorkbook(xlsx);
	const titles = new Map(sheets.get("Rapport")?.map(([term, description]) => [String(term), String(description)]));
	const left = [...sheets].map(([name, rows]) => ({
		title: plain(titles.get(`Blad: ${name}`) ?? name),
		rows: rows.map((row) => row.map(shown)),
	}));
	return {
		get: (title) => {
			const found = left.find((sheet) => sheet.title === title);
			if (found && title !== FIGURES) left.splice(left.indexOf(found), 1);
			return found?.rows;
		},
	};
}

/** Without the columns that say which report it is. */
function csvRows(csv: Uint8Array): Table {
	const rows: Table = parse(Buffer.from(csv), { bom: true, delimiter: ";", record_delimiter: "\r\n" });
	return rows.map((row) =>
		row.slice(FIRST_NUMBER).map((cell) => {
			if (cell === "") return "Ingen uppgift";
			return /^-?\d+(,\d+)?$/.test(cell) ? shown(Number(cell.replace(",", "."))) : plain(cell);
		}),
	);
}

async function linesOf(pdf: Uint8Array): Promise<string[]> {
	const { text } = await extractText(await getDocumentProxy(new Uint8Array(pdf)), { mergePages: true });
	return text.split("\n").map(plain);
}

/** The line below each line that says this. */
function linesAfter(lines: readonly string[], said: string): Table {
	return lines.flatMap((line, index) => (line === said ? [[lines[index + 1] ?? ""]] : []));
}

/**
 * Finds table after table, each row by itself between the table's caption and the next mått's numbers. A row may be broken
 * over lines, and a long table may go on beside itself.
 */
function rowFinder(text: string, numberLabels: string): (caption: string, rows: Table) => string[] {
	let from = 0;
	return (caption, rows) => {
		const begins = text.indexOf(`\n${caption}\n`, from);
		if (begins === -1) return [`pdf: no table “${caption}”`];
		from = begins + caption.length;
		const ends = text.indexOf(`\n${numberLabels}\n`, from);
		const table = text.slice(from, ends === -1 ? undefined : ends);
		return rows.flatMap((row) =>
			asWords(row.join(" ")).test(table) ? [] : [`pdf, ${caption}: no row “${row.join(" ")}”`],
		);
	};
}

/** The words in this order, whatever the spaces between them, and not as parts of longer ones. */
function asWords(said: string): RegExp {
	const words = said.split(" ").map((word) => word.replace(/[.*+?^${}()|[\]\\]/g, "\\$&"));
	return new RegExp(`(?<!\\S)${words.join("\\s+")}(?!\\S)`);
}

function shown(cell: unknown): string {
	if (cell instanceof Date) return cell.toISOString().slice(0, 10);
	return plain(typeof cell === "number" ? formatNumber(cell) : String(cell ?? ""));
}

/** Every space a single one, also those that keep a number together. */
function plain(text: string): string {
	return text.replace(/\s+/g, " ").trim();
}
