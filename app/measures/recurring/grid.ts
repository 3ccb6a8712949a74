import { isoWeek } from "#app/domain/dates.ts";
import { formatWeek, monthName, upperFirst, weekdayName } from "#app/domain/format.ts";
import type { SlotFact } from "../types.ts";
import type { RecurringSettings } from "./settings.ts";
import { HELGKVALL_ROW, type Slot } from "./slots.ts";

/** A slot with what became of it. */
export interface JudgedSlot extends Slot, SlotFact {
	/** Why it was inställt; null otherwise. */
	reason: string | null;
}

export interface GridCell {
	key: string;
	/** "fre 25 mars", for those who hear the grid. */
	label: string;
	state: SlotFact["state"];
	reason: string | null;
	/** Written beside the mark where the column does not say it: "v. 18"; otherwise null. */
	text: string | null;
}

export interface RecurringGrid {
	columns: { key: string; label: string }[];
	/** The columns are places without a name of their own, read aloud only. */
	areColumnLabelsHidden: boolean;
	rows: { label: string; cells: GridCell[][] }[];
}

/**
 * Places judged slots in a grid: for days the weekdays against the weeks, for weeks the months against their first to
 * fifth week, for longer stretches one row per year.
 */
export function gridOf(slots: readonly JudgedSlot[], { cadence }: RecurringSettings): RecurringGrid {
	if (cadence.type !== "every") return dayGrid(slots);
	if (cadence.every === "week") return weekGrid(slots);
	return stretchGrid(slots);
}

function dayGrid(slots: readonly JudgedSlot[]): RecurringGrid {
	const weeks = [...new Set(slots.map((slot) => isoWeek(slot.anchor).key))].sort();
	const order = [...[1, 2, 3, 4, 5, 6, 7].map(weekdayName), HELGKVALL_ROW];
	const rows = order.filter((row) => slots.some((slot) => slot.row === row));
	return {
		columns: weeks.map((week) => ({ key: week, label: formatWeek(week) })),
		areColumnLabelsHidden: false,
		rows: rows.map((row) => ({
			label: upperFirst(row),
			cells: weeks.map((week) =>
				slots.filter((slot) => slot.row === row && isoWeek(slot.anchor).key === week).map((slot) => cellOf(slot, null)),
			),
		})),
	};
}

const WEEKS_IN_MONTH = [1, 2, 3, 4, 5] as const;

function weekGrid(slots: readonly JudgedSlot[]): RecurringGrid {
	const months = [...new Set(slots.map((slot) => slot.anchor.slice(0, 7)))].sort();
	const weekOfMonth = (slot: JudgedSlot) => Math.ceil(Number(slot.anchor.slice(8, 10)) / 7);
	return {
		columns: WEEKS_IN_MONTH.map((week) => ({ key: String(week), label: `Vecka ${week} i månaden` })),
		areColumnLabelsHidden: true,
		rows: months.map((month) => ({
			label: `${upperFirst(monthName(Number(month.slice(5, 7))))} ${month.slice(0, 4)}`,
			cells: WEEKS_IN_MONTH.map((week) =>
				slots
					.filter((slot) => slot.anchor.slice(0, 7) === month && weekOfMonth(slot) === week)
					.map((slot) => cellOf(slot, slot.label)),
			),
		})),
	};
}

function stretchGrid(slots: readonly JudgedSlot[]): RecurringGrid {
	const years = [...new Set(slots.map((slot) => slot.anchor.slice(0, 4)))].sort();
	const inYear = (year: string) => slots.filter((slot) => slot.anchor.slice(0, 4) === year);
	const most = Math.max(0, ...years.map((year) => inYear(year).length));
	const places = Array.from({ length: most }, (_, index) => index);
	return {
		columns: places.map((place) => ({ key: String(place), label: `Tillfälle ${place + 1}` })),
		areColumnLabelsHidden: true,
		rows: years.map((year) => ({
			label: year,
			cells: places.map((place) => {
				const slot = inYear(year)[place];
				return slot ? [cellOf(slot, upperFirst(slot.label.replace(` ${year}`, "")))] : [];
			}),
		})),
	};
}

function cellOf({ key, label, state, reason }: JudgedSlot, text: string | null): GridCell {
	return { key, label, state, reason, text };
}
