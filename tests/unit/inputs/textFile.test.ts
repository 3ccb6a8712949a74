import { readFileSync } from "node:fs";
import { describe, expect, test } from "vitest";
import { refusalOf, textOf } from "./reading.ts";
import { zipOf } from "./zipOf.ts";

const TEXT = "Polisen lovar:\r\n  • Att öka tryggheten – även på Ängö, 5 § (”Å”)\r\n";
const utf8 = (text: string) => Buffer.from(text, "utf8");
const MB = 1024 * 1024;

describe("a text file is read in the encoding that it has, with its line endings", () => {
	const windows1252 = Buffer.from(TEXT.replace("•", "\x95").replace("–", "\x96").replaceAll("”", "\x94"), "latin1");
	const utf16be = Buffer.from(`\ufeff${TEXT}`, "utf16le").swap16();
	test.each([
		["UTF-8", utf8(TEXT)],
		["UTF-8 with a byte order mark", utf8(`\ufeff${TEXT}`)],
		["UTF-16, little-endian", Buffer.from(`\ufeff${TEXT}`, "utf16le")],
		["UTF-16, big-endian", utf16be],
		["Windows-1252", windows1252],
	] as [string, Buffer][])("%s", async (_encoding, bytes) => {
		expect(await textOf(bytes, "löfte.txt")).toBe(TEXT);
		expect(await textOf(bytes)).toBe(TEXT);
	});

	test("every character of Windows-1252, and none that it has not", async () => {
		const high = Buffer.from([0x80, 0x82, 0x83, 0x84, 0x85, 0x86, 0x87, 0x88, 0x89, 0x8a, 0x8b, 0x8c, 0x8e]);
		expect(await textOf(Buffer.concat([utf8("x"), high]))).toBe("x€‚ƒ„…†‡ˆ‰Š‹ŒŽ");
		const more = Buffer.from([
			0x91, 0x92, 0x93, 0x94, 0x95, 0x96, 0x97, 0x98, 0x99, 0x9a, 0x9b, 0x9c, 0x9e, 0x9f, 0xff,
		]);
		expect(await textOf(Buffer.concat([utf8("x"), more]))).toBe("x‘’“”•–—˜™š›œžŸÿ");
		for (const none of [0x81, 0x8d, 0x8f, 0x90, 0x9d])
			expect(await refusalOf(Buffer.from([0x78, none, 0xe5]))).toMatch(/^Fil: den är ingen text\./);
	});

	test("å, ä and ö that are written as a letter and its mark are put together", async () => {
		expect(await textOf(utf8("a\u030a a\u0308 o\u0308"))).toBe("å ä ö");
	});

	test("the five löfte texts are read exactly as they are", async () => {
		for (const name of ["alvesta-2017", "jonkoping-2016", "savsjo-2017", "savsjo-2018", "sunne-2016"]) {
			const bytes = readFileSync(`seeds/loften/${name}.txt`);
			expect(await textOf(bytes, `${name}.txt`)).toBe(bytes.toString("utf8"));
		}
	});
});

describe("what is not read says so, and what to do instead", () => {
	const ole = Buffer.from("d0cf11e0a1b11ae1", "hex");
	const odt = zipOf({ mimetype: "application/vnd.oasis.opendocument.text", "META-INF/manifest.xml": "<m/>" });
	const binary = Buffer.from(Array.from({ length: 300 }, (_, index) => index % 256));
	test.each([
		["an empty file", Buffer.alloc(0), "a.txt", "den är tom."],
		["only white space", utf8("\ufeff \r\n\t\n"), "a.txt", "det står ingen text i den."],
		["over 5 MB", Buffer.alloc(5 * MB + 1, "a"), "a.txt", "den är större än 5 MB."],
		["over 1 MB of text", utf8("å".repeat(MB + 1)), "a.txt", "texten är längre än 1 MB."],
		["an old Word document", Buffer.concat([ole, binary]), "a.doc", "den är ett äldre Word-dokument (.doc)"],
		["an old Word document by another name", Buffer.concat([ole, binary]), "a.docx", "ett äldre Word-dokument"],
		["a name that says .doc", utf8("Polisen lovar"), "A.DOC", "den är ett äldre Word-dokument (.doc)"],
		[
			"a .docx with a password",
			Buffer.concat([ole, Buffer.from("EncryptedPackage", "utf16le")]),
			"a.docx",
			"den är skyddad med lösenord.",
		],
		["an OpenDocument text", odt, "a.odt", "den är ett OpenDocument-dokument (.odt)"],
		["an OpenDocument text by another name", odt, "a.docx", "den är ett OpenDocument-dokument (.odt)"],
		["a name that says .odt", utf8("Polisen lovar"), "a.odt", "den är ett OpenDocument-dokument (.odt)"],
		["rich text", utf8("{\\rtf1\\ansi Polisen lovar}"), "a.rtf", "den är ett RTF-dokument (.rtf)"],
		["a page of the web", utf8("\n<!doctype html><p>Polisen lovar"), "a.txt", "den är en webbsida."],
		["a picture", Buffer.from("\x89PNG\r\n\x1a\n", "latin1"), "a.pdf", "den är en bild."],
		["another zip", zipOf({ "a.txt": "Polisen lovar" }), "a.zip", "den är i ett format som inte kan läsas här."],
		["a sheet", zipOf({ "[Content_Types].xml": "", "xl/workbook.xml": "" }), "a.xlsx", "den är i ett format"],
		["bytes", binary, "a.txt", "den är ingen text."],
		["UTF-16 without a byte order mark", Buffer.from("Polisen lovar", "utf16le"), "a.txt", "den är ingen text."],
		["half of UTF-16", Buffer.from("fffe50", "hex"), "a.txt", "den är ingen text."],
		["text that its name calls a PDF", utf8("Polisen lovar"), "a.pdf", "den går inte att läsa som PDF."],
		["text that its name calls .docx", utf8("Polisen lovar"), "a.docx", "den går inte att läsa som Word-dokument."],
	] as [string, Buffer, string, string][])("%s", async (_what, bytes, name, why) => {
		const refusal = await refusalOf(bytes, name);
		expect(refusal).toMatch(/^Fil: .+\. .+\.$/);
		expect(refusal).toContain(why);
	});
});
