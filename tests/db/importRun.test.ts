import { beforeEach, describe, expect, test } from "vitest";
import { cancelImport } from "#app/commands/cancelImport.server.ts";
import { changeImportMapping } from "#app/commands/changeImportMapping.server.ts";
import { makuleraGenomforande } from "#app/commands/makuleraGenomforande.server.ts";
import { registerGenomforande } from "#app/commands/registerGenomforande.server.ts";
import { runImport } from "#app/commands/runImport.server.ts";
import { eachDay } from "#app/domain/dates.ts";
import { checkImport } from "#app/import/check.ts";
import type { ImportMapping } from "#app/import/content.ts";
import { findImportFacts } from "#app/import/importFacts.server.ts";
import { findAllAuditEvents } from "#db/audit.server.ts";
import { findAllGenomforanden } from "#db/genomforande.server.ts";
import { findAllImports, findImport } from "#db/import.server.ts";
import { newGenomforande } from "#tests/factories/genomforande.ts";
import { importLine, importNow, makeImport, sheetOfLines } from "#tests/factories/import.ts";
import { latestActionIn, logOn, makeScene, type Scene } from "#tests/factories/scene.ts";

let scene: Scene;

beforeEach(async () => {
	scene = await makeScene();
});

const THREE = ["2018-04-03", "2018-04-04", "2018-05-05"].map((date) => importLine(date, { plats: "Torget" }));

async function importLines(lines: readonly (readonly string[])[], mapping: Partial<ImportMapping> = {}) {
	return runImport(scene.db, scene.polis, await makeImport(scene.db, scene.polis, { lines, mapping }));
}

async function active() {
	const page = { page: 1, pageSize: 20_000 };
	return findAllGenomforanden(scene.db, { kommunId: scene.kommun.id, status: "active", ...page });
}

async function mappingOf(importId: number): Promise<ImportMapping> {
	const found = await findImport(scene.db, { kommunId: scene.kommun.id, importId });
	return JSON.parse(found?.mapping ?? "");
}

/** Everything that an import can write. */
async function stored(): Promise<unknown[]> {
	const { db } = scene;
	return [
		await db.selectFrom("genomforande").selectAll().execute(),
		await db.selectFrom("genomforande_measure").selectAll().execute(),
		await db.selectFrom("genomforande_import").selectAll().execute(),
		await db.selectFrom("biprodukt").selectAll().execute(),
		await db.selectFrom("import").selectAll().execute(),
		await db.selectFrom("audit_event").selectAll().execute(),
	];
}

