import type { PageHandle } from "#app/features/pageHandle.ts";

/** There is no such report: why is said by the error itself, and the way to those that there are by this. */
export const missingRapport: PageHandle["missing"] = {
	title: "Rapporten finns inte",
	instead: ({ kommun }) => ({ label: "Alla rapporter", to: `/intern/${kommun}/rapport` }),
};
