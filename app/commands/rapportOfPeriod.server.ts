import { stockholmDate } from "#app/domain/dates.ts";
import { type ClippedPeriod, parsePeriod } from "#app/domain/periods.ts";
import type { RapportFacts } from "#app/domain/rapport.ts";
import { factsOf } from "#app/rapport/findRapport.server.ts";
import { rapportPeriod } from "#app/rapport/rapportPeriod.ts";
import type { Tx } from "#db/command.server.ts";
import { findRapport, type RapportRow } from "#db/rapport.server.ts";
import { insertRapport } from "#db/rapportChange.server.ts";
import { findRapportDokument, type RapportDokument } from "#db/rapportSource.server.ts";
import type { KommunWriter } from "./kommunWriter.server.ts";
import { noSuchRapport } from "./rapportInKommun.server.ts";

export interface RapportOfPeriod {
	dokument: RapportDokument;
	period: ClippedPeriod;
	/** The latest edition; null while nobody has written anything. */
	rapport: RapportRow | null;
	facts: RapportFacts;
}

/**
 * The report of a dokument and period in its latest edition, which may not have a row yet.
 *
 * @throws Fault `not_found` when the kommun has no such dokument, or the dokument no such report
 */
export async function rapportOfPeriod(
	tx: Tx,
	{ kommunId, now }: KommunWriter,
	{ dokumentId, periodCode }: { dokumentId: number; periodCode: string },
): Promise<RapportOfPeriod> {
	const dokument = await findRapportDokument(tx, { kommunId, dokumentId });
	const whole = parsePeriod(periodCode);
	const period =
		dokument &&
		whole &&
		rapportPeriod({ ...dokument.dokument, ...dokument }, { period: whole, today: stockholmDate(now) });
	if (!period) throw noSuchRapport();
	const rapport = (await findRapport(tx, { kommunId, dokumentId, periodCode })) ?? null;
	return { dokument, period, rapport, facts: factsOf(rapport, period) };
}

/** Its row, made now when it has none. */
export async function begunRapport(
	tx: Tx,
	{ kommunId, personId, now }: KommunWriter,
	{ dokument: { dokument }, period, rapport }: RapportOfPeriod,
): Promise<Pick<RapportRow, "id" | "version" | "dokumentTitle" | "periodCode" | "edition">> {
	if (rapport) return rapport;
	const id = await insertRapport(tx, {
		kommunId,
		dokumentId: dokument.id,
		periodCode: period.code,
		periodFrom: period.clippedFrom,
		periodTo: period.clippedTo,
		edition: 1,
		rattelseReason: null,
		now,
		personId,
	});
	return { id, version: 1, dokumentTitle: dokument.title, periodCode: period.code, edition: 1 };
}
