/** Excel's own limits on the name of a sheet. */
const LONGEST = 31;
const ILLEGAL = /[[\]/\\:*?\p{Cc}]+/gu;
/** Excel keeps this name for itself. */
const RESERVED = /^history$/i;

/**
 * Names that Excel and LibreOffice accept, one per title and in their order: at most 31 characters, without `[ ] / \ : * ?`,
 * not begun or ended by an apostrophe, and none like another (which is asked without regard to case).
 */
export function sheetNames(titles: readonly string[]): string[] {
	const taken = new Set<string>();
	return titles.map((title) => {
		const name = firstFree(plainName(title), taken);
		taken.add(name.toLowerCase());
		return name;
	});
}

function plainName(title: string): string {
	const name = cut(title.normalize("NFC").replace(ILLEGAL, " ").replace(/\s+/g, " "), LONGEST);
	return name === "" || RESERVED.test(name) ? "Blad" : name;
}

function firstFree(name: string, taken: ReadonlySet<string>): string {
	let free = name;
	for (let number = 2; taken.has(free.toLowerCase()); number++) {
		const suffix = ` (${number})`;
		free = cut(name, LONGEST - suffix.length) + suffix;
	}
	return free;
}

/**
 * Cut after a whole word when that leaves most of it, and never inside a character that takes two code units; without spaces
 * or apostrophes at the ends.
 */
function cut(text: string, length: number): string {
	const trimmed = trimmedName(text);
	if (trimmed.length <= length) return trimmed;
	const kept = trimmed.slice(0, length).replace(/[\uD800-\uDBFF]$/, "");
	const lastWord = trimmed[kept.length] === " " ? kept.length : kept.lastIndexOf(" ");
	return trimmedName(lastWord > length / 2 ? kept.slice(0, lastWord) : kept);
}

function trimmedName(text: string): string {
	return text.replace(/^[\s']+|[\s']+$/g, "");
}
