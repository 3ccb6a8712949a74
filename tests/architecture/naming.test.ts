import { readFileSync } from "node:fs";
import { basename, dirname } from "node:path";
import { expect, test } from "vitest";
import { findAllSources } from "./sources.ts";

const sources = findAllSources("app", "db", "seeds");

test("no room without a name of its own, and no barrels", () => {
	const folders = [...new Set(sources.map((file) => basename(dirname(file))))];
	expect(folders.filter((folder) => /^(utils?|helpers?|misc|common|shared|lib)$/.test(folder))).toEqual([]);
	const barrels = sources.filter((file) => basename(file) === "index.ts");
	expect(barrels.sort()).toEqual(["app/measures/index.ts", "db/migrations/index.ts"]);
});

test("identifiers are ASCII: å, ä and ö stand only in text that people read", () => {
	const declaration = /\b(?:const|let|function|class|interface|type|enum)\s+[\p{L}\d_$]*[åäöÅÄÖ]/u;
	expect(sources.filter((file) => declaration.test(codeOf(file)))).toEqual([]);
	expect(sources.filter((file) => /[åäö]/i.test(file))).toEqual([]);
});

test("the domain never reads the clock", () => {
	const pure = sources.filter((file) => /^app\/(domain|measures)\//.test(file));
	expect(pure.length).toBeGreaterThan(30);
	const clock = /Date\.now\(|new Date\(\)|Temporal\.Now/;
	expect(pure.filter((file) => clock.test(codeOf(file)))).toEqual([]);
});

test("nothing that came before is left in a drawer", () => {
	const left = /@ts-(ignore|expect-error|nocheck)|TODO|FIXME/;
	expect(sources.filter((file) => left.test(readFileSync(file, "utf8")))).toEqual([]);
	expect(sources.filter((file) => /\bas any\b|: any\b/.test(codeOf(file)))).toEqual([]);
});

/** Without comments and without the text that people read. */
function codeOf(file: string): string {
	return readFileSync(file, "utf8").replace(/\/\*[\s\S]*?\*\/|\/\/.*|"[^"\n]*"|`[^`]*`/g, "");
}
