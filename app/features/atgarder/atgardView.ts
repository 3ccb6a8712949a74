import { type AtgardFacts, daysOverdue } from "#app/domain/atgard.ts";
import type { IsoDate } from "#app/domain/dates.ts";
import { countOf, formatDate, formatDay, shortened } from "#app/domain/format.ts";
import { performedByName } from "#app/domain/performedBy.ts";

export interface AtgardView {
	id: number;
	version: number;
	title: string;
	owner: string;
	decidedOn: string;
	/** "klar 2 maj 2018", "klar senast 1 december 2018", "klar senast i dag"; null when overdue or without a last day. */
	dueText: string | null;
	/** "Försenad sedan 1 oktober, 14 dagar"; null unless it is. */
	overdueText: string | null;
	doneNote: string | null;
	isDone: boolean;
	isExample: boolean;
}

/** A decided åtgärd as it is shown, in words. */
export function atgardView(
	atgard: AtgardFacts & { version: number; title: string; doneNote: string | null; isExample: boolean },
	today: IsoDate,
): AtgardView {
	const { id, version, title, doneNote, isExample } = atgard;
	const overdueText = overdueTextOf(atgard, today);
	return {
		id,
		version,
		title,
		owner: performedByName(atgard.owner),
		decidedOn: formatDate(atgard.decidedOn),
		dueText: overdueText ? null : dueTextOf(atgard, today),
		overdueText,
		doneNote,
		isDone: atgard.doneOn !== null,
		isExample,
	};
}

/** Where else an åtgärd is followed, for a list to say and lead to. */
export interface AtgardPlace {
	/** "Följs vidare i", "Beslutad under" */
	words: string;
	title: string;
	to: string;
}

/** As much of an aktivitet's words as a list of åtgärder has room for. */
const LONGEST_QUOTATION = 90;

/** The aktivitet of an åtgärd, by its first words. */
export function aktivitetWords(quotation: string): string {
	return shortened(quotation, LONGEST_QUOTATION);
}

/** Who can be responsible for one, to choose from; mostly the kommun. */
export const ATGARD_OWNERS = (["kommun", "polis", "gemensamt", "annan"] as const).map((value) => ({
	value,
	label: performedByName(value),
}));

function overdueTextOf(atgard: AtgardFacts, today: IsoDate): string | null {
	const days = daysOverdue(atgard, today);
	if (days === 0 || atgard.dueOn === null) return null;
	const since = atgard.dueOn.slice(0, 4) === today.slice(0, 4) ? formatDay(atgard.dueOn) : formatDate(atgard.dueOn);
	return `Försenad sedan ${since}, ${countOf(days, "dag", "dagar")}`;
}

function dueTextOf({ doneOn, dueOn }: AtgardFacts, today: IsoDate): string | null {
	if (doneOn) return `klar ${formatDate(doneOn)}`;
	if (!dueOn) return null;
	return `klar senast ${dueOn === today ? "i dag" : formatDate(dueOn)}`;
}
