import type { ActionFunctionArgs, LoaderFunctionArgs } from "@remix-run/node";
import { beforeEach, describe, expect, test } from "vitest";
import { savePlats } from "#app/commands/savePlats.server.ts";
import { checkImport } from "#app/import/check.ts";
import { guessMapping } from "#app/import/guess.ts";
import { findImportFacts } from "#app/import/importFacts.server.ts";
import { loader as csv } from "#app/routes/intern.$kommun.import.mall[.csv]/route.ts";
import { loader as xlsx } from "#app/routes/intern.$kommun.import.mall[.xlsx]/route.ts";
import type { Db } from "#db/connection.server.ts";
import { demoDatabase, kommunOf } from "#tests/factories/demo.ts";
import { sheetsOf } from "#tests/unit/inputs/sheetReading.ts";
import { partsOf, zipOf } from "#tests/unit/inputs/zipOf.ts";
import { ORIGIN, signedIn, startTestRuntime } from "./context.ts";

const TODAY = "2018-10-15";
const LOADERS = { csv, xlsx };
const HEADINGS = [
	"Datum",
	"Aktivitet",
	"Antal",
	"Plats",
	"Utförd av",
	"Anteckning",
	"Beslag",
	"Anmälningar",
	"Ordningsböter",
	"Rapporterade trafikbrott",
	"Omhändertaganden (LOB)",
	"Gripanden",
	"Avvisningar och avlägsnanden",
	"Orosanmälningar",
	"Tillsyner",
];
const ROLES = [
	"date",
	"aktivitet",
	"quantity",
	"plats",
	"performedBy",
	"note",
	"biprodukt.beslag",
	"biprodukt.anmalningar",
	"biprodukt.ordningsbot",
	"biprodukt.trafikbrott",
	"biprodukt.omhandertaganden",
	"biprodukt.gripanden",
	"biprodukt.avvisningar",
	"biprodukt.orosanmalningar",
	"biprodukt.tillsyner",
];

let db: Db;
let kommunId: number;
let samordnare: Awaited<ReturnType<typeof signedIn>>;

beforeEach(async () => {
	db = await demoDatabase();
	startTestRuntime({ db });
	const kommun = await kommunOf(db, "savsjo");
	kommunId = kommun.id;
	samordnare = await signedIn({ db, roles: ["samordnare"], kommun });
});

async function fetchMall(format: keyof typeof LOADERS): Promise<{ headers: Headers; bytes: Buffer }> {
	const args: LoaderFunctionArgs | ActionFunctionArgs = {
		request: new Request(new URL(`/intern/savsjo/import/mall.${format}`, ORIGIN), {
			headers: { Cookie: samordnare.cookie },
		}),
		params: { kommun: "savsjo" },
		context: { cspNonce: "", clientIp: "192.0.2.1" },
	};
	const response = await LOADERS[format](args);
	expect(response.status).toBe(200);
	return { headers: response.headers, bytes: Buffer.from(await response.arrayBuffer()) };
}

/** What the import makes of a template with rows in it. */
async function imported(bytes: Buffer) {
	const sheets = await sheetsOf(bytes);
	const facts = await findImportFacts(db, { kommunId, today: TODAY });
	const mapping = guessMapping(sheets, facts);
	return { mapping, check: checkImport(sheets, mapping, facts) };
}

