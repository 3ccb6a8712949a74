import { readFile } from "node:fs/promises";
import type { Page } from "playwright-core";
import { expect, test } from "vitest";
import { findAllViolations } from "./axe.ts";
import { signInAs } from "./pages.ts";
import { visitDemo } from "./visit.ts";

const demo = visitDemo();

/** Sunne's report of May to August 2018: the police have said klar, the kommun has not. */
const RAPPORT = "/intern/sunne/rapport/2018-T2";
const PUBLIC = "/sunne/rapport/2018-T2";

test("the whole life of a report, from the log to a rättelse, as four different people", async () => {
	const [kommunpolis, samordnare, ledamot, undertecknare, anybody] = await Promise.all([
		openAs("kommunpolis"),
		openAs("samordnare"),
		openAs("ledamot"),
		openAs("undertecknare", { javaScriptEnabled: false }),
		openAs(null),
	]);

	// The log.
	await openReport(kommunpolis);
	const before = await insatser(kommunpolis);
	await log(kommunpolis, { measure: /ANDT-insats/, date: "2018-08-29", note: "HEMLIG-ANTECKNING" });
	await openReport(kommunpolis);
	expect(await insatser(kommunpolis)).toBe(before + 1);

	// The two parts, each by its own people.
	await press(kommunpolis, "Ta tillbaka polisens klarmarkering");
	await write(kommunpolis, /^Polisens text om (riktad insats|ANDT-insats)$/i, {
		Kommentar: "Två insatser gjordes vid skolorna.",
	});
	await press(kommunpolis, "Markera polisens del som klar");
	await kommunpolis.getByText("Väntar på kommunens klarmarkering").waitFor();
	await openReport(samordnare);
	expect(await samordnare.getByRole("form", { name: /^Polisens text/ }).count()).toBe(0);
	await write(samordnare, "Kommunens text om helheten", {
		Bedömning: "Arbetet i centrum fortsätter.",
		"Begärda beslut": "Att rådet följer upp belysningen.",
	});
	await press(samordnare, "Markera kommunens del som klar");
	await samordnare.getByText("Väntar på rådets granskning").waitFor();
	expect(await stateOf(samordnare)).toBe("Inlämnad");

	// The council's remark; what has been handed in is not written any more.
	await openReport(ledamot);
	expect(await ledamot.getByRole("form", { name: /s text om / }).count()).toBe(0);
	await ledamot.getByRole("textbox", { name: "Synpunkt" }).fill("Skriv hur många ungdomar som insatserna nådde.");
	await ledamot.getByLabel("Gäller").selectOption({ label: "ANDT-insats" });
	await press(ledamot, "Lämna synpunkten");
	await ledamot.getByText("Synpunkten är lämnad.").waitFor();

	// Returned, without JavaScript, with what is to be changed.
	await openReport(undertecknare);
	expect(await undertecknare.getByText("Skriv hur många ungdomar").count()).toBeGreaterThan(0);
	await undertecknare.getByText("Återlämna till utkast").click();
	await undertecknare.getByRole("textbox", { name: "Orsak" }).fill("Svara på rådets synpunkt om ungdomarna.");
	await press(undertecknare, "Återlämna rapporten");
	await undertecknare.getByText("Rapporten är återlämnad och är ett utkast igen.").waitFor();

	await openReport(kommunpolis);
	await kommunpolis.getByText("Svara på rådets synpunkt om ungdomarna.").waitFor();
	await write(kommunpolis, /^Polisens text om (riktad insats|ANDT-insats)$/i, {
		Kommentar: "Två insatser gjordes vid skolorna. De nådde ungefär hundra ungdomar.",
	});
	await press(kommunpolis, "Markera polisens del som klar");
	await kommunpolis.getByText("Väntar på kommunens klarmarkering").waitFor();
	await openReport(samordnare);
	await press(samordnare, "Markera kommunens del som klar");
	await samordnare.getByText("Väntar på rådets granskning").waitFor();
	await press(samordnare, "Markera som granskad");
	await samordnare.getByText("Rapporten är granskad och väntar på signering.").waitFor();
	expect(await samordnare.getByRole("link", { name: "Läs igenom och signera" }).count()).toBe(0);

	// Signed by somebody who has not said klar. Nobody outside can read it yet.
	const first = await sign(undertecknare);
	expect(await stateOf(await openReport(samordnare))).toBe("Signerad");
	expect((await anybody.goto(demo.origin + PUBLIC))?.status()).toBe(404);
	await press(samordnare, "Publicera");
	await samordnare.getByText("Rapporten är publicerad. Alla kan läsa den.").waitFor();

	// The public page, and what it does not tell.
	await anybody.goto(demo.origin + PUBLIC);
	await anybody.getByText("De nådde ungefär hundra ungdomar.").waitFor();
	const publicHtml = await anybody.content();
	for (const secret of [
		"HEMLIG-ANTECKNING",
		"Skriv hur många ungdomar",
		"Kommunpolis i Sunne",
		"29 augusti",
		"2018-08-29",
	])
		expect(publicHtml).not.toContain(secret);

	// Genuine by its code and by its file; one byte more or less and it is not.
	const publicFile = await download(anybody, PUBLIC);
	const fullFile = await download(samordnare, RAPPORT);
	expect(await checkCode(anybody, first)).toBe("Äkta");
	expect(await findAllViolations(anybody)).toEqual([]);
	expect(await checkFile(anybody, publicFile)).toBe("Äkta");
	expect(await checkFile(anybody, fullFile)).toBe("Äkta");
	expect(await checkFile(anybody, withOneByteChanged(publicFile))).toBe("Ändrad");
	expect(await checkFile(anybody, withOneByteChanged(fullFile))).toBe("Ändrad");

	// A late entry is said beside the report and changes nothing in it.
	await log(kommunpolis, { measure: /ANDT-insats/, date: "2018-08-30" });
	await openReport(kommunpolis);
	await kommunpolis.getByRole("link", { name: "+1 sedan signering" }).waitFor();
	expect(await insatser(kommunpolis)).toBe(before + 1);

	// The rättelse: a second edition the same way, with what it changes.
	await kommunpolis.getByText("Rätta i en ny version").click();
	await kommunpolis.getByRole("textbox", { name: "Orsak" }).fill("En insats i augusti registrerades för sent.");
	await press(kommunpolis, "Påbörja en ny version");
	await kommunpolis.getByText("En ny version är påbörjad.").waitFor();
	expect(await insatser(kommunpolis)).toBe(before + 2);
	await press(kommunpolis, "Markera polisens del som klar");
	await kommunpolis.getByText("Väntar på kommunens klarmarkering").waitFor();
	await openReport(samordnare);
	await press(samordnare, "Markera kommunens del som klar");
	await samordnare.getByText("Väntar på rådets granskning").waitFor();
	await press(samordnare, "Markera som granskad");
	await samordnare.getByText("Rapporten är granskad").waitFor();
	expect(await checkCode(anybody, first)).toBe("Äkta");
	const second = await sign(undertecknare);
	expect(second).not.toBe(first);
	await openReport(samordnare);
	await samordnare.getByRole("heading", { name: "Det som skiljer från version 1" }).waitFor();
	await press(samordnare, "Publicera");
	await samordnare.getByText("Rapporten är publicerad. Alla kan läsa den.").waitFor();

	// Whoever has the page already may have it for a minute more; loaded again it is the new one.
	await anybody.goto(demo.origin + PUBLIC);
	await anybody.reload();
	await anybody.getByText("En insats i augusti registrerades för sent.").first().waitFor();
	const newcomer = await openAs(null);
	await newcomer.goto(`${demo.origin}${PUBLIC}?version=1`);
	await newcomer.getByText("Version 1 är ersatt av version 2").waitFor();
	expect(await checkCode(newcomer, first)).toBe("Äkta, men ersatt av version 2");
	expect(await checkFile(newcomer, publicFile)).toBe("Äkta, men ersatt av version 2");
	expect(await checkCode(newcomer, second)).toBe("Äkta");
	expect(await checkFile(newcomer, await download(newcomer, PUBLIC))).toBe("Äkta");
	expect(await checkFile(newcomer, await download(newcomer, PUBLIC, "?version=1"))).toBe(
		"Äkta, men ersatt av version 2",
	);

	for (const page of [kommunpolis, samordnare, ledamot, undertecknare, anybody, newcomer]) await page.context().close();
}, 240_000);

