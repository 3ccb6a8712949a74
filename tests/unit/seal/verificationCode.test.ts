import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { CODE_ALPHABET, CODE_LENGTH, formatCode, parseCode } from "#app/domain/verificationCode.ts";
import { newVerificationCode } from "#app/seal/seal.server.ts";

describe("a verification code", () => {
	test("is 16 characters that cannot be taken for one another, new every time", () => {
		const codes = Array.from({ length: 500 }, newVerificationCode);
		expect(new Set(codes).size).toBe(500);
		for (const code of codes) expect(code).toMatch(/^[0-9A-HJKMNP-TV-Z]{16}$/);
		expect(new Set(codes.join("")).size).toBe(CODE_ALPHABET.length);
	});

	test("is printed in groups of four, and read back", () => {
		expect(formatCode("7K3M9QXA00ZZ1234")).toBe("7K3M-9QXA-00ZZ-1234");
		const code = newVerificationCode();
		expect(parseCode(formatCode(code))).toBe(code);
	});

	test.each([
		["small letters", "7k3m-9qxa-00zz-1234"],
		["no dashes", "7K3M9QXA00ZZ1234"],
		["spaces around and between, also unbreakable ones", "  7K3M 9QXA\u00a000ZZ\t1234\n"],
		["long dashes", "7K3M–9QXA—00ZZ−1234"],
		["O for zero", "7K3M-9QXA-OoZZ-1234"],
		["I and L for one", "7K3M-9QXA-00ZZ-I234"],
		["a small l for one", "7K3M-9QXA-00ZZ-l234"],
	])("is read with %s", (_how, typed) => {
		expect(parseCode(typed)).toBe("7K3M9QXA00ZZ1234");
	});

	test.each([
		"",
		"7K3M-9QXA-00ZZ-123",
		"7K3M-9QXA-00ZZ-12345",
		"7K3M-9QXA-00ZZ-123U",
		"7K3M-9QXA-00ZZ-123å",
		"🙂".repeat(16),
	])("is not read from %j", (typed) => {
		expect(parseCode(typed)).toBeNull();
	});

	test("is read from any text in no time, and never as anything but a code", () => {
		expect(parseCode("-".repeat(10_000_000))).toBeNull();
		fc.assert(
			fc.property(fc.string({ unit: "binary", maxLength: 40 }), (typed) => {
				const code = parseCode(typed);
				if (code !== null) expect(code).toMatch(new RegExp(`^[${CODE_ALPHABET}]{${CODE_LENGTH}}$`));
			}),
		);
	});
});
