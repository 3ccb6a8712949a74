import { afterEach, beforeEach, expect, test, vi } from "vitest";
import { findAllLocalDrafts } from "#app/features/useLocalDraft.ts";

const DAY_MS = 86_400_000;
let stored: Record<string, string>;

/** As browsers have it: what is kept are the object's own properties. */
beforeEach(() => {
	stored = Object.create({
		getItem: (name: string) => stored[name] ?? null,
		removeItem: (name: string) => delete stored[name],
	});
	vi.stubGlobal("localStorage", stored);
});

afterEach(() => vi.unstubAllGlobals());

function keep(key: string, value: string, daysAgo: number): void {
	const at = new Date(Date.now() - daysAgo * DAY_MS).toISOString();
	stored[`lofteskoll:utkast:${key}`] = JSON.stringify({ value, at });
}

test("copies are found by the beginning of their key", () => {
	keep("savsjo:1:7", "min", 1);
	keep("savsjo:2:7", "annan", 1);
	expect(findAllLocalDrafts("savsjo:1:")).toMatchObject([{ key: "savsjo:1:7", draft: { value: "min" } }]);
});

test("a copy that nobody came back for leaves the browser, whoever's it was", () => {
	keep("savsjo:1:7", "min", 59);
	keep("savsjo:1:8", "gammal", 61);
	keep("annan:1:9", "någon annans", 61);
	stored["lofteskoll:utkast:trasig"] = "{";
	stored.other = "från någon annan del av sidan";
	expect(findAllLocalDrafts("savsjo:1:")).toHaveLength(1);
	expect(Object.keys(stored)).toEqual(["lofteskoll:utkast:savsjo:1:7", "other"]);
});
