import { sql } from "kysely";
import { describe, expect, test } from "vitest";
import { parsePeriod } from "#app/domain/periods.ts";
import { RAPPORT_STATES } from "#app/domain/rapport.ts";
import { findRapportView } from "#app/rapport/findRapport.server.ts";
import { findAllEfterregistrerade } from "#db/efterregistrering.server.ts";
import {
	findAllEditions,
	findAllRapporter,
	findAllRapportTexts,
	findAllSynpunkter,
	findFrozen,
	findRapport,
} from "#db/rapport.server.ts";
import {
	findAllNamedGenomforanden,
	findAllRapportAtgarder,
	findAllRapportGenomforanden,
	hasExampleData,
} from "#db/rapportSource.server.ts";
import { findAllPublished, findSnapshot, findSnapshotByCode, findSnapshotBySha256 } from "#db/snapshot.server.ts";
import { freshDatabase } from "#tests/factories/database.ts";
import { makeDokument } from "#tests/factories/dokument.ts";
import { makeGenomforande } from "#tests/factories/genomforande.ts";
import { makeRapport, viewRapport } from "#tests/factories/rapport.ts";
import { makeScene } from "#tests/factories/scene.ts";

/** The tables that grow for as long as the app is used. */
const GROWING = [
	"genomforande",
	"genomforande_measure",
	"biprodukt",
	"atgard",
	"rapport",
	"later",
	"rapport_text",
	"synpunkt",
	"rapport_snapshot",
];

const statements: string[] = [];
const scene = await makeScene(freshDatabase({ onStatement: (statement) => statements.push(statement) }));
const { db, dokument } = scene;
const kommunId = scene.kommun.id;
const { id: genomforandeId } = await makeGenomforande(db, scene.polis, {
	measureId: dokument.measureIds.count,
	date: "2018-06-01",
});
const made = await makeRapport(scene, { state: "signerad" });
const of = { kommunId, rapportId: made.id };
const asked = { kommunId, dokumentId: dokument.id, periodCode: "2018-T2" };

const QUERIES: Record<string, () => Promise<unknown>> = {
	"rapport by id": () => findRapport(db, of),
	"latest rapport": () => findRapport(db, asked),
	editions: () => findAllEditions(db, asked),
	"all rapporter": () => findAllRapporter(db, { kommunId }),
	"frozen content": () => findFrozen(db, of),
	texts: () => findAllRapportTexts(db, of),
	synpunkter: () => findAllSynpunkter(db, of),
	"genomföranden of a rapport": () =>
		findAllRapportGenomforanden(db, { ...asked, from: "2018-05-01", to: "2018-08-31" }),
	"example data of a rapport": () => hasExampleData(db, { ...asked, from: "2018-01-01", to: "2018-08-31" }),
	"åtgärder of a rapport": () => findAllRapportAtgarder(db, asked),
	"genomföranden by ids": () => findAllNamedGenomforanden(db, { kommunId, ids: [genomforandeId] }),
	efterregistrerade: () => findAllEfterregistrerade(db, { kommunId, genomforandeIds: [genomforandeId] }),
	snapshot: () => findSnapshot(db, of),
	"snapshot by code": () => findSnapshotByCode(db, "A".repeat(16)),
	"snapshot by hash": () => findSnapshotBySha256(db, "a".repeat(64)),
	"all published": () => findAllPublished(db, { kommunId }),
	"the whole view": () => viewRapport(scene, made),
};

test.each(Object.keys(QUERIES))("%s reads no growing table from end to end", async (name) => {
	const ran = await statementsOf(() => QUERIES[name]?.());
	expect(ran.length).toBeGreaterThan(0);
	for (const statement of ran) expect(await scannedTables(statement)).toEqual([]);
});

test("a scan would be caught", async () => {
	expect(await scannedTables("SELECT 1 FROM rapport WHERE state = 'utkast'")).toEqual(["rapport"]);
});

