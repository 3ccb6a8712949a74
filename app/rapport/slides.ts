import { formatDate } from "#app/domain/format.ts";
import type { MeasureKind } from "#app/domain/measureKind.ts";
import { performedByName } from "#app/domain/performedBy.ts";
import { RAPPORT_PART_NAME } from "#app/domain/rapport.ts";
import { compareAttention, type Status } from "#app/domain/status.ts";
import type { RapportAktivitet, RapportContent, RapportGroup } from "./content.ts";
import { rowsOf, type SlideText, screensOfTexts, shortened } from "./slideText.ts";
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
			aktiviteter: SlideAktivitet[];
	  }
	/** Running text that has no room on the screen that it belongs to. */
	| { kind: "texter"; title: string; status: Status | null; texts: SlideText[] }
	| { kind: "atgarder"; rows: { title: string; detail: string }[] };

export interface SlideDeviation {
	id: number;
	status: Status;
	text: string;
}

export interface SlideAktivitet {
	id: number;
	label: string;
	status: Status;
	measures: { id: number; kind: MeasureKind; headline: string; chart: unknown }[];
	texts: SlideText[];
}

/** Rows of text on a screen of 1280 by 720 below the title of the report, at 24 px. */
const ROWS = 14;
const ROWS_BELOW_SUMMARY = 8;
const LONGEST_QUOTATION = 150;
const LONGEST_HEADLINE = 110;
const LONGEST_LINE = 100;
const TEXT_COLUMNS = 3;
/** Deviations and åtgärder, of one or two rows each. */
const LIST_ROWS = 6;
/** So many aktiviteter without any text have room beside each other. */
const MOST_ON_A_SCREEN = 2;

/**
 * The report as screens: how it went, then one löfte at a time, and last what the council is asked to decide. What deviates
 * comes first, among the löften and within each, with cause and plan; what is too long goes on at a screen of its own.
 */
export function slidesOf(content: RapportContent): Slide[] {
	const groups = [...content.groups].sort((a, b) => Number(deviates(b)) - Number(deviates(a)));
	return [
		...overviewOf(content),
		...groups.flatMap((group) => slidesOfGroup(group, content)),
		...textSlides("Begärda beslut", begardaBeslutOf(content).map(asText)),
		...inParts(content.openAtgarder.map(asRow), LIST_ROWS).map((rows): Slide => ({ kind: "atgarder", rows })),
	];
}

function overviewOf(content: RapportContent): Slide[] {
	const [first = [], ...more] = inParts(
		deviationsOf(content).map((aktivitet) => ({
			id: aktivitet.id,
			status: aktivitet.status,
			text: shortened(
				`${aktivitetLabel(content, aktivitet.id)}: ${aktivitet.measures.map(({ figure }) => figure).join(", ")}`,
				LONGEST_LINE,
			),
		})),
		LIST_ROWS,
	);
	const bedomningar = content.bedomningar
		.filter(({ bedomning }) => bedomning !== "")
		.map(({ part, bedomning }) => asText({ who: RAPPORT_PART_NAME[part], text: bedomning }));
	const left = ROWS_BELOW_SUMMARY - first.reduce((sum, { text }) => sum + Math.ceil(text.length / 50) * 1.3, 0);
	const isRoom = rowsOf(bedomningar, bedomningar.length || 1) <= left;
	return [
		{ kind: "oversikt", figure: summaryLine(content), deviating: first, texts: isRoom ? bedomningar : [] },
		...more.map((deviating): Slide => ({ kind: "avvikelser", deviating })),
		...(isRoom ? [] : textSlides("Bedömning", bedomningar)),
	];
}

function slidesOfGroup({ quotation, aktiviteter }: RapportGroup, content: RapportContent): Slide[] {
	const heading = quotation && shortened(quotation, LONGEST_QUOTATION);
	const screens = screensOf(aktiviteter, content);
	return screens.flatMap((screen, index): Slide[] => {
		const [only] = screen;
		const isApart = only !== undefined && screen.length === 1 && !hasRoomForTexts(only, heading);
		const slide: Slide = {
			kind: "lofte",
			quotation: heading,
			place: index + 1,
			of: screens.length,
			aktiviteter: isApart ? [{ ...only, texts: [] }] : screen,
		};
		return isApart ? [slide, ...textSlides(only.label, only.texts, only.status)] : [slide];
	});
}

/** What deviates, or is written about, or has several charts, has a screen to itself. */
function screensOf(aktiviteter: readonly RapportAktivitet[], content: RapportContent): SlideAktivitet[][] {
	const inOrder = [...aktiviteter]
		.sort((a, b) => Number(b.isDeviation) - Number(a.isDeviation) || compareAttention(a.status, b.status))
		.map((aktivitet) => slideAktivitet(aktivitet, content));
	const needsRoom = ({ texts, measures }: SlideAktivitet) => texts.length > 0 || measures.length > 1;
	const deviating = new Set(aktiviteter.filter(({ isDeviation }) => isDeviation).map(({ id }) => id));
	const alone = inOrder.filter((one) => needsRoom(one) || deviating.has(one.id));
	const others = inOrder.filter((one) => !alone.includes(one));
	return [...alone.map((one) => [one]), ...inParts(others, MOST_ON_A_SCREEN)];
}

function slideAktivitet(aktivitet: RapportAktivitet, content: RapportContent): SlideAktivitet {
	const { id, status, measures, texts } = aktivitet;
	const written = texts.filter(({ kommentar, orsak, nyPlan }) => kommentar || orsak || nyPlan);
	return {
		id,
		label: aktivitetLabel(content, id),
		status,
		measures: measures.map(({ id: measureId, kind, headline, chart }) => ({
			id: measureId,
			kind,
			headline: shortened(headline, LONGEST_HEADLINE),
			chart,
		})),
		texts: written.flatMap(({ part, kommentar, orsak, nyPlan }) => {
			const name = RAPPORT_PART_NAME[part];
			const whose = written.length > 1 ? ` (${name.toLowerCase()})` : "";
			return [
				{ term: name, text: kommentar },
				{ term: `Orsak${whose}`, text: orsak },
				{ term: `Ny plan${whose}`, text: nyPlan },
			].filter(({ text }) => text !== "");
		}),
	};
}

/** Whether the texts have room below the chart, beside each other. */
function hasRoomForTexts({ measures, texts }: SlideAktivitet, quotation: string | null): boolean {
	const quotationRows = Math.ceil((quotation?.length ?? 0) / 75) * 1.1 + 0.5;
	const findings = measures.reduce((sum, { headline }) => sum + Math.ceil(headline.length / 48) * 1.8, 0);
	const charts = measures.length === 1 ? 6 : measures.length * 2;
	const columns = Math.min(TEXT_COLUMNS, texts.length);
	return quotationRows + findings + charts + rowsOf(texts, columns || 1) <= ROWS;
}

function textSlides(title: string, texts: readonly SlideText[], status: Status | null = null): Slide[] {
	return screensOfTexts(texts, ROWS - 2).map((screen) => ({ kind: "texter", title, status, texts: screen }));
}

function asText({ who, text }: { who: string; text: string }): SlideText {
	return { term: who, text };
}

function asRow({ title, owner, dueOn }: RapportContent["openAtgarder"][number]) {
	return {
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
