import { breakLines, type Piece, type Words } from "./lines.server.ts";
import { drawLine, drawRule, type Paint } from "./paint.server.ts";
import { COLUMN, INK, SHEET, type TextStyle, TYPE } from "./sheet.ts";

/** What every page says beside its own words. */
export interface Furniture {
	/** What it is a page of, part by part. */
	title: readonly string[];
	isExample: boolean;
	/** How far it has come. */
	state: string;
	/** At the foot: what that means, or how to verify it. */
	footer: Words;
}

const HEADER_Y = 40;
const FOOTER_Y = SHEET.height - 58;
const STYLE: TextStyle = { ...TYPE.tiny, color: INK.muted };

const BETWEEN = "  ·  ";

/** Draws it, with the number of the page (from 1). */
export function drawFurniture(
	paint: Paint,
	{ title, isExample, state, footer }: Furniture,
	{ page, pages }: { page: number; pages: number },
): void {
	const example: Piece[] = isExample ? [{ text: `Exempeldata${BETWEEN}` }] : [];
	paint.tags.artifact(() => {
		drawSides(paint, HEADER_Y, {
			left: title.join(BETWEEN),
			right: [...example, { text: state, isStrong: true, color: INK.text }],
		});
		drawSides(paint, FOOTER_Y + 7, { left: footer, right: `Sida ${page} av ${pages}` });
	}, "Pagination");
	drawRule(paint, { x: COLUMN.x, y: HEADER_Y + 17, width: COLUMN.width });
	drawRule(paint, { x: COLUMN.x, y: FOOTER_Y, width: COLUMN.width });
}

/** A word across the page of what is not finished, so light that everything can be read over it. */
export function drawWatermark({ doc, faces, tags }: Paint, word: string): void {
	const size = 150;
	const runs = faces.runsOf(word, 600);
	const width = faces.widthOf(runs, size);
	const [x, y] = [SHEET.width / 2, SHEET.height / 2];
	tags.artifact(() => {
		doc.save().rotate(-52, { origin: [x, y] });
		for (const { font, text } of runs)
			faces
				.use(font, size)
				.fillColor(INK.watermark)
				.text(text, x - width / 2, y + size * 0.35, { lineBreak: false, baseline: "alphabetic" });
		doc.restore();
	}, "Pagination");
}

/** One side keeps its words, the other is cut to the room that is left. */
function drawSides(paint: Paint, y: number, { left, right }: { left: Words; right: Words }): void {
	const [end] = breakLines(paint.faces, right, STYLE, COLUMN.width);
	const room = COLUMN.width - (end?.width ?? 0) - 24;
	const lines = breakLines(paint.faces, left, STYLE, room);
	const shown =
		typeof left === "string" && lines.length > 1
			? breakLines(paint.faces, cutTo(paint, left, room), STYLE, COLUMN.width)
			: lines;
	for (const [index, line] of shown.entries())
		drawLine(paint, line, STYLE, { x: COLUMN.x, y: y + index * STYLE.leading, hasMore: true });
	if (end) drawLine(paint, end, STYLE, { x: COLUMN.x + COLUMN.width - end.width, y });
}

function cutTo({ faces }: Paint, text: string, room: number): string {
	const fits = (words: string) => faces.widthOf(faces.runsOf(`${words} …`, 400), STYLE.size) <= room;
	const words = text.split(" ");
	while (words.length > 1 && !fits(words.join(" "))) words.pop();
	return `${words.join(" ")} …`;
}
