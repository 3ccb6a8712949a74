import { MAX_RAPPORT_REASON } from "#app/domain/rapport.schema.ts";
import { RAPPORT_PARTS, type RapportPart } from "#app/domain/rapport.ts";
import { NOTHING_WRITTEN, type RapportTextContent } from "#app/domain/rapportText.ts";
import { type RapportContent, readContent } from "#app/rapport/content.ts";
import { aktiviteterOf } from "#app/rapport/words.ts";
import { type Actor, command } from "#db/command.server.ts";
import type { Db } from "#db/connection.server.ts";
import { insertRapport, insertRapportText } from "#db/rapportChange.server.ts";
import { findSnapshot } from "#db/snapshot.server.ts";
import { acceptReason } from "./acceptText.server.ts";
import { kommunWriter } from "./kommunWriter.server.ts";
import { noSuchRapport, rapportEvent, rapportForStep, type SeenRapport } from "./rapportInKommun.server.ts";
import { rapportOfPeriod } from "./rapportOfPeriod.server.ts";

/**
 * Begins the next version of a signed report, to put right what is wrong in it. The texts are those that were signed; the
 * figures are counted anew from the log. What was signed stays as it is.
 *
 * @throws Fault `invalid` without a reason or with a personal number in it; or what `rapportForStep` refuses
 */
export async function beginRattelse(
	db: Db,
	actor: Actor,
	input: SeenRapport & { reason: string },
): Promise<{ rapportId: number; edition: number }> {
	const writer = kommunWriter(actor);
	const { kommunId } = writer;
	const reason = acceptReason({ field: "reason", label: "Orsak", text: input.reason, maxLength: MAX_RAPPORT_REASON });
	return command(db, actor, async (tx) => {
		const signed = await rapportForStep(tx, writer, { ...input, step: "beginRattelse" });
		const snapshot = await findSnapshot(tx, { kommunId, rapportId: signed.id });
		if (!snapshot) throw noSuchRapport();
		const { dokumentId, dokumentTitle, periodCode } = signed;
		// The dokument may have been given another end since it was signed.
		const { period } = await rapportOfPeriod(tx, writer, { dokumentId, periodCode });
		const edition = signed.edition + 1;
		const days = { periodFrom: period.clippedFrom, periodTo: period.clippedTo };
		const next = { dokumentId, periodCode, ...days, edition, rattelseReason: reason };
		const rapportId = await insertRapport(tx, { ...next, ...writer });
		for (const text of textsOf(readContent(snapshot.content)))
			await insertRapportText(tx, { ...text, rapportId, ...writer });
		const rapport = { id: rapportId, dokumentTitle, periodCode, edition };
		return {
			result: { rapportId, edition },
			audit: [rapportEvent({ action: "rapport.rattelse_begun", rapport, detail: { reason } })],
		};
	});
}

interface Text {
	part: RapportPart;
	aktivitetId: number | null;
	content: RapportTextContent;
}

/** What was written in a signed report, as the parts wrote it. */
function textsOf(content: RapportContent): Text[] {
	return RAPPORT_PARTS.flatMap((part): Text[] => {
		const whole = content.bedomningar.find((one) => one.part === part);
		const about = aktiviteterOf(content).map(({ id, texts }): Text => {
			const text = texts.find((one) => one.part === part);
			const { kommentar, orsak, nyPlan } = text ?? NOTHING_WRITTEN;
			return { part, aktivitetId: id, content: { ...NOTHING_WRITTEN, kommentar, orsak, nyPlan } };
		});
		const { bedomning, begardaBeslut } = whole ?? NOTHING_WRITTEN;
		return [{ part, aktivitetId: null, content: { ...NOTHING_WRITTEN, bedomning, begardaBeslut } }, ...about];
	}).filter(({ content }) => Object.values(content).some((text) => text !== ""));
}
