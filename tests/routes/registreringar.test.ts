import { beforeEach, describe, expect, test } from "vitest";
import type { Role } from "#app/domain/permissions.ts";
import { loader as listLoader } from "#app/routes/intern.$kommun.registreringar._index/route.tsx";
import { action, loader as rowLoader } from "#app/routes/intern.$kommun.registreringar.$id/route.tsx";
import { callAction, callLoader, signedIn } from "./context.ts";
import { insertTestKommun } from "./kommun.ts";
import { findAllRows, params } from "./logging.ts";
import {
	LIST_PATH,
	makeRegistreringarScene,
	type RegistreringarScene,
	type RegistreringPage,
} from "./registreringarScene.ts";

interface List {
	rows: { id: number; date: string; measures: { name: string }[]; late: string | null; isMakulerad: boolean }[];
	countText: string;
	page: number;
	pageLinks: string[];
	filter: { chips: { label: string; removeTo: string }[] };
	logTo: string | null;
}

let scene: RegistreringarScene;

beforeEach(async () => {
	scene = await makeRegistreringarScene();
});

async function list(query = ""): Promise<List> {
	const answer = await callLoader(listLoader, { path: LIST_PATH + query, params, cookie: scene.cookie });
	expect(answer.status).toBe(200);
	return answer.body as List;
}

describe("who may see and change", () => {
	test.each<[Role, boolean]>([
		["kommunpolis", true],
		["samordnare", true],
		["ledamot", false],
		["undertecknare", false],
		["admin", false],
	])("%s", async (role, mayChange) => {
		const id = await scene.register();
		const person = await signedIn({ db: scene.db, roles: [role], kommun: scene.savsjo });
		const seen = await callLoader(listLoader, { path: LIST_PATH, params, cookie: person.cookie });
		expect(seen).toMatchObject({ status: 200, body: { logTo: mayChange ? "/intern/savsjo/logga" : null } });
		const rowSeen = await callLoader(rowLoader, {
			path: `${LIST_PATH}/${id}`,
			params: { ...params, id },
			cookie: person.cookie,
		});
		expect(rowSeen.status).toBe(200);
		expect((rowSeen.body as RegistreringPage).forms === null).toBe(!mayChange);
		const corrected = await scene.post(id, scene.correction({ note: "Rättad" }), person.cookie);
		expect(corrected.status).toBe(mayChange ? 302 : 403);
		const makulerad = await scene.post(
			id,
			{ intent: "makuleraGenomforande", revision: mayChange ? "2" : "1", reason: "Fel dag" },
			person.cookie,
		);
		expect(makulerad.status).toBe(mayChange ? 302 : 403);
		const [stored] = await findAllRows(scene.db);
		expect(stored).toMatchObject(
			mayChange ? { revision: 2, makulerad_reason: "Fel dag" } : { revision: 1, note: null },
		);
	});

	test("another kommun answers 404, and nobody signed in is sent to sign in", async () => {
		const id = await scene.register();
		const sunne = await insertTestKommun(scene.db, { slug: "sunne" });
		const other = await signedIn({ db: scene.db, roles: ["kommunpolis", "samordnare"], kommun: sunne });
		const call = { path: `${LIST_PATH}/${id}`, params: { ...params, id }, cookie: other.cookie };
		expect((await callLoader(listLoader, { ...call, path: LIST_PATH, params })).status).toBe(404);
		expect((await callLoader(rowLoader, call)).status).toBe(404);
		expect((await scene.post(id, scene.correction({ note: "Ny" }), other.cookie)).status).toBe(404);

		const inOwn = { ...call, path: `/intern/sunne/registreringar/${id}`, params: { kommun: "sunne", id } };
		expect((await callLoader(rowLoader, inOwn)).status).toBe(404);
		expect((await callAction(action, { ...inOwn, fields: scene.correction({ note: "Ny" }) })).status).toBe(404);
		const makulera = { intent: "makuleraGenomforande", revision: "1", reason: "Fel dag" };
		expect((await callAction(action, { ...inOwn, fields: makulera })).status).toBe(404);
		expect(await findAllRows(scene.db)).toMatchObject([{ revision: 1, makulerad_at: null }]);

		expect((await callLoader(listLoader, { path: LIST_PATH, params })).location).toMatch(/^\/logga-in/);
		expect((await callLoader(rowLoader, { ...call, cookie: undefined })).location).toMatch(/^\/logga-in/);
		expect((await callAction(action, { ...call, cookie: undefined, fields: scene.correction() })).status).toBe(401);
	});

	test.each(["0", "99999", "abc", "1e3"])("a row that is not there answers 404: %s", async (id) => {
		const call = { path: `${LIST_PATH}/${id}`, params: { ...params, id }, cookie: scene.cookie };
		expect((await callLoader(rowLoader, call)).status).toBe(404);
		expect((await scene.post(id, scene.correction())).status).toBe(404);
	});
});

