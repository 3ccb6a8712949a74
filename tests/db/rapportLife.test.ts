import { describe, expect, test } from "vitest";
import { beginRattelse } from "#app/commands/beginRattelse.server.ts";
import { markKlar } from "#app/commands/markKlar.server.ts";
import { publishRapport } from "#app/commands/publishRapport.server.ts";
import { recallRapport } from "#app/commands/recallRapport.server.ts";
import { returnRapport } from "#app/commands/returnRapport.server.ts";
import { saveRapportText } from "#app/commands/saveRapportText.server.ts";
import { addHours } from "#app/domain/dates.ts";
import type { RapportState } from "#app/domain/rapport.ts";
import type { RapportRow } from "#db/rapport.server.ts";
import { latestEdition, makeRapport, storedRows } from "#tests/factories/rapport.ts";
import { makeScene } from "#tests/factories/scene.ts";

const PERSONNUMMER = "640823-3234";
const seen = ({ id, version }: RapportRow) => ({ rapportId: id, version });

async function stage(state: RapportState) {
	const scene = await makeScene();
	const made = await makeRapport(scene, { state });
	return { scene, made, rapport: (await latestEdition(scene, made)) as RapportRow };
}

describe("klar", () => {
	test("waits for the period to be over", async () => {
		const { db, polis, dokument } = await makeScene();
		const mark = (now: string) =>
			markKlar(db, { ...polis, now }, { dokumentId: dokument.id, periodCode: "2018-T2", part: "polis", version: 0 });
		await expect(mark("2018-08-31T21:59:59.999Z")).rejects.toMatchObject({ code: "conflict" });
		expect(await mark("2018-08-31T22:00:00.000Z")).toEqual({ state: "utkast" });
	});

	test("by both freezes the figures, in whichever order", async () => {
		for (const order of [["polis", "kommun"] as const, ["kommun", "polis"] as const]) {
			const scene = await makeScene();
			const actors = { polis: scene.polis, kommun: scene.samordnare };
			const asked = { dokumentId: scene.dokument.id, periodCode: "2018-T2" };
			const [first, second] = order;
			expect(await markKlar(scene.db, actors[first], { ...asked, part: first, version: 0 })).toEqual({
				state: "utkast",
			});
			const frozen = await markKlar(scene.db, actors[second], { ...asked, part: second, version: 2 });
			expect(frozen).toEqual({ state: "inlamnad" });
			expect(await latestEdition(scene, asked)).toMatchObject({ state: "inlamnad", frozenAt: scene.polis.now });
		}
	});

	test("counts a page from before the first text as up to date", async () => {
		const scene = await makeScene();
		const made = await makeRapport(scene);
		await markKlar(scene.db, scene.polis, { ...made, part: "polis", version: 0 });
		await expect(markKlar(scene.db, scene.samordnare, { ...made, part: "kommun", version: 0 })).rejects.toMatchObject({
			code: "conflict",
		});
	});

	test.each(["2018-T4", "2018-Q2", "2017-T3", "2018-T3; DROP", "", "2019-T1"])(
		"there is no report of %j to be klar with",
		async (periodCode) => {
			const { db, polis, dokument } = await makeScene();
			const mark = markKlar(db, polis, { dokumentId: dokument.id, periodCode, part: "polis", version: 0 });
			await expect(mark).rejects.toMatchObject({ code: "not_found" });
		},
	);

	test("two at the same moment for one tertial begin one report", async () => {
		const scene = await makeScene();
		const asked = { dokumentId: scene.dokument.id, periodCode: "2018-T2", version: 0 };
		const ends = await Promise.allSettled([
			markKlar(scene.db, scene.polis, { ...asked, part: "polis" }),
			markKlar(scene.db, scene.samordnare, { ...asked, part: "kommun" }),
		]);
		expect(ends.map(({ status }) => status)).toEqual(["fulfilled", "rejected"]);
		expect((await storedRows(scene.db))[0]).toHaveLength(1);
	});
});

describe("a return", () => {
	test("takes back both marks, the figures and the review, says why, and opens the texts again", async () => {
		const { scene, made, rapport } = await stage("granskad");
		await returnRapport(scene.db, made.undertecknare, {
			...seen(rapport),
			reason: "Skriv orsaken\r\ntill avvikelsen. ",
		});
		expect(await latestEdition(scene, made)).toMatchObject({
			state: "utkast",
			polisKlarAt: null,
			polisKlarBy: null,
			kommunKlarAt: null,
			kommunKlarBy: null,
			frozenAt: null,
			granskadAt: null,
			granskadByName: null,
			returnReason: "Skriv orsaken\ntill avvikelsen.",
			returnedByName: "undertecknare",
		});
		const text = {
			dokumentId: rapport.dokumentId,
			periodCode: rapport.periodCode,
			part: "polis",
			aktivitetId: null,
			version: 1,
			bedomning: "Nu med orsak.",
		} as const;
		expect(await saveRapportText(scene.db, scene.polis, text)).toEqual({ version: 2 });
	});

	test.each([
		["no reason", "", "Orsak: skriv varför"],
		["a personal number", `Ring ${PERSONNUMMER}`, "Orsak: ta bort personnumret"],
		["more than 1 000 characters", "x".repeat(1001), "Orsak: korta texten till högst 1000 tecken"],
	])("or a rättelse with %s is refused", async (_what, reason, message) => {
		const { scene, made, rapport } = await stage("inlamnad");
		const refusal = { code: "invalid", field: "reason", message: expect.stringContaining(message) };
		await expect(returnRapport(scene.db, made.undertecknare, { ...seen(rapport), reason })).rejects.toMatchObject(
			refusal,
		);
		await expect(beginRattelse(scene.db, scene.polis, { ...seen(rapport), reason })).rejects.toMatchObject(refusal);
		await returnRapport(scene.db, made.undertecknare, { ...seen(rapport), reason: "x".repeat(1000) });
	});
});

describe("a publication", () => {
	test("is recalled until exactly 24 hours have passed, and can be published again", async () => {
		const { scene, made, rapport } = await stage("publicerad");
		const { db, samordnare } = scene;
		const at = (hours: number) => ({ ...samordnare, now: addHours(samordnare.now, hours) });
		await expect(recallRapport(db, at(24.0001), seen(rapport))).rejects.toMatchObject({ code: "conflict" });
		await recallRapport(db, at(24), seen(rapport));
		const recalled = (await latestEdition(scene, made)) as RapportRow;
		expect(recalled).toMatchObject({ state: "signerad", publishedAt: null, code: rapport.code });
		await publishRapport(db, at(25), seen(recalled));
		expect(await latestEdition(scene, made)).toMatchObject({ publishedAt: at(25).now });
	});
});
