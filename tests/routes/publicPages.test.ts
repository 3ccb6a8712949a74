import { beforeEach, expect, test } from "vitest";
import { loader as frame } from "#app/root.tsx";
import { loader as start } from "#app/routes/_index/route.tsx";
import { loader as nothing } from "#app/routes/$/route.tsx";
import { loader as health } from "#app/routes/halsa/route.tsx";
import type { Db } from "#db/connection.server.ts";
import { freshDatabase } from "#tests/factories/database.ts";
import { callLoader, signedIn, startTestRuntime } from "./context.ts";
import { insertTestKommun } from "./kommun.ts";

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

test("the start page lists the kommuner in Swedish order, and nothing internal", async () => {
	for (const slug of ["örebro", "alvesta", "ängelholm"])
		await insertTestKommun(db, { slug: slug.normalize("NFD").replace(/\p{Mark}/gu, "") });
	await db.updateTable("kommun").set({ name: "Örebro" }).where("slug", "=", "orebro").execute();
	await db.updateTable("kommun").set({ name: "Ängelholm" }).where("slug", "=", "angelholm").execute();
	const { body } = await callLoader(start, { path: "/" });
	expect(body).toEqual({
		kommuner: [
			{ slug: "alvesta", name: "alvesta", lokalpolisomrade: null },
			{ slug: "angelholm", name: "Ängelholm", lokalpolisomrade: null },
			{ slug: "orebro", name: "Örebro", lokalpolisomrade: null },
		],
		isSignedIn: false,
		isDemo: false,
	});
});

test("the frame knows who is signed in and where, and speaks of the demo only there", async () => {
	const kommun = await insertTestKommun(db, { slug: "savsjo" });
	await insertTestKommun(db, { slug: "sunne" });
	const { cookie } = await signedIn({ db, roles: ["ledamot", "admin"], kommun, email: "ledamot@exempel.se" });
	expect((await callLoader(frame, { path: "/" })).body).toEqual({ demoDate: null, person: null, kommuner: [] });
	expect((await callLoader(frame, { path: "/", cookie })).body).toMatchObject({
		person: { email: "ledamot@exempel.se" },
		kommuner: [{ name: "savsjo", to: "/intern/savsjo" }],
	});
	startTestRuntime({ db, mode: "demo" });
	expect((await callLoader(frame, { path: "/" })).body).toMatchObject({ demoDate: "15 oktober 2018" });
});

test("an address that is no page is 404", async () => {
	expect((await callLoader(nothing, { path: "/wp-login.php" })).status).toBe(404);
});
