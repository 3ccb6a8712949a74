import { beforeEach, describe, expect, test } from "vitest";
import { registerGenomforande } from "#app/commands/registerGenomforande.server.ts";
import type { Role } from "#app/domain/permissions.ts";
import { loader as listLoader } from "#app/routes/intern.$kommun.registreringar._index/route.tsx";
import { action, loader as rowLoader } from "#app/routes/intern.$kommun.registreringar.$id/route.tsx";
import type { Actor } from "#db/command.server.ts";
import type { Db } from "#db/connection.server.ts";
import { freshDatabase } from "#tests/factories/database.ts";
import { callAction, callLoader, signedIn, startTestRuntime } from "./context.ts";
import { insertTestKommun } from "./kommun.ts";
import { createSavsjo, findAllRows, logFields, params, type Savsjo } from "./logging.ts";

interface List {
	rows: { id: number; date: string; measures: { name: string }[]; late: string | null; isMakulerad: boolean }[];
	countText: string;
	page: number;
	pageLinks: string[];
	filter: { chips: { label: string; removeTo: string }[] };
	logTo: string | null;
}

interface Row {
	facts: { label: string; text: string }[];
	forms: { defaults: { quantity: string; date: string }; chosen: number[] } | null;
	makulerad: { reason: string } | null;
	revision: number;
	history: { what: string; who: string; reason: string | null; changes: unknown[] }[];
}

interface Refused {
	errors: { field: string | null; message: string }[];
	values: Record<string, string[]>;
	conflict?: { revision: number; differences: { label: string; from: string; to: string }[] };
}

const listPath = "/intern/savsjo/registreringar";

let db: Db;
let savsjo: Savsjo;
let cookie: string;
let actor: Actor;

beforeEach(async () => {
	db = freshDatabase();
	startTestRuntime({ db });
	savsjo = await createSavsjo(db);
	({ cookie, actor } = await signedIn({ db, roles: ["kommunpolis"], kommun: savsjo }));
});

/** Registers past the page; returns the row's id. */
async function register({
	date = "2018-10-15",
	measure = "Riktad insats",
	plats = "Sävsjö centrum",
	note = null,
	performedBy = "polis",
}: {
	date?: string;
	measure?: string;
	plats?: string;
	note?: string | null;
	performedBy?: "polis" | "kommun";
} = {}): Promise<string> {
	const registered = await registerGenomforande(db, actor, {
		uuid: crypto.randomUUID(),
		date,
		measures: [{ measureId: Number(savsjo.measureId(measure)), quantity: null }],
		platsId: Number(savsjo.platsId(plats)),
		performedBy,
		note,
		isAnotherOne: true,
	});
	if (registered.duplicateOf) throw new Error("not registered");
	return String(registered.id);
}

async function list(query = ""): Promise<List> {
	const answer = await callLoader(listLoader, { path: listPath + query, params, cookie });
	expect(answer.status).toBe(200);
	return answer.body as List;
}

async function row(id: string): Promise<Row> {
	const answer = await callLoader(rowLoader, { path: `${listPath}/${id}`, params: { ...params, id }, cookie });
	expect(answer.status).toBe(200);
	return answer.body as Row;
}

function post(id: string, fields: Record<string, string | string[]>, as = cookie) {
	return callAction(action, { path: `${listPath}/${id}`, params: { ...params, id }, cookie: as, fields });
}

function correction(fields: Record<string, string | string[]> = {}) {
	const { uuid: _, ...content } = logFields(savsjo);
	return { intent: "correctGenomforande", revision: "1", ...content, ...fields };
}

