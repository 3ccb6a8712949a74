import type { Generated } from "kysely";
import type { ImportState } from "#app/domain/importState.ts";
import type { PeriodKind } from "#app/domain/periods.ts";
import type { Flag } from "./flag.ts";

export interface DokumentTable {
	id: Generated<number>;
	kommun_id: number;
	title: string;
	in_force_from: string;
	in_force_to: string | null;
	signed_on: string | null;
	period_kind: PeriodKind;
	lagesbild: string | null;
	follow_up_rule: string | null;
	source_text: string;
	source_note: string | null;
	version: Generated<number>;
	created_at: string;
	/** The one that ended when this one began; null: none. */
	replaces_dokument_id: number | null;
}

/** A dokument that is being entered. What it says is the JSON of `DokumentutkastContent`. */
export interface DokumentutkastTable {
	id: Generated<number>;
	/** Made by the page, so that a double tap begins one. */
	uuid: string;
	kommun_id: number;
	/** Word for word, as it was pasted or read from a file. */
	source_text: string;
	content: string;
	replaces_dokument_id: number | null;
	/** What it became; from then on it is never changed. */
	dokument_id: number | null;
	discarded_at: string | null;
	version: Generated<number>;
	created_at: string;
	created_by: number;
	updated_at: string;
	updated_by: number;
}

export interface UndertecknareTable {
	id: Generated<number>;
	dokument_id: number;
	position: number;
	title: string;
	organisation: string;
}

export interface LofteTable {
	id: Generated<number>;
	dokument_id: number;
	position: number;
	quotation: string;
}

export interface AktivitetTable {
	id: Generated<number>;
	dokument_id: number;
	lofte_id: number | null;
	position: number;
	/** The document's own heading above the line ("Polisen lovar"), where the line stands under no löfte. */
	heading: string | null;
	quotation: string;
	aktivitetstyp: string;
	/** The aktivitet of the replaced dokument that goes on in this one; null: none. */
	carried_from_id: number | null;
}

export interface AktivitetPartTable {
	aktivitet_id: number;
	part_id: number;
}

/** An open question: what the text leaves unsaid, and the parties' answer beside the quotation. */
export interface FragaTable {
	id: Generated<number>;
	dokument_id: number;
	aktivitet_id: number | null;
	question: string;
	quotation: string | null;
	answer: string | null;
	answered_at: string | null;
	answered_by: number | null;
	version: Generated<number>;
}

/** Registrations from a file: while it is under way its cells as text, afterwards only what came of it. */
export interface ImportTable {
	id: Generated<number>;
	/** Made by the page, so that a double tap uploads once. */
	uuid: string;
	kommun_id: number;
	file_name: string;
	sha256: string;
	state: Generated<ImportState>;
	/** JSON of `SheetTable[]`; gone once it is imported or cancelled. */
	sheets: string | null;
	/** JSON of `ImportMapping`. */
	mapping: string;
	imported_count: number | null;
	left_out_count: number | null;
	is_example: Generated<Flag>;
	version: Generated<number>;
	created_at: string;
	created_by: number;
	imported_at: string | null;
	imported_by: number | null;
	undone_at: string | null;
	undone_by: number | null;
}

/** Which file and row a genomförande came from. The key is the same for the same row of the same file, or of a longer one. */
export interface GenomforandeImportTable {
	genomforande_id: number;
	import_id: number;
	row_number: number;
	row_key: string;
}
