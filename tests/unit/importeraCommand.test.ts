import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterEach, beforeEach, describe, expect, test, vi } from "vitest";
import { savePlats } from "#app/commands/savePlats.server.ts";
import { emailSchema } from "#app/domain/person.schema.ts";
import { importToKommun } from "#app/server/commands/importera.ts";
import { openDatabase } from "#db/connection.server.ts";
import { findAllGenomforanden } from "#db/genomforande.server.ts";
import { findAllImports } from "#db/import.server.ts";
import { migrateToLatest } from "#db/migrate.server.ts";
import { findAllMemberships, findPersonByEmail } from "#db/person.server.ts";
import { makeGenomforande } from "#tests/factories/genomforande.ts";
import { IMPORT_HEADINGS, importLine } from "#tests/factories/import.ts";
import { makeRapport } from "#tests/factories/rapport.ts";
import { makeScene, type Scene } from "#tests/factories/scene.ts";
import { excelOf, excelRows } from "#tests/unit/inputs/sheetOf.ts";

let folder: string;
let scene: Scene;

/** A database on the disk, as the command opens it beside the service. */
beforeEach(async () => {
	folder = mkdtempSync(join(tmpdir(), "lofteskoll-importera-"));
	const path = join(folder, "db.sqlite");
	const db = openDatabase(path);
	await migrateToLatest(db);
	scene = await makeScene(db);
	vi.stubEnv("DATABASE_PATH", path);
});

afterEach(async () => {
	vi.unstubAllEnvs();
	await scene.db.destroy();
	rmSync(folder, { recursive: true, force: true });
});

interface Asked {
	kommun?: string;
	epost?: string;
	"utford-av"?: string;
	ar?: string;
	flags?: string[];
}

/** What the command prints, or what it throws. */
async function importera(file: string | Uint8Array, { flags = [], ...values }: Asked = {}) {
	const path = join(folder, "logg.csv");
	writeFileSync(path, file);
	const said: string[] = [];
	const log = vi.spyOn(console, "log").mockImplementation((line) => void said.push(line));
	try {
		await importToKommun({ kommun: "provkommun", ...values }, [path], new Set(flags));
		return { said: said.join("\n"), refused: null };
	} catch (error) {
		return { said: said.join("\n"), refused: error instanceof Error ? error.message : String(error) };
	} finally {
		log.mockRestore();
	}
}

function csv(...lines: (readonly string[])[]): string {
	return [IMPORT_HEADINGS, ...lines].map((cells) => cells.join(";")).join("\r\n");
}

async function stored() {
	const kommunId = scene.kommun.id;
	const { total, rows } = await findAllGenomforanden(scene.db, { kommunId, status: "active", page: 1, pageSize: 1000 });
	return { total, rows, imports: await findAllImports(scene.db, { kommunId }) };
}

async function everything(): Promise<unknown[]> {
	const { db } = scene;
	return Promise.all(
		(["genomforande", "import", "person", "audit_event"] as const).map((table) =>
			db.selectFrom(table).selectAll().execute(),
		),
	);
}

const THREE = [
	importLine("2018-09-03", { plats: "Torget" }),
	importLine("4 september 2018", { antal: "2", note: "Lugnt" }),
	importLine("2018-09-05", { plats: "skolan" }),
];

