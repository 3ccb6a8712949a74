import { sql } from "kysely";
import ts from "typescript";
import { describe, expect, test } from "vitest";
import { IMPORT_STATES } from "#app/domain/importState.ts";
import { MEASURE_KINDS } from "#app/domain/measureKind.ts";
import { DELTAGARE_ROLES, MOTE_STATES, PUNKT_KINDS, PUNKT_OUTCOMES } from "#app/domain/mote.ts";
import { OUTBOX_STATES } from "#app/domain/outbox.ts";
import { PERFORMED_BY } from "#app/domain/performedBy.ts";
import { PERIOD_KINDS } from "#app/domain/periods.ts";
import { ROLES } from "#app/domain/permissions.ts";
import { PLATS_KINDS } from "#app/domain/plats.schema.ts";
import { RAPPORT_PARTS, RAPPORT_STATES, SYNPUNKT_ROLES } from "#app/domain/rapport.ts";
import type { Db } from "#db/connection.server.ts";
import { freshDatabase } from "#tests/factories/database.ts";

interface Column {
	/** `table.column` */
	name: string;
	type: "text" | "number";
	isNullable: boolean;
	/** May be left out of an insert: a default or a row id. */
	isGenerated: boolean;
}

/** The tables; those of the log, the report, the meeting and the reminders have files of their own. */
const DECLARED_IN = [
	"db/schema.ts",
	"db/dokumentSchema.ts",
	"db/genomforandeSchema.ts",
	"db/rapportSchema.ts",
	"db/moteSchema.ts",
	"db/notisSchema.ts",
];

const declared = readDeclaration();

describe("the declared tables", () => {
	test("says of every column what the migrated database says", async () => {
		expect(declared.columns).toEqual(await readDatabase(freshDatabase()));
	});

	test.each([
		["a new column", "ALTER TABLE plats ADD COLUMN extra TEXT"],
		["a column gone", "ALTER TABLE genomforande DROP COLUMN note"],
		["a new table", "CREATE TABLE extra (id INTEGER PRIMARY KEY) STRICT"],
	])("would be caught drifting from %s", async (_kind, change) => {
		const db = freshDatabase();
		await sql.raw(change).execute(db);
		expect(declared.columns).not.toEqual(await readDatabase(db));
	});

	test.each([
		["membership.role", ROLES],
		["dokument.period_kind", PERIOD_KINDS],
		["plats.kind", PLATS_KINDS],
		["measure.kind", MEASURE_KINDS],
		["genomforande.performed_by", PERFORMED_BY],
		["atgard.owner", PERFORMED_BY],
		["part.code", ["polis", "kommun", "annan"]],
		["rapport.state", RAPPORT_STATES],
		["rapport_text.part", RAPPORT_PARTS],
		["import.state", IMPORT_STATES],
		["mote.state", MOTE_STATES],
		["mote_deltagare.role", DELTAGARE_ROLES],
		["mote_punkt.kind", PUNKT_KINDS],
		["mote_punkt.outcome", PUNKT_OUTCOMES],
		["outbox.state", OUTBOX_STATES],
		["synpunkt.role", SYNPUNKT_ROLES],
	])("%s has the same codes in the domain, the types and the database", async (column, codes) => {
		expect(declared.codes.get(column)).toEqual([...codes].sort());
		expect(await readCheckedCodes(column)).toEqual([...codes].sort());
	});
});

describe("the database", () => {
	test("has STRICT tables only", async () => {
		const { rows } = await sql<{ name: string; strict: number }>`
			SELECT name, strict FROM pragma_table_list
			WHERE schema = 'main' AND type = 'table' AND name NOT GLOB 'sqlite_*' AND name NOT GLOB 'kysely_*'`.execute(
			freshDatabase(),
		);
		expect(rows.length).toBeGreaterThan(20);
		expect(rows.filter((row) => row.strict !== 1)).toEqual([]);
	});
});

