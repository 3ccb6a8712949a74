import type { RapportContent } from "#app/rapport/content.ts";
import { publishingOf } from "./publishing.server.ts";

/** Characters in a line, as letters and newsletters have it. */
const LINE = 72;

/**
 * The same as {@link publishingHtml} in plain text: lines of at most 72 characters (an address is never broken), the figures
 * as lines of `label: value` under each row's name.
 *
 * @param content the public content of a signed report
 * @param origin where this instance is reached, for the links
 * @throws RangeError for an internal content
 */
export function publishingText(content: RapportContent, { origin }: { origin: string }): string {
	const { title, lead, figures, sections, signed, code, verifyUrl, reportUrl } = publishingOf(content, { origin });
	const rows = figures.rows.map(([name = "", ...cells]) =>
		[
			wrap(name, { first: "* ", rest: "  " }),
			...cells.map((cell, index) =>
				wrap(`${figures.columns[index + 1]?.label}: ${cell}`, { first: "  ", rest: "    " }),
			),
		].join("\n"),
	);
	const written = sections.flatMap(({ heading, parts }) => [
		underlined(heading, "-"),
		...parts.map(({ term, paragraphs }) =>
			paragraphs
				.map((each) => wrap(each))
				.join("\n\n")
				.replace(/^/, `${term}:\n`),
		),
	]);
	const seal = [signed, code && `Kontrollkod: ${code}`, verifyUrl && `Kontrollera: ${verifyUrl}`];
	return `${[
		underlined(title, "="),
		...lead.map((sentence) => wrap(sentence)),
		underlined(figures.caption, "-"),
		...rows,
		...written,
		[...seal.flatMap((line) => line ?? []), `Hela rapporten: ${reportUrl}`].map((line) => wrap(line)).join("\n"),
	].join("\n\n")}\n`;
}

function underlined(heading: string, line: string): string {
	const lines = wrap(heading);
	return `${lines}\n${line.repeat(Math.max(...lines.split("\n").map((each) => each.length)))}`;
}

/** Breaks between words only: a no-break space keeps a number together, and an address is longer than a line may be. */
function wrap(text: string, { first = "", rest = "" }: { first?: string; rest?: string } = {}): string {
	const lines: string[] = [];
	let line = first;
	let isEmpty = true;
	for (const word of text.split(/[ \n\t]+/)) {
		if (!isEmpty && line.length + 1 + word.length > LINE) {
			lines.push(line);
			line = rest;
			isEmpty = true;
		}
		line += isEmpty ? word : ` ${word}`;
		isEmpty = false;
	}
	return [...lines, line].join("\n");
}
