import { randomBytes } from "node:crypto";
import type { RequestHandler } from "express";

/**
 * The headers of every answer. Scripts run only from our own files or with the page's nonce, which is new every time and
 * found in `response.locals.cspNonce`. Charts set `style` attributes; nothing else may be inline. No page can be framed by
 * another site but the one that is made for it.
 *
 * @param isHttps when people use https, browsers are told to never try anything else
 * @param isDev the developer's server adds its own styles and a web socket
 */
export function securityHeaders({ isHttps, isDev }: { isHttps: boolean; isDev: boolean }): RequestHandler {
	return (request, response, next) => {
		const isEmbeddable = EMBEDDABLE.test(request.path);
		const nonce = randomBytes(16).toString("base64");
		response.locals.cspNonce = nonce;
		response.set({
			"Content-Security-Policy": contentSecurityPolicy(nonce, { isDev, isEmbeddable }),
			"X-Content-Type-Options": "nosniff",
			"Referrer-Policy": "same-origin",
			"Cross-Origin-Opener-Policy": "same-origin",
			"Cross-Origin-Resource-Policy": isEmbeddable ? "cross-origin" : "same-origin",
			"Permissions-Policy": "camera=(), microphone=(), geolocation=(), payment=(), usb=()",
			...(isHttps && { "Strict-Transport-Security": "max-age=31536000; includeSubDomains" }),
		});
		next();
	};
}

/** `/{kommun}/inbaddning`, and not the page of a kommun whose name would be that under /intern. */
const EMBEDDABLE = /^\/(?!intern\/)[a-z-]+\/inbaddning\/?$/;

function contentSecurityPolicy(
	nonce: string,
	{ isDev, isEmbeddable }: { isDev: boolean; isEmbeddable: boolean },
): string {
	return [
		"default-src 'self'",
		`script-src 'self' 'nonce-${nonce}'`,
		isDev ? "style-src 'self' 'unsafe-inline'" : "style-src 'self'",
		"style-src-attr 'unsafe-inline'",
		"img-src 'self' data:",
		...(isDev ? ["connect-src 'self' ws:"] : []),
		"object-src 'none'",
		"base-uri 'none'",
		"form-action 'self'",
		isEmbeddable ? "frame-ancestors *" : "frame-ancestors 'none'",
	].join("; ");
}