describe("who may see and change", () => {
	test.each<[Role, boolean]>([
		["kommunpolis", true],
		["samordnare", true],
		["ledamot", false],
		["undertecknare", false],
		["admin", false],
	])("%s", async (role, mayChange) => {
		const id = await register();
		const person = await signedIn({ db, roles: [role], kommun: savsjo });
		const seen = await callLoader(listLoader, { path: listPath, params, cookie: person.cookie });
		expect(seen).toMatchObject({ status: 200, body: { logTo: mayChange ? "/intern/savsjo/logga" : null } });
		const rowSeen = await callLoader(rowLoader, {
			path: `${listPath}/${id}`,
			params: { ...params, id },
			cookie: person.cookie,
		});
		expect(rowSeen.status).toBe(200);
		expect((rowSeen.body as Row).forms === null).toBe(!mayChange);
		const corrected = await post(id, correction({ note: "Rättad" }), person.cookie);
		expect(corrected.status).toBe(mayChange ? 302 : 403);
		const makulerad = await post(
			id,
			{ intent: "makuleraGenomforande", revision: mayChange ? "2" : "1", reason: "Fel dag" },
			person.cookie,
		);
		expect(makulerad.status).toBe(mayChange ? 302 : 403);
		const [stored] = await findAllRows(db);
		expect(stored).toMatchObject(
			mayChange ? { revision: 2, makulerad_reason: "Fel dag" } : { revision: 1, note: null },
		);
	});

	test("another kommun answers 404, and nobody signed in is sent to sign in", async () => {
		const id = await register();
		const sunne = await insertTestKommun(db, { slug: "sunne" });
		const other = await signedIn({ db, roles: ["kommunpolis", "samordnare"], kommun: sunne });
		const call = { path: `${listPath}/${id}`, params: { ...params, id }, cookie: other.cookie };
		expect((await callLoader(listLoader, { ...call, path: listPath, params })).status).toBe(404);
		expect((await callLoader(rowLoader, call)).status).toBe(404);
		expect((await post(id, correction({ note: "Ny" }), other.cookie)).status).toBe(404);

		const inOwn = { ...call, path: `/intern/sunne/registreringar/${id}`, params: { kommun: "sunne", id } };
		expect((await callLoader(rowLoader, inOwn)).status).toBe(404);
		expect((await callAction(action, { ...inOwn, fields: correction({ note: "Ny" }) })).status).toBe(404);
		const makulera = { intent: "makuleraGenomforande", revision: "1", reason: "Fel dag" };
		expect((await callAction(action, { ...inOwn, fields: makulera })).status).toBe(404);
		expect(await findAllRows(db)).toMatchObject([{ revision: 1, makulerad_at: null }]);

		expect((await callLoader(listLoader, { path: listPath, params })).location).toMatch(/^\/logga-in/);
		expect((await callLoader(rowLoader, { ...call, cookie: undefined })).location).toMatch(/^\/logga-in/);
		expect((await callAction(action, { ...call, cookie: undefined, fields: correction() })).status).toBe(401);
	});

	test.each(["0", "99999", "abc", "1e3"])("a row that is not there answers 404: %s", async (id) => {
		const call = { path: `${listPath}/${id}`, params: { ...params, id }, cookie };
		expect((await callLoader(rowLoader, call)).status).toBe(404);
		expect((await post(id, correction())).status).toBe(404);
	});
});

