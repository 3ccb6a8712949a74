import { measureFields } from "#app/domain/dokument.schema.ts";
import { Fault } from "#app/domain/fault.ts";
import type { MeasureKind } from "#app/domain/measureKind.ts";
import { measureModule } from "#app/measures/index.ts";
import type { Plats } from "#app/measures/types.ts";
import { acceptValue, draftProblem } from "./acceptValue.ts";
import { answerWords } from "./answerWords.ts";
import type { UtkastChange } from "./change.ts";
import {
	aktivitetIn,
	type ChangeFacts,
	measureIn,
	proposalFacts,
	saidIn,
	withAktivitet,
	withMeasure,
} from "./changeFor.ts";
import type { DokumentutkastContent, UtkastAktivitet, UtkastFraga, UtkastMeasure } from "./content.ts";
import { readCount, readCoverage, readOutcome, readRecurring } from "./draftSettings.ts";
import { measureForFraga } from "./measureForValue.ts";
import { fragorOfMeasures } from "./proposeAktivitet.ts";
import { proposeMeasure } from "./proposeMeasure.ts";
import { settleWindows } from "./windowFragor.ts";

type Of<Type extends UtkastChange["type"]> = Extract<UtkastChange, { type: Type }>;

/** No aktivitet says so many things. */
const MOST_MEASURES = 10;

export function addMeasure(
	content: DokumentutkastContent,
	{ aktivitetKey, kind }: Of<"addMeasure">,
	facts: ChangeFacts,
): DokumentutkastContent {
	const aktivitet = aktivitetIn(content, aktivitetKey);
	if (aktivitet.measures.length >= MOST_MEASURES)
		throw new Fault("invalid", `Mått: en aktivitet kan ha högst ${MOST_MEASURES}. Ta bort ett först.`);
	const said = saidIn(aktivitet, content);
	const measure = proposeMeasure(kind, said, proposalFacts(content, facts));
	const fragor = aktivitet.span ? fragorOfMeasures(said, [measure], { ...facts, span: aktivitet.span }) : [];
	const changed = {
		...aktivitet,
		measures: [...aktivitet.measures, measure],
		fragor: [...aktivitet.fragor, ...fragor],
	};
	return settleWindows(withAktivitet(content, changed), facts);
}

export function changeMeasureKind(
	content: DokumentutkastContent,
	{ aktivitetKey, measureKey, kind }: Of<"changeMeasureKind">,
	facts: ChangeFacts,
): DokumentutkastContent {
	const aktivitet = aktivitetIn(content, aktivitetKey);
	const measure = measureIn(aktivitet, measureKey);
	if (measure.kind === kind) return content;
	const changed = withKind(aktivitet, measure, { kind, content, facts });
	const answer = answerWords({ about: "measure", kind }, []);
	const fragor = changed.fragor.map((fraga) =>
		fraga.about === "measure" && isOpenOf(fraga, measure, aktivitet) ? answered(fraga, answer) : fraga,
	);
	return settleWindows(withAktivitet(content, { ...changed, fragor }), facts);
}

/**
 * Follows an aktivitet in another way, with proposed settings. What was asked of the earlier way and does not fit the new one is
 * struck until a way that it fits comes back; what the new way needs is asked.
 */
export function withKind(
	aktivitet: UtkastAktivitet,
	measure: UtkastMeasure,
	{ kind, content, facts }: { kind: MeasureKind; content: DokumentutkastContent; facts: ChangeFacts },
): UtkastAktivitet {
	const said = saidIn(aktivitet, content);
	const proposed = proposeMeasure(kind, said, proposalFacts(content, facts));
	const next = { ...proposed, key: measure.key };
	const before = proposeMeasure(measure.kind, said, proposalFacts(content, facts));
	const isOwnName = !measure.name.startsWith(before.name);
	const changed = withMeasure(aktivitet, isOwnName ? { ...next, name: measure.name } : next);
	const kept = aktivitet.fragor.map((fraga) => (isAbout(fraga, measure, aktivitet) ? askedOf(fraga, kind) : fraga));
	const needed = aktivitet.span ? fragorOfMeasures(said, [next], { ...facts, span: aktivitet.span }) : [];
	const isAsked = ({ about }: UtkastFraga) =>
		kept.some((fraga) => fraga.about === about && fraga.state !== "struken" && isAbout(fraga, measure, aktivitet));
	return { ...changed, fragor: [...kept, ...needed.filter((fraga) => !isAsked(fraga))] };
}

/** Values that only some kinds have. */
const ASKED_OF: Partial<Record<UtkastFraga["about"], readonly MeasureKind[]>> = {
	minimum: ["count", "coverage"],
	per: ["count", "coverage"],
	weekdays: ["recurring"],
	places: ["coverage", "outcome"],
};

/** Said of a question that another kind does without, so that it is asked again when that kind goes. */
const NOT_OF_KIND = "Sättet att följa aktiviteten behöver inte svaret.";

/** A question as the kind asks it: one that it has no value for is struck, and asked again by a kind that has. */
function askedOf(fraga: UtkastFraga, kind: MeasureKind): UtkastFraga {
	const isAsked = isAskedOf(fraga, kind);
	if (fraga.state === "obesvarad" && !isAsked) return { ...fraga, state: "struken", answer: NOT_OF_KIND };
	const isBack = fraga.state === "struken" && fraga.answer === NOT_OF_KIND && isAsked;
	return isBack ? { ...fraga, state: "obesvarad", answer: null } : fraga;
}

