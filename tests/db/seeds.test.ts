import { sql } from "kysely";
import { beforeAll, describe, expect, test } from "vitest";
import { MEASURE_KINDS, type MeasureKind } from "#app/domain/measureKind.ts";
import { periodsInForce } from "#app/domain/periods.ts";
import { RAPPORT_STATES } from "#app/domain/rapport.ts";
import { STATUSES, type Status } from "#app/domain/status.ts";
import { type EvaluatedMeasure, evaluateDokument } from "#app/measures/evaluate.ts";
import { measureModule } from "#app/measures/index.ts";
import type { Db } from "#db/connection.server.ts";
import { findFollowUp } from "#db/followUp.server.ts";
import { loadDemo, loadDokument } from "#seeds/load.server.ts";
import { freshDatabase } from "#tests/factories/database.ts";
import { testSigningKey } from "#tests/factories/signingKey.ts";
import { processorTime } from "#tests/processorTime.ts";

const DEMO_DATE = "2018-10-15";
const DEMO_INSTANT = "2018-10-15T12:00:00.000Z";

describe("the five dokument alone", () => {
	let db: Db;
	beforeAll(async () => {
		db = freshDatabase();
		await loadDokument(db, DEMO_INSTANT);
	});

	test("29 aktiviteter, each word for word in its source text", async () => {
		const rows = await db
			.selectFrom("aktivitet")
			.innerJoin("dokument", "dokument.id", "aktivitet.dokument_id")
			.select(["quotation", "source_text as sourceText"])
			.execute();
		expect(rows).toHaveLength(29);
		expect(rows.filter((row) => !row.sourceText.includes(row.quotation))).toEqual([]);
	});

	test("every measure's settings are what its kind reads, with places as ids of its kommun", async () => {
		const rows = await db
			.selectFrom("measure")
			.innerJoin("measure_version", "measure_version.measure_id", "measure.id")
			.innerJoin("aktivitet", "aktivitet.id", "measure.aktivitet_id")
			.innerJoin("dokument", "dokument.id", "aktivitet.dokument_id")
			.select(["measure.kind", "settings", "kommun_id as kommunId"])
			.execute();
		const platser = await db.selectFrom("plats").select(["id", "kommun_id as kommunId"]).execute();
		for (const { kind, settings, kommunId } of rows) {
			const module = measureModule(kind);
			const parsed = module.settingsSchema.parse(JSON.parse(settings));
			const own = platser.filter((plats) => plats.kommunId === kommunId).map((plats) => plats.id);
			expect(own).toEqual(expect.arrayContaining([...module.platsIds(parsed)]));
		}
		const stadsdelar = rows.find((row) => row.kind === "coverage");
		expect(JSON.parse(stadsdelar?.settings ?? "{}").platsIds).toHaveLength(11);
	});

	test("the parties of an aktivitet, a third one made where the text names it", async () => {
		const rows = await db
			.selectFrom("aktivitet_part")
			.innerJoin("part", "part.id", "aktivitet_part.part_id")
			.innerJoin("aktivitet", "aktivitet.id", "aktivitet_part.aktivitet_id")
			.select(["part.code", "part.name"])
			.where("aktivitet.quotation", "like", "Att medverka och utveckla arbetet i BRÅ%")
			.orderBy("part.id")
			.execute();
		expect(rows).toEqual([
			{ code: "polis", name: "Polisen" },
			{ code: "kommun", name: "Kommunen" },
			{ code: "annan", name: "övriga i BRÅ" },
		]);
	});

	test("Jönköping's calendar of 2016 ticks the evenings before helgdagar", async () => {
		const rows = await db
			.selectFrom("helgkvall")
			.innerJoin("kommun", "kommun.id", "helgkvall.kommun_id")
			.select(["date", "is_ticked as isTicked"])
			.where("slug", "=", "jonkoping")
			.where("date", "like", "2016-%")
			.execute();
		const ticked = rows.filter((row) => row.isTicked === 1).map((row) => row.date);
		expect(ticked).toEqual(expect.arrayContaining(["2016-03-24", "2016-05-04", "2016-06-05", "2016-12-25"]));
		expect(ticked).not.toContain("2016-03-28");
		expect(rows.map((row) => row.date)).toContain("2016-03-28");
	});

	test("nothing is registered and nobody has an account; loading again changes nothing", async () => {
		const before = await dump(db);
		expect(before.genomforande).toEqual([]);
		expect(before.person).toEqual([]);
		await loadDokument(db, "2020-01-01T00:00:00.000Z");
		expect(await dump(db)).toEqual(before);
	});
});

