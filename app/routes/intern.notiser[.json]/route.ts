import { protectSignedIn } from "#app/http/protect.server.ts";
import { findNotiser } from "#app/notiser/findNotiser.server.ts";

/** How many things need the person now, for the header of a page that stays open. */
export const loader = protectSignedIn(async ({ db, person, today, now }) => {
	const notiser = await findNotiser(db, { personId: person.id, today, now });
	return Response.json({ count: notiser.length }, { headers: { "Cache-Control": "no-store" } });
});
