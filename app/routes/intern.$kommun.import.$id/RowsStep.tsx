import { IntentForm } from "#app/features/IntentForm.tsx";
import { Alert } from "#app/ui/Alert.tsx";
import { DataTable } from "#app/ui/DataTable.tsx";
import { Disclosure } from "#app/ui/Disclosure.tsx";
import { BigFigure } from "#app/ui/Figure.tsx";
import { Heading } from "#app/ui/Heading.tsx";
import { QuestionsForm } from "./QuestionsForm.tsx";
import { RegistrationTable } from "./RegistrationTable.tsx";
import type { RowsPart } from "./rowsPart.server.ts";
import { Step } from "./Step.tsx";

interface RowsStepProps {
	rows: RowsPart;
	version: number;
	number: number;
	/** Where another file is chosen. */
	uploadTo: string;
	/** All the faults as a file. */
	faultsTo: string;
}

/** What comes of the file: the sum first, then what has to be answered, then the one button. */
export function RowsStep({ rows, version, number, uploadTo, faultsTo }: RowsStepProps) {
	const { count, countLabel, tally, perMeasure, examples, isReady } = rows;
	const questions = <QuestionsForm rows={rows} version={version} uploadTo={uploadTo} faultsTo={faultsTo} />;
	const preview = examples.length > 0 && (
		<Disclosure summary="Se hur de första raderna blir">
			<RegistrationTable caption="De första registreringarna" registrations={examples} />
		</Disclosure>
	);
	return (
		<Step id="rader" number={number} title="Rader" waitsFor={waitsFor(rows)}>
			<div className="import-figures">
				<BigFigure value={count} label={countLabel} />
				<ul className="import-tally">
					{tally.map((line) => (
						<li key={line}>{line}</li>
					))}
				</ul>
			</div>
			{isReady ? (
				<>
					<MeasureTable perMeasure={perMeasure} />
					<ImportForm label={rows.importLabel} version={version} />
					{preview}
					{questions}
				</>
			) : (
				<>
					{questions}
					<MeasureTable perMeasure={perMeasure} />
					{preview}
					<Problems rows={rows} />
				</>
			)}
		</Step>
	);
}

function waitsFor({ isReady, isAsking }: RowsPart): string | null {
	if (isReady) return null;
	return isAsking ? "Behöver svar" : "Inget att importera";
}

function MeasureTable({ perMeasure }: Pick<RowsPart, "perMeasure">) {
	if (perMeasure.length === 0) return null;
	return (
		<div className="import-narrow">
			<DataTable
				caption="Det som importeras, per mått"
				rowHeaders
				columns={[{ label: "Mått" }, { label: "Registreringar", isNumeric: true }, { label: "Antal", isNumeric: true }]}
				rows={perMeasure.map(({ name, registrations, quantity }) => [name, registrations, quantity])}
			/>
		</div>
	);
}

function Problems({ rows: { problems } }: { rows: RowsPart }) {
	if (problems.length === 0) return <p>När frågorna är besvarade kan du importera.</p>;
	return (
		<Alert tone="info">
			{problems.map((message) => (
				<p key={message}>{message}</p>
			))}
		</Alert>
	);
}

function ImportForm({ label, version }: { label: string; version: number }) {
	return (
		<section className="import-do" aria-labelledby="importera">
			<Heading level={3} size="sm" id="importera">
				Importera
			</Heading>
			<p>Alla registreringar sparas på en gång, eller ingen. Du kan ångra hela importen efteråt.</p>
			<IntentForm intent="runImport" hidden={{ version }} submit={label} submitVariant="primary" showsTop />
		</section>
	);
}