describe("the demo", () => {
	let db: Db;
	let milliseconds: number;
	beforeAll(async () => {
		db = freshDatabase();
		milliseconds = await processorTime(() => loadDemo(db, { signingKey: testSigningKey() }));
	});

	test("loads in well under five seconds", () => {
		expect(milliseconds).toBeLessThan(5000);
	});

	test("is the same on every load, and a second load changes nothing", async () => {
		const other = freshDatabase();
		await loadDemo(other, { signingKey: testSigningKey() });
		const first = await dump(db);
		expect(withoutSeals(await dump(other))).toEqual(withoutSeals(first));
		await loadDemo(db, { signingKey: testSigningKey() });
		expect(await dump(db)).toEqual(first);
	});

	test("has a report in every state, and one that was put right in a second version", async () => {
		const rapporter = await db
			.selectFrom("rapport")
			.innerJoin("dokument", "dokument.id", "rapport.dokument_id")
			.innerJoin("kommun", "kommun.id", "dokument.kommun_id")
			.select(["kommun.slug", "rapport.period_code as period", "rapport.edition", "rapport.state"])
			.orderBy("rapport.id")
			.execute();
		const inSavsjo = rapporter.filter(({ slug }) => slug === "savsjo").map(({ slug: _, ...rest }) => rest);
		expect(inSavsjo).toEqual([
			{ period: "2017-T1", edition: 1, state: "publicerad" },
			{ period: "2017-T1", edition: 2, state: "publicerad" },
			{ period: "2017-T2", edition: 1, state: "publicerad" },
			{ period: "2017-T3", edition: 1, state: "publicerad" },
			{ period: "2018-T1", edition: 1, state: "signerad" },
			{ period: "2018-T2", edition: 1, state: "inlamnad" },
			{ period: "2018-T3", edition: 1, state: "utkast" },
		]);
		expect(new Set(rapporter.map(({ state }) => state))).toEqual(new Set(RAPPORT_STATES));
	});

	test("600–900 genomföranden, all marked as examples, none after the demo's clock", async () => {
		const rows = await db.selectFrom("genomforande").selectAll().execute();
		expect(rows.length).toBeGreaterThanOrEqual(600);
		expect(rows.length).toBeLessThanOrEqual(900);
		expect(rows.filter((row) => row.is_example !== 1)).toEqual([]);
		const events = await db.selectFrom("audit_event").select("at").execute();
		expect(events.filter(({ at }) => at > DEMO_INSTANT)).toEqual([]);
	});

	test("is uneven like real life: late entries, a correction, a makulering, excused tillfällen, by-products", async () => {
		const genomforanden = await db.selectFrom("genomforande").selectAll().execute();
		expect(genomforanden.filter((row) => row.created_at.slice(0, 10) > row.date).length).toBeGreaterThan(20);
		expect(genomforanden.filter((row) => row.revision > 1)).toHaveLength(1);
		expect(genomforanden.filter((row) => row.makulerad_reason !== null)).toHaveLength(1);
		expect((await db.selectFrom("excused_slot").select("id").execute()).length).toBeGreaterThan(10);
		expect((await db.selectFrom("biprodukt").select("kind").execute()).length).toBeGreaterThan(40);
	});

	test("two fördelningar are agreed by both in Sävsjö 2017, and one waits for the kommun in 2018", async () => {
		const rows = await db
			.selectFrom("fordelning")
			.innerJoin("measure", "measure.id", "fordelning.measure_id")
			.select(["measure.name", "parts", "polis_confirmed_at as polis", "kommun_confirmed_at as kommun"])
			.orderBy("fordelning.id")
			.execute();
		expect(rows.map(({ name, parts }) => [name, Object.values(JSON.parse(parts))])).toEqual([
			["Riktad insats", [3, 4, 3]],
			["Samverkansmöte", [1, 2, 1]],
			["Riktad insats", [0, 3, 2, 3, 2, 3, 2]],
			["Samverkansmöte", expect.any(Array)],
		]);
		expect(rows.map(({ polis, kommun }) => [polis !== null, kommun !== null])).toEqual([
			[true, true],
			[true, true],
			[true, false],
			[true, true],
		]);
	});

	test("Sävsjö's fasta tidpunkter were answered: a second version with its reason, and the fråga", async () => {
		const versions = await db
			.selectFrom("measure_version")
			.innerJoin("measure", "measure.id", "measure_version.measure_id")
			.select(["valid_from as validFrom", "reason"])
			.where("measure.name", "=", "Polis på plats i centrum")
			.orderBy("valid_from")
			.execute();
		expect(versions).toEqual([
			{ validFrom: "2018-04-10", reason: null },
			{ validFrom: "2018-05-01", reason: expect.stringMatching(/^Exempeldata: /) },
		]);
		const answers = await db.selectFrom("fraga").select("answer").where("answer", "is not", null).execute();
		expect(answers).toEqual([{ answer: expect.stringMatching(/^Exempeldata: tisdagar och torsdagar/) }]);
	});

	test("the accounts are called by role, one per role and kommun and one officer with several kommuner", async () => {
		const persons = await db.selectFrom("person").select(["name", "email", "is_demo", "password_hash"]).execute();
		expect(persons).toHaveLength(21);
		expect(persons.filter((person) => person.is_demo !== 1 || person.password_hash !== null)).toEqual([]);
		expect(persons).toContainEqual(
			expect.objectContaining({ name: "Kommunpolis i Sävsjö", email: "kommunpolis.savsjo@exempel.se" }),
		);
		const several = await db
			.selectFrom("membership")
			.innerJoin("person", "person.id", "membership.person_id")
			.innerJoin("kommun", "kommun.id", "membership.kommun_id")
			.select(["slug", "role"])
			.where("email", "=", "kommunpolis-flera@exempel.se")
			.orderBy("slug")
			.execute();
		expect(several).toEqual([
			{ slug: "alvesta", role: "kommunpolis" },
			{ slug: "jonkoping", role: "ledamot" },
			{ slug: "savsjo", role: "kommunpolis" },
		]);
	});

	test("shows every status and, for every kind, a calculation", async () => {
		const seen = await findAllEvaluated(db);
		expect(new Set(seen.map(({ measure }) => measure.calculation.status))).toEqual(new Set<Status>(STATUSES));
		expect(new Set(seen.map(({ measure }) => measure.kind))).toEqual(new Set<MeasureKind>(MEASURE_KINDS));
	});

	test.each<[title: string, period: string, measure: string, status: Status, figure: string]>([
		["Medborgarlöften i Sävsjö kommun 2017", "2017-T1", "Riktad insats", "ej_natt", "2 av minst 10"],
		["Medborgarlöften i Sävsjö kommun 2017", "2017-T3", "Riktad insats", "natt", "12 av minst 10"],
		["Medborgarlöften i Sävsjö kommun 2017", "2017-T3", "Samverkansmöte", "natt", "4 av minst 4"],
		["Medborgarlöfte i Sävsjö kommun 2018–2019", "2018-T2", "Riktad insats", "ej_natt", "2 av minst 15"],
		["Medborgarlöfte i Sävsjö kommun 2018–2019", "2018-T3", "Riktad insats", "efter", "2 av minst 15"],
		["Medborgarlöfte i Sävsjö kommun 2018–2019", "2018-T3", "Samverkansmöte", "natt", "3 av minst 4"],
		["Medborgarlöften i Sunne 2016–2017", "2018-T3", "Beslutade åtgärder", "efter", "7 av 11 utförda"],
		["Medborgarlöfte i Alvesta 2017–2018", "2018-T3", "Hastighetskontroll", "pa_vag", "6 av 7 platser"],
		["Medborgarlöfte i Alvesta 2017–2018", "2018-T3", "Cityvärdar införda", "inte_igang", "Inte klart"],
	])("%s, %s: %s is %s", async (title, period, name, status, figure) => {
		const seen = await findAllEvaluated(db);
		const one = seen.find((row) => row.title === title && row.period === period && row.measure.name === name);
		expect({ status: one?.measure.calculation.status, figure: one?.measure.calculation.figure }).toEqual({
			status,
			figure,
		});
	});
});

