/** A table of the kommun: its rows, by column as the database has it. */
export interface ExportedTable {
	name: string;
	columns: string[];
	rows: Record<string, string | number | null>[];
}

/** Everything of a kommun, as it was at one moment. Read by `db/export.server.ts`. */
export interface KommunExport {
	/** The newest migration: which shape the tables have. */
	migration: string;
	tables: ExportedTable[];
	/** Every signed edition, with the text that was signed, for files that can be verified without the app. */
	signed: {
		periodCode: string;
		dokumentId: number;
		edition: number;
		/** Canonical JSON. */
		content: string;
		sha256: string;
		signature: string;
		keyId: string;
	}[];
}
