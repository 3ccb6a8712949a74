import { beforeEach, describe, expect, test } from "vitest";
import { beginRattelse } from "#app/commands/beginRattelse.server.ts";
import { type ChangedDokumentFacts, changeDokumentFacts } from "#app/commands/changeDokumentFacts.server.ts";
import { confirmFordelning } from "#app/commands/confirmFordelning.server.ts";
import { endDokument, endDokumentIn } from "#app/commands/endDokument.server.ts";
import { makuleraGenomforande } from "#app/commands/makuleraGenomforande.server.ts";
import { markKlar } from "#app/commands/markKlar.server.ts";
import { prolongDokument } from "#app/commands/prolongDokument.server.ts";
import { findRapportList } from "#app/rapport/findRapportList.server.ts";
import { findAllAuditEvents } from "#db/audit.server.ts";
import { command } from "#db/command.server.ts";
import { findAllDokumentRapporter, findDokumentFacts } from "#db/dokumentChange.server.ts";
import { findFordelning } from "#db/fordelning.server.ts";
import { findAllHelgkvallYears } from "#db/helgkvall.server.ts";
import { makeDokument } from "#tests/factories/dokument.ts";
import { latestEdition, makeRapport, viewRapport } from "#tests/factories/rapport.ts";
import { latestActionIn, logOn, makeScene, type Scene } from "#tests/factories/scene.ts";

const PERSONNUMMER = "Skolgatan 640823-3234";

let scene: Scene;

beforeEach(async () => {
	scene = await makeScene();
});

const facts = () => findDokumentFacts(scene.db, { kommunId: scene.kommun.id, dokumentId: scene.dokument.id });
const fordelning = () =>
	findFordelning(scene.db, { kommunId: scene.kommun.id, measureId: scene.dokument.measureIds.count });
const seen = (more: object = {}) => ({ dokumentId: scene.dokument.id, version: 1, reason: "Nytt samråd", ...more });
const end = (lastDay: string, more: object = {}) => endDokument(scene.db, scene.samordnare, { ...seen(more), lastDay });
const prolong = (lastDay: string | null, more: object = {}) =>
	prolongDokument(scene.db, scene.samordnare, { ...seen(more), lastDay });
const periodsListed = async () => {
	const { samordnare, kommun } = scene;
	const reader = { personId: samordnare.personId, may: () => true, today: "2019-02-01", now: samordnare.now };
	const lines = await findRapportList(scene.db, { kommun: { ...kommun, undertecknareTitle: "Kommunchef" }, reader });
	return lines.map((line) => [line.period, line.clip]);
};

async function agree(parts = { "2018-T1": 3, "2018-T2": 4, "2018-T3": 3 }): Promise<void> {
	const agreed = { measureId: scene.dokument.measureIds.count, parts };
	await confirmFordelning(scene.db, scene.polis, { ...agreed, forPart: "polis", version: 0 });
	await confirmFordelning(scene.db, scene.samordnare, { ...agreed, forPart: "kommun", version: 1 });
}

