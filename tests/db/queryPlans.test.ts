import { sql } from "kysely";
import { expect, test } from "vitest";
import { findAllAktivitetNames } from "#db/aktivitetName.server.ts";
import { findAllAtgarder } from "#db/atgard.server.ts";
import { findAllAuditEvents } from "#db/audit.server.ts";
import { findAllCarriedAtgarder } from "#db/carriedAtgard.server.ts";
import type { Db } from "#db/connection.server.ts";
import { findAllDokument, findDokument } from "#db/dokument.server.ts";
import { findAllDokumentChanges, findRegistrationsAfter } from "#db/dokumentChange.server.ts";
import { findFollowUp } from "#db/followUp.server.ts";
import { findAllFragor } from "#db/fraga.server.ts";
import { findAllGenomforanden, findAllRevisions, findGenomforande } from "#db/genomforande.server.ts";
import {
	findLastUsedPlatsIds,
	findPossibleDuplicate,
	findRecentMeasureIds,
} from "#db/genomforandeSuggestion.server.ts";
import { findAllLoggableMeasures, findMeasure } from "#db/measure.server.ts";
import { findAllMoten, findMote, findProtokoll } from "#db/mote.server.ts";
import { findAllAtgarderOfMote, findAllBeslut, findBeslut } from "#db/moteBeslut.server.ts";
import { findAllDeltagare } from "#db/moteDeltagare.server.ts";
import { findAllAtgardIdsOpenAtOpening, isReturnedSinceOpening } from "#db/moteHistory.server.ts";
import { findAllMoteAktiviteter, findAllPunkter, findPunkt } from "#db/motePunkt.server.ts";
import { freshDatabase } from "#tests/factories/database.ts";
import { makeGenomforande } from "#tests/factories/genomforande.ts";
import { makeMote, viewMote } from "#tests/factories/mote.ts";
import { makeScene } from "#tests/factories/scene.ts";

/** The tables that grow for as long as the app is used. */
const GROWING = [
	"genomforande",
	"genomforande_measure",
	"genomforande_revision",
	"biprodukt",
	"atgard",
	"audit_event",
	"mote",
	"mote_deltagare",
	"mote_punkt",
	"beslut",
];

const statements: string[] = [];
const scene = await makeScene(freshDatabase({ onStatement: (statement) => statements.push(statement) }));
const { db, dokument } = scene;
const kommunId = scene.kommun.id;
const personId = scene.polis.personId;
const { id, uuid } = await makeGenomforande(db, scene.polis, { measureId: dokument.measureIds.count });
const mote = await makeMote(scene, { state: "oppet" });
const moteId = mote.id;
const page = { page: 1, pageSize: 20 };

