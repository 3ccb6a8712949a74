import type { Page } from "playwright-core";
import { describe, expect, test } from "vitest";
import { findAllViolations } from "./axe.ts";
import { signInAs } from "./pages.ts";
import { visitDemo } from "./visit.ts";

const PROJECTOR = { width: 1280, height: 720 };
const SMALLEST_TEXT = 24;

const demo = visitDemo();

describe.each(["savsjo", "jonkoping", "sunne", "alvesta"])("every report of %s on a projector", (kommun) => {
	test("says nothing in smaller text than 24 px, and has all of it on the screen", async () => {
		const page = await openProjector({ kommun });
		const reports = await findReports(page, kommun);
		expect(reports.length).toBeGreaterThan(2);
		for (const report of reports) {
			const screens = await walk(page, report);
			expect(screens, report).toBeGreaterThan(2);
		}
		await page.context().close();
	});
});

test("the longest texts that can be written go on over as many screens as they need", async () => {
	const page = await openProjector({ kommun: "savsjo", roll: "kommunpolis" });
	const report = "/intern/savsjo/rapport/2018-T3";
	await page.goto(demo.origin + report);
	const before = await walk(page, report);
	await page.goto(demo.origin + report);
	const editors = page.getByRole("form", { name: /^Polisens text om/ });
	const forms = await editors.evaluateAll((all) =>
		all.map((form) => Object.fromEntries(new FormData(form as HTMLFormElement)) as Record<string, string>),
	);
	expect(forms.length).toBeGreaterThan(3);
	const sentence = "Patrullerna gick i centrum och vid skolorna, och de boende hade mycket att berätta. ";
	const paragraphs = `${sentence.repeat(12).trim()}\n\n${sentence.repeat(30).trim()}`;
	for (const { intent, openedBy, dokumentId, part, aktivitetId, version, ...texts } of forms) {
		const written = Object.fromEntries(Object.keys(texts).map((name) => [name, paragraphs]));
		const answer = await page.request.post(demo.origin + report, {
			form: { intent, openedBy, dokumentId, part, aktivitetId, version, ...written } as Record<string, string>,
			headers: { Origin: demo.origin },
			maxRedirects: 0,
		});
		expect(answer.status()).toBe(302);
	}
	expect(await walk(page, report)).toBeGreaterThan(before + 8);
	await page.context().close();
}, 180_000);

test("the arrow keys, the keys of a remote control, Home and End turn the screens, and stay within them", async () => {
	const page = await openProjector({ kommun: "savsjo" });
	await page.goto(`${demo.origin}/intern/savsjo/rapport/2018-T2/visa`);
	const last = await screenCount(page);
	await press(page, "ArrowRight", 2);
	await press(page, "PageDown", 3);
	await press(page, "ArrowLeft", 2);
	await press(page, "PageUp", 1);
	await press(page, "End", last);
	await page.keyboard.press("ArrowRight");
	await press(page, "ArrowLeft", last - 1);
	await press(page, "Home", 1);
	await page.keyboard.press("ArrowLeft");
	expect(await position(page)).toBe(`1 av ${last}`);
	await page.getByRole("link", { name: "Stäng" }).click();
	await page.getByRole("heading", { level: 1, name: "Rapport tertial 2 2018" }).waitFor();
	await page.context().close();
});

test("without JavaScript the links turn the screens, and those at the ends lead nowhere", async () => {
	const page = await openProjector({ kommun: "savsjo", javaScriptEnabled: false });
	await page.goto(`${demo.origin}/intern/savsjo/rapport/2018-T2/visa`);
	expect(await page.getByRole("link", { name: "Föregående" }).count()).toBe(0);
	const last = await screenCount(page);
	for (let number = 2; number <= last; number++) {
		await page.getByRole("link", { name: "Nästa" }).click();
		expect(await position(page)).toBe(`${number} av ${last}`);
	}
	expect(await page.getByRole("link", { name: "Nästa" }).count()).toBe(0);
	await page.context().close();
});

test("what deviates is shown before what does not", async () => {
	const page = await openProjector({ kommun: "savsjo" });
	await page.goto(`${demo.origin}/intern/savsjo/rapport/2018-T2/visa`);
	const last = await screenCount(page);
	const deviates: boolean[] = [];
	for (let number = 2; number <= last; number++) {
		await press(page, "ArrowRight", number);
		const badge = page.locator("main .visa-aktivitet .status-badge");
		if ((await badge.count()) > 0) deviates.push(/Ej nått|Efter/.test((await badge.textContent()) ?? ""));
	}
	expect(deviates).toContain(true);
	expect(deviates.indexOf(true)).toBe(0);
	await page.context().close();
});

