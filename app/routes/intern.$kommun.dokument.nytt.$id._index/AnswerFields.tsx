import { weekdayName } from "#app/domain/format.ts";
import type { Refused } from "#app/features/IntentForm.tsx";
import { useAllTyped } from "#app/features/utkast/allTyped.ts";
import { PartFields } from "#app/features/utkast/PartFields.tsx";
import { Choices, TextField } from "#app/ui/Field.tsx";
import type { FragaFields } from "./reviewView.ts";

const WEEKDAYS = [1, 2, 3, 4, 5, 6, 7].map((day) => ({ value: String(day), label: weekdayName(day) }));
const DAY_HINT = "Med år, till exempel 2017-01-01 eller 1 januari 2017";

interface AnswerFieldsProps {
	refused: Refused;
	fields: Exclude<FragaFields, { about: "places" }>;
}

/** The fields that answer a question, by what it decides. */
export function AnswerFields({ refused, fields }: AnswerFieldsProps) {
	switch (fields.about) {
		case "responsible":
			return <PartFields refused={refused} parts={fields.parts} others={fields.others} />;
		case "minimum":
			return (
				<TextField
					{...refused.field("minimum")}
					label="Minsta antal"
					hint="Ett helt tal"
					inputMode="numeric"
					chars={6}
				/>
			);
		case "weekdays":
			return <WeekdayFields refused={refused} />;
		case "period":
			return <PeriodFields refused={refused} fields={fields} />;
		case "signedOn":
			return <TextField {...refused.field("signedOn")} label="Undertecknat" hint={DAY_HINT} chars={18} />;
	}
}

function WeekdayFields({ refused }: { refused: Refused }) {
	const typed = useAllTyped(refused);
	return (
		<>
			<Choices
				id={refused.fieldId("weekdays")}
				name="weekdays"
				type="checkbox"
				legend="Veckodagar"
				direction="row"
				options={WEEKDAYS}
				defaultValues={typed("weekdays", [])}
				error={refused.error("weekdays")}
			/>
			<Ticked refused={refused} name="withHelgkvallar" label="även andra helgkvällar, enligt kommunens kalender" />
			<Ticked refused={refused} name="onlyHelgfria" label="bara helgfria dagar" />
		</>
	);
}

/** The days in force, for the question and for the form of the whole. */
export function PeriodFields({
	refused,
	fields,
}: {
	refused: Refused;
	fields: { inForceFrom: string; inForceTo: string; isOpenEnded: boolean };
}) {
	return (
		<>
			<div className="utkast-period">
				<TextField
					{...refused.field("inForceFrom", fields.inForceFrom)}
					label="Gäller från"
					hint="Som 2017-01-01"
					chars={18}
				/>
				<TextField
					{...refused.field("inForceTo", fields.inForceTo)}
					label="Gäller till"
					hint="Sista dagen"
					chars={18}
				/>
			</div>
			<Ticked
				refused={refused}
				name="isOpenEnded"
				label="Gäller tills vidare, tills nya löften undertecknas"
				isTicked={fields.isOpenEnded}
			/>
		</>
	);
}

function Ticked({
	refused,
	name,
	label,
	isTicked = false,
}: {
	refused: Refused;
	name: string;
	label: string;
	isTicked?: boolean;
}) {
	return (
		<Choices
			id={refused.fieldId(name)}
			name={name}
			type="checkbox"
			legend={label}
			isLegendHidden
			options={[{ value: "ja", label }]}
			defaultValues={refused.isTicked(name, isTicked) ? ["ja"] : []}
			error={refused.error(name)}
		/>
	);
}
