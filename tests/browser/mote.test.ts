import { readFile } from "node:fs/promises";
import type { Page } from "playwright-core";
import { expect, test } from "vitest";
import { findAllViolations } from "./axe.ts";
import { signInAs } from "./pages.ts";
import { visitDemo } from "./visit.ts";

const demo = visitDemo();

/** Sävsjö's meeting of the demo's own day, with a report that waits for review. */
const NEXT = "/intern/savsjo/mote";
const RAPPORT = "/intern/savsjo/rapport/2018-T2";
const OVERDUE = "Ta fram en plan för höstens riktade insatser";
const BESLUT = "Rådet beslutar att höstens insatser läggs före höstlovet.";
const ATGARD = "Boka fältgruppen till höstlovet";

test("a whole meeting, run by the samordnare with a ledamot looking on and a kommunpolis beside", async () => {
	const [samordnare, kommunpolis, ledamot] = await Promise.all([
		openAs("samordnare"),
		openAs("kommunpolis", { javaScriptEnabled: false }),
		openAs("ledamot"),
	]);

	// The agenda is written already; it is only completed.
	await samordnare.goto(demo.origin + NEXT);
	await samordnare.getByRole("link", { name: "Se dagordningen" }).click();
	await samordnare.getByRole("heading", { name: /Granska rapporten för tertial 2 2018/ }).waitFor();
	await samordnare.getByText(OVERDUE).first().waitFor();
	const mote = new URL(samordnare.url()).pathname;
	await samordnare.getByText("Lägg till en egen punkt").click();
	await samordnare.getByRole("textbox", { name: "Rubrik" }).last().fill("Belysningen vid stationen");
	await press(samordnare, "Lägg till punkten");
	await samordnare.getByRole("heading", { name: /Belysningen vid stationen/ }).waitFor();

	// A ledamot reads, and is offered nothing to change. Nothing can be decided before it is opened.
	await ledamot.clock.install();
	await ledamot.goto(demo.origin + mote);
	await ledamot.getByRole("heading", { name: /Belysningen vid stationen/ }).waitFor();
	expect(await ledamot.locator("main form").count()).toBe(0);
	await samordnare.goto(`${demo.origin}${mote}/visa`);
	expect(await samordnare.getByRole("button", { name: "Spara beslutet" }).count()).toBe(0);
	await press(samordnare, "Öppna mötet");
	await samordnare.getByText("Mötet är öppnat.").waitFor();
	await ledamot.reload();
	await ledamot.getByText("Det som antecknas visas här efter hand.").waitFor();

	// The report is reviewed, and something decided about it, without leaving the projector.
	await next(samordnare);
	await samordnare.getByRole("heading", { name: /Granska rapporten för tertial 2 2018/ }).waitFor();
	await samordnare.getByRole("radio", { name: "Granskad" }).check();
	await samordnare.getByRole("textbox", { name: "Anteckning" }).fill("Rådet gick igenom rapporten.");
	await press(samordnare, "Spara utfall och anteckning");
	await samordnare.getByText("Anteckningen är sparad.").waitFor();
	await samordnare.getByRole("textbox", { name: "Beslut" }).fill(BESLUT);
	await press(samordnare, "Spara beslutet");
	await samordnare.getByText("Beslutet är antecknat.").waitFor();
	expect(await samordnare.getByRole("textbox", { name: "Beslut", exact: true }).inputValue()).toBe("");
	expect(await findAllViolations(samordnare)).toEqual([]);

	// An åtgärd beside the aktivitet that deviates.
	await next(samordnare);
	await next(samordnare);
	await samordnare.getByText("Besluta om en åtgärd").click();
	await samordnare.getByRole("textbox", { name: "Åtgärd" }).fill(ATGARD);
	await samordnare.getByRole("textbox", { name: /Klar senast/ }).fill("26 oktober");
	await press(samordnare, "Spara åtgärden");
	await samordnare.getByText("Åtgärden är beslutad.").waitFor();
	expect(new URL(samordnare.url()).pathname).toBe(`${mote}/visa`);

	// The ledamot sees it within a minute, and not before a minute has gone.
	expect(await ledamot.getByText(BESLUT).count()).toBe(0);
	await ledamot.clock.runFor(61_000);
	await ledamot.getByText(BESLUT).waitFor();
	await ledamot.getByText(ATGARD).waitFor();

	// Two people close the same åtgärd: the second is told, and what was typed is kept.
	await kommunpolis.goto(`${demo.origin}/intern/savsjo/atgarder?visa=mina`);
	const elsewhere = kommunpolis.getByRole("listitem").filter({ hasText: OVERDUE });
	await elsewhere.getByText("Markera som klar").click();
	await elsewhere.getByRole("textbox", { name: "Anteckning" }).fill("Planen är mejlad till rådet.");
	await next(samordnare);
	const here = samordnare.getByRole("listitem").filter({ hasText: OVERDUE });
	await here.getByText("Markera som klar").click();
	await press(samordnare, "Spara som klar");
	await samordnare.getByText("Åtgärden är markerad som klar.").waitFor();
	await elsewhere.getByRole("button", { name: "Spara som klar" }).click();
	await kommunpolis
		.getByText(/har ändrats av någon annan och är klar sedan 15 oktober 2018/)
		.first()
		.waitFor();
	await kommunpolis.getByText("Planen är mejlad till rådet.").first().waitFor();

	// Somebody still writes when the meeting is closed: refused, and the words are there to copy.
	await kommunpolis.goto(`${demo.origin}${mote}/visa`);
	await kommunpolis.getByRole("link", { name: "Nästa ›" }).click();
	await kommunpolis.getByRole("textbox", { name: "Beslut" }).fill("Ett beslut som kom för sent.");
	await samordnare.keyboard.press("End");
	await samordnare.getByRole("heading", { name: "Det här är beslutat" }).waitFor();
	await samordnare.getByText("Avsluta mötet").click();
	await press(samordnare, "Avsluta och lås protokollet");
	await samordnare.getByText("Mötet är avslutat. Protokollet är låst.").waitFor();
	await kommunpolis.getByRole("button", { name: "Spara beslutet" }).click();
	await kommunpolis.getByText("Mötet är avslutat och protokollet ändras inte mer.").first().waitFor();
	await kommunpolis.getByText("Ett beslut som kom för sent.").first().waitFor();

	// The minutes, as a page, a PDF and a text; the report is granskad.
	await samordnare.getByRole("heading", { name: "Protokoll", exact: true }).waitFor();
	expect(await samordnare.getByRole("button", { name: "Spara beslutet" }).count()).toBe(0);
	expect(await findAllViolations(samordnare)).toEqual([]);
	await ledamot.goto(demo.origin + mote);
	const text = (await download(ledamot, `${mote}.txt`)).toString("utf8");
	for (const said of ["Protokoll", BESLUT, ATGARD, "Rådet gick igenom rapporten."])
		expect(text.replace(/\s+/g, " ")).toContain(said);
	expect(text).not.toContain("Ett beslut som kom för sent.");
	expect((await download(ledamot, `${mote}.pdf`)).subarray(0, 5).toString()).toBe("%PDF-");
	await samordnare.goto(demo.origin + RAPPORT);
	const current = samordnare.getByRole("list", { name: "Rapportens läge" }).locator("[aria-current=step]");
	expect(await current.locator(".rapport-stepper__word").textContent()).toBe("Granskad");

	// What was not done is on the next agenda by itself; what was is not.
	await samordnare.goto(demo.origin + NEXT);
	await samordnare.getByText("Planera ett möte").click();
	await samordnare.getByRole("textbox", { name: "Dag" }).fill("2018-12-12");
	await press(samordnare, "Planera mötet");
	await samordnare.getByText("Mötet är planerat.").waitFor();
	expect(await samordnare.evaluate(() => scrollY)).toBe(0);
	await samordnare.getByText(ATGARD).first().waitFor();
	expect(await samordnare.getByText(OVERDUE).count()).toBe(0);

	for (const page of [samordnare, kommunpolis, ledamot]) await page.context().close();
}, 240_000);

