import { ROLE_NAME, type Role } from "#app/domain/permissions.ts";
import { IntentForm } from "#app/features/IntentForm.tsx";
import { Cluster } from "#app/ui/Layout.tsx";
import { Tag } from "#app/ui/Tag.tsx";

interface ListedInbjudan {
	id: number;
	name: string;
	email: string;
	roles: Role[];
	lastDay: string;
	isExpired: boolean;
}

export function OpenInbjudningar({ inbjudningar }: { inbjudningar: readonly ListedInbjudan[] }) {
	return (
		<ul className="person-list">
			{inbjudningar.map((inbjudan) => (
				<li key={inbjudan.id} className="person">
					<div className="person-facts">
						<p className="person-name">{inbjudan.name}</p>
						<p className="person-email">{inbjudan.email}</p>
						<Cluster gap="xs">
							{inbjudan.roles.map((role) => (
								<Tag key={role}>{ROLE_NAME[role]}</Tag>
							))}
							{inbjudan.isExpired ? (
								<Tag tone="warning">Länken gick ut {inbjudan.lastDay}</Tag>
							) : (
								<Tag tone="info">Länken gäller till {inbjudan.lastDay}</Tag>
							)}
						</Cluster>
					</div>
					<div className="person-forms" data-direction="row">
						<IntentForm
							intent="renewInbjudan"
							hidden={{ inbjudanId: inbjudan.id }}
							submit={<WithName action="Förnya länken" name={inbjudan.name} />}
						/>
						<IntentForm
							intent="revokeInbjudan"
							hidden={{ inbjudanId: inbjudan.id }}
							submit={<WithName action="Återkalla" name={inbjudan.name} />}
							submitVariant="tertiary"
						/>
					</div>
				</li>
			))}
		</ul>
	);
}

function WithName({ action, name }: { action: string; name: string }) {
	return (
		<>
			{action}
			<span className="visually-hidden"> för {name}</span>
		</>
	);
}
