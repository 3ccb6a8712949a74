import { describe, expect, test } from "vitest";
import { bullet, docxFiles, docxOf, figure, heading, paragraph, styledBullet, table } from "./docxOf.ts";
import { refusalOf, textOf } from "./reading.ts";
import { zipOf } from "./zipOf.ts";

/** What a run holds besides words. */
const run = (inside: string) => `<w:p><w:r>${inside}</w:r></w:p>`;

describe("a Word document is read as it is seen", () => {
	test.each([
		["a paragraph that is cut into runs", [paragraph(["Poli", "sen lovar", " & håller."])], "Polisen lovar & håller."],
		[
			"headings and paragraphs apart",
			[heading("Löften < 2024"), paragraph("Ett."), paragraph(""), paragraph("Två.")],
			"Löften < 2024\n\nEtt.\n\nTvå.",
		],
		[
			"bullets, on two levels",
			[paragraph("Vi lovar:"), bullet("ett"), bullet("inre", 1), bullet("två"), paragraph("Slut.")],
			"Vi lovar:\n\n• ett\n  • inre\n• två\n\nSlut.",
		],
		["figures", [figure("ett"), figure("två"), figure("inre", 1), figure("tre")], "1. ett\n2. två\n  1. inre\n3. tre"],
		["the bullets of a style", [styledBullet("ett"), styledBullet("två")], "• ett\n• två"],
		[
			"bullets from the keyboard",
			[paragraph("• ett"), paragraph("- två"), paragraph("3) tre"), paragraph("Slut.")],
			"• ett\n- två\n3) tre\n\nSlut.",
		],
		["a line break and a tab", [run("<w:t>ett</w:t><w:br/><w:t>två</w:t><w:tab/><w:t>tre</w:t>")], "ett\ntvå\ttre"],
		[
			"a footnote: not in the sentence, but last",
			[
				`<w:p><w:r><w:t>Vi lovar</w:t></w:r><w:r><w:footnoteReference w:id="2"/></w:r><w:r><w:t> tio.</w:t></w:r></w:p>`,
			],
			"Vi lovar tio.\n\n1. Se bilagan.",
		],
		[
			"changes that are not yet accepted, as if they were",
			["<w:p><w:del><w:r><w:delText>fem</w:delText></w:r></w:del><w:ins><w:r><w:t>tio</w:t></w:r></w:ins></w:p>"],
			"tio",
		],
		[
			"a table, row by row",
			[
				table([
					[paragraph("Aktivitet"), paragraph("Ansvar")],
					[paragraph("Möten"), paragraph("Polisen")],
				]),
			],
			"Aktivitet\tAnsvar\nMöten\tPolisen",
		],
		[
			"cells of several lines after each other",
			[table([[paragraph("Möten") + paragraph("Besök"), bullet("Polisen") + bullet("Kommunen")]])],
			"Möten\n\nBesök\n\n• Polisen\n• Kommunen",
		],
		[
			"a table within a table",
			[table([[table([[paragraph("ett"), paragraph("två")]]) + paragraph("tre")]])],
			"ett\ttvå\n\ntre",
		],
		["control characters left out", [paragraph("ett\u0086två")], "etttvå"],
	] as [string, string[], string][])("%s", async (_what, body, text) => {
		expect(await textOf(docxOf(...body), "löfte.docx")).toBe(text);
	});

	test("whatever its name is, and with macros that nobody runs", async () => {
		const files = { ...docxFiles(paragraph("Vi lovar")), "word/vbaProject.bin": Buffer.alloc(100) };
		expect(await textOf(zipOf(files), "löfte.txt")).toBe("Vi lovar");
	});

	test("a picture from elsewhere is not fetched, and leaves nothing behind", async () => {
		const drawing = `<w:drawing><wp:inline><wp:docPr descr="Karta"/><a:graphic><a:graphicData><pic:pic><pic:blipFill><a:blip r:link="rId9"/></pic:blipFill></pic:pic></a:graphicData></a:graphic></wp:inline></w:drawing>`;
		expect(await textOf(docxOf(run(drawing), paragraph("Vi lovar")), "löfte.docx")).toBe("Vi lovar");
	});
});

describe("a Word document that is not read says why", () => {
	const whole = docxOf(paragraph("Vi lovar"));
	const files = docxFiles(paragraph("Vi lovar"));
	const { "word/document.xml": _document, ...withoutDocument } = files;
	test.each([
		["without its document", zipOf(withoutDocument), "den går inte att läsa som Word-dokument."],
		["with XML that is cut off", zipOf({ ...files, "word/document.xml": "<w:document" }), "den går inte att läsa som"],
		["cut off", whole.subarray(0, -10), "den går inte att läsa som Word-dokument."],
		["with a file before it", Buffer.concat([whole, whole]), "den går inte att läsa som Word-dokument."],
		["encrypted inside", zipOf(files, { "word/document.xml": { flags: 1 } }), "den är skyddad med lösenord."],
		["without a word", docxOf(paragraph(" ")), "det står ingen text i den."],
		["over 1 MB of text", docxOf(paragraph("hej ".repeat(300_000))), "texten är längre än 1 MB."],
	])("%s", async (_what, bytes, why) => {
		expect(await refusalOf(bytes, "löfte.docx")).toContain(why);
	});
});
