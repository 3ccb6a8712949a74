import { isAsideLine, isPartyLine } from "./asides.ts";
import { type Line, type Marker, readLines } from "./lines.ts";
import type { PlainText } from "./plainText.ts";
import type { Span } from "./reading.ts";

/** Lines that belong together: one point of a list, one paragraph, or one heading. Its span is in the plain text. */
export interface Block extends Span {
	/**
	 * A `lead` is text that ends with a colon: what comes next is what it speaks of. An `aside` says one thing of the point above it:
	 * "Ansvarig: kommunpolis".
	 */
	kind: "item" | "paragraph" | "heading" | "lead" | "aside";
	marker: Marker | null;
	/** Something empty, or something left out, stands before it. */
	isApart: boolean;
	/** On one line, as it is written. */
	text: string;
	folded: string;
}

const MOST_HEADING = 100;
const MOST_HEADING_WORDS = 13;
/** "Polisen lovar att:", "Polisen lovar att …" */
const LEADS_ON = /:$|\.\.$|…$/;
const SMALL_LETTER = /\p{Ll}/u;
/** What a text that is broken by width must show before its lines are joined by it. */
const LEAST_WIDTH = 50;
const MOST_WIDTH = 125;

/** How much further in than its longest line a text may begin the rest of a point. */
const INDENT = 6;
/** A line that ends with such a word is not all. */
const ENDS_MIDWAY =
	/(^| )(i|pa|och|ska|skall|kan|lovar|kommer|att|for|med|av|till|vid|samt|eller|som|fran|mot|om|under|hos|mellan|inom|genom|minst|den|det|de|en|ett)$/;

/** Reads a text's lines into blocks, in order; but for those that are read as tables. */
export function readBlocks(plain: PlainText, tables: Span[] = []): Block[] {
	const lines = readLines(plain, tables);
	const width = widthOf(lines, plain);
	const groups: { lines: Line[] }[] = [];
	let isInOpenList = false;
	for (const line of lines) {
		const group = groups.at(-1);
		const previous = group?.lines.at(-1);
		if (group && previous && continues({ line, previous, plain, width, isInOpenList })) group.lines.push(line);
		else {
			const isAfterColon = endsWithColon(previous, plain);
			if (isAfterColon) isInOpenList = line.marker === null && isSmall(line, plain);
			else if (line.isApart && !isSmall(line, plain)) isInOpenList = false;
			groups.push({ lines: [line] });
		}
	}
	return groups.map((group) => toBlock(group.lines, plain)).map(asLead);
}

/** How many characters a line has room for in a text that is broken by width; null: its lines are whole. */
function widthOf(lines: Line[], plain: PlainText): number | null {
	const longest = lines.reduce((most, line) => Math.max(most, line.to - line.begins), 0);
	if (longest < LEAST_WIDTH || longest > MOST_WIDTH) return null;
	const isBroken = lines.some(
		(line, index) =>
			index > 0 &&
			!line.isApart &&
			line.marker === null &&
			isSmall(line, plain) &&
			!endsWithColon(lines[index - 1], plain),
	);
	return isBroken ? longest : null;
}

/** Whether a line goes on where the one before it ended. */
function continues(at: {
	line: Line;
	previous: Line;
	plain: PlainText;
	width: number | null;
	isInOpenList: boolean;
}): boolean {
	const { line, previous, plain, width } = at;
	if (line.marker !== null || previous.marker === "#") return false;
	if (
		isAsideLine(plain.folded.slice(line.from, line.to)) ||
		isAsideLine(plain.folded.slice(previous.from, previous.to))
	)
		return false;
	if (endsWithColon(previous, plain) || isPartyLine(plain.folded.slice(line.from, line.to))) return false;
	if (line.isAfterPage && isSmall(line, plain) && !/[.!?]$/.test(plain.text.slice(previous.from, previous.to)))
		return true;
	if (line.isApart) return false;
	if (ENDS_MIDWAY.test(plain.folded.slice(Math.max(previous.from, previous.to - 12), previous.to))) return true;
	const isEnded = /[.!?]/.test(plain.text[previous.to - 1] ?? "");
	const room = (width ?? 0) - (isEnded ? 0 : INDENT);
	const hasNoRoom = width !== null && previous.to - previous.begins + 1 + firstWord(line, plain) > room;
	if (at.isInOpenList && beginsPoint(line, previous, plain)) return false;
	if (isSmall(line, plain)) return at.isInOpenList ? hasNoRoom : true;
	return hasNoRoom;
}

