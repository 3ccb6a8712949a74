import { beforeEach, describe, expect, test } from "vitest";
import { ROLES } from "#app/domain/permissions.ts";
import * as route from "#app/routes/intern.$kommun.installningar/route.tsx";
import { loader as loggaLoader } from "#app/routes/intern.$kommun.logga/route.tsx";
import type { Db } from "#db/connection.server.ts";
import { findKommunBySlug } from "#db/kommun.server.ts";
import { findAllPlatser } from "#db/plats.server.ts";
import { demoDatabase, kommunOf } from "#tests/factories/demo.ts";
import { callLoader, signedIn } from "./context.ts";
import { formWith } from "./html.ts";
import { openPage, postForm } from "./page.tsx";

type Fields = Record<string, string | string[]>;

const PERSONNUMMER = "640823-3234";

let db: Db;
let call: { path: string; params: { kommun: string }; cookie: string };

beforeEach(async () => {
	db = await demoDatabase();
	const { cookie } = await signedIn({ db, roles: ["admin"], kommun: await kommunOf(db, "savsjo") });
	call = { path: "/intern/savsjo/installningar", params: { kommun: "savsjo" }, cookie };
});

const open = (query = "") => openPage(route, { ...call, path: call.path + query });
const post = (fields: Fields) => postForm(route, { ...call, fields });

/** Opens the page, fills in its form that posts these values, and sends it. */
async function fillIn(which: Record<string, string | number>, typed: Fields) {
	return post({ ...formWith((await open()).forms, which), ...typed });
}

async function platser() {
	const { id: kommunId } = await kommunOf(db, "savsjo");
	return findAllPlatser(db, { kommunId });
}

async function platsIdOf(name: string): Promise<number> {
	return (await platser()).find((plats) => plats.name === name)?.id ?? 0;
}

describe("a place", () => {
	test("is added, and stands in the list by name", async () => {
		const posted = await fillIn({ intent: "addPlats" }, { name: "  Änghagen ", kind: "grupp" });
		expect(posted).toMatchObject({ status: 302, location: `${call.path}?sparat=1` });
		expect(await platser()).toContainEqual({
			id: expect.any(Number),
			name: "Änghagen",
			kind: "grupp",
			isActive: true,
			version: 1,
		});
		const { data, text } = await open("?sparat=1");
		expect(text).toContain("Ändringen är sparad.");
		expect(data.platser.map(({ name }) => name)).toEqual([
			"Gymnasiet",
			"Högstadiet",
			"Poliskontoret",
			"Rörvik",
			"Stockaryd",
			"Sävsjö centrum",
			"Vrigstad",
			"Änghagen",
		]);
	});

	test("is renamed, and what was registered there stays", async () => {
		const platsId = await platsIdOf("Poliskontoret");
		const registered = () => db.selectFrom("genomforande").select("id").where("plats_id", "=", platsId).execute();
		const before = await registered();
		expect(before.length).toBeGreaterThan(0);
		await fillIn({ intent: "changePlats", platsId }, { name: "Polisstationen" });
		expect(await platsIdOf("Polisstationen")).toBe(platsId);
		expect(await registered()).toEqual(before);
	});

	test("that is no longer used is not offered where one logs, and can be taken up again", async () => {
		const platsId = await platsIdOf("Rörvik");
		const { cookie } = await signedIn({ db, roles: ["kommunpolis"], kommun: await kommunOf(db, "savsjo") });
		const offered = async () => {
			const { body } = await callLoader(loggaLoader, { ...call, path: "/intern/savsjo/logga", cookie });
			return (body as { platser: { label: string }[] }).platser.map(({ label }) => label);
		};
		expect(await offered()).toContain("Rörvik");
		const { isActive: _, ...unticked } = formWith((await open()).forms, { intent: "changePlats", platsId });
		await post(unticked);
		expect(await offered()).not.toContain("Rörvik");
		expect((await open()).text).toContain("Rörvik Plats eller kommundel används inte");
		await fillIn({ intent: "changePlats", platsId }, { isActive: "ja" });
		expect(await offered()).toContain("Rörvik");
	});

	test("has a name of its own, however it is written; what was typed and unticked stays", async () => {
		const platsId = await platsIdOf("Rörvik");
		const added = await fillIn({ intent: "addPlats" }, { name: "VRIGSTAD", kind: "vagstracka" });
		expect(added).toMatchObject({ status: 409, body: { errors: [{ field: "name" }] } });
		expect(added.page?.text).toContain("Namn: Vrigstad finns redan på listan. Välj ett annat namn.");
		expect(formWith(added.page?.forms ?? [], { intent: "addPlats" })).toMatchObject({
			name: ["VRIGSTAD"],
			kind: ["vagstracka"],
		});

		const { isActive: _, ...unticked } = formWith((await open()).forms, { intent: "changePlats", platsId });
		const renamed = await post({ ...unticked, name: "vrigstad", kind: "grupp" });
		expect(renamed.status).toBe(409);
		const form = formWith(renamed.page?.forms ?? [], { intent: "changePlats", platsId });
		expect(form).toEqual({ ...unticked, name: ["vrigstad"], kind: ["grupp"] });
		expect(await platser()).toContainEqual({ id: platsId, name: "Rörvik", kind: "plats", isActive: true, version: 1 });
		expect(await platser()).toHaveLength(7);
	});

	test.each<[Fields, string, string]>([
		[{ name: " " }, "name", "Namn: skriv vad platsen heter."],
		[{ name: "a".repeat(81) }, "name", "Namn: korta texten till högst 80 tecken."],
		[{ name: PERSONNUMMER }, "name", "Namn: ta bort personnumret."],
		[{ name: "Torget", kind: "land" }, "kind", "Slag: välj plats, grupp eller vägsträcka."],
	])("is refused as %j", async (typed, field, message) => {
		const before = await platser();
		const forms: Record<string, string | number>[] = [
			{ intent: "addPlats" },
			{ intent: "changePlats", platsId: await platsIdOf("Rörvik") },
		];
		for (const which of forms) {
			const posted = await fillIn(which, typed);
			expect(posted).toMatchObject({
				status: 400,
				body: { errors: [{ field, message: expect.stringContaining(message) }] },
			});
			expect(posted.page?.text).toContain(message);
			expect(posted.raw + posted.page?.html).not.toContain("3234");
		}
		expect(await platser()).toEqual(before);
	});

	test("of another kommun cannot be changed", async () => {
		const sunne = await kommunOf(db, "sunne");
		const before = await findAllPlatser(db, { kommunId: sunne.id });
		for (const platsId of [String(before[0]?.id), "99999"]) {
			const fields = { intent: "changePlats", platsId, version: "1", name: "Vår", kind: "plats" };
			expect(await post(fields)).toMatchObject({
				status: 404,
				body: { errors: [{ message: "Platsen finns inte på kommunens lista." }] },
			});
		}
		expect(await findAllPlatser(db, { kommunId: sunne.id })).toEqual(before);
	});
});

