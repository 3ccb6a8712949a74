import { errorPage } from "#app/http/errorPage.server.ts";
import { open } from "#app/http/protect.server.ts";

/** Every address that is no page. A route of its own, so that the error page has the frame of the one who asks. */
export const loader = open((): never => {
	throw errorPage(404, "Adressen kan vara felskriven, eller så har sidan flyttats.");
});

export default function Nothing() {
	return null;
}
