import { readdirSync, readFileSync } from "node:fs";
import fc from "fast-check";
import { describe, expect, test } from "vitest";
import type { Reading, Span } from "#app/loftestext/reading.ts";
import { readLoftestext } from "#app/loftestext/readLoftestext.ts";
import { processorTime } from "#tests/processorTime.ts";

const TEXTS = ["seeds", "dev"].flatMap((folder) => {
	const path = new URL(`./texter/${folder}/`, import.meta.url);
	return readdirSync(path)
		.filter((file) => file.endsWith(".txt"))
		.map((file) => readFileSync(new URL(file, path), "utf8"));
});

describe("any text", () => {
	const words = fc.constantFrom(
		..."Polisen kommun kommunen lovar ska att • - 1. a) minst tio 2019 2019–2020 den 3 mars 2019-02-30 Uppföljning Lägesbild Aktiviteter: löfte gäller från tills vidare / ( ) ** # . , : \n \n\n \r\n \t \f \u00ad \u00a0 o\u0308 🚓".split(
			" ",
		),
		"\n",
		"\n\n",
		" ",
		"\u0308",
		"\u00ad",
	);
	const texts = fc.oneof(
		fc.string({ unit: "binary" }),
		fc.array(words, { maxLength: 80 }).map((parts) => parts.join(" ")),
	);

	test("is read without a fault, and every quotation and span is a part of it", () => {
		fc.assert(
			fc.property(texts, (text) => expectWithin(readLoftestext(text), text)),
			{ numRuns: 500 },
		);
	});

	test("that a löfte has been cut to or pasted into is read likewise", () => {
		const cut = fc
			.tuple(fc.constantFrom(...TEXTS), fc.nat(4000), fc.nat(4000), texts)
			.map(([text, from, length, other]) => `${text.slice(from % text.length, (from % text.length) + length)}${other}`);
		fc.assert(
			fc.property(cut, (text) => expectWithin(readLoftestext(text), text)),
			{ numRuns: 300 },
		);
	});
});

test.each([
	["a whole löfte", TEXTS[0] ?? "", false],
	["as many characters as are read", "a ".repeat(50_000), false],
	["one character more", `${"a ".repeat(50_000)}a`, true],
	["more lines than are read", "a\n".repeat(4_001), true],
	["more aktiviteter than are read", `Polisen lovar:\n${"• Gå en fotpatrull i centrum.\n".repeat(201)}`, true],
])("what is read in part asks for the rest: %s", (_what, text, isAsked) => {
	expect(readLoftestext(text).questions.some(({ about }) => about === "text")).toBe(isAsked);
});

describe("a megabyte", () => {
	const MEGABYTE = 1_000_000;
	test.each([
		["of points", "• Polisen ska gå minst tio fotpatruller i centrum.\n"],
		["of one line", "Polisen lovar att synas i centrum under 2019 "],
		["of empty lines", "\n"],
		["of spaces", " "],
		["of digits", "2019"],
		["of dates", "den 1 januari 2019 till och med "],
		["of headings", "Polisen lovar:\n"],
		["of colons", "a:\n"],
		["of what is in focus", "Mål:\n• Ökad trygghet\n"],
		["of löften and means", "Löften:\n• Ökad trygghet\nDet ska ske genom:\n• fler poliser ute\n"],
		["of numbers", "1. Öka tryggheten\na) fler poliser ute\n"],
		["of full stops", ". "],
		["of hyphens", "-\n"],
		["of marks over nothing", "\u0308"],
		["of capital letters", "Aa-"],
		["of addresses", "https://polisen.se/a/"],
		["of brackets", "(Polisen, "],
		["of cells", "Gå fotpatrull i centrum\tPolisen\t2 ggr/mån\n"],
		["of bars", "| a "],
		["of points within a line", " • a"],
		["of asides", "Gå fotpatrull\nAnsvarig: Polisen\n"],
		["of what is willed in a year", "polisen ska under 2019 "],
		["of wrapped lines", "och polisen ska under hela året gå fotpatruller i\ncentrum samt i "],
	])("%s takes work that is bounded", async (_name, part) => {
		const text = part.repeat(Math.ceil(MEGABYTE / part.length));
		let reading: Reading | undefined;
		// Processor time, since other tests run beside; a rule that goes back over the text would take minutes.
		const milliseconds = await processorTime(() => {
			reading = readLoftestext(text);
		});
		expect(milliseconds).toBeLessThan(1_000);
		if (reading) expectWithin(reading, text);
	});
});

describe("a text that has been through other programs is read as before", () => {
	const same = (reading: Reading) => ({
		kommun: reading.kommun.value,
		period: [reading.periodStart.value, reading.periodEnd.value],
		aktiviteter: reading.aktiviteter.map((one) => [
			plain(one.quotation),
			one.responsible.value,
			one.measure.value,
			one.minimum.value,
			one.per.value,
		]),
	});
	const plain = (text: string) =>
		text
			.normalize("NFC")
			.replace(/\u00ad/g, "")
			.replace(/\s+/g, " ");

	test.each([
		["line ends of Windows", (text: string) => text.replace(/\n/g, "\r\n")],
		["letters in two parts", (text: string) => text.normalize("NFD")],
		["spaces that do not break", (text: string) => text.replace(/ /g, "\u00a0")],
		["soft hyphens", (text: string) => text.replace(/(?<=\p{Ll}\p{Ll})(?=\p{Ll}\p{Ll})/gu, "\u00ad")],
		["tabs after bullets", (text: string) => text.replace(/• /g, "\t•\t")],
		["bullets of a word processor", (text: string) => text.replace(/•/g, "\uf0b7")],
		["dashes for bullets", (text: string) => text.replace(/• /g, "– ")],
		["stars for bullets", (text: string) => text.replace(/• /g, "* ")],
		["spaces at the ends of lines", (text: string) => text.replace(/\n/g, "  \n")],
	])("%s", (_name, change) => {
		for (const text of TEXTS) {
			const changed = change(text);
			const reading = readLoftestext(changed);
			expectWithin(reading, changed);
			expect(same(reading)).toEqual(same(readLoftestext(text)));
		}
	});
});

function expectWithin(reading: Reading, text: string) {
	const within = (span: Span | null) => {
		if (span) expect(span.from >= 0 && span.from <= span.to && span.to <= text.length, JSON.stringify(span)).toBe(true);
	};
	for (const { span } of [
		reading.kommun,
		reading.periodStart,
		reading.periodEnd,
		reading.signedOn,
		reading.followUpRule,
	])
		within(span);
	for (const { span } of reading.questions) within(span);
	for (const { quotation, span } of reading.promises) expect(text.slice(span.from, span.to)).toBe(quotation);
	for (const one of reading.aktiviteter) {
		expect(text.slice(one.span.from, one.span.to)).toBe(one.quotation);
		expect(one.quotation.trim()).not.toBe("");
		for (const { span } of [
			one.responsible,
			one.measure,
			one.minimum,
			one.per,
			one.weekdays,
			one.places,
			one.unit,
			one.activityType,
		])
			within(span);
		for (const { span } of one.questions) within(span);
	}
}
