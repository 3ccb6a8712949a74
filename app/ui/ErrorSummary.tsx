import { useEffect, useId, useRef } from "react";

/** `fieldId` is the id of the control that is wrong (its name, unless another id was given); null: the whole form. */
export interface SummarizedError {
	fieldId: string | null;
	message: string;
}

/** Stands first in a form that came back. Takes focus, so that nobody has to find out what happened. */
export function ErrorSummary({ errors }: { errors: readonly SummarizedError[] }) {
	const headingId = useId();
	const summary = useRef<HTMLDivElement>(null);
	const contents = errors.map((error) => error.message).join("\n");

	useEffect(() => {
		if (contents) summary.current?.focus();
	}, [contents]);

	if (errors.length === 0) return null;
	return (
		<div className="ds-error-summary" role="alert" aria-labelledby={headingId} tabIndex={-1} ref={summary}>
			<h2 id={headingId} className="ds-heading">
				{errors.length === 1 ? "Ett fel behöver rättas" : `${errors.length} fel behöver rättas`}
			</h2>
			<ul>
				{errors.map(({ fieldId, message }) => (
					<li key={`${fieldId} ${message}`}>{fieldId === null ? message : <a href={`#${fieldId}`}>{message}</a>}</li>
				))}
			</ul>
		</div>
	);
}
