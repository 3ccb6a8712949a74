import { type IsoDate, stockholmDate } from "#app/domain/dates.ts";
import {
	countOf,
	formatDate,
	formatInForce,
	formatNumber,
	formatPeriod,
	listOf,
	lowerFirst,
	monthName,
} from "#app/domain/format.ts";
import type { Period } from "#app/domain/periods.ts";
import { RAPPORT_PART_NAME } from "#app/domain/rapport.ts";
import { compareAttention, type Status } from "#app/domain/status.ts";
import { formatCode } from "#app/domain/verificationCode.ts";
import type { Amount } from "#app/measures/types.ts";
import type { RapportAktivitet, RapportContent, RapportMeasure } from "./content.ts";
import { aktiviteterOf, aktivitetTitle } from "./words.ts";

/** A published report in short: what the public start page and the embedded card say of it. Plain JSON. */
export interface PublicSummary {
	/** Something in it was made up for the example. */
	isExample: boolean;
	/** "5 av 7 utlovade aktiviteter nådda" */
	finding: string;
	/** "januari–april 2018", or the days when the dokument cuts the period */
	when: string;
	/** "tertial 1 2018" */
	periodName: string;
	/** How many of each status, what needs attention first. */
	tally: TallyLine[];
	/** Deviations first, then by what needs attention, else in the text's own order. */
	aktiviteter: PublicAktivitet[];
	/** Of what is published never null. */
	signature: PublicSignature | null;
}

export interface TallyLine {
	status: Status;
	/** "3 nådda" */
	words: string;
}

export interface PublicAktivitet {
	id: number;
	title: string;
	quotation: string;
	/** "Polisen och kommunen"; null where the text names nobody */
	responsible: string | null;
	status: Status;
	measures: PublicMeasure[];
	/** "Orsak enligt polisen", "Kommunens nya plan"; null where nothing deviates, empty where nobody has said why. */
	deviation: { term: string; text: string }[] | null;
}

export interface PublicMeasure {
	id: number;
	/** null where it is the aktivitet's only one, which then bears its name */
	name: string | null;
	/** "9 av minst 10 riktade insatser" */
	headline: string;
	/** null where there is no number to hold it against, or where the number is not told */
	bar: PublicBar | null;
}

/** How long to draw what was done and where to draw the minimum, as shares of the whole bar. */
export interface PublicBar {
	done: number;
	minimum: number;
}

export interface PublicSignature {
	/** "Kommunchef" */
	title: string;
	/** "20 september 2018" */
	on: string;
	/** "7K3M-9QXA-…" */
	code: string;
	verifyTo: string;
}

/** @param content the public content of a signed report */
export function publicSummary(content: RapportContent): PublicSummary {
	const aktiviteter = aktiviteterOf(content);
	return {
		isExample: content.isExample,
		finding: findingOf(content.summary),
		when: whenOf(content.period),
		periodName: lowerFirst(formatPeriod(content.period)),
		tally: tallyOf(content),
		aktiviteter: [...aktiviteter].sort(byAttention).map(toPublicAktivitet),
		signature: content.signature && {
			title: content.signature.title,
			on: formatDate(stockholmDate(content.signature.signedAt)),
			code: formatCode(content.signature.code),
			verifyTo: `/kontrollera?kod=${content.signature.code}`,
		},
	};
}

/** "5 av 7 utlovade aktiviteter nådda": never a mean, and nothing is said to be missed where no minimum was agreed. */
export function findingOf({ natt, withMinimum, withoutMinimum }: RapportContent["summary"]): string {
	if (withMinimum === 0) return `${countOf(withoutMinimum, "aktivitet", "aktiviteter")} utan avtalat minimum`;
	const reached = withMinimum === 1 ? "nådd" : "nådda";
	return `${natt} av ${countOf(withMinimum, "utlovad aktivitet", "utlovade aktiviteter")} ${reached}`;
}