/** "genomföra minst tre insatser" under "Polisen lovar att:", after a line that may end there. */
function beginsPoint(line: Line, previous: Line, plain: PlainText): boolean {
	return PROMISED.test(plain.folded.slice(line.from, line.from + 30)) && plain.text[previous.to - 1] !== ",";
}

const PROMISED =
	/^(genomfora|gora|vara|fora|ha|halla|oka|minska|arbeta|verka|fortsatta|utveckla|besoka|delta|medverka|bidra|ta|satta|se|skapa|informera|utbilda|erbjuda|ordna|anordna|arrangera|bjuda|kalla|prioritera|patrullera|fotpatrullera|kontrollera|stotta|stodja|samverka|samarbeta|utreda|bygga|roja|belysa|forbattra|starka|folja|inratta|infora|starta|uppratta|utfora|ge|ga|mata|lata|synas|finnas|traffa|anstalla|revidera|stora|forebygga|motverka|sprida|hjalpa|kontakta|inventera|kartlagga) /;

function toBlock(lines: Line[], plain: PlainText): Block {
	const first = lines[0];
	const from = first?.from ?? 0;
	const to = lines.at(-1)?.to ?? from;
	const marker = first?.marker ?? null;
	const text = plain.text.slice(from, to).replace(/\n/g, " ");
	const folded = plain.folded.slice(from, to).replace(/\n/g, " ");
	return { from, to, text, folded, marker, isApart: first?.isApart ?? true, kind: kindOf(marker, text, folded) };
}

/** "Detta gör vi genom nedan aktiviteter." above a list: what leads on to it, although it ends with a full stop. */
function asLead(block: Block, index: number, blocks: Block[]): Block {
	const isAbove = blocks[index + 1]?.kind === "item" && block.kind === "paragraph";
	const isLead =
		isAbove && block.text.length <= MOST_LEAD && LEADS_TO_LIST.test(block.folded) && !/[.!?] /.test(block.text);
	return isLead ? { ...block, kind: "lead" } : block;
}

const MOST_LEAD = 200;
const LEADS_TO_LIST = /\b(foljande|nedan|nedanstaende)\b.{0,40}\.$|^(aktiviteter|atgarder|insatser)\b.{0,100}\.$/;

function kindOf(marker: Marker | null, text: string, folded: string): Block["kind"] {
	if (marker === "#") return "heading";
	if (marker === null && isAsideLine(folded)) return "aside";
	if (marker !== null || isPartyLine(folded)) return "item";
	if (LEADS_ON.test(text.slice(-3))) return "lead";
	return isHeadingLike(text) ? "heading" : "paragraph";
}

/** Short, and no sentence. */
export function isHeadingLike(text: string): boolean {
	if (text.length > MOST_HEADING || /[.!,;]["”]?$/.test(text) || SMALL_LETTER.test(text[0] ?? "")) return false;
	return text.split(" ").length <= MOST_HEADING_WORDS;
}

function isSmall(line: Line, plain: PlainText): boolean {
	return SMALL_LETTER.test(plain.text[line.from] ?? "");
}

function endsWithColon(line: Line | undefined, plain: PlainText): boolean {
	return line !== undefined && LEADS_ON.test(plain.text.slice(Math.max(line.from, line.to - 3), line.to));
}

function firstWord(line: Line, plain: PlainText): number {
	const space = plain.text.indexOf(" ", line.from);
	return (space === -1 || space > line.to ? line.to : space) - line.from;
}
