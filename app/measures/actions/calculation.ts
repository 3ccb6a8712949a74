import { formatDate, PERIOD_WORDS } from "#app/domain/format.ts";
import type { Status } from "#app/domain/status.ts";
import { type Moment, momentOf, periodRemarks } from "../moment.ts";
import type { AtgardFact, Calculation, CalculationInput } from "../types.ts";
import type { ActionsSettings } from "./settings.ts";

export interface ActionLine {
	id: number;
	title: string;
	state: "done" | "late" | "open";
	/** "utförd 2 maj 2018", "skulle vara klar 1 juni 2018", "klar senast 1 december 2018", "ingen dag bestämd" */
	dateText: string;
}

export interface ActionsChart {
	figure: string;
	/** "detta tertial" */
	thisOne: string;
	done: number;
	total: number;
	/** Late ones first, then open, then done. */
	lines: ActionLine[];
}

/** What was decided gets done: closed åtgärder of those decided by the evaluated day. */
export function calculateActions(input: CalculationInput<ActionsSettings>): Calculation<ActionsChart> {
	const moment = momentOf(input);
	const decided = input.atgarder.filter((atgard) => atgard.decidedOn <= moment.day);
	const lines = decided
		.map((atgard) => lineOf(atgard, moment))
		.sort((a, b) => ORDER.indexOf(a.state) - ORDER.indexOf(b.state));
	const done = lines.filter((line) => line.state === "done").length;
	const late = lines.filter((line) => line.state === "late");
	const doneInPeriod = decided.filter(
		({ doneOn }) => doneOn !== null && doneOn >= input.period.clippedFrom && doneOn <= moment.day,
	).length;
	const { thisOne } = PERIOD_WORDS[input.period.kind];
	const figure = lines.length > 0 ? `${done} av ${lines.length} utförda` : "inga beslutade ännu";
	return {
		status: statusOf({ done, total: lines.length, late: late.length, moment }),
		headline:
			lines.length > 0 ? `${done} av ${lines.length} beslutade åtgärder utförda` : "Inga beslutade åtgärder ännu",
		figure,
		remarks: [
			...(late.length > 0 ? [`Försenat: ${late.map((line) => line.title).join(", ")}.`] : []),
			...periodRemarks(input.period, moment),
		],
		chart: { figure, thisOne, done, total: lines.length, lines },
		table: {
			caption: "Beslutade åtgärder",
			columns: [{ label: "Åtgärd" }, { label: "Beslutad" }, { label: "Klar senast" }, { label: "Utförd" }],
			rows: decided.map(({ title, decidedOn, dueOn, doneOn }) => [
				title,
				decidedOn,
				dueOn,
				doneOn !== null && doneOn <= moment.day ? doneOn : "inte utförd",
			]),
		},
		figures: {
			unit: "beslutade åtgärder",
			periodMinimum: null,
			thisPeriod: moment.hasBegun ? doneInPeriod : null,
			minimum: lines.length,
			cumulative: done,
		},
	};
}

const ORDER: readonly ActionLine["state"][] = ["late", "open", "done"];

function lineOf({ id, title, dueOn, doneOn }: AtgardFact, { day }: Moment): ActionLine {
	if (doneOn !== null && doneOn <= day) return { id, title, state: "done", dateText: `utförd ${formatDate(doneOn)}` };
	if (dueOn === null) return { id, title, state: "open", dateText: "ingen dag bestämd" };
	return dueOn < day
		? { id, title, state: "late", dateText: `skulle vara klar ${formatDate(dueOn)}` }
		: { id, title, state: "open", dateText: `klar senast ${formatDate(dueOn)}` };
}

function statusOf({
	done,
	total,
	late,
	moment,
}: {
	done: number;
	total: number;
	late: number;
	moment: Moment;
}): Status {
	if (!moment.hasBegun || total === 0) return "inte_igang";
	if (done === total) return "natt";
	if (moment.isDokumentOver) return "ej_natt";
	return late > 0 ? "efter" : "pa_vag";
}
