import type { IsoInstant } from "#app/domain/dates.ts";
import { Fault } from "#app/domain/fault.ts";
import type { Actor } from "#db/command.server.ts";

/** Who writes, where and when. */
export interface KommunWriter {
	personId: number;
	kommunId: number;
	now: IsoInstant;
}

/**
 * The actor of a write that needs both a person and a kommun.
 *
 * @throws Fault `forbidden` when the actor is nobody, or stands in no kommun
 */
export function kommunWriter({ personId, kommunId, now }: Actor): KommunWriter {
	if (personId === null || kommunId === null)
		throw new Fault("forbidden", "Logga in och välj en kommun för att göra det här.");
	return { personId, kommunId, now };
}

/** Somebody else's change came in between. */
export function changedMeanwhile(what: string): Fault {
	return new Fault("conflict", `${what} har ändrats av någon annan. Ladda om sidan och gör ändringen igen.`);
}
