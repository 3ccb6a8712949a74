import { beforeEach, describe, expect, test } from "vitest";
import { addKommun } from "#app/commands/addKommun.server.ts";
import { beginDokumentutkast } from "#app/commands/beginDokumentutkast.server.ts";
import { ROLES, type Role } from "#app/domain/permissions.ts";
import * as mina from "#app/routes/intern._index/route.tsx";
import * as oversikt from "#app/routes/intern.$kommun._index/route.tsx";
import * as atgarder from "#app/routes/intern.$kommun.atgarder/route.tsx";
import * as dokument from "#app/routes/intern.$kommun.dokument._index/route.tsx";
import * as route from "#app/routes/intern.$kommun.kom-igang/route.tsx";
import * as logga from "#app/routes/intern.$kommun.logga/route.tsx";
import * as rapport from "#app/routes/intern.$kommun.rapport._index/route.tsx";
import * as registreringar from "#app/routes/intern.$kommun.registreringar._index/route.tsx";
import type { Db } from "#db/connection.server.ts";
import { findAllOpenInbjudningar } from "#db/inbjudan.server.ts";
import { findAllPlatser } from "#db/plats.server.ts";
import { freshDatabase } from "#tests/factories/database.ts";
import { makeDokument } from "#tests/factories/dokument.ts";
import { makeGenomforande } from "#tests/factories/genomforande.ts";
import { makeKommun } from "#tests/factories/kommun.ts";
import { callAction, callLoader, NOW, signedIn } from "./context.ts";
import { errorTargets, formWith } from "./html.ts";
import { openPage, postForm } from "./page.tsx";

const PERSONNUMMER = "640823-3234";
const path = "/intern/habo";
const params = { kommun: "habo" };

type Person = Awaited<ReturnType<typeof signedIn>>;

let db: Db;
let habo: { id: number };
let admin: Person;

/** Habo, just added: its administrator and nothing else. */
beforeEach(async () => {
	db = freshDatabase();
	const elsewhere = await makeKommun(db);
	admin = await signedIn({ db, roles: ["admin"], kommun: elsewhere });
	await addKommun(db, admin.actor, {
		code: "0643",
		lokalpolisomrade: null,
		undertecknareTitle: "Kommunchef",
		ownRoles: [],
	});
	habo = await db.selectFrom("kommun").select("id").where("slug", "=", "habo").executeTakeFirstOrThrow();
	admin = { ...admin, actor: { ...admin.actor, kommunId: habo.id } };
});

const open = ({ cookie }: Pick<Person, "cookie"> = admin, query = "") =>
	openPage(route, { path: `${path}/kom-igang${query}`, params, cookie });
const post = (fields: Record<string, string | string[]>, { cookie }: Pick<Person, "cookie"> = admin) =>
	postForm(route, { path: `${path}/kom-igang`, params, cookie, fields });
const join = (...roles: Role[]) => signedIn({ db, roles, kommun: habo });
const statesFor = async (person?: Pick<Person, "cookie">) =>
	Object.fromEntries((await open(person)).data.steps.map(({ id, state }) => [id, state]));

/** Each step as far as its own page or form takes it. */
async function addFacts() {
	const { version } = (await open()).data.kommun;
	const fields = { lokalpolisomrade: "Södra Vätterbygden", undertecknareTitle: "Kommunchef", version: String(version) };
	return post({ intent: "updateKommun", ...fields });
}
const addPlatser = (names = "Torget\nSkolan") => post({ intent: "addPlatser", names });
const invite = (role: Role, email = `${role}@kommunen.example`) =>
	post({ intent: "createInbjudan", name: `En ${role}`, email, roles: role });

