import type { Generated, Selectable } from "kysely";
import type { MeasureKind } from "#app/domain/measureKind.ts";
import type { PerformedBy } from "#app/domain/performedBy.ts";
import type { PeriodKind } from "#app/domain/periods.ts";
import type { Role } from "#app/domain/permissions.ts";
import type { PlatsKind } from "#app/domain/plats.schema.ts";
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

interface DokumentTable {
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
}

interface UndertecknareTable {
	id: Generated<number>;
	dokument_id: number;
	position: number;
	title: string;
	organisation: string;
}

interface LofteTable {
	id: Generated<number>;
	dokument_id: number;
	position: number;
	quotation: string;
}

interface AktivitetTable {
	id: Generated<number>;
	dokument_id: number;
	lofte_id: number | null;
	position: number;
	/** The document's own heading above the line ("Polisen lovar"), where the line stands under no löfte. */
	heading: string | null;
	quotation: string;
	aktivitetstyp: string;
}

interface AktivitetPartTable {
	aktivitet_id: number;
	part_id: number;
}

/** An open question: what the text leaves unsaid, and the parties' answer beside the quotation. */
interface FragaTable {
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
