import { beforeAll, beforeEach, describe, expect, test } from "vitest";
import { hashPassword } from "#app/http/password.server.ts";
import { loader as demoPage, action as demoSignIn } from "#app/routes/demo.logga-in/route.tsx";
import { action, loader } from "#app/routes/logga-in/route.tsx";
import type { Db } from "#db/connection.server.ts";
import { freshDatabase } from "#tests/factories/database.ts";
import { callAction, callLoader, signedIn, startTestRuntime } from "./context.ts";
import { insertTestKommun } from "./kommun.ts";

const PASSWORD = "fyra hästar på en rad";
let passwordHash: string;
let db: Db;
let kommun: { id: number };
let email: string;
let attempts = 0;

beforeAll(async () => {
	passwordHash = await hashPassword(PASSWORD);
});

beforeEach(async () => {
	db = freshDatabase();
	startTestRuntime({ db });
	kommun = await insertTestKommun(db, { slug: "savsjo" });
	email = `kommunpolis-${attempts++}@exempel.se`;
	const { personId } = await signedIn({ db, roles: ["kommunpolis"], kommun, email });
	await db.updateTable("person").set({ password_hash: passwordHash }).where("id", "=", personId).execute();
});

function signIn(fields: Record<string, string>, clientIp?: string) {
	return callAction(action, { path: "/logga-in", fields: { email, password: PASSWORD, ...fields }, clientIp });
}

describe("sign-in with a password", () => {
	test("goes to the person's only kommun, with a session", async () => {
		const answer = await signIn({ email: ` ${email.toUpperCase()} ` });
		expect(answer).toMatchObject({ status: 302, location: "/intern/savsjo" });
		expect(answer.headers.get("Set-Cookie")).toMatch(/^__Host-lofteskoll=/);
	});

	test("goes to the list of kommuner when there are several", async () => {
		const sunne = await insertTestKommun(db, { slug: "sunne" });
		const { id } = await db.selectFrom("person").select("id").where("email", "=", email).executeTakeFirstOrThrow();
		await db
			.insertInto("membership")
			.values({ person_id: id, kommun_id: sunne.id, role: "ledamot", created_at: "2018-01-01T00:00:00.000Z" })
			.execute();
		expect((await signIn({})).location).toBe("/intern");
	});

	test.each([
		["/intern/savsjo/logga?datum=2018-10-14", "/intern/savsjo/logga?datum=2018-10-14"],
		["//ond.example/x", "/intern/savsjo"],
		["/\\ond.example", "/intern/savsjo"],
		["/\t/ond.example", "/intern/savsjo"],
		["/..//ond.example", "/intern/savsjo"],
		["https://ond.example", "/intern/savsjo"],
		["javascript:alert(1)", "/intern/savsjo"],
		["", "/intern/savsjo"],
	])("till=%j leads to %s", async (till, expected) => {
		expect((await signIn({ till })).location).toBe(expected);
	});

	test("answers the same for a wrong password and an unknown account", async () => {
		const wrong = await signIn({ password: "fel lösenord helt och hållet" });
		const unknown = await signIn({ email: "ingen@exempel.se" });
		expect(wrong).toMatchObject({ status: 401, body: { errors: [{ field: null }] } });
		expect(unknown.status).toBe(401);
		expect((unknown.body as { errors: unknown }).errors).toEqual((wrong.body as { errors: unknown }).errors);
	});

	test("is refused for an account where no password has been chosen, and for a demo account", async () => {
		await db.updateTable("person").set({ is_demo: 1 }).where("email", "=", email).execute();
		expect((await signIn({})).status).toBe(401);
		await db.updateTable("person").set({ is_demo: 0, password_hash: null }).where("email", "=", email).execute();
		expect((await signIn({})).status).toBe(401);
	});

	test("says which field is empty", async () => {
		expect(await signIn({ email: "", password: "" })).toMatchObject({
			status: 400,
			body: { errors: [{ field: "email" }, { field: "password" }] },
		});
	});

	test("is throttled after ten wrong tries, for the right password too, but not from elsewhere", async () => {
		for (let i = 0; i < 10; i++) expect((await signIn({ password: "gissning" })).status).toBe(401);
		const throttled = await signIn({});
		expect(throttled.status).toBe(429);
		expect(Number(throttled.headers.get("Retry-After"))).toBeGreaterThan(800);
		expect((await signIn({}, "198.51.100.7")).status).toBe(302);
	});

	test("somebody already signed in is sent on", async () => {
		const { cookie } = await signedIn({ db, roles: ["ledamot"], kommun });
		expect(await callLoader(loader, { path: "/logga-in?till=/intern/savsjo", cookie })).toMatchObject({
			status: 302,
			location: "/intern/savsjo",
		});
	});
});

