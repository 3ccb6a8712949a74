import { addDays } from "#app/domain/dates.ts";
import { type NewDokument, type NewMeasure, newDokumentSchema } from "#app/domain/dokument.schema.ts";
import { Fault } from "#app/domain/fault.ts";
import { formatDate, shortened } from "#app/domain/format.ts";
import { MEASURE_KINDS, type MeasureKind } from "#app/domain/measureKind.ts";
import { MAX_REASON } from "#app/domain/reason.ts";
import { measureModule } from "#app/measures/index.ts";
import { type Actor, type AuditEvent, command, type Tx } from "#db/command.server.ts";
import type { Db } from "#db/connection.server.ts";
import {
	findAllAktivitetIds,
	findAllParts,
	findReplacement,
	insertAktivitet,
	insertAktivitetPart,
	insertDokument,
	insertFraga,
	insertLofte,
	insertMeasure,
	insertPart,
	insertUndertecknare,
} from "#db/newDokument.server.ts";
import { findAllPlatser } from "#db/plats.server.ts";
import { endDokumentIn } from "./endDokument.server.ts";
import { fillCalendar } from "./fillCalendar.server.ts";
import { kommunWriter } from "./kommunWriter.server.ts";

/**
 * Enters a signed löftesdokument in the actor's kommun: löften and aktiviteter word for word, their parties (a party the
 * kommun does not have yet is made), measures with their first settings, and the open questions. The kommun's calendar of
 * helgkvällar is filled for the years in force. One that it replaces ends the day before it begins.
 *
 * Places in `settings` may be given by name (`plats("Bankeryd")`); they must be on the kommun's list.
 *
 * @returns the new dokument's id
 * @throws Fault `invalid` when a löfte, aktivitet, heading or quoted fråga is not an exact part of the source text, when the
 *   dokument ends before it begins, when settings do not pass the schema of their kind, or when a place is unknown; what
 *   `createDokumentIn` refuses
 */
export async function createDokument(db: Db, actor: Actor, input: NewDokument): Promise<{ dokumentId: number }> {
	const dokument = acceptDokument(input);
	return command(db, actor, async (tx) => {
		const { dokumentId, audit } = await createDokumentIn(tx, actor, dokument);
		return { result: { dokumentId }, audit };
	});
}

/**
 * The same within another write.
 *
 * @param dokument as `acceptDokument` gives it
 * @returns the new dokument's id, and what the history is to say
 * @throws Fault `not_found` when the dokument that it replaces is not the kommun's; `conflict` when that one has been replaced
 *   already; `invalid` for an aktivitet that is not carried over from it; what `endDokumentIn` refuses
 */
export async function createDokumentIn(
	tx: Tx,
	actor: Actor,
	dokument: NewDokument,
): Promise<{ dokumentId: number; audit: AuditEvent[] }> {
	const { kommunId } = actor;
	if (kommunId === null) throw new Fault("invalid", "Kommun: välj vilken kommun dokumentet gäller.");
	const ended = await endReplaced(tx, { actor, kommunId, dokument });
	const dokumentId = await insertDokument(tx, { kommunId, dokument, now: actor.now });
	for (const [index, { title, organisation }] of dokument.undertecknare.entries())
		await insertUndertecknare(tx, { dokumentId, position: index + 1, title, organisation });
	const lofteIds: number[] = [];
	for (const [index, { quotation }] of dokument.loften.entries())
		lofteIds.push(await insertLofte(tx, { dokumentId, position: index + 1, quotation }));
	await insertAktiviteter(tx, { actor, kommunId, dokumentId, dokument, lofteIds });
	for (const fraga of dokument.fragor)
		await insertFraga(tx, { dokumentId, aktivitetId: null, fraga, answeredBy: actor.personId, now: actor.now });
	await fillCalendar(tx, { kommunId, ...dokument, now: actor.now });
	const { title, inForceFrom, inForceTo, loften, aktiviteter, replacesDokumentId } = dokument;
	const created: AuditEvent = {
		action: "dokument.created",
		entity: "dokument",
		entityId: dokumentId,
		detail: {
			title,
			inForceFrom,
			inForceTo,
			loften: loften.length,
			aktiviteter: aktiviteter.length,
			...(replacesDokumentId != null && { replacesDokumentId }),
		},
	};
	return { dokumentId, audit: [...ended, created] };
}

/** @throws Fault `invalid` in the words of the first field that is wrong */
export function acceptDokument(input: NewDokument): NewDokument {
	const parsed = newDokumentSchema.safeParse(input);
	if (parsed.success) return parsed.data;
	const [issue] = parsed.error.issues;
	throw new Fault("invalid", issue?.message ?? "Dokument: uppgifterna går inte att läsa.", issue?.path.join("."));
}

/** The dokument that is replaced ends the day before; only its own aktiviteter are carried over, each once. */
async function endReplaced(
	tx: Tx,
	{ actor, kommunId, dokument }: { actor: Actor; kommunId: number; dokument: NewDokument },
): Promise<AuditEvent[]> {
	const carriedIds = dokument.aktiviteter.flatMap(({ carriedFromId }) => carriedFromId ?? []);
	const { replacesDokumentId } = dokument;
	if (replacesDokumentId == null) {
		if (carriedIds.length > 0) throw notOfReplaced();
		return [];
	}
	await requireReplaceable(tx, { kommunId, dokumentId: replacesDokumentId });
	const ownIds = new Set(await findAllAktivitetIds(tx, replacesDokumentId));
	if (carriedIds.some((id) => !ownIds.has(id)) || new Set(carriedIds).size < carriedIds.length) throw notOfReplaced();
	const { personId, now } = kommunWriter(actor);
	const lastDay = addDays(dokument.inForceFrom, -1);
	const reason = shortened(`Ersatt av ${dokument.title}`, MAX_REASON);
	try {
		return await endDokumentIn(tx, { kommunId, dokumentId: replacesDokumentId, lastDay, reason, now, personId });
	} catch (error) {
		if (!(error instanceof Fault)) throw error;
		// What is chosen here is the first day of the new one.
		const why = `Gäller från: det som ersätts kan inte sluta gälla ${formatDate(lastDay)}.`;
		throw new Fault(error.code, `${why} ${error.message}`);
	}
}

