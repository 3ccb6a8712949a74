import { performedByName } from "#app/domain/performedBy.ts";
import type { KommunContext } from "#app/http/protect.server.ts";
import type { PossibleDuplicate } from "#db/genomforandeSuggestion.server.ts";
import { describeRow } from "./receipt.server.ts";
import type { Twin } from "./TwinQuestion.tsx";

/** The other party's registration in words, with where the answers lead. */
export function twinOf({ url, kommun, today }: KommunContext, duplicate: PossibleDuplicate): Twin {
	const { id, measureName, performedBy } = duplicate;
	const what = describeRow({ today }, { ...duplicate, measures: [{ name: measureName }] });
	return {
		text: `${what} Utförd av: ${performedByName(performedBy)}.`,
		to: `/intern/${kommun.slug}/registreringar/${id}`,
		sameTo: pageAddress(url, { redan: String(id) }),
	};
}

/** The log page itself, on the day it shows, with what to say there. */
export function pageAddress(url: URL, receipt: { sparat: string } | { redan: string }): string {
	const params = new URLSearchParams(receipt);
	const datum = url.searchParams.get("datum");
	if (datum) params.set("datum", datum);
	return `${url.pathname}?${params}`;
}