describe("the steps are read from what is there", () => {
	test("from an empty kommun to a running follow-up, each in its turn", async () => {
		expect(await statesFor()).toEqual({
			uppgifter: "next",
			personer: "open",
			platser: "open",
			dokument: "waiting",
			fordelning: "later",
			registreringar: "later",
		});
		expect(await addFacts()).toMatchObject({ status: 302, location: `${path}/kom-igang?sparat=updateKommun` });
		expect(await statesFor()).toMatchObject({ uppgifter: "done", personer: "next", platser: "open" });

		for (const role of ["samordnare", "kommunpolis", "undertecknare"] as const) {
			expect((await open()).data.missing).toContain(role);
			expect((await invite(role)).status).toBe(200);
		}
		expect(await statesFor()).toMatchObject({ personer: "done", platser: "next" });

		expect(await addPlatser()).toMatchObject({ location: `${path}/kom-igang?sparat=addPlatser&antal=2` });
		expect(await statesFor()).toMatchObject({ platser: "done", dokument: "waiting" });

		const samordnare = await join("samordnare");
		expect(await statesFor(samordnare)).toMatchObject({ dokument: "next", fordelning: "later" });
		const made = await makeDokument(db, samordnare.actor);
		expect(await statesFor(samordnare)).toMatchObject({ dokument: "done", registreringar: "open" });

		const { data } = await open(samordnare);
		const fordelning = data.steps.find(({ id }) => id === "fordelning");
		expect(fordelning).toMatchObject({ state: "next", link: { label: "Bekräfta fördelningen" } });
		expect(data.mine.length).toBeGreaterThan(0);
		const now = NOW;
		for (const [index, { id }] of (await db.selectFrom("measure").select("id").execute()).entries())
			await db
				.insertInto("fordelning")
				.values({ measure_id: id, parts: "{}", polis_confirmed_at: now, kommun_confirmed_at: index === 0 ? null : now })
				.execute();
		const polis = await join("kommunpolis");
		expect(await statesFor(polis)).toMatchObject({ fordelning: "waiting", registreringar: "next" });
		expect((await open(polis)).text).toContain("Väntar på kommunen");
		await db.updateTable("fordelning").set({ kommun_confirmed_at: now }).execute();
		expect(await statesFor(polis)).toMatchObject({ fordelning: "done", registreringar: "next" });
		expect((await openPage(oversikt, { path, params, cookie: polis.cookie })).text).toContain(
			"Kom igång: 5 av 6 steg är klara",
		);

		await makeGenomforande(db, polis.actor, { measureId: made.measureIds.count });
		const ready = await open(polis);
		expect(Object.values(await statesFor(polis))).toEqual(Array(6).fill("done"));
		expect(ready.text).toContain("Allt är på plats");
		expect(ready.html).toContain(`href="${path}"`);
		expect((await openPage(oversikt, { path, params, cookie: polis.cookie })).text).not.toContain("Kom igång");
	});

	test("a step that is undone again is to be done again", async () => {
		await addPlatser("Torget");
		expect(await statesFor()).toMatchObject({ platser: "done" });
		await db.updateTable("plats").set({ is_active: 0 }).execute();
		expect(await statesFor()).toMatchObject({ platser: "open" });
	});

	test("an invitation that has run out, or is taken back, is none", async () => {
		for (const role of ["samordnare", "kommunpolis", "undertecknare"] as const) await invite(role);
		expect(await statesFor()).toMatchObject({ personer: "done" });
		await db
			.updateTable("inbjudan")
			.set({ expires_at: NOW })
			.where("email", "=", "kommunpolis@kommunen.example")
			.execute();
		const { data, text } = await open();
		expect(data.missing).toEqual(["kommunpolis"]);
		expect(text).toContain("Det behövs en kommunpolis.");
		expect(text).toContain("En kommunpolis länken har gått ut");
		await db.updateTable("inbjudan").set({ revoked_at: NOW }).execute();
		expect((await open()).data.missing).toEqual(["samordnare", "kommunpolis", "undertecknare"]);
	});

	test("an utkast under way is gone on with", async () => {
		const samordnare = await join("samordnare");
		const text = "Medborgarlöfte 2018\n\nPolisen ska genomföra minst tio riktade insatser mot narkotika under året.";
		const { utkastId } = await beginDokumentutkast(db, samordnare.actor, { uuid: crypto.randomUUID(), text });
		const step = (await open(samordnare)).data.steps.find(({ id }) => id === "dokument");
		expect(step).toMatchObject({
			state: "next",
			text: expect.stringContaining("är påbörjat."),
			link: { to: `${path}/dokument/nytt/${utkastId}`, label: "Fortsätt med utkastet" },
		});
		expect((await open()).data.steps.find(({ id }) => id === "dokument")).toMatchObject({
			state: "waiting",
			stateWord: "Väntar på samordnaren",
			link: null,
		});
	});

	test("what another kommun has is not counted", async () => {
		const other = await makeKommun(db, { slug: "grannkommun" });
		const stranger = await signedIn({ db, roles: ["samordnare"], kommun: other });
		await makeDokument(db, stranger.actor);
		expect(await statesFor()).toMatchObject({ platser: "open", dokument: "waiting", fordelning: "later" });
	});
});

