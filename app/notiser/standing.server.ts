import type { IsoDate } from "#app/domain/dates.ts";
import type { FollowUp } from "#app/domain/followUp.ts";
import { formatDate, formatPeriod } from "#app/domain/format.ts";
import { choosePeriod } from "#app/domain/periodChoice.ts";
import type { Status } from "#app/domain/status.ts";
import { evaluateDokument } from "#app/measures/evaluate.ts";

/** How a kommun stands on the whole. */
export interface Standing {
	/** "Tertial 3 2018", the one that runs or else the last one followed; null: nothing has begun. */
	period: string | null;
	/** When its first dokument begins; null: it has none. */
	begins: string | null;
	/** No dokument is in force any more. */
	isOver: boolean;
	natt: number;
	withMinimum: number;
	/** How many aktiviteter are behind or not reached in a period that runs. */
	behindCount: number;
}

const BEHIND: readonly Status[] = ["ej_natt", "efter"];

/** The same period and count as on the kommun's own översikt. */
export function standingOf(followUp: FollowUp, today: IsoDate): Standing {
	const choice = choosePeriod(followUp.dokument, { requested: null, today });
	const begins = followUp.dokument[0] ? formatDate(followUp.dokument[0].inForceFrom) : null;
	if (!choice) return { period: null, begins, isOver: false, natt: 0, withMinimum: 0, behindCount: 0 };
	const evaluated = followUp.dokument.flatMap(
		(dokument) => evaluateDokument(followUp, dokument, { period: choice.current, today }) ?? [],
	);
	const isOver = choice.current.to < today;
	const behind = evaluated.flatMap(({ aktiviteter }) => aktiviteter.filter(({ status }) => BEHIND.includes(status)));
	return {
		period: formatPeriod(choice.current),
		begins,
		isOver,
		natt: evaluated.reduce((sum, { summary }) => sum + summary.natt, 0),
		withMinimum: evaluated.reduce((sum, { summary }) => sum + summary.withMinimum, 0),
		behindCount: isOver ? 0 : behind.length,
	};
}
