import { beforeEach, describe, expect, test } from "vitest";
import { createFirstAdmin } from "#app/commands/createFirstAdmin.server.ts";
import { resetPassword } from "#app/commands/resetPassword.server.ts";
import { addHours } from "#app/domain/dates.ts";
import { isRightPassword } from "#app/http/password.server.ts";
import { hashToken } from "#app/http/token.server.ts";
import { action, loader } from "#app/routes/inbjudan.$token/route.tsx";
import { action as personerAction } from "#app/routes/intern.$kommun.personer/route.tsx";
import { findAllAuditEvents } from "#db/audit.server.ts";
import type { Db } from "#db/connection.server.ts";
import { findAllRoles, findPersonByEmail } from "#db/person.server.ts";
import { freshDatabase } from "#tests/factories/database.ts";
import { callAction, callLoader, NOW, signedIn, startTestRuntime } from "./context.ts";
import { insertTestKommun } from "./kommun.ts";

const EMAIL = "ny@exempel.se";
const PASSWORD = "fyra hästar på en rad";
const CHOSEN = { password: PASSWORD, repeatedPassword: PASSWORD };
const OPERATOR = { personId: null, kommunId: null, now: NOW };

let db: Db;
let kommun: { id: number; slug: string };
let admin: { cookie: string; personId: number };

beforeEach(async () => {
	db = freshDatabase();
	startTestRuntime({ db });
	kommun = await insertTestKommun(db, { slug: "savsjo" });
	admin = await signedIn({ db, roles: ["admin"], kommun });
});

function atPersoner(fields: Record<string, string | string[]>) {
	const call = { path: "/intern/savsjo/personer", params: { kommun: "savsjo" }, cookie: admin.cookie };
	return callAction(personerAction, { ...call, fields });
}

/** Invites as the admin does; answers the secret part of the link. */
async function invite(fields: Record<string, string | string[]> = {}): Promise<string> {
	const answer = await atPersoner({ intent: "createInbjudan", name: "Ny", email: EMAIL, roles: "ledamot", ...fields });
	return tokenIn(answer.body);
}

function tokenIn(body: unknown): string {
	const { link } = body as { link: { url: string; email: string } };
	expect(link.url).toMatch(/^https:\/\/lofteskoll\.example\/inbjudan\/[\w-]{43}$/);
	return link.url.split("/").at(-1) ?? "";
}

const open = (token: string, cookie?: string) =>
	callLoader(loader, { path: `/inbjudan/${token}`, params: { token }, ...(cookie && { cookie }) });
const answerTo = (token: string, { cookie, fields }: { cookie?: string; fields?: Record<string, string> } = {}) =>
	callAction(action, {
		path: `/inbjudan/${token}`,
		params: { token },
		...(cookie && { cookie }),
		...(fields && { fields }),
	});

async function rolesOf(email: string) {
	const person = await findPersonByEmail(db, email);
	return person && findAllRoles(db, { personId: person.id, kommunId: kommun.id });
}

async function insertAccount(email: string) {
	const elsewhere = await insertTestKommun(db, { slug: "sunne" });
	const account = await signedIn({ db, roles: ["samordnare"], kommun: elsewhere, email });
	await db.updateTable("person").set({ password_hash: "chosen" }).where("id", "=", account.personId).execute();
	return account;
}

describe("somebody without an account", () => {
	test("chooses a password, becomes a member with the roles and is signed in", async () => {
		const token = await invite({ roles: ["ledamot", "samordnare"] });
		expect(await open(token)).toMatchObject({
			body: { kommun: "savsjo", email: EMAIL, roles: "samordnare och ledamot", answer: "choose_password" },
		});
		const answer = await answerTo(token, { fields: CHOSEN });
		expect(answer).toMatchObject({ status: 302, location: "/intern/savsjo" });
		expect(answer.headers.get("Set-Cookie")).toMatch(/^__Host-lofteskoll=/);
		expect(await rolesOf(EMAIL)).toEqual(expect.arrayContaining(["ledamot", "samordnare"]));
		const person = await findPersonByEmail(db, EMAIL);
		expect(person?.passwordHash).toMatch(/^\$argon2id\$v=19\$m=19456,t=2,p=1\$/);
		expect(await isRightPassword(PASSWORD, person?.passwordHash ?? null)).toBe(true);
	});

	test.each([
		["kort", "kort", "password"],
		["aaaaaaaaaaaaaaaa", "aaaaaaaaaaaaaaaa", "password"],
		[PASSWORD, "något annat än det", "repeatedPassword"],
		["x".repeat(300), "x".repeat(300), "password"],
	])("may not choose %j, %j", async (password, repeatedPassword, field) => {
		const token = await invite();
		const answer = await answerTo(token, { fields: { password, repeatedPassword } });
		expect(answer.status).toBe(400);
		expect((answer.body as { errors: { field: string }[] }).errors[0]?.field).toBe(field);
		expect(await findPersonByEmail(db, EMAIL)).toBeUndefined();
	});
});

