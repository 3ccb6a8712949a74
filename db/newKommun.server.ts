import type { IsoDate, IsoInstant } from "#app/domain/dates.ts";
import type { Tx } from "./command.server.ts";

/** The rows of a new kommun; its places are inserted by `plats.server.ts`. */

export async function insertKommun(
	tx: Tx,
	kommun: {
		scbCode: string;
		name: string;
		slug: string;
		lokalpolisomrade: string | null;
		undertecknareTitle: string;
		now: IsoInstant;
	},
): Promise<number> {
	const row = await tx
		.insertInto("kommun")
		.values({
			scb_code: kommun.scbCode,
			name: kommun.name,
			slug: kommun.slug,
			lokalpolisomrade: kommun.lokalpolisomrade,
			undertecknare_title: kommun.undertecknareTitle,
			created_at: kommun.now,
		})
		.returning("id")
		.executeTakeFirstOrThrow();
	return row.id;
}

/** Whether the SCB code, or the slug, is already taken. */
export async function isKommunTaken(tx: Tx, wanted: { scbCode: string; slug: string }): Promise<boolean> {
	return (await findKommunInTheWay(tx, wanted)) !== undefined;
}

/** The kommun that has the SCB code already, or the slug. */
export async function findKommunInTheWay(
	tx: Tx,
	{ scbCode, slug }: { scbCode: string; slug: string },
): Promise<{ id: number; name: string; slug: string } | undefined> {
	return tx
		.selectFrom("kommun")
		.select(["id", "name", "slug"])
		.where((eb) => eb.or([eb("scb_code", "=", scbCode), eb("slug", "=", slug)]))
		.executeTakeFirst();
}

/** Adds evenings to the kommun's calendar; one that is there keeps the tick that somebody gave it. */
export async function insertMissingHelgkvallar(
	tx: Tx,
	{ kommunId, evenings }: { kommunId: number; evenings: readonly { date: IsoDate; name: string; isTicked: boolean }[] },
): Promise<void> {
	if (evenings.length === 0) return;
	await tx
		.insertInto("helgkvall")
		.values(
			evenings.map((evening) => ({
				kommun_id: kommunId,
				date: evening.date,
				name: evening.name,
				is_ticked: evening.isTicked ? (1 as const) : (0 as const),
			})),
		)
		.onConflict((conflict) => conflict.columns(["kommun_id", "date"]).doNothing())
		.execute();
}
