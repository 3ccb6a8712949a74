import { sql } from "kysely";
import { describe, expect, test } from "vitest";
import { addPunkt } from "#app/commands/addPunkt.server.ts";
import { cancelMote } from "#app/commands/cancelMote.server.ts";
import { changeBeslut } from "#app/commands/changeBeslut.server.ts";
import { changeMote } from "#app/commands/changeMote.server.ts";
import { closeMote } from "#app/commands/closeMote.server.ts";
import { decideAtgard } from "#app/commands/decideAtgard.server.ts";
import { editPunkt } from "#app/commands/editPunkt.server.ts";
import { movePunkt } from "#app/commands/movePunkt.server.ts";
import { notePunkt } from "#app/commands/notePunkt.server.ts";
import { openMote } from "#app/commands/openMote.server.ts";
import { planMote } from "#app/commands/planMote.server.ts";
import { recordBeslut } from "#app/commands/recordBeslut.server.ts";
import { refreshAgenda } from "#app/commands/refreshAgenda.server.ts";
import { removePunkt } from "#app/commands/removePunkt.server.ts";
import { restorePunkt } from "#app/commands/restorePunkt.server.ts";
import { withdrawBeslut } from "#app/commands/withdrawBeslut.server.ts";
import { MOTE_STATES, type MoteState } from "#app/domain/mote.ts";
import { findAllAuditEvents } from "#db/audit.server.ts";
import type { Actor } from "#db/command.server.ts";
import type { MoteRow } from "#db/mote.server.ts";
import { makePerson } from "#tests/factories/kommun.ts";
import { makeMote, moteRow, newMote, storedMoteRows } from "#tests/factories/mote.ts";
import { makeRapport } from "#tests/factories/rapport.ts";
import { makeScene, type Scene } from "#tests/factories/scene.ts";

interface Staged {
	scene: Scene;
	mote: MoteRow;
	/** The item of the report that waits for review. */
	key: string;
	beslutId: number;
}

interface Write {
	/** Where it may be done. */
	in: MoteState[];
	run(staged: Staged, actor: Actor): Promise<unknown>;
	/** Free text that it takes. */
	withText?(staged: Staged, text: string): Promise<unknown>;
}

const PERSONNUMMER = "19640823-3234";
const uuid = "6f1c0a52-2f0e-4a51-9d5a-0a1b2c3d4e5f";
const seen = ({ mote }: Staged) => ({ moteId: mote.id, version: mote.version });
const editable: MoteState[] = ["planerat", "oppet"];

const WRITES: Record<string, Write> = {
	changeMote: {
		in: editable,
		run: (staged, actor) => changeMote(staged.scene.db, actor, { ...seen(staged), ...newMote(), place: "Biblioteket" }),
		withText: (staged, place) =>
			changeMote(staged.scene.db, staged.scene.polis, { ...seen(staged), ...newMote(), place }),
	},
	cancelMote: {
		in: ["planerat"],
		run: (staged, actor) => cancelMote(staged.scene.db, actor, { ...seen(staged), reason: "För få kan komma." }),
		withText: (staged, reason) => cancelMote(staged.scene.db, staged.scene.polis, { ...seen(staged), reason }),
	},
	openMote: { in: ["planerat"], run: (staged, actor) => openMote(staged.scene.db, actor, seen(staged)) },
	closeMote: { in: ["oppet"], run: (staged, actor) => closeMote(staged.scene.db, actor, seen(staged)) },
	editPunkt: {
		in: editable,
		run: ({ scene, mote, key }, actor) =>
			editPunkt(scene.db, actor, { moteId: mote.id, key, version: 1, title: "Rapporten", lines: "En rad" }),
		withText: ({ scene, mote, key }, lines) =>
			editPunkt(scene.db, scene.polis, { moteId: mote.id, key, version: 1, title: "Rapporten", lines }),
	},
	addPunkt: {
		in: editable,
		run: ({ scene, mote }, actor) => addPunkt(scene.db, actor, { moteId: mote.id, uuid, title: "Övrigt", lines: "" }),
		withText: ({ scene, mote }, title) => addPunkt(scene.db, scene.polis, { moteId: mote.id, uuid, title, lines: "" }),
	},
	movePunkt: {
		in: editable,
		run: ({ scene, mote, key }, actor) => movePunkt(scene.db, actor, { moteId: mote.id, key, direction: "down" }),
	},
	removePunkt: {
		in: editable,
		run: ({ scene, mote }, actor) =>
			removePunkt(scene.db, actor, { moteId: mote.id, key: `avvikelse:${scene.dokument.aktivitetIds.count}` }),
	},
	restorePunkt: {
		in: editable,
		run: ({ scene, mote }, actor) => restorePunkt(scene.db, actor, { moteId: mote.id, key: "kommande" }),
	},
	refreshAgenda: {
		in: ["oppet"],
		run: async ({ scene, mote }, actor) => {
			const title = "Röj sly";
			const aktivitetId = scene.dokument.aktivitetIds.actions;
			await decideAtgard(scene.db, scene.polis, {
				...{ aktivitetId, title, owner: "kommun", decidedOn: "2018-10-14", dueOn: null },
			});
			return refreshAgenda(scene.db, actor, { moteId: mote.id });
		},
	},
	notePunkt: {
		in: ["oppet"],
		run: ({ scene, mote, key }, actor) =>
			notePunkt(scene.db, actor, { moteId: mote.id, key, version: 1, anteckning: "Rådet läste.", outcome: "granskad" }),
		withText: ({ scene, mote, key }, anteckning) =>
			notePunkt(scene.db, scene.polis, { moteId: mote.id, key, version: 1, anteckning, outcome: null }),
	},
	recordBeslut: {
		in: ["oppet"],
		run: ({ scene, mote, key }, actor) =>
			recordBeslut(scene.db, actor, { uuid, moteId: mote.id, key, text: "Fler fotpatruller." }),
		withText: ({ scene, mote, key }, text) => recordBeslut(scene.db, scene.polis, { uuid, moteId: mote.id, key, text }),
	},
	changeBeslut: {
		in: ["oppet"],
		run: ({ scene, beslutId }, actor) => changeBeslut(scene.db, actor, { beslutId, version: 1, text: "Annat." }),
		withText: ({ scene, beslutId }, text) => changeBeslut(scene.db, scene.polis, { beslutId, version: 1, text }),
	},
	withdrawBeslut: {
		in: ["oppet"],
		run: ({ scene, beslutId }, actor) => withdrawBeslut(scene.db, actor, { beslutId, version: 1 }),
	},
	decideAtgard: {
		in: ["oppet"],
		run: ({ scene, mote, key }, actor) =>
			decideAtgard(scene.db, actor, {
				aktivitetId: scene.dokument.aktivitetIds.actions,
				title: "Ny belysning",
				owner: "kommun",
				decidedOn: mote.heldOn,
				dueOn: "2018-12-01",
				punkt: { moteId: mote.id, key },
			}),
		withText: ({ scene, mote, key }, title) =>
			decideAtgard(scene.db, scene.polis, {
				aktivitetId: scene.dokument.aktivitetIds.actions,
				title,
				owner: "kommun",
				decidedOn: mote.heldOn,
				dueOn: null,
				punkt: { moteId: mote.id, key },
			}),
	},
};
const NAMES = Object.keys(WRITES);