describe("somebody with an account", () => {
	test("signs in first, then accepts, and keeps the password", async () => {
		const account = await insertAccount(EMAIL);
		const token = await invite();
		expect(await open(token)).toMatchObject({ body: { answer: "sign_in" } });
		expect(await open(token, account.cookie)).toMatchObject({ body: { answer: "accept" } });
		expect(await answerTo(token, { cookie: account.cookie })).toMatchObject({
			status: 302,
			location: "/intern/savsjo",
		});
		expect(await rolesOf(EMAIL)).toEqual(["ledamot"]);
		expect((await findPersonByEmail(db, EMAIL))?.passwordHash).toBe("chosen");
	});

	test("cannot be entered with the link alone, nor with a chosen password", async () => {
		await insertAccount(EMAIL);
		const token = await invite();
		expect((await answerTo(token, { fields: CHOSEN })).status).toBe(403);
		expect((await findPersonByEmail(db, EMAIL))?.passwordHash).toBe("chosen");
		expect(await rolesOf(EMAIL)).toEqual([]);
	});

	test("of another e-mail cannot take it", async () => {
		await insertAccount(EMAIL);
		const token = await invite();
		expect(await open(token, admin.cookie)).toMatchObject({ body: { answer: "other_account" } });
		expect((await answerTo(token, { cookie: admin.cookie })).status).toBe(403);
		expect(await rolesOf(EMAIL)).toEqual([]);
	});
});

/** The admin of one kommun must never come to hold the account of somebody who is also in another. */
describe("an account that waits for a new password", () => {
	const REFUSED = {
		status: 403,
		body: { errors: [{ message: expect.stringContaining("den som driver tjänsten") }] },
	};

	async function accountWithoutPassword() {
		const account = await insertAccount(EMAIL);
		await resetPassword(db, OPERATOR, { email: EMAIL, tokenHash: hashToken("reset") });
		return account;
	}

	test("is not opened by another kommun's invitation, older or newer", async () => {
		const older = await invite();
		await accountWithoutPassword();
		expect(await answerTo(older, { fields: CHOSEN })).toMatchObject(REFUSED);
		await atPersoner({ intent: "revokeInbjudan", inbjudanId: "1" });
		expect(await answerTo(await invite(), { fields: CHOSEN })).toMatchObject(REFUSED);
		expect((await findPersonByEmail(db, EMAIL))?.passwordHash).toBeNull();
		expect(await rolesOf(EMAIL)).toEqual([]);
		expect((await answerTo("reset", { fields: CHOSEN })).status, "the operator's own link").toBe(302);
	});

	test("is not opened by a link that an admin has renewed", async () => {
		const sunne = await insertTestKommun(db, { slug: "sunne" });
		const member = await signedIn({ db, roles: ["ledamot"], kommun, email: EMAIL });
		await db
			.insertInto("membership")
			.values({ person_id: member.personId, kommun_id: sunne.id, role: "samordnare", created_at: NOW })
			.execute();
		await resetPassword(db, OPERATOR, { email: EMAIL, tokenHash: hashToken("reset") });
		const renewed = tokenIn((await atPersoner({ intent: "renewInbjudan", inbjudanId: "1" })).body);
		expect(await answerTo(renewed, { fields: CHOSEN })).toMatchObject(REFUSED);
		expect((await findPersonByEmail(db, EMAIL))?.passwordHash).toBeNull();
	});

	test("does not bring somebody back who has been taken out of the kommun", async () => {
		const member = await signedIn({ db, roles: ["ledamot"], kommun, email: EMAIL });
		await resetPassword(db, OPERATOR, { email: EMAIL, tokenHash: hashToken("reset") });
		expect((await atPersoner({ intent: "removeMember", personId: String(member.personId) })).status).toBe(302);
		expect((await answerTo("reset", { fields: CHOSEN })).status).toBe(404);
		expect(await rolesOf(EMAIL)).toEqual([]);
	});
});

