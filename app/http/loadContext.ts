/** What the web server hands to every loader, action and rendering. */
declare module "@remix-run/node" {
	interface AppLoadContext {
		cspNonce: string;
		clientIp: string;
	}
}

export {};
