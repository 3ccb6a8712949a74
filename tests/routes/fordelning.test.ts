import { beforeEach, describe, expect, test } from "vitest";
import type { Role } from "#app/domain/permissions.ts";
import { type AktivitetScene, makeAktivitetScene, type Visitor } from "./aktivitetScene.ts";
import { errorTargets, formWith } from "./html.ts";

const PERIODS = ["part.2018-T1", "part.2018-T2", "part.2018-T3"] as const;

let at: AktivitetScene;

beforeEach(async () => {
	at = await makeAktivitetScene();
});

describe("the minimum per period", () => {
	const fordelning = async (as = at.polis) => (await at.open("count", as)).data.measures[0]?.fordelning;
	const confirm = (as: Visitor) => at.fillIn("count", { intent: "confirmFordelning" }, {}, as);
	const change = (parts: readonly string[], as = at.polis) =>
		at.fillIn(
			"count",
			{ intent: "changeFordelning" },
			Object.fromEntries(PERIODS.map((name, at) => [name, parts[at] ?? ""])),
			as,
		);

	test("is a proposal until both parties have confirmed the same numbers", async () => {
		expect(await fordelning()).toMatchObject({ isAgreed: false, version: 0, total: 10 });
		expect((await at.open("count")).text).toContain("förslag");
		expect((await confirm(at.polis)).location).toMatch(/\?sparat=confirmFordelning$/);
		expect(await fordelning()).toMatchObject({
			isAgreed: false,
			stateText: "Polisen har bekräftat, kommunen har inte gjort det än.",
			confirmFor: [{ part: "polis", isConfirmed: true }],
		});
		await confirm(at.samordnare);
		expect(await fordelning()).toMatchObject({ isAgreed: true, stateText: "Båda parter har bekräftat fördelningen." });
		expect((await at.open("count")).text).toContain("överenskommet");
	});

	test("with other numbers waits for the other party again", async () => {
		await confirm(at.polis);
		await confirm(at.samordnare);
		expect((await change(["2", "2", "6"], at.samordnare)).location).toMatch(/\?sparat=changeFordelning$/);
		const changed = await fordelning();
		expect(changed?.rows.map(({ part, proposed }) => [part, proposed])).toEqual([
			[2, 3],
			[2, 4],
			[6, 3],
		]);
		expect(changed).toMatchObject({
			isAgreed: false,
			stateText: "Kommunen har bekräftat, polisen har inte gjort det än.",
		});
		await confirm(at.polis);
		expect(await fordelning()).toMatchObject({ isAgreed: true });
	});

	test("that does not sum to what was agreed is refused, and no number is lost", async () => {
		const message = "delarna blir 12 tillsammans men ska bli 10";
		const { page } = await at.expectRefused(() => change(["4", "4", "4"]), { status: 400, message });
		expect(page?.text).toContain(message);
		const form = formWith(page?.forms ?? [], { intent: "changeFordelning" });
		expect(PERIODS.map((name) => form[name])).toEqual([["4"], ["4"], ["4"]]);
		expect(page?.html).toMatch(/<details[^>]* open=""/);
	});

	test.each([
		["a fraction", ["3,5", "3,5", "3"], "Minst: skriv ett helt tal, 0 eller mer."],
		["less than nothing", ["-1", "8", "3"], "Minst: skriv ett helt tal, 0 eller mer."],
		["a word", ["tre", "4", "3"], "Minst: skriv ett tal"],
		["nothing", ["", "7", "3"], "Minst: skriv ett tal"],
	])("is refused with %s, beside the field", async (_what, parts, message) => {
		const before = await at.everythingWritten();
		const { status, body, page } = await change(parts);
		expect(status).toBe(400);
		expect(body).toMatchObject({
			errors: expect.arrayContaining([{ field: PERIODS[0], message: expect.stringContaining(message) }]),
		});
		expect(page?.text).toContain(message);
		expect(formWith(page?.forms ?? [], { intent: "changeFordelning" })[PERIODS[0]]).toEqual([parts[0]]);
		for (const id of errorTargets(page?.html ?? "")) expect(page?.html).toContain(`id="${id}"`);
		expect(await at.everythingWritten()).toEqual(before);
	});

	test.each<[Role, string]>([
		["kommunpolis", "kommun"],
		["samordnare", "polis"],
	])("is not confirmed by a %s for the %s", async (role, forPart) => {
		const as = role === "kommunpolis" ? at.polis : at.samordnare;
		const form = formWith((await at.open("count", as)).forms, { intent: "confirmFordelning" });
		await at.expectRefused(() => at.post("count", { ...form, forPart }, as), { status: 403, message: "din egen part" });
	});

	test("confirmed by the other party in between is refused, and the page says so", async () => {
		const { forms } = await at.open("count");
		await change(["2", "2", "6"], at.samordnare);
		for (const intent of ["confirmFordelning", "changeFordelning"]) {
			const posting = () => at.post("count", formWith(forms, { intent }));
			const { page } = await at.expectRefused(posting, {
				status: 409,
				message: "Fördelningen har ändrats av någon annan",
			});
			expect(page?.text).toContain("Fördelningen har ändrats av någon annan.");
		}
	});

	test("has exactly the dokument's own periods", async () => {
		const form = formWith((await at.open("count")).forms, { intent: "changeFordelning" });
		const { "part.2018-T3": _, ...without } = form;
		for (const fields of [
			{ ...form, "part.2019-T1": "0" },
			{ ...without, "part.2018-T1": "6" },
			{ ...without, "part.2018-T1": "3", "part.2030-T1": "3" },
		])
			await at.expectRefused(() => at.post("count", fields), { status: 400, message: "perioderna stämmer inte" });
	});

	test("belongs to the aktivitet of the page", async () => {
		const form = formWith((await at.open("count")).forms, { intent: "confirmFordelning" });
		const { recurring } = at.dokument.measureIds;
		for (const measureId of [at.other.measureIds.count, at.elsewhere.measureIds.count, recurring, 99999])
			await at.expectRefused(() => at.post("count", { ...form, measureId: String(measureId) }), {
				status: 404,
				message: "Måttet har inget minimum att fördela.",
			});
	});
});
