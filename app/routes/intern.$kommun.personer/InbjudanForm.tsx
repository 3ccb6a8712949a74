import { useActionData } from "@remix-run/react";
import { allTypedIn, refusalIn, typedIn } from "#app/domain/formRefusal.ts";
import { IntentForm } from "#app/features/IntentForm.tsx";
import { TextField } from "#app/ui/Field.tsx";
import { RoleChoices } from "./RoleChoices.tsx";

/** Makes a link to send by whatever way the kommun trusts; the app sends no mail. */
export function InbjudanForm() {
	const refusal = refusalIn(useActionData());
	const typedRoles = typedIn(refusal, "intent") === "createInbjudan" ? allTypedIn(refusal, "roles") : undefined;
	return (
		<div className="inbjudan-form">
			<IntentForm intent="createInbjudan" hidden={{}} submit="Skapa inbjudan">
				{(refused) => (
					<>
						<TextField label="Namn" {...refused.field("name")} autoComplete="off" />
						<TextField label="E-post" {...refused.field("email")} type="email" autoComplete="off" />
						<RoleChoices id={refused.fieldId("roles")} defaultValues={typedRoles} error={refused.error("roles")} />
					</>
				)}
			</IntentForm>
		</div>
	);
}
