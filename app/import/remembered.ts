/** So many different texts are kept of a file. */
const MOST_REMEMBERED = 50_000;

/** The same function for texts that stand in row after row: each is looked at once. For as long as one file is looked at. */
export function remembered<Meaning>(meaningOf: (text: string) => Meaning): (text: string) => Meaning {
	const known = new Map<string, { meaning: Meaning }>();
	return (text) => {
		const found = known.get(text);
		if (found) return found.meaning;
		const meaning = meaningOf(text);
		if (known.size < MOST_REMEMBERED) known.set(text, { meaning });
		return meaning;
	};
}
