/** A file on its way in, in the log, taken back, or given up before it came in. */
export const IMPORT_STATES = ["pagar", "importerad", "angrad", "avbruten"] as const;
export type ImportState = (typeof IMPORT_STATES)[number];
