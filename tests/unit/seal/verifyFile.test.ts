import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { canonicalJson } from "#app/seal/canonicalJson.ts";
import { generateSigningKey, type SigningKey, sha256Hex } from "#app/seal/seal.server.ts";
import { FILE_FORMAT, sealFile, unsealedFile } from "#app/seal/sealedFile.server.ts";
import { verifyFile } from "#app/seal/verifyFile.server.ts";
import { testSigningKey } from "#tests/factories/signingKey.ts";
import { processorTime } from "#tests/processorTime.ts";

const key = testSigningKey();
const CONTENT = {
	format: "lofteskoll-rapport",
	kommun: { name: "Sävsjö" },
	figures: [20, 0.5, null, { minimum: 8, "€": true }],
	text: 'Fyra åtgärder "klara".\nEn kvar 🙂',
};
const GENUINE = sealed(CONTENT);

function sealed(content: unknown, by: SigningKey = key): Uint8Array {
	const text = canonicalJson(content);
	const seal = { content: text, sha256: sha256Hex(text), signature: by.sign(text), keyId: by.id };
	return Buffer.from(sealFile(seal));
}

function verify(bytes: Uint8Array | string) {
	return verifyFile(typeof bytes === "string" ? Buffer.from(bytes) : bytes, {
		findPublicKey: (keyId) => (keyId === key.id ? key.publicKey : undefined),
	});
}

/** The genuine file with its envelope changed, canonically written. */
function changed(change: Record<string, unknown>): string {
	const envelope = JSON.parse(Buffer.from(GENUINE).toString()) as object;
	return canonicalJson({ ...envelope, ...change });
}

describe("a genuine file", () => {
	test("is äkta, with what it says", () => {
		expect(verify(GENUINE)).toEqual({
			verdict: "akta",
			content: CONTENT,
			sha256: sha256Hex(canonicalJson(CONTENT)),
			keyId: key.id,
		});
	});

	test("is canonical JSON all through, whether sealed from the content or from its text", () => {
		const text = Buffer.from(GENUINE).toString();
		expect(canonicalJson(JSON.parse(text))).toBe(text);
		const seal = {
			sha256: sha256Hex(canonicalJson(CONTENT)),
			signature: key.sign(canonicalJson(CONTENT)),
			keyId: key.id,
		};
		expect(sealFile({ content: CONTENT, ...seal })).toBe(text);
	});
});

describe("never äkta", () => {
	const byte = fc.integer({ min: 0, max: 255 });
	const place = fc.nat({ max: GENUINE.length - 1 });

	test("with any one byte changed: each place in turn, by each single bit", () => {
		for (let at = 0; at < GENUINE.length; at++)
			for (let bit = 0; bit < 8; bit++) {
				const bytes = Uint8Array.from(GENUINE);
				bytes[at] = (bytes[at] ?? 0) ^ (1 << bit);
				expect(verify(bytes).verdict, `byte ${at}, bit ${bit}`).not.toBe("akta");
			}
	});

	test("with any one byte left out or put in", () => {
		for (let at = 0; at < GENUINE.length; at++) {
			expect(verify(Buffer.concat([GENUINE.slice(0, at), GENUINE.slice(at + 1)])).verdict).not.toBe("akta");
			for (const added of [0x20, 0x0a, 0x30])
				expect(verify(Buffer.concat([GENUINE.slice(0, at), Uint8Array.of(added), GENUINE.slice(at)])).verdict).not.toBe(
					"akta",
				);
		}
	});

	test("with bytes changed, left out and put in as they come", () => {
		fc.assert(
			fc.property(place, place, fc.array(byte, { maxLength: 4 }), (from, length, added) => {
				const bytes = Buffer.concat([
					GENUINE.slice(0, from),
					Uint8Array.from(added),
					GENUINE.slice(from + (length % 5)),
				]);
				fc.pre(!bytes.equals(GENUINE));
				expect(verify(bytes).verdict).not.toBe("akta");
			}),
			{ numRuns: 2000 },
		);
	});

	test("for any bytes at all", () => {
		fc.assert(
			fc.property(fc.uint8Array({ maxLength: 500 }), (bytes) => {
				expect(verify(bytes)).toEqual({ verdict: "okand", reason: "notOurs" });
			}),
		);
	});
});

