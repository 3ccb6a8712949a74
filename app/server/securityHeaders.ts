import { randomBytes } from "node:crypto";
import type { RequestHandler } from "express";

/**
 * The headers of every answer. Scripts run only from our own files or with the page's nonce, which is new every time and
 * found in `response.locals.cspNonce`. Charts set `style` attributes; nothing else may be inline.
 *
 * @param isHttps when people use https, browsers are told to never try anything else
 * @param isDev the developer's server adds its own styles and a web socket
 */
export function securityHeaders({ isHttps, isDev }: { isHttps: boolean; isDev: boolean }): RequestHandler {
	return (_request, response, next) => {
		const nonce = randomBytes(16).toString("base64");
		response.locals.cspNonce = nonce;
		response.set({
			"Content-Security-Policy": contentSecurityPolicy(nonce, isDev),
			"X-Content-Type-Options": "nosniff",
			"Referrer-Policy": "same-origin",
			"Cross-Origin-Opener-Policy": "same-origin",
			"Cross-Origin-Resource-Policy": "same-origin",
			"Permissions-Policy": "camera=(), microphone=(), geolocation=(), payment=(), usb=()",
			...(isHttps && { "Strict-Transport-Security": "max-age=31536000; includeSubDomains" }),
		});
		next();
	};
}

function contentSecurityPolicy(nonce: string, isDev: boolean): string {
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
		"frame-ancestors 'none'",
	].join("; ");
}
