import { countOf, formatPeriod, listOf, lowerFirst, monthName, PERIOD_WORDS, upperFirst } from "#app/domain/format.ts";
import { type ClippedPeriod, periodsInForce } from "#app/domain/periods.ts";
import type { Status } from "#app/domain/status.ts";
import { countedEntries, type Moment, momentOf, periodRemarks, settingsFor, sumQuantities, within } from "../moment.ts";
import { type MonthFact, monthsThrough } from "../months.ts";
import type { Calculation, CalculationInput, ExpectedSlot, FigureTable, SlotFact, SlotFacts } from "../types.ts";
import { gridOf, type JudgedSlot, type RecurringGrid } from "./grid.ts";
import type { RecurringSettings } from "./settings.ts";
import { hoursOn, isUnstated, slotKeyOf, slotsOf } from "./slots.ts";

type Input = CalculationInput<RecurringSettings>;

export interface SlotCounts {
	done: number;
	missed: number;
	excused: number;
	open: number;
}

export interface RecurringChart {
	figure: string;
	/** "detta tertial" */
	thisOne: string;
	/** "Tertial 2 2018" */
	periodName: string;
	/** "kvällar" */
	slotMany: string;
	slots: SlotFact[];
	counts: SlotCounts;
	grid: RecurringGrid;
	/** Opening hours that the text does not give: what happened month by month, since nothing is expected. Otherwise null. */
	months: MonthFact[] | null;
}

/**
 * A cadence: every expected tillfälle has at least so many genomföranden. A missed one cannot be made up; an excused one
 * is neither done nor missed (decision 0003).
 */
export function calculateRecurring(input: Input): Calculation<RecurringChart> {
	const moment = momentOf(input);
	const settings = settingsFor(input.versions, input.period.clippedFrom);
	if (isUnstated(settings)) return calculateUnstated(input, { settings, moment });
	const slots = judgedSlots(input, input.period);
	const counts = countStates(slots);
	const sinceStart = countsSinceStart(input);
	const due = counts.done + counts.missed;
	const { slotOne, slotMany } = settings;
	const figure =
		due > 0
			? `${counts.done} av ${countOf(due, slotOne, slotMany)}`
			: `inga ${slotMany} ${slots.length > 0 ? "ännu" : "avtalade"}`;
	return {
		status: slots.length === 0 && moment.hasBegun ? "inget_minimum" : statusOf(counts, moment),
		headline: headlineOf(input, { figure, due, slots, settings, moment }),
		figure,
		remarks: [
			...slotRemarks(slots, { settings, moment }),
			...sinceStartRemarks(input, { settings, sinceStart }),
			...outsideRemarks(input, { settings, slots, moment }),
			...calendarRemarks(input, settings),
			...periodRemarks(input.period, moment),
		],
		chart: {
			figure,
			...periodWords(input, settings),
			slots: slots.map(({ key, label, state }) => ({ key, label, state })),
			counts,
			grid: gridOf(slots, settings),
			months: null,
		},
		table: tableOf(slots, settings),
		figures: {
			unit: slotMany,
			periodMinimum: due,
			thisPeriod: moment.hasBegun ? counts.done : null,
			minimum: sinceStart.done + sinceStart.missed,
			cumulative: sinceStart.done,
		},
	};
}

/** The expected tillfällen of the period with their days; none where the text does not say which they are. */
export function expectedSlotsOf(facts: SlotFacts<RecurringSettings>): ExpectedSlot[] {
	const { cadence } = settingsFor(facts.versions, facts.period.clippedFrom);
	return judgedSlots(facts, facts.period).map(({ key, label, state, firstDay, lastDay }) => ({
		key,
		label,
		state,
		firstDay,
		lastDay,
		hours: hoursOn(cadence, firstDay),
	}));
}

/**
 * The slots of a period with what became of each, by the settings that held for it. Slots decide what belongs to the
 * period, not the day of the entry: a meeting on Monday 30 April is week 18, which is the next tertial's.
 */
