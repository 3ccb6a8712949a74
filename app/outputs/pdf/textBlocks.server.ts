import type { Faces } from "./faces.server.ts";
import type { Atom } from "./flow.server.ts";
import { breakLines, type Words } from "./lines.server.ts";
import { drawGround, drawLine, drawRule, OVERLAP } from "./paint.server.ts";
import { COLUMN, INK, type TextStyle, TYPE } from "./sheet.ts";
import type { Tag } from "./tags.server.ts";

interface ParagraphOptions {
	style?: TextStyle;
	width?: number;
	gap?: number;
	/** It is never left alone at the foot of a page. */
	isKept?: boolean;
	/** A rule along its left side, in this colour. */
	rule?: string;
}

/** How far in a text with a rule beside it stands. */
const RULE_INDENT = 12;

/** A paragraph, one atom per line; two lines stay together at its beginning and at its end. */
export function paragraph(faces: Faces, tag: Tag, words: Words, options: ParagraphOptions = {}): Atom[] {
	const { style = TYPE.body, width = COLUMN.width, gap = 6, isKept = false, rule } = options;
	const indent = rule ? RULE_INDENT : 0;
	const lines = breakLines(faces, words, style, width - indent);
	return lines.map((line, index) => {
		const isLast = index === lines.length - 1;
		return {
			height: style.leading,
			gap: index === 0 ? gap : 0,
			isKept: isLast ? isKept : index === 0 || index === lines.length - 2,
			draw: (paint, { x, y }) => {
				if (rule) drawGround(paint, { x, y, width: 2, height: style.leading + OVERLAP, color: rule });
				paint.tags.mark(tag, () => drawLine(paint, line, style, { x: x + indent, y, hasMore: !isLast }));
			},
		};
	});
}

/** The paragraphs of what somebody has written: each of its lines is one. */
export function prose(faces: Faces, parent: Tag, text: string, options: ParagraphOptions = {}): Atom[] {
	return text
		.split(/\r?\n/)
		.map((one) => one.trim())
		.filter((one) => one !== "")
		.flatMap((one, index) => paragraph(faces, parent.add("P"), one, index === 0 ? options : { ...options, gap: 4 }));
}

/** A heading never stands alone: all its lines are kept with what follows. */
export function heading(
	faces: Faces,
	tag: Tag,
	words: Words,
	{ style, gap, width }: { style: TextStyle; gap: number; width?: number },
): Atom[] {
	return paragraph(faces, tag, words, { style, gap, isKept: true, ...(width ? { width } : {}) }).map((atom) => ({
		...atom,
		isKept: true,
	}));
}

/** A heading of a part of the report, with a line above it. */
export function sectionHeading(faces: Faces, sect: Tag, title: string): Atom[] {
	const air = 8;
	const [first, ...rest] = heading(faces, sect.add("H2"), title, { style: TYPE.heading, gap: 26 });
	if (!first) return [];
	return [
		{
			...first,
			height: first.height + air,
			draw: (paint, { x, y }) => {
				drawRule(paint, { x, y, width: COLUMN.width, color: INK.text, thickness: 1 });
				first.draw(paint, { x, y: y + air });
			},
		},
		...rest,
	];
}
