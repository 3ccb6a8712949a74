export const ROLES = ["kommunpolis", "samordnare", "ledamot", "undertecknare", "admin"] as const;
export type Role = (typeof ROLES)[number];

export const ROLE_NAME: Record<Role, string> = {
	kommunpolis: "Kommunpolis",
	samordnare: "Samordnare",
	ledamot: "Ledamot",
	undertecknare: "Undertecknare",
	admin: "Administratör",
};

/** What can be permitted within one kommun, and to whom: the one table that pages and server ask. */
const HOLDERS = {
	read: ["kommunpolis", "samordnare", "ledamot", "undertecknare", "admin"],
	log: ["kommunpolis", "samordnare"],
	editDokument: ["kommunpolis", "samordnare"],
	confirmForPolis: ["kommunpolis"],
	confirmForKommun: ["samordnare"],
	handleAtgarder: ["kommunpolis", "samordnare"],
	writeForPolis: ["kommunpolis"],
	writeForKommun: ["samordnare"],
	giveSynpunkt: ["kommunpolis", "samordnare", "ledamot", "undertecknare"],
	runMote: ["kommunpolis", "samordnare"],
	sign: ["undertecknare"],
	publish: ["samordnare"],
	beginRattelse: ["kommunpolis", "samordnare"],
	administer: ["admin"],
} as const satisfies Record<string, readonly Role[]>;

export type Permission = keyof typeof HOLDERS;

/** Whether any of the roles a person holds in a kommun permits the thing. The page and the server ask this same function. */
export function isPermitted(roles: readonly Role[], permission: Permission): boolean {
	return roles.some((role) => (HOLDERS[permission] as readonly Role[]).includes(role));
}

export function isRole(value: string): value is Role {
	return (ROLES as readonly string[]).includes(value);
}
