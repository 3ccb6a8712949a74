/** Who carried out a genomförande, or owns an åtgärd. */
export const PERFORMED_BY = ["polis", "kommun", "gemensamt", "annan"] as const;
export type PerformedBy = (typeof PERFORMED_BY)[number];

const NAME: Record<PerformedBy, string> = {
	polis: "Polisen",
	kommun: "Kommunen",
	gemensamt: "Polisen och kommunen",
	annan: "Annan part",
};

export function performedByName(code: PerformedBy): string {
	return NAME[code];
}
