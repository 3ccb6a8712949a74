import { beforeEach, expect, test } from "vitest";
import { loader as frame } from "#app/root.tsx";
import { loader as start } from "#app/routes/_index/route.tsx";
import { loader as nothing } from "#app/routes/$/route.tsx";
import { loader as health } from "#app/routes/halsa/route.tsx";
import type { Db } from "#db/connection.server.ts";
import { freshDatabase } from "#tests/factories/database.ts";
import { callLoader, ORIGIN, signedIn, startTestRuntime } from "./context.ts";
import { insertTestKommun } from "./kommun.ts";

const NOBODY = { demoDate: null, person: null, kommuner: [] };

let db: Db;

beforeEach(() => {
	db = freshDatabase();
	startTestRuntime({ db });
});

test("/halsa answers 200 while the database does, and else 503", async () => {
	expect(await callLoader(health, { path: "/halsa" })).toMatchObject({ status: 200, body: { status: "ok" } });
	await db.destroy();
	expect((await callLoader(health, { path: "/halsa" })).status).toBe(503);
});

test("the start page lists the kommuner in Swedish order with what they published last, and nothing internal", async () => {
	for (const slug of ["orebro", "alvesta", "angelholm"]) await insertTestKommun(db, { slug });
	await db.updateTable("kommun").set({ name: "Örebro" }).where("slug", "=", "orebro").execute();
	await db.updateTable("kommun").set({ name: "Ängelholm" }).where("slug", "=", "angelholm").execute();
	const { body } = await callLoader(start, { path: "/" });
	expect(body).toEqual({
		kommuner: [
			{ slug: "alvesta", name: "alvesta", published: null },
			{ slug: "angelholm", name: "Ängelholm", published: null },
			{ slug: "orebro", name: "Örebro", published: null },
		],
		isDemo: false,
		url: `${ORIGIN}/`,
	});
});

test("the frame knows who is signed in and where, and speaks of the demo only there", async () => {
	const kommun = await insertTestKommun(db, { slug: "savsjo" });
	await insertTestKommun(db, { slug: "sunne" });
	const { cookie } = await signedIn({ db, roles: ["ledamot", "admin"], kommun, email: "ledamot@exempel.se" });
	expect((await callLoader(frame, { path: "/logga-in" })).body).toEqual(NOBODY);
	const known = { person: { email: "ledamot@exempel.se" }, kommuner: [{ name: "savsjo", to: "/intern/savsjo" }] };
	expect((await callLoader(frame, { path: "/tillganglighet", cookie })).body).toMatchObject(known);
	const intern = { path: "/intern/savsjo", params: { kommun: "savsjo" }, cookie };
	expect((await callLoader(frame, intern)).body).toMatchObject(known);
	startTestRuntime({ db, mode: "demo" });
	expect((await callLoader(frame, { path: "/" })).body).toMatchObject({ demoDate: "15 oktober 2018" });
});

test.each([
	["/", {}],
	["/savsjo", { kommun: "savsjo" }],
	["/savsjo/inbaddning", { kommun: "savsjo" }],
	["/savsjo/rapport/2018-T1", { kommun: "savsjo", period: "2018-T1" }],
])("the frame of %s, which may lie in caches, knows nobody", async (path, params) => {
	const kommun = await insertTestKommun(db, { slug: "savsjo" });
	const { cookie } = await signedIn({ db, roles: ["admin"], kommun });
	expect((await callLoader(frame, { path, params, cookie })).body).toEqual(NOBODY);
});

test("an address that is no page is 404", async () => {
	expect((await callLoader(nothing, { path: "/wp-login.php" })).status).toBe(404);
});