/**
 * A meeting in the state with a report to review and, where it has been open, a beslut; of a planned or open one an item has
 * been taken off.
 */
async function stage(state: MoteState): Promise<Staged> {
	const scene = await makeScene();
	const rapport = await makeRapport(scene, { state: "inlamnad" });
	const key = `rapport:${rapport.id}`;
	const planned = await makeMote(scene);
	const { db, samordnare } = scene;
	const moteId = planned.id;
	const now = async () => moteRow({ db, actor: samordnare }, moteId);
	await removePunkt(db, samordnare, { moteId, key: "kommande" });
	let beslutId = 0;
	if (state === "installt") await cancelMote(db, samordnare, { moteId, version: 1, reason: "För få kan komma." });
	if (state === "oppet" || state === "avslutat") {
		await openMote(db, samordnare, { moteId, version: 1 });
		const beslut = { uuid: crypto.randomUUID(), moteId, key, text: "Mer belysning." };
		beslutId = (await recordBeslut(db, samordnare, beslut)).id;
	}
	if (state === "avslutat") await closeMote(db, samordnare, { moteId, version: 2 });
	return { scene, mote: await now(), key, beslutId };
}

async function stageFor(name: string): Promise<Staged & { write: Write }> {
	const write = WRITES[name];
	const state = write?.in[0];
	if (!write || !state) throw new Error(`there is no write ${name}`);
	return { ...(await stage(state)), write };
}