describe("each role sees whose turn it is", () => {
	test.each<[Role, string[]]>([
		["admin", ["uppgifter"]],
		["samordnare", ["dokument"]],
		["kommunpolis", ["dokument"]],
		["ledamot", []],
		["undertecknare", []],
	])("%s has %j next, and nobody more than one primary button", async (role, next) => {
		const person = await join(role);
		const { data, html } = await open(person);
		expect(data.steps.filter(({ state }) => state === "next").map(({ id }) => id)).toEqual(next);
		expect(html.match(/data-variant="primary"/g) ?? []).toHaveLength(next.length);
		const short = await openPage(oversikt, { path, params, cookie: person.cookie });
		expect(short.html.match(/data-variant="primary"/g) ?? []).toHaveLength(next.length);
		expect(short.text).toContain("Uppföljningen är inte igång än");
	});

	test.each<[Role, string]>([
		["ledamot", "Väntar på att en samordnare lägger in dokumentet."],
		["undertecknare", "Väntar på att en samordnare lägger in dokumentet."],
	])("%s is told what is waited for, also among their kommuner", async (role, words) => {
		const { cookie } = await join(role);
		expect((await openPage(oversikt, { path, params, cookie })).text).toContain(words);
		expect((await openPage(mina, { path: "/intern", cookie })).text).toContain(words);
	});

	test("whoever is invited to enter the dokument is waited for by their role", async () => {
		await invite("kommunpolis");
		const { cookie } = await join("ledamot");
		expect((await openPage(oversikt, { path, params, cookie })).text).toContain(
			"Väntar på att kommunpolisen lägger in dokumentet.",
		);
	});

	test("only the administrator is given forms, and no other sees an e-mail address", async () => {
		await invite("samordnare");
		for (const role of ROLES) {
			const { forms, html } = await open(await join(role));
			expect(forms.length > 0).toBe(role === "admin");
			if (role !== "admin") expect(html).not.toContain("samordnare@kommunen.example");
		}
	});

	test.each(ROLES)("%s may post only as admin", async (role) => {
		const { cookie } = await join(role);
		const call = { path: `${path}/kom-igang`, params, cookie };
		const { status } = await callAction(route.action, { ...call, fields: { intent: "addPlatser", names: "Torget" } });
		expect(status).toBe(role === "admin" ? 302 : 403);
		expect(await findAllPlatser(db, { kommunId: habo.id })).toHaveLength(role === "admin" ? 1 : 0);
	});

	test("an admin of another kommun finds no such page", async () => {
		const { cookie } = await signedIn({ db, roles: ["admin"], kommun: await makeKommun(db, { slug: "grannkommun" }) });
		const call = { path: `${path}/kom-igang`, params, cookie };
		expect((await callLoader(route.loader, call)).status).toBe(404);
		const { status } = await callAction(route.action, { ...call, fields: { intent: "addPlatser", names: "Torget" } });
		expect(status).toBe(404);
	});
});

