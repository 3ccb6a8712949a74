import type { DemoPerson } from "#app/commands/createDemoPersons.server.ts";
import { ROLE_NAME, ROLES } from "#app/domain/permissions.ts";

/** A kommun as the accounts need it. */
interface DemoKommun {
	id: number;
	slug: string;
	name: string;
}

/** One account per role and kommun, and last the officer with several kommuner (e-mail `kommunpolis-flera@…`). */
export function demoPersons(kommuner: readonly DemoKommun[]): DemoPerson[] {
	const perRole = kommuner.flatMap((kommun) =>
		ROLES.map((role) => ({
			email: `${role}.${kommun.slug}@exempel.se`,
			name: `${ROLE_NAME[role]} i ${kommun.name}`,
			memberships: [{ kommunId: kommun.id, role }],
		})),
	);
	const idOf = (slug: string) => kommuner.filter((kommun) => kommun.slug === slug).map((kommun) => kommun.id);
	return [
		...perRole,
		{
			email: "kommunpolis-flera@exempel.se",
			name: "Kommunpolis i flera kommuner",
			memberships: [
				...[...idOf("savsjo"), ...idOf("alvesta")].map((kommunId) => ({ kommunId, role: "kommunpolis" as const })),
				...idOf("jonkoping").map((kommunId) => ({ kommunId, role: "ledamot" as const })),
			],
		},
	];
}
