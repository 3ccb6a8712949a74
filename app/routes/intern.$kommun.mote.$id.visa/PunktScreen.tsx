import { BeslutForm, WrittenBeslut } from "#app/features/mote/BeslutForms.tsx";
import { MoteAtgardForm } from "#app/features/mote/MoteAtgardForm.tsx";
import { NoteForm } from "#app/features/mote/NoteForm.tsx";
import { OpenAtgarder } from "#app/features/mote/OpenAtgarder.tsx";
import { AtgardTable, PunktRecord } from "#app/features/mote/PunktRecord.tsx";
import { PunktWords } from "#app/features/mote/PunktWords.tsx";
import type { PunktView } from "#app/features/mote/punktView.ts";
import type { visaPage } from "./visaPage.server.ts";

interface PunktScreenProps {
	punkt: PunktView;
	view: Awaited<ReturnType<typeof visaPage>>;
}

/** An item: what is known of it, and beside that what is decided. */
export function PunktScreen({ punkt, view }: PunktScreenProps) {
	const { canDecide, whyNot, today, choices, atgarderTo } = view;
	const hasRecord = punkt.outcome || punkt.anteckning || punkt.beslut.length > 0 || punkt.nyaAtgarder;
	return (
		<div className="mote-visa" data-kind={punkt.kind}>
			<div className="mote-visa__known">
				<h1 className="visa-heading mote-visa__title">
					<span className="visa-quiet">{punkt.number}</span> {punkt.title}
				</h1>
				<PunktWords punkt={punkt} isBrief />
				{punkt.openAtgarder.length > 0 && (
					<OpenAtgarder atgarder={punkt.openAtgarder} today={today} canClose={canDecide} hasAktivitet={false} />
				)}
				{punkt.atgarder && punkt.openAtgarder.length === 0 && <AtgardTable table={punkt.atgarder} />}
			</div>
			<div className="mote-visa__record">
				<PunktRecord
					punkt={punkt}
					atgarderTo={atgarderTo}
					level={2}
					isBrief
					beslut={canDecide ? <WrittenBeslut punkt={punkt} /> : undefined}
				/>
				{!hasRecord && !canDecide && <p className="visa-quiet">Inget är beslutat här.</p>}
				{whyNot && <p className="visa-quiet">{whyNot}</p>}
				{canDecide && (
					<div className="mote-visa__forms">
						{punkt.kind === "rapport" && <NoteForm punkt={punkt} isFolded={false} />}
						<BeslutForm punkt={punkt} isFolded={false} />
						<MoteAtgardForm punkt={punkt} choices={choices} />
						{punkt.kind !== "rapport" && <NoteForm punkt={punkt} isFolded />}
					</div>
				)}
			</div>
		</div>
	);
}
