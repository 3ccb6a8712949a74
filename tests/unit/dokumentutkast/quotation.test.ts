import { expect, test } from "vitest";
import { findQuotation } from "#app/dokumentutkast/quotation.ts";
import { processorTime } from "#tests/processorTime.ts";

const TEXT = "Polisen ska\u00a0gå  fotpatrull.\nPolisen ska gå\nfotpatrull i Sävsjö. (10 %)";

test.each([
	["fotpatrull.", "fotpatrull."],
	["Polisen ska gå fotpatrull.", "Polisen ska\u00a0gå  fotpatrull."],
	["  gå\r\nfotpatrull i Sa\u0308vsjo\u0308. ", "gå\nfotpatrull i Sävsjö."],
	["(10 %)", "(10 %)"],
	["Polisen ska gå hem.", null],
	["fotpatrull . Polisen", null],
	[" ", null],
	["x".repeat(5000), null],
])("%j is the text's own %j", (words, quotation) => {
	const found = findQuotation(TEXT, words);
	expect(found?.quotation ?? null).toBe(quotation);
	expect(found ? TEXT.slice(found.span.from, found.span.to) : null).toBe(quotation);
});

test("where the words stand twice, the marked place is meant", () => {
	const text = "Fotpatrull i centrum. Fotpatrull i centrum.";
	const span = { from: 22, to: 43 };
	expect(findQuotation(text, "Fotpatrull i centrum.", span)?.span).toEqual(span);
	expect(findQuotation(text, "Fotpatrull i centrum.", { from: 3, to: 9 })?.span.from).toBe(0);
});

test("a long text of nothing but the words that are looked for takes no time", async () => {
	const text = "a ".repeat(500_000);
	const taken = await processorTime(() => expect(findQuotation(text, `${"a  ".repeat(1000)}b`)).toBeNull());
	expect(taken).toBeLessThan(1500);
});