describe("the template", () => {
	test.each([
		["xlsx", "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet"],
		["csv", "text/csv; charset=utf-8; header=present"],
	] as const)("says that a %s is one, to save", async (format, type) => {
		const { headers } = await fetchMall(format);
		expect(headers.get("Content-Type")).toBe(type);
		expect(headers.get("Content-Disposition")).toBe(
			`attachment; filename="mall-for-import-savsjo.${format}"; filename*=UTF-8''mall-f%C3%B6r-import-s%C3%A4vsj%C3%B6.${format}`,
		);
	});

	test("has the headings, and on a second sheet all that the kommun may choose", async () => {
		const plats = { platsId: null, version: null, kind: "plats", isActive: true } as const;
		await savePlats(db, samordnare.actor, { ...plats, name: "=Nya torget" });
		const [rows, choices, ...more] = await sheetsOf((await fetchMall("xlsx")).bytes);
		expect([rows?.name, choices?.name, more]).toEqual(["Registreringar", "Att välja bland", []]);
		expect(rows?.rows).toEqual([{ number: 1, cells: HEADINGS }]);
		const column = (index: number) => choices?.rows.flatMap(({ cells }) => cells[index] || []) ?? [];
		expect(column(0).slice(0, 2)).toEqual(["Aktivitet", expect.stringMatching(/\S/)]);
		expect(column(1)).toContain("=Nya torget");
		expect(column(1)).toEqual(["Plats", ...column(1).slice(1).toSorted(new Intl.Collator("sv").compare)]);
		expect(column(2)).toEqual(["Utförd av", "Polisen", "Kommunen", "Polisen och kommunen", "Annan part"]);
	});

	test("as .csv is the headings alone, as Swedish Excel reads them", async () => {
		const { bytes } = await fetchMall("csv");
		expect(bytes.toString("utf8")).toBe(`\ufeff${HEADINGS.join(";")}\r\n`);
		expect((await sheetsOf(bytes))[0]?.rows).toEqual([{ number: 1, cells: HEADINGS }]);
	});

	test.each(["xlsx", "csv"] as const)("is no import while nothing is written in it (%s)", async (format) => {
		const { check } = await imported((await fetchMall(format)).bytes);
		expect(check.rows).toEqual([]);
	});

	test("is the same bytes each time, with lists to choose from in its cells", async () => {
		const { bytes } = await fetchMall("xlsx");
		expect((await fetchMall("xlsx")).bytes.equals(bytes)).toBe(true);
		const sheet = String(partsOf(bytes)["xl/worksheets/sheet1.xml"]);
		expect(sheet.match(/sqref="[^"]*"><formula1>[^<]*/g)).toEqual([
			expect.stringMatching(/^sqref="B2:B10001"><formula1>'Att välja bland'!\$A\$2:\$A\$\d+$/),
			expect.stringMatching(/^sqref="D2:D10001"><formula1>'Att välja bland'!\$B\$2:\$B\$\d+$/),
			"sqref=\"E2:E10001\"><formula1>'Att välja bland'!$C$2:$C$5",
		]);
	});
});

describe("what is written in the template is understood without a question", () => {
	async function rowsFor(names: { aktiviteter: string[]; platser: string[] }): Promise<string[][]> {
		return names.aktiviteter.map((aktivitet, index) => [
			"2018-05-04",
			aktivitet,
			"1",
			names.platser[index % names.platser.length] ?? "",
			["Polisen", "Kommunen", "Polisen och kommunen", "Annan part"][index % 4] ?? "",
			"Lugnt",
			"1",
			...Array(8).fill("2"),
		]);
	}

	async function choicesIn(bytes: Buffer): Promise<{ aktiviteter: string[]; platser: string[] }> {
		const rows = (await sheetsOf(bytes))[1]?.rows.slice(1).map(({ cells }) => cells) ?? [];
		return {
			aktiviteter: rows.flatMap(([aktivitet]) => aktivitet || []),
			platser: rows.flatMap(([, plats]) => plats || []),
		};
	}

	test("every aktivitet, place and by-product, in either format", async () => {
		const template = (await fetchMall("xlsx")).bytes;
		const rows = await rowsFor(await choicesIn(template));
		expect(rows.length).toBeGreaterThan(3);
		const parts = partsOf(template);
		const written = rows.map((cells, index) => {
			const inner = cells.map((text) => `<c t="inlineStr"><is><t>${text.replaceAll("&", "&amp;")}</t></is></c>`);
			return `<row r="${index + 2}">${inner.join("")}</row>`;
		});
		const name = "xl/worksheets/sheet1.xml";
		const filled = zipOf({
			...parts,
			[name]: String(parts[name]).replace("</sheetData>", `${written.join("")}</sheetData>`),
		});
		const lines = rows.map((cells) => cells.map((text) => `"${text.replaceAll('"', '""')}"`).join(";"));
		const filledCsv = Buffer.concat([(await fetchMall("csv")).bytes, Buffer.from(`${lines.join("\r\n")}\r\n`)]);
		for (const file of [filled, filledCsv]) {
			const { mapping, check } = await imported(file);
			expect([mapping.sheet, mapping.headerRow]).toEqual([0, 1]);
			expect(mapping.columns).toEqual(ROLES);
			expect(check.mappingFaults).toEqual([]);
			expect(check.unknown).toEqual({ aktiviteter: [], platser: [], performers: [] });
		}
	});
});
