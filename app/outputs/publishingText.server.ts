import type { RapportContent } from "#app/rapport/content.ts";
import { publishingOf } from "./publishing.server.ts";
import { underlined, wrap } from "./textLines.ts";

/** Characters in a line, as letters and newsletters have it. */
const width = 72;

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
			wrap(name, { width, first: "* ", rest: "  " }),
			...cells.map((cell, index) =>
				wrap(`${figures.columns[index + 1]?.label}: ${cell}`, { width, first: "  ", rest: "    " }),
			),
		].join("\n"),
	);
	const written = sections.flatMap(({ heading, parts }) => [
		underlined(heading, { width, sign: "-" }),
		...parts.map(({ term, paragraphs }) =>
			paragraphs
				.map((each) => wrap(each, { width }))
				.join("\n\n")
				.replace(/^/, `${term}:\n`),
		),
	]);
	const seal = [signed, code && `Kontrollkod: ${code}`, verifyUrl && `Kontrollera: ${verifyUrl}`];
	return `${[
		underlined(title, { width, sign: "=" }),
		...lead.map((sentence) => wrap(sentence, { width })),
		underlined(figures.caption, { width, sign: "-" }),
		...rows,
		...written,
		[...seal.flatMap((line) => line ?? []), `Hela rapporten: ${reportUrl}`]
			.map((line) => wrap(line, { width }))
			.join("\n"),
	].join("\n\n")}\n`;
}
