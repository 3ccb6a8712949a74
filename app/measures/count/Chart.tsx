import { BulletBar } from "./BulletBar.tsx";
import type { CountChart } from "./chartData.ts";
import { StepColumns } from "./StepColumns.tsx";

/** The bullet bar of the window, and below it how the periods add up. */
export function Chart({ chart, titleId }: { chart: CountChart; titleId: string }) {
	return (
		<div className="measure-chart-stack">
			<BulletBar chart={chart} titleId={titleId} />
			{chart.steps.length > 1 && (
				<div>
					<p className="measure-caption">
						{chart.isCumulative
							? `Sammanlagt antal ${chart.unit}, period för period`
							: `Antal ${chart.unit} per period`}
					</p>
					<StepColumns chart={chart} />
				</div>
			)}
		</div>
	);
}
