import { errorPage } from "./errorPage.server.ts";

const SAFE_METHODS = new Set(["GET", "HEAD"]);
/** `none` is the browser's own doing (a reload, a bookmark); no other site can cause it. */
const OWN_SITES = new Set(["same-origin", "none"]);

export const CROSS_SITE = "Begäran kom från en annan webbplats och ändrade ingenting.";

/**
 * Where a mail program posts by itself when its reader wants no more letters (RFC 8058): it is no browser and tells nothing
 * of where it comes from. The token in the address is what permits it; whole, so that no query asks for another page.
 */
const ONE_CLICK = /^\/avanmal\/[\w-]{43}$/;

interface Sender {
	method: string;
	/** Path and query, as they were asked for. */
	path: string;
	/** Sec-Fetch-Site, as the browser says it. */
	site: string | null;
	/** Origin, as the browser says it. */
	origin: string | null;
}

/**
 * Whether a request may change anything, which one that another site asks for may not (cross-site request forgery).
 * Every request that is not GET or HEAD must carry our own address in `Origin`, or say `Sec-Fetch-Site: same-origin`;
 * neither header can be set by a page. The one address that may be posted to by who says neither is {@link ONE_CLICK}.
 */
export function isFromOwnSite({ method, path, site, origin }: Sender, ownOrigin: string): boolean {
	if (SAFE_METHODS.has(method)) return true;
	const isOwnSite = site === null || OWN_SITES.has(site);
	const isOwnOrigin = origin === null || origin === ownOrigin;
	const isTold = site !== null || origin !== null || ONE_CLICK.test(path);
	return isOwnSite && isOwnOrigin && isTold;
}

/** @throws an error page, 403, for a change that another site asks for */
export function requireOwnSite(request: Request, ownOrigin: string): void {
	const { pathname, search } = new URL(request.url);
	const sender = {
		method: request.method,
		path: pathname + search,
		site: request.headers.get("Sec-Fetch-Site"),
		origin: request.headers.get("Origin"),
	};
	if (!isFromOwnSite(sender, ownOrigin)) throw errorPage(403, CROSS_SITE);
}
