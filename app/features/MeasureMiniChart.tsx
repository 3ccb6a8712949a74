import type { MeasureKind } from "#app/domain/measureKind.ts";
import { measureModule } from "#app/measures/index.ts";

/** The small chart of any measure kind, for lists. */
export function MeasureMiniChart({ kind, chart }: { kind: MeasureKind; chart: unknown }) {
	const { MiniChart } = measureModule(kind);
	return <MiniChart chart={chart} />;
}
