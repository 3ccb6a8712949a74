import type { Biprodukt } from "#app/domain/biprodukter.ts";
import type { IsoDate } from "#app/domain/dates.ts";
import { monthName } from "#app/domain/format.ts";
import { FUTURE_DATE_REFUSED, MAX_BIPRODUKT, MAX_NOTE } from "#app/domain/genomforande.schema.ts";
import type { PerformedBy } from "#app/domain/performedBy.ts";
import { containsPersonalNumber, textProblem, tidyText } from "#app/domain/personalData.ts";
import { readQuantityCell } from "./cells.ts";
import type { ImportMeasure } from "./content.ts";
import { judgeEntries } from "./judgeEntries.ts";
import { CHOSEN_BELOW, type JudgeContext, ownValue, quoted } from "./judging.ts";
import type { ImportPlan, SheetRow } from "./plan.ts";

/** What a row says, before it is known whether it has been registered already. */
export interface JudgedRow {
	number: number;
	/** Empty unless it is faulty. */
	faults: string[];
	leftOutBecause: string | null;
	/** Empty when it is faulty or left out. */
	said: SaidRegistration[];
}

export interface SaidRegistration {
	date: IsoDate;
	measure: ImportMeasure;
	quantity: number;
	platsId: number | null;
	performedBy: PerformedBy;
	note: string | null;
	biprodukter: { code: Biprodukt; quantity: number }[];
}

/** A text of a row with the label of what it stands for, first in each message. */
interface Cell {
	label: string;
	text: string;
}

/** Judges one row by itself, with the rules and the words of a registration by hand. */
export function judgeRow(row: SheetRow, context: JudgeContext): JudgedRow {
	const { plan } = context;
	const cells = cellsOf(row, plan);
	const leftOut = (leftOutBecause: string): JudgedRow => ({
		number: row.number,
		faults: [],
		leftOutBecause,
		said: [],
	});
	const withNumbers = cells.all.filter(({ text }) => containsPersonalNumber(text));
	if (withNumbers.length > 0) return faulty(row, withNumbers.map(personalNumberFault));
	const reason = whyNothingToRegister(row, { cells, context });
	if (reason !== null) return leftOut(reason);
	const faults: string[] = [];
	const date = judgeDate(cells.date.text, { context, faults });
	const entries = judgeEntries(cells, { context, date, faults });
	if (entries === "left out") return leftOut(`${quoted(cells.aktivitet.text)} tas inte med.`);
	if (entries.length === 0 && faults.length === 0 && plan.measures.length > 0)
		return leftOut("Ingen aktivitet har något antal.");
	const performedBy = judgePerformer(cells.performedBy.text, { context, faults });
	const platsId = judgePlats(cells.plats.text, { context, faults });
	const note = judgeNote(cells.note, faults);
	const biprodukter = judgeBiprodukter(cells.biprodukter, { plan, faults });
	if (faults.length > 0 || date === undefined || performedBy === undefined) return faulty(row, [...new Set(faults)]);
	const said = entries.map((entry, index) => ({
		...entry,
		date,
		platsId,
		performedBy,
		note,
		// They came of the row as a whole, and are counted once.
		biprodukter: index === 0 ? biprodukter : [],
	}));
	return { number: row.number, faults: [], leftOutBecause: null, said };
}

function faulty({ number }: SheetRow, faults: string[]): JudgedRow {
	return { number, faults, leftOutBecause: null, said: [] };
}

function personalNumberFault({ label }: Cell): string {
	return `${label}: ta bort personnumret. Här ska inga uppgifter om enskilda personer stå.`;
}

function cellsOf({ cells }: SheetRow, plan: ImportPlan) {
	const cell = (label: string, column: number | undefined): Cell => ({
		label,
		text: column === undefined ? "" : (cells[column] ?? "").trim(),
	});
	const date = cell("Datum", plan.date);
	const aktivitet = cell("Aktivitet", plan.aktivitet);
	const quantity = cell("Antal", plan.quantity);
	const plats = cell("Plats", plan.plats);
	const performedBy = cell("Utförd av", plan.performedBy);
	const note = cell("Anteckning", plan.note);
	const biprodukter = plan.biprodukter.map(({ column, label }) => cell(label, column));
	const measures = plan.measures.map(({ column, measure }) => cell(measure.name, column));
	const all = [date, aktivitet, quantity, plats, performedBy, note, ...biprodukter, ...measures];
	/** `biprodukter` and `measures` in the order of the plan. */
	return { date, aktivitet, quantity, plats, performedBy, note, biprodukter, measures, all };
}

