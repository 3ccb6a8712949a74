import { beforeEach, describe, expect, test } from "vitest";
import * as route from "#app/routes/intern.$kommun.historik/route.tsx";
import type { Db } from "#db/connection.server.ts";
import { freshDatabase } from "#tests/factories/database.ts";
import { demoDatabase, kommunOf } from "#tests/factories/demo.ts";
import { makeGenomforande } from "#tests/factories/genomforande.ts";
import { makeScene } from "#tests/factories/scene.ts";
import { signedIn } from "./context.ts";
import { insertTestKommun } from "./kommun.ts";
import { openPage } from "./page.tsx";

let db: Db;

beforeEach(async () => {
	db = await demoDatabase();
});

async function callFor(query = "", slug = "savsjo") {
	const { cookie } = await signedIn({ db, roles: ["ledamot"], kommun: await kommunOf(db, slug) });
	return { path: `/intern/${slug}/historik${query}`, params: { kommun: slug }, cookie };
}

const open = async (query = "", slug = "savsjo") => openPage(route, await callFor(query, slug));

describe("the whole history", () => {
	test.each(["savsjo", "jonkoping", "sunne", "alvesta"])(
		"of %s is in Swedish sentences, the newest first",
		async (slug) => {
			const { id } = await kommunOf(db, slug);
			const { total } = await db
				.selectFrom("audit_event")
				.select((eb) => eb.fn.countAll<number>().as("total"))
				.where("kommun_id", "=", id)
				.executeTakeFirstOrThrow();
			const { data: first } = await open("", slug);
			expect(first.pageCount).toBe(Math.ceil(total / 50));
			const rows: string[][] = [];
			for (let page = 1; page <= first.pageCount; page++) rows.push(...(await open(`?sida=${page}`, slug)).data.rows);
			expect(rows).toHaveLength(total);
			for (const [when, who, what] of rows) {
				expect(when).toMatch(/^20\d\d-\d\d-\d\d \d\d:\d\d$/);
				expect(who).toMatch(/^[A-ZÅÄÖ]/);
				expect(what).toMatch(/^[A-ZÅÄÖ]/);
				expect(what).not.toMatch(/undefined|null|uppgift saknas|okänt datum|\[object|[a-z]_[a-z]/);
			}
			const times = rows.map(([when]) => when ?? "");
			expect(times.slice(1).filter((when, at) => when > (times[at] ?? ""))).toEqual([]);
		},
	);
});

test("says what was just done, by whom, and at what Swedish time", async () => {
	const scene = await makeScene(freshDatabase());
	db = scene.db;
	await makeGenomforande(db, scene.polis, { measureId: scene.dokument.measureIds.count, date: "2018-10-12" });
	const { data, text } = await open("", scene.kommun.slug);
	expect(data.rows[0]).toEqual(["2018-10-15 14:00", "kommunpolis", "Registrerade en aktivitet för 12 oktober 2018"]);
	expect(text).toContain("Registrerade en aktivitet för 12 oktober 2018");
	expect(data.rows.filter(([, , what]) => what?.startsWith("Registrerade"))).toHaveLength(1);
});

test("never shows what another kommun does", async () => {
	const scene = await makeScene(freshDatabase());
	db = scene.db;
	const before = (await open("", scene.kommun.slug)).data.rows;
	await makeGenomforande(db, scene.stranger, { measureId: scene.elsewhere.measureIds.count });
	expect((await open("", scene.kommun.slug)).data.rows).toEqual(before);
});

describe("the pages", () => {
	test("hold fifty each, and lead to each other", async () => {
		const { data, html } = await open("?sida=2");
		expect(data).toMatchObject({ page: 2, path: "/intern/savsjo/historik" });
		expect(data.rows).toHaveLength(50);
		expect(html).toContain('href="/intern/savsjo/historik?sida=1"');
		expect(html).toContain('href="/intern/savsjo/historik?sida=3"');
		expect((await open("?sida=1")).data.rows).not.toContainEqual(data.rows[0]);
	});

	test.each(["?sida=0", "?sida=-1", "?sida=1.5", "?sida=abc", "?sida=1e999", "?sida="])(
		"%s is the first",
		async (query) => {
			expect((await open(query)).data).toMatchObject({ page: 1, rows: (await open()).data.rows });
		},
	);

	test.each(["?sida=9999", "?sida=999999999"])("%s is the last", async (query) => {
		const { pageCount } = (await open()).data;
		const last = await open(`?sida=${pageCount}`);
		expect(last.data.rows.length).toBeGreaterThan(0);
		expect((await open(query)).data).toEqual(last.data);
	});

	test("are one and empty where nothing has happened", async () => {
		await insertTestKommun(db, { slug: "tomelilla" });
		const { data, text } = await open("", "tomelilla");
		expect(data).toMatchObject({ page: 1, pageCount: 1, rows: [] });
		expect(text).toContain("Inget har hänt än");
	});
});
