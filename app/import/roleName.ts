import { BIPRODUKT_NAME, BIPRODUKTER, isBiprodukt } from "#app/domain/biprodukter.ts";
import type { ColumnRole, ImportMeasure } from "./content.ts";

const NAME = {
	date: "Datum",
	aktivitet: "Aktivitet",
	quantity: "Antal",
	plats: "Plats",
	performedBy: "Utförd av",
	note: "Anteckning",
	unused: "Används inte",
} as const;

/** What a column can say of a row, each with its name; one group with the mått, one with the biprodukter. */
export interface RoleGroup {
	label: string | null;
	roles: { role: ColumnRole; name: string }[];
}

/** The roles to choose from. A column can say how many of each mått that takes a number from the log. */
export function roleGroups(measures: readonly ImportMeasure[]): RoleGroup[] {
	const usual = (["date", "aktivitet", "quantity", "plats", "performedBy", "note"] as const).map((role) => ({
		role,
		name: NAME[role],
	}));
	const groups: RoleGroup[] = [{ label: null, roles: [{ role: "unused", name: NAME.unused }, ...usual] }];
	for (const { title, measures: ofOne } of byDokument(measures))
		groups.push({
			label: `Antal av – ${title}`,
			roles: ofOne.map(({ id, name }) => ({ role: `measure.${id}` as const, name: `Antal av: ${name}` })),
		});
	groups.push({
		label: "Biprodukter",
		roles: BIPRODUKTER.map((code) => ({ role: `biprodukt.${code}` as const, name: BIPRODUKT_NAME[code] })),
	});
	return groups;
}

/** "Datum"; "Antal av: Riktad insats"; "Beslag". */
export function roleName(role: ColumnRole, measures: readonly ImportMeasure[]): string {
	if (Object.hasOwn(NAME, role)) return NAME[role as keyof typeof NAME];
	const [group, of = ""] = role.split(".");
	if (group === "biprodukt" && isBiprodukt(of)) return BIPRODUKT_NAME[of];
	return `Antal av: ${measures.find(({ id }) => String(id) === of)?.name ?? "okänt mått"}`;
}

/** The mått that rows can count toward, by dokument, the latest first. */
export function byDokument(measures: readonly ImportMeasure[]): { title: string; measures: ImportMeasure[] }[] {
	const loggable = measures.filter(({ quantityField }) => quantityField !== null);
	const ids = [...new Set(loggable.map(({ dokumentId }) => dokumentId))];
	return ids
		.map((dokumentId) => loggable.filter((measure) => measure.dokumentId === dokumentId))
		.sort(([a], [b]) => (b?.inForceFrom ?? "").localeCompare(a?.inForceFrom ?? ""))
		.map((ofOne) => ({ title: ofOne[0]?.dokumentTitle ?? "", measures: ofOne }));
}
