import { formatDate } from "#app/domain/format.ts";
import type { MeasureKind } from "#app/domain/measureKind.ts";
import { performedByName } from "#app/domain/performedBy.ts";
import { RAPPORT_PART_NAME } from "#app/domain/rapport.ts";
import { compareAttention, type Status } from "#app/domain/status.ts";
import type { RapportAktivitet, RapportContent, RapportGroup } from "./content.ts";
import { columnsFor, rowsOf, type SlideText, screensOfTexts, shortened } from "./slideText.ts";
import { summaryLine } from "./tables.ts";
import { aktivitetLabel, begardaBeslutOf, deviationsOf } from "./words.ts";

/** One screen of the projector: no more than is read from the back row of a room. */
export type Slide =
	| { kind: "oversikt"; figure: string; deviating: SlideDeviation[]; texts: SlideText[] }
	/** The deviations that have no room beside the summary. */
	| { kind: "avvikelser"; deviating: SlideDeviation[] }
	| {
			kind: "lofte";
			/** The löfte, or the text's own heading. */
			quotation: string | null;
			/** Which of the löfte's screens this is, from 1, and how many they are. */
			place: number;
			of: number;
			finding: SlideFinding;
			texts: SlideText[];
	  }
	/** Running text that has no room on the screen that it belongs to. */
	| { kind: "texter"; title: string; status: Status | null; texts: SlideText[]; isShort: boolean }
	| { kind: "atgarder"; rows: { id: number; title: string; detail: string }[] };

export interface SlideDeviation {
	id: number;
	status: Status;
	text: string;
}

/** One measure of an aktivitet; an aktivitet without any has only its name. */
export interface SlideFinding {
	key: string;
	label: string;
	status: Status;
	measure: { kind: MeasureKind; headline: string; chart: unknown } | null;
}

/** Rows of 24 px text on a screen of 1280 by 720, below the title of the report and above the way on. */
const ROWS = 17.1;
/** A heading above texts that have a screen of their own. */
const HEADING_ROWS = 4;
const SUMMARY_ROWS = 6.5;
/** A long summary takes a row more of its large letters. */
const ONE_ROW_OF_SUMMARY = 18;
/**
 * What stands in larger letters than the texts (`visa.css`): the letters that have room in a line of it, the rows of 24 px
 * that a line takes, and those that the air around it takes.
 */
const QUOTATION = { letters: 75, rows: 1.1, air: 0.6 };
const HEADLINE = { letters: 54, rows: 1.65, air: 0.4 };
const DEVIATION = { letters: 65, rows: 1.35, air: 0 };
/** The name of an aktivitet and its status, on one line. */
const LABEL_ROWS = 1.8;
const LONGEST_QUOTATION = 150;
const LONGEST_HEADLINE = 100;
const LONGEST_LINE = 100;
const CHART_ROWS = 7;
/** Deviations and åtgärder, of one or two rows each. */
const LIST_LENGTH = 5;
const SHORT_ROWS = 8;

/**
 * The report as screens: how it went, then one löfte at a time and of it one finding at a time, and last what the council
 * is asked to decide. What deviates comes first, among the löften and within each, with cause and plan. A text that is too
 * long for its screen goes on at the next.
 */
export function slidesOf(content: RapportContent): Slide[] {
	const groups = [...content.groups].sort((a, b) => Number(deviates(b)) - Number(deviates(a)));
	return [
		...overviewOf(content),
		...groups.flatMap((group) => slidesOfGroup(group, content)),
		...textSlides("Begärda beslut", begardaBeslutOf(content).map(asText)),
		...inParts(content.openAtgarder.map(asRow), LIST_LENGTH).map((rows): Slide => ({ kind: "atgarder", rows })),
	];
}

function overviewOf(content: RapportContent): Slide[] {
	const figure = summaryLine(content);
	const [first = [], ...more] = inParts(
		deviationsOf(content).map((aktivitet) => asDeviation(aktivitet, content)),
		LIST_LENGTH,
	);
	const bedomningar = content.bedomningar
		.filter(({ bedomning }) => bedomning !== "")
		.map(({ part, bedomning }) => asText({ who: RAPPORT_PART_NAME[part], text: bedomning }));
	const used =
		(figure.length > ONE_ROW_OF_SUMMARY ? SUMMARY_ROWS * 1.5 : SUMMARY_ROWS) +
		first.reduce((sum, { text }) => sum + largeRows(text, DEVIATION), 0);
	const isRoom = used + rowsOf(bedomningar, columnsFor(bedomningar)) <= ROWS;
	return [
		{ kind: "oversikt", figure, deviating: first, texts: isRoom ? bedomningar : [] },
		...more.map((deviating): Slide => ({ kind: "avvikelser", deviating })),
		...(isRoom ? [] : textSlides("Bedömning", bedomningar)),
	];
}

