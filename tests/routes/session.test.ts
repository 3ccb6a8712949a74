import { beforeEach, describe, expect, test } from "vitest";
import { addHours } from "#app/domain/dates.ts";
import { protectSignedIn } from "#app/http/protect.server.ts";
import { runtime, startRuntime } from "#app/http/runtime.server.ts";
import { beginSession } from "#app/http/session.server.ts";
import { action as signOut } from "#app/routes/logga-ut/route.tsx";
import type { Db } from "#db/connection.server.ts";
import { freshDatabase } from "#tests/factories/database.ts";
import { callAction, callLoader, cookieOf, NOW, ORIGIN, signedIn, startTestRuntime } from "./context.ts";
import { insertTestKommun } from "./kommun.ts";

const loader = protectSignedIn(({ person }) => person.id);
let db: Db;
let cookie: string;
let personId: number;

beforeEach(async () => {
	db = freshDatabase();
	startTestRuntime({ db });
	const kommun = await insertTestKommun(db, { slug: "savsjo" });
	({ cookie, personId } = await signedIn({ db, roles: ["ledamot"], kommun }));
});

/** The status of a page at a time, as the clock then stands. */
async function statusAt(hours: number): Promise<number> {
	startTestRuntime({ db, now: addHours(NOW, hours) });
	return (await callLoader(loader, { path: "/intern", cookie })).status;
}

describe("a session", () => {
	test("lasts through a working day of use and ends after eight hours without", async () => {
		expect(await statusAt(7.9)).toBe(200);
		expect(await statusAt(15.8)).toBe(200);
		expect(await statusAt(23.9)).toBe(302);
	});

	test("ends after seven days however much it is used", async () => {
		for (let hours = 6; hours < 168; hours += 6) expect(await statusAt(hours)).toBe(200);
		expect(await statusAt(168)).toBe(302);
	});

	test("is nothing when the cookie is changed, or the secret of the instance is", async () => {
		expect((await callLoader(loader, { path: "/intern", cookie: `${cookie}x` })).status).toBe(302);
		expect((await callLoader(loader, { path: "/intern", cookie: "__Host-lofteskoll=" })).status).toBe(302);
		const { settings, ...rest } = runtime();
		startRuntime({ ...rest, settings: { ...settings, sessionSecret: "another secret of the right length" } });
		expect((await callLoader(loader, { path: "/intern", cookie })).status).toBe(302);
	});

	test("keeps only a hash in the database", async () => {
		const rows = await db.selectFrom("session").selectAll().execute();
		expect(rows).toHaveLength(1);
		expect(JSON.stringify(rows)).not.toContain(cookie.split("=")[1]);
	});

	test("of a demo account is worth nothing outside the demo", async () => {
		await db.updateTable("person").set({ is_demo: 1 }).where("id", "=", personId).execute();
		expect(await statusAt(0)).toBe(302);
		startTestRuntime({ db, mode: "demo" });
		expect((await callLoader(loader, { path: "/intern", cookie })).status).toBe(200);
	});
});

test("the cookie is out of reach for scripts, other sites and http", async () => {
	const setCookie = await beginSession(new Request(ORIGIN), { personId, by: "password" });
	expect(setCookie).toMatch(/^__Host-lofteskoll=[\w-]{43}; Path=\/; HttpOnly; SameSite=Lax; Max-Age=604800; Secure$/);
});

test("signing in again ends the session that the browser had", async () => {
	const before = cookie;
	const request = new Request(ORIGIN, { headers: { Cookie: before } });
	const setCookie = await beginSession(request, { personId, by: "password" });
	expect(setCookie.split(";")[0]).not.toBe(before);
	expect((await callLoader(loader, { path: "/intern", cookie: before })).status).toBe(302);
});

test("signing out ends this session and no other", async () => {
	const otherBrowser = await cookieOf(personId);
	const answer = await callAction(signOut, { path: "/logga-ut", cookie });
	expect(answer).toMatchObject({ status: 302, location: "/" });
	expect(answer.headers.get("Set-Cookie")).toContain("Max-Age=0");
	expect((await callLoader(loader, { path: "/intern", cookie })).status).toBe(302);
	expect((await callLoader(loader, { path: "/intern", cookie: otherBrowser })).status).toBe(200);
});
