import { addHours, type IsoDate } from "#app/domain/dates.ts";
import type { MoteState } from "#app/domain/mote.ts";
import { described, type EventKommun, type KalenderEvent, withKommun } from "./event.ts";
import { instantOf } from "./localTime.ts";

/** What the calendar knows of a meeting. */
export interface CalendarMote {
	id: number;
	title: string;
	heldOn: IsoDate;
	/** Swedish local time, `HH:MM`. */
	beginsAt: string;
	endsAt: string | null;
	place: string;
	state: MoteState;
	isExample: boolean;
	version: number;
}

/** How long a meeting is shown where nobody has said when it ends. */
const USUAL_HOURS = 2;

/** The council's meetings. One that is inställt stays, so that calendars that had it show that it is. */
export function moteEvents(moten: readonly CalendarMote[], kommun: EventKommun): KalenderEvent[] {
	return moten.map((mote) => {
		const { id, title, heldOn, beginsAt, endsAt, place, state, isExample, version } = mote;
		const isCancelled = state === "installt";
		const from = instantOf(heldOn, beginsAt);
		const to = endsAt === null ? addHours(from, USUAL_HOURS) : instantOf(heldOn, endsAt);
		return {
			uid: `mote-${id}`,
			summary: withKommun(isCancelled ? `Inställt: ${title}` : title, kommun),
			description: described(
				isCancelled ? "Mötet är inställt." : "Dagordningen finns på mötets sida.",
				endsAt === null ? "Sluttiden är inte bestämd." : null,
				isExample ? "Exempeldata." : null,
			),
			location: place,
			to: `/intern/${kommun.slug}/mote/${id}`,
			when: { kind: "time", from, to },
			isBusy: !isCancelled,
			isCancelled,
			sequence: version,
		};
	});
}
