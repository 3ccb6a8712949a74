import { beforeEach, describe, expect, test } from "vitest";
import { ROLES } from "#app/domain/permissions.ts";
import { action, loader } from "#app/routes/intern.$kommun.personer/route.tsx";
import type { Db } from "#db/connection.server.ts";
import { findAllRoles } from "#db/person.server.ts";
import { freshDatabase } from "#tests/factories/database.ts";
import { callAction, callLoader, signedIn, startTestRuntime } from "./context.ts";
import { insertTestKommun } from "./kommun.ts";

const page = { path: "/intern/savsjo/personer", params: { kommun: "savsjo" } };
let db: Db;
let kommun: { id: number };
let admin: { cookie: string; personId: number };

beforeEach(async () => {
	db = freshDatabase();
	startTestRuntime({ db });
	kommun = await insertTestKommun(db, { slug: "savsjo" });
	admin = await signedIn({ db, roles: ["admin"], kommun, email: "admin@exempel.se" });
});

const post = (fields: Record<string, string | string[]>) =>
	callAction(action, { ...page, cookie: admin.cookie, fields });
const rolesOf = (personId: number) => findAllRoles(db, { personId, kommunId: kommun.id });

describe("only the kommun's own admin", () => {
	test.each(ROLES.filter((role) => role !== "admin"))("not %s", async (role) => {
		const { cookie } = await signedIn({ db, roles: [role], kommun });
		expect((await callLoader(loader, { ...page, cookie })).status).toBe(403);
		const fields = { intent: "removeMember", personId: String(admin.personId) };
		expect((await callAction(action, { ...page, cookie, fields })).status).toBe(403);
		expect(await rolesOf(admin.personId)).toEqual(["admin"]);
	});

	test("not the admin of another kommun", async () => {
		const sunne = await insertTestKommun(db, { slug: "sunne" });
		const { cookie } = await signedIn({ db, roles: ["admin"], kommun: sunne });
		expect((await callLoader(loader, { ...page, cookie })).status).toBe(404);
		const fields = { intent: "createInbjudan", name: "X", email: "x@exempel.se", roles: "admin" };
		expect((await callAction(action, { ...page, cookie, fields })).status).toBe(404);
		expect(await db.selectFrom("inbjudan").select("id").execute()).toEqual([]);
	});
});

test("shows the members and the open invitations of this kommun alone", async () => {
	const sunne = await insertTestKommun(db, { slug: "sunne" });
	await signedIn({ db, roles: ["ledamot"], kommun: sunne, email: "annan@exempel.se" });
	await post({ intent: "createInbjudan", name: "Ny", email: "ny@exempel.se", roles: "ledamot" });
	const { body } = await callLoader(loader, { ...page, cookie: admin.cookie });
	expect(body).toMatchObject({
		members: [{ email: "admin@exempel.se", roles: ["admin"], isSelf: true }],
		inbjudningar: [{ email: "ny@exempel.se", roles: ["ledamot"], lastDay: "22 oktober 2018", isExpired: false }],
	});
});

describe("roles", () => {
	test("are changed and the change is in the history", async () => {
		const { personId } = await signedIn({ db, roles: ["ledamot"], kommun });
		const answer = await post({
			intent: "changeRoles",
			personId: String(personId),
			roles: ["samordnare", "admin"],
			version: "ledamot",
		});
		expect(answer).toMatchObject({ status: 302, location: `${page.path}?sparat=changeRoles` });
		const shown = await callLoader(loader, { ...page, path: `${page.path}?sparat=changeRoles`, cookie: admin.cookie });
		expect(shown.body).toMatchObject({ saved: "Rollerna är ändrade." });
		expect(await rolesOf(personId)).toEqual(expect.arrayContaining(["samordnare", "admin"]));
		const event = await db
			.selectFrom("audit_event")
			.selectAll()
			.where("action", "=", "person.roles_changed")
			.executeTakeFirstOrThrow();
		expect(event).toMatchObject({ person_id: admin.personId, kommun_id: kommun.id, entity_id: personId });
		expect(JSON.parse(event.detail)).toMatchObject({ before: ["ledamot"], after: ["samordnare", "admin"] });
	});

	test.each([[[]], [["kung"]]])("may not be %j", async (roles) => {
		const { personId } = await signedIn({ db, roles: ["ledamot"], kommun });
		const answer = await post({ intent: "changeRoles", personId: String(personId), roles, version: "ledamot" });
		expect(answer.status).toBe(400);
		expect(await rolesOf(personId)).toEqual(["ledamot"]);
	});

	test("changed by another admin in between are not written over", async () => {
		const { personId } = await signedIn({ db, roles: ["ledamot", "samordnare"], kommun });
		const fields = { intent: "changeRoles", personId: String(personId), version: "samordnare,ledamot" };
		expect((await post({ ...fields, roles: "ledamot" })).status).toBe(302);
		expect(await post({ ...fields, roles: ["kommunpolis"] })).toMatchObject({
			status: 409,
			body: { errors: [{ message: expect.stringContaining("Rollerna har ändrats av någon annan") }] },
		});
		expect(await rolesOf(personId)).toEqual(["ledamot"]);
	});

	test("of somebody in another kommun are out of reach", async () => {
		const sunne = await insertTestKommun(db, { slug: "sunne" });
		const { personId } = await signedIn({ db, roles: ["ledamot"], kommun: sunne });
		expect(
			(await post({ intent: "changeRoles", personId: String(personId), roles: "admin", version: "ledamot" })).status,
		).toBe(404);
		expect((await post({ intent: "removeMember", personId: String(personId) })).status).toBe(404);
		expect(await rolesOf(personId)).toEqual([]);
	});
});

describe("the only admin", () => {
	test("can neither give up the role nor leave", async () => {
		const personId = String(admin.personId);
		expect((await post({ intent: "changeRoles", personId, roles: "ledamot", version: "admin" })).status).toBe(409);
		expect((await post({ intent: "removeMember", personId })).status).toBe(409);
		expect(await rolesOf(admin.personId)).toEqual(["admin"]);
	});

	test("can once there is another, and is then sent away", async () => {
		await signedIn({ db, roles: ["admin"], kommun });
		const answer = await post({ intent: "removeMember", personId: String(admin.personId) });
		expect(answer).toMatchObject({ status: 302, location: "/intern" });
		expect((await callLoader(loader, { ...page, cookie: admin.cookie })).status).toBe(404);
	});
});

describe("an invitation", () => {
	const invited = { intent: "createInbjudan", name: "Ny", email: "Ny@Exempel.se", roles: "ledamot" };

	test("is not made twice for one person", async () => {
		expect((await post(invited)).status).toBe(200);
		expect(await post(invited)).toMatchObject({ status: 409, body: { errors: [{ field: "email" }] } });
	});

	test("is not made for a member", async () => {
		await signedIn({ db, roles: ["ledamot"], kommun, email: "ny@exempel.se" });
		expect(await post(invited)).toMatchObject({ status: 409, body: { values: { name: ["Ny"] } } });
	});

	test("says everything that is missing", async () => {
		expect(await post({ intent: "createInbjudan", name: " ", email: "ny" })).toMatchObject({
			status: 400,
			body: { errors: [{ field: "name" }, { field: "email" }, { field: "roles" }] },
		});
	});
});

test("an unknown intent changes nothing", async () => {
	expect((await post({ intent: "något annat" })).status).toBe(400);
});
