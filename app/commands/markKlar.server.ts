import { stockholmDate } from "#app/domain/dates.ts";
import type { RapportPart } from "#app/domain/rapport.ts";
import { buildRapportContent } from "#app/rapport/build.ts";
import { findRapportSource } from "#app/rapport/findRapportSource.server.ts";
import { type Actor, command, type Tx } from "#db/command.server.ts";
import type { Db } from "#db/connection.server.ts";
import { findPerson } from "#db/person.server.ts";
import { findAllRapportTexts } from "#db/rapport.server.ts";
import { updateRapportKlar } from "#db/rapportChange.server.ts";
import { changedMeanwhile, type KommunWriter, kommunWriter } from "./kommunWriter.server.ts";
import { rapportEvent, requireStep } from "./rapportInKommun.server.ts";
import { begunRapport, type RapportOfPeriod, rapportOfPeriod } from "./rapportOfPeriod.server.ts";

/**
 * Says that a part is done with its texts. The second of the two makes the report inlämnad and freezes what it says.
 *
 * @param input.version of the rapport that the page showed; 0 when nobody had begun it
 * @throws Fault `not_found` in another kommun or for a report that there is none of; `conflict` before the period is over,
 *   when the part is klar already, or when somebody did something else with the report in between
 */
export async function markKlar(
	db: Db,
	actor: Actor,
	input: { dokumentId: number; periodCode: string; part: RapportPart; version: number },
): Promise<{ state: "utkast" | "inlamnad" }> {
	const writer = kommunWriter(actor);
	const { part, version } = input;
	return command(db, actor, async (tx) => {
		const asked = await rapportOfPeriod(tx, writer, input);
		requireStep(part === "polis" ? "markPolisKlar" : "markKommunKlar", asked.facts, writer);
		if (!hasSeen(asked, version)) throw changedMeanwhile("Rapporten");
		const rapport = await begunRapport(tx, writer, asked);
		const otherKlarBy = part === "polis" ? asked.facts.kommunKlarBy : asked.facts.polisKlarBy;
		const frozen = otherKlarBy === null ? null : await freeze(tx, { asked, part, writer });
		await updateRapportKlar(tx, { id: rapport.id, version: rapport.version, part, frozen, ...writer });
		const state = frozen === null ? "utkast" : "inlamnad";
		return {
			result: { state },
			audit: [rapportEvent({ action: "rapport.part_klar", rapport, detail: { part, state } })],
		};
	});
}

/** Saving the first text begins the report, and that alone is nothing that an open page has missed. */
function hasSeen({ rapport }: RapportOfPeriod, version: number): boolean {
	if (!rapport) return version === 0;
	return rapport.version === version || (version === 0 && rapport.version === 1 && rapport.edition === 1);
}

/** What the report says at this moment, with the mark that is being made. */
async function freeze(
	tx: Tx,
	{
		asked: { dokument, period, rapport },
		part,
		writer,
	}: { asked: RapportOfPeriod; part: RapportPart; writer: KommunWriter },
): Promise<string> {
	const { kommunId, personId, now } = writer;
	const texts = rapport ? await findAllRapportTexts(tx, { kommunId, rapportId: rapport.id }) : [];
	const source = await findRapportSource(tx, {
		kommunId,
		facts: dokument,
		period,
		today: stockholmDate(now),
		rapport,
		texts,
	});
	const name = (await findPerson(tx, personId))?.name ?? null;
	const authors = source.authors.map((author) => (author.part === part ? { part, name, klarAt: now } : author));
	return JSON.stringify(buildRapportContent({ ...source, authors }));
}
