import { expect, test } from "vitest";
import { claimLetter } from "#app/commands/claimLetter.server.ts";
import { giveUpLetters, type LetterOutcome, settleLetter } from "#app/commands/settleLetter.server.ts";
import { addHours } from "#app/domain/dates.ts";
import { MONDAY, makePostScene } from "./postScene.ts";

const OUTCOMES: LetterOutcome[] = [
	{ is: "sent" },
	{ is: "later", why: "451" },
	{ is: "refused", why: "550" },
	{ is: "unknown", why: "Connection closed" },
];

test.each(OUTCOMES)("an answer that comes when the letter has been given up changes nothing: %o", async (outcome) => {
	const scene = await makePostScene();
	const { db } = scene;
	await scene.post.stop();
	await scene.worker.tick();
	const letter = await claimLetter(db, { now: MONDAY });
	if (!letter) throw new Error("no letter waits");
	const now = addHours(MONDAY, 1);
	expect(await giveUpLetters(db, { now })).toEqual({ abandoned: 1, stale: 0 });
	const stored = async () => [
		await db.selectFrom("outbox").selectAll().orderBy("id").execute(),
		await db.selectFrom("notis_told").selectAll().orderBy("key").execute(),
	];
	const before = await stored();
	await settleLetter(db, { letter, outcome, now });
	expect(await stored()).toEqual(before);
	expect(await scene.findOutbox()).toMatchObject([{ state: "osakert" }, { state: "vantar" }]);
});
