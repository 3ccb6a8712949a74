import { expect, test } from "vitest";
import { queueLetters } from "#app/commands/queueLetters.server.ts";
import { ROLES } from "#app/domain/permissions.ts";
import { renderLetter } from "#app/outputs/mail/letter.server.ts";
import { findAllKommuner } from "#db/kommun.server.ts";
import { demoDatabase } from "#tests/factories/demo.ts";
import { processorTime } from "#tests/processorTime.ts";
import { MONDAY, ORIGIN } from "./postScene.ts";

/** So many people in every kommun of the demo get their letters. */
async function writeFor(count: number): Promise<{ letters: number; milliseconds: number }> {
	const db = await demoDatabase();
	const kommuner = await findAllKommuner(db);
	for (let index = 0; index < count; index++) {
		const { id } = await db
			.insertInto("person")
			.values({ email: `p${index}@kommunen.se`, name: `Person ${index}`, created_at: MONDAY })
			.returning("id")
			.executeTakeFirstOrThrow();
		const role = ROLES[index % ROLES.length] ?? "admin";
		const memberships = kommuner.map((kommun) => ({ person_id: id, kommun_id: kommun.id, role, created_at: MONDAY }));
		await db.insertInto("membership").values(memberships).execute();
	}
	let letters = 0;
	const write: Parameters<typeof queueLetters>[1]["write"] = (content) => {
		const id = String(letters++);
		const unsubscribeUrl = `${ORIGIN}/avanmal/${id}`;
		return {
			...renderLetter(content, { origin: ORIGIN, unsubscribeUrl }),
			unsubscribeUrl,
			messageId: id,
			unsubscribeHash: id,
		};
	};
	const milliseconds = await processorTime(async () => {
		for (const kommun of kommuner) await queueLetters(db, { kommun, week: "2018-W42", now: MONDAY, write });
	});
	return { letters, milliseconds };
}

test("ten times as many readers take no more than ten times as long", async () => {
	const few = await writeFor(20);
	const many = await writeFor(200);
	expect(many.letters).toBe(10 * few.letters);
	expect(few.letters).toBeGreaterThan(20);
	expect(many.milliseconds / few.milliseconds).toBeLessThan(10);
});
