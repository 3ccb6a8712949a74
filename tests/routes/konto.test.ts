import { beforeAll, beforeEach, describe, expect, test } from "vitest";
import { hashPassword, isRightPassword } from "#app/http/password.server.ts";
import { hashToken } from "#app/http/token.server.ts";
import * as route from "#app/routes/intern.konto/route.tsx";
import type { Db } from "#db/connection.server.ts";
import { findPersonOfKalenderlank } from "#db/kalenderlank.server.ts";
import { findAllLetterChoices } from "#db/paminnelse.server.ts";
import { findPerson } from "#db/person.server.ts";
import { freshDatabase } from "#tests/factories/database.ts";
import { callAction, callLoader, cookieOf, signedIn, startTestRuntime } from "./context.ts";
import { formsIn, formWith } from "./html.ts";
import { insertTestKommun } from "./kommun.ts";
import { openPage } from "./page.tsx";

const { action, loader } = route;
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

describe("the calendar's address", () => {
	const page = (answer?: unknown) => openPage(route, { path: "/intern/konto", cookie: person.cookie }, answer);
	const make = async () => {
		const { status, body } = await post({ intent: "makeKalenderlank" });
		expect(status).toBe(200);
		return body as { address: string };
	};
	const ownerOf = ({ address }: { address: string }) => {
		const [, token = ""] = /^https:\/\/lofteskoll\.example\/kalender\/([\w-]{43})\.ics$/.exec(address) ?? [];
		return findPersonOfKalenderlank(db, hashToken(token));
	};

	test("is made and shown once, in a field that can be copied without JavaScript", async () => {
		const before = await page();
		expect(before.forms.map(({ intent }) => intent?.[0])).not.toContain("revokeKalenderlank");
		const answer = await make();
		expect(await ownerOf(answer)).toBe(person.personId);
		const shown = await page(answer);
		expect(shown.html).toMatch(new RegExp(`<input[^>]*readOnly=""[^>]*value="${answer.address}"`, "i"));
		expect(shown.text).toContain("Den som har adressen kan läsa din kalender utan att logga in");
		for (const way of ["Outlook", "Google Kalender", "iPhone", "Android"]) expect(shown.text).toContain(way);
		const later = await page();
		expect(later.html).not.toContain(answer.address);
		expect(later.text).toContain("Adressen skapades 15 oktober 2018 och visas bara en gång");
		expect(later.text).toContain("Den som har den kan läsa din kalender utan att logga in");
	});

	test("is exchanged: the old one stops at once", async () => {
		const old = await make();
		const form = formWith((await page()).forms, { intent: "makeKalenderlank" });
		expect(form).toEqual({ intent: ["makeKalenderlank"] });
		const fresh = await make();
		expect(await ownerOf(old)).toBeUndefined();
		expect(await ownerOf(fresh)).toBe(person.personId);
	});

	test("is taken back, and taken back twice it is the same", async () => {
		const made = await make();
		for (const _time of ["once", "twice"])
			expect(await post({ intent: "revokeKalenderlank" })).toMatchObject({
				status: 302,
				location: "/intern/konto?sparat=revokeKalenderlank",
			});
		expect(await ownerOf(made)).toBeUndefined();
		const { text } = await openPage(route, { path: "/intern/konto?sparat=revokeKalenderlank", cookie: person.cookie });
		expect(text).toContain("Kalenderns adress är borttagen");
		expect(text).toContain("Skapa en adress");
	});

	test("is nobody's who is not signed in, or comes from another site", async () => {
		const fields = { intent: "makeKalenderlank" };
		const headers = { Origin: "https://example.org", "Sec-Fetch-Site": "cross-site" };
		expect((await callAction(action, { path: "/intern/konto", fields })).status).toBe(401);
		expect((await callAction(action, { path: "/intern/konto", cookie: person.cookie, fields, headers })).status).toBe(
			403,
		);
		expect(await db.selectFrom("kalenderlank").selectAll().execute()).toEqual([]);
	});
});

describe("the weekly letter", () => {
	const page = () => openPage(route, { path: "/intern/konto", cookie: person.cookie });
	const choices = () => findAllLetterChoices(db, person);

	test("is turned off and on again for each kommun, by forms that need no JavaScript", async () => {
		const other = await insertTestKommun(db, { slug: "alvesta" });
		await db
			.insertInto("membership")
			.values({ person_id: person.personId, kommun_id: other.id, role: "ledamot", created_at: "2018-10-15" })
			.execute();
		const { html, data } = await page();
		expect(data.letterChoices.map(({ kommun, isOff }) => [kommun, isOff])).toEqual([
			["alvesta", false],
			["savsjo", false],
		]);
		const off = formWith(formsIn(html), { intent: "chooseLetters", kommunId: other.id });
		expect(off.letters).toEqual(["av"]);
		const choose = (letters: string) => post({ intent: "chooseLetters", kommunId: String(other.id), letters });
		expect((await choose("av")).location).toBe("/intern/konto?sparat=chooseLetters");
		expect((await choices()).filter(({ isOff }) => isOff)).toEqual([{ kommunId: other.id, isOff: true }]);
		expect((await page()).text).toMatch(/alvesta Veckobrev av Slå på veckobrevet från alvesta/);
		await choose("pa");
		expect((await choices()).some(({ isOff }) => isOff)).toBe(false);
	});

	test.each([
		["another kommun", { kommunId: "4711", letters: "av" }, 404],
		["no kommun", { kommunId: "x", letters: "av" }, 400],
		["neither on nor off", { kommunId: "1", letters: "kanske" }, 400],
	])("of %s cannot be chosen", async (_what, fields, status) => {
		expect((await post({ intent: "chooseLetters", ...fields })).status).toBe(status);
	});

	test("of a kommun that the person has left is refused where it can be read", async () => {
		const { body } = await post({ intent: "chooseLetters", kommunId: "4711", letters: "av" });
		const { text } = await openPage(route, { path: "/intern/konto", cookie: person.cookie }, body);
		expect(text).toContain("Du är inte med i kommunen längre.");
	});

	test("is said not to be sent where the server has no e-mail", async () => {
		expect((await page()).text).not.toContain("skickar inga brev");
		startTestRuntime({ db, sendsLetters: false });
		expect((await page()).text).toContain("Den här servern skickar inga brev.");
	});
});
