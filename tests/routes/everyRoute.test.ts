import { beforeEach, describe, expect, test } from "vitest";
import { ROLES, type Role } from "#app/domain/permissions.ts";
import type { Db } from "#db/connection.server.ts";
import { aktivitetOf, demoDatabase, kommunOf } from "#tests/factories/demo.ts";
import { callAction, callLoader, signedIn } from "./context.ts";

/**
 * Who may open and who may post on every page of a kommun, written down by hand from PRODUCT §3.8 and held against the
 * real loaders and actions. A page that is missing here fails the last test.
 */
const EVERYBODY = ROLES;
const WRITERS: Role[] = ["kommunpolis", "samordnare"];
const ADMIN: Role[] = ["admin"];

interface Page {
	loader: readonly Role[];
	action?: readonly Role[];
}

const PAGES: Record<string, Page> = {
	"": { loader: EVERYBODY },
	_index: { loader: EVERYBODY },
	"aktivitet.$id": { loader: EVERYBODY, action: WRITERS },
	"aktivitet.$id_.matt.$measureId": { loader: WRITERS, action: WRITERS },
	"dokument._index": { loader: EVERYBODY },
	"dokument.$id": { loader: EVERYBODY, action: WRITERS },
	historik: { loader: EVERYBODY },
	installningar: { loader: ADMIN, action: ADMIN },
	kalender: { loader: EVERYBODY, action: WRITERS },
	logga: { loader: WRITERS, action: WRITERS },
	personer: { loader: ADMIN, action: ADMIN },
	"registreringar._index": { loader: EVERYBODY },
	"registreringar.$id": { loader: EVERYBODY, action: WRITERS },
};

type Handler = Parameters<typeof callLoader>[0];
const modules = import.meta.glob<{ loader?: Handler; action?: Handler }>("/app/routes/intern.$kommun*/route.tsx", {
	eager: true,
});

let db: Db;
let params: Record<string, string>;

beforeEach(async () => {
	db = await demoDatabase();
	const aktivitet = await aktivitetOf(db, { dokument: "2018", words: "riktade insatser" });
	params = { kommun: "savsjo", id: String(aktivitet.id), measureId: String(aktivitet.measureId) };
});

describe.each(Object.entries(PAGES))("intern/{kommun} %s", (name, page) => {
	const { loader, action } = moduleOf(name);
	const path = `/intern/savsjo/${name}`;

	test("sends whoever is not signed in to the sign-in page", async () => {
		await signedIn({ db, roles: ["admin"], kommun: await kommunOf(db, "savsjo") });
		if (loader) {
			const answer = await callLoader(loader, { path, params: paramsFor(name) });
			expect([answer.status, answer.location?.split("?")[0]]).toEqual([302, "/logga-in"]);
		}
		if (action) {
			const answer = await callAction(action, { path, params: paramsFor(name) });
			expect([answer.status, answer.location?.split("?")[0]]).toEqual([302, "/logga-in"]);
		}
	});

	test("does not exist for a person with every role in another kommun", async () => {
		const { cookie } = await signedIn({ db, roles: ROLES, kommun: await kommunOf(db, "sunne") });
		if (loader) expect((await callLoader(loader, { path, params: paramsFor(name), cookie })).status).toBe(404);
		if (action) expect((await callAction(action, { path, params: paramsFor(name), cookie })).status).toBe(404);
	});

	test.each(ROLES)("is open to %s exactly as the table says", async (role) => {
		const { cookie } = await signedIn({ db, roles: [role], kommun: await kommunOf(db, "savsjo") });
		const opened = loader && (await callLoader(loader, { path, params: paramsFor(name), cookie })).status;
		expect(opened).toBe(page.loader.includes(role) ? 200 : 403);
		if (!action) return;
		const posted = (await callAction(action, { path, params: paramsFor(name), cookie })).status;
		if (page.action?.includes(role)) expect([200, 302, 400, 404, 409]).toContain(posted);
		else expect(posted).toBe(403);
	});

	test("refuses a post that comes from another site", async () => {
		if (!action) return;
		const { cookie } = await signedIn({ db, roles: ROLES, kommun: await kommunOf(db, "savsjo") });
		const headers = { Origin: "https://example.org", "Sec-Fetch-Site": "cross-site" };
		expect((await callAction(action, { path, params: paramsFor(name), cookie, headers })).status).toBe(403);
	});

	test("has an action only where the table says so", () => {
		expect(action !== undefined).toBe(page.action !== undefined);
	});
});

test("every page of a kommun stands in the table", () => {
	const names = Object.keys(modules).map(nameOf);
	expect(names.sort()).toEqual(Object.keys(PAGES).sort());
});

function moduleOf(name: string) {
	return modules[`/app/routes/intern.$kommun${name && `.${name}`}/route.tsx`] ?? {};
}

function nameOf(file: string): string {
	return file.replace("/app/routes/intern.$kommun", "").replace("/route.tsx", "").replace(/^\./, "");
}

/** `id` names a different thing on each page. */
function paramsFor(name: string): Record<string, string> {
	if (name.startsWith("dokument.")) return { kommun: "savsjo", id: dokumentId };
	if (name.startsWith("registreringar.")) return { kommun: "savsjo", id: genomforandeId };
	return params;
}

let dokumentId = "";
let genomforandeId = "";

beforeEach(async () => {
	const kommun = await kommunOf(db, "savsjo");
	const dokument = await db
		.selectFrom("dokument")
		.select("id")
		.where("kommun_id", "=", kommun.id)
		.executeTakeFirstOrThrow();
	const genomforande = await db
		.selectFrom("genomforande")
		.select("id")
		.where("kommun_id", "=", kommun.id)
		.executeTakeFirstOrThrow();
	dokumentId = String(dokument.id);
	genomforandeId = String(genomforande.id);
});
