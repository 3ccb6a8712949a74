import { Link } from "@remix-run/react";
import type { ReactNode } from "react";
import type { ProtokollTable } from "#app/mote/protokoll.ts";
import { DataTable } from "#app/ui/DataTable.tsx";
import type { PunktView } from "./punktView.ts";
import "./punkt.css";

interface PunktRecordProps {
	punkt: PunktView;
	/** Where the åtgärder are followed. */
	atgarderTo: string;
	/** Of what stands above the lines: one below the item's own. */
	level: 2 | 4;
	/** The åtgärder as lines, where there is no room for their table. */
	isBrief?: boolean;
	/** In the place of the decided lines, for whoever may change them. */
	beslut?: ReactNode;
}

/** What an item came to: the outcome, what was said, what was decided, and what is to be done. */
export function PunktRecord({ punkt, atgarderTo, level, isBrief = false, beslut }: PunktRecordProps) {
	const Label = `h${level}` as const;
	const { outcome, anteckning, nyaAtgarder } = punkt;
	return (
		<>
			{outcome && <p className="punkt-outcome">{outcome}</p>}
			{anteckning && (
				<div className="punkt-decided">
					<Label className="punkt-label">Anteckning</Label>
					<p className="punkt-note">{anteckning}</p>
				</div>
			)}
			{punkt.beslut.length > 0 && (
				<div className="punkt-decided">
					<Label className="punkt-label">Beslut</Label>
					{beslut ?? <BeslutList beslut={punkt.beslut} />}
				</div>
			)}
			{nyaAtgarder && !isBrief && <AtgardTable table={nyaAtgarder} to={atgarderTo} />}
			{isBrief && <NyaAtgarder nya={punkt.nya} level={level} />}
		</>
	);
}

/** What was decided to be done, by whom and when. */
export function NyaAtgarder({ nya, level }: { nya: PunktView["nya"]; level: PunktRecordProps["level"] | 3 }) {
	const Label = `h${level}` as const;
	if (nya.length === 0) return null;
	return (
		<div className="punkt-decided">
			<Label className="punkt-label">Åtgärder</Label>
			<ul className="mote-beslut">
				{nya.map(({ id, title, detail }) => (
					<li key={id} className="mote-beslut__line">
						<p>
							<strong>{title}</strong>
						</p>
						<p className="mote-quiet">{detail}</p>
					</li>
				))}
			</ul>
		</div>
	);
}

/** What was decided, numbered as in the minutes. */
export function BeslutList({ beslut }: { beslut: PunktView["beslut"] }) {
	return (
		<ul className="mote-beslut">
			{beslut.map(({ number, text }) => (
				<li key={number} className="mote-beslut__line">
					<p className="mote-beslut__text">
						<strong>{number}</strong> {text}
					</p>
				</li>
			))}
		</ul>
	);
}

/** Åtgärder as the minutes have them; with `to` each leads to where they are followed. */
export function AtgardTable({ table: { caption, columns, rows }, to }: { table: ProtokollTable; to?: string }) {
	return (
		<DataTable
			caption={caption}
			rowHeaders
			onPhone="stack"
			columns={columns.map((label) => ({ label }))}
			rows={rows.map(([title, ...others]) => [
				to ? (
					<Link key="title" to={to}>
						{title}
					</Link>
				) : (
					title
				),
				...others,
			])}
		/>
	);
}
