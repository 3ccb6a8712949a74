import { sql } from "kysely";
import { beforeEach, expect, test } from "vitest";
import { command } from "#db/command.server.ts";
import { insertLetter, insertUtskick, updateLetterClaimed, updateLetterEnded } from "#db/outbox.server.ts";
import { makeScene, type Scene } from "#tests/factories/scene.ts";

const now = "2018-10-15T05:00:00.000Z";
const week = "2018-W42";

let scene: Scene;

/** The week's letters of the kommun are written: one has been sent, and one waits. */
beforeEach(async () => {
	scene = await makeScene();
	const { db, polis, samordnare } = scene;
	const { kommunId } = polis;
	await command(db, { personId: null, kommunId, now }, async (tx) => {
		await insertUtskick(tx, { kommunId, week, now });
		const [sent] = [await write(polis.personId), await write(samordnare.personId)];
		await updateLetterClaimed(tx, { id: sent, attempts: 1, now });
		await updateLetterEnded(tx, { id: sent, end: "skickat", why: null, now });
		return { result: undefined, audit: [] };

		function write(personId: number): Promise<number> {
			const letter = {
				messageId: `<${personId}@kommunen.se>`,
				subject: "Löfteskoll Provkommun: 1 ny sak väntar",
				text: "Hej!",
				html: "<p>Hej!</p>",
				unsubscribeUrl: "https://lofteskoll.kommunen.se/avanmal/x",
				unsubscribeHash: `hash ${personId}`,
			};
			return insertLetter(tx, { personId, kommunId, week, letter, toldKeys: ["atgard:1:overdue"], now });
		}
	});
});

const rows = async () => {
	const tables = ["outbox", "utskick", "notis_told"].map((table) =>
		sql.raw(`SELECT * FROM ${table} ORDER BY 1, 2`).execute(scene.db),
	);
	return (await Promise.all(tables)).map((table) => table.rows);
};

const COLUMNS = "person_id, kommun_id, subject, body_text, body_html, unsubscribe_url, next_attempt_at, created_at";

/** Statements past every command. */
test.each([
	["sends a letter that has left again", "UPDATE outbox SET state = 'vantar', done_at = NULL WHERE state = 'skickat'"],
	["says of a letter that has left that it failed", "UPDATE outbox SET state = 'misslyckat' WHERE state = 'skickat'"],
	["takes a letter away", "DELETE FROM outbox WHERE state = 'vantar'"],
	["gives a letter to somebody else", "UPDATE outbox SET person_id = 1 WHERE state = 'vantar'"],
	["moves a letter to another week", "UPDATE outbox SET week = '2018-W43' WHERE state = 'vantar'"],
	["gives a letter another address out of it", "UPDATE outbox SET unsubscribe_hash = 'x' WHERE state = 'vantar'"],
	["makes a letter younger", "UPDATE outbox SET created_at = '2019' WHERE state = 'vantar'"],
	[
		"writes somebody a second letter in the week",
		`INSERT INTO outbox (message_id, week, unsubscribe_hash, ${COLUMNS}) SELECT '<ny@kommunen.se>', week, 'ny', ${COLUMNS} FROM outbox WHERE state = 'skickat'`,
	],
	["tells somebody the same twice", "INSERT INTO notis_told SELECT * FROM notis_told"],
	["writes a week's letters twice", "INSERT INTO utskick SELECT * FROM utskick"],
	["forgets that a week's letters are written", "DELETE FROM utskick"],
	["moves what was written to another week", "UPDATE utskick SET week = '2018-W43'"],
])("the database itself refuses whoever %s", async (_what, statement) => {
	const before = await rows();
	await expect(sql.raw(statement).execute(scene.db)).rejects.toMatchObject({
		code: expect.stringMatching(/^SQLITE_CONSTRAINT/),
	});
	expect(await rows()).toEqual(before);
});
