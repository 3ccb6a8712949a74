import { beforeAll, describe, expect, test } from "vitest";
import { loader as publicPage } from "#app/routes/$kommun.rapport.$period/route.tsx";
import { loader as page } from "#app/routes/intern.$kommun.rapport.$period._index/route.tsx";
import { loader as signera, action as signForm } from "#app/routes/intern.$kommun.rapport.$period.signera/route.tsx";
import { loader as visa } from "#app/routes/intern.$kommun.rapport.$period.visa/route.tsx";
import * as kontrollera from "#app/routes/kontrollera/route.tsx";
import { makeDokument } from "#tests/factories/dokument.ts";
import { callAction, callLoader } from "./context.ts";
import { textOf } from "./html.ts";
import { openPage } from "./page.tsx";
import { FORMATS, fetchFile } from "./rapportFiles.ts";
import { makeRapportScene, type RapportScene } from "./rapportScene.ts";

/** What any address of a report answers when it leads to none, or was made by somebody who tries: pages and files alike. */
let at: RapportScene;
let cookie: string;
let slug: string;

beforeAll(async () => {
	at = await makeRapportScene();
	slug = at.kommun.slug;
	({ cookie } = await at.as("kommunpolis", "samordnare", "undertecknare"));
	await at.makeInState("publicerad");
});

/** The three pages and the four files of the staff, by what they say to a reader. */
const ANSWERS: Record<string, (period: string, query?: string) => Promise<{ status: number; said: string }>> = {
	page: (period, query) => ask(page, period, query),
	visa: (period, query) => ask(visa, period, query),
	signera: (period, query) => ask(signera, period, query),
	...Object.fromEntries(
		FORMATS.map((format) => [
			format,
			async (period: string, query?: string) => {
				const { status, bytes } = await fetchFile(format, { kommun: slug, period, query: query ?? "", cookie });
				return { status, said: textOf(bytes.toString("utf8")) };
			},
		]),
	),
};

async function ask(loader: unknown, period: string, query = "") {
	const call = { path: `/prov${query}`, params: { kommun: slug, period }, cookie };
	const { status, body } = await callLoader(loader as Parameters<typeof callLoader>[0], call);
	return { status, said: JSON.stringify(body) };
}

describe.each(Object.keys(ANSWERS))("%s", (name) => {
	const answer = ANSWERS[name] as (typeof ANSWERS)[string];

	test.each([
		["an unknown period", "2018-T9", "Adressen innehåller ingen period. Ett tertial skrivs 2018-T2"],
		["no period at all", "nonsens", "Adressen innehåller ingen period."],
		["what every object inherits", "__proto__", "Adressen innehåller ingen period."],
		["a statement", "2018-T2'; DROP TABLE rapport", "Adressen innehåller ingen period."],
		["a very long one", `2018-T2${"0".repeat(10_000)}`, "Adressen innehåller ingen period."],
		["a period before the dokument", "2017-T3", "Inget medborgarlöfte gällde i tertial 3 2017."],
		["the first year of all", "0001-T1", "Inget medborgarlöfte gällde i tertial 1 1."],
		["the last year of all", "9999-T3", "Perioden har inte börjat. Den börjar 1 september 9999."],
		["a period that has not begun", "2019-T1", "Perioden har inte börjat. Den börjar 1 januari 2019."],
		["the wrong kind of period", "2018-Q3", "Medborgarlöftet följs upp per tertial. Välj en sådan period."],
		["a whole year", "2018", "Medborgarlöftet följs upp per tertial."],
	])("says in Swedish what is wrong with %s", async (_what, period, said) => {
		const found = await answer(period);
		expect(found.status).toBe(404);
		expect(found.said).toContain(said);
	});

	test.each([
		["another kommun's dokument", () => `?dokument=${at.elsewhere.id}`, "Dokumentet finns inte i kommunen"],
		["no such dokument", () => "?dokument=999", "Dokumentet finns inte i kommunen"],
		["an inherited dokument", () => "?dokument=__proto__", "Dokumentet finns inte i kommunen"],
		["an empty dokument", () => "?dokument=", "Dokumentet finns inte i kommunen"],
		["a dokument of another spelling", () => `?dokument=0${at.dokument.id}`, "Dokumentet finns inte i kommunen"],
		["no such version", () => "?version=3", "Rapporten har ingen sådan version."],
		["version 0", () => "?version=0", "Rapporten har ingen sådan version."],
		["a version below nought", () => "?version=-1", "Rapporten har ingen sådan version."],
		["a version and a half", () => "?version=1.5", "Rapporten har ingen sådan version."],
		["a version beyond all numbers", () => "?version=1e999", "Rapporten har ingen sådan version."],
		["a statement", () => "?version=1%20OR%201=1", "Rapporten har ingen sådan version."],
	])("says so of %s", async (_what, query, said) => {
		const found = await answer("2018-T2", query());
		expect(found.status).toBe(404);
		expect(found.said).toContain(said);
	});

	test("of a dokument that begins later in the period is there from that day", async () => {
		const later = await makeDokument(at.db, at.writers.samordnare, {
			title: "Det nya",
			inForceFrom: "2018-12-01",
			inForceTo: null,
		});
		const found = await answer("2018-T3", `?dokument=${later.id}`);
		expect(found.status).toBe(404);
		expect(found.said).toContain("Dokumentet börjar gälla 1 december 2018. Rapporten finns från och med då.");
	});
});