/** "januari–april 2018"; "10 april–30 april 2018" where the dokument began or ended within the period. */
export function whenOf(period: RapportContent["period"]): string {
	const isWhole = !period.isClippedStart && !period.isClippedEnd;
	return isWhole ? monthsOf(period) : formatInForce(period.clippedFrom, period.clippedTo);
}

/** "maj–augusti 2018": a period for those who do not count in tertialer. */
export function monthsOf({ from, to }: Pick<Period, "from" | "to">): string {
	const month = (date: IsoDate) => monthName(Number(date.slice(5, 7)));
	return `${month(from)}–${month(to)} ${to.slice(0, 4)}`;
}

const TALLY_WORDS: Record<Status, { one: string; many: string }> = {
	natt: { one: "nådd", many: "nådda" },
	pa_vag: { one: "på väg", many: "på väg" },
	efter: { one: "efter", many: "efter" },
	ej_natt: { one: "ej nådd", many: "ej nådda" },
	inte_igang: { one: "inte igång", many: "inte igång" },
	inget_minimum: { one: "utan minimum", many: "utan minimum" },
};

/** How many aktiviteter of each status, what needs attention first. */
export function tallyOf(content: RapportContent): TallyLine[] {
	const statuses = aktiviteterOf(content).map(({ status }) => status);
	return [...new Set(statuses)].sort(compareAttention).map((status) => {
		const { one, many } = TALLY_WORDS[status];
		return { status, words: countOf(statuses.filter((each) => each === status).length, one, many) };
	});
}

function byAttention(a: RapportAktivitet, b: RapportAktivitet): number {
	return Number(b.isDeviation) - Number(a.isDeviation) || compareAttention(a.status, b.status);
}

function toPublicAktivitet(aktivitet: RapportAktivitet): PublicAktivitet {
	const { id, quotation, parter, status, measures, isDeviation, texts } = aktivitet;
	return {
		id,
		title: aktivitetTitle(aktivitet),
		quotation,
		responsible: parter.length > 0 ? responsibleOf(parter) : null,
		status,
		measures: measures.map((measure) => toPublicMeasure(measure, measures.length === 1)),
		deviation: isDeviation ? texts.flatMap(deviationOf) : null,
	};
}

/** Polisen and kommunen are no names but words, which have a capital letter only where they begin. */
function responsibleOf(parter: readonly string[]): string {
	const words: readonly string[] = Object.values(RAPPORT_PART_NAME);
	return listOf(parter.map((name, index) => (index > 0 && words.includes(name) ? lowerFirst(name) : name)));
}

function deviationOf({ part, orsak, nyPlan }: RapportAktivitet["texts"][number]): { term: string; text: string }[] {
	const name = RAPPORT_PART_NAME[part];
	return [
		{ term: `Orsak enligt ${lowerFirst(name)}`, text: orsak },
		{ term: `${name}s nya plan`, text: nyPlan },
	].filter(({ text }) => text !== "");
}

function toPublicMeasure({ id, name, headline, figure, figures }: RapportMeasure, isOnly: boolean): PublicMeasure {
	const { cumulative, minimum, thisPeriod, periodMinimum } = figures;
	const bar = barOf(figure, [cumulative, minimum]) ?? barOf(figure, [thisPeriod, periodMinimum]);
	return { id, name: isOnly ? null : name, headline, bar };
}

/**
 * Draws the two numbers that the figure says ("9 av minst 10", "12 av 17 kvällar"): of the whole or of the period, as the
 * kind has it. Beyond the minimum the bar goes on: what is more than agreed is never cut off.
 */
function barOf(figure: string, [done, minimum]: readonly [Amount, Amount]): PublicBar | null {
	if (typeof done !== "number" || typeof minimum !== "number" || done < 0 || minimum <= 0) return null;
	const said = ["av", "av minst"].map((words) => `${formatNumber(done)} ${words} ${formatNumber(minimum)}`);
	if (!said.some((words) => figure === words || figure.startsWith(`${words} `))) return null;
	const whole = Math.max(done, minimum);
	return { done: done / whole, minimum: minimum / whole };
}
