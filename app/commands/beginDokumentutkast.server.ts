import { acceptValue } from "#app/dokumentutkast/acceptValue.ts";
import { withCarried } from "#app/dokumentutkast/carried.ts";
import { proposeUtkast } from "#app/dokumentutkast/propose.ts";
import { dokumentFields } from "#app/domain/dokument.schema.ts";
import { Fault } from "#app/domain/fault.ts";
import { sayableText } from "#app/domain/personalData.ts";
import { type Actor, command, type Tx } from "#db/command.server.ts";
import type { Db } from "#db/connection.server.ts";
import { findDokumentutkastByUuid, insertDokumentutkast } from "#db/dokumentutkast.server.ts";
import { findKommun } from "#db/kommun.server.ts";
import { findAllPlatser } from "#db/plats.server.ts";
import { findCarriedAktiviteter } from "./carriedAktiviteter.server.ts";
import { requireReplaceable } from "./createDokument.server.ts";
import { kommunWriter } from "./kommunWriter.server.ts";
import { utkastEvent } from "./utkastInKommun.server.ts";

export interface BegunUtkast {
	/** Made where the form was opened: one UUID is one utkast, however often it is sent. */
	uuid: string;
	/** The text of the löfte, as it was pasted or read from a file. */
	text: string;
	sourceNote?: string | null;
	/** The dokument that the new one replaces. */
	replacesDokumentId?: number | null;
	/** Aktiviteter of that one that go on. */
	carriedAktivitetIds?: readonly number[];
}

/**
 * Begins a dokument with the text of a löfte, as the löftestolk reads it. The text is kept as given, but for line ends and
 * letters that are spelt as two characters, and what nobody can see.
 *
 * @throws Fault `invalid` for a text that is empty, too long or holds a personal number; `not_found` for a replaced dokument or
 *   an aktivitet that is not the kommun's; `conflict` when that dokument is replaced already, or the UUID stands for another text
 */
export async function beginDokumentutkast(db: Db, actor: Actor, input: BegunUtkast): Promise<{ utkastId: number }> {
	const writer = kommunWriter(actor);
	const { kommunId } = writer;
	const { uuid, replacesDokumentId = null, carriedAktivitetIds = [] } = input;
	// In this order: what nobody can see may stand between a letter and its mark.
	const sourceText = acceptValue(dokumentFields.sourceText, sayableText(input.text).normalize("NFC"), "text");
	const sourceNote = acceptValue(dokumentFields.sourceNote, input.sourceNote?.trim() || null, "sourceNote");
	const kommun = await findKommun(db, kommunId);
	const platser = await findAllPlatser(db, { kommunId });
	const proposed = proposeUtkast(sourceText, { kommun: kommun?.name ?? "", platser });
	return command(db, actor, async (tx) => {
		const sent = await findSent(tx, { uuid, kommunId, sourceText });
		if (sent) return { result: sent, audit: [] };
		if (replacesDokumentId !== null) await requireReplaceable(tx, { kommunId, dokumentId: replacesDokumentId });
		const carried = await findCarriedAktiviteter(tx, {
			kommunId,
			dokumentId: replacesDokumentId,
			aktivitetIds: carriedAktivitetIds,
		});
		const content = withCarried({ ...proposed, sourceNote }, carried);
		const utkastId = await insertDokumentutkast(tx, {
			uuid,
			sourceText,
			content: JSON.stringify(content),
			replacesDokumentId,
			...writer,
		});
		return {
			result: { utkastId },
			audit: [
				utkastEvent({
					action: "dokumentutkast.begun",
					utkast: { id: utkastId, content },
					detail: {
						aktiviteter: content.aktiviteter.length,
						...(replacesDokumentId !== null && { replacesDokumentId }),
					},
				}),
			],
		};
	});
}

/** A retry is answered with the utkast that is there. */
async function findSent(
	tx: Tx,
	{ uuid, kommunId, sourceText }: { uuid: string; kommunId: number; sourceText: string },
): Promise<{ utkastId: number } | undefined> {
	const existing = await findDokumentutkastByUuid(tx, uuid);
	if (!existing) return undefined;
	if (existing.kommunId === kommunId && existing.sourceText === sourceText) return { utkastId: existing.id };
	throw new Fault("conflict", "Texten är redan sparad med annat innehåll. Ladda om sidan och klistra in den igen.");
}
