import { useActionData } from "@remix-run/react";
import { refusalIn } from "#app/domain/formRefusal.ts";
import { IntentForm, type Refused } from "#app/features/IntentForm.tsx";
import { Alert } from "#app/ui/Alert.tsx";
import { DataTable } from "#app/ui/DataTable.tsx";
import { Disclosure } from "#app/ui/Disclosure.tsx";
import { Field, SelectField, TextField } from "#app/ui/Field.tsx";
import type { ColumnsPart } from "./columnsPart.server.ts";
import { GroupedSelect } from "./GroupedSelect.tsx";
import { Step } from "./Step.tsx";

/** Forms that must not be hidden when they come back with an error. */
const IN_DISCLOSURE = ["chooseSheet", "changeColumns"];

/** What is read of the file, and from which columns. Open to change as long as something is missing, and else on demand. */
export function ColumnsStep({ columns, version }: { columns: ColumnsPart; version: number }) {
	const { faults, asks, readings, fixedReadings, unused, unreadNumbers, rowCount, sheetName, headerRow } = columns;
	const isMissing = faults.length > 0;
	const isRefused = IN_DISCLOSURE.includes(refusalIn(useActionData())?.values.intent?.[0] ?? "");
	const isAsking = asks.measure || asks.performer;
	return (
		<Step id="kolumner" number={1} title="Kolumner" waitsFor={isMissing || isAsking ? "Behöver svar" : null}>
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
			{unreadNumbers.length > 0 && (
				<p>
					Ingen kolumn läses som antal, så varje rad räknas som 1. Står antalet i {unreadNumbers.join(" eller ")}? Välj
					det under ”Ändra vad kolumnerna betyder”.
				</p>
			)}
			{unused.length > 0 && <p className="import-aside">Läses inte: {unused.join(", ")}.</p>}
			{isMissing && (
				<Alert tone="warning" title="Det som saknas">
					{faults.map((message) => (
						<p key={message}>{message}</p>
					))}
				</Alert>
			)}
			{isAsking && !isMissing && <FixedForm columns={columns} version={version} />}
			<Disclosure summary="Ändra vad kolumnerna betyder" isOpen={isMissing || isRefused}>
				<div className="import-forms">
					<SheetForm columns={columns} version={version} />
					<ColumnsForm columns={columns} version={version} />
				</div>
			</Disclosure>
		</Step>
	);
}

/** What the file does not say, and one choice for all of it settles. */
function FixedForm({ columns, version }: { columns: ColumnsPart; version: number }) {
	const { asks, measures, performers } = columns;
	return (
		<IntentForm intent="chooseFixed" hidden={{ version }} submit="Spara valet" submitVariant="primary">
			{(refused) => (
				<>
					{asks.measure && (
						<MeasureField
							field={refused.field("measureId")}
							label="Vilken aktivitet handlar filen om?"
							hint="Ingen kolumn säger det. Är det en av kolumnerna ovan, så ändra vad den betyder i stället."
							groups={measures}
						/>
					)}
					{asks.performer && (
						<SelectField
							{...refused.field("performedBy")}
							label="Vem har utfört aktiviteterna i filen?"
							hint="Ingen kolumn säger det."
							options={performers}
							emptyLabel="Välj"
						/>
					)}
				</>
			)}
		</IntentForm>
	);
}

interface MeasureFieldProps {
	field: ReturnType<Refused["field"]>;
	label: string;
	hint?: string;
	groups: ColumnsPart["measures"];
}

function MeasureField({ field: { id, name, defaultValue, error }, label, hint, groups }: MeasureFieldProps) {
	return (
		<Field id={id} label={label} hint={hint} error={error}>
			{(aria) => (
				<GroupedSelect {...aria} name={name} defaultValue={defaultValue} groups={groups} emptyLabel="Ingen vald" />
			)}
		</Field>
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
	return (
		<fieldset className="ds-fieldset import-fixed">
			<legend className="ds-label">Där filen inte säger det</legend>
			<p className="field-hint">Gäller rader där kolumnen saknas eller är tom.</p>
			<div className="import-fields">
				<MeasureField
					field={refused.field("measureId", columns.fixed.measureId)}
					label="Aktivitet"
					groups={columns.measures}
				/>
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
