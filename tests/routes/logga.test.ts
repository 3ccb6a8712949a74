import { beforeEach, describe, expect, test } from "vitest";
import type { Role } from "#app/domain/permissions.ts";
import { action, loader } from "#app/routes/intern.$kommun.logga/route.tsx";
import type { Db } from "#db/connection.server.ts";
import { freshDatabase } from "#tests/factories/database.ts";
import { callAction, callLoader, signedIn, startTestRuntime } from "./context.ts";
import { insertTestKommun } from "./kommun.ts";
import { createSavsjo, findAllRows, logFields, params, type Savsjo } from "./logging.ts";

interface View {
	tiles: { id: number; name: string; figure: string; quantity: unknown; platser: unknown[] }[];
	chosen: number[];
	platser: { value: string; label: string }[];
	defaults: { date: string; platsId: string; performedBy: string };
	receipt: { title: string; text: string; undoUuid: string | null; anotherTo: string } | null;
	otherDokument: { to: string; title: string }[];
	dateHint: string | null;
}

interface Refused {
	errors: { field: string | null; message: string }[];
	values: Record<string, string[]>;
	duplicate?: { text: string; to: string; sameTo: string };
}

let db: Db;
let savsjo: Savsjo;
let cookie: string;

beforeEach(async () => {
	db = freshDatabase();
	startTestRuntime({ db });
	savsjo = await createSavsjo(db);
	({ cookie } = await signedIn({ db, roles: ["kommunpolis"], kommun: savsjo }));
});

const path = "/intern/savsjo/logga";

async function open(query = "", as = cookie): Promise<View> {
	const answer = await callLoader(loader, { path: path + query, params, cookie: as });
	expect(answer.status).toBe(200);
	return answer.body as View;
}

function post(fields: Record<string, string | string[]>, as = cookie, at = path) {
	return callAction(action, { path: at, params, cookie: as, fields });
}

describe("who may log", () => {
	test.each<[Role, number]>([
		["kommunpolis", 200],
		["samordnare", 200],
		["ledamot", 403],
		["undertecknare", 403],
		["admin", 403],
	])("%s: %i", async (role, status) => {
		const person = await signedIn({ db, roles: [role], kommun: savsjo });
		expect((await callLoader(loader, { path, params, cookie: person.cookie })).status).toBe(status);
		const posted = await post(logFields(savsjo), person.cookie);
		expect(posted.status).toBe(status === 200 ? 302 : status);
		expect(await findAllRows(db)).toHaveLength(status === 200 ? 1 : 0);
	});

	test("another kommun answers 404, and nobody signed in is sent to sign in", async () => {
		const sunne = await insertTestKommun(db, { slug: "sunne" });
		const stranger = await signedIn({ db, roles: ["kommunpolis"], kommun: sunne });
		expect((await callLoader(loader, { path, params, cookie: stranger.cookie })).status).toBe(404);
		expect((await post(logFields(savsjo), stranger.cookie)).status).toBe(404);
		expect((await callLoader(loader, { path, params })).location).toMatch(/^\/logga-in/);
		expect((await callAction(action, { path, params, fields: logFields(savsjo) })).status).toBe(401);
		expect(await findAllRows(db)).toEqual([]);
	});

	test("another kommun's place and mått are refused", async () => {
		const sunne = await insertTestKommun(db, { slug: "sunne" });
		const { id } = await db
			.insertInto("plats")
			.values({ kommun_id: sunne.id, name: "Sunne centrum", kind: "plats" })
			.returning("id")
			.executeTakeFirstOrThrow();
		expect((await post(logFields(savsjo, { platsId: String(id) }))).status).toBe(404);
		expect((await post(logFields(savsjo, { measureIds: ["99999"] }))).status).toBe(404);
		expect(await findAllRows(db)).toEqual([]);
	});
});

