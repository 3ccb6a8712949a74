import { expect, test } from "vitest";
import { readNumber } from "#app/loftestext/numerals.ts";
import { quantitiesOf } from "#app/loftestext/quantity.ts";
import { wordsOf } from "#app/loftestext/words.ts";

const BELOW_TWENTY = [
	..."noll ett två tre fyra fem sex sju åtta nio tio".split(" "),
	..."elva tolv tretton fjorton femton sexton sjutton arton nitton".split(" "),
];
const TENS = ["", "tio", "tjugo", "trettio", "fyrtio", "femtio", "sextio", "sjuttio", "åttio", "nittio"];

/** A whole number 1–9999 as it is written in Swedish, the parts of it with something between. */
function spell(value: number, between = ""): string {
	const parts: string[] = [];
	const thousands = Math.floor(value / 1000);
	const hundreds = Math.floor((value % 1000) / 100);
	const rest = value % 100;
	if (thousands > 0) parts.push(BELOW_TWENTY[thousands] ?? "", "tusen");
	if (hundreds > 0) parts.push(BELOW_TWENTY[hundreds] ?? "", "hundra");
	if (rest > 0 && rest < 20) parts.push(BELOW_TWENTY[rest] ?? "");
	if (rest >= 20) parts.push((TENS[Math.floor(rest / 10)] ?? "") + (rest % 10 > 0 ? BELOW_TWENTY[rest % 10] : ""));
	return parts.join(between);
}

/** The numbers that a sentence promises. */
const promised = (text: string) => quantitiesOf(wordsOf(text)).map(({ value }) => value);

test("every whole number up to 9999 in words is read back, written together", () => {
	for (let value = 1; value <= 9999; value++) expect(readNumber(spell(value))).toBe(value);
});

test("every whole number up to 9999 in words is read back, written apart", () => {
	for (let value = 1; value <= 9999; value++) {
		const [word] = wordsOf(spell(value, " "));
		expect({ value: word?.numeral?.value, length: word?.numeral?.length }).toEqual({
			value,
			length: spell(value, " ").split(" ").length,
		});
	}
});

test.each([
	["tjugoen", 21],
	["hundra", 100],
	["tusen", 1000],
	["ettusen", 1000],
	["tusenfem", 1005],
	["tiotusen", 10_000],
	["aderton", 18],
])("%s is %i", (word, value) => expect(readNumber(word)).toBe(value));

test.each([["tretio"], ["entusen och en natt"], ["sexuell"], ["tiotalet"], ["femte"], ["tusental"], [""], ["tio tio"]])(
	"%s is no number",
	(word) => expect(readNumber(word)).toBeUndefined(),
);

test.each([
	["genomföra minst 1 000 kontroller", [1000]],
	["genomföra minst 1\u00a0000 kontroller", [1000]],
	["ett hundratal fotpatruller", [100]],
	["ett par trygghetsvandringar", [2]],
	["2–3 tillfällen", [2]],
	["två till tre gånger", [2]],
	["tillsyn av alkohol (2 st) och tobak (2 st)", [2, 2]],
	["minst 4 stycken trygghetsvandringar", [4]],
	["900 timmar", [900]],
	["medverkar vid 4 av 6 möten", [4]],
	["MINST FEMTON RIKTADE INSATSER", [15]],
	["minst en gång per månad, tre poliser", [1]],
])("what %s promises", (text, values) => expect(promised(text)).toEqual(values));

test.each([
	["ta kontakt inom en vecka"],
	["återkoppla inom 14 dagar"],
	["synas under 22-24-tiden"],
	["ring 114 14 eller 0382-152 00"],
	["ungdomar i åldern 21 år och yngre"],
	["ungdomar 15–17 år"],
	["under 2018"],
	["för perioden 2017-2018"],
	["den 17 november 2016"],
	["mellan kl. 10.00 och 11.30"],
	["på Storgatan 12"],
	["på väg 40"],
	["enligt 6 § ordningslagen"],
	["elever i årskurs 8"],
	["15-minutersmetoden"],
	["öka med 10 procent"],
	["en lokal som är en bra plats"],
	["sex och samlevnad"],
	["i tre kommundelar"],
	["under två år"],
	["tre poliser ska vara ute"],
])("%s promises no number", (text) => expect(promised(text)).toEqual([]));
