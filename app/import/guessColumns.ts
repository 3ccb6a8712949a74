import type { PerformedBy } from "#app/domain/performedBy.ts";
import { looksLikeDate, readQuantityCell } from "./cells.ts";
import type { ColumnRole } from "./content.ts";
import { foldedName } from "./foldedName.ts";
import type { SheetRow } from "./plan.ts";
import { type HeadingGuess, headingGuesses } from "./words.ts";

/** What a folded name stands for in this kommun; undefined when it is not clear. */
export interface Matchers {
	measure: (folded: string) => number | undefined;
	plats: (folded: string) => number | undefined;
	performer: (folded: string) => PerformedBy | undefined;
	/** Whether a heading is an amount that a mått is counted in. */
	isAmount: (folded: string) => boolean;
}

/** What a column says by its heading, and how large a part of its cells is what. */
interface Column {
	index: number;
	heading: string;
	guesses: HeadingGuess[];
	isEmpty: boolean;
	dates: number;
	numbers: number;
	measures: number;
	platser: number;
	performers: number;
	/** Different names among the cells looked at. */
	names: number;
}

/** Enough to know a column by. */
const SAMPLE = 100;
const MOST_COLUMNS = 100;
const MOST = 0.6;
const SOME = 0.3;
/** So many different names are chosen by hand in a moment. */
const FEW_NAMES = 10;
/** A heading that is the word, or begins with it. */
const SURE = 2;

/** What each column of the table is, from the left: by its heading first, then by what its cells hold. */
export function guessColumns({
	rows,
	header,
	matchers,
}: {
	rows: readonly SheetRow[];
	header: SheetRow | undefined;
	matchers: Matchers;
}): ColumnRole[] {
	const sample = rows.slice(0, SAMPLE);
	const width = Math.max(0, header?.cells.length ?? 0, ...sample.map(({ cells }) => cells.length));
	const columns = Array.from({ length: Math.min(MOST_COLUMNS, width) }, (_, index) =>
		describe(index, { heading: header?.cells[index] ?? "", sample, matchers }),
	);
	const roles = new Roles(columns);
	roles.giveByHeading(["date"]);
	roles.giveByContent("date", ({ dates }) => dates);
	const isLong = roles.free().some((column) => column.guesses.some(isSureAktivitet) && fits("aktivitet", column));
	const isWide = !isLong && roles.giveMeasures(matchers.measure);
	const usual = ["performedBy", "plats", "note"] as const;
	roles.giveByHeading(isWide ? usual : ["aktivitet", "quantity", ...usual]);
	if (!isWide) roles.giveByContent("aktivitet", ({ measures }) => measures * 2);
	roles.giveByContent("performedBy", ({ performers }) => performers);
	roles.giveByContent("plats", ({ platser }) => platser);
	if (!isWide && !header) roles.giveByContent("quantity", ({ numbers }) => numbers);
	return roles.all();
}

function isSureAktivitet({ role, strength }: HeadingGuess): boolean {
	return role === "aktivitet" && strength >= SURE;
}

function describe(
	index: number,
	{ heading, sample, matchers }: { heading: string; sample: readonly SheetRow[]; matchers: Matchers },
): Column {
	const cells = sample.map((row) => (row.cells[index] ?? "").trim()).filter((text) => text !== "");
	const folded = cells.map(foldedName);
	const share = (isSo: (text: string) => boolean, of: readonly string[]) =>
		of.length === 0 ? 0 : of.filter(isSo).length / of.length;
	return {
		index,
		heading,
		guesses: [
			...headingGuesses(heading),
			...(matchers.isAmount(foldedName(heading)) ? [{ role: "quantity" as const, strength: SURE }] : []),
		],
		isEmpty: cells.length === 0,
		dates: share(looksLikeDate, cells),
		numbers: share((text) => readQuantityCell(text) !== undefined, cells),
		measures: share((name) => matchers.measure(name) !== undefined, folded),
		platser: share((name) => matchers.plats(name) !== undefined, folded),
		performers: share((name) => matchers.performer(name) !== undefined, folded),
		names: new Set(folded).size,
	};
}

/** Whether the cells are such as the role has. */
function fits(role: ColumnRole, column: Column): boolean {
	const { isEmpty, dates, numbers, performers, names } = column;
	if (isEmpty) return true;
	if (role === "date") return dates >= SOME || numbers < MOST;
	if (role === "quantity" || role.startsWith("biprodukt.")) return numbers >= MOST;
	if (role === "performedBy") return performers >= SOME || (names <= FEW_NAMES && numbers < MOST);
	return role === "note" || (numbers < MOST && dates < MOST);
}

/** Gives each role to one column at most, and each column one role. */
class Roles {
	private readonly given = new Map<number, ColumnRole>();

	constructor(private readonly columns: readonly Column[]) {}

	free(): Column[] {
		return this.columns.filter(({ index }) => !this.given.has(index));
	}

	all(): ColumnRole[] {
		return this.columns.map(({ index }) => this.given.get(index) ?? "unused");
	}

	/** The surest headings first, and of equal ones the column with most days or known names. By-products with any. */
	giveByHeading(wanted: readonly ColumnRole[]): void {
		const known = ({ role, column }: { role: ColumnRole; column: Column }) =>
			role === "date" ? column.dates : column.measures;
		const guesses = this.free()
			.flatMap((column) => column.guesses.map((guess) => ({ ...guess, column })))
			.filter(({ role }) => wanted.includes(role) || (wanted.length > 1 && role.startsWith("biprodukt.")))
			.sort((a, b) => b.strength - a.strength || known(b) - known(a));
		for (const { role, column } of guesses) if (fits(role, column)) this.give(role, column);
	}

	/** By what the cells hold: the column where most of them are so, unless another has the role. */
	giveByContent(role: ColumnRole, shareOf: (column: Column) => number): void {
		const [best] = this.free()
			.filter((column) => shareOf(column) >= MOST && fits(role, column))
			.sort((a, b) => shareOf(b) - shareOf(a));
		if (best) this.give(role, best);
	}

	/** The columns that are named after a mått and hold numbers; whether there are any. */
	giveMeasures(measureOf: Matchers["measure"]): boolean {
		for (const column of this.free()) {
			const measureId = measureOf(foldedName(column.heading));
			const isOther = column.guesses.some(({ role, strength }) => role !== "aktivitet" && strength > SURE);
			const hasNumbers = column.isEmpty || column.numbers >= MOST;
			if (measureId !== undefined && hasNumbers && !isOther) this.give(`measure.${measureId}`, column);
		}
		return this.all().some((role) => role.startsWith("measure."));
	}

	private give(role: ColumnRole, { index }: Column): void {
		if (!this.given.has(index) && ![...this.given.values()].includes(role)) this.given.set(index, role);
	}
}
