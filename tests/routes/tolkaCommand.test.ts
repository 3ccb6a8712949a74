import { execFile } from "node:child_process";
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import type { ReadingJson } from "#app/loftestext/readingJson.ts";
import { bullet, docxOf, heading, paragraph } from "#tests/unit/inputs/docxOf.ts";
import { paragraphs, pdfOf } from "#tests/unit/inputs/pdfOf.ts";

/** `tolka`, the built command, on real files, with nothing in its environment. */
const folder = mkdtempSync(join(tmpdir(), "lofteskoll-tolka-"));
const at = (name: string) => join(folder, name);
const SEEDS = ["alvesta-2017", "jonkoping-2016", "savsjo-2017", "savsjo-2018", "sunne-2016"];
const LOFTE = [
	"Medborgarlöften i Sävsjö kommun 2024",
	"Polisen och kommunen ska genomföra följande aktiviteter:",
	"Polisen ska genomföra minst tio riktade insatser mot narkotika.",
	"Kommunen ska ordna ett öppet möte varje torsdag.",
];

beforeAll(async () => {
	const [title = "", intro = "", ...lines] = LOFTE;
	writeFileSync(at("a.docx"), docxOf(heading(title), paragraph(intro), ...lines.map((line) => bullet(line))));
	writeFileSync(at("a.pdf"), await pdfOf([paragraphs(title, intro, ...lines.map((line) => `• ${line}`))]));
	writeFileSync(at("a.txt"), Buffer.from([title, intro, ...lines.map((line) => `- ${line}`)].join("\r\n"), "latin1"));
	writeFileSync(at("bild.pdf"), await pdfOf([(pdf) => pdf.rect(10, 10, 10, 10).fill("red")]));
	writeFileSync(at("tom.txt"), "");
	writeFileSync(at("stor.txt"), Buffer.alloc(6 * 1024 * 1024, "a"));
});

afterAll(() => rmSync(folder, { recursive: true, force: true }));

function interpret(args: string[], input?: Uint8Array) {
	const { PATH } = process.env;
	return new Promise<{ code: number; stdout: string; stderr: string }>((resolve) => {
		const options = { env: { NODE_ENV: "production" as const, ...(PATH && { PATH }) }, maxBuffer: 16 * 1024 * 1024 };
		const child = execFile(
			process.execPath,
			["build/node/lofteskoll.js", "tolka", ...args],
			options,
			(error, stdout, stderr) => resolve({ code: error ? Number(error.code) : 0, stdout, stderr }),
		);
		// Whoever does not read all of it closes its end.
		child.stdin?.on("error", () => undefined);
		child.stdin?.end(input);
	});
}

async function readingOf(args: string[], input?: Uint8Array): Promise<ReadingJson> {
	const { code, stdout, stderr } = await interpret(args, input);
	expect([code, stderr]).toEqual([0, ""]);
	return JSON.parse(stdout);
}

describe("a löfte text becomes JSON, as readings by people are kept", () => {
	test.each(SEEDS)("%s: every quotation stands in the text, and every question is about something", async (name) => {
		const path = `seeds/loften/${name}.txt`;
		const text = readFileSync(path, "utf8");
		const reading = await readingOf([path]);
		expect(Object.keys(reading)).toEqual(["kommun", "periodStart", "periodEnd", "promises", "activities", "questions"]);
		expect(reading.activities.length).toBeGreaterThan(3);
		for (const activity of reading.activities) {
			expect(Object.keys(activity)).toEqual([
				"text",
				"responsible",
				"measure",
				"minimum",
				"per",
				"weekdays",
				"activityType",
			]);
			expect(activity.activityType).not.toBe("");
		}
		const quotations = [
			...reading.promises,
			...reading.activities.map((activity) => activity.text),
			...reading.questions.map((question) => question.quotation),
		];
		expect(quotations.filter((quotation) => quotation === "" || !text.includes(quotation))).toEqual([]);
		for (const { question, activity } of reading.questions) {
			expect(question).toMatch(/\S/);
			if (activity === null) continue;
			expect(reading.activities[activity]).toBeDefined();
		}
	});

	test("a question of an aktivitet says which one, with words that stand in it", async () => {
		const { activities, questions } = await readingOf(["seeds/loften/savsjo-2018.txt"]);
		const asked = questions.filter(({ activity }) => activity !== null);
		expect(asked.length).toBeGreaterThan(0);
		for (const { activity, quotation } of asked) expect(activities[activity ?? -1]?.text).toContain(quotation);
	});

	test.each(["a.docx", "a.pdf", "a.txt"])("%s says what the others say", async (name) => {
		const { kommun, activities } = await readingOf([at(name)]);
		expect(kommun).toBe("Sävsjö");
		expect(activities.map(({ text }) => text.replace(/\s+/g, " "))).toEqual(LOFTE.slice(2));
		expect(activities.map(({ minimum, responsible }) => [minimum, responsible])).toEqual([
			[10, ["polis"]],
			[expect.toSatisfy((minimum) => minimum === null || minimum === 1), ["kommun"]],
		]);
	});

	test("standard input, also of a file without a name", async () => {
		expect(await readingOf(["-"], readFileSync(at("a.docx")))).toEqual(await readingOf([at("a.docx")]));
	});
});

describe("what cannot be read exits with 1 and says why", () => {
	test.each([
		["saknas.txt", "finns inte."],
		[".", "går inte att läsa (EISDIR)."],
		["bild.pdf", "Fil: den är en bild av texten och går inte att läsa. Klistra in texten i stället."],
		["tom.txt", "Fil: den är tom."],
		["stor.txt", "Fil: den är större än 5 MB."],
	])("%s", async (name, why) => {
		const { code, stdout, stderr } = await interpret([at(name)]);
		expect([code, stdout]).toEqual([1, ""]);
		expect(stderr).toContain(why);
		expect(stderr).not.toMatch(/ {4}at |Error:/);
	});

	test("standard input that is too large, or nothing", async () => {
		const large = await interpret(["-"], readFileSync(at("stor.txt")));
		expect([large.code, large.stderr]).toEqual([1, "Fil: den är större än 5 MB. Klistra in texten i stället.\n"]);
		expect((await interpret(["-"])).stderr).toContain("Fil: den är tom.");
	});
});

describe("exits with 2 and the help", () => {
	test.each([
		["without a file", []],
		["with two", ["a.txt", "b.txt"]],
		["with an unknown option", ["a.txt", "--okand"]],
	] as [string, string[]][])("%s", async (_what, args) => {
		const { code, stdout, stderr } = await interpret(args);
		expect([code, stdout]).toEqual([2, ""]);
		expect(stderr).toContain("Användning: npm run -s lofteskoll -- <kommando>");
		expect(stderr).toContain("tolka FIL");
	});
});
