import { beforeEach, describe, expect, test } from "vitest";
import { action, loader } from "#app/routes/intern.$kommun.import._index/route.tsx";
import { OLD_FILE } from "#tests/factories/oldFile.ts";
import { callAction, callLoader } from "./context.ts";
import { IMPORT_PATH, type ImportScene, makeImportScene } from "./importScene.ts";
import { params } from "./logging.ts";

let scene: ImportScene;

beforeEach(async () => {
	scene = await makeImportScene();
});

const stored = () => scene.db.selectFrom("import").selectAll().execute();

describe("the page", () => {
	test("asks for a file, says what it needs to hold, and leads to a template", async () => {
		const { text, html } = await scene.openList();
		expect(text).toContain("Excel (.xlsx) eller CSV, högst 5 MB och 10 000 rader");
		expect(text).toContain("en rad per genomförd aktivitet, med datum och vad som gjordes");
		expect(html).toContain(`href="${IMPORT_PATH}/mall.xlsx"`);
		expect(html).toContain(`href="${IMPORT_PATH}/mall.csv"`);
		expect(text).toContain("Inget är importerat än");
		expect(text).not.toContain("Läser filen");
	});

	test("lists what has been read in, the latest first, with what came of it", async () => {
		await scene.uploaded(OLD_FILE, { name: "januari.csv" });
		const id = await scene.uploaded(["Datum;Aktivitet;Utförd av", "2018-10-01;Riktad insats;Polisen"], {
			name: "februari.csv",
		});
		await scene.send(id, "runImport");
		const { text } = await scene.openList();
		expect(text).toMatch(
			/februari\.csv Importerad 1 registrering, importerad 2018-10-15 14:00 av samordnare januari\.csv Inte klar Inläst/,
		);
	});
});

describe("a file", () => {
	test("is read, and leads to where one sees how", async () => {
		const id = await scene.uploaded(OLD_FILE);
		expect((await scene.open(id)).text).toContain("Ingenting är registrerat än.");
		expect(await scene.registered()).toEqual([]);
	});

	test("sent twice from the same page is one import, and another file from there is another", async () => {
		const uuid = crypto.randomUUID();
		const [first, again] = await Promise.all([scene.uploaded(OLD_FILE, { uuid }), scene.uploaded(OLD_FILE, { uuid })]);
		expect(again).toBe(first);
		expect(await scene.uploaded(OLD_FILE, { uuid })).toBe(first);
		expect(await scene.uploaded(OLD_FILE.slice(0, 5), { uuid })).not.toBe(first);
		expect(await stored()).toHaveLength(2);
	});

	test.each([
		["that nobody chose", "", ""],
		["that is empty", "", "tom.csv"],
		["of another sort", "%PDF-1.7 hej", "lofte.pdf"],
		["with a formula", 'Datum;Aktivitet\n2018-05-01;=HYPERLINK("http://x")', "a.csv"],
	])("%s is refused in words beside the field, and nothing is kept", async (_, content, name) => {
		const { status, body } = await scene.post(content, { name });
		expect(status).toBe(400);
		expect(body).toMatchObject({ errors: [{ field: "file", message: expect.stringMatching(/^Fil: /) }] });
		expect(await stored()).toEqual([]);
	});

	test("with a personal number is refused without saying it, and the same form takes the mended file", async () => {
		const uuid = crypto.randomUUID();
		const number = "811218-9876";
		const refused = await scene.post(`Datum;Aktivitet;Övrigt\n2018-05-01;Riktad insats;${number}`, { uuid });
		expect(refused.status).toBe(400);
		expect(JSON.stringify(refused.body)).toContain("personnummer");
		expect(JSON.stringify(refused.body)).not.toContain(number);
		expect(await stored()).toEqual([]);
		await scene.uploaded(["Datum;Aktivitet", "2018-05-01;Riktad insats"], { uuid });
	});

	test("of more than 5 MB is refused, also where the web server never let it in", async () => {
		const { status, body } = await scene.post(new Uint8Array(5 * 1024 * 1024 + 1));
		expect(status).toBe(400);
		expect(body).toMatchObject({ errors: [{ field: "file", message: expect.stringContaining("större än 5 MB") }] });
		const sent = await callLoader(loader, { path: `${IMPORT_PATH}?fel=storlek`, params, cookie: scene.cookie });
		expect(sent).toMatchObject({ status: 413, body: { fileError: expect.stringContaining("större än 5 MB") } });
	});

	test("whose form is not whole is asked for again", async () => {
		const multipart = new FormData();
		multipart.set("file", new File(["Datum"], "a.csv"));
		const answer = await callAction(action, { path: IMPORT_PATH, params, cookie: scene.cookie, multipart });
		expect(answer).toMatchObject({ status: 400, body: { errors: [{ message: expect.stringContaining("Ladda om") }] } });
	});

	test("that was being read when the server stopped is asked for again", async () => {
		const { text } = await scene.openList(`?laser=${crypto.randomUUID()}`);
		expect(text).toContain("Fil: läsningen avbröts, och inget är sparat. Välj filen igen.");
	});
});
