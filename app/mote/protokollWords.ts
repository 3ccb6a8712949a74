import { isOverdue } from "#app/domain/atgard.ts";
import { type IsoInstant, stockholmDate } from "#app/domain/dates.ts";
import { formatDate } from "#app/domain/format.ts";
import type { MoteState, PunktOutcome } from "#app/domain/mote.ts";
import type { MoteAtgard, MoteContent } from "./content.ts";

/** What the paper is called, by how far the meeting has come. */
export const PROTOKOLL_HEADING: Record<MoteState, string> = {
	planerat: "Dagordning",
	oppet: "Utkast till protokoll",
	avslutat: "Protokoll",
	installt: "Inställt möte",
};

/** What the council said of a report, as a sentence of the minutes. */
export const OUTCOME_SENTENCE: Record<PunktOutcome, string> = {
	granskad: "Rådet har granskat rapporten.",
	bordlagd: "Rapporten är bordlagd till ett senare möte.",
};

/** "15.00–16.30"; without an end "15.00". */
export function timeWords({ beginsAt, endsAt }: Pick<MoteContent, "beginsAt" | "endsAt">): string {
	return [beginsAt, endsAt].flatMap((time) => (time === null ? [] : [time.replace(":", ".")])).join("–");
}

/** "Ledamöter: 5"; by role, never by name. */
export function deltagareWords(deltagare: MoteContent["deltagare"]): string[] {
	return deltagare.map(({ label, count }) => `${label}: ${count}`);
}

/** "§ 3" */
export function punktNumber(number: number): string {
	return `§\u00a0${number}`;
}

/** "§ 3.1": a beslut is quoted by its item and its place there, from 1. */
export function beslutNumber(number: number, place: number): string {
	return `${punktNumber(number)}.${place}`;
}

/** "2018-12-01", or that no day was set. */
export function dueWords({ dueOn }: Pick<MoteAtgard, "dueOn">): string {
	return dueOn ?? "ingen dag bestämd";
}

/**
 * How an åtgärd stood on the day of the meeting: "Utförd 2018-09-28", "Försenad", "Öppen". Of a meeting to come nobody
 * knows yet what will be late, so it says what has its last day before it.
 */
export function atgardStanding(
	{ dueOn, doneOn, doneNote }: Pick<MoteAtgard, "dueOn" | "doneOn" | "doneNote">,
	{ state, heldOn }: Pick<MoteContent, "state" | "heldOn">,
): string {
	if (doneOn !== null) return doneNote ? `Utförd ${doneOn}: ${doneNote}` : `Utförd ${doneOn}`;
	if (!isOverdue({ dueOn, doneOn }, heldOn)) return "Öppen";
	if (state === "planerat") return "Öppen, sista dag före mötet";
	return state === "installt" ? "Öppen" : "Försenad";
}

/**
 * When it was opened and closed, in Swedish time, and by which account; or how far it has come and what that means for
 * what stands here.
 *
 * @param installtReason why it was called off, where it was
 */
export function stateSentences(content: MoteContent, installtReason: string | null): string[] {
	const { state, openedAt, closedAt, closedBy } = content;
	switch (state) {
		case "planerat":
			return ["Mötet är planerat. Dagordningen kan ändras tills mötet öppnas."];
		case "oppet":
			return [`${openedWords(openedAt)} och är inte avslutat.`, "Det som står här kan ändras tills det avslutas."];
		case "avslutat": {
			const end =
				closedAt && (openedAt && isSameDay(openedAt, closedAt) ? clockWords(closedAt) : momentWords(closedAt));
			const by = closedBy ? ` av ${closedBy}` : "";
			return [
				`${openedWords(openedAt)} och avslutades${end ? ` ${end}` : ""}${by}.`,
				"Protokollet skrevs när mötet avslutades och ändras inte.",
			];
		}
		case "installt":
			return [
				`Mötet är inställt${installtReason ? `: ${installtReason}` : "."}`,
				"Det som står här är vad som var planerat.",
			];
	}
}

/** At the foot of every page: whether what stands there may change. */
export function footWords({ state, closedAt }: Pick<MoteContent, "state" | "closedAt">): string {
	switch (state) {
		case "planerat":
			return "Kan ändras tills mötet öppnas.";
		case "oppet":
			return "Utkast. Kan ändras tills mötet avslutas.";
		case "avslutat":
			return closedAt ? `Mötet avslutades ${momentWords(closedAt)}.` : "Mötet är avslutat.";
		case "installt":
			return "Mötet är inställt.";
	}
}

function openedWords(openedAt: IsoInstant | null): string {
	return openedAt ? `Mötet öppnades ${momentWords(openedAt)}` : "Mötet öppnades";
}

/** "15 oktober 2018 kl. 15.03" */
function momentWords(instant: IsoInstant): string {
	return `${formatDate(stockholmDate(instant))} ${clockWords(instant)}`;
}

const clock = new Intl.DateTimeFormat("sv-SE", { timeZone: "Europe/Stockholm", hour: "2-digit", minute: "2-digit" });

/** "kl. 15.03" */
function clockWords(instant: IsoInstant): string {
	return `kl.\u00a0${clock.format(new Date(instant)).replace(":", ".")}`;
}

function isSameDay(a: IsoInstant, b: IsoInstant): boolean {
	return stockholmDate(a) === stockholmDate(b);
}
