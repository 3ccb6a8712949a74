import type { Paint } from "./paint.server.ts";
import { COLUMN } from "./sheet.ts";

/** The least thing that is never divided between two pages: a line of a paragraph, a row of a table, a drawing. */
export interface Atom {
	height: number;
	/** Air above, which the top of a page does without. */
	gap: number;
	/** It is never the last on a page while something follows: a heading, the first line of a paragraph. */
	isKept: boolean;
	draw(paint: Paint, at: { x: number; y: number }): void;
	/** Set above it again where it comes first on a page: the header of a table. */
	header?: { height: number; draw: Atom["draw"] };
	/** It begins a new page. */
	isOnNewPage?: boolean;
}

interface Placed {
	draw: Atom["draw"];
	y: number;
}

export type Page = Placed[];

const ROOM = COLUMN.bottom - COLUMN.top;

/** Places atoms on as many pages as they need; an empty report still has one page. */
export function paginate(atoms: readonly Atom[]): Page[] {
	const pages: Page[] = [[]];
	let y: number = COLUMN.top;
	const turn = () => {
		pages.push([]);
		y = COLUMN.top;
	};
	for (const group of groupsOf(atoms)) {
		const isFirst = () => y === COLUMN.top;
		if (group[0]?.isOnNewPage && !isFirst()) turn();
		const height = heightOf(group);
		if (!isFirst() && y + (group[0]?.gap ?? 0) + height > COLUMN.bottom && height <= ROOM) turn();
		for (const atom of group) {
			if (!isFirst() && y + atom.gap + atom.height > COLUMN.bottom) turn();
			const page = pages[pages.length - 1] as Page;
			if (isFirst()) {
				if (atom.header) {
					page.push({ draw: atom.header.draw, y });
					y += atom.header.height;
				}
			} else y += atom.gap;
			page.push({ draw: atom.draw, y });
			y += atom.height;
		}
	}
	return pages;
}

/** What is kept with what follows, together with it. */
function groupsOf(atoms: readonly Atom[]): Atom[][] {
	const groups: Atom[][] = [];
	let group: Atom[] = [];
	for (const atom of atoms) {
		group.push(atom);
		if (atom.isKept) continue;
		groups.push(group);
		group = [];
	}
	if (group.length > 0) groups.push(group);
	return groups;
}

/** Without the air above the first of them. */
function heightOf(group: readonly Atom[]): number {
	return group.reduce((height, atom, index) => height + atom.height + (index === 0 ? 0 : atom.gap), 0);
}

/** Puts air above the first of them. */
export function spaced(atoms: readonly Atom[], gap: number): Atom[] {
	return atoms.map((atom, index) => (index === 0 ? { ...atom, gap } : atom));
}

/** Keeps all of them together, and with what follows when asked. */
export function kept(atoms: readonly Atom[], { withNext = false } = {}): Atom[] {
	return atoms.map((atom, index) => ({ ...atom, isKept: withNext || index < atoms.length - 1 }));
}

/** Moves them to the right. */
export function indented(atoms: readonly Atom[], by: number): Atom[] {
	return atoms.map((atom) => ({ ...atom, draw: (paint, { x, y }) => atom.draw(paint, { x: x + by, y }) }));
}
