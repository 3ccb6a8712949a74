import { createServer, type Server } from "node:http";
import type { AddressInfo } from "node:net";
import type { Page } from "playwright-core";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { findAllViolations } from "./axe.ts";
import { signInAs } from "./pages.ts";
import { visitDemo } from "./visit.ts";

const LARGEST_PAGE = 150_000;

const demo = visitDemo();

/** What the demo has published: a dokument with a rättelse in it, deviations, a kommun of its own words. */
const START = "/savsjo";
const RAPPORT = "/savsjo/rapport/2017-T1";
const EMBEDDED = "/savsjo/inbaddning";
const PUBLIC_PAGES = ["/", START, RAPPORT, `${RAPPORT}?version=1`, "/jonkoping", "/alvesta", "/sunne", EMBEDDED];

describe.each([
	{ colorScheme: "light", width: 1280, height: 800 },
	{ colorScheme: "dark", width: 360, height: 740 },
	{ colorScheme: "light", width: 320, height: 568 },
] as const)("$colorScheme at $width px", ({ colorScheme, width, height }) => {
	test.each([...PUBLIC_PAGES, "/finns-inte", "/savsjo/rapport/2018-T9"])(
		"%s: axe finds nothing, nothing complains, nothing scrolls sideways",
		async (path) => {
			const page = await demo.browser.newPage({ viewport: { width, height }, colorScheme, locale: "sv-SE" });
			const complaints = complaintsOf(page);
			await page.goto(demo.origin + path);
			await page.waitForLoadState("networkidle");
			expect(await findAllViolations(page)).toEqual([]);
			expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBeLessThanOrEqual(width);
			expect(complaints.filter((text) => !text.includes("404"))).toEqual([]);
			await page.context().close();
		},
	);
});

test("the first screen of a phone says how it goes", async () => {
	const page = await demo.browser.newPage({ viewport: { width: 360, height: 740 }, locale: "sv-SE" });
	await page.goto(demo.origin + START);
	const finding = page.getByRole("heading", { name: /^\d+ av \d+ utlovade aktiviteter nådda$/ });
	for (const seen of [finding, page.locator(".public-tally"), page.locator(".public-aktivitet").first()]) {
		const box = await seen.boundingBox();
		expect(box?.y).toBeGreaterThan(0);
		expect((box?.y ?? Infinity) + (box?.height ?? 0)).toBeLessThan(740);
	}
	await page.context().close();
});

describe.each(PUBLIC_PAGES)("%s", (path) => {
	test("is less than 150 kB over the network, without a script and without a cookie", async () => {
		const context = await demo.browser.newContext();
		const page = await context.newPage();
		const network = await context.newCDPSession(page);
		await network.send("Network.enable");
		let bytes = 0;
		const types = new Set<string>();
		network.on("Network.responseReceived", ({ type }) => types.add(type));
		network.on("Network.loadingFinished", ({ encodedDataLength }) => {
			bytes += encodedDataLength;
		});
		await page.goto(demo.origin + path);
		await page.waitForLoadState("networkidle");
		console.info(`${path}: ${(bytes / 1000).toFixed(1)} kB`);
		expect(bytes).toBeGreaterThan(20_000);
		expect(bytes).toBeLessThan(LARGEST_PAGE);
		expect(types).toContain("Stylesheet");
		expect(types).not.toContain("Script");
		expect(await context.cookies()).toEqual([]);
		expect(await page.locator("script").count()).toBe(0);
		await context.close();
	});

	test("is the same for everybody, lies in caches, and is not sent twice", async () => {
		const nobody = await fetch(demo.origin + path);
		const html = await nobody.text();
		expect(nobody.headers.get("Cache-Control")).toBe("public, max-age=60");
		expect(nobody.headers.get("Set-Cookie")).toBeNull();
		expect(html).not.toMatch(/<script|modulepreload|nonce/);
		const signedIn = await demo.browser.newContext();
		await signInAs(await signedIn.newPage(), { origin: demo.origin, kommun: "savsjo", roll: "samordnare" });
		const answer = await signedIn.request.get(demo.origin + path);
		expect(await answer.text()).toBe(html);
		expect(answer.headers()["set-cookie"]).toBeUndefined();
		await signedIn.close();
		const etag = nobody.headers.get("ETag") ?? "";
		expect(etag).toMatch(/^W\/"[\w-]{43}"$/);
		const again = await fetch(demo.origin + path, { headers: { "If-None-Match": etag } });
		expect(again.status).toBe(304);
		expect(await again.text()).toBe("");
		expect((await fetch(demo.origin + path, { headers: { "If-None-Match": 'W/"annan"' } })).status).toBe(200);
	});
});

