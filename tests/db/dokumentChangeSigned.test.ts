import { sql } from "kysely";
import { beforeEach, describe, expect, test } from "vitest";
import { changeDokumentFacts } from "#app/commands/changeDokumentFacts.server.ts";
import { changeMeasure } from "#app/commands/changeMeasure.server.ts";
import { changeRakneregel } from "#app/commands/changeRakneregel.server.ts";
import { correctMeasure } from "#app/commands/correctMeasure.server.ts";
import { endDokument } from "#app/commands/endDokument.server.ts";
import { prolongDokument } from "#app/commands/prolongDokument.server.ts";
import { periodsInForce } from "#app/domain/periods.ts";
import { evaluateDokument } from "#app/measures/evaluate.ts";
import { findRapportView } from "#app/rapport/findRapport.server.ts";
import type { Actor } from "#db/command.server.ts";
import type { Db } from "#db/connection.server.ts";
import { findFollowUp } from "#db/followUp.server.ts";
import { aktivitetOf, demoDatabase, kommunOf } from "#tests/factories/demo.ts";
import { makeRapport, viewRapport } from "#tests/factories/rapport.ts";
import { makeScene, type Scene } from "#tests/factories/scene.ts";

const TODAY = "2018-10-15";
const SETTINGS = { minimum: 30, per: "lofte", yearBasis: null, unit: "insatser", unitOne: "insats" };

/** All that was signed or frozen, as it lies in the database. */
async function sealedRows(db: Db): Promise<unknown> {
	return Promise.all([
		sql`SELECT * FROM rapport_snapshot ORDER BY rapport_id`.execute(db).then(({ rows }) => rows),
		sql`SELECT * FROM rapport WHERE state <> 'utkast' ORDER BY id`.execute(db).then(({ rows }) => rows),
	]);
}

describe("what is handed in, reviewed or signed says the same after", () => {
	let scene: Scene;
	beforeEach(async () => {
		scene = await makeScene();
	});

	const of = () => ({ dokumentId: scene.dokument.id, version: 1, reason: "Nytt samråd" });
	const measure = () => ({ measureId: scene.dokument.measureIds.count, version: 1, reason: "Nytt samråd" });
	const WRITES: Record<string, (db: Db, actor: Actor) => Promise<unknown>> = {
		"the dokument ends earlier": (db, actor) => endDokument(db, actor, { ...of(), lastDay: "2018-11-15" }),
		"it is prolonged": (db, actor) => prolongDokument(db, actor, { ...of(), lastDay: "2020-12-31" }),
		"it is prolonged without an end": (db, actor) => prolongDokument(db, actor, { ...of(), lastDay: null }),
		"its facts are changed": (db, actor) =>
			changeDokumentFacts(db, actor, {
				...of(),
				title: "Ett annat namn",
				signedOn: null,
				lagesbild: "Något annat.",
				followUpRule: null,
				sourceNote: null,
				undertecknare: [],
			}),
		"a measure is changed from a day": (db, actor) =>
			changeMeasure(db, actor, { ...measure(), settings: SETTINGS, validFrom: "2018-05-01" }),
		"a measure is corrected": (db, actor) =>
			correctMeasure(db, actor, { ...measure(), settings: SETTINGS, validFrom: "2018-01-01" }),
		"a räkneregel is changed": (db, actor) =>
			changeRakneregel(db, actor, { ...measure(), name: "Annat", rakneregel: "Annat räknas." }),
	};

	test.each(
		Object.keys(WRITES).flatMap((what) =>
			(["inlamnad", "granskad", "signerad", "publicerad"] as const).map((state) => [what, state] as const),
		),
	)("%s (%s)", async (what, state) => {
		const { db, samordnare } = scene;
		const first = await makeRapport(scene, { state, periodCode: "2018-T1" });
		const second = await makeRapport(scene, { state, periodCode: "2018-T2" });
		const said = async () => [
			(await viewRapport(scene, first)).content,
			(await viewRapport(scene, second)).content,
			await sealedRows(db),
		];
		const before = JSON.stringify(await said());
		await WRITES[what]?.(db, samordnare);
		expect(JSON.stringify(await said())).toBe(before);
	});
});

