import type { BrowserContext, Page } from "playwright-core";
import { describe, expect, test } from "vitest";
import { findAllViolations } from "./axe.ts";
import { signInAs } from "./pages.ts";
import { visitDemo } from "./visit.ts";

const demo = visitDemo();

/** Sävsjö's report of September to December 2018 is begun and not handed in. */
const RAPPORT = "/intern/savsjo/rapport/2018-T3";
const SAVED = /^Sparat \d\d[.:]\d\d/;

test("what is typed when the network is gone is back after the page was closed, and is then saved", async () => {
	const writer = await openAs("kommunpolis");
	const whole = partOf(await openReport(writer), "polis");
	await writer.setOffline(true);
	await whole.bedomning.fill("Skrivet utan nät.");
	await whole.form.getByText("Inte sparat: inget nät.").waitFor();
	expect(await whole.bedomning.inputValue()).toBe("Skrivet utan nät.");
	await whole.page.close();
	await writer.setOffline(false);

	const again = partOf(await openReport(writer), "polis");
	await again.form.getByText("Text som inte hann sparas är tillbaka").waitFor();
	expect(await again.bedomning.inputValue()).toBe("Skrivet utan nät.");
	await again.form.getByText(SAVED).waitFor();
	expect(await readBySomebodyElse("Skrivet utan nät.")).toBe(true);
	await writer.close();
});

test("a network that comes back while the page is open saves what was typed meanwhile", async () => {
	const writer = await openAs("samordnare");
	const whole = partOf(await openReport(writer), "kommun");
	await writer.setOffline(true);
	await whole.bedomning.fill("Nätet kom och gick.");
	await whole.form.getByText("Inte sparat: inget nät.").waitFor();
	await writer.setOffline(false);
	await whole.form.getByText(SAVED).waitFor();
	expect(await readBySomebodyElse("Nätet kom och gick.")).toBe(true);
	await writer.close();
});

describe.each([
	{ name: "with JavaScript", javaScriptEnabled: true },
	{ name: "without JavaScript", javaScriptEnabled: false },
])("$name", ({ javaScriptEnabled }) => {
	test.each([
		{ choice: "Spara min text", kept: "Min text." },
		{ choice: "Behåll det som är sparat", kept: "Den andras text." },
	])(
		"two who write the same text: the later one sees both, nothing is overwritten, and $choice decides",
		async ({ choice, kept }) => {
			const [first, second] = await Promise.all([
				openAs("kommunpolis", { javaScriptEnabled }),
				openAs("kommunpolis-flera", { javaScriptEnabled }),
			]);
			const [mine, theirs] = [partOf(await openReport(first), "polis"), partOf(await openReport(second), "polis")];
			await theirs.begardaBeslut.fill(`Den andras text. ${choice}`);
			await save(theirs);

			await mine.begardaBeslut.fill(`Min text. ${choice}`);
			await mine.form.getByRole("button", { name: "Spara" }).click();
			const conflict = mine.page.getByRole("alert").filter({ hasText: "sparats från annat håll" });
			await conflict.waitFor();
			expect(await conflict.textContent()).toContain(`Den andras text. ${choice}`);
			expect(await conflict.textContent()).toContain("Kommunpolis i flera kommuner");
			expect(await mine.begardaBeslut.inputValue()).toBe(`Min text. ${choice}`);
			expect(await readBySomebodyElse(`Den andras text. ${choice}`)).toBe(true);
			if (javaScriptEnabled) expect(await findAllViolations(mine.page)).toEqual([]);

			await mine.form.locator("button, a", { hasText: choice }).click();
			await conflict.waitFor({ state: "detached" });
			if (javaScriptEnabled) await mine.form.getByText(SAVED).waitFor();
			expect(await readBySomebodyElse(`${kept} ${choice}`)).toBe(true);
			expect(await partOf(await openReport(first), "polis").begardaBeslut.inputValue()).toBe(`${kept} ${choice}`);
			await Promise.all([first.close(), second.close()]);
		},
	);
});

test("what is typed when the session has ended stays, and is saved after signing in again in another tab", async () => {
	const writer = await openAs("kommunpolis");
	const whole = partOf(await openReport(writer), "polis");
	await writer.clearCookies();
	await whole.bedomning.fill("Skrivet efter utloggningen.");
	await whole.form.getByText(/^Du har blivit utloggad/).waitFor();
	expect(await whole.bedomning.inputValue()).toBe("Skrivet efter utloggningen.");

	await signInAs(await writer.newPage(), { origin: demo.origin, kommun: "savsjo", roll: "kommunpolis" });
	await whole.form.getByRole("button", { name: "Spara" }).click();
	await whole.form.getByText(SAVED).waitFor();
	expect(await readBySomebodyElse("Skrivet efter utloggningen.")).toBe(true);
	await writer.close();
});

test("without JavaScript the page that says that the session has ended has the text, and sends it again", async () => {
	const writer = await openAs("kommunpolis", { javaScriptEnabled: false });
	const whole = partOf(await openReport(writer), "polis");
	await whole.bedomning.fill("Skickat efter utloggningen, utan skript.");
	await writer.clearCookies();
	await whole.form.getByRole("button", { name: "Spara" }).click();
	const kept = whole.page.locator("textarea[readonly]");
	await kept.first().waitFor();
	expect(await kept.evaluateAll((all) => all.map((area) => (area as HTMLTextAreaElement).value))).toContain(
		"Skickat efter utloggningen, utan skript.",
	);

	await signInAs(await writer.newPage(), { origin: demo.origin, kommun: "savsjo", roll: "kommunpolis" });
	await whole.page.getByRole("button", { name: "Skicka igen" }).click();
	await whole.page.getByText("Texten är sparad.").waitFor();
	expect(await readBySomebodyElse("Skickat efter utloggningen, utan skript.")).toBe(true);
	await writer.close();
});

async function openAs(roll: string, { javaScriptEnabled = true } = {}): Promise<BrowserContext> {
	const context = await demo.browser.newContext({
		viewport: { width: 1280, height: 800 },
		locale: "sv-SE",
		javaScriptEnabled,
	});
	context.setDefaultTimeout(20_000);
	const page = await context.newPage();
	await signInAs(page, { origin: demo.origin, kommun: "savsjo", roll });
	await page.close();
	return context;
}

async function openReport(context: BrowserContext): Promise<Page> {
	const page = await context.newPage();
	await page.goto(demo.origin + RAPPORT);
	await page.waitForLoadState("networkidle");
	return page;
}

/** A part's form about the whole. */
function partOf(page: Page, part: "polis" | "kommun") {
	const form = page.locator(`#text-${part}-helheten`);
	return {
		page,
		form,
		bedomning: form.locator("textarea[name=bedomning]"),
		begardaBeslut: form.locator("textarea[name=begardaBeslut]"),
	};
}

/** With JavaScript it says so in place, without it on the page that comes. */
async function save({ page, form }: ReturnType<typeof partOf>): Promise<void> {
	await form.getByRole("button", { name: "Spara" }).click();
	await form.getByText(SAVED).or(page.getByText("Texten är sparad.")).first().waitFor();
}

/** What the server has: the report as the council reads it. */
async function readBySomebodyElse(text: string): Promise<boolean> {
	const reader = await openAs("ledamot");
	const page = await openReport(reader);
	const isThere = (await page.getByText(text, { exact: true }).count()) > 0;
	await reader.close();
	return isThere;
}