type Cells = ReturnType<typeof cellsOf>;

const SUM = /^(?:summa|delsumma|totalsumma|totalt?|sum)(?: |$)/;

const MONTH = new RegExp(
	`^(?:${Array.from({ length: 12 }, (_, index) => monthName(index + 1)).join("|")})(?: \\d{4})?$`,
);

/** Rows that are no registration at all: empty where it counts, sums, headings that are repeated or stand between months. */
function whyNothingToRegister(
	row: SheetRow,
	{ cells, context: { plan, fold } }: { cells: Cells; context: JudgeContext },
): string | null {
	if (cells.all.every(({ text }) => text === "")) return "Inget står i de valda kolumnerna.";
	if (plan.dateHeading !== null && fold(cells.date.text) === plan.dateHeading)
		return "Rubrikerna står där en gång till.";
	const [first = "", ...others] = row.cells.filter((text) => text.trim() !== "").map(fold);
	if (others.length === 0 && MONTH.test(first)) return "Raden är en mellanrubrik.";
	const isSum = SUM.test(first);
	if (isSum && (cells.date.text === "" || SUM.test(fold(cells.date.text)))) return "Raden är en summa.";
	if (cells.date.text !== "") return null;
	const saysWhat = plan.aktivitet !== undefined || plan.measures.length > 0;
	const isEmpty = [cells.aktivitet, cells.quantity, ...cells.measures].every(({ text }) => text === "");
	return saysWhat && isEmpty ? "Datum, aktivitet och antal saknas." : null;
}

function judgeDate(
	text: string,
	{ context: { today, readDate }, faults }: { context: JudgeContext; faults: string[] },
): IsoDate | undefined {
	if (text === "") {
		faults.push("Datum: skriv en dag, till exempel 2026-04-30.");
		return undefined;
	}
	const read = readDate(text);
	if ("problem" in read) {
		faults.push(`Datum: ${read.problem}`);
		return undefined;
	}
	if (read.date > today) faults.push(FUTURE_DATE_REFUSED);
	return read.date > today ? undefined : read.date;
}

function judgePerformer(
	text: string,
	{ context: { mapping, unknown, fold }, faults }: { context: JudgeContext; faults: string[] },
): PerformedBy | undefined {
	const folded = fold(text);
	const performer = folded === "" ? mapping.fixed.performedBy : ownValue(mapping.performers, folded);
	if (performer) return performer;
	if (folded === "") faults.push("Utförd av: välj vem som utförde aktiviteten.");
	else {
		unknown.performers.add(text, folded);
		faults.push(`Utförd av: ${quoted(text)} är inte polisen, kommunen eller annan part. ${CHOSEN_BELOW}`);
	}
	return undefined;
}

function judgePlats(
	text: string,
	{ context: { mapping, unknown, fold }, faults }: { context: JudgeContext; faults: string[] },
): number | null {
	const folded = fold(text);
	if (folded === "") return null;
	const id = ownValue(mapping.platser, folded);
	if (id !== undefined) return id;
	unknown.platser.add(text, folded);
	faults.push(`Plats: ${quoted(text)} finns inte på kommunens lista. ${CHOSEN_BELOW}`);
	return null;
}

function judgeNote({ label, text }: Cell, faults: string[]): string | null {
	const note = tidyText(text);
	// The cell itself holds no personal number; only a note that is another text than the cell is asked again.
	const problem =
		note === text && note.length <= MAX_NOTE ? undefined : textProblem({ label, text: note, maxLength: MAX_NOTE });
	if (problem) faults.push(problem);
	return note || null;
}

function judgeBiprodukter(
	cells: readonly Cell[],
	{ plan, faults }: { plan: ImportPlan; faults: string[] },
): SaidRegistration["biprodukter"] {
	return plan.biprodukter.flatMap(({ code, label }, index) => {
		const text = cells[index]?.text ?? "";
		if (text === "") return [];
		const quantity = readQuantityCell(text);
		if (quantity !== undefined && Number.isInteger(quantity) && quantity >= 0 && quantity <= MAX_BIPRODUKT)
			return quantity === 0 ? [] : [{ code, quantity }];
		faults.push(`${label}: skriv ett helt tal, 0 eller mer.`);
		return [];
	});
}
