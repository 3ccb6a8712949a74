/** What is counted, as settings and a räkneregel say it. */
export interface UnitWords {
	/** "riktade insatser" */
	many: string;
	/** "riktad insats" */
	one: string;
	gender: "en" | "ett";
	/** It is not itself done: something is done there, with it or by it. */
	isThing?: true;
}

export const OCCASIONS: UnitWords = { many: "tillfällen", one: "tillfälle", gender: "ett" };

/** How the words of the field end, several and one. The last part of a compound decides; the first that fits is taken. */
const ENDINGS: readonly [many: string, one: string, gender: "en" | "ett"][] = [
	["möten", "möte", "ett"],
	["tillfällen", "tillfälle", "ett"],
	["seminarier", "seminarium", "ett"],
	["arrangemang", "arrangemang", "ett"],
	["evenemang", "evenemang", "ett"],
	["samtal", "samtal", "ett"],
	["besök", "besök", "ett"],
	["narkotikasök", "narkotikasök", "ett"],
	["projekt", "projekt", "ett"],
	["arbetspass", "arbetspass", "ett"],
	["meddelanden", "meddelande", "ett"],
	["utskick", "utskick", "ett"],
	["inlägg", "inlägg", "ett"],
	["läger", "läger", "ett"],
	["översyner", "översyn", "en"],
	["tillsyner", "tillsyn", "en"],
	["patruller", "patrull", "en"],
	["kontroller", "kontroll", "en"],
	["insatser", "insats", "en"],
	["kampanjer", "kampanj", "en"],
	["dialoger", "dialog", "en"],
	["aktiviteter", "aktivitet", "en"],
	["föreställningar", "föreställning", "en"],
	["ingar", "ing", "en"],
	["tioner", "tion", "en"],
	["sioner", "sion", "en"],
	["träffar", "träff", "en"],
	["rundor", "runda", "en"],
	["åtgärder", "åtgärd", "en"],
	["rapporter", "rapport", "en"],
	["fester", "fest", "en"],
	["caféer", "café", "ett"],
	["filmer", "film", "en"],
	["artiklar", "artikel", "en"],
	["enkäter", "enkät", "en"],
	["cirklar", "cirkel", "en"],
	["lotter", "lott", "en"],
	["workshoppar", "workshop", "en"],
];
/** What something is done at, with or by. */
const THINGS: readonly [many: string, one: string, gender: "en" | "ett"][] = [
	["skolor", "skola", "en"],
	["klasser", "klass", "en"],
	["personer", "person", "en"],
	["deltagare", "deltagare", "en"],
	["fordon", "fordon", "ett"],
	["ärenden", "ärende", "ett"],
	["planer", "plan", "en"],
	["timmar", "timme", "en"],
	["dagar", "dag", "en"],
	["kvällar", "kväll", "en"],
	["nätter", "natt", "en"],
	["helger", "helg", "en"],
	["veckor", "vecka", "en"],
	["platser", "plats", "en"],
	["områden", "område", "ett"],
	["kommundelar", "kommundel", "en"],
	["stadsdelar", "stadsdel", "en"],
	["tätorter", "tätort", "en"],
];
/** Terms that are the name of something done, so that they can be counted as they are. */
const DONE =
	/(möte|samtal|besök|sök|seminarium|arrangemang|evenemang|översyn|tillsyn|patrull|kontroll|insats|kampanj|dialog|aktivitet|träff|runda|vandring|mätning|utbildning|föreläsning|övning|kartläggning|inventering|undersökning|enkät|workshop)$/;
/** Shorter than this a word only looks like one of them: "planer" is, "ner" is not. */
const SHORTEST_BEFORE = 2;

/** What somebody does, by the short term of the field: what is then counted. */
const BY_TYPE: Record<string, UnitWords> = {
	fotpatrullering: { many: "fotpatruller", one: "fotpatrull", gender: "en" },
	patrullering: { many: "patruller", one: "patrull", gender: "en" },
	"riktad insats": { many: "riktade insatser", one: "riktad insats", gender: "en" },
	"tidig insats": { many: "tidiga insatser", one: "tidig insats", gender: "en" },
	"social insatsgrupp": { many: "möten", one: "möte", gender: "ett" },
	"tidig upptäckt": { many: "arbetspass", one: "arbetspass", gender: "ett" },
	"BRÅ-arbete": { many: "möten", one: "möte", gender: "ett" },
	samverkan: { many: "möten", one: "möte", gender: "ett" },
};

/** Words for the times something is done: then what is done is what is counted. */
const TIMES = /^(gång|gånger|ggr|tillfälle|tillfällen|st|stycken)$/;
/** What goes on and is not counted one by one, however it ends. */
const UNCOUNTED =
	/(hållning|belysning|bevakning|övervakning|bemanning|sökning|planering|finansiering|information|kommunikation|rehabilitering|uppföljning|behandling|hantering|forskning|användning|langning|spridning)$/;
const LONGEST = 40;

/**
 * What is counted.
 *
 * @param unit as the text calls it, in small letters; null: it does not say
 * @param aktivitetstyp the short term of what is done
 * @returns "tillfällen" where the words are not sure
 */
export function unitWordsOf(unit: string | null, aktivitetstyp: string): UnitWords {
	const byType = BY_TYPE[aktivitetstyp] ?? (DONE.test(aktivitetstyp) ? unitWords(aktivitetstyp) : undefined);
	if (unit === null || TIMES.test(unit)) return byType ?? OCCASIONS;
	// "tio riktade insatser": the text's own word is the last of the term's.
	if (byType && (byType.many.endsWith(` ${unit}`) || byType.one.endsWith(` ${unit}`))) return byType;
	return unitWords(unit) ?? OCCASIONS;
}

/** One of several, and several of one: "fotpatruller", "fotpatrull"; undefined: the word is not sure. */
export function unitWords(word: string): UnitWords | undefined {
	if (word.length > LONGEST || /[^\p{L}-]/u.test(word) || UNCOUNTED.test(word)) return undefined;
	const thing = fitting(word, THINGS);
	return thing ? { ...thing, isThing: true } : fitting(word, ENDINGS);
}

function fitting(word: string, endings: typeof ENDINGS): UnitWords | undefined {
	for (const [many, one, gender] of endings)
		for (const ending of [many, one]) {
			if (!word.endsWith(ending)) continue;
			const before = word.slice(0, word.length - ending.length);
			if (before.length > 0 && before.length < SHORTEST_BEFORE) continue;
			// "ing", "tion" are endings and no words.
			if (before === "" && /^(ing|tion|sion)/.test(ending)) continue;
			const unit = { many: before + many, one: before + one, gender };
			return unit.many.length <= LONGEST ? unit : undefined;
		}
	return undefined;
}

/** "en riktad insats", "ett möte" */
export function oneOf({ one, gender }: UnitWords): string {
	return `${gender} ${one}`;
}