describe("a file that is clear", () => {
	test("comes in through the commands, with a summary and the way to undo it", async () => {
		const { said, refused } = await importera(csv(...THREE));
		expect(refused).toBeNull();
		expect(said.split("\n")).toEqual([
			"3 registreringar importerade.",
			"  Fil:                 logg.csv",
			"  Kolumner:            A Datum, B Aktivitet, C Antal, D Plats, E Utförd av, F Anteckning",
			"  Rader i filen:       3",
			"  Dagar:               3 september–5 september 2018",
			"  Mått count: 3 registreringar",
			expect.stringMatching(
				/^Allt kan ångras på sidan \/intern\/provkommun\/import\/\d+ tills rapporten är signerad\.$/,
			),
		]);
		const { total, imports } = await stored();
		expect(total).toBe(3);
		expect(imports).toMatchObject([{ fileName: "logg.csv", state: "importerad", importedCount: 3 }]);
	});

	test("of .xlsx comes in alike", async () => {
		expect((await importera(excelRows(IMPORT_HEADINGS, ...THREE))).said).toContain("3 registreringar importerade.");
	});

	test("in the name of the instance's own account, which nobody can use, made once", async () => {
		await importera(csv(...THREE.slice(0, 1)));
		await importera(csv(...THREE.slice(1)));
		const { imports } = await stored();
		expect(imports.map(({ createdByName }) => createdByName)).toEqual(["Kommandoraden", "Kommandoraden"]);
		const account = await findPersonByEmail(scene.db, "kommandoraden");
		expect(account).toMatchObject({ passwordHash: null, isDemo: false });
		expect(await findAllMemberships(scene.db, { personId: account?.id ?? 0 })).toEqual([]);
		expect(emailSchema.safeParse(account?.email).success).toBe(false);
	});

	test("or in that of somebody who may log in the kommun, and of nobody else", async () => {
		const { email } = await scene.db
			.selectFrom("person")
			.select("email")
			.where("id", "=", scene.polis.personId)
			.executeTakeFirstOrThrow();
		await importera(csv(...THREE), { epost: ` ${email.toUpperCase()}` });
		expect((await stored()).imports).toMatchObject([{ createdBy: scene.polis.personId }]);
		const before = await everything();
		for (const epost of ["ingen@exempel.se", "kommandoraden"])
			expect((await importera(csv(importLine("2018-09-09")), { epost })).refused).toContain(
				"--epost: ingen med den adressen får registrera i provkommun.",
			);
		expect(await everything()).toEqual(before);
	});

	test("that is imported again is nothing new, also when it is only tried", async () => {
		await importera(csv(...THREE));
		const before = await everything();
		const again = await importera(csv(...THREE));
		expect([again.refused, again.said]).toEqual([
			null,
			expect.stringContaining("Inget nytt: allt i filen är redan importerat."),
		]);
		expect(again.said).toContain("  Redan importerade:   3 registreringar");
		expect((await importera(csv(...THREE), { flags: ["prova"] })).refused).toBeNull();
		expect(await everything()).toEqual(before);
		expect((await importera(csv(...THREE, importLine("2018-09-06")))).said).toContain("1 registrering importerade.");
	});

	test("with --prova shows what would come in, and writes nothing", async () => {
		const before = await everything();
		const { said, refused } = await importera(csv(...THREE), { flags: ["prova"] });
		expect(refused).toBeNull();
		expect(said).toContain("Prov: inget är importerat.");
		expect(said).toContain("  Skulle importeras:   3 registreringar");
		expect(await everything()).toEqual(before);
	});
});

