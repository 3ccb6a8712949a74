// @ts-check
import { Refused, RowCollector, TextRoom } from "./rowCollector.mjs";
import { formatOf, numberText } from "./xlsxFormats.mjs";
import { Parts } from "./xlsxParts.mjs";
import { BrokenXml, walkXml } from "./xml.mjs";

/**
 * @typedef {{
 *   strings: string[],
 *   formats: import("./xlsxFormats.mjs").Format[],
 *   is1904: boolean,
 *   limits: import("./rowCollector.mjs").TableLimits,
 *   room: TextRoom,
 *   formulas: { sheet: string, row: number, column: number }[],
 * }} Workbook
 */
/** @typedef {{ name: string, isHidden: boolean, rows: import("./rowCollector.mjs").Row[] }} Sheet */

/** Excel's own limits on where a cell can be. */
const LAST_ROW = 1_048_576;
const LAST_COLUMN = 16_384;
/** How a workbook spells a character that XML cannot have. ECMA-376-1, 22.4.2.4. */
const SPELLED_LETTER = /_x([\dA-Fa-f]{4})_/g;
const NO_FORMAT = formatOf(0);
const TRUE = "SANT";
const FALSE = "FALSKT";

/**
 * The sheets of an .xlsx as their cells are seen, hidden rows and columns too: a filter hides rows that are meant all the
 * same. Of merged cells the first one says what stands there, and the others are empty.
 *
 * @param {Uint8Array} file
 * @param {import("./xlsxParts.mjs").PackedPart[]} packed
 * @param {import("./rowCollector.mjs").TableLimits & { mostUnpacked: number }} limits
 * @throws Refused
 */
export function readXlsx(file, packed, limits) {
	try {
		return sheetsIn(new Parts(file, packed, limits.mostUnpacked), limits);
	} catch (error) {
		throw error instanceof BrokenXml ? new Refused("broken") : error;
	}
}

/**
 * @param {Parts} parts
 * @param {import("./rowCollector.mjs").TableLimits} limits
 */
function sheetsIn(parts, limits) {
	const relationshipsOf = parts.checkedRelationships();
	const main = [...relationshipsOf("").values()].find(({ type }) => /\/officeDocument$/i.test(type))?.target;
	if (main === undefined) throw new Refused("broken");
	const relationships = relationshipsOf(main);
	const { listed, is1904 } = workbookIn(parts.take(main));
	const partOf = (/** @type {RegExp} */ kind) =>
		[...relationships.values()].find(({ type }) => kind.test(type))?.target;
	const stringsPart = partOf(/\/sharedStrings$/i);
	const stylesPart = partOf(/\/styles$/i);
	/** @type {Workbook} */
	const workbook = {
		strings: stringsPart !== undefined && parts.has(stringsPart) ? stringsIn(parts.take(stringsPart)) : [],
		formats: stylesPart !== undefined && parts.has(stylesPart) ? formatsIn(parts.take(stylesPart)) : [],
		is1904,
		limits,
		room: new TextRoom(limits.mostText),
		formulas: [],
	};
	/** @type {Sheet[]} */
	const sheets = [];
	for (const { name, isHidden, id } of listed) {
		const { type = "", target = "" } = relationships.get(id) ?? {};
		if (!/\/worksheet$/i.test(type)) continue;
		sheets.push({ name, isHidden, rows: rowsIn(parts.take(target), name, workbook) });
	}
	if (sheets.length === 0) throw new Refused("broken");
	const [first] = workbook.formulas;
	if (first) throw new Refused("formula", { ...first, count: workbook.formulas.length });
	return sheets;
}

/** @param {string} xml */
function workbookIn(xml) {
	/** @type {{ name: string, isHidden: boolean, id: string }[]} */
	const listed = [];
	let is1904 = false;
	walkXml(xml, {
		onOpen: (tag, attributes) => {
			if (tag === "workbookPr") is1904 ||= /^(1|true|on)$/i.test(attributes.date1904 ?? "");
			if (tag === "externalReference") throw new Refused("external");
			if (tag !== "sheet" || attributes[":id"] === undefined) return;
			const isHidden = /hidden$/i.test(attributes.state ?? "");
			listed.push({ name: attributes.name ?? "", isHidden, id: attributes[":id"] });
		},
	});
	return { listed, is1904 };
}

/** @param {string} xml */
function stringsIn(xml) {
	/** @type {string[]} */
	const strings = [];
	const reader = new StringReader();
	walkXml(xml, {
		onOpen: (tag) => (tag === "si" ? reader.begin() : reader.open(tag)),
		onClose: (tag) => (tag === "si" ? strings.push(reader.end()) : reader.close(tag)),
		onText: (text) => reader.say(text),
	});
	return strings;
}

/** A text that is cut into runs, each in its own type; how it is pronounced (`rPh`) is not what it says. */
class StringReader {
	#text = "";
	#isText = false;
	#isPronunciation = false;

	begin() {
		this.#text = "";
		this.#isText = false;
		this.#isPronunciation = false;
	}

	/** @param {string} tag */
	open(tag) {
		if (tag === "t") this.#isText = true;
		if (tag === "rPh") this.#isPronunciation = true;
	}

