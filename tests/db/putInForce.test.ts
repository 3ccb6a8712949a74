import { sql } from "kysely";
import { beforeEach, describe, expect, test } from "vitest";
import { changeDokumentutkast } from "#app/commands/changeDokumentutkast.server.ts";
import { createDokument } from "#app/commands/createDokument.server.ts";
import { discardDokumentutkast } from "#app/commands/discardDokumentutkast.server.ts";
import { putInForce } from "#app/commands/putInForce.server.ts";
import type { UtkastChange } from "#app/dokumentutkast/change.ts";
import type { Dokumentutkast } from "#app/dokumentutkast/findUtkast.server.ts";
import { newDokumentOf } from "#app/dokumentutkast/newDokument.ts";
import { findAllAuditEvents } from "#db/audit.server.ts";
import type { Db } from "#db/connection.server.ts";
import { findDokument } from "#db/dokument.server.ts";
import { logOn, makeScene, type Scene } from "#tests/factories/scene.ts";
import { completeUtkast, factsOf, makeUtkast, UTKAST_TEXT, utkastRow } from "#tests/factories/utkast.ts";

let scene: Scene;

beforeEach(async () => {
	scene = await makeScene();
});

/** One that lacks nothing. */
async function readyUtkast(
	rest: Partial<Parameters<typeof makeUtkast>[2]> = {},
	{ db, samordnare, kommun }: Scene = scene,
): Promise<Dokumentutkast> {
	const platser = Object.entries(kommun.platsIds).map(([name, id]) => ({ id, name }));
	return completeUtkast(db, samordnare, { utkast: await makeUtkast(db, samordnare, rest), platser });
}

async function storedRows(db: Db): Promise<unknown[]> {
	const tables = ["dokument", "lofte", "aktivitet", "aktivitet_part", "part", "measure", "measure_version", "fraga"];
	const rows: unknown[] = [];
	for (const table of [...tables, "undertecknare", "helgkvall", "dokumentutkast", "audit_event"])
		rows.push((await sql.raw(`SELECT * FROM ${table} ORDER BY 1`).execute(db)).rows);
	return rows;
}

describe("an utkast becomes a dokument", () => {
	test("with its questions, open and answered, its parts and its settings", async () => {
		const { db, samordnare } = scene;
		let { id: utkastId, version, content } = await readyUtkast();
		const asked = content.aktiviteter.flatMap(({ fragor }) => fragor).find(({ about }) => about === "places");
		if (!asked) throw new Error("nothing is asked about places");
		const change = { type: "answerFraga", fragaKey: asked.key, value: null, answer: "Två kommundelar." } as const;
		({ version } = await changeDokumentutkast(db, samordnare, { utkastId, version, change }));
		const { dokumentId } = await putInForce(db, samordnare, { utkastId, version });
		const dokument = await findDokument(db, { kommunId: samordnare.kommunId, dokumentId });
		content = (await utkastRow(db, samordnare, utkastId)).content;
		expect(dokument).toMatchObject({
			title: content.title,
			inForceFrom: "2018-01-01",
			inForceTo: "2019-12-31",
			sourceText: UTKAST_TEXT,
		});
		expect(dokument?.aktiviteter.map(({ quotation }) => quotation)).toEqual(
			content.aktiviteter.map(({ quotation }) => quotation),
		);
		expect(dokument?.fragor.find(({ question }) => question === asked.question)).toMatchObject({
			quotation: asked.quotation,
			answer: "Två kommundelar.",
		});
		expect(dokument?.fragor.some(({ answer }) => answer === null)).toBe(true);
		const { rows } = await findAllAuditEvents(db, { kommunId: samordnare.kommunId, page: 1, pageSize: 1 });
		expect(rows).toMatchObject([{ action: "dokument.created", entityId: dokumentId }]);
	});

	test("once, however often it is sent, and then it stands", async () => {
		const { db, samordnare } = scene;
		const { id: utkastId, version, content } = await readyUtkast();
		const first = await putInForce(db, samordnare, { utkastId, version });
		const before = await storedRows(db);
		expect(await putInForce(db, samordnare, { utkastId, version })).toEqual(first);
		expect(await storedRows(db)).toEqual(before);
		expect(await utkastRow(db, samordnare, utkastId)).toMatchObject({ dokumentId: first.dokumentId });
		const change = factsOf(content, { title: "Ett annat" });
		const now = { utkastId, version: version + 1 };
		await expect(changeDokumentutkast(db, samordnare, { ...now, change })).rejects.toMatchObject({ code: "conflict" });
		await expect(discardDokumentutkast(db, samordnare, now)).rejects.toMatchObject({ code: "conflict" });
	});

	test("one that is in force is never changed by any other way either", async () => {
		const { db, samordnare } = scene;
		const { id, version } = await readyUtkast();
		await putInForce(db, samordnare, { utkastId: id, version });
		await expect(
			db.updateTable("dokumentutkast").set({ content: "{}" }).where("id", "=", id).execute(),
		).rejects.toThrow("a dokumentutkast that is in force is never changed");
	});
});

