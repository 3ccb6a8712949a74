import { beforeAll, beforeEach, describe, expect, test } from "vitest";
import { addHours } from "#app/domain/dates.ts";
import { hashPassword } from "#app/http/password.server.ts";
import { storedRows } from "#tests/factories/rapport.ts";
import { NOW, startTestRuntime } from "./context.ts";
import { makeRapportScene, type RapportScene, type Visitor } from "./rapportScene.ts";

const PASSWORD = "fyra hästar på en rad";
const SIX_MINUTES_LATER = addHours(NOW, 0.1);
const FIVE_MINUTES_LATER = addHours(NOW, 5 / 60);

let hash: string;
let at: RapportScene;
let undertecknare: Visitor;

beforeAll(async () => {
	hash = await hashPassword(PASSWORD);
});

beforeEach(async () => {
	at = await makeRapportScene();
	undertecknare = await at.as("undertecknare");
	await at.db.updateTable("person").set({ password_hash: hash }).where("id", "=", undertecknare.personId).execute();
});

const stateOf = async (id: number) =>
	(await at.db.selectFrom("rapport").select("state").where("id", "=", id).executeTakeFirstOrThrow()).state;

async function granskad() {
	const rapport = await at.makeInState("granskad");
	return { ...rapport, sign: { intent: "signRapport", rapportId: `${rapport.id}`, version: `${rapport.version}` } };
}

describe("signing", () => {
	test("just after signing in needs no password, and shows code and SHA-256 afterwards", async () => {
		const { id, sign } = await granskad();
		const before = await at.signera.open(undertecknare);
		expect(before.data).toMatchObject({ proof: null, whyNotSign: null });
		expect(before.text).toContain("Det här signerar du");
		expect(before.text).not.toContain("Lösenord");
		const { location } = await at.signera.post(undertecknare, sign);
		expect(location).toMatch(/\/rapport\/2018-T2\/signera\?sparat=signRapport$/);
		expect(await stateOf(id)).toBe("signerad");
		const { text, data } = await at.signera.open(undertecknare);
		const snapshot = await at.db.selectFrom("rapport_snapshot").selectAll().executeTakeFirstOrThrow();
		expect(data.receipt).toMatchObject({ code: snapshot.code, sha256: snapshot.sha256, isPublished: false });
		expect(text).toContain(snapshot.sha256);
		expect(text).toContain("Nu är det samordnarens tur");
	});

	test("within five minutes of signing in needs no password, after that it does", async () => {
		await granskad();
		startTestRuntime({ db: at.db, now: FIVE_MINUTES_LATER });
		expect((await at.signera.open(undertecknare)).data.proof).toBeNull();
		startTestRuntime({ db: at.db, now: SIX_MINUTES_LATER });
		const { data, text } = await at.signera.open(undertecknare);
		expect(data.proof).toBe("password");
		expect(text).toContain("Det var mer än 5 minuter sedan du loggade in.");
	});

	test.each([
		["no password", {}, "skriv ditt lösenord"],
		["a wrong password", { password: "fel lösenord här" }, "det stämmer inte"],
	])("in an old session with %s is refused, and nothing is written", async (_how, typed, message) => {
		const { sign } = await granskad();
		startTestRuntime({ db: at.db, now: SIX_MINUTES_LATER });
		const before = await storedRows(at.db);
		const answer = await at.signera.post(undertecknare, { ...sign, ...typed });
		expect(answer).toMatchObject({
			status: 401,
			body: { errors: [{ field: "password", message: expect.stringContaining(message) }] },
		});
		expect(answer.raw).not.toContain("fel lösenord här");
		expect(await storedRows(at.db)).toEqual(before);
		expect(answer.page?.text).toContain(message);
	});

	test("in an old session with the right password signs", async () => {
		const { id, sign } = await granskad();
		startTestRuntime({ db: at.db, now: SIX_MINUTES_LATER });
		expect((await at.signera.post(undertecknare, { ...sign, password: PASSWORD })).status).toBe(302);
		expect(await stateOf(id)).toBe("signerad");
	});

	test("stops guessing at the password after ten tries, also with the right one", async () => {
		const { id, sign } = await granskad();
		startTestRuntime({ db: at.db, now: SIX_MINUTES_LATER });
		const guess = (password: string) => at.signera.post(undertecknare, { ...sign, password });
		for (let tries = 0; tries < 10; tries++) expect((await guess("fel lösenord här")).status).toBe(401);
		const throttled = await guess(PASSWORD);
		expect(throttled).toMatchObject({
			status: 429,
			body: { errors: [{ field: "password", message: expect.stringContaining("för många försök") }] },
		});
		expect(await stateOf(id)).toBe("granskad");
	});

	test("twice makes one signature, and the second answer shows the receipt", async () => {
		const { sign } = await granskad();
		expect((await at.signera.post(undertecknare, sign)).status).toBe(302);
		const second = await at.signera.post(undertecknare, sign);
		expect(second.status).toBe(409);
		expect(second.page?.text).toContain("Rapporten är signerad.");
		expect(await at.db.selectFrom("rapport_snapshot").select("code").execute()).toHaveLength(1);
	});

	test("at the same moment by two makes one signature", async () => {
		const { sign } = await granskad();
		const other = await at.as("undertecknare");
		const answers = await Promise.all([at.signera.post(undertecknare, sign), at.signera.post(other, sign)]);
		expect(answers.map(({ status }) => status).sort()).toEqual([302, 409]);
		expect(await at.db.selectFrom("rapport_snapshot").select("code").execute()).toHaveLength(1);
	});

	test("by the one who has said klar is refused by page and server alike", async () => {
		const both = await at.as("samordnare", "undertecknare");
		await at.fillIn(at.polis, { intent: "markKlar", part: "polis" });
		await at.fillIn(both, { intent: "markKlar", part: "kommun" });
		await at.fillIn(at.polis, { intent: "reviewRapport" });
		const { data, text, forms } = await at.signera.open(both);
		expect(text).toContain("Den som har markerat en del som klar får inte signera.");
		expect(forms.map(({ intent }) => intent?.[0])).not.toContain("signRapport");
		const answer = await at.signera.post(both, {
			intent: "signRapport",
			rapportId: `${data.rapportId}`,
			version: `${data.version}`,
		});
		expect(answer.status).toBe(409);
	});

	test("before the council has reviewed it is refused in words", async () => {
		await at.makeInState("inlamnad");
		expect((await at.signera.open(undertecknare)).text).toContain("Rapporten ska vara granskad av rådet");
	});
});

