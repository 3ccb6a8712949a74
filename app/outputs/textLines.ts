/** How a text's lines begin, and how many characters they have at most. */
interface Wrapping {
	/** Characters in a line. */
	width: number;
	/** Before the first line, and before those that follow. */
	first?: string;
	rest?: string;
}

/** Breaks between words only: a no-break space keeps a number together, and an address is longer than a line may be. */
export function wrap(text: string, { width, first = "", rest = "" }: Wrapping): string {
	const lines: string[] = [];
	let line = first;
	let isEmpty = true;
	for (const word of text.split(/[ \n\t]+/)) {
		if (!isEmpty && line.length + 1 + word.length > width) {
			lines.push(line);
			line = rest;
			isEmpty = true;
		}
		line += isEmpty ? word : ` ${word}`;
		isEmpty = false;
	}
	return [...lines, line].join("\n");
}

/** A heading with a line of its own length under it, drawn with the sign. */
export function underlined(heading: string, { width, sign }: { width: number; sign: "=" | "-" }): string {
	const lines = wrap(heading, { width });
	return `${lines}\n${sign.repeat(Math.max(...lines.split("\n").map((each) => each.length)))}`;
}
