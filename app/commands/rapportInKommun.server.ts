import { stockholmDate } from "#app/domain/dates.ts";
import { Fault } from "#app/domain/fault.ts";
import { type RapportFacts, type RapportStep, whyNot } from "#app/domain/rapport.ts";
import type { AuditEvent, Tx } from "#db/command.server.ts";
import { findRapport, type RapportRow } from "#db/rapport.server.ts";
import { changedMeanwhile, type KommunWriter } from "./kommunWriter.server.ts";

export interface SeenRapport {
	rapportId: number;
	/** The one that the page showed. */
	version: number;
}

/**
 * The report, ready for a step, in the version that the page showed.
 *
 * @throws Fault `not_found` in another kommun; `conflict` when the step cannot be taken, in the words of `whyNot`, or when
 *   somebody did something else with it in between
 */
export async function rapportForStep(
	tx: Tx,
	writer: KommunWriter,
	{ rapportId, version, step }: SeenRapport & { step: RapportStep },
): Promise<RapportRow> {
	const rapport = await findRapport(tx, { kommunId: writer.kommunId, rapportId });
	if (!rapport) throw noSuchRapport();
	requireStep(step, rapport, writer);
	if (rapport.version !== version) throw changedMeanwhile("Rapporten");
	return rapport;
}

/** @throws Fault `conflict` in the words of `whyNot` */
export function requireStep(step: RapportStep, facts: RapportFacts, { personId, now }: KommunWriter): void {
	const reason = whyNot(step, facts, { personId, now, today: stockholmDate(now) });
	if (reason !== null) throw new Fault("conflict", reason);
}

export function noSuchRapport(): Fault {
	return new Fault("not_found", "Rapporten finns inte i den här kommunen.");
}

/** What the history says of a report: what was done, and with which one. */
export function rapportEvent({
	action,
	rapport: { id, dokumentTitle, periodCode, edition },
	detail = {},
}: {
	action: AuditEvent["action"];
	rapport: Pick<RapportRow, "id" | "dokumentTitle" | "periodCode" | "edition">;
	detail?: Record<string, unknown>;
}): AuditEvent {
	return { action, entity: "rapport", entityId: id, detail: { title: dokumentTitle, periodCode, edition, ...detail } };
}
