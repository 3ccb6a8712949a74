import type { ReactNode } from "react";
import type { ZodType } from "zod";
import type { IsoDate } from "#app/domain/dates.ts";
import type { MeasureKind } from "#app/domain/measureKind.ts";
import type { ClippedPeriod, InForce, PeriodKind } from "#app/domain/periods.ts";
import type { Status } from "#app/domain/status.ts";

/** One genomförande as a measure sees it. Makulerade ones never reach a calculation. */
export interface Entry {
	genomforandeId: number;
	date: IsoDate;
	/** Amount in the measure's unit (tillfällen, timmar …); for `outcome` the measured value. */
	quantity: number;
	platsId: number | null;
	platsName: string | null;
}

/** A place, group or road stretch on the kommun's list. */
export interface Plats {
	id: number;
	name: string;
}

/** An expected tillfälle that was inställt, with its reason. `slotKey` as made by the recurring kind. */
export interface ExcusedSlot {
	slotKey: string;
	reason: string;
}

/** An evening of the kommun's own ticked calendar ("andra helgkvällar"). */
export interface Helgkvall {
	date: IsoDate;
	name: string;
}

/** A decided åtgärd. */
export interface AtgardFact {
	id: number;
	title: string;
	decidedOn: IsoDate;
	dueOn: IsoDate | null;
	doneOn: IsoDate | null;
}

/** Settings valid from a date; a changed minimum makes a new version and old periods keep the old number. */
export interface SettingsVersion<Settings> {
	validFrom: IsoDate;
	settings: Settings;
}

/** Everything a measure may know. The same for every kind, so that a new kind needs no change outside its folder. */
export interface CalculationInput<Settings> {
	/** At least one, in order of `validFrom`; the first holds from the start whatever its date. */
	versions: readonly SettingsVersion<Settings>[];
	inForce: InForce;
	periodKind: PeriodKind;
	/** The period looked at, clipped to the dokument. */
	period: ClippedPeriod;
	/** Today; entries after it are not expected, and a period that ends on or after it is not over. */
	today: IsoDate;
	/** In order of date. May hold entries outside the period and outside the dokument. */
	entries: readonly Entry[];
	excusedSlots: readonly ExcusedSlot[];
	/** Ticked evenings only, in order of date. */
	helgkvallar: readonly Helgkvall[];
	/** The kommun's places, for names. */
	platser: readonly Plats[];
	/** Åtgärder of the aktivitet, makulerade ones left out. */
	atgarder: readonly AtgardFact[];
	/** The fördelning in use per period code: the agreed one, or the one that waits for confirmation; null: the app's proposal. */
	fordelning: Readonly<Record<string, number>> | null;
}

export interface TableColumn {
	label: string;
	isNumeric?: boolean;
}

/** The figures of the chart as a table: what the page shows beside it, also in print. null prints "Ingen uppgift". */
export interface FigureTable {
	caption: string;
	columns: readonly TableColumn[];
	rows: readonly (readonly (string | number | null)[])[];
}

/** Chart-ready numbers and words. Components never calculate. Everything in it is plain JSON. */
export interface Calculation<Chart = unknown> {
	status: Status;
	/** The finding, a whole phrase: "9 av minst 10 riktade insatser". */
	headline: string;
	/** The shortest form, for receipts and tiles: "9 av minst 10", "34 av 41 kvällar", "Klart 3 maj 2017", "12 tillfällen". */
	figure: string;
	/** What explains the status, one short sentence each ("Jämn takt vore 8 till i dag.", "Perioden gäller från 10 april."). */
	remarks: readonly string[];
	chart: Chart;
	table: FigureTable;
	/** The report's columns. */
	figures: Figures;
}

/** Said instead of a number below 5 of a sensitive measure on public pages. */
export const FEWER_THAN_FIVE = "färre än 5";

/** null: there is none (nothing agreed, nothing known). */
export type Amount = number | typeof FEWER_THAN_FIVE | null;

/** What the report's table says of a measure, alike for every kind. */
export interface Figures {
	/** What is counted: "riktade insatser", "kvällar", "kommundelar". */
	unit: string;
	/** Agreed for the period looked at. */
	periodMinimum: Amount;
	/** Done in the period looked at. */
	thisPeriod: Amount;
	/** Agreed for the whole (the löfte, the year, all slots so far, all places). */
	minimum: Amount;
	/** Done of the whole, through the period. */
	cumulative: Amount;
}

/** What anybody may read of a measure: no day, week, time or place but those the signed text itself names. */
export interface PublicFinding<Chart = unknown> {
	headline: string;
	figure: string;
	figures: Figures;
	/** For the kind's own `Chart`; null when it would tell more. */
	chart: Chart | null;
	table: FigureTable | null;
}

/** How the log form asks for the quantity of this measure. */
export interface QuantityField {
	/** null: one genomförande is one tillfälle, and the common field "Antal" is used. */
	label: string | null;
	unit: string | null;
	/** A measured value has no default and must be typed. */
	isMeasuredValue: boolean;
}

