import type { Generated, Selectable } from "kysely";
import type { MeasureKind } from "#app/domain/measureKind.ts";
import type { PerformedBy } from "#app/domain/performedBy.ts";
import type { Role } from "#app/domain/permissions.ts";
import type { PlatsKind } from "#app/domain/plats.schema.ts";
import type {
	AktivitetPartTable,
	AktivitetTable,
	DokumentTable,
	DokumentutkastTable,
	FragaTable,
	GenomforandeImportTable,
	ImportTable,
	LofteTable,
	UndertecknareTable,
} from "./dokumentSchema.ts";
import type { Flag } from "./flag.ts";
import type {
	BiproduktTable,
	ExcusedSlotTable,
	GenomforandeMeasureTable,
	GenomforandeRevisionTable,
	GenomforandeTable,
} from "./genomforandeSchema.ts";
import type { BeslutTable, MoteDeltagareTable, MotePunktTable, MoteTable } from "./moteSchema.ts";
import type { KalenderlankTable, NotisToldTable, OutboxTable, PaminnelseTable, UtskickTable } from "./notisSchema.ts";
import type {
	RapportSnapshotTable,
	RapportTable,
	RapportTextTable,
	SigningKeyTable,
	SynpunktTable,
} from "./rapportSchema.ts";

/** Hand-written; a test compares it with a migrated database column by column. */
export interface Database {
	kommun: KommunTable;
	person: PersonTable;
	membership: MembershipTable;
	session: SessionTable;
	inbjudan: InbjudanTable;
	plats: PlatsTable;
	helgkvall: HelgkvallTable;
	part: PartTable;
	dokument: DokumentTable;
	dokumentutkast: DokumentutkastTable;
	undertecknare: UndertecknareTable;
	lofte: LofteTable;
	aktivitet: AktivitetTable;
	aktivitet_part: AktivitetPartTable;
	fraga: FragaTable;
	measure: MeasureTable;
	measure_version: MeasureVersionTable;
	fordelning: FordelningTable;
	genomforande: GenomforandeTable;
	genomforande_measure: GenomforandeMeasureTable;
	biprodukt: BiproduktTable;
	genomforande_revision: GenomforandeRevisionTable;
	import: ImportTable;
	genomforande_import: GenomforandeImportTable;
	excused_slot: ExcusedSlotTable;
	atgard: AtgardTable;
	rapport: RapportTable;
	rapport_text: RapportTextTable;
	synpunkt: SynpunktTable;
	signing_key: SigningKeyTable;
	rapport_snapshot: RapportSnapshotTable;
	mote: MoteTable;
	mote_deltagare: MoteDeltagareTable;
	mote_punkt: MotePunktTable;
	beslut: BeslutTable;
	paminnelse: PaminnelseTable;
	utskick: UtskickTable;
	outbox: OutboxTable;
	notis_told: NotisToldTable;
	kalenderlank: KalenderlankTable;
	audit_event: AuditEventTable;
}

export type PartCode = "polis" | "kommun" | "annan";

interface KommunTable {
	id: Generated<number>;
	scb_code: string;
	name: string;
	slug: string;
	lokalpolisomrade: string | null;
	undertecknare_title: Generated<string>;
	version: Generated<number>;
	created_at: string;
}

interface PersonTable {
	id: Generated<number>;
	email: string;
	name: string;
	password_hash: string | null;
	is_demo: Generated<Flag>;
	created_at: string;
}

interface MembershipTable {
	person_id: number;
	kommun_id: number;
	role: Role;
	created_at: string;
}

interface SessionTable {
	token_hash: string;
	person_id: number;
	created_at: string;
	last_seen_at: string;
	expires_at: string;
}

interface InbjudanTable {
	id: Generated<number>;
	kommun_id: number;
	email: string;
	name: string;
	/** JSON array of roles. */
	roles: string;
	token_hash: string;
	created_at: string;
	created_by: number;
	expires_at: string;
	accepted_at: string | null;
	revoked_at: string | null;
}

interface PlatsTable {
	id: Generated<number>;
	kommun_id: number;
	name: string;
	kind: PlatsKind;
	is_active: Generated<Flag>;
	version: Generated<number>;
}

interface HelgkvallTable {
	kommun_id: number;
	date: string;
	name: string;
	is_ticked: Flag;
}

interface PartTable {
	id: Generated<number>;
	kommun_id: number;
	code: PartCode;
	name: string;
}

interface MeasureTable {
	id: Generated<number>;
	aktivitet_id: number;
	position: number;
	kind: MeasureKind;
	/** Short, as said when logging: "Riktad insats". */
	name: string;
	rakneregel: string;
	version: Generated<number>;
	/** Public values below 5 are said as "färre än 5". */
	is_sensitive: Generated<Flag>;
}

interface MeasureVersionTable {
	id: Generated<number>;
	measure_id: number;
	valid_from: string;
	settings: string;
	reason: string | null;
	created_at: string;
	created_by: number | null;
	/** It was read wrongly, and another version took its place; it is kept for the history. */
	replaced_at: string | null;
	replaced_by: number | null;
}

/** One per measure: the parts per period code as JSON, and who has confirmed exactly these parts. */
interface FordelningTable {
	id: Generated<number>;
	measure_id: number;
	parts: string;
	polis_confirmed_at: string | null;
	polis_confirmed_by: number | null;
	kommun_confirmed_at: string | null;
	kommun_confirmed_by: number | null;
	version: Generated<number>;
}

interface AtgardTable {
	id: Generated<number>;
	kommun_id: number;
	aktivitet_id: number;
	title: string;
	owner: PerformedBy;
	decided_on: string;
	due_on: string | null;
	done_on: string | null;
	done_note: string | null;
	is_example: Generated<Flag>;
	version: Generated<number>;
	created_at: string;
	created_by: number;
	makulerad_at: string | null;
	makulerad_by: number | null;
	makulerad_reason: string | null;
	/** The item of the meeting that decided it; null: decided otherwise. */
	punkt_id: number | null;
}

interface AuditEventTable {
	id: Generated<number>;
	at: string;
	person_id: number | null;
	kommun_id: number | null;
	action: string;
	entity: string;
	entity_id: number | null;
	detail: string;
}

export type KommunRow = Selectable<KommunTable>;