	/** @param {string} tag */
	close(tag) {
		if (tag === "t") this.#isText = false;
		if (tag === "rPh") this.#isPronunciation = false;
	}

	/** @param {string} text */
	say(text) {
		if (this.#isText && !this.#isPronunciation) this.#text += text;
	}

	end() {
		return spelledOut(this.#text);
	}
}

/** @param {string} text */
function spelledOut(text) {
	return text.replace(SPELLED_LETTER, (_spelled, hex) => String.fromCharCode(Number.parseInt(hex, 16)));
}

/**
 * How cells are shown, by the number of the style that they name.
 *
 * @param {string} xml
 */
function formatsIn(xml) {
	/** @type {Map<number, string>} */
	const templates = new Map();
	/** @type {number[]} */
	const ids = [];
	let isCellStyle = false;
	walkXml(xml, {
		onOpen: (tag, attributes) => {
			if (tag === "cellXfs") isCellStyle = true;
			else if (tag === "numFmt") templates.set(Number(attributes.numFmtId), attributes.formatCode ?? "");
			else if (tag === "xf" && isCellStyle) ids.push(Number(attributes.numFmtId ?? 0));
		},
		onClose: (tag) => {
			if (tag === "cellXfs") isCellStyle = false;
		},
	});
	return ids.map((id) => formatOf(id, templates.get(id)));
}

/**
 * @param {string} xml
 * @param {string} sheet
 * @param {Workbook} workbook
 */
function rowsIn(xml, sheet, workbook) {
	const collector = new RowCollector(workbook.limits, sheet, workbook.room);
	const inline = new StringReader();
	let isData = false;
	let row = 0;
	let column = 0;
	/** @type {string[]} */
	let cells = [];
	/** @type {Record<string, string> | undefined} */
	let cell;
	let value = "";
	let isValue = false;
	let isInline = false;

	walkXml(xml, {
		onOpen: (tag, attributes) => {
			if (tag === "sheetData") isData = true;
			if (!isData) return;
			if (tag === "row") {
				row = after(row, attributes.r, LAST_ROW);
				column = 0;
				cells = [];
			} else if (tag === "c") {
				column = after(column, columnOf(attributes.r, row), LAST_COLUMN);
				cell = attributes;
				value = "";
			} else if (tag === "f") workbook.formulas.push({ sheet, row, column: column - 1 });
			else if (tag === "v") isValue = true;
			else if (tag === "is") {
				isInline = true;
				inline.begin();
			} else if (isInline) inline.open(tag);
		},
		onText: (text) => {
			if (isValue) value += text;
			else if (isInline) inline.say(text);
		},
		onClose: (tag) => {
			if (!isData) return;
			if (tag === "sheetData") isData = false;
			else if (tag === "v") isValue = false;
			else if (tag === "is") {
				isInline = false;
				value = inline.end();
			} else if (isInline) inline.close(tag);
			else if (tag === "c" && cell) {
				const text = cellText(value, cell, workbook);
				// Cells without a word may be formatted by the thousand.
				if (text.trim() !== "" && collector.reaches(column)) putAt(cells, column - 1, text);
				cell = undefined;
			} else if (tag === "row" && cells.length > 0) collector.add(row, cells);
		},
	});
	return collector.all();
}

/**
 * The next row or column: as the file says, or the one after, where it says nothing. They come in their order.
 *
 * @param {number} last
 * @param {string | number | undefined} said
 * @param {number} most
 */
function after(last, said, most) {
	const next = said === undefined ? last + 1 : Number(said);
	if (!Number.isInteger(next) || next <= last || next > most) throw new Refused("broken");
	return next;
}

/**
 * @param {string | undefined} address `C7`
 * @param {number} row where it has to be
 */
function columnOf(address, row) {
	if (address === undefined) return undefined;
	const [, letters = "", digits] = /^\$?([A-Z]{1,3})\$?(\d+)$/i.exec(address) ?? [];
	if (Number(digits) !== row) throw new Refused("broken");
	return [...letters.toUpperCase()].reduce((sum, letter) => sum * 26 + letter.charCodeAt(0) - 64, 0);
}

/**
 * @param {string[]} cells
 * @param {number} index
 * @param {string} text
 */
function putAt(cells, index, text) {
	while (cells.length < index) cells.push("");
	cells[index] = text;
}

/**
 * @param {string} value as the file says it
 * @param {Record<string, string>} cell its attributes
 * @param {Workbook} workbook
 */
function cellText(value, { t = "n", s = "0" }, { strings, formats, is1904 }) {
	if (t === "inlineStr") return value;
	if (t === "str") return spelledOut(value);
	const written = value.trim();
	if (written === "") return "";
	if (t === "s") return sharedString(strings, written);
	if (t === "b") return written === "0" || written === "false" ? FALSE : TRUE;
	if (t === "d") return written.replace(/T.*$/, "");
	return t === "n" ? numberText(written, formats[Number(s)] ?? NO_FORMAT, { is1904 }) : written;
}

/**
 * @param {string[]} strings
 * @param {string} index
 */
function sharedString(strings, index) {
	const text = strings[Number(index)];
	if (text === undefined) throw new Refused("broken");
	return text;
}
