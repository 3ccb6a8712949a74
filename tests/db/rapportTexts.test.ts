import { beforeEach, describe, expect, test } from "vitest";
import { markKlar } from "#app/commands/markKlar.server.ts";
import { type SavedRapportText, saveRapportText } from "#app/commands/saveRapportText.server.ts";
import { unmarkKlar } from "#app/commands/unmarkKlar.server.ts";
import { findAllRapportTexts } from "#db/rapport.server.ts";
import { makePerson } from "#tests/factories/kommun.ts";
import { latestEdition, makeRapport, storedRows, viewRapport } from "#tests/factories/rapport.ts";
import { makeScene, type Scene } from "#tests/factories/scene.ts";

let scene: Scene;
let asked: { dokumentId: number; periodCode: string };
/** What the police write about the whole, unless told otherwise. */
let save: (text: Partial<SavedRapportText>, actor?: Scene["polis"]) => Promise<{ version: number }>;

beforeEach(async () => {
	scene = await makeScene();
	asked = { dokumentId: scene.dokument.id, periodCode: "2018-T2" };
	save = (text, actor = scene.polis) =>
		saveRapportText(scene.db, actor, { ...asked, part: "polis", aktivitetId: null, version: 0, ...text });
});

async function texts() {
	const rapport = await latestEdition(scene, asked);
	return rapport ? findAllRapportTexts(scene.db, { kommunId: scene.kommun.id, rapportId: rapport.id }) : [];
}

describe("a text", () => {
	test("begins the report, is kept per part and aktivitet, and is read where it was written", async () => {
		const aktivitetId = scene.dokument.aktivitetIds.count;
		expect(await save({ bedomning: "Det går framåt." })).toEqual({ version: 1 });
		await save({ aktivitetId, kommentar: "Många pass.", orsak: "Larm.", nyPlan: "Fler pass." });
		await save({ part: "kommun", begardaBeslut: "Mer belysning." }, scene.samordnare);
		const { content, rapport } = await viewRapport(scene, asked);
		expect(rapport).toMatchObject({ state: "utkast", edition: 1, version: 1, periodFrom: "2018-05-01" });
		expect(content.bedomningar).toEqual([
			{ part: "polis", bedomning: "Det går framåt.", begardaBeslut: "" },
			{ part: "kommun", bedomning: "", begardaBeslut: "Mer belysning." },
		]);
		const written = content.groups.flatMap((group) => group.aktiviteter).find(({ id }) => id === aktivitetId);
		expect(written?.texts).toEqual([
			{ part: "polis", kommentar: "Många pass.", orsak: "Larm.", nyPlan: "Fler pass." },
			{ part: "kommun", kommentar: "", orsak: "", nyPlan: "" },
		]);
	});

	test("that is left out stays as it was, and an empty one empties", async () => {
		await save({ bedomning: "Ett.", begardaBeslut: "Två." });
		await save({ version: 1, begardaBeslut: "" });
		expect(await texts()).toMatchObject([{ bedomning: "Ett.", begardaBeslut: "", version: 2 }]);
	});

	test("is tidied: line breaks of one kind, nothing around it", async () => {
		await save({ bedomning: " Ett.\r\nTvå.\rTre. \n\n" });
		expect(await texts()).toMatchObject([{ bedomning: "Ett.\nTvå.\nTre." }]);
	});

	test("that says the same is not written again, and nothing said begins no report", async () => {
		expect(await save({ bedomning: "  " })).toEqual({ version: 0 });
		expect(await latestEdition(scene, asked)).toBeUndefined();
		await save({ bedomning: "Ett." });
		const before = await storedRows(scene.db);
		expect(await save({ version: 1, bedomning: "Ett. " })).toEqual({ version: 1 });
		expect(await storedRows(scene.db)).toEqual(before);
	});

	test.each([
		["a personal number", "Född 640823-3234.", "Bedömning: ta bort personnumret"],
		["more than 4 000 characters", "å".repeat(4001), "Bedömning: korta texten till högst 4000 tecken"],
	])("with %s is refused and never stored", async (_what, bedomning, message) => {
		const refusal = { code: "invalid", field: "bedomning", message: expect.stringContaining(message) };
		await expect(save({ bedomning })).rejects.toMatchObject(refusal);
		expect(JSON.stringify(await storedRows(scene.db))).not.toContain("640823");
		await save({ bedomning: "å".repeat(4000) });
	});

	test("is about an aktivitet of the dokument, in the fields for it", async () => {
		const elsewhere = scene.elsewhere.aktivitetIds.count;
		await expect(save({ aktivitetId: elsewhere, kommentar: "x" })).rejects.toMatchObject({ code: "not_found" });
		await expect(save({ kommentar: "x" })).rejects.toMatchObject({ code: "invalid", field: "kommentar" });
		const here = scene.dokument.aktivitetIds.count;
		await expect(save({ aktivitetId: here, bedomning: "x" })).rejects.toMatchObject({ field: "bedomning" });
	});
});

