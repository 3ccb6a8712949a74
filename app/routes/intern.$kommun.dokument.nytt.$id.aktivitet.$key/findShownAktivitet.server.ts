import type { UtkastAktivitet } from "#app/dokumentutkast/content.ts";
import type { Dokumentutkast } from "#app/dokumentutkast/findUtkast.server.ts";
import { Fault } from "#app/domain/fault.ts";
import type { KommunContext } from "#app/http/protect.server.ts";
import { findShown } from "#app/routes/intern.$kommun.dokument.nytt.$id._index/findShown.server.ts";

/**
 * The aktivitet that the address names.
 *
 * @throws Fault `not_found` when the utkast has no such
 */
export async function findShownAktivitet(
	context: Pick<KommunContext, "db" | "kommun" | "params">,
): Promise<{ utkast: Dokumentutkast; aktivitet: UtkastAktivitet; number: number }> {
	const utkast = await findShown(context);
	const taken = utkast.content.aktiviteter.filter(({ isLeftOut }) => !isLeftOut);
	const at = taken.findIndex(({ key }) => key === context.params.key);
	const aktivitet = taken[at];
	if (!aktivitet) throw new Fault("not_found", "Aktiviteten finns inte i utkastet, eller så är den borttagen ur det.");
	return { utkast, aktivitet, number: at + 1 };
}
