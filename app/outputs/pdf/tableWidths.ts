/** How narrow and how wide a column may be: its widest word, and its widest line. */
export interface ColumnNeed {
	least: number;
	most: number;
}

/** More air than this between two columns, and the eye loses the row. */
const MOST_AIR = 26;
/** The share of the width that may be spent on keeping short cells on one line; the rest is for the long ones. */
const SHORT_SHARE = 0.64;
/** No word is so important that it may take more of the width than this from columns that lack it. */
const LONGEST_WORD_SHARE = 0.3;

/**
 * Shares a table's width between its columns: everything on one line where there is room for it; otherwise the words
 * whole, short cells on one line, and the rest in proportion to what each column lacks. Where not even the words have room,
 * the longest ones are broken first.
 *
 * @returns widths that together are at most the width, and less where nothing needs more
 */
export function columnWidths(needs: readonly ColumnNeed[], width: number): number[] {
	const most = sum(needs.map((need) => need.most));
	if (most <= width) return needs.map((need) => need.most + Math.min(MOST_AIR, (width - most) / needs.length));
	const hasRoom = sum(needs.map((need) => need.least)) < width;
	const own = hasRoom
		? needs
		: needs.map((need) => ({ ...need, least: Math.min(need.least, width * LONGEST_WORD_SHARE) }));
	const least = sum(own.map((need) => need.least));
	if (least >= width) return own.map((need) => (need.least / least) * width);
	const firm = withShortOnOneLine(own, width);
	const free = width - sum(firm.map((need) => need.least));
	const lack = sum(firm.map((need) => need.most - need.least)) || 1;
	return firm.map((need) => need.least + ((need.most - need.least) / lack) * free);
}

/** The columns that lack least first, as long as the long ones keep their share. */
function withShortOnOneLine(needs: readonly ColumnNeed[], width: number): ColumnNeed[] {
	const firm = needs.map((need) => ({ ...need }));
	let spent = sum(needs.map((need) => need.least));
	for (const need of [...firm].sort((a, b) => a.most - a.least - (b.most - b.least))) {
		const more = need.most - need.least;
		if (spent + more > width * SHORT_SHARE) break;
		need.least = need.most;
		spent += more;
	}
	return firm;
}

function sum(numbers: readonly number[]): number {
	return numbers.reduce((total, number) => total + number, 0);
}