/**
 * A measure kind. Its folder holds the settings schema, the calculation, the form fields and the chart;
 * `index.ts` has one line for it.
 */
export interface MeasureModule<Settings = unknown, Chart = unknown> {
	kind: MeasureKind;
	/** "Antal", "Återkommande" … */
	name: string;
	/** One sentence for the one who chooses a kind. */
	description: string;
	/** Parses stored settings (plain JSON) and what `settingsFromForm` returned; messages in Swedish. */
	settingsSchema: ZodType<Settings>;
	/** Turns the posted fields of `Fields` into an object for `settingsSchema`. */
	settingsFromForm(form: FormData): unknown;
	/** What was agreed, in words, for the räkneregel box: "Minst 10 per löftesperiod, i tillfällen." */
	describeSettings(settings: Settings, platser: readonly Plats[]): string;
	calculate(input: CalculationInput<Settings>): Calculation<Chart>;
	/** null: nothing is logged against this kind (`actions` counts åtgärder). */
	quantityField(settings: Settings): QuantityField | null;
	/** Ids of the places that the logger should be offered first; when there are none, all of them. */
	platsIds(settings: Settings): readonly number[];
	/** The proposed fördelning per period; null when the kind or these settings have none. */
	fordelningWholes?(facts: FordelningFacts<Settings>): FordelningWhole[] | null;
	/** The expected tillfällen of the period, for kinds that have them; an excused slot is named by its key. */
	slots?(chart: Chart): readonly SlotFact[];
	/** The same with their days, for calendars; of a period that has not begun, too. What nothing is agreed about gives none. */
	expectedSlots?(facts: SlotFacts<Settings>): readonly ExpectedSlot[];
	/** What of it begins, ends or is planned within the days and the dokument, in words after its name: "säsongen börjar". */
	upcoming?(settings: Settings, facts: UpcomingFacts): readonly UpcomingDay[];
	/**
	 * The part of a calculation that anybody may read.
	 *
	 * @param isSensitive numbers below 5 are said as "färre än 5", and nothing but the status and what was agreed narrows
	 *   them (decision 0010)
	 */
	publish(calculation: Calculation<Chart>, facts: { isSensitive: boolean }): PublicFinding<Chart>;
	/** Form fields of the settings; native inputs named as `settingsFromForm` reads them. */
	Fields(props: { settings: Settings | null; platser: readonly Plats[] }): ReactNode;
	/** The chart drawn without JavaScript: SVG or an accessible HTML table; the same on screen, in print and on the server. */
	Chart(props: { chart: Chart; titleId: string }): ReactNode;
	/** The small form for lists; same data. */
	MiniChart(props: { chart: Chart }): ReactNode;
	/** The form for a projector: as few and as wide as is read from the back row. Absent where that is the small form. */
	ScreenChart?(props: { chart: Chart; titleId: string }): ReactNode;
	/** The interactive layer (recharts), lazy, in a chunk of its own: render it in `Suspense`. Absent when the static form is all. */
	InteractiveChart?(props: { chart: Chart }): ReactNode;
}

/** An expected tillfälle, as pages name it: "fre 25 mars", "v. 41". */
export interface SlotFact {
	key: string;
	label: string;
	state: "done" | "missed" | "excused" | "open";
}

/** An expected tillfälle with its days; kept out of charts, which a signed report stores (decision 0012). */
export interface ExpectedSlot extends SlotFact {
	/** The same day for a tillfälle of a day. */
	firstDay: IsoDate;
	/** It is due when this day is over. */
	lastDay: IsoDate;
	/** Opening hours of the day, Swedish local time (`HH:MM`); none: any time. */
	hours: readonly { from: string; to: string }[];
}

/** What the expected tillfällen of a period follow from. */
export type SlotFacts<Settings> = Pick<
	CalculationInput<Settings>,
	"versions" | "inForce" | "period" | "today" | "entries" | "excusedSlots" | "helgkvallar"
>;

/** The days to look through, and what has been done. */
export interface UpcomingFacts {
	from: IsoDate;
	to: IsoDate;
	inForce: InForce;
	entries: readonly Pick<Entry, "date">[];
}

/** A day that something of a measure begins, ends or is planned on. */
export interface UpcomingDay {
	day: IsoDate;
	text: string;
}

/** What a proposed fördelning follows from. */
export interface FordelningFacts<Settings> {
	versions: readonly SettingsVersion<Settings>[];
	inForce: InForce;
	periodKind: PeriodKind;
	/** Where the end is open: the years that begin by this day. */
	through: IsoDate;
	/** The fördelning in use, if any: under a changed minimum, what it says of periods that began before stands. */
	fordelning: Readonly<Record<string, number>> | null;
}

/** A whole number agreed for a window (a year, the löfte) and how the app proposes to spread it over the window's periods. */
export interface FordelningWhole {
	/** "hela löftesperioden", "löftesår 1 (10 april 2018–9 april 2019)". */
	label: string;
	total: number;
	parts: { periodCode: string; part: number }[];
}
