import { Link } from "@remix-run/react";
import { IntentForm } from "#app/features/IntentForm.tsx";
import { CloseMoteForm } from "#app/features/mote/CloseMoteForm.tsx";
import { MoteFields } from "#app/features/mote/MoteFields.tsx";
import { useWriting } from "#app/features/mote/useWriting.ts";
import { RECEIPT } from "#app/features/mote/writing.ts";
import { ButtonLink } from "#app/ui/Button.tsx";
import { TextArea } from "#app/ui/Field.tsx";
import { Heading } from "#app/ui/Heading.tsx";
import type { motePage } from "./motePage.server.ts";

type View = Awaited<ReturnType<typeof motePage>>;

/** How far the meeting has come, what the reader can do with it, and its files. */
export function MoteStanding({ view }: { view: View }) {
	const { state } = view;
	return (
		<section className="mote-standing" data-state={state} aria-labelledby="laget">
			<Heading level={2} size="sm" id="laget">
				{STANDING[state]}
			</Heading>
			{standingWords(view).map((sentence) => (
				<p key={sentence}>{sentence}</p>
			))}
			{view.deltagare.length > 0 && (
				<p>
					<span className="muted">Deltagare</span> {view.deltagare.join(" · ")}
				</p>
			)}
			{state === "oppet" && (
				<div>
					<ButtonLink to={view.projectorTo} size="lg">
						Till projektorvyn
					</ButtonLink>
				</div>
			)}
			<Steps view={view} />
			<div className="mote-ways">
				<p>{view.heading}:</p>
				<ul className="mote-files">
					{view.files.map(({ label, to }) => (
						<li key={label}>
							<a href={to} download>
								{label}
							</a>
						</li>
					))}
					{(state === "planerat" || state === "avslutat") && (
						<li>
							<a href={view.projectorTo}>Visa på projektor</a>
						</li>
					)}
				</ul>
			</div>
			{view.canRun && (state === "avslutat" || state === "installt") && (
				<p className="mote-next-step">
					<Link to={view.listTo}>Planera nästa möte</Link>
				</p>
			)}
		</section>
	);
}

const STANDING: Record<View["state"], string> = {
	planerat: "Mötet är planerat",
	oppet: "Mötet pågår",
	avslutat: "Mötet är avslutat",
	installt: "Mötet är inställt",
};

/** What the heading has not said. */
function standingWords({ state, closing, installtReason }: View): readonly string[] {
	// The agenda below says that it can be changed, and the heading above that the meeting is going on.
	if (state === "planerat") return [];
	if (state === "oppet") return closing.slice(0, 1);
	return state === "installt" && installtReason ? [installtReason] : closing;
}

/** The way on first, the others folded. */
function Steps({ view }: { view: View }) {
	const { version, whyNot, canRun, state } = view;
	if (!canRun || state === "avslutat" || state === "installt") return null;
	return (
		<div className="mote-steps">
			{whyNot.openMote === null && (
				<IntentForm intent="openMote" hidden={{ version }} submit="Öppna mötet" submitVariant="primary" />
			)}
			{state === "planerat" && whyNot.openMote && <p className="muted">{whyNot.openMote}</p>}
			{whyNot.closeMote === null && <CloseMoteForm version={version} consequences={view.closesWith} />}
			{whyNot.changeMote === null && <ChangeMote view={view} />}
			{whyNot.unopenMote === null && (
				<IntentForm intent="unopenMote" hidden={{ version }} submit="Ångra öppnandet" disclosure="Öppnat av misstag?">
					{() => <p>Mötet blir planerat igen. Ingenting är beslutat än.</p>}
				</IntentForm>
			)}
			{whyNot.cancelMote === null && (
				<IntentForm
					intent="cancelMote"
					hidden={{ version }}
					submit="Ställ in mötet"
					submitVariant="danger"
					disclosure="Ställ in mötet"
					showsTop
				>
					{(refused) => (
						<TextArea
							{...refused.field("reason")}
							label="Orsak"
							hint="Orsaken visas för alla i kommunen. Mötet finns kvar bland tidigare möten."
							rows={3}
							maxLength={1000}
						/>
					)}
				</IntentForm>
			)}
		</div>
	);
}

function ChangeMote({ view: { version, fields, freshUuid } }: { view: View }) {
	const { token, seen, onInput } = useWriting("mote", { fresh: freshUuid, saved: { version, fields } });
	return (
		<div onInput={onInput}>
			<IntentForm
				key={token}
				intent="changeMote"
				hidden={{ version: seen.version }}
				submit="Spara ändringen"
				disclosure="Ändra tid, plats eller deltagare"
				showsTop
			>
				{(refused) => (
					<>
						<input type="hidden" name={RECEIPT.field} value={token} />
						<MoteFields refused={refused} values={seen.fields} />
					</>
				)}
			</IntentForm>
		</div>
	);
}
