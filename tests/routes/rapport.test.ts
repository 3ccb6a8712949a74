import { beforeEach, describe, expect, test } from "vitest";
import { RAPPORT_STATES, type RapportStep } from "#app/domain/rapport.ts";
import { makeDokument } from "#tests/factories/dokument.ts";
import { makeGenomforande } from "#tests/factories/genomforande.ts";
import { errorTargets, formWith } from "./html.ts";
import { asPosted, makeRapportScene, type RapportScene } from "./rapportScene.ts";

let at: RapportScene;

beforeEach(async () => {
	at = await makeRapportScene();
});

describe("the report of a period", () => {
	test("is there before anybody has written anything, with the figures of the log", async () => {
		await makeGenomforande(at.db, at.writers.polis, {
			measureId: at.dokument.measureIds.count,
			date: "2018-06-01",
			platsId: at.kommun.platsIds.Skolan ?? null,
		});
		const { text, data } = await at.open(at.polis);
		expect(data).toMatchObject({ state: "utkast", edition: 1 });
		for (const words of ["Rapport tertial 2 2018", "Medborgarlöfte 2018", "Vad räknas?", "Skolan 1"])
			expect(text).toContain(words);
		expect(text).toContain("Minst detta tertial");
	});

	test.each(RAPPORT_STATES)("shows where it stands when it is %s", async (state) => {
		await at.makeInState(state);
		const { data, html } = await at.open(await at.as("ledamot"));
		expect(data.state).toBe(state);
		expect(html.match(/aria-current="step"/g)).toHaveLength(1);
		expect(data.next.title).not.toBe("");
	});

	test("shows each aktivitet's both texts to everybody", async () => {
		await at.fillIn(
			at.polis,
			{ intent: "saveRapportText", part: "polis", aktivitetId: at.aktivitetId },
			{ kommentar: "Insatser vid stationen" },
		);
		await at.fillIn(
			at.samordnare,
			{ intent: "saveRapportText", part: "kommun", aktivitetId: at.aktivitetId },
			{ kommentar: "Möten med föreningar" },
		);
		const { text } = await at.open(await at.as("ledamot"));
		expect(text).toContain("Insatser vid stationen");
		expect(text).toContain("Möten med föreningar");
	});

	test.each([
		["2018-T9", "Adressen innehåller ingen period"],
		["nonsens", "Adressen innehåller ingen period"],
		["2017-T3", "Inget medborgarlöfte gällde i tertial 3 2017. Det första började gälla 1 januari 2018."],
		["2019-T1", "Perioden har inte börjat. Den börjar 1 januari 2019."],
		["2018-Q3", "Medborgarlöftet följs upp per tertial."],
	])("of %s does not exist, in words", async (period, message) => {
		const answer = await at.answer(at.polis, { period });
		expect(answer).toMatchObject({ status: 404, body: { message: expect.stringContaining(message) } });
	});

	test.each(["?dokument=999", "?dokument=x", "?version=3", "?version=0", "?version=-1"])(
		"with %s does not exist",
		async (query) => {
			expect((await at.answer(at.polis, { query })).status).toBe(404);
		},
	);

	test("does not lead to another kommun's dokument", async () => {
		expect((await at.answer(at.polis, { query: `?dokument=${at.elsewhere.id}` })).status).toBe(404);
	});

	test("asks which dokument where two are in force", async () => {
		const other = await makeDokument(at.db, at.writers.samordnare, { title: "Det andra löftet" });
		const { data, text } = await at.open(at.polis, { query: `?dokument=${at.dokument.id}` });
		expect(text).toContain("Det andra löftet");
		expect(data.dokumentLinks.map(({ isCurrent }) => isCurrent)).toEqual([true, false]);
		expect((await at.open(at.polis, { query: `?dokument=${other.id}` })).data.dokumentTitle).toBe("Det andra löftet");
		expect(data.files[0]?.to).toContain(`?dokument=${at.dokument.id}`);
	});
});

