import { Link } from "@remix-run/react";
import { useEffect, useRef } from "react";
import { Button, ButtonLink } from "#app/ui/Button.tsx";
import { Cluster } from "#app/ui/Layout.tsx";

/** What is already registered and may be the very same activity, said by the other party. */
export interface Duplicate {
	/** "Riktad insats, Sävsjö centrum, mån 15 oktober. Utförd av: Polisen." */
	text: string;
	to: string;
	/** Where one gets by saying that it is the same. */
	sameTo: string;
}

/** A joint activity counts once. Stands in the form, which keeps everything that was typed. */
export function DuplicateQuestion({ duplicate, isSending }: { duplicate: Duplicate; isSending: boolean }) {
	const question = useRef<HTMLDivElement>(null);
	// Answers what was just sent, like an error summary does.
	useEffect(() => question.current?.focus(), []);
	return (
		<div
			className="ds-alert"
			data-color="warning"
			role="alert"
			tabIndex={-1}
			// biome-ignore lint/a11y/noAutofocus: takes focus without JavaScript too
			autoFocus
			ref={question}
			id="duplicate"
		>
			<p className="alert-title">Är det en till?</p>
			<div className="alert-body">
				<p>
					Det här är redan registrerat: <Link to={duplicate.to}>{duplicate.text}</Link> En gemensam aktivitet räknas en
					gång.
				</p>
				<Cluster>
					<Button name="isAnotherOne" value="ja" variant="secondary" size="lg" aria-disabled={isSending || undefined}>
						Ja, spara en till
					</Button>
					<ButtonLink to={duplicate.sameTo} variant="secondary" size="lg">
						Nej, det är samma
					</ButtonLink>
				</Cluster>
			</div>
		</div>
	);
}
