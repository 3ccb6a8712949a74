import { type IsoDate, stockholmDate } from "#app/domain/dates.ts";
import { Fault } from "#app/domain/fault.ts";
import { type MoteStep, whyNotMote } from "#app/domain/mote.ts";
import { factsOf } from "#app/mote/findMote.server.ts";
import type { AuditEvent, Tx } from "#db/command.server.ts";
import { findMote, type MoteRow } from "#db/mote.server.ts";
import { findPunkt, type PunktRow } from "#db/motePunkt.server.ts";
import { changedMeanwhile, type KommunWriter } from "./kommunWriter.server.ts";

/** What a step is taken with: the meeting and, where the meeting itself changes, the version that the page showed. */
export interface SeenMote {
	moteId: number;
	version: number;
}

/**
 * The meeting, ready for a step.
 *
 * @param version the one that the page showed; absent for what is done beside what others do
 * @throws Fault `not_found` in another kommun; `conflict` when the step cannot be taken, in the words of `whyNotMote`, or
 *   when somebody changed the meeting in between
 */
export async function moteForStep(
	tx: Tx,
	{ kommunId, now }: KommunWriter,
	{ moteId, step, version }: { moteId: number; step: MoteStep; version?: number },
): Promise<MoteRow> {
	const mote = await findMote(tx, { kommunId, moteId });
	if (!mote) throw noSuchMote();
	requireMoteStep(step, mote, stockholmDate(now));
	if (version !== undefined && mote.version !== version) throw changedMeanwhile("Mötet");
	return mote;
}

/** @throws Fault `conflict` in the words of `whyNotMote` */
function requireMoteStep(step: MoteStep, mote: MoteRow, today: IsoDate): void {
	const reason = whyNotMote(step, factsOf(mote), today);
	if (reason !== null) throw new Fault("conflict", reason);
}

/**
 * An item that is taken up at an open meeting, to note something under it.
 *
 * @throws Fault `not_found` when the meeting has no such item; `conflict` when it has been taken off the agenda
 */
export async function punktOnAgenda(tx: Tx, { moteId, key }: { moteId: number; key: string }): Promise<PunktRow> {
	const punkt = await findPunkt(tx, { moteId, key });
	if (!punkt) throw noSuchPunkt();
	if (punkt.isRemoved) throw isOffAgenda(punkt);
	return punkt;
}

export function noSuchMote(): Fault {
	return new Fault("not_found", "Mötet finns inte i den här kommunen.");
}

export function noSuchPunkt(): Fault {
	return new Fault("not_found", "Punkten finns inte på mötets dagordning.");
}

export function isOffAgenda({ title }: { title: string }): Fault {
	return new Fault("conflict", `${punktNamed(title)} är borttagen ur dagordningen. Ta tillbaka den först.`);
}

/** "Punkten ”Granska rapporten för tertial 2 2018”" */
export function punktNamed(title: string): string {
	return `Punkten ”${title}”`;
}

/** What the history says of a meeting: what was done, and with which one. */
export function moteEvent({
	action,
	mote: { id, title, heldOn },
	detail = {},
}: {
	action: AuditEvent["action"];
	mote: Pick<MoteRow, "id" | "title" | "heldOn">;
	detail?: Record<string, unknown>;
}): AuditEvent {
	return { action, entity: "mote", entityId: id, detail: { title, heldOn, ...detail } };
}
