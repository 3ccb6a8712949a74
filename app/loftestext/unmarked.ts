import type { Block } from "./blocks.ts";
import { isAboutTheWhole } from "./leftOut.ts";

/** How `listUnmarked` sees what a heading makes of what stands beneath it. */
interface HeadingSense {
	opens: boolean;
	isTheme: boolean;
	isOpened: boolean;
}

/** A heading under which lines without marks are points. */
const LISTS = /:$|\b(lovar|atar sig|ataganden?|aktiviteter|atgarder)\b/;
/** Somebody who undertakes, and what: more than a heading says. */
const SENTENCE = /\b(ska|skall|lovar|kommer att)( [^ ]+){3}/;
/** What leads on to what is undertaken, with or without its colon. */
const LEADS = /\b(lovar|ska|skall|att|gemensamt|tillsammans)$/;
/** Two words are a name or a title. */
const LEAST_WORDS = 3;
/** "1 januari 2020 – 31 december 2021", "Gäller till och med 2021" */
const ONLY_DATES =
	/^(galler|giltig|period|avtalstid|loftestid|datum|antagen|beslutad|faststalld)\b|^[\d\s.,:/-]*(\d|(jan|feb|mar|apr|maj|jun|jul|aug|sep|okt|nov|dec)\p{L}*|den|till|och|med|[\s.,:/-])+$/u;
const MOST_HEADING_WORDS = 8;
/** Somebody undertakes something in the text. */
const UNDERTAKEN = /\b(lovar|lovade|atar sig|ataganden?|loften?|medborgarlofte\w*)\b/;

/**
 * Short lines one after the other under "Polisen lovar" are points that have lost their marks, not headings of nothing. The last of
 * them is a heading all the same when something stands under it.
 *
 * @param senseOf what a block would be as a heading
 */
export function listUnmarked<Kept extends Block>(given: Kept[], senseOf: (block: Block) => HeadingSense): Kept[] {
	const blocks = listTight(given, senseOf);
	const hasGaps = blocks.filter(({ isApart }) => isApart).length * 3 > blocks.length;
	let isListing = false;
	let isUnderLead = false;
	let isFirst = false;
	return blocks.map((block, index) => {
		const next = blocks[index + 1];
		const { opens, isTheme, isOpened } = senseOf(block);
		const mayBePoint =
			isTheme || (isOpened && SENTENCE.test(block.folded)) || (isOpened && isUnderLead && !LEADS.test(block.folded));
		/** Close to the line above, in a text that sets its headings apart. */
		const isClose = hasGaps && (isFirst || !block.isApart);
		isFirst = false;
		if (block.kind === "heading" && mayBePoint && isListing) {
			const isHeading =
				!(isClose && isUnderLead && next?.isApart === false && next.kind !== "item") &&
				next !== undefined &&
				next.kind !== "heading" &&
				next.kind !== "lead" &&
				!isAboutTheWhole(next.folded);
			if (!isHeading && block.text.split(" ").length >= LEAST_WORDS) return { ...block, kind: "item" };
		}
		if (block.kind === "paragraph" && isListing && isUnderLead && isClose) return block;
		isListing = (block.kind === "lead" || block.kind === "heading") && opens && LISTS.test(block.folded);
		isUnderLead = isListing && block.kind === "lead";
		isFirst = isListing;
		return block;
	});
}

/**
 * In a text without any marks, lines close together under a first one that is set apart are points under a heading: "Trygg skolväg",
 * and beneath it "Hastighetskontroller på Storgatan".
 */
function listTight<Kept extends Block>(blocks: Kept[], senseOf: (block: Block) => HeadingSense): Kept[] {
	const isMarked = blocks.some(({ kind }) => kind === "item");
	const from = blocks.findIndex(({ folded }) => UNDERTAKEN.test(folded));
	if (isMarked || from === -1) return blocks;
	const listed = new Set<Kept>();
	for (let index = from; index < blocks.length; index++) {
		const heading = blocks[index];
		if (!heading || !mayHead(heading, senseOf)) continue;
		const under: Kept[] = [];
		for (let next = blocks[index + 1]; next && !next.isApart && next.kind === "heading"; ) {
			under.push(next);
			next = blocks[index + 1 + under.length];
		}
		const isAll = blocks[index + 1 + under.length]?.isApart !== false;
		if (isAll && under.every((line) => isPoint(line, senseOf))) for (const line of under) listed.add(line);
		index += under.length;
	}
	return blocks.map((block) => (listed.has(block) ? { ...block, kind: "item" } : block));
}

function mayHead(block: Block, senseOf: (block: Block) => HeadingSense): boolean {
	const { opens, isTheme } = senseOf(block);
	if (block.kind === "lead") return opens;
	return block.kind === "heading" && (opens || isTheme) && block.text.split(" ").length <= MOST_HEADING_WORDS;
}

function isPoint(block: Block, senseOf: (block: Block) => HeadingSense): boolean {
	const { isTheme, isOpened } = senseOf(block);
	return (
		(isTheme || isOpened) &&
		!ONLY_DATES.test(block.folded) &&
		!isAboutTheWhole(block.folded) &&
		block.text.split(" ").length >= LEAST_WORDS
	);
}
