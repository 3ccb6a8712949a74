import fc from "fast-check";
import { expect, test } from "vitest";
import { readSentence } from "#app/loftestext/readSentence.ts";
import { wordsOf } from "#app/loftestext/words.ts";

/** What sentences are made of, and what has no place in them. */
const PIECES = [
	..."polisen kommunen Polsien ska lovar minst tio ett hundratal en gång i veckan varje torsdag samtliga kommundelar".split(
		" ",
	),
	..."tillsammans med under året fredagar och lördagar inom 2-3 1 000 10 % (2 st) / , . : – Bro Storgatan av s".split(
		" ",
	),
	"\n",
	"\u00a0",
	"a\u030a",
	"\ud83d",
	"\u0000",
];
const sentences = fc.oneof(
	fc.string({ unit: "binary", maxLength: 300 }),
	fc.array(fc.constantFrom(...PIECES), { maxLength: 60 }).map((pieces) => pieces.join(" ")),
	fc.array(fc.constantFrom(...PIECES), { maxLength: 60 }).map((pieces) => pieces.join("")),
);
const contexts = fc.record({ parties: fc.subarray(["polis", "kommun"]), hasPeriodOverAYear: fc.boolean() });

test("any text is read, and every span is a part of it", () => {
	fc.assert(
		fc.property(sentences, contexts, (text, context) => {
			const { questions, ...values } = readSentence(text, context);
			const spans = [...Object.values(values), ...questions].flatMap(({ span }) => (span ? [span] : []));
			for (const { from, to } of spans) {
				expect(from).toBeGreaterThanOrEqual(0);
				expect(from).toBeLessThanOrEqual(to);
				expect(to).toBeLessThanOrEqual(text.length);
			}
			expect(values.activityType.value).not.toBe("");
			expect(values.minimum.value === null || values.minimum.value > 0).toBe(true);
		}),
		{ numRuns: 500 },
	);
});

test("the same text is read the same", () => {
	fc.assert(
		fc.property(sentences, contexts, (text, context) => {
			expect(readSentence(text, context)).toEqual(readSentence(text, context));
		}),
		{ numRuns: 50 },
	);
});

test("a text of a million characters takes no more steps than a long sentence", () => {
	fc.assert(
		fc.property(
			fc.constantFrom(...PIECES, "polisen ska ", "ett hundra ", "Aaa, ", "1"),
			fc.boolean(),
			(piece, isApart) => {
				const text = `${piece}${isApart ? " " : ""}`.repeat(1_000_000 / (piece.length + 1));
				expect(wordsOf(text).length).toBeLessThanOrEqual(600);
				expect(() => readSentence(text, { parties: [], hasPeriodOverAYear: true })).not.toThrow();
			},
		),
		{ numRuns: 40 },
	);
});