describe("a dokument ends earlier", () => {
	test("on a day within a period, which is cut there and says so", async () => {
		expect(await end("2018-11-15")).toEqual({ version: 2 });
		expect(await facts()).toMatchObject({ inForceTo: "2018-11-15", version: 2 });
		expect(await latestActionIn(scene)).toBe("dokument.ended");
		expect((await periodsListed())[0]).toEqual(["Tertial 3 2018", "gäller till 15 november"]);
		const { content } = await viewRapport(scene, { dokumentId: scene.dokument.id, periodCode: "2018-T3" });
		expect(content.period).toMatchObject({ clippedTo: "2018-11-15", isClippedEnd: true });
	});

	test.each([
		["its first day", "2018-01-01"],
		["today", "2018-10-15"],
		["the day before its last", "2018-12-30"],
	])("also on %s", async (_which, lastDay) => {
		expect(await end(lastDay)).toEqual({ version: 2 });
		expect(await facts()).toMatchObject({ inForceTo: lastDay });
	});

	test("and one without an end is given one", async () => {
		const { id: dokumentId } = await makeDokument(scene.db, scene.samordnare, { inForceTo: null });
		await end("2019-06-30", { dokumentId });
		const found = await findDokumentFacts(scene.db, { kommunId: scene.kommun.id, dokumentId });
		expect(found?.inForceTo).toBe("2019-06-30");
	});

	test.each<[string, string, object, string, string | undefined]>([
		["before its first day", "2017-12-31", {}, "invalid", "lastDay"],
		["on its last day", "2018-12-31", {}, "invalid", "lastDay"],
		["later than its last day", "2019-01-01", {}, "invalid", "lastDay"],
		["without a reason", "2018-11-15", { reason: " " }, "invalid", "reason"],
		["with a personal number in the reason", "2018-11-15", { reason: PERSONNUMMER }, "invalid", "reason"],
		["over a change that nobody has seen", "2018-11-15", { version: 0 }, "conflict", undefined],
		["in another kommun", "2018-11-15", { dokumentId: 999 }, "not_found", undefined],
	])("but not %s", async (_how, lastDay, more, code, field) => {
		await expect(end(lastDay, more)).rejects.toMatchObject({ code, field });
		expect(await facts()).toMatchObject({ inForceTo: "2018-12-31", version: 1 });
	});

	test("but another kommun's never", async () => {
		const foreign = endDokument(scene.db, scene.stranger, { ...seen(), lastDay: "2018-11-15" });
		await expect(foreign).rejects.toMatchObject({ code: "not_found" });
	});

	test("never before what has been registered; how many there are is said, makulerade are not", async () => {
		const { db, polis, dokument } = scene;
		await logOn(scene, "2018-10-01");
		await logOn(scene, "2018-10-09", dokument.measureIds.recurring);
		const { id } = await logOn(scene, "2018-10-12");
		await expect(end("2018-09-30")).rejects.toThrow(
			"har 3 registreringar från och med 1 oktober 2018, den sista 12 oktober 2018",
		);
		await expect(end("2018-10-11")).rejects.toThrow("har 1 registrering från och med 12 oktober 2018");
		await makuleraGenomforande(db, polis, { id, revision: 1, reason: "Fel dag" });
		await end("2018-10-09");
		expect(await facts()).toMatchObject({ inForceTo: "2018-10-09" });
	});

	test.each(["inlamnad", "granskad", "signerad", "publicerad"] as const)(
		"never within or before a period whose report is %s",
		async (state) => {
			await makeRapport(scene, { state });
			await expect(end("2018-08-30")).rejects.toMatchObject({ code: "conflict", field: "lastDay" });
			await expect(end("2018-04-30")).rejects.toThrow("rapporten för tertial 2 2018 är");
			expect(await facts()).toMatchObject({ version: 1 });
			await end("2018-08-31");
			expect((await latestEdition(scene, { dokumentId: scene.dokument.id, periodCode: "2018-T2" }))?.state).toBe(state);
		},
	);

	test("nor where one part has said klar, until that is taken back", async () => {
		const rapport = await makeRapport(scene);
		const found = await latestEdition(scene, rapport);
		if (!found) throw new Error("no rapport");
		await markKlar(scene.db, scene.polis, { ...found, part: "polis" });
		await expect(end("2018-08-15")).rejects.toThrow("Ta tillbaka klarmarkeringen först.");
	});

	test("an utkast of the cut period follows; one after the end is out of sight with its texts, and comes back", async () => {
		const cut = await makeRapport(scene);
		const gone = await makeRapport(scene, { periodCode: "2018-T3" });
		const daysOf = async () => {
			const rows = await findAllDokumentRapporter(scene.db, {
				kommunId: scene.kommun.id,
				dokumentId: scene.dokument.id,
			});
			return rows.map(({ periodCode, periodTo, state }) => [periodCode, periodTo, state]);
		};
		await end("2018-07-31");
		expect(await daysOf()).toEqual([
			["2018-T2", "2018-07-31", "utkast"],
			["2018-T3", "2018-12-31", "utkast"],
		]);
		expect((await periodsListed()).map(([period]) => period)).toEqual(["Tertial 2 2018", "Tertial 1 2018"]);
		await expect(viewRapport(scene, gone)).rejects.toThrow("there is no such rapport");
		const seenCut = await latestEdition(scene, cut);
		if (!seenCut) throw new Error("no rapport");
		await markKlar(scene.db, scene.polis, { ...seenCut, part: "polis" });

		await expect(prolong("2018-11-30", { version: 2 })).rejects.toThrow("Ta tillbaka klarmarkeringen");
	});

	test("the database itself lets nothing but such an utkast be cut anew", async () => {
		const cut = (id: number) =>
			scene.db.updateTable("rapport").set({ period_to: "2018-07-31" }).where("id", "=", id).execute();
		const utkast = await makeRapport(scene);
		await cut(utkast.id);
		const found = await latestEdition(scene, utkast);
		await markKlar(scene.db, scene.polis, { ...utkast, version: found?.version ?? 0, part: "polis" });
		await expect(
			cut(utkast.id).then(() => scene.db.updateTable("rapport").set({ period_to: "2018-06-30" }).execute()),
		).rejects.toThrow("a rapport keeps its days once a part is klar");
		const signed = await makeRapport(scene, { state: "signerad", periodCode: "2018-T1" });
		await expect(cut(signed.id)).rejects.toThrow("a rapport keeps its days once a part is klar");
	});

	test("and is prolonged again: the utkast has its texts and its days", async () => {
		const gone = await makeRapport(scene, { periodCode: "2018-T3" });
		await end("2018-07-31");
		await prolong("2018-11-30", { version: 2 });
		const view = await viewRapport(scene, gone);
		expect(view.rapport).toMatchObject({ id: gone.id, periodTo: "2018-11-30" });
		expect(view.content.bedomningar[0]?.bedomning).toBe("Det går framåt.");
	});

	test("its minimum is spread over what is left: periods that began keep theirs, the last brings the rest", async () => {
		await agree();
		await end("2018-11-15");
		expect(await fordelning()).toMatchObject({
			parts: { "2018-T1": 3, "2018-T2": 4 },
			polisConfirmedAt: null,
			kommunConfirmedAt: null,
			version: 3,
		});
		const { content } = await viewRapport(scene, { dokumentId: scene.dokument.id, periodCode: "2018-T3" });
		const [count] = content.groups.flatMap(({ aktiviteter }) => aktiviteter.flatMap(({ measures }) => measures));
		expect(count?.figures).toMatchObject({ periodMinimum: 3, minimum: 10 });
	});
});

