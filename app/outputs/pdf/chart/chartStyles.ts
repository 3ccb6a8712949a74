/** How a class of a chart looks. Sizes are in pixels of the page's drawing. */
export interface ChartStyle {
	fill?: string;
	stroke?: string;
	strokeWidth?: number;
	dash?: readonly [number, number];
	isRound?: boolean;
	fontSize?: number;
	isStrong?: boolean;
	/** A light edge around words. */
	halo?: string | null;
}

const INK = "#0f1b2d";
export const DONE = "#143f8c";
const PACE = "#5d6b80";
export const MISSING = "#8592a5";
export const EXCUSED = "#5f7290";
const SURFACE = "#ffffff";
const GRID = "#e0e5ec";

/** The classes that say nothing about how something looks, or only what a screen needs. */
const WITHOUT_LOOKS = ["measure-svg"];

/** `app/measures/measures.css` in its light colours; a test holds them together. */
export const CHART_STYLES: Readonly<Record<string, ChartStyle>> = {
	"measure-track": { fill: GRID },
	"measure-done": { fill: DONE },
	"measure-missing": { fill: SURFACE, stroke: MISSING, strokeWidth: 1.5 },
	"measure-excused": { fill: SURFACE, stroke: EXCUSED, strokeWidth: 1.5 },
	"measure-excused-half": { fill: EXCUSED },
	"measure-axis": { stroke: MISSING, strokeWidth: 1.5 },
	"measure-axis-fill": { fill: MISSING },
	"measure-leader": { stroke: MISSING, strokeWidth: 1 },
	"measure-mark": { stroke: INK, strokeWidth: 4 },
	"measure-mark-edge": { stroke: SURFACE, strokeWidth: 8 },
	"measure-pace-edge": { stroke: SURFACE, strokeWidth: 4 },
	"measure-pace": { stroke: PACE, strokeWidth: 1.5, dash: [4, 3] },
	"measure-target": { stroke: INK, strokeWidth: 2 },
	"measure-line": { stroke: DONE, strokeWidth: 2.5, isRound: true },
	"measure-label": { fill: INK, fontSize: 12, halo: SURFACE },
	"measure-label--strong": { isStrong: true },
	"measure-value": { fill: INK, fontSize: 16, isStrong: true, halo: SURFACE },
	"measure-value--on-done": { fill: SURFACE, halo: null },
	"measure-value--small": { fontSize: 13 },
};

/**
 * The look of an element from its classes, the later in the style sheet winning.
 *
 * @throws RangeError for a class without a style: a chart must not lose a shape on paper unnoticed
 */
export function chartStyle(classes: readonly string[]): ChartStyle {
	const unknown = classes.find((name) => !(name in CHART_STYLES) && !WITHOUT_LOOKS.includes(name));
	if (unknown !== undefined) throw new RangeError(`no print style for the chart class ${unknown}`);
	const own = Object.entries(CHART_STYLES).flatMap(([name, style]) => (classes.includes(name) ? [style] : []));
	return Object.assign({}, ...own);
}
