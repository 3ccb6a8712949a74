import { compareSwedish, upperFirst } from "#app/domain/format.ts";
import type { MeasureKind } from "#app/domain/measureKind.ts";
import type { PeriodKind } from "#app/domain/periods.ts";
import type { Plats } from "#app/measures/types.ts";
import type { UtkastMeasure } from "./content.ts";
import type {
	Cadence,
	CountDraft,
	CoverageDraft,
	Every,
	MilestoneDraft,
	OngoingDraft,
	OutcomeDraft,
	RecurringDraft,
} from "./draftSettings.ts";
import type { Keys } from "./keys.ts";
import { proposeRakneregel } from "./rakneregel.ts";
import {
	dayNamedIn,
	hasOddCadence,
	hasOpeningHours,
	namesHelgfria,
	namesHelgkvallar,
	type SaidSentence,
	seasonOf,
	weekdaysIn,
} from "./sentence.ts";
import { OCCASIONS, type UnitWords, unitWordsOf } from "./unitWords.ts";

/** What a proposal is made of beside the sentence. */
export interface ProposalFacts {
	/** The kommun's list. */
	platser: readonly Plats[];
	periodKind: PeriodKind;
	keys: Keys;
}

const LONGEST_NAME = 60;
const EVERY: Partial<Record<string, Every>> = { week: "week", month: "month", quarter: "quarter", termin: "termin" };

/**
 * A mått of a kind with what the sentence says of it. What it does not say is null or empty, for a person to fill in.
 *
 * @param kind as the sentence was read, or as a person has chosen
 */
export function proposeMeasure(kind: MeasureKind, said: SaidSentence, facts: ProposalFacts): UtkastMeasure {
	const unit = unitWordsOf(said.unit.value, said.activityType.value);
	const { settings, counted, cadence } = proposeSettings(kind, { said, unit, facts });
	return {
		key: facts.keys.make("m"),
		kind,
		name: nameOf(kind, said),
		rakneregel: proposeRakneregel({
			kind,
			unit: counted,
			cadence,
			quotation: said.quotation,
			isJoint: said.responsible.value.includes("polis") && said.responsible.value.includes("kommun"),
		}),
		settings,
	};
}

interface Proposed {
	settings: unknown;
	/** What the räkneregel speaks of. */
	counted: UnitWords;
	cadence: Cadence["type"] | null;
}

function proposeSettings(
	kind: MeasureKind,
	{ said, unit, facts }: { said: SaidSentence; unit: UnitWords; facts: ProposalFacts },
): Proposed {
	const plain = (settings: unknown): Proposed => ({ settings, counted: unit, cadence: null });
	switch (kind) {
		case "count":
			return plain({
				// What goes into no period is no number of a period.
				minimum: hasOddCadence(said.quotation) ? null : said.minimum.value,
				...windowOf(said, facts),
				unit: unit.many,
				unitOne: unit.one,
			} satisfies CountDraft);
		case "coverage":
			return plain({
				platsIds: platserNamed(said.places.value, facts.platser),
				times: said.minimum.value ?? 1,
				...windowOf(said, facts),
			} satisfies CoverageDraft);
		case "recurring":
			return proposeRecurring(said, unit);
		case "milestone":
			return plain({ plannedOn: dayNamedIn(said.quotation) } satisfies MilestoneDraft);
		case "outcome":
			return plain({
				unit: "",
				direction: directionOf(said.quotation),
				series: platserNamed(said.places.value, facts.platser).map((platsId) => ({
					platsId,
					baseline: null,
					target: null,
				})),
			} satisfies OutcomeDraft);
		case "ongoing":
			return plain({ unit: unit.many, unitOne: unit.one } satisfies OngoingDraft);
		case "actions":
			return plain({});
	}
}

function proposeRecurring(said: SaidSentence, unit: UnitWords): Proposed {
	const cadence = cadenceOf(said);
	const slot = cadence.type === "every" ? unit : slotWordsOf(said.quotation);
	return {
		settings: {
			cadence,
			season: seasonOf(said.quotation),
			slotOne: slot.one,
			slotMany: slot.many,
		} satisfies RecurringDraft,
		counted: cadence.type === "every" ? unit : slot,
		cadence: cadence.type,
	};
}

function cadenceOf(said: SaidSentence): Cadence {
	if (hasOpeningHours(said)) return { type: "opening_hours", hours: [], onlyHelgfria: false };
	const weekdays = weekdaysIn(said);
	const withHelgkvallar = namesHelgkvallar(said.quotation);
	if (weekdays.length > 0)
		return { type: "weekdays", weekdays, withHelgkvallar, onlyHelgfria: namesHelgfria(said.quotation) };
	const every = (said.per.value && EVERY[said.per.value]) || null;
	return { type: "every", every, times: said.minimum.value ?? (every ? 1 : null) };
}

/** What a day of a cadence is called. */
function slotWordsOf(quotation: string): UnitWords {
	if (/kväll/i.test(quotation)) return { many: "kvällar", one: "kväll", gender: "en" };
	if (/natt|nätter/i.test(quotation)) return { many: "nätter", one: "natt", gender: "en" };
	return OCCASIONS;
}

/** Over what it is to be reached. Which year is never guessed; what has no window of its own is left for a person. */
function windowOf(said: SaidSentence, { periodKind }: ProposalFacts): Pick<CountDraft, "per" | "yearBasis"> {
	const { value } = said.per;
	if (hasOddCadence(said.quotation)) return { per: "period", yearBasis: null };
	if (value === "year") return { per: "year", yearBasis: null };
	if (value === "tertial") return { per: periodKind === "tertial" ? "period" : null, yearBasis: null };
	if (value === null || value === "period") return { per: "lofte", yearBasis: null };
	return { per: null, yearBasis: null };
}

/** Those of the named places that are on the kommun's list. */
export function platserNamed(names: readonly string[], platser: readonly Plats[]): number[] {
	return names.flatMap((name) => platser.find((plats) => isSameName(plats.name, name))?.id ?? []);
}

function isSameName(one: string, other: string): boolean {
	return compareSwedish(fold(one), fold(other)) === 0;
}

function fold(name: string): string {
	return name.normalize("NFC").trim().replace(/\s+/g, " ").toLocaleLowerCase("sv");
}

const DOWN = /(?<!\p{L})(sänk|minsk|halver|reducer|sjunk|färre|lägre)/iu;
const UP = /(?<!\p{L})(öka|ökad|höj|stig|fler|tryggare|säkrare|högre)/iu;

/** Where the value is to go, by the first word that says so; null: none does. */
function directionOf(quotation: string): "down" | "up" | null {
	const down = DOWN.exec(quotation)?.index ?? Number.POSITIVE_INFINITY;
	const up = UP.exec(quotation)?.index ?? Number.POSITIVE_INFINITY;
	if (down === up) return null;
	return down < up ? "down" : "up";
}

function nameOf(kind: MeasureKind, { activityType }: SaidSentence): string {
	if (kind === "actions") return "Beslutade åtgärder";
	return upperFirst(activityType.value).slice(0, LONGEST_NAME).trim() || "Aktivitet";
}
