import { IntentForm } from "#app/features/IntentForm.tsx";
import { Named } from "#app/features/Named.tsx";
import { TextArea } from "#app/ui/Field.tsx";
import type { PunktView } from "./punktView.ts";
import { SavedNow } from "./SavedNow.tsx";
import { useFocusWhenTaken } from "./useFocusWhenTaken.ts";
import { useWriting } from "./useWriting.ts";
import { RECEIPT, uuidOf } from "./writing.ts";

const MAX_BESLUT = 1000;

/** Notes a beslut under an item. Emptied when it has been noted, so that the next one can be written at once. */
export function BeslutForm({ punkt: { key, fresh }, isFolded }: { punkt: PunktView; isFolded: boolean }) {
	const { token, onInput } = useWriting(`beslut-${key}`, { fresh, saved: { version: 0 } });
	const frame = useFocusWhenTaken(token);
	return (
		<div onInput={onInput} ref={frame} tabIndex={-1} className="mote-form">
			<IntentForm
				key={token}
				intent="recordBeslut"
				hidden={{ key }}
				submit="Spara beslutet"
				submitVariant={isFolded ? "secondary" : "primary"}
				disclosure={isFolded && "Anteckna ett beslut"}
			>
				{(refused) => (
					<>
						<input type="hidden" name="uuid" value={refused.value("uuid", uuidOf(token))} />
						<input type="hidden" name={RECEIPT.field} value={token} />
						<TextArea
							{...refused.field("text")}
							label="Beslut"
							hint="Till exempel: Rådet beslutar att … Inga personuppgifter."
							rows={isFolded ? 3 : 2}
							maxLength={MAX_BESLUT}
						/>
					</>
				)}
			</IntentForm>
		</div>
	);
}

/** What has been decided under an item, each with what changes it or takes it back. */
export function WrittenBeslut({ punkt: { writtenBeslut, fresh } }: { punkt: PunktView }) {
	return (
		<ul className="mote-beslut">
			{writtenBeslut.map((beslut) => (
				<li key={beslut.id} className="mote-beslut__line">
					<p className="mote-beslut__text">
						<strong>{beslut.number}</strong> {beslut.text}
					</p>
					<div className="mote-beslut__forms">
						<ChangeBeslut beslut={beslut} fresh={fresh} />
						<IntentForm
							intent="withdrawBeslut"
							hidden={{ beslutId: beslut.id, version: beslut.version }}
							submit="Ta tillbaka beslutet"
							submitVariant="danger"
							disclosure={<Named name={beslut.number}>Ta tillbaka</Named>}
						>
							{() => <p>Beslutet står då inte i protokollet.</p>}
						</IntentForm>
					</div>
				</li>
			))}
		</ul>
	);
}

interface ChangeBeslutProps {
	beslut: PunktView["writtenBeslut"][number];
	fresh: string;
}

function ChangeBeslut({ beslut, fresh }: ChangeBeslutProps) {
	const { id, version, text, number } = beslut;
	const { token, seen, onInput } = useWriting(`change-${id}`, { fresh, saved: { version, text } });
	return (
		<div onInput={onInput}>
			<IntentForm
				key={token}
				intent="changeBeslut"
				hidden={{ beslutId: id, version: seen.version }}
				submit="Spara ändringen"
				disclosure={<Named name={number}>Ändra</Named>}
			>
				{(refused) => (
					<>
						<input type="hidden" name={RECEIPT.field} value={token} />
						<TextArea
							{...refused.field("text", seen.text)}
							label={`Beslut ${number}`}
							rows={3}
							maxLength={MAX_BESLUT}
						/>
						<SavedNow typed={refused.value("text", text)} saved={text} />
					</>
				)}
			</IntentForm>
		</div>
	);
}
