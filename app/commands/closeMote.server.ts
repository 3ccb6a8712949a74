import { stockholmDate } from "#app/domain/dates.ts";
import { Fault } from "#app/domain/fault.ts";
import { formatPeriod, lowerFirst } from "#app/domain/format.ts";
import { parsePeriod } from "#app/domain/periods.ts";
import { buildMoteContent } from "#app/mote/build.ts";
import { findMoteSource } from "#app/mote/findMote.server.ts";
import { type Actor, type AuditEvent, command, type Tx } from "#db/command.server.ts";
import type { Db } from "#db/connection.server.ts";
import { findKommun } from "#db/kommun.server.ts";
import { type MoteRow, updateMoteClosed } from "#db/mote.server.ts";
import { isReturnedSinceOpening } from "#db/moteHistory.server.ts";
import { findAllPunkter } from "#db/motePunkt.server.ts";
import { findPerson } from "#db/person.server.ts";
import { findRapport, type RapportRow } from "#db/rapport.server.ts";
import { updateRapportGranskad } from "#db/rapportChange.server.ts";
import { type KommunWriter, kommunWriter } from "./kommunWriter.server.ts";
import { moteEvent, moteForStep, type SeenMote } from "./moteInKommun.server.ts";
import { noSuchRapport, rapportEvent, rapportForStep } from "./rapportInKommun.server.ts";

/**
 * Closes a meeting: its minutes are stored as they stand and never change, and the reports that the council has reviewed are
 * marked so. All of it or nothing.
 *
 * @throws Fault `conflict` naming a report that has been returned since the meeting was opened; what `moteForStep` refuses
 */
export async function closeMote(db: Db, actor: Actor, { moteId, version }: SeenMote): Promise<void> {
	const writer = kommunWriter(actor);
	await command(db, actor, async (tx) => {
		const mote = await moteForStep(tx, writer, { moteId, version, step: "closeMote" });
		const reviewed = await reviewRapporter(tx, writer, mote);
		const protokoll = await protokollOf(tx, writer, mote);
		await updateMoteClosed(tx, { id: moteId, version, protokoll, ...writer });
		return { result: undefined, audit: [...reviewed, moteEvent({ action: "mote.closed", mote })] };
	});
}

/** The minutes as they are stored. */
async function protokollOf(tx: Tx, { kommunId, personId, now }: KommunWriter, mote: MoteRow): Promise<string> {
	const kommun = await findKommun(tx, kommunId);
	const person = await findPerson(tx, personId);
	if (!kommun || !person) throw new Fault("not_found", "Kommunen eller personen finns inte längre.");
	const closed: MoteRow = { ...mote, state: "avslutat", closedAt: now, closedByName: person.name };
	const source = await findMoteSource(tx, { kommun, mote: closed, today: stockholmDate(now) });
	return JSON.stringify(buildMoteContent(source));
}

/** What the council has reviewed at the meeting is granskad from here on; what was marked so elsewhere in between is so already. */
async function reviewRapporter(tx: Tx, writer: KommunWriter, mote: MoteRow): Promise<AuditEvent[]> {
	const events: AuditEvent[] = [];
	for (const { rapportId, outcome, isRemoved } of await findAllPunkter(tx, { moteId: mote.id })) {
		if (rapportId === null || outcome !== "granskad" || isRemoved) continue;
		const rapport = await findRapport(tx, { kommunId: writer.kommunId, rapportId });
		if (!rapport) throw noSuchRapport();
		await requireStillReviewed(tx, { rapport, moteId: mote.id });
		if (rapport.state !== "inlamnad") continue;
		const { version } = await rapportForStep(tx, writer, {
			rapportId,
			version: rapport.version,
			step: "reviewRapport",
		});
		await updateRapportGranskad(tx, { id: rapportId, version, ...writer });
		events.push(rapportEvent({ action: "rapport.reviewed", rapport, detail: { moteId: mote.id } }));
	}
	return events;
}

/** What was reviewed must be what is marked: a report that went back in between may say something else now. */
async function requireStillReviewed(
	tx: Tx,
	{ rapport, moteId }: { rapport: RapportRow; moteId: number },
): Promise<void> {
	const { id: rapportId, state } = rapport;
	if (state === "utkast")
		throw new Fault(
			"conflict",
			`${named(rapport)} har återlämnats och är ett utkast igen, så den kan inte bli granskad. Välj Bordlagd för den och avsluta sedan mötet.`,
		);
	if (state === "inlamnad" && (await isReturnedSinceOpening(tx, { moteId, rapportId })))
		throw new Fault(
			"conflict",
			`${named(rapport)} har återlämnats och lämnats in på nytt sedan mötet öppnades. Läs den igen och markera den som granskad på rapportens egen sida, eller välj Bordlagd, och avsluta sedan mötet.`,
		);
}

/** "Rapporten för tertial 2 2018 (Medborgarlöfte 2018)" */
function named({ periodCode, dokumentTitle }: RapportRow): string {
	const period = parsePeriod(periodCode);
	return `Rapporten för ${period ? lowerFirst(formatPeriod(period)) : periodCode} (${dokumentTitle})`;
}
