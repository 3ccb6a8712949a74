import { beforeEach, describe, expect, test } from "vitest";
import { addKommun } from "#app/commands/addKommun.server.ts";
import { addPlatser } from "#app/commands/addPlatser.server.ts";
import { ROLES } from "#app/domain/permissions.ts";
import { findAllAuditEvents } from "#db/audit.server.ts";
import type { Db } from "#db/connection.server.ts";
import { findAllKommuner, findKommunBySlug } from "#db/kommun.server.ts";
import { findAllRoles } from "#db/person.server.ts";
import { findAllPlatser } from "#db/plats.server.ts";
import { freshDatabase } from "#tests/factories/database.ts";
import { type KommunActor, makeKommun, makePerson } from "#tests/factories/kommun.ts";

const PERSONNUMMER = "640823-3234";

let db: Db;
let kommun: { id: number };
let admin: KommunActor;

beforeEach(async () => {
	db = freshDatabase();
	kommun = await makeKommun(db, { platser: ["Torget"] });
	admin = await makePerson(db, { kommunId: kommun.id, role: "admin" });
});

describe("a new kommun", () => {
	const savsjo = { code: "0684", lokalpolisomrade: "Höglandet", undertecknareTitle: "Kommunchef", ownRoles: [] };
	const add = (change: Partial<Parameters<typeof addKommun>[2]> = {}, actor: KommunActor = admin) =>
		addKommun(db, actor, { ...savsjo, ...change });
	const idOf = async (slug: string) => (await findKommunBySlug(db, slug))?.id ?? 0;

	test("has its name, parts and calendar, its administrator, and both in its own history", async () => {
		expect(await add({ ownRoles: ["samordnare"] })).toEqual({ slug: "savsjo", isNew: true });
		expect(await findKommunBySlug(db, "savsjo")).toMatchObject({
			scbCode: "0684",
			name: "Sävsjö",
			lokalpolisomrade: "Höglandet",
			undertecknareTitle: "Kommunchef",
		});
		const kommunId = await idOf("savsjo");
		expect((await findAllRoles(db, { personId: admin.personId, kommunId })).sort()).toEqual(["admin", "samordnare"]);
		expect(
			await db.selectFrom("part").select("code").where("kommun_id", "=", kommunId).orderBy("id").execute(),
		).toEqual([{ code: "polis" }, { code: "kommun" }]);
		expect(await findAllPlatser(db, { kommunId })).toEqual([]);
		const years = await db.selectFrom("helgkvall").select("date").where("kommun_id", "=", kommunId).execute();
		expect(new Set(years.map(({ date }) => date.slice(0, 4)))).toEqual(new Set(["2018", "2019"]));
		const { rows } = await findAllAuditEvents(db, { kommunId, page: 1, pageSize: 10 });
		expect(rows.map(({ action, personName }) => [action, personName])).toEqual([
			["person.added", "admin"],
			["kommun.created", "admin"],
		]);
	});

	test.each(ROLES.filter((role) => role !== "admin"))("is not added by a %s", async (role) => {
		const person = await makePerson(db, { kommunId: kommun.id, role });
		await expect(add({}, person)).rejects.toMatchObject({ code: "forbidden" });
		expect(await findAllKommuner(db)).toHaveLength(1);
	});

	test("is added by whoever is admin in another kommun, whatever they are in this one", async () => {
		const other = await makeKommun(db, { slug: "grannkommun" });
		const person = await makePerson(db, { kommunId: kommun.id, role: "ledamot" });
		await db
			.insertInto("membership")
			.values({ person_id: person.personId, kommun_id: other.id, role: "admin", created_at: person.now })
			.execute();
		expect(await add({}, person)).toEqual({ slug: "savsjo", isNew: true });
	});

	test("is not added by somebody who was admin when the page was shown", async () => {
		await db.deleteFrom("membership").where("person_id", "=", admin.personId).execute();
		await expect(add()).rejects.toMatchObject({ code: "forbidden" });
	});

	test("sent twice is one, also at the same time", async () => {
		const answers = await Promise.all([add(), add({ lokalpolisomrade: "Annat" })]);
		expect(answers.map(({ isNew }) => isNew).sort()).toEqual([false, true]);
		expect(await add({ ownRoles: ["kommunpolis"] })).toEqual({ slug: "savsjo", isNew: false });
		expect(await findAllKommuner(db)).toHaveLength(2);
		const kommunId = await idOf("savsjo");
		expect(await findAllRoles(db, { personId: admin.personId, kommunId })).toEqual(["admin"]);
		expect((await findAllAuditEvents(db, { kommunId, page: 1, pageSize: 10 })).total).toBe(2);
	});

	test("that somebody else has added is not taken over", async () => {
		await add();
		const other = await makeKommun(db, { slug: "grannkommun" });
		const stranger = await makePerson(db, { kommunId: other.id, role: "admin" });
		await expect(add({}, stranger)).rejects.toMatchObject({
			code: "conflict",
			field: "kommun",
			message: "Kommun: Sävsjö finns redan. Be dess administratör bjuda in dig.",
		});
		expect(await findAllRoles(db, { personId: stranger.personId, kommunId: await idOf("savsjo") })).toEqual([]);
	});

	test("Habo and Håbo have room beside each other", async () => {
		await add({ code: "0643" });
		await add({ code: "0305" });
		expect((await findAllKommuner(db)).map(({ slug }) => slug)).toEqual(["provkommun", "habo", "haabo"]);
	});

	test.each([
		[{ code: "0648" }, "Kommun: välj"],
		[{ lokalpolisomrade: PERSONNUMMER }, "Lokalpolisområde: ta bort personnumret"],
		[{ undertecknareTitle: PERSONNUMMER }, "Undertecknarens titel: ta bort personnumret"],
		[{ undertecknareTitle: " " }, "Undertecknarens titel: fyll i"],
	])("is refused with %j", async (change, message) => {
		await expect(add(change)).rejects.toMatchObject({ code: "invalid", message: expect.stringContaining(message) });
		expect(await findAllKommuner(db)).toHaveLength(1);
	});
});

