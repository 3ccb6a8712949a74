import { errorPage } from "./errorPage.server.ts";

const SAFE_METHODS = new Set(["GET", "HEAD"]);
/** `none` is the browser's own doing (a reload, a bookmark); no other site can cause it. */
const OWN_SITES = new Set(["same-origin", "none"]);

export const CROSS_SITE = "Begäran kom från en annan webbplats och ändrade ingenting.";

interface Sender {
	method: string;
	/** Sec-Fetch-Site, as the browser says it. */
	site: string | null;
	/** Origin, as the browser says it. */
	origin: string | null;
}

/**
 * Whether a request may change anything, which one that another site asks for may not (cross-site request forgery).
 * Every request that is not GET or HEAD must carry our own address in `Origin`, or say `Sec-Fetch-Site: same-origin`;
 * neither header can be set by a page.
 */
export function isFromOwnSite({ method, site, origin }: Sender, ownOrigin: string): boolean {
	if (SAFE_METHODS.has(method)) return true;
	const isOwnSite = site === null || OWN_SITES.has(site);
	const isOwnOrigin = origin === null || origin === ownOrigin;
	const isTold = site !== null || origin !== null;
	return isOwnSite && isOwnOrigin && isTold;
}

/** @throws an error page, 403, for a change that another site asks for */
export function requireOwnSite(request: Request, ownOrigin: string): void {
	const sender = {
		method: request.method,
		site: request.headers.get("Sec-Fetch-Site"),
		origin: request.headers.get("Origin"),
	};
	if (!isFromOwnSite(sender, ownOrigin)) throw errorPage(403, CROSS_SITE);
}
