import type { IsoDate } from "#app/domain/dates.ts";
import { described, type EventKommun, type KalenderEvent, onDay, withKommun } from "./event.ts";
import { spanOf } from "./localTime.ts";

/** What the calendar knows of a mått with expected tillfällen, whatever its kind. */
export interface CalendarMeasure {
	id: number;
	name: string;
	/** "Varje fredag och lördag." */
	agreed: string;
	aktivitetQuotation: string;
	version: number;
	/** Path of the page where it is registered, or read by those who do not register. */
	to: string;
	/** Those that are still to be done. */
	occasions: readonly Occasion[];
}

interface Occasion {
	key: string;
	/** "v. 41" */
	label: string;
	firstDay: IsoDate;
	lastDay: IsoDate;
	hours: readonly { from: string; to: string }[];
}

/**
 * The expected tillfällen of a mått: a day's on that day, at its hours where it has any, and one that may be done during a
 * week or longer on the last day that it can.
 */
export function occasionEvents(measure: CalendarMeasure, kommun: EventKommun): KalenderEvent[] {
	return measure.occasions.flatMap((occasion) =>
		momentsOf(occasion).map(({ suffix, when }) => ({
			uid: `tillfalle-${measure.id}-${occasion.key}${suffix}`,
			summary: withKommun(
				isOneDay(occasion) ? measure.name : `Senast i dag: ${measure.name}, ${occasion.label}`,
				kommun,
			),
			description: described(measure.agreed, `Aktivitet: ”${measure.aktivitetQuotation}”`),
			location: null,
			to: measure.to,
			when,
			isBusy: false,
			isCancelled: false,
			sequence: measure.version,
		})),
	);
}

function momentsOf({ lastDay, hours }: Occasion): { suffix: string; when: KalenderEvent["when"] }[] {
	if (hours.length === 0) return [{ suffix: "", when: onDay(lastDay) }];
	return hours.map((span, index) => ({
		suffix: index === 0 ? "" : `-${index + 1}`,
		when: { kind: "time", ...spanOf(lastDay, span) },
	}));
}

function isOneDay({ firstDay, lastDay }: Occasion): boolean {
	return firstDay === lastDay;
}
