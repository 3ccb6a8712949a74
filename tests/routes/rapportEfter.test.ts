import { beforeEach, expect, test } from "vitest";
import { addHours } from "#app/domain/dates.ts";
import * as oversikt from "#app/routes/intern.$kommun._index/route.tsx";
import { action as log, loader as logPage } from "#app/routes/intern.$kommun.logga/route.tsx";
import * as registreringar from "#app/routes/intern.$kommun.registreringar._index/route.tsx";
import { makeGenomforande } from "#tests/factories/genomforande.ts";
import { callAction, callLoader, NOW, startTestRuntime } from "./context.ts";
import { openPage } from "./page.tsx";
import { makeRapportScene, type RapportScene } from "./rapportScene.ts";

const AN_HOUR_LATER = addHours(NOW, 1);

let at: RapportScene;

beforeEach(async () => {
	at = await makeRapportScene();
});

const inKommun = (last = "") => ({
	path: `/intern/${at.kommun.slug}${last}`,
	params: { kommun: at.kommun.slug },
	cookie: at.polis.cookie,
});
const register = (date: string, now = AN_HOUR_LATER) =>
	makeGenomforande(at.db, { ...at.writers.polis, now }, { measureId: at.dokument.measureIds.count, date });

test("the list of registreringar marks what came after the figures stood still, and nothing else", async () => {
	await register("2018-08-01", addHours(NOW, -1));
	await at.makeInState("signerad");
	await register("2018-08-02");
	await register("2018-09-02");
	const { data, text } = await openPage(registreringar, inKommun("/registreringar"));
	expect(data.rows.map(({ date, isEfterregistrerad }) => [date, isEfterregistrerad])).toEqual([
		["2018-09-02", false],
		["2018-08-02", true],
		["2018-08-01", false],
	]);
	expect(text.match(/Efterregistrerad/g)).toHaveLength(1);
});

test("a rättelse that is handed in counts what came before it", async () => {
	await at.makeInState("signerad");
	await register("2018-08-02");
	startTestRuntime({ db: at.db, now: addHours(NOW, 2) });
	await at.fillIn(at.polis, { intent: "beginRattelse" }, { reason: "En insats saknades" });
	const marked = async () =>
		(await openPage(registreringar, inKommun("/registreringar"))).data.rows.map(
			({ isEfterregistrerad }) => isEfterregistrerad,
		);
	expect(await marked()).toEqual([true]);
	await at.fillIn(at.polis, { intent: "markKlar", part: "polis" });
	await at.fillIn(at.samordnare, { intent: "markKlar", part: "kommun" });
	expect(await marked()).toEqual([false]);
});

test.each([
	["signerad", "Rapporten för tertial 2 2018 är signerad"],
	["inlamnad", "Rapporten för tertial 2 2018 är inlämnad"],
	["utkast", null],
] as const)("the receipt says so when the period's report is %s", async (state, said) => {
	await at.makeInState(state);
	startTestRuntime({ db: at.db, now: AN_HOUR_LATER });
	const { location } = await callAction(log, {
		...inKommun("/logga"),
		fields: {
			uuid: crypto.randomUUID(),
			date: "2018-08-03",
			measureIds: String(at.dokument.measureIds.count),
			quantity: "1",
			performedBy: "polis",
		},
	});
	const { body } = await callLoader(logPage, { ...inKommun(), path: location ?? "" });
	const { receipt } = body as Awaited<ReturnType<typeof logPage>>;
	expect(receipt?.text).toContain("3 augusti");
	if (said) expect(receipt?.text).toContain(said);
	else expect(receipt?.text).not.toContain("Rapporten");
});

test("the översikt leads to the report of the period shown, with its state", async () => {
	await at.makeInState("granskad");
	const { text, html } = await openPage(oversikt, {
		...inKommun(),
		path: `/intern/${at.kommun.slug}?period=2018-T2`,
	});
	expect(text).toContain("Tertialrapport Granskad");
	expect(html).toContain(`href="/intern/${at.kommun.slug}/rapport/2018-T2"`);
	expect((await openPage(oversikt, inKommun())).text).toContain("Tertialrapport Utkast");
});
