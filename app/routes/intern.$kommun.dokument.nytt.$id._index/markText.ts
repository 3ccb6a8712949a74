import type { Span } from "#app/loftestext/reading.ts";

export type MarkKind = "lofte" | "aktivitet" | "fact" | "fraga";

/** Something that was found in the text. */
export interface TextMark {
	kind: MarkKind;
	span: Span;
	/** null: only emphasis, nothing leads here. */
	link: MarkLink | null;
}

interface MarkLink {
	/** Of the mark itself. */
	id: string;
	/** What stands at its beginning: "3", "L1", "Gäller". */
	label: string;
	/** What the label means, read aloud: "Aktivitet 3". */
	name: string;
	/** Where on the page it is told. */
	href: string;
}

/** A stretch of the text with all that it belongs to. */
export interface TextPiece {
	text: string;
	kinds: MarkKind[];
	/** The marks that begin here. */
	begins: (MarkLink & { kind: MarkKind })[];
}

/**
 * The whole text in stretches, in order, none left out: wherever a mark begins or ends there is a new one. Marks may overlap.
 *
 * @param marks whose spans reach outside the text are cut to it; those that are then empty are left out
 */
export function markText(text: string, marks: readonly TextMark[]): TextPiece[] {
	const within = marks
		.map((mark) => ({ ...mark, from: Math.max(0, mark.span.from), to: Math.min(text.length, mark.span.to) }))
		.filter(({ from, to }) => from < to)
		.sort((a, b) => a.from - b.from || b.to - a.to);
	const cuts = [...new Set([0, text.length, ...within.flatMap(({ from, to }) => [from, to])])].sort((a, b) => a - b);
	const pieces: TextPiece[] = [];
	let open: typeof within = [];
	let next = 0;
	for (const [index, to] of cuts.slice(1).entries()) {
		const from = cuts[index] ?? 0;
		const begins: TextPiece["begins"] = [];
		for (let mark = within[next]; mark && mark.from === from; mark = within[++next]) {
			open.push(mark);
			if (mark.link) begins.push({ ...mark.link, kind: mark.kind });
		}
		open = open.filter((mark) => mark.to > from);
		pieces.push({ text: text.slice(from, to), kinds: [...new Set(open.map(({ kind }) => kind))], begins });
	}
	return pieces;
}
