import { beforeEach, describe, expect, test } from "vitest";
import type { Role } from "#app/domain/permissions.ts";
import * as aktivitet from "#app/routes/intern.$kommun.aktivitet.$id/route.tsx";
import * as route from "#app/routes/intern.$kommun.kalender/route.tsx";
import type { Db } from "#db/connection.server.ts";
import { findAllHelgkvallar } from "#db/helgkvall.server.ts";
import { aktivitetOf, demoDatabase, kommunOf } from "#tests/factories/demo.ts";
import { signedIn } from "./context.ts";
import { openPage, postForm } from "./page.tsx";

const SKARTORSDAG = "2016-03-24";
let db: Db;

beforeEach(async () => {
	db = await demoDatabase();
});

/** Jönköping, whose fotpatrull is promised on "andra helgkvällar". */
async function callFor(query: string, { role = "samordnare", now }: { role?: Role; now?: string } = {}) {
	const kommun = await kommunOf(db, "jonkoping");
	const { cookie } = await signedIn({ db, roles: [role], kommun, ...(now && { now }) });
	return { path: `/intern/jonkoping/kalender${query}`, params: { kommun: "jonkoping" }, cookie };
}

type Call = Awaited<ReturnType<typeof callFor>>;

async function tickedIn(year: number, slug = "jonkoping") {
	const { id: kommunId } = await kommunOf(db, slug);
	const evenings = await findAllHelgkvallar(db, { kommunId, year });
	return evenings.filter(({ isTicked }) => isTicked).map(({ date }) => date);
}

/** Sends the page's own form with these evenings ticked. */
async function tick(call: Call, ticked: string[]) {
	const { forms } = await openPage(route, call);
	return postForm(route, { ...call, fields: { ...forms[0], ticked } });
}

describe("ticking", () => {
	test("is kept: those and no others, in this kommun and this year alone", async () => {
		const call = await callFor("?ar=2016");
		const { forms, data } = await openPage(route, call);
		const before = await tickedIn(2016);
		expect(forms[0]).toEqual({ year: ["2016"], ticked: before, seen: [before.join(" ")] });
		expect(data.evenings.find(({ date }) => date === SKARTORSDAG)).toMatchObject({
			name: "skärtorsdagen",
			day: "tors 24 mars",
			isTicked: true,
		});
		const others = [await tickedIn(2017), await tickedIn(2016, "savsjo")];

		const wanted = before.filter((date) => date !== SKARTORSDAG);
		expect(await tick(call, wanted)).toMatchObject({
			status: 302,
			location: "/intern/jonkoping/kalender?ar=2016&sparat=1",
		});
		expect(await tickedIn(2016)).toEqual(wanted);
		expect([await tickedIn(2017), await tickedIn(2016, "savsjo")]).toEqual(others);
		const saved = await openPage(route, { ...call, path: `${call.path}&sparat=1` });
		expect(saved.text).toContain("Kalendern är sparad.");
		expect(saved.forms[0]?.ticked).toEqual(wanted);
	});

	test("decides which evenings are expected of the fotpatrull", async () => {
		const call = await callFor("?ar=2016");
		const { id } = await aktivitetOf(db, { dokument: "Jönköping", words: "Fotpatrullering" });
		const expected = async () => {
			const path = `/intern/jonkoping/aktivitet/${id}?period=2016-T1`;
			const { data } = await openPage(aktivitet, { ...call, path, params: { ...call.params, id: String(id) } });
			const [fotpatrull] = data.measures;
			const chart = fotpatrull?.chart as { slots: { key: string }[] } | undefined;
			return chart?.slots.map(({ key }) => key);
		};
		expect(await expected()).toContain(SKARTORSDAG);
		const ticked = await tickedIn(2016);
		await tick(
			call,
			ticked.filter((date) => date !== SKARTORSDAG),
		);
		expect(await expected()).not.toContain(SKARTORSDAG);
		await tick(call, ticked);
		expect(await expected()).toContain(SKARTORSDAG);
	});

	test("nothing is a choice too", async () => {
		expect((await tick(await callFor("?ar=2017"), [])).status).toBe(302);
		expect(await tickedIn(2017)).toEqual([]);
	});

	test.each([
		["a day that is no evening of the calendar", { ticked: ["2016-03-24", "2016-02-02"] }],
		["another year's evening", { ticked: ["2017-12-24"] }],
		["no date", { ticked: ["julafton"] }],
		["a year that is not offered", { year: "2100", ticked: [] }],
		["no year", { year: "", ticked: [] }],
	])("%s is refused in words, and what was ticked stays ticked", async (_what, typed) => {
		const call = await callFor("?ar=2016");
		const before = await db.selectFrom("helgkvall").selectAll().execute();
		const { forms } = await openPage(route, call);
		const posted = await postForm(route, { ...call, fields: { ...forms[0], ...typed } });
		expect(posted.status).toBe(400);
		const [error] = (posted.body as { errors: { message: string }[] }).errors;
		expect(error?.message).toMatch(/^(Helgkvällar: välj bland kvällarna|År: )/);
		expect(posted.page?.text).toContain(error?.message);
		const shown = new Set(posted.page?.data.evenings.map(({ date }) => date));
		const kept = typed.ticked.filter((date) => shown.has(date));
		expect(posted.page?.forms[0]?.ticked ?? []).toEqual(kept);
		expect(await db.selectFrom("helgkvall").selectAll().execute()).toEqual(before);
	});
});

describe("the years", () => {
	test("are those of the calendar, this one and the next, which is a proposal until it is saved", async () => {
		const call = await callFor("?ar=2020", { now: "2019-11-01T12:00:00.000Z" });
		const { data, text } = await openPage(route, call);
		expect(data.years.map(({ label }) => label)).toEqual(["2016", "2017", "2018", "2019", "2020"]);
		expect(data).toMatchObject({ year: 2020, isProposal: true });
		expect(text).toContain("Förslag efter almanackan. Det gäller först när kalendern har sparats för 2020.");
		expect(await tickedIn(2020)).toEqual([]);

		const proposed = data.evenings.filter(({ isTicked }) => isTicked).map(({ date }) => date);
		expect(proposed).toContain("2020-04-09");
		await tick(call, proposed);
		expect(await tickedIn(2020)).toEqual(proposed);
		const saved = await openPage(route, call);
		expect(saved.data.isProposal).toBe(false);
		expect(saved.text).not.toContain("Förslag efter almanackan");
	});

	test.each(["", "?ar=", "?ar=1999", "?ar=2018.5", "?ar=abc", "?ar=1e9"])(
		"%j shows the one that runs",
		async (query) => {
			const { data, text } = await openPage(route, await callFor(query));
			expect(data.year).toBe(2018);
			expect(text).toContain("Helgkvällar 2018");
		},
	);
});

test.each<[Role, boolean]>([
	["kommunpolis", true],
	["samordnare", true],
	["ledamot", false],
	["undertecknare", false],
	["admin", false],
])("%s may save it: %s", async (role, mayEdit) => {
	const { data, text, html } = await openPage(route, await callFor("?ar=2018", { role }));
	expect(data.canEdit).toBe(mayEdit);
	expect(text.includes("Spara kalendern")).toBe(mayEdit);
	expect(/<fieldset[^>]* disabled/.test(html)).toBe(!mayEdit);
});