describe("what cannot be put in force", () => {
	test("one that lacks something is refused with the first thing that it lacks, and the line that lacks it", async () => {
		const { db, samordnare } = scene;
		const { id: utkastId, version } = await makeUtkast(db, samordnare);
		const before = await storedRows(db);
		await expect(putInForce(db, samordnare, { utkastId, version })).rejects.toMatchObject({
			code: "invalid",
			field: "yearBasis",
			message:
				"År räknas som: välj kalenderår eller löftesår. Det gäller ”Polisen och kommunen ska under året genomföra minst fyra samverkansmöten.”.",
		});
		expect(await storedRows(db)).toEqual(before);
	});

	test("another kommun's is not there, a discarded one and one that was changed in between are refused", async () => {
		const { db, samordnare, stranger } = scene;
		const { id: utkastId, version, content } = await readyUtkast();
		await expect(putInForce(db, stranger, { utkastId, version })).rejects.toMatchObject({ code: "not_found" });
		const changed = await changeDokumentutkast(db, samordnare, { utkastId, version, change: factsOf(content, {}) });
		await expect(putInForce(db, samordnare, { utkastId, version })).rejects.toMatchObject({ code: "conflict" });
		await discardDokumentutkast(db, samordnare, { utkastId, version: changed.version });
		const again = { utkastId, version: changed.version + 1 };
		await expect(putInForce(db, samordnare, again)).rejects.toMatchObject({ code: "conflict" });
	});

	test.each([
		["INSERT", "dokument"],
		["INSERT", "aktivitet"],
		["INSERT", "aktivitet_part"],
		["INSERT", "measure"],
		["INSERT", "measure_version"],
		["INSERT", "fraga"],
		["INSERT", "helgkvall"],
		["UPDATE", "dokument"],
		["UPDATE", "dokumentutkast"],
		["INSERT", "audit_event"],
	])("when %s of %s fails, nothing of it is left", async (write, table) => {
		const { db, samordnare, dokument } = scene;
		const { id: utkastId, version } = await readyUtkast({ replacesDokumentId: dokument.id, text: LATER });
		const before = await storedRows(db);
		await sql
			.raw(`CREATE TRIGGER full BEFORE ${write} ON ${table} BEGIN SELECT RAISE(ABORT, 'disk full'); END`)
			.execute(db);
		await expect(putInForce(db, samordnare, { utkastId, version })).rejects.toThrow("disk full");
		expect(await storedRows(db)).toEqual(before);
		await sql.raw("DROP TRIGGER full").execute(db);
		expect(await putInForce(db, samordnare, { utkastId, version })).toEqual({ dokumentId: expect.any(Number) });
	});
});

const LATER = UTKAST_TEXT.replace("1 januari 2018", "1 november 2018");

