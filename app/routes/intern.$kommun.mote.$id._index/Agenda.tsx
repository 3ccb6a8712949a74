import { IntentForm } from "#app/features/IntentForm.tsx";
import { AddPunkt, AgendaTools, type EditablePunkt } from "#app/features/mote/AgendaTools.tsx";
import { OpenAtgarder } from "#app/features/mote/OpenAtgarder.tsx";
import { PunktWords } from "#app/features/mote/PunktWords.tsx";
import { Named } from "#app/features/Named.tsx";
import { EmptyState } from "#app/ui/EmptyState.tsx";
import { Heading } from "#app/ui/Heading.tsx";
import type { motePage } from "./motePage.server.ts";
import { PunktSection } from "./PunktSection.tsx";

type View = Awaited<ReturnType<typeof motePage>>;

/** The agenda of a meeting to come: what it takes up and why, to be edited by those who run it. */
export function Agenda({ view }: { view: View }) {
	const { punkter, editable, today } = view;
	const canEdit = view.whyNot.editAgenda === null;
	return (
		<section className="mote-agenda" aria-labelledby="dagordning">
			<div className="mote-agenda__head">
				<Heading level={2} id="dagordning">
					Dagordning
				</Heading>
				<p className="muted">
					Skriven ur uppföljningen som den är i dag. Den hålls aktuell tills mötet öppnas, men det som någon har ändrat
					står kvar.
				</p>
			</div>
			{punkter.length === 0 && (
				<EmptyState title="Inget på dagordningen">
					Det finns inga rapporter att granska, inget som avviker och inga öppna åtgärder.
					{canEdit && " Lägg till en egen punkt."}
				</EmptyState>
			)}
			{punkter.map((punkt) => (
				<PunktSection key={punkt.key} punkt={punkt}>
					<PunktWords punkt={punkt} />
					{punkt.openAtgarder.length > 0 && (
						<OpenAtgarder atgarder={punkt.openAtgarder} today={today} canClose={false} />
					)}
					{canEdit && <ToolsOf editable={editable} of={punkt.key} />}
				</PunktSection>
			))}
			{canEdit && <AgendaEnd view={view} />}
		</section>
	);
}

/** What can be added, and what has been taken away. */
export function AgendaEnd({ view: { freshUuid, removed } }: { view: View }) {
	return (
		<div className="mote-agenda__end">
			<AddPunkt fresh={freshUuid} />
			{removed.length > 0 && (
				<div>
					<h3 className="punkt-label">Borttaget från dagordningen</h3>
					<ul className="mote-removed">
						{removed.map(({ key, title }) => (
							<li key={key}>
								<span>{title}</span>
								<IntentForm
									intent="restorePunkt"
									hidden={{ key }}
									submit={<Named name={title}>Ta med igen</Named>}
									submitVariant="tertiary"
								/>
							</li>
						))}
					</ul>
				</div>
			)}
		</div>
	);
}

export function ToolsOf({ editable, of }: { editable: readonly EditablePunkt[]; of: string }) {
	const punkt = editable.find(({ key }) => key === of);
	return punkt ? <AgendaTools punkt={punkt} /> : null;
}
