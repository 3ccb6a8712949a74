import { execFile } from "node:child_process";
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { addPlatser } from "#app/commands/addPlatser.server.ts";
import { type Db, openDatabase } from "#db/connection.server.ts";
import { migrateToLatest } from "#db/migrate.server.ts";
import { makePerson } from "#tests/factories/kommun.ts";
import { createSavsjo } from "./logging.ts";

/** `importera`, the built command, on real files and a database in use. */
const folder = mkdtempSync(join(tmpdir(), "lofteskoll-importera-"));
const at = (name: string) => join(folder, name);
const databasePath = at("db.sqlite");
const FILES = join(process.cwd(), "tests/import-files");
const HEADINGS = "Datum;Aktivitet;Antal;Plats;Utförd av;Anteckning";
let db: Db;

beforeAll(async () => {
	db = openDatabase(databasePath);
	await migrateToLatest(db);
	const { id: kommunId } = await createSavsjo(db);
	await addPlatser(db, await makePerson(db, { kommunId, role: "samordnare" }), {
		names: ["Resecentrum", "Vetlandavägen"],
	});
	// The rows that a program wrote, but for a line of an aktivitet that the löfte does not have.
	const lines = readFileSync(join(FILES, "logg-tabb-windows1252.csv"), "latin1").split("\n");
	writeFileSync(at("windows1252.csv"), lines.slice(0, 3).join("\n"), "latin1");
	const number = "811218-9876";
	writeFileSync(at("personnummer.csv"), `${HEADINGS}\n2018-05-04;Riktad insats;1;;Polisen;Ring ${number}`);
	writeFileSync(at("trasig.xlsx"), readFileSync(join(FILES, "logg.xlsx")).subarray(0, 3000));
});

afterAll(async () => {
	await db.destroy();
	rmSync(folder, { recursive: true, force: true });
});

function importing(...args: string[]) {
	const env = { NODE_ENV: "production" as const, DATABASE_PATH: databasePath, PATH: process.env.PATH ?? "" };
	const script = join(process.cwd(), "build/node/lofteskoll.js");
	return new Promise<{ code: number; stdout: string; stderr: string }>((resolve) => {
		execFile(process.execPath, [script, "importera", ...args], { env, cwd: folder }, (error, stdout, stderr) =>
			resolve({ code: error ? Number(error.code) : 0, stdout, stderr }),
		);
	});
}

const logged = () => db.selectFrom("genomforande").select(["date", "note"]).orderBy("id").execute();

describe("importera", () => {
	test("only tries, when that is asked for", async () => {
		const { code, stdout, stderr } = await importing(at("windows1252.csv"), "--kommun", "savsjo", "--prova");
		expect([code, stderr]).toEqual([0, ""]);
		expect(stdout).toContain("2 registreringar");
		expect(await logged()).toEqual([]);
	});

	test("takes a file in, and says where it can be undone", async () => {
		const { code, stdout, stderr } = await importing(at("windows1252.csv"), "--kommun", "savsjo");
		expect([code, stderr]).toEqual([0, ""]);
		expect(stdout).toContain("2 registreringar importerade.");
		expect(stdout).toMatch(/\/intern\/savsjo\/import\/\d+/);
		expect(await logged()).toEqual([
			{ date: "2018-05-04", note: "Lugn kväll; inga ingripanden" },
			{ date: "2018-05-11", note: 'Kallade platsen "hörnet"' },
		]);
	});

	test("takes nothing of the same file again", async () => {
		const before = await logged();
		const { code, stdout } = await importing(at("windows1252.csv"), "--kommun", "savsjo");
		expect(code).toBe(0);
		expect(stdout).not.toContain("2 registreringar importerade.");
		expect(await logged()).toEqual(before);
	});

	test.each([
		["a name that nobody knows, in LibreOffice's .xlsx", join(FILES, "logg.xlsx"), "Trygghetsvandring"],
		["a formula", join(FILES, "formel.xlsx"), "formler"],
		["a personal number", at("personnummer.csv"), "rad 2, kolumn F"],
		["a file that is cut off", at("trasig.xlsx"), "skadad"],
		["a file that is not there", at("ingen.xlsx"), "ingen.xlsx"],
	])("exits with 1 over %s, says why and takes nothing in", async (_what, path, why) => {
		const before = await logged();
		const { code, stdout, stderr } = await importing(path, "--kommun", "savsjo");
		expect([code, stdout]).toEqual([1, ""]);
		expect(stderr).toContain(why);
		expect(stderr).not.toContain("811218");
		expect(stderr).not.toContain("    at ");
		expect(await logged()).toEqual(before);
	});

	test.each([
		["no file", ["--kommun", "savsjo"]],
		["no kommun", [at("windows1252.csv")]],
		["both answers to one question", [at("windows1252.csv"), "--kommun", "savsjo", "--utan-sena", "--ta-med-sena"]],
	])("exits with 2 and the help for %s", async (_what, args) => {
		const { code, stderr } = await importing(...args);
		expect(code).toBe(2);
		expect(stderr).toContain("Användning:");
	});
});
