import { noSuchMote } from "#app/commands/moteInKommun.server.ts";
import { addressId } from "#app/http/addressId.server.ts";
import type { KommunContext } from "#app/http/protect.server.ts";
import { findMoteView, type MoteView } from "#app/mote/findMote.server.ts";

/**
 * The meeting that the address asks for.
 *
 * @throws Fault `not_found` for none, or another kommun's
 */
export async function findAskedMote({ db, kommun, params, today }: KommunContext): Promise<MoteView> {
	const view = await findMoteView(db, { kommun, moteId: addressId(params.id), today });
	if (!view) throw noSuchMote();
	return view;
}
