import { readFileSync } from "node:fs";
import { beforeEach, describe, expect, test } from "vitest";
import * as review from "#app/routes/intern.$kommun.import.$id/route.tsx";
import { excelRows, formatted, serialOf } from "#tests/unit/inputs/sheetOf.ts";
import { callAction } from "./context.ts";
import { formWith } from "./html.ts";
import { type ImportScene, makeImportScene } from "./importScene.ts";

let scene: ImportScene;

beforeEach(async () => {
	scene = await makeImportScene();
});

const fileOf = (name: string) => readFileSync(`tests/import-files/${name}`);

/** Excel's own format of a day. */
const DAY = 14;

/** The rows of `logg.csv` as Excel writes them: days and numbers as numbers, texts among the shared ones. */
const EXCEL = excelRows(
	["Datum", "Aktivitet", "Antal", "Plats", "Utförd av", "Anteckning"],
	[
		formatted(serialOf("2018-05-04"), DAY),
		"Riktad insats",
		1,
		"Resecentrum",
		"Polisen",
		"Lugn kväll; inga ingripanden",
	],
	[
		formatted(serialOf("2018-05-11"), DAY),
		"Riktad insats",
		2.5,
		"Vetlandavägen",
		"Polisen",
		'Kallade platsen "hörnet"',
	],
	[
		formatted(serialOf("2018-06-01"), DAY),
		"Trygghetsvandring",
		1,
		"Sävsjö centrum",
		"Polisen och kommunen",
		"Åtta deltog, även från Ängö",
	],
);

/** Posts a file that is taken. @returns the id of the import, as text */
async function sent(content: Uint8Array, name: string): Promise<string> {
	const { status, location } = await scene.post(content, { name });
	expect(status).toBe(302);
	return location?.split("/").at(-1) ?? "";
}

/** Posts a file, says what its names stand for, and imports it. */
async function imported(content: Uint8Array, name: string): Promise<string> {
	const id = await sent(content, name);
	const { forms } = await scene.open(id);
	const form = formWith(forms, { intent: "changeNames" });
	const asked = Object.entries(form).filter(([field]) => field.endsWith(".name"));
	const choices = Object.fromEntries(asked.map(([, [folded = ""]]) => [folded, choiceOf(folded)]));
	expect((await scene.send(id, "changeNames", scene.chosen(form, choices))).status).toBe(302);
	expect((await scene.send(id, "runImport")).status).toBe(302);
	return id;
}

/** What somebody in Sävsjö would choose for the names that nobody knows. */
function choiceOf(folded: string): string {
	if (folded === "trygghetsvandring") return scene.savsjo.measureId("Riktad insats");
	return folded.includes("kommunen") ? "polis" : "none";
}

describe("a file comes into the log alike, whichever program made it", () => {
	const FILES: [string, string, () => Uint8Array][] = [
		["LibreOffice's .xlsx", "logg.xlsx", () => fileOf("logg.xlsx")],
		["Excel's .xlsx", "logg.xlsx", () => EXCEL],
		["a .csv with semicolons in UTF-8", "logg.csv", () => fileOf("logg.csv")],
		["one with tabs in Windows-1252", "logg.csv", () => fileOf("logg-tabb-windows1252.csv")],
		["one with commas and quotes", "logg.csv", () => fileOf("logg-komma-utf8.csv")],
	];

	async function logged() {
		const rows = await scene.registered();
		const quantities = await scene.db.selectFrom("genomforande_measure").select("quantity").execute();
		return rows.map(({ date, note }, index) => [date, quantities[index]?.quantity, note]);
	}

	test.each(FILES)("%s", async (_what, name, content) => {
		await imported(content(), name);
		expect(await logged()).toEqual([
			["2018-05-04", 1, "Lugn kväll; inga ingripanden"],
			["2018-05-11", 2.5, 'Kallade platsen "hörnet"'],
			["2018-06-01", 1, "Åtta deltog, även från Ängö"],
		]);
	});
});

describe("one bad row among 500", () => {
	const BAD = "2018-04-31;Riktad insats;1;Polisen;";
	const lines = [
		"Datum;Aktivitet;Antal;Utförd av;Anteckning",
		...Array.from({ length: 250 }, (_, index) => `2018-10-01;Riktad insats;1;Polisen;Pass ${index}`),
		BAD,
		...Array.from({ length: 249 }, (_, index) => `2018-10-02;Riktad insats;1;Polisen;Pass ${index}`),
	];

	/** The page once its rows have been checked. */
	async function checked(id: string) {
		let page = await scene.open(id);
		for (let tries = 0; page.text.includes("Kontrollerar raderna") && tries < 100; tries++) page = await scene.open(id);
		return page;
	}

	/** The page once the rows have come in. */
	async function received(id: string) {
		let page = await scene.open(id);
		for (let tries = 0; !page.text.includes("registreringar är importerade") && tries < 100; tries++) {
			await new Promise((resolve) => setTimeout(resolve, 10));
			page = await scene.open(id);
		}
		return page;
	}

	test("is told with its number, and nothing comes in until it is left out; then all the others do", async () => {
		const id = await scene.uploaded(lines);
		const { text, forms } = await checked(id);
		expect(text).toContain("499 registreringar kan importeras");
		expect(text).toContain("Rad 252 Datum: 31 april 2018 finns inte i kalendern.");
		expect(forms.some(({ intent }) => intent?.[0] === "runImport")).toBe(false);
		await scene.send(id, "answer", { leavesOutFaulty: "ja" });
		await checked(id);
		await scene.send(id, "runImport");
		expect((await received(id)).text).toContain("499 registreringar är importerade");
		expect(await scene.registered()).toHaveLength(499);
	});

	test("is not taken by a form that was made up either", async () => {
		const id = await scene.uploaded(lines);
		const { forms } = await checked(id);
		const { version = [] } = formWith(forms, { intent: "answer" });
		const { status, body } = await callAction(review.action, {
			...scene.callFor(id),
			fields: { intent: "runImport", version },
		});
		expect([status, JSON.stringify(body)]).toEqual([400, expect.stringContaining("1 rad har fel")]);
		expect(await scene.registered()).toEqual([]);
	});

	test("comes alone when the file has been mended and is read in again", async () => {
		const id = await scene.uploaded(lines);
		await checked(id);
		await scene.send(id, "answer", { leavesOutFaulty: "ja" });
		await checked(id);
		await scene.send(id, "runImport");
		await received(id);
		const mended = lines.map((line) => (line === BAD ? line.replace("04-31", "04-30") : line));
		const again = await scene.uploaded(mended);
		expect((await checked(again)).text).toContain("499 rader kom med en tidigare import och tas inte med igen.");
		await scene.send(again, "runImport");
		expect((await scene.open(again)).text).toContain("1 registrering är importerad");
		expect((await scene.registered()).filter(({ date }) => date === "2018-04-30")).toHaveLength(1);
		expect(await scene.registered()).toHaveLength(500);
	});
});
