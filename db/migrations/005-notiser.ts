import { type Kysely, sql } from "kysely";
import { appendOnly, different, exists, refuse } from "./triggers.ts";

/**
 * Reminders by e-mail, and the private address of a calendar. A letter is first a row in the outbox, written in the same
 * transaction as what it has told; so none is lost or written twice, whatever happens to the process or the mail server.
 */
export async function up(db: Kysely<unknown>): Promise<void> {
	for (const statement of STATEMENTS) await sql.raw(statement).execute(db);
}

const STATEMENTS = [
	// No row: the person gets the weekly letter, as everybody does from the start.
	`CREATE TABLE paminnelse (
		person_id INTEGER NOT NULL REFERENCES person (id),
		kommun_id INTEGER NOT NULL REFERENCES kommun (id),
		is_off INTEGER NOT NULL CHECK (is_off IN (0, 1)),
		changed_at TEXT NOT NULL,
		PRIMARY KEY (person_id, kommun_id)
	) STRICT, WITHOUT ROWID`,

	// A week's letters of a kommun have been written, also when nobody had anything to be told.
	`CREATE TABLE utskick (
		kommun_id INTEGER NOT NULL REFERENCES kommun (id),
		week TEXT NOT NULL CHECK (week GLOB '[0-9][0-9][0-9][0-9]-W[0-5][0-9]'),
		at TEXT NOT NULL,
		PRIMARY KEY (kommun_id, week)
	) STRICT, WITHOUT ROWID`,
	...appendOnly("utskick", "kommun_id = NEW.kommun_id AND week = NEW.week"),

	`CREATE TABLE outbox (
		id INTEGER PRIMARY KEY,
		message_id TEXT NOT NULL UNIQUE,
		person_id INTEGER NOT NULL REFERENCES person (id),
		kommun_id INTEGER NOT NULL REFERENCES kommun (id),
		week TEXT NOT NULL,
		subject TEXT NOT NULL CHECK (length(subject) BETWEEN 1 AND 200),
		body_text TEXT NOT NULL,
		body_html TEXT NOT NULL,
		unsubscribe_url TEXT NOT NULL,
		unsubscribe_hash TEXT NOT NULL UNIQUE,
		state TEXT NOT NULL DEFAULT 'vantar'
			CHECK (state IN ('vantar', 'skickas', 'skickat', 'misslyckat', 'osakert', 'avbrutet')),
		attempts INTEGER NOT NULL DEFAULT 0,
		next_attempt_at TEXT NOT NULL,
		claimed_at TEXT,
		last_error TEXT CHECK (length(last_error) <= 500),
		created_at TEXT NOT NULL,
		done_at TEXT,
		UNIQUE (person_id, kommun_id, week),
		CHECK ((claimed_at IS NOT NULL) = (state = 'skickas')),
		CHECK ((done_at IS NOT NULL) = (state IN ('skickat', 'misslyckat', 'osakert', 'avbrutet')))
	) STRICT`,
	`CREATE INDEX outbox_by_turn ON outbox (state, next_attempt_at, id)`,
	refuse(
		"outbox_no_replace",
		"INSERT",
		"outbox",
		"a letter is never replaced",
		exists(
			"outbox",
			`id = NEW.id OR message_id = NEW.message_id OR unsubscribe_hash = NEW.unsubscribe_hash
			OR (person_id = NEW.person_id AND kommun_id = NEW.kommun_id AND week = NEW.week)`,
		),
	),
	refuse("outbox_never_deleted", "DELETE", "outbox", "a letter is never deleted"),
	refuse(
		"outbox_keeps_its_identity",
		"UPDATE",
		"outbox",
		"a letter keeps its address and week",
		different(["id", "message_id", "person_id", "kommun_id", "week", "unsubscribe_hash", "created_at"]),
	),
	refuse(
		"outbox_sent_once",
		"UPDATE",
		"outbox",
		"a letter that has left is not sent again",
		"OLD.state IN ('skickat', 'misslyckat', 'osakert', 'avbrutet') AND NEW.state <> OLD.state",
	),

	// What a person has been told of, so that the same thing is not told again.
	`CREATE TABLE notis_told (
		person_id INTEGER NOT NULL REFERENCES person (id),
		kommun_id INTEGER NOT NULL REFERENCES kommun (id),
		key TEXT NOT NULL CHECK (length(key) BETWEEN 1 AND 120),
		outbox_id INTEGER NOT NULL REFERENCES outbox (id),
		PRIMARY KEY (person_id, kommun_id, key)
	) STRICT, WITHOUT ROWID`,
	`CREATE INDEX notis_told_by_outbox ON notis_told (outbox_id)`,

	`CREATE TABLE kalenderlank (
		id INTEGER PRIMARY KEY,
		person_id INTEGER NOT NULL REFERENCES person (id),
		token_hash TEXT NOT NULL UNIQUE,
		created_at TEXT NOT NULL,
		revoked_at TEXT
	) STRICT`,
	`CREATE UNIQUE INDEX kalenderlank_one_each ON kalenderlank (person_id) WHERE revoked_at IS NULL`,
	refuse(
		"kalenderlank_revoked_stays",
		"UPDATE",
		"kalenderlank",
		"a revoked address does not come back",
		"OLD.revoked_at IS NOT NULL OR NEW.token_hash <> OLD.token_hash OR NEW.person_id <> OLD.person_id",
	),
];
