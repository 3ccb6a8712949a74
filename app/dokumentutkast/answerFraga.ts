import { aktivitetFields, dokumentFields, fragaFields } from "#app/domain/dokument.schema.ts";
import { Fault } from "#app/domain/fault.ts";
import type { Plats } from "#app/measures/types.ts";
import { acceptValue } from "./acceptValue.ts";
import { answerWords } from "./answerWords.ts";
import type { FragaValue, UtkastChange } from "./change.ts";
import { withWhole } from "./changeFacts.ts";
import { type ChangeFacts, withAktivitet, withMeasure } from "./changeFor.ts";
import { acceptDraft, requirePlatser, withKind } from "./changeMeasures.ts";
import type { DokumentutkastContent, UtkastAktivitet, UtkastFraga, UtkastMeasure } from "./content.ts";
import { type CountDraft, EVERY, readCount, readCoverage, readOutcome, readRecurring } from "./draftSettings.ts";
import { measureForFraga } from "./measureForValue.ts";
import { namedAsPart } from "./parts.ts";
import { settleWindows } from "./windowFragor.ts";

type Of<Type extends UtkastChange["type"]> = Extract<UtkastChange, { type: Type }>;
type ValueOf<About extends FragaValue["about"]> = Extract<FragaValue, { about: About }>;

/** Answers a question: sets the value that it decides, and keeps the answer in words beside the quotation. */
export function answerFraga(
	content: DokumentutkastContent,
	{ fragaKey, value, answer }: Of<"answerFraga">,
	facts: ChangeFacts,
): DokumentutkastContent {
	const { fraga, aktivitet } = fragaIn(content, fragaKey);
	const accepted = value && acceptAnswer(value, facts.platser);
	const words = answer.trim() || (accepted ? answerWords(accepted, facts.platser) : "");
	if (words === "")
		throw new Fault("invalid", "Svar: välj ett av alternativen eller skriv ett svar med egna ord.", "answer");
	const text = acceptValue(fragaFields.answer.unwrap(), words, "answer");
	const settled = withFraga(content, { ...fraga, state: "besvarad", answer: text });
	if (!accepted) return settled;
	const owner = aktivitet && settled.aktiviteter.find(({ key }) => key === aktivitet.key);
	return owner
		? settleWindows(withAktivitet(settled, withValue(owner, accepted, { fraga, content, facts })), facts)
		: withWholeValue(settled, accepted, facts);
}

/** Not a question after all. */
export function strikeFraga(content: DokumentutkastContent, { fragaKey }: Of<"strikeFraga">): DokumentutkastContent {
	return withFraga(content, { ...fragaIn(content, fragaKey).fraga, state: "struken", answer: null });
}

/** The value that an answer has set stays until it is answered anew. */
export function reopenFraga(content: DokumentutkastContent, { fragaKey }: Of<"reopenFraga">): DokumentutkastContent {
	return withFraga(content, { ...fragaIn(content, fragaKey).fraga, state: "obesvarad", answer: null });
}

function fragaIn(
	content: DokumentutkastContent,
	fragaKey: string,
): { fraga: UtkastFraga; aktivitet: UtkastAktivitet | null } {
	const isWanted = ({ key }: UtkastFraga) => key === fragaKey;
	for (const owner of [null, ...content.aktiviteter]) {
		const fraga = (owner ?? content).fragor.find(isWanted);
		if (fraga) return { fraga, aktivitet: owner };
	}
	throw new Fault("not_found", "Frågan finns inte i utkastet. Ladda om sidan.");
}

function withFraga(content: DokumentutkastContent, changed: UtkastFraga): DokumentutkastContent {
	const replaced = (fragor: UtkastFraga[]) => fragor.map((fraga) => (fraga.key === changed.key ? changed : fraga));
	return {
		...content,
		fragor: replaced(content.fragor),
		aktiviteter: content.aktiviteter.map((aktivitet) => ({ ...aktivitet, fragor: replaced(aktivitet.fragor) })),
	};
}

