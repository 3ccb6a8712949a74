import { Link } from "@remix-run/react";
import { DOKUMENT_LABEL } from "#app/domain/dokumentChange.schema.ts";
import { MAX_REASON } from "#app/domain/reason.ts";
import { IntentForm, type Refused } from "#app/features/IntentForm.tsx";
import { Choices, TextArea, TextField } from "#app/ui/Field.tsx";

interface EndFormsProps {
	version: number;
	/** "10 april 2018–9 april 2020" */
	inForce: string;
	canProlong: boolean;
	until: { value: string; label: string }[];
	replacedBy: { title: string; to: string; from: string } | null;
	lastRegistered: { day: string; to: string } | null;
	/** The latest report that stands still, and the day that it covers through. */
	standing: { text: string; until: string } | null;
	/** The measures whose minimum is spread over the days in force. */
	spread: string;
}

/** For how long the dokument is in force, and how that is changed. */
export function EndForms({ version, inForce, canProlong, until, replacedBy, spread, ...limits }: EndFormsProps) {
	return (
		<>
			<p className="andra-page__note">Dokumentet gäller {inForce}.</p>
			{replacedBy && (
				<p className="andra-page__note">
					Det har ersatts av <Link to={replacedBy.to}>{replacedBy.title}</Link> från {replacedBy.from}.
				</p>
			)}
			{spread && (
				<p className="andra-page__note">
					Minimum ändras inte av att dokumentet får en annan sista dag, men fördelningen för perioder som inte har
					börjat görs om och bekräftas av båda parter på nytt. Det gäller {spread}. Har parterna kommit överens om ett
					annat minimum ändras det på måttet.
				</p>
			)}
			{canProlong && (
				<IntentForm
					intent="prolongDokument"
					hidden={{ version }}
					submit="Förläng"
					disclosure="Förläng dokumentet"
					showsTop
				>
					{(refused) => (
						<>
							<Choices
								id={refused.fieldId("until")}
								name="until"
								type="radio"
								legend={DOKUMENT_LABEL.until}
								options={until}
								defaultValues={[refused.value("until", until[0]?.value)]}
								error={refused.error("until")}
							/>
							<LastDay
								refused={refused}
								hint="Behövs när dokumentet förlängs till en viss dag, till exempel 2020-12-31"
							/>
							<Reason refused={refused} hint="Vem har beslutat det, och när? Inga personuppgifter." />
						</>
					)}
				</IntentForm>
			)}
			<IntentForm
				intent="endDokument"
				hidden={{ version }}
				submit="Spara sista dagen"
				disclosure={canProlong ? "Låt dokumentet sluta tidigare" : "Ge dokumentet en sista dag"}
				showsTop
			>
				{(refused) => (
					<>
						<Limits {...limits} />
						<LastDay refused={refused} hint="Den sista dagen som dokumentet gäller, till exempel 2018-12-31" />
						<Reason refused={refused} hint="Vem har beslutat det, och när? Inga personuppgifter." />
					</>
				)}
			</IntentForm>
		</>
	);
}

function Limits({ lastRegistered, standing }: Pick<EndFormsProps, "lastRegistered" | "standing">) {
	if (!lastRegistered && !standing) return null;
	return (
		<ul className="andra-page__limits">
			{lastRegistered && (
				<li>
					Den senaste registreringen är från {lastRegistered.day}. Dokumentet kan inte sluta före den.{" "}
					<Link to={lastRegistered.to}>Visa registreringarna</Link>
				</li>
			)}
			{standing && (
				<li>
					{standing.text} Dokumentet kan inte sluta före {standing.until}.
				</li>
			)}
		</ul>
	);
}

function LastDay({ refused, hint }: { refused: Refused; hint: string }) {
	return <TextField {...refused.field("lastDay")} label={DOKUMENT_LABEL.lastDay} hint={hint} chars={12} />;
}

function Reason({ refused, hint }: { refused: Refused; hint: string }) {
	return (
		<TextArea {...refused.field("reason")} label={DOKUMENT_LABEL.reason} hint={hint} rows={2} maxLength={MAX_REASON} />
	);
}
