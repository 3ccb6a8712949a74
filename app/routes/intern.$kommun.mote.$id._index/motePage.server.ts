import { upperFirst } from "#app/domain/format.ts";
import { MOTE_STATE_WORD, MOTE_STEPS, type MoteStep, whyNotMote } from "#app/domain/mote.ts";
import { ATGARD_OWNERS } from "#app/features/atgarder/atgardView.ts";
import type { EditablePunkt } from "#app/features/mote/AgendaTools.tsx";
import type { KommunContext } from "#app/http/protect.server.ts";
import type { MoteView } from "#app/mote/findMote.server.ts";
import { protokollOf } from "#app/mote/protokoll.ts";
import { deltagareWords } from "#app/mote/protokollWords.ts";
import { optionsOf } from "#app/routes/intern.$kommun.atgarder/atgarderView.server.ts";
import { moteFieldValues } from "#app/routes/intern.$kommun.mote._index/moteFieldValues.ts";
import { findAllAktivitetNames } from "#db/aktivitetName.server.ts";
import { findAskedMote } from "./askedMote.server.ts";
import { closingSentences } from "./closing.ts";
import { savedText } from "./intents.server.ts";
import { punktViews } from "./punktViews.server.ts";
import { whenWords } from "./whenWords.ts";

/** A meeting: its agenda while it is planned, what is recorded while it is held, and then its minutes. */
export async function motePage(context: KommunContext) {
	const { db, kommun, url, today, may } = context;
	const view = await findAskedMote(context);
	const { mote, content } = view;
	const path = `/intern/${kommun.slug}`;
	const here = `${path}/mote/${mote.id}`;
	const canRun = may("runMote");
	const { heading, facts, closing, justering } = protokollOf(content, { installtReason: mote.installtReason });
	const punkter = await punktViews(db, view, { kommun, today });
	return {
		kommun: kommun.name,
		listTo: `${path}/mote`,
		atgarderTo: `${path}/atgarder?visa=alla`,
		projectorTo: `${here}/visa`,
		files: [
			{ label: "PDF", to: `${here}.pdf` },
			{ label: "Text", to: `${here}.txt` },
		],
		title: mote.title,
		when: upperFirst(whenWords(mote)),
		place: mote.place,
		state: mote.state,
		stateWord: MOTE_STATE_WORD[mote.state],
		isExample: content.isExample,
		heading,
		facts,
		closing,
		// The minutes tell it among their facts.
		deltagare: mote.state === "avslutat" ? [] : deltagareWords(content.deltagare),
		isSigned: justering !== null,
		installtReason: mote.installtReason,
		version: mote.version,
		today,
		canRun,
		whyNot: whyNotOf(view, { canRun, today }),
		fields: moteFieldValues(mote, view.deltagare),
		punkter,
		editable: editablePunkter(view),
		removed: view.agenda.filter(({ isRemoved }) => isRemoved).map(({ key, title }) => ({ key, title })),
		freshUuid: crypto.randomUUID(),
		choices: await atgardChoices(context, view),
		closesWith: mote.state === "oppet" ? closingSentences(content) : [],
		saved: savedText(url.searchParams.get("sparat")),
	};
}

/** Why each step cannot be taken now; null for one that the reader is offered, and no words for whoever takes none. */
function whyNotOf({ facts }: MoteView, { canRun, today }: { canRun: boolean; today: string }) {
	const entries = MOTE_STEPS.map((step): [MoteStep, string | null] => [
		step,
		canRun ? whyNotMote(step, facts, today) : "",
	]);
	return Object.fromEntries(entries) as Record<MoteStep, string | null>;
}

/** Whose an åtgärd can be and what it can belong to; nothing to choose from while none is decided. */
export async function atgardChoices({ db, kommun, today, may }: KommunContext, { mote }: MoteView) {
	const isDeciding = mote.state === "oppet" && may("runMote");
	const names = isDeciding ? await findAllAktivitetNames(db, { kommunId: kommun.id, begunBy: today }) : [];
	return { owners: ATGARD_OWNERS, aktiviteter: optionsOf(names) };
}

function editablePunkter({ agenda, content }: MoteView): EditablePunkt[] {
	const shown = agenda.filter(({ isRemoved }) => !isRemoved);
	return shown.map(({ key, version, title, lines, anteckning, outcome }, index) => {
		const punkt = content.punkter.find((one) => one.key === key);
		const decided = (punkt?.beslut.length ?? 0) + (punkt?.nyaAtgarder.length ?? 0);
		return {
			key,
			version,
			title,
			text: lines.join("\n"),
			isFirst: index === 0,
			isLast: index === shown.length - 1,
			isRecorded: decided > 0 || anteckning !== "" || outcome !== null,
			fresh: crypto.randomUUID(),
		};
	});
}
