import { isBiprodukt } from "#app/domain/biprodukter.ts";
import { type IsoDate, stockholmDate } from "#app/domain/dates.ts";
import { Fault } from "#app/domain/fault.ts";
import { FUTURE_DATE_REFUSED, type GenomforandeInput, MAX_NOTE } from "#app/domain/genomforande.schema.ts";
import { notInForce, notLogged, quantityProblem } from "#app/domain/genomforandeRules.ts";
import { parseDateInput } from "#app/domain/parseInput.ts";
import { PERFORMED_BY } from "#app/domain/performedBy.ts";
import { isInForce } from "#app/domain/periods.ts";
import { measureModule } from "#app/measures/index.ts";
import type { Tx } from "#db/command.server.ts";
import type { GenomforandeContent } from "#db/genomforande.server.ts";
import { contentOf } from "#db/genomforandeChange.server.ts";
import { findAllMeasuresById } from "#db/measure.server.ts";
import { findPlats } from "#db/plats.server.ts";
import { acceptOptionalText } from "./acceptText.server.ts";

/** What a registration says, new or corrected. `quantity` holds for the mått that have none of their own; 1 when left out. */
export interface ProposedContent extends Omit<GenomforandeInput, "uuid" | "isAnotherOne" | "quantity" | "biprodukter"> {
	quantity?: number;
	biprodukter?: readonly { code: string; quantity: number }[];
}

type LoggedMeasure = Awaited<ReturnType<typeof findAllMeasuresById>>[number];

/**
 * Judges what a registration says, and gives it as it is stored.
 *
 * @throws Fault `not_found` for another kommun's measure or place; `invalid` for a day to come or outside the dokument,
 *   a mått that nothing is logged against, a quantity that does not suit its mått, or a text with a personal number
 */
export async function acceptGenomforande(
	tx: Tx,
	{ kommunId, now, proposed }: { kommunId: number; now: string; proposed: ProposedContent },
): Promise<GenomforandeContent> {
	const { date, platsId, performedBy } = proposed;
	const today = stockholmDate(now);
	if (parseDateInput(date, today) !== date)
		throw new Fault("invalid", "Datum: skriv en dag, till exempel 2026-04-30.", "date");
	if (date > today) throw new Fault("invalid", FUTURE_DATE_REFUSED, "date");
	if (!PERFORMED_BY.includes(performedBy))
		throw new Fault("invalid", "Utförd av: välj vem som utförde aktiviteten.", "performedBy");
	const note = acceptOptionalText({ field: "note", label: "Anteckning", text: proposed.note, maxLength: MAX_NOTE });
	if (platsId !== null && !(await findPlats(tx, { kommunId, platsId })))
		throw new Fault("not_found", "Plats: platsen finns inte på kommunens lista.", "platsId");
	const measures = await acceptMeasures(tx, { kommunId, date, proposed });
	return contentOf({ date, platsId, performedBy, note, measures, biprodukter: acceptBiprodukter(proposed) });
}

async function acceptMeasures(
	tx: Tx,
	{ kommunId, date, proposed }: { kommunId: number; date: IsoDate; proposed: ProposedContent },
): Promise<{ measureId: number; quantity: number }[]> {
	const ids = proposed.measures.map((measure) => measure.measureId);
	if (ids.length === 0 || new Set(ids).size < ids.length)
		throw new Fault("invalid", "Aktivitet: välj minst en.", "measureIds");
	const known = await findAllMeasuresById(tx, { kommunId, measureIds: ids, date });
	return proposed.measures.map(({ measureId, quantity }) => {
		const measure = known.find((one) => one.id === measureId);
		if (!measure) throw new Fault("not_found", "Aktivitet: den finns inte i den här kommunen.", "measureIds");
		if (!isInForce(measure, date)) throw new Fault("invalid", notInForce(measure), "date");
		return { measureId, quantity: acceptQuantity(measure, { own: quantity, common: proposed.quantity ?? 1 }) };
	});
}

/** A measured value must be given for its own mått, and can be anything; an amount is more than nothing. */
function acceptQuantity(measure: LoggedMeasure, { own, common }: { own: number | null; common: number }): number {
	const module = measureModule(measure.kind);
	const field = module.quantityField(module.settingsSchema.parse(measure.settings));
	if (field === null) throw new Fault("invalid", notLogged(measure), "measureIds");
	const name = own === null && !field.isMeasuredValue ? "quantity" : `quantities.${measure.id}`;
	const label = field.label ?? "Antal";
	if (field.isMeasuredValue && own === null) throw new Fault("invalid", `${label}: skriv det uppmätta värdet.`, name);
	const quantity = own ?? common;
	const problem = quantityProblem(quantity, { label, isMeasuredValue: field.isMeasuredValue ?? false });
	if (problem) throw new Fault("invalid", problem, name);
	return quantity;
}

function acceptBiprodukter({ biprodukter = [] }: ProposedContent): { code: string; quantity: number }[] {
	for (const { code, quantity } of biprodukter)
		if (!isBiprodukt(code) || !Number.isSafeInteger(quantity) || quantity < 1)
			throw new Fault("invalid", "Biprodukter: skriv ett helt tal, 0 eller mer.", `biprodukt.${code}`);
	if (new Set(biprodukter.map(({ code }) => code)).size < biprodukter.length)
		throw new Fault("invalid", "Biprodukter: ange varje slag en gång.");
	return [...biprodukter];
}
