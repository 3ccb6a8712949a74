import { Fault } from "#app/domain/fault.ts";
import type { FragaValue } from "./change.ts";
import { type ChangeFacts, withMeasure } from "./changeFor.ts";
import { acceptDraft, withKind } from "./changeMeasures.ts";
import type { DokumentutkastContent, UtkastAktivitet, UtkastFraga, UtkastMeasure } from "./content.ts";
import { type CountDraft, EVERY, readCount, readCoverage, readOutcome, readRecurring } from "./draftSettings.ts";
import { measureForFraga } from "./measureForValue.ts";

type ValueOf<About extends FragaValue["about"]> = Extract<FragaValue, { about: About }>;

interface Answered {
	fraga: UtkastFraga;
	/** Before the answer. */
	content: DokumentutkastContent;
	facts: ChangeFacts;
}

/** The aktivitet with the value that an answer gives. */
export function withValue(aktivitet: UtkastAktivitet, value: FragaValue, answered: Answered): UtkastAktivitet {
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

/** An answer to something else than what is asked. */
export function notItsAnswer(): Fault {
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