describe("a dokument ends because another takes over", () => {
	const endIn = (lastDay: string) =>
		command(scene.db, scene.samordnare, async (tx) => {
			const { samordnare, dokument } = scene;
			const audit = await endDokumentIn(tx, {
				...samordnare,
				dokumentId: dokument.id,
				lastDay,
				reason: "Nytt dokument",
			});
			return { result: audit.length, audit };
		});

	test("that day, or has ended by then already", async () => {
		expect(await endIn("2019-03-31")).toBe(0);
		expect(await endIn("2018-12-31")).toBe(0);
		expect(await facts()).toMatchObject({ inForceTo: "2018-12-31", version: 1 });
		expect(await endIn("2018-10-31")).toBe(1);
		expect(await facts()).toMatchObject({ inForceTo: "2018-10-31", version: 2 });
	});

	test("and is not prolonged into its days", async () => {
		await makeDokument(scene.db, scene.samordnare, {
			title: "Löfte 2019",
			inForceFrom: "2019-03-01",
			inForceTo: null,
			replacesDokumentId: scene.dokument.id,
		});
		await expect(prolong(null)).rejects.toThrow("ersatts av Löfte 2019 från 1 mars 2019");
		await expect(prolong("2019-03-01")).rejects.toMatchObject({ code: "conflict", field: "lastDay" });
		expect(await prolong("2019-02-28")).toEqual({ version: 2 });
	});
});

