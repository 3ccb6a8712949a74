import { createElement } from "react";
import { renderToStaticMarkup } from "react-dom/server";
import type { MeasureKind } from "#app/domain/measureKind.ts";
import { measureModule } from "#app/measures/index.ts";
import type { Faces } from "../faces.server.ts";
import { type Atom, indented } from "../flow.server.ts";
import { INK, TYPE } from "../sheet.ts";
import type { Tag } from "../tags.server.ts";
import { paragraph } from "../textBlocks.server.ts";
import { classesOf, type Element, isElement, parseMarkup } from "./markup.ts";
import { matrixAtoms, piecesOf } from "./matrixAtoms.server.ts";
import { svgAtom } from "./svgAtom.server.ts";

/** Wide, and still a place where a line may be broken. */
const BETWEEN_TALLIES = "\u00a0\u00a0\u00a0 ";

interface Place {
	faces: Faces;
	tag: Tag;
	width: number;
	gap: number;
}

/**
 * The chart of a measure as the pages show it: the kind's own `Chart` is rendered and its shapes are drawn one by one.
 *
 * @param tag the figure that everything in it belongs to
 * @throws RangeError when a chart uses an element or a class that has no counterpart on paper
 */
export function chartAtoms(
	faces: Faces,
	tag: Tag,
	{ kind, chart }: { kind: MeasureKind; chart: unknown },
	{ width, gap = 8 }: { width: number; gap?: number },
): Atom[] {
	const markup = renderToStaticMarkup(createElement(measureModule(kind).Chart, { chart, titleId: "chart" }));
	return atomsOf(parseMarkup(markup), { faces, tag, width, gap });
}

function atomsOf(nodes: Element["children"], place: Place): Atom[] {
	return nodes
		.filter(isElement)
		.flatMap((element, index) => elementAtoms(element, index === 0 ? place : { ...place, gap: 10 }));
}

function elementAtoms(element: Element, place: Place): Atom[] {
	const { faces, tag, width, gap } = place;
	const classes = classesOf(element);
	if (element.name === "svg") return [svgAtom(element, tag, { width, gap })];
	if (element.name === "table") return matrixAtoms(faces, element, tag, { width, gap });
	if (classes.includes("measure-series")) return sideBySide(element, place);
	if (classes.includes("measure-tally")) {
		const pieces = element.children.filter(isElement).flatMap((one) => [...piecesOf(one), { text: BETWEEN_TALLIES }]);
		return paragraph(faces, tag, pieces, { style: TYPE.tiny, width, gap: 6 });
	}
	if (classes.includes("measure-actions"))
		return element.children
			.filter(isElement)
			.flatMap((line, index) => actionAtoms(line, { ...place, gap: index === 0 ? gap : 3 }));
	if (element.name === "p") {
		const isCaption = classes.includes("measure-caption");
		const style = isCaption ? { ...TYPE.tiny, color: INK.muted } : TYPE.small;
		return paragraph(faces, tag, piecesOf(element), { style, width, gap, isKept: true });
	}
	return atomsOf(element.children, place);
}

/** How far in the words of an åtgärd stand, beside its mark. */
const MARK_INDENT = 14;

/** A decided åtgärd: its mark, what it is, and when. */
function actionAtoms(line: Element, { faces, tag, width, gap }: Place): Atom[] {
	const [mark, ...words] = line.children.filter(isElement);
	const glyph = mark ? paragraph(faces, tag, piecesOf(mark), { style: TYPE.small, gap }) : [];
	const [title, date] = words
		.filter((one) => !classesOf(one).includes("visually-hidden"))
		.flatMap((one) => one.children.filter(isElement));
	const isLate = line.attributes["data-state"] === "late";
	const text = paragraph(
		faces,
		tag,
		[
			...(title ? piecesOf(title) : []),
			{ text: "  " },
			...(date ? piecesOf(date, isLate ? { isStrong: true } : { color: INK.muted }) : []),
		],
		{ style: TYPE.small, width: width - MARK_INDENT, gap },
	);
	return indented(text, MARK_INDENT).map((atom, index) =>
		index > 0
			? atom
			: {
					...atom,
					draw: (paint, at) => {
						glyph[0]?.draw(paint, at);
						atom.draw(paint, at);
					},
				},
	);
}

const GUTTER = 24;

/** Two small charts beside each other where the column is wide enough. */
function sideBySide(list: Element, { faces, tag, width, gap }: Place): Atom[] {
	const half = (width - GUTTER) / 2;
	const items = list.children
		.filter(isElement)
		.map((item) => stacked(atomsOf(item.children, { faces, tag, width: half, gap: 0 })));
	const rows = Array.from({ length: Math.ceil(items.length / 2) }, (_, index) => items.slice(index * 2, index * 2 + 2));
	return rows.map((row, index) => ({
		height: Math.max(...row.map((item) => item.height)),
		gap: index === 0 ? gap : 12,
		isKept: false,
		draw: (paint, { x, y }) => {
			for (const [place, item] of row.entries()) item.draw(paint, { x: x + place * (half + GUTTER), y });
		},
	}));
}

/** Several atoms as one that is never divided. */
function stacked(atoms: readonly Atom[]): Atom {
	const tops: number[] = [];
	let height = 0;
	for (const [index, atom] of atoms.entries()) {
		height += index === 0 ? 0 : atom.gap;
		tops.push(height);
		height += atom.height;
	}
	return {
		height,
		gap: 0,
		isKept: false,
		draw: (paint, { x, y }) => {
			for (const [index, atom] of atoms.entries()) atom.draw(paint, { x, y: y + (tops[index] ?? 0) });
		},
	};
}
