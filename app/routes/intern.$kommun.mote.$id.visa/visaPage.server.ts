import { countOf, upperFirst } from "#app/domain/format.ts";
import { MOTE_STATE_WORD, whyNotMote } from "#app/domain/mote.ts";
import type { PunktView } from "#app/features/mote/punktView.ts";
import type { KommunContext } from "#app/http/protect.server.ts";
import { type DeviationChart, findDeviationChart } from "#app/mote/findDeviationChart.server.ts";
import { deltagareWords } from "#app/mote/protokollWords.ts";
import { findAskedMote } from "#app/routes/intern.$kommun.mote.$id._index/askedMote.server.ts";
import { closingSentences } from "#app/routes/intern.$kommun.mote.$id._index/closing.ts";
import { savedText } from "#app/routes/intern.$kommun.mote.$id._index/intents.server.ts";
import { atgardChoices } from "#app/routes/intern.$kommun.mote.$id._index/motePage.server.ts";
import { punktViews } from "#app/routes/intern.$kommun.mote.$id._index/punktViews.server.ts";
import { whenWords } from "#app/routes/intern.$kommun.mote.$id._index/whenWords.ts";

/** What one screen shows. */
export type MoteScreen =
	| { kind: "start"; when: string; place: string; deltagare: string[]; agenda: AgendaLine[] }
	| { kind: "punkt"; punkt: PunktView; chart: DeviationChart | undefined }
	| { kind: "slut"; decided: PunktView[]; consequences: string[] };

interface AgendaLine {
	key: string;
	number: string;
	title: string;
	to: string;
}

/** The last screen in the address; the first is that without any. */
const LAST = "slut";

/** One screen of the meeting: what it is and its agenda, each item (`?punkt=`) and last what was decided. */
export async function visaPage(context: KommunContext) {
	const { db, kommun, url, today, may } = context;
	const view = await findAskedMote(context);
	const { mote, content, facts } = view;
	const canRun = may("runMote");
	const punkter = await punktViews(db, view, { kommun, today });
	const path = `/intern/${kommun.slug}/mote/${mote.id}`;
	const screenTo = (key: string) => `${path}/visa${key === "" ? "" : `?${new URLSearchParams({ punkt: key })}`}`;
	const keys = ["", ...punkter.map(({ key }) => key), LAST];
	const at = Math.max(0, keys.indexOf(url.searchParams.get("punkt") ?? ""));
	const punkt = punkter[at - 1];
	const showsChart = punkt?.kind === "avvikelse" && (mote.state === "planerat" || mote.state === "oppet");
	const chart =
		showsChart && punkt.aktivitetId !== null
			? await findDeviationChart(db, {
					kommunId: kommun.id,
					heldOn: mote.heldOn,
					today,
					aktivitetId: punkt.aktivitetId,
				})
			: undefined;
	const whyNot = canRun ? whyNotMote("decide", facts, today) : null;
	const isStart = at === 0;
	return {
		kommun: kommun.name,
		/** The first screen is all about when and where, so its frame says only whose and how far it has come. */
		title: isStart ? kommun.name : mote.title,
		name: mote.title,
		subtitle: [
			...(isStart ? [] : [whenWords(mote)]),
			MOTE_STATE_WORD[mote.state].toLowerCase(),
			...(content.isExample ? ["exempeldata"] : []),
		].join(", "),
		screen: screenOf(),
		screenKey: keys[at] ?? "",
		position: `${at + 1} av ${keys.length}`,
		links: {
			first: screenTo(""),
			previous: at > 0 ? screenTo(keys[at - 1] ?? "") : null,
			next: at < keys.length - 1 ? screenTo(keys[at + 1] ?? "") : null,
			last: screenTo(LAST),
		},
		closeTo: path,
		atgarderTo: `/intern/${kommun.slug}/atgarder?visa=alla`,
		isPlanned: mote.state === "planerat",
		isOpen: mote.state === "oppet",
		canDecide: canRun && whyNot === null,
		canOpen: canRun && whyNotMote("openMote", facts, today) === null,
		/** Why nothing can be written now, for whoever else could. */
		whyNot,
		version: mote.version,
		today,
		choices: await atgardChoices(context, view),
		saved: savedIn(url, punkt),
	};

	function screenOf(): MoteScreen {
		if (punkt) return { kind: "punkt", punkt, chart };
		if (keys[at] === LAST)
			return {
				kind: "slut",
				decided: punkter.filter(({ beslut, nyaAtgarder, outcome }) => beslut.length > 0 || nyaAtgarder || outcome),
				consequences: closingSentences(content),
			};
		return {
			kind: "start",
			when: upperFirst(whenWords(mote)),
			place: mote.place,
			deltagare: deltagareWords(content.deltagare),
			agenda: punkter.map(({ key, number, title }, index) => ({
				key,
				number,
				title: content.punkter[index]?.title ?? title,
				to: screenTo(key),
			})),
		};
	}
}

/** What was just saved. Of several beslut in a row each is told apart. */
function savedIn(url: URL, punkt: PunktView | undefined): string | null {
	const name = url.searchParams.get("sparat");
	const count = punkt?.beslut.length ?? 0;
	if (name !== "recordBeslut" || count < 2) return savedText(name);
	return `Beslutet är antecknat. Punkten har nu ${countOf(count, "beslut", "beslut")}.`;
}
