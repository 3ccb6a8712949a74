import { expect } from "vitest";
import * as route from "#app/routes/intern.$kommun.aktivitet.$id/route.tsx";
import { type MadeDokument, makeDokument } from "#tests/factories/dokument.ts";
import { makeScene } from "#tests/factories/scene.ts";
import { signedIn } from "./context.ts";
import { formWith } from "./html.ts";
import { openPage, postForm } from "./page.tsx";

/** Each is followed by one kind of measure. */
export type Line = keyof MadeDokument["aktivitetIds"];
export type Fields = Record<string, string | string[]>;
export type Visitor = Awaited<ReturnType<typeof signedIn>>;
export type AktivitetScene = Awaited<ReturnType<typeof makeAktivitetScene>>;

/** Two kommuner with their dokument, and the aktivitet pages of the one as its police officer and its samordnare use them. */
export async function makeAktivitetScene() {
	const scene = await makeScene();
	const { db, kommun, dokument } = scene;
	const polis = await signedIn({ db, roles: ["kommunpolis"], kommun });
	const samordnare = await signedIn({ db, roles: ["samordnare"], kommun });

	function callFor(line: Line, { cookie }: Visitor = polis, query = "") {
		const id = String(dokument.aktivitetIds[line]);
		return { path: `/intern/${kommun.slug}/aktivitet/${id}${query}`, params: { kommun: kommun.slug, id }, cookie };
	}

	const open = (line: Line, as?: Visitor) => openPage(route, callFor(line, as));
	const post = (line: Line, fields: Fields, as?: Visitor) => postForm(route, { ...callFor(line, as), fields });

	/** Opens the page, fills in its form that posts these values, and sends it: as somebody at a keyboard does. */
	async function fillIn(line: Line, which: Record<string, string | number>, typed: Fields = {}, as?: Visitor) {
		const { forms } = await open(line, as);
		return post(line, { ...formWith(forms, which), ...typed }, as);
	}

	/** Everything that the page's forms can write. */
	async function everythingWritten() {
		return {
			excused: await db.selectFrom("excused_slot").selectAll().execute(),
			atgarder: await db.selectFrom("atgard").selectAll().execute(),
			fordelningar: await db.selectFrom("fordelning").selectAll().execute(),
			fragor: await db.selectFrom("fraga").selectAll().execute(),
			events: await db.selectFrom("audit_event").selectAll().execute(),
		};
	}

	/** Holds that it is refused with one message, and that nothing is written. */
	async function expectRefused<Answer extends { status: number; body: unknown }>(
		posting: () => Promise<Answer>,
		{ status, field, message }: { status: number; field?: string | null; message: string },
	) {
		const before = await everythingWritten();
		const refused = await posting();
		expect(refused).toMatchObject({
			status,
			body: { errors: [{ ...(field !== undefined && { field }), message: expect.stringContaining(message) }] },
		});
		expect(await everythingWritten()).toEqual(before);
		return refused;
	}

	return {
		...scene,
		/** A second dokument of the same kommun, with the same lines. */
		other: await makeDokument(db, samordnare.actor),
		polis,
		samordnare,
		callFor,
		open,
		post,
		fillIn,
		everythingWritten,
		expectRefused,
	};
}
