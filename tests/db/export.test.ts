import { parse } from "csv-parse/sync";
import { sql } from "kysely";
import { beforeAll, describe, expect, test } from "vitest";
import type { KommunExport } from "#app/domain/kommunExport.ts";
import { type ExportedFile, kommunFiles } from "#app/outputs/kommunExport.server.ts";
import { verifyFile } from "#app/seal/verifyFile.server.ts";
import type { Db } from "#db/connection.server.ts";
import { exportKommun, NOT_EXPORTED } from "#db/export.server.ts";
import { demoDatabase } from "#tests/factories/demo.ts";

let db: Db;
let savsjo: KommunExport;
let alvesta: KommunExport;
let files: ExportedFile[];

beforeAll(async () => {
	db = await demoDatabase();
	savsjo = await exportKommun(db, { kommunId: await kommunIdOf("savsjo") });
	alvesta = await exportKommun(db, { kommunId: await kommunIdOf("alvesta") });
	files = kommunFiles(savsjo, { kommun: "Sävsjö", exportedAt: "2018-10-15T12:00:00Z" });
});

async function kommunIdOf(slug: string): Promise<number> {
	const row = await db.selectFrom("kommun").select("id").where("slug", "=", slug).executeTakeFirstOrThrow();
	return row.id;
}

const rowsOf = (exported: KommunExport, name: string) => exported.tables.find((table) => table.name === name)?.rows;
const fileAt = (path: string) => files.find((file) => file.path === path)?.content ?? "";

describe("what is exported of a kommun", () => {
	test("no table of the database is forgotten: each is exported, or left out for a reason", async () => {
		const { rows } = await sql<{ name: string }>`SELECT name FROM sqlite_master WHERE type = 'table'
			AND name NOT GLOB 'sqlite_*' AND name NOT GLOB 'kysely_*'`.execute(db);
		const exported = savsjo.tables.map(({ name }) => name);
		expect([...exported, ...Object.keys(NOT_EXPORTED)].sort()).toEqual(rows.map(({ name }) => name).sort());
	});

	test.each(["genomforande", "dokument", "atgard", "rapport", "mote", "plats", "audit_event"] as const)(
		"every row of %s, and none of another kommun",
		async (table) => {
			const { rows } = await sql<{ id: number }>`SELECT id FROM ${sql.table(table)}
				WHERE kommun_id = ${await kommunIdOf("savsjo")} ORDER BY id`.execute(db);
			expect(rows.length).toBeGreaterThan(0);
			expect(rowsOf(savsjo, table)?.map(({ id }) => id)).toEqual(rows.map(({ id }) => id));
		},
	);

	test.each(["genomforande_measure", "measure_version", "rapport_snapshot", "mote_punkt", "fraga", "lofte"])(
		"no row of %s is both Sävsjö's and Alvesta's, and all kommuner together have all of them",
		async (table) => {
			const ids = await db.selectFrom("kommun").select("id").execute();
			const counts = await Promise.all(
				ids.map(async ({ id }) => rowsOf(await exportKommun(db, { kommunId: id }), table)?.length ?? 0),
			);
			const { rows } = await sql<{ count: number }>`SELECT count(*) AS count FROM ${sql.table(table)}`.execute(db);
			expect(counts.reduce((sum, count) => sum + count, 0)).toBe(rows[0]?.count);
			expect(rowsOf(alvesta, table)).not.toEqual(rowsOf(savsjo, table));
		},
	);

	test("no password, token or key", () => {
		const columns = savsjo.tables.flatMap((table) => table.columns);
		expect(columns).toContain("email");
		expect(columns.filter((column) => /hash/.test(column) && column !== "sha256")).toEqual([]);
		expect(JSON.stringify(savsjo)).not.toMatch(/\$argon2|PRIVATE KEY/);
	});

	test("everybody whom a row names is among the persons", () => {
		const known = new Set(rowsOf(savsjo, "person")?.map(({ id }) => id));
		const named = savsjo.tables.flatMap(({ rows }) =>
			rows.flatMap((row) =>
				Object.entries(row).flatMap(([column, value]) =>
					value !== null && (column === "person_id" || column.endsWith("_by")) && column !== "performed_by"
						? [value]
						: [],
				),
			),
		);
		expect(named.length).toBeGreaterThan(100);
		expect(named.filter((id) => !known.has(id))).toEqual([]);
	});
});

describe("the files", () => {
	test("kommun.json holds every row as it is in the database", () => {
		const json = JSON.parse(fileAt("kommun.json"));
		expect(json.format).toBe("lofteskoll-kommun/1");
		expect(json.tables.genomforande).toEqual(rowsOf(savsjo, "genomforande"));
	});

	test("each table is a CSV that Swedish Excel reads, with as many rows", () => {
		for (const { name, rows, columns } of savsjo.tables) {
			const csv = fileAt(`csv/${name}.csv`);
			expect(csv.startsWith("\ufeff")).toBe(true);
			const read: string[][] = parse(csv, { bom: true, delimiter: ";" });
			expect(read[0], name).toEqual(columns);
			expect(read.length, name).toBe(rows.length + 1);
		}
	});

	test("text that a spreadsheet would run has an apostrophe in the CSV, and is as written in the JSON", () => {
		const table = { name: "plats", columns: ["name"], rows: [{ name: "=1+1" }] };
		const made = kommunFiles(
			{ migration: "1", tables: [table], signed: [] },
			{ kommun: "Sävsjö", exportedAt: "2018-10-15T12:00:00Z" },
		);
		expect(made.find(({ path }) => path === "csv/plats.csv")?.content).toContain("'=1+1");
		expect(JSON.parse(made.find(({ path }) => path === "kommun.json")?.content ?? "").tables.plats).toEqual(table.rows);
	});

	test("every signed report is a file that verifies with the key beside it", () => {
		const keys = new Map(
			files
				.filter(({ path }) => path.startsWith("nycklar/"))
				.map(({ path, content }) => [path.slice("nycklar/".length, -".pem".length), content]),
		);
		const reports = files.filter(({ path }) => path.startsWith("rapporter/"));
		expect(reports.length).toBe(rowsOf(savsjo, "rapport_snapshot")?.length);
		expect(reports.length).toBeGreaterThan(1);
		for (const { content } of reports)
			expect(verifyFile(Buffer.from(content), { findPublicKey: (id) => keys.get(id) }).verdict).toBe("akta");
	});

	test("no two files have the same name", () => {
		expect(new Set(files.map(({ path }) => path)).size).toBe(files.length);
	});
});
