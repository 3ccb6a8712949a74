import { type KalenderEvent, onDay } from "#app/kalender/event.ts";

/** An event with only what the test is about said out loud. */
export function eventOf(facts: Partial<KalenderEvent> = {}): KalenderEvent {
	return {
		uid: "atgard-4",
		summary: "Åtgärd: Röj sly",
		description: "Ska vara klar senast i dag.",
		location: null,
		to: "/intern/savsjo/atgarder",
		when: onDay("2018-10-31"),
		isBusy: false,
		isCancelled: false,
		sequence: 1,
		...facts,
	};
}
