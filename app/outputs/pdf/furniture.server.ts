import { stockholmDate } from "#app/domain/dates.ts";
import { formatDate, formatPeriod, lowerFirst } from "#app/domain/format.ts";
import { RAPPORT_STATE_WORD, type RapportState } from "#app/domain/rapport.ts";
import { formatCode } from "#app/domain/verificationCode.ts";
import type { RapportContent } from "#app/rapport/content.ts";
import { breakLines, type Words } from "./lines.server.ts";
import { drawLine, drawRule, type Paint } from "./paint.server.ts";
import { COLUMN, INK, SHEET, type TextStyle, TYPE } from "./sheet.ts";

interface Furniture {
	state: RapportState;
	verifyUrl: string | null;
	/** From 1. */
	page: number;
	pages: number;
}

const HEADER_Y = 40;
const FOOTER_Y = SHEET.height - 58;
const STYLE: TextStyle = { ...TYPE.tiny, color: INK.muted };

/** What every page says: what it is a page of, how far it has come, how to verify it, and which page it is. */
export function drawFurniture(
	paint: Paint,
	content: RapportContent,
	{ state, verifyUrl, page, pages }: Furniture,
): void {
	const { kommun, dokument, period, edition } = content;
	const title = [
		kommun.name,
		dokument.title,
		lowerFirst(formatPeriod(period)),
		...(edition > 1 ? [`version ${edition}`] : []),
	].join("  ·  ");
	paint.tags.artifact(() => {
		drawSides(paint, HEADER_Y, {
			left: title,
			right: [
				...(content.isExample ? [{ text: "Exempeldata  ·  " }] : []),
				{ text: stateText(content, state), isStrong: true, color: INK.text },
			],
		});
		drawSides(paint, FOOTER_Y + 7, { left: footerText(content, verifyUrl), right: `Sida ${page} av ${pages}` });
	}, "Pagination");
	drawRule(paint, { x: COLUMN.x, y: HEADER_Y + 17, width: COLUMN.width });
	drawRule(paint, { x: COLUMN.x, y: FOOTER_Y, width: COLUMN.width });
}

/** The word across a page that is not signed, so light that everything can be read over it. */
export function drawWatermark({ doc, faces, tags }: Paint): void {
	const size = 150;
	const runs = faces.runsOf("Utkast", 600);
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

/** "Utkast", "Utkast: granskad, inte signerad" or "Signerad 24 september 2018". */
function stateText({ signature }: RapportContent, state: RapportState): string {
	if (signature) return `${RAPPORT_STATE_WORD.signerad} ${formatDate(stockholmDate(signature.signedAt))}`;
	return state === "utkast"
		? RAPPORT_STATE_WORD.utkast
		: `${RAPPORT_STATE_WORD.utkast}: ${RAPPORT_STATE_WORD[state].toLowerCase()}, inte signerad`;
}

function footerText({ signature }: RapportContent, verifyUrl: string | null): Words {
	if (!signature) return "Inte signerad. Siffror och text kan ändras.";
	return [
		{ text: "Kontrollkod " },
		{ text: formatCode(signature.code), isStrong: true, color: INK.text },
		...(verifyUrl ? [{ text: `\nKontrollera på ${addressOf(verifyUrl)}` }] : []),
	];
}

/** The address as somebody types it: the code is asked for there. */
function addressOf(verifyUrl: string): string {
	return verifyUrl.replace(/^https?:\/\//, "").replace(/[?#].*$/, "");
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
