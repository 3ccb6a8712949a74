import { type Kysely, sql } from "kysely";
import { different, exists, refuse } from "./triggers.ts";

/**
 * The council's meeting: its agenda, what was decided beside each item, and the minutes that closing it freezes. That nothing
 * is decided before it is opened or after it is closed is a trigger here too.
 */
export async function up(db: Kysely<unknown>): Promise<void> {
	for (const statement of STATEMENTS) await sql.raw(statement).execute(db);
}

const DAY = (column: string) => `CHECK (${column} GLOB '[0-9][0-9][0-9][0-9]-[0-1][0-9]-[0-3][0-9]')`;
const TIME = (column: string) => `CHECK (${column} GLOB '[0-2][0-9]:[0-5][0-9]' AND ${column} < '24:00')`;

/** The meeting of a row is in one of these states; the row names it by its own column, or its item's. */
const moteIs = (states: string, moteId: string) =>
	`EXISTS (SELECT 1 FROM mote WHERE id = ${moteId} AND state IN (${states}))`;
const moteOfPunkt = (punktId: string) => `(SELECT mote_id FROM mote_punkt WHERE id = ${punktId})`;

const STATEMENTS = [
	`CREATE TABLE mote (
		id INTEGER PRIMARY KEY,
		uuid TEXT NOT NULL UNIQUE CHECK (length(uuid) = 36),
		kommun_id INTEGER NOT NULL REFERENCES kommun (id),
		title TEXT NOT NULL CHECK (length(title) BETWEEN 1 AND 120),
		held_on TEXT NOT NULL ${DAY("held_on")},
		begins_at TEXT NOT NULL ${TIME("begins_at")},
		ends_at TEXT ${TIME("ends_at")} CHECK (ends_at > begins_at),
		place TEXT NOT NULL CHECK (length(place) BETWEEN 1 AND 200),
		state TEXT NOT NULL DEFAULT 'planerat' CHECK (state IN ('planerat', 'oppet', 'avslutat', 'installt')),
		installt_reason TEXT CHECK (length(installt_reason) BETWEEN 1 AND 1000),
		opened_at TEXT,
		opened_by INTEGER REFERENCES person (id),
		closed_at TEXT,
		closed_by INTEGER REFERENCES person (id),
		protokoll TEXT CHECK (json_valid(protokoll)),
		is_example INTEGER NOT NULL DEFAULT 0 CHECK (is_example IN (0, 1)),
		version INTEGER NOT NULL DEFAULT 1,
		created_at TEXT NOT NULL,
		created_by INTEGER NOT NULL REFERENCES person (id),
		CHECK ((installt_reason IS NOT NULL) = (state = 'installt')),
		CHECK ((opened_at IS NULL) = (opened_by IS NULL)),
		CHECK ((opened_at IS NOT NULL) = (state IN ('oppet', 'avslutat'))),
		CHECK ((closed_at IS NULL) = (closed_by IS NULL)),
		CHECK ((closed_at IS NOT NULL) = (state = 'avslutat')),
		CHECK ((protokoll IS NOT NULL) = (state = 'avslutat'))
	) STRICT`,
	`CREATE INDEX mote_by_kommun ON mote (kommun_id, held_on, begins_at, id)`,
	refuse("mote_never_deleted", "DELETE", "mote", "a mote is never deleted"),
	refuse("mote_begins_planned", "INSERT", "mote", "a mote begins as planerat", "NEW.state <> 'planerat'"),
	refuse(
		"mote_no_replace",
		"INSERT",
		"mote",
		"a mote is never replaced",
		exists("mote", "id = NEW.id OR uuid = NEW.uuid"),
	),
	refuse(
		"mote_keeps_its_identity",
		"UPDATE",
		"mote",
		"a mote keeps its id, uuid and kommun",
		different(["id", "uuid", "kommun_id", "is_example", "created_at", "created_by"]),
	),
	refuse(
		"mote_states",
		"UPDATE",
		"mote",
		"not a step that a mote can take",
		`OLD.state <> NEW.state AND (OLD.state || '>' || NEW.state) NOT IN
			('planerat>oppet', 'planerat>installt', 'oppet>planerat', 'oppet>avslutat')`,
	),
	refuse(
		"mote_ended_stays",
		"UPDATE",
		"mote",
		"an ended mote does not change",
		"OLD.state IN ('avslutat', 'installt')",
	),
	refuse(
		"mote_with_beslut_stays_open",
		"UPDATE",
		"mote",
		"a mote that has decided something is not planned again",
		`OLD.state = 'oppet' AND NEW.state = 'planerat' AND (
			EXISTS (SELECT 1 FROM beslut JOIN mote_punkt ON mote_punkt.id = beslut.punkt_id WHERE mote_punkt.mote_id = OLD.id)
			OR EXISTS (SELECT 1 FROM atgard JOIN mote_punkt ON mote_punkt.id = atgard.punkt_id WHERE mote_punkt.mote_id = OLD.id))`,
	),

	`CREATE TABLE mote_deltagare (
		mote_id INTEGER NOT NULL REFERENCES mote (id),
		position INTEGER NOT NULL,
		role TEXT NOT NULL CHECK (role IN ('kommunpolis', 'samordnare', 'ledamot', 'undertecknare', 'annan')),
		label TEXT NOT NULL DEFAULT '' CHECK (length(label) <= 120),
		count INTEGER NOT NULL CHECK (count BETWEEN 1 AND 99),
		PRIMARY KEY (mote_id, position),
		CHECK ((role = 'annan') = (label <> ''))
	) STRICT, WITHOUT ROWID`,
	...whileMoteIs("mote_deltagare", "'planerat', 'oppet'", { of: (row) => `${row}.mote_id` }),

	`CREATE TABLE mote_punkt (
		id INTEGER PRIMARY KEY,
		mote_id INTEGER NOT NULL REFERENCES mote (id),
		key TEXT NOT NULL CHECK (length(key) BETWEEN 1 AND 80),
		position INTEGER NOT NULL,
		kind TEXT NOT NULL CHECK (kind IN ('rapport', 'avvikelse', 'atgarder', 'kommande', 'egen')),
		title TEXT NOT NULL CHECK (length(title) BETWEEN 1 AND 200),
		body TEXT NOT NULL DEFAULT '' CHECK (length(body) <= 4000),
		is_edited INTEGER NOT NULL DEFAULT 0 CHECK (is_edited IN (0, 1)),
		is_removed INTEGER NOT NULL DEFAULT 0 CHECK (is_removed IN (0, 1)),
		rapport_id INTEGER REFERENCES rapport (id),
		aktivitet_id INTEGER REFERENCES aktivitet (id),
		anteckning TEXT NOT NULL DEFAULT '' CHECK (length(anteckning) <= 4000),
		outcome TEXT CHECK (outcome IN ('granskad', 'bordlagd')),
		version INTEGER NOT NULL DEFAULT 1,
		UNIQUE (mote_id, key),
		CHECK ((rapport_id IS NOT NULL) = (kind = 'rapport')),
		CHECK ((aktivitet_id IS NOT NULL) = (kind = 'avvikelse')),
		CHECK (outcome IS NULL OR kind = 'rapport')
	) STRICT`,
	`CREATE INDEX mote_punkt_by_rapport ON mote_punkt (rapport_id) WHERE rapport_id IS NOT NULL`,
	...whileMoteIs("mote_punkt", "'planerat', 'oppet'", { of: (row) => `${row}.mote_id` }),
	refuse(
		"mote_punkt_no_replace",
		"INSERT",
		"mote_punkt",
		"an item is never replaced",
		exists("mote_punkt", "id = NEW.id"),
	),
	refuse(
		"mote_punkt_keeps_its_identity",
		"UPDATE",
		"mote_punkt",
		"an item keeps its mote, key and kind",
		different(["id", "mote_id", "key", "kind", "rapport_id", "aktivitet_id"]),
	),
	refuse(
		"mote_punkt_noted_while_open",
		"UPDATE",
		"mote_punkt",
		"what was said is noted while the mote is open",
		`(${different(["anteckning", "outcome"])}) AND NOT ${moteIs("'oppet'", "NEW.mote_id")}`,
	),

	`CREATE TABLE beslut (
		id INTEGER PRIMARY KEY,
		uuid TEXT NOT NULL UNIQUE CHECK (length(uuid) = 36),
		punkt_id INTEGER NOT NULL REFERENCES mote_punkt (id),
		text TEXT NOT NULL CHECK (length(text) BETWEEN 1 AND 1000),
		version INTEGER NOT NULL DEFAULT 1,
		created_at TEXT NOT NULL,
		created_by INTEGER NOT NULL REFERENCES person (id),
		makulerad_at TEXT,
		makulerad_by INTEGER REFERENCES person (id),
		CHECK ((makulerad_at IS NULL) = (makulerad_by IS NULL))
	) STRICT`,
	`CREATE INDEX beslut_by_punkt ON beslut (punkt_id, id)`,
	...whileMoteIs("beslut", "'oppet'", { of: (row) => moteOfPunkt(`${row}.punkt_id`) }),
	refuse("beslut_never_deleted", "DELETE", "beslut", "a beslut is withdrawn, not deleted"),
	refuse(
		"beslut_no_replace",
		"INSERT",
		"beslut",
		"a beslut is never replaced",
		exists("beslut", "id = NEW.id OR uuid = NEW.uuid"),
	),
	refuse(
		"beslut_keeps_its_identity",
		"UPDATE",
		"beslut",
		"a beslut keeps its uuid and item",
		different(["id", "uuid", "punkt_id", "created_at", "created_by"]),
	),

	"ALTER TABLE atgard ADD COLUMN punkt_id INTEGER REFERENCES mote_punkt (id)",
	`CREATE INDEX atgard_by_punkt ON atgard (punkt_id) WHERE punkt_id IS NOT NULL`,
	refuse(
		"atgard_decided_while_open",
		"INSERT",
		"atgard",
		"an atgard is decided at a mote that is open, in its kommun",
		`NEW.punkt_id IS NOT NULL AND NOT EXISTS (SELECT 1 FROM mote_punkt JOIN mote ON mote.id = mote_punkt.mote_id
			WHERE mote_punkt.id = NEW.punkt_id AND mote.state = 'oppet' AND mote.kommun_id = NEW.kommun_id)`,
	),
	refuse(
		"atgard_keeps_its_mote",
		"UPDATE",
		"atgard",
		"an atgard keeps the mote that decided it",
		different(["punkt_id"]),
	),
];

/** Rows are added, changed and taken away only while their meeting is in one of the states. */
function whileMoteIs(table: string, states: string, { of }: { of: (row: "OLD" | "NEW") => string }): string[] {
	return (["INSERT", "UPDATE", "DELETE"] as const).map((verb) =>
		refuse(
			`${table}_no_${verb.toLowerCase()}_then`,
			verb,
			table,
			`${table} does not change in that state of its mote`,
			`NOT ${moteIs(states, of(verb === "DELETE" ? "OLD" : "NEW"))}`,
		),
	);
}
