import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeEach, describe, expect, test, vi } from "vitest";
import { inviteFirstAdmin } from "#app/server/commands/accounts.ts";
import { openDatabase } from "#db/connection.server.ts";
import { findAllOpenInbjudningar } from "#db/inbjudan.server.ts";
import { findAllKommuner } from "#db/kommun.server.ts";
import { migrateToLatest } from "#db/migrate.server.ts";

/** `skapa-admin` on a real database file; what it prints is caught. */
const folder = mkdtempSync(join(tmpdir(), "lofteskoll-skapa-admin-"));
const WHO = { epost: "namn@kommunen.example", namn: "Admin" };
let printed: string[];
let path: string;
let count = 0;

beforeEach(() => {
	printed = [];
	count += 1;
	path = join(folder, `${count}.sqlite`);
	vi.stubEnv("DATABASE_PATH", path);
	vi.stubEnv("ORIGIN", "https://lofteskoll.example");
	vi.spyOn(console, "log").mockImplementation((line) => void printed.push(String(line)));
});

afterAll(() => {
	vi.unstubAllEnvs();
	vi.restoreAllMocks();
	rmSync(folder, { recursive: true, force: true });
});

async function stored() {
	const db = openDatabase(path);
	await migrateToLatest(db);
	const kommuner = await findAllKommuner(db);
	const inbjudningar = await Promise.all(kommuner.map(({ id }) => findAllOpenInbjudningar(db, { kommunId: id })));
	await db.destroy();
	return { kommuner, inbjudningar: inbjudningar.flat() };
}

describe("the kommun", () => {
	test.each([
		[{ kommun: "Sävsjö" }],
		[{ "kommun-kod": "0684" }],
		[{ kommun: "savsjo kommun" }],
		[{ kommun: "0684" }],
		[{ kommun: "Sävsjö", "kommun-kod": "0684" }],
	])("is Sävsjö as %j, named and addressed by the list", async (given) => {
		await inviteFirstAdmin({ ...given, ...WHO });
		const { kommuner, inbjudningar } = await stored();
		expect(kommuner).toMatchObject([
			{ name: "Sävsjö", scbCode: "0684", slug: "savsjo", undertecknareTitle: "Kommunchef" },
		]);
		expect(inbjudningar).toMatchObject([{ email: WHO.epost, roles: ["admin"], kommunSlug: "savsjo" }]);
		expect(printed.join("\n")).toMatch(/Sävsjö[\s\S]*https:\/\/lofteskoll\.example\/inbjudan\/[\w-]{43}/);
	});

	test("that is there already gets another administrator, not another row", async () => {
		await inviteFirstAdmin({ kommun: "Håbo", ...WHO });
		await inviteFirstAdmin({ "kommun-kod": "0305", ...WHO, epost: "annan@kommunen.example" });
		const { kommuner, inbjudningar } = await stored();
		expect(kommuner.map(({ slug }) => slug)).toEqual(["haabo"]);
		expect(inbjudningar).toHaveLength(2);
	});

	test.each([
		[{ "kommun-kod": "0648" }, "Menar du Mullsjö (0642), Habo (0643) eller Sävsjö (0684)?"],
		[{ kommun: "Savjö" }, "Menar du Sävsjö (0684) eller Växjö (0780)?"],
		[{ kommun: "Alvesta", "kommun-kod": "0684" }, "Menar du Alvesta (0764) eller Sävsjö (0684)?"],
		[{ kommun: "Narnia" }, "Ange namnet (--kommun Sävsjö) eller koden (--kommun-kod 0684)."],
		[{ kommun: "Narnia", "kommun-kod": "0684" }, "Menar du Sävsjö (0684)?"],
	])("is refused as %j, and nothing is made", async (given, help) => {
		await expect(inviteFirstAdmin({ ...given, ...WHO })).rejects.toThrow(help);
		expect(await stored()).toEqual({ kommuner: [], inbjudningar: [] });
	});

	test("must be said", async () => {
		await expect(inviteFirstAdmin(WHO)).rejects.toThrow("Ange --kommun.");
	});
});
