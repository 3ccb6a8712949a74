/**
 * A GLOB pattern for text that contains the word in upper or lower case. SQLite's own LIKE knows no case for å, ä and ö;
 * a class of both cases per letter does.
 */
export function globContaining(word: string): string {
	const letters = [...word.normalize("NFC")].map((letter) => {
		const both = new Set([letter.toLocaleLowerCase("sv"), letter.toLocaleUpperCase("sv")]);
		const isPlain = [...both].every((each) => each.length === 1) && letter !== "^" && letter !== "]";
		return isPlain ? `[${[...both].join("")}]` : letter;
	});
	return `*${letters.join("")}*`;
}
