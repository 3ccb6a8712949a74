import { type MetaFunction, type ShouldRevalidateFunctionArgs, useActionData, useLoaderData } from "@remix-run/react";
import { refusalIn } from "#app/domain/formRefusal.ts";
import { RAPPORT_PARTS, type RapportPart, WRITE_STEP } from "#app/domain/rapport.ts";
import type { PageHandle } from "#app/features/pageHandle.ts";
import { isQuiet } from "#app/features/quietSubmission.ts";
import { missingRapport } from "#app/features/rapport/missingRapport.ts";
import { RapportDocument } from "#app/features/rapport/RapportDocument.tsx";
import type { TextPlace } from "#app/features/rapport/slots.ts";
import { revalidateAfterConflict } from "#app/features/revalidateAfterConflict.ts";
import { SavedNotice } from "#app/features/SavedNotice.tsx";
import { protect } from "#app/http/protect.server.ts";
import { Alert } from "#app/ui/Alert.tsx";
import { Disclosure } from "#app/ui/Disclosure.tsx";
import { ErrorSummary } from "#app/ui/ErrorSummary.tsx";
import { Stack } from "#app/ui/Layout.tsx";
import { Difference, LateEntries } from "./AfterSignature.tsx";
import { carryOut } from "./intents.server.ts";
import { LeftoverDrafts } from "./LeftoverDrafts.tsx";
import { answerQuietly } from "./quietAnswer.ts";
import { RapportHead } from "./RapportHead.tsx";
import { rapportPage } from "./rapportPage.server.ts";
import { SynpunktForm } from "./SynpunktForm.tsx";
import { TextEditor } from "./TextEditor.tsx";
import type { TextConflict } from "./textPlaces.ts";
import { UnsavedTextsProvider } from "./unsavedTexts.tsx";
import "./rapportPage.css";

export const handle: PageHandle = { missing: missingRapport };

export const meta: MetaFunction<typeof loader> = ({ data }) => [
	{ title: data ? `${data.title} – ${data.kommun} – Löfteskoll` : "Löfteskoll" },
];

export const loader = protect({ may: "read" }, rapportPage);

export const action = protect({ may: "read" }, carryOut);

export const clientAction = answerQuietly;

/** An autosave leaves the page as it is. */
export function shouldRevalidate(args: ShouldRevalidateFunctionArgs) {
	return !isQuiet(args.formData) && revalidateAfterConflict(args);
}

export default function Rapport() {
	const view = useLoaderData<typeof loader>();
	const answer = useActionData<typeof action>();
	const refusal = refusalIn(answer);
	const conflict = conflictIn(answer);
	const written = RAPPORT_PARTS.filter((part) => view.steps.includes(WRITE_STEP[part]));

	function editor({ part, aktivitet }: TextPlace) {
		if (!written.includes(part)) return null;
		const aktivitetId = aktivitet?.id ?? null;
		const text = view.texts.find((one) => one.part === part && one.aktivitetId === aktivitetId);
		const isRefused = refusal !== undefined && isTextForm(refusal.values, { part, aktivitetId });
		const isAsked = aktivitet === null || aktivitet.responsible.includes(part) || text !== undefined || isRefused;
		const form = (
			<TextEditor
				key={`${view.draftPrefix}:${part}:${aktivitetId}`}
				part={part}
				aktivitet={aktivitet}
				dokumentId={view.stepForms.dokumentId}
				personId={view.personId}
				saved={{ version: text?.version ?? 0, texts: text ?? {} }}
				draftPrefix={view.draftPrefix}
				refusal={isRefused ? refusal : undefined}
				conflict={conflict?.part === part && conflict.aktivitetId === aktivitetId ? conflict : undefined}
			/>
		);
		return isAsked ? form : <Disclosure summary="Skriv en kommentar">{form}</Disclosure>;
	}

	return (
		<UnsavedTextsProvider>
			<Stack gap="lg">
				<RapportHead view={view} />
				<SavedNotice text={answer ? null : view.saved} />
				{refusal && !isShownByItsForm(refusal.values, view, written) && (
					<ErrorSummary answer={refusal} errors={refusal.errors.map(({ message }) => ({ fieldId: null, message }))} />
				)}
				<LeftoverDrafts draftPrefix={view.draftPrefix} written={written} />
				{view.returned && (
					<Alert tone="warning" title={`Återlämnad ${view.returned.at} av ${view.returned.by}`}>
						{view.returned.reason}
					</Alert>
				)}
				{view.rattelseReason && (
					<Alert tone="info" title={`Version ${view.edition} är en rättelse`}>
						{view.rattelseReason} {view.difference && <a href="#skillnad">Se vad som skiljer</a>}
					</Alert>
				)}
				<RapportDocument
					content={view.content}
					state={view.state}
					slots={{
						editor: written.length > 0 ? editor : undefined,
						synpunkter: view.steps.includes("giveSynpunkt") ? (
							<SynpunktForm
								rapportId={view.stepForms.rapportId}
								personId={view.personId}
								{...view.stepForms.synpunkt}
							/>
						) : undefined,
						afterSignature: (
							<>
								<LateEntries late={view.late} />
								{view.difference && <Difference difference={view.difference} />}
							</>
						),
					}}
				/>
				{view.steps.length > 0 && (
					<p className="rapport-up">
						<a href="#laget">Upp till läget och nästa steg</a>
					</p>
				)}
			</Stack>
		</UnsavedTextsProvider>
	);
}

type View = Awaited<ReturnType<typeof loader>>;

function isTextForm(
	values: Record<string, string[]>,
	{ part, aktivitetId }: { part: RapportPart; aktivitetId: number | null },
): boolean {
	return (
		values.intent?.[0] === "saveRapportText" &&
		values.part?.[0] === part &&
		(values.aktivitetId?.[0] ?? "") === String(aktivitetId ?? "")
	);
}

const STEPS_OF_INTENT: Record<string, readonly string[]> = {
	markKlar: ["markPolisKlar", "markKommunKlar"],
	unmarkKlar: ["unmarkPolisKlar", "unmarkKommunKlar"],
};

/** Whether the refused form is still on the page: somebody else may have taken the step in between. */
function isShownByItsForm(values: Record<string, string[]>, view: View, written: readonly RapportPart[]): boolean {
	const intent = values.intent?.[0] ?? "";
	if (intent === "saveRapportText") return written.some((part) => part === values.part?.[0]);
	const steps: readonly string[] = STEPS_OF_INTENT[intent] ?? [intent];
	return steps.some((step) => (view.steps as readonly string[]).includes(step));
}

function conflictIn(answer: unknown): TextConflict | undefined {
	return typeof answer === "object" && answer !== null && "conflict" in answer
		? (answer.conflict as TextConflict)
		: undefined;
}
