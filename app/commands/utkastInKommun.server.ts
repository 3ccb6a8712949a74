import { type Dokumentutkast, findUtkast } from "#app/dokumentutkast/findUtkast.server.ts";
import { Fault } from "#app/domain/fault.ts";
import type { AuditEvent, Tx } from "#db/command.server.ts";
import { changedMeanwhile, type KommunWriter } from "./kommunWriter.server.ts";

/** What a step is taken with: the utkast and the version that the page showed. */
export interface SeenUtkast {
	utkastId: number;
	version: number;
}

/** @throws Fault `not_found` in another kommun; `conflict` when it has been discarded */
export async function utkastIn(
	tx: Tx,
	{ kommunId }: Pick<KommunWriter, "kommunId">,
	utkastId: number,
): Promise<Dokumentutkast> {
	const utkast = await findUtkast(tx, { kommunId, utkastId });
	if (!utkast) throw new Fault("not_found", "Utkastet finns inte i den här kommunen.");
	if (utkast.isDiscarded)
		throw new Fault("conflict", "Utkastet är borttaget. Börja om med ett nytt dokument om det var fel.");
	return utkast;
}

/**
 * The utkast, ready for a step.
 *
 * @throws Fault what `utkastIn` refuses; `conflict` when it is in force, or somebody changed it in between
 */
export async function utkastForStep(
	tx: Tx,
	writer: Pick<KommunWriter, "kommunId">,
	{ utkastId, version }: SeenUtkast,
): Promise<Dokumentutkast> {
	const utkast = await utkastIn(tx, writer, utkastId);
	if (utkast.dokumentId !== null)
		throw new Fault("conflict", "Utkastet gäller redan som dokument. Ändra dokumentet i stället.");
	if (utkast.version !== version) throw changedMeanwhile("Utkastet");
	return utkast;
}

/** What the history says of an utkast: what was done, and with which one. */
export function utkastEvent({
	action,
	utkast: { id, content },
	detail = {},
}: {
	action: "dokumentutkast.begun" | "dokumentutkast.changed" | "dokumentutkast.discarded";
	utkast: Pick<Dokumentutkast, "id" | "content">;
	detail?: Record<string, unknown>;
}): AuditEvent {
	return { action, entity: "dokumentutkast", entityId: id, detail: { title: content.title, ...detail } };
}
