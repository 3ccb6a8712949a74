import { readdirSync, readFileSync } from "node:fs";
import { expect, test } from "vitest";
import { readLoftestext } from "#app/loftestext/readLoftestext.ts";
import { type ExpectedReading, type Score, score, sharesOf, sumOf } from "./score.ts";

/** What the rules reach, and a little less: a change that reads worse fails. */
const FLOORS = {
	seeds: { f1: 1, kind: 1, minimumAndPer: 1, responsible: 1, period: 1, kommun: 1, promises: 1 },
	egna: { f1: 0.98, kind: 0.97, minimumAndPer: 0.97, responsible: 0.95, period: 0.97, kommun: 0.97, promises: 0.9 },
	dev: { f1: 0.98, kind: 0.95, minimumAndPer: 0.98, responsible: 0.97, period: 0.97, kommun: 0.93, promises: 0.97 },
};

test.each(["seeds", "dev", "egna"] as const)("the %s are read at least as well as before", (folder) => {
	const scored = scoreFolder(folder);
	const shares = sharesOf(sumOf(scored.map(({ score: one }) => one)));
	report(folder, scored);
	const under = Object.entries(FLOORS[folder]).filter(([name, floor]) => shares[name as keyof typeof shares] < floor);
	expect(under, JSON.stringify(shares)).toEqual([]);
});

/** Pasted from elsewhere, or written by another hand: the words are the same. */
test.each<[string, number, (text: string) => string]>([
	["broken at 60 characters", 0.98, (text) => brokenAt(60, text)],
	["broken at 90 characters", 0.98, (text) => brokenAt(90, text)],
	["with points set apart", 0.98, (text) => text.replace(/\n(?=\s*[•-] )/g, "\n\n")],
	["without empty lines", 0.98, (text) => text.replace(/\n\n+/g, "\n")],
	["with numbered points", 0.98, (text) => text.replace(/^\s*[•-] /gm, "1. ")],
	["without the marks of its points", 0.94, (text) => text.replace(/^[ ]*(•|-|\d+\.) +/gm, "")],
	["with each paragraph and list on one line", 0.9, (text) => text.replace(/\n(?!\n)/g, " ")],
	["without its colons", 0.95, (text) => text.replace(/:$/gm, "")],
])("a text %s is read nearly as well", (_name, floor, change) => {
	const scored = ["seeds", "dev"].flatMap((folder) => scoreFolder(folder, change));
	expect(sharesOf(sumOf(scored.map(({ score: one }) => one))).f1).toBeGreaterThanOrEqual(floor);
});

function brokenAt(width: number, text: string): string {
	const fold = (line: string) =>
		line.split(" ").reduce((folded, word) => {
			const last = folded.slice(folded.lastIndexOf("\n") + 1);
			return `${folded}${last.length + word.length >= width ? "\n" : " "}${word}`;
		});
	return text.split("\n").map(fold).join("\n");
}

function scoreFolder(folder: string, change = (text: string) => text): { name: string; score: Score }[] {
	const path = new URL(`./texter/${folder}/`, import.meta.url);
	return readdirSync(path)
		.filter((file) => file.endsWith(".txt"))
		.sort()
		.map((file) => {
			const expected: ExpectedReading = JSON.parse(readFileSync(new URL(file.replace(".txt", ".json"), path), "utf8"));
			return {
				name: file.replace(".txt", ""),
				score: score(readLoftestext(change(readFileSync(new URL(file, path), "utf8"))), expected),
			};
		});
}

/** Printed, so that whoever changes a rule sees what it does to each text. */
function report(folder: string, scored: { name: string; score: Score }[]) {
	const row = (name: string, one: Score) =>
		[name.padEnd(24), ...Object.values(sharesOf(one)).map((share) => share.toFixed(2))].join(" ");
	const heading = ["".padEnd(24), ...Object.keys(sharesOf(sumOf([]))).map((name) => name.slice(0, 4))].join(" ");
	const rows = scored.flatMap(({ name, score: one }) => [row(name, one), ...one.faults.map((fault) => `    ${fault}`)]);
	console.log([folder, heading, ...rows, row("summa", sumOf(scored.map(({ score: one }) => one)))].join("\n"));
}
