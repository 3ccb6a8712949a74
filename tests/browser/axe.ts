import axe from "axe-core";
import type { Page } from "playwright-core";
import { expect } from "vitest";

/** What axe has against the page as it stands: every rule, best practices too. */
export async function findAllViolations(page: Page): Promise<string[]> {
	await page.evaluate(axe.source);
	const { violations, passes } = await page.evaluate(() =>
		(window as unknown as { axe: typeof axe }).axe.run(document, { resultTypes: ["violations", "passes"] }),
	);
	expect(passes.length).toBeGreaterThan(10);
	return violations.flatMap(({ id, nodes }) => nodes.map((node) => `${id}: ${node.html.slice(0, 160)}`));
}