/** What schema.ts declares, as the compiler understands it. */
function readDeclaration(): { columns: Column[]; codes: Map<string, string[]> } {
	const program = ts.createProgram(DECLARED_IN, {
		strict: true,
		noEmit: true,
		allowImportingTsExtensions: true,
		module: ts.ModuleKind.ESNext,
		moduleResolution: ts.ModuleResolutionKind.Bundler,
		types: [],
	});
	const checker = program.getTypeChecker();
	const columns: Column[] = [];
	const codes = new Map<string, string[]>();
	for (const table of membersOf("Database")) {
		for (const column of membersOf(table.type.getText())) {
			const name = `${table.name}.${column.name}`;
			const generated = insideGenerated(column.type);
			const type = checker.getTypeFromTypeNode(generated ?? column.type);
			const members = type.isUnion() ? type.types : [type];
			const values = members.filter((member) => !(member.flags & ts.TypeFlags.Null));
			const isText = values.every((value) => value.flags & ts.TypeFlags.StringLike);
			const isNumber = values.every((value) => value.flags & ts.TypeFlags.NumberLike);
			if (isText === isNumber) throw new Error(`${name}: neither text nor number`);
			columns.push({
				name,
				type: isText ? "text" : "number",
				isNullable: values.length < members.length,
				isGenerated: generated !== undefined,
			});
			if (values.every((value) => value.isStringLiteral()))
				codes.set(name, values.map((value) => (value as ts.StringLiteralType).value).sort());
		}
	}
	return { columns: inOrder(columns), codes };

	function membersOf(interfaceName: string): { name: string; type: ts.TypeNode }[] {
		const found = DECLARED_IN.flatMap((file) => program.getSourceFile(file)?.statements ?? []).find(
			(statement): statement is ts.InterfaceDeclaration =>
				ts.isInterfaceDeclaration(statement) && statement.name.text === interfaceName,
		);
		if (!found) throw new Error(`no interface ${interfaceName} in ${DECLARED_IN.join(" or ")}`);
		return found.members.filter(ts.isPropertySignature).flatMap((member) => {
			if (!member.type) throw new Error(`${interfaceName}.${member.name.getText()} has no type`);
			return { name: member.name.getText(), type: member.type };
		});
	}
}

/** The `T` of `Generated<T>`. */
function insideGenerated(type: ts.TypeNode): ts.TypeNode | undefined {
	if (!ts.isTypeReferenceNode(type) || type.typeName.getText() !== "Generated") return undefined;
	return type.typeArguments?.[0];
}

async function readDatabase(db: Db): Promise<Column[]> {
	const { rows } = await sql<{
		tableName: string;
		name: string;
		type: string;
		notnull: number;
		hasDefault: number;
		pk: number;
		isWithoutRowid: number;
	}>`
		SELECT t.name AS tableName, c.name, c.type, c."notnull", c.dflt_value IS NOT NULL AS hasDefault, c.pk, t.wr AS isWithoutRowid
		FROM pragma_table_list AS t JOIN pragma_table_info(t.name) AS c
		WHERE t.schema = 'main' AND t.type = 'table' AND t.name NOT GLOB 'sqlite_*' AND t.name NOT GLOB 'kysely_*'`.execute(
		db,
	);
	return inOrder(
		rows.map((row) => {
			const isRowId = row.pk === 1 && row.type === "INTEGER" && row.isWithoutRowid === 0;
			return {
				name: `${row.tableName}.${row.name}`,
				type: row.type === "TEXT" ? ("text" as const) : ("number" as const),
				isNullable: row.notnull === 0 && row.pk === 0,
				isGenerated: row.hasDefault === 1 || isRowId,
			};
		}),
	);
}

/** The list of a column's `CHECK (column IN (…))`. */
async function readCheckedCodes(column: string): Promise<string[]> {
	const [table, name] = column.split(".");
	const { rows } = await sql<{ sql: string }>`SELECT sql FROM sqlite_master WHERE name = ${table}`.execute(
		freshDatabase(),
	);
	const list = new RegExp(`CHECK \\(${name} IN \\(([^)]*)\\)\\)`).exec(rows[0]?.sql ?? "")?.[1] ?? "";
	return [...list.matchAll(/'([^']*)'/g)].map((match) => match[1] ?? "").sort();
}

function inOrder(columns: Column[]): Column[] {
	return columns.sort((a, b) => (a.name < b.name ? -1 : 1));
}
