import type { MeasureKind } from "#app/domain/measureKind.ts";
import { measureModule } from "#app/measures/index.ts";

interface MeasureScreenChartProps {
	kind: MeasureKind;
	chart: unknown;
	/** The id of the heading that says the finding. */
	titleId: string;
}

/** The chart of any measure kind for a projector. */
export function MeasureScreenChart({ kind, chart, titleId }: MeasureScreenChartProps) {
	const { ScreenChart, MiniChart } = measureModule(kind);
	return ScreenChart ? <ScreenChart chart={chart} titleId={titleId} /> : <MiniChart chart={chart} />;
}