describe("the view of a rapport", () => {
	test("asks as often for much as for little, in every state", async () => {
		const counts: Record<string, number[]> = {};
		const scenes = [await makeScene(watched()), await makeScene(watched())];
		for (const [index, one] of scenes.entries()) {
			for (let day = 1; day <= index * 20; day++) {
				const date = `2018-06-${String(day).padStart(2, "0")}`;
				await makeGenomforande(one.db, one.polis, { measureId: one.dokument.measureIds.recurring, date });
			}
			for (const state of RAPPORT_STATES) {
				const rapport = await makeRapport(one, { state });
				const ran = await statementsOf(() => viewRapport(one, rapport));
				counts[state] = [...(counts[state] ?? []), ran.length];
			}
		}
		for (const [few, many] of Object.values(counts)) expect(many).toBe(few);
		expect(Math.max(...Object.values(counts).flat())).toBeLessThanOrEqual(20);
	});

	const view = (change: Partial<Parameters<typeof findRapportView>[1]>) =>
		findRapportView(db, {
			kommunId,
			dokumentId: dokument.id,
			period: period("2018-T2"),
			today: "2018-10-15",
			...change,
		});

	test("is a live utkast before anybody has written", async () => {
		expect(await view({ period: period("2018-T3") })).toMatchObject({
			rapport: null,
			content: { period: { code: "2018-T3" }, signature: null },
			facts: { state: "utkast", edition: 1, periodTo: "2018-12-31", polisKlarBy: null, hasLaterEdition: false },
			texts: [],
			synpunkter: [],
			snapshot: null,
			editions: [],
			late: { new: 0, changed: 0, genomforanden: [] },
		});
		expect(await view({ period: period("2018-T3"), edition: 1 })).toBeDefined();
	});

	test.each<[string, Partial<Parameters<typeof findRapportView>[1]>]>([
		["a dokument of another kommun", { dokumentId: scene.elsewhere.id }],
		["another kommun", { kommunId: scene.stranger.kommunId }],
		["another kind of period", { period: period("2018-Q2") }],
		["a period before the dokument", { period: period("2017-T3") }],
		["a period after it", { period: period("2019-T1"), today: "2019-10-15" }],
		["a period that has not begun", { period: period("2018-T3"), today: "2018-08-31" }],
		["an edition that there is none of", { edition: 2 }],
		["an edition of a report that nobody has begun", { period: period("2018-T3"), edition: 2 }],
		["edition 0", { edition: 0 }],
	])("is none for %s", async (_what, change) => {
		expect(await view(change)).toBeUndefined();
	});

	test("begins on the dokument's first day when that is within the period", async () => {
		const { id: dokumentId } = await makeDokument(db, scene.samordnare, { inForceFrom: "2018-04-10" });
		const clipped = { dokumentId, period: period("2018-T1") };
		expect(await view({ ...clipped, today: "2018-04-09" })).toBeUndefined();
		expect(await view({ ...clipped, today: "2018-04-10" })).toMatchObject({
			content: { period: { clippedFrom: "2018-04-10", clippedTo: "2018-04-30", isClippedStart: true } },
		});
	});
});

test("the list holds each report in its latest edition, of this kommun only, the newest period first", async () => {
	const here = await makeScene();
	await makeRapport(here, { periodCode: "2018-T1", state: "publicerad" });
	await makeRapport(here, { periodCode: "2018-T3" });
	await makeRapport(here, { state: "inlamnad" });
	const list = await findAllRapporter(here.db, { kommunId: here.kommun.id });
	expect(list.map(({ periodCode, state, dokumentTitle }) => [periodCode, state, dokumentTitle])).toEqual([
		["2018-T3", "utkast", "Medborgarlöfte 2018"],
		["2018-T2", "inlamnad", "Medborgarlöfte 2018"],
		["2018-T1", "publicerad", "Medborgarlöfte 2018"],
	]);
	expect(await findAllRapporter(here.db, { kommunId: here.stranger.kommunId })).toEqual([]);
});

function period(code: string) {
	const found = parsePeriod(code);
	if (!found) throw new Error(`no period: ${code}`);
	return found;
}

function watched() {
	return freshDatabase({ onStatement: (statement) => statements.push(statement) });
}

async function statementsOf(run: () => unknown): Promise<string[]> {
	statements.length = 0;
	await run();
	return [...statements];
}

async function scannedTables(statement: string): Promise<string[]> {
	const { rows } = await sql<{ detail: string }>`${sql.raw(`EXPLAIN QUERY PLAN ${statement}`)}`.execute(db);
	return rows.map(({ detail }) => /^SCAN (\w+)/.exec(detail)?.[1] ?? "").filter((table) => GROWING.includes(table));
}
