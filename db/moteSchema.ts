import type { Generated } from "kysely";
import type { DeltagareRole, MoteState, PunktKind, PunktOutcome } from "#app/domain/mote.ts";
import type { Flag } from "./flag.ts";

/** A meeting of the council. Its minutes are the JSON of `MoteContent`, from the moment it is closed. */
export interface MoteTable {
	id: Generated<number>;
	/** Made by the page, so that a double tap plans one meeting. */
	uuid: string;
	kommun_id: number;
	title: string;
	held_on: string;
	/** Swedish local time, `HH:MM`. */
	begins_at: string;
	ends_at: string | null;
	place: string;
	state: Generated<MoteState>;
	installt_reason: string | null;
	opened_at: string | null;
	opened_by: number | null;
	closed_at: string | null;
	closed_by: number | null;
	protokoll: string | null;
	is_example: Generated<Flag>;
	version: Generated<number>;
	created_at: string;
	created_by: number;
}

/** Who takes part, by role and number; never by name. */
export interface MoteDeltagareTable {
	mote_id: number;
	position: number;
	role: DeltagareRole;
	/** Said of `annan` only: "Räddningstjänsten". */
	label: Generated<string>;
	count: number;
}

/** An item of the agenda. */
export interface MotePunktTable {
	id: Generated<number>;
	mote_id: number;
	/** What it is about, so that the app does not propose it twice: `rapport:12`, `avvikelse:7`, `atgarder`, `egen:<uuid>`. */
	key: string;
	position: number;
	kind: PunktKind;
	title: string;
	/** Lines, parted by line breaks. */
	body: Generated<string>;
	/** Somebody has written the title or the lines, so the app no longer does. */
	is_edited: Generated<Flag>;
	is_removed: Generated<Flag>;
	rapport_id: number | null;
	aktivitet_id: number | null;
	/** What was said, noted while the meeting is open. */
	anteckning: Generated<string>;
	outcome: PunktOutcome | null;
	version: Generated<number>;
}

export interface BeslutTable {
	id: Generated<number>;
	uuid: string;
	punkt_id: number;
	text: string;
	version: Generated<number>;
	created_at: string;
	created_by: number;
	/** Withdrawn during the meeting; then it does not stand in the minutes. */
	makulerad_at: string | null;
	makulerad_by: number | null;
}