describe("a file", () => {
	test("comes into the log row by row, with one event, and its cells and names are forgotten", async () => {
		const { db, polis, kommun, dokument } = scene;
		const lines = [...THREE, importLine("2018-05-06", { aktivitet: "Mått recurring", antal: "2,5", note: "Lugnt" })];
		const begun = await makeImport(db, polis, { lines });
		expect(await active()).toMatchObject({ total: 0 });
		expect(await runImport(db, polis, begun)).toEqual({ imported: 4, leftOut: 0 });
		const { rows } = await active();
		expect(rows).toMatchObject([
			{
				date: "2018-05-06",
				platsName: null,
				performedBy: "polis",
				note: "Lugnt",
				isExample: false,
				revision: 1,
				createdBy: polis.personId,
				createdAt: polis.now,
				measures: [{ measureId: dokument.measureIds.recurring, quantity: 2.5 }],
			},
			{ date: "2018-05-05", platsName: "Torget", measures: [{ measureId: dokument.measureIds.count, quantity: 1 }] },
			{ date: "2018-04-04" },
			{ date: "2018-04-03" },
		]);
		const { rows: events } = await findAllAuditEvents(db, { kommunId: kommun.id, page: 1, pageSize: 2 });
		expect(events.map(({ action, detail }) => [action, detail])).toEqual([
			["import.imported", { fileName: "logg.csv", imported: 4, leftOut: 0, from: "2018-04-03", to: "2018-05-06" }],
			["import.uploaded", { fileName: "logg.csv" }],
		]);
		expect(await findImport(db, { kommunId: kommun.id, importId: begun.importId })).toMatchObject({
			state: "importerad",
			sheets: null,
			importedCount: 4,
			leftOutCount: 0,
			importedByName: "kommunpolis",
			version: 2,
		});
		const { aktiviteter, platser, performers } = await mappingOf(begun.importId);
		expect([aktiviteter, platser, performers]).toEqual([{}, {}, {}]);
		const origins = await db.selectFrom("genomforande_import").select("row_number").orderBy("row_number").execute();
		expect(origins.map((row) => row.row_number)).toEqual([2, 3, 4, 5]);
	});

	test("with by-products brings them", async () => {
		const { db, polis } = scene;
		const mapping = { columns: ["date", "aktivitet", "quantity", "plats", "performedBy", "biprodukt.beslag"] } as const;
		const lines = [importLine("2018-04-03", { note: "3" }), importLine("2018-04-04")];
		const begun = await makeImport(db, polis, { lines, mapping: { columns: [...mapping.columns] } });
		await runImport(db, polis, begun);
		const { rows } = await active();
		expect(rows.map(({ biprodukter }) => biprodukter)).toEqual([[], [{ code: "beslag", quantity: 3 }]]);
	});

	test("read again adds nothing, and says so", async () => {
		await importLines(THREE);
		const before = await active();
		await expect(importLines(THREE)).rejects.toMatchObject({
			code: "invalid",
			message: expect.stringContaining("allt i filen är redan importerat"),
		});
		expect(await active()).toEqual(before);
	});

	test("that has grown adds only what is new; two equal rows are two registrations", async () => {
		const [first = []] = THREE;
		expect(await importLines(THREE)).toEqual({ imported: 3, leftOut: 0 });
		const longer = [importLine("2018-01-09"), ...THREE, first, first];
		expect(await importLines(longer)).toEqual({ imported: 3, leftOut: 0 });
		expect((await active()).total).toBe(6);
		await expect(importLines(longer)).rejects.toMatchObject({ code: "invalid" });
		expect(await importLines([...longer, first])).toEqual({ imported: 1, leftOut: 0 });
	});

	test("of another kommun with the same rows is another's", async () => {
		const { db, polis, stranger } = scene;
		await importLines(THREE);
		const begun = await makeImport(db, stranger, { lines: THREE });
		expect(await runImport(db, stranger, begun)).toEqual({ imported: 3, leftOut: 0 });
		expect((await active()).total).toBe(3);
		expect(await findAllImports(db, { kommunId: polis.kommunId })).toHaveLength(1);
	});

	test("does not bring back what was makulerat by hand since", async () => {
		await importLines(THREE);
		const [latest] = (await active()).rows;
		await makuleraGenomforande(scene.db, scene.polis, { id: latest?.id ?? 0, revision: 1, reason: "Fel rad" });
		await expect(importLines(THREE)).rejects.toMatchObject({ code: "invalid" });
		expect(await importLines([...THREE, importLine("2018-01-09")])).toEqual({ imported: 1, leftOut: 0 });
		expect((await active()).total).toBe(3);
	});
});

describe("one bad row among 500", () => {
	const days = eachDay("2018-01-01", "2018-10-01");
	const good = Array.from({ length: 499 }, (_, index) =>
		importLine(days[index % days.length] ?? "", { note: `Pass ${index}` }),
	);
	const lines = [...good.slice(0, 250), importLine("2018-02-30"), ...good.slice(250)];

	test("saves nothing until it is left out", async () => {
		const { db, polis } = scene;
		const begun = await makeImport(db, polis, { lines });
		const before = await stored();
		await expect(runImport(db, polis, begun)).rejects.toMatchObject({ code: "invalid", field: "leavesOutFaulty" });
		expect(await stored()).toEqual(before);
		const mapping = { ...(await mappingOf(begun.importId)), leavesOutFaulty: true };
		const { version } = await changeImportMapping(db, polis, { ...begun, mapping });
		expect(await runImport(db, polis, { ...begun, version })).toEqual({ imported: 499, leftOut: 1 });
	});

	test("is added alone when the file has been mended", async () => {
		await importLines(lines, { leavesOutFaulty: true });
		const mended = lines.map((line, index) => (index === 250 ? importLine("2018-02-28") : line));
		expect(await importLines(mended)).toEqual({ imported: 1, leftOut: 0 });
		expect((await active()).total).toBe(500);
	});
});

