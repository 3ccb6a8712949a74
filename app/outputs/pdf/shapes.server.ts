import { STATUS_SHAPE, STATUS_WORD, type Status } from "#app/domain/status.ts";
import { INK } from "./sheet.ts";

interface Shape {
	/** SVG path in a box of 16 by 16. */
	fill?: string;
	stroke?: string;
}

const RING = "M14 8A6 6 0 1 1 2 8A6 6 0 1 1 14 8Z";
const SQUARE = "M2 2H14V14H2Z";

/**
 * The shapes that no text font has, as the pages draw them: the statuses (`StatusBadge`) and the marks of the charts.
 */
const SHAPES: Readonly<Record<string, Shape>> = {
	"●": { fill: "M14.75 8A6.75 6.75 0 1 1 1.25 8A6.75 6.75 0 1 1 14.75 8Z" },
	"◐": { stroke: RING, fill: "M8 2A6 6 0 0 0 8 14Z" },
	"◔": { stroke: RING, fill: "M8 8V2A6 6 0 0 1 14 8Z" },
	"○": { stroke: RING },
	"◇": { stroke: "M8 1.75L14.25 8L8 14.25L1.75 8Z" },
	"◆": { fill: "M8 1L15 8L8 15L1 8Z" },
	"■": { fill: "M1.2 1.2H14.8V14.8H1.2Z" },
	"□": { stroke: SQUARE },
	"◪": { stroke: SQUARE, fill: "M2 2H14L2 14Z" },
};

const STROKE = 1.75;

/** "◔ Efter": the shape and the word, never on two lines. */
export function statusBadge(status: Status): string {
	return `${STATUS_SHAPE[status]}\u00a0${STATUS_WORD[status].replaceAll(" ", "\u00a0")}`;
}

export function isShape(letter: string): boolean {
	return letter in SHAPES;
}

/** Draws a shape with its upper left corner at x, y. */
export function drawShape(
	doc: PDFKit.PDFDocument,
	letter: string,
	{ x, y, size, color = INK.text }: { x: number; y: number; size: number; color?: string },
): void {
	const shape = SHAPES[letter];
	if (!shape) return;
	doc
		.save()
		.translate(x, y)
		.scale(size / 16);
	if (shape.stroke) doc.path(shape.stroke).lineWidth(STROKE).lineJoin("miter").undash().stroke(color);
	if (shape.fill) doc.path(shape.fill).fill(color);
	doc.restore();
}
