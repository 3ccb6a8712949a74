import { aktivitetstypOf } from "./aktivitetstyp.ts";
import { askAbout } from "./askAbout.ts";
import { type Cadence, cadenceOf, deadlineOf, type Weekdays, weekdaysOf } from "./cadence.ts";
import { measureOf } from "./measureOf.ts";
import { placeSetOf } from "./places.ts";
import { mainQuantity, type Quantity, quantitiesOf } from "./quantity.ts";
import type { Found, ReadPer, ReadSentence } from "./reading.ts";
import { responsibleOf } from "./responsible.ts";
import { type Match, spanOf, type Word, wordsOf } from "./words.ts";

/** What the surroundings of an aktivitet say of it. */
export interface SentenceContext {
	/** The parties of the heading that it stands under: `polis`, `kommun`, or another by its name; empty: none. */
	parties: string[];
	/** The dokument is in force for more than a year, so that "under året" leaves open which. */
	hasPeriodOverAYear: boolean;
	/** The only party that the whole text speaks of as promising: "polisens medborgarlöfte"; null or left out: there are several. */
	soleParty?: string | null;
}

/**
 * Reads what the sentence of an aktivitet says: who, how it is measured, how many, how often and where. Spans are counted
 * in it. A value that the words leave open comes with a question, never as a silent guess.
 *
 * @param quotation the sentence, word for word
 * @param context what its heading and dokument say
 */
export function readSentence(quotation: string, context: SentenceContext): ReadSentence {
	const words = wordsOf(quotation);
	const quantities = quantitiesOf(words);
	const quantity = mainQuantity(words, quantities);
	const cadence = cadenceWith(words, quantity);
	const weekdays = weekdaysOf(words);
	const places = placeSetOf(words);
	const responsible = responsibleOf(words, context.parties, context.soleParty ?? null);
	const measure = measureOf(words, { quantity, cadence, weekdays, places });
	const minimum = minimumOf(quantity, cadence, weekdays, measure.kind === "recurring");
	const per = perOf(minimum, cadence, measure.kind === "recurring" ? weekdays : undefined);
	const found = <Value>(value: Value, match: Match | null | undefined): Found<Value> => ({
		value,
		span: match ? spanOf(words, match) : null,
	});
	const isSet = measure.kind === "coverage" || places?.isImplied === false;
	const type = aktivitetstypOf(words, quantity);
	return {
		responsible: found(responsible.names, responsible.match),
		measure: found(measure.kind, measure.match),
		minimum: found(minimum.value, minimum.match),
		per: found(per.value, per.match),
		weekdays: found(weekdays?.isRecurring ? weekdays.days : null, weekdays?.isRecurring ? weekdays.match : null),
		places: found(isSet ? (places?.names ?? []) : [], isSet ? places?.match : null),
		unit: unitOf(words, quantity),
		activityType: found(type.term, type.match),
		questions: askAbout(words, {
			quantity,
			quantities,
			cadence,
			weekdays,
			places,
			responsible,
			measure,
			per: per.value,
			context,
			deadline: deadlineOf(words),
		}),
	};
}

/** "vid två tillfällen, ett per termin": the rhythm is of the smaller number, and the larger is of the whole. */
function cadenceWith(words: Word[], quantity: Quantity | undefined): Cadence | undefined {
	const cadence = cadenceOf(words);
	if (!cadence || !quantity) return cadence;
	const before = cadence.match.first - 1;
	const isOther = words[before]?.numeral && before >= quantity.match.end;
	return isOther && words[before - 1]?.text === "," ? undefined : cadence;
}

function minimumOf(
	quantity: Quantity | undefined,
	cadence: Cadence | undefined,
	weekdays: Weekdays | undefined,
	isRecurring: boolean,
): { value: number | null; match: Match | null } {
	if (quantity) return { value: quantity.value, match: quantity.match };
	if (!isRecurring) return { value: null, match: null };
	if (weekdays?.isRecurring)
		return weekdays.days.length === 1 && !cadence?.isOdd
			? { value: 1, match: weekdays.match }
			: { value: null, match: null };
	if (cadence?.isOnceEach || cadence?.isOdd) return { value: 1, match: cadence.match };
	return { value: null, match: null };
}

function perOf(
	minimum: { value: number | null },
	cadence: Cadence | undefined,
	weekdays: Weekdays | undefined,
): { value: ReadPer | null; match: Match | null } {
	if (weekdays?.isRecurring && cadence?.isOdd) return { value: null, match: null };
	if (weekdays?.isRecurring) return { value: weekdays.isMonthly ? "month" : "week", match: weekdays.match };
	if (minimum.value === null) return { value: null, match: null };
	if (cadence) return { value: cadence.per, match: cadence.match };
	return { value: "period", match: null };
}

function unitOf(words: Word[], quantity: Quantity | undefined): Found<string | null> {
	const word = quantity?.unit ? words[quantity.unit.first] : undefined;
	return word ? { value: word.lower, span: { from: word.from, to: word.to } } : { value: null, span: null };
}