describe("Sävsjö 2018–2019", () => {
	let db: Db;
	let actor: Actor & { kommunId: number };
	let dokumentId: number;
	beforeEach(async () => {
		db = await demoDatabase();
		const kommun = await kommunOf(db, "savsjo");
		const { person_id } = await db
			.selectFrom("membership")
			.select("person_id")
			.where("kommun_id", "=", kommun.id)
			.where("role", "=", "samordnare")
			.executeTakeFirstOrThrow();
		actor = { personId: person_id, kommunId: kommun.id, now: `${TODAY}T12:00:00.000Z` };
		dokumentId = (await aktivitetOf(db, { dokument: "2018–2019", words: "riktade insatser" })).dokumentId;
	});

	const evaluate = async (code: string) => {
		const followUp = await findFollowUp(db, { kommunId: actor.kommunId, dokumentIds: [dokumentId] });
		const dokument = followUp.dokument[0];
		if (!dokument) throw new Error("no dokument");
		const inForce = { from: dokument.inForceFrom, to: dokument.inForceTo };
		const period = periodsInForce(inForce, dokument.periodKind, "2021-12-31").find((one) => one.code === code);
		return period && evaluateDokument(followUp, dokument, { period, today: TODAY });
	};
	const figuresIn = async (code: string) =>
		(await evaluate(code))?.aktiviteter.flatMap(({ measures }) =>
			measures.map(({ name, calculation }) => [name, calculation.status, calculation.figures]),
		);

	test("prolonged: what was signed is byte for byte the same, and no begun period has another number", async () => {
		const { version } = await dokumentRow();
		const before = [
			await sealedRows(db),
			await figuresIn("2018-T1"),
			await figuresIn("2018-T2"),
			await figuresIn("2018-T3"),
		];
		expect(before[1]).toHaveLength(4);
		await prolongDokument(db, actor, { dokumentId, version, lastDay: "2021-04-09", reason: "Ett år till" });
		const after = [
			await sealedRows(db),
			await figuresIn("2018-T1"),
			await figuresIn("2018-T2"),
			await figuresIn("2018-T3"),
		];
		expect(JSON.stringify(after)).toBe(JSON.stringify(before));
		expect((await evaluate("2021-T1"))?.period).toMatchObject({ clippedTo: "2021-04-09", isClippedEnd: true });
	});

	test("ended within a tertial: that is the last one, is cut and says so, and later ones are gone", async () => {
		const { version } = await dokumentRow();
		const before = [await sealedRows(db), await figuresIn("2018-T1"), await figuresIn("2018-T2")];
		await endDokument(db, actor, { dokumentId, version, lastDay: "2018-11-30", reason: "Nya löften" });
		const after = [await sealedRows(db), await figuresIn("2018-T1"), await figuresIn("2018-T2")];
		expect(JSON.stringify(after)).toBe(JSON.stringify(before));
		const last = await evaluate("2018-T3");
		expect(last?.period).toMatchObject({ clippedTo: "2018-11-30", isClippedEnd: true });
		expect(
			last?.aktiviteter.flatMap(({ measures }) => measures.flatMap(({ calculation }) => calculation.remarks)),
		).toContain("Tertialet gäller till 30 november.");
		expect(await evaluate("2019-T1")).toBeUndefined();
		const [insats] =
			last?.aktiviteter.flatMap(({ measures }) => measures.filter(({ name }) => name === "Riktad insats")) ?? [];
		expect(insats?.calculation.figures).toMatchObject({ minimum: 15 });
	});

	async function dokumentRow() {
		return db.selectFrom("dokument").select("version").where("id", "=", dokumentId).executeTakeFirstOrThrow();
	}
});

test("the five dokument are as they were where nothing is carried over: each aktivitet has its own åtgärder and no others", async () => {
	const db = await demoDatabase();
	const kommuner = await db.selectFrom("kommun").select("id").execute();
	let seen = 0;
	for (const { id: kommunId } of kommuner) {
		const { dokument } = await findFollowUp(db, { kommunId });
		for (const { aktiviteter } of dokument)
			for (const { id, atgarder } of aktiviteter) {
				const own = await db
					.selectFrom("atgard")
					.select(["id", "title", "decided_on as decidedOn", "due_on as dueOn", "done_on as doneOn"])
					.where("aktivitet_id", "=", id)
					.where("makulerad_at", "is", null)
					.orderBy("decided_on")
					.orderBy("id")
					.execute();
				expect(atgarder).toEqual(own);
				seen += 1;
			}
	}
	expect(seen).toBe(29);
	const kommun = await kommunOf(db, "savsjo");
	const rapport = await db
		.selectFrom("rapport")
		.selectAll()
		.where("kommun_id", "=", kommun.id)
		.where("state", "=", "publicerad")
		.executeTakeFirstOrThrow();
	const [period] = periodsInForce({ from: rapport.period_from, to: rapport.period_to }, "tertial", TODAY);
	const view =
		period &&
		(await findRapportView(db, { kommunId: kommun.id, dokumentId: rapport.dokument_id, period, today: TODAY }));
	expect(view?.content.groups.length).toBeGreaterThan(0);
});
