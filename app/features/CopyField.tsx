import { type ReactNode, useEffect, useRef, useState } from "react";
import { Button } from "#app/ui/Button.tsx";
import { TextField } from "#app/ui/Field.tsx";
import { Cluster } from "#app/ui/Layout.tsx";
import "./copyField.css";

interface CopyFieldProps {
	name: string;
	label: string;
	/** What is copied: an address. */
	value: string;
	/** "Kopiera adressen" */
	button: ReactNode;
}

/** An address to take along. It is selected when one enters the field; the button to copy it comes with JavaScript. */
export function CopyField({ name, label, value, button }: CopyFieldProps) {
	const field = useRef<HTMLInputElement>(null);
	const [state, setState] = useState<"unscripted" | "ready" | "copied">("unscripted");
	useEffect(() => setState("ready"), []);
	const copy = async () => {
		field.current?.select();
		await navigator.clipboard.writeText(value);
		setState("copied");
	};
	return (
		<div className="copy-field">
			<TextField
				label={label}
				name={name}
				readOnly
				defaultValue={value}
				ref={field}
				onFocus={(event) => event.currentTarget.select()}
			/>
			{state !== "unscripted" && (
				<Cluster>
					<Button type="button" variant="secondary" onClick={() => void copy()}>
						{button}
					</Button>
					<span aria-live="polite">{state === "copied" && "Kopierad."}</span>
				</Cluster>
			)}
		</div>
	);
}
