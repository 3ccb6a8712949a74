import type { Quantity } from "./quantity.ts";
import { findPhrase, isLetters, type Match, phrases, type Word } from "./words.ts";

/** The short terms of the field with the words that they go by, the most telling first. */
const TERMS = [
	["trygghetsvandring", "*trygghetsvandring*"],
	["nattvandring", "*nattvandr*"],
	["grannsamverkan", "*grannsamverkan*"],
	["båtsamverkan", "*båtsamverkan*"],
	["fotpatrullering", "*fotpatrull*;fotpatrull*;till fots"],
	["medborgarmöte", "*medborgarmöte*"],
	["medborgardialog", "*medborgardialog*;*invånardialog*;*dialogmöte*"],
	["samverkansmöte", "*samverkansmöte*"],
	["hastighetskontroll", "*hastighetskontroll*;*fartkontroll*"],
	["trafikkontroll", "*trafikkontroll*;*nykterhetskontroll*"],
	["hastighetsmätning", "*medelhastighet*;*hastighetsmätning*"],
	["hastighetsöversyn", "*hastighetsöversyn*"],
	["kamerabevakning", "*kamerabevakning*;*kameraövervakning*"],
	["narkotikasök", "*narkotikasök*;*hundsök*;sök efter narkotika"],
	["antilangningskampanj", "*langning*"],
	["tillsyn", "tillsyn*"],
	["trygghetsmätning", "*trygghetsmätning*;*trygghetsundersökning*"],
	["orossamtal", "*orossamtal*;*orosamtal*"],
	["SSPF", "sspf*;sspf"],
	["SSPF", "ssp|ssps"],
	["EST", "est"],
	["social insatsgrupp", "social|sociala insatsgrupp*"],
	["BRÅ-arbete", "brå"],
	["trafiksäkerhetsråd", "*trafiksäkerhetsråd*"],
	["cityvärd", "*cityvärd*"],
	["trygghetsvärd", "*trygghetsvärd*"],
	["ordningsvakt", "*ordningsvakt*"],
	["volontärarbete", "*volontär*"],
	["poliskontor", "*poliskontor*"],
	["handlingsplan", "*handlingsplan*;*åtgärdsplan*"],
	["trafikinsats", "*trafikinsats*"],
	["skolbesök", "besöka|besöker *skolor*;*skolbesök*;besöka|besöker _ _ *skolor"],
	["företagsbesök", "besök* _ _ _ hos? handlare|företag*;*företagsbesök*"],
	["evenemangssamverkan", "*evenemang*"],
	["skolinformation", "elever _ _ _ _ kunskap"],
	[
		"riktad insats",
		"riktade|riktad|planlagda|planerade|särskilda|# insats*;riktas mot;insats|insatser mot;*insatser riktade",
	],
	["tidig upptäckt", "identifiera|upptäcka|upptäckten"],
	["tidig insats", "tidiga|tidig insats*"],
	["belysningsprogram", "*belysningsprogram*"],
	["belysning", "*belysning*;belysa|belyser"],
	["renhållning", "*klotter*;*nedskräpning*;städa*;hålla|håller _ ren|rent"],
	["uppsökande arbete", "uppsökande"],
	["mötesplats", "*mötesplats*"],
	["utbildning", "*utbildning*;utbilda|utbildar|utbildas"],
	["synlig närvaro", "synlig*;*synlighet*;*närvaro*;närvarande;synas|syns"],
	["patrullering", "*patrull*"],
	["informationskampanj", "*kampanj*;kunskap*;medvetenhet*;medvetna"],
	["information", "information*;informera|informerar|informeras"],
	["narkotikaarbete", "*narkotika*;droger"],
	["ANDT-arbete", "andt;tobak|alkohol"],
	["trafikmiljö", "*trafik"],
	["samverkan", "*samverkan;samverka|samverkar;samarbeta|samarbetar|samarbete*;kontakter"],
] as const;

const COMPILED = TERMS.map(([term, patterns]) => ({ term, phrases: phrases(patterns) }));

/** A word that begins no noun phrase worth a name. */
const EMPTY =
	/^(att|polis|polisen|kommunen|kommun|ska|skall|och|eller|samt|för|med|som|den|det|de|en|ett|under|minst|året|genom|till|från|på|i|av|vid|om|kommunens|polisens|lovar|kommer|arbeta|arbetar|fortsätta|fortsätter|genomföra|genomför|göra|gör|öka|ökar|ökad|minska|verka|alla|samtliga|varje|gånger|gång|bra|mer|fler|vara|ha|är|sig|sin|sitt|sina|utveckla|skapa|tillsammans|bland|annat|mot|där)$/;
/** How Swedish nouns for something done end. */
const NOUN =
	/(ning|ningar|ningen|ningarna|tion|tioner|sion|möte|möten|arbete|arbetet|skap|kontroll|kontroller|insats|insatser|besök|samtal|dialog|dialogen|dialoger|plan|planer|träff|träffar|råd|rådet|aktivitet|aktiviteter|verksamhet|rundor)$/;
/** Several of what is done, and one. */
const SINGULAR: [plural: RegExp, singular: string][] = [
	[/ningar(na)?$/, "ning"],
	[/kontroller(na)?$/, "kontroll"],
	[/insatser(na)?$/, "insats"],
	[/aktiviteter(na)?$/, "aktivitet"],
	[/kampanjer(na)?$/, "kampanj"],
	[/dialoger(na)?$/, "dialog"],
	[/möten(a)?$/, "möte"],
	[/träffar(na)?$/, "träff"],
	[/rundor(na)?$/, "runda"],
	[/planer(na)?$/, "plan"],
	[/tioner(na)?$/, "tion"],
	[/arbetet$/, "arbete"],
];
/** What says how much, and not of what. */
const MEASURED_IN = /^(timmar|timme|tim|h|personer|dagar|gång|gånger)$/;
const LONGEST_TERM = 60;

/**
 * The short term of what is done: the field's own, else what is counted, else the first noun of the sentence that names something
 * done, else its longest word.
 */
export function aktivitetstypOf(words: Word[], quantity: Quantity | undefined): { term: string; match: Match | null } {
	for (const { term, phrases: patterns } of COMPILED) {
		const match = findPhrase(words, patterns);
		if (match) return { term, match };
	}
	const unit = quantity?.unit && !quantity.isTimes ? words[quantity.unit.first]?.lower : undefined;
	if (quantity?.unit && unit && !MEASURED_IN.test(unit)) return named(words, quantity.unit.first);
	const candidates = [...words.keys()].filter((at) => isLetters(words[at]) && !EMPTY.test(words[at]?.lower ?? ""));
	const found = candidates.find((at) => NOUN.test(words[at]?.lower ?? "")) ?? longest(words, candidates);
	return found === undefined ? { term: "aktivitet", match: null } : named(words, found);
}

function named(words: Word[], at: number): { term: string; match: Match } {
	const lower = words[at]?.lower ?? "";
	const singular = SINGULAR.find(([plural]) => plural.test(lower));
	const term = singular ? lower.replace(singular[0], singular[1]) : lower;
	return { term: term.slice(0, LONGEST_TERM), match: { first: at, end: at + 1 } };
}

function longest(words: Word[], candidates: number[]): number | undefined {
	const lengthOf = (at: number | undefined) => (at === undefined ? 0 : (words[at]?.lower.length ?? 0));
	return candidates.reduce<number | undefined>((best, at) => (lengthOf(at) > lengthOf(best) ? at : best), undefined);
}
