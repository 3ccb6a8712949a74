import { type FormEvent, useRef } from "react";
import { RAPPORT_PART_NAME, type RapportPart, type RapportStep } from "#app/domain/rapport.ts";
import { IntentForm } from "#app/features/IntentForm.tsx";
import type { MissingText } from "#app/rapport/missingTexts.ts";
import { ButtonLink } from "#app/ui/Button.tsx";
import { TextArea } from "#app/ui/Field.tsx";
import { useWhenSaved } from "./unsavedTexts.tsx";

export interface StepFormsProps {
	steps: readonly RapportStep[];
	/** 0 while nobody has begun the report. */
	rapportId: number;
	version: number;
	dokumentId: number;
	signTo: string;
	/** "2018-10-16 14:00"; null when it is not published. */
	recallUntil: string | null;
	missing: readonly { part: RapportPart; missing: readonly MissingText[] }[];
}

/** What the reader can do with the report now: the way on first, the ways back folded. */
export function StepForms(props: StepFormsProps) {
	const { steps, rapportId, version, signTo, recallUntil } = props;
	const seen = { rapportId, version };
	const can = (step: RapportStep) => steps.includes(step);
	return (
		<div className="rapport-steps">
			{can("markPolisKlar") && <MarkKlar {...props} part="polis" />}
			{can("markKommunKlar") && <MarkKlar {...props} part="kommun" />}
			{can("reviewRapport") && (
				<IntentForm intent="reviewRapport" hidden={seen} submit="Markera som granskad" submitVariant="primary" />
			)}
			{can("signRapport") && (
				<ButtonLink to={signTo} icon="check">
					Läs igenom och signera
				</ButtonLink>
			)}
			{can("giveSynpunkt") && (
				<a href="#synpunkter" className="ds-button" data-variant="secondary">
					Lämna en synpunkt
				</a>
			)}
			{can("publishRapport") && (
				<div className="rapport-step">
					<p>Dagar, veckor, namn och synpunkter publiceras inte.</p>
					<IntentForm intent="publishRapport" hidden={seen} submit="Publicera" submitVariant="primary" />
				</div>
			)}
			{can("unmarkPolisKlar") && <UnmarkKlar {...seen} part="polis" />}
			{can("unmarkKommunKlar") && <UnmarkKlar {...seen} part="kommun" />}
			{can("returnRapport") && (
				<IntentForm
					intent="returnRapport"
					hidden={seen}
					submit="Återlämna rapporten"
					disclosure="Återlämna till utkast"
				>
					{(refused) => (
						<TextArea
							{...refused.field("reason")}
							label="Orsak"
							hint="Vad behöver ändras? Båda klarmarkeringarna tas bort, och texterna kan skrivas om."
							maxLength={1000}
						/>
					)}
				</IntentForm>
			)}
			{can("recallRapport") && (
				<IntentForm
					intent="recallRapport"
					hidden={seen}
					submit="Återkalla publiceringen"
					submitVariant="danger"
					disclosure={`Återkalla publiceringen (går till ${recallUntil})`}
				>
					{() => <p>Allmänheten kan då inte läsa rapporten. Den är fortfarande signerad och kan publiceras igen.</p>}
				</IntentForm>
			)}
			{can("beginRattelse") && (
				<IntentForm
					intent="beginRattelse"
					hidden={seen}
					submit="Påbörja en ny version"
					disclosure="Rätta i en ny version"
				>
					{(refused) => (
						<TextArea
							{...refused.field("reason")}
							label="Orsak"
							hint="Varför behövs en rättelse? Orsaken publiceras. Den signerade versionen finns kvar som den är."
							maxLength={1000}
						/>
					)}
				</IntentForm>
			)}
		</div>
	);
}

function MarkKlar({ part, missing, dokumentId, version }: StepFormsProps & { part: RapportPart }) {
	const frame = useRef<HTMLDivElement>(null);
	const { isWaiting, start } = useWhenSaved(() => frame.current?.querySelector("form")?.requestSubmit());
	const lacking = missing.find((one) => one.part === part)?.missing ?? [];
	const whose = `${RAPPORT_PART_NAME[part].toLowerCase()}s`;

	/** What is typed goes first: once the part is klar it could not be saved any more. */
	function saveFirst(event: FormEvent) {
		if (start()) event.preventDefault();
	}

	return (
		<div className="rapport-step" ref={frame} onSubmitCapture={saveFirst}>
			{lacking.length > 0 && (
				<div className="rapport-step__reminder">
					<p>
						{lacking.length === 1 ? "En avvikelse saknar" : `${lacking.length} avvikelser saknar`} orsak eller ny plan:
					</p>
					<ul>
						{lacking.map(({ aktivitetId, name, lacks }) => (
							<li key={aktivitetId}>
								<a href={`#text-${part}-${aktivitetId}`}>{name}</a> ({lacks})
							</li>
						))}
					</ul>
				</div>
			)}
			<IntentForm
				intent="markKlar"
				hidden={{ dokumentId, version, part }}
				submit={`Markera ${whose} del som klar`}
				submitVariant="primary"
			/>
			<p role="status" className="muted">
				{isWaiting && "Sparar texterna först …"}
			</p>
		</div>
	);
}

function UnmarkKlar({ part, rapportId, version }: { part: RapportPart; rapportId: number; version: number }) {
	return (
		<IntentForm
			intent="unmarkKlar"
			hidden={{ rapportId, version, part }}
			submit={`Ta tillbaka ${RAPPORT_PART_NAME[part].toLowerCase()}s klarmarkering`}
		/>
	);
}
