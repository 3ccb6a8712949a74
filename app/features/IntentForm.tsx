import { Form, useActionData, useNavigation } from "@remix-run/react";
import type { ReactNode } from "react";
import { errorOf, refusalIn } from "#app/domain/formRefusal.ts";
import { Button } from "#app/ui/Button.tsx";
import { Disclosure } from "#app/ui/Disclosure.tsx";
import { ErrorSummary } from "#app/ui/ErrorSummary.tsx";
import "./intentForm.css";

/** What the server said of this very form the last time it was posted. */
export interface Refused {
	/** What was typed, or the fallback when the form was not refused. */
	value(name: string, fallback?: string): string;
	/** Whether the box was ticked, or the fallback when the form was not refused. */
	isTicked(name: string, fallback: boolean): boolean;
	error(name: string): string | undefined;
	/** An id for the field that is unique among the page's forms. */
	fieldId(name: string): string;
	/** All of it at once, for a text field, text area or select. */
	field(name: string, fallback?: string): { id: string; name: string; defaultValue: string; error: string | undefined };
}

interface IntentFormProps {
	intent: string;
	/** Fields that name the row; they also tell this form from the same form of another row. */
	hidden: Record<string, string | number>;
	submit: ReactNode;
	submitVariant?: "primary" | "secondary" | "tertiary" | "danger";
	/** With a summary the form stands in a disclosure, which opens when the server refused it. */
	disclosure?: ReactNode;
	/** What comes of it stands at the top of the page, or is another page; otherwise the form keeps its place. */
	showsTop?: boolean;
	children?: (refused: Refused) => ReactNode;
}

/**
 * One of several small forms on a page: posts `intent` to the page's own action. When the action refuses, the form shows
 * the errors and what was typed, with or without JavaScript.
 */
export function IntentForm({
	intent,
	hidden,
	submit,
	submitVariant = "secondary",
	disclosure,
	showsTop = false,
	children,
}: IntentFormProps) {
	const { refusal, refused } = useRefused(intent, hidden);
	const navigation = useNavigation();
	const form = (
		<Form method="post" preventScrollReset={!showsTop} className="intent-form">
			<ErrorSummary
				answer={refusal}
				errors={(refusal?.errors ?? []).map(({ field, message }) => ({
					fieldId: field && refused.fieldId(field),
					message,
				}))}
			/>
			<input type="hidden" name="intent" value={intent} />
			{Object.entries(hidden).map(([name, value]) => (
				<input key={name} type="hidden" name={name} value={value} />
			))}
			{children?.(refused)}
			<Button type="submit" variant={submitVariant} disabled={navigation.state === "submitting"}>
				{submit}
			</Button>
		</Form>
	);
	if (!disclosure) return form;
	return (
		<Disclosure summary={disclosure} isOpen={refusal !== undefined}>
			{form}
		</Disclosure>
	);
}

/** A form that every one of some rows has: its intent, and the field that names the row. */
interface RowForms {
	intent: string;
	field: string;
	rows: readonly { id: number }[];
	/** What somebody writes in it, to be given back in words when there is no form to stand in. */
	typed?: readonly { field: string; label: string }[];
}

/**
 * What the server said of a row's form that has left the page, because somebody else changed the row in between.
 *
 * @param onPage the forms that are still there and tell it themselves
 */
export function AbsentFormRefusal({ onPage }: { onPage: readonly RowForms[] }) {
	const refusal = refusalIn(useActionData());
	const forms = onPage.find(({ intent }) => intent === refusal?.values.intent?.[0]);
	if (!refusal || !forms) return null;
	const posted = refusal.values[forms.field]?.[0];
	if (forms.rows.some(({ id }) => String(id) === posted)) return null;
	const typed = (forms.typed ?? []).flatMap(({ field, label }) => {
		const text = refusal.values[field]?.[0]?.trim();
		return text ? [{ label, text }] : [];
	});
	return (
		<div className="absent-form">
			<ErrorSummary errors={refusal.errors.map(({ message }) => ({ fieldId: null, message }))} />
			{typed.length > 0 && (
				<p className="absent-form__typed">
					Det du skrev är inte sparat. {typed.map(({ label, text }) => `${label}: ”${text}”.`).join(" ")}
				</p>
			)}
		</div>
	);
}

function useRefused(intent: string, hidden: Record<string, string | number>) {
	const actionData = refusalIn(useActionData());
	const expected = Object.entries({ intent, ...hidden });
	const isThisForm =
		actionData?.values !== undefined &&
		expected.every(([name, value]) => name === "version" || actionData.values[name]?.[0] === String(value));
	const refusal = isThisForm ? actionData : undefined;
	const suffix = Object.values(hidden).join("-");
	const value = (name: string, fallback = "") => refusal?.values[name]?.[0] ?? fallback;
	const isTicked = (name: string, fallback: boolean) => (refusal ? name in refusal.values : fallback);
	const error = (name: string) => errorOf(refusal, name);
	const fieldId = (name: string) => (suffix ? `${intent}-${suffix}-${name}` : `${intent}-${name}`);
	const field = (name: string, fallback?: string) => ({
		id: fieldId(name),
		name,
		defaultValue: value(name, fallback),
		error: error(name),
	});
	const refused: Refused = { value, isTicked, error, fieldId, field };
	return { refusal, refused };
}
