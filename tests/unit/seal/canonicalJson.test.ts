import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { canonicalJson } from "#app/seal/canonicalJson.ts";

describe("canonical JSON", () => {
	test("is what RFC 8785 says of its own example", () => {
		const value = {
			numbers: [Number("333333333.33333329"), 1e30, 4.5, 2e-3, 0.000000000000000000000000001],
			string: '€$\u000f\u000aA\'B"\\\\"/',
			literals: [null, true, false],
		};
		expect(canonicalJson(value)).toBe(
			'{"literals":[null,true,false],"numbers":[333333333.3333333,1e+30,4.5,0.002,1e-27],' +
				'"string":"€$\\u000f\\nA\'B\\"\\\\\\\\\\"/"}',
		);
	});

	test("sorts keys by their UTF-16 units, as RFC 8785 3.2.3 does", () => {
		const keys = ["€", "\r", "\ufb33", "1", "😀", "\u0080", "ö"];
		const text = canonicalJson(Object.fromEntries(keys.map((key) => [key, 0])));
		expect(Object.keys(JSON.parse(text) as object)).toEqual(["1", "\r", "\u0080", "ö", "€", "😀", "\ufb33"]);
	});

	test("is the same text in whatever order the keys were put, and is read back as the same value", () => {
		fc.assert(
			fc.property(fc.jsonValue({ noUnicodeString: false }), (value) => {
				const text = canonicalJson(value);
				expect(canonicalJson(JSON.parse(text))).toBe(text);
				expect(canonicalJson(backwards(value))).toBe(text);
			}),
		);
	});

	test.each([
		["undefined", undefined],
		["undefined in an object", { a: undefined }],
		["undefined in a list", [undefined]],
		["a hole in a list", new Array(1)],
		["a function", () => 1],
		["a symbol", { a: Symbol("a") }],
		["a big integer", 1n],
		["NaN", [Number.NaN]],
		["infinity", { a: Number.POSITIVE_INFINITY }],
		["a date", new Date(0)],
		["a map", new Map()],
		["half a character", "\ud83d"],
		["half a character as a key", { "\ude00": 1 }],
		["what is nested without end", nested(100)],
	])("refuses %s", (_what, value) => {
		expect(() => canonicalJson(value)).toThrow(TypeError);
	});

	test("refuses what contains itself", () => {
		const loop: { self?: unknown } = {};
		loop.self = loop;
		expect(() => canonicalJson(loop)).toThrow(TypeError);
	});
});

function backwards(value: unknown): unknown {
	if (Array.isArray(value)) return value.map(backwards);
	if (typeof value !== "object" || value === null) return value;
	const entries = Object.entries(value).reverse();
	return Object.fromEntries(entries.map(([key, each]) => [key, backwards(each)]));
}

function nested(depth: number): unknown {
	let value: unknown = 1;
	for (let level = 0; level < depth; level++) value = [value];
	return value;
}