describe.each(NAMES)("%s", (name) => {
	test.each(MOTE_STATES)("is done in the states of the table, else refused and nothing written: %s", async (state) => {
		const staged = await stage(state);
		const { scene, beslutId } = staged;
		const write = WRITES[name];
		const isBeslut = name === "changeBeslut" || name === "withdrawBeslut";
		// There is none to name where nothing has been decided.
		if (!write || (isBeslut && beslutId === 0)) return;
		if (write.in.includes(state)) {
			const before = await storedMoteRows(scene.db);
			await write.run(staged, scene.samordnare);
			expect(await storedMoteRows(scene.db)).not.toEqual(before);
			return;
		}
		// What refreshAgenda needs is written by its own run, before the refusal.
		const before = (await storedMoteRows(scene.db)).slice(0, 4);
		await expect(write.run(staged, scene.samordnare)).rejects.toMatchObject({ code: "conflict" });
		expect((await storedMoteRows(scene.db)).slice(0, 4)).toEqual(before);
	});

	test("is not found from another kommun, and nothing is written", async () => {
		const staged = await stageFor(name);
		const { scene, write } = staged;
		const stranger = await makePerson(scene.db, { kommunId: scene.stranger.kommunId, role: "samordnare" });
		const before = (await storedMoteRows(scene.db)).slice(0, 4);
		await expect(write.run(staged, stranger)).rejects.toMatchObject({ code: "not_found" });
		expect((await storedMoteRows(scene.db)).slice(0, 4)).toEqual(before);
	});

	test("is for somebody, in a kommun", async () => {
		const staged = await stageFor(name);
		const { polis } = staged.scene;
		await expect(staged.write.run(staged, { ...polis, personId: null })).rejects.toMatchObject({ code: "forbidden" });
		await expect(staged.write.run(staged, { ...polis, kommunId: null })).rejects.toMatchObject({ code: "forbidden" });
	});

	test("leaves nothing half written when it is cut off", async () => {
		const staged = await stageFor(name);
		const { db, samordnare } = staged.scene;
		await sql`CREATE TEMP TRIGGER power_cut BEFORE INSERT ON audit_event WHEN NEW.action NOT LIKE 'atgard.%'
			OR NEW.detail LIKE '%moteId%' BEGIN SELECT RAISE(ABORT, 'power cut'); END`.execute(db);
		const before = (await storedMoteRows(db)).slice(0, 4);
		await expect(staged.write.run(staged, samordnare)).rejects.toThrow("power cut");
		expect((await storedMoteRows(db)).slice(0, 4)).toEqual(before);
		await sql`DROP TRIGGER power_cut`.execute(db);
		await staged.write.run(staged, samordnare);
	});

	test("is told in the history with the meeting", async () => {
		const staged = await stageFor(name);
		const { db, kommun, samordnare } = staged.scene;
		await staged.write.run(staged, samordnare);
		const { rows } = await findAllAuditEvents(db, { kommunId: kommun.id, page: 1, pageSize: 1 });
		expect(JSON.stringify(rows[0]?.detail)).toContain("BRÅ");
	});
});

test.each(NAMES.filter((name) => WRITES[name]?.withText))(
	"%s refuses a personnummer, which is stored nowhere and never repeated",
	async (name) => {
		const staged = await stageFor(name);
		const before = await storedMoteRows(staged.scene.db);
		const refused = staged.write.withText?.(staged, `Ring ${PERSONNUMMER} om det`);
		await expect(refused).rejects.toMatchObject({
			code: "invalid",
			message: expect.not.stringContaining(PERSONNUMMER),
		});
		expect(await storedMoteRows(staged.scene.db)).toEqual(before);
	},
);

test.each([
	{ title: PERSONNUMMER },
	{ place: PERSONNUMMER },
	{ deltagare: [{ role: "annan", label: PERSONNUMMER, count: 1 }] },
	{ title: " " },
	{ place: "" },
	{ endsAt: "13:00" },
	{ heldOn: "2108-10-15" },
	{ deltagare: [{ role: "ledamot", label: "", count: 0 }] },
	{ deltagare: [{ role: "annan", label: " ", count: 1 }] },
] satisfies Partial<Parameters<typeof planMote>[2]>[])("no meeting is planned with %o", async (wrong) => {
	const { db, samordnare } = await makeScene();
	const before = await storedMoteRows(db);
	await expect(planMote(db, samordnare, { uuid, ...newMote(), ...wrong })).rejects.toMatchObject({ code: "invalid" });
	expect(await storedMoteRows(db)).toEqual(before);
});

test("planned twice with one UUID it is one meeting; with other words it is refused, also from another kommun", async () => {
	const { db, samordnare, polis, stranger } = await makeScene();
	const first = await planMote(db, samordnare, { uuid, ...newMote() });
	expect(await planMote(db, polis, { uuid, ...newMote() })).toEqual(first);
	for (const other of [{ place: "Bion" }, { deltagare: [] }, { deltagare: newMote().deltagare.reverse() }])
		await expect(planMote(db, polis, { uuid, ...newMote(), ...other })).rejects.toMatchObject({ code: "conflict" });
	await expect(planMote(db, stranger, { uuid, ...newMote() })).rejects.toMatchObject({ code: "conflict" });
});

test.each(["changeMote", "cancelMote", "openMote", "closeMote", "changeBeslut", "withdrawBeslut"])(
	"%s is refused when somebody changed it in between",
	async (name) => {
		const staged = await stageFor(name);
		const { db, polis, samordnare } = staged.scene;
		if (name.endsWith("Beslut"))
			await changeBeslut(db, polis, { beslutId: staged.beslutId, version: 1, text: "Annat än så." });
		else await changeMote(db, polis, { ...seen(staged), ...newMote(), place: "Bion" });
		const before = await storedMoteRows(db);
		await expect(staged.write.run(staged, samordnare)).rejects.toMatchObject({
			code: "conflict",
			message: expect.stringContaining("ändrats av någon annan"),
		});
		expect(await storedMoteRows(db)).toEqual(before);
	},
);
