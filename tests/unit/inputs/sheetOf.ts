import { zipOf } from "./zipOf.ts";

const HEAD = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\r\n';
const MAIN = "http://schemas.openxmlformats.org/spreadsheetml/2006/main";
const PACKAGE = "http://schemas.openxmlformats.org/package/2006";
const OFFICE = "http://schemas.openxmlformats.org/officeDocument/2006/relationships";
const R = `xmlns:r="${OFFICE}"`;

/** A cell as Excel writes it: a text among the shared ones, a number, a truth, or what XML stands inside `<c …>`. */
export type ExcelCell = string | number | boolean | null | { attributes: string; inside: string };

export interface ExcelSheet {
	name: string;
	/** Rows from the first on; null: not in the file at all. */
	rows?: (ExcelCell[] | null)[];
	/** Instead of rows: what stands in `<sheetData>`. */
	data?: string;
	state?: "hidden" | "veryHidden";
}

export interface ExcelFile {
	sheets: ExcelSheet[];
	/** Formats by number from 164 on, besides Excel's own. */
	formats?: string[];
	is1904?: boolean;
	/** Parts that are put in, or instead of those with the same name. */
	parts?: Record<string, string | Uint8Array>;
	/** Overrides in [Content_Types].xml, relationships of the workbook, of the first sheet. */
	contentTypes?: string;
	relationships?: string;
	sheetRelationships?: string;
}

/** Days as Excel counts them: 2018-04-30 is 43220. */
export function serialOf(day: string): number {
	return (Date.parse(day) - Date.UTC(1899, 11, 30)) / 86_400_000;
}

/** A number shown in one of Excel's own formats (14: a day), or in one of the file's own, from 164 on. */
export function formatted(value: number | string, format: number): ExcelCell {
	return { attributes: `s="${format}"`, inside: `<v>${value}</v>` };
}

export const inlineText = (inside: string): ExcelCell => ({
	attributes: 't="inlineStr"',
	inside: `<is>${inside}</is>`,
});

export const relationship = (type: string, target: string, more = "") =>
	`<Relationship Id="x${type}" Type="${OFFICE}/${type}" Target="${target}"${more}/>`;

/** The parts of an .xlsx as Excel names and writes them; style number n shows the number format n. */
export function excelFiles(file: ExcelFile): Record<string, string | Uint8Array> {
	const strings: string[] = [];
	const sheets = file.sheets.map((sheet) => sheetXml(sheet, strings));
	const listed = file.sheets.map(
		({ name, state }, index) =>
			`<sheet name="${escaped(name)}" sheetId="${index + 1}"${state ? ` state="${state}"` : ""} r:id="rId${index + 1}"/>`,
	);
	const relations = file.sheets.map(
		(_, index) =>
			`<Relationship Id="rId${index + 1}" Type="${OFFICE}/worksheet" Target="worksheets/sheet${index + 1}.xml"/>`,
	);
	const type = (part: string, name: string) =>
		`<Override PartName="${part}" ContentType="application/vnd.openxmlformats-officedocument.spreadsheetml.${name}+xml"/>`;
	return {
		"[Content_Types].xml": `${HEAD}<Types xmlns="${PACKAGE}/content-types"><Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/><Default Extension="xml" ContentType="application/xml"/>${type("/xl/workbook.xml", "sheet.main")}${file.contentTypes ?? ""}</Types>`,
		"_rels/.rels": `${HEAD}<Relationships xmlns="${PACKAGE}/relationships"><Relationship Id="rId1" Type="${OFFICE}/officeDocument" Target="xl/workbook.xml"/></Relationships>`,
		"xl/workbook.xml": `${HEAD}<workbook xmlns="${MAIN}" ${R}><fileVersion appName="xl" lastEdited="7" lowestEdited="7" rupBuild="27328"/><workbookPr${file.is1904 ? ' date1904="1"' : ""} defaultThemeVersion="166925"/><sheets>${listed.join("")}</sheets><definedNames><definedName name="_xlnm._FilterDatabase" localSheetId="0" hidden="1">Blad1!$A$1:$F$20</definedName></definedNames><calcPr calcId="191029"/></workbook>`,
		"xl/_rels/workbook.xml.rels": `${HEAD}<Relationships xmlns="${PACKAGE}/relationships">${relations.join("")}<Relationship Id="rId90" Type="${OFFICE}/styles" Target="styles.xml"/><Relationship Id="rId91" Type="${OFFICE}/sharedStrings" Target="/xl/sharedStrings.xml"/>${file.relationships ?? ""}</Relationships>`,
		...Object.fromEntries(sheets.map((xml, index) => [`xl/worksheets/sheet${index + 1}.xml`, xml])),
		...(file.sheetRelationships && {
			"xl/worksheets/_rels/sheet1.xml.rels": `${HEAD}<Relationships xmlns="${PACKAGE}/relationships">${file.sheetRelationships}</Relationships>`,
		}),
		"xl/styles.xml": stylesXml(file.formats ?? []),
		"xl/sharedStrings.xml": `${HEAD}<sst xmlns="${MAIN}" count="${strings.length}" uniqueCount="${strings.length}">${strings.join("")}</sst>`,
		"docProps/core.xml": `${HEAD}<cp:coreProperties xmlns:cp="${PACKAGE}/metadata/core-properties" xmlns:dc="http://purl.org/dc/elements/1.1/"><dc:creator>kommunen</dc:creator></cp:coreProperties>`,
		"docProps/app.xml": `${HEAD}<Properties xmlns="http://schemas.openxmlformats.org/officeDocument/2006/extended-properties"><Application>Microsoft Excel</Application></Properties>`,
		...file.parts,
	};
}

