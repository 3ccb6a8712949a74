import { DataTable } from "#app/ui/DataTable.tsx";
import { Heading } from "#app/ui/Heading.tsx";
import type { HistoryEvent } from "./rowView.server.ts";

/** Everything that has happened to the registration, the latest first. Nothing is ever taken away from it. */
export function History({ events }: { events: HistoryEvent[] }) {
	return (
		<section>
			<Heading level={2} size="sm">
				Historik
			</Heading>
			<ol className="row-history" reversed>
				{events.map(({ key, what, when, who, reason, changes }) => (
					<li key={key}>
						<p className="row-history__what">
							<strong>{what}</strong> {when}
							{who && ` av ${who}`}
						</p>
						{reason && <p>Orsak: {reason}</p>}
						{changes.length > 0 && (
							<DataTable
								caption={`Ändrat ${when}`}
								isCaptionHidden
								onPhone="stack"
								rowHeaders
								columns={[{ label: "Fält" }, { label: "Från" }, { label: "Till" }]}
								rows={changes.map(({ label, from, to }) => [label, from, to])}
							/>
						)}
					</li>
				))}
			</ol>
		</section>
	);
}
