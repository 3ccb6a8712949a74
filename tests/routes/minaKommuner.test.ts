import { beforeEach, describe, expect, test } from "vitest";
import type { Role } from "#app/domain/permissions.ts";
import * as route from "#app/routes/intern._index/route.tsx";
import * as oversikt from "#app/routes/intern.$kommun._index/route.tsx";
import type { Db } from "#db/connection.server.ts";
import { freshDatabase } from "#tests/factories/database.ts";
import { demoDatabase, kommunOf } from "#tests/factories/demo.ts";
import { makeKommun } from "#tests/factories/kommun.ts";
import { callLoader, signedIn, startTestRuntime } from "./context.ts";
import { openPage } from "./page.tsx";

const path = "/intern";
let db: Db;

beforeEach(async () => {
	db = await demoDatabase();
});

/** Opens the page as somebody with these roles; kommuner in the order they are given. */
async function openAs(memberships: [slug: string, role: Role][], now?: string) {
	const [[slug, role] = ["savsjo", "ledamot" as const], ...others] = memberships;
	const { cookie, personId } = await signedIn({
		db,
		roles: [role],
		kommun: await kommunOf(db, slug),
		...(now && { now }),
	});
	for (const [other, held] of others) {
		const kommun = await kommunOf(db, other);
		await db
			.insertInto("membership")
			.values({ person_id: personId, kommun_id: kommun.id, role: held, created_at: "2018-10-15T12:00:00.000Z" })
			.execute();
	}
	return { cookie, ...(await openPage(route, { path, cookie })) };
}

describe("several kommuner", () => {
	test("come with the one where most is behind first, and the same count as in its own översikt", async () => {
		const { data, text, cookie } = await openAs([
			["jonkoping", "ledamot"],
			["alvesta", "kommunpolis"],
			["savsjo", "kommunpolis"],
		]);
		const counts = data.kommuner.map(({ behindCount }) => behindCount);
		expect(counts).toEqual([...counts].sort((a, b) => b - a));
		expect(counts[0]).toBeGreaterThan(0);
		expect(data.kommuner.map(({ slug }) => slug).sort()).toEqual(["alvesta", "jonkoping", "savsjo"]);
		expect(text).toContain("Det som är mest efter står först.");
		for (const kommun of data.kommuner.filter(({ isOver }) => !isOver)) {
			const call = { path: `/intern/${kommun.slug}`, params: { kommun: kommun.slug }, cookie };
			const own = await openPage(oversikt, call);
			const behind = own.data.dokument
				.flatMap(({ aktiviteter }) => aktiviteter)
				.filter(({ status }) => status === "efter" || status === "ej_natt");
			expect(kommun.behindCount).toBe(behind.length);
			expect(kommun.behind.map(({ id }) => id)).toEqual(behind.slice(0, 3).map(({ id }) => id));
		}
	});

	test("with as much behind stand by name, å after z", async () => {
		db = freshDatabase();
		for (const [slug, name] of [
			["a-mal", "Åmål"],
			["zinkgruvan", "Zinkgruvan"],
			["arvika", "Arvika"],
		] as const) {
			const { id } = await makeKommun(db, { slug });
			await db.updateTable("kommun").set({ name }).where("id", "=", id).execute();
		}
		const { data } = await openAs([
			["a-mal", "ledamot"],
			["zinkgruvan", "ledamot"],
			["arvika", "ledamot"],
		]);
		expect(data.kommuner.map(({ name }) => name)).toEqual(["Arvika", "Zinkgruvan", "Åmål"]);
	});
});

test("says what is behind in Sävsjö, and leads to it", async () => {
	const { data, text } = await openAs([["savsjo", "kommunpolis"]]);
	const [savsjo] = data.kommuner;
	expect(savsjo).toMatchObject({ name: "Sävsjö", roles: "Kommunpolis", period: "Tertial 3 2018", canLog: true });
	const insatser = savsjo?.behind.find(({ quotation }) => quotation.includes("femton riktade insatser"));
	expect(insatser).toMatchObject({ status: "efter", headline: expect.stringContaining("2 av minst 15") });
	expect(insatser?.to).toBe(`/intern/savsjo/aktivitet/${insatser?.id}`);
	expect(text).toContain(`${savsjo?.natt} av ${savsjo?.withMinimum} nådda, tertial 3 2018`);
	expect(text).toMatch(savsjo?.behindCount === 1 ? /1 aktivitet är efter\./ : /\d aktiviteter är efter\./);
});

test("says which report waits for the one who reads, for what, and leads to it", async () => {
	const undertecknare = await openAs([["alvesta", "undertecknare"]]);
	expect(undertecknare.text).toContain("Väntar på dig Rapport tertial 2 2018 Väntar på signering");
	expect(undertecknare.html).toContain('href="/intern/alvesta/rapport/2018-T2"');
	expect((await openAs([["alvesta", "kommunpolis"]])).text).not.toContain("Väntar på dig");
});

test("never shows a kommun where one holds no role", async () => {
	const { data, html } = await openAs([["savsjo", "admin"]]);
	expect(data.kommuner.map(({ slug }) => slug)).toEqual(["savsjo"]);
	expect(html).not.toMatch(/alvesta|jonkoping|sunne/);
	expect(data.kommuner[0]?.canLog).toBe(false);
});

test("a kommun whose dokument has ended says when it was last followed, and nothing is behind any more", async () => {
	const { data, text } = await openAs([["jonkoping", "samordnare"]]);
	expect(data.kommuner[0]).toMatchObject({ isOver: true, behindCount: 0, behind: [] });
	expect(text).toContain("Inget dokument gäller nu. Det senaste följdes till och med tertial 3 2016.");
});

test("a kommun before its first dokument, and one without any, are told apart in words", async () => {
	const before = await openAs([["savsjo", "ledamot"]], "2016-12-21T12:00:00.000Z");
	expect(before.text).toContain("Löftena börjar gälla 1 januari 2017.");
	db = freshDatabase();
	const { slug } = await makeKommun(db);
	const without = await openAs([[slug, "ledamot"]]);
	expect(without.text).toContain("Inga medborgarlöften är inlagda än.");
});

test("somebody in no kommun is told what to do", async () => {
	const { cookie, personId } = await signedIn({ db, roles: ["ledamot"], kommun: await kommunOf(db, "savsjo") });
	await db.deleteFrom("membership").where("person_id", "=", personId).execute();
	const { data, text } = await openPage(route, { path, cookie });
	expect(data.kommuner).toEqual([]);
	expect(text).toContain("Du är inte med i någon kommun än");
});

test("nobody signed in is sent to sign in", async () => {
	startTestRuntime({ db });
	expect(await callLoader(route.loader, { path })).toMatchObject({ status: 302, location: "/logga-in?till=%2Fintern" });
});
