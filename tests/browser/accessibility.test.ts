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
		// Most of the time is waiting for the network to be quiet, which several pages can do at once.
		const waiting = [...pages.paths];
		const visitAll = async () => {
			const page = await context.newPage();
			for (let path = waiting.shift(); path !== undefined; path = waiting.shift()) {
				await page.goto(demo.origin + path);
				await page.waitForLoadState("networkidle");
				expect(await findAllViolations(page), path).toEqual([]);
				expect(await page.evaluate(() => document.documentElement.scrollWidth), path).toBeLessThanOrEqual(width);
			}
		};
		await Promise.all([visitAll(), visitAll(), visitAll()]);
		const unexpected = complaints.filter((text) => !text.includes("404"));
		expect(unexpected).toEqual([]);
		await context.close();
	});
});

test("at 400 % zoom no page scrolls sideways", async () => {
	const page = await demo.browser.newPage({ viewport: { width: 320, height: 256 }, locale: "sv-SE" });
	for (const pages of ALL_PAGES) {
		if (pages.roll) await signInAs(page, { origin: demo.origin, ...pages });
		for (const path of pages.paths) {
			await page.goto(demo.origin + path);
			expect(await page.evaluate(() => document.documentElement.scrollWidth), path).toBeLessThanOrEqual(320);
		}
	}
	await page.close();
});
