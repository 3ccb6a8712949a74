import { beforeEach, describe, expect, test } from "vitest";
import { endDokument } from "#app/commands/endDokument.server.ts";
import { ROLES } from "#app/domain/permissions.ts";
import * as page from "#app/routes/intern.$kommun.dokument.$id/route.tsx";
import * as andra from "#app/routes/intern.$kommun.dokument.$id_.andra/route.tsx";
import * as ersatt from "#app/routes/intern.$kommun.dokument.$id_.ersatt/route.tsx";
import { findDokumentFacts } from "#db/dokumentChange.server.ts";
import { makeDokument } from "#tests/factories/dokument.ts";
import { makeRapport } from "#tests/factories/rapport.ts";
import { logOn, makeScene, type Scene } from "#tests/factories/scene.ts";
import { callAction, callLoader, signedIn } from "./context.ts";
import { errorTargets, formWith } from "./html.ts";
import { openPage, postForm } from "./page.tsx";

type Fields = Record<string, string | string[]>;

let scene: Scene;
let cookie: string;

beforeEach(async () => {
	scene = await makeScene();
	({ cookie } = await signedIn({ db: scene.db, roles: ["samordnare"], kommun: scene.kommun }));
});

const facts = (dokumentId = scene.dokument.id) =>
	findDokumentFacts(scene.db, { kommunId: scene.kommun.id, dokumentId });

function callFor(sub: "" | "/andra" | "/ersatt", id: number | string = scene.dokument.id) {
	const { slug } = scene.kommun;
	return { path: `/intern/${slug}/dokument/${id}${sub}`, params: { kommun: slug, id: String(id) }, cookie };
}

async function post(intent: string, typed: Fields = {}, id = scene.dokument.id) {
	const call = callFor("/andra", id);
	const form = formWith((await openPage(andra, call)).forms, { intent });
	return postForm(andra, { ...call, fields: { ...form, ...typed } });
}

function expectEveryErrorToLeadSomewhere(html: string): void {
	const targets = errorTargets(html);
	expect(targets.length).toBeGreaterThan(0);
	for (const id of targets) expect(html).toContain(`id="${id}"`);
}