function judgedSlots(input: SlotFacts<RecurringSettings>, period: ClippedPeriod): JudgedSlot[] {
	const settings = settingsFor(input.versions, period.clippedFrom);
	const { cadence } = settings;
	const times = cadence.type === "every" ? cadence.times : 1;
	const doneByKey = new Map<string, number>();
	for (const entry of countedEntries(input, input.today)) {
		const key = slotKeyOf(cadence, entry.date);
		doneByKey.set(key, (doneByKey.get(key) ?? 0) + entry.quantity);
	}
	const reasonByKey = new Map(input.excusedSlots.map((excused) => [excused.slotKey, excused.reason]));
	return slotsOf(settings, { ...input, period }).map((slot) => {
		const reason = reasonByKey.get(slot.key) ?? null;
		const isDone = (doneByKey.get(slot.key) ?? 0) >= times;
		if (isDone) return { ...slot, state: "done", reason: null };
		if (reason !== null) return { ...slot, state: "excused", reason };
		return { ...slot, state: slot.lastDay < input.today ? "missed" : "open", reason: null };
	});
}

function countStates(slots: readonly SlotFact[]): SlotCounts {
	const counts = { done: 0, missed: 0, excused: 0, open: 0 };
	for (const slot of slots) counts[slot.state] += 1;
	return counts;
}

function statusOf({ done, missed, open }: SlotCounts, { hasBegun, isOver }: Moment): Status {
	if (!hasBegun) return "inte_igang";
	if (missed > 0) return isOver ? "ej_natt" : "efter";
	if (done === 0) return "inte_igang";
	return open === 0 ? "natt" : "pa_vag";
}

function headlineOf(
	input: Input,
	{
		figure,
		due,
		slots,
		settings,
		moment,
	}: { figure: string; due: number; slots: readonly JudgedSlot[]; settings: RecurringSettings; moment: Moment },
): string {
	const { period } = input;
	const { thisOne } = PERIOD_WORDS[period.kind];
	if (slots.length === 0) {
		const registered = sumQuantities(within(countedEntries(input, moment.day), period.clippedFrom, moment.day));
		const also = registered > 0 ? `, ${countOf(registered, settings.slotOne, settings.slotMany)} har registrerats` : "";
		return `Inget minimum ${thisOne}: inga ${settings.slotMany} är avtalade${also}`;
	}
	if (due === 0) return `Inga ${settings.slotMany} att räkna ännu ${thisOne}`;
	return moment.isOver ? `${figure}, ${lowerFirst(formatPeriod(period))}` : `${figure} hittills ${thisOne}`;
}

const NAMED = 5;

function slotRemarks(
	slots: readonly JudgedSlot[],
	{ settings, moment }: { settings: RecurringSettings; moment: Moment },
): string[] {
	const labelled = (state: SlotFact["state"]) => slots.filter((slot) => slot.state === state);
	const missed = labelled("missed").map((slot) => slot.label);
	const excused = labelled("excused").map((slot) => `${slot.label} (${slot.reason})`);
	const open = labelled("open").length;
	return [
		...(missed.length > 0 ? [`Missat: ${latestNamed(missed)}.`] : []),
		...(excused.length > 0 ? [`Inställt: ${latestNamed(excused)}.`] : []),
		...(open > 0 && moment.hasBegun ? [`${countOf(open, settings.slotOne, settings.slotMany)} återstår.`] : []),
	];
}

/** The latest ones by name: "lör 17 december, fre 23 december och 4 till". */
function latestNamed(labels: readonly string[]): string {
	if (labels.length <= NAMED) return listOf(labels);
	return `${labels.slice(-NAMED).join(", ")} och ${labels.length - NAMED} till`;
}

/** Every expected tillfälle from the dokument's first day through the period. */
function countsSinceStart(input: Input): SlotCounts {
	const periods = periodsInForce(input.inForce, input.periodKind, input.period.clippedTo);
	return countStates(periods.flatMap((period) => judgedSlots(input, period)));
}

function sinceStartRemarks(
	{ inForce, period }: Input,
	{ settings, sinceStart: { done, missed } }: { settings: RecurringSettings; sinceStart: SlotCounts },
): string[] {
	if (inForce.from >= period.clippedFrom || done + missed === 0) return [];
	return [`Sedan löftet började: ${done} av ${countOf(done + missed, settings.slotOne, settings.slotMany)}.`];
}

