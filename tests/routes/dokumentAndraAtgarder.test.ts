import { beforeEach, expect, test } from "vitest";
import { decideAtgard } from "#app/commands/decideAtgard.server.ts";
import * as aktivitet from "#app/routes/intern.$kommun.aktivitet.$id/route.tsx";
import * as list from "#app/routes/intern.$kommun.atgarder/route.tsx";
import { findAtgard } from "#db/atgard.server.ts";
import { type MadeDokument, makeDokument } from "#tests/factories/dokument.ts";
import { makeScene, type Scene } from "#tests/factories/scene.ts";
import { callAction, signedIn } from "./context.ts";
import { formWith } from "./html.ts";
import { openPage, postForm } from "./page.tsx";

let scene: Scene;
let cookie: string;
let next: MadeDokument;
let atgardId: number;

/** An åtgärd that was open when another dokument took over, with the aktivitet carried on there. */
beforeEach(async () => {
	scene = await makeScene();
	const { db, samordnare, dokument, kommun } = scene;
	({ cookie } = await signedIn({ db, roles: ["samordnare"], kommun }));
	next = await makeDokument(db, samordnare, {
		title: "Löfte två",
		inForceFrom: "2018-10-01",
		inForceTo: null,
		replacesDokumentId: dokument.id,
	});
	await db
		.updateTable("aktivitet")
		.set({ carried_from_id: dokument.aktivitetIds.actions })
		.where("id", "=", next.aktivitetIds.actions)
		.execute();
	({ id: atgardId } = await decideAtgard(db, samordnare, {
		aktivitetId: dokument.aktivitetIds.actions,
		title: "Laga lampan",
		owner: "kommun",
		decidedOn: "2018-09-01",
		dueOn: null,
	}));
});

function callFor(id: number) {
	const { slug } = scene.kommun;
	return { path: `/intern/${slug}/aktivitet/${id}`, params: { kommun: slug, id: String(id) }, cookie };
}

test("it stands under both aktiviteter, and each says where else; the kommun's list has it once", async () => {
	const { slug } = scene.kommun;
	const { actions } = scene.dokument.aktivitetIds;
	const old = await openPage(aktivitet, callFor(actions));
	expect(old.text).toContain("Följs vidare i Löfte två");
	expect(old.html).toContain(`href="/intern/${slug}/aktivitet/${next.aktivitetIds.actions}"`);
	const carried = await openPage(aktivitet, callFor(next.aktivitetIds.actions));
	expect(carried.text).toContain("0 av 1 beslutade åtgärder utförda");
	expect(carried.text).toContain("Beslutad under Medborgarlöfte 2018");
	expect(carried.html).toContain(`href="/intern/${slug}/aktivitet/${actions}"`);
	const all = await openPage(list, { path: `/intern/${slug}/atgarder`, params: { kommun: slug }, cookie });
	expect(all.html.match(new RegExp(`id="atgard-${atgardId}"`, "g"))).toHaveLength(1);
	expect(all.text).toContain("Följs vidare i Löfte två");
});

test("it is closed where it goes on, and from no other aktivitet", async () => {
	const call = callFor(next.aktivitetIds.actions);
	const form = formWith((await openPage(aktivitet, call)).forms, { intent: "completeAtgard", atgardId });
	const elsewhere = callFor(scene.dokument.aktivitetIds.count);
	expect((await callAction(aktivitet.action, { ...elsewhere, fields: form })).status).toBe(404);
	expect((await postForm(aktivitet, { ...call, fields: { ...form, doneOn: "2018-10-10" } })).status).toBe(302);
	expect(await findAtgard(scene.db, { kommunId: scene.kommun.id, atgardId })).toMatchObject({ doneOn: "2018-10-10" });
	expect((await openPage(aktivitet, call)).text).toContain("1 av 1 beslutade åtgärder utförda");
});