describe("the page of changes", () => {
	test("ends the dokument on a day as people write it, and says so where it is read", async () => {
		const posted = await post("endDokument", { lastDay: "15 november 2018", reason: "Nya löften" });
		const { path } = callFor("");
		expect(posted).toMatchObject({ status: 302, location: `${path}?sparat=endDokument` });
		const { text } = await openPage(page, { ...callFor(""), path: `${path}?sparat=endDokument` });
		expect(text).toContain("Dokumentet har fått en ny sista dag.");
		expect(text).toContain("1 januari–15 november 2018");
		expect(text).toContain(
			"Lät dokumentet Medborgarlöfte 2018 sluta 15 november 2018 i stället för 31 december 2018: Nya löften",
		);
	});

	test.each<[Fields, string | null, string]>([
		[{ until: "dag", lastDay: "2020-06-30" }, "2020-06-30", "till 30 juni 2020"],
		[{ until: "tills-vidare", lastDay: "" }, null, "tills vidare"],
	])("prolongs it: %o", async (typed, lastDay, words) => {
		expect((await post("prolongDokument", { ...typed, reason: "Ett år till" })).status).toBe(302);
		expect(await facts()).toMatchObject({ inForceTo: lastDay });
		expect((await openPage(page, callFor(""))).text).toContain(
			`Förlängde dokumentet Medborgarlöfte 2018 ${words}: Ett år till`,
		);
	});

	test.each<[string, Fields, number, string, string]>([
		["endDokument", { lastDay: "" }, 400, "lastDay", "Sista dag: skriv en dag"],
		["endDokument", { lastDay: "2017-12-31" }, 400, "lastDay", "Välj den dagen eller en senare"],
		["endDokument", { lastDay: "2018-12-31" }, 400, "lastDay", "slutar redan 31 december 2018"],
		["endDokument", { lastDay: "2018-10-01" }, 409, "lastDay", "har 1 registrering från och med 2 oktober 2018"],
		["endDokument", { lastDay: "2018-11-15", reason: "" }, 400, "reason", "Orsak: skriv varför"],
		["prolongDokument", { until: "dag", lastDay: "" }, 400, "lastDay", "Sista dag: skriv en dag"],
		["prolongDokument", { until: "dag", lastDay: "2018-12-31" }, 400, "lastDay", "gäller redan till"],
		["prolongDokument", { until: "alltid" }, 400, "until", "Förlängs: välj"],
		["prolongDokument", { until: "dag", lastDay: "2300-01-01" }, 400, "lastDay", "Sista dag: dagen gick inte att läsa"],
	])("refuses %s with %o, and keeps what was typed", async (intent, typed, status, field, message) => {
		await logOn(scene, "2018-10-12");
		const posted = await post(intent, { reason: "Nya löften", ...typed });
		expect(posted).toMatchObject({ status, body: { errors: [{ field, message: expect.stringContaining(message) }] } });
		expect(posted.page?.text).toContain(message);
		expectEveryErrorToLeadSomewhere(posted.page?.html ?? "");
		const form = formWith(posted.page?.forms ?? [], { intent });
		expect(form).toMatchObject({ lastDay: [typed.lastDay ?? ""], reason: [typed.reason ?? "Nya löften"] });
		expect(await facts()).toMatchObject({ inForceTo: "2018-12-31", version: 1 });
	});

	test("says what stands in the way before anybody tries: the latest registration and report", async () => {
		expect((await openPage(andra, callFor("/andra"))).text).not.toContain("kan inte sluta före");
		await logOn(scene, "2018-10-12");
		await makeRapport(scene, { state: "signerad" });
		const { text, html } = await openPage(andra, callFor("/andra"));
		expect(text).toContain("Den senaste registreringen är från 12 oktober 2018. Dokumentet kan inte sluta före den.");
		expect(html).toContain(`/intern/${scene.kommun.slug}/registreringar?dokument=${scene.dokument.id}`);
		expect(text).toContain(
			"Rapporten för tertial 2 2018 är signerad och ändras inte. Dokumentet kan inte sluta före 31 augusti 2018.",
		);
	});

	test("does not offer to prolong what has no end", async () => {
		const { id } = await makeDokument(scene.db, scene.samordnare, { inForceTo: null });
		const { text } = await openPage(andra, callFor("/andra", id));
		expect(text).not.toContain("Förläng dokumentet");
		expect(text).toContain("Ge dokumentet en sista dag");
	});

	test("saves what the paper says of itself; an empty row is nobody", async () => {
		const posted = await post("changeDokumentFacts", {
			title: "Löfte 2018",
			signedOn: "1/2 2018",
			lagesbild: "Oro.\r\nPå Torget.",
			"undertecknare.0.title": "",
			"undertecknare.0.organisation": "",
			"undertecknare.1.title": "Lokalpolisområdeschef",
			"undertecknare.1.organisation": "Polisen",
		});
		expect(posted.status).toBe(302);
		expect(await facts()).toMatchObject({
			title: "Löfte 2018",
			signedOn: "2018-02-01",
			lagesbild: "Oro.\nPå Torget.",
			undertecknare: [{ title: "Lokalpolisområdeschef", organisation: "Polisen" }],
		});
		expect((await openPage(page, callFor(""))).text).toContain(
			"Ändrade uppgifter om dokumentet Löfte 2018: titel, dag för undertecknandet, undertecknare och lägesbild",
		);
	});

	test.each<[Fields, string, string]>([
		[{ title: "" }, "title", "Titel: skriv vad dokumentet heter."],
		[{ signedOn: "i morgon" }, "signedOn", "Undertecknat: dagen gick inte att läsa."],
		[{ signedOn: "2018-10-16" }, "signedOn", "Undertecknat: välj en dag senast i dag."],
		[{ "undertecknare.1.title": "Chef" }, "undertecknare.1.organisation", "Organisation: skriv vem"],
		[{ "undertecknare.2.organisation": "Polisen" }, "undertecknare.2.title", "Titel: skriv till exempel Kommunchef."],
		[{ lagesbild: "Bor hos 640823-3234" }, "lagesbild", "Lägesbild: ta bort personnumret."],
		[{ periodKind: "vecka" }, "periodKind", "Följs upp per: välj"],
	])("refuses %o in the words of its label", async (typed, field, message) => {
		const posted = await post("changeDokumentFacts", { title: "Nytt namn", ...typed });
		expect(posted).toMatchObject({
			status: 400,
			body: { errors: [{ field, message: expect.stringContaining(message) }] },
		});
		expect(posted.page?.text).toContain(message);
		expectEveryErrorToLeadSomewhere(posted.page?.html ?? "");
		expect(posted.raw + posted.page?.html).not.toContain("3234");
		expect(await facts()).toMatchObject({ title: "Medborgarlöfte 2018" });
	});

	test("asks for another period only while no report is begun, and says why afterwards", async () => {
		const before = formWith((await openPage(andra, callFor("/andra"))).forms, { intent: "changeDokumentFacts" });
		expect(before.periodKind).toEqual(["tertial"]);
		await makeRapport(scene);
		const { text, forms } = await openPage(andra, callFor("/andra"));
		expect(formWith(forms, { intent: "changeDokumentFacts" }).periodKind).toBeUndefined();
		expect(text).toContain("Dokumentet följs upp per tertial. Det kan inte ändras, eftersom en rapport är påbörjad.");
		expect((await post("changeDokumentFacts", { title: "Annat" })).status).toBe(302);
	});

	test("is refused over somebody else's change, and shows what stands now", async () => {
		const call = callFor("/andra");
		const form = formWith((await openPage(andra, call)).forms, { intent: "endDokument" });
		await endDokument(scene.db, scene.samordnare, {
			dokumentId: scene.dokument.id,
			version: 1,
			lastDay: "2018-11-30",
			reason: "Någon annan",
		});
		const posted = await postForm(andra, { ...call, fields: { ...form, lastDay: "2018-11-15", reason: "Nya löften" } });
		expect(posted.status).toBe(409);
		expect(posted.page?.text).toContain("Dokumentet har ändrats av någon annan.");
		expect(posted.page?.text).toContain("Dokumentet gäller 1 januari–30 november 2018.");
		expect(formWith(posted.page?.forms ?? [], { intent: "endDokument" })).toMatchObject({ lastDay: ["2018-11-15"] });
	});
});