describe("is refused, and nothing is saved,", () => {
	test.each<[string, () => readonly string[][], Partial<ImportMapping>, string]>([
		["while a name is unknown", () => [importLine("2018-04-03", { aktivitet: "Okänt" })], {}, "aktiviteter"],
		[
			"while a name is unknown, whatever is left out",
			() => [importLine("2018-04-03", { plats: "Okänt" })],
			{ leavesOutFaulty: true },
			"platser",
		],
		["while the columns make no sense", () => THREE, { columns: ["note"] }, "columns"],
		["with nothing to take in", () => [importLine("2018-04-03")], { aktiviteter: { "mått count": null } }, "rows"],
	])("%s", async (_what, lines, mapping, field) => {
		const { db, polis } = scene;
		const begun = await makeImport(db, polis, { lines: lines(), mapping });
		const before = await stored();
		await expect(runImport(db, polis, begun)).rejects.toMatchObject({ code: "invalid", field });
		expect(await stored()).toEqual(before);
	});

	test("until it is said whether rows that look like what is registered are others", async () => {
		const { db, polis } = scene;
		await logOn(scene, "2018-04-03");
		const lines = [importLine("2018-04-03"), importLine("2018-04-04")];
		const begun = await makeImport(db, polis, { lines });
		await expect(runImport(db, polis, begun)).rejects.toMatchObject({ field: "takesLikeExisting" });
		const mapping = { ...(await mappingOf(begun.importId)), takesLikeExisting: false };
		const { version } = await changeImportMapping(db, polis, { ...begun, mapping });
		expect(await runImport(db, polis, { ...begun, version })).toEqual({ imported: 1, leftOut: 1 });
		expect(await importLines(lines, { takesLikeExisting: true })).toEqual({ imported: 1, leftOut: 0 });
	});

	test("when somebody changed it, imported it or gave it up in between", async () => {
		const { db, polis, samordnare } = scene;
		const begun = await makeImport(db, polis, { lines: THREE });
		const { version } = await changeImportMapping(db, polis, { ...begun, mapping: await mappingOf(begun.importId) });
		await expect(runImport(db, samordnare, begun)).rejects.toMatchObject({ code: "conflict" });
		await cancelImport(db, polis, { ...begun, version });
		await expect(runImport(db, polis, { ...begun, version: version + 1 })).rejects.toMatchObject({ code: "conflict" });
		expect((await active()).total).toBe(0);
	});
});

