import { beforeEach, describe, expect, test } from "vitest";
import { completeAtgard } from "#app/commands/completeAtgard.server.ts";
import { decideAtgard } from "#app/commands/decideAtgard.server.ts";
import type { Role } from "#app/domain/permissions.ts";
import * as route from "#app/routes/intern.$kommun.atgarder/route.tsx";
import { makeDokument } from "#tests/factories/dokument.ts";
import { type AktivitetScene, type Fields, makeAktivitetScene, type Visitor } from "./aktivitetScene.ts";
import { callLoader, signedIn } from "./context.ts";
import { formWith } from "./html.ts";
import { openPage, postForm } from "./page.tsx";

let at: AktivitetScene;

beforeEach(async () => {
	at = await makeAktivitetScene();
});

function callFor(query = "", { cookie }: Visitor = at.polis) {
	const { slug } = at.kommun;
	return { path: `/intern/${slug}/atgarder${query}`, params: { kommun: slug }, cookie };
}

const open = (query?: string, as?: Visitor) => openPage(route, callFor(query, as));
const post = (fields: Fields, query?: string, as?: Visitor) => postForm(route, { ...callFor(query, as), fields });
const signedInAs = (roles: Role[]) => signedIn({ db: at.db, roles, kommun: at.kommun });

async function titles(query?: string, as?: Visitor) {
	return (await open(query, as)).data.atgarder.map(({ title }) => title);
}

type Decision = Parameters<typeof decideAtgard>[2];

async function make(title: string, change: Partial<Decision> & { doneOn?: string } = {}) {
	const { doneOn, ...decided } = change;
	const { id } = await decideAtgard(at.db, at.polis.actor, {
		aktivitetId: at.dokument.aktivitetIds.actions,
		title,
		owner: "kommun",
		decidedOn: "2018-09-01",
		dueOn: null,
		...decided,
	});
	if (doneOn)
		await completeAtgard(at.db, at.polis.actor, { atgardId: id, version: 1, doneOn, doneNote: "Parkgruppen" });
	return id;
}

async function makeOneOfEach() {
	await make("Väntar", { dueOn: "2018-12-01", owner: "polis" });
	await make("Försenad", { dueOn: "2018-10-01", owner: "gemensamt" });
	await make("I dag", { dueOn: "2018-10-15" });
	await make("Utförd", { dueOn: "2018-10-01", doneOn: "2018-10-12" });
}

describe("the åtgärder of a kommun", () => {
	test("are the open ones unless another list is asked for, with how many there are in each", async () => {
		await makeOneOfEach();
		const { data } = await open();
		expect(data.atgarder.map(({ title }) => title)).toEqual(["Försenad", "I dag", "Väntar"]);
		expect(data.links).toMatchObject([
			{ label: "Öppna (3)", isCurrent: true },
			{ label: "Försenade (1)", isCurrent: false },
			{ label: "Mina (2)", isCurrent: false },
			{ label: "Klara (1)", isCurrent: false },
			{ label: "Alla (4)", isCurrent: false },
		]);
		expect(await titles("?visa=finns-inte")).toEqual(["Försenad", "I dag", "Väntar"]);
		expect(await titles("?visa=forsenade")).toEqual(["Försenad"]);
		expect(await titles("?visa=klara")).toEqual(["Utförd"]);
		expect(await titles("?visa=alla")).toEqual(["Försenad", "I dag", "Väntar", "Utförd"]);
	});

	test("say in words whose they are, when they were decided, how late they are and when they were done", async () => {
		await makeOneOfEach();
		const { text, html } = await open("?visa=alla");
		expect(text).toContain("Inte utförd: Försenad Försenad sedan 1 oktober, 14 dagar Polisen och kommunen.");
		expect(text).toContain("Kommunen. Beslutad 1 september 2018, klar senast i dag.");
		expect(text).toContain("Utförd: Utförd Kommunen. Beslutad 1 september 2018, klar 12 oktober 2018. ”Parkgruppen”");
		expect(html).toContain(
			`href="/intern/${at.kommun.slug}/aktivitet/${at.dokument.aktivitetIds.actions}">Trygghetsvandringar`,
		);
	});

	test.each<[Role, string[] | null]>([
		["kommunpolis", ["Försenad", "Väntar"]],
		["samordnare", ["Försenad", "I dag"]],
		["undertecknare", ["Försenad", "I dag"]],
		["ledamot", null],
		["admin", null],
	])("are mine, for %s, by the party", async (role, mine) => {
		await makeOneOfEach();
		const visitor = await signedInAs([role]);
		const { data, text } = await open("?visa=mina", visitor);
		// Who has no party is shown the open ones, and no such list to choose.
		expect(data.list).toBe(mine ? "mina" : "oppna");
		expect(data.atgarder.map(({ title }) => title)).toEqual(mine ?? ["Försenad", "I dag", "Väntar"]);
		expect(text.includes("Mina (")).toBe(mine !== null);
	});

	test.each<Role>(["ledamot", "undertecknare", "admin"])("are read without a form by %s", async (role) => {
		await makeOneOfEach();
		const { forms, data } = await open("?visa=alla", await signedInAs([role]));
		expect(data.atgarder).toHaveLength(4);
		expect(forms).toEqual([]);
	});

	test.each([
		["", "Inga öppna åtgärder"],
		["?visa=forsenade", "Inga åtgärder är försenade"],
		["?visa=mina", "Inga öppna åtgärder för din part"],
		["?visa=klara", "Inga åtgärder är klara än"],
		["?visa=alla", "Inga åtgärder än"],
	])("say so when there are none at %j", async (query, words) => {
		expect((await open(query)).text).toContain(words);
	});

	test("are never another kommun's, and never a makulerad one", async () => {
		const foreign = { title: "Deras", owner: "polis", decidedOn: "2018-09-01", dueOn: null } as const;
		await decideAtgard(at.db, at.stranger, { ...foreign, aktivitetId: at.elsewhere.aktivitetIds.actions });
		await make("Fel");
		await post({ ...formWith((await open()).forms, { intent: "makuleraAtgard" }), reason: "Dubblett" });
		expect(await titles("?visa=alla")).toEqual([]);
		const path = "/intern/grannkommun/atgarder";
		const answer = await callLoader(route.loader, { path, params: { kommun: "grannkommun" }, cookie: at.polis.cookie });
		expect(answer.status).toBe(404);
	});

	test("stand 25 to a page, and a page that is no more is the last one", async () => {
		for (let number = 1; number <= 26; number++) await make(`Nummer ${number}`);
		expect(await titles()).toHaveLength(25);
		expect(await titles("?sida=2")).toEqual(["Nummer 26"]);
		expect(await titles("?sida=9")).toEqual(["Nummer 26"]);
		expect((await open("?visa=alla")).data.pageLinks[1]).toMatch(/\?visa=alla&sida=2$/);
	});
});

