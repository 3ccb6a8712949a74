import type { IsoDate } from "#app/domain/dates.ts";
import type { FollowUp, FollowUpDokument, FollowUpMeasure } from "#app/domain/followUp.ts";
import type { ClippedPeriod, Period } from "#app/domain/periods.ts";
import { RAPPORT_PARTS, type RapportPart } from "#app/domain/rapport.ts";
import type { RapportAtgard, RapportGenomforande } from "#app/domain/rapportSource.ts";
import { NOTHING_WRITTEN, type RapportTextContent } from "#app/domain/rapportText.ts";
import type { Status } from "#app/domain/status.ts";
import { type EvaluatedAktivitet, type EvaluatedDokument, evaluateDokument } from "#app/measures/evaluate.ts";
import { measureModule } from "#app/measures/index.ts";
import { settingsFor } from "#app/measures/moment.ts";
import type { Plats } from "#app/measures/types.ts";
import { circumstancesOf } from "./circumstances.ts";
import {
	RAPPORT_FORMAT,
	type RapportAktivitet,
	type RapportContent,
	type RapportGroup,
	type RapportMeasure,
	RULE_VERSION,
} from "./content.ts";
import { nextOf } from "./next.ts";

/** What the log, the agreement and the writers say: all that a report is built from. */
export interface RapportSource {
	kommun: RapportContent["kommun"];
	dokument: RapportContent["dokument"];
	/** Holds this one dokument's facts, and the kommun's places and helgkvällar. */
	followUp: FollowUp;
	/** Of the dokument's own kind. */
	period: Period;
	today: IsoDate;
	edition: number;
	rattelseReason: string | null;
	/** Something that its figures are counted from, in whatever period, was made up for the example. */
	isExample: boolean;
	/** Every genomförande of the dokument's measures dated in the clipped period, makulerade left out. */
	genomforanden: RapportGenomforande[];
	/** Every åtgärd decided under the dokument's aktiviteter, makulerade left out. */
	atgarder: RapportAtgard[];
	texts: ({
		part: RapportPart;
		/** null: about the whole. */
		aktivitetId: number | null;
	} & RapportTextContent)[];
	authors: RapportContent["authors"];
}

/**
 * Writes the report of one dokument and period from the log (PRODUCT §3.6). The same facts always give the same
 * content, whatever order the rows come in: it is what gets signed.
 *
 * @returns audience `intern`; not reviewed, not signed, without the council's remarks, which are added by the reader
 * @throws RangeError when the dokument is not among the facts, is followed per another kind of period, or is not in
 *   force in it
 */
export function buildRapportContent(source: RapportSource): RapportContent {
	const { followUp, period, today } = source;
	const dokument = followUp.dokument.find((one) => one.id === source.dokument.id);
	if (dokument && dokument.periodKind !== period.kind)
		throw new RangeError(`the dokument is followed per ${dokument.periodKind}`);
	const evaluated = dokument && evaluateDokument(followUp, dokument, { period, today });
	if (!dokument || !evaluated) throw new RangeError(`no dokument in force in ${period.code}`);
	return {
		format: RAPPORT_FORMAT,
		ruleVersion: RULE_VERSION,
		audience: "intern",
		isExample: source.isExample,
		edition: source.edition,
		rattelse: source.rattelseReason === null ? null : { reason: source.rattelseReason },
		kommun: source.kommun,
		dokument: source.dokument,
		period: periodContent(evaluated.period),
		authors: RAPPORT_PARTS.map(
			(part) => source.authors.find((author) => author.part === part) ?? { part, name: null, klarAt: null },
		),
		summary: evaluated.summary,
		bedomningar: RAPPORT_PARTS.map((part) => {
			const { bedomning, begardaBeslut } = textOf(source, { part, aktivitetId: null });
			return { part, bedomning, begardaBeslut };
		}),
		groups: groupsOf(source, { dokument, evaluated }),
		openAtgarder: openAtgarder(source, evaluated.period),
		next: nextOf(followUp, dokument, period),
		synpunkter: [],
		granskadAt: null,
		signature: null,
		publicSha256: null,
	};
}

/** Behind an even pace, or over and not reached. What has asked for nothing yet (◇) does not deviate from anything. */
export function isDeviation(status: Status): boolean {
	return status === "ej_natt" || status === "efter";
}

function periodContent(period: ClippedPeriod): RapportContent["period"] {
	const { code, kind, year, ordinal, from, to, clippedFrom, clippedTo, isClippedStart, isClippedEnd } = period;
	return { code, kind, year, ordinal, from, to, clippedFrom, clippedTo, isClippedStart, isClippedEnd };
}