test("the header's count falls when what needed somebody is done, and is asked for once a minute at most", async () => {
	const page = await openAs("samordnare", { kommun: "sunne" });
	await page.clock.install();
	const asked: string[] = [];
	page.on("request", (request) => {
		if (new URL(request.url()).pathname === "/intern/notiser.json") asked.push(request.url());
	});
	await page.goto(`${demo.origin}/intern/sunne/atgarder?visa=forsenade`);
	const bell = page.getByRole("link", { name: /^Notiser/ }).locator(".visually-hidden");
	const count = async () => Number(/\d+/.exec((await bell.textContent()) ?? "")?.[0] ?? 0);
	const before = await count();
	expect(before).toBeGreaterThan(0);
	await page.getByText("Markera som klar").first().click();
	await press(page, "Spara som klar");
	await page.getByText("Åtgärden är markerad som klar.").waitFor();
	await expect.poll(count).toBeLessThan(before);

	expect(asked).toEqual([]);
	await page.clock.runFor(59_000);
	expect(asked.length).toBeLessThanOrEqual(1);
	await page.clock.runFor(180_000);
	await expect.poll(() => asked.length).toBeGreaterThan(0);
	expect(asked.length).toBeLessThanOrEqual(4);
	await page.context().close();
});

async function openAs(
	roll: string,
	{ javaScriptEnabled = true, kommun = "savsjo" }: { javaScriptEnabled?: boolean; kommun?: string } = {},
): Promise<Page> {
	const context = await demo.browser.newContext({
		viewport: { width: 1280, height: 720 },
		locale: "sv-SE",
		javaScriptEnabled,
	});
	context.setDefaultTimeout(15_000);
	const page = await context.newPage();
	await signInAs(page, { origin: demo.origin, kommun, roll });
	return page;
}

async function press(page: Page, name: string): Promise<void> {
	await page.getByRole("button", { name, exact: true }).click();
}

/** The projector's next screen. */
async function next(page: Page): Promise<void> {
	const before = page.url();
	await page.getByRole("link", { name: "Nästa ›" }).click();
	await page.waitForURL((url) => url.href !== before);
}

async function download(page: Page, path: string): Promise<Buffer> {
	const link = page.locator(`main a[href="${path}"]`).first();
	const [file] = await Promise.all([page.waitForEvent("download"), link.click()]);
	return readFile(await file.path());
}
