import { Fault } from "#app/domain/fault.ts";
import type { Tx } from "#db/command.server.ts";
import type { MoteRow } from "#db/mote.server.ts";
import { type BeslutRow, findBeslut } from "#db/moteBeslut.server.ts";
import { changedMeanwhile, type KommunWriter } from "./kommunWriter.server.ts";
import { moteForStep } from "./moteInKommun.server.ts";

/**
 * The beslut in the version that the page showed, ready to be changed while its meeting is open.
 *
 * @throws Fault `not_found` in another kommun; `conflict` when it has been withdrawn or changed in between; what `moteForStep`
 *   refuses
 */
export async function beslutInMote(
	tx: Tx,
	writer: KommunWriter,
	{ beslutId, version }: { beslutId: number; version: number },
): Promise<{ beslut: BeslutRow; mote: MoteRow }> {
	const beslut = await findBeslut(tx, { kommunId: writer.kommunId, beslutId });
	if (!beslut) throw new Fault("not_found", "Beslutet finns inte i den här kommunen.");
	const mote = await moteForStep(tx, writer, { moteId: beslut.moteId, step: "decide" });
	if (beslut.makuleradAt !== null)
		throw new Fault("conflict", "Beslutet är borttaget ur protokollet. Skriv det på nytt om det gäller.");
	if (beslut.version !== version) throw changedMeanwhile("Beslutet");
	return { beslut, mote };
}