const QUERIES: Record<string, () => Promise<unknown>> = {
	"followUp of a kommun": () => findFollowUp(db, { kommunId }),
	"followUp of a dokument": () => findFollowUp(db, { kommunId, dokumentIds: [dokument.id] }),
	"followUp of an aktivitet": () => findFollowUp(db, { kommunId, aktivitetId: dokument.aktivitetIds.count }),
	"åtgärder carried over": () => findAllCarriedAtgarder(db, { kommunId }),
	"changes of a dokument": () => findAllDokumentChanges(db, { kommunId, dokumentId: dokument.id, limit: 20 }),
	"registrations after a dokument's end": () =>
		findRegistrationsAfter(db, { kommunId, dokumentId: dokument.id, day: "2018-10-01" }),
	"genomförande by id": () => findGenomforande(db, { kommunId, id }),
	"genomförande by UUID": () => findGenomforande(db, { kommunId, uuid }),
	revisions: () => findAllRevisions(db, { kommunId, genomforandeId: id }),
	"all genomföranden": () => findAllGenomforanden(db, { kommunId, ...page }),
	"genomföranden of a measure": () =>
		findAllGenomforanden(db, { kommunId, measureId: dokument.measureIds.count, status: "active", ...page }),
	"genomföranden by every filter": () =>
		findAllGenomforanden(db, {
			kommunId,
			q: "torg möte",
			dokumentId: dokument.id,
			aktivitetId: dokument.aktivitetIds.count,
			platsId: 1,
			performedBy: "polis",
			from: "2018-01-01",
			to: "2018-12-31",
			...page,
		}),
	"possible duplicate": () =>
		findPossibleDuplicate(db, {
			kommunId,
			personId,
			measureIds: [dokument.measureIds.count],
			date: "2018-10-12",
			platsId: null,
			performedBy: "kommun",
		}),
	"last used places": () => findLastUsedPlatsIds(db, { kommunId, personId }),
	"recent measures": () => findRecentMeasureIds(db, { kommunId, personId }),
	"loggable measures": () => findAllLoggableMeasures(db, { kommunId, date: "2018-10-15" }),
	"one measure": () => findMeasure(db, { kommunId, measureId: dokument.measureIds.count }),
	"all dokument": () => findAllDokument(db, { kommunId }),
	"one dokument": () => findDokument(db, { kommunId, dokumentId: dokument.id }),
	frågor: () => findAllFragor(db, { kommunId }),
	"åtgärder of a kommun": () => findAllAtgarder(db, { kommunId }),
	"åtgärder of an aktivitet": () => findAllAtgarder(db, { kommunId, aktivitetId: dokument.aktivitetIds.actions }),
	"aktiviteter of a kommun": () => findAllAktivitetNames(db, { kommunId, begunBy: "2018-10-15" }),
	"moten of a kommun": () => findAllMoten(db, { kommunId }),
	"one mote": () => findMote(db, { kommunId, moteId }),
	"the minutes of a mote": () => findProtokoll(db, { kommunId, moteId }),
	"the agenda of a mote": () => findAllPunkter(db, { moteId }),
	"one item": () => findPunkt(db, { moteId, key: "kommande" }),
	"who takes part": () => findAllDeltagare(db, { moteId }),
	"beslut of a mote": () => findAllBeslut(db, { moteId }),
	"one beslut": () => findBeslut(db, { kommunId, beslutId: 1 }),
	"åtgärder of a mote": () => findAllAtgarderOfMote(db, { moteId }),
	"åtgärder that were open": () => findAllAtgardIdsOpenAtOpening(db, { kommunId, moteId }),
	"a report that went back": () => isReturnedSinceOpening(db, { moteId, rapportId: 1 }),
	"aktiviteter of a mote": () => findAllMoteAktiviteter(db, { kommunId, ids: Object.values(dokument.aktivitetIds) }),
	"history of a kommun": () => findAllAuditEvents(db, { kommunId, ...page }),
	"history of a row": () =>
		findAllAuditEvents(db, { kommunId, about: { entity: "genomforande", entityId: id }, ...page }),
};

test.each(Object.keys(QUERIES))("%s reads no growing table from end to end", async (name) => {
	const ran = await statementsOf(() => QUERIES[name]?.());
	expect(ran.length).toBeGreaterThan(0);
	expect(ran.length).toBeLessThanOrEqual(11);
	for (const statement of ran) expect(await scannedTables(db, statement)).toEqual([]);
});

test.each(["planerat", "oppet", "avslutat"] as const)(
	"the page of a mote that is %s reads no growing table from end to end",
	async (state) => {
		const { id: shownId } = await makeMote(scene, { state });
		const ran = await statementsOf(() => viewMote(scene, shownId));
		expect(ran.length).toBeLessThanOrEqual(40);
		for (const statement of ran) expect(await scannedTables(db, statement)).toEqual([]);
	},
);

test("a scan would be caught", async () => {
	expect(await scannedTables(db, "SELECT * FROM genomforande WHERE note = 'x'")).toEqual(["genomforande"]);
	expect(await scannedTables(db, "SELECT g.id FROM kommun JOIN genomforande AS g")).toEqual(["g"]);
});

test("followUp asks as often for much as for little", async () => {
	const before = await statementsOf(() => findFollowUp(db, { kommunId }));
	for (let day = 1; day <= 20; day++) {
		const date = `2018-09-${String(day).padStart(2, "0")}`;
		await makeGenomforande(db, scene.polis, { measureId: dokument.measureIds.recurring, date });
	}
	const after = await statementsOf(() => findFollowUp(db, { kommunId }));
	expect(after).toHaveLength(before.length);
});

async function statementsOf(run: () => unknown): Promise<string[]> {
	statements.length = 0;
	await run();
	return [...statements];
}

async function scannedTables(db: Db, statement: string): Promise<string[]> {
	const { rows } = await sql<{ detail: string }>`${sql.raw(`EXPLAIN QUERY PLAN ${statement}`)}`.execute(db);
	const aliases = [...statement.matchAll(/genomforande AS (\w+)/gi)].map((match) => match[1] ?? "");
	return rows
		.map(({ detail }) => /^SCAN (\w+)/.exec(detail)?.[1] ?? "")
		.filter((table) => GROWING.includes(table) || aliases.includes(table));
}
