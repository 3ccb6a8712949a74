import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { containsPersonalNumber, safeText } from "#app/domain/personalData.ts";

describe("containsPersonalNumber", () => {
	// 640823-3234 and 701063-2391 are the examples in Skatteverket's own descriptions of the numbers.
	test.each([
		["ten digits", "640823-3234"],
		["without hyphen", "6408233234"],
		["twelve digits", "19640823-3234"],
		["twelve unbroken digits", "196408233234"],
		["plus sign", "640823+3234"],
		["space for hyphen", "640823 3234"],
		["spaces around the hyphen", "640823 - 3234"],
		["spaces everywhere", "19 64 08 23 3234"],
		["no-break space", "640823\u00a03234"],
		["thin space", "19640823\u20093234"],
		["line break", "640823-\n3234"],
		["en dash", "640823–3234"],
		["em dash", "640823—3234"],
		["no-break hyphen", "640823\u20113234"],
		["minus sign", "640823−3234"],
		["fullwidth digits and hyphen", "６４０８２３－３２３４"],
		["zero-width space inside", "6408\u200b23-32\u200b34"],
		["soft hyphen inside", "640823\u00ad3234"],
		["direction marks inside", "640823\u202d-32\u206934"],
		["control characters inside", "64\u00000823\u001f-3234"],
		["marks over the digits", "64\ufe0f0823-3\u0336234"],
		["date with hyphens", "1964-08-23-3234"],
		["date with hyphens, then space", "1964-08-23 3234"],
		["date with dots", "64.08.23-3234"],
		["samordningsnummer", "701063-2391"],
		["samordningsnummer, twelve digits", "19701063-2391"],
		["inside text", "Talade med en man (640823-3234) vid torget."],
		["glued to letters", "pnr640823-3234vid torget"],
		["after an hour", "kl 20 640823-3234"],
		["after a year", "2018 640823-3234"],
		["in a file name", "lista_196408233234.xlsx"],
	])("finds %s", (_spelling, text) => expect(containsPersonalNumber(text)).toBe(true));

	test.each([
		["wrong check digit", "640823-3235"],
		["no such month", "641323-3237"],
		["30 February", "640230-3231"],
		["day 95", "640895-3237"],
		["29 February outside a leap year", "19650229-3233"],
		["birth number 000", "640823-0008"],
		["part of a longer number", "76408233234"],
		["grouped mobile number", "070-123 45 67"],
		["mobile number that would pass as a birth date", "Tel. 0701012395"],
		["country code", "+46701012395"],
		["landline number", "08-123 456 78"],
		["organisation number", "212000-0142"],
		["police case number", "5000-K640823-18"],
		["diary number", "KS 2018/00123"],
		["date", "2018-10-15"],
		["date span", "2018-04-10–2020-04-09"],
		["date and time", "2018-10-15 2007"],
		["quantity", "1 234 567 kr"],
		["years", "2016, 2017, 2018 och 2019"],
		["empty", ""],
	])("passes %s", (_kind, text) => expect(containsPersonalNumber(text)).toBe(false));

	test("the date and time above would pass as a number were it not one", () => {
		expect(containsPersonalNumber("20181015-2007")).toBe(true);
		expect(containsPersonalNumber("0701012395")).toBe(true);
	});

	const birthDate = fc.date({ min: new Date("1900-01-01"), max: new Date("2029-12-31"), noInvalidDate: true });
	const birthNumber = fc.integer({ min: 1, max: 999 });

	test("finds every valid number, also as samordningsnummer, in any spelling and surrounding", () => {
		const hyphen = fc.constantFrom("", "-", "+", " ", " - ", "–", "\u2011", "\u00a0");
		const around = fc.constantFrom("", " ", "x", "(", "Möte med ", ", ");
		fc.assert(
			fc.property(
				birthDate,
				birthNumber,
				fc.boolean(),
				fc.boolean(),
				hyphen,
				around,
				around,
				(date, serial, isSamordning, hasCentury, separator, before, after) => {
					const [century, ten] = makeNumber(date, serial, isSamordning);
					const spelled = `${hasCentury ? century : ""}${ten.slice(0, 6)}${separator}${ten.slice(6)}`;
					expect(containsPersonalNumber(before + spelled + after)).toBe(true);
				},
			),
		);
	});

	test("a changed check digit is never found", () => {
		fc.assert(
			fc.property(birthDate, birthNumber, fc.integer({ min: 1, max: 9 }), (date, serial, change) => {
				const [, ten] = makeNumber(date, serial, false);
				const changed = ten.slice(0, 9) + ((Number(ten[9]) + change) % 10);
				expect(containsPersonalNumber(changed)).toBe(false);
			}),
		);
	});
});

describe("safeText", () => {
	const note = safeText("Anteckning", 20);

	test("trims, and counts the browser's line break as one character", () => {
		expect(note.parse(`  ${"a".repeat(10)}\r\n${"b".repeat(9)} `)).toBe(`${"a".repeat(10)}\n${"b".repeat(9)}`);
	});

	test("keeps only what a page and a file can show, and breaks lines where a word processor does", () => {
		const text = safeText("Kommentar", 200);
		expect(text.parse("\u0000Torget\u0007 \u{1f600}\ufffe\uffff\ud800\tkväll\u001b\u0085")).toBe(
			"Torget \u{1f600}\tkväll",
		);
		expect(text.parse("en\vtvå\ftre\u2028fyra\u0085fem\r\nsex")).toBe("en\ntvå\ntre\nfyra\nfem\nsex");
	});

	test("refuses a text that is too long", () => {
		expect(note.safeParse("a".repeat(21)).error?.issues[0]?.message).toBe(
			"Anteckning: korta texten till högst 20 tecken.",
		);
	});

	test("refuses a personal number without repeating any of it", () => {
		const { error } = safeText("Anteckning", 200).safeParse("Man, 640823-3234");
		const messages = JSON.stringify(error?.issues);
		expect(messages).toContain("Anteckning: ta bort personnumret");
		expect(messages).not.toMatch(/640823|3234/);
	});
});

/** The check digit is worked out the slow way, digit by digit, as Skatteverket's brochure does. */
function makeNumber(date: Date, serial: number, isSamordning: boolean): [string, string] {
	const iso = date.toISOString();
	const day = Number(iso.slice(8, 10)) + (isSamordning ? 60 : 0);
	const nine = `${iso.slice(2, 4)}${iso.slice(5, 7)}${String(day).padStart(2, "0")}${String(serial).padStart(3, "0")}`;
	const products = [...nine].map((digit, index) => String(Number(digit) * (index % 2 === 0 ? 2 : 1))).join("");
	const sum = [...products].reduce((total, digit) => total + Number(digit), 0);
	return [iso.slice(0, 2), `${nine}${(10 - (sum % 10)) % 10}`];
}
