/** How an aktivitet can be followed. Each has a folder in `app/measures/` and is accepted by the CHECK of `measure.kind`. */
export const MEASURE_KINDS = ["count", "recurring", "milestone", "coverage", "outcome", "ongoing", "actions"] as const;
export type MeasureKind = (typeof MEASURE_KINDS)[number];
