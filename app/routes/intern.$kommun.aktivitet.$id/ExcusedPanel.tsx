import { IntentForm } from "#app/features/IntentForm.tsx";
import { SelectField, TextField } from "#app/ui/Field.tsx";

export interface ExcusedView {
	measureId: number;
	excused: { id: number; label: string; reason: string }[];
	/** Expected tillfällen of the period that are neither done nor inställda: the latest missed first, then those to come. */
	open: { slotKey: string; label: string }[];
}

/** Inställda tillfällen: shown with their reason, neither done nor missed. */
export function ExcusedPanel({ view, canLog }: { view: ExcusedView; canLog: boolean }) {
	if (view.excused.length === 0 && (!canLog || view.open.length === 0)) return null;
	return (
		<section className="aktivitet__panel">
			<h3 className="aktivitet__panel-title">Inställda tillfällen</h3>
			{view.excused.length === 0 && <p className="muted">Inga i den här perioden.</p>}
			<ul className="aktivitet__lines">
				{view.excused.map((slot) => (
					<li key={slot.id} className="aktivitet__line">
						<span>
							<strong>{slot.label}</strong>: {slot.reason}
						</span>
						{canLog && (
							<IntentForm
								intent="revokeExcusedSlot"
								hidden={{ excusedSlotId: slot.id }}
								submitVariant="tertiary"
								submit={
									<>
										Ta tillbaka<span className="visually-hidden">: {slot.label} inställt</span>
									</>
								}
							/>
						)}
					</li>
				))}
			</ul>
			{canLog && view.open.length > 0 && (
				<IntentForm
					intent="excuseSlot"
					hidden={{ measureId: view.measureId }}
					submit="Markera som inställt"
					disclosure="Markera ett tillfälle som inställt"
				>
					{(refused) => (
						<>
							<SelectField
								{...refused.field("slotKey")}
								label="Tillfälle"
								options={view.open.map((slot) => ({ value: slot.slotKey, label: slot.label }))}
							/>
							<TextField
								{...refused.field("reason")}
								label="Orsak"
								hint="Till exempel: röd dag, inga deltagare, larm. Inga personuppgifter."
								maxLength={200}
							/>
						</>
					)}
				</IntentForm>
			)}
		</section>
	);
}
