import { DOKUMENT_LABEL, MAX_DOKUMENT_TEXT } from "#app/domain/dokumentChange.schema.ts";
import { IntentForm } from "#app/features/IntentForm.tsx";
import { SelectField, TextArea, TextField } from "#app/ui/Field.tsx";

interface FactsFormProps {
	version: number;
	title: string;
	signedOn: string;
	lagesbild: string;
	followUpRule: string;
	sourceNote: string;
	/** With empty rows for more. */
	undertecknare: { title: string; organisation: string }[];
	period: { value: string; whyNot: string | null; options: { value: string; label: string }[] };
}

/** What the paper says of itself. What it promises is not here: the signed words stand. */
export function FactsForm({ version, undertecknare, period, ...facts }: FactsFormProps) {
	return (
		<IntentForm
			intent="changeDokumentFacts"
			hidden={{ version }}
			submit="Spara uppgifterna"
			submitVariant="primary"
			showsTop
		>
			{(refused) => (
				<>
					<TextField
						{...refused.field("title", facts.title)}
						label={DOKUMENT_LABEL.title}
						maxLength={MAX_DOKUMENT_TEXT.title}
					/>
					<TextField
						{...refused.field("signedOn", facts.signedOn)}
						label={DOKUMENT_LABEL.signedOn}
						hint="Till exempel 2018-04-10"
						isOptional
						chars={12}
					/>
					<fieldset className="ds-fieldset andra-page__rows">
						<legend className="ds-label">Undertecknare</legend>
						<p className="field-hint">Titel och organisation, aldrig personnamn. Töm en rad för att ta bort den.</p>
						{undertecknare.map((row, index) => (
							// biome-ignore lint/suspicious/noArrayIndexKey: the paper's order is what tells them apart
							<div key={index} className="andra-page__row">
								<TextField
									{...refused.field(`undertecknare.${index}.title`, row.title)}
									label={
										<>
											{DOKUMENT_LABEL.undertecknareTitle}
											<span className="visually-hidden"> för undertecknare {index + 1}</span>
										</>
									}
									maxLength={MAX_DOKUMENT_TEXT.undertecknareTitle}
								/>
								<TextField
									{...refused.field(`undertecknare.${index}.organisation`, row.organisation)}
									label={
										<>
											{DOKUMENT_LABEL.organisation}
											<span className="visually-hidden"> för undertecknare {index + 1}</span>
										</>
									}
									maxLength={MAX_DOKUMENT_TEXT.organisation}
								/>
							</div>
						))}
					</fieldset>
					{period.whyNot ? (
						<p className="andra-page__note">{period.whyNot}</p>
					) : (
						<SelectField
							{...refused.field("periodKind", period.value)}
							label={DOKUMENT_LABEL.periodKind}
							hint="Fördelningen av minimum görs om när perioden ändras."
							options={period.options}
						/>
					)}
					<TextArea
						{...refused.field("lagesbild", facts.lagesbild)}
						label={DOKUMENT_LABEL.lagesbild}
						isOptional
						rows={8}
						maxLength={MAX_DOKUMENT_TEXT.lagesbild}
					/>
					<TextArea
						{...refused.field("followUpRule", facts.followUpRule)}
						label={DOKUMENT_LABEL.followUpRule}
						isOptional
						maxLength={MAX_DOKUMENT_TEXT.followUpRule}
					/>
					<TextField
						{...refused.field("sourceNote", facts.sourceNote)}
						label={DOKUMENT_LABEL.sourceNote}
						hint="Var texten kommer ifrån"
						isOptional
						maxLength={MAX_DOKUMENT_TEXT.sourceNote}
					/>
				</>
			)}
		</IntentForm>
	);
}