describe("the page", () => {
	test("offers the mått of the dokument in force, with the figure as it stands", async () => {
		const { tiles, defaults } = await open();
		expect(tiles.map(({ name }) => name).sort()).toEqual([
			"Polis på plats i centrum",
			"Riktad insats",
			"Samverkansmöte",
			"Tidig upptäckt",
		]);
		expect(tiles.find(({ name }) => name === "Riktad insats")?.figure).toBe("0 av minst 15");
		expect(defaults).toMatchObject({ date: "2018-10-15", performedBy: "polis", platsId: "" });
	});

	test("puts what the person used last first, and proposes its place", async () => {
		await post(logFields(savsjo, { measureIds: [savsjo.measureId("Samverkansmöte")] }));
		const { tiles, platser, defaults } = await open();
		expect(tiles[0]?.name).toBe("Samverkansmöte");
		expect(platser[0]?.label).toBe("Sävsjö centrum");
		expect(defaults.platsId).toBe(savsjo.platsId("Sävsjö centrum"));
	});

	test("a samordnare logs for the kommun", async () => {
		const { cookie: samordnare } = await signedIn({ db, roles: ["samordnare"], kommun: savsjo });
		expect((await open("", samordnare)).defaults.performedBy).toBe("kommun");
	});

	test("after midnight an evening still belongs to the day it began", async () => {
		startTestRuntime({ db, now: "2018-10-15T00:30:00.000Z" });
		const { cookie: night } = await signedIn({ db, roles: ["kommunpolis"], kommun: savsjo });
		const { defaults, dateHint } = await open("", night);
		expect(defaults.date).toBe("2018-10-14");
		expect(dateHint).toMatch(/i går/);
	});

	test("shows another day with the dokument of that day, and preselects a mått", async () => {
		const { defaults, tiles, otherDokument } = await open("?datum=2017-06-01");
		expect(defaults.date).toBe("2017-06-01");
		expect(tiles.map(({ id }) => String(id))).not.toContain(savsjo.measureId("Riktad insats"));
		expect(otherDokument.map(({ title }) => title)).toEqual(["Medborgarlöfte i Sävsjö kommun 2018–2019"]);
		const chosen = await open(`?matt=${savsjo.measureId("Riktad insats")}`);
		expect(chosen.chosen.map(String)).toEqual([savsjo.measureId("Riktad insats")]);
	});

	test("a day to come, or no day at all, shows the usual day", async () => {
		expect((await open("?datum=2019-01-01")).defaults.date).toBe("2018-10-15");
		expect((await open("?datum=snart")).defaults.date).toBe("2018-10-15");
	});
});

describe("saving", () => {
	test("answers with a receipt on the page and a way back", async () => {
		const fields = logFields(savsjo);
		const saved = await post(fields);
		expect(saved).toMatchObject({ status: 302, location: `${path}?sparat=${fields.uuid}` });
		const { receipt, tiles } = await open(`?sparat=${fields.uuid}`);
		expect(receipt).toMatchObject({
			title: "Sparat.",
			text: "Riktad insats Sävsjö centrum, mån 15 oktober. 1 av minst 15.",
			undoUuid: fields.uuid,
		});
		expect(tiles[0]?.figure).toBe("1 av minst 15");
	});

	test("counts one genomförande toward several mått, with by-products beside", async () => {
		const measureIds = [savsjo.measureId("Riktad insats"), savsjo.measureId("Samverkansmöte")];
		const fields = logFields(savsjo, { measureIds, "biprodukt.beslag": "2", note: "Två beslag." });
		await post(fields);
		const { receipt } = await open(`?sparat=${fields.uuid}`);
		expect(receipt?.text).toMatch(
			/^Riktad insats och Samverkansmöte Sävsjö centrum, mån 15 oktober\. Riktad insats: 1 av/,
		);
		expect(await db.selectFrom("biprodukt").select(["kind", "quantity"]).execute()).toEqual([
			{ kind: "beslag", quantity: 2 },
		]);
	});

	test("keeps to the day that the page showed", async () => {
		const fields = logFields(savsjo, { date: "2018-09-01" });
		const saved = await post(fields, cookie, `${path}?datum=2018-09-01&sparat=${crypto.randomUUID()}`);
		expect(saved.location).toBe(`${path}?sparat=${fields.uuid}&datum=2018-09-01`);
	});

	test("sent twice, as by a double tap or a retry, it is one row", async () => {
		const fields = logFields(savsjo);
		const answers = await Promise.all([post(fields), post(fields)]);
		answers.push(await post(fields));
		expect(new Set(answers.map(({ location }) => location))).toEqual(new Set([`${path}?sparat=${fields.uuid}`]));
		expect(await findAllRows(db)).toHaveLength(1);
	});

	test("the receipt of another kommun's registration is not shown", async () => {
		const fields = logFields(savsjo);
		await post(fields);
		const sunne = await insertTestKommun(db, { slug: "sunne" });
		const other = await signedIn({ db, roles: ["kommunpolis"], kommun: sunne });
		const answer = await callLoader(loader, {
			path: `/intern/sunne/logga?sparat=${fields.uuid}`,
			params: { kommun: "sunne" },
			cookie: other.cookie,
		});
		expect((answer.body as View).receipt).toBeNull();
	});
});

