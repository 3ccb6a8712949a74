import { countOf, upperFirst } from "#app/domain/format.ts";
import { MOTE_STATE_WORD } from "#app/domain/mote.ts";
import { pageNumber } from "#app/http/pageNumber.server.ts";
import type { KommunContext } from "#app/http/protect.server.ts";
import { readMoteContent } from "#app/mote/content.ts";
import { findMoteView } from "#app/mote/findMote.server.ts";
import { timeWords } from "#app/mote/protokollWords.ts";
import { whenWords } from "#app/routes/intern.$kommun.mote.$id._index/whenWords.ts";
import { findAllMoten, findProtokoll, type MoteRow } from "#db/mote.server.ts";
import { findAllDeltagare } from "#db/moteDeltagare.server.ts";
import { moteFieldValues } from "./moteFieldValues.ts";

const PAGE_SIZE = 15;
/** What the council is called where no meeting has said it yet. */
const USUAL_TITLE = "Brottsförebyggande rådet";

/** The meetings of the kommun: the one that is held or comes next, those after it, and those that have been. */
export async function moteList(context: KommunContext) {
	const { db, kommun, may, url, today } = context;
	const kommunId = kommun.id;
	const path = `/intern/${kommun.slug}/mote`;
	const moten = await findAllMoten(db, { kommunId });
	const ahead = moten.filter(({ state }) => state === "oppet" || state === "planerat").sort(openFirst);
	const past = moten.filter((mote) => !ahead.includes(mote)).reverse();
	const pageCount = Math.max(1, Math.ceil(past.length / PAGE_SIZE));
	const page = Math.min(pageNumber(url), pageCount);
	const [next, ...later] = ahead;
	return {
		kommun: kommun.name,
		next: next ? await nextCard(context, next, path) : null,
		later: later.map((mote) => lineOf(mote, path)),
		past: await Promise.all(
			past.slice((page - 1) * PAGE_SIZE, page * PAGE_SIZE).map(async (mote) => ({
				...lineOf(mote, path),
				beslut: mote.state === "avslutat" ? await beslutText(context, mote) : null,
				pdfTo: mote.state === "avslutat" ? `${path}/${mote.id}.pdf` : null,
				reason: mote.installtReason,
			})),
		),
		page,
		pageLinks: Array.from({ length: pageCount }, (_, index) => (index === 0 ? path : `${path}?sida=${index + 1}`)),
		plan: may("runMote") ? { freshUuid: crypto.randomUUID(), values: await plannedAsLast(context, moten) } : null,
		today,
	};
}

/** What is held now comes before what is held sooner. */
function openFirst(a: MoteRow, b: MoteRow): number {
	return Number(b.state === "oppet") - Number(a.state === "oppet");
}

function lineOf(mote: MoteRow, path: string) {
	return {
		id: mote.id,
		to: `${path}/${mote.id}`,
		title: mote.title,
		when: upperFirst(whenWords(mote)),
		place: mote.place,
		state: mote.state,
		stateWord: MOTE_STATE_WORD[mote.state],
		isExample: mote.isExample,
	};
}

async function nextCard({ db, kommun, today }: KommunContext, mote: MoteRow, path: string) {
	const view = await findMoteView(db, { kommun, moteId: mote.id, today });
	const count = view?.content.punkter.length ?? 0;
	return {
		...lineOf(mote, path),
		kicker: kickerOf(mote, today),
		when: mote.heldOn === today ? `I dag kl. ${timeWords(mote)}` : lineOf(mote, path).when,
		punkter: count > 0 ? `${countOf(count, "punkt", "punkter")} på dagordningen` : "Ingen dagordning än",
		projectorTo: mote.state === "oppet" ? `${path}/${mote.id}/visa` : null,
	};
}

/** One whose day is past comes first too, until somebody has opened it, moved it or called it off. */
function kickerOf({ state, heldOn }: MoteRow, today: string): string {
	if (state === "oppet") return "Mötet pågår";
	return heldOn < today ? "Varken öppnat eller inställt" : "Nästa möte";
}

async function beslutText({ db, kommun }: KommunContext, { id }: MoteRow): Promise<string> {
	const protokoll = await findProtokoll(db, { kommunId: kommun.id, moteId: id });
	if (protokoll === undefined) return "Ingen uppgift";
	const { punkter } = readMoteContent(protokoll);
	const beslut = punkter.reduce((sum, punkt) => sum + punkt.beslut.length, 0);
	const atgarder = punkter.reduce((sum, punkt) => sum + punkt.nyaAtgarder.length, 0);
	return `${countOf(beslut, "beslut", "beslut")}, ${countOf(atgarder, "åtgärd", "åtgärder")}`;
}

/** Councils meet in the same place with the same people: all but the day is as at the meeting that was planned last. */
async function plannedAsLast({ db }: KommunContext, moten: readonly MoteRow[]) {
	const last = moten.filter(({ state }) => state !== "installt").at(-1);
	if (!last) return moteFieldValues({ title: USUAL_TITLE, heldOn: "", beginsAt: "", endsAt: null, place: "" }, []);
	return moteFieldValues({ ...last, heldOn: "" }, await findAllDeltagare(db, { moteId: last.id }));
}
