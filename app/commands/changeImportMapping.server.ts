import type { ImportMapping } from "#app/import/content.ts";
import { type Actor, command } from "#db/command.server.ts";
import type { Db } from "#db/connection.server.ts";
import { updateImportMapping } from "#db/importChange.server.ts";
import { acceptImportMapping } from "./acceptImportMapping.server.ts";
import { importEvent, importInKommun, requireUnderWay, type SeenImport } from "./importInKommun.server.ts";
import { kommunWriter } from "./kommunWriter.server.ts";

/**
 * Adjusts how a file is read: columns, what its names stand for, the answers to what was asked.
 *
 * @returns the version that now holds
 * @throws Fault `not_found` in another kommun; `conflict` when it is no longer under way or somebody changed it in between;
 *   what `acceptImportMapping` refuses
 */
export async function changeImportMapping(
	db: Db,
	actor: Actor,
	input: SeenImport & { mapping: ImportMapping },
): Promise<{ version: number }> {
	const { kommunId } = kommunWriter(actor);
	const { importId, version } = input;
	return command(db, actor, async (tx) => {
		const row = await importInKommun(tx, { kommunId, importId });
		requireUnderWay(row, version);
		const mapping = JSON.stringify(await acceptImportMapping(tx, { kommunId, mapping: input.mapping }));
		await updateImportMapping(tx, { id: importId, version, mapping });
		return {
			result: { version: version + 1 },
			audit: [importEvent({ action: "import.adjusted", row })],
		};
	});
}
