import { type Kysely, sql } from "kysely";
import { appendOnly, different, exists, refuse } from "./triggers.ts";

/**
 * The tertial report: its texts while it is written, its frozen content while it is reviewed, and the snapshot once it is
 * signed. The rules of its life are triggers here too, so that no statement of the app can change what was signed.
 */
export async function up(db: Kysely<unknown>): Promise<void> {
	for (const statement of STATEMENTS) await sql.raw(statement).execute(db);
}

const DAY = (column: string) => `CHECK (${column} GLOB '[0-9][0-9][0-9][0-9]-[0-1][0-9]-[0-3][0-9]')`;
const TEXT = (column: string) => `${column} TEXT NOT NULL DEFAULT '' CHECK (length(${column}) <= 4000)`;

const STATEMENTS = [
	"ALTER TABLE measure ADD COLUMN is_sensitive INTEGER NOT NULL DEFAULT 0 CHECK (is_sensitive IN (0, 1))",

	`CREATE TABLE rapport (
		id INTEGER PRIMARY KEY,
		kommun_id INTEGER NOT NULL REFERENCES kommun (id),
		dokument_id INTEGER NOT NULL REFERENCES dokument (id),
		period_code TEXT NOT NULL,
		period_from TEXT NOT NULL ${DAY("period_from")},
		period_to TEXT NOT NULL ${DAY("period_to")},
		edition INTEGER NOT NULL CHECK (edition >= 1),
		rattelse_reason TEXT CHECK (length(rattelse_reason) BETWEEN 1 AND 1000),
		state TEXT NOT NULL DEFAULT 'utkast' CHECK (state IN ('utkast', 'inlamnad', 'granskad', 'signerad', 'publicerad')),
		polis_klar_at TEXT,
		polis_klar_by INTEGER REFERENCES person (id),
		kommun_klar_at TEXT,
		kommun_klar_by INTEGER REFERENCES person (id),
		frozen TEXT CHECK (json_valid(frozen)),
		frozen_at TEXT,
		returned_at TEXT,
		returned_by INTEGER REFERENCES person (id),
		return_reason TEXT CHECK (length(return_reason) BETWEEN 1 AND 1000),
		granskad_at TEXT,
		granskad_by INTEGER REFERENCES person (id),
		published_at TEXT,
		published_by INTEGER REFERENCES person (id),
		version INTEGER NOT NULL DEFAULT 1,
		created_at TEXT NOT NULL,
		created_by INTEGER NOT NULL REFERENCES person (id),
		UNIQUE (dokument_id, period_code, edition),
		CHECK ((edition = 1) = (rattelse_reason IS NULL)),
		CHECK ((polis_klar_at IS NULL) = (polis_klar_by IS NULL)),
		CHECK ((kommun_klar_at IS NULL) = (kommun_klar_by IS NULL)),
		CHECK ((frozen IS NULL) = (frozen_at IS NULL)),
		CHECK ((frozen IS NOT NULL) = (state IN ('inlamnad', 'granskad'))),
		CHECK ((state = 'publicerad') = (published_at IS NOT NULL)),
		CHECK ((granskad_at IS NULL) = (granskad_by IS NULL)),
		CHECK ((granskad_at IS NULL) = (state IN ('utkast', 'inlamnad'))),
		CHECK ((state = 'utkast') = (polis_klar_by IS NULL OR kommun_klar_by IS NULL))
	) STRICT`,
	`CREATE INDEX rapport_by_kommun ON rapport (kommun_id, period_code, dokument_id, edition)`,
	`CREATE UNIQUE INDEX rapport_one_at_work ON rapport (dokument_id, period_code)
		WHERE state IN ('utkast', 'inlamnad', 'granskad')`,
	refuse("rapport_never_deleted", "DELETE", "rapport", "a rapport is never deleted"),
	refuse("rapport_begins_as_utkast", "INSERT", "rapport", "a rapport begins as utkast", "NEW.state <> 'utkast'"),
	refuse(
		"rapport_is_no_other",
		"INSERT",
		"rapport",
		"a rapport is never replaced",
		`EXISTS (SELECT 1 FROM rapport WHERE id = NEW.id OR (dokument_id = NEW.dokument_id
			AND period_code = NEW.period_code
			AND (edition = NEW.edition OR state IN ('utkast', 'inlamnad', 'granskad'))))`,
	),
	refuse(
		"rapport_of_its_kommun",
		"INSERT",
		"rapport",
		"a rapport is of its dokument''s kommun",
		"NOT EXISTS (SELECT 1 FROM dokument WHERE id = NEW.dokument_id AND kommun_id = NEW.kommun_id)",
	),
	refuse("dokument_keeps_its_kommun", "UPDATE", "dokument", "a dokument keeps its kommun", different(["kommun_id"])),
	refuse(
		"rapport_editions_in_order",
		"INSERT",
		"rapport",
		"an edition follows the one before",
		`NEW.edition > 1 AND NOT EXISTS (SELECT 1 FROM rapport WHERE dokument_id = NEW.dokument_id
			AND period_code = NEW.period_code AND edition = NEW.edition - 1)`,
	),
	refuse(
		"rapport_keeps_its_identity",
		"UPDATE",
		"rapport",
		"a rapport keeps its dokument, period and edition",
		different(["id", "kommun_id", "dokument_id", "period_code", "period_from", "period_to", "edition", "created_by"]),
	),
	refuse(
		"rapport_states",
		"UPDATE",
		"rapport",
		"not a step that a rapport can take",
		`OLD.state <> NEW.state AND (OLD.state || '>' || NEW.state) NOT IN ('utkast>inlamnad', 'inlamnad>granskad',
			'inlamnad>utkast', 'granskad>utkast', 'granskad>signerad', 'signerad>publicerad', 'publicerad>signerad')`,
	),
	refuse(
		"rapport_figures_stay_frozen",
		"UPDATE",
		"rapport",
		"frozen figures do not change",
		"OLD.frozen IS NOT NULL AND NEW.frozen IS NOT NULL AND OLD.frozen <> NEW.frozen",
	),
	refuse(
		"rapport_klar_stays",
		"UPDATE",
		"rapport",
		"who has said klar does not change until it is returned",
		`OLD.state <> 'utkast' AND NEW.state <> 'utkast' AND (${different(["polis_klar_by", "kommun_klar_by"])})`,
	),
	refuse(
		"rapport_signed_needs_snapshot",
		"UPDATE",
		"rapport",
		"a signed rapport has a snapshot",
		"NEW.state IN ('signerad', 'publicerad') AND NOT EXISTS (SELECT 1 FROM rapport_snapshot WHERE rapport_id = NEW.id)",
	),
	refuse(
		"rapport_signed_stays",
		"UPDATE",
		"rapport",
		"a signed rapport does not change",
		`OLD.state IN ('signerad', 'publicerad') AND (${different([
			"rattelse_reason",
			"polis_klar_at",
			"polis_klar_by",
			"kommun_klar_at",
			"kommun_klar_by",
			"returned_at",
			"returned_by",
			"return_reason",
			"granskad_at",
			"granskad_by",
			"created_at",
		])})`,
	),
	refuse(
		"rapport_published_stays",
		"UPDATE",
		"rapport",
		"the day of publication does not change",
		`OLD.state = 'publicerad' AND NEW.state = 'publicerad' AND (${different(["published_at", "published_by"])})`,
	),

	`CREATE TABLE rapport_text (
		id INTEGER PRIMARY KEY,
		rapport_id INTEGER NOT NULL REFERENCES rapport (id),
		part TEXT NOT NULL CHECK (part IN ('polis', 'kommun')),
		aktivitet_id INTEGER REFERENCES aktivitet (id),
		${TEXT("kommentar")},
		${TEXT("orsak")},
		${TEXT("ny_plan")},
		${TEXT("bedomning")},
		${TEXT("begarda_beslut")},
		version INTEGER NOT NULL DEFAULT 1,
		updated_at TEXT NOT NULL,
		updated_by INTEGER NOT NULL REFERENCES person (id)
	) STRICT`,
	`CREATE UNIQUE INDEX rapport_text_once ON rapport_text (rapport_id, part, ifnull(aktivitet_id, 0))`,
	...["INSERT", "UPDATE", "DELETE"].map((verb) =>
		refuse(
			`rapport_text_no_${verb.toLowerCase()}_after_klar`,
			verb,
			"rapport_text",
			"the texts of a part are written while it is utkast and not klar",
			`NOT EXISTS (SELECT 1 FROM rapport WHERE id = ${verb === "DELETE" ? "OLD" : "NEW"}.rapport_id
				AND state = 'utkast'
				AND CASE ${verb === "DELETE" ? "OLD" : "NEW"}.part WHEN 'polis' THEN polis_klar_at ELSE kommun_klar_at END IS NULL)`,
		),
	),
	refuse(
		"rapport_text_stays_in_its_place",
		"UPDATE",
		"rapport_text",
		"a text keeps its rapport, part and aktivitet",
		different(["id", "rapport_id", "part", "aktivitet_id"]),
	),
	refuse(
		"rapport_text_no_replace",
		"INSERT",
		"rapport_text",
		"a text is changed, not replaced",
		exists(
			"rapport_text",
			`id = NEW.id OR (rapport_id = NEW.rapport_id AND part = NEW.part AND aktivitet_id IS NEW.aktivitet_id)`,
		),
	),

	`CREATE TABLE synpunkt (
		id INTEGER PRIMARY KEY,
		uuid TEXT NOT NULL UNIQUE CHECK (length(uuid) = 36),
		rapport_id INTEGER NOT NULL REFERENCES rapport (id),
		aktivitet_id INTEGER REFERENCES aktivitet (id),
		text TEXT NOT NULL CHECK (length(text) BETWEEN 1 AND 1000),
		role TEXT NOT NULL CHECK (role IN ('kommunpolis', 'samordnare', 'ledamot', 'undertecknare')),
		created_at TEXT NOT NULL,
		created_by INTEGER NOT NULL REFERENCES person (id)
	) STRICT`,
	`CREATE INDEX synpunkt_by_rapport ON synpunkt (rapport_id, id)`,
	...appendOnly("synpunkt", "id = NEW.id OR uuid = NEW.uuid"),
	refuse(
		"synpunkt_while_reviewed",
		"INSERT",
		"synpunkt",
		"remarks are made while the rapport is reviewed",
		"NOT EXISTS (SELECT 1 FROM rapport WHERE id = NEW.rapport_id AND state IN ('inlamnad', 'granskad'))",
	),

	`CREATE TABLE signing_key (
		id TEXT PRIMARY KEY CHECK (length(id) = 16),
		public_key TEXT NOT NULL UNIQUE,
		created_at TEXT NOT NULL
	) STRICT, WITHOUT ROWID`,
	...appendOnly("signing_key", "id = NEW.id OR public_key = NEW.public_key"),

	`CREATE TABLE rapport_snapshot (
		rapport_id INTEGER PRIMARY KEY REFERENCES rapport (id),
		code TEXT NOT NULL UNIQUE CHECK (length(code) = 16),
		sha256 TEXT NOT NULL UNIQUE CHECK (length(sha256) = 64),
		signature TEXT NOT NULL CHECK (length(signature) = 128),
		public_sha256 TEXT NOT NULL UNIQUE CHECK (length(public_sha256) = 64),
		public_signature TEXT NOT NULL CHECK (length(public_signature) = 128),
		key_id TEXT NOT NULL REFERENCES signing_key (id),
		signed_at TEXT NOT NULL,
		signed_by INTEGER NOT NULL REFERENCES person (id),
		content TEXT NOT NULL CHECK (json_valid(content)),
		public_content TEXT NOT NULL CHECK (json_valid(public_content))
	) STRICT, WITHOUT ROWID`,
	...appendOnly(
		"rapport_snapshot",
		`rapport_id = NEW.rapport_id OR code = NEW.code OR sha256 = NEW.sha256
			OR public_sha256 = NEW.public_sha256`,
	),
	refuse(
		"rapport_snapshot_of_granskad",
		"INSERT",
		"rapport_snapshot",
		"only a granskad rapport is signed",
		"NOT EXISTS (SELECT 1 FROM rapport WHERE id = NEW.rapport_id AND state = 'granskad')",
	),
	refuse(
		"rapport_snapshot_signer_is_not_submitter",
		"INSERT",
		"rapport_snapshot",
		"the signer is not the one who submitted",
		"EXISTS (SELECT 1 FROM rapport WHERE id = NEW.rapport_id AND NEW.signed_by IN (polis_klar_by, kommun_klar_by))",
	),

	// INSERT OR REPLACE deletes without asking the delete triggers of the first migration.
	refuse(
		"audit_event_no_replace",
		"INSERT",
		"audit_event",
		"audit_event is append-only",
		exists("audit_event", "id = NEW.id"),
	),
	refuse(
		"genomforande_revision_no_replace",
		"INSERT",
		"genomforande_revision",
		"genomforande_revision is append-only",
		exists("genomforande_revision", "genomforande_id = NEW.genomforande_id AND revision = NEW.revision"),
	),
	refuse(
		"genomforande_no_replace",
		"INSERT",
		"genomforande",
		"a genomforande is never deleted",
		exists("genomforande", "id = NEW.id OR uuid = NEW.uuid"),
	),
	refuse(
		"genomforande_keeps_its_identity",
		"UPDATE",
		"genomforande",
		"a genomforande keeps its id, uuid and kommun",
		different(["id", "uuid", "kommun_id"]),
	),
];
