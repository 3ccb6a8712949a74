import { beforeEach, describe, expect, test } from "vitest";
import { ROLES, type Role } from "#app/domain/permissions.ts";
import { measureModule } from "#app/measures/index.ts";
import * as list from "#app/routes/intern.$kommun.dokument._index/route.tsx";
import * as page from "#app/routes/intern.$kommun.dokument.$id/route.tsx";
import type { Db } from "#db/connection.server.ts";
import { ALL_DOKUMENT } from "#seeds/dokument/alla.ts";
import { demoDatabase, kommunOf } from "#tests/factories/demo.ts";
import { makeKommun } from "#tests/factories/kommun.ts";
import { callLoader, signedIn } from "./context.ts";
import { formWith } from "./html.ts";
import { openPage, postForm } from "./page.tsx";

/** They stand in the source texts, among the signatures and in the pictures' captions, and nowhere else. */
const SIGNATORIES = /Gustafsson|Winkler|Sjöö|Holmqvist|Lindell|Nilsson|Lindfors|Jonas Eek|Ribacke/;

let db: Db;

beforeEach(async () => {
	db = await demoDatabase();
});

async function cookieIn(slug: string, roles: readonly Role[] = ["ledamot"]): Promise<string> {
	return (await signedIn({ db, roles, kommun: await kommunOf(db, slug) })).cookie;
}

async function callFor(title: string, roles?: readonly Role[]) {
	const { id, slug } = await db
		.selectFrom("dokument")
		.innerJoin("kommun", "kommun.id", "dokument.kommun_id")
		.select(["dokument.id", "kommun.slug"])
		.where("title", "=", title)
		.executeTakeFirstOrThrow();
	const params = { kommun: slug, id: String(id) };
	return { path: `/intern/${slug}/dokument/${id}`, params, cookie: await cookieIn(slug, roles) };
}

describe.each(ALL_DOKUMENT.map(({ dokument }) => [dokument.title, dokument] as const))("%s", (title, seed) => {
	test("shows what was signed, word for word, and how each line is followed", async () => {
		const { data, text } = await openPage(page, await callFor(title));
		const shown = data.groups.flatMap(({ aktiviteter }) => aktiviteter);
		expect(shown.map(({ quotation }) => quotation).sort()).toEqual(seed.aktiviteter.map((one) => one.quotation).sort());
		for (const { quotation } of [...seed.loften, ...seed.aktiviteter]) expect(text).toContain(`”${quotation}”`);
		for (const { quotation, measures } of seed.aktiviteter) {
			const aktivitet = shown.find((one) => one.quotation === quotation);
			expect(aktivitet?.measures.map(({ name, kindName }) => [name, kindName])).toEqual(
				measures.map(({ name, kind }) => [name, measureModule(kind as "count").name]),
			);
		}
		expect(data.lagesbild).toBe(seed.lagesbild);
		if (seed.lagesbild) expect(text).toContain(seed.lagesbild.replace(/\s+/g, " "));
		expect(text).toContain(seed.sourceText.replace(/\s+/g, " ").trim().slice(0, 200));
	});

	test("names who signed by role alone; the names stand only in the text itself", async () => {
		const { data } = await openPage(page, await callFor(title));
		const signed = data.facts.find(({ term }) => term === "Undertecknare")?.description;
		expect(signed).toBe(
			seed.undertecknare.map((one) => `${one.title}, ${one.organisation}`).join("\n") || "Ingen uppgift",
		);
		const { sourceText: _, ...withoutText } = data;
		expect(JSON.stringify(withoutText)).not.toMatch(SIGNATORIES);
	});

	test("asks everything that the text leaves open", async () => {
		const { data, text } = await openPage(page, await callFor(title));
		const asked = [...seed.fragor, ...seed.aktiviteter.flatMap(({ fragor }) => fragor)];
		expect(data.fragor.map(({ question }) => question).sort()).toEqual(asked.map(({ question }) => question).sort());
		for (const { question, quotation } of asked) {
			expect(text).toContain(question);
			if (quotation) expect(text).toContain(`”${quotation}”`);
		}
	});
});

test("the names are in the texts, or the test above could not fail", () => {
	expect(ALL_DOKUMENT.map(({ dokument }) => dokument.sourceText).join()).toMatch(SIGNATORIES);
});