describe("a dokument that replaces another", () => {
	test("lets it end the day before, and says whose aktiviteter go on", async () => {
		const { db, samordnare, dokument, kommun } = scene;
		const carried = dokument.aktivitetIds.count;
		const { id: utkastId, version } = await readyUtkast({
			text: LATER,
			replacesDokumentId: dokument.id,
			carriedAktivitetIds: [carried],
		});
		const { dokumentId } = await putInForce(db, samordnare, { utkastId, version });
		const old = await findDokument(db, { kommunId: kommun.id, dokumentId: dokument.id });
		expect(old?.inForceTo).toBe("2018-10-31");
		const row = await db.selectFrom("dokument").selectAll().where("id", "=", dokumentId).executeTakeFirstOrThrow();
		expect(row.replaces_dokument_id).toBe(dokument.id);
		const goingOn = await db
			.selectFrom("aktivitet")
			.select(["quotation", "carried_from_id"])
			.where("dokument_id", "=", dokumentId)
			.where("carried_from_id", "is not", null)
			.execute();
		expect(goingOn).toEqual([{ quotation: "Minst 10 riktade insatser under 2018", carried_from_id: carried }]);
		const { rows } = await findAllAuditEvents(db, { kommunId: kommun.id, page: 1, pageSize: 2 });
		expect(rows.map(({ action }) => action)).toEqual(["dokument.created", "dokument.ended"]);
	});

	test.each([
		["registrations lie after the day", "1 oktober 2018", "30 september 2018", "har 1 registrering från och med"],
		["the day is the other one's first", "1 januari 2018", "31 december 2017", "gäller från 1 januari 2018"],
		["the day lies before the other one's first", "29 februari 2016", "28 februari 2016", "gäller från 1 januari 2018"],
	])("is refused whole, in words of its own first day, when %s", async (_when, first, last, why) => {
		const { db, samordnare, dokument } = scene;
		await logOn(scene, "2018-10-12");
		const text = UTKAST_TEXT.replace("1 januari 2018", first);
		const { id: utkastId, version } = await readyUtkast({ text, replacesDokumentId: dokument.id });
		const before = await storedRows(db);
		const refused = putInForce(db, samordnare, { utkastId, version });
		await expect(refused).rejects.toThrow(`Gäller från: det som ersätts kan inte sluta gälla ${last}. Sista dag:`);
		await expect(refused).rejects.toThrow(why);
		await expect(refused).rejects.toMatchObject({ field: undefined });
		expect(await storedRows(db)).toEqual(before);
	});

	test("goes on with what is carried over also when it was merged, left out and taken in again", async () => {
		const { db, samordnare, dokument } = scene;
		const carriedFromId = dokument.aktivitetIds.count;
		let utkast = await readyUtkast({
			text: LATER,
			replacesDokumentId: dokument.id,
			carriedAktivitetIds: [carriedFromId],
		});
		const keepKey = utkast.content.aktiviteter[0]?.key ?? "";
		const mergeKey = utkast.content.aktiviteter.at(-1)?.key ?? "";
		const take = async (change: UtkastChange) => {
			const { id: utkastId, version } = utkast;
			await changeDokumentutkast(db, samordnare, { utkastId, version, change });
			utkast = await utkastRow(db, samordnare, utkastId);
		};
		const carriedBy = () =>
			utkast.content.aktiviteter.flatMap((one) => (one.carriedFromId && !one.isLeftOut ? [one.key] : []));
		await take({ type: "mergeAktiviteter", keepKey, mergeKey });
		expect(carriedBy()).toEqual([keepKey]);
		await take({ type: "leaveOutAktivitet", aktivitetKey: keepKey });
		await take({ type: "takeInAktivitet", aktivitetKey: keepKey });
		expect(carriedBy()).toEqual([keepKey]);
		await take({ type: "takeInAktivitet", aktivitetKey: mergeKey });
		expect(carriedBy()).toEqual([mergeKey]);
		const { id: utkastId, version } = utkast;
		const { dokumentId } = await putInForce(db, samordnare, { utkastId, version });
		const made = await findDokument(db, { kommunId: samordnare.kommunId, dokumentId });
		expect(made?.aktiviteter.at(-1)?.quotation).toBe("Minst 10 riktade insatser under 2018");
	});

	test("is the only one that does: the second is refused", async () => {
		const { db, samordnare, dokument } = scene;
		const first = await readyUtkast({ text: LATER, replacesDokumentId: dokument.id });
		const second = await readyUtkast({ text: LATER, replacesDokumentId: dokument.id });
		await putInForce(db, samordnare, { utkastId: first.id, version: first.version });
		await expect(putInForce(db, samordnare, { utkastId: second.id, version: second.version })).rejects.toMatchObject({
			code: "conflict",
			message: expect.stringContaining("är redan ersatt"),
		});
	});

	test("quotes only what is carried over from the one that it replaces", async () => {
		const { db, samordnare, dokument, elsewhere } = scene;
		const { content, sourceText } = await readyUtkast({
			text: LATER,
			replacesDokumentId: dokument.id,
			carriedAktivitetIds: [dokument.aktivitetIds.count],
		});
		const whole = newDokumentOf(content, sourceText);
		const carriedTo = (carriedFromId: number | null) =>
			whole.aktiviteter.map((aktivitet) => (aktivitet.carriedFromId ? { ...aktivitet, carriedFromId } : aktivitet));
		const refused = { code: "invalid" };
		const make = (carriedFromId: number | null, replacesDokumentId: number | null) =>
			createDokument(db, samordnare, { ...whole, replacesDokumentId, aktiviteter: carriedTo(carriedFromId) });
		await expect(make(null, dokument.id)).rejects.toMatchObject(refused);
		await expect(make(dokument.aktivitetIds.count, null)).rejects.toMatchObject(refused);
		await expect(make(elsewhere.aktivitetIds.count, dokument.id)).rejects.toMatchObject(refused);
		const carried = whole.aktiviteter.filter(({ carriedFromId }) => carriedFromId);
		const twice = { ...whole, replacesDokumentId: dokument.id, aktiviteter: [...whole.aktiviteter, ...carried] };
		await expect(createDokument(db, samordnare, twice)).rejects.toMatchObject(refused);
		expect(await make(dokument.aktivitetIds.count, dokument.id)).toEqual({ dokumentId: expect.any(Number) });
	});
});

test("a dokument in force at the same time as others is nobody's loss", async () => {
	const { db, samordnare, dokument } = scene;
	const { id: utkastId, version } = await readyUtkast();
	await putInForce(db, samordnare, { utkastId, version });
	const other = await findDokument(db, { kommunId: samordnare.kommunId, dokumentId: dokument.id });
	expect(other?.inForceTo).toBe("2018-12-31");
});
