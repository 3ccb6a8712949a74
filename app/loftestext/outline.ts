import { isPartyLine } from "./asides.ts";
import { type Ansvar, type AnsweredBlock, attachAsides } from "./attachAsides.ts";
import { type Block, isHeadingLike } from "./blocks.ts";
import { sentencesOf, splitCommitments } from "./commitments.ts";
import { isAboutTheWhole, isSpeech } from "./leftOut.ts";
import type { PlainText } from "./plainText.ts";
import type { Span } from "./reading.ts";
import { isAside, isItem, isOpen, isTitle, promiseHeading, readSections, type Section } from "./sections.ts";
import type { TableRow } from "./tables.ts";

/** A line that is an aktivitet, with where it stands. Spans are in the plain text. */
export interface OutlineLine {
	span: Span;
	section: Section;
	lofte: number | null;
	/** Who is responsible, where a line or a cell of its own says it. */
	ansvar: Ansvar | null;
}

/** Which lines of a text are löften and which are aktiviteter. */
export interface Outline {
	promises: Span[];
	lines: OutlineLine[];
	/** How it is to be followed up. */
	followUp: Span | null;
}

/** Longer than this is no agreed line. */
const LONGEST_LINE = 1_500;
const UNDERTAKES = /\b(lovar|atar sig|forbinder sig)\b/;
const FOLLOWED_UP = /\b(foljs|foljas|foljer vi) upp\b|\butvarderas\b|\bredovisas\b/;
/** How things are, rather than what will be done. */
const DESCRIBES =
	/\b(upplevs|upplever|provar|visar|framgar|anser|tycker|oroar|ar (ett|en|det|oroliga|otrygga)|okat|minskat)\b/;
const LISTED = /\b(ska|skall|lovar|kommer|fortsatter|fortsatt|okad|oka)\b/;

/**
 * Reads which lines of the blocks are löften and which are aktiviteter.
 *
 * @param rows what tables promise, beside the blocks
 */
export function readOutline(blocks: Block[], plain: PlainText, rows: TableRow[] = []): Outline {
	const sections = readSections(liftNumbered(attachAsides(blocks)));
	const hasLists = sections.some((section) => isOpen(section) && !section.isFocus && linesOf(section).some(isItem));
	const outline: Outline = { promises: [], lines: [], followUp: followUpOf(sections, plain) };
	/** A list of what is in focus is löften when somebody undertakes something further down. */
	const lastUndertaken = sections.findLastIndex(
		({ role, blocks }) => (role === "opened" || role === "means") && blocks.some(isItem),
	);
	const places = new Map(sections.map((section, index) => [section, index]));
	/** What has not been claimed as löften by the means that come after. */
	let pending: Section[] = [];
	let current: number[] = [];

	const settle = () => {
		for (const section of pending)
			add(
				section,
				section.role === "promises" &&
					(places.get(section) ?? Number.POSITIVE_INFINITY) < lastUndertaken &&
					!isUndertaken(section),
			);
		pending = [];
	};
	const add = (section: Section, isPromises: boolean) => {
		if (isPromises) {
			addPromises(linesOf(section));
			return;
		}
		const items = linesOf(section).filter(isItem);
		const lofte = current.length === 1 ? (current[0] ?? null) : null;
		for (const item of items) outline.lines.push({ span: trimmed(item), section, lofte, ansvar: item.ansvar });
		// Points without marks are short lines and long ones.
		const isUnmarked = items.every(({ marker }) => marker === null);
		const spans = isUnmarked ? paragraphsAsLines(section, hasLists, plain) : [];
		for (const span of spans) outline.lines.push({ span, section, lofte, ansvar: null });
	};
	const addPromises = (promised: Span[]) => {
		current = promised.map((span) => outline.promises.push(toSpan(span)) - 1);
	};

	for (const section of sections) {
		if (!isOpen(section)) continue;
		const ownPromise = promiseOfHeading(section);
		const next = sections[(places.get(section) ?? 0) + 1];
		// "Det här ska vi göra", and under it the löfte that "Detta gör vi genom att:" speaks of.
		const isOver = isTold(section) && section.blocks.length > 0 && next?.role === "means" && next.blocks.some(isItem);
		if (section.role === "means" && isOver) pending.push({ ...section, role: "theme" });
		else if (section.role === "means") {
			const listed = (isFollowedByLines(section, next) ? pending : []).filter(
				(before) => linesOf(before).some(isItem) && isClaimedBy(section, before),
			);
			const stated = listed.length > 0 ? [] : statedPromises(pending);
			const claimed = new Set(listed);
			if (listed.length > 0) {
				pending = pending.filter((before) => !claimed.has(before) && !isTold(before));
				settle();
				addPromises(listed.flatMap((before) => linesOf(before).filter(isItem)).map(trimmed));
			} else if (stated.length > 0) {
				pending = pending.filter((before) => !before.blocks.some((block) => stated.includes(block)));
				settle();
				addPromises(stated);
			} else settle();
			add(section, false);
		} else if (ownPromise) {
			settle();
			addPromises([ownPromise.promise]);
			pending = [{ ...section, role: "opened", blocks: ownPromise.rest }];
		} else pending.push(section);
	}
	settle();
	addRows(outline, rows, sections);
	if (outline.lines.length === 0) addFromProse(outline, sections, plain);
	leaveFocus(outline);
	outline.lines.sort((a, b) => a.span.from - b.span.from);
	return outline;
}

