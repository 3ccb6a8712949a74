import type { PageHandle } from "#app/features/pageHandle.ts";

/** There is no such meeting in the kommun; the way to those that there are. */
export const missingMote: PageHandle["missing"] = {
	title: "Mötet finns inte",
	instead: ({ kommun }) => ({ label: "Alla möten", to: `/intern/${kommun}/mote` }),
};
