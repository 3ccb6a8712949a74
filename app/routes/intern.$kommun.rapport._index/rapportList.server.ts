import type { KommunContext } from "#app/http/protect.server.ts";
import { findRapportList } from "#app/rapport/findRapportList.server.ts";

/** Every report of the kommun, and which of them wait for the reader. */
export async function rapportList({ db, kommun, today, now, may, person }: KommunContext) {
	const lines = await findRapportList(db, { kommun, reader: { personId: person.id, may, today, now } });
	const path = `/intern/${kommun.slug}`;
	return { kommun: kommun.name, dokumentTo: `${path}/dokument`, komIgangTo: `${path}/kom-igang`, lines };
}