/** What they work with is no aktivitet where anything else is. */
function leaveFocus(outline: Outline) {
	const others = outline.lines.filter(({ section }) => !section.isFocus);
	if (others.length === 0) return;
	outline.promises.push(...outline.lines.filter(({ section }) => section.isFocus).map(({ span }) => span));
	outline.lines = others;
}

/** What tables promise, each row under the heading that stands above its table. */
function addRows(outline: Outline, rows: TableRow[], sections: Section[]) {
	const [opening] = sections;
	for (const { aktivitet, parties } of rows) {
		const section = sections.findLast(({ heading }) => heading !== null && heading.from < aktivitet.from) ?? opening;
		if (!section) continue;
		const named = parties.length > 0 ? { ...section, parties } : section;
		outline.lines.push({ span: aktivitet, section: named, lofte: null, ansvar: null });
	}
}

/**
 * A number may stand before a heading as well as before a point: "1. Öka tryggheten" with points of another kind beneath it, or
 * "2. Lägesbild" with text.
 */
function liftNumbered(blocks: AnsweredBlock[]): AnsweredBlock[] {
	const isAt = (index: number, marker: Block["marker"]) => blocks[index]?.marker === marker;
	const isOver = (index: number) => ["bullet", "dash", "letter"].includes(blocks[index + 1]?.marker ?? "");
	const numbered = blocks.flatMap(({ marker }, index) => (marker === "number" ? [index] : []));
	const areOver = numbered.filter(isOver).length;
	const areHeadings = areOver > 0 && areOver * 2 >= numbered.length;
	return blocks.map((block, index) => {
		if (block.kind !== "item") return block;
		if (block.text.endsWith(":")) return { ...block, kind: "lead" };
		if (block.marker !== null && isLabelled(blocks[index + 1])) return { ...block, kind: "heading" };
		if (block.marker !== "number" && block.marker !== "subnumber") return block;
		const isAlone = !isAt(index - 1, block.marker) && !isAt(index + 1, block.marker);
		const isHeading =
			(areHeadings && isOver(index) && block.marker === "number") ||
			(isAlone && isHeadingLike(block.text) && index + 1 < blocks.length);
		return isHeading || (isHeadingLike(block.text) && isAside(block)) ? { ...block, kind: "heading" } : block;
	});
}

/** "Polis: hundsök" without a mark, beneath a point: the point is its heading. */
function isLabelled(block: Block | undefined): boolean {
	return block?.kind === "item" && block.marker === null && isPartyLine(block.folded);
}

/** What a section says, without speech and without what is too long to be a line. */
function linesOf(section: Section): AnsweredBlock[] {
	return section.blocks.filter(
		(block) =>
			block.to - block.from <= LONGEST_LINE && !(isItem(block) && (isSpeech(block.folded) || isLink(block.folded))),
	);
}

/** A point of a menu. */
function isLink(folded: string): boolean {
	return (
		folded.length < 4 ||
		/^(las mer|lank|till |kontakt(a oss|uppgifter|er|)$|https?:|www\.|mer om |mer information|ladda ner|se aven)/.test(
			folded,
		)
	);
}

/** Whether most of its points say who does what, as aktiviteter do and what is in focus does not. */
function isUndertaken(section: Section): boolean {
	const items = linesOf(section).filter(isItem);
	return items.filter(({ folded }) => /\b(ska|skall|lovar|minst|kommer att)\b/.test(folded)).length * 2 > items.length;
}

/** Means that list nothing, and have no party's own list beneath them, claim nothing above. */
function isFollowedByLines(means: Section, next: Section | undefined): boolean {
	if (linesOf(means).some(isItem)) return true;
	return means.blocks.length === 0 && next !== undefined && isOpen(next) && linesOf(next).some(isItem);
}

/** Whether a heading of means speaks of a list above it. "Aktiviteter" does only of what is called löften or has no such heading. */
function isClaimedBy(means: Section, before: Section): boolean {
	if (means.isBackReference) return true;
	if (before.role !== "opened") return !isUndertaken(before) || /lofte/.test(before.heading?.folded ?? "");
	return /\blovar\b.{0,60}\b(arbeta for|verka for)\b/.test(before.heading?.folded ?? "");
}

