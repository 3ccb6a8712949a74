import type { Faces } from "./faces.server.ts";
import type { Atom } from "./flow.server.ts";
import { breakLines } from "./lines.server.ts";
import { drawLine, drawRule } from "./paint.server.ts";
import { COLUMN, INK, TYPE } from "./sheet.ts";
import type { Tag } from "./tags.server.ts";
import { heading } from "./textBlocks.server.ts";

const GUTTER = 28;
/** Room for a hand to write above the line. */
const ABOVE = 40;
const BELOW = 4;
const STYLE = { ...TYPE.small, color: INK.muted };

/** Lines beside each other to sign on with a pen, each with the same words below it. */
export function signatureLines(
	faces: Faces,
	sect: Tag,
	{ heading: title, label, count }: { heading: string; label: string; count: number },
): Atom[] {
	const width = (COLUMN.width - GUTTER * (count - 1)) / count;
	const [words] = breakLines(faces, label, STYLE, width);
	const tags = Array.from({ length: count }, () => sect.add("P"));
	return [
		...heading(faces, sect.add("H3"), title, { style: TYPE.subheading, gap: 24 }),
		{
			height: ABOVE + BELOW + STYLE.leading,
			gap: 0,
			isKept: false,
			draw: (paint, { x, y }) => {
				for (const [index, tag] of tags.entries()) {
					const left = x + index * (width + GUTTER);
					drawRule(paint, { x: left, y: y + ABOVE, width, color: INK.text });
					if (words)
						paint.tags.mark(tag, () => drawLine(paint, words, STYLE, { x: left, y: y + ABOVE + BELOW, hasMore: true }));
				}
			},
		},
	];
}