describe("the forms", () => {
	test("an invitation's link is shown this once, and the next missing role is ticked already", async () => {
		expect(formWith((await open()).forms, { intent: "createInbjudan" }).roles).toEqual(["samordnare"]);
		const { body } = await invite("samordnare");
		expect(body).toMatchObject({
			link: { email: "samordnare@kommunen.example", url: expect.stringMatching(/\/inbjudan\/[\w-]{43}$/) },
		});
		const shown = await openPage(route, { path: `${path}/kom-igang`, params, cookie: admin.cookie }, body);
		expect(shown.html).toContain((body as { link: { url: string } }).link.url);
		expect(formWith(shown.forms, { intent: "createInbjudan" }).roles).toEqual(["kommunpolis"]);
		expect((await open()).html).not.toContain("/inbjudan/");
	});

	test("a person is invited once, however often the form is sent, and what was typed is kept", async () => {
		await invite("samordnare");
		const again = await invite("samordnare");
		expect(again.status).toBe(409);
		expect(again.page?.text).toContain("E-post: personen är redan inbjuden.");
		expect(formWith(again.page?.forms ?? [], { intent: "createInbjudan" })).toMatchObject({
			email: ["samordnare@kommunen.example"],
			roles: ["samordnare"],
		});
		expect(await findAllOpenInbjudningar(db, { kommunId: habo.id })).toHaveLength(1);
	});

	test("places come a row each; empty rows and rows that repeat are passed over", async () => {
		await addPlatser("\r\n  Habo centrum \r\n\r\nFurusjö\r\nhabo centrum\r\n");
		expect((await findAllPlatser(db, { kommunId: habo.id })).map(({ name, kind }) => [name, kind])).toEqual([
			["Habo centrum", "plats"],
			["Furusjö", "plats"],
		]);
	});

	test("places sent twice are there once", async () => {
		await addPlatser();
		const again = await addPlatser();
		expect(again.status).toBe(409);
		expect(again.page?.text).toContain("Platser: Torget och Skolan finns redan på listan.");
		expect(formWith(again.page?.forms ?? [], { intent: "addPlatser" }).names).toEqual(["Torget\nSkolan"]);
		expect(await findAllPlatser(db, { kommunId: habo.id })).toHaveLength(2);
	});

	test.each<[string, string]>([
		["", "Platser: skriv minst en plats, en per rad."],
		[" \n ", "Platser: skriv minst en plats, en per rad."],
		[`Torget\n\n${"a".repeat(81)}`, "Platser: rad 3 är för lång. Skriv högst 80 tecken per plats."],
		[`Torget\nGatan ${PERSONNUMMER}`, "Platser: ta bort personnumret."],
		[Array.from({ length: 201 }, (_, index) => `Plats ${index}`).join("\n"), "Platser: skriv högst 200 åt gången"],
	])("places are refused as %.40j, and nothing is added", async (names, message) => {
		const posted = await addPlatser(names);
		expect(posted).toMatchObject({ status: 400, body: { errors: [{ field: "names" }] } });
		expect(posted.page?.text).toContain(message);
		expect(posted.raw + posted.page?.html).not.toContain("3234");
		expect(errorTargets(posted.page?.html ?? "")).toEqual(["addPlatser-names"]);
		expect(posted.page?.html).toContain('id="addPlatser-names"');
		expect(await findAllPlatser(db, { kommunId: habo.id })).toEqual([]);
	});

	test.each<[Record<string, string>, string]>([
		[{ lokalpolisomrade: "" }, "Lokalpolisområde: skriv vad det heter, till exempel Höglandet."],
		[{ lokalpolisomrade: PERSONNUMMER }, "Lokalpolisområde: ta bort personnumret."],
		[{ undertecknareTitle: "" }, "Undertecknarens titel: skriv till exempel Kommunchef."],
	])("the kommun's facts are refused as %j", async (typed, message) => {
		const form = formWith((await open()).forms, { intent: "updateKommun" });
		const posted = await post({ ...form, lokalpolisomrade: "Höglandet", ...typed });
		expect(posted.status).toBe(400);
		expect(posted.page?.text).toContain(message);
		expect(posted.raw + posted.page?.html).not.toContain("3234");
		expect(await statesFor()).toMatchObject({ uppgifter: "next" });
	});

	test("facts that somebody else changed in between are not written over", async () => {
		const form = formWith((await open()).forms, { intent: "updateKommun" });
		await addFacts();
		expect((await post({ ...form, lokalpolisomrade: "Höglandet" })).status).toBe(409);
		expect((await open()).data.kommun.lokalpolisomrade).toBe("Södra Vätterbygden");
	});

	test("an unknown intent changes nothing", async () => {
		for (const intent of ["", "toString", "removeMember"]) expect((await post({ intent })).status).toBe(400);
	});

	test.each([
		["?sparat=addKommun", "Kommunen är upplagd, och du är dess administratör."],
		["?sparat=addKommunFanns", "Kommunen fanns redan, och du är med i den."],
		["?sparat=addPlatser&antal=1", "1 plats är tillagd."],
		["?sparat=addPlatser&antal=x", "Platserna är tillagda."],
	])("%s is told", async (query, words) => {
		expect((await open(admin, query)).text).toContain(words);
	});
});

test.each(ROLES)("every page of an empty kommun leads %s on", async (role) => {
	const { cookie } = await join(role);
	const pages = {
		dokument,
		rapport,
		registreringar,
		atgarder,
		...((role === "samordnare" || role === "kommunpolis") && { logga }),
	};
	for (const [name, page] of Object.entries(pages)) {
		const { html, text } = await openPage(page, { path: `${path}/${name}`, params, cookie });
		expect(html, name).toContain(`href="${path}/kom-igang"`);
		expect(text, name).toMatch(/än/);
	}
});

test("a kommun that is not running stands with its next step among the reader's kommuner", async () => {
	const { text, html } = await openPage(mina, { path: "/intern", cookie: admin.cookie });
	expect(text).toContain("Uppföljningen är inte igång än: 0 av 6 steg är klara. Nästa steg är ditt.");
	expect(html).toContain(`href="${path}/kom-igang"`);
});
