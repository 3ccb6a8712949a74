import { beforeEach, describe, expect, test } from "vitest";
import { addUtkastPlatser } from "#app/commands/addUtkastPlatser.server.ts";
import { beginDokumentutkast } from "#app/commands/beginDokumentutkast.server.ts";
import { changeDokumentutkast } from "#app/commands/changeDokumentutkast.server.ts";
import { changeMeasure } from "#app/commands/changeMeasure.server.ts";
import { discardDokumentutkast } from "#app/commands/discardDokumentutkast.server.ts";
import { savePlats } from "#app/commands/savePlats.server.ts";
import { findUtkast } from "#app/dokumentutkast/findUtkast.server.ts";
import { findAllAuditEvents } from "#db/audit.server.ts";
import { findAllDokumentutkast } from "#db/dokumentutkast.server.ts";
import { findMeasure } from "#db/measure.server.ts";
import { findAllPlatser } from "#db/plats.server.ts";
import { makeDokument } from "#tests/factories/dokument.ts";
import { makeScene, type Scene } from "#tests/factories/scene.ts";
import { factsOf, makeUtkast, UTKAST_TEXT, utkastRow } from "#tests/factories/utkast.ts";

const PERSONAL_NUMBER = "640823-3234";

let scene: Scene;

beforeEach(async () => {
	scene = await makeScene();
});

async function actions(): Promise<string[]> {
	const { db, kommun } = scene;
	const { rows } = await findAllAuditEvents(db, { kommunId: kommun.id, page: 1, pageSize: 100 });
	return rows.map(({ action }) => action).filter((action) => action.startsWith("dokumentutkast."));
}

function begin(text: string, rest: Partial<Parameters<typeof beginDokumentutkast>[2]> = {}) {
	return beginDokumentutkast(scene.db, scene.samordnare, { uuid: crypto.randomUUID(), text, ...rest });
}

describe("beginning", () => {
	test("the text is kept as given, but for line ends and letters spelt as two characters", async () => {
		const { db, samordnare } = scene;
		const { id } = await makeUtkast(db, samordnare, {
			text: "A\u0007\u030a \r\nPolisen ska  gå.\r\u0007Slut\u2028.",
			sourceNote: " Kommunens sida ",
		});
		const { sourceText, content } = await utkastRow(db, samordnare, id);
		expect(sourceText).toBe("Å \nPolisen ska  gå.\nSlut\n.");
		expect(content.sourceNote).toBe("Kommunens sida");
	});

	test.each([
		["", "Källtext: klistra in dokumentets text."],
		[" \n ", "Källtext: klistra in dokumentets text."],
		[
			`Polisen lovar ${PERSONAL_NUMBER}`,
			"Källtext: ta bort personnumret. Här ska inga uppgifter om enskilda personer stå.",
		],
		["x".repeat(1_048_577), "Källtext: texten är för lång. Klistra in bara den text som löftet står i."],
	])("a text that cannot be kept is refused, and nothing is stored", async (text, message) => {
		await expect(begin(text)).rejects.toMatchObject({ code: "invalid", field: "text", message });
		expect(await findAllDokumentutkast(scene.db, { kommunId: scene.kommun.id })).toEqual([]);
		expect(await actions()).toEqual([]);
	});

	test("one UUID is one utkast, and never another text's or another kommun's", async () => {
		const uuid = crypto.randomUUID();
		const { utkastId } = await begin(UTKAST_TEXT, { uuid });
		expect(await begin(UTKAST_TEXT, { uuid })).toEqual({ utkastId });
		await expect(begin("En annan text.", { uuid })).rejects.toMatchObject({ code: "conflict" });
		await expect(beginDokumentutkast(scene.db, scene.stranger, { uuid, text: UTKAST_TEXT })).rejects.toMatchObject({
			code: "conflict",
		});
		expect(await actions()).toEqual(["dokumentutkast.begun"]);
	});

	test("aktiviteter of the replaced dokument come with their parts, questions and latest settings", async () => {
		const { db, samordnare, dokument } = scene;
		const measureId = dokument.measureIds.recurring;
		const measure = await findMeasure(db, { kommunId: samordnare.kommunId, measureId });
		await changeMeasure(db, samordnare, {
			measureId,
			version: measure?.version ?? 0,
			settings: { ...Object(measure?.versions[0]?.settings), cadence: { type: "every", every: "week", times: 2 } },
			validFrom: "2018-09-03",
			reason: "Parterna har enats om två.",
		});
		const { utkastId } = await begin(UTKAST_TEXT, {
			replacesDokumentId: dokument.id,
			carriedAktivitetIds: [dokument.aktivitetIds.recurring],
		});
		const { content, replacesDokumentId } = await utkastRow(scene.db, scene.samordnare, utkastId);
		expect(replacesDokumentId).toBe(dokument.id);
		const carried = content.aktiviteter.at(-1);
		expect(carried).toMatchObject({
			quotation: "Möte varje vecka",
			span: null,
			parts: ["polis", "kommun"],
			carriedFromId: dokument.aktivitetIds.recurring,
			measures: [{ kind: "recurring", settings: { cadence: { type: "every", every: "week", times: 2 } } }],
		});
		expect(Number(carried?.key.slice(1))).toBeLessThanOrEqual(content.lastKey);
	});

	test("another kommun's dokument cannot be replaced, nor an aktivitet of another dokument carried over", async () => {
		const { elsewhere, dokument, db, samordnare } = scene;
		const other = await makeDokument(db, samordnare);
		const missing = { code: "not_found" };
		await expect(begin(UTKAST_TEXT, { replacesDokumentId: elsewhere.id })).rejects.toMatchObject(missing);
		const carriedAktivitetIds = [other.aktivitetIds.count];
		await expect(begin(UTKAST_TEXT, { replacesDokumentId: dokument.id, carriedAktivitetIds })).rejects.toMatchObject(
			missing,
		);
		await expect(begin(UTKAST_TEXT, { carriedAktivitetIds })).rejects.toMatchObject(missing);
	});
});

