import * as z from "zod";
import { PERS, YEAR_BASES } from "#app/measures/windows.ts";

/**
 * Settings on their way in, read for what they have: what nobody has answered yet is null or empty. The kinds' own schemas are
 * stricter, and decide in the end.
 */
const number = z.number().nullable().catch(null);
const word = z.string().catch("");
const flag = z.boolean().catch(false);
const numbers = z
	.array(z.unknown())
	.transform((values) => values.filter((value) => typeof value === "number"))
	.catch([]);
const windowRule = {
	per: z.enum(PERS).nullable().catch(null),
	yearBasis: z.enum(YEAR_BASES).nullable().catch(null),
};
const units = { unit: word, unitOne: word };

export const EVERY = ["week", "month", "quarter", "termin"] as const;
export type Every = (typeof EVERY)[number];

const every = z.object({
	type: z.literal("every"),
	every: z.enum(EVERY).nullable().catch(null),
	times: number,
});
const weekdays = z.object({
	type: z.literal("weekdays"),
	weekdays: numbers,
	withHelgkvallar: flag,
	onlyHelgfria: flag,
});
const openingHours = z.object({
	type: z.literal("opening_hours"),
	hours: z.array(z.unknown()).catch([]),
	onlyHelgfria: flag,
});

const countDraft = z.object({ minimum: number, ...windowRule, ...units });
const coverageDraft = z.object({ platsIds: numbers, times: number, ...windowRule });
const recurringDraft = z.object({
	cadence: z
		.discriminatedUnion("type", [every, weekdays, openingHours])
		.catch({ type: "every", every: null, times: null }),
	season: z.unknown().default(null),
	slotOne: word,
	slotMany: word,
});
const outcomeDraft = z.object({
	unit: word,
	direction: z.enum(["down", "up"]).nullable().catch(null),
	series: z.array(z.object({ platsId: z.number(), baseline: number, target: number })).catch([]),
});
const ongoingDraft = z.object(units);
const milestoneDraft = z.object({ plannedOn: z.string().nullable().catch(null) });

export type CountDraft = z.infer<typeof countDraft>;
export type CoverageDraft = z.infer<typeof coverageDraft>;
export type RecurringDraft = z.infer<typeof recurringDraft>;
export type OutcomeDraft = z.infer<typeof outcomeDraft>;
export type OngoingDraft = z.infer<typeof ongoingDraft>;
export type MilestoneDraft = z.infer<typeof milestoneDraft>;
export type Cadence = RecurringDraft["cadence"];

export const readCount = (settings: unknown): CountDraft => countDraft.parse(asObject(settings));
export const readCoverage = (settings: unknown): CoverageDraft => coverageDraft.parse(asObject(settings));
export const readRecurring = (settings: unknown): RecurringDraft => recurringDraft.parse(asObject(settings));
export const readOutcome = (settings: unknown): OutcomeDraft => outcomeDraft.parse(asObject(settings));

function asObject(settings: unknown): object {
	return typeof settings === "object" && settings !== null ? settings : {};
}