test.each(["2018-T9", "2017-T3", "2019-T1", "2018-Q3"])("signing the report of %s signs nothing", async (period) => {
	const rapport = await at.makeInState("publicerad");
	const answer = await callAction(signForm, {
		path: `/intern/${slug}/rapport/${period}/signera`,
		params: { kommun: slug, period },
		cookie,
		fields: { intent: "signRapport", rapportId: String(rapport.id), version: String(rapport.version) },
	});
	expect(answer.status).toBeGreaterThanOrEqual(400);
	expect(await at.db.selectFrom("rapport_snapshot").select("code").execute()).toHaveLength(1);
});

test.each([
	"?bild=0",
	"?bild=-3",
	"?bild=1.9",
	"?bild=abc",
	"?bild=1e308",
	"?bild=NaN",
	"?bild=__proto__",
	"?bild=",
	"?bild=999",
])("visa shows a screen of the report for %s", async (query) => {
	const { status, body } = await callLoader(visa, {
		path: `/prov${query}`,
		params: { kommun: slug, period: "2018-T2" },
		cookie,
	});
	expect(status).toBe(200);
	expect(body).toMatchObject({ slide: expect.objectContaining({}), position: expect.stringMatching(/^\d+ av \d+$/) });
});

test.each(["__proto__", "constructor", "toString", "<script>alert(1)</script>"])(
	"nothing was saved that is called %s",
	async (name) => {
		const query = `?${new URLSearchParams({ sparat: name })}`;
		const { data, html } = await at.open(at.polis, { query });
		expect(data.saved).toBeNull();
		expect(html).not.toContain("<script>alert");
		const undertecknare = await at.as("undertecknare");
		expect((await at.signera.open(undertecknare, { query })).data.receipt).toMatchObject({ isNew: false });
	},
);

test.each([
	["what every object inherits", "__proto__"],
	["a constructor", "constructor"],
	["a control character", "\u0000"],
	["one that is encoded twice", "%00"],
	["a statement", "'; DROP TABLE rapport_snapshot; --"],
	["letters that no code has", "ÅÄÖ-ÅÄÖ"],
	["a hundred thousand digits", "0".repeat(100_000)],
	["two codes in one", "7K3M9QXA2B4C6D8E7K3M9QXA2B4C6D8E"],
	["a date with four digits", "20180823-1234"],
])("kontrollera asks for a code when it is given %s", async (_what, kod) => {
	const { text, html } = await openPage(kontrollera, { path: `/kontrollera?${new URLSearchParams({ kod })}` });
	expect(text).toContain("Kontrollkod: skriv de 16 tecknen");
	expect(html).not.toContain('class="verdict"');
});

test("kontrollera takes the first of two codes, and no other question of ours", async () => {
	const asked = "/kontrollera?kod=0000000000000000&kod=x&fel=__proto__&version=9";
	expect((await openPage(kontrollera, { path: asked })).text).toContain("Ingen rapport här har den koden.");
});

describe("the public page", () => {
	test.each([
		"?dokument=999",
		"?dokument=__proto__",
		"?dokument=",
		"?version=2",
		"?version=0",
		"?version=1e999",
		"?version=",
	])("with %s is not there, in words", async (query) => {
		const { status, body } = await callLoader(publicPage, {
			path: `/${slug}/rapport/2018-T2${query}`,
			params: { kommun: slug, period: "2018-T2" },
		});
		expect(status).toBe(404);
		expect(body).toMatchObject({ message: expect.stringMatching(/^(Dokumentet|Rapporten) har ingen .*\.$/) });
	});
});
