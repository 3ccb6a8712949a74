import { Fault } from "#app/domain/fault.ts";
import { type Actor, type AuditEvent, command, type Tx } from "#db/command.server.ts";
import type { Db } from "#db/connection.server.ts";
import { findLetterReader } from "#db/outbox.server.ts";
import { findAllLetterChoices, isLetterOff, replaceLetterChoice } from "#db/paminnelse.server.ts";

/**
 * Turns the weekly letter of a kommun on or off for the actor. The audit stands in no kommun: it is nobody else's business.
 *
 * @throws Fault `not_found` for a kommun that the actor is not a member of
 */
export async function chooseLetters(
	db: Db,
	actor: Actor & { personId: number },
	{ kommunId, isOff }: { kommunId: number; isOff: boolean },
): Promise<void> {
	const { personId } = actor;
	await command(db, { ...actor, kommunId: null }, async (tx) => {
		const choices = await findAllLetterChoices(tx, { personId });
		if (!choices.some((choice) => choice.kommunId === kommunId))
			throw new Fault("not_found", "Du är inte med i kommunen längre.");
		return choose(tx, { personId, kommunId, isOff, by: "konto" }, actor);
	});
}

/**
 * Turns the weekly letter off for whoever it was sent to; the token in the letter is what permits it.
 *
 * @throws Fault `not_found` when no letter has that token
 */
export async function declineLetters(
	db: Db,
	{ tokenHash, now }: { tokenHash: string; now: Actor["now"] },
): Promise<void> {
	const reader = await findLetterReader(db, tokenHash);
	if (!reader) throw new Fault("not_found", UNKNOWN_LINK);
	const { personId, kommunId } = reader;
	await command(db, { personId, kommunId: null, now }, (tx) =>
		choose(tx, { personId, kommunId, isOff: true, by: "lank" }, { now }),
	);
}

export const UNKNOWN_LINK =
	"Länken känns inte igen. Kontrollera att du fick med hela adressen ur brevet. Är du inloggad kan du också stänga av " +
	"påminnelserna under Mitt konto.";

async function choose(
	tx: Tx,
	{ by, ...choice }: { personId: number; kommunId: number; isOff: boolean; by: "konto" | "lank" },
	{ now }: Pick<Actor, "now">,
): Promise<{ result: undefined; audit: AuditEvent[] }> {
	if ((await isLetterOff(tx, choice)) === choice.isOff) return { result: undefined, audit: [] };
	await replaceLetterChoice(tx, { ...choice, now });
	const { kommunId, isOff } = choice;
	return {
		result: undefined,
		audit: [{ action: "paminnelse.chosen", entity: "paminnelse", entityId: null, detail: { kommunId, isOff, by } }],
	};
}