function slidesOfGroup({ quotation, aktiviteter }: RapportGroup, content: RapportContent): Slide[] {
	const heading = quotation && shortened(quotation, LONGEST_QUOTATION);
	const findings = [...aktiviteter]
		.sort((a, b) => Number(b.isDeviation) - Number(a.isDeviation) || compareAttention(a.status, b.status))
		.flatMap((aktivitet) => {
			const all = findingsOf(aktivitet, content);
			return all.map((finding, index) => ({ finding, aktivitet, isLast: index === all.length - 1 }));
		});
	return findings.flatMap(({ finding, aktivitet, isLast }, index): Slide[] => {
		const texts = isLast ? textsOf(aktivitet) : [];
		const isRoom = hasRoomBelow(finding, { texts, heading });
		return [
			{
				kind: "lofte",
				quotation: heading,
				place: index + 1,
				of: findings.length,
				finding,
				texts: isRoom ? texts : [],
			},
			...(isRoom ? [] : textSlides(aktivitetLabel(content, aktivitet.id), texts, aktivitet.status)),
		];
	});
}

/** What most needs attention first. Of several measures each has its own name and status. */
function findingsOf({ id, status, measures }: RapportAktivitet, content: RapportContent): SlideFinding[] {
	const label = aktivitetLabel(content, id);
	if (measures.length === 0) return [{ key: `aktivitet-${id}`, label, status, measure: null }];
	return [...measures]
		.sort((a, b) => compareAttention(a.status, b.status))
		.map((measure) => ({
			key: `matt-${measure.id}`,
			label: measures.length === 1 ? label : measure.name,
			status: measure.status,
			measure: {
				kind: measure.kind,
				headline: shortened(measure.headline, LONGEST_HEADLINE),
				chart: measure.chart,
			},
		}));
}

function textsOf({ texts }: RapportAktivitet): SlideText[] {
	const written = texts.filter(({ kommentar, orsak, nyPlan }) => kommentar || orsak || nyPlan);
	return written.flatMap(({ part, kommentar, orsak, nyPlan }) => {
		const name = RAPPORT_PART_NAME[part];
		const whose = written.length > 1 ? ` (${name.toLowerCase()})` : "";
		return [
			{ term: name, text: kommentar },
			{ term: `Orsak${whose}`, text: orsak },
			{ term: `Ny plan${whose}`, text: nyPlan },
		].filter(({ text }) => text !== "");
	});
}

function hasRoomBelow(
	{ measure }: SlideFinding,
	{ texts, heading }: { texts: readonly SlideText[]; heading: string | null },
): boolean {
	if (texts.length === 0) return true;
	const finding = measure ? largeRows(measure.headline, HEADLINE) : 0;
	const chart = measure?.chart ? CHART_ROWS : 0;
	const used = largeRows(heading ?? "", QUOTATION) + LABEL_ROWS + finding + chart;
	return used + rowsOf(texts, columnsFor(texts)) <= ROWS;
}

function largeRows(text: string, { letters, rows, air }: { letters: number; rows: number; air: number }): number {
	return air + Math.ceil(text.length / letters) * rows;
}

function textSlides(title: string, texts: readonly SlideText[], status: Status | null = null): Slide[] {
	return screensOfTexts(texts, ROWS - HEADING_ROWS).map((screen) => ({
		kind: "texter",
		title,
		status,
		texts: screen,
		isShort: rowsOf(screen) <= SHORT_ROWS,
	}));
}

function asDeviation(aktivitet: RapportAktivitet, content: RapportContent): SlideDeviation {
	const figures = aktivitet.measures.map(({ figure }) => figure).join(", ");
	return {
		id: aktivitet.id,
		status: aktivitet.status,
		text: shortened(`${aktivitetLabel(content, aktivitet.id)}: ${figures}`, LONGEST_LINE),
	};
}

function asText({ who, text }: { who: string; text: string }): SlideText {
	return { term: who, text };
}

function asRow({ title, owner, dueOn }: RapportContent["openAtgarder"][number], index: number) {
	return {
		id: index,
		title: shortened(title, LONGEST_LINE),
		detail: performedByName(owner) + (dueOn ? `, senast ${formatDate(dueOn)}` : ""),
	};
}

function inParts<Item>(items: readonly Item[], most: number): Item[][] {
	const parts: Item[][] = [];
	for (let index = 0; index < items.length; index += most) parts.push(items.slice(index, index + most));
	return parts;
}

function deviates(group: RapportGroup): boolean {
	return group.aktiviteter.some(({ isDeviation }) => isDeviation);
}
