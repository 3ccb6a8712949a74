import { formatPeriod } from "#app/domain/format.ts";
import { RAPPORT_STATE_WORD } from "#app/domain/rapport.ts";
import { isRowId } from "#app/domain/rowId.ts";
import type { KommunContext } from "#app/http/protect.server.ts";
import { dokumentQuery, findAskedRapport } from "#app/rapport/askedRapport.server.ts";
import { slidesOf } from "#app/rapport/slides.ts";

/**
 * One screen of the report, `?bild=` from 1; a number beyond the last shows the last. With `?mote=` it was opened from a
 * meeting, and closing it leads back to the item there.
 */
export async function visaPage({ db, kommun, params, url, today }: KommunContext) {
	const asked = await findAskedRapport(db, {
		kommunId: kommun.id,
		periodCode: params.period,
		query: url.searchParams,
		today,
	});
	const { period, view } = asked;
	const { content, facts } = view;
	const slides = slidesOf(content);
	const last = slides.length;
	const number = Math.min(Math.max(1, Math.trunc(Number(url.searchParams.get("bild"))) || 1), last);
	const path = `/intern/${kommun.slug}/rapport/${period.code}`;
	const kept = new URLSearchParams(dokumentQuery(asked));
	if (url.searchParams.has("version")) kept.set("version", String(content.edition));
	const mote = url.searchParams.get("mote");
	const rapportTo = kept.size > 0 ? `${path}?${kept}` : path;
	const isFromMote = mote !== null && isRowId(mote);
	if (isFromMote) kept.set("mote", mote);
	const screen = (bild: number) => `${path}/visa?${new URLSearchParams([...kept, ["bild", String(bild)]])}`;
	return {
		kommun: kommun.name,
		title: content.dokument.title,
		subtitle: [
			formatPeriod(period),
			content.edition > 1 && `version ${content.edition}`,
			RAPPORT_STATE_WORD[facts.state].toLowerCase(),
			content.isExample && "exempeldata",
		]
			.filter(Boolean)
			.join(", "),
		slide: slides[number - 1],
		position: `${number} av ${last}`,
		links: {
			first: screen(1),
			previous: number > 1 ? screen(number - 1) : null,
			next: number < last ? screen(number + 1) : null,
			last: screen(last),
		},
		closeTo: isFromMote ? `/intern/${kommun.slug}/mote/${mote}/visa?punkt=rapport:${view.rapport?.id ?? 0}` : rapportTo,
	};
}
