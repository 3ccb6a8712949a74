import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeEach, describe, expect, test } from "vitest";
import { beginRattelse } from "#app/commands/beginRattelse.server.ts";
import { cancelMote } from "#app/commands/cancelMote.server.ts";
import { changeMeasure } from "#app/commands/changeMeasure.server.ts";
import { changeMote } from "#app/commands/changeMote.server.ts";
import { closeMote } from "#app/commands/closeMote.server.ts";
import { completeAtgard } from "#app/commands/completeAtgard.server.ts";
import { confirmFordelning } from "#app/commands/confirmFordelning.server.ts";
import { correctGenomforande } from "#app/commands/correctGenomforande.server.ts";
import { decideAtgard } from "#app/commands/decideAtgard.server.ts";
import { excuseSlot } from "#app/commands/excuseSlot.server.ts";
import { giveSynpunkt } from "#app/commands/giveSynpunkt.server.ts";
import { makuleraAtgard } from "#app/commands/makuleraAtgard.server.ts";
import { makuleraGenomforande } from "#app/commands/makuleraGenomforande.server.ts";
import { markKlar } from "#app/commands/markKlar.server.ts";
import { openMote } from "#app/commands/openMote.server.ts";
import { planMote } from "#app/commands/planMote.server.ts";
import { publishRapport } from "#app/commands/publishRapport.server.ts";
import { recallRapport } from "#app/commands/recallRapport.server.ts";
import { reopenAtgard } from "#app/commands/reopenAtgard.server.ts";
import { returnRapport } from "#app/commands/returnRapport.server.ts";
import { reviewRapport } from "#app/commands/reviewRapport.server.ts";
import { revokeExcusedSlot } from "#app/commands/revokeExcusedSlot.server.ts";
import { saveRapportText } from "#app/commands/saveRapportText.server.ts";
import { signRapport } from "#app/commands/signRapport.server.ts";
import { undoGenomforande } from "#app/commands/undoGenomforande.server.ts";
import { unmarkKlar } from "#app/commands/unmarkKlar.server.ts";
import { unopenMote } from "#app/commands/unopenMote.server.ts";
import { findNotiser } from "#app/notiser/findNotiser.server.ts";
import { findNotisFacts, type NotisFacts, readNotisFacts } from "#app/notiser/notisFacts.server.ts";
import { openDatabase } from "#db/connection.server.ts";
import { migrateToLatest } from "#db/migrate.server.ts";
import { findMote } from "#db/mote.server.ts";
import { freshDatabase } from "#tests/factories/database.ts";
import { makeDokument } from "#tests/factories/dokument.ts";
import { makeGenomforande, newGenomforande } from "#tests/factories/genomforande.ts";
import { makePerson } from "#tests/factories/kommun.ts";
import { makeRapport, versionOf } from "#tests/factories/rapport.ts";
import { makeScene, type Scene } from "#tests/factories/scene.ts";
import { testSigningKey } from "#tests/factories/signingKey.ts";

const TODAY = "2018-10-15";
const MOTE = { title: "BRÅ", heldOn: TODAY, beginsAt: "15:00", endsAt: null, place: "Stadshuset", deltagare: [] };

let scene: Scene;
let kept: NotisFacts;

const asked = () => ({ kommunId: scene.kommun.id, today: TODAY });

beforeEach(async () => {
	scene = await makeScene();
	kept = await findNotisFacts(scene.db, asked());
});

/** After a write what is kept is what is there, and something else than before it. */
async function expectSeen(write: () => Promise<unknown>) {
	const before = kept;
	await write();
	kept = await findNotisFacts(scene.db, asked());
	expect(kept).toEqual(await readNotisFacts(scene.db, asked()));
	expect(kept).not.toEqual(before);
}

