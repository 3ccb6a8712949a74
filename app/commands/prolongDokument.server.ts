import { addDays, type IsoDate } from "#app/domain/dates.ts";
import { Fault } from "#app/domain/fault.ts";
import { formatDate } from "#app/domain/format.ts";
import { MAX_REASON } from "#app/domain/reason.ts";
import { type Actor, command, type Tx } from "#db/command.server.ts";
import type { Db } from "#db/connection.server.ts";
import { findNeighbours } from "#db/dokumentChange.server.ts";
import { acceptReason } from "./acceptText.server.ts";
import { dokumentForChange } from "./endDokument.server.ts";
import { fillCalendar } from "./fillCalendar.server.ts";
import { changedMeanwhile, kommunWriter } from "./kommunWriter.server.ts";
import { moveDokumentEnd } from "./moveDokumentEnd.server.ts";

export interface ProlongedDokument {
	dokumentId: number;
	/** The dokument's version that the page showed. */
	version: number;
	/** The new last day; null: until new ones are signed. */
	lastDay: IsoDate | null;
	reason: string;
}

/**
 * Lets a dokument go on: to a later day, or until new ones are signed. What was agreed for periods that have begun stands.
 * The kommun's calendar of helgkvällar is filled for the new years.
 *
 * @throws Fault `not_found` in another kommun; `invalid` for a day that is no later than the end that it has, or without a
 *   reason; `conflict` when another dokument has taken over by then, a report that is under review would be cut otherwise, or
 *   somebody changed the dokument in between
 */
export async function prolongDokument(db: Db, actor: Actor, input: ProlongedDokument): Promise<{ version: number }> {
	const writer = kommunWriter(actor);
	const { kommunId, now } = writer;
	const { dokumentId, version, lastDay } = input;
	const reason = acceptReason({ field: "reason", label: "Orsak", text: input.reason, maxLength: MAX_REASON });
	return command(db, actor, async (tx) => {
		const dokument = await dokumentForChange(tx, writer, dokumentId);
		if (dokument.version !== version) throw changedMeanwhile("Dokumentet");
		const { inForceTo } = dokument;
		if (inForceTo === null)
			throw new Fault("conflict", "Sista dag: dokumentet gäller redan tills vidare och kan inte förlängas.", "lastDay");
		if (lastDay !== null && lastDay <= inForceTo)
			throw new Fault(
				"invalid",
				`Sista dag: dokumentet gäller redan till ${formatDate(inForceTo)}. Välj en senare dag.`,
				"lastDay",
			);
		await requireNoSuccessor(tx, { kommunId, dokumentId, lastDay });
		const audit = await moveDokumentEnd(tx, { kommunId, dokument, lastDay, reason, now });
		await fillCalendar(tx, { kommunId, inForceFrom: addDays(inForceTo, 1), inForceTo: lastDay, now });
		return { result: { version: version + 1 }, audit };
	});
}

async function requireNoSuccessor(
	tx: Tx,
	{ lastDay, ...of }: { kommunId: number; dokumentId: number; lastDay: IsoDate | null },
): Promise<void> {
	const { replacedBy } = await findNeighbours(tx, of);
	if (replacedBy && (lastDay === null || lastDay >= replacedBy.inForceFrom))
		throw new Fault(
			"conflict",
			`Sista dag: dokumentet har ersatts av ${replacedBy.title} från ${formatDate(replacedBy.inForceFrom)}. Välj en dag före den.`,
			"lastDay",
		);
}