describe("one-click sign-in", () => {
	async function insertDemoPerson(kommunIds: number[]) {
		const { id } = await db
			.insertInto("person")
			.values({ email: `demo-${kommunIds.length}@exempel.se`, name: "Demo", is_demo: 1, created_at: "2018-01-01" })
			.returning("id")
			.executeTakeFirstOrThrow();
		for (const kommun_id of kommunIds)
			await db
				.insertInto("membership")
				.values({ person_id: id, kommun_id, role: "kommunpolis", created_at: "2018-01-01" })
				.execute();
		return id;
	}

	function demo(fields: Record<string, string>) {
		return callAction(demoSignIn, { path: "/demo/logga-in", fields });
	}

	test("does not exist in production, whatever accounts the database holds", async () => {
		await insertDemoPerson([kommun.id]);
		const answer = await demo({ kommun: "savsjo", roll: "kommunpolis" });
		expect(answer.status).toBe(404);
		expect(answer.headers.get("Set-Cookie")).toBeNull();
		expect((await callLoader(demoPage, { path: "/demo/logga-in" })).status).toBe(404);
		expect(await callLoader(loader, { path: "/logga-in" })).toMatchObject({ body: { demoKommuner: [] } });
	});

	test("signs in the demo account of the role, never a real one", async () => {
		startTestRuntime({ db, mode: "demo" });
		expect((await demo({ kommun: "savsjo", roll: "kommunpolis" })).status).toBe(404);
		const personId = await insertDemoPerson([kommun.id]);
		const answer = await demo({ kommun: "savsjo", roll: "kommunpolis" });
		expect(answer).toMatchObject({ status: 302, location: "/intern/savsjo" });
		const sessions = await db.selectFrom("session").select("person_id").orderBy("created_at").execute();
		expect(sessions.map((session) => session.person_id)).toContain(personId);
	});

	test("knows the officer with several kommuner", async () => {
		const sunne = await insertTestKommun(db, { slug: "sunne" });
		startTestRuntime({ db, mode: "demo" });
		await insertDemoPerson([kommun.id, sunne.id]);
		expect(await demo({ roll: "kommunpolis-flera" })).toMatchObject({ status: 302, location: "/intern" });
		const alone = await insertDemoPerson([kommun.id]);
		expect(await demo({ kommun: "savsjo", roll: "kommunpolis" })).toMatchObject({ location: "/intern/savsjo" });
		expect(await demo({ roll: "kommunpolis-flera" })).toMatchObject({ location: "/intern" });
		await db
			.insertInto("membership")
			.values({ person_id: alone, kommun_id: sunne.id, role: "admin", created_at: "2018-01-01" })
			.execute();
		expect(await demo({ kommun: "savsjo", roll: "kommunpolis" })).toMatchObject({ location: "/intern" });
	});

	test("is offered in each kommun for the roles that somebody has there", async () => {
		await insertTestKommun(db, { slug: "sunne" });
		startTestRuntime({ db, mode: "demo" });
		await insertDemoPerson([kommun.id]);
		expect(await callLoader(loader, { path: "/logga-in" })).toMatchObject({
			body: {
				demoKommuner: [
					{ slug: "savsjo", roles: ["kommunpolis"] },
					{ slug: "sunne", roles: [] },
				],
			},
		});
	});

	test.each(["", "kung", "kommunpolis-fler"])("an unknown role %j is 404", async (roll) => {
		startTestRuntime({ db, mode: "demo" });
		expect((await demo({ kommun: "savsjo", roll })).status).toBe(404);
	});
});
