import { BIPRODUKT_NAME, BIPRODUKTER, type Biprodukt } from "#app/domain/biprodukter.ts";
import { formatNumber } from "#app/domain/format.ts";
import type { SheetTable } from "#app/domain/sheetTable.ts";
import { readDateCell } from "./cells.ts";
import {
	type ColumnRole,
	type ImportFacts,
	type ImportMapping,
	type ImportMeasure,
	MOST_IMPORT_ROWS,
	type UnknownName,
} from "./content.ts";
import { foldedName } from "./foldedName.ts";

export type SheetRow = SheetTable["rows"][number];

/** How the rows of a sheet are read, once the mapping has been found to make sense. */
export interface ImportPlan {
	rows: readonly SheetRow[];
	/** The folded heading of the days, by which a repeated one is known; null: there is none. */
	dateHeading: string | null;
	/** Column numbers from 0; undefined: there is no such column. */
	date: number;
	aktivitet: number | undefined;
	quantity: number | undefined;
	plats: number | undefined;
	performedBy: number | undefined;
	note: number | undefined;
	biprodukter: { column: number; code: Biprodukt; label: string }[];
	/** A column for each of several mått: how many of it. */
	measures: { column: number; measure: ImportMeasure }[];
	/** What a row without a name of its own counts toward. */
	fixedMeasure: ImportMeasure | undefined;
	measureById: ReadonlyMap<number, ImportMeasure>;
	/** Those of the same folded name, in every dokument. */
	measuresByName: ReadonlyMap<string, readonly ImportMeasure[]>;
}

export interface MappingFault {
	field: string;
	message: string;
}

type ImportPlanned = { plan: ImportPlan; faults: [] } | { plan: null; faults: MappingFault[] };

/** Roles that at most one column can have, as people call them. */
const SINGLE_ROLES = {
	date: "datum",
	aktivitet: "aktivitet",
	quantity: "antal",
	plats: "plats",
	performedBy: "utförd av",
	note: "anteckning",
} as const;

/** What the mapping means for this file, or what is wrong with it. Ids that are not the kommun's are refused. */
export function planImport(
	sheets: readonly SheetTable[],
	mapping: ImportMapping,
	facts: Pick<ImportFacts, "measures" | "platser">,
): ImportPlanned {
	const sheet = sheets[mapping.sheet];
	if (!sheet) return refused({ field: "sheet", message: "Blad: välj ett av bladen i filen." });
	const rows = sheet.rows.filter(({ number }) => number > mapping.headerRow);
	const measureById = new Map(facts.measures.map((measure) => [measure.id, measure]));
	const faults = [
		...rowFaults(rows),
		...columnFaults(mapping, measureById),
		...nameFaults(mapping, { measureById, platsIds: new Set(facts.platser.map(({ id }) => id)) }),
	];
	if (faults.length > 0) return refused(...faults);
	const header = sheet.rows.find(({ number }) => number === mapping.headerRow);
	const column = (role: ColumnRole) => {
		const index = mapping.columns.indexOf(role);
		return index === -1 ? undefined : index;
	};
	const fixedId = mapping.fixed.measureId;
	return {
		faults: [],
		plan: {
			rows,
			dateHeading: dateHeadingOf(header?.cells[column("date") ?? 0] ?? ""),
			date: column("date") ?? 0,
			aktivitet: column("aktivitet"),
			quantity: column("quantity"),
			plats: column("plats"),
			performedBy: column("performedBy"),
			note: column("note"),
			biprodukter: BIPRODUKTER.flatMap((code) => {
				const index = column(`biprodukt.${code}`);
				return index === undefined ? [] : [{ column: index, code, label: BIPRODUKT_NAME[code] }];
			}),
			measures: mapping.columns.flatMap((role, index) => {
				const measure = measureById.get(measureIdOf(role) ?? 0);
				return measure ? [{ column: index, measure }] : [];
			}),
			fixedMeasure: fixedId === null ? undefined : measureById.get(fixedId),
			measureById,
			measuresByName: groupedByName(facts.measures),
		},
	};
}

/** The mått that a column counts; undefined for another role. */
export function measureIdOf(role: ColumnRole): number | undefined {
	return role.startsWith("measure.") ? Number(role.slice("measure.".length)) : undefined;
}

