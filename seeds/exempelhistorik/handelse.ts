import type { Biprodukt } from "#app/domain/biprodukter.ts";
import { addDays, eachDay, type IsoDate, type IsoInstant, weekdayOf } from "#app/domain/dates.ts";
import type { Deltagare, PunktOutcome } from "#app/domain/mote.ts";
import type { PerformedBy } from "#app/domain/performedBy.ts";

/**
 * What happened around a dokument, told in the words of the dokument: measures by their short name, places by name and
 * people by role. `play.server.ts` enters it through the same commands as a user's, in order of `at`.
 */
export type Handelse =
	| Registrering
	| Korrigering
	| Makulering
	| Installt
	| AtgardBeslutad
	| AtgardUtford
	| NyttMatt
	| Svar
	| Bekraftelse
	| RapportHandelse
	| MoteHandelse;

export type Registrerare = "kommunpolis" | "samordnare";
export type Demoroll = Registrerare | "ledamot" | "undertecknare";

interface Moment {
	at: IsoInstant;
	by: Registrerare;
}

export interface Registrering extends Moment {
	kind: "registrering";
	/** Named when something later happens to it. */
	key: string | null;
	date: IsoDate;
	measures: readonly { name: string; quantity: number }[];
	plats: string | null;
	performedBy: PerformedBy;
	note: string | null;
	biprodukter: readonly { code: Biprodukt; quantity: number }[];
}

/** Corrects a registered genomförande; what is left out stays as it was. */
interface Korrigering extends Moment {
	kind: "korrigering";
	key: string;
	change: Partial<Pick<Registrering, "date" | "plats" | "note">>;
}

interface Makulering extends Moment {
	kind: "makulering";
	key: string;
	reason: string;
}

/** An expected tillfälle that was inställt, `slotKey` as the recurring kind makes them. */
interface Installt extends Moment {
	kind: "installt";
	measure: string;
	slotKey: string;
	reason: string;
}

export interface AtgardBeslutad extends Moment {
	kind: "atgard_beslutad";
	/** The measure of kind `actions` whose aktivitet decided it. */
	measure: string;
	title: string;
	owner: PerformedBy;
	decidedOn: IsoDate;
	dueOn: IsoDate | null;
	/** The open meeting that decided it, and beside which item; null when it was decided elsewhere. */
	beside: { mote: string; punkt: PunktOfMote } | null;
}

interface AtgardUtford extends Moment {
	kind: "atgard_utford";
	title: string;
	doneOn: IsoDate;
	doneNote: string | null;
}

/** New settings of a measure from a date. */
interface NyttMatt extends Moment {
	kind: "nytt_matt";
	measure: string;
	validFrom: IsoDate;
	settings: unknown;
	reason: string;
}

/** The parties' answer to the open question about the quoted words. */
interface Svar extends Moment {
	kind: "svar";
	quotation: string;
	answer: string;
}

/** The party of the one who does it confirms the proposed fördelning. */
export interface Bekraftelse extends Moment {
	kind: "bekraftelse";
	measure: string;
}

/** A step in the life of the report of a period, by the one whose step it is. */
export type RapportHandelse = { at: IsoInstant; period: string } & (
	| ({ kind: "rapporttext"; by: Registrerare } & Rapporttext)
	| { kind: "rapport_klar"; by: Registrerare }
	| { kind: "synpunkt"; by: Demoroll; measure: string | null; text: string }
	| { kind: "rapport_aterlamnad"; by: "undertecknare"; reason: string }
	| { kind: "rapport_granskad"; by: "samordnare" }
	| { kind: "rapport_signerad"; by: "undertecknare" }
	| { kind: "rapport_publicerad"; by: "samordnare" }
	| { kind: "rapport_rattelse"; by: "samordnare"; reason: string }
);

/** A step in a meeting of the council; `mote` is what the example history calls it. */
export type MoteHandelse = Moment & { mote: string } & (
		| {
				kind: "mote_planerat";
				title: string;
				heldOn: IsoDate;
				/** Swedish local time, `HH:MM`. */
				beginsAt: string;
				endsAt: string;
				place: string;
				deltagare: readonly Deltagare[];
		  }
		| { kind: "mote_punkt"; title: string; lines: readonly string[] }
		| { kind: "mote_punkt_bort"; punkt: PunktOfMote }
		| { kind: "mote_oppnat" }
		| { kind: "mote_anteckning"; punkt: PunktOfMote; text: string; outcome: PunktOutcome | null }
		| { kind: "mote_beslut"; punkt: PunktOfMote; text: string }
		| { kind: "mote_avslutat" }
	);

/**
 * An item of the agenda: the report of a period, what deviates in the aktivitet of a measure, the open åtgärder, what is
 * coming, or one of its own by title.
 */
export type PunktOfMote = { rapport: string } | { avvikelse: string } | "atgarder" | "kommande" | { egen: string };

/** What a part writes: of the aktivitet of a measure, or (null) of the whole. */
export interface Rapporttext {
	measure: string | null;
	kommentar?: string;
	orsak?: string;
	nyPlan?: string;
	bedomning?: string;
	begardaBeslut?: string;
}

type Details = Partial<Pick<Registrering, "key" | "plats" | "note" | "biprodukter" | "by" | "performedBy">> & {
	/** UTC, `HH:MM`. */
	time?: string;
	/** A late entry. */
	daysLater?: number;
	quantity?: number;
};

/** One genomförande that counts for one or several measures; by the police, the same afternoon, unless told otherwise. */
export function registrering(date: IsoDate, measures: string | readonly string[], details: Details = {}): Registrering {
	const { time = "14:30", daysLater = 0, quantity = 1, by = "kommunpolis", ...rest } = details;
	const names = typeof measures === "string" ? [measures] : measures;
	return {
		kind: "registrering",
		key: null,
		plats: null,
		note: null,
		biprodukter: [],
		performedBy: by === "kommunpolis" ? "polis" : "kommun",
		...rest,
		at: instant(addDays(date, daysLater), time),
		by,
		date,
		measures: names.map((name) => ({ name, quantity })),
	};
}

/** Both parties confirm the proposed fördelning of a measure, the kommun two days after the police. */
export function bekraftadAvBada(measure: string, date: IsoDate): Bekraftelse[] {
	return [
		{ kind: "bekraftelse", measure, at: instant(date, "09:10"), by: "kommunpolis" },
		{ kind: "bekraftelse", measure, at: instant(addDays(date, 2), "13:40"), by: "samordnare" },
	];
}

/** An instant of UTC. */
export function instant(date: IsoDate, time: string): IsoInstant {
	return `${date}T${time}:00.000Z`;
}

/** Every date of the closed interval that falls on one of the ISO weekdays. */
export function datesOn(weekdays: readonly number[], from: IsoDate, to: IsoDate): IsoDate[] {
	return eachDay(from, to).filter((date) => weekdays.includes(weekdayOf(date)));
}
