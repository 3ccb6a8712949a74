import { type AtgardFacts, compareAtgarder, daysOverdue, isOverdue } from "#app/domain/atgard.ts";
import type { IsoDate } from "#app/domain/dates.ts";
import { countOf, formatDate, formatDay, formatPeriod, lowerFirst } from "#app/domain/format.ts";
import { MAX_PUNKT_TEXT, MAX_PUNKT_TITLE } from "#app/domain/mote.schema.ts";
import { performedByName } from "#app/domain/performedBy.ts";
import { RAPPORT_PART_NAME, type RapportFacts } from "#app/domain/rapport.ts";
import { compareAttention, STATUS_WORD, type Status } from "#app/domain/status.ts";
import type { EvaluatedDokument } from "#app/measures/evaluate.ts";
import { isDeviation } from "#app/rapport/build.ts";
import type { RapportAktivitet, RapportContent } from "#app/rapport/content.ts";
import { shortened } from "#app/rapport/slideText.ts";
import { whoIsNext } from "#app/rapport/steps.ts";
import { summaryLine } from "#app/rapport/tables.ts";
import { begardaBeslutOf, deviationsOf } from "#app/rapport/words.ts";
import type { AgendaProposal } from "./agenda.ts";
import type { Kommande } from "./kommande.ts";

/** What there is to take up at a meeting. */
export interface AgendaFacts {
	/** The day by which the figures stand and åtgärder are overdue: never a day that has not come. */
	today: IsoDate;
	/** Those that wait for the council's review, with what was frozen; the first period first. */
	rapporter: { id: number; content: RapportContent }[];
	/** Those of periods just over that nobody has handed in yet, as they stand. */
	awaited: { content: RapportContent; facts: RapportFacts }[];
	/** The dokument in force, each calculated for the period that runs. */
	running: EvaluatedDokument[];
	/** The open ones. */
	atgarder: (AtgardFacts & { title: string })[];
	/** In order of day. */
	kommande: Kommande[];
}

/** An aktivitet is named by so much of its words. */
const LONGEST_NAME = 90;
/** What a part has written of one thing; the whole stands in the report. */
const LONGEST_LINE = 600;

/**
 * The agenda as the app writes it: reports to review, what deviates and why (the worst first), the open åtgärder (the
 * overdue first), the reports that have not been handed in, and what begins or ends soon. What there is nothing to say of is
 * not taken up.
 */
export function proposeAgenda(facts: AgendaFacts): AgendaProposal[] {
	return [
		...facts.rapporter.map(({ id, content }) => rapportProposal({ id, content }, facts)),
		...deviationProposals(facts),
		...atgarderProposal(facts),
		...facts.awaited.map((one) => awaitedProposal(one, facts)),
		...kommandeProposal(facts),
	].map(({ title, lines, ...proposal }) => ({
		...proposal,
		title: shortened(title, MAX_PUNKT_TITLE),
		lines: fitting(lines.map((line) => shortened(line.replace(/\s+/g, " "), LONGEST_LINE))),
	}));
}

function rapportProposal(
	{ id, content }: AgendaFacts["rapporter"][number],
	{ rapporter }: AgendaFacts,
): AgendaProposal {
	const { period, dokument, edition } = content;
	const isOneOfMany = rapporter.some(
		(other) => other.content.dokument.id !== dokument.id && other.content.period.code === period.code,
	);
	return {
		key: `rapport:${id}`,
		kind: "rapport",
		title:
			`Granska rapporten för ${lowerFirst(formatPeriod(period))}` +
			`${edition > 1 ? `, version ${edition}` : ""}${isOneOfMany ? `: ${dokument.title}` : ""}`,
		lines: [
			`${summaryLine(content)}.`,
			...begardaBeslutOf(content).map(({ who, text }) => `${who} begär beslut: ${text}`),
		],
		rapportId: id,
		aktivitetId: null,
	};
}

interface Deviation {
	id: number;
	quotation: string;
	status: Status;
	lines: string[];
}

/** One for each aktivitet, from the reports under review, those still to be handed in and the periods that run. */
function deviationProposals({ rapporter, awaited, running, today }: AgendaFacts): AgendaProposal[] {
	const all: Deviation[] = [
		...[...rapporter, ...awaited].flatMap(({ content }) =>
			deviationsOf(content).map((aktivitet) => reported(aktivitet, content)),
		),
		...running.flatMap((dokument) => runningDeviations(dokument, today)),
	];
	const byAktivitet = new Map<number, Deviation>();
	for (const deviation of all) {
		const found = byAktivitet.get(deviation.id);
		byAktivitet.set(
			deviation.id,
			found
				? { ...found, status: worst(found.status, deviation.status), lines: [...found.lines, ...deviation.lines] }
				: deviation,
		);
	}
	return [...byAktivitet.values()]
		.sort((a, b) => compareAttention(a.status, b.status))
		.map(({ id, quotation, lines }) => ({
			key: `avvikelse:${id}`,
			kind: "avvikelse",
			title: shortened(quotation.replace(/\s+/g, " "), LONGEST_NAME),
			lines,
			rapportId: null,
			aktivitetId: id,
		}));
}

