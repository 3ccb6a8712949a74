import { beforeEach, expect, test } from "vitest";
import { completeAtgard } from "#app/commands/completeAtgard.server.ts";
import { decideAtgard } from "#app/commands/decideAtgard.server.ts";
import { makuleraAtgard } from "#app/commands/makuleraAtgard.server.ts";
import { parsePeriod } from "#app/domain/periods.ts";
import { evaluateDokument } from "#app/measures/evaluate.ts";
import { findAllAtgarder } from "#db/atgard.server.ts";
import { findAllCarriedAtgarder } from "#db/carriedAtgard.server.ts";
import { findFollowUp } from "#db/followUp.server.ts";
import { findAllRapportAtgarder, hasExampleData } from "#db/rapportSource.server.ts";
import { type MadeDokument, makeDokument } from "#tests/factories/dokument.ts";
import type { KommunActor } from "#tests/factories/kommun.ts";
import { makeScene, type Scene } from "#tests/factories/scene.ts";

const NOW_2020 = "2020-06-15T10:00:00.000Z";

let scene: Scene;
let second: MadeDokument;
let third: MadeDokument;

/** The scene's dokument ends with September 2018; its åtgärder go on in a second, and that one's in a third. */
beforeEach(async () => {
	scene = await makeScene();
	const { samordnare, dokument } = scene;
	second = await following(dokument, samordnare, {
		title: "Löfte två",
		inForceFrom: "2018-10-01",
		inForceTo: "2019-12-31",
	});
	third = await following(second, samordnare, { title: "Löfte tre", inForceFrom: "2020-01-01", inForceTo: null });
});

async function following(
	before: MadeDokument,
	actor: KommunActor,
	facts: { title: string; inForceFrom: string; inForceTo: string | null },
): Promise<MadeDokument> {
	const { db } = scene;
	const made = await makeDokument(db, actor, { ...facts, replacesDokumentId: before.id });
	await db
		.updateTable("aktivitet")
		.set({ carried_from_id: before.aktivitetIds.actions })
		.where("id", "=", made.aktivitetIds.actions)
		.execute();
	return made;
}

async function decide(
	title: string,
	{
		doneOn,
		decidedOn = "2018-05-01",
		of = scene.dokument,
		...rest
	}: { doneOn?: string; decidedOn?: string; of?: MadeDokument; isExample?: boolean } = {},
): Promise<number> {
	const { db, samordnare } = scene;
	const actor = { ...samordnare, now: NOW_2020 };
	const { id } = await decideAtgard(db, actor, {
		aktivitetId: of.aktivitetIds.actions,
		title,
		owner: "kommun",
		decidedOn,
		dueOn: null,
		...rest,
	});
	if (doneOn) await completeAtgard(db, actor, { atgardId: id, version: 1, doneOn, doneNote: null });
	return id;
}

async function actionsOf(
	{ id, aktivitetIds }: MadeDokument,
	{ periodCode, today }: { periodCode: string; today: string },
) {
	const followUp = await findFollowUp(scene.db, { kommunId: scene.kommun.id, dokumentIds: [id] });
	const [dokument] = followUp.dokument;
	const period = parsePeriod(periodCode);
	const evaluated = dokument && period && evaluateDokument(followUp, dokument, { period, today });
	const found = evaluated?.aktiviteter.find((one) => one.id === aktivitetIds.actions);
	return found?.measures[0]?.calculation.figure;
}

test("an åtgärd that was open on the new dokument's first day counts there too, and where it was decided as before", async () => {
	await decide("Klar före", { doneOn: "2018-09-30" });
	await decide("Klar första dagen", { doneOn: "2018-10-01" });
	await decide("Klar senare", { doneOn: "2019-03-01" });
	await decide("Öppen");
	await decide("Beslutad under den nya", { of: second, decidedOn: "2018-10-10" });

	const old = { periodCode: "2018-T3", today: "2018-12-01" };
	expect(await actionsOf(scene.dokument, old)).toBe("1 av 4 utförda");
	expect(await actionsOf(second, old)).toBe("1 av 4 utförda");
	expect(await actionsOf(second, { periodCode: "2019-T1", today: "2019-04-30" })).toBe("2 av 4 utförda");
	expect(await actionsOf(third, { periodCode: "2020-T1", today: "2020-04-30" })).toBe("0 av 2 utförda");
});

