import { addHours, type IsoDate, type IsoInstant } from "#app/domain/dates.ts";
import type { MoteState } from "#app/domain/mote.ts";
import { described, type EventKommun, type KalenderEvent, withKommun } from "./event.ts";
import { instantOf, spanOf } from "./localTime.ts";

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

const STATE_SENTENCE: Record<MoteState, string> = {
	planerat: "Dagordningen finns på mötets sida.",
	oppet: "Dagordningen finns på mötets sida.",
	avslutat: "Protokollet finns på mötets sida.",
	installt: "Mötet är inställt.",
};

/** The council's meetings. One that is inställt stays, so that calendars that had it show that it is. */
export function moteEvents(moten: readonly CalendarMote[], kommun: EventKommun): KalenderEvent[] {
	return moten.map((mote) => {
		const { id, title, endsAt, place, state, isExample, version } = mote;
		const isCancelled = state === "installt";
		return {
			uid: `mote-${id}`,
			summary: withKommun(isCancelled ? `Inställt: ${title}` : title, kommun),
			description: described(
				STATE_SENTENCE[state],
				endsAt === null ? "Sluttiden är inte bestämd." : null,
				isExample ? "Exempeldata." : null,
			),
			location: place,
			to: `/intern/${kommun.slug}/mote/${id}`,
			when: { kind: "time", ...timesOf(mote) },
			isBusy: !isCancelled,
			isCancelled,
			sequence: version,
		};
	});
}

function timesOf({ heldOn, beginsAt, endsAt }: CalendarMote): { from: IsoInstant; to: IsoInstant } {
	if (endsAt !== null) return spanOf(heldOn, { from: beginsAt, to: endsAt });
	const from = instantOf(heldOn, beginsAt);
	return { from, to: addHours(from, USUAL_HOURS) };
}
