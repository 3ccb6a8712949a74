import { Link } from "@remix-run/react";
import { listOf } from "#app/domain/format.ts";
import { IntentForm } from "#app/features/IntentForm.tsx";
import { useFocusWhenTaken } from "#app/features/mote/useFocusWhenTaken.ts";
import { Named } from "#app/features/Named.tsx";
import { fragaAnchor } from "#app/features/utkast/anchors.ts";
import { PlaceFields } from "#app/features/utkast/PlaceFields.tsx";
import { Disclosure } from "#app/ui/Disclosure.tsx";
import { TextArea } from "#app/ui/Field.tsx";
import { Tag } from "#app/ui/Tag.tsx";
import { AnswerFields } from "./AnswerFields.tsx";
import type { FragaCard } from "./reviewView.ts";

interface FragaItemProps {
	fraga: FragaCard;
	/** Where all fields of its aktivitet are; null: it is about the whole. */
	editTo: string | null;
	version: number;
}

/** A question with its quotation: a press for each ready-made answer, fields where a value is to be filled in, or own words. */
export function FragaItem({ fraga, editTo, version }: FragaItemProps) {
	const { key, question, quotation, answer, isNeeded } = fraga;
	const frame = useFocusWhenTaken(answer === null ? "open" : "answered");
	return (
		<div
			id={fragaAnchor(key)}
			className="utkast-fraga"
			data-state={answer === null ? "open" : "answered"}
			ref={frame}
			tabIndex={-1}
		>
			<p className="utkast-fraga__question">
				{question}{" "}
				{answer === null && (
					<Tag tone={isNeeded ? "warning" : "neutral"}>{isNeeded ? "behöver svar" : "kan vänta"}</Tag>
				)}
			</p>
			{quotation && <blockquote className="utkast-fraga__quotation">”{quotation}”</blockquote>}
			{answer === null ? (
				<Answers fraga={fraga} editTo={editTo} version={version} />
			) : (
				<div className="utkast-fraga__answered">
					<p>
						<strong>Svar:</strong> {answer}
					</p>
					<IntentForm
						intent="reopenFraga"
						hidden={{ fragaKey: key, version }}
						submit={<Named name={question}>Ändra svaret</Named>}
						submitVariant="tertiary"
					/>
				</div>
			)}
		</div>
	);
}

function Answers({ fraga, editTo, version }: FragaItemProps) {
	const { key, question, choices, fields } = fraga;
	const row = { fragaKey: key, version };
	const isUnlisted = fields?.about === "places" && fields.unlisted.length > 0;
	const isInWordsOnly = choices.length === 0 && fields === null;
	return (
		<>
			{choices.length > 0 && (
				<div className="utkast-fraga__choices">
					{choices.map((label, choice) => (
						<IntentForm key={label} intent="answerFraga" hidden={{ ...row, how: "choice", choice }} submit={label} />
					))}
				</div>
			)}
			{fields?.about === "places" && <PlacesAtOnce fields={fields} row={row} />}
			{fields && (
				<IntentForm
					intent="answerFraga"
					hidden={{ ...row, how: "fields" }}
					submit="Spara svaret"
					disclosure={
						choices.length > 0 || isUnlisted ? <Named name={question}>{OTHER_ANSWER[fields.about]}</Named> : undefined
					}
				>
					{(refused) =>
						fields.about === "places" ? (
							<PlaceFields refused={refused} {...fields} />
						) : (
							<AnswerFields refused={refused} fields={fields} />
						)
					}
				</IntentForm>
			)}
			{isInWordsOnly && editTo && (
				<p>
					<Link to={editTo}>Fyll i hur den följs</Link>, eller svara med egna ord om det inte går att säga än.
				</p>
			)}
			<Disclosure
				summary={<Named name={question}>{isInWordsOnly ? "Svara" : "Svara med egna ord, eller stryk frågan"}</Named>}
			>
				<div className="utkast-fraga__words">
					<IntentForm intent="answerFraga" hidden={{ ...row, how: "words" }} submit="Spara svaret">
						{(refused) => (
							<TextArea
								{...refused.field("answer")}
								label="Svar"
								hint="Svaret sparas bredvid citatet. Hur aktiviteten räknas ändras inte. Inga personuppgifter."
								rows={2}
								maxLength={500}
							/>
						)}
					</IntentForm>
					<IntentForm
						intent="strikeFraga"
						hidden={row}
						submit={<Named name={question}>Stryk frågan: texten är tydlig</Named>}
						submitVariant="tertiary"
					/>
				</div>
			</Disclosure>
		</>
	);
}

const OTHER_ANSWER = {
	responsible: "Någon annan ansvarar",
	minimum: "Ett annat antal",
	weekdays: "Andra dagar",
	places: "Välj platser",
	period: "Skriv datumen",
	signedOn: "Skriv datumet",
} as const;

/** Places chosen in one press: those that the text names, which are put on the kommun's list, or the whole list. */
function PlacesAtOnce({
	fields: { platser, chosen, unlisted },
	row,
}: {
	fields: Extract<FragaCard["fields"], { about: "places" }>;
	row: { fragaKey: string; version: number };
}) {
	return (
		<div className="utkast-fraga__choices">
			{unlisted.length > 0 && (
				<IntentForm
					intent="answerFraga"
					hidden={{ ...row, how: "fields", names: unlisted.join("\n"), at: "once" }}
					submit={`Lägg till ${listOf(unlisted)} på kommunens lista`}
				>
					{() => <PlatsIds ids={chosen} />}
				</IntentForm>
			)}
			{platser.length > 1 && (
				<IntentForm
					intent="answerFraga"
					hidden={{ ...row, how: "fields", names: "", at: "once" }}
					submit={`Alla ${platser.length} på kommunens lista`}
				>
					{() => <PlatsIds ids={platser.map(({ id }) => id)} />}
				</IntentForm>
			)}
		</div>
	);
}

function PlatsIds({ ids }: { ids: readonly number[] }) {
	return ids.map((id) => <input key={id} type="hidden" name="platsIds" value={id} />);
}
