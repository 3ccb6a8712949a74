import { ROLE_NAME, ROLES, type Role } from "#app/domain/permissions.ts";
import { Choices } from "#app/ui/Field.tsx";

const WHAT_FOR: Record<Role, string> = {
	kommunpolis: "Loggar, och bekräftar fördelningen för polisens del.",
	samordnare: "Loggar, och bekräftar fördelningen för kommunens del.",
	ledamot: "Läser allt i BRÅ eller trygghetsrådet.",
	undertecknare: "Läser allt, som den som skriver under löftena.",
	admin: "Sköter personer, platser och inställningar.",
};

interface RoleChoicesProps {
	id?: string;
	error?: string;
	defaultValues?: readonly string[];
}

export function RoleChoices({ id, error, defaultValues }: RoleChoicesProps) {
	return (
		<Choices
			id={id}
			name="roles"
			type="checkbox"
			legend="Roller"
			options={ROLES.map((role) => ({ value: role, label: ROLE_NAME[role], hint: WHAT_FOR[role] }))}
			defaultValues={defaultValues}
			error={error}
		/>
	);
}
