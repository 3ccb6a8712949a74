import type { MeasureKind } from "#app/domain/measureKind.ts";
import { measureModule } from "#app/measures/index.ts";
import type { CalculationInput, PublicFinding } from "#app/measures/types.ts";
import { entry, inputOf, unstated, weekly } from "./input.ts";

export const when = { inForce: { from: "2018-01-01", to: "2018-12-31" }, period: "2018-T2" };
export const DURING = "2018-06-15";
export const AFTERWARDS = "2018-10-15";
export const platser = [1, 2, 3, 4, 5, 6, 7].map((id) => ({ id, name: `Kommundel ${"ABCDEFG"[id - 1]}` }));
const MAYS = ["2018-05-02", "2018-05-09", "2018-05-16", "2018-05-23", "2018-05-30", "2018-06-06", "2018-06-13"];
export const TITLE = "Laga lampan vid skolan";

export const insatser = { minimum: 10, per: "lofte", yearBasis: null, unit: "insatser", unitOne: "insats" };
const evenings = {
	cadence: { type: "weekdays", weekdays: [3], withHelgkvallar: true, onlyHelgfria: false },
	season: null,
	slotOne: "kväll",
	slotMany: "kvällar",
};
const kommundelar = { platsIds: platser.map(({ id }) => id), times: 1, per: "lofte", yearBasis: null };
export const speed = {
	unit: "km/h",
	direction: "down",
	series: [
		{ platsId: 1, baseline: 42, target: 38 },
		{ platsId: 2, baseline: null, target: null },
	],
};

export type Facts = { done?: number; today?: string };
type Scene = [kind: MeasureKind, what: string, input: (facts: Facts) => CalculationInput<unknown>];

/** Each as it is after so much was done in the period: done before the fifth of every list, or as many measurements. */
export const SCENES: Scene[] = [
	["count", "per löfte", given({ settings: insatser })],
	["count", "per tertial", given({ settings: { ...insatser, per: "period" } })],
	[
		"count",
		"per year without end",
		given({ settings: { ...insatser, per: "year", yearBasis: "calendar" }, inForce: { from: "2018-01-01", to: null } }),
	],
	["recurring", "weeks", given({ settings: weekly })],
	["recurring", "evenings", given({ settings: evenings, helgkvallar: [{ date: "2018-05-10", name: "helgkväll" }] })],
	["recurring", "hours not stated", given({ settings: unstated })],
	["recurring", "nothing agreed", given({ settings: { ...weekly, season: { fromMonth: 11, toMonth: 12 } } })],
	["milestone", "planned", given({ settings: { plannedOn: "2018-05-20" } })],
	["coverage", "of seven", given({ settings: kommundelar, platser })],
	["outcome", "of two places", given({ settings: speed, platser })],
	["outcome", "of one place", given({ settings: { ...speed, series: speed.series.slice(0, 1) }, platser })],
	["ongoing", "some", given({ settings: { unit: "pass", unitOne: "pass" } })],
	["actions", "seven decided", given({ settings: {}, withAtgarder: true })],
];

/** What a kind lets anybody read of a calculation. */
export function publish(kind: MeasureKind, input: CalculationInput<unknown>, isSensitive = false): PublicFinding {
	const module = measureModule(kind);
	// As a report has it: plain JSON, frozen and read again.
	return module.publish(JSON.parse(JSON.stringify(module.calculate(input))), { isSensitive });
}

interface Given extends Omit<Partial<Parameters<typeof inputOf<unknown>>[0]>, "settings"> {
	settings: unknown;
	withAtgarder?: boolean;
}

function given({ withAtgarder, ...facts }: Given): Scene[2] {
	return ({ done = 3, today = DURING }) => {
		const days = MAYS.slice(0, done);
		const isMeasured = typeof facts.settings === "object" && facts.settings !== null && "series" in facts.settings;
		return inputOf<unknown>({
			...when,
			today,
			...facts,
			entries: days.map((date, index) =>
				isMeasured
					? entry(date, { quantity: 40 - index, platsId: 1 })
					: entry(date, facts.platser ? { platsId: index + 1 } : {}),
			),
			excusedSlots: [
				{ slotKey: "2018-W30", reason: "semester" },
				{ slotKey: "2018-07-25", reason: "semester" },
			],
			atgarder: withAtgarder
				? MAYS.map((_, index) => ({
						id: index + 1,
						title: TITLE,
						decidedOn: "2018-04-12",
						dueOn: "2018-12-01",
						doneOn: days[index] ?? null,
					}))
				: [],
		});
	};
}
