import { execFile } from "node:child_process";
import { existsSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { beginRattelse } from "#app/commands/beginRattelse.server.ts";
import { generateSigningKey } from "#app/seal/seal.server.ts";
import { sealFile, unsealedFile } from "#app/seal/sealedFile.server.ts";
import { openDatabase } from "#db/connection.server.ts";
import { migrateToLatest } from "#db/migrate.server.ts";
import { findSnapshot } from "#db/snapshot.server.ts";
import { latestEdition, type MadeRapport, makeRapport } from "#tests/factories/rapport.ts";
import { makeScene } from "#tests/factories/scene.ts";
import { testSigningKey } from "#tests/factories/signingKey.ts";

/** `verifiera`, the built command, on real files and a real database file. */
const folder = mkdtempSync(join(tmpdir(), "lofteskoll-verifiera-"));
const databasePath = join(folder, "lofteskoll.sqlite");
const keyPath = join(folder, "nycklar.pem");
const at = (name: string) => join(folder, name);

beforeAll(async () => {
	const db = openDatabase(databasePath);
	await migrateToLatest(db);
	const scene = await makeScene(db);
	const sealedOf = async ({ id }: MadeRapport) => {
		const snapshot = await findSnapshot(db, { kommunId: scene.kommun.id, rapportId: id });
		if (!snapshot) throw new Error("it is not signed");
		return snapshot;
	};
	const first = await makeRapport(scene, { state: "signerad" });
	const snapshot = await sealedOf(first);
	const file = sealFile(snapshot);
	writeFileSync(at("forsta.json"), file);
	const { version = 0 } = (await latestEdition(scene, first)) ?? {};
	await beginRattelse(db, scene.samordnare, { rapportId: first.id, version, reason: "Fel antal" });
	writeFileSync(at("andra.json"), sealFile(await sealedOf(await makeRapport(scene, { ...first, state: "signerad" }))));
	const { publicContent, publicSha256, publicSignature } = snapshot;
	const publicSeal = { content: publicContent, sha256: publicSha256, signature: publicSignature };
	writeFileSync(at("offentlig.json"), sealFile({ ...publicSeal, keyId: snapshot.keyId }));
	writeFileSync(at("andrad.json"), file.replace("Medborgarlöfte 2018", "Medborgarlöfte 2019"));
	writeFileSync(at("radslut.json"), `${file}\n`);
	writeFileSync(at("utkast.json"), unsealedFile(snapshot.content));
	writeFileSync(at("annat.txt"), "hej");
	// An older key first, as in the file that /kontrollera gives.
	writeFileSync(keyPath, generateSigningKey().publicKey + testSigningKey().publicKey);
	writeFileSync(at("frammande.pem"), generateSigningKey().publicKey);
	await db.destroy();
});

afterAll(() => rmSync(folder, { recursive: true, force: true }));

function verify(args: string[], env: Record<string, string> = { DATABASE_PATH: databasePath }) {
	return run(process.execPath, ["build/node/lofteskoll.js", "verifiera", ...args], env);
}

function run(command: string, args: string[], env: Record<string, string>) {
	const { PATH } = process.env;
	return new Promise<{ code: number; stdout: string; stderr: string }>((resolve) => {
		const options = { env: { NODE_ENV: "production" as const, ...(PATH && { PATH }), ...env } };
		execFile(command, args, options, (error, stdout, stderr) =>
			resolve({ code: error ? Number(error.code) : 0, stdout, stderr }),
		);
	});
}

describe("with the database", () => {
	test("a genuine file is genuine, and says which report it is", async () => {
		const { code, stdout, stderr } = await verify([at("andra.json")]);
		expect([code, stderr]).toEqual([0, ""]);
		expect(stdout).toMatch(/^Äkta\. Filen är precis den som signerades\./);
		expect(stdout).toContain("Kommun:      provkommun");
		expect(stdout).toContain("Period:      Tertial 2 2018, version 2");
		expect(stdout).toContain("av kommunchef");
		expect(stdout).toContain(`Nyckel:      ${testSigningKey().id}`);
	});

	test.each(["forsta.json", "offentlig.json"])("a replaced one is genuine, and says by which: %s", async (name) => {
		const { code, stdout } = await verify([at(name)]);
		expect(code).toBe(0);
		expect(stdout).toMatch(/^Äkta, men ersatt av version 2\. /);
	});

	test.each([
		["andrad.json", "Ändrad. Innehållet är inte det som signerades."],
		["radslut.json", "Ändrad. Filen är inte skriven så som den hämtades."],
		["utkast.json", "Okänd. Rapporten i filen är inte signerad."],
		["annat.txt", "Okänd. Filen är ingen rapport från Löfteskoll."],
		["saknas.json", "finns inte."],
		[".", "går inte att läsa (EISDIR)."],
	])("%s exits with 1 and says why", async (name, why) => {
		const { code, stdout, stderr } = await verify([at(name)]);
		expect([code, stdout]).toEqual([1, ""]);
		expect(stderr).toContain(why);
		expect(stderr).not.toMatch(/ {4}at |Error:/);
	});

	test("only looks in it: it is neither made, migrated nor changed", async () => {
		const before = readFileSync(databasePath);
		await verify([at("andra.json")]);
		expect(readFileSync(databasePath).equals(before)).toBe(true);

		const missing = await verify([at("andra.json")], { DATABASE_PATH: at("ingen.sqlite") });
		expect(missing.code).toBe(1);
		expect(missing.stderr).toContain("DATABASE_PATH: databasen");
		expect(existsSync(at("ingen.sqlite"))).toBe(false);

		writeFileSync(at("tom.sqlite"), "");
		const empty = await verify([at("andra.json")], { DATABASE_PATH: at("tom.sqlite") });
		expect(empty.code).toBe(1);
		expect(empty.stderr).toContain("har en annan version än programmet. Kör migrera först, eller använd --nyckel.");
		expect(readFileSync(at("tom.sqlite"))).toHaveLength(0);
	});
});

describe("with the public key, and nothing else", () => {
	test.each(["forsta.json", "andra.json", "offentlig.json"])("%s is genuine", async (name) => {
		const { code, stdout } = await verify([at(name), "--nyckel", keyPath], {});
		expect(code).toBe(0);
		expect(stdout).toMatch(/^Äkta\. .* Om den har ersatts av en senare version ser du på sidan \/kontrollera\./);
	});

	test("a changed one is not, and none is with another's key", async () => {
		expect((await verify([at("andrad.json"), "--nyckel", keyPath], {})).code).toBe(1);
		const { code, stderr } = await verify([at("andra.json"), "--nyckel", at("frammande.pem")], {});
		expect(code).toBe(1);
		expect(stderr).toContain("Okänd. Filen är signerad med en nyckel som inte hör hit.");
	});

	test.each(["annat.txt", "saknas.pem"])("a key file that is none is told: %s", async (name) => {
		const { code, stderr } = await verify([at("andra.json"), "--nyckel", at(name)], {});
		expect(code).toBe(1);
		expect(stderr).toMatch(/är ingen publik Ed25519-nyckel i PEM-format\.|finns inte\./);
	});
});

describe("exits with 2 and the help", () => {
	test.each([
		["without a file", [], { DATABASE_PATH: databasePath }],
		["with two", ["a.json", "b.json"], { DATABASE_PATH: databasePath }],
		["without a key or a database", ["a.json"], {}],
		["with an unknown option", ["a.json", "--okand"], { DATABASE_PATH: databasePath }],
		["with no name of the key", ["a.json", "--nyckel"], {}],
	] as [string, string[], Record<string, string>][])("%s", async (_what, args, env) => {
		const { code, stdout, stderr } = await verify(args, env);
		expect([code, stdout]).toEqual([2, ""]);
		expect(stderr).toContain("Användning: npm run -s lofteskoll -- <kommando>");
		expect(stderr).toContain("verifiera FIL");
	});
});
