import { beforeEach, describe, expect, test } from "vitest";
import { decideAtgard } from "#app/commands/decideAtgard.server.ts";
import type { Actor } from "#db/command.server.ts";
import { type AktivitetScene, type Fields, makeAktivitetScene } from "./aktivitetScene.ts";
import { formWith } from "./html.ts";

let at: AktivitetScene;

beforeEach(async () => {
	at = await makeAktivitetScene();
});

describe("an åtgärd", () => {
	const decision = { title: "Röj sly vid gångvägen", owner: "kommun", decidedOn: "2018-09-30", dueOn: "2018-10-10" };
	const decide = (typed: Fields = {}) => at.fillIn("actions", { intent: "decideAtgard" }, { ...decision, ...typed });
	const atgarder = async () => {
		const { data } = await at.open("actions");
		return { list: data.atgarder?.atgarder ?? [], headline: data.measures[0]?.headline };
	};

	test("is decided, late, done, opened again and makulerad", async () => {
		expect((await decide()).location).toMatch(/\?sparat=decideAtgard$/);
		const decided = await atgarder();
		expect(decided.list).toMatchObject([
			{
				title: decision.title,
				owner: "Kommunen",
				isDone: false,
				overdueText: "Försenad sedan 10 oktober, 5 dagar",
				isExample: false,
			},
		]);
		expect((await at.open("actions")).text).toContain(
			"Försenad sedan 10 oktober, 5 dagar Kommunen. Beslutad 30 september 2018.",
		);
		expect(decided.headline).toContain("0 av 1");

		const done = { doneOn: "12 oktober", doneNote: "Kommunens parkgrupp" };
		expect((await at.fillIn("actions", { intent: "completeAtgard" }, done)).location).toMatch(
			/\?sparat=completeAtgard$/,
		);
		const completed = await atgarder();
		expect(completed.headline).toContain("1 av 1");
		expect(completed.list).toMatchObject([
			{ isDone: true, overdueText: null, dueText: "klar 12 oktober 2018", doneNote: "Kommunens parkgrupp" },
		]);

		expect((await at.fillIn("actions", { intent: "reopenAtgard" })).location).toMatch(/\?sparat=reopenAtgard$/);
		expect(await atgarder()).toMatchObject({ list: [{ isDone: false, doneNote: null }], headline: decided.headline });

		const gone = await at.fillIn("actions", { intent: "makuleraAtgard" }, { reason: "Samma som en tidigare" });
		expect(gone.location).toMatch(/\?sparat=makuleraAtgard$/);
		expect((await atgarder()).list).toEqual([]);
		const [stored] = (await at.everythingWritten()).atgarder;
		expect(stored).toMatchObject({ makulerad_reason: "Samma som en tidigare", title: decision.title });
	});

	test.each<[string, Fields, string, string]>([
		["no title", { title: " " }, "title", "Åtgärd: skriv vad som ska göras."],
		["nobody responsible", { owner: "" }, "owner", "Ansvarig: välj vem"],
		["a decision to come", { decidedOn: "2018-10-16" }, "decidedOn", "Beslutad: välj en dag senast i dag."],
		["no day", { decidedOn: "häromdagen" }, "decidedOn", "Beslutad: dagen gick inte att läsa."],
		["due before it", { dueOn: "2018-09-29" }, "dueOn", "Klar senast: välj en dag som inte ligger före beslutet."],
	])("is not decided with %s, and everything typed stays", async (_what, typed, field, message) => {
		const { page } = await at.expectRefused(() => decide(typed), { status: 400, field, message });
		expect(page?.text).toContain(message);
		const expected = Object.entries({ ...decision, ...typed }).filter(([name]) => name !== "owner");
		expect(formWith(page?.forms ?? [], { intent: "decideAtgard" })).toMatchObject(
			Object.fromEntries(expected.map(([name, value]) => [name, [value]])),
		);
	});

	test("is not closed on a day to come or before it was decided", async () => {
		await decide();
		for (const [doneOn, message] of [
			["2018-10-16", "Klar den: välj en dag senast i dag."],
			["2018-09-29", "Klar den: välj en dag som inte ligger före beslutet."],
		] as const) {
			const posting = () => at.fillIn("actions", { intent: "completeAtgard" }, { doneOn, doneNote: "Nästan" });
			const { page } = await at.expectRefused(posting, { status: 400, field: "doneOn", message });
			expect(formWith(page?.forms ?? [], { intent: "completeAtgard" })).toMatchObject({
				doneOn: [doneOn],
				doneNote: ["Nästan"],
			});
		}
	});

	test("changed by somebody else in between is refused, whatever was wanted, and the page says so", async () => {
		await decide();
		const { forms } = await at.open("actions");
		await at.fillIn("actions", { intent: "completeAtgard" }, {}, at.samordnare);
		for (const [intent, typed] of [
			["completeAtgard", {}],
			["makuleraAtgard", { reason: "Dubblett" }],
		] as const) {
			const posting = () => at.post("actions", { ...formWith(forms, { intent }), ...typed });
			const { page } = await at.expectRefused(posting, { status: 409, field: null, message: "ändrats av någon annan" });
			expect(page?.text).toContain(
				"Åtgärden ”Röj sly vid gångvägen” har ändrats av någon annan och är klar sedan 15 oktober 2018.",
			);
		}
	});

	test("makulerad by somebody else is refused, and the page says so though the row is gone", async () => {
		await decide();
		const { forms } = await at.open("actions");
		await at.fillIn("actions", { intent: "makuleraAtgard" }, { reason: "Dubblett" }, at.samordnare);
		const posting = () => at.post("actions", formWith(forms, { intent: "completeAtgard" }));
		const { page } = await at.expectRefused(posting, { status: 409, message: "är makulerad" });
		expect(page?.text).toContain("Åtgärden ”Röj sly vid gångvägen” är makulerad och kan inte ändras.");
	});

	test("belongs to the aktivitet of the page", async () => {
		const rows = [
			await makeAtgard(at.polis.actor, at.other.aktivitetIds.actions),
			await makeAtgard(at.stranger, at.elsewhere.aktivitetIds.actions),
			{ id: 99999 },
		];
		for (const { id } of rows)
			for (const intent of ["completeAtgard", "reopenAtgard", "makuleraAtgard"]) {
				const fields = { intent, atgardId: String(id), version: "1", doneOn: "2018-10-12", reason: "Dubblett" };
				await at.expectRefused(() => at.post("actions", fields), { status: 404, message: "Åtgärden finns inte" });
			}
	});

	test("is decided only where decisions are followed", async () => {
		const posting = () => at.post("count", { intent: "decideAtgard", ...decision });
		await at.expectRefused(posting, { status: 404, message: "Aktiviteten följs inte med beslutade åtgärder." });
	});

	function makeAtgard(actor: Actor, aktivitetId: number) {
		return decideAtgard(at.db, actor, { ...decision, owner: "kommun", aktivitetId });
	}
});
