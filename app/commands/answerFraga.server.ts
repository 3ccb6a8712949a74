import { Fault } from "#app/domain/fault.ts";
import { MAX_ANSWER } from "#app/domain/fraga.schema.ts";
import { type Actor, command } from "#db/command.server.ts";
import type { Db } from "#db/connection.server.ts";
import { findFraga, updateAnswer } from "#db/fraga.server.ts";
import { acceptOptionalText } from "./acceptText.server.ts";
import { changedMeanwhile, kommunWriter } from "./kommunWriter.server.ts";

/**
 * Keeps the parties' answer to what the signed text leaves unsaid; null opens the question again. An earlier answer stays
 * in the history.
 *
 * @throws Fault `not_found` in another kommun; `invalid` for no answer to a question that is open; `conflict` when somebody answered in between
 */
export async function answerFraga(
	db: Db,
	actor: Actor,
	input: { fragaId: number; version: number; answer: string | null },
): Promise<void> {
	const { kommunId, personId } = kommunWriter(actor);
	const { fragaId, version } = input;
	const answer = acceptOptionalText({ field: "answer", label: "Svar", text: input.answer, maxLength: MAX_ANSWER });
	await command(db, actor, async (tx) => {
		const fraga = await findFraga(tx, { kommunId, fragaId });
		if (!fraga) throw new Fault("not_found", "Frågan finns inte i den här kommunen.");
		if (fraga.version !== version) throw changedMeanwhile("Svaret");
		if (answer === null && fraga.answer === null)
			throw new Fault("invalid", "Svar: skriv vad parterna har kommit överens om.", "answer");
		await updateAnswer(tx, { fragaId, version, answer, now: actor.now, personId });
		return {
			result: undefined,
			audit: [
				{
					action: answer === null ? "fraga.reopened" : "fraga.answered",
					entity: "fraga",
					entityId: fragaId,
					detail: { question: fraga.question, answer, before: fraga.answer },
				},
			],
		};
	});
}
