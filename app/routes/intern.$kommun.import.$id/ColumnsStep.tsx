import { IntentForm, type Refused } from "#app/features/IntentForm.tsx";
import { Alert } from "#app/ui/Alert.tsx";
import { DataTable } from "#app/ui/DataTable.tsx";
import { Disclosure } from "#app/ui/Disclosure.tsx";
import { Field, SelectField, TextField } from "#app/ui/Field.tsx";
import type { ColumnsPart } from "./columnsPart.server.ts";
import { GroupedSelect } from "./GroupedSelect.tsx";
import { Step } from "./Step.tsx";

/** What is read of the file, and from which columns. Open to change as long as something is missing, and else on demand. */
export function ColumnsStep({ columns, version }: { columns: ColumnsPart; version: number }) {
	const { faults, readings, fixedReadings, unused, rowCount, sheetName, headerRow } = columns;
	const isMissing = faults.length > 0;
	return (
		<Step id="kolumner" number={1} title="Kolumner" waitsFor={isMissing ? "Behöver ses över" : null}>
			<p>
				{rowCount} rader läses{sheetName ? ` ur bladet ”${sheetName}”` : ""}
				{headerRow > 0 ? `, under rubrikerna på rad ${headerRow}.` : ". Filen har inga rubriker."}
			</p>
			{(readings.length > 0 || fixedReadings.length > 0) && (
				<dl className="import-readings">
					{readings.map(({ what, from }) => (
						<div key={`${what} ${from}`}>
							<dt>{what}</dt>
							<dd>{from}</dd>
						</div>
					))}
					{fixedReadings.map(({ what, value }) => (
						<div key={`${what} ${value}`}>
							<dt>{what}</dt>
							<dd>{value}</dd>
						</div>
					))}
				</dl>
			)}
			{unused.length > 0 && <p className="import-aside">Läses inte: {unused.join(", ")}.</p>}
			{isMissing && (
				<Alert tone="warning" title="Det som saknas">
					{faults.map(({ message }) => (
						<p key={message}>{message}</p>
					))}
				</Alert>
			)}
			<Disclosure summary="Ändra vad kolumnerna betyder" isOpen={isMissing}>
				<div className="import-forms">
					<SheetForm columns={columns} version={version} />
					<ColumnsForm columns={columns} version={version} />
				</div>
			</Disclosure>
		</Step>
	);
}

function SheetForm({ columns, version }: { columns: ColumnsPart; version: number }) {
	return (
		<IntentForm intent="chooseSheet" hidden={{ version }} submit="Läs om filen så">
			{({ field }) => (
				<>
					{columns.sheets.length > 1 ? (
						<SelectField {...field("sheet", columns.sheet)} label="Blad" options={columns.sheets} />
					) : (
						<input type="hidden" name="sheet" value={columns.sheet} />
					)}
					<SelectField
						{...field("headerRow", String(columns.headerRow))}
						label="Rad med rubriker"
						hint="Det som står ovanför läses inte."
						options={columns.headerRows}
					/>
				</>
			)}
		</IntentForm>
	);
}

function ColumnsForm({ columns, version }: { columns: ColumnsPart; version: number }) {
	return (
		<div className="import-wide">
			<IntentForm intent="changeColumns" hidden={{ version }} submit="Uppdatera kolumnerna">
				{(refused) => (
					<>
						<DataTable
							caption="Vad varje kolumn säger"
							onPhone="stack"
							rowHeaders
							columns={[{ label: "Kolumn" }, { label: "Första värdena" }, { label: "Betyder" }]}
							rows={columns.list.map((column) => columnCells(column, { refused, columns }))}
						/>
						<FixedFields columns={columns} refused={refused} />
					</>
				)}
			</IntentForm>
		</div>
	);
}

function columnCells(
	{ index, letter, heading, samples, role }: ColumnsPart["list"][number],
	{ refused, columns }: { refused: Refused; columns: ColumnsPart },
) {
	const { error: _, ...field } = refused.field(`columns.${index}`, role);
	return [
		heading === null ? `Kolumn ${letter}` : `${heading} (${letter})`,
		<span key="samples" className="import-samples">
			{samples.length === 0 ? "Tom" : samples.join(" · ")}
		</span>,
		<GroupedSelect
			key="role"
			{...field}
			aria-label={`${heading ?? `Kolumn ${letter}`} betyder`}
			groups={columns.roles}
		/>,
	];
}

function FixedFields({ columns, refused }: { columns: ColumnsPart; refused: Refused }) {
	const measure = refused.field("measureId", columns.fixed.measureId);
	return (
		<fieldset className="ds-fieldset import-fixed">
			<legend className="ds-label">Där filen inte säger det</legend>
			<p className="field-hint">Gäller rader där kolumnen saknas eller är tom.</p>
			<div className="import-fields">
				<Field id={measure.id} label="Aktivitet" error={measure.error}>
					{(aria) => (
						<GroupedSelect
							{...aria}
							name={measure.name}
							defaultValue={measure.defaultValue}
							groups={columns.measures}
							emptyLabel="Ingen vald"
						/>
					)}
				</Field>
				<SelectField
					{...refused.field("performedBy", columns.fixed.performedBy)}
					label="Utförd av"
					options={columns.performers}
					emptyLabel="Ingen vald"
				/>
				<TextField
					{...refused.field("year", columns.fixed.year)}
					label="År"
					hint="För dagar utan årtal, som 30/4."
					inputMode="numeric"
					chars={6}
				/>
			</div>
		</fieldset>
	);
}
