import type { Page } from "playwright-core";
import { expect, test } from "vitest";
import { signInAs } from "./pages.ts";
import { visitDemo } from "./visit.ts";

/** A4 between the margins of print.css, 178 mm, in pixels as a browser counts them on paper. */
const PAPER = { width: 673, height: 980 };

const demo = visitDemo();

test.each([
	{ kommun: "savsjo", roll: "samordnare", path: "/intern/savsjo/rapport/2017-T1" },
	{ kommun: "savsjo", roll: "samordnare", path: "/intern/savsjo/rapport/2017-T2" },
	{ kommun: "savsjo", roll: "ledamot", path: "/intern/savsjo/rapport/2018-T2" },
	{ kommun: "savsjo", roll: "kommunpolis", path: "/intern/savsjo/rapport/2018-T3" },
	{ kommun: "jonkoping", roll: "samordnare", path: "/intern/jonkoping/rapport/2016-T3" },
	{ kommun: "sunne", roll: "samordnare", path: "/intern/sunne/rapport/2018-T2" },
	{ kommun: "alvesta", roll: "undertecknare", path: "/intern/alvesta/rapport/2018-T2" },
	{ kommun: "savsjo", roll: null, path: "/savsjo/rapport/2017-T1" },
	{ kommun: "jonkoping", roll: null, path: "/jonkoping/rapport/2016-T3" },
	{ kommun: "savsjo", roll: null, path: "/savsjo" },
])("$path on A4: all of every chart, every table open, nothing to press", async ({ kommun, roll, path }) => {
	const page = await openPaper();
	if (roll) await signInAs(page, { origin: demo.origin, kommun, roll });
	await page.goto(demo.origin + path);
	await page.waitForLoadState("networkidle");
	await page.emulateMedia({ media: "print" });
	const seen = await page.evaluate(lookAtPaper);
	expect(seen.outside).toEqual([]);
	expect(seen.controls).toEqual([]);
	expect(seen.charts).toBeGreaterThan(1);
	expect(seen.foldedTables).toBe(0);
	// What is done is dark and what it is measured against is light, also without colours.
	for (const grey of seen.done) expect(grey).toBeLessThan(100);
	for (const grey of seen.notDone) expect(grey).toBeGreaterThan(200);
	await page.context().close();
});

test("what somebody has written is printed in full, not in a box that scrolls", async () => {
	const page = await openPaper();
	await signInAs(page, { origin: demo.origin, kommun: "sunne", roll: "samordnare" });
	await page.goto(`${demo.origin}/intern/sunne/rapport/2018-T2`);
	const area = page.getByRole("form", { name: "Kommunens text om helheten" }).getByLabel("Bedömning");
	await area.fill("En rad om hur det gick. ".repeat(60).trim());
	await area.blur();
	await page
		.getByText(/^Sparat \d\d[.:]\d\d/)
		.first()
		.waitFor();
	await page.reload();
	await page.emulateMedia({ media: "print" });
	const printed = page.getByText(/^(En rad om hur det gick\. ?){60}$/).filter({ visible: true });
	expect(await printed.count()).toBe(1);
	expect(await printed.evaluate((element) => element.scrollHeight <= element.clientHeight + 1)).toBe(true);
	expect(await area.isVisible()).toBe(false);
	await page.context().close();
});

/** Dark on the screen, since paper is light whatever the screen is. */
async function openPaper(): Promise<Page> {
	const context = await demo.browser.newContext({ viewport: PAPER, colorScheme: "dark", locale: "sv-SE" });
	return context.newPage();
}

/** Runs in the page as it prints. */
function lookAtPaper() {
	const isSeen = (element: Element) => {
		const box = element.getBoundingClientRect();
		return element.checkVisibility({ visibilityProperty: true }) && box.width > 1 && box.height > 1;
	};
	const nameOf = (element: Element) =>
		`${element.tagName} ${element.getAttribute("class")} ${element.textContent?.slice(0, 40)}`;
	const main = document.querySelector("main") ?? document.body;
	const charts = [...main.querySelectorAll("figure, svg, .measure-grid, .ds-table")].filter(isSeen);
	const outside = charts
		.flatMap((chart) => [chart, ...chart.querySelectorAll("*")])
		.filter((element) => isSeen(element) && !element.closest(".visually-hidden"))
		.filter((element) => {
			const { left, right } = element.getBoundingClientRect();
			return left < -1 || right > document.documentElement.clientWidth + 1;
		})
		.map(nameOf);
	if (document.documentElement.scrollWidth > innerWidth) outside.push(`page ${document.documentElement.scrollWidth}`);
	const controls = [
		...document.querySelectorAll("button, input:not([type=hidden]), select, textarea, nav a:not([aria-current])"),
	]
		.filter(isSeen)
		.map(nameOf);
	const foldedTables = [...main.querySelectorAll("details table")].filter((table) => !isSeen(table)).length;
	const greysOf = (selector: string) => [...main.querySelectorAll(selector)].filter(isSeen).map(greyOf);
	return {
		outside,
		controls,
		charts: charts.length,
		foldedTables,
		done: greysOf(".measure-done, .measure-glyph[data-state=done]"),
		notDone: greysOf(".measure-track, .measure-missing, .measure-glyph[data-state=missed]"),
	};

	/** What a printer without colours makes of it. */
	function greyOf(mark: Element): number {
		const { fill, backgroundColor } = getComputedStyle(mark);
		const [r = 0, g = 0, b = 0] =
			(mark instanceof SVGElement ? fill : backgroundColor).match(/[\d.]+/g)?.map(Number) ?? [];
		return 0.299 * r + 0.587 * g + 0.114 * b;
	}
}
