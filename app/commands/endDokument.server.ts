import { addDays, type IsoDate, type IsoInstant } from "#app/domain/dates.ts";
import { Fault } from "#app/domain/fault.ts";
import { countOf, formatDate } from "#app/domain/format.ts";
import { MAX_REASON } from "#app/domain/reason.ts";
import { type Actor, type AuditEvent, command, type Tx } from "#db/command.server.ts";
import type { Db } from "#db/connection.server.ts";
import { type DokumentFacts, findDokumentFacts, findRegistrationsAfter } from "#db/dokumentChange.server.ts";
import { acceptReason } from "./acceptText.server.ts";
import { changedMeanwhile, type KommunWriter, kommunWriter } from "./kommunWriter.server.ts";
import { moveDokumentEnd } from "./moveDokumentEnd.server.ts";

export interface EndedDokument {
	dokumentId: number;
	/** The dokument's version that the page showed. */
	version: number;
	/** The last day that it is in force. */
	lastDay: IsoDate;
	reason: string;
}

/**
 * Lets a dokument end earlier than it says, or gives one without an end its last day.
 *
 * @throws Fault `not_found` in another kommun; `invalid` for a day before the first one, no earlier than the end that it has,
 *   or without a reason; `conflict` when registrations lie after the day, or a report of days after it stands still, or
 *   somebody changed the dokument in between
 */
export async function endDokument(db: Db, actor: Actor, input: EndedDokument): Promise<{ version: number }> {
	const writer = kommunWriter(actor);
	const { dokumentId, version, lastDay } = input;
	const reason = acceptReason({ field: "reason", label: "Orsak", text: input.reason, maxLength: MAX_REASON });
	return command(db, actor, async (tx) => {
		const dokument = await dokumentForChange(tx, writer, dokumentId);
		if (dokument.version !== version) throw changedMeanwhile("Dokumentet");
		if (dokument.inForceTo !== null && lastDay >= dokument.inForceTo)
			throw new Fault(
				"invalid",
				`Sista dag: dokumentet slutar redan ${formatDate(dokument.inForceTo)}. Välj en tidigare dag, eller förläng det.`,
				"lastDay",
			);
		const audit = await endDokumentIn(tx, { ...writer, dokumentId, lastDay, reason });
		return { result: { version: version + 1 }, audit };
	});
}

/**
 * The same within another write: a new dokument takes over. One that has ended by that day stays as it is.
 *
 * @returns what the history is to say: nothing when nothing was changed
 * @throws Fault `not_found`, `invalid` for a day before the first one, or `conflict`, as `endDokument` says
 */
export async function endDokumentIn(
	tx: Tx,
	{
		kommunId,
		dokumentId,
		lastDay,
		reason,
		now,
		personId,
	}: {
		kommunId: number;
		dokumentId: number;
		lastDay: IsoDate;
		reason: string;
		now: IsoInstant;
		personId: number;
	},
): Promise<AuditEvent[]> {
	const dokument = await dokumentForChange(tx, { kommunId, now, personId }, dokumentId);
	if (lastDay < dokument.inForceFrom)
		throw new Fault(
			"invalid",
			`Sista dag: dokumentet ${dokument.title} gäller från ${formatDate(dokument.inForceFrom)}. Välj den dagen eller en senare.`,
			"lastDay",
		);
	if (dokument.inForceTo !== null && dokument.inForceTo <= lastDay) return [];
	const { count, lastDay: latest } = await findRegistrationsAfter(tx, { kommunId, dokumentId, day: lastDay });
	if (latest !== null)
		throw new Fault(
			"conflict",
			`Sista dag: dokumentet ${dokument.title} har ${countOf(count, "registrering", "registreringar")} från och med ${formatDate(addDays(lastDay, 1))}, den sista ${formatDate(latest)}. Välj den dagen eller en senare, eller makulera det som inte hör dit.`,
			"lastDay",
		);
	return moveDokumentEnd(tx, { kommunId, dokument, lastDay, reason, now });
}

/** @throws Fault `not_found` in another kommun */
export async function dokumentForChange(
	tx: Tx,
	{ kommunId }: KommunWriter,
	dokumentId: number,
): Promise<DokumentFacts> {
	const dokument = await findDokumentFacts(tx, { kommunId, dokumentId });
	if (!dokument) throw new Fault("not_found", "Dokumentet finns inte i den här kommunen.");
	return dokument;
}
