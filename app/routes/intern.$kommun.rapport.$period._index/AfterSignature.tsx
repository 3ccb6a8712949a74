import { Link } from "@remix-run/react";
import { countOf } from "#app/domain/format.ts";
import { DifferenceTable } from "#app/features/rapport/DifferenceTable.tsx";
import type { RapportDifference } from "#app/rapport/difference.ts";
import { DataTable } from "#app/ui/DataTable.tsx";
import { Heading } from "#app/ui/Heading.tsx";

export interface LateView {
	new: number;
	changed: number;
	/** What the figures have stood still since. */
	since: "signering" | "frysning";
	rows: readonly { id: number; date: string; measureNames: readonly string[]; to: string }[];
}

/** "+1 sedan signering", null when nothing has come. */
export function lateText({ new: added, changed, since }: LateView): string | null {
	const words = [added > 0 && `+${added}`, changed > 0 && countOf(changed, "ändrad", "ändrade")].filter(Boolean);
	return words.length > 0 ? `${words.join(", ")} sedan ${since}` : null;
}

/** What the log has said since the figures stood still. It never alters them. */
export function LateEntries({ late }: { late: LateView }) {
	const text = lateText(late);
	if (!text) return null;
	return (
		<section className="rapport-section" aria-labelledby="efterregistrerat">
			<Heading level={2} size="md" id="efterregistrerat">
				Efterregistrerat: {text}
			</Heading>
			<p>
				Registreringarna räknas i översikten men ändrar inte siffrorna här.
				{late.since === "signering" && " Ska de med görs en rättelse i en ny version."}
			</p>
			<DataTable
				caption={`Registreringar som har tillkommit eller ändrats sedan ${late.since}`}
				isCaptionHidden
				rowHeaders
				columns={[{ label: "Datum" }, { label: "Mått" }]}
				rows={late.rows.map(({ id, date, measureNames, to }) => [
					<Link key={id} to={to}>
						{date}
					</Link>,
					measureNames.join(", "),
				])}
			/>
		</section>
	);
}

/** What a rättelse changed, figure by figure and word by word. */
export function Difference({ difference }: { difference: RapportDifference & { edition: number } }) {
	const { edition, figures, words } = difference;
	const editions = { before: edition, after: edition + 1 };
	return (
		<section className="rapport-section" aria-labelledby="skillnad">
			<Heading level={2} size="md" id="skillnad">
				Det som skiljer från version {edition}
			</Heading>
			{figures.length === 0 && words.length === 0 && <p className="muted">Inga siffror eller texter skiljer.</p>}
			{figures.length > 0 && <DifferenceTable caption="Siffror" lines={figures} {...editions} />}
			{words.length > 0 && <DifferenceTable caption="Texter" lines={words} {...editions} />}
		</section>
	);
}
