import { columnLetter } from "#app/domain/columnLetter.ts";
import { formatNumber, shortened } from "#app/domain/format.ts";
import { performedByName } from "#app/domain/performedBy.ts";
import type { SheetTable } from "#app/domain/sheetTable.ts";
import { readQuantityCell } from "#app/import/cells.ts";
import type { ColumnRole, ImportFacts, ImportMapping } from "#app/import/content.ts";
import { dataRows } from "#app/import/fileNames.ts";
import { roleGroups, roleName } from "#app/import/roleName.ts";
import type { Option } from "#app/ui/Field.tsx";
import { type Checked, measureGroups, type OptionGroup, PERFORMERS } from "./checked.server.ts";

const MOST_COLUMNS = 60;
const HEADING_CHOICES = 12;
const LONGEST_SAMPLE = 40;

export type ColumnsPart = ReturnType<typeof columnsPart>;

/** What is read of the file and from which columns, and what else they can be. */
export function columnsPart({ sheets, mapping, facts, check }: Checked) {
	const rows = sheets[mapping.sheet]?.rows ?? [];
	const headings = rows.find(({ number }) => number === mapping.headerRow)?.cells ?? [];
	const data = dataRows(sheets, mapping);
	const width = Math.max(
		mapping.columns.length,
		headings.length,
		...data.slice(0, 200).map(({ cells }) => cells.length),
	);
	const all = Array.from({ length: Math.min(width, MOST_COLUMNS) }, (_, index) => ({
		index,
		letter: columnLetter(index),
		heading: shortened((headings[index] ?? "").trim(), LONGEST_SAMPLE) || null,
		samples: samplesOf(data, index),
		role: mapping.columns[index] ?? "unused",
	}));
	const list = all.filter(({ heading, samples, role }) => heading || samples.length > 0 || role !== "unused");
	return {
		rowCount: formatNumber(data.length),
		sheetName: sheets.length > 1 ? (sheets[mapping.sheet]?.name ?? null) : null,
		sheets: sheets.map(({ name, rows: { length } }, index) => ({
			value: String(index),
			label: `${name ?? `Blad ${index + 1}`} (${formatNumber(length)} rader)`,
		})),
		sheet: String(mapping.sheet),
		headerRows: headerRowOptions(rows, mapping.headerRow),
		headerRow: mapping.headerRow,
		list,
		roles: roleGroups(facts.measures).map(
			({ label, roles }): OptionGroup => ({
				label,
				options: roles.map(({ role, name }) => ({ value: role, label: name })),
			}),
		),
		readings: list
			.filter(({ role }) => role !== "unused")
			.map(({ role, letter, heading }) => ({
				what: roleName(role, facts.measures),
				from: heading === null ? `kolumn ${letter}` : `”${heading}”`,
			})),
		unreadNumbers: unreadNumbers(list),
		unused: list.filter(({ role }) => role === "unused").map(({ heading, letter }) => heading ?? `kolumn ${letter}`),
		fixed: {
			measureId: String(mapping.fixed.measureId ?? ""),
			performedBy: mapping.fixed.performedBy ?? "",
			year: String(mapping.fixed.year ?? ""),
		},
		measures: measureGroups(facts),
		performers: PERFORMERS,
		fixedReadings: fixedReadings(mapping, facts),
		/** What one choice for the whole file is enough for. */
		asks: {
			measure: check.mappingFaults.some(({ field }) => field === "fixed.measureId"),
			performer: check.mappingFaults.some(({ field }) => field === "fixed.performedBy"),
		},
		faults: check.mappingFaults.filter(({ field }) => !field.startsWith("fixed.")).map(({ message }) => message),
	};
}

/** Columns of numbers that nothing reads, where no column says how many: then each row is one. */
function unreadNumbers(
	columns: readonly { role: ColumnRole; heading: string | null; letter: string; samples: string[] }[],
) {
	if (columns.some(({ role }) => role === "quantity" || role.startsWith("measure."))) return [];
	return columns
		.filter(({ role, samples }) => role === "unused" && samples.length > 0)
		.filter(({ samples }) => samples.every((sample) => readQuantityCell(sample) !== undefined))
		.map(({ heading, letter }) => (heading === null ? `kolumn ${letter}` : `”${heading}”`));
}

/** What the choices for the whole file say, where there are any. */
function fixedReadings(
	{ columns, fixed }: ImportMapping,
	{ measures }: ImportFacts,
): { what: string; value: string }[] {
	const measure = measures.find(({ id }) => id === fixed.measureId);
	const rest = (role: "aktivitet" | "performedBy") => (columns.includes(role) ? "där inget står" : "alla rader");
	return [
		...(measure ? [{ what: "Aktivitet", value: `${measure.name} (${rest("aktivitet")})` }] : []),
		...(fixed.performedBy
			? [{ what: "Utförd av", value: `${performedByName(fixed.performedBy)} (${rest("performedBy")})` }]
			: []),
		...(fixed.year ? [{ what: "År", value: `${fixed.year} (dagar utan årtal)` }] : []),
	];
}

/** The first three values of a column that say different things. */
function samplesOf(rows: SheetTable["rows"], column: number): string[] {
	const samples = new Set<string>();
	for (const { cells } of rows) {
		const value = (cells[column] ?? "").trim();
		if (value !== "") samples.add(shortened(value, LONGEST_SAMPLE));
		if (samples.size === 3) break;
	}
	return [...samples];
}

function headerRowOptions(rows: SheetTable["rows"], chosen: number): Option[] {
	const offered = rows.filter(({ number }, index) => index < HEADING_CHOICES || number === chosen);
	return [
		...offered.map(({ number, cells }) => ({
			value: String(number),
			label: `Rad ${number}: ${shortened(cells.filter((cell) => cell !== "").join(", "), 60)}`,
		})),
		{ value: "0", label: "Filen har inga rubriker" },
	];
}
