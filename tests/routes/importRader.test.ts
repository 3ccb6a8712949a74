import { beforeEach, describe, expect, test } from "vitest";
import { registerGenomforande } from "#app/commands/registerGenomforande.server.ts";
import { loader as faultsFile } from "#app/routes/intern.$kommun.import.$id[.csv]/route.ts";
import * as registreringar from "#app/routes/intern.$kommun.registreringar._index/route.tsx";
import { OLD_FILE } from "#tests/factories/oldFile.ts";
import { callLoader } from "./context.ts";
import { formWith } from "./html.ts";
import { type ImportScene, makeImportScene } from "./importScene.ts";
import { params } from "./logging.ts";
import { openPage } from "./page.tsx";

let scene: ImportScene;

beforeEach(async () => {
	scene = await makeImportScene();
});

const HEADINGS = "Datum;Aktivitet;Plats;Antal;Utförd av";
const THREE = [1, 2, 3].map((day) => `2018-10-0${day};Riktad insats;Sävsjö centrum;1;Polisen`);

/** The old file with its names chosen. */
async function chosenOldFile(): Promise<string> {
	const id = await scene.uploaded(OLD_FILE);
	const form = formWith((await scene.open(id)).forms, { intent: "changeNames" });
	await scene.send(id, "changeNames", scene.chosen(form, { klottersanering: "leaveOut", stationen: "none" }));
	return id;
}

const intentsOf = async (id: string) => (await scene.open(id)).forms.map(({ intent }) => intent?.[0]);

describe("the rows", () => {
	test("are summed up: what comes in, of which mått and days, what does not and why", async () => {
		const { text } = await scene.open(await chosenOldFile());
		expect(text).toContain("4 registreringar kan importeras Från 12 april 2018 till 11 maj 2018.");
		expect(text).toContain("1 rad har fel. 1 rad lämnas utanför: ”Klottersanering” tas inte med.");
		expect(text).toContain("1 rad lämnas utanför: Raden är en summa.");
		expect(text).toContain("Det som importeras, per mått Mått Registreringar Antal Riktad insats 4 6");
		expect(text).toContain("Rad 4 2018-04-12 Riktad insats 1 Sävsjö centrum Polisen");
	});

	test("of a file that has come in already say when it did", async () => {
		const first = await scene.uploaded([HEADINGS, ...THREE]);
		expect((await scene.open(first)).text).not.toContain("Samma fil");
		await scene.send(first, "runImport");
		const { text } = await scene.open(await scene.uploaded([HEADINGS, ...THREE]));
		expect(text).toMatch(
			/Samma fil importerades 15 oktober 2018 av .+\. Det som kom in då kommer inte in en gång till\./,
		);
		expect((await scene.open(await scene.uploaded([HEADINGS, ...THREE, ""]))).text).not.toContain("Samma fil");
	});

	test("with faults say where and what, and have to be left out or mended first", async () => {
		const id = await chosenOldFile();
		const { text } = await scene.open(id);
		expect(text).toContain("Rad 6 Datum: 31 april 2018 finns inte i kalendern.");
		expect(await intentsOf(id)).not.toContain("runImport");
		await scene.send(id, "answer", { leavesOutFaulty: "ja" });
		expect(await intentsOf(id)).toContain("runImport");
		await scene.send(id, "answer", { leavesOutFaulty: "nej" });
		expect(await intentsOf(id)).not.toContain("runImport");
	});

	test("with faults can all be had as a file, a line for each", async () => {
		const id = await scene.uploaded([
			HEADINGS,
			...Array.from({ length: 150 }, (_, index) => `2018-10-01;Riktad insats;;-${index + 1};Polisen`),
		]);
		const { text } = await scene.open(id);
		expect(text).toContain("De 100 första av 150 rader med fel");
		const answer = await callLoader(faultsFile, scene.callFor(id));
		expect(answer.headers.get("Content-Disposition")).toContain("rader-med-fel-savsjo.csv");
		const lines = String(answer.body).trim().split("\r\n");
		expect(lines).toHaveLength(151);
		expect(lines.at(-1)).toMatch(/^151;Antal: /);
	});

	test("that look like what is registered are asked about", async () => {
		await registerGenomforande(scene.db, scene.actor, {
			uuid: crypto.randomUUID(),
			date: "2018-10-02",
			measures: [{ measureId: Number(scene.savsjo.measureId("Riktad insats")), quantity: null }],
			platsId: Number(scene.savsjo.platsId("Sävsjö centrum")),
			performedBy: "polis",
			note: null,
			isAnotherOne: false,
		});
		const id = await scene.uploaded([HEADINGS, ...THREE]);
		const { text } = await scene.open(id);
		expect(text).toContain("1 rad liknar något som redan är registrerat");
		expect(text).toContain("Rad 3 2018-10-02");
		expect(await intentsOf(id)).not.toContain("runImport");
		await scene.send(id, "answer", { takesLikeExisting: "nej" });
		expect((await scene.open(id)).text).toContain("Importera 2 registreringar");
		await scene.send(id, "answer", { takesLikeExisting: "ja" });
		expect((await scene.open(id)).text).toContain("Importera 3 registreringar");
	});

	test("that came with an earlier import do not come again", async () => {
		const first = await scene.uploaded([HEADINGS, ...THREE]);
		await scene.send(first, "runImport");
		const longer = await scene.uploaded([HEADINGS, ...THREE, "2018-10-09;Riktad insats;;1;Polisen"]);
		expect((await scene.open(longer)).text).toContain("3 rader kom med en tidigare import och tas inte med igen.");
		await scene.send(longer, "runImport");
		expect(await scene.registered()).toHaveLength(4);
		const again = await scene.uploaded([HEADINGS, ...THREE]);
		const { text } = await scene.open(again);
		expect(text).toContain("Inget att importera");
		expect(text).toContain("allt i filen är redan importerat");
		expect(await intentsOf(again)).not.toContain("runImport");
	});

	test("of a large file are counted in the server: the page holds a few of them", async () => {
		const rows = Array.from(
			{ length: 5000 },
			(_, index) => `2018-10-0${(index % 9) + 1};Riktad insats;Sävsjö centrum;1;Polisen;anteckning-${index}`,
		);
		const id = await scene.uploaded([`${HEADINGS};Övrigt`, ...rows]);
		let page = await scene.open(id);
		for (let tries = 0; page.text.includes("Kontrollerar raderna") && tries < 100; tries++) page = await scene.open(id);
		expect(page.text).toContain("5 000 registreringar kan importeras");
		expect(page.html.length).toBeLessThan(100_000);
		expect(page.html.match(/anteckning-/g) ?? []).toHaveLength(3);
	}, 30_000);
});

