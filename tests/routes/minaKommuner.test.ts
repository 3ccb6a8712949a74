import { beforeEach, describe, expect, test } from "vitest";
import type { Role } from "#app/domain/permissions.ts";
import { NOTIS_SEVERITIES } from "#app/notiser/notis.ts";
import * as route from "#app/routes/intern._index/route.tsx";
import * as oversikt from "#app/routes/intern.$kommun._index/route.tsx";
import type { Db } from "#db/connection.server.ts";
import { freshDatabase } from "#tests/factories/database.ts";
import { demoDatabase, kommunOf } from "#tests/factories/demo.ts";
import { makeDokument } from "#tests/factories/dokument.ts";
import { makeKommun } from "#tests/factories/kommun.ts";
import { makeScene } from "#tests/factories/scene.ts";
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
		expect(text).toContain("Den där mest är efter står först.");
		for (const kommun of data.kommuner.filter(({ isOver }) => !isOver)) {
			const call = { path: `/intern/${kommun.slug}`, params: { kommun: kommun.slug }, cookie };
			const own = await openPage(oversikt, call);
			const behind = own.data.dokument
				.flatMap(({ aktiviteter }) => aktiviteter)
				.filter(({ status }) => status === "efter" || status === "ej_natt");
			expect(kommun.behindCount).toBe(behind.length);
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

test("says how Sävsjö stands, and how much of what is above is about it", async () => {
	const { data, text } = await openAs([["savsjo", "kommunpolis"]]);
	const [savsjo] = data.kommuner;
	expect(savsjo).toMatchObject({ name: "Sävsjö", roles: "Kommunpolis", period: "Tertial 3 2018", canLog: true });
	expect(text).toContain(`${savsjo?.natt} av ${savsjo?.withMinimum} nådda, tertial 3 2018`);
	expect(savsjo?.notisCount).toBe(data.notisCount);
	expect(text).toContain(`1 aktivitet är efter. ${data.notisCount} notiser till dig.`);
});

describe("the notiser", () => {
	const rankOf = (line: string) => NOTIS_SEVERITIES.findIndex((severity) => line.startsWith(severity));

	test("come as one list over the kommuner, each with its word, its kommun, why, and the way there", async () => {
		const { text, html, data } = await openAs([
			["savsjo", "kommunpolis"],
			["sunne", "samordnare"],
		]);
		const lines = data.notiser.map(({ severity, kommun }) => `${severity} ${kommun.slug}`);
		expect(lines).toEqual([...lines].sort((a, b) => rankOf(a) - rankOf(b)));
		expect(lines).toEqual(expect.arrayContaining(["forsenat sunne", "efter savsjo", "efter sunne", "vantar savsjo"]));
		expect(text).toContain(
			`Notiser ${data.notisCount} saker att göra eller känna till, det värsta först. Försenat Sunne`,
		);
		expect(text).toContain(
			"Försenat Sunne Rapport tertial 2 2018, Sunne Exempeldata Klarmarkera kommunens del. Har väntat sedan 1 september, 44 dagar",
		);
		for (const { to } of data.notiser) expect(html).toContain(`href="${to.replaceAll("&", "&amp;")}"`);
	});

	test("of one kommun alone do not repeat its name", async () => {
		const { text } = await openAs([["alvesta", "undertecknare"]]);
		expect(text).toContain(
			"Väntar Rapport tertial 2 2018 Exempeldata Signera rapporten. Har väntat sedan 11 oktober, 4 dagar",
		);
	});

	test("beyond the first ten are read when asked for, without JavaScript", async () => {
		db = freshDatabase();
		const { kommun, samordnare } = await makeScene(db);
		await makeDokument(db, samordnare, { title: "Ett annat löfte" });
		const now = "2018-12-20T12:00:00.000Z";
		const { data, html, cookie } = await openAs([[kommun.slug, "kommunpolis"]], now);
		expect(data.notisCount).toBeGreaterThan(10);
		expect(data.notiser).toHaveLength(10);
		expect(html).toContain(`href="/intern?visa=alla#notiser">Visa alla ${data.notisCount}</a>`);
		const whole = await openPage(route, { path: `${path}?visa=alla`, cookie });
		expect(whole.data.notiser).toHaveLength(data.notisCount);
		expect(whole.data.notiser.slice(0, 10)).toEqual(data.notiser);
		expect(whole.text).not.toContain("Visa alla");
	});

	test("that there are none of is said", async () => {
		const { text } = await openAs([["savsjo", "admin"]]);
		expect(text).toContain("Notiser Inget behöver dig just nu");
	});
});

test("never shows a kommun where one holds no role", async () => {
	const { data, html } = await openAs([["savsjo", "admin"]]);
	expect(data.kommuner.map(({ slug }) => slug)).toEqual(["savsjo"]);
	expect(html).not.toMatch(/alvesta|jonkoping|sunne/);
	expect(data.kommuner[0]?.canLog).toBe(false);
});

test("a kommun whose dokument has ended says when it was last followed, and nothing is behind any more", async () => {
	const { data, text } = await openAs([["jonkoping", "samordnare"]]);
	expect(data.kommuner[0]).toMatchObject({ isOver: true, behindCount: 0 });
	expect(text).toContain("Inget dokument gäller nu. Det senaste följdes till och med tertial 3 2016.");
});

test("a kommun before its first dokument, and one without any, are told apart in words", async () => {
	const before = await openAs([["savsjo", "ledamot"]], "2016-12-21T12:00:00.000Z");
	expect(before.text).toContain("Löftena börjar gälla 1 januari 2017.");
	db = freshDatabase();
	const { slug } = await makeKommun(db);
	const without = await openAs([[slug, "ledamot"]]);
	expect(without.text).toContain("Uppföljningen är inte igång än: 1 av 6 steg är klart.");
	expect(without.text).toContain("Väntar på att en samordnare lägger in dokumentet.");
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
