import { expect, test } from "vitest";
import { chooseLetters } from "#app/commands/chooseLetters.server.ts";
import { Fault } from "#app/domain/fault.ts";
import { findAllLetterChoices, findAllLetterReaders } from "#db/paminnelse.server.ts";
import { freshDatabase } from "#tests/factories/database.ts";
import { makeScene, type Scene } from "#tests/factories/scene.ts";

/** The scene's officer, as somebody who is in both kommuner, with two roles in one of them. */
async function inTwoKommuner(): Promise<Scene> {
	const scene = await makeScene(freshDatabase());
	const { db, polis, stranger } = scene;
	const created_at = polis.now;
	for (const [kommun_id, role] of [
		[stranger.kommunId, "kommunpolis"],
		[polis.kommunId, "ledamot"],
	] as const)
		await db.insertInto("membership").values({ person_id: polis.personId, kommun_id, role, created_at }).execute();
	await db.updateTable("person").set({ is_demo: 0 }).execute();
	return scene;
}

test("everybody gets the letter of each of their kommuner until they choose otherwise", async () => {
	const { db, polis, stranger } = await inTwoKommuner();
	const both = [
		{ kommunId: polis.kommunId, isOff: false },
		{ kommunId: stranger.kommunId, isOff: false },
	];
	expect(await findAllLetterChoices(db, polis)).toEqual(both);
	await chooseLetters(db, { ...polis, kommunId: null }, { kommunId: polis.kommunId, isOff: true });
	expect(await findAllLetterChoices(db, polis)).toEqual([{ kommunId: polis.kommunId, isOff: true }, both[1]]);
	expect((await findAllLetterReaders(db, polis)).map(({ personId }) => personId)).not.toContain(polis.personId);
	expect((await findAllLetterReaders(db, stranger)).map(({ personId }) => personId)).toContain(polis.personId);
	await chooseLetters(db, polis, { kommunId: polis.kommunId, isOff: false });
	expect(await findAllLetterChoices(db, polis)).toEqual(both);
});

test("a reader is found once, with all of their roles in the kommun", async () => {
	const { db, polis } = await inTwoKommuner();
	const readers = await findAllLetterReaders(db, polis);
	expect(readers.find(({ personId }) => personId === polis.personId)?.roles.sort()).toEqual(["kommunpolis", "ledamot"]);
	await db.updateTable("person").set({ is_demo: 1 }).execute();
	expect(await findAllLetterReaders(db, polis)).toEqual([]);
});

test("the choice leaves its trace in no kommun, and choosing the same again none", async () => {
	const { db, polis } = await inTwoKommuner();
	for (let times = 0; times < 2; times++) await chooseLetters(db, polis, { kommunId: polis.kommunId, isOff: true });
	const events = await db.selectFrom("audit_event").selectAll().where("entity", "=", "paminnelse").execute();
	expect(events).toMatchObject([{ kommun_id: null, person_id: polis.personId, action: "paminnelse.chosen" }]);
});

test("nobody chooses for a kommun where they are not a member", async () => {
	const { db, samordnare, stranger } = await inTwoKommuner();
	const choosing = chooseLetters(db, samordnare, { kommunId: stranger.kommunId, isOff: true });
	await expect(choosing).rejects.toThrow(Fault);
	expect(await db.selectFrom("paminnelse").selectAll().execute()).toEqual([]);
});
