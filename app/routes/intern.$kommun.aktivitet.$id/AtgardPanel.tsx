import { ExampleTag } from "#app/features/ExampleTag.tsx";
import { IntentForm } from "#app/features/IntentForm.tsx";
import { SelectField, TextField } from "#app/ui/Field.tsx";
import { Heading } from "#app/ui/Heading.tsx";
import { Tag } from "#app/ui/Tag.tsx";

export interface AtgardView {
	id: number;
	version: number;
	title: string;
	owner: string;
	decidedOn: string;
	/** "klar 2 maj 2018", "skulle vara klar 1 juni 2018", "klar senast 1 december 2018", null without a due date. */
	dueText: string | null;
	doneNote: string | null;
	isDone: boolean;
	isOverdue: boolean;
	isExample: boolean;
}

interface AtgardPanelProps {
	atgarder: AtgardView[];
	owners: { value: string; label: string }[];
	today: string;
	canHandle: boolean;
}

/** What was decided gets done: the åtgärder of the aktivitet, to decide, close and reopen. */
export function AtgardPanel({ atgarder, owners, today, canHandle }: AtgardPanelProps) {
	const openFirst = [...atgarder].sort((a, b) => Number(a.isDone) - Number(b.isDone));
	return (
		<section className="aktivitet__section" id="atgarder">
			<Heading level={2} size="md">
				Åtgärderna en för en
			</Heading>
			{atgarder.length === 0 && <p className="muted">Inga åtgärder är beslutade än.</p>}
			<ul className="aktivitet__lines">
				{openFirst.map((atgard) => (
					<AtgardLine key={atgard.id} atgard={atgard} today={today} canHandle={canHandle} />
				))}
			</ul>
			{canHandle && (
				<IntentForm
					intent="decideAtgard"
					hidden={{}}
					submit="Lägg till åtgärden"
					disclosure="Lägg till en beslutad åtgärd"
				>
					{(refused) => (
						<>
							<TextField
								{...refused.field("title")}
								label="Åtgärd"
								hint="Till exempel: röj sly vid gångvägen. Inga personuppgifter."
								maxLength={200}
							/>
							<SelectField {...refused.field("owner", "kommun")} label="Ansvarig" options={owners} />
							<TextField
								{...refused.field("decidedOn", today)}
								label="Beslutad"
								hint="Till exempel 2018-09-30 eller 30 september"
							/>
							<TextField {...refused.field("dueOn")} label="Klar senast" isOptional hint="Till exempel 2018-12-01" />
						</>
					)}
				</IntentForm>
			)}
		</section>
	);
}

function AtgardLine({ atgard, today, canHandle }: { atgard: AtgardView; today: string; canHandle: boolean }) {
	const { title, owner, dueText, decidedOn, doneNote, isDone, isOverdue, isExample } = atgard;
	return (
		<li className="aktivitet__line aktivitet__line--marked">
			<span className="measure-glyph" data-state={isDone ? "done" : "missed"} aria-hidden="true">
				{isDone ? "■" : "□"}
			</span>
			<div className="aktivitet__line-text">
				<span className="visually-hidden">{isDone ? "Utförd: " : "Inte utförd: "}</span>
				<strong>{title}</strong> {isOverdue && <Tag tone="warning">försenad</Tag>} {isExample && <ExampleTag />}
				<p className="aktivitet__meta">
					{owner}. Beslutad {decidedOn}
					{dueText && `, ${dueText}`}.{doneNote && ` ${doneNote}`}
				</p>
			</div>
			{canHandle && (
				<div className="aktivitet__line-actions">
					{isDone ? <ReopenForm atgard={atgard} /> : <CompleteForm atgard={atgard} today={today} />}
					<MakuleraForm atgard={atgard} />
				</div>
			)}
		</li>
	);
}

function ReopenForm({ atgard }: { atgard: AtgardView }) {
	return (
		<IntentForm
			intent="reopenAtgard"
			hidden={{ atgardId: atgard.id, version: atgard.version }}
			submit={
				<>
					Öppna igen<span className="visually-hidden">: {atgard.title}</span>
				</>
			}
			submitVariant="tertiary"
		/>
	);
}

function CompleteForm({ atgard, today }: { atgard: AtgardView; today: string }) {
	return (
		<IntentForm
			intent="completeAtgard"
			hidden={{ atgardId: atgard.id, version: atgard.version }}
			submit="Spara som klar"
			disclosure="Markera som klar"
		>
			{(refused) => (
				<>
					<TextField
						{...refused.field("doneOn", today)}
						label="Klar den"
						hint="Till exempel 2018-09-30, 30 september eller i går"
					/>
					<TextField {...refused.field("doneNote")} label="Anteckning" isOptional maxLength={200} />
				</>
			)}
		</IntentForm>
	);
}

function MakuleraForm({ atgard }: { atgard: AtgardView }) {
	return (
		<IntentForm
			intent="makuleraAtgard"
			hidden={{ atgardId: atgard.id, version: atgard.version }}
			submit="Makulera åtgärden"
			submitVariant="danger"
			disclosure="Makulera"
		>
			{(refused) => (
				<TextField
					{...refused.field("reason")}
					label="Orsak"
					hint="Till exempel: dubblett, fattades inte som beslut. Inga personuppgifter."
					maxLength={200}
				/>
			)}
		</IntentForm>
	);
}
