import { stringify } from "csv-stringify/sync";
import type { IsoInstant } from "#app/domain/dates.ts";
import { compareSwedish, formatNumber } from "#app/domain/format.ts";
import type { ExportedTable, KommunExport } from "#app/domain/kommunExport.ts";
import { sealFile } from "#app/seal/sealedFile.server.ts";
import { inertText } from "./inertText.server.ts";

/** The form of `kommun.json`; a reader that does not know the number should not guess. */
export const EXPORT_FORMAT = "lofteskoll-kommun/1";

export interface ExportedFile {
	/** Within the folder, with `/` between. */
	path: string;
	content: string;
}

/**
 * Everything of a kommun as files, for the archive or for another system: `kommun.json` with all of it, a CSV for each
 * table, the signed reports as files that can be verified, the public keys, and a text that says what is what.
 *
 * @param kommun its name
 * @param exportedAt when the rows were read
 */
export function kommunFiles(
	exported: KommunExport,
	{ kommun, exportedAt }: { kommun: string; exportedAt: IsoInstant },
): ExportedFile[] {
	const { migration, tables, signed } = exported;
	const json = {
		format: EXPORT_FORMAT,
		migration,
		exportedAt,
		tables: Object.fromEntries(tables.map(({ name, rows }) => [name, rows])),
	};
	return [
		{ path: "LÄSMIG.txt", content: readMe(exported, { kommun, exportedAt }) },
		{ path: "kommun.json", content: `${JSON.stringify(json, null, "\t")}\n` },
		...tables.map((table) => ({ path: `csv/${table.name}.csv`, content: tableCsv(table) })),
		...signed.map((one) => ({ path: `rapporter/${rapportName(one, signed)}.json`, content: sealFile(one) })),
		...publicKeys(tables),
	];
}

/** `2018-T1-version-1`, and with the dokument's number where two dokument have a report of the same period. */
function rapportName(one: KommunExport["signed"][number], all: KommunExport["signed"]): string {
	const isShared = all.some(
		({ periodCode, dokumentId }) => periodCode === one.periodCode && dokumentId !== one.dokumentId,
	);
	return `${one.periodCode}${isShared ? `-dokument-${one.dokumentId}` : ""}-version-${one.edition}`;
}

function publicKeys(tables: readonly ExportedTable[]): ExportedFile[] {
	const keys = tables.find(({ name }) => name === "signing_key")?.rows ?? [];
	return keys.map(({ id, public_key }) => ({ path: `nycklar/${id}.pem`, content: String(public_key) }));
}

/** As Swedish Excel and LibreOffice read it. Text that could be run as a formula has an apostrophe before it. */
function tableCsv({ columns, rows }: ExportedTable): string {
	return stringify([columns, ...rows.map((row) => columns.map((column) => row[column]))], {
		bom: true,
		delimiter: ";",
		record_delimiter: "\r\n",
		quoted_match: /[;,"\t\r\n]|^\s|\s$/,
		cast: { string: inertText, number: (value) => String(value).replace(".", ",") },
	});
}

function readMe(
	{ migration, tables, signed }: KommunExport,
	{ kommun, exportedAt }: { kommun: string; exportedAt: IsoInstant },
): string {
	const widest = Math.max(...tables.map(({ name }) => name.length));
	const counts = [...tables]
		.sort((a, b) => compareSwedish(a.name, b.name))
		.map(({ name, rows }) => `  ${name.padEnd(widest)}  ${formatNumber(rows.length)} rader`);
	return [
		`Allt som Löfteskoll har om ${kommun}, hämtat ${exportedAt}.`,
		"",
		"kommun.json    allt i en fil; läs den här om något ska in i ett annat system",
		"csv/           samma rader, en fil per tabell, för kalkylprogram (UTF-8, semikolon)",
		"rapporter/     varje signerad rapport så som den signerades; går att kontrollera med",
		"               verifiera FIL --nyckel NYCKEL.pem, eller på sidan /kontrollera",
		"nycklar/       de publika nycklar som rapporterna är signerade med",
		"",
		"Datum är svenska dagar (2018-04-30) och tidpunkter är UTC. 0 och 1 betyder nej och ja. Kolumner som slutar på _id",
		"eller _by pekar på en rad i en annan tabell. settings, content, frozen, parts och detail är JSON. I csv-filerna står",
		"en apostrof före text som ett kalkylprogram annars kan köra som en formel; kommun.json har texten som den skrevs.",
		"Makulerade registreringar är med, med orsak. Lösenord, inbjudningarnas nycklar och kalendrarnas adresser är inte med.",
		"Här finns namn och e-postadress till dem som har arbetat i kommunen: hantera filerna därefter.",
		"",
		`Tabellernas form: ${migration}. Signerade rapporter: ${signed.length}.`,
		"",
		...counts,
		"",
	].join("\r\n");
}
