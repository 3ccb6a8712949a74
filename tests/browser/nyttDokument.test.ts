import { readFile } from "node:fs/promises";
import type { Locator, Page } from "playwright-core";
import { expect, test } from "vitest";
import { findAllViolations } from "./axe.ts";
import { signInAs } from "./pages.ts";
import { visitDemo } from "./visit.ts";

const demo = visitDemo();

/** What a first-time user may need at most, for Sävsjö's text. */
const MOST_CLICKS = 45;

/** Presses things and counts it: also putting the cursor in a field, as one does with a mouse or a finger. */
function clicker() {
	let clicks = 0;
	return {
		count: () => clicks,
		press: async (target: Locator) => {
			clicks += 1;
			await target.click();
		},
		write: async (field: Locator, text: string) => {
			clicks += 1;
			await field.fill(text);
		},
	};
}

test.each([
	{ width: 1280, javaScriptEnabled: true },
	{ width: 360, javaScriptEnabled: false },
])(
	"Sävsjö 2017: from pasted text to a dokument in force within 45 clicks ($width px, JavaScript: $javaScriptEnabled)",
	async ({ width, javaScriptEnabled }) => {
		const text = await readFile("seeds/loften/savsjo-2017.txt", "utf8");
		const page = await openAs({ kommun: "savsjo", roll: "samordnare", width, javaScriptEnabled });
		const looksRight = async () => {
			if (javaScriptEnabled) expect(await findAllViolations(page)).toEqual([]);
			expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBeLessThanOrEqual(width);
		};
		const { press, write, count } = clicker();
		await page.goto(`${demo.origin}/intern/savsjo/dokument`);
		await press(page.getByRole("link", { name: "Nytt dokument" }));
		await write(page.getByRole("textbox", { name: /^Källtext/ }), text);
		await press(page.getByRole("button", { name: "Läs texten" }));
		await page.getByText("Texten är läst och sparad som utkast.").waitFor();
		await looksRight();

		// What is lacking is told, and nothing comes in force before it is there.
		await press(page.getByRole("button", { name: "Sätt dokumentet i kraft" }));
		await page.getByRole("alert").getByRole("link").first().waitFor();
		await looksRight();

		// The questions that must have an answer. The days settle which year "under året" is.
		await write(page.getByRole("textbox", { name: "Gäller från" }).first(), "1 januari 2019");
		await write(page.getByRole("textbox", { name: "Gäller till" }).first(), "31 december 2019");
		await press(page.getByRole("button", { name: "Spara svaret" }).first());
		await page.getByText("1 januari–31 december 2019").first().waitFor();
		expect(await page.getByText("per år eller under hela perioden?").count()).toBe(0);
		await press(page.getByRole("button", { name: "Polisen", exact: true }).first());
		await page.getByRole("button", { name: "Polisen", exact: true }).waitFor({ state: "detached" });

		// It is saved at every step: somebody else goes on.
		await page.goto(`${demo.origin}/intern/savsjo/dokument/nytt`);
		await press(page.getByRole("link", { name: /Fortsätt/ }).first());
		await page.getByText("1 januari–31 december 2019").first().waitFor();
		await press(page.getByRole("button", { name: "Sätt dokumentet i kraft" }));
		await page.waitForURL(/\/dokument\/\d+\?/);
		await looksRight();
		await page.getByText("genomföra minst tio riktade insatser").first().waitFor();
		expect(count()).toBeLessThanOrEqual(MOST_CLICKS);
		await page.context().close();
	},
);

test("a new kommun: from its name in the list to the first registrering, by one path that says what is next", async () => {
	const page = await openAs({ kommun: "alvesta", roll: "admin", width: 360, javaScriptEnabled: true });
	await page.goto(`${demo.origin}/intern/ny-kommun`);
	await page.getByLabel("Kommun", { exact: true }).fill("Nässjö");
	await page.getByLabel(/^Lokalpolisområde/).fill("Höglandet");
	await page.getByLabel("Samordnare").check();
	await page.getByRole("button", { name: "Lägg upp kommunen" }).click();
	await page.waitForURL(/\/intern\/nassjo\/kom-igang/);
	expect(await findAllViolations(page)).toEqual([]);

	// The översikt of an empty kommun leads to the same place.
	await page.goto(`${demo.origin}/intern/nassjo`);
	expect(await findAllViolations(page)).toEqual([]);
	await page.goto(`${demo.origin}/intern/nassjo/dokument/nytt`);
	await page
		.getByRole("textbox", { name: /^Källtext/ })
		.fill(
			[
				"Medborgarlöfte i Nässjö kommun 2018",
				"Löftet gäller 1 januari 2018 – 31 december 2018.",
				"Polisen lovar:",
				"- Polisen ska genomföra minst sex fotpatruller i centrum under löftesperioden.",
				"Kommunen lovar:",
				"- Kommunen ska bjuda in till ett samverkansmöte varje månad.",
			].join("\n"),
		);
	await page.getByRole("button", { name: "Läs texten" }).click();
	await page.getByText("Texten är läst och sparad som utkast.").waitFor();
	await page.getByRole("button", { name: "Sätt dokumentet i kraft" }).click();
	await page.waitForURL(/\/dokument\/\d+\?/);
	await page.goto(`${demo.origin}/intern/nassjo/logga`);
	await page.getByText("Fotpatrull").first().click();
	await page.getByRole("button", { name: /^Spara/ }).click();
	await page
		.getByText(/1 av minst 6/)
		.first()
		.waitFor();
	await page.goto(`${demo.origin}/intern/nassjo`);
	await page
		.getByText(/1 av minst 6/)
		.first()
		.waitFor();
	await page.context().close();
});

async function openAs(options: {
	kommun: string;
	roll: string;
	width: number;
	javaScriptEnabled: boolean;
}): Promise<Page> {
	const { kommun, roll, width, javaScriptEnabled } = options;
	const context = await demo.browser.newContext({
		javaScriptEnabled,
		viewport: { width, height: 740 },
		locale: "sv-SE",
	});
	const page = await context.newPage();
	await signInAs(page, { origin: demo.origin, kommun, roll });
	return page;
}
