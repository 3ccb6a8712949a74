import { upperFirst } from "#app/domain/format.ts";

interface Undertecknare {
	title: string;
	organisation: string;
}

/** Who signs such a dokument, by title. */
const TITLE =
	/^(kommunstyrelsens ordförande|kommunalråd|kommundirektör|kommunchef|stadsdirektör|kommunpolis|(?:chef lokalpolisområde|lokalpolisområdeschef|lokalpolisområdechef|polisområdeschef|polisområdechef))$/i;
const ORGANISATION =
	/^(\p{Lu}[\p{L} -]{1,60} (?:kommun|stad)|polismyndigheten|polisen|lokalpolisområde(?:t)? \p{L}[\p{L} -]{1,60})$/iu;
const MOST = 10;

/**
 * Who has signed, by title and organisation, where the text has them on lines of their own, one under the other. The names of
 * people are left where they stand.
 */
export function findUndertecknare(sourceText: string): Undertecknare[] {
	const lines = sourceText
		.split("\n")
		.map((line) => line.replace(/\s+/g, " ").trim())
		.filter((line) => line !== "");
	const found: Undertecknare[] = [];
	for (const [index, line] of lines.entries()) {
		const organisation = lines[index + 1];
		if (!TITLE.test(line) || organisation === undefined || !ORGANISATION.test(organisation)) continue;
		const title = upperFirst(line);
		const isKnown = found.some((one) => one.title === title && one.organisation === organisation);
		if (!isKnown && found.length < MOST) found.push({ title, organisation });
	}
	return found;
}
