import { clipPeriod, type InForce, parsePeriod } from "#app/domain/periods.ts";
import type { CalculationInput, Entry } from "#app/measures/types.ts";

interface Facts<Settings> {
	settings: Settings;
	/** Later versions, in order. */
	later?: { validFrom: string; settings: Settings }[];
	inForce: InForce;
	/** A period code; its kind is the dokument's. */
	period: string;
	today: string;
	entries?: readonly Entry[];
	excusedSlots?: CalculationInput<Settings>["excusedSlots"];
	helgkvallar?: CalculationInput<Settings>["helgkvallar"];
	platser?: CalculationInput<Settings>["platser"];
	atgarder?: CalculationInput<Settings>["atgarder"];
	fordelning?: Record<string, number>;
}

/** A calculation input with only what the test is about said out loud. */
export function inputOf<Settings>(facts: Facts<Settings>): CalculationInput<Settings> {
	const period = parsePeriod(facts.period);
	const clipped = period && clipPeriod(period, facts.inForce);
	if (!clipped) throw new Error(`${facts.period} is not in force`);
	return {
		versions: [{ validFrom: facts.inForce.from, settings: facts.settings }, ...(facts.later ?? [])],
		inForce: facts.inForce,
		periodKind: clipped.kind,
		period: clipped,
		today: facts.today,
		entries: facts.entries ?? [],
		excusedSlots: facts.excusedSlots ?? [],
		helgkvallar: facts.helgkvallar ?? [],
		platser: facts.platser ?? [],
		atgarder: facts.atgarder ?? [],
		fordelning: facts.fordelning ?? null,
	};
}

/** One entry per date, quantity 1, without a place. */
export function entriesOn(...dates: string[]): Entry[] {
	return dates.map((date) => entry(date));
}

export function entry(date: string, facts: { quantity?: number; platsId?: number } = {}): Entry {
	nextId += 1;
	return {
		genomforandeId: nextId,
		date,
		quantity: facts.quantity ?? 1,
		platsId: facts.platsId ?? null,
		platsName: facts.platsId === undefined ? null : `plats ${facts.platsId}`,
	};
}

let nextId = 0;

/** Settings of an återkommande measure: a meeting every week. */
export const weekly = {
	cadence: { type: "every", every: "week", times: 1 },
	season: null,
	slotOne: "möte",
	slotMany: "möten",
};

/** The text says "opening hours" and not which. */
export const unstated = { ...weekly, cadence: { type: "opening_hours", hours: [], onlyHelgfria: true } };
