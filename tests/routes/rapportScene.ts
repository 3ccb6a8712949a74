import type { Role } from "#app/domain/permissions.ts";
import type { RapportState } from "#app/domain/rapport.ts";
import * as list from "#app/routes/intern.$kommun.rapport._index/route.tsx";
import * as page from "#app/routes/intern.$kommun.rapport.$period._index/route.tsx";
import * as signera from "#app/routes/intern.$kommun.rapport.$period.signera/route.tsx";
import { latestEdition, type MadeRapport, makeRapport } from "#tests/factories/rapport.ts";
import { makeScene } from "#tests/factories/scene.ts";
import { callLoader, signedIn } from "./context.ts";
import { formWith, type PageForm } from "./html.ts";
import { openPage, postForm } from "./page.tsx";

export type Fields = Record<string, string>;
export type Visitor = Awaited<ReturnType<typeof signedIn>>;
export type RapportScene = Awaited<ReturnType<typeof makeRapportScene>>;

/** A form as a browser sends it untouched. */
export function asPosted(form: PageForm): Fields {
	return Object.fromEntries(Object.entries(form).map(([name, [value = ""]]) => [name, value]));
}

interface Where {
	period?: string;
	/** With its question mark. */
	query?: string;
}

/** Two kommuner with a dokument each, and the report pages of the one as people in its five roles use them. */
export async function makeRapportScene() {
	const scene = await makeScene();
	const { db, kommun, dokument } = scene;
	const as = async (...roles: Role[]) => signedIn({ db, roles, kommun });
	const polis = await as("kommunpolis");
	const samordnare = await as("samordnare");

	const callFor = ({ cookie }: Visitor, { period = "2018-T2", query = "" }: Where = {}, last = "") => ({
		path: `/intern/${kommun.slug}/rapport/${period}${last}${query}`,
		params: { kommun: kommun.slug, period },
		cookie,
	});
	const open = (who: Visitor, where?: Where) => openPage(page, callFor(who, where));
	const post = (who: Visitor, fields: Fields, where?: Where) => postForm(page, { ...callFor(who, where), fields });

	/** Opens the page, fills in its form that posts these values, and sends it: as somebody at a keyboard does. */
	async function fillIn(who: Visitor, which: Record<string, string | number>, typed: Fields = {}, where?: Where) {
		const { forms } = await open(who, where);
		return postForm(page, { ...callFor(who, where), fields: { ...formWith(forms, which), ...typed } });
	}

	/** The report in a state; made by people of its own, unlike the visitors. */
	async function makeInState(state: RapportState): Promise<MadeRapport & { version: number }> {
		const made = await makeRapport(scene, { state });
		return { ...made, version: (await latestEdition(scene, made))?.version ?? 0 };
	}

	return {
		...scene,
		polis,
		samordnare,
		/** As the factories know them: the ones who say klar in `makeInState`. */
		writers: { polis: scene.polis, samordnare: scene.samordnare },
		as,
		aktivitetId: dokument.aktivitetIds.count,
		callFor,
		open,
		post,
		fillIn,
		makeInState,
		/** What opening the page answers, also when that is no page. */
		answer: (who: Visitor, where?: Where) => callLoader(page.loader, callFor(who, where)),
		list: (who: Visitor) =>
			openPage(list, { path: `/intern/${kommun.slug}/rapport`, params: { kommun: kommun.slug }, cookie: who.cookie }),
		signera: {
			answer: (who: Visitor, where?: Where) => callLoader(signera.loader, callFor(who, where, "/signera")),
			open: (who: Visitor, where?: Where) => openPage(signera, callFor(who, where, "/signera")),
			post: (who: Visitor, fields: Fields, where?: Where) =>
				postForm(signera, { ...callFor(who, where, "/signera"), fields }),
		},
	};
}
