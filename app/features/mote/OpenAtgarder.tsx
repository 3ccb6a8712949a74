import { Link } from "@remix-run/react";
import { CompleteAtgardForm } from "#app/features/atgarder/CompleteAtgardForm.tsx";
import { Tag } from "#app/ui/Tag.tsx";
import type { PunktView } from "./punktView.ts";
import "./moteForms.css";

interface OpenAtgarderProps {
	atgarder: PunktView["openAtgarder"];
	/** The day that one is closed on, unless another is written. */
	today: string;
	canClose: boolean;
	/** Which aktivitet each belongs to: not on a screen that a room reads. */
	hasAktivitet?: boolean;
}

/** The åtgärder that a meeting goes through, the longest overdue first; each can be closed there. */
export function OpenAtgarder({ atgarder, today, canClose, hasAktivitet = true }: OpenAtgarderProps) {
	return (
		<ul className="mote-atgarder">
			{atgarder.map((atgard) => (
				<li key={atgard.id} className="mote-atgard">
					<p className="mote-atgard__title">
						<strong>{atgard.title}</strong> {atgard.overdueText && <Tag tone="warning">{atgard.overdueText}</Tag>}
						{atgard.isDone && <Tag tone="info">Utförd</Tag>}
					</p>
					<p className="mote-quiet">
						{atgard.owner}. Beslutad {atgard.decidedOn}
						{atgard.dueText && `, ${atgard.dueText}`}.{" "}
						{hasAktivitet && <Link to={atgard.aktivitet.to}>{atgard.aktivitet.text}</Link>}
					</p>
					{atgard.doneNote && <p className="mote-quiet">”{atgard.doneNote}”</p>}
					{canClose && !atgard.isDone && <CompleteAtgardForm atgard={atgard} today={today} />}
				</li>
			))}
		</ul>
	);
}
