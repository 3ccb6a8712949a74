/** A4 in points, with margins wide enough for a binder's holes. */
export const SHEET = { width: 595.28, height: 841.89, left: 58, right: 58, top: 80, bottom: 78 } as const;

/** The column that everything stands in. */
export const COLUMN = {
	x: SHEET.left,
	width: SHEET.width - SHEET.left - SHEET.right,
	top: SHEET.top,
	bottom: SHEET.height - SHEET.bottom,
} as const;

/** A pixel of the page's charts on paper. */
export const POINTS_PER_PIXEL = 0.75;

/** The light theme of the app (`app/ui/styles/tokens.css`); every ink can be read in greyscale. */
export const INK = {
	text: "#0f1b2d",
	muted: "#4b586b",
	line: "#d8dee7",
	lineStrong: "#6c798c",
	sunken: "#f3f5f8",
	accent: "#143f8c",
	paper: "#ffffff",
	watermark: "#f1f3f6",
} as const;

export interface TextStyle {
	size: number;
	/** From one baseline to the next. */
	leading: number;
	isStrong?: boolean;
	color?: string;
}

/** A scale of few sizes, in points. */
export const TYPE = {
	title: { size: 22, leading: 27, isStrong: true },
	heading: { size: 15, leading: 20, isStrong: true },
	subheading: { size: 11.5, leading: 15.5, isStrong: true },
	finding: { size: 10, leading: 14, isStrong: true },
	lead: { size: 12, leading: 17 },
	body: { size: 9.5, leading: 14 },
	small: { size: 8.25, leading: 11.5 },
	label: { size: 8.25, leading: 11.5, isStrong: true },
	tiny: { size: 7.5, leading: 10.5 },
} as const satisfies Record<string, TextStyle>;