describe("changing", () => {
	test("two people at once: the second is told, and loses nothing of the first's", async () => {
		const { db, polis, samordnare } = scene;
		const { id: utkastId, version, content } = await makeUtkast(db, samordnare);
		const renamed = (title: string) => ({ utkastId, version, change: factsOf(content, { title }) });
		expect(await changeDokumentutkast(db, samordnare, renamed("Samordnarens titel"))).toEqual({ version: version + 1 });
		await expect(changeDokumentutkast(db, polis, renamed("Polisens titel"))).rejects.toMatchObject({
			code: "conflict",
			message: "Utkastet har ändrats av någon annan. Ladda om sidan och gör ändringen igen.",
		});
		const after = await utkastRow(db, samordnare, utkastId);
		expect(after).toMatchObject({ version: version + 1, content: { title: "Samordnarens titel" } });
		const [listed] = await findAllDokumentutkast(db, { kommunId: samordnare.kommunId });
		expect(listed).toMatchObject({ id: utkastId, title: "Samordnarens titel", updatedByName: "samordnare" });
		expect(await actions()).toEqual(["dokumentutkast.changed", "dokumentutkast.begun"]);
	});

	test("a step that is refused leaves everything as it was", async () => {
		const { db, samordnare } = scene;
		const { id: utkastId, version, content } = await makeUtkast(db, samordnare);
		const change = factsOf(content, { title: `Löfte ${PERSONAL_NUMBER}` });
		await expect(changeDokumentutkast(db, samordnare, { utkastId, version, change })).rejects.toMatchObject({
			field: "title",
		});
		expect(await utkastRow(db, samordnare, utkastId)).toMatchObject({ version, content });
	});

	test("another kommun's utkast is not there", async () => {
		const { db, samordnare, stranger } = scene;
		const { id: utkastId, version, content } = await makeUtkast(db, samordnare);
		const change = factsOf(content, {});
		const missing = { code: "not_found", message: "Utkastet finns inte i den här kommunen." };
		await expect(changeDokumentutkast(db, stranger, { utkastId, version, change })).rejects.toMatchObject(missing);
		await expect(discardDokumentutkast(db, stranger, { utkastId, version })).rejects.toMatchObject(missing);
		expect(await findUtkast(db, { kommunId: stranger.kommunId, utkastId })).toBeUndefined();
		expect(await findAllDokumentutkast(db, { kommunId: stranger.kommunId })).toEqual([]);
	});

	test("one that is discarded is out of sight, stands still and is in the history", async () => {
		const { db, samordnare } = scene;
		const { id: utkastId, version, content } = await makeUtkast(db, samordnare);
		await discardDokumentutkast(db, samordnare, { utkastId, version });
		expect(await findAllDokumentutkast(db, { kommunId: samordnare.kommunId })).toEqual([]);
		const step = changeDokumentutkast(db, samordnare, { utkastId, version: version + 1, change: factsOf(content, {}) });
		await expect(step).rejects.toMatchObject({ code: "conflict" });
		expect(await actions()).toEqual(["dokumentutkast.discarded", "dokumentutkast.begun"]);
	});

	test("the list counts the questions that are left, without those of what is left out", async () => {
		const { db, samordnare } = scene;
		let utkast = await makeUtkast(db, samordnare);
		const left = async () => (await findAllDokumentutkast(db, { kommunId: samordnare.kommunId }))[0]?.fragorLeft;
		const open = utkast.content.aktiviteter.flatMap(({ fragor }) => fragor).length + utkast.content.fragor.length;
		expect(open).toBeGreaterThan(2);
		expect(await left()).toBe(open);
		const aktivitet = utkast.content.aktiviteter.find(({ fragor }) => fragor.length === 1);
		if (!aktivitet) throw new Error("no aktivitet has one question");
		const change = { type: "leaveOutAktivitet", aktivitetKey: aktivitet.key } as const;
		await changeDokumentutkast(db, samordnare, { utkastId: utkast.id, version: utkast.version, change });
		expect(await left()).toBe(open - 1);
		utkast = await utkastRow(db, samordnare, utkast.id);
		const asked = utkast.content.aktiviteter.find(({ isLeftOut, fragor }) => !isLeftOut && fragor.length > 0)
			?.fragor[0];
		if (!asked) throw new Error("nothing is asked");
		const answer = { type: "answerFraga", fragaKey: asked.key, value: null, answer: "Ja." } as const;
		await changeDokumentutkast(db, samordnare, { utkastId: utkast.id, version: utkast.version, change: answer });
		expect(await left()).toBe(open - 2);
	});
});

