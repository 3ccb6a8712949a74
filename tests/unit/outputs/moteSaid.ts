import { formatDate, weekdayName } from "#app/domain/format.ts";
import { performedByName } from "#app/domain/performedBy.ts";
import type { MoteAtgard, MoteContent, MotePunkt } from "#app/mote/content.ts";
import { findingOf } from "#app/rapport/publicSummary.ts";

/** Everything that a meeting's content says, in the order in which it is printed, read from the content itself. */
export function saidOf(content: MoteContent): string[] {
	const { kommun, title, heldOn, beginsAt, endsAt, place, deltagare, punkter, closedBy } = content;
	const weekday = new Date(`${heldOn}T12:00:00Z`).getUTCDay() || 7;
	return [
		title,
		`${weekdayName(weekday)} ${formatDate(heldOn)}`,
		kommun.name,
		kommun.lokalpolisomrade ?? "",
		beginsAt.replace(":", "."),
		endsAt?.replace(":", ".") ?? "",
		place,
		...deltagare.map(({ label, count }) => `${label}: ${count}`),
		...punkter.flatMap(punktSaid),
		closedBy ?? "",
	];
}

/** Without any air: a word that is wider than its line is broken, and a text has its own line breaks. */
export function airless(text: string): string {
	return text.replace(/\s+/gu, "");
}

/** What is not found after what comes before it. */
export function missingIn(text: string, said: readonly string[]): string[] {
	const whole = airless(text);
	let from = 0;
	return said.filter((one) => {
		const found = whole.indexOf(airless(one), from);
		if (found >= 0) from = found + airless(one).length;
		return found < 0;
	});
}

function punktSaid(punkt: MotePunkt): string[] {
	const { number, title, lines, aktivitet, rapport, atgarder, anteckning, beslut, nyaAtgarder } = punkt;
	return [
		`§ ${number} ${title}`,
		aktivitet && aktivitet.quotation !== title ? aktivitet.quotation : "",
		...lines,
		...(rapport
			? [
					rapport.dokumentTitle,
					rapport.period.slice(1),
					findingOf(rapport.summary),
					...rapport.begardaBeslut.map(({ text }) => text),
				]
			: []),
		...atgarder.flatMap((atgard) => atgardSaid(atgard, [atgard.decidedOn, atgard.doneOn ?? "", atgard.doneNote ?? ""])),
		anteckning,
		...beslut.map(({ text }, index) => `§ ${number}.${index + 1} ${text}`),
		...nyaAtgarder.flatMap((atgard) => atgardSaid(atgard, [])),
	];
}

function atgardSaid({ title, owner, dueOn, aktivitet }: MoteAtgard, standing: readonly string[]): string[] {
	return [title, performedByName(owner), dueOn ?? "ingen dag bestämd", ...standing, aktivitet.quotation];
}