describe("the verdict says in which way", () => {
	test.each([
		["nothing", ""],
		["text", "hej"],
		["a picture", "\u0089PNG\r\n\u001a\n"],
		["JSON of somebody else's", '{"format":"annat","content":{}}'],
		["a list", "[]"],
		["null", "null"],
		["a format that is no word", '{"format":1}'],
	])("%s is no file of ours", (_what, bytes) => {
		expect(verify(bytes)).toEqual({ verdict: "okand", reason: "notOurs" });
	});

	test("a report that nobody has signed is okänd, in a file and bare", () => {
		expect(verify(unsealedFile(CONTENT))).toEqual({ verdict: "okand", reason: "unsigned" });
		expect(verify(canonicalJson(CONTENT))).toEqual({ verdict: "okand", reason: "unsigned" });
	});

	test("whole and consistent, but signed by somebody else, is okänd", () => {
		expect(verify(sealed(CONTENT, generateSigningKey()))).toEqual({ verdict: "okand", reason: "unknownKey" });
	});

	test("another's signature under our name is ändrad", () => {
		const signature = generateSigningKey().sign(canonicalJson(CONTENT));
		expect(verify(changed({ signature }))).toEqual({ verdict: "andrad", reason: "signature" });
	});

	test("signed by us but not canonically written, which we never do, is not äkta either", () => {
		const content = '{ "format":"lofteskoll-rapport"}';
		const seal = { sha256: sha256Hex(content), signature: key.sign(content), keyId: key.id };
		expect(verify(sealFile({ content, ...seal }))).toEqual({ verdict: "andrad", reason: "rewritten" });
	});

	test("another content with our signature is ändrad, also when its hash is made to fit", () => {
		const content = { ...CONTENT, figures: [21] };
		expect(verify(changed({ content }))).toEqual({ verdict: "andrad", reason: "content" });
		const sha256 = sha256Hex(canonicalJson(content));
		expect(verify(changed({ content, sha256 }))).toEqual({ verdict: "andrad", reason: "signature" });
	});

	test("a file cut off half-way is damaged", () => {
		expect(verify(GENUINE.slice(0, -20))).toEqual({ verdict: "andrad", reason: "unreadable" });
	});

	const text = Buffer.from(GENUINE).toString();
	const pretty = JSON.stringify(JSON.parse(text), null, 2);
	test.each([
		["indented by an editor", pretty],
		["with a line end after it", `${text}\n`],
		["with a byte order mark", `\ufeff${text}`],
		["with a key twice", text.replace('{"content"', '{"format":"lofteskoll-fil/1","content"')],
		["with the keys in another order", JSON.stringify({ sha256: "", ...(JSON.parse(text) as object) })],
		["with a hash in capitals", text.replace(/[0-9a-f]{64}/, (hash) => hash.toUpperCase())],
		["with a signature in capitals", text.replace(/[0-9a-f]{128}/, (signature) => signature.toUpperCase())],
		["with something more in it", changed({ mer: 1 })],
		["without its hash", changed({ sha256: null })],
	])("%s it is rewritten", (_what, bytes) => {
		expect(bytes).not.toBe(text);
		expect(verify(bytes)).toEqual({ verdict: "andrad", reason: "rewritten" });
	});

	test.each([
		["with a key twice inside the content", text.replace('"kommun":', '"kommun":{"name":"Eksjö"},"kommun":')],
		["with a letter written as an escape", text.replace("Sävsjö", "S\\u00e4vsjö")],
		["with a number written otherwise", text.replace("0.5", "5e-1")],
		["with its keys in another order", text.replace('{"content":{"figures"', '{"content":{"text":"","figures"')],
		["with the content as a text", changed({ content: canonicalJson(CONTENT) })],
		["with white space in it", text.replace('{"content":{', '{"content":{ ')],
	])("%s the content is another", (_what, bytes) => {
		expect(bytes).not.toBe(text);
		expect(verify(bytes)).toEqual({ verdict: "andrad", reason: "content" });
	});

	test("of an unknown version it is not äkta", () => {
		expect(verify(changed({ format: "lofteskoll-fil/2" })).verdict).not.toBe("akta");
	});
});

describe("what is made to exhaust the server is refused in no time", () => {
	const MB = 1024 * 1024;
	const envelope = (content: string) =>
		`{"content":${content},"format":"${FILE_FORMAT}","keyId":"${key.id}","sha256":"${"0".repeat(64)}","signature":"${"0".repeat(128)}"}`;

	test.each([
		["lists in lists, without end", envelope(`{"a":${"[".repeat(2.5 * MB)}${"]".repeat(2.5 * MB)}}`)],
		["lists that never close", `{"format":"lofteskoll-fil/1","content":${"[".repeat(5 * MB)}`],
		[
			"objects in objects around a long text",
			envelope(`${'{"a":'.repeat(3000)}"${"x".repeat(5 * MB)}"${"}".repeat(3000)}`),
		],
		["a number of five million digits", envelope(`{"a":${"9".repeat(5 * MB)}}`)],
		["a number beyond all numbers", envelope('{"a":1e999}')],
		["half a character", envelope('{"a":"\\ud83d"}')],
		["the keys of every object", envelope('{"__proto__":{"polluted":true},"constructor":1,"toJSON":1}')],
		["many keys", envelope(`{${Array.from({ length: 400_000 }, (_, index) => `"k${index}":0`).join()}}`)],
		["many keys and no seal", `{${Array.from({ length: 400_000 }, (_, index) => `"k${index}":0`).join()}}`],
		["nothing but zeros", "\u0000".repeat(5 * MB)],
		["white space", " ".repeat(5 * MB)],
		["quotation marks", '"'.repeat(5 * MB)],
		["backslashes", `{"format":"lofteskoll-fil/1","a":"${"\\".repeat(5 * MB)}`],
	])("%s", async (_what, bytes) => {
		const milliseconds = await processorTime(() => expect(verify(bytes).verdict).not.toBe("akta"));
		expect(milliseconds).toBeLessThan(3000);
		expect("polluted" in {}).toBe(false);
	});
});
