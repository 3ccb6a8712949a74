import { addDays, type IsoDate } from "#app/domain/dates.ts";
import { formatWeekdayAndDay, upperFirst } from "#app/domain/format.ts";
import type { MoteState } from "#app/domain/mote.ts";
import type { Notis } from "./notis.ts";
import { dayWords } from "./sinceWords.ts";

/** So long before its day a meeting is said to come up. */
const MOTE_SOON_DAYS = 7;

export interface NotisMote {
	id: number;
	title: string;
	heldOn: IsoDate;
	/** Swedish local time, `HH:MM`. */
	beginsAt: string;
	place: string;
	state: MoteState;
	isExample: boolean;
}

/**
 * The meeting that comes within {@link MOTE_SOON_DAYS} days, for those who take part in the council; and the one whose day
 * is past and that nobody has ended, for those who run it.
 */
export function moteNotiser(
	moten: readonly NotisMote[],
	{
		kommun,
		takesPart,
		mayRun,
		today,
	}: { kommun: Notis["kommun"]; takesPart: boolean; mayRun: boolean; today: IsoDate },
): Notis[] {
	return moten.flatMap((mote): Notis[] => {
		const { id, title, heldOn, state, isExample } = mote;
		const isToCome = state === "planerat" || state === "oppet";
		const common = {
			kind: "mote",
			kommun,
			title,
			to: `/intern/${kommun.slug}/mote/${id}`,
			day: heldOn,
			isExample,
		} as const;
		if (!isToCome || heldOn > addDays(today, MOTE_SOON_DAYS)) return [];
		if (heldOn >= today)
			return takesPart
				? [{ ...common, key: `mote:${id}:${heldOn}`, severity: "snart", why: whenAndWhere(mote, today) }]
				: [];
		if (!mayRun) return [];
		return [{ ...common, key: `mote:${id}:open`, severity: "forsenat", why: whatIsLeft(mote, today) }];
	});
}

/** "I dag kl. 15.00, Stadshuset", "Fre 19 oktober kl. 09.30, Stadshuset" */
function whenAndWhere({ heldOn, beginsAt, place, state }: NotisMote, today: IsoDate): string {
	if (state === "oppet") return `Pågår nu, ${place}`;
	const day = heldOn === today ? "I dag" : upperFirst(formatWeekdayAndDay(heldOn));
	return `${day} kl. ${beginsAt.replace(":", ".")}, ${place}`;
}

function whatIsLeft({ heldOn, state }: NotisMote, today: IsoDate): string {
	const which = `Mötet ${dayWords(heldOn, today)}`;
	return state === "oppet" ? `${which} är inte avslutat` : `${which} är varken öppnat eller inställt`;
}
