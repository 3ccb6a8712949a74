import { useActionData } from "@remix-run/react";
import { allTypedIn, refusalIn, typedIn } from "#app/domain/formRefusal.ts";
import type { Role } from "#app/domain/permissions.ts";
import { IntentForm } from "#app/features/IntentForm.tsx";
import { TextField } from "#app/ui/Field.tsx";
import { RoleChoices } from "./RoleChoices.tsx";

interface InbjudanFormProps {
	/** Ticked from the start. */
	suggestedRole?: Role;
	submitVariant?: "primary" | "secondary";
	/** With a summary the form is unfolded by whoever wants it. */
	disclosure?: string;
}

/** Makes a link to send by whatever way the kommun trusts; the app sends no mail. */
export function InbjudanForm({ suggestedRole, submitVariant, disclosure }: InbjudanFormProps) {
	const refusal = refusalIn(useActionData());
	const suggested = suggestedRole && [suggestedRole];
	const roles = typedIn(refusal, "intent") === "createInbjudan" ? allTypedIn(refusal, "roles") : suggested;
	return (
		<div className="inbjudan-form">
			<IntentForm
				intent="createInbjudan"
				hidden={{}}
				submit="Skapa inbjudan"
				submitVariant={submitVariant}
				disclosure={disclosure}
			>
				{(refused) => (
					<>
						<TextField label="Namn" {...refused.field("name")} autoComplete="off" />
						<TextField label="E-post" {...refused.field("email")} type="email" autoComplete="off" />
						<RoleChoices id={refused.fieldId("roles")} defaultValues={roles} error={refused.error("roles")} />
					</>
				)}
			</IntentForm>
		</div>
	);
}
