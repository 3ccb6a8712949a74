import type { Faces } from "./faces.server.ts";
import type { Atom } from "./flow.server.ts";
import { breakLines, widestLine } from "./lines.server.ts";
import { drawGround, drawLine, OVERLAP } from "./paint.server.ts";
import { COLUMN, INK, type TextStyle, TYPE } from "./sheet.ts";
import type { Tag } from "./tags.server.ts";

export interface Definition {
	term: string;
	description: string;
}

interface Options {
	gap?: number;
	style?: TextStyle;
	/** A light ground behind all of them, which keeps them together. */
	hasGround?: boolean;
	/** The last one stays with what follows. */
	isKept?: boolean;
}

const MOST_OF_TERMS = 130;
const GUTTER = 14;
const PADDING = 9;
const BETWEEN_ITEMS = 2.5;

/** Terms in a column of their own with what is said of each beside it. */
export function definitions(
	faces: Faces,
	parent: Tag,
	list: readonly Definition[],
	{ gap = 8, style = TYPE.small, hasGround = false, isKept = false }: Options = {},
): Atom[] {
	const tag = parent.add("L");
	const termStyle = { ...style, color: INK.muted };
	const inset = hasGround ? PADDING : 0;
	const terms =
		Math.min(MOST_OF_TERMS, Math.max(0, ...list.map(({ term }) => widestLine(faces, term, termStyle)))) + GUTTER;
	const width = COLUMN.width - terms - 2 * inset;
	return list.flatMap(({ term, description }, index) => {
		const item = tag.add("LI");
		const label = item.add("Lbl");
		const body = item.add("LBody");
		const said = breakLines(faces, description, style, width);
		const named = breakLines(faces, term, termStyle, terms - GUTTER);
		const count = Math.max(said.length, named.length);
		const isLastItem = index === list.length - 1;
		return Array.from({ length: count }, (_, slice): Atom => {
			const above = slice === 0 && index === 0 ? inset : 0;
			const below = slice === count - 1 ? (isLastItem ? inset : BETWEEN_ITEMS) : 0;
			const height = style.leading + above + below;
			return {
				height,
				gap: slice === 0 && index === 0 ? gap : 0,
				isKept: isLastItem && slice === count - 1 ? isKept : hasGround || slice === 0 || slice === count - 2,
				draw: (paint, { x, y }) => {
					if (hasGround) drawGround(paint, { x, y, width: COLUMN.width, height: height + OVERLAP, color: INK.sunken });
					const name = named[slice];
					const line = said[slice];
					if (name)
						paint.tags.mark(label, () =>
							drawLine(paint, name, termStyle, { x: x + inset, y: y + above, hasMore: true }),
						);
					if (line)
						paint.tags.mark(body, () =>
							drawLine(paint, line, style, { x: x + inset + terms, y: y + above, hasMore: slice < said.length - 1 }),
						);
				},
			};
		});
	});
}
