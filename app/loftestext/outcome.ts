import { findPhrase, type Match, phrases, type Word } from "./words.ts";

/** A value that is to move, and whether the words only say that something is to become better. */
export interface Outcome {
	match: Match;
	/** No measured value is named: "göra parken tryggare", "minskad skadegörelse". */
	isDoubtful: boolean;
}

/** A measured value that is to move. */
const MEASURED = phrases(
	[
		"sänka|sänker|sänkt *hastighet*",
		"minska|minskar|minskat|halvera|halverar|reducera|reducerar antalet|andelen",
		"öka|ökar|höja|höjer andelen",
		"öka|ökar antalet anmäl*|tips|*anmälningar",
		"färre|fler ska|skall|som? upplever|uppleva|känner|känna|anser|anse|utsätts|utsättas|drabbas",
		"färre döda|skadade|anmäl*|*brott|*olyckor|*inbrott|*stölder",
		"andelen|antalet _? _? _? ska|skall minska|öka|sjunka",
		"göra|gör _ _? _? tryggare|säkrare",
		"öka|ökar|minska|minskar|sänka|sänker|höja|höjer _? _? med # %|procent",
	].join(";"),
);
/** What can be counted or asked about, as the one that is to move: "hastigheten på Storgatan ska sänkas". */
const VALUE = phrases(
	[
		"andelen|antalet|*hastigheten|*hastigheterna|användandet|användningen|bruket|*missbruket|skadegörelsen|nedskräpningen",
		"*brotten|*brottsligheten|*inbrotten|*stölderna|*olyckorna|anmälningarna|tryggheten|otryggheten|trygghetskänslan",
	].join(";"),
);
const MOVES = phrases("ska|skall öka|minska|sjunka|halveras|minskas|ökas|sänkas|höjas|förbättras|vara lägre|högre?");
/** "Antalet inbrott i bostäder och förråd ska" */
const MOST_BETWEEN = 8;
/** What is to become less, as what the sentence itself promises and not as what it is for. */
const LESS_FIRST = phrases("att? minska|minskar|minskad|minskade|minskat|halvera|halverad|sänka|sänkt|färre _");
const LESS_BY_ALL = phrases("ska|skall minska|halvera|sänka _;lovar att? minska|halvera|sänka _");
/** The feeling of safety, which is asked about every year, is what is to become more. */
const SAFETY_FIRST = phrases(
	"att? öka|höja|förbättra|stärka|ökad|höjd|förbättrad den? upplevda|generella? tryggheten|trygghetskänslan|trygghetsupplevelsen;att? öka|höja|förbättra|stärka|ökad känslan|känsla av trygghet",
);
/** How: then it is what is done that is promised, and the rest is what it is for. */
const MEANS = phrases("genom|via|med;i samarbete|samverkan");

/** The value that a sentence promises will move; undefined: none. */
export function outcomeOf(words: Word[]): Outcome | undefined {
	const measured = findPhrase(words, MEASURED) ?? movedValue(words) ?? fewerOf(words);
	if (measured) return { match: measured, isDoubtful: false };
	if (LESS_FIRST.some((fits) => fits(words, 0) > 0)) return { match: { first: 0, end: 1 }, isDoubtful: true };
	const less = findPhrase(words, LESS_BY_ALL);
	if (less) return { match: less, isDoubtful: true };
	const isSafer = SAFETY_FIRST.some((fits) => fits(words, 0) > 0) && !findPhrase(words, MEANS);
	return isSafer ? { match: { first: 0, end: words.length }, isDoubtful: true } : undefined;
}

/** "färre ungdomar i årskurs 9 ska" */
function fewerOf(words: Word[]): Match | undefined {
	const first = words.findIndex(({ lower }) => lower === "färre");
	const to = words.findIndex(({ lower }, index) => index > first && /^(ska|skall)$/.test(lower));
	return first !== -1 && to !== -1 && to - first <= MOST_BETWEEN ? { first, end: to + 1 } : undefined;
}

/** A value as the one that is to move, and not as what somebody is to move. */
function movedValue(words: Word[]): Match | undefined {
	const value = findPhrase(words, VALUE);
	const moves = value && findPhrase(words, MOVES, value.end);
	return moves && moves.first - value.end <= MOST_BETWEEN ? value : undefined;
}