/** @throws Fault `invalid` in the words of the field that the value goes into */
function acceptAnswer(value: FragaValue, platser: readonly Plats[]): FragaValue {
	switch (value.about) {
		case "responsible": {
			const parts = acceptValue(aktivitetFields.parts, value.parts.map(namedAsPart), "parts");
			return { ...value, parts: [...new Set(parts)] };
		}
		case "period":
			acceptValue(dokumentFields.inForceFrom, value.inForceFrom, "inForceFrom");
			acceptValue(dokumentFields.inForceTo, value.inForceTo, "inForceTo");
			return value;
		case "periodStart":
			acceptValue(dokumentFields.inForceFrom, value.inForceFrom, "inForceFrom");
			return value;
		case "periodEnd":
			acceptValue(dokumentFields.inForceTo, value.inForceTo, "inForceTo");
			return value;
		case "signedOn":
			acceptValue(dokumentFields.signedOn, value.signedOn, "signedOn");
			return value;
		case "followUp":
			acceptValue(dokumentFields.periodKind, value.periodKind, "periodKind");
			return value;
		case "places":
			if (value.platsIds.length === 0)
				throw new Fault("invalid", "Platser: välj minst en, eller svara med egna ord.", "platsIds");
			requirePlatser(value.platsIds, platser);
			return { ...value, platsIds: [...new Set(value.platsIds)] };
		case "measure":
		case "minimum":
		case "per":
		case "weekdays":
			return value;
	}
}

function withWholeValue(content: DokumentutkastContent, value: FragaValue, facts: ChangeFacts): DokumentutkastContent {
	switch (value.about) {
		case "period": {
			const { inForceFrom, inForceTo } = value;
			return withWhole(content, { inForceFrom, inForceTo, isOpenEnded: inForceTo === null }, facts);
		}
		case "periodStart":
			return withWhole(content, { inForceFrom: value.inForceFrom }, facts);
		case "periodEnd":
			return withWhole(content, { inForceTo: value.inForceTo, isOpenEnded: false }, facts);
		case "signedOn":
			return { ...content, signedOn: value.signedOn };
		case "followUp":
			return withWhole(content, { periodKind: value.periodKind }, facts);
		case "responsible":
			return {
				...content,
				aktiviteter: content.aktiviteter.map((aktivitet) =>
					aktivitet.parts.length === 0 ? { ...aktivitet, parts: value.parts } : aktivitet,
				),
			};
		case "measure":
		case "minimum":
		case "per":
		case "weekdays":
		case "places":
			throw notItsAnswer();
	}
}

interface Answered {
	fraga: UtkastFraga;
	/** Before the answer. */
	content: DokumentutkastContent;
	facts: ChangeFacts;
}

function withValue(aktivitet: UtkastAktivitet, value: FragaValue, answered: Answered): UtkastAktivitet {
	if (value.about === "responsible") return { ...aktivitet, parts: value.parts };
	const measure = measureForFraga(aktivitet, answered.fraga);
	if (!measure) throw notItsAnswer();
	switch (value.about) {
		case "measure":
			return measure.kind === value.kind ? aktivitet : withKind(aktivitet, measure, { ...answered, kind: value.kind });
		case "minimum":
			return withMinimum(aktivitet, measure, { ...answered, minimum: value.minimum });
		case "per":
			return withPer(aktivitet, measure, { ...answered, per: value.per });
		case "weekdays":
			return withWeekdays(aktivitet, measure, { ...answered, value });
		case "places":
			return withPlaces(aktivitet, measure, { ...answered, platsIds: value.platsIds });
		case "period":
		case "periodStart":
		case "periodEnd":
		case "signedOn":
		case "followUp":
			throw notItsAnswer();
	}
}

function notItsAnswer(): Fault {
	return new Fault("invalid", "Svar: det svaret hör inte till frågan. Ladda om sidan och svara igen.", "answer");
}

/** The aktivitet's mått as another kind, with what is said put into its proposed settings. */
function recast(
	aktivitet: UtkastAktivitet,
	measure: UtkastMeasure,
	{
		kind,
		fill,
		content,
		facts,
	}: Answered & { kind: UtkastMeasure["kind"]; fill: (proposed: UtkastMeasure) => unknown },
): UtkastAktivitet {
	const changed = measure.kind === kind ? aktivitet : withKind(aktivitet, measure, { kind, content, facts });
	const proposed = changed.measures.find(({ key }) => key === measure.key) ?? measure;
	return withMeasure(changed, { ...proposed, settings: acceptDraft(kind, fill(proposed), facts.platser) });
}

