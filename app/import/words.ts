import { BIPRODUKT_NAME, BIPRODUKTER, type Biprodukt } from "#app/domain/biprodukter.ts";
import type { PerformedBy } from "#app/domain/performedBy.ts";
import type { ColumnRole } from "./content.ts";
import { foldedName } from "./foldedName.ts";

/** What people call the columns of their logs, folded. The most telling first. */
const ROLE_WORDS = {
	date: ["datum", "dag", "när", "date", "dagens datum", "genomförd datum", "utfört datum"],
	performedBy: [
		"utförd av",
		"utfört av",
		"genomförd av",
		"genomfört av",
		"utförare",
		"vem",
		"vilka",
		"ansvarig",
		"part",
		"aktör",
		"organisation",
		"deltagare",
	],
	aktivitet: ["aktivitet", "insats", "åtgärd", "vad", "händelse", "typ av insats", "typ av aktivitet", "typ", "löfte"],
	// "Antal poliser" is how many of something else, and so is "Timmar" unless a mått is counted in hours.
	quantity: [
		"antal",
		"st",
		"stycken",
		"antal tillfällen",
		"antal gånger",
		"antal insatser",
		"antal aktiviteter",
		"antal pass",
		"hur många",
		"hur många gånger",
		"tillfällen",
		"mängd",
		"värde",
		"uppmätt värde",
		"mätvärde",
	],
	plats: ["plats", "område", "ort", "var", "stadsdel", "kommundel", "ställe", "lokal"],
	note: [
		"anteckning",
		"kommentar",
		"övrigt",
		"notering",
		"anmärkning",
		"anm",
		"beskrivning",
		"fritext",
		"info",
		"resultat",
	],
} as const satisfies Partial<Record<ColumnRole, readonly string[]>>;

const BIPRODUKT_WORDS: Record<Biprodukt, readonly string[]> = {
	beslag: ["beslag", "beslagtaget"],
	anmalningar: ["anmälningar", "anmälan", "polisanmälningar", "upprättade anmälningar"],
	ordningsbot: ["ordningsböter", "ordningsbot", "böter", "bot", "obf"],
	trafikbrott: ["rapporterade trafikbrott", "trafikbrott", "rapporterade", "rapporter"],
	omhandertaganden: ["omhändertaganden", "omhändertagna", "omhändertagen", "lob"],
	gripanden: ["gripanden", "gripna", "gripen"],
	avvisningar: ["avvisningar", "avvisade", "avlägsnanden", "avlägsnade"],
	orosanmalningar: ["orosanmälningar", "orosanmälan"],
	tillsyner: ["tillsyner", "tillsyn"],
};

type GuessedRole = Exclude<ColumnRole, `measure.${number}` | "unused">;

const WORDS: readonly { role: GuessedRole; word: string }[] = [
	...Object.entries(ROLE_WORDS).flatMap(([role, words]) =>
		words.map((word) => ({ role: role as keyof typeof ROLE_WORDS, word })),
	),
	...BIPRODUKTER.flatMap((code) =>
		[foldedName(BIPRODUKT_NAME[code]), ...BIPRODUKT_WORDS[code]].map((word) => ({
			role: `biprodukt.${code}` as const,
			word,
		})),
	),
];

/** How surely a heading says what its column is. */
export interface HeadingGuess {
	role: GuessedRole;
	/** 3: just so. 2: it begins so. 1: the word is in it. 0: it is in it, of something else. */
	strength: number;
}

/** Of a day, but not of the one when it was done. */
const OTHER_DAY = /planera|planlagd|bokad|registrera|inlagd|inlagt|inskrive|skapa|utskri|uppdatera|ändra/;
/** Longer headings are texts above a table. */
const LONGEST_HEADING = 40;

/** What a heading says of its column, the surest first; "Antal beslag" is beslag before it is a number. */
export function headingGuesses(heading: string): HeadingGuess[] {
	const folded = foldedName(heading);
	if (folded === "" || folded.length > LONGEST_HEADING) return [];
	const spaced = ` ${folded} `;
	const guesses = WORDS.flatMap(({ role, word }): HeadingGuess[] => {
		if (folded === word) return [{ role, strength: 3 }];
		if (role === "date" && OTHER_DAY.test(folded)) return spaced.includes(` ${word} `) ? [{ role, strength: 0 }] : [];
		if (role === "quantity") return [];
		if (folded.startsWith(`${word} `)) return [{ role, strength: 2 }];
		return spaced.includes(` ${word} `) ? [{ role, strength: role.startsWith("biprodukt.") ? 2 : 1 }] : [];
	});
	return guesses.sort((a, b) => b.strength - a.strength);
}

const PERFORMER_WORDS: Record<PerformedBy, readonly string[]> = {
	gemensamt: [
		"polisen och kommunen",
		"kommunen och polisen",
		"polis och kommun",
		"kommun och polis",
		"polis kommun",
		"kommun polis",
		"polisen kommunen",
		"kommunen polisen",
		"båda",
		"bägge",
		"gemensamt",
		"gemensam",
		"tillsammans",
	],
	polis: ["polis", "polisen", "kommunpolis", "kommunpolisen", "områdespolis", "områdespolisen", "lokalpolisen"],
	kommun: ["kommun", "kommunen", "samordnare", "samordnaren", "brottsförebyggande samordnare"],
	annan: ["annan part", "annan", "annan aktör", "andra", "övriga", "extern"],
};

/** Who a folded name means; undefined when it is somebody that only people know ("räddningstjänsten"). */
export function performerOf(folded: string): PerformedBy | undefined {
	const found = Object.entries(PERFORMER_WORDS).find(([, words]) => words.includes(folded));
	return found?.[0] as PerformedBy | undefined;
}
