import type { Page } from "playwright-core";
import { describe, expect, test } from "vitest";
import { signInAs } from "./pages.ts";
import { visitDemo } from "./visit.ts";

const demo = visitDemo();

describe.each([
	{ name: "with JavaScript", javaScriptEnabled: true, row: 12 },
	{ name: "without JavaScript", javaScriptEnabled: false, row: 13 },
])("$name", ({ javaScriptEnabled, row }) => {
	test("correcting one field changes that field alone", async () => {
		const page = await openAs("samordnare", { javaScriptEnabled });
		await page.goto(await findRow(page, row));
		const ticked = await tickedBoxes(page);
		expect(ticked).toHaveLength(1);
		await correct(page, { Antal: "3" });
		await page.waitForURL(/sparat=correctGenomforande/);
		await page.getByText("Rättelsen är sparad.").waitFor();
		expect(await tickedBoxes(page)).toEqual(ticked);
		const corrections = page.locator("li", { hasText: "Rättad" });
		await corrections.first().waitFor();
		expect(await corrections.first().locator("tbody tr").count()).toBe(1);
		await page.context().close();
	});

	test("two who correct the same row both see what the other one saved, and nothing typed is lost", async () => {
		const [first, second] = await Promise.all([
			openAs("kommunpolis", { javaScriptEnabled }),
			openAs("samordnare", { javaScriptEnabled }),
		]);
		const address = await findRow(first, row + 5);
		await Promise.all([first.goto(address), second.goto(address)]);
		await correct(second, { Antal: "3" });
		await second.waitForURL(/sparat=correctGenomforande/);

		await correct(first, { Antal: "4", Anteckning: "Min version" });
		const question = first.getByRole("alert").filter({ hasText: "Någon annan har rättat" });
		await question.waitFor();
		expect(await question.getByRole("row", { name: /Aktivitet och antal.*: 3.*: 4/ }).count()).toBe(1);
		expect(await first.locator("#note").inputValue()).toBe("Min version");
		expect(await tickedBoxes(first)).toHaveLength(1);

		await first.getByRole("button", { name: "Spara det jag skrev" }).click();
		await first.waitForURL(/sparat=correctGenomforande/);
		await first.locator("dd", { hasText: ": 4" }).waitFor();
		await Promise.all([first.context().close(), second.context().close()]);
	});

	test("a wrong field says so beside it and in a summary that leads there", async () => {
		const page = await openAs("kommunpolis", { javaScriptEnabled });
		await page.goto(`${demo.origin}/intern/savsjo/logga`);
		await page.getByRole("checkbox", { name: /Riktad insats/ }).check();
		await page.getByText("Ändra dag, plats, antal …").click();
		await page.locator("#quantity").fill("noll");
		await page.locator("#note").fill("Kvällspass");
		await page.getByRole("button", { name: "Spara" }).click();
		const link = page.getByRole("alert").getByRole("link", { name: /^Antal: skriv ett tal/ });
		await link.waitFor();
		expect(await link.getAttribute("href")).toBe("#quantity");
		expect(await page.locator("#quantity").getAttribute("aria-invalid")).toBe("true");
		expect(await page.locator("#quantity").isVisible()).toBe(true);
		expect(await page.locator("#note").inputValue()).toBe("Kvällspass");
		expect(await tickedBoxes(page)).toHaveLength(1);
		await page.context().close();
	});
});

test("what is ticked before the page's script has come stays ticked", async () => {
	const page = await openAs("kommunpolis", { javaScriptEnabled: true });
	await page.route(/\/assets\/.*\.js$/, async (route) => {
		await new Promise((resolve) => setTimeout(resolve, 800));
		await route.continue();
	});
	await page.goto(`${demo.origin}/intern/savsjo/logga`, { waitUntil: "commit" });
	const served = page.locator("input[name=uuid]");
	const uuid = await served.inputValue();
	await page.getByRole("checkbox", { name: /Samverkansmöte/ }).check();
	// The browser's own id shows that the script has taken over.
	await expect.poll(() => served.inputValue(), { timeout: 20_000 }).not.toBe(uuid);
	expect(await page.getByRole("checkbox", { name: /Samverkansmöte/ }).isChecked()).toBe(true);
	expect(await tickedBoxes(page)).toHaveLength(1);
	await page.context().close();
});

async function openAs(roll: string, { javaScriptEnabled }: { javaScriptEnabled: boolean }): Promise<Page> {
	const context = await demo.browser.newContext({
		viewport: { width: 1280, height: 800 },
		locale: "sv-SE",
		javaScriptEnabled,
	});
	const page = await context.newPage();
	await signInAs(page, { origin: demo.origin, kommun: "savsjo", roll });
	return page;
}

/** The address of the row at this place in the list. */
async function findRow(page: Page, place: number): Promise<string> {
	await page.goto(`${demo.origin}/intern/savsjo/registreringar`);
	const href = await page.locator("tbody a").nth(place).getAttribute("href");
	return `${demo.origin}${href}`;
}

async function correct(page: Page, typed: { Antal: string; Anteckning?: string }): Promise<void> {
	await page.getByText("Rätta registreringen").click();
	await page.locator("#quantity").fill(typed.Antal);
	if (typed.Anteckning) await page.locator("#note").fill(typed.Anteckning);
	await page.getByRole("button", { name: "Spara rättelsen" }).click();
}

async function tickedBoxes(page: Page): Promise<string[]> {
	return page
		.locator("input[name=measureIds]:checked")
		.evaluateAll((boxes) => boxes.map((box) => (box as HTMLInputElement).value));
}
