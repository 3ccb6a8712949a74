import { type Kysely, sql } from "kysely";

/** Days are `YYYY-MM-DD` (Swedish local), instants ISO 8601 UTC, settings JSON. Booleans are 0/1. */
export async function up(db: Kysely<unknown>): Promise<void> {
	for (const statement of STATEMENTS) await sql.raw(statement).execute(db);
}

const DAY = (column: string) => `CHECK (${column} GLOB '[0-9][0-9][0-9][0-9]-[0-1][0-9]-[0-3][0-9]')`;

const STATEMENTS = [
	`CREATE TABLE kommun (
		id INTEGER PRIMARY KEY,
		scb_code TEXT NOT NULL UNIQUE CHECK (length(scb_code) = 4),
		name TEXT NOT NULL,
		slug TEXT NOT NULL UNIQUE CHECK (slug GLOB '[a-z]*'),
		lokalpolisomrade TEXT,
		undertecknare_title TEXT NOT NULL DEFAULT 'Kommunchef',
		version INTEGER NOT NULL DEFAULT 1,
		created_at TEXT NOT NULL
	) STRICT`,

	`CREATE TABLE person (
		id INTEGER PRIMARY KEY,
		email TEXT NOT NULL UNIQUE CHECK (email = lower(email)),
		name TEXT NOT NULL,
		password_hash TEXT,
		is_demo INTEGER NOT NULL DEFAULT 0 CHECK (is_demo IN (0, 1)),
		created_at TEXT NOT NULL
	) STRICT`,

	`CREATE TABLE membership (
		person_id INTEGER NOT NULL REFERENCES person (id),
		kommun_id INTEGER NOT NULL REFERENCES kommun (id),
		role TEXT NOT NULL CHECK (role IN ('kommunpolis', 'samordnare', 'ledamot', 'undertecknare', 'admin')),
		created_at TEXT NOT NULL,
		PRIMARY KEY (person_id, kommun_id, role)
	) STRICT, WITHOUT ROWID`,
	`CREATE INDEX membership_by_kommun ON membership (kommun_id, person_id)`,

	`CREATE TABLE session (
		token_hash TEXT PRIMARY KEY,
		person_id INTEGER NOT NULL REFERENCES person (id),
		created_at TEXT NOT NULL,
		last_seen_at TEXT NOT NULL,
		expires_at TEXT NOT NULL
	) STRICT, WITHOUT ROWID`,
	`CREATE INDEX session_by_person ON session (person_id)`,

	`CREATE TABLE inbjudan (
		id INTEGER PRIMARY KEY,
		kommun_id INTEGER NOT NULL REFERENCES kommun (id),
		email TEXT NOT NULL CHECK (email = lower(email)),
		name TEXT NOT NULL,
		roles TEXT NOT NULL CHECK (json_valid(roles)),
		token_hash TEXT NOT NULL UNIQUE,
		created_at TEXT NOT NULL,
		created_by INTEGER NOT NULL REFERENCES person (id),
		expires_at TEXT NOT NULL,
		accepted_at TEXT,
		revoked_at TEXT
	) STRICT`,
	`CREATE INDEX inbjudan_by_kommun ON inbjudan (kommun_id)`,

	`CREATE TABLE plats (
		id INTEGER PRIMARY KEY,
		kommun_id INTEGER NOT NULL REFERENCES kommun (id),
		name TEXT NOT NULL CHECK (length(name) BETWEEN 1 AND 80),
		kind TEXT NOT NULL CHECK (kind IN ('plats', 'grupp', 'vagstracka')),
		is_active INTEGER NOT NULL DEFAULT 1 CHECK (is_active IN (0, 1)),
		UNIQUE (kommun_id, name)
	) STRICT`,

	`CREATE TABLE helgkvall (
		kommun_id INTEGER NOT NULL REFERENCES kommun (id),
		date TEXT NOT NULL ${DAY("date")},
		name TEXT NOT NULL,
		is_ticked INTEGER NOT NULL CHECK (is_ticked IN (0, 1)),
		PRIMARY KEY (kommun_id, date)
	) STRICT, WITHOUT ROWID`,

	`CREATE TABLE part (
		id INTEGER PRIMARY KEY,
		kommun_id INTEGER NOT NULL REFERENCES kommun (id),
		code TEXT NOT NULL CHECK (code IN ('polis', 'kommun', 'annan')),
		name TEXT NOT NULL,
		UNIQUE (kommun_id, name)
	) STRICT`,

	`CREATE TABLE dokument (
		id INTEGER PRIMARY KEY,
		kommun_id INTEGER NOT NULL REFERENCES kommun (id),
		title TEXT NOT NULL,
		in_force_from TEXT NOT NULL ${DAY("in_force_from")},
		in_force_to TEXT ${DAY("in_force_to")},
		signed_on TEXT ${DAY("signed_on")},
		period_kind TEXT NOT NULL CHECK (period_kind IN ('tertial', 'quarter', 'half_year', 'year')),
		lagesbild TEXT,
		follow_up_rule TEXT,
		source_text TEXT NOT NULL,
		source_note TEXT,
		version INTEGER NOT NULL DEFAULT 1,
		created_at TEXT NOT NULL,
		CHECK (in_force_to IS NULL OR in_force_to >= in_force_from)
	) STRICT`,
	`CREATE INDEX dokument_by_kommun ON dokument (kommun_id, in_force_from)`,

	`CREATE TABLE undertecknare (
		id INTEGER PRIMARY KEY,
		dokument_id INTEGER NOT NULL REFERENCES dokument (id),
		position INTEGER NOT NULL,
		title TEXT NOT NULL,
		organisation TEXT NOT NULL,
		UNIQUE (dokument_id, position)
	) STRICT`,

	`CREATE TABLE lofte (
		id INTEGER PRIMARY KEY,
		dokument_id INTEGER NOT NULL REFERENCES dokument (id),
		position INTEGER NOT NULL,
		quotation TEXT NOT NULL,
		UNIQUE (dokument_id, position)
	) STRICT`,

	`CREATE TABLE aktivitet (
		id INTEGER PRIMARY KEY,
		dokument_id INTEGER NOT NULL REFERENCES dokument (id),
		lofte_id INTEGER REFERENCES lofte (id),
		position INTEGER NOT NULL,
		heading TEXT,
		quotation TEXT NOT NULL,
		aktivitetstyp TEXT NOT NULL,
		UNIQUE (dokument_id, position)
	) STRICT`,
	`CREATE INDEX aktivitet_by_lofte ON aktivitet (lofte_id)`,

	`CREATE TABLE aktivitet_part (
		aktivitet_id INTEGER NOT NULL REFERENCES aktivitet (id),
		part_id INTEGER NOT NULL REFERENCES part (id),
		PRIMARY KEY (aktivitet_id, part_id)
	) STRICT, WITHOUT ROWID`,

	`CREATE TABLE fraga (
		id INTEGER PRIMARY KEY,
		dokument_id INTEGER NOT NULL REFERENCES dokument (id),
		aktivitet_id INTEGER REFERENCES aktivitet (id),
		question TEXT NOT NULL,
		quotation TEXT,
		answer TEXT,
		answered_at TEXT,
		answered_by INTEGER REFERENCES person (id)
	) STRICT`,
	`CREATE INDEX fraga_by_dokument ON fraga (dokument_id)`,

	`CREATE TABLE measure (
		id INTEGER PRIMARY KEY,
		aktivitet_id INTEGER NOT NULL REFERENCES aktivitet (id),
		position INTEGER NOT NULL,
		kind TEXT NOT NULL CHECK (kind IN ('count', 'recurring', 'milestone', 'coverage', 'outcome', 'ongoing', 'actions')),
		name TEXT NOT NULL,
		rakneregel TEXT NOT NULL,
		version INTEGER NOT NULL DEFAULT 1,
		UNIQUE (aktivitet_id, position)
	) STRICT`,

	`CREATE TABLE measure_version (
		id INTEGER PRIMARY KEY,
		measure_id INTEGER NOT NULL REFERENCES measure (id),
		valid_from TEXT NOT NULL ${DAY("valid_from")},
		settings TEXT NOT NULL CHECK (json_valid(settings)),
		reason TEXT,
		created_at TEXT NOT NULL,
		created_by INTEGER REFERENCES person (id),
		UNIQUE (measure_id, valid_from)
	) STRICT`,

	`CREATE TABLE fordelning (
		id INTEGER PRIMARY KEY,
		measure_id INTEGER NOT NULL UNIQUE REFERENCES measure (id),
		parts TEXT NOT NULL CHECK (json_valid(parts)),
		polis_confirmed_at TEXT,
		polis_confirmed_by INTEGER REFERENCES person (id),
		kommun_confirmed_at TEXT,
		kommun_confirmed_by INTEGER REFERENCES person (id),
		version INTEGER NOT NULL DEFAULT 1
	) STRICT`,

	`CREATE TABLE genomforande (
		id INTEGER PRIMARY KEY,
		uuid TEXT NOT NULL UNIQUE CHECK (length(uuid) = 36),
		kommun_id INTEGER NOT NULL REFERENCES kommun (id),
		date TEXT NOT NULL ${DAY("date")},
		plats_id INTEGER REFERENCES plats (id),
		performed_by TEXT NOT NULL CHECK (performed_by IN ('polis', 'kommun', 'gemensamt', 'annan')),
		note TEXT CHECK (length(note) <= 200),
		is_example INTEGER NOT NULL DEFAULT 0 CHECK (is_example IN (0, 1)),
		revision INTEGER NOT NULL DEFAULT 1,
		created_at TEXT NOT NULL,
		created_by INTEGER NOT NULL REFERENCES person (id),
		makulerad_at TEXT,
		makulerad_by INTEGER REFERENCES person (id),
		makulerad_reason TEXT,
		CHECK ((makulerad_at IS NULL) = (makulerad_reason IS NULL))
	) STRICT`,
	`CREATE INDEX genomforande_by_kommun ON genomforande (kommun_id, date, id)`,
	`CREATE INDEX genomforande_by_person ON genomforande (kommun_id, created_by, id)`,
	`CREATE TRIGGER genomforande_never_deleted BEFORE DELETE ON genomforande
		BEGIN SELECT RAISE(ABORT, 'a genomforande is never deleted'); END`,

	`CREATE TABLE genomforande_measure (
		genomforande_id INTEGER NOT NULL REFERENCES genomforande (id),
		measure_id INTEGER NOT NULL REFERENCES measure (id),
		quantity REAL NOT NULL,
		PRIMARY KEY (genomforande_id, measure_id)
	) STRICT, WITHOUT ROWID`,
	`CREATE INDEX genomforande_measure_by_measure ON genomforande_measure (measure_id, genomforande_id, quantity)`,

	`CREATE TABLE biprodukt (
		genomforande_id INTEGER NOT NULL REFERENCES genomforande (id),
		kind TEXT NOT NULL,
		quantity INTEGER NOT NULL CHECK (quantity > 0),
		PRIMARY KEY (genomforande_id, kind)
	) STRICT, WITHOUT ROWID`,

	`CREATE TABLE genomforande_revision (
		genomforande_id INTEGER NOT NULL REFERENCES genomforande (id),
		revision INTEGER NOT NULL,
		content TEXT NOT NULL CHECK (json_valid(content)),
		at TEXT NOT NULL,
		by INTEGER NOT NULL REFERENCES person (id),
		PRIMARY KEY (genomforande_id, revision)
	) STRICT, WITHOUT ROWID`,
	...appendOnly("genomforande_revision"),

	`CREATE TABLE excused_slot (
		id INTEGER PRIMARY KEY,
		measure_id INTEGER NOT NULL REFERENCES measure (id),
		slot_key TEXT NOT NULL,
		reason TEXT NOT NULL CHECK (length(reason) BETWEEN 1 AND 200),
		created_at TEXT NOT NULL,
		created_by INTEGER NOT NULL REFERENCES person (id),
		revoked_at TEXT,
		revoked_by INTEGER REFERENCES person (id)
	) STRICT`,
	`CREATE UNIQUE INDEX excused_slot_once ON excused_slot (measure_id, slot_key) WHERE revoked_at IS NULL`,

	`CREATE TABLE atgard (
		id INTEGER PRIMARY KEY,
		kommun_id INTEGER NOT NULL REFERENCES kommun (id),
		aktivitet_id INTEGER NOT NULL REFERENCES aktivitet (id),
		title TEXT NOT NULL CHECK (length(title) BETWEEN 1 AND 200),
		owner TEXT NOT NULL CHECK (owner IN ('polis', 'kommun', 'gemensamt', 'annan')),
		decided_on TEXT NOT NULL ${DAY("decided_on")},
		due_on TEXT ${DAY("due_on")},
		done_on TEXT ${DAY("done_on")},
		done_note TEXT CHECK (length(done_note) <= 200),
		is_example INTEGER NOT NULL DEFAULT 0 CHECK (is_example IN (0, 1)),
		version INTEGER NOT NULL DEFAULT 1,
		created_at TEXT NOT NULL,
		created_by INTEGER NOT NULL REFERENCES person (id),
		makulerad_at TEXT,
		makulerad_by INTEGER REFERENCES person (id),
		makulerad_reason TEXT
	) STRICT`,
	`CREATE INDEX atgard_by_aktivitet ON atgard (aktivitet_id)`,
	`CREATE INDEX atgard_by_kommun ON atgard (kommun_id, decided_on, id)`,

	`CREATE TABLE audit_event (
		id INTEGER PRIMARY KEY,
		at TEXT NOT NULL,
		person_id INTEGER REFERENCES person (id),
		kommun_id INTEGER REFERENCES kommun (id),
		action TEXT NOT NULL,
		entity TEXT NOT NULL,
		entity_id INTEGER,
		detail TEXT NOT NULL CHECK (json_valid(detail))
	) STRICT`,
	`CREATE INDEX audit_event_by_kommun ON audit_event (kommun_id, id)`,
	`CREATE INDEX audit_event_by_entity ON audit_event (entity, entity_id, id)`,
	...appendOnly("audit_event"),
];

function appendOnly(table: string): string[] {
	return ["UPDATE", "DELETE"].map(
		(verb) => `CREATE TRIGGER ${table}_no_${verb.toLowerCase()} BEFORE ${verb} ON ${table}
			BEGIN SELECT RAISE(ABORT, '${table} is append-only'); END`,
	);
}
