import { lowerFirst } from "#app/domain/format.ts";
import { performedByName } from "#app/domain/performedBy.ts";
import { RAPPORT_PART_NAME } from "#app/domain/rapport.ts";
import { summaryLine } from "#app/rapport/tables.ts";
import type { MotePunkt } from "./content.ts";

/**
 * The lines of an item without those that its report and its åtgärder say in full: the agenda is read on a screen as lines,
 * while the minutes print the report's finding, what is asked for and a table of åtgärder.
 */
export function linesBesides({ lines, rapport, atgarder }: MotePunkt): string[] {
	const finding = rapport && `${summaryLine(rapport)}.`;
	const begarda = (rapport?.begardaBeslut ?? []).map(({ part, text }) =>
		oneLine(`${RAPPORT_PART_NAME[part]} begär beslut: ${text}`),
	);
	const titles = atgarder.map(({ title, owner }) => oneLine(`: ${title} (${lowerFirst(performedByName(owner))})`));
	return lines.filter(
		(line) =>
			line.trim() !== "" &&
			line !== finding &&
			!begarda.some((whole) => isBeginningOf(line, whole)) &&
			!titles.some((title) => line.endsWith(title)) &&
			!(titles.length > 0 && MORE_LINES.test(line)),
	);
}

/** A promise of more letters than this is named by its first words, and quoted below. */
const LONGEST_TITLE = 200;

/** The title, with all of the words of its aktivitet where the agenda has only the first of them. */
export function titleInFull({ title, aktivitet }: Pick<MotePunkt, "title" | "aktivitet">): string {
	const whole = oneLine(aktivitet?.quotation ?? "").trim();
	const isWhole = title.endsWith("…") && whole.length <= LONGEST_TITLE && isBeginningOf(title, whole);
	return isWhole ? whole : title;
}

/** The quotation of an item, unless its title is the whole of it. */
export function quotationBesides({ title, aktivitet }: Pick<MotePunkt, "title" | "aktivitet">): string | null {
	return aktivitet && oneLine(aktivitet.quotation).trim() !== title ? aktivitet.quotation : null;
}

/** An agenda that has no room for every åtgärd says how many lines were left out. */
const MORE_LINES = /^och \S+ rad(er)? till$/;

/** Its words, or its first ones and an ellipsis. */
function isBeginningOf(line: string, whole: string): boolean {
	return line === whole || (line.endsWith("…") && whole.startsWith(line.slice(0, -1).trimEnd()));
}

function oneLine(text: string): string {
	return text.replace(/\s+/g, " ");
}
