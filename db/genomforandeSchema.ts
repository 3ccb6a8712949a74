import type { Generated } from "kysely";
import type { PerformedBy } from "#app/domain/performedBy.ts";
import type { Flag } from "./flag.ts";

export interface GenomforandeTable {
	id: Generated<number>;
	uuid: string;
	kommun_id: number;
	date: string;
	plats_id: number | null;
	performed_by: PerformedBy;
	note: string | null;
	is_example: Generated<Flag>;
	revision: Generated<number>;
	created_at: string;
	created_by: number;
	makulerad_at: string | null;
	makulerad_by: number | null;
	makulerad_reason: string | null;
}

export interface GenomforandeMeasureTable {
	genomforande_id: number;
	measure_id: number;
	quantity: number;
}

export interface BiproduktTable {
	genomforande_id: number;
	kind: string;
	quantity: number;
}

export interface GenomforandeRevisionTable {
	genomforande_id: number;
	revision: number;
	/** The whole row as it was in this revision, JSON. */
	content: string;
	at: string;
	by: number;
}

export interface ExcusedSlotTable {
	id: Generated<number>;
	measure_id: number;
	slot_key: string;
	reason: string;
	created_at: string;
	created_by: number;
	revoked_at: string | null;
	revoked_by: number | null;
}