describe("the list", () => {
	test("has the latest day first, and says what was entered late", async () => {
		await register({ date: "2018-10-10" });
		await register({ date: "2018-10-14" });
		await register({ date: "2018-09-01" });
		const { rows, countText } = await list();
		expect(rows.map(({ date, late }) => [date, late])).toEqual([
			["2018-10-14", null],
			["2018-10-10", "registrerad 5 dagar senare"],
			["2018-09-01", "registrerad 44 dagar senare"],
		]);
		expect(countText).toBe("3 registreringar");
	});

	test("filters on everything it offers, and each filter can be taken away", async () => {
		await register({ date: "2018-05-02", note: "Vid Ängsskolan" });
		await register({ measure: "Samverkansmöte", performedBy: "kommun" });
		await register({ plats: "Rörvik" });
		const found = async (query: string) => (await list(query)).rows.length;
		expect(await found("?q=ängsskolan")).toBe(1);
		expect(await found("?q=samverkan")).toBe(1);
		expect(await found(`?matt=${savsjo.measureId("Riktad insats")}`)).toBe(2);
		expect(await found(`?plats=${savsjo.platsId("Rörvik")}`)).toBe(1);
		expect(await found("?av=kommun")).toBe(1);
		expect(await found("?period=2018-T2")).toBe(1);
		expect(await found("?fran=2018-05-03")).toBe(2);
		expect(await found("?till=2018-05-02")).toBe(1);
		expect(await found("?period=2018-T2&fran=2018-05-03")).toBe(0);
		expect(await found("?av=brandkår&matt=x&period=y&fran=z")).toBe(3);

		const { filter } = await list("?av=kommun&q=möte");
		expect(filter.chips).toEqual([
			{ label: "”möte”", removeTo: `${listPath}?av=kommun` },
			{ label: "Kommunen", removeTo: `${listPath}?q=m%C3%B6te` },
		]);
	});

	test("shows makulerade only when asked", async () => {
		const id = await register();
		await register();
		await post(id, { intent: "makuleraGenomforande", revision: "1", reason: "Fel dag" });
		expect((await list()).rows.map(({ isMakulerad }) => isMakulerad)).toEqual([false]);
		expect((await list("?status=makulerade")).rows.map((one) => String(one.id))).toEqual([id]);
		expect((await list("?status=alla")).rows).toHaveLength(2);
	});

	test("has 25 to a page, and the address of each page keeps the filters", async () => {
		for (let count = 0; count < 26; count++) await register();
		const first = await list("?av=polis");
		expect(first.rows).toHaveLength(25);
		expect(first.pageLinks).toEqual([`${listPath}?av=polis`, `${listPath}?av=polis&sida=2`]);
		const second = await list("?av=polis&sida=2");
		expect(second).toMatchObject({ page: 2, countText: "26 registreringar" });
		expect(second.rows).toHaveLength(1);
		expect(first.rows.map(({ id }) => id)).not.toContain(second.rows[0]?.id);
	});

	test("is empty in words", async () => {
		expect(await list()).toMatchObject({ rows: [], countText: "0 registreringar" });
	});
});

