import type { CarriedAktivitet } from "#app/dokumentutkast/carried.ts";
import { Fault } from "#app/domain/fault.ts";
import type { Tx } from "#db/command.server.ts";
import { findDokument } from "#db/dokument.server.ts";

/**
 * Aktiviteter of a dokument that are to go on in the one that replaces it, in the order of its text, each with the settings that
 * its mått were given last.
 *
 * @param dokumentId null: none is replaced, and then nothing can go on
 * @throws Fault `not_found` when the dokument is not the kommun's, or an aktivitet is not the dokument's
 */
export async function findCarriedAktiviteter(
	tx: Tx,
	{
		kommunId,
		dokumentId,
		aktivitetIds,
	}: { kommunId: number; dokumentId: number | null; aktivitetIds: readonly number[] },
): Promise<CarriedAktivitet[]> {
	if (aktivitetIds.length === 0) return [];
	const dokument = dokumentId === null ? undefined : await findDokument(tx, { kommunId, dokumentId });
	const carried = dokument?.aktiviteter.filter(({ id }) => aktivitetIds.includes(id)) ?? [];
	if (!dokument || carried.length < new Set(aktivitetIds).size)
		throw new Fault("not_found", "Aktiviteter: välj bland aktiviteterna i dokumentet som ersätts.");
	return carried.map(({ id, quotation, heading, parter, aktivitetstyp, measures }) => ({
		id,
		quotation,
		heading,
		parts: parter.map(({ code, name }) => (code === "annan" ? name : code)),
		aktivitetstyp,
		measures: measures.map(({ kind, name, rakneregel, versions }) => ({
			kind,
			name,
			rakneregel,
			settings: versions.at(-1)?.settings ?? {},
		})),
		fragor: dokument.fragor
			.filter(({ aktivitetId }) => aktivitetId === id)
			.map(({ question, quotation: words, answer }) => ({ question, quotation: words, answer })),
	}));
}
