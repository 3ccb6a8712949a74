import type { Permission } from "#app/domain/permissions.ts";

interface NavPage {
	label: string;
	path: string;
	icon:
		| "oversikt"
		| "logga"
		| "registreringar"
		| "importera"
		| "rapport"
		| "atgarder"
		| "mote"
		| "dokument"
		| "kalender"
		| "personer"
		| "installningar"
		| "historik";
	may: Permission;
}

const PAGES: readonly NavPage[] = [
	{ label: "Översikt", path: "", icon: "oversikt", may: "read" },
	{ label: "Logga", path: "/logga", icon: "logga", may: "log" },
	{ label: "Registreringar", path: "/registreringar", icon: "registreringar", may: "read" },
	{ label: "Rapport", path: "/rapport", icon: "rapport", may: "read" },
	{ label: "Åtgärder", path: "/atgarder", icon: "atgarder", may: "read" },
	{ label: "Möten", path: "/mote", icon: "mote", may: "read" },
	{ label: "Dokument", path: "/dokument", icon: "dokument", may: "read" },
	{ label: "Importera", path: "/import", icon: "importera", may: "log" },
	{ label: "Helgkvällar", path: "/kalender", icon: "kalender", may: "read" },
	{ label: "Historik", path: "/historik", icon: "historik", may: "read" },
	{ label: "Personer", path: "/personer", icon: "personer", may: "administer" },
	{ label: "Inställningar", path: "/installningar", icon: "installningar", may: "administer" },
];

/** The pages a person may open in the kommun. The same permission guards the page itself. */
export function kommunNavItems(slug: string, may: (permission: Permission) => boolean) {
	return PAGES.filter((page) => may(page.may)).map(({ label, path, icon }) => ({
		label,
		icon,
		to: `/intern/${slug}${path}`,
	}));
}
