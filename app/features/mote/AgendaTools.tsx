import { IntentForm } from "#app/features/IntentForm.tsx";
import { Named } from "#app/features/Named.tsx";
import { TextArea, TextField } from "#app/ui/Field.tsx";
import { SavedNow } from "./SavedNow.tsx";
import { useWriting } from "./useWriting.ts";
import { RECEIPT, uuidOf } from "./writing.ts";
import "./moteForms.css";

/** An item as its own words are edited. */
export interface EditablePunkt {
	key: string;
	version: number;
	title: string;
	/** One paragraph a line. */
	text: string;
	isFirst: boolean;
	isLast: boolean;
	/** Something has been recorded under it, so it stays on the agenda. */
	isRecorded: boolean;
	fresh: string;
}

/** What changes the agenda: an item's words, its place, and whether it is taken up. */
export function AgendaTools({ punkt }: { punkt: EditablePunkt }) {
	const { key, title, isFirst, isLast, isRecorded } = punkt;
	return (
		<div className="mote-tools">
			<EditPunkt punkt={punkt} />
			{!isFirst && <Move punktKey={key} direction="up" name={title} />}
			{!isLast && <Move punktKey={key} direction="down" name={title} />}
			{!isRecorded && (
				<IntentForm
					intent="removePunkt"
					hidden={{ key }}
					submit={<Named name={title}>Ta bort</Named>}
					submitVariant="tertiary"
				/>
			)}
		</div>
	);
}

function EditPunkt({ punkt: { key, version, title, text, fresh } }: { punkt: EditablePunkt }) {
	const { token, seen, onInput } = useWriting(`punkt-${key}`, { fresh, saved: { version, title, text } });
	return (
		<div onInput={onInput} className="mote-tools__edit">
			<IntentForm
				key={token}
				intent="editPunkt"
				hidden={{ key, version: seen.version }}
				submit="Spara punkten"
				disclosure={<Named name={title}>Ändra</Named>}
			>
				{(refused) => (
					<>
						<input type="hidden" name={RECEIPT.field} value={token} />
						<TextField {...refused.field("title", seen.title)} label="Rubrik" maxLength={200} />
						<TextArea
							{...refused.field("lines", seen.text)}
							label="Text"
							isOptional
							hint="Ett stycke på varje rad. Texten skrivs inte längre av appen när du har ändrat den."
							rows={5}
							maxLength={4000}
						/>
						<SavedNow typed={refused.value("lines", text)} saved={text} />
					</>
				)}
			</IntentForm>
		</div>
	);
}

function Move({ punktKey, direction, name }: { punktKey: string; direction: "up" | "down"; name: string }) {
	return (
		<IntentForm
			intent="movePunkt"
			hidden={{ key: punktKey, direction }}
			submit={<Named name={name}>{direction === "up" ? "Flytta upp" : "Flytta ned"}</Named>}
			submitVariant="tertiary"
		/>
	);
}

/** An item of one's own, last on the agenda. */
export function AddPunkt({ fresh }: { fresh: string }) {
	const { token, onInput } = useWriting("ny-punkt", { fresh, saved: { version: 0 } });
	return (
		<div onInput={onInput}>
			<IntentForm
				key={token}
				intent="addPunkt"
				hidden={{}}
				submit="Lägg till punkten"
				disclosure="Lägg till en egen punkt"
			>
				{(refused) => (
					<>
						<input type="hidden" name="uuid" value={refused.value("uuid", uuidOf(token))} />
						<input type="hidden" name={RECEIPT.field} value={token} />
						<TextField {...refused.field("title")} label="Rubrik" maxLength={200} />
						<TextArea
							{...refused.field("lines")}
							label="Text"
							isOptional
							hint="Vad rådet ska ta ställning till. Ett stycke på varje rad. Inga personuppgifter."
							rows={4}
							maxLength={4000}
						/>
					</>
				)}
			</IntentForm>
		</div>
	);
}
