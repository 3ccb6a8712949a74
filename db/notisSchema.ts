import type { Generated } from "kysely";
import type { OutboxState } from "#app/domain/outbox.ts";
import type { Flag } from "./flag.ts";

/** Whether a person wants the weekly letter of a kommun. No row: yes. */
export interface PaminnelseTable {
	person_id: number;
	kommun_id: number;
	is_off: Flag;
	changed_at: string;
}

/** A week's letters of a kommun have been written. */
export interface UtskickTable {
	kommun_id: number;
	/** ISO week, `2018-W42`. */
	week: string;
	at: string;
}

/** A letter on its way. */
export interface OutboxTable {
	id: Generated<number>;
	message_id: string;
	person_id: number;
	kommun_id: number;
	week: string;
	subject: string;
	/** Emptied when it is done. */
	body_text: string;
	body_html: string;
	unsubscribe_url: string;
	/** Of the token in the address; kept, so that an old letter's link works. */
	unsubscribe_hash: string;
	state: Generated<OutboxState>;
	attempts: Generated<number>;
	next_attempt_at: string;
	claimed_at: string | null;
	last_error: string | null;
	created_at: string;
	done_at: string | null;
}

/** What a person has been told of by e-mail. */
export interface NotisToldTable {
	person_id: number;
	kommun_id: number;
	key: string;
	outbox_id: number;
}

/** The private address of a person's calendar; the token itself is kept nowhere. */
export interface KalenderlankTable {
	id: Generated<number>;
	person_id: number;
	token_hash: string;
	created_at: string;
	revoked_at: string | null;
}
