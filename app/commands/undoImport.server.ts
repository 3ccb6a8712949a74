import { Fault } from "#app/domain/fault.ts";
import { formatPeriod, listOf, lowerFirst } from "#app/domain/format.ts";
import { parsePeriod } from "#app/domain/periods.ts";
import { type Actor, command } from "#db/command.server.ts";
import type { Db } from "#db/connection.server.ts";
import { countUndoneByImport, findImportUndo, type ImportUndo } from "#db/import.server.ts";
import { makuleraAllOfImport, updateImportUndone } from "#db/importChange.server.ts";
import { importEvent, importInKommun, requireSeen, type SeenImport } from "./importInKommun.server.ts";
import { kommunWriter } from "./kommunWriter.server.ts";

const REASON = "Importen ångrades";

/**
 * Takes back an import as a whole: what came of it and still counts is makulerat, also what has been corrected since. The
 * rows stay in the log with the reason, and the same file can be imported again. Sent again it is answered alike.
 *
 * @returns how many registrations were makulerade
 * @throws Fault `not_found` in another kommun; `conflict` when it is not imported, when somebody changed it in between, or
 *   when a signed report counts any of them; those that came too late for it do not stand in the way
 */
export async function undoImport(db: Db, actor: Actor, { importId, version }: SeenImport): Promise<{ undone: number }> {
	const { kommunId, personId, now } = kommunWriter(actor);
	return command(db, actor, async (tx) => {
		const row = await importInKommun(tx, { kommunId, importId });
		if (row.state === "angrad" && row.undoneBy === personId && row.version === version + 1)
			return { result: { undone: await countUndoneByImport(tx, { kommunId, importId }) }, audit: [] };
		if (row.state === "angrad") throw new Fault("conflict", "Importen är redan ångrad.");
		if (row.state !== "importerad")
			throw new Fault("conflict", "Importen är inte gjord, så det finns inget att ångra.");
		requireSeen(row, version);
		const { signedIn } = await findImportUndo(tx, { kommunId, importId });
		if (signedIn.length > 0) throw countedIn(signedIn);
		const undone = await makuleraAllOfImport(tx, { kommunId, importId, reason: REASON, now, personId });
		await updateImportUndone(tx, { id: importId, version, now, personId });
		return {
			result: { undone },
			audit: [importEvent({ action: "import.undone", row, detail: { undone } })],
		};
	});
}

function countedIn(signedIn: ImportUndo["signedIn"]): Fault {
	const reports = signedIn.map(({ dokumentTitle, periodCode }) => {
		const period = parsePeriod(periodCode);
		return `${period ? lowerFirst(formatPeriod(period)) : periodCode} (${dokumentTitle})`;
	});
	return new Fault(
		"conflict",
		`Importen kan inte ångras: registreringar ur den är räknade i den signerade rapporten för ${listOf(reports)}. ` +
			"Makulera enskilda registreringar och gör en rättelse av rapporten.",
	);
}
