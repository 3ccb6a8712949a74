import { type Kysely, sql } from "kysely";
import { different, exists, refuse } from "./triggers.ts";

/**
 * A dokument on its way in, what can be mended of one in force, and registrations that come from a file.
 *
 * A version of a mått that was read wrongly is replaced, not changed: the old row stays, and says when and by whom.
 * The days of an utkast follow the dokument when it is given another end; those of a report that somebody has called klar stay.
 */
export async function up(db: Kysely<unknown>): Promise<void> {
	for (const statement of STATEMENTS) await sql.raw(statement).execute(db);
}

const DAY = (column: string) => `CHECK (${column} GLOB '[0-9][0-9][0-9][0-9]-[0-1][0-9]-[0-3][0-9]')`;

const STATEMENTS = [
	"ALTER TABLE dokument ADD COLUMN replaces_dokument_id INTEGER REFERENCES dokument (id)",
	"ALTER TABLE aktivitet ADD COLUMN carried_from_id INTEGER REFERENCES aktivitet (id)",

	"DROP TRIGGER rapport_keeps_its_identity",
	refuse(
		"rapport_keeps_its_identity",
		"UPDATE",
		"rapport",
		"a rapport keeps its dokument, period and edition",
		different(["id", "kommun_id", "dokument_id", "period_code", "period_from", "edition", "created_by"]),
	),
	refuse(
		"rapport_keeps_its_days",
		"UPDATE",
		"rapport",
		"a rapport keeps its days once a part is klar",
		`OLD.period_to <> NEW.period_to AND (OLD.state <> 'utkast' OR NEW.state <> 'utkast'
			OR coalesce(OLD.polis_klar_by, OLD.kommun_klar_by, NEW.polis_klar_by, NEW.kommun_klar_by) IS NOT NULL)`,
	),

	`CREATE TABLE dokumentutkast (
		id INTEGER PRIMARY KEY,
		uuid TEXT NOT NULL UNIQUE CHECK (length(uuid) = 36),
		kommun_id INTEGER NOT NULL REFERENCES kommun (id),
		source_text TEXT NOT NULL CHECK (length(source_text) BETWEEN 1 AND 1048576),
		content TEXT NOT NULL CHECK (json_valid(content)),
		replaces_dokument_id INTEGER REFERENCES dokument (id),
		dokument_id INTEGER UNIQUE REFERENCES dokument (id),
		discarded_at TEXT,
		version INTEGER NOT NULL DEFAULT 1,
		created_at TEXT NOT NULL,
		created_by INTEGER NOT NULL REFERENCES person (id),
		updated_at TEXT NOT NULL,
		updated_by INTEGER NOT NULL REFERENCES person (id),
		CHECK (dokument_id IS NULL OR discarded_at IS NULL)
	) STRICT`,
	`CREATE INDEX dokumentutkast_by_kommun ON dokumentutkast (kommun_id, id)`,
	refuse(
		"dokumentutkast_in_force_stays",
		"UPDATE",
		"dokumentutkast",
		"a dokumentutkast that is in force is never changed",
		"OLD.dokument_id IS NOT NULL",
	),

	`CREATE TABLE measure_version_kept (
		id INTEGER PRIMARY KEY,
		measure_id INTEGER NOT NULL REFERENCES measure (id),
		valid_from TEXT NOT NULL ${DAY("valid_from")},
		settings TEXT NOT NULL CHECK (json_valid(settings)),
		reason TEXT,
		created_at TEXT NOT NULL,
		created_by INTEGER REFERENCES person (id),
		replaced_at TEXT,
		replaced_by INTEGER REFERENCES person (id),
		CHECK ((replaced_at IS NULL) = (replaced_by IS NULL))
	) STRICT`,
	`INSERT INTO measure_version_kept (id, measure_id, valid_from, settings, reason, created_at, created_by)
		SELECT id, measure_id, valid_from, settings, reason, created_at, created_by FROM measure_version`,
	"DROP TABLE measure_version",
	"ALTER TABLE measure_version_kept RENAME TO measure_version",
	`CREATE UNIQUE INDEX measure_version_in_use ON measure_version (measure_id, valid_from) WHERE replaced_at IS NULL`,

	`CREATE TABLE import (
		id INTEGER PRIMARY KEY,
		uuid TEXT NOT NULL UNIQUE CHECK (length(uuid) = 36),
		kommun_id INTEGER NOT NULL REFERENCES kommun (id),
		file_name TEXT NOT NULL CHECK (length(file_name) BETWEEN 1 AND 200),
		sha256 TEXT NOT NULL CHECK (length(sha256) = 64),
		state TEXT NOT NULL DEFAULT 'pagar' CHECK (state IN ('pagar', 'importerad', 'angrad', 'avbruten')),
		sheets TEXT CHECK (json_valid(sheets)),
		mapping TEXT NOT NULL CHECK (json_valid(mapping)),
		imported_count INTEGER CHECK (imported_count >= 0),
		left_out_count INTEGER CHECK (left_out_count >= 0),
		is_example INTEGER NOT NULL DEFAULT 0 CHECK (is_example IN (0, 1)),
		version INTEGER NOT NULL DEFAULT 1,
		created_at TEXT NOT NULL,
		created_by INTEGER NOT NULL REFERENCES person (id),
		imported_at TEXT,
		imported_by INTEGER REFERENCES person (id),
		undone_at TEXT,
		undone_by INTEGER REFERENCES person (id),
		CHECK ((sheets IS NOT NULL) = (state = 'pagar')),
		CHECK ((imported_at IS NOT NULL) = (state IN ('importerad', 'angrad'))),
		CHECK ((imported_at IS NULL) = (imported_by IS NULL)),
		CHECK ((imported_at IS NULL) = (imported_count IS NULL)),
		CHECK ((imported_at IS NULL) = (left_out_count IS NULL)),
		CHECK ((undone_at IS NOT NULL) = (state = 'angrad')),
		CHECK ((undone_at IS NULL) = (undone_by IS NULL))
	) STRICT`,
	`CREATE INDEX import_by_kommun ON import (kommun_id, id)`,

	`CREATE TABLE genomforande_import (
		genomforande_id INTEGER NOT NULL REFERENCES genomforande (id),
		import_id INTEGER NOT NULL REFERENCES import (id),
		row_number INTEGER NOT NULL CHECK (row_number >= 1),
		row_key TEXT NOT NULL CHECK (length(row_key) = 64),
		PRIMARY KEY (genomforande_id)
	) STRICT, WITHOUT ROWID`,
	`CREATE INDEX genomforande_import_by_import ON genomforande_import (import_id, genomforande_id)`,
	`CREATE INDEX genomforande_import_by_key ON genomforande_import (row_key)`,
	refuse("genomforande_import_no_update", "UPDATE", "genomforande_import", "genomforande_import is append-only"),
	refuse("genomforande_import_no_delete", "DELETE", "genomforande_import", "genomforande_import is append-only"),
	refuse(
		"genomforande_import_no_replace",
		"INSERT",
		"genomforande_import",
		"genomforande_import is append-only",
		exists("genomforande_import", "genomforande_id = NEW.genomforande_id"),
	),
];
