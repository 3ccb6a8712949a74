import { type MouseEvent, useEffect, useId, useRef } from "react";

/** `fieldId` is the id of the control that is wrong (its name, unless another id was given); null: the whole form. */
export interface SummarizedError {
	fieldId: string | null;
	message: string;
}

interface ErrorSummaryProps {
	errors: readonly SummarizedError[];
	/** What the errors came with: another one takes focus again, though it says the same. */
	answer?: object;
}

/** Stands first in a form that came back. Takes focus, so that nobody has to find out what happened. */
export function ErrorSummary({ errors, answer }: ErrorSummaryProps) {
	const headingId = useId();
	const summary = useRef<HTMLDivElement>(null);
	const contents = errors.map((error) => error.message).join("\n");

	// biome-ignore lint/correctness/useExhaustiveDependencies: the same errors once more are news too
	useEffect(() => {
		if (contents) summary.current?.focus();
	}, [contents, answer]);

	if (errors.length === 0) return null;
	return (
		<div
			className="ds-error-summary"
			role="alert"
			aria-labelledby={headingId}
			tabIndex={-1}
			// biome-ignore lint/a11y/noAutofocus: takes focus without JavaScript too, where the page would show its top
			autoFocus
			ref={summary}
		>
			<h2 id={headingId} className="ds-heading">
				{errors.length === 1 ? "Ett fel behöver rättas" : `${errors.length} fel behöver rättas`}
			</h2>
			<ul>
				{errors.map(({ fieldId, message }) => (
					<li key={`${fieldId} ${message}`}>
						{fieldId === null ? (
							message
						) : (
							<a href={`#${fieldId}`} onClick={(event) => goToField(event, fieldId)}>
								{message}
							</a>
						)}
					</li>
				))}
			</ul>
		</div>
	);
}

/** With JavaScript the address stays as it is: the router would take a new one for a step back and restore its scroll. */
function goToField(event: MouseEvent, fieldId: string) {
	const field = document.getElementById(fieldId);
	if (!field) return;
	event.preventDefault();
	field.scrollIntoView({ block: "center" });
	field.focus({ preventScroll: true });
}
