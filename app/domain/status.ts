/** Status of a measure in a period: one word and one shape, never colour alone, no averages. */
export const STATUSES = ["natt", "pa_vag", "efter", "ej_natt", "inte_igang", "inget_minimum"] as const;
export type Status = (typeof STATUSES)[number];

export const STATUS_WORD: Record<Status, string> = {
	natt: "Nått",
	pa_vag: "På väg",
	efter: "Efter",
	ej_natt: "Ej nått",
	inte_igang: "Inte igång",
	inget_minimum: "Inget minimum",
};

export const STATUS_SHAPE: Record<Status, string> = {
	natt: "●",
	pa_vag: "◐",
	efter: "◔",
	ej_natt: "○",
	inte_igang: "◇",
	inget_minimum: "–",
};

/** What needs attention comes first. */
const ATTENTION: readonly Status[] = ["ej_natt", "efter", "inte_igang", "pa_vag", "natt", "inget_minimum"];

export function compareAttention(a: Status, b: Status): number {
	return ATTENTION.indexOf(a) - ATTENTION.indexOf(b);
}

/**
 * The status of an aktivitet from its measures: the one that needs most attention. A measure without a minimum never
 * decides when another measure has one; an aktivitet without any measure has no minimum.
 */
export function combineStatuses(statuses: readonly Status[]): Status {
	return [...statuses].sort(compareAttention)[0] ?? "inget_minimum";
}

/** "5 av 7 nådda": aktiviteter without a minimum are counted apart, never as unfulfilled. */
export function countNadda(statuses: readonly Status[]): { natt: number; withMinimum: number; withoutMinimum: number } {
	const withMinimum = statuses.filter((status) => status !== "inget_minimum");
	return {
		natt: withMinimum.filter((status) => status === "natt").length,
		withMinimum: withMinimum.length,
		withoutMinimum: statuses.length - withMinimum.length,
	};
}
