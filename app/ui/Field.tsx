import {
	type ChangeEventHandler,
	type ComponentPropsWithoutRef,
	type FocusEventHandler,
	forwardRef,
	type ReactNode,
} from "react";

/** What a control must carry to belong to its label, hint and error. */
interface FieldAria {
	id: string;
	"aria-describedby": string | undefined;
	"aria-invalid": true | undefined;
}

/** `lg` on the log page: text that is read at arm's length and targets of at least 48 px. */
type FieldSize = "md" | "lg";

interface FieldText {
	label: ReactNode;
	hint?: ReactNode;
	/** What is wrong and how to mend it, in the label's words. */
	error?: string;
	/** Writes "(frivilligt)" after the label. Everything not marked is required. */
	isOptional?: boolean;
	size?: FieldSize;
}

interface FieldProps extends FieldText {
	id: string;
	children: (aria: FieldAria) => ReactNode;
}

/** Label, hint and error around one control of any sort. */
export function Field({ id, label, hint, error, isOptional, size = "md", children }: FieldProps) {
	return (
		<div className="ds-field" data-size={size} data-invalid={error ? true : undefined}>
			<label className="ds-label" htmlFor={id}>
				{label}
				<Optional isOptional={isOptional} />
			</label>
			<Hint id={id} hint={hint} />
			<ValidationMessage id={id} error={error} />
			{children({
				id,
				"aria-describedby": describedBy({ id, hint, error }),
				"aria-invalid": error ? true : undefined,
			})}
		</div>
	);
}

type TextFieldProps = Omit<ComponentPropsWithoutRef<"input">, "size"> &
	FieldText & {
		name: string;
		/** The unit, written after the field: "timmar". */
		suffix?: string;
		/** Room for about so many characters; the field is else as wide as its column allows. */
		chars?: number;
	};

export const TextField = forwardRef<HTMLInputElement, TextFieldProps>(function TextField(
	{ label, hint, error, isOptional, size, suffix, chars, id, ...native },
	ref,
) {
	return (
		<Field id={id ?? native.name} {...{ label, hint, error, isOptional, size }}>
			{(aria) => {
				const input = <input type="text" {...native} {...aria} className="ds-input" size={chars} ref={ref} />;
				if (!suffix) return input;
				return (
					<span className="ds-field-affixes">
						{input}
						<span className="ds-field-affix" aria-hidden="true">
							{suffix}
						</span>
					</span>
				);
			}}
		</Field>
	);
});

type TextAreaProps = ComponentPropsWithoutRef<"textarea"> & FieldText & { name: string };

export const TextArea = forwardRef<HTMLTextAreaElement, TextAreaProps>(function TextArea(
	{ label, hint, error, isOptional, size, id, rows = 4, ...native },
	ref,
) {
	return (
		<Field id={id ?? native.name} {...{ label, hint, error, isOptional, size }}>
			{(aria) => <textarea {...native} {...aria} rows={rows} className="ds-input" ref={ref} />}
		</Field>
	);
});

export interface Option {
	value: string;
	label: string;
}

type SelectFieldProps = Omit<ComponentPropsWithoutRef<"select">, "size" | "children"> &
	FieldText & {
		name: string;
		options: readonly Option[];
		/** The first, empty choice: "Välj plats". Leave out when there is always a value. */
		emptyLabel?: string;
	};

export const SelectField = forwardRef<HTMLSelectElement, SelectFieldProps>(function SelectField(
	{ label, hint, error, isOptional, size, options, emptyLabel, id, ...native },
	ref,
) {
	return (
		<Field id={id ?? native.name} {...{ label, hint, error, isOptional, size }}>
			{(aria) => (
				<select {...native} {...aria} className="ds-input" ref={ref}>
					{emptyLabel !== undefined && <option value="">{emptyLabel}</option>}
					{options.map((option) => (
						<option key={option.value} value={option.value}>
							{option.label}
						</option>
					))}
				</select>
			)}
		</Field>
	);
});

interface Choice {
	value: string;
	label: ReactNode;
	hint?: ReactNode;
	isDisabled?: boolean;
}

interface ChoicesProps {
	/** Defaults to `name`. The first control carries it, so that a link in the error summary lands where one answers. */
	id?: string;
	name: string;
	type: "radio" | "checkbox";
	legend: ReactNode;
	isLegendHidden?: boolean;
	hint?: ReactNode;
	error?: string;
	isOptional?: boolean;
	options: readonly Choice[];
	defaultValues?: readonly string[];
	/** `boxed`: each choice a framed area, pressed anywhere. `plain`: a list. */
	variant?: "plain" | "boxed";
	/** `row` lets short choices share a line. */
	direction?: "column" | "row";
	size?: FieldSize;
	onChange?: ChangeEventHandler<HTMLInputElement>;
	onBlur?: FocusEventHandler<HTMLInputElement>;
}

/** Radio buttons or checkboxes under one legend. The ref and the handlers go to every control, as `register` wants. */
export const Choices = forwardRef<HTMLInputElement, ChoicesProps>(function Choices(
	{
		name,
		id = name,
		type,
		legend,
		isLegendHidden,
		hint,
		error,
		isOptional,
		options,
		defaultValues = [],
		variant = "plain",
		direction = "column",
		size = "md",
		onChange,
		onBlur,
	},
	ref,
) {
	return (
		<fieldset
			className="ds-fieldset choices"
			aria-describedby={describedBy({ id, hint, error })}
			data-variant={variant}
			data-direction={direction}
			data-size={size}
			data-invalid={error ? true : undefined}
		>
			<legend className={isLegendHidden ? "visually-hidden" : "ds-label"}>
				{legend}
				<Optional isOptional={isOptional} />
			</legend>
			<Hint id={id} hint={hint} />
			<ValidationMessage id={id} error={error} />
			<div className="choices-list">
				{options.map((option, index) => {
					const optionId = index === 0 ? id : `${id}-${index + 1}`;
					return (
						<div key={option.value} className="choice">
							<input
								className="ds-input"
								type={type}
								id={optionId}
								name={name}
								value={option.value}
								defaultChecked={defaultValues.includes(option.value)}
								disabled={option.isDisabled}
								aria-invalid={error ? true : undefined}
								aria-describedby={option.hint ? `${optionId}-hint` : undefined}
								onChange={onChange}
								onBlur={onBlur}
								ref={ref}
							/>
							<label htmlFor={optionId}>{option.label}</label>
							{option.hint && (
								<p className="choice-hint" id={`${optionId}-hint`}>
									{option.hint}
								</p>
							)}
						</div>
					);
				})}
			</div>
		</fieldset>
	);
});

function Optional({ isOptional }: { isOptional: boolean | undefined }) {
	return isOptional ? <span className="field-optional"> (frivilligt)</span> : null;
}

function Hint({ id, hint }: { id: string; hint: ReactNode }) {
	if (!hint) return null;
	return (
		<p id={`${id}-hint`} className="field-hint" data-field="description">
			{hint}
		</p>
	);
}

function ValidationMessage({ id, error }: { id: string; error: string | undefined }) {
	if (!error) return null;
	return (
		<p id={`${id}-error`} className="ds-validation-message" data-field="validation">
			{error}
		</p>
	);
}

function describedBy({ id, hint, error }: { id: string; hint?: ReactNode; error?: string }): string | undefined {
	return [hint && `${id}-hint`, error && `${id}-error`].filter(Boolean).join(" ") || undefined;
}
