import { Link } from "@remix-run/react";
import { IntentForm, type Refused } from "#app/features/IntentForm.tsx";
import { DataTable } from "#app/ui/DataTable.tsx";
import { Disclosure } from "#app/ui/Disclosure.tsx";
import { Choices } from "#app/ui/Field.tsx";
import { RegistrationTable } from "./RegistrationTable.tsx";
import type { RowsPart } from "./rowsPart.server.ts";

interface QuestionsFormProps {
	rows: RowsPart;
	version: number;
	uploadTo: string;
	faultsTo: string;
}

/** What cannot be known from the file: each question with what it is about, answered by people. */
export function QuestionsForm({ rows, version, uploadTo, faultsTo }: QuestionsFormProps) {
	const { faulty, likeExisting, late, isReady } = rows;
	if (!likeExisting && !late && !faulty) return null;
	return (
		<div className="import-wide">
			<IntentForm
				intent="answer"
				hidden={{ version }}
				submit={isReady ? "Ändra svaren" : "Spara svaren"}
				submitVariant={isReady ? "secondary" : "primary"}
			>
				{(refused) => (
					<>
						{faulty && <FaultyQuestion faulty={faulty} refused={refused} uploadTo={uploadTo} faultsTo={faultsTo} />}
						{likeExisting && <LikeExistingQuestion likeExisting={likeExisting} refused={refused} />}
						{late && (
							<div className="import-question">
								<Choices
									{...choice(refused, "takesLate")}
									legend={late.legend}
									hint="De kan tas med som efterregistrerade och ändrar inte rapporten."
									defaultValues={answered(late.answer)}
									options={[
										{ value: "ja", label: "Ta med dem som efterregistrerade" },
										{ value: "nej", label: "Lämna dem utanför" },
									]}
								/>
							</div>
						)}
					</>
				)}
			</IntentForm>
		</div>
	);
}

interface FaultyQuestionProps {
	faulty: NonNullable<RowsPart["faulty"]>;
	refused: Refused;
	uploadTo: string;
	faultsTo: string;
}

function FaultyQuestion({ faulty, refused, uploadTo, faultsTo }: FaultyQuestionProps) {
	const { legend, leaveOut, answer, summary } = faulty;
	const table = <FaultTable faulty={faulty} />;
	return (
		<div className="import-question">
			{summary === null ? table : <Disclosure summary={summary}>{table}</Disclosure>}
			<p>
				<a href={faultsTo} download>
					Hämta raderna med fel (.csv)
				</a>
			</p>
			<Choices
				{...choice(refused, "leavesOutFaulty")}
				legend={legend}
				hint={
					<>
						Rätta dem i filen och <Link to={uploadTo}>välj den igen</Link>, eller lämna dem utanför. Det som redan är
						importerat kommer inte in en gång till.
					</>
				}
				defaultValues={answered(answer)}
				options={[
					{ value: "ja", label: leaveOut },
					...(answer ? [{ value: "nej", label: "Nej, jag rättar filen först" }] : []),
				]}
			/>
		</div>
	);
}

function FaultTable({ faulty: { caption, rows } }: { faulty: NonNullable<RowsPart["faulty"]> }) {
	return (
		<DataTable
			caption={caption}
			rowHeaders
			onPhone="stack"
			columns={[{ label: "Rad i filen" }, { label: "Det som är fel" }]}
			rows={rows.map(({ number, faults }) => [
				number,
				<div key="faults" className="import-faults">
					{faults.map((fault) => (
						<p key={fault}>{fault}</p>
					))}
				</div>,
			])}
		/>
	);
}

interface LikeExistingQuestionProps {
	likeExisting: NonNullable<RowsPart["likeExisting"]>;
	refused: Refused;
}

function LikeExistingQuestion({ likeExisting, refused }: LikeExistingQuestionProps) {
	const { legend, answer, examples } = likeExisting;
	return (
		<div className="import-question">
			<Choices
				{...choice(refused, "takesLikeExisting")}
				legend={legend}
				hint="Samma dag, mått och plats finns redan i loggen."
				defaultValues={answered(answer)}
				options={[
					{ value: "nej", label: "Lämna dem utanför: det är samma aktiviteter" },
					{ value: "ja", label: "Ta med dem: det är fler aktiviteter samma dag" },
				]}
			/>
			<Disclosure summary="Se vilka">
				<RegistrationTable caption="De första som liknar" registrations={examples} />
			</Disclosure>
		</div>
	);
}

function choice(refused: Refused, name: string) {
	const { id, error } = refused.field(name);
	return { id, name, type: "radio" as const, ...(error !== undefined && { error }) };
}

function answered(answer: boolean | null): string[] {
	if (answer === null) return [];
	return [answer ? "ja" : "nej"];
}
