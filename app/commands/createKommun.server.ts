import * as z from "zod";
import { type IsoInstant, stockholmDate } from "#app/domain/dates.ts";
import { Fault } from "#app/domain/fault.ts";
import { FIRST_CALENDAR_YEAR, LAST_CALENDAR_YEAR, proposeHelgkvallar } from "#app/domain/helgkvallar.ts";
import { MAX_KOMMUN_TEXT } from "#app/domain/kommun.schema.ts";
import { safeText } from "#app/domain/personalData.ts";
import { MAX_PLATS_NAME, PLATS_KINDS } from "#app/domain/plats.schema.ts";
import { type Actor, type AuditEvent, command, type Tx } from "#db/command.server.ts";
import type { Db } from "#db/connection.server.ts";
import { insertPart } from "#db/newDokument.server.ts";
import { insertKommun, insertMissingHelgkvallar, isKommunTaken } from "#db/newKommun.server.ts";
import { insertPlats } from "#db/plats.server.ts";

const newKommunSchema = z.object({
	/** Statistiska centralbyrån's code: county and municipality, four digits. */
	scbCode: z.string().regex(/^\d{4}$/, "Kommunkod: skriv fyra siffror, till exempel 0684."),
	name: text("Namn", 60),
	/** In every address of the kommun. */
	slug: z.string().regex(/^[a-z][a-z-]*$/, "Adressnamn: använd bara bokstäverna a–z och bindestreck."),
	lokalpolisomrade: text("Lokalpolisområde", MAX_KOMMUN_TEXT).nullable(),
	/** The title of the one who signs the follow-up; documents differ. */
	undertecknareTitle: text("Undertecknarens titel", MAX_KOMMUN_TEXT),
	platser: z.array(z.object({ name: text("Plats", MAX_PLATS_NAME), kind: z.enum(PLATS_KINDS) })).default([]),
	/** Calendar years to begin with; this year and the next when left out. `createDokument` adds what a dokument needs. */
	helgkvallYears: z.array(z.number().int().min(FIRST_CALENDAR_YEAR).max(LAST_CALENDAR_YEAR)).optional(),
});

export type NewKommun = z.input<typeof newKommunSchema>;

/**
 * Makes a kommun with its two standard parts (polis and kommun), its places and its calendar of helgkvällar,
 * ticked as proposed.
 *
 * @returns the new kommun's id
 * @throws Fault `invalid` for a malformed value, `conflict` when the code or the slug is taken
 */
export async function createKommun(db: Db, actor: Actor, input: NewKommun): Promise<{ kommunId: number }> {
	const kommun = acceptNewKommun(input);
	return command(db, actor, async (tx) => {
		if (await isKommunTaken(tx, kommun))
			throw new Fault("conflict", `Kommun: ${kommun.name} finns redan. Öppna den i stället.`, "scbCode");
		const { kommunId, audit } = await createKommunIn(tx, { kommun, now: actor.now });
		return { result: { kommunId }, audit: [audit] };
	});
}

/** @throws Fault `invalid` for a malformed value */
export function acceptNewKommun(input: NewKommun): z.output<typeof newKommunSchema> {
	const parsed = newKommunSchema.safeParse(input);
	if (parsed.success) return parsed.data;
	const [issue] = parsed.error.issues;
	throw new Fault("invalid", issue?.message ?? "Kommun: uppgifterna går inte att läsa.", issue?.path.join("."));
}

/** The rows of an accepted kommun that is not taken, and what its history says, within another command. */
export async function createKommunIn(
	tx: Tx,
	{ kommun, now }: { kommun: z.output<typeof newKommunSchema>; now: IsoInstant },
): Promise<{ kommunId: number; audit: AuditEvent }> {
	const kommunId = await insertKommun(tx, { ...kommun, now });
	await insertPart(tx, { kommunId, code: "polis", name: "Polisen" });
	await insertPart(tx, { kommunId, code: "kommun", name: "Kommunen" });
	for (const plats of kommun.platser) await insertPlats(tx, { kommunId, ...plats, isActive: true });
	const thisYear = Number(stockholmDate(now).slice(0, 4));
	const evenings = (kommun.helgkvallYears ?? [thisYear, thisYear + 1]).flatMap(proposeHelgkvallar);
	await insertMissingHelgkvallar(tx, { kommunId, evenings });
	const detail = { name: kommun.name, scbCode: kommun.scbCode, platser: kommun.platser.length };
	return { kommunId, audit: { action: "kommun.created", entity: "kommun", entityId: kommunId, detail, kommunId } };
}

function text(label: string, longest: number) {
	return safeText(label, longest).refine((value) => value !== "", `${label}: fyll i en text.`);
}
