import writeExcelFile, { type CellObject, type Sheet } from "write-excel-file/node";
import { BIPRODUKT_NAME, BIPRODUKTER } from "#app/domain/biprodukter.ts";
import { PERFORMED_BY, performedByName } from "#app/domain/performedBy.ts";
import { attachment } from "./attachment.server.ts";
import { cellText } from "./figureCell.server.ts";
import { isFormulaLike } from "./inertText.server.ts";
import { removeZipTimes } from "./zipTimes.server.ts";

export type MallFormat = "xlsx" | "csv";

/** What a kommun's registrations may be about. */
export interface ImportMall {
	kommun: string;
	/** Names of mått, in the order they are offered. */
	aktiviteter: readonly string[];
	platser: readonly string[];
}

const MEDIA_TYPE: Record<MallFormat, string> = {
	xlsx: "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet",
	csv: "text/csv; charset=utf-8; header=present",
};
const HEADINGS = [
	"Datum",
	"Aktivitet",
	"Antal",
	"Plats",
	"Utförd av",
	"Anteckning",
	...BIPRODUKTER.map((code) => BIPRODUKT_NAME[code]),
];
const WIDTHS: Record<string, number> = {
	Datum: 12,
	Aktivitet: 40,
	Antal: 8,
	Plats: 28,
	"Utförd av": 22,
	Anteckning: 50,
};
const BIPRODUKT_MARGIN = 3;
const ROWS_SHEET = "Registreringar";
const CHOICES_SHEET = "Att välja bland";
const HOW = [
	`Skriv en rad för varje genomförd aktivitet på bladet ${ROWS_SHEET}.`,
	"Datum: till exempel 2026-04-30. Bara det som är gjort, inget som är planerat.",
	"Aktivitet: ett av namnen i kolumn A här bredvid.",
	"Antal: lämna tomt för 1. Ett uppmätt värde måste skrivas ut.",
	"Plats: ett av namnen i kolumn B, eller tomt.",
	"Utförd av: ett av namnen i kolumn C.",
	"Anteckning: högst 200 tecken, eller tomt. Inga uppgifter om enskilda personer.",
	"De sista kolumnerna är det som aktiviteten ledde till. Det räknas för sig. Lämna tomt om det inte blev något.",
];
const HOW_WIDTH = 80;
const LAST_ROW = 10_001;

/** A file to write registrations in and import: the headings, and no row that could be imported by mistake. */
export async function importMallFile(format: MallFormat, mall: ImportMall): Promise<Response> {
	const body = format === "xlsx" ? new Uint8Array(await mallXlsx(mall)) : `\ufeff${HEADINGS.join(";")}\r\n`;
	return new Response(body, {
		headers: {
			"Content-Type": MEDIA_TYPE[format],
			"Content-Disposition": attachment({ noun: "mall-för-import", kommun: mall.kommun, end: `.${format}` }),
			"Cache-Control": "no-store",
		},
	});
}

/** The second sheet lists what the kommun has, and the cells of the first one offer it. */
async function mallXlsx({ aktiviteter, platser }: ImportMall): Promise<Uint8Array> {
	const lists: [string, readonly string[], number][] = [
		["Aktivitet", aktiviteter, 40],
		["Plats", platser, 28],
		["Utförd av", PERFORMED_BY.map(performedByName), 22],
		["Så fyller du i", HOW, HOW_WIDTH],
	];
	const length = Math.max(...lists.map(([, names]) => names.length));
	const choices: Sheet<never> = {
		sheet: CHOICES_SHEET,
		data: [
			lists.map(([heading]) => headingCell(heading)),
			...Array.from({ length }, (_, index) => lists.map(([, names]) => nameCell(names[index]))),
		],
		columns: lists.map(([, , width]) => ({ width })),
		stickyRowsCount: 1,
	};
	const rows: Sheet<never> = {
		sheet: ROWS_SHEET,
		data: [HEADINGS.map(headingCell)],
		columns: HEADINGS.map((heading) => ({ width: WIDTHS[heading] ?? heading.length + BIPRODUKT_MARGIN })),
		stickyRowsCount: 1,
		orientation: "landscape",
	};
	const features = [offering(lists.map(([heading, names]) => ({ heading, count: names.length })))];
	const file = writeExcelFile([rows, choices], { fontFamily: "Calibri", fontSize: 11, features });
	return removeZipTimes(await file.toBuffer());
}

function headingCell(text: string): CellObject {
	return { type: String, value: text, fontWeight: "bold", alignVertical: "top" };
}

function nameCell(text: string | undefined): CellObject | null {
	if (text === undefined) return null;
	const value = cellText(text);
	return { type: String, value, wrap: true, alignVertical: "top", ...(isFormulaLike(value) && { format: "@" }) };
}

/**
 * Lists to choose from in the columns of the first sheet whose heading is also one of the second sheet's. Something else may
 * be written all the same: the import asks what it means. ECMA-376-1, 18.3.1.33.
 */
function offering(lists: readonly { heading: string; count: number }[]) {
	const validations = lists.flatMap(({ heading, count }, index) => {
		const column = HEADINGS.indexOf(heading);
		if (column < 0 || count === 0) return [];
		const cells = `${letterOf(column)}2:${letterOf(column)}${LAST_ROW}`;
		const list = `'${CHOICES_SHEET}'!$${letterOf(index)}$2:$${letterOf(index)}$${count + 1}`;
		return [
			`<dataValidation type="list" allowBlank="1" sqref="${cells}"><formula1>${list}</formula1></dataValidation>`,
		];
	});
	const xml = `<dataValidations count="${validations.length}">${validations.join("")}</dataValidations>`;
	return {
		files: {
			transform: {
				"xl/worksheets/sheet{id}.xml": {
					transform: (sheet: string, _options: unknown, { sheetIndex }: { sheetIndex: number }) =>
						sheetIndex === 0 ? sheet.replace("</sheetData>", `</sheetData>${xml}`) : sheet,
				},
			},
		},
	};
}

/** One of the first 26 columns. */
function letterOf(index: number): string {
	return String.fromCharCode(65 + index);
}
