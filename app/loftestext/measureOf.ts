import type { MeasureKind } from "#app/domain/measureKind.ts";
import { type Cadence, recurrenceOf, regularityOf, type Weekdays } from "./cadence.ts";
import { dueOf, onceOf, singleOf } from "./once.ts";
import { outcomeOf } from "./outcome.ts";
import type { PlaceSet } from "./places.ts";
import type { Quantity } from "./quantity.ts";
import { findPhrase, firstSentenceEnd, type Match, phrases, type Word } from "./words.ts";

/** How an aktivitet is measured, and the words that say so; null: nothing else fits. */
export interface ReadMeasure {
	kind: MeasureKind;
	match: Match | null;
	/** The words would bear another way as well. */
	isDoubtful: boolean;
}

const DECIDED = phrases("beslutade åtgärder;beslutade åtgärderna");
/** What others hold, each of which is to be gone to: "delta vid kommunens dialoger". */
const OTHERS_EVENTS = phrases(
	[
		"delta|deltar|medverka|medverkar|närvara|närvarar vid|på|i kommunens|polisens *er|*or|*ar|*erna|*orna|*arna",
		"delta|deltar|medverka|medverkar|närvara|närvarar vid|på|i *s *möten|*mötena|*träffar|*dialoger|*vandringar",
	].join(";"),
);
/** What a number is summed up over; in shorter periods it comes back. */
const COUNTED_OVER = /^(year|tertial|period)$/;
/** Without a beginning or an end. */
const CONTINUOUS = phrases(
	"löpande|fortlöpande|kontinuerlig|kontinuerligt|kontinuerliga|ständigt|fortsatt|fortsätta|fortsätter",
);
/** A time of the year. */
const SEASON = phrases(
	[
		"under|på|varje hela? sommaren|sommarmånaderna|sommartid|sommarlovet|sommarhalvåret|sommarsäsongen|vintern|vinterhalvåret|vintersäsongen|hösten|våren|lovet|loven",
		"januari|februari|mars|april|maj|juni|juli|augusti|september|oktober|november till|–|-|t januari|februari|mars|april|maj|juni|juli|augusti|september|oktober|november|december",
		"vecka|veckorna # till|-|–|t #;v .? # till|-|–|t #",
	].join(";"),
);

/** How an aktivitet is measured, from the most telling words to the least. */
export function measureOf(
	words: Word[],
	read: {
		quantity: Quantity | undefined;
		cadence: Cadence | undefined;
		weekdays: Weekdays | undefined;
		places: PlaceSet | undefined;
	},
): ReadMeasure {
	const { quantity, cadence, weekdays, places } = read;
	const isOften = cadence !== undefined && (cadence.isOdd || !COUNTED_OVER.test(cadence.per ?? ""));
	// "tio fotpatruller, fredagar och lördagar": the number is what is agreed, and the days say when.
	if (weekdays?.isRecurring && (!quantity || weekdays.isEach || isOften)) return told("recurring", weekdays.match);
	if (quantity) {
		if (places && !isOften && (quantity.value === 1 || places.isEach)) return told("coverage", places.match);
		return isOften ? told("recurring", cadence.match) : told("count", quantity.match);
	}
	if (cadence?.isOnceEach || cadence?.isOdd) return told("recurring", cadence.match);
	const outcome = outcomeOf(words);
	if (outcome) return { kind: "outcome", ...outcome };
	if (places && !places.isImplied) return told("coverage", places.match);
	const others = findPhrase(words, OTHERS_EVENTS) ?? findPhrase(words, DECIDED);
	if (others) return told("coverage", others);
	const isContinuous = findPhrase(words, CONTINUOUS) !== undefined;
	const recurrence = regularityOf(words) ?? (isContinuous ? undefined : recurrenceOf(words));
	if (recurrence) return told("recurring", recurrence);
	const once = onceOf(words) ?? dueOf(words);
	if (once) return told("milestone", once);
	const single = isContinuous ? undefined : singleOf(words);
	if (single) return { kind: "milestone", match: single, isDoubtful: true };
	const season = seasonOf(words);
	if (season) return { kind: "recurring", match: season, isDoubtful: true };
	return { kind: "ongoing", match: null, isDoubtful: false };
}

function told(kind: MeasureKind, match: Match): ReadMeasure {
	return { kind, match, isDoubtful: false };
}

/** "under sommaren", but not the summer of a single year, nor in what only explains. */
function seasonOf(words: Word[]): Match | undefined {
	const season = findPhrase(words.slice(0, firstSentenceEnd(words)), SEASON);
	return season && /^(19|20)\d\d$/.test(words[season.end]?.text ?? "") ? undefined : season;
}