describe("on the list", () => {
	const decision = { title: "Röj sly vid gångvägen", owner: "kommun", decidedOn: "2018-09-30", dueOn: "2018-10-10" };
	const decide = async (typed: Fields = {}, as?: Visitor) => {
		const aktivitetId = String(at.dokument.aktivitetIds.actions);
		const form = formWith((await open("", as)).forms, { intent: "decideAtgard" });
		return post({ ...form, ...decision, aktivitetId, ...typed }, "", as);
	};

	test("one is decided, done, opened again and makulerad, and each leads back to the list it stood in", async () => {
		expect((await decide()).location).toMatch(/\/atgarder\?sparat=decideAtgard$/);
		expect(await titles("?visa=forsenade")).toEqual([decision.title]);

		const steps = [
			["forsenade", "completeAtgard", { doneOn: "12 oktober", doneNote: "Parkgruppen" }, "Den finns under Klara."],
			["klara", "reopenAtgard", {}, "Den finns under Öppna."],
			["alla", "makuleraAtgard", { reason: "Dubblett" }, "Åtgärden är makulerad."],
		] as const;
		for (const [list, intent, typed, said] of steps) {
			const form = formWith((await open(`?visa=${list}`)).forms, { intent });
			const { location } = await post({ ...form, ...typed }, `?visa=${list}`);
			expect(location).toMatch(new RegExp(`/atgarder\\?visa=${list}&sparat=${intent}$`));
			const after = await open(location?.slice(location.indexOf("?")));
			expect(after.text).toContain(said);
			expect(after.data.atgarder).toEqual([]);
		}
		const [stored] = (await at.everythingWritten()).atgarder;
		expect(stored).toMatchObject({ makulerad_reason: "Dubblett", title: decision.title });
	});

	test("one is decided under any aktivitet, and stands on the page of the aktivitet too", async () => {
		expect((await decide({ aktivitetId: String(at.dokument.aktivitetIds.count) })).status).toBe(302);
		const { data, forms } = await at.open("count");
		expect(data.atgarder?.atgarder).toMatchObject([{ title: decision.title }]);
		expect(formWith(forms, { intent: "completeAtgard" })).toMatchObject({ doneOn: ["2018-10-15"] });
		expect(forms.filter(({ intent }) => intent?.[0] === "decideAtgard")).toEqual([]);
	});

	test("one that is sent twice is one åtgärd, with one line in the history", async () => {
		const form = { ...formWith((await open()).forms, { intent: "decideAtgard" }), ...decision };
		const fields = { ...form, aktivitetId: String(at.dokument.aktivitetIds.actions) };
		await post(fields);
		const once = await at.everythingWritten();
		expect((await post(fields)).location).toMatch(/\?sparat=decideAtgard$/);
		expect(await at.everythingWritten()).toEqual(once);
		// Other words, another day or another party are another åtgärd; so is one decided anew when the first is done.
		await post({ ...fields, dueOn: "2018-10-11" });
		const done = formWith((await open()).forms, { intent: "completeAtgard", atgardId: once.atgarder[0]?.id ?? 0 });
		await post(done);
		await post(fields);
		expect(await titles("?visa=alla")).toHaveLength(3);
	});

	test.each<[string, Fields, string, string]>([
		["no aktivitet", { aktivitetId: "" }, "aktivitetId", "Aktivitet: välj ett av alternativen i listan."],
		["no title", { title: " " }, "title", "Åtgärd: skriv vad som ska göras."],
		["a personnummer", { title: "Ring 640823-3234" }, "title", "Åtgärd"],
		["due before it", { dueOn: "2018-09-29" }, "dueOn", "Klar senast: välj en dag som inte ligger före beslutet."],
	])("one is not decided with %s, and what was typed stays", async (_what, typed, field, message) => {
		const { page } = await at.expectRefused(() => decide(typed), { status: 400, field, message });
		expect(formWith(page?.forms ?? [], { intent: "decideAtgard" })).toMatchObject({
			decidedOn: [decision.decidedOn],
			...(field !== "title" && { title: [decision.title] }),
		});
	});

	test("one is decided only under what the page offers: the kommun's own, in a dokument that has begun", async () => {
		const coming = await makeDokument(at.db, at.samordnare.actor, {
			title: "Nästa",
			inForceFrom: "2019-01-01",
			inForceTo: null,
		});
		const ids = [at.elsewhere.aktivitetIds.actions, coming.aktivitetIds.actions, 99999];
		const offered = (await open()).data.decide?.aktiviteter.map(({ value }) => Number(value));
		for (const id of ids) {
			expect(offered).not.toContain(id);
			const posting = () => decide({ aktivitetId: String(id) });
			await at.expectRefused(posting, { status: 404, field: "aktivitetId", message: "Aktivitet: välj en aktivitet" });
		}
		expect(offered).toEqual(expect.arrayContaining(Object.values(at.dokument.aktivitetIds)));
	});

	test.each(["", "?visa=alla"])(
		"one closed by two people is closed by the first, and the second is told and gets the words back, at %j",
		async (query) => {
			await make("Sly");
			const { forms } = await open(query);
			const mine = {
				...formWith(forms, { intent: "completeAtgard" }),
				doneOn: "14 oktober",
				doneNote: "Ring gatukontoret",
			};
			await post({ ...formWith(forms, { intent: "completeAtgard" }), doneNote: "Klart" }, query, at.samordnare);
			const { page } = await at.expectRefused(() => post(mine, query), {
				status: 409,
				field: null,
				message: "Åtgärden ”Sly” har ändrats av någon annan och är klar sedan 15 oktober 2018.",
			});
			expect(page?.text).toContain("Åtgärden ”Sly” har ändrats av någon annan och är klar sedan 15 oktober 2018.");
			expect(page?.text).toContain(
				"Det du skrev är inte sparat. Klar den: ”14 oktober”. Anteckning: ”Ring gatukontoret”.",
			);
			expect((await at.everythingWritten()).atgarder).toMatchObject([{ done_note: "Klart", version: 2 }]);
		},
	);

	test("one that was closed and opened again in between is not closed by what was seen before", async () => {
		const atgardId = await make("Sly");
		const { forms } = await open();
		await post(formWith(forms, { intent: "completeAtgard" }), "", at.samordnare);
		const reopen = formWith((await open("?visa=klara")).forms, { intent: "reopenAtgard" });
		await post(reopen, "?visa=klara", at.samordnare);
		const stale = { ...formWith(forms, { intent: "completeAtgard" }), doneNote: "Klart" };
		const { page } = await at.expectRefused(() => post(stale), {
			status: 409,
			message: "Åtgärden ”Sly” har ändrats av någon annan. Ladda om sidan och gör ändringen igen.",
		});
		// The form is there still, with what was typed, and can be sent again.
		const again = formWith(page?.forms ?? [], { intent: "completeAtgard", atgardId });
		expect(again).toMatchObject({ doneNote: ["Klart"], version: ["3"] });
		expect((await post(again)).status).toBe(302);
	});

	test("one that is another kommun's is not there, whatever is done to it", async () => {
		const foreign = { title: "Deras", owner: "polis", decidedOn: "2018-09-01", dueOn: null } as const;
		const aktivitetId = at.elsewhere.aktivitetIds.actions;
		const { id } = await decideAtgard(at.db, at.stranger, { ...foreign, aktivitetId });
		for (const intent of ["completeAtgard", "reopenAtgard", "makuleraAtgard"]) {
			const fields = { intent, atgardId: String(id), version: "1", doneOn: "2018-10-12", reason: "Dubblett" };
			await at.expectRefused(() => post(fields), { status: 404, message: "Åtgärden finns inte" });
		}
	});

	test("what nobody can do is refused as a form that is not whole", async () => {
		for (const intent of ["", "toString", "excuseSlot"]) expect((await post({ intent })).status).toBe(400);
	});
});