describe("a fråga", () => {
	const title = "Medborgarlöfte i Sävsjö kommun 2018–2019";
	const answer = "Fyra möten varje löftesår, alltså åtta.";
	const fragaAbout = async (words: string) =>
		db
			.selectFrom("fraga")
			.innerJoin("dokument", "dokument.id", "fraga.dokument_id")
			.select(["fraga.id", "fraga.answer"])
			.where("question", "like", `%${words}%`)
			.where("dokument.title", "=", title)
			.executeTakeFirstOrThrow();

	test("says which aktivitet it is about, and one about the whole says none", async () => {
		const { text } = await openPage(page, await callFor("Medborgarlöften i Sävsjö kommun 2017"));
		expect(text).toContain(
			"Om ”Polisen ska bemanna poliskontoret med fasta öppettider.” Vilka är de fasta öppettiderna?",
		);
		// Three of its six are about an aktivitet.
		expect(text.match(/Om ”/g)).toHaveLength(3);
	});

	test("is answered beside its quotation, and opened again", async () => {
		const { id } = await fragaAbout("fyra möten per år");
		const call = await callFor(title, ["samordnare"]);
		const send = async (typed: string) => {
			const { forms } = await openPage(page, call);
			return postForm(page, { ...call, fields: { ...formWith(forms, { fragaId: id }), answer: typed } });
		};
		expect(await send(answer)).toMatchObject({ status: 302, location: `${call.path}?sparat=answerFraga` });
		const answered = await openPage(page, { ...call, path: `${call.path}?sparat=answerFraga` });
		expect(answered.text).toContain("Svaret är sparat.");
		expect(answered.text).toContain(
			`”under året genomföra minst fyra samverkansmöten” Svar: ${answer} Besvarad 15 oktober 2018.`,
		);
		expect(formWith(answered.forms, { fragaId: id }).answer).toEqual([answer]);
		await send("");
		expect((await fragaAbout("fyra möten per år")).answer).toBeNull();
	});

	test.each([
		["", "Svar: skriv vad parterna har kommit överens om.", ""],
		["640823-3234", "Svar: ta bort personnumret.", ""],
		["a".repeat(501), "Svar: korta texten till högst 500 tecken.", "a".repeat(501)],
	])("is not answered with %s", async (typed, message, kept) => {
		const { id } = await fragaAbout("fyra möten per år");
		const call = await callFor(title, ["kommunpolis"]);
		const { forms } = await openPage(page, call);
		const form = formWith(forms, { fragaId: id });
		const posted = await postForm(page, { ...call, fields: { ...form, answer: typed } });
		expect(posted).toMatchObject({ status: 400, body: { errors: [{ field: "answer" }] } });
		expect(posted.page?.text).toContain(message);
		expect(posted.page?.html).not.toContain("3234");
		expect(formWith(posted.page?.forms ?? [], { fragaId: id }).answer).toEqual([kept]);
		expect((await fragaAbout("fyra möten per år")).answer).toBeNull();
	});

	test("of another dokument or kommun is refused, and not answered", async () => {
		const call = await callFor(title, ROLES);
		const others = await db
			.selectFrom("fraga")
			.innerJoin("dokument", "dokument.id", "fraga.dokument_id")
			.select(["fraga.id", "dokument.title"])
			.where("dokument.title", "!=", title)
			.execute();
		expect(others.map((other) => other.title)).toContain("Medborgarlöften i Sävsjö kommun 2017");
		const before = await db.selectFrom("fraga").selectAll().execute();
		for (const { id } of [...others, { id: 99999 }]) {
			const fields = { intent: "answerFraga", fragaId: String(id), version: "1", answer };
			const posted = await postForm(page, { ...call, fields });
			expect(posted).toMatchObject({
				status: 404,
				body: { errors: [{ message: expect.stringContaining("Frågan finns inte") }] },
			});
		}
		expect(await db.selectFrom("fraga").selectAll().execute()).toEqual(before);
	});

	test.each(ROLES)("may be answered by %s only if permitted", async (role) => {
		const { forms } = await openPage(page, await callFor(title, [role]));
		expect(forms.length > 0).toBe(role === "kommunpolis" || role === "samordnare");
	});
});

describe("the list", () => {
	test("has the newest first, and says which one holds and what is left to answer", async () => {
		const call = { path: "/intern/savsjo/dokument", params: { kommun: "savsjo" }, cookie: await cookieIn("savsjo") };
		const { data, text } = await openPage(list, call);
		expect(data.dokument.map(({ title, validity }) => [title, validity])).toEqual([
			["Medborgarlöfte i Sävsjö kommun 2018–2019", "gäller nu"],
			["Medborgarlöften i Sävsjö kommun 2017", "gäller inte längre"],
		]);
		expect(data.dokument[0]?.openFragor).toBe(3);
		expect(text).toContain(
			"gäller nu 3 öppna frågor Gäller 10 april 2018–9 april 2020. Undertecknat 10 april 2018. 2 löften, 4 aktiviteter.",
		);
		for (const { to, title } of data.dokument) expect((await callFor(title)).path).toBe(to);
	});

	test("tells one that has not begun from one that has ended", async () => {
		const { cookie } = await signedIn({
			db,
			roles: ["ledamot"],
			kommun: await kommunOf(db, "savsjo"),
			now: "2018-02-01T12:00:00.000Z",
		});
		const { text } = await openPage(list, { path: "/intern/savsjo/dokument", params: { kommun: "savsjo" }, cookie });
		expect(text).toMatch(/2018–2019 gäller inte än .* 2017 gäller inte längre/);
	});

	test("is empty in words", async () => {
		const kommun = await makeKommun(db);
		const { cookie } = await signedIn({ db, roles: ["ledamot"], kommun });
		const call = { path: `/intern/${kommun.slug}/dokument`, params: { kommun: kommun.slug }, cookie };
		expect((await openPage(list, call)).text).toContain("Inga dokument än");
	});
});

test.each(["0", "99999", "abc", "1.0", "1e0"])("a dokument that is not there answers 404: %s", async (id) => {
	const call = {
		path: `/intern/savsjo/dokument/${id}`,
		params: { kommun: "savsjo", id },
		cookie: await cookieIn("savsjo"),
	};
	expect((await callLoader(page.loader, call)).status).toBe(404);
});

test("another kommun's dokument answers 404", async () => {
	const { params } = await callFor("Medborgarlöften i Sunne 2016–2017");
	const call = { path: `/intern/savsjo/dokument/${params.id}`, params: { ...params, kommun: "savsjo" } };
	expect((await callLoader(page.loader, { ...call, cookie: await cookieIn("savsjo", ROLES) })).status).toBe(404);
});
