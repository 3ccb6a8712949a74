/** What the list can be filtered on, as named in its address. */
export const FILTER_NAMES = [
	"q",
	"dokument",
	"aktivitet",
	"matt",
	"plats",
	"av",
	"import",
	"period",
	"fran",
	"till",
	"status",
] as const;
export type FilterName = (typeof FILTER_NAMES)[number];

/** The filters as they stand in the address, `""` for none. */
export type FilterValues = Record<FilterName, string>;
