import type { IsoDate, IsoInstant } from "#app/domain/dates.ts";
import type { Deltagare, PunktOutcome } from "#app/domain/mote.ts";
import { type AtgardBeslutad, type Handelse, instant, type PunktOfMote } from "../handelse.ts";

interface Motet {
	title: string;
	heldOn: IsoDate;
	/** Swedish local time, `HH:MM`. */
	beginsAt: string;
	endsAt: string;
	place: string;
	deltagare: readonly Deltagare[];
	/** The day on which it was planned. */
	planned: IsoDate;
	/** Items of its own. */
	own?: readonly { title: string; lines: readonly string[] }[];
	/** What the app would take up and this meeting does not. */
	removed?: readonly PunktOfMote[];
	/** Of a meeting that has been held: when each step was taken, UTC, `HH:MM`. */
	held?: { opened: string; noted: string; closed: string };
	/** What was said and decided, item by item. */
	punkter?: readonly Punkt[];
}

/** What was said of an item, and what was decided beside it. */
export interface Punkt {
	punkt: PunktOfMote;
	anteckning: string;
	outcome?: PunktOutcome;
	beslut?: readonly string[];
	atgarder?: readonly Pick<AtgardBeslutad, "measure" | "title" | "owner" | "dueOn">[];
}

/** What a meeting is called in the example history: its day, since no kommun has two on one. */
export function nameOfMote(heldOn: IsoDate): string {
	return `möte ${heldOn}`;
}

/** A meeting as it usually goes: planned in time, opened on its day, noted and decided item by item, closed. */
export function motet({ held, planned, own = [], removed = [], punkter = [], ...frame }: Motet): Handelse[] {
	const { heldOn } = frame;
	const base = { mote: nameOfMote(heldOn), by: "samordnare" as const };
	const plan: Handelse = { ...base, kind: "mote_planerat", at: instant(planned, "08:30"), ...frame };
	const ownAt = (at: IsoInstant) => own.map((punkt): Handelse => ({ ...base, kind: "mote_punkt", at, ...punkt }));
	if (!held) return [plan, ...ownAt(instant(planned, "08:40"))];
	const opened = instant(heldOn, held.opened);
	const noted = instant(heldOn, held.noted);
	return [
		plan,
		{ ...base, kind: "mote_oppnat", at: opened },
		// Once it is open: until then every change writes the whole agenda anew, which takes its time.
		...removed.map((punkt): Handelse => ({ ...base, kind: "mote_punkt_bort", at: opened, punkt })),
		...ownAt(opened),
		...punkter.flatMap(({ punkt, anteckning, outcome = null, beslut = [], atgarder = [] }): Handelse[] => [
			{ ...base, kind: "mote_anteckning", at: noted, punkt, text: anteckning, outcome },
			...beslut.map((text): Handelse => ({ ...base, kind: "mote_beslut", at: noted, punkt, text })),
			...atgarder.map(
				(atgard): Handelse => ({
					...atgard,
					kind: "atgard_beslutad",
					by: "samordnare",
					at: noted,
					decidedOn: heldOn,
					beside: { mote: base.mote, punkt },
				}),
			),
		]),
		{ ...base, kind: "mote_avslutat", at: instant(heldOn, held.closed) },
	];
}

/** So many in a capacity of the app's own. */
export function av(role: Exclude<Deltagare["role"], "annan">, count: number): Deltagare {
	return { role, label: "", count };
}

/** So many in another capacity. */
export function andra(label: string, count: number): Deltagare {
	return { role: "annan", label, count };
}
