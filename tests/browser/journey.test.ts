import type { BrowserContext, Page } from "playwright-core";
import { describe, expect, test } from "vitest";
import { visitDemo } from "./visit.ts";

const PHONE = { width: 360, height: 740 };

const demo = visitDemo();

describe.each([
	{ name: "with JavaScript", javaScriptEnabled: true },
	{ name: "without JavaScript", javaScriptEnabled: false },
])("Sävsjö's kommunpolis on a phone, $name", ({ javaScriptEnabled }) => {
	test("signs in, logs a riktad insats with two taps, sees the översikt and the chart move, and undoes it", async () => {
		const page = await openPhone({ javaScriptEnabled });
		await signIn(page);
		await page.goto(`${demo.origin}/intern/savsjo`);
		const before = await reached(page);
		expect(before).toBeGreaterThan(0);

		await page.goto(`${demo.origin}/intern/savsjo/logga`);
		// Two taps and no typing.
		await page.getByRole("checkbox", { name: /Riktad insats/ }).tap();
		await page.getByRole("button", { name: "Spara" }).tap();

		const receipt = page.getByRole("status").filter({ hasText: "Sparat." });
		await receipt.waitFor();
		expect(await receipt.textContent()).toContain(`${before + 1} av minst 15`);

		const logged = await openOversikt(page);
		expect(await reached(logged)).toBe(before + 1);
		await logged.getByRole("link", { name: /minst femton riktade insatser/ }).tap();
		await logged.getByRole("heading", { name: `${before + 1} av minst 15 riktade insatser` }).waitFor();
		expect(await chartText(logged)).toContain(String(before + 1));
		await logged.close();

		await page.getByRole("button", { name: "Ångra" }).tap();
		await page
			.getByRole("status")
			.filter({ hasText: /Ångrat|Ångrad|tillbaka/ })
			.waitFor();
		expect(await reached(await openOversikt(page))).toBe(before);
		await page.context().close();
	});
});

test("everything a finger must hit where one logs is at least 48 px high, and nothing needs sideways scrolling", async () => {
	const page = await openPhone({ javaScriptEnabled: true });
	await signIn(page);
	await page.goto(`${demo.origin}/intern/savsjo/logga`);
	const save = await page.getByRole("button", { name: "Spara" }).boundingBox();
	expect(save?.height).toBeGreaterThanOrEqual(48);
	expect((save?.y ?? Infinity) + (save?.height ?? 0)).toBeLessThanOrEqual(PHONE.height);
	for (const tile of await page.locator("label:has(input[name=measureIds])").all())
		expect((await tile.boundingBox())?.height).toBeGreaterThanOrEqual(48);
	expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBe(PHONE.width);
	await page.context().close();
});

test("the log form can be filled in and saved with the keyboard alone", async () => {
	const page = await openPhone({ javaScriptEnabled: true });
	await signIn(page);
	await page.goto(`${demo.origin}/intern/savsjo/logga`);
	await page.getByRole("checkbox", { name: /Riktad insats/ }).focus();
	await page.keyboard.press("Space");
	await page.keyboard.press("Enter");
	await page.getByRole("status").filter({ hasText: "Sparat." }).waitFor();
	await page.getByRole("button", { name: "Ångra" }).focus();
	await page.keyboard.press("Enter");
	await page
		.getByRole("status")
		.filter({ hasText: /Ångrat|Ångrad|tillbaka/ })
		.waitFor();
	await page.context().close();
});

test("a lost connection keeps what was typed, and the second try makes one row", async () => {
	const page = await openPhone({ javaScriptEnabled: true });
	await signIn(page);
	await page.goto(`${demo.origin}/intern/savsjo/registreringar`);
	const before = await countRows(page);
	await page.goto(`${demo.origin}/intern/savsjo/logga`);
	await page.getByRole("checkbox", { name: /Riktad insats/ }).tap();
	// The server gets the form, the answer gets lost.
	let isLost = true;
	await page.route(/\/logga\.data/, async (route) => {
		if (!isLost || route.request().method() !== "POST") return route.continue();
		isLost = false;
		await route.fetch();
		return route.abort("connectionreset");
	});
	await page.getByRole("button", { name: "Spara" }).tap();
	await page.getByRole("alert").waitFor();
	await page
		.getByRole("button", { name: /Spara|Försök igen/ })
		.first()
		.tap();
	await page
		.getByRole("status")
		.filter({ hasText: /[Ss]parat|sparad/ })
		.waitFor();
	await page.goto(`${demo.origin}/intern/savsjo/registreringar`);
	expect(await countRows(page)).toBe(before + 1);
	await page.context().close();
});

async function openPhone({ javaScriptEnabled }: { javaScriptEnabled: boolean }): Promise<Page> {
	const context: BrowserContext = await demo.browser.newContext({
		viewport: PHONE,
		hasTouch: true,
		isMobile: true,
		locale: "sv-SE",
		javaScriptEnabled,
	});
	return context.newPage();
}

/** As a visitor does: the button for the role on the sign-in page. */
async function signIn(page: Page): Promise<void> {
	await page.goto(`${demo.origin}/logga-in`);
	const form = page.locator('form[action="/demo/logga-in"]:has(input[value="savsjo"]):has([value="kommunpolis"])');
	await form.getByRole("button").first().tap();
	await page.waitForURL(/\/intern/);
}

async function openOversikt(page: Page): Promise<Page> {
	const fresh = await page.context().newPage();
	await fresh.goto(`${demo.origin}/intern/savsjo`);
	return fresh;
}

/** How many riktade insatser the översikt says have been done. */
async function reached(page: Page): Promise<number> {
	const headline = await page
		.getByText(/^\d+\sav\sminst\s15\sriktade\sinsatser/)
		.first()
		.textContent();
	return Number(/^\d+/.exec(headline ?? "")?.[0]);
}

async function chartText(page: Page): Promise<string> {
	return (await page.locator("figure").first().textContent()) ?? "";
}

async function countRows(page: Page): Promise<number> {
	const text = await page
		.getByText(/\d+ registreringar/)
		.first()
		.textContent();
	return Number(/(\d+) registreringar/.exec((text ?? "").replaceAll("\u00a0", ""))?.[1]);
}
