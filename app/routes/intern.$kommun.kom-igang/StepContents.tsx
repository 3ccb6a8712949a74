import { Link } from "@remix-run/react";
import type { ReactNode } from "react";
import { listOf } from "#app/domain/format.ts";
import { ROLE_NAME, type Role } from "#app/domain/permissions.ts";
import { IntentForm } from "#app/features/IntentForm.tsx";
import type { KomIgangFacts, StepState } from "#app/features/komIgang/steps.ts";
import { InbjudanForm } from "#app/routes/intern.$kommun.personer/InbjudanForm.tsx";
import { type InbjudanLink, NewLink } from "#app/routes/intern.$kommun.personer/NewLink.tsx";
import { TextArea, TextField } from "#app/ui/Field.tsx";
import { Tag } from "#app/ui/Tag.tsx";
import "#app/routes/intern.$kommun.personer/personer.css";

interface FormProps {
	state: StepState | undefined;
}

/** The form of the next step stands open; the others' are unfolded by whoever wants them. */
function looks(state: StepState | undefined, summary: string) {
	return state === "next" ? ({ submitVariant: "primary" } as const) : { disclosure: summary };
}

export function Uppgifter({
	kommun,
	state,
}: FormProps & { kommun: { lokalpolisomrade: string | null; undertecknareTitle: string; version: number } }) {
	return (
		<IntentForm
			intent="updateKommun"
			hidden={{ version: kommun.version }}
			submit="Spara uppgifterna"
			{...looks(state, state === "done" ? "Ändra" : "Fyll i uppgifterna")}
		>
			{(refused) => (
				<>
					<TextField
						{...refused.field("lokalpolisomrade", kommun.lokalpolisomrade ?? "")}
						label="Lokalpolisområde"
						hint="Som det står i löftesdokumentet, till exempel Höglandet."
					/>
					<TextField
						{...refused.field("undertecknareTitle", kommun.undertecknareTitle)}
						label="Undertecknarens titel"
						hint="Den som signerar rapporten, till exempel Kommunchef."
					/>
				</>
			)}
		</IntentForm>
	);
}

interface PersonerProps extends FormProps {
	people: KomIgangFacts["people"];
	missing: readonly Role[];
	/** What was just made, shown this once. */
	link: InbjudanLink | undefined;
	/** null for those who do not invite. */
	personerTo: string | null;
}

export function Personer({ people, missing, link, state, personerTo }: PersonerProps) {
	return (
		<>
			<ul className="kom-igang-people">
				{people.map(({ role, members, invited }) => (
					<li key={role}>
						<span className="kom-igang-people__role">{ROLE_NAME[role]}</span> <RoleState {...{ members, invited }} />
					</li>
				))}
			</ul>
			{link && <NewLink key={link.url} link={link} />}
			{personerTo && (
				<>
					<InbjudanForm
						key={missing.join() + link?.url}
						suggestedRole={missing[0]}
						submitVariant={state === "next" ? "primary" : "secondary"}
						disclosure={state === "next" ? undefined : state === "done" ? "Bjud in fler" : "Bjud in"}
					/>
					<More to={personerTo}>Alla personer och inbjudningar</More>
				</>
			)}
		</>
	);
}

function RoleState({ members, invited }: Pick<KomIgangFacts["people"][number], "members" | "invited">) {
	if (members.length > 0) return <span>{listOf(members)}</span>;
	const waiting = invited.filter(({ isExpired }) => !isExpired);
	if (waiting.length > 0)
		return (
			<span>
				{listOf(waiting.map(({ name }) => name))} <Tag tone="info">inbjuden</Tag>
			</span>
		);
	const [expired] = invited;
	return expired ? (
		<span>
			{expired.name} <Tag tone="warning">länken har gått ut</Tag>
		</span>
	) : (
		<span className="muted">ingen än</span>
	);
}

export function Platser({ state, allTo }: FormProps & { allTo: string }) {
	return (
		<>
			<IntentForm
				intent="addPlatser"
				hidden={{}}
				submit="Lägg till platserna"
				{...looks(state, state === "done" ? "Lägg till fler" : "Lägg till platser")}
			>
				{(refused) => (
					<TextArea
						{...refused.field("names")}
						label="Platser"
						hint="En per rad. Grupper och vägsträckor läggs till under Inställningar."
						rows={6}
					/>
				)}
			</IntentForm>
			{state === "done" && <More to={allTo}>Alla platser</More>}
		</>
	);
}

const SHOWN_FIRST = 8;

/** What the reader's own party has to confirm; the first is the step's button. */
export function Fordelningar({ mine }: { mine: readonly { name: string; to: string }[] }) {
	if (mine.length < 2) return null;
	return (
		<ul className="kom-igang-links">
			{mine.slice(0, SHOWN_FIRST).map(({ name, to }) => (
				<li key={to + name}>
					<Link to={to}>{name}</Link>
				</li>
			))}
			{mine.length > SHOWN_FIRST && <li className="muted">och {mine.length - SHOWN_FIRST} till</li>}
		</ul>
	);
}

/** A quiet way on, under what is done or beside what is next. */
export function More({ to, children }: { to: string; children: ReactNode }) {
	return (
		<p className="kom-igang-more">
			<Link to={to}>{children}</Link>
		</p>
	);
}
