import { Fault } from "#app/domain/fault.ts";
import { MAX_SYNPUNKT } from "#app/domain/rapport.schema.ts";
import type { SynpunktRole } from "#app/domain/rapport.ts";
import { type Actor, command, type Tx } from "#db/command.server.ts";
import type { Db } from "#db/connection.server.ts";
import { isAktivitetOfDokument } from "#db/dokument.server.ts";
import { findAllRoles } from "#db/person.server.ts";
import { findRapport } from "#db/rapport.server.ts";
import { findSynpunktByUuid, insertSynpunkt, updateRapportSaid } from "#db/rapportChange.server.ts";
import { acceptName } from "./acceptText.server.ts";
import { kommunWriter } from "./kommunWriter.server.ts";
import { noSuchRapport, rapportEvent, requireStep } from "./rapportInKommun.server.ts";

interface NewSynpunkt {
	rapportId: number;
	/** null: about the whole. */
	aktivitetId: number | null;
	text: string;
	/** In which capacity it is given. */
	role: SynpunktRole;
	/** Made where the form was opened: one UUID is one remark, however often it is sent. */
	uuid: string;
}

/**
 * The council's remark on a report that is being reviewed. It changes neither figures nor texts, and is never changed itself.
 *
 * @throws Fault `not_found` in another kommun, or for an aktivitet that the report is not about; `conflict` before it is
 *   inlämnad, once it is signed, or when the UUID stands for another remark; `invalid` for an empty text, a personal number
 *   or a role that the person does not have
 */
export async function giveSynpunkt(db: Db, actor: Actor, input: NewSynpunkt): Promise<{ id: number }> {
	const writer = kommunWriter(actor);
	const { kommunId, personId } = writer;
	const { rapportId, aktivitetId, role, uuid } = input;
	const text = acceptName({ field: "text", label: "Synpunkt", text: input.text, maxLength: MAX_SYNPUNKT });
	return command(db, actor, async (tx) => {
		const rapport = await findRapport(tx, { kommunId, rapportId });
		if (!rapport) throw noSuchRapport();
		const isHere =
			aktivitetId === null || (await isAktivitetOfDokument(tx, { dokumentId: rapport.dokumentId, aktivitetId }));
		if (!isHere) throw new Fault("not_found", "Aktiviteten finns inte i rapporten.");
		const sent = await findSent(tx, { rapportId, aktivitetId, role, uuid, text, personId });
		if (sent) return { result: sent, audit: [] };
		if (!(await findAllRoles(tx, { personId, kommunId })).includes(role))
			throw new Fault("invalid", "I egenskap av: välj en roll som du har i kommunen.", "role");
		requireStep("giveSynpunkt", rapport, writer);
		const id = await insertSynpunkt(tx, { rapportId, uuid, aktivitetId, text, role, ...writer });
		// It becomes part of what is signed, which whoever signs has read.
		if (rapport.state === "granskad") await updateRapportSaid(tx, rapport);
		return {
			result: { id },
			audit: [rapportEvent({ action: "rapport.synpunkt_given", rapport, detail: { role, aktivitetId } })],
		};
	});
}

/** A retry is answered with the remark that is there. */
async function findSent(
	tx: Tx,
	{ uuid, ...said }: NewSynpunkt & { personId: number },
): Promise<{ id: number } | undefined> {
	const existing = await findSynpunktByUuid(tx, uuid);
	if (!existing) return undefined;
	const isSame =
		existing.createdBy === said.personId &&
		existing.rapportId === said.rapportId &&
		existing.aktivitetId === said.aktivitetId &&
		existing.role === said.role &&
		existing.text === said.text;
	if (isSame) return { id: existing.id };
	throw new Fault("conflict", "Den här synpunkten är redan sparad med annat innehåll. Ladda om sidan och skriv igen.");
}
