import { beforeEach, describe, expect, test } from "vitest";
import { findAllPlatser } from "#db/plats.server.ts";
import { OLD_FILE } from "#tests/factories/oldFile.ts";
import { formWith } from "./html.ts";
import { type ImportScene, makeImportScene } from "./importScene.ts";

let scene: ImportScene;

beforeEach(async () => {
	scene = await makeImportScene();
});

describe("the columns", () => {
	test("are guessed and said, with the heading each is read from", async () => {
		const { text } = await scene.open(await scene.uploaded(OLD_FILE));
		expect(text).toContain("7 rader läses, under rubrikerna på rad 3.");
		expect(text).toContain(
			"Datum ”Dag” Aktivitet ”Typ av insats” Plats ”Var” Antal ”St” Utförd av ”Vem” Anteckning ”Övrigt”",
		);
	});

	test("can mean something else, and what they hold is then asked for", async () => {
		const id = await scene.uploaded(OLD_FILE);
		await scene.send(id, "changeColumns", { "columns.2": "note", "columns.5": "unused" });
		const { text, forms } = await scene.open(id);
		expect(text).toContain("Anteckning ”Var”");
		expect(text).toContain("Läses inte: Övrigt.");
		expect(JSON.stringify(formWith(forms, { intent: "changeNames" }))).not.toContain("stationen");
		await scene.send(id, "changeColumns", { "columns.2": "plats" });
		const { forms: later } = await scene.open(id);
		expect(JSON.stringify(formWith(later, { intent: "changeNames" }))).toContain("stationen");
	});

	test("of numbers that nothing reads are asked about, since each row then is one", async () => {
		const id = await scene.uploaded(OLD_FILE);
		expect((await scene.open(id)).text).not.toContain("varje rad räknas som 1");
		await scene.send(id, "changeColumns", { "columns.3": "unused" });
		expect((await scene.open(id)).text).toContain("varje rad räknas som 1. Står antalet i ”St”?");
	});

	test("that lack a day say so, and nothing after them is shown until they have one", async () => {
		const id = await scene.uploaded(OLD_FILE);
		await scene.send(id, "changeColumns", { "columns.0": "unused" });
		const { text, forms } = await scene.open(id);
		expect(text).toContain("Kolumner: välj vilken kolumn som är datum.");
		expect(text).toContain("När kolumnerna är klara visas namnen i filen");
		expect(forms.map(({ intent }) => intent?.[0])).toEqual(["chooseSheet", "changeColumns", "cancelImport"]);
	});

	test.each([
		["columns.1", "measure.999999"],
		["columns.1", "constructor"],
		["measureId", "999999"],
		["performedBy", "räven"],
		["year", "i fjol"],
	])("%s cannot be %s", async (field, value) => {
		const id = await scene.uploaded(OLD_FILE);
		const { status, page } = await scene.send(id, "changeColumns", { [field]: value });
		expect([400, 404]).toContain(status);
		expect(page?.html).toMatch(/<details class="disclosure" open="">.*ds-error-summary/s);
	});

	test("are read anew under another row of headings", async () => {
		const id = await scene.uploaded(OLD_FILE);
		await scene.send(id, "chooseSheet", { headerRow: "0" });
		expect((await scene.open(id)).text).toContain("10 rader läses. Filen har inga rubriker.");
		await scene.send(id, "chooseSheet", { headerRow: "3" });
		expect((await scene.open(id)).text).toContain("Datum ”Dag”");
		expect((await scene.send(id, "chooseSheet", { headerRow: "77" })).status).toBe(400);
		expect((await scene.send(id, "chooseSheet", { sheet: "5" })).status).toBe(400);
	});

	test("without one for what was done take the choice for the whole file", async () => {
		const id = await scene.uploaded(["Datum;Vem", "2018-10-01;Polisen", "2018-10-02;Polisen"]);
		expect((await scene.open(id)).text).toContain("Vilken aktivitet handlar filen om?");
		await scene.send(id, "chooseFixed", { measureId: scene.savsjo.measureId("Riktad insats") });
		expect((await scene.open(id)).text).toContain("Importera 2 registreringar");
		expect((await scene.send(id, "changeColumns", { measureId: "999999" })).status).toBe(404);
	});

	test("without one for who did it take the choice for the whole file", async () => {
		const id = await scene.uploaded(["Datum;Aktivitet", "2018-10-01;Riktad insats"]);
		expect((await scene.open(id)).text).toContain("Vem har utfört aktiviteterna i filen?");
		expect((await scene.send(id, "chooseFixed")).status).toBe(400);
		await scene.send(id, "chooseFixed", { performedBy: "polis" });
		const { text } = await scene.open(id);
		expect(text).toContain("Utförd av Polisen (alla rader)");
		expect(text).toContain("Importera 1 registrering");
	});
});

