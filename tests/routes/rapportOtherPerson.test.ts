import { beforeEach, describe, expect, test } from "vitest";
import { action } from "#app/routes/intern.$kommun.rapport.$period._index/route.tsx";
import { storedRows } from "#tests/factories/rapport.ts";
import { callAction } from "./context.ts";
import { formWith } from "./html.ts";
import { asPosted, makeRapportScene, type RapportScene, type Visitor } from "./rapportScene.ts";

/** A shared computer: somebody writes, and somebody else signs in in another tab of the same browser. */
let at: RapportScene;
let colleague: Visitor;
const MINE = "Mina ord om perioden.";

beforeEach(async () => {
	at = await makeRapportScene();
	colleague = await at.as("kommunpolis");
});

const TEXT = { intent: "saveRapportText", part: "polis", aktivitetId: "" };
const opened = async (who: Visitor, which: Record<string, string>) =>
	asPosted(formWith((await at.open(who)).forms, which));

describe("a text that somebody began to write", () => {
	test("is not saved in the name of whoever has signed in since, and stays in the form", async () => {
		const fields = { ...(await opened(at.polis, TEXT)), bedomning: MINE };
		const before = await storedRows(at.db);
		const answer = await at.post(colleague, fields);
		expect(answer.status).toBe(403);
		expect(answer.page?.text).toContain("Sidan öppnades av någon annan än den som nu är inloggad");
		expect(answer.page?.html).toContain(MINE);
		expect(await storedRows(at.db)).toEqual(before);
		expect((await at.post(at.polis, fields)).status).toBe(302);
	});

	test("is told so in place when it saves itself", async () => {
		const fields = { ...(await opened(at.polis, TEXT)), bedomning: MINE, reply: "quiet" };
		const answer = await callAction(action, { ...at.callFor(colleague), fields });
		expect(answer).toMatchObject({ status: 403, body: { errors: [{ field: null }], values: { bedomning: [MINE] } } });
	});

	test("is theirs once they have read that and press Spara themselves", async () => {
		const refused = await at.post(colleague, { ...(await opened(at.polis, TEXT)), bedomning: MINE });
		const again = asPosted(formWith(refused.page?.forms ?? [], TEXT));
		expect(again.bedomning).toBe(MINE);
		expect((await at.post(colleague, again)).status).toBe(302);
	});

	test("is saved from a page that is older than the question", async () => {
		const { openedBy, ...fields } = await opened(at.polis, TEXT);
		expect(openedBy).toMatch(/^\d+$/);
		expect((await at.post(colleague, { ...fields, bedomning: MINE })).status).toBe(302);
	});
});

test("a remark is not given in the name of whoever has signed in since", async () => {
	await at.makeInState("inlamnad");
	const [ledamot, other] = [await at.as("ledamot"), await at.as("ledamot")];
	const fields = { ...(await opened(ledamot, { intent: "giveSynpunkt" })), text: MINE };
	const answer = await at.post(other, fields);
	expect(answer.status).toBe(403);
	expect(answer.page?.text).toContain("Sidan öppnades av någon annan");
	expect(answer.page?.html).toContain(MINE);
	expect(await at.db.selectFrom("synpunkt").select("id").execute()).toEqual([]);
	expect((await at.post(ledamot, fields)).status).toBe(302);
});