/**
 * Whether a dokument can be replaced by a new one.
 *
 * @throws Fault `not_found` in another kommun; `conflict` when it has been replaced already
 */
export async function requireReplaceable(
	tx: Tx,
	{ kommunId, dokumentId }: { kommunId: number; dokumentId: number },
): Promise<void> {
	const found = await findReplacement(tx, { kommunId, dokumentId });
	if (!found) throw new Fault("not_found", "Dokumentet som ska ersättas finns inte i den här kommunen.");
	if (found.replacedById !== null)
		throw new Fault("conflict", `Dokumentet ${found.title} är redan ersatt av ett nytt. Ersätt det nya i stället.`);
}

function notOfReplaced(): Fault {
	return new Fault(
		"invalid",
		"Aktiviteter: bara aktiviteter i dokumentet som ersätts kan följa med, var och en en gång.",
	);
}

async function insertAktiviteter(
	tx: Tx,
	{
		actor,
		kommunId,
		dokumentId,
		dokument,
		lofteIds,
	}: { actor: Actor; kommunId: number; dokumentId: number; dokument: NewDokument; lofteIds: readonly number[] },
): Promise<void> {
	const platser = await findAllPlatser(tx, { kommunId });
	const partIdOf = await partFinder(tx, { kommunId });
	for (const [index, aktivitet] of dokument.aktiviteter.entries()) {
		const lofteId = aktivitet.loftePosition === null ? null : (lofteIds[aktivitet.loftePosition - 1] ?? null);
		const aktivitetId = await insertAktivitet(tx, { dokumentId, lofteId, position: index + 1, aktivitet });
		const partIds: number[] = [];
		for (const part of aktivitet.parts) partIds.push(await partIdOf(part));
		for (const partId of new Set(partIds)) await insertAktivitetPart(tx, { aktivitetId, partId });
		for (const [at, measure] of aktivitet.measures.entries())
			await insertMeasure(tx, {
				aktivitetId,
				position: at + 1,
				kind: kindOf(measure),
				name: measure.name,
				rakneregel: measure.rakneregel,
				validFrom: dokument.inForceFrom,
				settings: settingsOf(measure, platser),
				createdBy: actor.personId,
				now: actor.now,
			});
		for (const fraga of aktivitet.fragor)
			await insertFraga(tx, { dokumentId, aktivitetId, fraga, answeredBy: actor.personId, now: actor.now });
	}
}

/** Finds a part by its code (polis, kommun) or its name, in whatever letters' case, and makes the one that is missing. */
async function partFinder(tx: Tx, { kommunId }: { kommunId: number }): Promise<(part: string) => Promise<number>> {
	const known = new Map<string, number>();
	for (const { id, code, name } of await findAllParts(tx, { kommunId }))
		for (const key of code === "annan" ? [name, keyOf(name)] : [code]) if (!known.has(key)) known.set(key, id);
	return async (part) => {
		const existing = known.get(part) ?? known.get(keyOf(part));
		if (existing !== undefined) return existing;
		const id = await insertPart(tx, { kommunId, code: "annan", name: part });
		known.set(keyOf(part), id);
		return id;
	};
}

function keyOf(part: string): string {
	return part.toLocaleLowerCase("sv");
}

function kindOf(measure: NewMeasure): MeasureKind {
	const kind = MEASURE_KINDS.find((code) => code === measure.kind);
	if (!kind) throw new Fault("invalid", `${measure.name}: välj hur aktiviteten ska följas.`, "kind");
	return kind;
}

/** The settings as they are stored: places by id, and passed by the schema of their kind. */
function settingsOf(measure: NewMeasure, platser: readonly KnownPlats[]): unknown {
	const module = measureModule(kindOf(measure));
	const refuse = (message: string) => new Fault("invalid", `${measure.name}: ${message}`, "settings");
	const settings = replacePlatsReferences(measure.settings, (name) => {
		const found = platser.find((plats) => plats.name === name);
		if (!found) throw refuse(`platsen ${name} finns inte på kommunens lista. Lägg till den först.`);
		return found.id;
	});
	const parsed = module.settingsSchema.safeParse(settings);
	if (!parsed.success) throw refuse(parsed.error.issues[0]?.message ?? "inställningarna går inte att läsa.");
	if (module.platsIds(parsed.data).some((id) => !platser.some((plats) => plats.id === id)))
		throw refuse("välj platser som finns på kommunens lista.");
	return parsed.data;
}

interface KnownPlats {
	id: number;
	name: string;
}

/** Puts an id in the place of every `PlatsReference` in the settings, however deep. */
function replacePlatsReferences(value: unknown, idOf: (name: string) => number): unknown {
	if (Array.isArray(value)) return value.map((item) => replacePlatsReferences(item, idOf));
	if (typeof value !== "object" || value === null) return value;
	if ("plats" in value && typeof value.plats === "string") return idOf(value.plats);
	return Object.fromEntries(Object.entries(value).map(([key, item]) => [key, replacePlatsReferences(item, idOf)]));
}