describe("a dokument is prolonged", () => {
	test.each([
		["to a later day", "2019-12-31", [2018, 2019]],
		["by one day", "2019-01-01", [2018, 2019]],
		["until new ones are signed", null, [2018, 2019]],
	])("%s, and the calendar has its evenings", async (_how, lastDay, years) => {
		expect(await prolong(lastDay)).toEqual({ version: 2 });
		expect(await facts()).toMatchObject({ inForceTo: lastDay, version: 2 });
		expect(await findAllHelgkvallYears(scene.db, { kommunId: scene.kommun.id })).toEqual(years);
		const { rows } = await findAllAuditEvents(scene.db, { kommunId: scene.kommun.id, page: 1, pageSize: 1 });
		expect(rows[0]).toMatchObject({
			action: "dokument.prolonged",
			detail: { before: "2018-12-31", lastDay, reason: "Nytt samråd" },
		});
	});

	test.each<[string, string | null, object, string]>([
		["to a day before its end", "2018-12-30", {}, "invalid"],
		["to its end", "2018-12-31", {}, "invalid"],
		["without a reason", "2019-12-31", { reason: "" }, "invalid"],
		["over a change that nobody has seen", "2019-12-31", { version: 3 }, "conflict"],
		["in another kommun", "2019-12-31", { dokumentId: 999 }, "not_found"],
	])("but not %s", async (_how, lastDay, more, code) => {
		await expect(prolong(lastDay, more)).rejects.toMatchObject({ code });
		expect(await facts()).toMatchObject({ inForceTo: "2018-12-31" });
	});

	test("but not one without an end", async () => {
		const { id: dokumentId } = await makeDokument(scene.db, scene.samordnare, { inForceTo: null });
		await expect(prolong("2019-12-31", { dokumentId })).rejects.toMatchObject({ code: "conflict" });
	});

	test.each([
		["agreed", { "2018-T1": 2, "2018-T2": 4, "2018-T3": 4 }],
		["proposed", null],
	])("and the periods that have begun keep the number that was %s for them", async (_how, parts) => {
		if (parts) await agree(parts);
		const minimums = async () => {
			const found: (number | string | null | undefined)[] = [];
			for (const periodCode of ["2018-T1", "2018-T2", "2018-T3"]) {
				const { content } = await viewRapport(scene, { dokumentId: scene.dokument.id, periodCode });
				found.push(content.groups[0]?.aktiviteter[0]?.measures[0]?.figures.periodMinimum);
			}
			return found;
		};
		const before = await minimums();
		expect(before).toEqual(Object.values(parts ?? { t1: 3, t2: 4, t3: 3 }));
		await prolong("2019-12-31");
		expect(await minimums()).toEqual(before);
		expect(await fordelning()).toMatchObject({ polisConfirmedAt: null, kommunConfirmedAt: null });
	});

	test("and what both then confirm has the whole minimum, spread over the new periods too", async () => {
		await end("2018-12-30");
		await prolong("2019-12-31", { version: 2 });
		const stored = await fordelning();
		const parts = { "2018-T1": 3, "2018-T2": 4, "2018-T3": 3, "2019-T1": 0, "2019-T2": 0, "2019-T3": 0 };
		const confirmed = await confirmFordelning(scene.db, scene.polis, {
			measureId: scene.dokument.measureIds.count,
			parts,
			forPart: "polis",
			version: stored?.version ?? 0,
		});
		expect(confirmed.isAgreed).toBe(false);
	});

	test("a signed report keeps its days, and a rättelse of it has the new ones", async () => {
		await end("2018-08-15");
		const signed = await makeRapport(scene, { state: "signerad" });
		await prolong("2018-12-31", { version: 2 });
		const { content, rapport } = await viewRapport(scene, signed);
		expect(content.period).toMatchObject({ clippedTo: "2018-08-15", isClippedEnd: true });
		expect(rapport).toMatchObject({ state: "signerad", periodTo: "2018-08-15" });

		await beginRattelse(scene.db, scene.polis, {
			rapportId: signed.id,
			version: rapport?.version ?? 0,
			reason: "Dokumentet är förlängt.",
		});
		expect(await latestEdition(scene, signed)).toMatchObject({ edition: 2, periodTo: "2018-08-31" });
	});

	test("not while a report of the cut period is under review", async () => {
		await end("2018-08-15");
		await makeRapport(scene, { state: "inlamnad" });
		await expect(prolong("2018-12-31", { version: 2 })).rejects.toThrow("behöver återlämna rapporten först");
	});
});