test.each(["/logga-in", "/tillganglighet", "/finns-inte", "/savsjo/rapport/2018-T9"])(
	"%s lies in no cache",
	async (path) => {
		const { headers } = await fetch(demo.origin + path);
		expect(headers.get("Cache-Control")).toBe("no-store");
		expect(headers.get("ETag")).toBeNull();
	},
);

test("without JavaScript one goes from the start page to a kommun, its rapport, the earlier version and back", async () => {
	const context = await demo.browser.newContext({ javaScriptEnabled: false, locale: "sv-SE" });
	const page = await context.newPage();
	await page.goto(`${demo.origin}/`);
	await page.getByRole("link", { name: "Sävsjö" }).click();
	await page.waitForURL(demo.origin + START);
	await page.getByRole("link", { name: "Läs hela rapporten" }).click();
	await page.getByRole("link", { name: "Så går det i Sävsjö" }).click();
	await page.waitForURL(demo.origin + START);
	await page.getByRole("link", { name: "version 1 (ersatt)" }).click();
	await page.getByText("Version 1 är ersatt av version 2").waitFor();
	await page.getByRole("link", { name: "Läs den som gäller" }).click();
	await page.waitForURL(demo.origin + RAPPORT);
	await page.getByText("Se vad som är ändrat").click();
	await page.getByRole("columnheader", { name: "Version 1" }).first().waitFor();
	await context.close();
});

test("a shared link is told with its finding, and has one address", async () => {
	const page = await demo.browser.newPage();
	await page.goto(`${demo.origin + RAPPORT}?fran=brev`);
	const content = (property: string) => page.locator(`meta[property="og:${property}"]`).getAttribute("content");
	expect(await content("title")).toBe("Medborgarlöften i Sävsjö, tertial 1 2017");
	expect(await content("description")).toMatch(
		/^Exempeldata\. Sävsjö: \d+ av \d+ utlovade aktiviteter nådda, januari–april 2017\.$/,
	);
	expect(await content("url")).toBe(demo.origin + RAPPORT);
	expect(await content("type")).toBe("article");
	expect(await content("locale")).toBe("sv_SE");
	expect(await page.locator('link[rel="canonical"]').getAttribute("href")).toBe(demo.origin + RAPPORT);
	await page.context().close();
});

describe("on another website", () => {
	let other: Server;
	let otherOrigin: string;

	beforeAll(async () => {
		other = createServer((request, response) => {
			const framed = new URL(request.url ?? "/", "http://localhost").searchParams.get("sida") ?? "";
			response.setHeader("Content-Type", "text/html; charset=utf-8");
			response.end(`<!DOCTYPE html><title>Annan webbplats</title><iframe src="${demo.origin + framed}"></iframe>`);
		});
		await new Promise<void>((resolve) => other.listen(0, "localhost", resolve));
		otherOrigin = `http://localhost:${(other.address() as AddressInfo).port}`;
	});

	afterAll(() => other.close());

	test("the card is shown in a frame, and its link leaves the frame", async () => {
		const page = await openFramed(EMBEDDED);
		const card = page.frameLocator("iframe");
		await card.getByRole("heading", { name: /utlovade aktiviteter nådda/ }).waitFor();
		await card.getByRole("link", { name: "Läs hela rapporten" }).click();
		await page.waitForURL(/\/savsjo\/rapport\//);
		await page.context().close();
	});

	test.each([
		"/",
		START,
		RAPPORT,
		"/kontrollera",
		"/logga-in",
		"/intern/savsjo",
		"/intern/inbaddning",
		"/savsjo/inbaddning/mer",
	])("%s is shown in none", async (path) => {
		const page = await openFramed(path);
		await page.waitForLoadState("networkidle");
		const frame = page.frames().find((one) => one !== page.mainFrame());
		expect(frame?.url()).toBe("chrome-error://chromewebdata/");
		const { headers } = await fetch(demo.origin + path, { redirect: "manual" });
		expect(headers.get("Content-Security-Policy")).toContain("frame-ancestors 'none'");
		expect(headers.get("Cross-Origin-Resource-Policy")).toBe("same-origin");
		await page.context().close();
	});

	async function openFramed(path: string): Promise<Page> {
		const page = await demo.browser.newPage();
		await page.goto(`${otherOrigin}/?sida=${encodeURIComponent(path)}`);
		return page;
	}
});

function complaintsOf(page: Page): string[] {
	const complaints: string[] = [];
	page.on("console", (message) => message.type() === "error" && complaints.push(message.text()));
	page.on("pageerror", (error) => complaints.push(String(error)));
	return complaints;
}