describe("the forms of the page", () => {
	const stepsOf = async (role: "kommunpolis" | "samordnare" | "ledamot" | "undertecknare" | "admin") =>
		(await at.open(await at.as(role))).data.steps;

	test.each<["utkast" | "inlamnad" | "granskad" | "signerad" | "publicerad", Record<string, RapportStep[]>]>([
		[
			"utkast",
			{
				kommunpolis: ["writePolis", "markPolisKlar"],
				samordnare: ["writeKommun", "markKommunKlar"],
				ledamot: [],
				undertecknare: [],
				admin: [],
			},
		],
		[
			"inlamnad",
			{
				kommunpolis: ["giveSynpunkt", "reviewRapport"],
				ledamot: ["giveSynpunkt"],
				undertecknare: ["giveSynpunkt", "returnRapport"],
				admin: [],
			},
		],
		[
			"granskad",
			{ samordnare: ["giveSynpunkt"], undertecknare: ["giveSynpunkt", "returnRapport", "signRapport"], admin: [] },
		],
		[
			"signerad",
			{
				kommunpolis: ["beginRattelse"],
				samordnare: ["publishRapport", "beginRattelse"],
				ledamot: [],
				undertecknare: [],
			},
		],
		[
			"publicerad",
			{ kommunpolis: ["beginRattelse"], samordnare: ["recallRapport", "beginRattelse"], ledamot: [], admin: [] },
		],
	])("are those that the server lets each role take: %s", async (state, expected) => {
		await at.makeInState(state);
		for (const [role, steps] of Object.entries(expected))
			expect([role, await stepsOf(role as "admin")]).toEqual([role, steps]);
	});

	test("hold no klar-mark while the period runs, and say when it can be made", async () => {
		const { data, text } = await at.open(at.polis, { period: "2018-T3" });
		expect(data.steps).toEqual(["writePolis"]);
		expect(text).toContain("Delarna kan markeras som klara från och med 1 januari 2019.");
	});

	test("remind of deviations that lack a cause or a new plan, until they have both", async () => {
		const which = { intent: "saveRapportText", part: "polis", aktivitetId: at.aktivitetId };
		expect((await at.open(at.polis)).text).toContain("(orsak och ny plan)");
		const missingFor = async () =>
			(await at.open(at.polis)).data.stepForms.missing.find(({ part }) => part === "polis")?.missing ?? [];
		const before = await missingFor();
		expect(before.map(({ aktivitetId }) => aktivitetId)).toContain(at.aktivitetId);
		await at.fillIn(at.polis, which, { orsak: "För få poliser" });
		expect((await missingFor()).find(({ aktivitetId }) => aktivitetId === at.aktivitetId)?.lacks).toBe("ny plan");
		await at.fillIn(at.polis, which, { nyPlan: "Två insatser i månaden" });
		expect((await missingFor()).map(({ aktivitetId }) => aktivitetId)).not.toContain(at.aktivitetId);
		expect((await at.fillIn(at.polis, { intent: "markKlar", part: "polis" })).status).toBe(302);
	});

	test("tell a signer who has said klar why somebody else must sign", async () => {
		const both = await at.as("samordnare", "undertecknare");
		await at.fillIn(at.polis, { intent: "markKlar", part: "polis" });
		await at.fillIn(both, { intent: "markKlar", part: "kommun" });
		await at.fillIn(at.polis, { intent: "reviewRapport" });
		const { data, text } = await at.open(both);
		expect(data.steps).not.toContain("signRapport");
		expect(text).toContain("Den som har markerat en del som klar får inte signera.");
	});
});

