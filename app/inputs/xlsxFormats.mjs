// @ts-check
/**
 * What a number in a cell says, by the format that it is shown in: a day, a time of day, or a number as it is written in
 * Swedish. The codes are those of ECMA-376-1, 18.8.30 and 18.8.31.
 */

/** @typedef {"number" | "percent" | "day" | "month" | "month_of_year" | "year" | "time" | "hours"} Shape */
/** @typedef {{ shape: Shape, mask?: string }} Format */

/** The formats that a file names without writing them out. */
const BUILT_IN = new Map([
	[9, "0%"],
	[10, "0.00%"],
	[14, "yyyy-mm-dd"],
	[15, "d-mmm-yy"],
	[16, "d-mmm"],
	[17, "mmm-yy"],
	[18, "h:mm"],
	[19, "h:mm:ss"],
	[20, "h:mm"],
	[21, "h:mm:ss"],
	[22, "yyyy-mm-dd h:mm"],
	[45, "mm:ss"],
	[46, "[h]:mm:ss"],
	[47, "mm:ss"],
]);
/** What stands in a format that the number itself does not show: words, colours, currencies, room for a sign. */
const DECORATION = /"[^"]*"?|\\.|_.|\*.|\[(?!(?:h+|m+|s+)\])[^\]]*\]/gi;
/** Noughts and signs alone (`000000-0000`): as many digits, however small the number is. */
const MASK = /^0(?:[0 -]|\\[ -]|"[ -]+")*0$/;
const SECONDS_IN_DAY = 86_400;
/** 31 December 9999, the last day that a spreadsheet knows. */
const LAST_SERIAL = 2_958_465;
/** Days from the end of 1899 to 1 January 1904, from which some files count. */
const FROM_1904 = 1462;
/** Spreadsheets believe that there was a 29 February 1900, their 60th day. */
const NO_SUCH_DAY = 60;
const DAY_ZERO = Date.UTC(1899, 11, 30);
const MONTHS = [
	"januari",
	"februari",
	"mars",
	"april",
	"maj",
	"juni",
	"juli",
	"augusti",
	"september",
	"oktober",
	"november",
	"december",
];
/** As many digits as a spreadsheet keeps. What is behind them comes of counting in twos (0.30000000000000004). */
const DIGITS = 15;

/**
 * What a format makes of a number. A month or a year alone is not taken for its first day, since nobody has written one.
 *
 * @param {number} id as cells name it
 * @param {string | undefined} template as the file writes it out
 * @returns {Format}
 */
export function formatOf(id, template = BUILT_IN.get(id)) {
	const [positive = ""] = (template ?? "").split(";");
	if (MASK.test(positive)) return { shape: "number", mask: positive.replace(/[\\"]/g, "") };
	const letters = positive.toLowerCase().replace(DECORATION, "");
	if (letters.includes("%")) return { shape: "percent" };
	// Parts of a second are no number.
	if (/[0#?]|general|standard/.test(letters.replace(/(s\]?)[.,]0+/g, "$1"))) return { shape: "number" };
	const hasYear = /[yå]/.test(letters);
	if (letters.includes("d")) return { shape: "day" };
	if (letters.includes("[")) return { shape: "hours" };
	if (/[hs]/.test(letters)) return { shape: hasYear ? "day" : "time" };
	if (letters.includes("m")) return { shape: hasYear ? "month_of_year" : "month" };
	return { shape: hasYear ? "year" : "number" };
}

/**
 * A number as a person sees it in its cell, but a day always as `2018-04-30`.
 *
 * @param {string} written in the file
 * @param {Format} format
 * @param {{ is1904: boolean }} calendar
 */
export function numberText(written, { shape, mask }, { is1904 }) {
	const value = Number(written);
	if (!Number.isFinite(value)) return written;
	if (shape === "percent") return `${swedish(value * 100)} %`;
	if (shape === "number")
		return mask && Number.isSafeInteger(value) && value >= 0 ? masked(value, mask) : swedish(value);
	const seconds = Math.round((is1904 ? value + FROM_1904 : value) * SECONDS_IN_DAY);
	if (seconds < 0 || seconds >= (LAST_SERIAL + 1) * SECONDS_IN_DAY) return swedish(value);
	if (shape === "time") return clock(seconds % SECONDS_IN_DAY);
	// How long something took is not counted from anywhere.
	if (shape === "hours") return clock(Math.round(value * SECONDS_IN_DAY));
	const day = isoDay(Math.floor(seconds / SECONDS_IN_DAY));
	const month = MONTHS[Number(day.slice(5, 7)) - 1] ?? "";
	if (shape === "month") return month;
	if (shape === "month_of_year") return `${month} ${day.slice(0, 4)}`;
	return shape === "year" ? day.slice(0, 4) : day;
}

/** @param {number} value */
function swedish(value) {
	return String(Number(value.toPrecision(DIGITS))).replace(".", ",");
}

/**
 * @param {number} value
 * @param {string} mask
 */
function masked(value, mask) {
	const digits = [...String(value).padStart(mask.replace(/[^0]/g, "").length, "0")];
	const tail = [...mask].reverse().map((char) => (char === "0" ? digits.pop() : char));
	return digits.join("") + tail.reverse().join("");
}

/** @param {number} serial */
function isoDay(serial) {
	const day = serial < NO_SUCH_DAY ? serial + 1 : serial;
	return new Date(DAY_ZERO + day * SECONDS_IN_DAY * 1000).toISOString().slice(0, 10);
}

/** @param {number} seconds */
function clock(seconds) {
	const parts = [Math.floor(seconds / 3600), Math.floor(seconds / 60) % 60, seconds % 60];
	const shown = seconds % 60 === 0 ? parts.slice(0, 2) : parts;
	return shown.map((part) => String(part).padStart(2, "0")).join(":");
}
