/** A place or a width in a `ChartSvg`: "37.5%". */
export function percent(value: number, max: number): string {
	return `${Math.round((value / max) * 10000) / 100}%`;
}

/** Text near an edge turns inwards, so that it never leaves the chart. */
export function anchorAt(share: number): "start" | "middle" | "end" {
	if (share < 0.2) return "start";
	return share > 0.8 ? "end" : "middle";
}