describe("every kind of write shows at once:", () => {
	test("what is registered, corrected, undone and makulerat", async () => {
		const { db, polis, dokument } = scene;
		const measureId = dokument.measureIds.count;
		let made = { id: 0, uuid: "" };
		const registering = async () => {
			made = await makeGenomforande(db, polis, { measureId });
		};
		await expectSeen(registering);
		await expectSeen(() => undoGenomforande(db, polis, { uuid: made.uuid }));
		await expectSeen(registering);
		const corrected = newGenomforande({ measures: [{ measureId, quantity: 3 }] });
		await expectSeen(() => correctGenomforande(db, polis, { ...corrected, id: made.id, revision: 1 }));
		await expectSeen(() => makuleraGenomforande(db, polis, { id: made.id, revision: 2, reason: "Fel löfte" }));
	});

	test("what is agreed, excused and entered", async () => {
		const { db, polis, samordnare, dokument } = scene;
		const { count: measureId, recurring } = dokument.measureIds;
		const excused = { measureId: recurring, slotKey: "2018-W40", reason: "Lokalen var stängd" };
		let excusedSlotId = 0;
		await expectSeen(async () => {
			excusedSlotId = (await excuseSlot(db, polis, excused)).id;
		});
		await expectSeen(() => revokeExcusedSlot(db, polis, { excusedSlotId }));
		const parts = { "2018-T1": 1, "2018-T2": 1, "2018-T3": 8 };
		await expectSeen(() => confirmFordelning(db, polis, { measureId, parts, forPart: "polis", version: 0 }));
		const settings = { minimum: 15, per: "lofte", yearBasis: null, unit: "insatser", unitOne: "insats" };
		const change = { measureId, version: 1, settings, validFrom: "2018-09-01", reason: "Ny överenskommelse" };
		await expectSeen(() => changeMeasure(db, samordnare, change));
		await expectSeen(() => makeDokument(db, samordnare, { title: "Ett till" }));
	});

	test("what is decided, done, opened again and makulerat", async () => {
		const { db, polis, dokument } = scene;
		const aktivitetId = dokument.aktivitetIds.actions;
		const decided = { aktivitetId, title: "Röj sly", owner: "polis", decidedOn: "2018-09-01", dueOn: TODAY } as const;
		let atgardId = 0;
		await expectSeen(async () => {
			atgardId = (await decideAtgard(db, polis, decided)).id;
		});
		await expectSeen(() => completeAtgard(db, polis, { atgardId, version: 1, doneOn: TODAY, doneNote: null }));
		await expectSeen(() => reopenAtgard(db, polis, { atgardId, version: 2 }));
		await expectSeen(() => makuleraAtgard(db, polis, { atgardId, version: 3, reason: "Dubblett" }));
	});

	test("a report's life, there and back", async () => {
		const { db, polis, samordnare, dokument } = scene;
		const which = { dokumentId: dokument.id, periodCode: "2018-T2" };
		const ledamot = await makePerson(db, { kommunId: scene.kommun.id, role: "ledamot" });
		const undertecknare = await makePerson(db, { kommunId: scene.kommun.id, role: "undertecknare" });
		const text = { ...which, part: "polis", aktivitetId: dokument.aktivitetIds.count, version: 0 } as const;
		await expectSeen(() => saveRapportText(db, polis, { ...text, orsak: "Få resurser.", nyPlan: "Fler pass." }));
		const { id: rapportId } = await makeRapport(scene, { ledamot, undertecknare });
		const seen = async () => ({ rapportId, version: await versionOf(scene, which) });
		const mark = async (part: "polis" | "kommun") =>
			markKlar(db, part === "polis" ? polis : samordnare, { ...which, part, version: (await seen()).version });
		await expectSeen(() => mark("polis"));
		await expectSeen(async () => unmarkKlar(db, polis, { ...(await seen()), part: "polis" }));
		await expectSeen(() => mark("polis"));
		await expectSeen(() => mark("kommun"));
		const synpunkt = {
			uuid: crypto.randomUUID(),
			rapportId,
			aktivitetId: null,
			text: "Bra.",
			role: "ledamot",
		} as const;
		await expectSeen(() => giveSynpunkt(db, ledamot, synpunkt));
		await expectSeen(async () => reviewRapport(db, samordnare, await seen()));
		await expectSeen(async () => returnRapport(db, undertecknare, { ...(await seen()), reason: "Läs igen." }));
		await makeRapport(scene, { state: "granskad", ledamot, undertecknare });
		kept = await findNotisFacts(db, asked());
		const signingKey = testSigningKey();
		await expectSeen(async () => signRapport(db, undertecknare, { ...(await seen()), signingKey }));
		await expectSeen(async () => publishRapport(db, samordnare, await seen()));
		await expectSeen(async () => recallRapport(db, samordnare, await seen()));
		await expectSeen(async () => beginRattelse(db, samordnare, { ...(await seen()), reason: "Fel siffra." }));
	});

	test("a meeting that is planned, moved, opened, planned again, closed and called off", async () => {
		const { db, polis, kommun } = scene;
		let moteId = 0;
		const plan = async () => {
			moteId = (await planMote(db, polis, { uuid: crypto.randomUUID(), ...MOTE })).id;
		};
		const seen = async () => {
			const mote = await findMote(db, { kommunId: kommun.id, moteId });
			return { moteId, version: mote?.version ?? 0 };
		};
		await expectSeen(plan);
		await expectSeen(async () => changeMote(db, polis, { ...MOTE, ...(await seen()), place: "Biblioteket" }));
		await expectSeen(async () => openMote(db, polis, await seen()));
		await expectSeen(async () => unopenMote(db, polis, await seen()));
		await expectSeen(async () => openMote(db, polis, await seen()));
		await expectSeen(async () => closeMote(db, polis, await seen()));
		await expectSeen(plan);
		await expectSeen(async () => cancelMote(db, polis, { ...(await seen()), reason: "För få kan." }));
	});
});

