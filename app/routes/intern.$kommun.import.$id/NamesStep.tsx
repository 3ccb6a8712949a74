import { IntentForm, type Refused } from "#app/features/IntentForm.tsx";
import { Field, SelectField } from "#app/ui/Field.tsx";
import { Heading } from "#app/ui/Heading.tsx";
import { LEAVE_OUT, type NameKind, NEW_PLATS, NO_PLATS } from "./choices.ts";
import { GroupedSelect } from "./GroupedSelect.tsx";
import type { NameList, NamesPart } from "./namesPart.server.ts";
import { Step } from "./Step.tsx";

const TITLE: Record<NameKind, string> = { aktiviteter: "Aktiviteter", platser: "Platser", performers: "Utförd av" };

const HELP: Record<NameKind, string> = {
	aktiviteter: "Filen har egna ord för aktiviteterna. Välj vilket mått i löftet de räknas mot.",
	platser: "De här platserna finns inte på kommunens lista. Välj en som finns, eller lägg till dem.",
	performers: "Välj vem de betyder.",
};

/** From how many names on it is worth the while to choose for all of them at once. */
const MANY = 4;

const REST: Partial<Record<NameKind, { label: string; options: { value: string; label: string }[] }>> = {
	aktiviteter: {
		label: "Alla aktiviteter som inte är valda",
		options: [{ value: LEAVE_OUT, label: "Ta inte med raderna" }],
	},
	platser: {
		label: "Alla platser som inte är valda",
		options: [
			{ value: NO_PLATS, label: "Registrera utan plats" },
			{ value: NEW_PLATS, label: "Lägg till som nya platser" },
		],
	},
};

/** What the file calls things, beside what the kommun calls them. What is unknown is asked for, of most rows first. */
export function NamesStep({ names, version }: { names: NamesPart; version: number }) {
	const { lists, unknown } = names;
	if (lists.length === 0) return null;
	const waitsFor = unknown === 0 ? null : unknown === 1 ? "1 namn att välja" : `${unknown} namn att välja`;
	return (
		<Step id="namn" number={2} title="Namn" waitsFor={waitsFor}>
			{unknown > 0 && (
				<div className="import-wide">
					<IntentForm intent="changeNames" hidden={{ version }} submit="Spara namnen" submitVariant="primary">
						{(refused) => lists.map((list) => <UnknownNames key={list.kind} list={list} refused={refused} />)}
					</IntentForm>
				</div>
			)}
			{lists.some(({ readAs }) => readAs.length > 0) && <ReadAs lists={lists} />}
			<KnownNames lists={lists.filter(({ known }) => known.length > 0)} version={version} />
		</Step>
	);
}

function UnknownNames({ list, refused }: { list: NameList; refused: Refused }) {
	const { kind, unknown, unknownCount, groups } = list;
	if (unknown.length === 0) return null;
	const rest = unknownCount >= MANY ? REST[kind] : undefined;
	const headingId = `namn-${kind}`;
	return (
		<section className="import-names" aria-labelledby={headingId}>
			<Heading level={3} size="sm" id={headingId}>
				{TITLE[kind]}
			</Heading>
			<p>
				{HELP[kind]}
				{unknownCount > unknown.length &&
					` Här visas de ${unknown.length} vanligaste av ${unknownCount}; resten kommer när du har sparat.`}
			</p>
			<div className="import-fields">
				{unknown.map((name, index) => (
					<NameField key={name.folded} kind={kind} index={index} name={name} groups={groups} refused={refused} />
				))}
			</div>
			{rest && (
				<div className="import-rest">
					<SelectField
						{...refused.field(`rest.${kind}`)}
						label={rest.label}
						options={rest.options}
						emptyLabel="Väljs var för sig"
					/>
				</div>
			)}
		</section>
	);
}

/** A name that is read as another word is never taken in silence. */
function ReadAs({ lists }: { lists: NameList[] }) {
	return (
		<div className="import-names">
			<p>Så läses de ord i filen som inte är era egna. Ändra det som är fel.</p>
			<dl className="import-readings">
				{lists.flatMap(({ kind, readAs }) =>
					readAs.map(({ from, to }) => (
						<div key={`${kind} ${from}`}>
							<dt>{from}</dt>
							<dd>{to}</dd>
						</div>
					)),
				)}
			</dl>
		</div>
	);
}

function KnownNames({ lists, version }: { lists: NameList[]; version: number }) {
	const count = lists.reduce((sum, { known }) => sum + known.length, 0);
	if (count === 0) return null;
	return (
		<div className="import-wide">
			<IntentForm
				intent="changeKnownNames"
				hidden={{ version }}
				submit="Uppdatera namnen"
				disclosure={count === 1 ? "Ändra vad namnet betyder" : `Ändra vad namnen betyder (${count})`}
			>
				{(refused) =>
					lists.map(({ kind, known, groups }) => (
						<section key={kind} className="import-names" aria-labelledby={`valda-${kind}`}>
							<Heading level={3} size="sm" id={`valda-${kind}`}>
								{TITLE[kind]}
							</Heading>
							<div className="import-fields">
								{known.map((name, index) => (
									<NameField
										key={name.folded}
										kind={kind}
										index={index}
										name={name}
										groups={groups}
										refused={refused}
									/>
								))}
							</div>
						</section>
					))
				}
			</IntentForm>
		</div>
	);
}

interface NameFieldProps {
	kind: NameKind;
	index: number;
	name: { folded: string; label: string; rows: string; chosen?: string };
	groups: NameList["groups"];
	refused: Refused;
}

function NameField({ kind, index, name, groups, refused }: NameFieldProps) {
	const { id, error, ...field } = refused.field(`${kind}.${index}.choice`, name.chosen ?? "");
	return (
		<div className="import-name">
			<input type="hidden" name={`${kind}.${index}.name`} value={name.folded} />
			<Field
				id={id}
				error={error}
				label={
					<>
						{name.label} <span className="import-name__rows">{name.rows}</span>
					</>
				}
			>
				{(aria) => (
					<GroupedSelect
						{...field}
						{...aria}
						groups={groups}
						{...(name.chosen === undefined && { emptyLabel: "Välj" })}
					/>
				)}
			</Field>
		</div>
	);
}
