import { readFileSync } from "node:fs";
import { expect, test } from "vitest";
import { newDokumentSchema } from "#app/domain/dokument.schema.ts";
import { ALL_DOKUMENT } from "#seeds/dokument/alla.ts";
import { seededChance } from "#seeds/exempelhistorik/random.ts";
import { KOMMUNER } from "#seeds/kommuner.ts";

const DOKUMENT = ALL_DOKUMENT.map(({ dokument }) => dokument);
const BY_TITLE = DOKUMENT.map((dokument) => [dokument.title, dokument] as const);

test("the five dokument hold 29 aktiviteter: 7, 4, 5, 5 and 8", () => {
	expect(DOKUMENT.map((dokument) => dokument.aktiviteter.length)).toEqual([7, 4, 5, 5, 8]);
});

test.each(BY_TITLE)("%s quotes its text word for word", (_, dokument) => {
	const quotations = [
		...dokument.aktiviteter.map((aktivitet) => aktivitet.quotation),
		...dokument.loften.map((lofte) => lofte.quotation),
		...[dokument.lagesbild, dokument.followUpRule].filter((text) => text !== null),
		...[...dokument.fragor, ...dokument.aktiviteter.flatMap((aktivitet) => aktivitet.fragor)].flatMap(
			(fraga) => fraga.quotation ?? [],
		),
	];
	expect(quotations.filter((quotation) => !dokument.sourceText.includes(quotation))).toEqual([]);
	expect(new Set(dokument.aktiviteter.map((aktivitet) => aktivitet.quotation)).size).toBe(dokument.aktiviteter.length);
});

test.each([
	["savsjo-2017", 0],
	["savsjo-2018", 1],
	["jonkoping-2016", 2],
	["sunne-2016", 3],
	["alvesta-2017", 4],
])("%s is kept as the file has it", (file, index) => {
	const onDisk = readFileSync(new URL(`../../seeds/loften/${file}.txt`, import.meta.url), "utf8");
	expect(DOKUMENT[index]?.sourceText).toBe(onDisk);
	expect(newDokumentSchema.parse(DOKUMENT[index]).sourceText).toBe(onDisk);
});

test.each(BY_TITLE)("%s passes the schema that the form uses, unchanged", (_, dokument) => {
	expect(newDokumentSchema.parse(dokument)).toEqual(dokument);
});

test.each(BY_TITLE)("%s has a measure and a räkneregel of 1–3 sentences for every aktivitet", (_, dokument) => {
	for (const aktivitet of dokument.aktiviteter) {
		expect(aktivitet.measures.length).toBeGreaterThan(0);
		for (const { rakneregel } of aktivitet.measures) {
			const sentences = rakneregel.split(/(?<=\.)\s/).length;
			expect(sentences, rakneregel).toBeGreaterThanOrEqual(1);
			expect(sentences, rakneregel).toBeLessThanOrEqual(3);
			expect(rakneregel).toMatch(/\.$/);
		}
	}
});

test.each(BY_TITLE)("%s names each measure once, so that the log page can tell them apart", (_, dokument) => {
	const names = dokument.aktiviteter.flatMap((aktivitet) => aktivitet.measures.map((measure) => measure.name));
	expect(new Set(names).size).toBe(names.length);
});

test("undertecknare are named by role, and those roles stand for nobody by name", () => {
	const titles = new Set(DOKUMENT.flatMap((dokument) => dokument.undertecknare.map(({ title }) => title)));
	expect([...titles].sort()).toEqual([
		"Chef för lokalpolisområdet",
		"Kommunalråd",
		"Kommunchef",
		"Kommunpolis",
		"Kommunstyrelsens ordförande",
		"Lokalpolisområdeschef",
	]);
});

test("every kind of measure is used", () => {
	const kinds = new Set(
		DOKUMENT.flatMap((dokument) =>
			dokument.aktiviteter.flatMap((aktivitet) => aktivitet.measures.map((measure) => measure.kind)),
		),
	);
	expect([...kinds].sort()).toEqual(["actions", "count", "coverage", "milestone", "ongoing", "outcome", "recurring"]);
});

test("the kommuner carry their codes and every dokument belongs to one of them", () => {
	expect(KOMMUNER.map(({ slug, scbCode }) => [slug, scbCode])).toEqual([
		["savsjo", "0684"],
		["jonkoping", "0680"],
		["sunne", "1766"],
		["alvesta", "0764"],
	]);
	for (const { kommun } of ALL_DOKUMENT) expect(KOMMUNER.map(({ slug }) => slug)).toContain(kommun);
});

test("a seed gives the same chance every time, and two seeds differ", () => {
	const draw = (seed: number) => {
		const chance = seededChance(seed);
		return Array.from({ length: 20 }, () => chance.whole(0, 1_000_000));
	};
	expect(draw(1)).toEqual(draw(1));
	expect(draw(1)).not.toEqual(draw(2));
	expect(seededChance(1).uuid()).toMatch(/^[0-9a-f]{8}-[0-9a-f]{4}-4[0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12}$/);
});
