import { Link } from "@remix-run/react";
import { IntentForm } from "#app/features/IntentForm.tsx";
import { TextField } from "#app/ui/Field.tsx";
import { Tag } from "#app/ui/Tag.tsx";
import { Named } from "./Named.tsx";
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
					{canClose && !atgard.isDone && (
						<IntentForm
							intent="completeAtgard"
							hidden={{ atgardId: atgard.id, version: atgard.version }}
							submit="Spara som klar"
							disclosure={<Named name={atgard.title}>Markera som klar</Named>}
						>
							{(refused) => (
								<>
									<TextField
										{...refused.field("doneOn", today)}
										label="Klar den"
										hint="Till exempel 2018-09-30, 30 september eller i går"
									/>
									<TextField {...refused.field("doneNote")} label="Anteckning" isOptional maxLength={200} />
								</>
							)}
						</IntentForm>
					)}
				</li>
			))}
		</ul>
	);
}
