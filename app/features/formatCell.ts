import { formatNumber } from "#app/domain/format.ts";

/** A figure table's cell as people read it; what is missing is "Ingen uppgift", never 0. */
export function formatCell(value: string | number | null): string {
	if (value === null) return "Ingen uppgift";
	return typeof value === "number" ? formatNumber(value) : value;
}
