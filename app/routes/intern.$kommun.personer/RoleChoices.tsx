import { ROLE_NAME, ROLES, type Role } from "#app/domain/permissions.ts";
import { Choices } from "#app/ui/Field.tsx";

const WHAT_FOR: Record<Role, string> = {
	kommunpolis: "Lägger in dokument, loggar, och skriver och bekräftar polisens del.",
	samordnare: "Lägger in dokument, loggar, och skriver och bekräftar kommunens del.",
	ledamot: "Sitter i BRÅ eller trygghetsrådet. Läser allt och kommenterar rapporten.",
	undertecknare: "Läser allt, och signerar rapporten eller lämnar tillbaka den.",
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
