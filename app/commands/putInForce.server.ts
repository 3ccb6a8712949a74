import type { DokumentutkastContent, UtkastFault } from "#app/dokumentutkast/content.ts";
import { utkastFaults } from "#app/dokumentutkast/faults.ts";
import type { Dokumentutkast } from "#app/dokumentutkast/findUtkast.server.ts";
import { newDokumentOf } from "#app/dokumentutkast/newDokument.ts";
import { Fault } from "#app/domain/fault.ts";
import { shortened } from "#app/domain/format.ts";
import { type Actor, command } from "#db/command.server.ts";
import type { Db } from "#db/connection.server.ts";
import { updateDokumentutkastInForce } from "#db/dokumentutkast.server.ts";
import { findAllPlatser } from "#db/plats.server.ts";
import { acceptDokument, createDokumentIn } from "./createDokument.server.ts";
import { kommunWriter } from "./kommunWriter.server.ts";
import { type SeenUtkast, utkastForStep, utkastIn } from "./utkastInKommun.server.ts";

/** So much of a line tells which one it is. */
const LONGEST_LINE = 80;

/**
 * Makes an utkast the dokument that the parties follow, and lets the one that it replaces end the day before. All of it happens,
 * or nothing. An utkast that is in force already is answered with its dokument, so that a double tap makes one.
 *
 * @throws Fault `invalid` for the first thing that must be mended; what `utkastForStep` and `createDokumentIn` refuse
 */
export async function putInForce(db: Db, actor: Actor, seen: SeenUtkast): Promise<{ dokumentId: number }> {
	const writer = kommunWriter(actor);
	return command(db, actor, async (tx) => {
		const known = await utkastIn(tx, writer, seen.utkastId);
		if (known.dokumentId !== null) return { result: { dokumentId: known.dokumentId }, audit: [] };
		const utkast = await utkastForStep(tx, writer, seen);
		const platser = await findAllPlatser(tx, writer);
		const [fault] = utkastFaults(utkast.content, { platser });
		if (fault) throw new Fault("invalid", inWords(fault, utkast.content), fault.field ?? undefined);
		const { dokumentId, audit } = await createDokumentIn(tx, actor, acceptDokument(dokumentOf(utkast)));
		const { id, version } = utkast;
		await updateDokumentutkastInForce(tx, { id, version, dokumentId, ...writer });
		return { result: { dokumentId }, audit };
	});
}

function dokumentOf({ content, sourceText, replacesDokumentId }: Dokumentutkast) {
	return { ...newDokumentOf(content, sourceText), replacesDokumentId };
}

/** What is wrong, and with which line. */
function inWords({ message, aktivitetKey }: UtkastFault, { aktiviteter }: DokumentutkastContent): string {
	const aktivitet = aktiviteter.find(({ key }) => key === aktivitetKey);
	return aktivitet ? `${message} Det gäller ”${shortened(aktivitet.quotation, LONGEST_LINE)}”.` : message;
}
