/** The files of a report, in the order they are offered; the code is the file's extension in its address. */
export const RAPPORT_FORMATS = [
	{ format: "pdf", label: "PDF" },
	{ format: "xlsx", label: "Excel" },
	{ format: "csv", label: "CSV" },
	{ format: "json", label: "JSON" },
] as const;

export type RapportFormat = (typeof RAPPORT_FORMATS)[number]["format"];
