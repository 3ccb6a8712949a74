import { useActionData } from "@remix-run/react";
import { type FormRefusal, refusalIn } from "#app/domain/formRefusal.ts";
import { ErrorSummary } from "#app/ui/ErrorSummary.tsx";
import "./moteForms.css";

/** A form of the page, or one that each of some rows has. */
export interface FormOnPage {
	intent: string;
	/** The field that names the row, and what it is on this page. */
	rows?: { field: string; are: readonly (string | number)[] };
}

/** What people write in these forms, to be given back in words when there is no form to stand in. */
const WRITTEN: Record<string, string> = {
	title: "Rubrik",
	lines: "Text",
	text: "Beslut",
	anteckning: "Anteckning",
	reason: "Orsak",
	doneNote: "Anteckning",
};

/**
 * What the server said of a form that has left the page, because somebody else ended the meeting or took away the row in
 * between; with what was typed.
 *
 * @param onPage the forms that are still there and tell it themselves
 */
export function MoteRefusal({ onPage }: { onPage: readonly FormOnPage[] }) {
	const refusal = refusalIn(useActionData());
	if (!refusal || onPage.some((form) => isOf(form, refusal))) return null;
	const typed = Object.entries(WRITTEN).flatMap(([field, label]) => {
		const text = refusal.values[field]?.[0]?.trim();
		return text ? [{ label, text }] : [];
	});
	return (
		<div className="mote-refusal">
			<ErrorSummary answer={refusal} errors={refusal.errors.map(({ message }) => ({ fieldId: null, message }))} />
			{typed.length > 0 && (
				<p className="mote-saved-now">
					Det du skrev är inte sparat. {typed.map(({ label, text }) => `${label}: ”${text}”.`).join(" ")}
				</p>
			)}
		</div>
	);
}

function isOf({ intent, rows }: FormOnPage, { values }: FormRefusal): boolean {
	if (values.intent?.[0] !== intent) return false;
	return rows === undefined || rows.are.some((row) => String(row) === values[rows.field]?.[0]);
}
