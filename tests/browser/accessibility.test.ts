import type { BrowserContext, Page } from "playwright-core";
import { describe, expect, test } from "vitest";
import { findAllViolations } from "./axe.ts";
import { ALL_PAGES, signInAs } from "./pages.ts";
import { visitDemo } from "./visit.ts";

const demo = visitDemo();

describe.each([
	{ colorScheme: "light", width: 1280, height: 800 },
	{ colorScheme: "dark", width: 360, height: 740 },
] as const)("$colorScheme at $width px", ({ colorScheme, width, height }) => {
	test.each(ALL_PAGES)("axe finds nothing for $roll in $kommun, and no page scrolls sideways", async (pages) => {
		const context = await demo.browser.newContext({ viewport: { width, height }, colorScheme, locale: "sv-SE" });
		const complaints: string[] = [];
		context.on("console", (message) => message.type() === "error" && complaints.push(message.text()));
		context.on("weberror", (error) => complaints.push(String(error.error())));
		if (pages.roll) await signInAs(await context.newPage(), { origin: demo.origin, ...pages });
		await visitAll(context, pages, async (page, path) => {
			await page.waitForLoadState("networkidle");
			expect(await findAllViolations(page), path).toEqual([]);
			expect(await page.evaluate(() => document.documentElement.scrollWidth), path).toBeLessThanOrEqual(width);
		});
		const unexpected = complaints.filter((text) => !text.includes("404"));
		expect(unexpected).toEqual([]);
		await context.close();
	});
});

test("at 400 % zoom no page scrolls sideways", async () => {
	const options = { viewport: { width: 320, height: 256 }, locale: "sv-SE" };
	for (const pages of ALL_PAGES) {
		const context = await demo.browser.newContext(options);
		if (pages.roll) await signInAs(await context.newPage(), { origin: demo.origin, ...pages });
		await visitAll(context, pages, async (page, path) => {
			expect(await page.evaluate(() => document.documentElement.scrollWidth), path).toBeLessThanOrEqual(320);
		});
		await context.close();
	}
});

const AT_ONCE = 3;

/** Opens the pages of the list, several at once: most of the time is waiting for the network. */
async function visitAll(
	context: BrowserContext,
	{ paths }: { paths: readonly string[] },
	look: (page: Page, path: string) => Promise<void>,
): Promise<void> {
	const waiting = [...paths];
	const visit = async () => {
		const page = await context.newPage();
		for (let path = waiting.shift(); path !== undefined; path = waiting.shift()) {
			await page.goto(demo.origin + path);
			await look(page, path);
		}
	};
	await Promise.all(Array.from({ length: AT_ONCE }, visit));
}
