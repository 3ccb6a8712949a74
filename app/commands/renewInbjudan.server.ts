import { addHours } from "#app/domain/dates.ts";
import { Fault } from "#app/domain/fault.ts";
import { type Actor, command } from "#db/command.server.ts";
import type { Db } from "#db/connection.server.ts";
import { findOpenInbjudanById, updateInbjudanLink } from "#db/inbjudan.server.ts";
import { INBJUDAN_HOURS } from "./createInbjudan.server.ts";

/**
 * Gives an open invitation a new link and a new week; the old link stops working.
 *
 * @returns whose it is
 * @throws Fault `not_found` when the kommun has no such open invitation
 */
export async function renewInbjudan(
	db: Db,
	actor: Actor & { personId: number; kommunId: number },
	{ inbjudanId, tokenHash }: { inbjudanId: number; tokenHash: string },
): Promise<{ email: string }> {
	return command(db, actor, async (tx) => {
		const inbjudan = await findOpenInbjudanById(tx, { kommunId: actor.kommunId, id: inbjudanId });
		if (!inbjudan) throw new Fault("not_found", "Inbjudan är redan använd eller återkallad. Bjud in på nytt.");
		const expiresAt = addHours(actor.now, INBJUDAN_HOURS);
		await updateInbjudanLink(tx, { id: inbjudanId, tokenHash, createdBy: actor.personId, expiresAt });
		return {
			result: { email: inbjudan.email },
			audit: [
				{
					action: "inbjudan.renewed",
					entity: "inbjudan",
					entityId: inbjudanId,
					detail: { name: inbjudan.name, email: inbjudan.email },
				},
			],
		};
	});
}