describe("the list", () => {
	test("has the latest day first, and says what was entered late", async () => {
		await scene.register({ date: "2018-10-10" });
		await scene.register({ date: "2018-10-14" });
		await scene.register({ date: "2018-09-01" });
		const { rows, countText } = await list();
		expect(rows.map(({ date, late }) => [date, late])).toEqual([
			["2018-10-14", null],
			["2018-10-10", "registrerad 5 dagar senare"],
			["2018-09-01", "registrerad 44 dagar senare"],
		]);
		expect(countText).toBe("3 registreringar");
	});

	test("filters on everything it offers, and each filter can be taken away", async () => {
		await scene.register({ date: "2018-05-02", note: "Vid Ängsskolan" });
		await scene.register({ measure: "Samverkansmöte", performedBy: "kommun" });
		await scene.register({ plats: "Rörvik" });
		const found = async (query: string) => (await list(query)).rows.length;
		expect(await found("?q=ängsskolan")).toBe(1);
		expect(await found("?q=samverkan")).toBe(1);
		expect(await found(`?matt=${scene.savsjo.measureId("Riktad insats")}`)).toBe(2);
		expect(await found(`?plats=${scene.savsjo.platsId("Rörvik")}`)).toBe(1);
		expect(await found("?av=kommun")).toBe(1);
		expect(await found("?period=2018-T2")).toBe(1);
		expect(await found("?fran=2018-05-03")).toBe(2);
		expect(await found("?till=2018-05-02")).toBe(1);
		expect(await found("?period=2018-T2&fran=2018-05-03")).toBe(0);
		expect(await found("?av=brandkår&matt=x&period=y&fran=z")).toBe(3);

		const { filter } = await list("?av=kommun&q=möte");
		expect(filter.chips).toEqual([
			{ label: "”möte”", removeTo: `${LIST_PATH}?av=kommun` },
			{ label: "Kommunen", removeTo: `${LIST_PATH}?q=m%C3%B6te` },
		]);
	});

	test("shows makulerade only when asked", async () => {
		const id = await scene.register();
		await scene.register();
		await scene.post(id, { intent: "makuleraGenomforande", revision: "1", reason: "Fel dag" });
		expect((await list()).rows.map(({ isMakulerad }) => isMakulerad)).toEqual([false]);
		expect((await list("?status=makulerade")).rows.map((one) => String(one.id))).toEqual([id]);
		expect((await list("?status=alla")).rows).toHaveLength(2);
	});

	test("has 25 to a page, and the address of each page keeps the filters", async () => {
		for (let count = 0; count < 26; count++) await scene.register();
		const first = await list("?av=polis");
		expect(first.rows).toHaveLength(25);
		expect(first.pageLinks).toEqual([`${LIST_PATH}?av=polis`, `${LIST_PATH}?av=polis&sida=2`]);
		const second = await list("?av=polis&sida=2");
		expect(second).toMatchObject({ page: 2, countText: "26 registreringar" });
		expect(second.rows).toHaveLength(1);
		expect(first.rows.map(({ id }) => id)).not.toContain(second.rows[0]?.id);
	});

	test("is empty in words", async () => {
		expect(await list()).toMatchObject({ rows: [], countText: "0 registreringar" });
	});
});
