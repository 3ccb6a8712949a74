import type { IsoDate } from "#app/domain/dates.ts";
import { Fault } from "#app/domain/fault.ts";
import { FIRST_CALENDAR_YEAR, LAST_CALENDAR_YEAR, proposeHelgkvallar } from "#app/domain/helgkvallar.ts";
import { type Actor, command } from "#db/command.server.ts";
import type { Db } from "#db/connection.server.ts";
import { findAllHelgkvallar, updateHelgkvallTick } from "#db/helgkvall.server.ts";
import { insertMissingHelgkvallar } from "#db/newKommun.server.ts";
import { changedMeanwhile, kommunWriter } from "./kommunWriter.server.ts";

/**
 * Decides which evenings of a year are holiday evenings to the kommun: those given, and no others. A year that the
 * calendar does not have yet is filled with the evenings that are proposed for it.
 *
 * @param seen the evenings that were ticked on the page
 * @throws Fault `invalid` for a day that is not in the kommun's calendar of that year, or a year that has none; `conflict`
 *   when somebody changed the year in between
 */
export async function tickHelgkvallar(
	db: Db,
	actor: Actor,
	{ year, ticked, seen }: { year: number; ticked: readonly IsoDate[]; seen: readonly IsoDate[] },
): Promise<void> {
	const { kommunId } = kommunWriter(actor);
	if (!(year >= FIRST_CALENDAR_YEAR && year <= LAST_CALENDAR_YEAR))
		throw new Fault("invalid", `År: välj ett år mellan ${FIRST_CALENDAR_YEAR} och ${LAST_CALENDAR_YEAR}.`, "year");
	await command(db, actor, async (tx) => {
		await insertMissingHelgkvallar(tx, { kommunId, evenings: proposeHelgkvallar(year) });
		const evenings = await findAllHelgkvallar(tx, { kommunId, year });
		const wanted = new Set(ticked);
		if (ticked.some((date) => !evenings.some((evening) => evening.date === date)))
			throw new Fault("invalid", `Helgkvällar: välj bland kvällarna i kalendern för ${year}.`, "ticked");
		const before = evenings.filter((evening) => evening.isTicked).map((evening) => evening.date);
		if (before.join() !== [...seen].sort().join()) throw changedMeanwhile("Kalendern");
		const changed = evenings.filter((evening) => evening.isTicked !== wanted.has(evening.date));
		for (const { date } of changed) await updateHelgkvallTick(tx, { kommunId, date, isTicked: wanted.has(date) });
		if (changed.length === 0) return { result: undefined, audit: [] };
		const dates = changed.map((evening) => evening.date);
		return {
			result: undefined,
			audit: [
				{
					action: "helgkvall.ticked",
					entity: "helgkvall",
					entityId: null,
					detail: {
						year,
						ticked: dates.filter((date) => wanted.has(date)),
						unticked: dates.filter((date) => !wanted.has(date)),
					},
				},
			],
		};
	});
}
