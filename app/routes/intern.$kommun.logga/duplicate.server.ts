import { performedByName } from "#app/domain/performedBy.ts";
import type { KommunContext } from "#app/http/protect.server.ts";
import type { PossibleDuplicate } from "#db/genomforandeSuggestion.server.ts";
import type { Duplicate } from "./DuplicateQuestion.tsx";
import { describeRow, pageAddress } from "./receipt.server.ts";

/** The other party's registration in words, with where the answers lead. */
export function describeDuplicate({ url, kommun, today }: KommunContext, duplicate: PossibleDuplicate): Duplicate {
	const { id, measureName, performedBy } = duplicate;
	const what = describeRow({ today }, { ...duplicate, measures: [{ name: measureName }] });
	return {
		text: `${what} Utförd av: ${performedByName(performedBy)}.`,
		to: `/intern/${kommun.slug}/registreringar/${id}`,
		sameTo: pageAddress(url, { redan: String(id) }),
	};
}
