import { beforeEach, describe, expect, test, vi } from "vitest";
import { Fault } from "#app/domain/fault.ts";
import { changeNameSchema } from "#app/domain/person.schema.ts";
import { parseForm } from "#app/http/forms.server.ts";
import { open, protect, protectSignedIn } from "#app/http/protect.server.ts";
import type { Db } from "#db/connection.server.ts";
import { freshDatabase } from "#tests/factories/database.ts";
import { callAction, callLoader, NOW, ORIGIN, signedIn, startTestRuntime } from "./context.ts";
import { insertTestKommun } from "./kommun.ts";

let db: Db;
let savsjo: { id: number };
const params = { kommun: "savsjo" };

beforeEach(async () => {
	db = freshDatabase();
	startTestRuntime({ db });
	savsjo = await insertTestKommun(db, { slug: "savsjo" });
});

describe("protect", () => {
	const loader = protect({ may: "administer" }, ({ kommun, roles, actor, today, logDate, may }) => ({
		slug: kommun.slug,
		roles,
		actor,
		today,
		logDate,
		mayLog: may("log"),
	}));

	test("hands over the kommun, the roles, the actor and the Swedish day", async () => {
		const { cookie, personId } = await signedIn({ db, roles: ["admin"], kommun: savsjo });
		expect(await callLoader(loader, { path: "/intern/savsjo", params, cookie })).toMatchObject({
			status: 200,
			body: {
				slug: "savsjo",
				roles: ["admin"],
				actor: { personId, kommunId: savsjo.id, now: NOW },
				today: "2018-10-15",
				logDate: "2018-10-15",
				mayLog: false,
			},
		});
	});

	test("sends somebody who is not signed in to the sign-in page, with the way back", async () => {
		const answer = await callLoader(loader, { path: "/intern/savsjo?period=2018-T2", params });
		expect(answer).toMatchObject({ status: 302, location: "/logga-in?till=%2Fintern%2Fsavsjo%3Fperiod%3D2018-T2" });
	});

	test("answers 404 alike for another kommun and for one that does not exist", async () => {
		await insertTestKommun(db, { slug: "sunne" });
		const { cookie } = await signedIn({ db, roles: ["admin"], kommun: savsjo });
		const other = await callLoader(loader, { path: "/intern/sunne", params: { kommun: "sunne" }, cookie });
		const none = await callLoader(loader, { path: "/intern/ingen", params: { kommun: "ingen" }, cookie });
		expect(other.status).toBe(404);
		expect(none).toEqual(other);
	});

	test("answers 403 when the role does not permit it", async () => {
		const { cookie } = await signedIn({ db, roles: ["ledamot", "kommunpolis"], kommun: savsjo });
		expect((await callLoader(loader, { path: "/intern/savsjo", params, cookie })).status).toBe(403);
	});

	test("sees a role that is taken away at once", async () => {
		const { cookie, personId } = await signedIn({ db, roles: ["admin"], kommun: savsjo });
		await db.deleteFrom("membership").where("person_id", "=", personId).execute();
		expect((await callLoader(loader, { path: "/intern/savsjo", params, cookie })).status).toBe(404);
	});
});

describe("a change asked for by another site", () => {
	const action = open(() => ({ changed: true }));
	const status = async (headers: Record<string, string | null>) =>
		(await callAction(action, { path: "/", headers })).status;

	test.each([
		["our own page", {}, 200],
		["our own page in a browser without Sec-Fetch-Site", { "Sec-Fetch-Site": null }, 200],
		["our own page in a browser that leaves out Origin", { Origin: null }, 200],
		["a reload", { Origin: null, "Sec-Fetch-Site": "none" }, 200],
		["another site", { Origin: "https://ond.example", "Sec-Fetch-Site": "cross-site" }, 403],
		["another site, by Origin alone", { Origin: "https://ond.example", "Sec-Fetch-Site": null }, 403],
		["a sandboxed frame", { Origin: "null", "Sec-Fetch-Site": null }, 403],
		["a neighbouring subdomain", { Origin: null, "Sec-Fetch-Site": "same-site" }, 403],
		["a value that nobody knows", { Origin: null, "Sec-Fetch-Site": "probably-fine" }, 403],
		["our address over http", { Origin: ORIGIN.replace("https", "http"), "Sec-Fetch-Site": null }, 403],
		["a program that says nothing", { Origin: null, "Sec-Fetch-Site": null }, 403],
	])("%s", async (_who, headers, expected) => {
		expect(await status(headers)).toBe(expected);
	});

	test("is refused before anything is read or done", async () => {
		const work = vi.fn();
		const headers = { "Sec-Fetch-Site": "cross-site" };
		expect((await callAction(protectSignedIn(work), { path: "/intern", headers })).status).toBe(403);
		expect(work).not.toHaveBeenCalled();
	});
});

describe("a refusal", () => {
	const fields = { name: "Anna", roles: ["admin", "ledamot"], password: "hemligt hemligt" };

	test.each([
		["not_found", 404],
		["forbidden", 403],
		["invalid", 400],
		["conflict", 409],
	] as const)("%s in an action gives back what was typed with status %i", async (code, status) => {
		const action = open(() => {
			throw new Fault(code, "Namn: upptaget.", "name");
		});
		expect(await callAction(action, { path: "/", fields })).toMatchObject({
			status,
			body: {
				errors: [{ field: "name", message: "Namn: upptaget." }],
				values: { name: ["Anna"], roles: ["admin", "ledamot"] },
			},
		});
	});

	test("never echoes a password or a personal number", async () => {
		const action = open(({ form }) => parseForm(changeNameSchema, form));
		const answer = await callAction(action, { path: "/", fields: { ...fields, name: "Anna 640823-3234" } });
		expect(answer).toMatchObject({ status: 400, body: { errors: [{ field: "name" }], values: { name: [""] } } });
		expect(JSON.stringify(answer.body)).not.toMatch(/640823|hemligt/);
	});

	test("in a loader is an error page", async () => {
		const loader = open(() => {
			throw new Fault("not_found", "Löftet finns inte.");
		});
		expect(await callLoader(loader, { path: "/" })).toMatchObject({
			status: 404,
			body: { message: "Löftet finns inte." },
		});
	});

	test("an unexpected error is nobody's refusal", async () => {
		const action = open(() => {
			throw new TypeError("broken");
		});
		await expect(callAction(action, { path: "/" })).rejects.toThrow("broken");
	});
});
