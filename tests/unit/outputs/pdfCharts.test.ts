import { readFileSync } from "node:fs";
import { describe, expect, test } from "vitest";
import { CHART_STYLES, chartStyle } from "#app/outputs/pdf/chart/chartStyles.ts";
import { isElement, parseMarkup, textOf } from "#app/outputs/pdf/chart/markup.ts";
import { columnWidths } from "#app/outputs/pdf/tableWidths.ts";
import { unpackWoff } from "#app/outputs/pdf/woff.server.ts";

const css = readFileSync("app/measures/measures.css", "utf8");
const tokens = readFileSync("app/ui/styles/tokens.css", "utf8");

/** The declarations of a class that stands alone or in a list of selectors. */
function declarationsOf(name: string): Record<string, string> {
	const own: Record<string, string> = {};
	for (const [, selectors = "", body = ""] of css.replace(/\/\*[\s\S]*?\*\//g, "").matchAll(/([^{}]+)\{([^{}]*)\}/g)) {
		if (!selectors.split(",").some((selector) => selector.trim() === `.${name}`)) continue;
		for (const [, property, value] of body.matchAll(/([\w-]+):\s*([^;]+);/g))
			if (property && value) own[property] = value;
	}
	return own;
}

/** The light value of "var(--chart-done, #143f8c)", through the tokens. */
function lightColor(value: string | undefined): string | undefined {
	const name = value?.match(/var\((--[\w-]+)/)?.[1];
	if (!name) return value === "none" ? undefined : value;
	const token = tokens.match(new RegExp(`${name}: ([^;]+);`))?.[1];
	return token?.startsWith("var(") ? lightColor(token) : token?.match(/light-dark\((#\w+)/)?.[1];
}

describe("charts on paper look as on the page", () => {
	test.each(Object.keys(CHART_STYLES))("%s", (name) => {
		const declared = declarationsOf(name);
		const { fill, stroke, strokeWidth, dash, fontSize, isStrong, halo } = CHART_STYLES[name] ?? {};
		const isWords = "font-size" in declared || "font-weight" in declared || name.startsWith("measure-value");
		expect(Object.keys(declared).length, "the class is in the style sheet").toBeGreaterThan(0);
		expect(fill).toBe(lightColor(declared.fill));
		expect(isWords ? (halo ?? undefined) : stroke).toBe(lightColor(declared.stroke));
		if (!isWords) expect(strokeWidth).toBe(declared["stroke-width"] ? Number(declared["stroke-width"]) : undefined);
		expect(dash?.join(" ")).toBe(declared["stroke-dasharray"]);
		expect(fontSize && `${fontSize}px`).toBe(declared["font-size"]);
		expect(isStrong ?? false).toBe(Number(declared["font-weight"] ?? 400) >= 600);
	});

	test("a later class of the style sheet wins, whatever the order of the names", () => {
		expect(chartStyle(["measure-value--small", "measure-value"])).toMatchObject({ fontSize: 13, isStrong: true });
	});

	test("a class without a style is refused, so that no shape is lost unnoticed", () => {
		expect(() => chartStyle(["measure-new"])).toThrow("measure-new");
	});
});

test("what is no WOFF font is refused", () => {
	expect(() => unpackWoff(Buffer.from("inte ett typsnitt"))).toThrow(RangeError);
});

test("markup is read with its entities, nesting and empty elements", () => {
	const [svg] = parseMarkup(
		'<svg class="a"><text x="50%">R&amp;D &lt;5&gt; &quot;x&#x27;</text><rect/><line x1="0"></line></svg>',
	).filter(isElement);
	expect(svg?.children.filter(isElement).map((child) => child.name)).toEqual(["text", "rect", "line"]);
	expect(svg && textOf(svg)).toBe("R&D <5> \"x'");
	expect(parseMarkup('<p>a<span class="visually-hidden">b</span></p>').map(textOf)).toEqual(["a"]);
});

describe("the columns of a table", () => {
	test("get all on one line where there is room, and no more air than the eye bears", () => {
		expect(
			columnWidths(
				[
					{ least: 20, most: 50 },
					{ least: 10, most: 10 },
				],
				400,
			),
		).toEqual([76, 36]);
	});

	test("together never take more than the width", () => {
		const needs = [
			{ least: 60, most: 900 },
			{ least: 40, most: 60 },
			{ least: 30, most: 30 },
		];
		for (const width of [90, 131, 200, 480]) {
			const widths = columnWidths(needs, width);
			expect(widths.reduce((sum, one) => sum + one, 0)).toBeLessThanOrEqual(width + 0.001);
			expect(Math.min(...widths)).toBeGreaterThan(0);
		}
	});

	test("keep short cells on one line at the expense of a long one", () => {
		const [long = 0, short] = columnWidths(
			[
				{ least: 60, most: 900 },
				{ least: 40, most: 60 },
			],
			400,
		);
		expect(short).toBe(60);
		expect(long).toBe(340);
	});
});
