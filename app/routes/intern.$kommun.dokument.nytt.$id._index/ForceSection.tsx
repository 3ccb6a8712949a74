import { Form, useActionData, useNavigation } from "@remix-run/react";
import { refusalIn } from "#app/domain/formRefusal.ts";
import { IntentForm } from "#app/features/IntentForm.tsx";
import { FORCE_ANCHOR } from "#app/features/utkast/anchors.ts";
import { Button } from "#app/ui/Button.tsx";
import { ErrorSummary } from "#app/ui/ErrorSummary.tsx";
import { Heading } from "#app/ui/Heading.tsx";

interface ForceSectionProps {
	consequences: readonly string[];
	version: number;
}

/** The last step. It can always be pressed: what is still wrong is told then, with a way to each place. */
export function ForceSection({ consequences, version }: ForceSectionProps) {
	const answer = refusalIn(useActionData());
	const refusal = answer?.values.intent?.[0] === "putInForce" ? answer : undefined;
	const isSending = useNavigation().state === "submitting";
	return (
		<section
			id={FORCE_ANCHOR}
			className="utkast-section utkast-force"
			aria-labelledby="satt-i-kraft-rubrik"
			tabIndex={-1}
		>
			<Heading level={2} size="md" id="satt-i-kraft-rubrik">
				Sätt i kraft
			</Heading>
			<ul>
				{consequences.map((sentence) => (
					<li key={sentence}>{sentence}</li>
				))}
			</ul>
			<Form method="post" className="intent-form">
				<ErrorSummary
					answer={refusal}
					errors={(refusal?.errors ?? []).map(({ field, message }) => ({ fieldId: field, message }))}
				/>
				<input type="hidden" name="intent" value="putInForce" />
				<input type="hidden" name="version" value={version} />
				<Button size="lg" disabled={isSending}>
					Sätt dokumentet i kraft
				</Button>
			</Form>
			<p>Allt är sparat som utkast. Du kan gå härifrån och fortsätta senare.</p>
			<IntentForm
				intent="discardDokumentutkast"
				hidden={{ version }}
				submit="Kasta utkastet"
				submitVariant="danger"
				disclosure="Kasta utkastet"
			>
				{() => <p>Texten och alla svar försvinner. Inget som redan gäller ändras.</p>}
			</IntentForm>
		</section>
	);
}