describe("places that the text needs", () => {
	test("come onto the list once, and one that is there is that one", async () => {
		const { db, samordnare, kommun } = scene;
		const { platsIds } = await addUtkastPlatser(db, samordnare, {
			names: ["Moheda", "torget", "MOHEDA", " Vislanda "],
		});
		const platser = await findAllPlatser(db, { kommunId: kommun.id });
		expect(platser.map(({ name }) => name)).toEqual(["Torget", "Skolan", "Moheda", "Vislanda"]);
		expect(platsIds.map((id) => platser.find((plats) => plats.id === id)?.name)).toEqual([
			"Moheda",
			"Torget",
			"Vislanda",
		]);
		expect(await addUtkastPlatser(db, samordnare, { names: ["moheda"] })).toEqual({ platsIds: [platsIds[0]] });
		const { rows } = await findAllAuditEvents(db, { kommunId: kommun.id, page: 1, pageSize: 100 });
		expect(rows.filter(({ action }) => action === "plats.added")).toHaveLength(2);
	});

	test.each([
		[[]],
		[[""]],
		[["x".repeat(81)]],
		[[PERSONAL_NUMBER]],
		[Array.from({ length: 201 }, (_, index) => `P${index}`)],
	])("what is no name is refused, and none is added", async (names) => {
		const { db, samordnare, kommun } = scene;
		await expect(
			addUtkastPlatser(db, samordnare, { names: ["Moheda", ...names].slice(names.length === 0 ? 1 : 0) }),
		).rejects.toMatchObject({
			code: "invalid",
			field: "names",
		});
		expect(await findAllPlatser(db, { kommunId: kommun.id })).toHaveLength(2);
	});

	test("one that is out of use is that one", async () => {
		const { db, samordnare, kommun } = scene;
		const platsId = kommun.platsIds.Torget ?? 0;
		await savePlats(db, samordnare, { platsId, version: 1, name: "Torget", kind: "plats", isActive: false });
		expect(await addUtkastPlatser(db, samordnare, { names: ["Torget"] })).toEqual({ platsIds: [platsId] });
	});
});
