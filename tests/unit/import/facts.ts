import { createHash } from "node:crypto";
import type { SheetTable } from "#app/domain/sheetTable.ts";
import { checkImport } from "#app/import/check.ts";
import type { ImportCheck, ImportFacts, ImportMapping, ImportMeasure } from "#app/import/content.ts";

const MEASURE: ImportMeasure = {
	id: 1,
	kind: "count",
	name: "Fotpatrull",
	aktivitetstyp: "fotpatrullering",
	quotation: "Minst 100 fotpatruller i centrum",
	dokumentId: 1,
	dokumentTitle: "Medborgarlöfte 2018",
	inForceFrom: "2018-01-01",
	inForceTo: "2018-12-31",
	quantityField: { label: null, isMeasuredValue: false },
};

export const FOTPATRULL = 1;
export const MOTE = 2;
export const HASTIGHET = 3;
export const ATGARDER = 4;
export const MOTE_2017 = 5;
export const NATTVANDRING = 6;

/** A kommun with a dokument of 2018 and one of 2017; both have "Samverkansmöte". Today is 15 October 2018. */
export function importFacts(overrides: Partial<ImportFacts> = {}): ImportFacts {
	const older = { dokumentId: 2, dokumentTitle: "Löfte 2017", inForceFrom: "2017-01-01", inForceTo: "2017-12-31" };
	return {
		today: "2018-10-15",
		measures: [
			MEASURE,
			{
				...MEASURE,
				id: MOTE,
				kind: "recurring",
				name: "Samverkansmöte",
				aktivitetstyp: "samverkansmöte",
				quotation: "Polis och skola träffas varje månad",
			},
			{
				...MEASURE,
				id: HASTIGHET,
				kind: "outcome",
				name: "Medelhastighet",
				aktivitetstyp: "hastighetsmätning",
				quotation: "Sänkta hastigheter vid Storgatan",
				quantityField: { label: "Uppmätt värde", isMeasuredValue: true },
			},
			{
				...MEASURE,
				id: ATGARDER,
				kind: "actions",
				name: "Beslutade åtgärder",
				aktivitetstyp: "trygghetsvandring",
				quotation: "Trygghetsvandringar vars beslut genomförs",
				quantityField: null,
			},
			{
				...MEASURE,
				id: NATTVANDRING,
				name: "Nattvandring",
				aktivitetstyp: "nattvandring",
				quotation: "Föreningar går ut på stan om kvällarna",
			},
			{
				...MEASURE,
				...older,
				id: MOTE_2017,
				kind: "recurring",
				name: "Samverkansmöte",
				aktivitetstyp: "samverkansmöte",
				quotation: "Vi träffas fyra gånger om året",
			},
		],
		platser: [
			{ id: 1, name: "Torget" },
			{ id: 2, name: "Norra skolan" },
		],
		existing: [],
		importedKeys: new Set(),
		stillPeriods: [],
		sha256: (text) => createHash("sha256").update(text).digest("hex"),
		...overrides,
	};
}

/** A sheet of these rows, numbered from 1; empty ones are passed over, as a reader does. */
export function sheetOf(rows: readonly (readonly string[])[], name: string | null = null): SheetTable {
	const numbered = rows.map((cells, index) => ({ number: index + 1, cells: [...cells] }));
	return { name, rows: numbered.filter(({ cells }) => cells.some((text) => text.trim() !== "")) };
}

/** Of a file with the columns Datum, Aktivitet, Antal, Plats, Utförd av, Anteckning, all names known. */
export function importMapping(overrides: Partial<ImportMapping> = {}): ImportMapping {
	return {
		sheet: 0,
		headerRow: 1,
		columns: ["date", "aktivitet", "quantity", "plats", "performedBy", "note"],
		fixed: { measureId: null, performedBy: "polis", year: null },
		aktiviteter: { fotpatrull: FOTPATRULL, möte: MOTE, hastighet: HASTIGHET, åtgärder: ATGARDER, annat: null },
		platser: { torget: 1, skolan: 2, okänd: null },
		performers: { polisen: "polis", kommunen: "kommun" },
		takesLikeExisting: null,
		takesLate: null,
		leavesOutFaulty: false,
		...overrides,
	};
}

export const HEADINGS = ["Datum", "Aktivitet", "Antal", "Plats", "Utförd av", "Anteckning"];

export const ROW = ["2018-04-03", "Fotpatrull", "2", "Torget", "Polisen", "Lugnt"];

export interface Checked {
	mapping?: Partial<ImportMapping>;
	facts?: Partial<ImportFacts>;
}

/** What comes of these rows under the usual headings. */
export function checkRows(rows: readonly (readonly string[])[], { mapping, facts }: Checked = {}): ImportCheck {
	return checkImport([sheetOf([HEADINGS, ...rows])], importMapping(mapping), importFacts(facts));
}

/** The row with some of its cells changed, by the name of the column. */
export function rowWith(changes: Record<string, string>, row: readonly string[] = ROW): string[] {
	return row.map((text, index) => changes[HEADINGS[index] ?? ""] ?? text);
}
