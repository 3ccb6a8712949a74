import { Fault } from "#app/domain/fault.ts";
import { addressId } from "#app/http/addressId.server.ts";
import type { KommunContext } from "#app/http/protect.server.ts";
import { evaluateMeasure } from "#app/measures/evaluate.ts";
import { measureModule } from "#app/measures/index.ts";
import { findAtgard } from "#db/atgard.server.ts";
import { findAllCarriedAtgarder } from "#db/carriedAtgard.server.ts";
import { findExcusedSlot } from "#db/excusedSlot.server.ts";
import { findFraga } from "#db/fraga.server.ts";
import { findShownAktivitet } from "./shownAktivitet.server.ts";

/**
 * The commands keep to the kommun; these keep to the page. Each refuses with `not_found` what belongs to another aktivitet,
 * so that nobody changes a row that the page does not show.
 */

/** Also lets through one that goes on here from the dokument that was replaced. */
export async function requireOwnAtgard({ db, kommun, params }: KommunContext, atgardId: number): Promise<void> {
	const aktivitetId = addressId(params.id);
	const atgard = await findAtgard(db, { kommunId: kommun.id, atgardId });
	if (atgard?.aktivitetId === aktivitetId) return;
	const carried = await findAllCarriedAtgarder(db, { kommunId: kommun.id, aktivitetId });
	if (!carried.some(({ id }) => id === atgardId))
		throw new Fault("not_found", "Åtgärden finns inte under den här aktiviteten.");
}

export async function requireOwnFraga({ db, kommun, params }: KommunContext, fragaId: number): Promise<void> {
	const fraga = await findFraga(db, { kommunId: kommun.id, fragaId });
	if (fraga?.aktivitetId !== addressId(params.id))
		throw new Fault("not_found", "Frågan finns inte under den här aktiviteten.");
}

export async function requireOwnExcusedSlot(context: KommunContext, excusedSlotId: number): Promise<void> {
	const { aktivitet } = await findShownAktivitet(context);
	const slot = await findExcusedSlot(context.db, { kommunId: context.kommun.id, excusedSlotId });
	if (!aktivitet.measures.some((measure) => measure.id === slot?.measureId))
		throw new Fault("not_found", "Tillfället finns inte under den här aktiviteten.");
}

/** Also refuses with `invalid` a tillfälle that the measure does not expect in the period shown. */
export async function requireOwnSlot(
	context: KommunContext,
	{ measureId, slotKey }: { measureId: number; slotKey: string },
): Promise<void> {
	const shown = await findShownAktivitet(context);
	const measure = shown.aktivitet.measures.find((one) => one.id === measureId);
	if (!measure) throw new Fault("not_found", "Måttet finns inte under den här aktiviteten.");
	const { chart } = evaluateMeasure(shown.followUp, { ...shown, measure, today: context.today });
	const slots = measureModule(measure.kind).slots?.(chart);
	if (slots && !slots.some((slot) => slot.key === slotKey))
		throw new Fault("invalid", "Tillfälle: välj ett i listan.", "slotKey");
}

/** Åtgärder are decided where a measure counts them. */
export async function requireActions(context: KommunContext): Promise<void> {
	const { aktivitet } = await findShownAktivitet(context);
	if (!aktivitet.measures.some((measure) => measure.kind === "actions"))
		throw new Fault("not_found", "Aktiviteten följs inte med beslutade åtgärder.");
}
