import type { Page } from "playwright-core";
import { expect, test } from "vitest";
import { OLD_FILE } from "#tests/factories/oldFile.ts";
import { findAllViolations } from "./axe.ts";
import { signInAs } from "./pages.ts";
import { visitDemo } from "./visit.ts";

const demo = visitDemo();

interface Visitor {
	javaScriptEnabled: boolean;
	width: number;
	colorScheme: "light" | "dark";
}

const PATH = "/intern/savsjo/import";
const FILE = { name: "insatser 2018.csv", mimeType: "text/csv", buffer: Buffer.from(OLD_FILE.join("\r\n"), "latin1") };

test.each<Visitor>([
	{ javaScriptEnabled: true, width: 1280, colorScheme: "light" },
	{ javaScriptEnabled: true, width: 360, colorScheme: "dark" },
	{ javaScriptEnabled: false, width: 360, colorScheme: "light" },
])(
	"an old spreadsheet is imported and undone at $width px, $colorScheme, JavaScript: $javaScriptEnabled",
	async (visitor) => {
		const page = await openAs("samordnare", visitor);
		await page.goto(demo.origin + PATH);
		await page.getByLabel("Fil", { exact: true }).setInputFiles({ ...FILE, buffer: Buffer.from("%PDF-1.7") });
		await page.getByRole("button", { name: "Läs filen" }).click();
		await page
			.getByRole("alert")
			.getByText(/^Fil: /)
			.waitFor();
		await looksRight(page, visitor);

		// What the file calls things is asked for, of what nobody knows.
		await page.getByLabel("Fil", { exact: true }).setInputFiles(FILE);
		await page.getByRole("button", { name: "Läs filen" }).click();
		await page.getByRole("heading", { name: "2. Namn" }).waitFor();
		await page.getByText("Ändra vad kolumnerna betyder").click();
		await looksRight(page, visitor);
		await page.getByLabel(/”Klottersanering”/).selectOption({ label: "Ta inte med raderna" });
		const stationen = page.getByLabel(/”Stationen”/).first();
		if (await stationen.isVisible()) await stationen.selectOption({ label: "Registrera utan plats" });
		await page.getByRole("button", { name: "Spara namnen" }).click();

		// The rows: one has a day that is none, and some belong to a period whose report stands still.
		await page.getByText("Datum: 31 april 2018 finns inte i kalendern.").waitFor();
		await looksRight(page, visitor);
		expect(await page.getByRole("button", { name: /^Importera/ }).count()).toBe(0);
		await page.getByLabel("Lämna den felaktiga raden utanför").check();
		await page.getByLabel("Ta med dem som efterregistrerade").check();
		const alike = page.getByLabel(/^Ta med dem: det är fler/);
		if (await alike.isVisible()) await alike.check();
		await page.getByRole("button", { name: "Spara svaren" }).click();
		await page.getByRole("button", { name: "Importera 4 registreringar" }).waitFor();
		await looksRight(page, visitor);
		await page.getByRole("button", { name: "Importera 4 registreringar" }).click();
		await page.getByRole("heading", { name: "4 registreringar är importerade" }).waitFor();
		await looksRight(page, visitor);

		await page.getByText("Ångra hela importen").click();
		await page.getByRole("button", { name: "Makulera 4 registreringar" }).click();
		await page.getByRole("heading", { name: "Importen är ångrad" }).waitFor();
		await looksRight(page, visitor);
		await page.context().close();
	},
);

test("with JavaScript a file that is too large is not sent, and after a change one goes on where something waits", async () => {
	const page = await openAs("samordnare", { javaScriptEnabled: true, width: 1280, colorScheme: "light" });
	await page.goto(demo.origin + PATH);
	await page.waitForLoadState("networkidle");
	const large = { ...FILE, buffer: Buffer.alloc(5 * 1024 * 1024 + 1, "a") };
	await page.getByLabel("Fil", { exact: true }).setInputFiles(large);
	await page.getByText("Fil: den är större än 5 MB.").waitFor();
	await page.getByRole("button", { name: "Läs filen" }).click();
	expect(new URL(page.url()).pathname).toBe(PATH);

	await page.getByLabel("Fil", { exact: true }).setInputFiles(FILE);
	await page.getByRole("button", { name: "Läs filen" }).click();
	await page.getByRole("heading", { name: "2. Namn" }).waitFor();
	await page.waitForLoadState("networkidle");
	await page.getByText("Ändra vad kolumnerna betyder").click();
	await page.getByLabel("Övrigt betyder").selectOption({ label: "Används inte" });
	await page.getByRole("button", { name: "Uppdatera kolumnerna" }).click();
	await page.getByText("Läses inte: Övrigt.").waitFor();
	await page.waitForFunction(() => document.activeElement?.getAttribute("aria-labelledby") === "namn");
	await page.context().close();
});

test("with JavaScript a file that is dropped beside the field is read at once", async () => {
	const page = await openAs("samordnare", { javaScriptEnabled: true, width: 1280, colorScheme: "light" });
	await page.goto(demo.origin + PATH);
	await page.waitForLoadState("networkidle");
	const dataTransfer = await page.evaluateHandle((text) => {
		const dragged = new DataTransfer();
		dragged.items.add(new File([text], "droppad.csv", { type: "text/csv" }));
		return dragged;
	}, OLD_FILE.join("\r\n"));
	const area = page.locator(".import-drop");
	await area.dispatchEvent("dragover", { dataTransfer });
	expect(await area.getAttribute("data-over")).toBe("true");
	await area.dispatchEvent("drop", { dataTransfer });
	await page.getByRole("heading", { name: "droppad.csv" }).waitFor();
	await page.context().close();
});

/** axe needs the page's own JavaScript. */
async function looksRight(page: Page, { javaScriptEnabled, width }: Visitor): Promise<void> {
	if (javaScriptEnabled) expect(await findAllViolations(page)).toEqual([]);
	expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBeLessThanOrEqual(width);
}

async function openAs(roll: string, { javaScriptEnabled, width, colorScheme }: Visitor) {
	const context = await demo.browser.newContext({
		javaScriptEnabled,
		viewport: { width, height: 740 },
		colorScheme,
		locale: "sv-SE",
	});
	const page = await context.newPage();
	await signInAs(page, { origin: demo.origin, kommun: "savsjo", roll });
	return page;
}
