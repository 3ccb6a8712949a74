import type { Role } from "#app/domain/permissions.ts";
import * as paste from "#app/routes/intern.$kommun.dokument.nytt._index/route.tsx";
import * as review from "#app/routes/intern.$kommun.dokument.nytt.$id._index/route.tsx";
import * as aktivitet from "#app/routes/intern.$kommun.dokument.nytt.$id.aktivitet.$key/route.tsx";
import { makeScene } from "#tests/factories/scene.ts";
import { callAction, signedIn } from "./context.ts";
import { formWith } from "./html.ts";
import { openPage, postForm } from "./page.tsx";

export type UtkastScene = Awaited<ReturnType<typeof makeUtkastScene>>;

interface Visitor {
	cookie: string;
}

type Fields = Record<string, string | readonly string[]>;

/** Two kommuner, and the pages of a new dokument as people of the one use them. */
export async function makeUtkastScene() {
	const scene = await makeScene();
	const { db, kommun } = scene;
	const as = (...roles: Role[]) => signedIn({ db, roles, kommun });
	const samordnare = await as("samordnare");
	const polis = await as("kommunpolis");

	const pasteCall = ({ cookie }: Visitor = samordnare, query = "") => ({
		path: `/intern/${kommun.slug}/dokument/nytt${query}`,
		params: { kommun: kommun.slug },
		cookie,
	});
	const reviewCall = (id: number, { cookie }: Visitor = samordnare, query = "") => ({
		path: `/intern/${kommun.slug}/dokument/nytt/${id}${query}`,
		params: { kommun: kommun.slug, id: String(id) },
		cookie,
	});
	const aktivitetCall = (id: number, key: string, { cookie }: Visitor = samordnare, query = "") => ({
		path: `/intern/${kommun.slug}/dokument/nytt/${id}/aktivitet/${key}${query}`,
		params: { kommun: kommun.slug, id: String(id), key },
		cookie,
	});

	/** Sends the first page's form, as a browser does: multipart, with an empty file where none is chosen. */
	async function send({ text = "", file, sourceNote = "" }: { text?: string; file?: File; sourceNote?: string }) {
		const { forms } = await openPage(paste, pasteCall());
		const { uuid = [] } = formWith(forms, { intent: "beginDokumentutkast" });
		const multipart = new FormData();
		multipart.append("intent", "beginDokumentutkast");
		multipart.append("uuid", uuid[0] ?? "");
		multipart.append("text", text);
		multipart.append("file", file ?? new File([], "", { type: "application/octet-stream" }));
		multipart.append("sourceNote", sourceNote);
		return callAction(paste.action, { ...pasteCall(), multipart });
	}

	/** An utkast of a text, with its id. */
	async function begin(text: string): Promise<number> {
		const { location } = await send({ text });
		const id = Number(/\/nytt\/(\d+)/.exec(location ?? "")?.[1]);
		if (!id) throw new Error(`no utkast was begun: ${location}`);
		return id;
	}

	/** Opens the review, fills in its form that posts these values, and sends it: as somebody at a keyboard does. */
	async function answer(id: number, which: Record<string, string | number>, typed: Fields = {}, who = samordnare) {
		const { forms } = await openPage(review, reviewCall(id, who));
		return postForm(review, { ...reviewCall(id, who), fields: { ...formWith(forms, which), ...typed } });
	}

	/** The same on the page of an aktivitet. */
	async function edit(id: number, key: string, which: Record<string, string | number>, typed: Fields = {}) {
		const { forms } = await openPage(aktivitet, aktivitetCall(id, key));
		return postForm(aktivitet, { ...aktivitetCall(id, key), fields: { ...formWith(forms, which), ...typed } });
	}

	const open = (id: number, who = samordnare) => openPage(review, reviewCall(id, who));
	const openAktivitet = (id: number, key: string, query = "") =>
		openPage(aktivitet, aktivitetCall(id, key, samordnare, query));
	return {
		...scene,
		samordnare,
		polis,
		as,
		pasteCall,
		reviewCall,
		aktivitetCall,
		send,
		begin,
		answer,
		edit,
		open,
		openAktivitet,
	};
}
