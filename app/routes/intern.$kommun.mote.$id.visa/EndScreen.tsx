import { CloseMoteForm } from "#app/features/mote/CloseMoteForm.tsx";
import { BeslutList, NyaAtgarder } from "#app/features/mote/PunktRecord.tsx";
import type { MoteScreen, visaPage } from "./visaPage.server.ts";

interface EndScreenProps {
	screen: Extract<MoteScreen, { kind: "slut" }>;
	view: Awaited<ReturnType<typeof visaPage>>;
}

/** What the meeting came to, and its end. */
export function EndScreen({ screen: { decided, consequences }, view }: EndScreenProps) {
	return (
		<>
			<h1 className="visa-heading">Det här är beslutat</h1>
			{decided.length === 0 && <p>Inget är beslutat{view.isOpen ? " än" : ""}.</p>}
			{decided.map(({ key, number, title, outcome, beslut, nya }) => (
				<section key={key} className="visa-section">
					<h2>
						<span className="visa-quiet">{number}</span> {title}
					</h2>
					{outcome && <p>{outcome}</p>}
					{beslut.length > 0 && <BeslutList beslut={beslut} />}
					<NyaAtgarder nya={nya} level={3} />
				</section>
			))}
			{view.whyNot && decided.length === 0 && <p className="visa-quiet">{view.whyNot}</p>}
			{view.canDecide && <CloseMoteForm version={view.version} consequences={consequences} />}
		</>
	);
}