describe("what the paper says of itself", () => {
	const change = (more: Partial<ChangedDokumentFacts> = {}): ChangedDokumentFacts => ({
		dokumentId: scene.dokument.id,
		version: 1,
		title: "Medborgarlöfte 2018",
		signedOn: "2018-01-01",
		lagesbild: null,
		followUpRule: null,
		sourceNote: null,
		undertecknare: [{ title: "Kommunchef", organisation: "Kommunen" }],
		...more,
	});
	const save = (more: Partial<ChangedDokumentFacts> = {}) =>
		changeDokumentFacts(scene.db, scene.samordnare, change(more));

	test("is changed, and the history has what it was", async () => {
		const undertecknare = [
			{ title: "Kommunalråd", organisation: "Kommunen" },
			{ title: "Lokalpolisområdeschef", organisation: "Polisen" },
		];
		expect(await save({ title: "Löfte 2018", lagesbild: "Oro på Torget.", signedOn: null, undertecknare })).toEqual({
			version: 2,
		});
		expect(await facts()).toMatchObject({
			title: "Löfte 2018",
			lagesbild: "Oro på Torget.",
			signedOn: null,
			undertecknare,
		});
		const { rows } = await findAllAuditEvents(scene.db, { kommunId: scene.kommun.id, page: 1, pageSize: 1 });
		expect(rows[0]).toMatchObject({
			action: "dokument.facts_changed",
			entityId: scene.dokument.id,
			detail: {
				title: "Löfte 2018",
				changes: {
					title: { before: "Medborgarlöfte 2018", after: "Löfte 2018" },
					signedOn: { before: "2018-01-01", after: null },
				},
			},
		});
	});

	test("is not changed by saving it as it is: no version, no history", async () => {
		const before = await latestActionIn(scene);
		expect(await save()).toEqual({ version: 1 });
		expect(await facts()).toMatchObject({ version: 1 });
		expect(await latestActionIn(scene)).toBe(before);
	});

	test.each<[string, Partial<ChangedDokumentFacts>, string, string | undefined]>([
		["without a title", { title: " " }, "invalid", "title"],
		["with a personal number in the lägesbild", { lagesbild: PERSONNUMMER }, "invalid", "lagesbild"],
		[
			"with one in who has signed",
			{ undertecknare: [{ title: PERSONNUMMER, organisation: "Polisen" }] },
			"invalid",
			"undertecknare.0.title",
		],
		[
			"with one who signs for nobody",
			{ undertecknare: [{ title: "Chef", organisation: "" }] },
			"invalid",
			"undertecknare.0.organisation",
		],
		["with a day that lies ahead", { signedOn: "2018-10-16" }, "invalid", "signedOn"],
		["over a change that nobody has seen", { version: 7 }, "conflict", undefined],
	])("is not saved %s", async (_how, more, code, field) => {
		await expect(save({ title: "Annat", ...more })).rejects.toMatchObject({ code, field });
		expect(await facts()).toMatchObject({ title: "Medborgarlöfte 2018" });
	});

	test("is another kommun's alone", async () => {
		await expect(changeDokumentFacts(scene.db, scene.stranger, change())).rejects.toMatchObject({ code: "not_found" });
	});

	test("is followed up per another period while no report is begun, and what was agreed per period is gone", async () => {
		await agree();
		await save({ periodKind: "quarter" });
		expect(await facts()).toMatchObject({ periodKind: "quarter" });
		const after = await fordelning();
		expect(after).toMatchObject({ polisConfirmedAt: null, kommunConfirmedAt: null });
		expect(after?.parts).toEqual({});
	});

	test("but not once a report is begun, in words", async () => {
		await makeRapport(scene);
		await expect(save({ periodKind: "quarter" })).rejects.toThrow(
			"Följs upp per: perioden kan inte ändras, eftersom en rapport är påbörjad.",
		);
		expect(await save({ periodKind: "tertial", title: "Annat" })).toEqual({ version: 2 });
	});
});
