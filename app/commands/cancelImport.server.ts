import { type Actor, command } from "#db/command.server.ts";
import type { Db } from "#db/connection.server.ts";
import { updateImportCancelled } from "#db/importChange.server.ts";
import {
	importEvent,
	importInKommun,
	requireUnderWay,
	type SeenImport,
	withoutNames,
} from "./importInKommun.server.ts";
import { kommunWriter } from "./kommunWriter.server.ts";

/**
 * Gives up a file before anything of it is registered. Its cells and names are forgotten. Sent again it is answered alike.
 *
 * @throws Fault `not_found` in another kommun; `conflict` when it has been imported or somebody changed it in between
 */
export async function cancelImport(db: Db, actor: Actor, { importId, version }: SeenImport): Promise<void> {
	const { kommunId } = kommunWriter(actor);
	await command(db, actor, async (tx) => {
		const row = await importInKommun(tx, { kommunId, importId });
		if (row.state === "avbruten") return { result: undefined, audit: [] };
		requireUnderWay(row, version);
		const mapping = JSON.stringify(withoutNames(JSON.parse(row.mapping)));
		await updateImportCancelled(tx, { id: importId, version, mapping });
		return { result: undefined, audit: [importEvent({ action: "import.cancelled", row })] };
	});
}