test("a new password link stands in the kommun's history, with whose it is", async () => {
	await signedIn({ db, roles: ["ledamot"], kommun, email: EMAIL });
	await resetPassword(db, OPERATOR, { email: EMAIL, tokenHash: hashToken("reset") });
	const { rows } = await findAllAuditEvents(db, { kommunId: kommun.id, page: 1, pageSize: 1 });
	expect(rows).toMatchObject([{ action: "person.password_reset", detail: { name: "ledamot" } }]);
});

describe("a link works", () => {
	async function isGone(token: string) {
		const opened = await open(token);
		const answered = await answerTo(token, { fields: CHOSEN });
		return opened.status === 404 && answered.status === 404;
	}

	test("once", async () => {
		const token = await invite();
		await answerTo(token, { fields: CHOSEN });
		expect(await isGone(token)).toBe(true);
	});

	test("for seven days", async () => {
		const token = await invite();
		startTestRuntime({ db, now: addHours(NOW, 7 * 24 - 0.1) });
		expect((await open(token)).status).toBe(200);
		startTestRuntime({ db, now: addHours(NOW, 7 * 24) });
		expect(await isGone(token)).toBe(true);
	});

	test("until it is revoked", async () => {
		const token = await invite();
		const { id } = await db.selectFrom("inbjudan").select("id").executeTakeFirstOrThrow();
		expect((await atPersoner({ intent: "revokeInbjudan", inbjudanId: String(id) })).status).toBe(302);
		expect(await isGone(token)).toBe(true);
		expect((await atPersoner({ intent: "renewInbjudan", inbjudanId: String(id) })).status).toBe(404);
	});

	test("until it is renewed, and then the new one does", async () => {
		const token = await invite();
		const { id } = await db.selectFrom("inbjudan").select("id").executeTakeFirstOrThrow();
		const renewed = await atPersoner({ intent: "renewInbjudan", inbjudanId: String(id) });
		expect(await isGone(token)).toBe(true);
		expect((await open(tokenIn(renewed.body))).status).toBe(200);
	});

	test("only when it was made here", async () => {
		expect(await isGone("påhittad")).toBe(true);
		expect(await isGone("")).toBe(true);
	});
});

test("the database keeps no link, and the history no secret", async () => {
	const token = await invite();
	const kept = [
		await db.selectFrom("inbjudan").selectAll().execute(),
		await db.selectFrom("audit_event").selectAll().execute(),
	];
	expect(JSON.stringify(kept)).not.toContain(token);
	expect(JSON.stringify(kept[1])).not.toContain(hashToken(token));
});

test("the first admin gets the account and the role through the link", async () => {
	const person = { email: "forst@exempel.se", name: "Administratör" };
	await createFirstAdmin(db, OPERATOR, { ...person, kommunId: kommun.id, tokenHash: hashToken("first") });
	expect(await rolesOf(person.email)).toEqual([]);
	expect((await answerTo("first", { fields: CHOSEN })).location).toBe("/intern/savsjo");
	expect(await rolesOf(person.email)).toEqual(["admin"]);
});

test("somebody who forgot the password is signed out and chooses a new one", async () => {
	const member = await signedIn({ db, roles: ["ledamot"], kommun, email: EMAIL });
	await db.updateTable("person").set({ password_hash: "old" }).where("id", "=", member.personId).execute();
	await resetPassword(db, OPERATOR, { email: EMAIL, tokenHash: hashToken("reset") });
	expect(await db.selectFrom("session").select("person_id").where("person_id", "=", member.personId).execute()).toEqual(
		[],
	);
	expect((await answerTo("reset", { fields: CHOSEN })).status).toBe(302);
	const person = await findPersonByEmail(db, EMAIL);
	expect(await isRightPassword(PASSWORD, person?.passwordHash ?? null)).toBe(true);
	expect(await rolesOf(EMAIL)).toEqual(["ledamot"]);
	await expect(resetPassword(db, OPERATOR, { email: "ingen@exempel.se", tokenHash: "x" })).rejects.toThrow(
		"inget konto",
	);
});
