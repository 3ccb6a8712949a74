import type { ReactNode } from "react";

type ChartSvgProps = {
	height: number;
	/** Narrower than this the chart scrolls instead of shrinking. */
	minWidth?: number;
	children: ReactNode;
} & (
	| { /** The id of the heading that says the finding. */ titleId: string; label?: undefined }
	| { /** What the picture says, where no heading does. */ label: string; titleId?: undefined }
	| {
			/** Another picture or table beside it says the same. */ isDecorative: true;
			titleId?: undefined;
			label?: undefined;
	  }
);

/**
 * One drawing of a chart, as wide as its place. It has no viewBox: shapes are in per cent of the width, heights and text
 * in pixels, so that the text keeps its size on a phone as on a projector.
 */
export function ChartSvg({ height, minWidth, children, titleId, label }: ChartSvgProps) {
	const isDecorative = titleId === undefined && label === undefined;
	return (
		<svg
			className="measure-svg"
			width="100%"
			height={height}
			style={minWidth === undefined ? undefined : { minWidth }}
			role={isDecorative ? undefined : "img"}
			aria-hidden={isDecorative || undefined}
			aria-label={label}
			aria-labelledby={titleId}
		>
			{children}
		</svg>
	);
}
