import { Fault } from "#app/domain/fault.ts";
import { formatDate } from "#app/domain/format.ts";
import { type AtgardRow, findAtgard } from "#db/atgard.server.ts";
import type { Tx } from "#db/command.server.ts";
import { changedMeanwhile } from "./kommunWriter.server.ts";

/**
 * The åtgärd in the version that the page showed, ready to be changed.
 *
 * @throws Fault `not_found` in another kommun; `conflict` when it is makulerad or was changed in between. It is named: a list
 *   of many no longer shows the one that somebody else has closed
 */
export async function atgardInKommun(
	tx: Tx,
	{ kommunId, atgardId, version }: { kommunId: number; atgardId: number; version: number },
): Promise<AtgardRow> {
	const atgard = await findAtgard(tx, { kommunId, atgardId });
	if (!atgard) throw new Fault("not_found", "Åtgärden finns inte i den här kommunen.");
	if (atgard.makuleradAt) throw new Fault("conflict", `Åtgärden ”${atgard.title}” är makulerad och kan inte ändras.`);
	if (atgard.version !== version && atgard.doneOn)
		throw new Fault(
			"conflict",
			`Åtgärden ”${atgard.title}” har ändrats av någon annan och är klar sedan ${formatDate(atgard.doneOn)}. Ladda om sidan om något mer ska ändras.`,
		);
	if (atgard.version !== version) throw changedMeanwhile(`Åtgärden ”${atgard.title}”`);
	return atgard;
}
