import { SquareStrip } from "../SquareStrip.tsx";
import type { ActionLine, ActionsChart } from "./calculation.ts";

const MARK: Record<ActionLine["state"], { glyph: string; word: string }> = {
	done: { glyph: "■", word: "utförd" },
	late: { glyph: "□", word: "försenad" },
	open: { glyph: "□", word: "inte utförd" },
};

/** Every decided åtgärd on a line of its own, the late ones first. */
export function Chart({ chart, titleId }: { chart: ActionsChart; titleId: string }) {
	if (chart.total === 0) return null;
	return (
		<ul className="measure-actions" aria-labelledby={titleId}>
			{chart.lines.map((line) => (
				<li key={line.id} data-state={line.state}>
					<span className="measure-glyph" data-state={line.state === "done" ? "done" : "missed"} aria-hidden="true">
						{MARK[line.state].glyph}
					</span>
					<span className="visually-hidden">{MARK[line.state].word}: </span>
					<span className="measure-actions-text">
						<span className="measure-actions-title">{line.title}</span>
						<span className="measure-actions-date">{line.dateText}</span>
					</span>
				</li>
			))}
		</ul>
	);
}

export function MiniChart({ chart }: { chart: ActionsChart }) {
	const squares = [...chart.lines]
		.reverse()
		.map(({ id, state }) => ({ key: String(id), state: state === "done" ? ("done" as const) : ("missed" as const) }));
	return <SquareStrip squares={squares} label={chart.figure} />;
}