/** A section of running text. */
function isTold(section: Section): boolean {
	return !linesOf(section).some(isItem);
}

/** The löfte as a sentence, nearest above its means: "Polis och kommun lovar att …". */
function statedPromises(sections: Section[]): Block[] {
	for (const section of sections.toReversed()) {
		if (section.blocks.some(isItem)) return [];
		const isUnderLovar = UNDERTAKES.test(section.heading?.folded ?? "") || section.role === "promises";
		const stated = section.blocks.filter(
			(block) => !isAboutTheWhole(block.folded) && (isUnderLovar || UNDERTAKES.test(block.folded)),
		);
		if (stated.length > 0) return isUnderLovar ? stated : stated.slice(-1);
	}
	return [];
}

/** "Löfte 1: Öka tryggheten", or "Löfte 1" with the löfte as its first paragraph; what is left are its aktiviteter. */
function promiseOfHeading(section: Section): { promise: Span; rest: AnsweredBlock[] } | null {
	const { heading } = section;
	if (!heading) return null;
	const isLifted = heading.marker === "number" && section.blocks.some(isItem);
	const length = promiseHeading(heading.folded) ?? (isLifted ? 0 : null);
	if (length === null) return null;
	if (length < heading.folded.length)
		return { promise: { from: heading.from + length, to: heading.to }, rest: section.blocks };
	const [first, ...rest] = section.blocks;
	return first && !isItem(first) ? { promise: toSpan(first), rest } : null;
}

/** Paragraphs under a heading that opens for aktiviteter; under any heading, where the text has no lists at all. */
function paragraphsAsLines(section: Section, hasLists: boolean, plain: PlainText): Span[] {
	const isOpened = section.role === "means" || section.role === "opened" || section.role === "promises";
	if (!section.heading || !(isOpened || !hasLists)) return [];
	const isLooser = !isOpened || section.heading.kind === "heading";
	const { folded } = section.heading;
	/** Above a piece of news, where most of the text only tells of the löfte. */
	const isHeadline = section.isFirst && section.heading.kind === "heading";
	return section.blocks
		.filter(
			(block) =>
				!isItem(block) &&
				!isAboutTheWhole(block.folded) &&
				!isSpeech(block.folded) &&
				block.to - block.from <= LONGEST_LINE,
		)
		.filter((block) => !hasLists || !isLooser || LISTED.test(block.folded))
		.filter((block) => isOpened || !DESCRIBES.test(block.folded) || UNDERTAKES.test(block.folded))
		.flatMap((block) =>
			splitCommitments(block, plain, { isOnlyUndertaken: isHeadline || (section.role === "theme" && isTitle(folded)) }),
		);
}

/** Where nothing is listed and nothing stands under a heading: the sentences in which a party undertakes something. */
function addFromProse(outline: Outline, sections: Section[], plain: PlainText) {
	const addFrom = (section: Section) => {
		for (const block of section.blocks.filter(({ folded }) => !isSpeech(folded)))
			for (const span of splitCommitments(block, plain, { isOnlyUndertaken: true }))
				outline.lines.push({ span, section: { ...section, parties: [] }, lofte: null, ansvar: null });
	};
	sections.filter(isOpen).forEach(addFrom);
	if (outline.lines.length === 0) sections.filter(({ role }) => role === "leftOut").forEach(addFrom);
}

/** What stands under "Uppföljning", or else a sentence about the löfte that says how it is followed up. */
function followUpOf(sections: Section[], plain: PlainText): Span | null {
	const [first] = sections.find(({ role, blocks }) => role === "followUp" && blocks.length > 0)?.blocks ?? [];
	if (first) return toSpan(first);
	const paragraphs = sections.flatMap(({ blocks }) => blocks).filter((block) => !isItem(block));
	const sentences = paragraphs.flatMap((block) => sentencesOf(block));
	const said = sentences.find(({ from, to }) => {
		const folded = plain.folded.slice(from, Math.min(to, from + 600)).replace(/\n/g, " ");
		return FOLLOWED_UP.test(folded) && isAboutTheWhole(folded);
	});
	return said ?? null;
}

/** Without a last sentence that only says where one can read more, and without what leads on to the next point. */
function trimmed(block: Block): Span {
	const more = /[.!?] (?:information(?:en)? finns|mer information|las mer|se aven|mer om)\b[^.]{0,160}\.?$/.exec(
		block.folded,
	);
	if (more) return { from: block.from, to: block.from + more.index + 1 };
	const leadsOn = /[,;]( och| samt)?$/.exec(block.folded);
	return { from: block.from, to: leadsOn ? block.from + leadsOn.index : block.to };
}

function toSpan({ from, to }: Span): Span {
	return { from, to };
}
