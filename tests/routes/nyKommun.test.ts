import { beforeEach, describe, expect, test } from "vitest";
import { ROLES } from "#app/domain/permissions.ts";
import * as mina from "#app/routes/intern._index/route.tsx";
import * as route from "#app/routes/intern.ny-kommun/route.tsx";
import type { Db } from "#db/connection.server.ts";
import { findAllKommuner, findKommunBySlug } from "#db/kommun.server.ts";
import { findAllRoles } from "#db/person.server.ts";
import { demoDatabase, kommunOf } from "#tests/factories/demo.ts";
import { callAction, callLoader, signedIn, startTestRuntime } from "./context.ts";
import { openPage, postForm } from "./page.tsx";

const path = "/intern/ny-kommun";
const PERSONNUMMER = "640823-3234";
const FIELDS = { kommun: "Habo", lokalpolisomrade: "", undertecknareTitle: "Kommunchef" };

let db: Db;
let admin: { cookie: string; personId: number };

beforeEach(async () => {
	db = await demoDatabase();
	admin = await signedIn({ db, roles: ["admin"], kommun: await kommunOf(db, "savsjo") });
});

const open = () => openPage(route, { path, cookie: admin.cookie });
const post = (fields: Record<string, string | string[]> = {}, cookie = admin.cookie) =>
	postForm(route, { path, cookie, fields: { ...FIELDS, ...fields } });
const countKommuner = async () => (await findAllKommuner(db)).length;

describe("who", () => {
	test.each(ROLES)("%s may open and post only as admin", async (role) => {
		const { cookie } = await signedIn({ db, roles: [role], kommun: await kommunOf(db, "sunne") });
		expect((await callLoader(route.loader, { path, cookie })).status).toBe(role === "admin" ? 200 : 403);
		const posted = await callAction(route.action, { path, cookie, fields: FIELDS });
		expect(posted.status).toBe(role === "admin" ? 302 : 403);
		expect(await countKommuner()).toBe(role === "admin" ? 5 : 4);
	});

	test("nobody without signing in, and what was typed is given back", async () => {
		startTestRuntime({ db });
		expect(await callLoader(route.loader, { path })).toMatchObject({
			status: 302,
			location: expect.stringMatching(/^\/logga-in\?/),
		});
		expect(await callAction(route.action, { path, fields: FIELDS })).toMatchObject({
			status: 401,
			body: { values: { kommun: ["Habo"] } },
		});
	});

	test("the way there is shown to whoever may take it", async () => {
		const { cookie } = await signedIn({ db, roles: ["samordnare"], kommun: await kommunOf(db, "sunne") });
		const link = 'href="/intern/ny-kommun"';
		expect((await openPage(mina, { path: "/intern", cookie: admin.cookie })).html).toContain(link);
		expect((await openPage(mina, { path: "/intern", cookie })).html).not.toContain(link);
	});
});

test("offers the 286 kommuner that are not there, in a list that needs no JavaScript", async () => {
	const { data, html } = await open();
	expect(data.kommuner).toHaveLength(286);
	expect(data.kommuner.map(({ name }) => name)).not.toContain("Sävsjö");
	expect(html).toContain('list="kommuner"');
	expect(html).toContain('<option value="Håbo">0305</option>');
});

test("is made with its administrator, who is led on; only what was ticked is theirs besides", async () => {
	expect(await post({ kommun: "håbo kommun", lokalpolisomrade: "Enköping", ownRoles: ["kommunpolis"] })).toMatchObject({
		status: 302,
		location: "/intern/haabo/kom-igang?sparat=addKommun",
	});
	const haabo = await findKommunBySlug(db, "haabo");
	expect(haabo).toMatchObject({ name: "Håbo", scbCode: "0305", lokalpolisomrade: "Enköping" });
	const roles = await findAllRoles(db, { personId: admin.personId, kommunId: haabo?.id ?? 0 });
	expect(roles.sort()).toEqual(["admin", "kommunpolis"]);
});

test("sent twice is one kommun, and the second leads there too", async () => {
	const answers = await Promise.all([post(), post()]);
	expect(answers.map(({ status }) => status)).toEqual([302, 302]);
	expect(new Set(answers.map(({ location }) => location?.split("?")[0]))).toEqual(new Set(["/intern/habo/kom-igang"]));
	expect(await countKommuner()).toBe(5);
});

test("that is there already belongs to its own administrator", async () => {
	const posted = await post({ kommun: "1766", lokalpolisomrade: "Norra Värmland" });
	expect(posted.status).toBe(409);
	expect(posted.page?.text).toContain("Kommun: Sunne finns redan. Be dess administratör bjuda in dig.");
	expect(posted.page?.forms.at(-1)).toMatchObject({ kommun: ["1766"], lokalpolisomrade: ["Norra Värmland"] });
});

test.each<[Record<string, string>, string, string]>([
	[{ kommun: "" }, "kommun", "Kommun: skriv kommunens namn eller kod."],
	[{ kommun: "Haboo" }, "kommun", "Menar du Håbo (0305) eller Habo (0643)?"],
	[{ kommun: "Narnia" }, "kommun", "Skriv namnet, till exempel Sävsjö, eller koden, till exempel 0684."],
	[{ kommun: "Habo 0305" }, "kommun", "Menar du Habo (0643) eller Håbo (0305)?"],
	[{ kommun: PERSONNUMMER }, "kommun", "Kommun: ta bort personnumret."],
	[{ lokalpolisomrade: PERSONNUMMER }, "lokalpolisomrade", "ta bort personnumret"],
	[{ undertecknareTitle: "" }, "undertecknareTitle", "Undertecknarens titel: skriv till exempel Kommunchef."],
	[{ undertecknareTitle: PERSONNUMMER }, "undertecknareTitle", "ta bort personnumret"],
	[{ ownRoles: "undertecknare" }, "ownRoles", "Dina roller: välj bland rollerna i listan."],
])("is refused as %j, with what was typed kept", async (typed, field, message) => {
	const posted = await post({ lokalpolisomrade: "Mitt område", ...typed });
	expect(posted).toMatchObject({
		status: 400,
		body: { errors: [{ field: expect.stringContaining(field), message: expect.stringContaining(message) }] },
	});
	expect(posted.page?.text).toContain(message);
	expect(posted.raw + posted.page?.html).not.toContain("3234");
	if (field !== "lokalpolisomrade")
		expect(posted.page?.forms.at(-1)).toMatchObject({ lokalpolisomrade: ["Mitt område"] });
	expect(await countKommuner()).toBe(4);
});
