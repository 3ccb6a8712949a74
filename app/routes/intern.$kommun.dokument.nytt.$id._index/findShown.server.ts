import { redirect } from "@remix-run/node";
import { type Dokumentutkast, findUtkast } from "#app/dokumentutkast/findUtkast.server.ts";
import { Fault } from "#app/domain/fault.ts";
import { addressId } from "#app/http/addressId.server.ts";
import type { KommunContext } from "#app/http/protect.server.ts";

/**
 * The utkast of the address.
 *
 * @throws Fault `not_found` when the kommun has no such, or it has been thrown away; a redirect to the dokument that it has
 *   become
 */
export async function findShown({
	db,
	kommun,
	params,
}: Pick<KommunContext, "db" | "kommun" | "params">): Promise<Dokumentutkast> {
	const utkast = await findUtkast(db, { kommunId: kommun.id, utkastId: addressId(params.id) });
	if (!utkast) throw new Fault("not_found", "Utkastet finns inte i den här kommunen.");
	if (utkast.dokumentId !== null) throw redirect(`/intern/${kommun.slug}/dokument/${utkast.dokumentId}`);
	if (utkast.isDiscarded) throw new Fault("not_found", "Utkastet är kastat. Börja om med ett nytt dokument.");
	return utkast;
}
