import { partyOf } from "./partyNames.ts";
import { type PartyRun, partyRunAt } from "./partyRuns.ts";
import { findPhrase, phrases, type Word } from "./words.ts";

const OWN_RESPONSIBILITY = phrases(
	"ansvarig|ansvariga|ansvar|utförare|ansvarar|aktör|aktörer :;ansvarig|ansvariga|ansvar är?",
);

/**
 * Those whom a sentence sets apart as responsible: after its last stroke or in its last parentheses ("…/Polisen", "… (K)"), or after
 * "Ansvarig:"; undefined: it sets nobody apart.
 */
export function announcedOf(words: Word[]): PartyRun | undefined {
	return suffixOf(words) ?? afterLabel(words);
}

/** "…/Polis och Kommun", "… (polisen, kommunen)", "… . Polis": parties after the last stroke, in the last parentheses or alone. */
function suffixOf(words: Word[]): PartyRun | undefined {
	let end = words.length;
	while (end > 0 && /^[.)\]:;,]$/.test(words[end - 1]?.text ?? "")) end -= 1;
	const letters = lettersBefore(words, end);
	if (letters) return letters;
	for (let at = end - 1; at >= Math.max(1, end - 12); at--) {
		const sign = words[at]?.text ?? "";
		if (words[at + 1]?.isFirst && partyRunAt(words, at + 1)?.match.end === end) return partyRunAt(words, at + 1);
		if (!/^[/([–—-]$/.test(sign)) continue;
		const run = partyRunAt(words, at + 1, true);
		// "skolan/socialtjänsten" within a list of parties is no suffix of its own.
		const isList = sign === "/" && words[at + 1]?.isGlued && partyOf(words[at - 1]);
		if (run?.match.end === end && run.hasKnown && !isList) return run;
	}
	return undefined;
}

const LETTERS = new Map([
	["P", "polis"],
	["K", "kommun"],
	["R", "räddningstjänst"],
]);

/** "… (P)", "… (P + K)": the parties by their first letters. */
function lettersBefore(words: Word[], end: number): PartyRun | undefined {
	const names: string[] = [];
	for (let at = end - 1; at > Math.max(0, end - 7); at--) {
		const text = words[at]?.text ?? "";
		if (text === "(") {
			const match = { first: at + 1, end };
			return names.length === 0
				? undefined
				: { names: names.reverse(), match, hasKnown: true, isMisspelt: false, isGenitive: false };
		}
		const name = LETTERS.get(text);
		if (name) names.push(name);
		else if (!/^([/+,&]|och|o)$/.test(text)) return undefined;
	}
	return undefined;
}

/** "Ansvarig: polisen" */
function afterLabel(words: Word[]): PartyRun | undefined {
	const match = findPhrase(words, OWN_RESPONSIBILITY);
	return match && partyRunAt(words, match.end, true);
}
