import type { Atom } from "../flow.server.ts";
import type { Paint } from "../paint.server.ts";
import { POINTS_PER_PIXEL } from "../sheet.ts";
import type { Tag } from "../tags.server.ts";
import { type ChartStyle, chartStyle } from "./chartStyles.ts";
import { classesOf, type Element, isElement, textOf } from "./markup.ts";

/** Room for what reaches over the drawing's edges: half a mark, the halo of a label. */
const EDGE = 4;
const HALO = 4;

interface Canvas {
	paint: Paint;
	/** In pixels; what per cent across are per cent of. */
	width: number;
	height: number;
}

/** One drawing of a chart, as wide as its column: shares across stay shares, pixels become points. */
export function svgAtom(svg: Element, tag: Tag, { width, gap }: { width: number; gap: number }): Atom {
	const height = Number(svg.attributes.height);
	const column = width / POINTS_PER_PIXEL - 2 * EDGE;
	const least = Number(/min-width:(\d+(?:\.\d+)?)px/.exec(svg.attributes.style ?? "")?.[1] ?? 0);
	const across = Math.max(column, least);
	const scale = (column / across) * POINTS_PER_PIXEL;
	return {
		height: (height + 2 * EDGE) * scale,
		gap,
		isKept: false,
		draw: (paint, { x, y }) =>
			paint.tags.mark(tag, () => {
				paint.doc.save().translate(x, y).scale(scale).translate(EDGE, EDGE);
				drawAll(svg.children, { paint, width: across, height });
				paint.doc.restore();
			}),
	};
}

function drawAll(nodes: Element["children"], canvas: Canvas): void {
	for (const node of nodes) if (isElement(node)) drawElement(node, canvas);
}

/** @throws RangeError for an element that charts did not use when this was written */
function drawElement(element: Element, canvas: Canvas): void {
	const drawer = DRAWERS[element.name];
	if (!drawer) throw new RangeError(`a chart draws <${element.name}>, which the PDF does not know`);
	const { attributes: own } = element;
	drawer({
		element,
		canvas,
		doc: canvas.paint.doc,
		own,
		style: chartStyle(classesOf(element)),
		across: (name) => lengthOf(own[name], canvas.width),
		down: (name) => lengthOf(own[name], canvas.height),
	});
}

interface Drawn {
	element: Element;
	canvas: Canvas;
	doc: PDFKit.PDFDocument;
	own: Element["attributes"];
	style: ChartStyle;
	/** The attribute as a length across, or down. */
	across(name: string): number;
	down(name: string): number;
}

const DRAWERS: Readonly<Record<string, (drawn: Drawn) => void>> = {
	g: ({ element, canvas }) => drawAll(element.children, canvas),
	svg: ({ element, canvas, doc, across, down }) => {
		doc.save().translate(across("x"), down("y"));
		drawAll(element.children, canvas);
		doc.restore();
	},
	rect: ({ doc, style, across, down }) => {
		const [width, height] = [across("width"), down("height")];
		if (width > 0 && height > 0) paintShape(doc, style, () => doc.rect(across("x"), down("y"), width, height));
	},
	line: ({ doc, style, across, down }) =>
		paintShape(doc, { ...style, fill: undefined }, () =>
			doc.moveTo(across("x1"), down("y1")).lineTo(across("x2"), down("y2")),
		),
	circle: ({ doc, own, style, across, down }) =>
		paintShape(doc, style, () => doc.circle(across("cx"), down("cy"), Number(own.r))),
	path: ({ doc, own, style }) => paintShape(doc, style, () => doc.path(own.d ?? "")),
	text: ({ element, canvas, own, style, across, down }) =>
		drawText(
			textOf(element),
			style,
			{ x: across("x") + Number(own.dx ?? 0), y: down("y"), anchor: own["text-anchor"] },
			canvas,
		),
};

function paintShape(doc: PDFKit.PDFDocument, style: ChartStyle, trace: () => void): void {
	const { fill, stroke, strokeWidth = 1, dash, isRound = false } = style;
	doc.save();
	doc
		.lineWidth(strokeWidth)
		.lineCap(isRound ? "round" : "butt")
		.lineJoin(isRound ? "round" : "miter");
	if (dash) doc.dash(dash[0], { space: dash[1] });
	trace();
	if (fill && stroke) doc.fillAndStroke(fill, stroke);
	else if (stroke) doc.stroke(stroke);
	else if (fill) doc.fill(fill);
	doc.restore();
}

function drawText(
	text: string,
	{ fill = "#000000", fontSize = 12, isStrong = false, halo }: ChartStyle,
	{ x, y, anchor }: { x: number; y: number; anchor: string | undefined },
	{ paint: { doc, faces } }: Canvas,
): void {
	if (text === "") return;
	const runs = faces.runsOf(text, isStrong ? 600 : 400);
	const width = faces.widthOf(runs, fontSize);
	let at = anchor === "middle" ? x - width / 2 : anchor === "end" ? x - width : x;
	for (const run of runs) {
		const own = faces.use(run.font, fontSize);
		if (halo) drawHalo(doc, faces.face(run.font), { text: run.text, x: at, y, fontSize, color: halo });
		own.fillColor(fill).text(run.text, at, y, { lineBreak: false, baseline: "alphabetic" });
		at += own.widthOfString(run.text);
	}
}

/** The outline of the letters as a drawing, so that the words stand in the text layer once. */
function drawHalo(
	doc: PDFKit.PDFDocument,
	face: ReturnType<Paint["faces"]["face"]>,
	{ text, x, y, fontSize, color }: { text: string; x: number; y: number; fontSize: number; color: string },
): void {
	const { glyphs, positions } = face.layout(text);
	const scale = fontSize / face.unitsPerEm;
	doc
		.save()
		.translate(x, y)
		.scale(scale, -scale)
		.lineWidth(HALO / scale)
		.lineJoin("round")
		.undash();
	for (const [index, glyph] of glyphs.entries()) {
		const outline = glyph.path.toSVG();
		if (outline !== "") doc.path(outline).stroke(color);
		doc.translate(positions[index]?.xAdvance ?? 0, 0);
	}
	doc.restore();
}

/** "37.5%" of the width, or pixels. */
function lengthOf(value: string | undefined, whole: number): number {
	if (value === undefined) return 0;
	return value.endsWith("%") ? (Number(value.slice(0, -1)) / 100) * whole : Number(value);
}
