import { ROLE_NAME, type Role } from "#app/domain/permissions.ts";
import { Button } from "#app/ui/Button.tsx";
import { Card } from "#app/ui/Card.tsx";
import { Heading } from "#app/ui/Heading.tsx";
import { Stack } from "#app/ui/Layout.tsx";
import { PageHeader } from "#app/ui/PageHeader.tsx";

interface DemoSignInProps {
	kommuner: readonly { slug: string; name: string; roles: readonly Role[] }[];
	till: string;
}

/** One click per role and kommun. Every button is a form of its own, so that it works without JavaScript. */
export function DemoSignIn({ kommuner, till }: DemoSignInProps) {
	return (
		<Stack gap="lg">
			<PageHeader title="Prova Löfteskoll" lead="Välj kommun och roll. Rollen avgör vad du får göra." />
			<ul className="demo-kommuner">
				{kommuner.map((kommun) => (
					<Card as="li" key={kommun.slug}>
						<Stack gap="sm">
							<Heading level={2} size="sm">
								{kommun.name}
							</Heading>
							<ul className="demo-roles">
								{kommun.roles.map((role) => (
									<li key={role}>
										<RoleForm
											fields={{ kommun: kommun.slug, roll: role, till }}
											label={ROLE_NAME[role]}
											where={kommun.name}
										/>
									</li>
								))}
							</ul>
						</Stack>
					</Card>
				))}
			</ul>
			<Card tone="tinted" className="demo-several">
				<div>
					<Heading level={2} size="sm">
						Flera kommuner
					</Heading>
					<p>En kommunpolis ansvarar ofta för flera kommuner och ser dem alla på en sida.</p>
				</div>
				<RoleForm fields={{ roll: "kommunpolis-flera", till }} label="Kommunpolis i flera kommuner" />
			</Card>
		</Stack>
	);
}

interface RoleFormProps {
	fields: Record<string, string>;
	label: string;
	/** Said aloud after the label, since the same label stands in every card. */
	where?: string;
}

function RoleForm({ fields, label, where }: RoleFormProps) {
	return (
		<form method="post" action="/demo/logga-in">
			{Object.entries(fields).map(([name, value]) => (
				<input key={name} type="hidden" name={name} value={value} />
			))}
			<Button type="submit" variant="secondary" isWide>
				{label}
				{where && <span className="visually-hidden"> i {where}</span>}
			</Button>
		</form>
	);
}
