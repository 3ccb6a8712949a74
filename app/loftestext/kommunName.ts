import { fold, type PlainText } from "./plainText.ts";
import type { Span } from "./reading.ts";

/** What a dokument calls its kommun, and how sure it is. */
export interface KommunName {
	name: string;
	span: Span;
	/** Another name is written as often. */
	isContested: boolean;
}

const NAME = "(?:(?:Norra|Södra|Östra|Västra|Lilla|Stora|Nya|Upplands) )?\\p{Lu}\\p{L}+(?:-\\p{Lu}\\p{L}+)?";
/** Where a name stands, and how much it says there. The name is the first group. */
const PLACES: readonly { pattern: RegExp; weight: number; isGenitive: boolean }[] = [
	{ pattern: new RegExp(`(?<![\\p{L}-])(${NAME}) (?:kommun|KOMMUN)(?!\\p{L})`, "gu"), weight: 2, isGenitive: true },
	{ pattern: new RegExp(`(?<![\\p{L}-])(${NAME}) stad(?!\\p{L})`, "giu"), weight: 1, isGenitive: true },
	{
		pattern: new RegExp(`(?<![^\\n])(${NAME}) ?[–—-] ?(?:[Mm]edborgarl|MEDBORGARL)`, "gu"),
		weight: 5,
		isGenitive: false,
	},
	{
		pattern: new RegExp(`[Mm]edborgarlöfte\\p{L}* (?:(?:i|för|mellan polisen och) )?(${NAME})`, "gu"),
		weight: 3,
		isGenitive: true,
	},
	{ pattern: new RegExp(`(?<![^\\n])(${NAME}) och [Pp]olisen`, "gu"), weight: 3, isGenitive: false },
];
/** Capital letters that begin a sentence and no place. */
const NO_NAMES = new Set(
	"polisen polis kommunen kommun lokalpolisomrade medborgarlofte medborgarloften vi en ett den det var i under samt och for din er vilken hela varje sveriges svensk svenska januari februari mars april maj juni juli augusti september oktober november december gor ha kommunens alla denna detta sin".split(
		" ",
	),
);
/** Names that end so keep their s: there is no genitive to take off. */
const OWN_S = /(fors|nas|as|ums|hus|los|ros|is|ss)$/;

/** The name of the kommun that a text is about; undefined: none is named. */
export function findKommun(plain: PlainText): KommunName | undefined {
	const found = new Map<string, { weight: number; name: string; span: Span }>();
	const words = wordsIn(plain.text);
	const count = (written: string, span: Span, weight: number) => {
		const name = inSmallLetters(written);
		if (NO_NAMES.has(fold(name)) || name.length < 2) return;
		const known = found.get(fold(name));
		if (known) known.weight += weight;
		else found.set(fold(name), { weight, name, span });
	};
	for (const { pattern, weight, isGenitive } of PLACES)
		for (const match of plain.text.matchAll(pattern)) {
			const written = match[1] ?? "";
			const name = isGenitive ? withoutGenitive(written, words) : written;
			const from = (match.index ?? 0) + match[0].indexOf(written);
			count(name, { from, to: from + name.length }, weight);
		}
	for (const { word, span } of wordsOfAddress(plain, words)) count(withoutGenitive(word, words), span, 3);
	const [first, second] = [...found.values()].sort((a, b) => b.weight - a.weight || a.span.from - b.span.from);
	if (!first) return undefined;
	return { name: first.name, span: first.span, isContested: second !== undefined && second.weight * 2 > first.weight };
}

/** "SÄVSJÖ" is Sävsjö. */
function inSmallLetters(name: string): string {
	if (name.length < 2 || /\p{Ll}/u.test(name)) return name;
	return name.replace(/(?<=\p{L})\p{L}+/gu, (rest) => rest.toLowerCase());
}

/** "Jönköpings" is Jönköping; "Strängnäs" is Strängnäs. What the text itself writes without the s decides first. */
function withoutGenitive(name: string, words: Map<string, Span>): string {
	if (!/s$/i.test(name)) return name;
	const bare = name.slice(0, -1);
	if (words.has(bare)) return bare;
	return OWN_S.test(fold(name)) ? name : bare;
}

/** The words with a capital letter, each where it stands first. */
function wordsIn(text: string): Map<string, Span> {
	const words = new Map<string, Span>();
	for (const { 0: word, index = 0 } of text.matchAll(/\p{Lu}\p{L}+(?:-\p{Lu}\p{L}+)?/gu))
		if (!words.has(word)) words.set(word, { from: index, to: index + word.length });
	return words;
}

/** What an address names, in the text's own spelling: `halmstad.se` where it writes of "Halmstads stadskärna". */
function wordsOfAddress(plain: PlainText, words: Map<string, Span>): { word: string; span: Span }[] {
	const address = /https?:\/\/(\S{1,400})/.exec(plain.folded)?.[1];
	if (!address) return [];
	const parts = new Set(address.split(/[/.?#=&]/).filter((part) => part.length > 1));
	return [...words.entries()]
		.filter(([word]) => {
			const folded = fold(word);
			return parts.has(folded) || (folded.endsWith("s") && parts.has(folded.slice(0, -1)));
		})
		.map(([word, span]) => ({ word, span }));
}