describe("many places", () => {
	const names = async () => (await findAllPlatser(db, { kommunId: kommun.id })).map(({ name }) => name);

	test("come on the list in the order they are written, each with its row in the history", async () => {
		expect(await addPlatser(db, admin, { names: ["Vrigstad", "Älgen", " Stockaryd "] })).toEqual({ added: 3 });
		expect(await names()).toEqual(["Torget", "Vrigstad", "Älgen", "Stockaryd"]);
		const { rows } = await findAllAuditEvents(db, { kommunId: kommun.id, page: 1, pageSize: 3 });
		expect(rows.map(({ action, detail }) => [action, detail.name])).toEqual([
			["plats.added", "Stockaryd"],
			["plats.added", "Älgen"],
			["plats.added", "Vrigstad"],
		]);
	});

	test("that repeat each other are one place", async () => {
		expect(await addPlatser(db, admin, { names: ["Skolan", "SKOLAN", "skolan "] })).toEqual({ added: 1 });
	});

	test.each([[["Skolan", "TORGET"], "Platser: TORGET finns redan på listan. Ta bort den raden och lägg till resten."]])(
		"of which some are on the list already add none: %j",
		async (typed, message) => {
			await expect(addPlatser(db, admin, { names: typed })).rejects.toMatchObject({
				code: "conflict",
				field: "names",
				message,
			});
			expect(await names()).toEqual(["Torget"]);
		},
	);

	test("of which very many are there already are named in part", async () => {
		const many = Array.from({ length: 8 }, (_, index) => `Plats ${index + 1}`);
		await addPlatser(db, admin, { names: many });
		await expect(addPlatser(db, admin, { names: many })).rejects.toMatchObject({
			message:
				"Platser: Plats 1, Plats 2, Plats 3, Plats 4, Plats 5 och 3 till finns redan på listan. Ta bort de raderna och lägg till resten.",
		});
	});

	test.each([
		[[]],
		[[" "]],
		[["a".repeat(81)]],
		[[`Gatan ${PERSONNUMMER}`]],
		[Array.from({ length: 201 }, (_, i) => `P${i}`)],
	])("are refused as %.40j", async (typed) => {
		await expect(addPlatser(db, admin, { names: typed })).rejects.toMatchObject({ code: "invalid", field: "names" });
		expect(await names()).toEqual(["Torget"]);
	});
});
