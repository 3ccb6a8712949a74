// @ts-check
/** @typedef {{ number: number, cells: string[] }} Row */
/** @typedef {{ mostRows: number, mostColumns: number, longestCell: number, mostText: number }} TableLimits */

/** Why a table is not read, as the worker thread answers. */
export class Refused extends Error {
	/**
	 * @param {string} why
	 * @param {Record<string, unknown>} details
	 */
	constructor(why, details = {}) {
		super(why);
		this.answer = { refused: why, ...details };
	}
}

/** What all the cells of a file say together: a text of a workbook can stand in many cells, and is written once. */
export class TextRoom {
	/** @param {number} most characters */
	constructor(most) {
		this.left = most;
	}

	/**
	 * @param {number} length
	 * @throws Refused when there is no room for it
	 */
	take(length) {
		this.left -= length;
		if (this.left < 0) throw new Refused("unpacked");
	}
}

/** The rows of a sheet that say anything, up to what is read. What comes after is counted, and not kept. */
export class RowCollector {
	/** @type {Row[]} */
	rows = [];
	count = 0;
	widest = 0;

	/**
	 * @param {TableLimits} limits
	 * @param {string | null} sheet
	 * @param {TextRoom} room
	 */
	constructor(limits, sheet, room) {
		this.limits = limits;
		this.sheet = sheet;
		this.room = room;
	}

	/**
	 * A column with something in it, from 1.
	 *
	 * @param {number} column
	 * @returns {boolean} whether it is among those that are read
	 */
	reaches(column) {
		this.widest = Math.max(this.widest, column);
		return column <= this.limits.mostColumns;
	}

	/**
	 * @param {number} number as the program that made the file shows it
	 * @param {string[]} written its cells from the left, as they stand in the file
	 */
	add(number, written) {
		const cells = written.map((cell) => cell.trim());
		while (cells.at(-1) === "") cells.pop();
		if (cells.length === 0) return;
		this.count += 1;
		if (!this.reaches(cells.length) || this.count > this.limits.mostRows) return;
		const long = cells.findIndex((cell) => cell.length > this.limits.longestCell);
		if (long >= 0) throw new Refused("cell", { sheet: this.sheet, row: number, column: long });
		this.room.take(cells.reduce((sum, cell) => sum + cell.length, 0));
		this.rows.push({ number, cells: cells.map((cell) => cell.normalize("NFC")) });
	}

	/**
	 * The rows, when there are no more of them.
	 *
	 * @throws Refused when there are more, or wider ones, than what is read
	 */
	all() {
		const { mostRows, mostColumns } = this.limits;
		if (this.count > mostRows) throw new Refused("rows", { sheet: this.sheet, count: this.count });
		if (this.widest > mostColumns) throw new Refused("columns", { sheet: this.sheet, count: this.widest });
		return this.rows;
	}
}