/** Every measure of every dokument in each of its periods up to the demo date. */
async function findAllEvaluated(db: Db): Promise<{ title: string; period: string; measure: EvaluatedMeasure }[]> {
	const kommuner = await db.selectFrom("kommun").select("id").execute();
	const seen: { title: string; period: string; measure: EvaluatedMeasure }[] = [];
	for (const { id } of kommuner) {
		const followUp = await findFollowUp(db, { kommunId: id });
		for (const dokument of followUp.dokument) {
			const inForce = { from: dokument.inForceFrom, to: dokument.inForceTo };
			for (const period of periodsInForce(inForce, dokument.periodKind, DEMO_DATE)) {
				const evaluated = evaluateDokument(followUp, dokument, { period, today: DEMO_DATE });
				for (const measure of evaluated?.aktiviteter.flatMap((aktivitet) => aktivitet.measures) ?? [])
					seen.push({ title: dokument.title, period: period.code, measure });
			}
		}
	}
	return seen;
}

/** Every row of every table. */
/** A verification code is drawn by lot, and what is signed holds it: those alone differ between two loads. */
function withoutSeals({ rapport_snapshot, audit_event, ...rest }: Record<string, unknown[]>) {
	const snapshots = (rapport_snapshot ?? []) as { rapport_id: number; content: string; public_content: string }[];
	const events = (audit_event ?? []) as { action: string; detail: string }[];
	const contentOf = (text: string) => ({ ...JSON.parse(text), signature: null, publicSha256: null });
	return {
		...rest,
		rapport_snapshot: snapshots.map((row) => [row.rapport_id, contentOf(row.content), contentOf(row.public_content)]),
		audit_event: events.map((row) => ({ ...row, detail: row.action === "rapport.signed" ? null : row.detail })),
	};
}

async function dump(db: Db): Promise<Record<string, unknown[]>> {
	const tables = await db.introspection.getTables();
	const rows: Record<string, unknown[]> = {};
	for (const { name } of tables) rows[name] = (await sql`SELECT * FROM ${sql.table(name)}`.execute(db)).rows;
	return rows;
}