/** No number is agreed: it is followed without one. */
function withMinimum(
	aktivitet: UtkastAktivitet,
	measure: UtkastMeasure,
	{ minimum, ...answered }: Answered & { minimum: number | null },
): UtkastAktivitet {
	if (minimum === null)
		return measure.kind === "ongoing" ? aktivitet : withKind(aktivitet, measure, { ...answered, kind: "ongoing" });
	const { kind } = measure;
	if (kind === "coverage")
		return recast(aktivitet, measure, {
			...answered,
			kind,
			fill: ({ settings }) => ({ ...readCoverage(settings), times: minimum }),
		});
	const { cadence } = readRecurring(measure.settings);
	if (kind === "recurring" && cadence.type === "every")
		return recast(aktivitet, measure, {
			...answered,
			kind,
			fill: ({ settings }) => ({ ...readRecurring(settings), cadence: { ...cadence, times: minimum } }),
		});
	return recast(aktivitet, measure, {
		...answered,
		kind: "count",
		fill: ({ settings }) => ({ ...readCount(settings), minimum }),
	});
}

function withPer(
	aktivitet: UtkastAktivitet,
	measure: UtkastMeasure,
	{ per, ...answered }: Answered & { per: ValueOf<"per">["per"] },
): UtkastAktivitet {
	const number = numberOf(measure);
	const every = EVERY.find((one) => one === per);
	if (every) {
		if (measure.kind === "coverage") throw notItsAnswer();
		return recast(aktivitet, measure, {
			...answered,
			kind: "recurring",
			fill: ({ settings }) => ({
				...readRecurring(settings),
				cadence: { type: "every", every, times: number ?? 1 },
			}),
		});
	}
	const window = windowOf(per);
	if (measure.kind === "coverage")
		return recast(aktivitet, measure, {
			...answered,
			kind: "coverage",
			fill: ({ settings }) => ({ ...readCoverage(settings), ...window }),
		});
	return recast(aktivitet, measure, {
		...answered,
		kind: "count",
		fill: ({ settings }) => {
			const draft = readCount(settings);
			return { ...draft, ...window, minimum: draft.minimum ?? number };
		},
	});
}

function windowOf(per: ValueOf<"per">["per"]): Pick<CountDraft, "per" | "yearBasis"> {
	if (per === "calendar" || per === "agreement") return { per: "year", yearBasis: per };
	return { per: per === "period" ? "period" : "lofte", yearBasis: null };
}

/** How many it is said to be; null: it is not said. */
function numberOf({ kind, settings }: UtkastMeasure): number | null {
	if (kind === "count") return readCount(settings).minimum;
	if (kind !== "recurring") return null;
	const { cadence } = readRecurring(settings);
	return cadence.type === "every" ? cadence.times : null;
}

function withWeekdays(
	aktivitet: UtkastAktivitet,
	measure: UtkastMeasure,
	{ value, ...answered }: Answered & { value: ValueOf<"weekdays"> },
): UtkastAktivitet {
	const { weekdays, withHelgkvallar, onlyHelgfria } = value;
	if (weekdays.length === 0 && !withHelgkvallar)
		throw new Fault("invalid", "Veckodagar: välj minst en veckodag eller andra helgkvällar.", "weekdays");
	return recast(aktivitet, measure, {
		...answered,
		kind: "recurring",
		fill: ({ settings }) => ({
			...readRecurring(settings),
			cadence: {
				type: "weekdays",
				weekdays: [...new Set(weekdays)].sort((a, b) => a - b),
				withHelgkvallar,
				onlyHelgfria,
			},
		}),
	});
}

function withPlaces(
	aktivitet: UtkastAktivitet,
	measure: UtkastMeasure,
	{ platsIds, ...answered }: Answered & { platsIds: number[] },
): UtkastAktivitet {
	if (measure.kind === "outcome")
		return recast(aktivitet, measure, {
			...answered,
			kind: "outcome",
			fill: ({ settings }) => {
				const draft = readOutcome(settings);
				const known = new Map(draft.series.map((one) => [one.platsId, one]));
				const series = platsIds.map((platsId) => known.get(platsId) ?? { platsId, baseline: null, target: null });
				return { ...draft, series };
			},
		});
	return recast(aktivitet, measure, {
		...answered,
		kind: "coverage",
		fill: ({ settings }) => ({ ...readCoverage(settings), platsIds }),
	});
}