/** The mått whose name is the same when it is folded, in the order of the texts. */
export function groupedByName(measures: readonly ImportMeasure[]): Map<string, ImportMeasure[]> {
	const groups = new Map<string, ImportMeasure[]>();
	for (const measure of measures) {
		const name = foldedName(measure.name);
		const group = groups.get(name);
		if (group) group.push(measure);
		else groups.set(name, [measure]);
	}
	return groups;
}

/** Collects the names that the mapping does not know, each with its rows. */
export class UnknownNames {
	private readonly byFolded = new Map<string, UnknownName>();

	add(written: string, folded: string): void {
		const known = this.byFolded.get(folded);
		if (known) known.rows++;
		else this.byFolded.set(folded, { written, folded, rows: 1 });
	}

	all(): UnknownName[] {
		return [...this.byFolded.values()];
	}
}

/** A day is none: then the table has no headings, or another row was taken for them. */
function dateHeadingOf(text: string): string | null {
	return "problem" in readDateCell(text, LEAP_YEAR) ? foldedName(text) || null : null;
}

const LEAP_YEAR = 2000;

function refused(...faults: MappingFault[]): ImportPlanned {
	return { plan: null, faults };
}

function rowFaults(rows: readonly SheetRow[]): MappingFault[] {
	if (rows.length <= MOST_IMPORT_ROWS) return [];
	const most = formatNumber(MOST_IMPORT_ROWS);
	return [{ field: "sheet", message: `Blad: bladet har fler än ${most} rader. Dela upp det på flera filer.` }];
}

function columnFaults(
	{ columns, fixed }: ImportMapping,
	measureById: ReadonlyMap<number, ImportMeasure>,
): MappingFault[] {
	const faults: string[] = [];
	if (!columns.includes("date")) faults.push("Kolumner: välj vilken kolumn som är datum.");
	for (const [role, name] of Object.entries(SINGLE_ROLES))
		if (columns.filter((one) => one === role).length > 1) faults.push(`Kolumner: välj bara en kolumn för ${name}.`);
	for (const code of BIPRODUKTER)
		if (columns.filter((one) => one === `biprodukt.${code}`).length > 1)
			faults.push(`Kolumner: välj bara en kolumn för ${BIPRODUKT_NAME[code]}.`);
	const measureIds = columns.flatMap((role) => measureIdOf(role) ?? []);
	if (new Set(measureIds).size < measureIds.length) faults.push("Kolumner: välj varje aktivitet för bara en kolumn.");
	if (measureIds.some((id) => !measureById.has(id)))
		faults.push("Kolumner: en aktivitet finns inte i den här kommunen. Välj en annan.");
	const isWide = measureIds.length > 0;
	if (isWide && (columns.includes("aktivitet") || columns.includes("quantity")))
		faults.push("Kolumner: välj antingen kolumner för aktivitet och antal, eller en kolumn med antal per aktivitet.");
	return [
		...faults.map((message) => ({ field: "columns", message })),
		...(isWide || columns.includes("aktivitet") ? [] : fixedMeasureFaults(fixed)),
		...(columns.includes("performedBy") || fixed.performedBy !== null
			? []
			: [{ field: "fixed.performedBy", message: "Utförd av: välj vem som utförde aktiviteterna i filen." }]),
	];
}

function fixedMeasureFaults({ measureId }: ImportMapping["fixed"]): MappingFault[] {
	if (measureId !== null) return [];
	return [
		{
			field: "fixed.measureId",
			message: "Aktivitet: välj en kolumn för aktivitet, eller vilken aktivitet hela bladet handlar om.",
		},
	];
}

function nameFaults(
	{ aktiviteter, platser, fixed }: ImportMapping,
	{ measureById, platsIds }: { measureById: ReadonlyMap<number, ImportMeasure>; platsIds: ReadonlySet<number> },
): MappingFault[] {
	const faults: MappingFault[] = [];
	const isElsewhere = (id: number | null) => id !== null && !measureById.has(id);
	if (isElsewhere(fixed.measureId))
		faults.push({ field: "fixed.measureId", message: "Aktivitet: den finns inte i den här kommunen." });
	if (Object.values(aktiviteter).some(isElsewhere))
		faults.push({ field: "aktiviteter", message: "Aktivitet: den finns inte i den här kommunen." });
	if (Object.values(platser).some((id) => id !== null && !platsIds.has(id)))
		faults.push({ field: "platser", message: "Plats: platsen finns inte på kommunens lista." });
	return faults;
}
