import { ATGARDER_PER_PAGE, ownersOf } from "#app/domain/atgard.ts";
import type { IsoDate, IsoInstant } from "#app/domain/dates.ts";
import { isPermitted, type Permission, type Role } from "#app/domain/permissions.ts";
import type { Db } from "#db/connection.server.ts";
import { findAllKommunerOfPerson } from "#db/kommun.server.ts";
import { atgardNotiser } from "./atgardNotiser.ts";
import { deviationNotiser } from "./deviationNotiser.server.ts";
import { moteNotiser } from "./moteNotiser.ts";
import { compareNotiser, type Notis } from "./notis.ts";
import { findNotisFacts } from "./notisFacts.server.ts";
import { rapportNotiser } from "./rapportNotiser.server.ts";

interface Moment {
	personId: number;
	/** The Swedish date now. */
	today: IsoDate;
	now: IsoInstant;
}

/**
 * What in one kommun needs this person, the worst first.
 *
 * @param roles the person's own in the kommun
 */
export async function findNotiserIn(
	db: Db,
	{ kommun: { id, slug, name }, roles, ...moment }: { kommun: Notis["kommun"]; roles: readonly Role[] } & Moment,
): Promise<Notis[]> {
	const { today } = moment;
	const kommun = { id, slug, name };
	const { atgarder, rapporter, deviations, moten } = await findNotisFacts(db, { kommunId: id, today });
	const may = (permission: Permission) => isPermitted(roles, permission);
	const found = [
		...atgardNotiser(atgarder, { kommun, owners: ownersOf(roles), today, pageSize: ATGARDER_PER_PAGE }),
		...rapportNotiser(rapporter, { kommun, reader: { ...moment, may } }),
		...deviationNotiser(deviations, { kommun, roles }),
		// Those who may give a remark are those who sit at the table.
		...moteNotiser(moten, { kommun, takesPart: may("giveSynpunkt"), mayRun: may("runMote"), today }),
	];
	return found.sort(compareNotiser);
}

/** What needs this person in all of their kommuner, the worst first. */
export async function findNotiser(db: Db, moment: Moment): Promise<Notis[]> {
	const kommuner = await findAllKommunerOfPerson(db, { personId: moment.personId });
	const found = await Promise.all(
		kommuner.map((kommun) => findNotiserIn(db, { kommun, roles: kommun.roles, ...moment })),
	);
	return found.flat().sort(compareNotiser);
}
