import { Fault } from "#app/domain/fault.ts";
import type { Actor } from "#db/command.server.ts";

/**
 * The person and the kommun of a write that needs both.
 *
 * @throws Fault `forbidden` when the actor is nobody, or stands in no kommun
 */
export function kommunWriter({ personId, kommunId }: Actor): { personId: number; kommunId: number } {
	if (personId === null || kommunId === null)
		throw new Fault("forbidden", "Logga in och välj en kommun för att göra det här.");
	return { personId, kommunId };
}

/** Somebody else's change came in between. */
export function changedMeanwhile(what: string): Fault {
	return new Fault("conflict", `${what} har ändrats av någon annan. Ladda om sidan och gör ändringen igen.`);
}