describe("running it", () => {
	test("twice, by the same person, is answered alike; by another it is told", async () => {
		const { db, polis, samordnare } = scene;
		const begun = await makeImport(db, polis, { lines: THREE });
		const first = await runImport(db, polis, begun);
		const before = await stored();
		expect(await runImport(db, polis, begun)).toEqual(first);
		await expect(runImport(db, samordnare, begun)).rejects.toMatchObject({ code: "conflict" });
		expect(await stored()).toEqual(before);
	});

	test("at once by two people, one wins", async () => {
		const { db, polis, samordnare } = scene;
		const begun = await makeImport(db, polis, { lines: THREE });
		const results = await Promise.allSettled([polis, samordnare].map((actor) => runImport(db, actor, begun)));
		expect(results.map(({ status }) => status).sort()).toEqual(["fulfilled", "rejected"]);
		expect((await active()).total).toBe(3);
	});

	test("two files with the same rows at once, they come in once", async () => {
		const { db, polis, samordnare } = scene;
		const mine = await makeImport(db, polis, { lines: THREE });
		const theirs = await makeImport(db, samordnare, { lines: THREE });
		await Promise.allSettled([runImport(db, polis, mine), runImport(db, samordnare, theirs)]);
		expect((await active()).total).toBe(3);
	});

	test("judges anew what was written in the kommun while it judged", async () => {
		const { db, polis } = scene;
		const begun = await makeImport(db, polis, { lines: THREE });
		let isLogged = false;
		const run = runImport(db, polis, {
			...begun,
			onProgress: () => {
				if (isLogged) return;
				isLogged = true;
				void logOn(scene, "2018-04-03");
				void registerGenomforande(db, polis, {
					...newGenomforande({ measures: [{ measureId: scene.dokument.measureIds.count, quantity: null }] }),
					date: "2018-04-04",
					platsId: scene.kommun.platsIds.Torget ?? null,
				});
			},
		});
		await expect(run).rejects.toMatchObject({ field: "takesLikeExisting" });
		expect((await active()).total).toBe(2);
	});

	test("gives up when the kommun is written each time", async () => {
		const { db, polis } = scene;
		const begun = await makeImport(db, polis, { lines: THREE });
		const run = runImport(db, polis, { ...begun, onProgress: () => void logOn(scene, "2018-09-01") });
		await expect(run).rejects.toMatchObject({ code: "conflict", message: expect.stringContaining("Vänta en stund") });
		expect((await importNow(db, polis, begun.importId)).state).toBe("pagar");
	});
});

describe("another kommun", () => {
	test("has no such import", async () => {
		const { db, polis, stranger } = scene;
		const begun = await makeImport(db, polis, { lines: THREE });
		const mapping = await mappingOf(begun.importId);
		const before = await stored();
		for (const attempt of [
			() => runImport(db, stranger, begun),
			() => changeImportMapping(db, stranger, { ...begun, mapping }),
			() => cancelImport(db, stranger, begun),
		])
			await expect(attempt()).rejects.toMatchObject({ code: "not_found" });
		expect(await findImport(db, { kommunId: stranger.kommunId, importId: begun.importId })).toBeUndefined();
		expect(await stored()).toEqual(before);
	});
});

/** What a registration by hand refuses a file refuses, in the same words. */
test.each<[string, { date?: string; antal?: string; note?: string; kind?: "count" | "outcome" | "actions" }]>([
	["a usual one", {}],
	["the first day", { date: "2018-01-01" }],
	["the day before", { date: "2017-12-31" }],
	["the day after today", { date: "2018-10-16" }],
	["nothing done", { antal: "0" }],
	["less than nothing", { antal: "-1" }],
	["a part", { antal: "0,25" }],
	["far too much", { antal: "2000000000" }],
	["a note of 200 characters", { note: "å".repeat(200) }],
	["a note of 201", { note: "å".repeat(201) }],
	["a personal number", { note: "ring 640823-3234" }],
	["a measured value", { kind: "outcome", antal: "41,5" }],
	["a measured value below 0", { kind: "outcome", antal: "-1" }],
	["an åtgärd", { kind: "actions" }],
])("%s is judged as by hand", async (_what, { date = "2018-04-03", antal = "1", note = "", kind = "count" }) => {
	const { db, polis, kommun, dokument } = scene;
	const measureId = dokument.measureIds[kind];
	const lines = [importLine(date, { aktivitet: "Den", antal, note })];
	const sheets = [sheetOfLines(lines)];
	const facts = await findImportFacts(db, { kommunId: kommun.id, today: "2018-10-15" });
	const begun = await makeImport(db, polis, { lines: THREE, mapping: { aktiviteter: { den: measureId } } });
	const [row] = checkImport(sheets, await mappingOf(begun.importId), facts).rows;
	const quantity = Number(antal.replace(",", "."));
	const byHand = registerGenomforande(db, polis, newGenomforande({ date, note, measures: [{ measureId, quantity }] }));
	const refusal = await byHand.then(
		() => [],
		(error: Error) => [error.message],
	);
	expect(row?.faults).toEqual(refusal);
	expect((await importNow(db, polis, begun.importId)).state).toBe("pagar");
	expect(await latestActionIn(scene)).toMatch(/^(genomforande\.registered|import\.uploaded)$/);
});