describe("a text", () => {
	const which = () => ({ intent: "saveRapportText", part: "polis", aktivitetId: at.aktivitetId });

	test("is saved and comes back in its field", async () => {
		const { location } = await at.fillIn(at.polis, which(), { kommentar: "Rad ett\r\nRad två" });
		expect(location).toMatch(/\?sparat=saveRapportText#text-polis-\d+$/);
		expect(formWith((await at.open(at.polis)).forms, which()).kommentar).toEqual(["Rad ett\nRad två"]);
	});

	test("saved by itself is answered with its version, and leaves the page", async () => {
		const { forms } = await at.open(at.polis);
		const fields = asPosted(formWith(forms, which()));
		const { body } = await at.post(at.polis, { ...fields, kommentar: "Halvvägs", reply: "quiet" });
		expect(body).toEqual({ textSaved: { version: 1, at: "14.00" } });
	});

	test("that somebody else has changed comes back beside what they wrote, and nothing is written over", async () => {
		const colleague = await at.as("kommunpolis");
		const { forms } = await at.open(at.polis);
		const mine = asPosted(formWith(forms, which()));
		await at.fillIn(colleague, which(), { kommentar: "Kollegans text" });
		const answer = await at.post(at.polis, { ...mine, kommentar: "Min egen text" });
		expect(answer.status).toBe(409);
		const page = answer.page;
		expect(page?.text).toContain("Kollegans text");
		expect(page?.text).toContain("Det som nu är sparat, av kommunpolis 2018-10-15 14:00");
		const form = formWith(page?.forms ?? [], which());
		expect(form.kommentar).toEqual(["Min egen text"]);
		// Having seen both, one's own is saved on top: posted again as it stands.
		const again = asPosted(form);
		expect((await at.post(at.polis, again)).status).toBe(302);
		expect(formWith((await at.open(colleague)).forms, which()).kommentar).toEqual(["Min egen text"]);
	});

	test("is given back when the part has become klar in between", async () => {
		const { forms } = await at.open(at.polis);
		const mine = asPosted(formWith(forms, which()));
		await at.fillIn(await at.as("kommunpolis"), { intent: "markKlar", part: "polis" });
		const answer = await at.post(at.polis, { ...mine, kommentar: "Kom för sent" });
		expect(answer).toMatchObject({ status: 409, body: { values: { kommentar: ["Kom för sent"] } } });
		expect(answer.page?.text).toContain("Ta tillbaka klarmarkeringen för att ändra texten.");
	});

	test("with a personal number is refused on its field and never shown again", async () => {
		const answer = await at.fillIn(at.polis, which(), { kommentar: "Träffade 640823-3234 vid skolan", orsak: "Kvar" });
		expect(answer).toMatchObject({ status: 400, body: { errors: [{ field: "kommentar" }] } });
		expect(answer.raw).not.toContain("640823");
		expect(errorTargets(answer.page?.html ?? "")).toEqual([`text-polis-${at.aktivitetId}-kommentar`]);
		expect(formWith(answer.page?.forms ?? [], which()).orsak).toEqual(["Kvar"]);
	});

	test("that names a day is warned of, and saved all the same", async () => {
		await at.fillIn(at.polis, which(), { kommentar: "Insats den 3 juni klockan 22" });
		expect((await at.open(at.polis)).text).toContain("Texten verkar nämna en dag eller ett klockslag.");
	});
});

describe("after the figures have stood still", () => {
	const logLate = () =>
		makeGenomforande(at.db, at.writers.polis, { measureId: at.dokument.measureIds.count, date: "2018-08-30" });

	test("late entries are told beside the figures, with where they are", async () => {
		await at.makeInState("signerad");
		const { id } = await logLate();
		const { text, html, data } = await at.open(at.polis);
		expect(text).toContain("+1 sedan signering");
		expect(html).toContain(`/registreringar/${id}`);
		expect(data.content.groups.flatMap((group) => group.aktiviteter.flatMap((one) => one.genomforanden))).toEqual([]);
	});

	test("the dokument is called what it was called then, also where one signs", async () => {
		const rename = (title: string) =>
			at.db.updateTable("dokument").set({ title }).where("id", "=", at.dokument.id).execute();
		await rename("Medan det skrevs");
		expect((await at.open(at.polis)).data.dokumentTitle).toBe("Medan det skrevs");
		await at.makeInState("granskad");
		await rename("Omdöpt efteråt");
		const undertecknare = await at.as("undertecknare");
		expect((await at.open(at.polis)).data.dokumentTitle).toBe("Medan det skrevs");
		expect((await at.signera.open(undertecknare)).data.dokument).toBe("Medan det skrevs");
	});

	test("a rättelse says why, what it changes, and leads back to what it replaces", async () => {
		const which = { intent: "saveRapportText", part: "polis", aktivitetId: at.aktivitetId };
		await at.fillIn(at.polis, which, { kommentar: "Som det stod först" });
		await at.makeInState("publicerad");
		await logLate();
		await at.fillIn(at.polis, { intent: "beginRattelse" }, { reason: "En insats saknades" });
		await at.fillIn(at.polis, which, { kommentar: "Som det ska stå" });
		const { data, text } = await at.open(at.polis);
		expect(text).toMatch(/Siffror Var Version 1 Version 2 .*Mått count.* 0 1 .*Texter Var Version 1 Version 2/);
		expect(text).toMatch(/polisens kommentar Som det stod först Som det ska stå/i);
		expect(data).toMatchObject({ state: "utkast", edition: 2, rattelseReason: "En insats saknades" });
		expect(text).toContain("Det som skiljer från version 1");
		expect(data.difference?.figures).toContainEqual(expect.objectContaining({ before: "0", after: "1" }));
		const former = await at.open(at.polis, { query: "?version=1" });
		expect(former.data).toMatchObject({ state: "publicerad", edition: 1, steps: [] });
		expect(former.text).toContain("En senare version finns");
		await at.makeInState("signerad");
		expect((await at.open(at.polis, { query: "?version=1" })).text).toContain("Ersatt av version 2");
	});

	test("a returned report says by whom and why", async () => {
		await at.makeInState("granskad");
		await at.fillIn(
			await at.as("undertecknare"),
			{ intent: "returnRapport" },
			{ reason: "Siffran för skolan stämmer inte" },
		);
		const { text, data } = await at.open(at.polis);
		expect(data.state).toBe("utkast");
		expect(text).toContain("Siffran för skolan stämmer inte");
		expect(text).toContain("Återlämnad 2018-10-15 14:00 av undertecknare");
	});

	test("a signed one can be copied for other sites, without what only the staff may read", async () => {
		await at.makeInState("signerad");
		const { data } = await at.open(await at.as("ledamot"));
		expect(data.publishing?.html).toContain("<table>");
		expect(data.publishing?.text).toContain("Minst sammanlagt: 10");
		expect(JSON.stringify(data.publishing)).not.toContain("kommunpolis");
	});
});
