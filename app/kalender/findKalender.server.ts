import { type IsoDate, type IsoInstant, stockholmDate } from "#app/domain/dates.ts";
import type { FollowUp, FollowUpDokument, FollowUpMeasure } from "#app/domain/followUp.ts";
import type { ClippedPeriod } from "#app/domain/periods.ts";
import { isPermitted, type Role } from "#app/domain/permissions.ts";
import { measureModule } from "#app/measures/index.ts";
import { settingsFor } from "#app/measures/moment.ts";
import type { ExpectedSlot } from "#app/measures/types.ts";
import { findAllAtgarder } from "#db/atgard.server.ts";
import type { Db } from "#db/connection.server.ts";
import { findAllDokument } from "#db/dokument.server.ts";
import { findFollowUp } from "#db/followUp.server.ts";
import { findAllKommunerOfPerson, type Kommun } from "#db/kommun.server.ts";
import { findAllMoten } from "#db/mote.server.ts";
import { atgardEvents, calendarOwners } from "./atgardEvents.ts";
import type { EventKommun, KalenderEvent } from "./event.ts";
import { moteEvents } from "./moteEvents.ts";
import { type CalendarMeasure, occasionEvents } from "./occasionEvents.ts";
import { periodEvents, periodsAround } from "./periodEvents.ts";
import { withinWindow } from "./window.ts";

/**
 * All that stands in a person's calendar: of every kommun where the person is a member at this moment, by the roles held
 * there. Nothing that somebody noted, nobody's name.
 */
export async function findKalenderEvents(
	db: Db,
	{ personId, now }: { personId: number; now: IsoInstant },
): Promise<KalenderEvent[]> {
	const today = stockholmDate(now);
	const kommuner = await findAllKommunerOfPerson(db, { personId });
	const events = await Promise.all(
		kommuner.map((kommun) =>
			findKommunEvents(db, {
				kommun,
				named: { slug: kommun.slug, name: kommuner.length > 1 ? kommun.name : null },
				today,
			}),
		),
	);
	return withinWindow(events.flat(), today);
}

async function findKommunEvents(
	db: Db,
	{ kommun, named, today }: { kommun: Kommun & { roles: Role[] }; named: EventKommun; today: IsoDate },
): Promise<KalenderEvent[]> {
	const kommunId = kommun.id;
	const allDokument = await findAllDokument(db, { kommunId });
	const dokumentIds = allDokument
		.filter((dokument) => periodsAround(dokument, today).length > 0)
		.map((dokument) => dokument.id);
	const followUp = await findFollowUp(db, { kommunId, dokumentIds });
	const canLog = isPermitted(kommun.roles, "log");
	return [
		...moteEvents(await findAllMoten(db, { kommunId }), named),
		...atgardEvents(await findAllAtgarder(db, { kommunId }), {
			kommun: named,
			owners: calendarOwners(kommun.roles),
		}),
		...periodEvents(allDokument, { kommun: named, today }),
		...measuresAround(followUp, { kommun: named, canLog, today }).flatMap((measure) => occasionEvents(measure, named)),
	];
}

/** Every mått whose kind expects tillfällen, with those that are still to be done around today. */
function measuresAround(
	followUp: FollowUp,
	{ kommun, canLog, today }: { kommun: EventKommun; canLog: boolean; today: IsoDate },
): CalendarMeasure[] {
	return followUp.dokument.flatMap((dokument) =>
		periodsAround(dokument, today).flatMap((period) =>
			dokument.aktiviteter.flatMap((aktivitet) =>
				aktivitet.measures.flatMap((measure): CalendarMeasure[] => {
					const occasions = openSlots(followUp, { dokument, measure, period, today });
					if (occasions.length === 0) return [];
					const settings = settingsFor(measure.versions, period.clippedFrom);
					return [
						{
							id: measure.id,
							name: measure.name,
							agreed: measureModule(measure.kind).describeSettings(settings, followUp.platser),
							aktivitetQuotation: aktivitet.quotation,
							version: measure.version,
							to: `/intern/${kommun.slug}/${canLog ? `logga?matt=${measure.id}` : `aktivitet/${aktivitet.id}`}`,
							occasions,
						},
					];
				}),
			),
		),
	);
}

function openSlots(
	{ helgkvallar }: FollowUp,
	{
		dokument,
		measure,
		period,
		today,
	}: { dokument: FollowUpDokument; measure: FollowUpMeasure; period: ClippedPeriod; today: IsoDate },
): readonly ExpectedSlot[] {
	const { kind, versions, entries, excusedSlots } = measure;
	const inForce = { from: dokument.inForceFrom, to: dokument.inForceTo };
	const slots = measureModule(kind).expectedSlots?.({
		versions,
		inForce,
		period,
		today,
		entries,
		excusedSlots,
		helgkvallar,
	});
	return slots?.filter(({ state }) => state === "open") ?? [];
}