test("returning is done here too, and leads to the report", async () => {
	const { id, version } = await granskad();
	const back = { intent: "returnRapport", rapportId: `${id}`, version: `${version}` };
	const refused = await at.signera.post(undertecknare, { ...back, reason: "" });
	expect(refused).toMatchObject({ status: 400, body: { errors: [{ field: "reason" }] } });
	const { location } = await at.signera.post(undertecknare, { ...back, reason: "Orsaken till avvikelsen saknas" });
	expect(location).toMatch(/\/rapport\/2018-T2\?sparat=returnRapport$/);
	expect(await stateOf(id)).toBe("utkast");
});

test("the page is for the one who signs", async () => {
	await granskad();
	for (const who of [at.polis, at.samordnare, await at.as("ledamot"), await at.as("admin")])
		expect((await at.signera.answer(who)).status).toBe(403);
});

test("in the demo, where there are no passwords, one signs in again instead", async () => {
	const { sign } = await granskad();
	await at.db.updateTable("person").set({ is_demo: 1 }).where("id", "=", undertecknare.personId).execute();
	await at.db
		.updateTable("session")
		.set({ created_at: addHours(NOW, -1) })
		.execute();
	startTestRuntime({ db: at.db, mode: "demo" });
	const { data, html } = await at.signera.open(undertecknare);
	expect(data.proof).toBe("demo");
	expect(html).toContain('action="/demo/logga-in"');
	expect((await at.signera.post(undertecknare, sign)).status).toBe(401);
});
