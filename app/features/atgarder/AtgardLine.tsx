import { Link } from "@remix-run/react";
import type { ReactNode } from "react";
import { ExampleTag } from "#app/features/ExampleTag.tsx";
import { IntentForm } from "#app/features/IntentForm.tsx";
import { Named } from "#app/features/Named.tsx";
import { TextField } from "#app/ui/Field.tsx";
import { Tag } from "#app/ui/Tag.tsx";
import type { AtgardPlace, AtgardView } from "./atgardView.ts";
import { CompleteAtgardForm } from "./CompleteAtgardForm.tsx";
import "./atgarder.css";

interface AtgardLineProps {
	atgard: AtgardView;
	today: string;
	canHandle: boolean;
	/** Where it belongs, on a page that shows more than one aktivitet. */
	aktivitet?: ReactNode;
	/** The other dokument that it is followed in, when one has replaced another. */
	places?: readonly AtgardPlace[];
}

/** One åtgärd of a list (`ul.atgarder`): what it is, how it stands, and the forms that close, reopen and take it out. */
export function AtgardLine({ atgard, today, canHandle, aktivitet, places = [] }: AtgardLineProps) {
	const { title, owner, dueText, overdueText, decidedOn, doneNote, isDone, isExample } = atgard;
	return (
		<li className="atgard" id={`atgard-${atgard.id}`}>
			<AtgardMark state={isDone ? "done" : overdueText ? "overdue" : "open"} />
			<div className="atgard__text">
				<p className="atgard__title">
					<span className="visually-hidden">{isDone ? "Utförd: " : "Inte utförd: "}</span>
					<strong>{title}</strong> {isExample && <ExampleTag />}
				</p>
				{overdueText && (
					<p className="atgard__late">
						<Tag tone="warning">{overdueText}</Tag>
					</p>
				)}
				<p className="atgard__meta">
					{owner}. Beslutad {decidedOn}
					{dueText && `, ${dueText}`}.
				</p>
				{doneNote && <p className="atgard__meta">”{doneNote}”</p>}
				{aktivitet && <p className="atgard__meta">{aktivitet}</p>}
				{places.map(({ words, title, to }) => (
					<p key={to} className="atgard__meta">
						{words} <Link to={to}>{title}</Link>
					</p>
				))}
			</div>
			{canHandle && (
				<div className="atgard__actions">
					{isDone ? <ReopenForm atgard={atgard} /> : <CompleteAtgardForm atgard={atgard} today={today} />}
					<MakuleraForm atgard={atgard} />
				</div>
			)}
		</li>
	);
}

/** The forms of {@link AtgardLine} that are on a page, for what was refused in one that has left it. */
export function formsOfAtgarder(atgarder: readonly { id: number; isDone: boolean }[]) {
	const field = "atgardId";
	const isOpen = ({ isDone }: { isDone: boolean }) => !isDone;
	return [
		{
			intent: "completeAtgard",
			field,
			rows: atgarder.filter(isOpen),
			typed: [
				{ field: "doneOn", label: "Klar den" },
				{ field: "doneNote", label: "Anteckning" },
			],
		},
		{ intent: "reopenAtgard", field, rows: atgarder.filter(({ isDone }) => isDone) },
		{ intent: "makuleraAtgard", field, rows: atgarder, typed: [{ field: "reason", label: "Orsak" }] },
	];
}

/** An empty square, a filled one as in the measure's chart, a triangle: told apart by shape. The words beside say the same. */
function AtgardMark({ state }: { state: "open" | "done" | "overdue" }) {
	return (
		<svg className="atgard__mark" data-state={state} viewBox="0 0 20 20" width="20" height="20" aria-hidden="true">
			{state === "overdue" ? <path d="M10 2.5 18.5 17.5H1.5Z M10 8v4.25M10 14.75v.25" /> : <path d="M3 3h14v14H3z" />}
		</svg>
	);
}

function ReopenForm({ atgard }: { atgard: AtgardView }) {
	return (
		<IntentForm
			intent="reopenAtgard"
			hidden={{ atgardId: atgard.id, version: atgard.version }}
			submit={<Named name={atgard.title}>Öppna igen</Named>}
			submitVariant="tertiary"
		/>
	);
}

function MakuleraForm({ atgard }: { atgard: AtgardView }) {
	return (
		<IntentForm
			intent="makuleraAtgard"
			hidden={{ atgardId: atgard.id, version: atgard.version }}
			submit="Makulera åtgärden"
			submitVariant="danger"
			disclosure={<Named name={atgard.title}>Makulera</Named>}
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