describe("the names", () => {
	test("that nobody knows are asked for before the rows are shown, with how many rows have them", async () => {
		const { text, forms } = await scene.open(await scene.uploaded(OLD_FILE));
		expect(text).toContain("2. Namn 2 namn att välja");
		expect(text).toMatch(/”Klottersanering” 1 rad .* ”Stationen” 2 rader/);
		expect(text).toContain("När namnen är valda visas vad varje rad blir");
		expect(forms.some(({ intent }) => intent?.[0] === "runImport")).toBe(false);
	});

	test("that are read as other words say so", async () => {
		const { text } = await scene.open(await scene.uploaded(OLD_FILE));
		expect(text).toContain("”riktade insatser” Riktad insats");
		expect(text).toContain("”Polis” Polisen");
	});

	test("can be a mått, a place, a new place, none, or left out", async () => {
		const id = await scene.uploaded(OLD_FILE);
		const form = formWith((await scene.open(id)).forms, { intent: "changeNames" });
		await scene.send(id, "changeNames", scene.chosen(form, { klottersanering: "leaveOut", stationen: "new" }));
		const platser = await findAllPlatser(scene.db, { kommunId: scene.savsjo.id });
		expect(platser.map(({ name }) => name)).toContain("Stationen");
		const { text } = await scene.open(id);
		expect(text).toContain("1 rad lämnas utanför: ”Klottersanering” tas inte med.");
		expect(text).toContain("4 registreringar kan importeras");

		const known = formWith((await scene.open(id)).forms, { intent: "changeKnownNames" });
		await scene.send(
			id,
			"changeKnownNames",
			scene.chosen(known, { klottersanering: scene.savsjo.measureId("Riktad insats"), stationen: "none" }),
		);
		const later = await scene.open(id);
		expect(later.text).toContain("5 registreringar kan importeras");
		expect(later.text).toContain("”Stationen” Registrera utan plats");
	});

	test("that are many can be chosen all at once, but for those that are chosen", async () => {
		const lines = Array.from(
			{ length: 60 },
			(_, index) => `2018-10-0${(index % 9) + 1};Riktad insats;Gata ${index};Polisen`,
		);
		const id = await scene.uploaded(["Datum;Aktivitet;Plats;Utförd av", ...lines]);
		const first = await scene.open(id);
		expect(first.text).toContain("60 namn att välja");
		expect(first.text).toContain("Här visas de 40 vanligaste av 60");
		const form = formWith(first.forms, { intent: "changeNames" });
		await scene.send(id, "changeNames", { ...scene.chosen(form, { "gata 7": "new" }), "rest.platser": "none" });
		const platser = await findAllPlatser(scene.db, { kommunId: scene.savsjo.id });
		expect(platser.filter(({ name }) => name.startsWith("Gata")).map(({ name }) => name)).toEqual(["Gata 7"]);
		expect((await scene.open(id)).text).toContain("60 registreringar kan importeras");
	});

	test("cannot be another kommun's, and no more than 200 places come at once", async () => {
		const id = await scene.uploaded(OLD_FILE);
		const form = formWith((await scene.open(id)).forms, { intent: "changeNames" });
		const { status } = await scene.send(id, "changeNames", scene.chosen(form, { stationen: "999999" }));
		expect(status).toBe(404);
		const { status: unknown } = await scene.send(id, "changeNames", scene.chosen(form, { stationen: "allt" }));
		expect(unknown).toBe(400);
		const lines = Array.from({ length: 201 }, (_, index) => `2018-10-01;Riktad insats;Gata ${index};Polisen`);
		const long = await scene.uploaded(["Datum;Aktivitet;Plats;Utförd av", ...lines]);
		const refused = await scene.send(long, "changeNames", { "rest.platser": "new" });
		expect(refused.status).toBe(400);
		expect(refused.page?.text).toContain("högst 200 nya platser");
	});
});

describe("a page that is out of date", () => {
	test.each(["chooseSheet", "changeColumns", "changeNames", "cancelImport"])(
		"changes nothing by %s",
		async (intent) => {
			const id = await scene.uploaded(OLD_FILE);
			await scene.send(id, "changeColumns", { performedBy: "polis" });
			const { status, body } = await scene.send(id, intent, { version: "1" });
			expect(status).toBe(409);
			expect(body).toMatchObject({ errors: [{ message: expect.stringContaining("har ändrats av någon annan") }] });
		},
	);
});
