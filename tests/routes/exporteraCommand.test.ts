import { execFile } from "node:child_process";
import { existsSync, mkdtempSync, readdirSync, readFileSync, rmSync, statSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { sql } from "kysely";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { demoDatabase } from "#tests/factories/demo.ts";

/** `exportera`, the built command, on a database in use. */
const folder = mkdtempSync(join(tmpdir(), "lofteskoll-exportera-"));
const at = (name: string) => join(folder, name);
const databasePath = at("demo.sqlite");

beforeAll(async () => {
	await sql`VACUUM INTO ${databasePath}`.execute(await demoDatabase());
});
afterAll(() => rmSync(folder, { recursive: true, force: true }));

function exporting(...args: string[]) {
	const env = { NODE_ENV: "production" as const, DATABASE_PATH: databasePath, PATH: process.env.PATH ?? "" };
	const script = join(process.cwd(), "build/node/lofteskoll.js");
	return new Promise<{ code: number; stdout: string; stderr: string }>((resolve) => {
		execFile(process.execPath, [script, "exportera", ...args], { env, cwd: folder }, (error, stdout, stderr) =>
			resolve({ code: error ? Number(error.code) : 0, stdout, stderr }),
		);
	});
}

describe("exportera", () => {
	test("writes everything of a kommun to a new folder, that only the one who exports may read", async () => {
		const { code, stdout, stderr } = await exporting("--kommun", "savsjo", "--till", at("savsjo"));
		expect([code, stderr]).toEqual([0, ""]);
		expect(stdout).toContain("Allt om Sävsjö ligger i");
		expect(readdirSync(at("savsjo")).sort()).toEqual(
			["LÄSMIG.txt", "csv", "kommun.json", "nycklar", "rapporter"].sort(),
		);
		const { tables } = JSON.parse(readFileSync(at("savsjo/kommun.json"), "utf8"));
		expect(tables.kommun).toHaveLength(1);
		expect(tables.genomforande.length).toBeGreaterThan(50);
		expect(readdirSync(at("savsjo/csv")).length).toBe(Object.keys(tables).length);
		expect(statSync(at("savsjo/kommun.json")).mode & 0o077).toBe(0);
		expect(statSync(at("savsjo")).mode & 0o077).toBe(0);
	});

	test("never writes over what is there", async () => {
		const before = readFileSync(at("savsjo/kommun.json"));
		const { code, stderr } = await exporting("--kommun", "savsjo", "--till", at("savsjo"));
		expect(code).toBe(1);
		expect(stderr).toContain("finns redan. Ange en ny mapp med --till.");
		expect(readFileSync(at("savsjo/kommun.json"))).toEqual(before);
	});

	test("names the folder itself when nobody does", async () => {
		expect((await exporting("--kommun", "sunne")).code).toBe(0);
		expect(readdirSync(folder).filter((name) => /^lofteskoll-sunne-\d{4}-\d{2}-\d{2}$/.test(name))).toHaveLength(1);
	});

	test("a kommun that is not there makes no folder", async () => {
		const { code, stderr } = await exporting("--kommun", "ingenstans", "--till", at("ingenstans"));
		expect(code).toBe(1);
		expect(stderr).toContain("det finns ingen kommun med adressen ingenstans");
		expect(existsSync(at("ingenstans"))).toBe(false);
	});

	test("a folder that cannot be made leaves nothing half written", async () => {
		const { code } = await exporting("--kommun", "savsjo", "--till", at("demo.sqlite/inuti"));
		expect(code).toBe(1);
		expect(readdirSync(folder).filter((name) => name.includes("ofardig"))).toEqual([]);
	});

	test("without a kommun it says how it is written", async () => {
		const { code, stderr } = await exporting();
		expect(code).toBe(2);
		expect(stderr).toContain("Ange kommunen: exportera --kommun SLUG");
	});
});
