import { isLetters, type Word } from "./words.ts";

/** What each party is called in the texts, and by what name it is kept. The first that fits decides. */
const PARTIES: [name: string, pattern: RegExp][] = [
	["polis", /^(|[a-zåäö]+)polis(|s|en|ens|er|ers|erna|ernas|ar|arna)$/],
	["polis", /^(polismyndighet(|en|ens)|(lokal)?polisområde(|s|t|ts)|polispersonal(|en))$/],
	["kommun", /^(kommun(|en|s|ens|erna|ernas)|kommunledning(|en)|kommunstyrelse(|n)|stad|staden|stadens)$/],
	["stadsdel", /^stadsdel(|en|ens|sförvaltning|sförvaltningen|snämnd|snämnden)$/],
	["räddningstjänst", /^räddningstjänst(|en|ens)$/],
	["socialtjänst", /^(socialtjänst(|en|ens)|socialförvaltning(|en|ens))$/],
	["skola", /^(skol|grundskol|gymnasieskol)(a|an|ans|or|orna|ornas)$/],
	["elevhälsan", /^elevhälsa(|n|ns)$/],
	["fältgrupp", /^(fältgrupp(|en|ens)|fältarna|fältare|fältassistent(er|erna)|fältsekreterar(e|na))$/],
	["vaktbolag", /^(vakt|bevaknings)(bolag|företag)(|et|ets|en|ens)$/],
	["bostadsbolag", /^bostads(bolag|företag)(|et|ets|en|ens)$/],
	["hyresvärdar", /^hyresvärd(|en|ar|arna|arnas)$/],
	["fastighetsägare", /^fastighetsägar(e|en|na|nas|es)$/],
	["föreningar", /^(|idrotts|frivillig|samhälls)(förening(|en|ar|arna|arnas|ars|slivet|sliv)|organisation(er|erna))$/],
	["civilsamhället", /^civilsamhälle(|t|ts)$/],
	["näringsliv", /^(näringsliv(|et|ets)|företagare|företagarna|handlare|handlarna|köpmän|köpmännen)$/],
	["hälsocentral", /^(hälso|vård)central(|en|ens|er|erna)$/],
	["region", /^region(|en|ens)$/],
	["länsstyrelse", /^länsstyrelse(|n|ns)$/],
	["Trafikverket", /^trafikverket(|s)$/],
	["Tullverket", /^(tullverket|tullverkets|tullen)$/],
	["Kustbevakningen", /^kustbevakningen(|s)$/],
	["fritid", /^(fritid|fritiden|fritidsförvaltning(|en)|fritidsgård(|en|ens|ar|arna))$/],
	["kyrka", /^kyrka(|n|ns)$/],
	["trygghetsvärdar", /^trygghetsvärd(ar|arna)$/],
	["ordningsvakter", /^ordningsvakt(er|erna)$/],
	["kommun", /^[a-zåäö]*(förvaltning|nämnd)(en|ens|erna|ernas)$/],
];

/** The words in which a slip of the pen is mended, long enough to be known. */
const MENDED: [name: string, word: string][] = [
	["polis", "polisen"],
	["polis", "områdespolisen"],
	["polis", "kommunpolisen"],
	["polis", "polismyndigheten"],
	["kommun", "kommunen"],
	["räddningstjänst", "räddningstjänsten"],
	["socialtjänst", "socialtjänsten"],
];
/** Words of their own, however like a party's they look. */
const NOT_MISSPELT = /^(policen|policyn|polisiär|kommuner|kommunal|kommunala|kommunalt)$/;
/** No misspelt party has fewer or more letters. */
const SHORTEST = 6;
const LONGEST = 20;
/** No word for a party has more letters: "frivilligorganisationerna". */
const LONGEST_NAME = 40;

interface Party {
	name: string;
	isMisspelt: boolean;
}

/** Each word is asked about many times over while its sentence is read. */
const known = new WeakMap<Word, { party: Party | undefined }>();

/** The party that a word names; undefined: none. */
export function partyOf(word: Word | undefined): Party | undefined {
	if (word === undefined) return undefined;
	const before = known.get(word);
	if (before) return before.party;
	const party = isLetters(word) ? partyNamed(word.lower) : undefined;
	known.set(word, { party });
	return party;
}

function partyNamed(lower: string): Party | undefined {
	if (lower.length > LONGEST_NAME) return undefined;
	const named = PARTIES.find(([, pattern]) => pattern.test(lower));
	if (named) return { name: named[0], isMisspelt: false };
	if (lower.length < SHORTEST || lower.length > LONGEST || NOT_MISSPELT.test(lower)) return undefined;
	const mended = MENDED.find(([, correct]) => isNear(lower, correct, correct.length > 10 ? 2 : 1));
	return mended && { name: mended[0], isMisspelt: true };
}

/** Whether one word becomes the other by so many letters changed, left out, added or two neighbours swapped. */
function isNear(one: string, other: string, atMost: number): boolean {
	if (Math.abs(one.length - other.length) > atMost) return false;
	let beforeLast: number[] = [];
	let last = Array.from({ length: other.length + 1 }, (_, column) => column);
	for (let row = 1; row <= one.length; row++) {
		const current = [row];
		for (let column = 1; column <= other.length; column++) {
			const isSame = one[row - 1] === other[column - 1];
			const changed = (last[column - 1] ?? 0) + (isSame ? 0 : 1);
			const added = Math.min(last[column] ?? 0, current[column - 1] ?? 0) + 1;
			const isSwapped = row > 1 && one[row - 1] === other[column - 2] && one[row - 2] === other[column - 1];
			const swapped = isSwapped ? (beforeLast[column - 2] ?? 0) + 1 : changed;
			current.push(Math.min(changed, added, swapped));
		}
		beforeLast = last;
		last = current;
	}
	return (last[other.length] ?? 0) <= atMost;
}