/** An .xlsx as Excel writes it. */
export function excelOf(file: ExcelFile): Buffer {
	return zipOf(excelFiles(file));
}

/** One sheet, Blad1. */
export function excelRows(...rows: (ExcelCell[] | null)[]): Buffer {
	return excelOf({ sheets: [{ name: "Blad1", rows }] });
}

function sheetXml({ rows = [], data }: ExcelSheet, strings: string[]): string {
	const written = rows.map((row, index) => row && rowXml(row, index + 1, strings)).join("");
	return `${HEAD}<worksheet xmlns="${MAIN}" ${R} xmlns:mc="http://schemas.openxmlformats.org/markup-compatibility/2006" mc:Ignorable="x14ac" xmlns:x14ac="http://schemas.microsoft.com/office/spreadsheetml/2009/9/ac"><dimension ref="A1:F${Math.max(1, rows.length)}"/><sheetViews><sheetView tabSelected="1" workbookViewId="0"/></sheetViews><sheetFormatPr defaultRowHeight="15" x14ac:dyDescent="0.25"/><cols><col min="1" max="1" width="10.42578125" bestFit="1" customWidth="1"/></cols><sheetData>${data ?? written}</sheetData><pageMargins left="0.7" right="0.7" top="0.75" bottom="0.75" header="0.3" footer="0.3"/></worksheet>`;
}

function rowXml(row: ExcelCell[], number: number, strings: string[]): string {
	const cells = row.map((cell, index) => cellXml(cell, `${lettersOf(index)}${number}`, strings)).join("");
	return `<row r="${number}" spans="1:${row.length}" x14ac:dyDescent="0.25">${cells}</row>`;
}

function cellXml(cell: ExcelCell, address: string, strings: string[]): string {
	if (cell === null) return `<c r="${address}" s="1"/>`;
	if (typeof cell === "number") return `<c r="${address}"><v>${cell}</v></c>`;
	if (typeof cell === "boolean") return `<c r="${address}" t="b"><v>${cell ? 1 : 0}</v></c>`;
	if (typeof cell !== "string") return `<c r="${address}" ${cell.attributes}>${cell.inside}</c>`;
	strings.push(`<si><t xml:space="preserve">${escaped(cell)}</t></si>`);
	return `<c r="${address}" t="s"><v>${strings.length - 1}</v></c>`;
}

/** One style for each format, so that a style has the number of its format: 0–49 are Excel's own. */
function stylesXml(formats: string[]): string {
	const own = formats.map((code, index) => `<numFmt numFmtId="${164 + index}" formatCode="${escaped(code)}"/>`);
	const ids = Array.from({ length: 164 + formats.length }, (_, id) => (id < 50 || id >= 164 ? id : 0));
	const xfs = ids.map(
		(id) => `<xf numFmtId="${id}" fontId="0" fillId="0" borderId="0" xfId="0" applyNumberFormat="1"/>`,
	);
	return `${HEAD}<styleSheet xmlns="${MAIN}"><numFmts count="${own.length}">${own.join("")}</numFmts><fonts count="1"><font><sz val="11"/><name val="Calibri"/></font></fonts><cellStyleXfs count="1"><xf numFmtId="14" fontId="0"/></cellStyleXfs><cellXfs count="${xfs.length}">${xfs.join("")}</cellXfs></styleSheet>`;
}

function lettersOf(index: number): string {
	const last = String.fromCharCode(65 + (index % 26));
	return index < 26 ? last : lettersOf(Math.floor(index / 26) - 1) + last;
}

function escaped(text: string): string {
	return text.replaceAll("&", "&amp;").replaceAll("<", "&lt;").replaceAll('"', "&quot;");
}
