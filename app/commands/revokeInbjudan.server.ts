import { Fault } from "#app/domain/fault.ts";
import { type Actor, command } from "#db/command.server.ts";
import type { Db } from "#db/connection.server.ts";
import { findOpenInbjudanById, updateInbjudanRevoked } from "#db/inbjudan.server.ts";

/**
 * Takes an open invitation back; its link stops working.
 *
 * @throws Fault `not_found` when the kommun has no such open invitation
 */
export async function revokeInbjudan(
	db: Db,
	actor: Actor & { kommunId: number },
	{ inbjudanId }: { inbjudanId: number },
): Promise<void> {
	await command(db, actor, async (tx) => {
		const inbjudan = await findOpenInbjudanById(tx, { kommunId: actor.kommunId, id: inbjudanId });
		if (!inbjudan) throw new Fault("not_found", "Inbjudan är redan använd eller återkallad.");
		await updateInbjudanRevoked(tx, { id: inbjudanId, now: actor.now });
		return {
			result: undefined,
			audit: [
				{
					action: "inbjudan.revoked",
					entity: "inbjudan",
					entityId: inbjudanId,
					detail: { name: inbjudan.name, email: inbjudan.email },
				},
			],
		};
	});
}