describe("the way there", () => {
	test.each(ROLES)("is open to %s only if permitted, on the page and in the address", async (role) => {
		const person = await signedIn({ db: scene.db, roles: [role], kommun: scene.kommun });
		const mayEdit = role === "kommunpolis" || role === "samordnare";
		const { html, text } = await openPage(page, { ...callFor(""), cookie: person.cookie });
		expect(html.includes("/andra")).toBe(mayEdit);
		expect(html.includes("/ersatt")).toBe(mayEdit);
		expect(html.includes("/matt/")).toBe(mayEdit);
		expect(text).toContain("Lade in dokumentet Medborgarlöfte 2018");
		for (const [sub, route] of [
			["/andra", andra],
			["/ersatt", ersatt],
		] as const) {
			const call = { ...callFor(sub), cookie: person.cookie };
			expect((await callLoader(route.loader, call)).status).toBe(mayEdit ? 200 : 403);
			const fields = { intent: "endDokument", version: "1", lastDay: "2018-11-15", reason: "Nya löften" };
			expect((await callAction(route.action, { ...call, fields })).status).toBe(
				mayEdit ? (sub === "/andra" ? 302 : 400) : 403,
			);
		}
	});

	test.each(["0", "99999", "abc", "1.0"])("leads nowhere from a dokument that is not there: %s", async (id) => {
		for (const [sub, route] of [
			["/andra", andra],
			["/ersatt", ersatt],
		] as const)
			expect((await callLoader(route.loader, callFor(sub, id))).status).toBe(404);
	});

	test("nor from another kommun's, for nobody's form", async () => {
		const fields = { intent: "endDokument", version: "1", lastDay: "2018-11-15", reason: "Nya löften" };
		for (const [sub, route] of [
			["/andra", andra],
			["/ersatt", ersatt],
		] as const) {
			const call = callFor(sub, scene.elsewhere.id);
			expect((await callLoader(route.loader, call)).status).toBe(404);
			expect((await callAction(route.action, { ...call, fields })).status).toBe(404);
		}
	});
});

