import { ROLE_NAME, type Role } from "#app/domain/permissions.ts";
import { IntentForm } from "#app/features/IntentForm.tsx";
import { Cluster } from "#app/ui/Layout.tsx";
import { Tag } from "#app/ui/Tag.tsx";
import { RoleChoices } from "./RoleChoices.tsx";

export interface ListedMember {
	personId: number;
	name: string;
	email: string;
	roles: Role[];
	isSelf: boolean;
}

export function MemberList({ members }: { members: readonly ListedMember[] }) {
	return (
		<ul className="person-list">
			{members.map((member) => (
				<li key={member.personId} className="person" aria-labelledby={nameId(member)}>
					<div className="person-facts">
						<p className="person-name" id={nameId(member)}>
							{member.name}
							{member.isSelf && <span className="person-self"> (du)</span>}
						</p>
						<p className="person-email">{member.email}</p>
						<Cluster gap="xs">
							{member.roles.map((role) => (
								<Tag key={role}>{ROLE_NAME[role]}</Tag>
							))}
						</Cluster>
					</div>
					<div className="person-forms">
						<ChangeRoles member={member} />
						<Remove member={member} />
					</div>
				</li>
			))}
		</ul>
	);
}

function nameId({ personId }: ListedMember): string {
	return `person-${personId}`;
}

function ChangeRoles({ member }: { member: ListedMember }) {
	return (
		<IntentForm
			// New roles make a new form, so that the boxes show what was saved.
			key={member.roles.join()}
			intent="changeRoles"
			hidden={{ personId: member.personId, version: member.roles.join() }}
			disclosure="Ändra roller"
			submit="Spara rollerna"
		>
			{(refused) => (
				<RoleChoices id={refused.fieldId("roles")} error={refused.error("roles")} defaultValues={member.roles} />
			)}
		</IntentForm>
	);
}

function Remove({ member }: { member: ListedMember }) {
	return (
		<IntentForm
			intent="removeMember"
			hidden={{ personId: member.personId }}
			disclosure="Ta bort"
			submit="Ta bort ur kommunen"
			submitVariant="danger"
		>
			{(refused) => (
				<p id={refused.fieldId("roles")}>
					{member.name} kommer inte längre åt kommunen. Det som redan är registrerat står kvar.
				</p>
			)}
		</IntentForm>
	);
}
