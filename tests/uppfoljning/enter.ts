import { createDokument } from "#app/commands/createDokument.server.ts";
import { createKommun } from "#app/commands/createKommun.server.ts";
import { saveRapportText } from "#app/commands/saveRapportText.server.ts";
import { parsePeriod } from "#app/domain/periods.ts";
import { RAPPORT_PARTS, type RapportPart } from "#app/domain/rapport.ts";
import type { RapportContent } from "#app/rapport/content.ts";
import { findRapportView } from "#app/rapport/findRapport.server.ts";
import { type Dokument, findDokument } from "#db/dokument.server.ts";
import { findAllPlatser } from "#db/plats.server.ts";
import { freshDatabase } from "#tests/factories/database.ts";
import { makeGenomforande } from "#tests/factories/genomforande.ts";
import { type KommunActor, makePerson } from "#tests/factories/kommun.ts";
import type { Told, ToldUppfoljning } from "./told.ts";

/**
 * Enters the löfte, logs what was done and writes what was said of it, all through the app's own commands.
 *
 * @returns the report that the app makes of it
 */
export async function enterUppfoljning(uppfoljning: ToldUppfoljning): Promise<RapportContent> {
	const db = freshDatabase();
	const { kommun, dokument, today } = uppfoljning;
	const now = `${today}T10:00:00.000Z`;
	const { kommunId } = await createKommun(
		db,
		{ personId: null, kommunId: null, now },
		{
			...kommun,
			undertecknareTitle: "Kommunchef",
			platser: kommun.platser.map((name) => ({ name, kind: "plats" as const })),
		},
	);
	const writers: Record<RapportPart, KommunActor> = {
		polis: await makePerson(db, { kommunId, role: "kommunpolis", now }),
		kommun: await makePerson(db, { kommunId, role: "samordnare", now }),
	};
	const { dokumentId } = await createDokument(db, writers.kommun, dokument);
	const entered = await findDokument(db, { kommunId, dokumentId });
	const period = parsePeriod(uppfoljning.period);
	if (!entered || !period) throw new RangeError("no such dokument or period");
	const platser = new Map((await findAllPlatser(db, { kommunId })).map(({ id, name }) => [name, id]));
	for (const told of uppfoljning.told)
		for (const { date, quantity, plats } of told.logged)
			await makeGenomforande(db, writers[told.part], {
				measureId: measureOf(entered, told.measure).measureId,
				date,
				quantity,
				platsId: plats === undefined ? null : (platser.get(plats) ?? null),
				performedBy: told.part,
			});
	for (const part of RAPPORT_PARTS)
		for (const { id } of entered.aktiviteter) {
			const own = uppfoljning.told.filter(
				(told) => told.part === part && measureOf(entered, told.measure).aktivitetId === id,
			);
			if (own.length > 0)
				await saveRapportText(db, writers[part], {
					dokumentId,
					periodCode: period.code,
					part,
					aktivitetId: id,
					version: 0,
					kommentar: joined(own, "kommentar"),
					orsak: joined(own, "orsak"),
					nyPlan: joined(own, "nyPlan"),
				});
		}
	const view = await findRapportView(db, { kommunId, dokumentId, period, today });
	if (!view) throw new RangeError(`no report of ${uppfoljning.period}`);
	return view.content;
}

function measureOf(dokument: Dokument, name: string): { aktivitetId: number; measureId: number } {
	const aktivitet = dokument.aktiviteter.find(({ measures }) => measures.some((measure) => measure.name === name));
	const measure = aktivitet?.measures.find((one) => one.name === name);
	if (!aktivitet || !measure) throw new RangeError(`no mått ${name}`);
	return { aktivitetId: aktivitet.id, measureId: measure.id };
}

function joined(told: readonly Told[], field: "kommentar" | "orsak" | "nyPlan"): string {
	return told.flatMap((one) => one[field] ?? []).join("\n");
}