function isAskedOf({ about }: UtkastFraga, kind: MeasureKind): boolean {
	return ASKED_OF[about]?.includes(kind) ?? true;
}

function isOpenOf(fraga: UtkastFraga, measure: UtkastMeasure, aktivitet: UtkastAktivitet): boolean {
	return fraga.state === "obesvarad" && isAbout(fraga, measure, aktivitet);
}

function isAbout(fraga: UtkastFraga, measure: UtkastMeasure, aktivitet: UtkastAktivitet): boolean {
	return measureForFraga(aktivitet, fraga)?.key === measure.key;
}

function answered(fraga: UtkastFraga, answer: string): UtkastFraga {
	return { ...fraga, state: "besvarad", answer };
}

export function changeMeasure(
	content: DokumentutkastContent,
	{ aktivitetKey, measureKey, name, rakneregel, settings }: Of<"changeMeasure">,
	{ platser }: ChangeFacts,
): DokumentutkastContent {
	const aktivitet = aktivitetIn(content, aktivitetKey);
	const before = measureIn(aktivitet, measureKey);
	const measure: UtkastMeasure = {
		...before,
		name: acceptValue(measureFields.name, name, "name"),
		rakneregel: acceptValue(measureFields.rakneregel, rakneregel, "rakneregel"),
		settings: acceptDraft(before.kind, settings, platser),
	};
	const changed = withMeasure(aktivitet, measure);
	const fragor = aktivitet.fragor.map((fraga) => answeredBy(fraga, { before, measure, aktivitet, platser }));
	return withAktivitet(content, { ...changed, fragor });
}

/**
 * Settings as they may lie in an utkast: what has been filled in is right, and the rest may wait.
 *
 * @throws Fault `invalid` in the words of the kind's own schema, or for a place that is not on the kommun's list
 */
export function acceptDraft(kind: MeasureKind, settings: unknown, platser: readonly Plats[]): unknown {
	const module = measureModule(kind);
	const problem = draftProblem(module.settingsSchema, settings);
	if (problem) throw new Fault("invalid", problem.message, problem.field);
	const parsed = module.settingsSchema.safeParse(settings);
	const draft = parsed.success ? parsed.data : settings;
	requirePlatser(platsIdsOf(kind, draft), platser);
	return draft;
}

/** @throws Fault `invalid` for a place that is not on the kommun's list */
export function requirePlatser(platsIds: readonly number[], platser: readonly Plats[]): void {
	if (platsIds.some((id) => !platser.some((plats) => plats.id === id)))
		throw new Fault("invalid", "Platser: välj platser som finns på kommunens lista.", "platsIds");
}

function platsIdsOf(kind: MeasureKind, settings: unknown): number[] {
	if (kind === "coverage") return readCoverage(settings).platsIds;
	return kind === "outcome" ? readOutcome(settings).series.map(({ platsId }) => platsId) : [];
}

/** A question that is open still has its answer when the value that it asks of has been given in the mått's own fields. */
function answeredBy(
	fraga: UtkastFraga,
	{
		before,
		measure,
		aktivitet,
		platser,
	}: { before: UtkastMeasure; measure: UtkastMeasure; aktivitet: UtkastAktivitet; platser: readonly Plats[] },
): UtkastFraga {
	if (!isOpenOf(fraga, before, aktivitet)) return fraga;
	const asked = JSON.stringify(askedValue(fraga.about, measure));
	if (asked === undefined || asked === JSON.stringify(askedValue(fraga.about, before))) return fraga;
	const module = measureModule(measure.kind);
	const parsed = module.settingsSchema.safeParse(measure.settings);
	return parsed.success
		? answered(fraga, module.describeSettings(parsed.data, platser).slice(0, LONGEST_ANSWER))
		: fraga;
}

const LONGEST_ANSWER = 500;

/** The part of the settings that a question is about; undefined: they have none. */
function askedValue(about: UtkastFraga["about"], { kind, settings }: UtkastMeasure): unknown {
	if (kind === "recurring")
		return about === "per" || about === "weekdays" ? readRecurring(settings).cadence : undefined;
	if (about === "places") return platsIdsOf(kind, settings);
	if (kind !== "count" && kind !== "coverage") return undefined;
	const { per, yearBasis } = kind === "count" ? readCount(settings) : readCoverage(settings);
	if (about === "per") return { per, yearBasis };
	if (about !== "minimum") return undefined;
	return kind === "count" ? readCount(settings).minimum : readCoverage(settings).times;
}

/** @throws Fault `invalid` for the only one */
export function removeMeasure(
	content: DokumentutkastContent,
	{ aktivitetKey, measureKey }: Of<"removeMeasure">,
): DokumentutkastContent {
	const aktivitet = aktivitetIn(content, aktivitetKey);
	const measure = measureIn(aktivitet, measureKey);
	if (aktivitet.measures.length === 1)
		throw new Fault(
			"invalid",
			"Mått: aktiviteten behöver minst ett. Lägg till ett annat först, eller ta bort aktiviteten.",
		);
	const measures = aktivitet.measures.filter(({ key }) => key !== measureKey);
	const fragor = aktivitet.fragor.map((fraga) =>
		isOpenOf(fraga, measure, aktivitet) && ASKED_OF[fraga.about] ? { ...fraga, state: "struken" as const } : fraga,
	);
	return withAktivitet(content, { ...aktivitet, measures, fragor });
}