describe("what cannot be known without asking is told, and nothing is stored", () => {
	test.each([
		[
			"names that the kommun does not have",
			csv(
				importLine("2018-09-03", { aktivitet: "Nattvandring", plats: "Månen" }),
				importLine("2018-09-04", { aktivitet: "Nattvandring" }),
			),
			{},
			[
				"Aktivitet: 1 namn i filen finns inte i kommunen:",
				"  Nattvandring (2 rader)",
				/^Det här finns: .*Mått count.*\. Rätta filen, eller importera på sidan Importera/,
				"Plats: 1 namn i filen finns inte i kommunen:",
				"  Månen (1 rad)",
				"Det här finns: Skolan, Torget. Rätta filen",
			],
		],
		[
			"columns that are no table of registrations",
			"Namn;Telefon\nett;två",
			{},
			["Kolumner: välj vilken kolumn som är datum. Kolumnerna lästes så här:"],
		],
		[
			"who did it",
			"Datum;Aktivitet\n2018-09-03;Mått count",
			{},
			["Utförd av: filen säger inte vem. Ange --utford-av med ett av polis, kommun, gemensamt, annan."],
		],
		[
			"rows with faults",
			csv(...THREE, importLine("2018-04-31"), importLine("2099-12-24"), importLine("2018-09-03", { antal: "många" })),
			{},
			[
				"Rader med fel: 3",
				/^ {2}rad 5: Datum: 31 april 2018 finns inte i kalendern\.$/,
				/^ {2}rad 6: Datum: /,
				/^ {2}rad 7: Antal: /,
				"Rätta filen, eller utelämna raderna med --utan-felaktiga.",
			],
		],
	] as [string, string, Asked, (string | RegExp)[]][])("%s", async (_what, file, asked, lines) => {
		const before = await everything();
		for (const flags of [[], ["prova"]]) {
			const { refused, said } = await importera(file, { ...asked, flags });
			expect(said).toBe("");
			const told = refused?.split("\n") ?? [];
			expect(told[0]).toBe("Inget är importerat.");
			for (const line of lines)
				expect(
					told.some((each) => (typeof line === "string" ? each.includes(line) : line.test(each))),
					`${line} in\n${refused}`,
				).toBe(true);
		}
		expect(await everything()).toEqual(before);
	});

	test("rows with faults are left out when that is asked for, and told", async () => {
		const { said } = await importera(csv(...THREE, importLine("2018-04-31")), { flags: ["utan-felaktiga"] });
		expect(said).toContain("3 registreringar importerade.");
		expect(said).toContain("  Felaktiga, inte med: 1 rad");
		expect(said).toContain("  rad 5: Datum: 31 april 2018 finns inte i kalendern.");
	});

	test("rows that look like what is registered come in, or not, as it is said", async () => {
		const { db, polis, dokument, kommun } = scene;
		const platsId = kommun.platsIds.Torget ?? null;
		await makeGenomforande(db, polis, { measureId: dokument.measureIds.count, date: "2018-09-03", platsId });
		const { refused } = await importera(csv(...THREE));
		expect(refused).toContain(
			"Liknande registreringar: rad 2 har samma mått, dag och plats som något som redan är registrerat.",
		);
		expect((await importera(csv(...THREE), { flags: ["utan-liknande"] })).said).toContain(
			"2 registreringar importerade.",
		);
		expect((await importera(csv(...THREE), { flags: ["ta-med-liknande"] })).said).toContain(
			"1 registrering importerade.",
		);
		expect((await importera(csv(...THREE), { flags: ["ta-med-liknande", "utan-liknande"] })).refused).toBe(
			"Ange --ta-med-liknande eller --utan-liknande, inte båda.",
		);
	});

	test("rows of a period whose report is handed in come in as efterregistrerade, or not, as it is said", async () => {
		await makeRapport(scene, { state: "inlamnad" });
		const lines = [importLine("2018-05-03"), importLine("2018-09-03")];
		const { refused } = await importera(csv(...lines));
		expect(refused).toContain("Efterregistrering: 1 registrering i Tertial 2 2018 (inlämnad).");
		expect((await importera(csv(...lines), { flags: ["utan-sena"] })).said).toContain("1 registrering importerade.");
		const { said } = await importera(csv(...lines), { flags: ["ta-med-sena"] });
		expect(said).toContain("  Efterregistrerade:   1 registrering i Tertial 2 2018 (inlämnad)");
	});

	test("what the file does not say can be said beside it", async () => {
		const file = "Datum;Aktivitet\n3/9;Mått count";
		const { said, refused } = await importera(file, { "utford-av": "kommun", ar: "2018" });
		expect(refused).toBeNull();
		expect(said).toContain("1 registrering importerade.");
		expect((await stored()).rows).toMatchObject([{ date: "2018-09-03", performedBy: "kommun" }]);
		expect((await importera(file, { "utford-av": "brandkåren" })).refused).toContain("--utford-av: ange ett av polis,");
		expect((await importera(file, { ar: "18" })).refused).toContain("--ar: ange ett år");
	});
});

test("a file or a kommun that is not there, and a file that is refused", async () => {
	const before = await everything();
	expect((await importera(csv(...THREE), { kommun: "atlantis" })).refused).toBe(
		"--kommun: det finns ingen kommun med adressen atlantis. Skriv som i webbadressen: savsjo.",
	);
	expect((await importera("")).refused).toBe("Fil: den är tom. Välj filen med aktiviteter.");
	expect((await importera(csv(importLine("2018-09-03", { note: "=1+1" })))).refused).toContain(
		"Fil: den innehåller formler: cell F2.",
	);
	await expect(importToKommun({ kommun: "provkommun" }, [join(folder, "saknas.csv")], new Set())).rejects.toThrow(
		"finns inte.",
	);
	await expect(importToKommun({ kommun: "provkommun" }, [], new Set())).rejects.toThrow("Ange filen och kommunen");
	await expect(importToKommun({}, ["a.csv"], new Set())).rejects.toThrow("Ange filen och kommunen");
	expect(await everything()).toEqual(before);
});

test("a place that is no longer offered is still one of the kommun's", async () => {
	const { db, samordnare, kommun } = scene;
	const platsId = kommun.platsIds.Torget ?? 0;
	await savePlats(db, samordnare, { platsId, version: 1, name: "Torget", kind: "plats", isActive: false });
	expect((await importera(csv(...THREE))).refused).toBeNull();
});

test("of a workbook with a sheet for each month the other ones are named, since one is read at a time", async () => {
	const month = (name: string, ...days: string[]) => ({
		name,
		rows: [IMPORT_HEADINGS, ...days.map((day) => importLine(day))],
	});
	const file = excelOf({
		sheets: [month("April", "2018-04-03"), month("Maj", "2018-05-03", "2018-05-04"), { name: "Tomt", rows: [] }],
	});
	const { said } = await importera(file);
	expect(said).toContain("Blad:                Maj");
	expect(said).toContain("Andra blad, inte med: April (2 rader)");
	expect(said).not.toContain("Tomt");
});
