import { beforeAll, expect, test } from "vitest";
import { loader as historik } from "#app/routes/intern.$kommun.historik/route.tsx";
import { loader as registreringar } from "#app/routes/intern.$kommun.registreringar._index/route.tsx";
import { loader as registrering } from "#app/routes/intern.$kommun.registreringar.$id/route.tsx";
import * as konto from "#app/routes/intern.konto/route.tsx";
import { makeGenomforande } from "#tests/factories/genomforande.ts";
import { makeScene, type Scene } from "#tests/factories/scene.ts";
import { callLoader, signedIn } from "./context.ts";
import { openPage } from "./page.tsx";

/** Addresses that nobody was given by the app. They show a page, or say that there is none; they never break. */
let scene: Scene;
let cookie: string;
let rowId: number;

beforeAll(async () => {
	scene = await makeScene();
	const { db, kommun, dokument } = scene;
	const member = await signedIn({ db, roles: ["kommunpolis"], kommun });
	cookie = member.cookie;
	({ id: rowId } = await makeGenomforande(db, member.actor, { measureId: dokument.measureIds.count }));
});

function get(loader: unknown, query: string, id = "") {
	const params = { kommun: scene.kommun.slug, id };
	return callLoader(loader as Parameters<typeof callLoader>[0], { path: `/prov?${query}`, params, cookie });
}

/** What every object has without being given it. */
const INHERITED = ["__proto__", "constructor", "toString"];

test.each(["0", "-1", "1.5", "abc", "99999", "1e20", "1e308", "Infinity", "NaN"])("page %s of a list", async (page) => {
	for (const loader of [registreringar, historik]) {
		expect((await get(loader, `sida=${page}`)).status).toBe(200);
	}
});

test.each([
	["nothing", ""],
	["a bracket", "["],
	["asterisks", "*".repeat(100)],
	["many words", "a ".repeat(50)],
	["many letters", "ä".repeat(15_000)],
])("a search for %s", async (_what, words) => {
	expect((await get(registreringar, `q=${encodeURIComponent(words)}`)).status).toBe(200);
});

test("a personnummer is not searched for, and not echoed", async () => {
	const { status, body } = await get(registreringar, "q=19640823-3234");
	expect(status).toBe(200);
	expect(JSON.stringify(body)).not.toContain("3234");
});

test.each(INHERITED)("a status that is called %s is none", async (name) => {
	const { body } = await get(registreringar, `status=${name}`);
	expect(body).toMatchObject({ filter: { values: { status: "aktiva" } } });
});

test.each(INHERITED)("nothing was saved that is called %s", async (name) => {
	const { body } = await get(registrering, `sparat=${name}`, String(rowId));
	expect(body).toMatchObject({ saved: null });
	const page = await openPage(konto, { path: `/intern/konto?sparat=${name}`, cookie });
	expect(page.data.saved).toBeNull();
	expect(page.html).not.toContain('class="ds-alert"');
});
