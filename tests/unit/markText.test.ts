import { describe, expect, test } from "vitest";
import { markText, type TextMark } from "#app/routes/intern.$kommun.dokument.nytt.$id._index/markText.ts";

const mark = (kind: TextMark["kind"], from: number, to: number, id?: string): TextMark => ({
	kind,
	span: { from, to },
	link: id === undefined ? null : { id, label: id, name: id, href: `#${id}` },
});

const shown = (text: string, marks: TextMark[]) =>
	markText(text, marks).map((piece) => [piece.text, piece.kinds.join("+"), piece.begins.map(({ id }) => id).join("+")]);

describe("the text with its marks", () => {
	test.each<[string, TextMark[], string[][]]>([
		["without any", [], [["abcdef", "", ""]]],
		[
			"one in the middle",
			[mark("aktivitet", 2, 4, "a1")],
			[
				["ab", "", ""],
				["cd", "aktivitet", "a1"],
				["ef", "", ""],
			],
		],
		[
			"one within another: the outer one first",
			[mark("fraga", 3, 4), mark("aktivitet", 2, 5, "a1")],
			[
				["ab", "", ""],
				["c", "aktivitet", "a1"],
				["d", "aktivitet+fraga", ""],
				["e", "aktivitet", ""],
				["f", "", ""],
			],
		],
		[
			"two that overlap",
			[mark("aktivitet", 0, 4, "a1"), mark("aktivitet", 2, 6, "a2")],
			[
				["ab", "aktivitet", "a1"],
				["cd", "aktivitet", "a2"],
				["ef", "aktivitet", ""],
			],
		],
		[
			"two on the same words",
			[mark("fact", 0, 2, "f"), mark("lofte", 0, 2, "l1")],
			[
				["ab", "fact+lofte", "f+l1"],
				["cdef", "", ""],
			],
		],
		[
			"beyond the end, and empty ones",
			[mark("lofte", 4, 99, "l1"), mark("lofte", 3, 3, "l2"), mark("lofte", -5, 0, "l3")],
			[
				["abcd", "", ""],
				["ef", "lofte", "l1"],
			],
		],
	])("%s", (_name, marks, pieces) => {
		expect(shown("abcdef", marks)).toEqual(pieces);
	});

	test("is whole, whatever is marked", () => {
		const text = "Polisen ska 👮 patrullera.\n\nKommunen ska\tlysa upp.";
		const marks = Array.from({ length: 60 }, (_, index) =>
			mark("aktivitet", (index * 7) % text.length, ((index * 13) % text.length) + 1, `a${index}`),
		);
		const pieces = markText(text, marks);
		expect(pieces.map((piece) => piece.text).join("")).toBe(text);
	});
});