test("the predecessor's own figures are the same as without a successor", async () => {
	await decide("Klar före", { doneOn: "2018-09-30" });
	await decide("Öppen");
	const asked = { periodCode: "2018-T3", today: "2018-12-01" };
	const before = await actionsOf(scene.dokument, asked);
	await scene.db.updateTable("aktivitet").set({ carried_from_id: null }).execute();
	expect(await actionsOf(scene.dokument, asked)).toBe(before);
});

test("the report of the new dokument lists it, under the aktivitet that carries it on", async () => {
	await decide("Klar före", { doneOn: "2018-09-30" });
	await decide("Öppen");
	const { kommun, db } = scene;
	expect(await findAllRapportAtgarder(db, { kommunId: kommun.id, dokumentId: second.id })).toMatchObject([
		{ title: "Öppen", aktivitetId: second.aktivitetIds.actions, doneOn: null },
	]);
	expect(await findAllRapportAtgarder(db, { kommunId: kommun.id, dokumentId: scene.dokument.id })).toHaveLength(2);
});

test("an example that is carried makes an example of the report", async () => {
	const { kommun, db } = scene;
	const window = { kommunId: kommun.id, dokumentId: second.id, from: "2018-10-01", to: "2018-12-31" };
	await decide("Klar före", { doneOn: "2018-09-30", isExample: true });
	expect(await hasExampleData(db, window)).toBe(false);
	await decide("Öppen", { isExample: true });
	expect(await hasExampleData(db, window)).toBe(true);
});

test("a list knows where it was decided and where it goes on; nothing that is makulerat, nothing twice in one place", async () => {
	const { kommun, db, samordnare } = scene;
	const open = await decide("Öppen");
	const gone = await decide("Fel");
	await makuleraAtgard(db, samordnare, { atgardId: gone, version: 1, reason: "Dubblett" });
	expect(await findAllCarriedAtgarder(db, { kommunId: kommun.id })).toMatchObject([
		{ id: open, dokumentTitle: "Löfte två", originTitle: "Medborgarlöfte 2018" },
		{ id: open, dokumentTitle: "Löfte tre", originTitle: "Medborgarlöfte 2018" },
	]);
	const inThird = await findAllCarriedAtgarder(db, { kommunId: kommun.id, aktivitetId: third.aktivitetIds.actions });
	expect(inThird.map(({ id }) => id)).toEqual([open]);
	expect(await findAllAtgarder(db, { kommunId: kommun.id })).toHaveLength(1);
});

test("an aktivitet never takes on another kommun's åtgärder, whatever the row says", async () => {
	const { db, stranger, elsewhere, kommun } = scene;
	await decideAtgard(db, stranger, {
		aktivitetId: elsewhere.aktivitetIds.actions,
		title: "Grannens",
		owner: "kommun",
		decidedOn: "2018-05-01",
		dueOn: null,
	});
	await db
		.updateTable("aktivitet")
		.set({ carried_from_id: elsewhere.aktivitetIds.actions })
		.where("id", "=", second.aktivitetIds.actions)
		.execute();
	expect(await actionsOf(second, { periodCode: "2018-T3", today: "2018-12-01" })).toBe("inga beslutade ännu");
	expect(await findAllCarriedAtgarder(db, { kommunId: kommun.id })).toEqual([]);
	expect(await findAllCarriedAtgarder(db, { kommunId: stranger.kommunId })).toEqual([]);
});

test("an aktivitet that is carried from itself, which no write makes, is read to its end", async () => {
	const { db, kommun } = scene;
	const own = scene.dokument.aktivitetIds.actions;
	await db.updateTable("aktivitet").set({ carried_from_id: own }).where("id", "=", own).execute();
	await decide("Öppen");
	expect(
		(await findFollowUp(db, { kommunId: kommun.id, aktivitetId: own })).dokument[0]?.aktiviteter[0]?.atgarder,
	).toHaveLength(1);
});