describe("two who write the same text", () => {
	test("the second is told on its field, and neither text is lost", async () => {
		const colleague = await makePerson(scene.db, { kommunId: scene.kommun.id });
		await save({ bedomning: "Ursprungligt." });
		const both = [
			save({ version: 1, bedomning: "Mitt." }),
			save({ version: 1, bedomning: "Ditt.", begardaBeslut: "Pengar." }, colleague),
		];
		const [mine, yours] = await Promise.allSettled(both);
		expect(mine).toEqual({ status: "fulfilled", value: { version: 2 } });
		expect(yours).toMatchObject({ reason: { code: "conflict", field: "bedomning" } });
		expect(await texts()).toMatchObject([{ bedomning: "Mitt.", begardaBeslut: "", version: 2 }]);
		await save({ version: 2, bedomning: "Mitt. Ditt." }, colleague);
		expect(await texts()).toMatchObject([{ bedomning: "Mitt. Ditt.", updatedByName: "kommunpolis" }]);
	});

	test("also the very first ones", async () => {
		const both = await Promise.allSettled([save({ bedomning: "Mitt." }), save({ begardaBeslut: "Ditt." })]);
		expect(both.map(({ status }) => status)).toEqual(["fulfilled", "rejected"]);
		expect(both[1]).toMatchObject({ reason: { field: "begardaBeslut" } });
		expect(await texts()).toMatchObject([{ bedomning: "Mitt.", begardaBeslut: "" }]);
	});

	test("different texts get in nobody's way", async () => {
		const aktivitetId = scene.dokument.aktivitetIds.count;
		await Promise.all([
			save({ bedomning: "Mitt." }),
			save({ aktivitetId, kommentar: "Ditt." }),
			save({ part: "kommun", bedomning: "Vårt." }, scene.samordnare),
		]);
		expect(await texts()).toHaveLength(3);
	});
});

describe("what the history keeps of the savings", () => {
	const kept = async () =>
		(await scene.db.selectFrom("audit_event").select(["action", "person_id"]).execute()).filter(({ action }) =>
			action.startsWith("rapport."),
		);
	const countSaved = async () => (await kept()).filter(({ action }) => action === "rapport.text_saved").length;
	const minutesLater = (minutes: number, actor = scene.polis) => ({
		...actor,
		now: new Date(Date.parse(actor.now) + minutes * 60_000).toISOString(),
	});

	test("is one line for what one person writes in a text at one sitting, however often it saves itself", async () => {
		for (let version = 0; version < 50; version += 1) await save({ version, bedomning: `Ord ${version}` });
		expect(await countSaved()).toBe(1);
		expect(await texts()).toMatchObject([{ bedomning: "Ord 49", version: 50 }]);
		await save({ version: 50, bedomning: "Senare." }, minutesLater(29));
		expect(await countSaved()).toBe(1);
		await save({ version: 51, bedomning: "Nästa gång." }, minutesLater(31));
		expect(await countSaved()).toBe(2);
	});

	test("is a line for every text and everybody who writes in it", async () => {
		const colleague = await makePerson(scene.db, { kommunId: scene.kommun.id });
		await save({ bedomning: "Mitt." });
		await save({ version: 1, bedomning: "Ditt." }, colleague);
		await save({ version: 2, bedomning: "Mitt igen." });
		await save({ aktivitetId: scene.dokument.aktivitetIds.count, kommentar: "Ett annat." });
		expect(await countSaved()).toBe(4);
	});

	test("has a line after every step of the report, so that no change is hidden behind one", async () => {
		const made = await makeRapport(scene);
		const before = await countSaved();
		await save({ version: 1, bedomning: "Innan." });
		await markKlar(scene.db, scene.polis, { ...made, part: "polis", version: 1 });
		await unmarkKlar(scene.db, scene.polis, { rapportId: made.id, version: 2, part: "polis" });
		await save({ version: (await texts())[0]?.version ?? 0, bedomning: "Efter." });
		expect((await kept()).at(-1)?.action).toBe("rapport.text_saved");
		expect(await countSaved()).toBeGreaterThan(before);
	});
});

test("a part that is klar is not written, the other one is, and taking the mark back opens it", async () => {
	const made = await makeRapport(scene);
	await markKlar(scene.db, scene.polis, { ...made, part: "polis", version: 1 });
	const before = await texts();
	await expect(save({ version: 1, bedomning: "Mer." })).rejects.toMatchObject({ code: "conflict" });
	expect(await texts()).toEqual(before);
	await save({ part: "kommun", bedomning: "Vårt." }, scene.samordnare);
	await unmarkKlar(scene.db, scene.polis, { rapportId: made.id, version: 2, part: "polis" });
	expect(await save({ version: 1, bedomning: "Mer." })).toEqual({ version: 2 });
});
