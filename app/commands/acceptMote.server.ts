import { type IsoDate, type IsoInstant, stockholmDate } from "#app/domain/dates.ts";
import { Fault } from "#app/domain/fault.ts";
import {
	ENDS_LATER,
	heldOnProblem,
	MAX_DELTAGARE_COUNT,
	MAX_DELTAGARE_LABEL,
	MAX_MOTE_PLACE,
	MAX_MOTE_TITLE,
	MAX_PUNKT_TEXT,
	MAX_PUNKT_TITLE,
	MOTE_LABEL,
} from "#app/domain/mote.schema.ts";
import type { Deltagare } from "#app/domain/mote.ts";
import { linesOf } from "#app/mote/agenda.ts";
import type { MoteFrame } from "#db/mote.server.ts";
import { acceptName, acceptText } from "./acceptText.server.ts";

/** What is agreed of a meeting: when, where and who takes part. */
export interface MoteInput {
	title: string;
	heldOn: IsoDate;
	/** Swedish local time, `HH:MM`. */
	beginsAt: string;
	endsAt: string | null;
	place: string;
	/** By role and number, never by name. */
	deltagare: readonly Deltagare[];
}

/**
 * The frame of a meeting, checked where it is stored.
 *
 * @throws Fault `invalid` for an empty text, a personal number, a day years away, an end that is not after the beginning, or a
 *   number of participants that nobody can mean
 */
export function acceptMote(input: MoteInput, now: IsoInstant): { frame: MoteFrame; deltagare: Deltagare[] } {
	const { heldOn, beginsAt, endsAt } = input;
	const problem = heldOnProblem(heldOn, stockholmDate(now));
	if (problem) throw new Fault("invalid", problem, "heldOn");
	if (endsAt !== null && endsAt <= beginsAt) throw new Fault("invalid", ENDS_LATER.message, "endsAt");
	return {
		frame: {
			title: acceptName({ field: "title", label: MOTE_LABEL.title, text: input.title, maxLength: MAX_MOTE_TITLE }),
			heldOn,
			beginsAt,
			endsAt,
			place: acceptName({ field: "place", label: MOTE_LABEL.place, text: input.place, maxLength: MAX_MOTE_PLACE }),
		},
		deltagare: input.deltagare.map(acceptDeltagare),
	};
}

function acceptDeltagare({ role, label, count }: Deltagare): Deltagare {
	if (!Number.isInteger(count) || count < 1 || count > MAX_DELTAGARE_COUNT)
		throw new Fault("invalid", `Deltagare: skriv ett antal mellan 1 och ${MAX_DELTAGARE_COUNT}.`);
	if (role !== "annan") return { role, label: "", count };
	const text = { field: "others", label: MOTE_LABEL.others, text: label, maxLength: MAX_DELTAGARE_LABEL };
	return { role, label: acceptName(text), count };
}

/**
 * The words of an item, checked where they are stored.
 *
 * @throws Fault `invalid` for an empty title, a personal number or a text that is too long
 */
export function acceptPunktWords(input: { title: string; lines: string }): { title: string; body: string } {
	const title = acceptName({ field: "title", label: MOTE_LABEL.title, text: input.title, maxLength: MAX_PUNKT_TITLE });
	const text = acceptText({ field: "lines", label: MOTE_LABEL.lines, text: input.lines, maxLength: MAX_PUNKT_TEXT });
	return { title, body: linesOf(text).join("\n") };
}