test.each(["light", "dark"] as const)(
	"on a phone in the %s no screen is wider than it, and axe finds nothing",
	async (colorScheme) => {
		const context = await demo.browser.newContext({
			viewport: { width: 360, height: 740 },
			colorScheme,
			locale: "sv-SE",
		});
		const page = await context.newPage();
		await signInAs(page, { origin: demo.origin, kommun: "jonkoping", roll: "samordnare" });
		await page.goto(`${demo.origin}/intern/jonkoping/rapport/2016-T3/visa`);
		const last = await screenCount(page);
		for (let number = 1; number <= last; number++) {
			if (number > 1) await press(page, "ArrowRight", number);
			expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBe(360);
			if (number <= 3) expect(await findAllViolations(page)).toEqual([]);
		}
		await context.close();
	},
);

interface Visitor {
	kommun: string;
	roll?: string;
	javaScriptEnabled?: boolean;
}

async function openProjector({ kommun, roll = "samordnare", javaScriptEnabled = true }: Visitor): Promise<Page> {
	const context = await demo.browser.newContext({ viewport: PROJECTOR, locale: "sv-SE", javaScriptEnabled });
	const page = await context.newPage();
	await signInAs(page, { origin: demo.origin, kommun, roll });
	return page;
}

/** The addresses of the kommun's reports, from its own list. */
async function findReports(page: Page, kommun: string): Promise<string[]> {
	await page.goto(`${demo.origin}/intern/${kommun}/rapport`);
	const addresses = await page
		.locator("main a")
		.evaluateAll((links) => links.map((link) => new URL((link as HTMLAnchorElement).href).pathname));
	return [...new Set(addresses)].filter((path) => /\/rapport\/\d{4}[^/.]*$/.test(path));
}

/** From the first screen to the last with the arrow key, looking at each. Returns how many they are. */
async function walk(page: Page, report: string): Promise<number> {
	await page.goto(`${demo.origin}${report}/visa`);
	const last = await screenCount(page);
	for (let number = 1; number <= last; number++) {
		if (number > 1) await press(page, "ArrowRight", number);
		const seen = await page.evaluate(lookAtScreen);
		expect(seen.texts, `${report}, ${number}`).toBeGreaterThan(5);
		expect(seen.smallest, `${report}, ${number}`).toBeGreaterThanOrEqual(SMALLEST_TEXT);
		expect(seen.outside, `${report}, ${number}`).toEqual([]);
	}
	return last;
}

/** Presses once more where the page was not listening yet. */
async function press(page: Page, key: string, becomes: number): Promise<void> {
	const shown = page.getByText(new RegExp(`^${becomes} av \\d+$`));
	await page.keyboard.press(key);
	await shown.waitFor({ timeout: 3000 }).catch(() => page.keyboard.press(key));
	await shown.waitFor();
}

async function position(page: Page): Promise<string | null> {
	return page.locator(".visa-nav p").textContent();
}

async function screenCount(page: Page): Promise<number> {
	return Number(/av (\d+)$/.exec((await position(page)) ?? "")?.[1]);
}

/** Runs in the page: every text that is seen, its size as it is seen, and what of the page is not. */
function lookAtScreen() {
	const outside: string[] = [];
	let smallest = Infinity;
	let texts = 0;
	const footer = document.querySelector(".visa-nav");
	const bottom = footer?.getBoundingClientRect().top ?? 0;
	const walker = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT);
	while (walker.nextNode()) {
		const element = walker.currentNode.parentElement;
		if (!element || !walker.currentNode.textContent?.trim()) continue;
		if (element.closest("script, style, noscript, .visually-hidden, .measure-glyph")) continue;
		const range = document.createRange();
		range.selectNodeContents(walker.currentNode);
		const box = range.getBoundingClientRect();
		if (box.width < 1 || box.height < 1) continue;
		texts += 1;
		smallest = Math.min(smallest, Number.parseFloat(getComputedStyle(element).fontSize) * zoomOf(element));
		const isInFooter = footer?.contains(element) ?? false;
		const isInside =
			box.left >= 0 && box.right <= innerWidth && (isInFooter || (box.top >= 0 && box.bottom <= bottom + 1));
		if (!isInside) outside.push(`${walker.currentNode.textContent} ${box.left} ${box.top} ${box.right} ${box.bottom}`);
	}
	for (const picture of document.querySelectorAll("main svg")) {
		const box = picture.getBoundingClientRect();
		if (box.right > innerWidth + 1 || box.bottom > bottom + 1) outside.push(`picture ${box.right} ${box.bottom}`);
	}
	for (const element of document.querySelectorAll<HTMLElement>("main *")) {
		const clips = getComputedStyle(element).overflowX !== "visible" && !element.closest(".visually-hidden");
		if (clips && element.scrollWidth > element.clientWidth + 1) outside.push(`clipped ${element.className}`);
	}
	const { scrollWidth, scrollHeight } = document.documentElement;
	if (scrollWidth > innerWidth || scrollHeight > innerHeight) outside.push(`page ${scrollWidth} ${scrollHeight}`);
	return { texts, smallest, outside };

	/** The size of a text is said without the zoom of the chart that it stands in. */
	function zoomOf(element: Element): number {
		return (element as Element & { currentCSSZoom: number }).currentCSSZoom;
	}
}
