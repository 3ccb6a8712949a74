import type { Browser } from "playwright-core";
import { afterAll, beforeAll } from "vitest";
import { launchBrowser } from "./browser.ts";
import { type DemoServer, startDemoServer } from "./demoServer.ts";

interface Visit {
	browser: Browser;
	/** Where the demo answers. */
	origin: string;
}

/** A browser and a demo of their own for the tests of a file: there when the first test begins, gone after the last. */
export function visitDemo(): Visit {
	let browser: Browser | undefined;
	let server: DemoServer | undefined;
	beforeAll(async () => {
		[browser, server] = await Promise.all([launchBrowser(), startDemoServer()]);
	});
	afterAll(async () => {
		await browser?.close();
		await server?.stop();
	});
	return {
		get browser() {
			return started(browser);
		},
		get origin() {
			return started(server).origin;
		},
	};
}

function started<Thing>(thing: Thing | undefined): Thing {
	if (!thing) throw new Error("the demo is there from the first test on");
	return thing;
}
