import { PASSWORD_HINT } from "#app/domain/password.ts";
import { IntentForm } from "#app/features/IntentForm.tsx";
import { TextField } from "#app/ui/Field.tsx";
import { KontoSection } from "./KontoSection.tsx";

export function PasswordSection() {
	return (
		<KontoSection id="losenordet" title="Lösenord">
			<IntentForm intent="changePassword" hidden={{}} submit="Byt lösenord">
				{(refused) => (
					<>
						<TextField
							label="Nuvarande lösenord"
							name="currentPassword"
							id={refused.fieldId("currentPassword")}
							type="password"
							autoComplete="current-password"
							error={refused.error("currentPassword")}
						/>
						<TextField
							label="Lösenord"
							hint={PASSWORD_HINT}
							name="password"
							id={refused.fieldId("password")}
							type="password"
							autoComplete="new-password"
							error={refused.error("password")}
						/>
						<TextField
							label="Lösenordet igen"
							name="repeatedPassword"
							id={refused.fieldId("repeatedPassword")}
							type="password"
							autoComplete="new-password"
							error={refused.error("repeatedPassword")}
						/>
					</>
				)}
			</IntentForm>
		</KontoSection>
	);
}
