import { expect, test } from "vitest";
import { findAllViolations } from "./axe.ts";
import { signInAs } from "./pages.ts";
import { visitDemo } from "./visit.ts";

const demo = visitDemo();

test.each([
	{ colorScheme: "light", javaScriptEnabled: true, email: "ny.ledamot@exempel.se" },
	{ colorScheme: "dark", javaScriptEnabled: false, email: "annan.ledamot@exempel.se" },
] as const)(
	"an invited person opens the link, chooses a password and lands in the kommun ($colorScheme, JavaScript: $javaScriptEnabled)",
	async ({ colorScheme, javaScriptEnabled, email }) => {
		const options = { colorScheme, javaScriptEnabled, locale: "sv-SE" };
		const admin = await (await demo.browser.newContext(options)).newPage();
		await signInAs(admin, { origin: demo.origin, kommun: "alvesta", roll: "admin" });
		await admin.goto(`${demo.origin}/intern/alvesta/personer`);
		await admin.getByLabel("Namn").fill("Ledamot i rådet");
		await admin.getByLabel("E-post").fill(email);
		await admin.locator("form:has(button:text('Skapa inbjudan'))").getByLabel("Ledamot").check();
		await admin.getByRole("button", { name: "Skapa inbjudan" }).click();
		const link = await admin.getByLabel("Länk").inputValue();
		if (javaScriptEnabled) expect(await findAllViolations(admin)).toEqual([]);

		const guest = await (await demo.browser.newContext(options)).newPage();
		await guest.goto(link);
		if (javaScriptEnabled) expect(await findAllViolations(guest)).toEqual([]);
		await guest.getByLabel("Lösenord", { exact: true }).fill("en lång mening om hösten");
		await guest.getByLabel("Lösenordet igen").fill("en lång mening om hösten");
		await guest.locator("main").getByRole("button").first().click();
		await guest.getByRole("heading", { name: "Översikt Alvesta" }).waitFor();
		expect(await guest.getByRole("link", { name: "Logga", exact: true }).count()).toBe(0);

		const late = await (await demo.browser.newContext(options)).newPage();
		await late.goto(link);
		expect(await late.getByLabel("Lösenord", { exact: true }).count()).toBe(0);
		for (const page of [admin, guest, late]) await page.context().close();
	},
);
