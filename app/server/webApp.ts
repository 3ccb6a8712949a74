import { createRequestHandler } from "@remix-run/express";
import compression from "compression";
import express, { type ErrorRequestHandler, type Express, type Request, type RequestHandler } from "express";
import compressedFiles from "express-static-gzip";
import { loggedPath } from "#app/http/loggedPath.server.ts";
import { CROSS_SITE, isFromOwnSite } from "#app/http/sameOrigin.server.ts";
import { refuseLargeBody } from "./largeBody.ts";
import type { AppBuild } from "./remixBuild.ts";
import { securityHeaders } from "./securityHeaders.ts";
import type { Settings } from "./settings.ts";

interface WebAppParts {
	settings: Pick<Settings, "origin" | "trustProxy">;
	/** The built Remix app, or how to get the newest one while developing. */
	build: AppBuild | (() => Promise<AppBuild>);
	/** Serves the browser's files: the built ones, or those of the developer's server. */
	files: RequestHandler[];
	isDev: boolean;
}

/** Everything between the network and Remix: headers, files, the largest body, and what Remix needs to know of the request. */
export function createWebApp({ settings, build, files, isDev }: WebAppParts): Express {
	const app = express();
	app.disable("x-powered-by");
	app.set("trust proxy", settings.trustProxy);
	app.use(compression());
	app.use(...files);
	app.use(securityHeaders({ isHttps: settings.origin?.startsWith("https://") ?? false, isDev }));
	app.use(refuseUnreadableRequest);
	if (settings.origin) app.use(asOwnHost(new URL(settings.origin).host));
	app.use(refuseOtherSites(settings.origin));
	app.use(refuseLargeBody(errorPageOf(build)));
	app.use(
		createRequestHandler({
			build,
			mode: isDev ? "development" : "production",
			getLoadContext: (request, response) => ({ cspNonce: response.locals.cspNonce, clientIp: request.ip ?? "" }),
		}),
	);
	app.use(lastResort);
	return app;
}

/**
 * The built files. Those in assets/ carry a hash of their content in the name and never change, and are sent as they were
 * compressed when built. They are no pages, so they go without a page's headers: a policy on each of thirty small files
 * would weigh more than some of them.
 */
export function builtFiles(directory: string): RequestHandler[] {
	const assets = compressedFiles(`${directory}/assets`, {
		enableBrotli: true,
		orderPreference: ["br"],
		index: false,
		serveStatic: { immutable: true, maxAge: "1y", setHeaders: (response) => noSniff(response) },
	});
	return [
		(request, response, next) => {
			if (!request.path.startsWith("/assets/")) return next();
			request.url = request.url.slice("/assets".length);
			assets(request, response, () => response.status(404).type("text").send("Filen finns inte."));
		},
		express.static(directory, { maxAge: "1h", index: false, setHeaders: (response) => noSniff(response) }),
	];
}

function noSniff(response: { setHeader(name: string, value: string): unknown }): void {
	response.setHeader("X-Content-Type-Options", "nosniff");
}

/** Drawn by the built app, which knows its style sheet. */
function errorPageOf(build: WebAppParts["build"]) {
	return async (status: number, message: string): Promise<string> => {
		const { entry } = typeof build === "function" ? await build() : build;
		return entry.module.errorDocument(status, message).text();
	};
}

/** Pages are read and forms are posted, at addresses that can be decoded; anything else would be a fault further in. */
const refuseUnreadableRequest: RequestHandler = (request, response, next) => {
	if (!["GET", "HEAD", "POST"].includes(request.method))
		response.status(405).set("Allow", "GET, HEAD, POST").type("text").send("Begäran går inte att besvara.");
	else if (!isAddress(request) || !isDecodable(request.path))
		response.status(400).type("text").send("Adressen går inte att läsa.");
	else next();
};

/** A path of ours, and a host that one can be put after: a proxy's whole addresses and a broken `Host` have no page here. */
function isAddress({ originalUrl, headers }: Request): boolean {
	return originalUrl.startsWith("/") && URL.canParse(`http://${headers.host || "localhost"}`);
}

function isDecodable(path: string): boolean {
	try {
		decodeURIComponent(path);
		return true;
	} catch {
		return false;
	}
}

/** Behind a proxy the request may carry another host; ours is the one that people use, and Remix compares with it. */
function asOwnHost(host: string): RequestHandler {
	return (request, _response, next) => {
		request.headers.host = host;
		delete request.headers["x-forwarded-host"];
		next();
	};
}

/** What protect() does for every action, done before Remix logs its own check as an unexpected error. */
function refuseOtherSites(origin: string | null): RequestHandler {
	return (request, response, next) => {
		const sender = {
			method: request.method,
			path: request.originalUrl,
			site: request.get("Sec-Fetch-Site") ?? null,
			origin: request.get("Origin") ?? null,
		};
		if (isFromOwnSite(sender, origin ?? `${request.protocol}://${request.get("Host")}`)) return next();
		response.status(403).type("text").send(CROSS_SITE);
	};
}

const lastResort: ErrorRequestHandler = (error, request, response, next) => {
	console.error(new Date().toISOString(), request.method, loggedPath(request.path), error);
	if (response.headersSent) return next(error);
	response.status(500).type("text").send("Något gick fel hos oss. Försök igen om en stund.");
};