/** Löften and headings in the order in which the text comes to them, each once. */
function groupsOf(
	source: RapportSource,
	{ dokument, evaluated }: { dokument: FollowUpDokument; evaluated: EvaluatedDokument },
): RapportGroup[] {
	const measures = new Map(
		dokument.aktiviteter.flatMap((aktivitet) => aktivitet.measures).map((measure) => [measure.id, measure]),
	);
	const groups = new Map<string, RapportGroup>();
	for (const aktivitet of evaluated.aktiviteter) {
		const { lofte, heading } = aktivitet;
		const key = lofte ? `lofte ${lofte.id}` : `heading ${heading ?? ""}`;
		const group = groups.get(key) ?? {
			lofteId: lofte?.id ?? null,
			quotation: lofte?.quotation ?? heading,
			aktiviteter: [],
		};
		groups.set(key, group);
		group.aktiviteter.push(aktivitetContent(source, { aktivitet, measures, period: evaluated.period }));
	}
	return [...groups.values()];
}

function aktivitetContent(
	source: RapportSource,
	{
		aktivitet,
		measures,
		period,
	}: { aktivitet: EvaluatedAktivitet; measures: ReadonlyMap<number, FollowUpMeasure>; period: ClippedPeriod },
): RapportAktivitet {
	const own = aktivitet.measures.flatMap(({ id }) => measures.get(id) ?? []);
	return {
		id: aktivitet.id,
		quotation: aktivitet.quotation,
		aktivitetstyp: aktivitet.aktivitetstyp,
		parter: aktivitet.parter.map((part) => part.name),
		responsible: responsibleOf(aktivitet),
		status: aktivitet.status,
		isDeviation: isDeviation(aktivitet.status),
		texts: RAPPORT_PARTS.map((part) => {
			const { kommentar, orsak, nyPlan } = textOf(source, { part, aktivitetId: aktivitet.id });
			return { part, kommentar, orsak, nyPlan };
		}),
		measures: aktivitet.measures.flatMap((measure) => {
			const facts = measures.get(measure.id);
			return facts ? [measureContent(measure, { facts, period, platser: source.followUp.platser })] : [];
		}),
		...circumstancesOf(source.genomforanden, { aktivitetId: aktivitet.id, measures: own }),
	};
}

/** Polis and kommun when the text names neither: somebody has to write about it. */
function responsibleOf({ parter }: EvaluatedAktivitet): RapportPart[] {
	const named = RAPPORT_PARTS.filter((part) => parter.some(({ code }) => code === part));
	return named.length > 0 ? named : [...RAPPORT_PARTS];
}

function measureContent(
	{ id, kind, name, rakneregel, calculation }: EvaluatedAktivitet["measures"][number],
	{ facts, period, platser }: { facts: FollowUpMeasure; period: ClippedPeriod; platser: readonly Plats[] },
): RapportMeasure {
	const { status, figure, headline, remarks, figures, chart, table } = calculation;
	return {
		id,
		kind,
		name,
		rakneregel,
		agreed: measureModule(kind).describeSettings(settingsFor(facts.versions, period.clippedFrom), platser),
		isSensitive: facts.isSensitive,
		status,
		figure,
		headline,
		remarks: [...remarks],
		figures,
		chart,
		table,
	};
}

function textOf({ texts }: RapportSource, { part, aktivitetId }: { part: RapportPart; aktivitetId: number | null }) {
	return texts.find((text) => text.part === part && text.aktivitetId === aktivitetId) ?? NOTHING_WRITTEN;
}

/** In order of text: the one that is due first, and those without a day last. */
function keyOf({ dueOn, title, owner, aktivitetId }: RapportContent["openAtgarder"][number]): string {
	return JSON.stringify([dueOn ?? "utan dag", String(aktivitetId).padStart(12, "0"), title, owner]);
}

/** As they stood on the period's last day. */
function openAtgarder({ atgarder }: RapportSource, { clippedTo }: ClippedPeriod): RapportContent["openAtgarder"] {
	return atgarder
		.filter(({ decidedOn, doneOn }) => decidedOn <= clippedTo && (doneOn === null || doneOn > clippedTo))
		.map(({ title, owner, dueOn, aktivitetId }) => ({ title, owner, dueOn, aktivitetId }))
		.sort((a, b) => (keyOf(a) < keyOf(b) ? -1 : 1));
}
