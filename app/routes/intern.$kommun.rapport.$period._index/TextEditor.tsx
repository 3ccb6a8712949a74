import { Form, useLocation } from "@remix-run/react";
import { type FormEvent, useMemo, useRef, useState } from "react";
import { errorOf, type FormRefusal, typedIn } from "#app/domain/formRefusal.ts";
import { OPENED_BY } from "#app/domain/openedBy.ts";
import { RAPPORT_PART_NAME, type RapportPart } from "#app/domain/rapport.ts";
import { RAPPORT_TEXT_LABEL } from "#app/domain/rapportText.ts";
import { formatInstant } from "#app/features/formatInstant.ts";
import { Paragraphs } from "#app/features/rapport/Paragraphs.tsx";
import type { RapportAktivitet } from "#app/rapport/content.ts";
import { mentionsDay } from "#app/rapport/mentionsDay.ts";
import { Alert } from "#app/ui/Alert.tsx";
import { Button } from "#app/ui/Button.tsx";
import { ErrorSummary } from "#app/ui/ErrorSummary.tsx";
import { TextArea } from "#app/ui/Field.tsx";
import { TextConflictPanel } from "./TextConflictPanel.tsx";
import { fieldsOf, type SavedText, type TextConflict } from "./textPlaces.ts";
import { type DraftState, useTextDraft } from "./useTextDraft.ts";
import "./textEditor.css";

interface TextEditorProps {
	part: RapportPart;
	aktivitet: RapportAktivitet | null;
	dokumentId: number;
	/** The reader. */
	personId: number;
	saved: SavedText;
	/** Names the report and the person, for the copy in the browser. */
	draftPrefix: string;
	/** What the action answered this very form, when it was posted without JavaScript. */
	refusal: FormRefusal | undefined;
	conflict: TextConflict | undefined;
}

/** A part's own text about an aktivitet or the whole. A plain form; with JavaScript it saves itself. */
export function TextEditor(props: TextEditorProps) {
	const { part, aktivitet, dokumentId, personId, saved, draftPrefix, refusal, conflict } = props;
	const { pathname, search } = useLocation();
	const formRef = useRef<HTMLFormElement>(null);
	const fields = fieldsOf(aktivitet, saved.texts);
	const joined = fields.map(({ name }) => name).join(" ");
	// biome-ignore lint/correctness/useExhaustiveDependencies: the same names are the same list
	const names = useMemo(() => fields.map(({ name }) => name), [joined]);
	const place = aktivitet ? String(aktivitet.id) : "helheten";
	const draft = useTextDraft({ draftKey: `${draftPrefix}:${part}:${place}`, formRef, names, saved, conflict });
	const [isDayNamed, setDayNamed] = useState(() => names.some((name) => mentionsDay(saved.texts[name] ?? "")));
	const formId = `text-${part}-${place}`;
	const inConflict = draft.state.is === "conflict" ? draft.state.conflict : undefined;

	function onInput() {
		draft.onInput();
		setDayNamed(Object.values(draft.typed()).some(mentionsDay));
	}

	function onSubmit(event: FormEvent) {
		event.preventDefault();
		if (inConflict) draft.keepMine(inConflict);
		else draft.save();
	}

	return (
		<Form
			method="post"
			ref={formRef}
			id={formId}
			className="text-editor"
			aria-label={`${RAPPORT_PART_NAME[part]}s text om ${aktivitet?.aktivitetstyp ?? "helheten"}`}
			onInput={onInput}
			onBlur={() => draft.save()}
			onSubmit={onSubmit}
		>
			<ErrorSummary
				answer={refusal}
				errors={(refusal?.errors ?? []).map(({ field, message }) => ({
					fieldId: field && `${formId}-${field}`,
					message,
				}))}
			/>
			{draft.restoredAt && (
				<Alert tone="info" role="status" title="Text som inte hann sparas är tillbaka">
					Den skrevs {formatInstant(draft.restoredAt)} i den här webbläsaren.
				</Alert>
			)}
			{inConflict && <TextConflictPanel conflict={inConflict} names={names} />}
			<input type="hidden" name="intent" value="saveRapportText" />
			<input type="hidden" name={OPENED_BY} value={personId} />
			<input type="hidden" name="dokumentId" value={dokumentId} />
			<input type="hidden" name="part" value={part} />
			<input type="hidden" name="aktivitetId" value={aktivitet?.id ?? ""} />
			<input type="hidden" name="version" value={inConflict?.version ?? saved.version} />
			{fields.map(({ name, label, hint, rows }) => (
				<div key={name}>
					<TextArea
						id={`${formId}-${name}`}
						name={name}
						label={inConflict ? `${label}: din text` : label}
						hint={hint}
						rows={rows}
						maxLength={4000}
						defaultValue={typedIn(refusal, name) ?? saved.texts[name] ?? ""}
						error={errorOf(refusal, name)}
					/>
					<div className="text-editor__print">
						<p className="text-editor__print-label">{RAPPORT_TEXT_LABEL[name]}</p>
						<Paragraphs text={saved.texts[name] ?? ""} empty="Inget är skrivet." />
					</div>
				</div>
			))}
			{isDayNamed && (
				<p className="text-editor__warning">
					Texten verkar nämna en dag eller ett klockslag. Den publiceras: skriv hellre ”i slutet av perioden”.
				</p>
			)}
			<div className="text-editor__foot">
				<Button variant={inConflict ? "primary" : "secondary"}>{inConflict ? "Spara min text" : "Spara"}</Button>
				{inConflict && (
					<TakeOther
						to={pathname + search}
						onTake={() => {
							draft.takeOther(inConflict);
							setDayNamed(Object.values(inConflict.texts).some(mentionsDay));
						}}
					/>
				)}
				{!inConflict && <StateLine state={draft.state} />}
			</div>
		</Form>
	);
}

/** A plain link without JavaScript: the page as it is saved. */
function TakeOther({ to, onTake }: { to: string; onTake: () => void }) {
	return (
		<a
			href={to}
			className="ds-button"
			data-variant="secondary"
			onClick={(event) => {
				event.preventDefault();
				onTake();
			}}
		>
			Behåll det som är sparat
		</a>
	);
}

/** Says quietly how it stands; only what somebody must know is read aloud. */
function StateLine({ state }: { state: DraftState }) {
	return (
		<>
			<p className="text-editor__state">
				{state.is === "saving" && "Sparas …"}
				{state.is === "typing" && "Inte sparat än"}
				{state.is === "saved" && state.at && `Sparat ${state.at}`}
			</p>
			<p role="status" className="text-editor__state text-editor__state--failed">
				{state.is === "unsaved" && state.message}
			</p>
		</>
	);
}
