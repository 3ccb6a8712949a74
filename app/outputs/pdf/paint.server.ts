import type { Faces } from "./faces.server.ts";
import { type Line, SHAPE_SIZE } from "./lines.server.ts";
import { drawShape } from "./shapes.server.ts";
import { INK, type TextStyle } from "./sheet.ts";
import type { TagWriter } from "./tags.server.ts";

/** What everything is drawn with. */
export interface Paint {
	doc: PDFKit.PDFDocument;
	faces: Faces;
	tags: TagWriter;
}

/** Where the baseline stands in a line, in shares of the leading left over by the size. */
function baselineOf({ size, leading }: TextStyle): number {
	return (leading - size) / 2 + size * 0.84;
}

/** Draws a line of text whose box begins at x, y. A space follows it, so that words of two lines never grow together. */
export function drawLine(
	{ doc, faces }: Paint,
	line: Line,
	style: TextStyle,
	{ x, y, hasMore = false }: { x: number; y: number; hasMore?: boolean },
): void {
	const baseline = y + baselineOf(style);
	let at = x;
	for (const [index, { runs, shape, width, color }] of line.items.entries()) {
		const ink = color ?? INK.text;
		if (shape !== null) {
			const size = style.size * SHAPE_SIZE;
			doc.markContent("Span", { actual: shape });
			drawShape(doc, shape, { x: at, y: baseline - size * 0.87, size, color: ink });
			doc.endMarkedContent();
			at += width;
			continue;
		}
		const isLast = hasMore && index === line.items.length - 1;
		for (const [place, { font, text }] of runs.entries()) {
			const own = faces.use(font, style.size);
			const said = isLast && place === runs.length - 1 ? `${text} ` : text;
			own.fillColor(ink).text(said, at, baseline, { lineBreak: false, baseline: "alphabetic" });
			at += own.widthOfString(text);
		}
	}
}

/** A thin line, as ornament. */
export function drawRule(
	{ doc, tags }: Paint,
	{
		x,
		y,
		width,
		color = INK.line,
		thickness = 0.75,
	}: { x: number; y: number; width: number; color?: string; thickness?: number },
): void {
	tags.artifact(() =>
		doc
			.save()
			.moveTo(x, y)
			.lineTo(x + width, y)
			.undash()
			.lineWidth(thickness)
			.stroke(color)
			.restore(),
	);
}

/** Grounds of two lines below each other reach this much into one another, so that no light seam shows. */
export const OVERLAP = 0.2;

/** A filled area behind something, as ornament. */
export function drawGround(
	{ doc, tags }: Paint,
	{
		x,
		y,
		width,
		height,
		color,
		radius = 0,
	}: { x: number; y: number; width: number; height: number; color: string; radius?: number },
): void {
	tags.artifact(() => {
		if (radius > 0) doc.roundedRect(x, y, width, height, radius).fill(color);
		else doc.rect(x, y, width, height).fill(color);
	});
}
