import fc from "fast-check";
import { expect, test } from "vitest";
import { inertText, isFormulaLike } from "#app/outputs/inertText.server.ts";

/** What begins a formula: the signs, their full width and small variants, and what spreadsheets strip or split at. */
const SIGNS = ["=", "+", "-", "@", "＝", "＋", "－", "＠", "﹢", "﹣", "﹦", "\t", "\r", "\n"];
const STRIPPED = ["", " ", "\u00a0", "\u2003", "\ufeff", "\u200b", '"', "'", "”", "\0", ' "'];

test.each(SIGNS)("a text that begins with %j is made inert, whatever is before it that a program strips", (sign) => {
	for (const before of STRIPPED) {
		const text = `${before}${sign}SUM(A1:A9)`;
		expect(inertText(text), JSON.stringify(text)).toBe(`'${text}`);
	}
});

test("no text that begins with a sign is left as it is, and all of it is still there", () => {
	const signed = fc.tuple(
		fc.array(fc.constantFrom(...STRIPPED), { maxLength: 4 }),
		fc.constantFrom(...SIGNS),
		fc.string({ unit: "binary" }),
	);
	fc.assert(
		fc.property(signed, ([before, sign, rest]) => {
			const text = before.join("") + sign + rest;
			return inertText(text) === `'${text}`;
		}),
	);
});

test("text that begins with a letter or a digit is never touched", () => {
	fc.assert(
		fc.property(fc.constantFrom(..."abcåäöÅ0189(–•"), fc.string({ unit: "binary" }), (first, rest) => {
			const text = first + rest;
			return inertText(text) === text;
		}),
	);
});

test.each(["", "–", "−3,5", "5 av 7 nådda", "e-post", "10+10", "2018-10-15", "kl. 18 @ torget", "”Trygg i Sävsjö”"])(
	"%j is no formula",
	(text) => {
		expect(isFormulaLike(text)).toBe(false);
	},
);
