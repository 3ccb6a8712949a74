import { beforeAll, beforeEach, describe, expect, test } from "vitest";
import { hashPassword, isRightPassword } from "#app/http/password.server.ts";
import { action, loader } from "#app/routes/intern.konto/route.tsx";
import type { Db } from "#db/connection.server.ts";
import { findPerson } from "#db/person.server.ts";
import { freshDatabase } from "#tests/factories/database.ts";
import { callAction, callLoader, cookieOf, signedIn, startTestRuntime } from "./context.ts";
import { insertTestKommun } from "./kommun.ts";

const OLD = "fyra hästar på en rad";
const NEW = "fem kor i en hage";
const change = { intent: "changePassword", currentPassword: OLD, password: NEW, repeatedPassword: NEW };
let oldHash: string;
let db: Db;
let person: { cookie: string; personId: number };
let elsewhere: string;

beforeAll(async () => {
	oldHash = await hashPassword(OLD);
});

beforeEach(async () => {
	db = freshDatabase();
	startTestRuntime({ db });
	person = await signedIn({ db, roles: ["ledamot"], kommun: await insertTestKommun(db, { slug: "savsjo" }) });
	await db.updateTable("person").set({ password_hash: oldHash }).where("id", "=", person.personId).execute();
	elsewhere = await cookieOf(person.personId);
});

const open = (cookie: string) => callLoader(loader, { path: "/intern/konto", cookie });
const post = (fields: Record<string, string>) =>
	callAction(action, { path: "/intern/konto", cookie: person.cookie, fields });
const hasPassword = async (password: string) =>
	isRightPassword(password, (await findPerson(db, person.personId))?.passwordHash ?? null);

test("belongs to somebody signed in", async () => {
	expect((await open("")).location).toBe("/logga-in?till=%2Fintern%2Fkonto");
	expect((await callAction(action, { path: "/intern/konto", fields: change })).status).toBe(401);
	expect(await open(person.cookie)).toMatchObject({ body: { hasPassword: true, sessions: "2 webbläsare" } });
});

describe("a new password", () => {
	test("replaces the old one and signs out everywhere else", async () => {
		expect(await post(change)).toMatchObject({ status: 302, location: "/intern/konto?sparat=changePassword" });
		expect(await hasPassword(NEW)).toBe(true);
		expect(await hasPassword(OLD)).toBe(false);
		expect((await open(person.cookie)).status).toBe(200);
		expect((await open(elsewhere)).status).toBe(302);
	});

	test.each([
		["with the wrong old one", { currentPassword: "fel lösenord" }, "currentPassword"],
		["without the old one", { currentPassword: "" }, "currentPassword"],
		["that is too short", { password: "kort", repeatedPassword: "kort" }, "password"],
		["that is not the same twice", { repeatedPassword: "fem kor i en annan hage" }, "repeatedPassword"],
	])("%s is refused", async (_why, fields, field) => {
		const answer = await post({ ...change, ...fields });
		expect(answer).toMatchObject({ status: 400, body: { errors: [{ field }] } });
		expect(JSON.stringify(answer.body)).not.toContain(OLD);
		expect(await hasPassword(OLD)).toBe(true);
		expect((await open(elsewhere)).status).toBe(200);
	});
});

test("a new name is saved, tidied, and in the history", async () => {
	expect((await post({ intent: "changeName", name: "  Ledamot i rådet " })).status).toBe(302);
	expect((await findPerson(db, person.personId))?.name).toBe("Ledamot i rådet");
	const event = await db
		.selectFrom("audit_event")
		.select("detail")
		.where("action", "=", "person.name_changed")
		.execute();
	expect(event.map(({ detail }) => JSON.parse(detail))).toEqual([{ before: "ledamot", after: "Ledamot i rådet" }]);
});

test("signing out everywhere ends this session too", async () => {
	const answer = await post({ intent: "endAllSessions" });
	expect(answer.headers.get("Set-Cookie")).toContain("Max-Age=0");
	expect((await open(person.cookie)).status).toBe(302);
	expect((await open(elsewhere)).status).toBe(302);
});
