import type { MoteContent } from "#app/mote/content.ts";
import { type ProtokollPunkt, type ProtokollTable, protokollOf } from "#app/mote/protokoll.ts";
import { underlined, wrap } from "./textLines.ts";

/** Characters in a line, as a letter or a diary shows it without breaking it again. */
const width = 78;

/** For a hand, or for whoever writes who signed. */
const LINE_TO_SIGN = "_".repeat(40);

/**
 * The same as the PDF in plain text, to paste into a diary or a letter: lines of at most 78 characters (a longer word is
 * never broken), åtgärder as lines of `label: value` under the name of each.
 *
 * @param installtReason why it was called off, where it was
 */
export function moteText(content: MoteContent, { installtReason }: { installtReason: string | null }): string {
	const { heading, lead, facts, punkter, closing, justering } = protokollOf(content, { installtReason });
	const parts = [
		underlined(heading, { width, sign: "=" }),
		wrap(lead, { width }),
		facts.map(factOf).join("\n"),
		...punkter.flatMap(punktOf),
		underlined("Mötet", { width, sign: "-" }),
		...closing.map((sentence) => wrap(sentence, { width })),
		...(justering
			? [justering.heading, ...Array.from({ length: justering.count }, () => `\n${LINE_TO_SIGN}\n${justering.label}`)]
			: []),
	];
	// The no-break spaces have done their work; in a search they would be in the way.
	return `${parts.join("\n\n")}\n`.replaceAll("\u00a0", " ");
}

function factOf({ term, description }: { term: string; description: string }): string {
	const [only = "", ...more] = description.split("\n");
	if (more.length === 0) return wrap(`${term}: ${only}`, { width, rest: "  " });
	return [`${term}:`, ...[only, ...more].map((line) => wrap(line, { width, first: "  ", rest: "    " }))].join("\n");
}

function punktOf(punkt: ProtokollPunkt): string[] {
	const { number, title, lines, quotation, rapport, atgarder, anteckning, beslut, nyaAtgarder, outcome } = punkt;
	return [
		underlined(`${number} ${title}`, { width, sign: "-" }),
		...(quotation ? [written(quotation, "  ")] : []),
		...lines.map((line) => wrap(line, { width })),
		...(rapport
			? [
					wrap(`${rapport.name}: ${rapport.finding}.`, { width }),
					...rapport.begardaBeslut.map(({ term, text }) => `${term}:\n${written(text)}`),
				]
			: []),
		...tableOf(atgarder),
		...(anteckning ? [`Anteckning:\n${written(anteckning)}`] : []),
		...(beslut.length > 0
			? ["Beslut:", ...beslut.map(({ number: own, text }) => written(`${own} ${text}`, "  "))]
			: []),
		...tableOf(nyaAtgarder),
		...(outcome ? [wrap(outcome, { width })] : []),
	];
}

function tableOf(table: ProtokollTable | null): string[] {
	if (!table) return [];
	const { caption, columns, rows } = table;
	return [
		`${caption}:`,
		...rows.map(([name = "", ...cells]) =>
			[
				wrap(name, { width, first: "* ", rest: "  " }),
				...cells.map((cell, index) => wrap(`${columns[index + 1]}: ${cell}`, { width, first: "  ", rest: "    " })),
			].join("\n"),
		),
	];
}

/** What somebody has written: its own line breaks stand. */
function written(text: string, indent = ""): string {
	return text
		.split(/\r?\n/)
		.map((line) => line.trim())
		.filter((line) => line !== "")
		.map((line) => wrap(line, { width, first: indent, rest: indent }))
		.join("\n");
}
