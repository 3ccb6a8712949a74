import { latest } from "#app/domain/dates.ts";
import { Fault } from "#app/domain/fault.ts";
import { choosePeriod } from "#app/domain/periodChoice.ts";
import { clipPeriod } from "#app/domain/periods.ts";
import { addressId } from "#app/http/addressId.server.ts";
import type { KommunContext } from "#app/http/protect.server.ts";
import { findFollowUp } from "#db/followUp.server.ts";

/**
 * The aktivitet of the address with the facts behind it, and the period shown: the one asked for, or else the one that runs;
 * the first one before it begins.
 *
 * @throws Fault `not_found` when the kommun has no such aktivitet
 */
export async function findShownAktivitet({ db, kommun, params, url, today }: KommunContext) {
	const followUp = await findFollowUp(db, { kommunId: kommun.id, aktivitetId: addressId(params.id) });
	const dokument = followUp.dokument[0];
	const aktivitet = dokument?.aktiviteter[0];
	if (!dokument || !aktivitet) throw new Fault("not_found", "Aktiviteten finns inte i den här kommunen.");

	// Before its first day the parties agree on how the minimum is spread.
	const day = latest(today, dokument.inForceFrom);
	const asked = choosePeriod([dokument], { requested: url.searchParams.get("period"), today: day });
	const isOwnKind = asked?.current.kind === dokument.periodKind;
	const choice = isOwnKind ? asked : choosePeriod([dokument], { requested: null, today: day });
	const period = choice && clipPeriod(choice.current, { from: dokument.inForceFrom, to: dokument.inForceTo });
	if (!choice || !period) throw new Fault("not_found", "Aktiviteten finns inte i den perioden.");
	return { followUp, dokument, aktivitet, choice, period };
}