describe("importing", () => {
	test("registers what the page said, once, and shows what came of it", async () => {
		const id = await chosenOldFile();
		await scene.send(id, "answer", { leavesOutFaulty: "ja" });
		const { forms } = await scene.open(id);
		const form = formWith(forms, { intent: "runImport" });
		const [first, again] = await Promise.all([scene.send(id, "runImport", form), scene.send(id, "runImport", form)]);
		expect([first.location, again.location]).toEqual(Array(2).fill(`/intern/savsjo/import/${id}?sparat=runImport`));
		expect(await scene.registered()).toHaveLength(4);
		const { text } = await scene.open(id, "?sparat=runImport");
		expect(text).toContain("4 registreringar är importerade 3 rader togs inte med");
		expect(text).toContain("Importerad 2018-10-15 14:00 av samordnare.");
		expect(text).not.toContain("Kolumner");
	});

	test("leads to the registrations that came of it, and no others", async () => {
		const other = await scene.uploaded([HEADINGS, "2018-10-10;Riktad insats;Rörvik;1;Polisen"]);
		await scene.send(other, "runImport");
		const id = await scene.uploaded([HEADINGS, ...THREE], { name: "hösten.csv" });
		await scene.send(id, "runImport");
		const { html } = await scene.open(id);
		const path = `/intern/savsjo/registreringar?import=${id}`;
		expect(html).toContain(`href="${path}"`);
		const { text } = await openPage(registreringar, { path, params, cookie: scene.cookie });
		expect(text).toContain("3 registreringar");
		expect(text).toContain("Ur filen hösten.csv");
		expect(text).not.toContain("2018-10-10");
		expect(text).toContain("Importera från Excel");
	});

	test("that the server did not finish says so, and nothing is registered", async () => {
		const id = await scene.uploaded([HEADINGS, ...THREE]);
		const { text } = await scene.open(id, "?sparat=runImport");
		expect(text).toContain("Importen blev inte klar, och ingenting är registrerat.");
		expect(await intentsOf(id)).toContain("runImport");
	});

	test("what is not ready is refused in the form, and can be tried again when it is", async () => {
		const id = await chosenOldFile();
		const { version } = formWith((await scene.open(id)).forms, { intent: "answer" });
		await scene.send(id, "answer", { leavesOutFaulty: "ja" });
		const stale = await scene.send(id, "runImport", { version: version ?? [] });
		expect(stale.status).toBe(409);
		expect(stale.page?.text).toContain("har ändrats av någon annan");
		expect((await scene.send(id, "runImport")).status).toBe(302);
	});
});

describe("giving up", () => {
	test("a file leaves nothing of it", async () => {
		const id = await scene.uploaded(OLD_FILE);
		await scene.send(id, "cancelImport");
		const { text, forms } = await scene.open(id);
		expect(text).toContain("Importen är avbruten Ingenting ur filen är registrerat.");
		expect(forms).toEqual([]);
		expect((await callLoader(faultsFile, scene.callFor(id))).status).toBe(404);
		expect(await scene.db.selectFrom("import").select("sheets").execute()).toEqual([{ sheets: null }]);
	});

	test("another kommun's is not there, and no more is one without a number", async () => {
		for (const id of ["999", "0", "allt", "1e3"]) {
			const answer = await callLoader(faultsFile, scene.callFor(id));
			expect(answer.status).toBe(404);
		}
	});
});
