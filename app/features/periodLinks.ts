import { formatPeriodShort } from "#app/domain/format.ts";
import type { PeriodChoice } from "#app/domain/periodChoice.ts";
import type { Period } from "#app/domain/periods.ts";

export interface PeriodLink {
	label: string;
	to: string;
	isCurrent: boolean;
}

/** The period switcher of a page: its year's periods, with a step to the years around it. For loaders. */
export function periodLinks(choice: PeriodChoice, path: string): PeriodLink[] {
	const { current, sameYear, earlierYear, laterYear } = choice;
	const link = (period: Period, label: string): PeriodLink => ({
		label,
		to: `${path}?period=${period.code}`,
		isCurrent: period.code === current.code,
	});
	return [
		...(earlierYear ? [link(earlierYear, `‹ ${earlierYear.year}`)] : []),
		...sameYear.map((period) => link(period, formatPeriodShort(period))),
		...(laterYear ? [link(laterYear, `${laterYear.year} ›`)] : []),
	];
}
