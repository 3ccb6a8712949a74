import type { MoteState } from "#app/domain/mote.ts";
import type { Role } from "#app/domain/permissions.ts";
import * as list from "#app/routes/intern.$kommun.mote._index/route.tsx";
import * as page from "#app/routes/intern.$kommun.mote.$id._index/route.tsx";
import * as visa from "#app/routes/intern.$kommun.mote.$id.visa/route.tsx";
import { makeMote } from "#tests/factories/mote.ts";
import { type MadeRapport, makeRapport } from "#tests/factories/rapport.ts";
import { makeScene } from "#tests/factories/scene.ts";
import { callAction, callLoader, signedIn } from "./context.ts";
import { formWith } from "./html.ts";
import { openPage, postForm } from "./page.tsx";
import { asPosted, type Fields, type Visitor } from "./rapportScene.ts";

export type MoteScene = Awaited<ReturnType<typeof makeMoteScene>>;

/** What is on the page, by its name there. */
interface Which {
	/** The item on the projector; none for the first screen. */
	punkt?: string;
}

/** Two kommuner, and the meeting pages of the one as people in its roles use them; a report waits to be reviewed. */
export async function makeMoteScene() {
	const scene = await makeScene();
	const { db, kommun } = scene;
	const rapport: MadeRapport = await makeRapport(scene, { state: "inlamnad" });
	const as = (...roles: Role[]) => signedIn({ db, roles, kommun });
	const samordnare = await as("samordnare");

	const listCall = ({ cookie }: Visitor, query = "") => ({
		path: `/intern/${kommun.slug}/mote${query}`,
		params: { kommun: kommun.slug },
		cookie,
	});
	const pageCall = ({ cookie }: Visitor, id: number, query = "") => ({
		path: `/intern/${kommun.slug}/mote/${id}${query}`,
		params: { kommun: kommun.slug, id: String(id) },
		cookie,
	});
	const visaCall = (who: Visitor, id: number, { punkt }: Which = {}) => {
		const query = punkt === undefined ? "" : `?${new URLSearchParams({ punkt })}`;
		return { ...pageCall(who, id), path: `/intern/${kommun.slug}/mote/${id}/visa${query}` };
	};

	/** Opens the page, fills in its form that posts these values, and sends it: as somebody at a keyboard does. */
	async function fillIn(who: Visitor, id: number, which: Record<string, string | number>, typed: Fields = {}) {
		const { forms } = await openPage(page, pageCall(who, id));
		return postForm(page, { ...pageCall(who, id), fields: { ...asPosted(formWith(forms, which)), ...typed } });
	}

	async function fillInOnScreen(
		who: Visitor,
		id: number,
		{ punkt, ...which }: Which & Record<string, string | number | undefined>,
		typed: Fields = {},
	) {
		const call = visaCall(who, id, punkt === undefined ? {} : { punkt });
		const { forms } = await openPage(visa, call);
		const wanted = Object.fromEntries(Object.entries(which).map(([name, value]) => [name, String(value)]));
		return postForm(visa, { ...call, fields: { ...asPosted(formWith(forms, wanted)), ...typed } });
	}

	return {
		...scene,
		rapport,
		rapportKey: `rapport:${rapport.id}`,
		as,
		/** The one who opens the pages; the factories' own is `scene.samordnare`. */
		visitor: samordnare,
		makeIn: (state: MoteState) => makeMote(scene, { state }),
		list: {
			open: (who: Visitor, query?: string) => openPage(list, listCall(who, query)),
			post: (who: Visitor, fields: Fields) => postForm(list, { ...listCall(who), fields }),
		},
		page: {
			open: (who: Visitor, id: number, query?: string) => openPage(page, pageCall(who, id, query)),
			answer: (who: Visitor, id: number) => callLoader(page.loader, pageCall(who, id)),
			post: (who: Visitor, id: number, fields: Fields) => callAction(page.action, { ...pageCall(who, id), fields }),
			redraw: (who: Visitor, id: number, fields: Fields) => postForm(page, { ...pageCall(who, id), fields }),
			fillIn,
		},
		visa: {
			open: (who: Visitor, id: number, which?: Which) => openPage(visa, visaCall(who, id, which)),
			answer: (who: Visitor, id: number) => callLoader(visa.loader, visaCall(who, id)),
			post: (who: Visitor, id: number, fields: Fields) => callAction(visa.action, { ...visaCall(who, id), fields }),
			fillIn: fillInOnScreen,
		},
	};
}

/** The intents that a page's forms post, each once, in order of the alphabet. */
export function intentsOf({ forms }: { forms: readonly Record<string, string[]>[] }): string[] {
	return [...new Set(forms.flatMap(({ intent }) => intent ?? []))].sort();
}
