import { BIPRODUKT_NAME, BIPRODUKTER, type Biprodukt } from "#app/domain/biprodukter.ts";
import { PERFORMED_BY, performedByName } from "#app/domain/performedBy.ts";
import { Disclosure } from "#app/ui/Disclosure.tsx";
import { Choices, type Option, SelectField, TextArea, TextField } from "#app/ui/Field.tsx";
import type { ServerForm } from "./ServerForm/useServerForm.ts";
import "./genomforandeFields.css";

/** What the fields say before anybody has touched them, as text. */
export interface GenomforandeDefaults {
	date: string;
	quantity: string;
	platsId: string;
	performedBy: string;
	note: string;
	biprodukter: Partial<Record<Biprodukt, string>>;
}

interface GenomforandeFieldsProps {
	form: ServerForm;
	defaults: GenomforandeDefaults;
	/** Last used first. */
	platser: readonly Option[];
	today: string;
	dateHint?: string;
}

/** Day, place, quantity, who, note and by-products of a genomförande: the same when one logs and when one corrects. */
export function GenomforandeFields({ form, defaults, platser, today, dateHint }: GenomforandeFieldsProps) {
	return (
		<div className="genomforande-fields">
			<TextField
				{...form.field("date", defaults.date)}
				type="date"
				max={today}
				size="lg"
				label="Datum"
				hint={dateHint ?? "En kväll hör till den dag då den började."}
			/>
			<SelectField
				{...form.field("platsId", defaults.platsId)}
				size="lg"
				label="Plats"
				isOptional
				emptyLabel="Ingen plats"
				options={platser}
			/>
			<Choices
				{...form.choices("performedBy", [defaults.performedBy])}
				type="radio"
				variant="boxed"
				direction="row"
				size="lg"
				legend="Utförd av"
				options={PERFORMED_BY.map((code) => ({ value: code, label: performedByName(code) }))}
			/>
			<TextField
				{...form.field("quantity", defaults.quantity)}
				size="lg"
				label="Antal"
				hint="Antal tillfällen."
				inputMode="decimal"
				autoComplete="off"
				chars={6}
			/>
			<TextArea
				{...form.field("note", defaults.note)}
				size="lg"
				label="Anteckning"
				isOptional
				hint="Syns bara internt. Högst 200 tecken och inga uppgifter om enskilda personer."
				maxLength={200}
				rows={2}
			/>
			<BiproduktFields form={form} defaults={defaults.biprodukter} />
		</div>
	);
}

/** Recorded beside the genomförande; they never count toward a minimum. */
function BiproduktFields({ form, defaults }: { form: ServerForm; defaults: GenomforandeDefaults["biprodukter"] }) {
	const fields = BIPRODUKTER.map((code) => ({ code, field: form.field(`biprodukt.${code}`, defaults[code] ?? "") }));
	return (
		<Disclosure
			summary="Biprodukter: beslag, anmälningar …"
			isOpen={fields.some(({ field }) => field.error || field.defaultValue)}
		>
			<fieldset className="ds-fieldset genomforande-fields__biprodukter">
				<legend className="ds-label">Antal av varje. De räknas inte mot något minimum.</legend>
				{fields.map(({ code, field }) => (
					<TextField
						key={code}
						{...field}
						label={BIPRODUKT_NAME[code]}
						inputMode="numeric"
						autoComplete="off"
						chars={5}
					/>
				))}
			</fieldset>
		</Disclosure>
	);
}
