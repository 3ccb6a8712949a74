import { expect, test } from "vitest";
import { planMote } from "#app/commands/planMote.server.ts";
import * as aktivitet from "#app/routes/intern.$kommun.aktivitet.$id/route.tsx";
import * as mote from "#app/routes/intern.$kommun.mote.$id._index/route.tsx";
import { aktivitetOf, demoDatabase, kommunOf } from "#tests/factories/demo.ts";
import { newMote } from "#tests/factories/mote.ts";
import { signedIn } from "./context.ts";
import { formWith } from "./html.ts";
import { openPage, postForm } from "./page.tsx";
import { asPosted, type Fields } from "./rapportScene.ts";

test("in Sunne 7 of 11 are done; one more decided at a meeting makes it 7 of 12, done there 8 of 12, and taken up again none", async () => {
	const db = await demoDatabase();
	const { id: aktivitetId } = await aktivitetOf(db, { dokument: "Sunne", words: "trygghetsvandring" });
	const { actor, cookie } = await signedIn({ db, roles: ["samordnare"], kommun: await kommunOf(db, "sunne") });
	const plan = async () => (await planMote(db, actor, { uuid: crypto.randomUUID(), ...newMote() })).id;
	const callOf = (id: number) => ({
		path: `/intern/sunne/mote/${id}`,
		params: { kommun: "sunne", id: String(id) },
		cookie,
	});
	const fillIn = async (id: number, which: Record<string, string | number>, typed: Fields = {}) => {
		const { forms } = await openPage(mote, callOf(id));
		const { status } = await postForm(mote, {
			...callOf(id),
			fields: { ...asPosted(formWith(forms, which)), ...typed },
		});
		expect(status, JSON.stringify(which)).toBe(302);
	};
	const figure = async () => {
		const call = {
			path: `/intern/sunne/aktivitet/${aktivitetId}`,
			params: { kommun: "sunne", id: String(aktivitetId) },
			cookie,
		};
		return /\d+ av \d+ beslutade åtgärder utförda/.exec((await openPage(aktivitet, call)).text)?.[0];
	};
	expect(await figure()).toBe("7 av 11 beslutade åtgärder utförda");

	const id = await plan();
	await fillIn(id, { intent: "openMote" });
	const typed = { title: "Lys upp gångtunneln", aktivitetId: String(aktivitetId), dueOn: "1 december" };
	await fillIn(id, { intent: "decideAtgard", key: "kommande" }, typed);
	expect(await figure()).toBe("7 av 12 beslutade åtgärder utförda");
	await fillIn(id, { intent: "closeMote" });

	// It comes to the next meeting by itself, and is closed there.
	const next = await plan();
	expect((await openPage(mote, callOf(next))).text).toContain("Lys upp gångtunneln");
	await fillIn(next, { intent: "openMote" });
	const decided = await db
		.selectFrom("atgard")
		.select("id")
		.where("title", "=", "Lys upp gångtunneln")
		.executeTakeFirstOrThrow();
	await fillIn(next, { intent: "completeAtgard", atgardId: decided.id });
	expect(await figure()).toBe("8 av 12 beslutade åtgärder utförda");
	await fillIn(next, { intent: "closeMote" });
	expect((await openPage(mote, callOf(await plan()))).text).not.toContain("Lys upp gångtunneln");
});