async function openAs(roll: string | null, { javaScriptEnabled = true } = {}): Promise<Page> {
	const context = await demo.browser.newContext({
		viewport: { width: 1280, height: 800 },
		locale: "sv-SE",
		javaScriptEnabled,
	});
	context.setDefaultTimeout(15_000);
	const page = await context.newPage();
	if (roll) await signInAs(page, { origin: demo.origin, kommun: "sunne", roll });
	return page;
}

async function openReport(page: Page): Promise<Page> {
	await page.goto(demo.origin + RAPPORT);
	return page;
}

async function press(page: Page, name: string): Promise<void> {
	await page.getByRole("button", { name, exact: true }).click();
}

interface Logged {
	measure: RegExp;
	date: string;
	note?: string;
}

async function log(page: Page, { measure, date, note = "" }: Logged): Promise<void> {
	await page.goto(`${demo.origin}/intern/sunne/logga`);
	await page.getByRole("checkbox", { name: measure }).check();
	await page.getByText("Ändra dag, plats, antal …").click();
	await page.getByLabel("Datum").fill(date);
	await page.getByLabel("Anteckning").fill(note);
	await press(page, "Spara");
	await page.getByRole("status").filter({ hasText: "Sparat." }).waitFor();
}

/** Typed into the part's form; it saves itself. */
async function write(page: Page, name: string | RegExp, texts: Record<string, string>): Promise<void> {
	const form = page.getByRole("form", { name, exact: true });
	for (const [label, text] of Object.entries(texts)) await form.getByLabel(label, { exact: true }).fill(text);
	await form.getByText(/^Sparat \d\d[.:]\d\d/).waitFor();
}