describe("the kommun's own words", () => {
	const settings = async () => {
		const { lokalpolisomrade, undertecknareTitle, version } = (await findKommunBySlug(db, "savsjo")) ?? {};
		return { lokalpolisomrade, undertecknareTitle, version };
	};
	const save = (typed: Fields) => fillIn({ intent: "updateKommun" }, typed);

	test("are saved", async () => {
		expect(await save({ lokalpolisomrade: "", undertecknareTitle: "Kommunalråd" })).toMatchObject({
			status: 302,
			location: `${call.path}?sparat=1`,
		});
		expect(await settings()).toEqual({ lokalpolisomrade: null, undertecknareTitle: "Kommunalråd", version: 2 });
		expect(formWith((await open()).forms, { intent: "updateKommun" })).toMatchObject({
			lokalpolisomrade: [""],
			undertecknareTitle: ["Kommunalråd"],
		});
	});

	test("changed by somebody else in between are not written over, and nothing typed is lost", async () => {
		const form = formWith((await open()).forms, { intent: "updateKommun" });
		await save({ undertecknareTitle: "Kommunalråd" });
		const mine = { lokalpolisomrade: "Småland", undertecknareTitle: "Kommundirektör" };
		const posted = await post({ ...form, ...mine });
		expect(posted.status).toBe(409);
		expect(posted.page?.text).toContain("Inställningarna har ändrats av någon annan.");
		expect(formWith(posted.page?.forms ?? [], { intent: "updateKommun" })).toMatchObject({
			lokalpolisomrade: ["Småland"],
			undertecknareTitle: ["Kommundirektör"],
		});
		expect(await settings()).toMatchObject({ undertecknareTitle: "Kommunalråd", version: 2 });
	});

	test.each<[Fields, string, string]>([
		[{ undertecknareTitle: "" }, "undertecknareTitle", "Undertecknarens titel: skriv till exempel Kommunchef."],
		[{ undertecknareTitle: PERSONNUMMER }, "undertecknareTitle", "ta bort personnumret"],
		[{ lokalpolisomrade: PERSONNUMMER }, "lokalpolisomrade", "ta bort personnumret"],
		[{ lokalpolisomrade: "a".repeat(81) }, "lokalpolisomrade", "högst 80 tecken"],
	])("are refused as %j", async (typed, field, message) => {
		const before = await settings();
		const posted = await save(typed);
		expect(posted).toMatchObject({
			status: 400,
			body: { errors: [{ field, message: expect.stringContaining(message) }] },
		});
		expect(posted.page?.text).toContain(message);
		expect(posted.raw + posted.page?.html).not.toContain("3234");
		expect(await settings()).toEqual(before);
	});
});

test.each(ROLES)("%s may open the page only as admin", async (role) => {
	const { cookie } = await signedIn({ db, roles: [role], kommun: await kommunOf(db, "savsjo") });
	expect((await callLoader(route.loader, { ...call, cookie })).status).toBe(role === "admin" ? 200 : 403);
});

test("an unknown intent changes nothing", async () => {
	const before = await platser();
	for (const intent of ["deletePlats", "toString"])
		expect(await post({ intent, platsId: String(before[0]?.id), name: "X" })).toMatchObject({ status: 400 });
	expect(await platser()).toEqual(before);
});