test("what is written in another kommun leaves what is kept as it is", async () => {
	await makeGenomforande(scene.db, scene.stranger, { measureId: scene.elsewhere.measureIds.count });
	expect(await findNotisFacts(scene.db, asked())).toBe(kept);
});

test("another day is counted anew", async () => {
	const tomorrow = { ...asked(), today: "2018-10-16" };
	expect(await findNotisFacts(scene.db, tomorrow)).not.toBe(kept);
	expect(await findNotisFacts(scene.db, tomorrow)).toEqual(await readNotisFacts(scene.db, tomorrow));
});

test("asking again reads one audit id per kommun besides whose kommuner they are", async () => {
	const statements: string[] = [];
	const db = freshDatabase({ onStatement: (statement) => statements.push(statement) });
	const { polis } = await makeScene(db);
	const moment = { personId: polis.personId, today: TODAY, now: polis.now };
	const first = await findNotiser(db, moment);
	statements.length = 0;
	expect(await findNotiser(db, moment)).toEqual(first);
	expect(statements).toHaveLength(2);
});

test("asked for by many at once, it is read once", async () => {
	const statements: string[] = [];
	const db = freshDatabase({ onStatement: (statement) => statements.push(statement) });
	const { kommun } = await makeScene(db);
	statements.length = 0;
	const many = Array.from({ length: 20 }, () => findNotisFacts(db, { kommunId: kommun.id, today: TODAY }));
	expect(new Set(await Promise.all(many)).size).toBe(1);
	expect(statements.filter((statement) => statement.includes('from "mote"'))).toHaveLength(1);
});

describe("beside another process on the same file", () => {
	const folder = mkdtempSync(join(tmpdir(), "lofteskoll-notiser-"));
	const file = join(folder, "lofteskoll.sqlite");
	const ours = openDatabase(file);
	const theirs = openDatabase(file);

	afterAll(async () => {
		await ours.destroy();
		await theirs.destroy();
		rmSync(folder, { recursive: true, force: true });
	});

	test("what that one writes shows at once", async () => {
		await migrateToLatest(ours);
		const { polis, dokument, kommun } = await makeScene(ours);
		const moment = { personId: polis.personId, today: TODAY, now: polis.now };
		const before = await findNotiser(ours, moment);
		expect(await findNotiser(theirs, moment)).toEqual(before);
		const measureId = dokument.measureIds.count;
		for (let count = 0; count < 10; count++) await makeGenomforande(theirs, polis, { measureId });
		const after = await findNotiser(ours, moment);
		expect(after).toEqual(await findNotiser(theirs, moment));
		expect(before.map(({ to }) => to)).toContain(`/intern/${kommun.slug}/logga?matt=${measureId}`);
		expect(after.map(({ to }) => to)).not.toContain(`/intern/${kommun.slug}/logga?matt=${measureId}`);
	});
});
