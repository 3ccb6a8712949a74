import { beforeEach, describe, expect, test } from "vitest";
import { addHours } from "#app/domain/dates.ts";
import { ROLES, type Role } from "#app/domain/permissions.ts";
import { RAPPORT_STATES, type RapportState } from "#app/domain/rapport.ts";
import { action as signForm } from "#app/routes/intern.$kommun.rapport.$period.signera/route.tsx";
import { storedRows } from "#tests/factories/rapport.ts";
import { callAction, cookieOf, NOW, signedIn, startTestRuntime } from "./context.ts";
import { type Fields, makeRapportScene, type RapportScene } from "./rapportScene.ts";

/** Every role, state and kommun against what /signera takes, and the limits in time of signing and recalling. */
interface Step {
	from: RapportState[];
	leadsTo: RapportState;
	typed: Fields;
}

const STEPS: Record<string, Step> = {
	signRapport: { from: ["granskad"], leadsTo: "signerad", typed: {} },
	returnRapport: {
		from: ["inlamnad", "granskad"],
		leadsTo: "utkast",
		typed: { reason: "Orsaken till avvikelsen saknas" },
	},
};

let at: RapportScene;

beforeEach(async () => {
	at = await makeRapportScene();
});

const stateOf = async (id: number) =>
	(await at.db.selectFrom("rapport").select("state").where("id", "=", id).executeTakeFirstOrThrow()).state;

const idsOf = ({ id, version }: { id: number; version: number }) => ({ rapportId: `${id}`, version: `${version}` });

describe.each(Object.entries(STEPS))("%s on /signera", (intent, { from, leadsTo, typed }) => {
	test.each(ROLES)("is for the undertecknare alone, asked by %s", async (role) => {
		const rapport = await at.makeInState("granskad");
		const who = await at.as(role);
		const before = await storedRows(at.db);
		const { status } = await at.signera.post(who, { intent, ...idsOf(rapport), ...typed });
		if (role === "undertecknare") {
			expect(status).toBe(302);
			expect(await stateOf(rapport.id)).toBe(leadsTo);
		} else {
			expect(status).toBe(403);
			expect(await storedRows(at.db)).toEqual(before);
		}
	});

	test.each(RAPPORT_STATES)(
		"is taken where it leads on, else refused in words and nothing written, from %s",
		async (state) => {
			const rapport = await at.makeInState(state);
			const undertecknare = await at.as("undertecknare");
			const before = await storedRows(at.db);
			const { status, body } = await at.signera.post(undertecknare, { intent, ...idsOf(rapport), ...typed });
			if (from.includes(state)) {
				expect(status).toBe(302);
				expect(await stateOf(rapport.id)).toBe(leadsTo);
			} else {
				expect(status).toBe(409);
				expect(body).toMatchObject({ errors: [{ message: expect.stringMatching(/^Rapporten .*\.$/) }] });
				expect(await storedRows(at.db)).toEqual(before);
			}
		},
	);

	test("is not there for every role of another kommun, by the report's address or through their own", async () => {
		const rapport = await at.makeInState("granskad");
		const elsewhere = await at.db
			.selectFrom("kommun")
			.select(["id", "slug"])
			.where("slug", "=", "grannkommun")
			.executeTakeFirstOrThrow();
		const stranger = await signedIn({ db: at.db, roles: ROLES, kommun: elsewhere });
		const before = await storedRows(at.db);
		for (const kommun of [at.kommun.slug, elsewhere.slug]) {
			const answer = await callAction(signForm, {
				path: `/intern/${kommun}/rapport/2018-T2/signera`,
				params: { kommun, period: "2018-T2" },
				cookie: stranger.cookie,
				fields: { intent, ...idsOf(rapport), ...typed },
			});
			expect(answer.status).toBe(404);
		}
		expect((await at.signera.answer(stranger)).status).toBe(404);
		expect(await storedRows(at.db)).toEqual(before);
	});
});

describe("the forms of the page that take a klar-mark back", () => {
	test.each<[string, Role]>([
		["polis", "kommunpolis"],
		["kommun", "samordnare"],
	])("are for the part's own role: %s", async (part, own) => {
		await at.fillIn(part === "polis" ? at.polis : at.samordnare, { intent: "markKlar", part });
		const { id, version } = await at.db.selectFrom("rapport").select(["id", "version"]).executeTakeFirstOrThrow();
		const fields = { intent: "unmarkKlar", part, ...idsOf({ id, version }) };
		for (const role of ROLES.filter((one) => one !== own)) {
			const other = await at.as(role);
			const before = await storedRows(at.db);
			expect((await at.post(other, fields)).status, role).toBe(403);
			expect(await storedRows(at.db)).toEqual(before);
		}
		expect((await at.post(await at.as(own), fields)).status).toBe(302);
	});
});

describe("who signs has signed in", () => {
	const FIVE_MINUTES = 5 / 60;
	const MILLISECOND = 1 / 3_600_000;

	test.each([
		["exactly five minutes ago", FIVE_MINUTES, 302],
		["a millisecond more than that ago", FIVE_MINUTES + MILLISECOND, 401],
	])("%s", async (_when, hours, status) => {
		const rapport = await at.makeInState("granskad");
		const undertecknare = await at.as("undertecknare");
		startTestRuntime({ db: at.db, now: addHours(NOW, hours) });
		const answer = await at.signera.post(undertecknare, { intent: "signRapport", ...idsOf(rapport) });
		expect(answer.status).toBe(status);
		expect(await stateOf(rapport.id)).toBe(status === 302 ? "signerad" : "granskad");
	});

	test("again, and then needs no password", async () => {
		const rapport = await at.makeInState("granskad");
		const { personId } = await at.as("undertecknare");
		startTestRuntime({ db: at.db, now: addHours(NOW, 3) });
		const afterwards = { cookie: await cookieOf(personId), personId, actor: at.polis.actor };
		expect((await at.signera.open(afterwards)).data.proof).toBeNull();
		expect((await at.signera.post(afterwards, { intent: "signRapport", ...idsOf(rapport) })).status).toBe(302);
	});

	test("long ago, and may still return it without a password", async () => {
		const rapport = await at.makeInState("granskad");
		const undertecknare = await at.as("undertecknare");
		startTestRuntime({ db: at.db, now: addHours(NOW, 3) });
		const back = { intent: "returnRapport", ...idsOf(rapport), reason: "Orsaken saknas" };
		expect((await at.signera.post(undertecknare, back)).status).toBe(302);
	});
});

describe("a publication is recalled", () => {
	test.each([
		["24 hours afterwards to the millisecond", 24, 302],
		["not a millisecond later", 24 + 1 / 3_600_000, 409],
	])("%s", async (_when, hours, status) => {
		const rapport = await at.makeInState("publicerad");
		startTestRuntime({ db: at.db, now: addHours(NOW, hours) });
		const who = { ...at.samordnare, cookie: await cookieOf(at.samordnare.personId) };
		const offered = (await at.open(who)).data.steps.includes("recallRapport");
		expect(offered).toBe(status === 302);
		const answer = await at.post(who, { intent: "recallRapport", ...idsOf(rapport) });
		expect(answer.status).toBe(status);
		expect(await stateOf(rapport.id)).toBe(status === 302 ? "signerad" : "publicerad");
		if (status === 409)
			expect(answer.page?.text).toContain(
				"Det har gått mer än 24 timmar sedan publiceringen. Fel rättas i en ny version.",
			);
	});
});
