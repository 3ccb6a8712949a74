import { Fault } from "#app/domain/fault.ts";
import { MAX_PUNKT_TEXT, MOTE_LABEL } from "#app/domain/mote.schema.ts";
import type { PunktOutcome } from "#app/domain/mote.ts";
import { type Actor, command, type Tx } from "#db/command.server.ts";
import type { Db } from "#db/connection.server.ts";
import { type PunktRow, updatePunktNoted } from "#db/motePunkt.server.ts";
import { findRapport } from "#db/rapport.server.ts";
import { acceptText } from "./acceptText.server.ts";
import { changedMeanwhile, kommunWriter } from "./kommunWriter.server.ts";
import { moteEvent, moteForStep, punktNamed, punktOnAgenda } from "./moteInKommun.server.ts";

/**
 * Notes what was said about an item and, of a report, whether the council has reviewed it. The same, sent again, is no change.
 *
 * @throws Fault `conflict` when somebody has changed the item in between, or what is said to be reviewed is an utkast; `invalid`
 *   for a personal number, or an outcome of what is no report; what `moteForStep` and `punktOnAgenda` refuse
 */
export async function notePunkt(
	db: Db,
	actor: Actor,
	input: { moteId: number; key: string; version: number; anteckning: string; outcome: PunktOutcome | null },
): Promise<void> {
	const writer = kommunWriter(actor);
	const { moteId, key, version, outcome } = input;
	const text = { field: "anteckning", label: MOTE_LABEL.anteckning, text: input.anteckning, maxLength: MAX_PUNKT_TEXT };
	const anteckning = acceptText(text);
	await command(db, actor, async (tx) => {
		const mote = await moteForStep(tx, writer, { moteId, step: "decide" });
		const punkt = await punktOnAgenda(tx, { moteId, key });
		if (punkt.anteckning === anteckning && punkt.outcome === outcome) return { result: undefined, audit: [] };
		if (punkt.version !== version) throw changedMeanwhile(punktNamed(punkt.title));
		if (punkt.outcome !== outcome) await requireOutcome(tx, { kommunId: writer.kommunId, punkt, outcome });
		await updatePunktNoted(tx, { id: punkt.id, version, anteckning, outcome });
		const detail = { punkt: punkt.title, key, ...(punkt.outcome === outcome ? {} : { outcome }) };
		return { result: undefined, audit: [moteEvent({ action: "mote.noted", mote, detail })] };
	});
}

/** Only of a report something is said, and only what has been handed in can have been reviewed. */
async function requireOutcome(
	tx: Tx,
	{ kommunId, punkt, outcome }: { kommunId: number; punkt: PunktRow; outcome: PunktOutcome | null },
): Promise<void> {
	const { rapportId } = punkt;
	if (outcome !== null && rapportId === null)
		throw new Fault("invalid", `${MOTE_LABEL.outcome}: välj det bara för en rapport.`, "outcome");
	if (outcome !== "granskad" || rapportId === null) return;
	const rapport = await findRapport(tx, { kommunId, rapportId });
	if (rapport?.state === "utkast")
		throw new Fault(
			"conflict",
			`${MOTE_LABEL.outcome}: rapporten är ett utkast och kan inte bli granskad. Välj bordlagd, eller vänta tills den är inlämnad.`,
			"outcome",
		);
}