describe("correcting", () => {
	test("keeps what it said before, and shows what changed and who did it", async () => {
		const id = await register({ note: "Kvällspass" });
		const fields = correction({ date: "2018-10-14", quantity: "2", note: "", platsId: savsjo.platsId("Rörvik") });
		expect(await post(id, fields)).toMatchObject({
			status: 302,
			location: `${listPath}/${id}?sparat=correctGenomforande`,
		});
		const { history, facts, revision, forms } = await row(id);
		expect(revision).toBe(2);
		expect(facts).toContainEqual({ label: "Aktivitet och antal", text: "Riktad insats: 2" });
		expect(forms?.defaults).toMatchObject({ quantity: "2", date: "2018-10-14" });
		expect(history.map(({ what, who }) => [what, who])).toEqual([
			["Rättad", "kommunpolis"],
			["Registrerad", "kommunpolis"],
		]);
		expect(history[0]?.changes).toEqual([
			{ label: "Datum", from: "2018-10-15", to: "2018-10-14" },
			{ label: "Aktivitet och antal", from: "Riktad insats: 1", to: "Riktad insats: 2" },
			{ label: "Plats", from: "Sävsjö centrum", to: "Rörvik" },
			{ label: "Anteckning", from: "Kvällspass", to: "–" },
		]);
	});

	test("shows each of several corrections with its own change", async () => {
		const id = await register();
		await post(id, correction({ quantity: "2" }));
		await post(id, correction({ quantity: "3", revision: "2" }));
		const { history } = await row(id);
		expect(history.map(({ changes }) => changes)).toEqual([
			[{ label: "Aktivitet och antal", from: "Riktad insats: 2", to: "Riktad insats: 3" }],
			[{ label: "Aktivitet och antal", from: "Riktad insats: 1", to: "Riktad insats: 2" }],
			[],
		]);
	});

	test("refuses a future date and a personnummer, and changes nothing", async () => {
		const id = await register();
		const future = await post(id, correction({ date: "2018-10-16" }));
		expect(future.status).toBe(400);
		expect((future.body as Refused).errors[0]).toMatchObject({ field: "date" });
		const personal = await post(id, correction({ note: "19640823-3234" }));
		expect(personal.status).toBe(400);
		expect(JSON.stringify(personal.body)).not.toContain("3234");
		expect(await findAllRows(db)).toMatchObject([{ revision: 1, date: "2018-10-15", note: null }]);
	});

	test("when somebody else was first, shows both versions and lets one choose", async () => {
		const id = await register();
		const { cookie: samordnare } = await signedIn({ db, roles: ["samordnare"], kommun: savsjo });
		await post(id, correction({ quantity: "2" }), samordnare);

		const answer = await post(id, correction({ quantity: "3", note: "Mitt" }));
		const { conflict, values, errors } = answer.body as Refused;
		expect(answer.status).toBe(409);
		expect(errors).toEqual([]);
		expect(values).toMatchObject({ quantity: ["3"], note: ["Mitt"] });
		expect(conflict).toEqual({
			revision: 2,
			differences: [
				{ label: "Aktivitet och antal", from: "Riktad insats: 2", to: "Riktad insats: 3" },
				{ label: "Anteckning", from: "–", to: "Mitt" },
			],
		});
		expect((await row(id)).revision).toBe(2);

		await post(id, correction({ quantity: "3", note: "Mitt", revision: String(conflict?.revision) }));
		expect(await row(id)).toMatchObject({ revision: 3, history: [{ what: "Rättad" }, { what: "Rättad" }, {}] });
	});

	test("a makulerad one cannot be corrected", async () => {
		const id = await register();
		await post(id, { intent: "makuleraGenomforande", revision: "1", reason: "Fel dag" });
		const answer = await post(id, correction({ quantity: "2" }));
		expect(answer.status).toBe(409);
		expect((answer.body as Refused).errors[0]?.message).toBe("Registreringen är makulerad och kan inte ändras.");
		expect((await row(id)).forms).toBeNull();
	});
});

describe("makulera", () => {
	test("needs a reason, and says it in the history", async () => {
		const id = await register();
		const without = await post(id, { intent: "makuleraGenomforande", revision: "1", reason: " " });
		expect(without.status).toBe(400);
		expect((without.body as Refused).errors[0]).toMatchObject({ field: "reason" });
		expect(
			await post(id, { intent: "makuleraGenomforande", revision: "1", reason: "Registrerad två gånger" }),
		).toMatchObject({
			status: 302,
			location: `${listPath}/${id}?sparat=makuleraGenomforande`,
		});
		const { makulerad, history, forms } = await row(id);
		expect(makulerad?.reason).toBe("Registrerad två gånger");
		expect(history[0]).toMatchObject({ what: "Makulerad", who: "kommunpolis", reason: "Registrerad två gånger" });
		expect(forms).toBeNull();
	});

	test("is refused when somebody corrected it in between", async () => {
		const id = await register();
		await post(id, correction({ quantity: "2" }));
		const answer = await post(id, { intent: "makuleraGenomforande", revision: "1", reason: "Fel dag" });
		expect(answer.status).toBe(409);
		expect((await row(id)).makulerad).toBeNull();
	});

	test("an unknown intent changes nothing", async () => {
		const id = await register();
		expect((await post(id, { intent: "radera" })).status).toBe(400);
		expect(await findAllRows(db)).toMatchObject([{ revision: 1, makulerad_at: null }]);
	});
});