/** As the report says, with the cause and the new plan of each part. */
function reported({ id, quotation, status, measures, texts }: RapportAktivitet, content: RapportContent): Deviation {
	const causes = texts.flatMap(({ part, orsak, nyPlan }) => {
		const name = RAPPORT_PART_NAME[part];
		return [
			{ term: `Orsak enligt ${lowerFirst(name)}`, text: orsak },
			{ term: `${name}s nya plan`, text: nyPlan },
		].filter(({ text }) => text !== "");
	});
	const period = formatPeriod(content.period);
	const hasCause = texts.some(({ orsak }) => orsak !== "");
	return {
		id,
		quotation,
		status,
		lines: [
			`${period}: ${STATUS_WORD[status]}. ${foundOf(measures, ({ headline }) => [headline.replace(`, ${lowerFirst(period)}`, "")])}`,
			...(hasCause ? [] : ["Orsak: Ingen uppgift."]),
			...causes.map(({ term, text }) => `${term}: ${text}`),
		],
	};
}

/** As it stands now: the finding, and what explains it. */
function runningDeviations({ period, aktiviteter }: EvaluatedDokument, today: IsoDate): Deviation[] {
	return aktiviteter
		.filter(({ status }) => isDeviation(status))
		.map(({ id, quotation, status, measures }) => {
			const findings = measures.map(({ name, calculation }) => ({ name, ...calculation }));
			const found = foundOf(findings, ({ headline, remarks }) => [headline, ...remarks.slice(0, 1)]);
			return {
				id,
				quotation,
				status,
				lines: [`${formatPeriod(period)} fram till ${formatDate(today)}: ${STATUS_WORD[status]}. ${found}`],
			};
		});
}

/** "1 av minst 3 insatser. Jämn takt vore 2 till i dag." of each mått that deviates, named where there are several. */
function foundOf<Measure extends { name: string; status: Status }>(
	measures: readonly Measure[],
	wordsOf: (measure: Measure) => string[],
): string {
	return measures
		.filter(({ status }) => isDeviation(status))
		.map((measure) => {
			const words = wordsOf(measure)
				.map((sentence) => (/[.!?]$/.test(sentence) ? sentence : `${sentence}.`))
				.join(" ");
			return measures.length > 1 ? `${measure.name}: ${words}` : words;
		})
		.join(" ");
}

function worst(a: Status, b: Status): Status {
	return compareAttention(a, b) <= 0 ? a : b;
}

function atgarderProposal({ atgarder, today }: AgendaFacts): AgendaProposal[] {
	if (atgarder.length === 0) return [];
	const overdue = atgarder.filter((atgard) => isOverdue(atgard, today)).length;
	const open = countOf(atgarder.length, "öppen", "öppna");
	return [
		{
			key: "atgarder",
			kind: "atgarder",
			title: `Beslutade åtgärder: ${open}${overdue > 0 ? `, varav ${countOf(overdue, "försenad", "försenade")}` : ""}`,
			lines: [...atgarder].sort(compareAtgarder).map((atgard) => atgardLine(atgard, today)),
			rapportId: null,
			aktivitetId: null,
		},
	];
}

/** "Försenad sedan 1 oktober, 14 dagar: Röj sly (kommunen)" */
function atgardLine(atgard: AgendaFacts["atgarder"][number], today: IsoDate): string {
	return `${whenDue(atgard, today)}: ${atgard.title} (${lowerFirst(performedByName(atgard.owner))})`;
}

function whenDue(atgard: AtgardFacts, today: IsoDate): string {
	const { dueOn } = atgard;
	if (dueOn === null) return "Utan sista dag";
	const days = daysOverdue(atgard, today);
	if (days === 0) return `Klar senast ${formatDate(dueOn)}`;
	const since = dueOn.slice(0, 4) === today.slice(0, 4) ? formatDay(dueOn) : formatDate(dueOn);
	return `Försenad sedan ${since}, ${countOf(days, "dag", "dagar")}`;
}

/** That a report should have come, and whom it waits for. */
function awaitedProposal(
	{ content: { period, dokument }, facts: rapport }: AgendaFacts["awaited"][number],
	{ awaited, today }: AgendaFacts,
): AgendaProposal {
	const isOneOfMany = awaited.some(({ content }) => content.dokument.id !== dokument.id);
	// Who signs is of no matter yet.
	const { title: waits } = whoIsNext(rapport, { today, undertecknare: "" });
	return {
		key: `inlamning:${dokument.id}:${period.code}`,
		kind: "kommande",
		title: `Rapporten för ${lowerFirst(formatPeriod(period))} är inte inlämnad${isOneOfMany ? `: ${dokument.title}` : ""}`,
		lines: [`${waits}. Perioden slutade ${formatDate(period.clippedTo)}.`],
		rapportId: null,
		aktivitetId: null,
	};
}

function kommandeProposal({ kommande }: AgendaFacts): AgendaProposal[] {
	if (kommande.length === 0) return [];
	return [
		{
			key: "kommande",
			kind: "kommande",
			title: "Det som börjar och slutar de närmaste fyra månaderna",
			lines: kommande.map(({ day, text }) => `${formatDate(day)}: ${text}.`),
			rapportId: null,
			aktivitetId: null,
		},
	];
}

/** As many of the lines as an item has room for, and how many more there are. */
function fitting(lines: readonly string[]): string[] {
	const room = MAX_PUNKT_TEXT - LONGEST_MORE;
	const fits: string[] = [];
	let length = 0;
	for (const line of lines) {
		length += line.length + 1;
		if (length > room) return [...fits, `och ${countOf(lines.length - fits.length, "rad", "rader")} till`];
		fits.push(line);
	}
	return fits;
}

const LONGEST_MORE = 40;