describe("refusing", () => {
	const futureDate = "Datum: välj en dag senast i dag. Planerade insatser ska inte registreras här.";

	test.each([
		["a future date", { date: "2018-10-16" }, "date", futureDate],
		["no mått", { measureIds: [] }, "measureIds", "Aktivitet: välj minst en."],
		["a day before the dokument", { date: "2018-04-09" }, "date", /när löftet gäller/],
		["a quantity of nothing", { quantity: "0" }, "quantity", /större än 0/],
		["a made-up performer", { performedBy: "brandkår" }, "performedBy", /välj vem/],
	])("%s, and keeps what was typed", async (_, wrong, field, message) => {
		const fields = logFields(savsjo, { note: "Kvar", ...wrong });
		const { status, body } = await post(fields);
		const { errors, values } = body as Refused;
		expect(status).toBe(400);
		expect(errors).toEqual([{ field, message: expect.stringMatching(message) }]);
		expect(values).toMatchObject({ note: ["Kvar"], uuid: [fields.uuid], platsId: [fields.platsId] });
		expect(await findAllRows(db)).toEqual([]);
	});

	test("a personnummer, without saying it again", async () => {
		const { status, body } = await post(logFields(savsjo, { note: "Pratade med 640823-3234" }));
		const { errors } = body as Refused;
		expect(status).toBe(400);
		expect(errors).toMatchObject([{ field: "note", message: expect.stringMatching(/^Anteckning: ta bort person/) }]);
		expect(JSON.stringify(body)).not.toContain("3234");
		expect(await findAllRows(db)).toEqual([]);
	});
});

describe("a joint activity counts once", () => {
	let samordnare: string;

	beforeEach(async () => {
		await post(logFields(savsjo));
		({ cookie: samordnare } = await signedIn({ db, roles: ["samordnare"], kommun: savsjo }));
	});

	test("asks whether it is another one, shows the first one and keeps everything", async () => {
		const fields = logFields(savsjo, { performedBy: "kommun", note: "Samma kväll" });
		const { status, body } = await post(fields, samordnare);
		const { duplicate, errors, values } = body as Refused;
		expect(status).toBe(409);
		expect(errors).toEqual([]);
		expect(values).toMatchObject({ note: ["Samma kväll"], uuid: [fields.uuid] });
		expect(duplicate?.text).toBe("Riktad insats Sävsjö centrum, mån 15 oktober. Utförd av: Polisen.");
		expect(await findAllRows(db)).toHaveLength(1);

		const same = await open(new URL(`http://x${duplicate?.sameTo}`).search, samordnare);
		expect(same.receipt).toMatchObject({ title: "Redan registrerat, inget nytt sparades.", undoUuid: null });
	});

	test("saves it when it is another one", async () => {
		const fields = logFields(savsjo, { performedBy: "kommun", isAnotherOne: "ja" });
		expect((await post(fields, samordnare)).location).toBe(`${path}?sparat=${fields.uuid}`);
		expect(await findAllRows(db)).toHaveLength(2);
	});

	test("does not ask for another place or another day", async () => {
		await post(logFields(savsjo, { performedBy: "kommun", platsId: "" }), samordnare);
		await post(logFields(savsjo, { performedBy: "kommun", date: "2018-10-14" }), samordnare);
		expect(await findAllRows(db)).toHaveLength(3);
	});
});

describe("Ångra", () => {
	let uuid: string;

	beforeEach(async () => {
		const fields = logFields(savsjo);
		uuid = fields.uuid;
		await post(fields);
	});

	test("takes it back, so that it no longer counts, and says so", async () => {
		expect((await post({ intent: "undoGenomforande", uuid })).location).toBe(`${path}?sparat=${uuid}`);
		const { receipt, tiles } = await open(`?sparat=${uuid}`);
		expect(receipt).toMatchObject({ title: "Ångrat.", undoUuid: null });
		expect(receipt?.text).toMatch(/0 av minst 15\.$/);
		expect(tiles.find(({ name }) => name === "Riktad insats")?.figure).toBe("0 av minst 15");
		expect((await findAllRows(db))[0]?.makulerad_at).not.toBeNull();
	});

	test("is for the one who logged it alone", async () => {
		const { cookie: samordnare } = await signedIn({ db, roles: ["samordnare"], kommun: savsjo });
		expect((await open(`?sparat=${uuid}`, samordnare)).receipt?.undoUuid).toBeNull();
		const answer = await post({ intent: "undoGenomforande", uuid }, samordnare);
		expect(answer.status).toBe(403);
		expect((answer.body as Refused).errors[0]?.message).toBe("Du kan bara ångra din egen registrering.");
		expect((await findAllRows(db))[0]?.makulerad_at).toBeNull();
	});

	test("is over after a while", async () => {
		startTestRuntime({ db, now: "2018-10-15T13:00:00.000Z" });
		expect((await open(`?sparat=${uuid}`)).receipt?.undoUuid).toBeNull();
		expect((await post({ intent: "undoGenomforande", uuid })).status).toBe(409);
	});
});