describe("replacing a dokument", () => {
	const choose = async (aktivitet: string[]) => {
		const call = callFor("/ersatt");
		const form = formWith((await openPage(ersatt, call)).forms, { intent: "replaceDokument" });
		return { form, posted: await postForm(ersatt, { ...call, fields: { ...form, aktivitet } }) };
	};

	test("offers every aktivitet with how it stands, and ticks what is not reached", async () => {
		for (let day = 1; day <= 10; day += 1) await logOn(scene, `2018-10-${String(day).padStart(2, "0")}`);
		const { count, ...others } = scene.dokument.aktivitetIds;
		const { text, forms } = await openPage(ersatt, callFor("/ersatt"));
		expect(text).toContain("Nått · 10 av minst 10");
		const [ticked] = [formWith(forms, { intent: "replaceDokument" }).aktivitet];
		expect(ticked).toEqual(Object.values(others).map(String));
		expect(ticked).not.toContain(String(count));
	});

	test("ticks what is reached for the period alone, as long as something of the whole is left", async () => {
		await endDokument(scene.db, scene.samordnare, {
			dokumentId: scene.dokument.id,
			version: 1,
			lastDay: "2018-12-30",
			reason: "Nya löften",
		});
		for (let day = 1; day <= 9; day += 1) await logOn(scene, `2018-10-0${day}`);
		const { text, forms } = await openPage(ersatt, callFor("/ersatt"));
		expect(text).toMatch(/(Nått|På väg) · 9 av minst 10/);
		expect(formWith(forms, { intent: "replaceDokument" }).aktivitet).toContain(
			String(scene.dokument.aktivitetIds.count),
		);
	});

	test("leads to the new dokument's page with what was chosen", async () => {
		const { count, actions } = scene.dokument.aktivitetIds;
		const { posted } = await choose([String(count), String(actions)]);
		const { slug } = scene.kommun;
		const to = `/intern/${slug}/dokument/nytt?ersatter=${scene.dokument.id}`;
		expect(posted).toMatchObject({ status: 302, location: `${to}&ta-med=${count},${actions}` });
		expect((await choose([])).posted).toMatchObject({ status: 302, location: to });
	});

	test.each([["another dokument's"], ["no number"]])("refuses an aktivitet that is %s", async (what) => {
		const foreign = what === "no number" ? "1 OR 1=1" : String(scene.elsewhere.aktivitetIds.count);
		const { posted } = await choose([foreign]);
		expect(posted.status).toBe(400);
	});

	test("is told as done when the new one is in force", async () => {
		await makeDokument(scene.db, scene.samordnare, {
			title: "Löfte från juli",
			inForceFrom: "2018-07-01",
			inForceTo: null,
			replacesDokumentId: scene.dokument.id,
		});
		const { text } = await openPage(page, callFor(""));
		expect(text).toContain("Ersattes av Löfte från juli från 1 juli 2018.");
	});

	test("is done once: both dokument say which stands before and after", async () => {
		const next = await makeDokument(scene.db, scene.samordnare, {
			title: "Löfte 2019",
			inForceFrom: "2019-01-01",
			inForceTo: null,
			replacesDokumentId: scene.dokument.id,
		});
		const old = await openPage(page, callFor(""));
		expect(old.text).toContain("Ersätts av Löfte 2019 från 1 januari 2019.");
		expect(old.html).not.toContain("/ersatt");
		expect((await openPage(page, callFor("", next.id))).text).toContain("Ersätter Medborgarlöfte 2018.");
		const { text, forms } = await openPage(ersatt, callFor("/ersatt"));
		expect(text).toContain("har redan ersatts av Löfte 2019");
		expect(forms).toEqual([]);
		const fields = { intent: "replaceDokument", aktivitet: [] };
		expect((await callAction(ersatt.action, { ...callFor("/ersatt"), fields })).status).toBe(409);
	});
});
