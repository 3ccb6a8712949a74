import { ChartSvg } from "#app/measures/ChartSvg.tsx";
import { percent } from "#app/measures/geometry.ts";
import type { PublicBar as Bar } from "#app/rapport/publicSummary.ts";

const HEIGHT = 22;
const BAR = { top: 5, height: 12 };

/** What was done, filled, against the thick mark of the minimum. The words beside it say both numbers. */
export function PublicBar({ bar: { done, minimum } }: { bar: Bar }) {
	const at = percent(minimum, 1);
	return (
		<ChartSvg height={HEIGHT} isDecorative>
			<rect className="measure-track" x="0" y={BAR.top} width="100%" height={BAR.height} />
			<rect className="measure-done" x="0" y={BAR.top} width={percent(done, 1)} height={BAR.height} />
			<line className="measure-mark-edge" x1={at} x2={at} y1={0} y2={HEIGHT} />
			<line className="measure-mark" x1={at} x2={at} y1={0} y2={HEIGHT} />
		</ChartSvg>
	);
}
