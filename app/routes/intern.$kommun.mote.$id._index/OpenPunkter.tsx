import { useActionData } from "@remix-run/react";
import { type FormRefusal, refusalIn } from "#app/domain/formRefusal.ts";
import { IntentForm } from "#app/features/IntentForm.tsx";
import { BeslutForm, WrittenBeslut } from "#app/features/mote/BeslutForms.tsx";
import { MoteAtgardForm } from "#app/features/mote/MoteAtgardForm.tsx";
import { NoteForm } from "#app/features/mote/NoteForm.tsx";
import { OpenAtgarder } from "#app/features/mote/OpenAtgarder.tsx";
import { PunktRecord } from "#app/features/mote/PunktRecord.tsx";
import { PunktWords } from "#app/features/mote/PunktWords.tsx";
import { Disclosure } from "#app/ui/Disclosure.tsx";
import { Heading } from "#app/ui/Heading.tsx";
import { AgendaEnd, ToolsOf } from "./Agenda.tsx";
import type { motePage } from "./motePage.server.ts";
import { PunktSection } from "./PunktSection.tsx";

type View = Awaited<ReturnType<typeof motePage>>;

/** What is recorded while the meeting is held: the same for whoever reads along, and with forms for those who run it. */
export function OpenPunkter({ view }: { view: View }) {
	const { punkter, choices, editable, today, atgarderTo } = view;
	const canDecide = view.whyNot.decide === null;
	const refusal = refusalIn(useActionData());
	return (
		<section className="mote-agenda" aria-labelledby="punkter">
			<div className="mote-agenda__head">
				<Heading level={2} id="punkter">
					Punkter
				</Heading>
				{canDecide ? (
					<>
						<p className="muted">
							Anteckna här eller i projektorvyn. Det som har kommit till i uppföljningen sedan mötet öppnades kan hämtas
							in.
						</p>
						<IntentForm intent="refreshAgenda" hidden={{}} submit="Hämta in nytt" />
					</>
				) : (
					<p className="muted">Det som antecknas visas här efter hand.</p>
				)}
			</div>
			{punkter.map((punkt) => (
				<PunktSection key={punkt.key} punkt={punkt}>
					<PunktWords punkt={punkt} />
					{punkt.openAtgarder.length > 0 && (
						<OpenAtgarder atgarder={punkt.openAtgarder} today={today} canClose={canDecide} />
					)}
					<PunktRecord
						punkt={punkt}
						atgarderTo={atgarderTo}
						level={4}
						beslut={canDecide ? <WrittenBeslut punkt={punkt} /> : undefined}
					/>
					{canDecide && (
						<div className="mote-record">
							<NoteForm punkt={punkt} isFolded />
							<BeslutForm punkt={punkt} isFolded />
							<MoteAtgardForm punkt={punkt} choices={choices} />
							<div className="mote-record__agenda">
								<Disclosure summary="Ändra på dagordningen" isOpen={isRefusedTool(refusal, punkt.key)}>
									<ToolsOf editable={editable} of={punkt.key} />
								</Disclosure>
							</div>
						</div>
					)}
				</PunktSection>
			))}
			{canDecide && <AgendaEnd view={view} />}
		</section>
	);
}

const TOOLS = ["editPunkt", "movePunkt", "removePunkt"];

/** What was refused is told inside, so it has to stand open. */
function isRefusedTool(refusal: FormRefusal | undefined, key: string): boolean | undefined {
	const { intent, key: keys } = refusal?.values ?? {};
	return (TOOLS.includes(intent?.[0] ?? "") && keys?.[0] === key) || undefined;
}
