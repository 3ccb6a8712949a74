import { useNavigation, useSubmit } from "@remix-run/react";
import { type FormEvent, type RefObject, useMemo, useRef, useState } from "react";
import { type FieldError, type FieldErrors, type FieldValues, get, type Resolver, set, useForm } from "react-hook-form";
import type { ZodType } from "zod";
import type { FormRefusal } from "#app/domain/formRefusal.ts";
import type { SummarizedError } from "#app/ui/ErrorSummary.tsx";

type FormError = FormRefusal["errors"][number];

/** What the fields of such a form take. */
export type ServerForm = ReturnType<typeof useServerForm>;

/** Where react-hook-form keeps what concerns the form as a whole. */
const WHOLE_FORM = "form";

/** Loads what the action parses the form with; in a chunk of its own, since a page must not wait for zod. */
export type LoadSchema = () => Promise<ZodType>;

/**
 * One form for the browser with and without JavaScript. The action refuses with a `FormRefusal`; the Swedish messages and
 * what was typed come back in the page either way. With JavaScript the action's own zod schema answers first, over the
 * very FormData that would have been sent, so that the two never disagree. Fields are native and keep their own values;
 * react-hook-form keeps the errors: when to judge, which to show, what the server said.
 *
 * @param loadSchema always the same function; asked for at the first touch of the form
 * @param refusal what the action last answered this form, if it refused
 * @param fieldId the id of the control that a field's error should lead to; by default the field's name
 */
export function useServerForm({
	loadSchema,
	refusal,
	fieldId = (name) => name,
}: {
	loadSchema: LoadSchema;
	refusal: FormRefusal | undefined;
	fieldId?: (name: string) => string;
}) {
	const formRef = useRef<HTMLFormElement>(null);
	const submit = useSubmit();
	const isSending = useNavigation().formMethod === "POST";
	// The first page's only: on later answers the fields still hold what was typed.
	const [typed] = useState(refusal?.values);
	const { summary, answer, showInSummary } = useSummary(refusal);

	const judge = useMemo(() => makeJudge(loadSchema, formRef), [loadSchema]);
	const serverErrors = useMemo(() => refusal && toFieldErrors(refusal.errors), [refusal]);
	const { trigger, handleSubmit, formState } = useForm({
		resolver: judge.resolver,
		errors: serverErrors,
		shouldFocusError: false,
	});
	const { errors, isSubmitted, submitCount } = formState;
	const errorOf = (name: string) => (get(errors, name) as FieldError | undefined)?.message;
	// Fields are not registered: react-hook-form would write its own idea of their values into them, over what somebody
	// ticked before the script had come.
	const fieldProps = (name: string) => ({
		name,
		error: errorOf(name),
		onChange: () => {
			if (isSubmitted) void trigger(name);
		},
	});

	function onSubmit(event: FormEvent<HTMLFormElement>) {
		event.preventDefault();
		if (isSending) return;
		const form = event.currentTarget;
		const { submitter } = event.nativeEvent as SubmitEvent;
		void handleSubmit(
			() => submit((submitter as HTMLButtonElement | null) ?? form),
			async () => showInSummary(await judge.findErrors()),
		)(event);
	}

	return {
		isSending,
		/** How many times the form has been sent, or tried to be. */
		attempts: submitCount,
		/** Whether the field, or any field of a group ("biprodukt"), is wrong at the moment. */
		hasError: (name: string) => get(errors, name) !== undefined,
		/** For `ErrorSummary`. Changes only when the form is sent, so that it does not take focus from someone typing. */
		summary: summary.map(({ field, message }): SummarizedError => ({ fieldId: field && fieldId(field), message })),
		/** Another one each time that the summary has something to say, also when it says the same. */
		answer,
		/** To spread on a native text field or select, with its message and its value: what was typed, else the default. */
		field: (name: string, defaultValue = "") => ({
			...fieldProps(name),
			id: fieldId(name),
			defaultValue: typed ? (typed[name]?.[0] ?? "") : defaultValue,
		}),
		/** To spread on `Choices`: all that were chosen, else the defaults. */
		choices: (name: string, defaultValues: readonly string[] = []) => ({
			...fieldProps(name),
			defaultValues: typed ? (typed[name] ?? []) : defaultValues,
		}),
		/** To spread on Remix' `Form`. */
		formProps: { ref: formRef, method: "post" as const, noValidate: true, onSubmit, onFocus: judge.prepare },
	};
}

/** What the summary says: what the last sending found, in the browser or, after that, on the server. */
function useSummary(refusal: FormRefusal | undefined) {
	const [local, setLocal] = useState<{ since: FormRefusal | undefined; errors: FormError[] }>();
	const answer = local && local.since === refusal ? local : refusal;
	return {
		summary: answer?.errors ?? [],
		answer,
		showInSummary: (errors: FormError[]) => setLocal({ since: refusal, errors }),
	};
}

/** The browser's own judgement of the form. Where it cannot be loaded (no network) there is none, and the server judges. */
function makeJudge(loadSchema: LoadSchema, formRef: RefObject<HTMLFormElement>) {
	const load = () => Promise.all([loadSchema(), import("./findErrors.ts")]).catch(() => undefined);
	async function findErrors(): Promise<FormError[]> {
		const loaded = await load();
		if (!loaded || !formRef.current) return [];
		const [schema, module] = loaded;
		return module.findErrors(schema, formRef.current);
	}
	const resolver: Resolver<FieldValues> = async () => ({ values: {}, errors: toFieldErrors(await findErrors()) });
	return { findErrors, resolver, prepare: () => void load() };
}

/** The first message of each field, in the shape of react-hook-form. */
function toFieldErrors(errors: readonly FormError[]): FieldErrors {
	const byField: FieldErrors = {};
	for (const { field, message } of errors) {
		const name = field ?? WHOLE_FORM;
		if (!get(byField, name)) set(byField, name, { type: "server", message });
	}
	return byField;
}
