import { PERIOD_WORDS } from "#app/domain/format.ts";
import { PERIOD_KINDS } from "#app/domain/periods.ts";
import { IntentForm } from "#app/features/IntentForm.tsx";
import { FACTS_ANCHOR } from "#app/features/utkast/anchors.ts";
import { DescriptionList } from "#app/ui/DescriptionList.tsx";
import { Choices, TextArea, TextField } from "#app/ui/Field.tsx";
import { Heading } from "#app/ui/Heading.tsx";
import { Tag } from "#app/ui/Tag.tsx";
import { PeriodFields } from "./AnswerFields.tsx";
import { FragaItem } from "./FragaItem.tsx";
import type { FactsValues, FragaCard } from "./reviewView.ts";

interface FactsSectionProps {
	facts: readonly { term: string; description: string | null }[];
	values: FactsValues;
	fragor: readonly FragaCard[];
	faults: readonly string[];
	version: number;
}

/** What the dokument says of itself, with the questions about the whole. */
export function FactsSection({ facts, values, fragor, faults, version }: FactsSectionProps) {
	return (
		<section id={FACTS_ANCHOR} className="utkast-section" aria-labelledby="om-dokumentet" tabIndex={-1}>
			<Heading level={2} size="md" id="om-dokumentet">
				Om dokumentet
			</Heading>
			<DescriptionList
				items={facts.map(({ term, description }) => ({
					term,
					description: description ?? <Tag tone="warning">saknas</Tag>,
				}))}
			/>
			{faults.map((fault) => (
				<p key={fault} className="utkast-fault">
					{fault}
				</p>
			))}
			{fragor.map((fraga) => (
				<FragaItem key={fraga.key} fraga={fraga} editTo={null} version={version} />
			))}
			<IntentForm intent="changeFacts" hidden={{ version }} submit="Spara uppgifterna" disclosure="Ändra uppgifterna">
				{(refused) => (
					<>
						<TextField {...refused.field("title", values.title)} label="Titel" maxLength={200} />
						<PeriodFields refused={refused} fields={values} />
						<TextField
							{...refused.field("signedOn", values.signedOn)}
							label="Undertecknat"
							hint="Som 2016-12-20"
							isOptional
							chars={18}
						/>
						<Choices
							id={refused.fieldId("periodKind")}
							name="periodKind"
							type="radio"
							legend="Följs upp per"
							direction="row"
							options={PERIOD_KINDS.map((kind) => ({ value: kind, label: PERIOD_WORDS[kind].noun }))}
							defaultValues={[refused.value("periodKind", values.periodKind)]}
							error={refused.error("periodKind")}
						/>
						<TextArea
							{...refused.field("followUpRule", values.followUpRule)}
							label="Uppföljning enligt texten"
							hint="Så som det står, till exempel ”tertialsvis på polisen.se”"
							rows={2}
							isOptional
						/>
						<TextArea
							{...refused.field("undertecknare", values.undertecknare)}
							label="Undertecknare"
							hint="Roll och organisation, en på varje rad: ”Kommunchef, Sävsjö kommun”. Inga namn."
							rows={3}
							isOptional
						/>
						<TextArea {...refused.field("lagesbild", values.lagesbild)} label="Lägesbild" rows={4} isOptional />
						<TextField {...refused.field("sourceNote", values.sourceNote)} label="Källa" maxLength={500} isOptional />
					</>
				)}
			</IntentForm>
		</section>
	);
}