/** What was done on other days than the agreed ones is not lost, but it fills no slot. */
function outsideRemarks(
	input: Input,
	{ settings, slots, moment }: { settings: RecurringSettings; slots: readonly JudgedSlot[]; moment: Moment },
): string[] {
	if (settings.cadence.type === "every") return [];
	const keys = new Set(slots.map((slot) => slot.key));
	const { clippedFrom } = input.period;
	const outside = within(countedEntries(input, moment.day), clippedFrom, moment.day).filter(
		(entry) => !keys.has(entry.date),
	);
	if (outside.length === 0) return [];
	return [
		`${countOf(outside.length, "registrering", "registreringar")} gäller andra dagar än de avtalade och räknas inte.`,
	];
}

function calendarRemarks({ helgkvallar }: Input, { cadence }: RecurringSettings): string[] {
	const isMissing = cadence.type === "weekdays" && cadence.withHelgkvallar && helgkvallar.length === 0;
	return isMissing ? ["Inga andra helgkvällar är valda i kalendern ännu."] : [];
}

function calculateUnstated(
	input: Input,
	{ settings, moment }: { settings: RecurringSettings; moment: Moment },
): Calculation<RecurringChart> {
	const entries = countedEntries(input, moment.day);
	const { thisOne } = PERIOD_WORDS[input.period.kind];
	const inPeriod = sumQuantities(within(entries, input.period.clippedFrom, moment.day));
	const figure = countOf(inPeriod, settings.slotOne, settings.slotMany);
	const months = monthsThrough(entries, { from: input.inForce.from, day: moment.day });
	return {
		status: "inget_minimum",
		headline: `${figure} ${thisOne}. Öppettiderna står inte i löftet`,
		figure,
		remarks: [
			"Utan avtalade tider kan inget tillfälle vara missat. Lägg in öppettiderna när parterna har enats om dem.",
			...periodRemarks(input.period, moment),
		],
		chart: {
			figure,
			...periodWords(input, settings),
			slots: [],
			counts: { done: 0, missed: 0, excused: 0, open: 0 },
			grid: { columns: [], areColumnLabelsHidden: true, rows: [] },
			months,
		},
		table: {
			caption: `${upperFirst(settings.slotMany)} per månad`,
			columns: [{ label: "Månad" }, { label: "Antal", isNumeric: true }],
			rows: months.map((month) => [upperFirst(month.name), month.quantity]),
		},
		figures: {
			unit: settings.slotMany,
			periodMinimum: null,
			thisPeriod: moment.hasBegun ? inPeriod : null,
			minimum: null,
			cumulative: sumQuantities(entries),
		},
	};
}

function periodWords(
	{ period }: Input,
	{ slotMany }: RecurringSettings,
): Pick<RecurringChart, "thisOne" | "periodName" | "slotMany"> {
	return { thisOne: PERIOD_WORDS[period.kind].thisOne, periodName: formatPeriod(period), slotMany };
}

function tableOf(slots: readonly JudgedSlot[], { cadence, slotMany }: RecurringSettings): FigureTable {
	const isByMonth = cadence.type !== "every" || cadence.every === "week";
	const groupOf = ({ anchor, label }: JudgedSlot) =>
		isByMonth ? `${monthName(Number(anchor.slice(5, 7)))} ${anchor.slice(0, 4)}` : label;
	const groups = [...new Set(slots.map(groupOf))];
	return {
		caption: upperFirst(`${slotMany} ${isByMonth ? "per månad" : "var för sig"}`),
		columns: [
			{ label: isByMonth ? "Månad" : "Tillfälle" },
			{ label: "Väntade", isNumeric: true },
			{ label: "Gjorda", isNumeric: true },
			{ label: "Missade", isNumeric: true },
			{ label: "Inställda", isNumeric: true },
			{ label: "Ej dags", isNumeric: true },
		],
		rows: groups.map((group) => {
			const { done, missed, excused, open } = countStates(slots.filter((slot) => groupOf(slot) === group));
			return [upperFirst(group), done + missed + open, done, missed, excused, open];
		}),
	};
}
