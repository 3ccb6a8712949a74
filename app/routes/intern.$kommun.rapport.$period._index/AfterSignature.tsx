import { Link } from "@remix-run/react";
import { countOf } from "#app/domain/format.ts";
import type { RapportDifference } from "#app/rapport/difference.ts";
import { DataTable } from "#app/ui/DataTable.tsx";
import { Heading } from "#app/ui/Heading.tsx";

export interface LateView {
	new: number;
	changed: number;
	/** What the figures have stood still since: "signering", "frysning". */
	since: string;
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
	return (
		<section className="rapport-section" aria-labelledby="skillnad">
			<Heading level={2} size="md" id="skillnad">
				Det som skiljer från version {edition}
			</Heading>
			{figures.length === 0 && words.length === 0 && <p className="muted">Inga siffror eller texter skiljer.</p>}
			<Lines caption="Siffror" lines={figures} edition={edition} />
			<Lines caption="Texter" lines={words} edition={edition} />
		</section>
	);
}

function Lines({ caption, lines, edition }: { caption: string; lines: RapportDifference["figures"]; edition: number }) {
	if (lines.length === 0) return null;
	return (
		<DataTable
			caption={caption}
			rowHeaders
			onPhone="stack"
			columns={[{ label: "Var" }, { label: `Version ${edition}` }, { label: `Version ${edition + 1}` }]}
			rows={lines.map(({ where, before, after }) => [where, before || "Tomt", after || "Tomt"])}
		/>
	);
}
