import { PUNKT_OUTCOME_WORD, PUNKT_OUTCOMES } from "#app/domain/mote.ts";
import { IntentForm } from "#app/features/IntentForm.tsx";
import { Choices, TextArea } from "#app/ui/Field.tsx";
import type { PunktView } from "./punktView.ts";
import { SavedNow } from "./SavedNow.tsx";
import { useFocusWhenTaken } from "./useFocusWhenTaken.ts";
import { useWriting } from "./useWriting.ts";
import { RECEIPT } from "./writing.ts";

/** What was said under an item, and of a report whether it has been reviewed. */
export function NoteForm({ punkt, isFolded }: { punkt: PunktView; isFolded: boolean }) {
	const { key, version, kind, anteckning, outcomeChoice, fresh } = punkt;
	const { token, seen, onInput } = useWriting(`note-${key}`, { fresh, saved: { version, anteckning, outcomeChoice } });
	const frame = useFocusWhenTaken(token);
	const isRapport = kind === "rapport";
	return (
		<div onInput={onInput} ref={frame} tabIndex={-1} className="mote-form">
			<IntentForm
				key={token}
				intent="notePunkt"
				hidden={{ key, version: seen.version }}
				submit={isRapport ? "Spara utfall och anteckning" : "Spara anteckningen"}
				disclosure={isFolded && summaryOf(punkt)}
			>
				{(refused) => (
					<>
						<input type="hidden" name={RECEIPT.field} value={token} />
						{isRapport && (
							<Choices
								id={refused.fieldId("outcome")}
								name="outcome"
								type="radio"
								legend="Rapporten är"
								hint="Det som är granskat markeras så i rapporten när mötet avslutas."
								error={refused.error("outcome")}
								direction="row"
								options={[
									...PUNKT_OUTCOMES.map((value) => ({ value, label: PUNKT_OUTCOME_WORD[value] })),
									{ value: "", label: "Inte avgjort" },
								]}
								defaultValues={[refused.value("outcome", seen.outcomeChoice ?? "")]}
							/>
						)}
						<TextArea
							{...refused.field("anteckning", seen.anteckning)}
							label="Anteckning"
							isOptional
							hint="Det som sades och ska stå i protokollet. Inga personuppgifter."
							rows={isFolded ? 3 : 2}
							maxLength={4000}
						/>
						<SavedNow typed={refused.value("anteckning", anteckning)} saved={anteckning} />
					</>
				)}
			</IntentForm>
		</div>
	);
}

function summaryOf({ kind, anteckning }: PunktView): string {
	if (kind === "rapport") return "Utfall och anteckning";
	return anteckning === "" ? "Skriv en anteckning" : "Ändra anteckningen";
}
