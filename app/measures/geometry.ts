/** A place or a width in a `ChartSvg`: "37.5%". */
export function percent(value: number, max: number): string {
	return `${Math.round((value / max) * 10000) / 100}%`;
}

/** A place in a row of equally wide ones with a little air between, so that the first and the last end at the edges. */
export function cellAt(index: number, count: number): { x: string; width: string } {
	const gap = Math.min(0.014, 0.3 / count);
	const width = (1 - gap * (count - 1)) / count;
	return { x: percent(index * (width + gap), 1), width: percent(width, 1) };
}

/** Even steps of an axis, in numbers that one reads at a glance: 1, 2 or 5 with zeros before or after. */
export function niceStep(span: number, count: number): number {
	const rough = span / count;
	const magnitude = 10 ** Math.floor(Math.log10(rough));
	const step = [1, 2, 5, 10].find((factor) => factor * magnitude >= rough) ?? 10;
	return step * magnitude;
}

/** Text near an edge turns inwards, so that it never leaves the chart. */
export function anchorAt(share: number): "start" | "middle" | "end" {
	if (share < 0.2) return "start";
	return share > 0.8 ? "end" : "middle";
}
