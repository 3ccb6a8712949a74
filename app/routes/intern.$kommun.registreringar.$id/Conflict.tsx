import { useEffect, useRef } from "react";
import { Button, ButtonLink } from "#app/ui/Button.tsx";
import { DataTable } from "#app/ui/DataTable.tsx";
import { Cluster } from "#app/ui/Layout.tsx";

export interface ConflictProps {
	/** The revision that was saved in between. */
	revision: number;
	/** From what was saved to what was typed. */
	differences: { label: string; from: string; to: string }[];
}

/** Somebody else corrected the same registration: both versions side by side, to choose. What was typed stays in the form. */
export function Conflict({ conflict, pageTo }: { conflict: ConflictProps; pageTo: string }) {
	const question = useRef<HTMLDivElement>(null);
	useEffect(() => question.current?.focus(), []);
	return (
		<div className="ds-alert" data-color="warning" role="alert" tabIndex={-1} ref={question}>
			<p className="alert-title">Någon annan har rättat registreringen medan du skrev</p>
			<div className="alert-body">
				{conflict.differences.length > 0 ? (
					<DataTable
						caption="Det som skiljer"
						isCaptionHidden
						onPhone="stack"
						rowHeaders
						columns={[{ label: "Fält" }, { label: "Sparat av den andra" }, { label: "Det du skrev" }]}
						rows={conflict.differences.map(({ label, from, to }) => [label, from, to])}
					/>
				) : (
					<p>Det som sparades är samma som du skrev.</p>
				)}
				<Cluster>
					<Button variant="secondary">Spara det jag skrev</Button>
					<ButtonLink to={pageTo} reloadDocument variant="tertiary">
						Behåll det som sparades
					</ButtonLink>
				</Cluster>
			</div>
		</div>
	);
}
