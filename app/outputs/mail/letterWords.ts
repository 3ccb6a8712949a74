import { countOf, formatWeekdayAndDate, listOf, lowerFirst } from "#app/domain/format.ts";
import { ROLE_NAME } from "#app/domain/permissions.ts";
import type { Digest, DigestLine, LetterContent } from "#app/notiser/digest.ts";
import { NOTIS_SEVERITIES, NOTIS_SEVERITY_WORD, type NotisKind } from "#app/notiser/notis.ts";
import { oneLine } from "./oneLine.ts";

/** A letter in words, the same in both of its forms. */
export interface Letter {
	subject: string;
	greeting: string;
	lead: string;
	/** The worst first. */
	groups: { heading: string; lines: LetterLine[] }[];
	/** What the letter has no room for, and what it told before. */
	besides: string[];
	all: { label: string; url: string };
	/** Why the reader gets it. */
	reason: string;
	unsubscribe: { label: string; url: string };
}

export interface LetterLine {
	title: string;
	why: string;
	url: string;
}

const LONGEST_NAME = 80;
const KIND_PREFIX: Partial<Record<NotisKind, string>> = { atgard: "Åtgärd: ", mote: "Möte: " };

/** Writes the letter, all that anybody has typed on one line each. */
export function letterOf(
	{ kommun, person, roles, today, digest }: LetterContent,
	{ origin, unsubscribeUrl }: { origin: string; unsubscribeUrl: string },
): Letter {
	const place = oneLine(kommun.name);
	const roleNames = listOf(roles.map((role) => lowerFirst(ROLE_NAME[role])));
	return {
		subject: `Löfteskoll ${place.slice(0, LONGEST_NAME)}: ${waiting(digest)}`,
		greeting: `Hej ${oneLine(person.name)}!`,
		// It may wait for a mail server, and "i dag" in it is this day.
		lead: `Så är läget i ${place} ${formatWeekdayAndDate(today)}: ${waiting(digest)}.`,
		groups: NOTIS_SEVERITIES.map((severity) => ({
			heading: NOTIS_SEVERITY_WORD[severity],
			lines: digest.lines.filter(({ notis }) => notis.severity === severity).map((line) => lineOf(line, origin)),
		})).filter(({ lines }) => lines.length > 0),
		besides: [
			...(digest.leftCount > 0 ? [`Dessutom väntar ${countOf(digest.leftCount, "sak", "saker")} till.`] : []),
			...(digest.earlier.length > 0 ? [`Sedan tidigare: ${listOf(digest.earlier)}.`] : []),
		],
		all: { label: "Se allt som väntar på dig", url: `${origin}/intern` },
		reason: `Du får brevet eftersom du är ${roleNames} i ${place}. Det kommer högst en gång i veckan, och bara när något är nytt eller har stått kvar i fyra veckor.`,
		unsubscribe: { label: `Sluta få veckobrevet om ${place}`, url: unsubscribeUrl },
	};
}

/** "3 nya saker väntar och 1 har väntat länge"; what has been told before is not new, only waiting for long. */
function waiting({ newCount, againCount }: Digest): string {
	if (newCount === 0) return `${countOf(againCount, "sak", "saker")} har väntat länge`;
	const news = `${countOf(newCount, "ny sak", "nya saker")} väntar`;
	return againCount > 0 ? `${news} och ${againCount} har väntat länge` : news;
}

function lineOf({ notis, weeks }: DigestLine, origin: string): LetterLine {
	return {
		title: `${KIND_PREFIX[notis.kind] ?? ""}${oneLine(notis.title)}${notis.isExample ? " (exempeldata)" : ""}`,
		why: `${oneLine(notis.why)}.${weeks === null ? "" : ` Står kvar efter ${weeks} veckor.`}`,
		url: `${origin}${notis.to}`,
	};
}