/** "2 insatser detta tertial": what the report says was done of the riktade insatser. */
async function insatser(page: Page): Promise<number> {
	const finding = page.getByRole("heading", { name: /^\d+ insats(er)? detta tertial/ });
	return Number.parseInt((await finding.textContent()) ?? "", 10);
}

async function stateOf(page: Page): Promise<string | null> {
	const current = page.getByRole("list", { name: "Rapportens läge" }).locator("[aria-current=step]");
	return current.locator(".rapport-stepper__word").textContent();
}

/** Reads what is signed, and signs. Returns the code on the receipt. */
async function sign(page: Page): Promise<string> {
	await openReport(page);
	await page.getByRole("link", { name: "Läs igenom och signera" }).click();
	await press(page, "Signera rapporten");
	await page.getByText("Rapporten är signerad.").waitFor();
	const code = await page.getByText(/^[0-9A-Z]{4}(-[0-9A-Z]{4}){3}$/).textContent();
	return code ?? "";
}

async function download(page: Page, path: string, query = ""): Promise<Buffer> {
	await page.goto(demo.origin + path + query);
	const link = page.locator('main a[href*=".json"]').first();
	const [file] = await Promise.all([page.waitForEvent("download"), link.click()]);
	return readFile(await file.path());
}

async function checkCode(page: Page, code: string): Promise<string | null> {
	await page.goto(`${demo.origin}/kontrollera`);
	await page.getByRole("textbox", { name: "Kod" }).fill(code.toLowerCase().replaceAll("-", " "));
	await page.getByRole("button", { name: "Kontrollera koden" }).click();
	await page.waitForURL(/kod=/);
	return page.locator("#svaret").textContent();
}

async function checkFile(page: Page, buffer: Buffer): Promise<string | null> {
	await page.goto(`${demo.origin}/kontrollera`);
	await page
		.getByLabel("Fil", { exact: true })
		.setInputFiles({ name: "rapport.json", mimeType: "application/json", buffer });
	await page.getByRole("button", { name: "Kontrollera filen" }).click();
	return page.locator("#svaret").textContent();
}

/** A figure of the content becomes another. */
function withOneByteChanged(file: Buffer): Buffer {
	const changed = Buffer.from(file);
	const at = file.indexOf('"thisPeriod":') + '"thisPeriod":'.length;
	expect(at).toBeGreaterThan(100);
	changed[at] = changed[at] === 0x31 ? 0x32 : 0x31;
	return changed;
}
