import { expect, test } from "vitest";
import { signInAs } from "./pages.ts";
import { visitDemo } from "./visit.ts";

const LOG_PAGE_LIMIT = 130_000;

const demo = visitDemo();

test("the log page loads less than 130 kB of compressed JavaScript at first", async () => {
	const { scriptBytes } = await firstLoad("/intern/savsjo/logga");
	console.info(`first-load JavaScript of the log page: ${(scriptBytes / 1000).toFixed(1)} kB compressed`);
	expect(scriptBytes).toBeGreaterThan(50_000);
	expect(scriptBytes).toBeLessThan(LOG_PAGE_LIMIT);
});

test.each([
	"/intern",
	"/intern/savsjo",
	"/intern/savsjo/logga",
	"/intern/savsjo/registreringar",
	"/intern/savsjo/dokument/2",
])("recharts is not loaded on %s", async (path) => {
	expect((await firstLoad(path)).hasRecharts).toBe(false);
});

test("recharts is loaded where somebody explores a chart, and not for the kinds that have none", async () => {
	expect((await firstLoad("/intern/savsjo/aktivitet/10")).hasRecharts).toBe(true);
	expect((await firstLoad("/intern/savsjo/aktivitet/8")).hasRecharts).toBe(false);
});

/** What a browser with an empty cache fetches for a page. */
async function firstLoad(path: string): Promise<{ scriptBytes: number; hasRecharts: boolean }> {
	const context = await demo.browser.newContext();
	const page = await context.newPage();
	await signInAs(page, { origin: demo.origin, kommun: "savsjo", roll: "samordnare" });
	const network = await context.newCDPSession(page);
	await network.send("Network.enable");
	const scripts = new Set<string>();
	let scriptBytes = 0;
	network.on("Network.responseReceived", ({ requestId, response }) => {
		if (response.mimeType.includes("javascript")) scripts.add(requestId);
	});
	network.on("Network.loadingFinished", ({ requestId, encodedDataLength }) => {
		if (scripts.has(requestId)) scriptBytes += encodedDataLength;
	});
	const texts: Promise<string>[] = [];
	page.on("response", (response) => {
		if (response.headers()["content-type"]?.includes("javascript")) texts.push(response.text());
	});
	await page.goto(demo.origin + path);
	await page.waitForLoadState("networkidle");
	const hasRecharts = (await Promise.all(texts)).some((text) => text.includes("recharts-"));
	await context.close();
	return { scriptBytes, hasRecharts };
}
