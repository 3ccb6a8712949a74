import type { IsoDate } from "#app/domain/dates.ts";
import { formatNumber } from "#app/domain/format.ts";
import type { SheetTable } from "#app/domain/sheetTable.ts";
import { readDateCell } from "./cells.ts";
import {
	type CheckedRow,
	type ImportCheck,
	type ImportedRegistration,
	type ImportFacts,
	type ImportMapping,
	MOST_IMPORT_ROWS,
	type RowOutcome,
} from "./content.ts";
import { foldedName } from "./foldedName.ts";
import { type JudgedRow, judgeRow, type SaidRegistration } from "./judgeRow.ts";
import type { JudgeContext } from "./judging.ts";
import { type ImportPlan, planImport, UnknownNames } from "./plan.ts";
import { comesIn } from "./readiness.ts";
import { remembered } from "./remembered.ts";

export interface Chunking {
	/** Told after each chunk how many of the rows have been judged. */
	onProgress?: (done: number, total: number) => void;
	/** Awaited between chunks, so that others are answered. */
	pause: () => Promise<void>;
}

/** With a column for each aktivitet a row may become many. */
const MOST_REGISTRATIONS = MOST_IMPORT_ROWS;
const TOO_MANY = {
	field: "sheet",
	message: `Blad: bladet blir fler än ${formatNumber(MOST_REGISTRATIONS)} registreringar. Dela upp det på flera filer.`,
};

/** Few enough to take a few milliseconds. */
const ROWS_IN_CHUNK = 100;

/**
 * Judges every row of the chosen sheet as it would be judged if it were registered by hand, and says what would come of it.
 * Nothing is refused here: what is wrong is told of the row, or of the mapping, and then no row has been judged.
 */
export function checkImport(sheets: readonly SheetTable[], mapping: ImportMapping, facts: ImportFacts): ImportCheck {
	const judging = judge(sheets, mapping, facts);
	for (;;) {
		const step = judging.next();
		if (step.done) return step.value;
	}
}

/** The same for a server that has others to answer: with a pause every few milliseconds. */
export async function checkImportInChunks(
	sheets: readonly SheetTable[],
	mapping: ImportMapping,
	facts: ImportFacts,
	{ onProgress, pause }: Chunking,
): Promise<ImportCheck> {
	const judging = judge(sheets, mapping, facts);
	for (;;) {
		const step = judging.next();
		if (step.done) return step.value;
		onProgress?.(step.value.done, step.value.total);
		await pause();
	}
}

type Judging = Generator<{ done: number; total: number }, ImportCheck, void>;

/** First what each row says, then, when all keys are known, what is registered already. Yields between chunks. */
function* judge(sheets: readonly SheetTable[], mapping: ImportMapping, facts: ImportFacts): Judging {
	const unknown = { aktiviteter: new UnknownNames(), platser: new UnknownNames(), performers: new UnknownNames() };
	const { plan, faults } = planImport(sheets, mapping, facts);
	if (!plan) return emptyCheck(faults);
	const { year } = mapping.fixed;
	const context: JudgeContext = {
		plan,
		mapping,
		today: facts.today,
		unknown,
		fold: remembered(foldedName),
		readDate: remembered((text) => readDateCell(text, year)),
	};
	const keys = new RowKeys(facts.sha256);
	const keyed: KeyedRow[] = [];
	for (const row of plan.rows) {
		const judged = judgeRow(row, context);
		if (keys.given.size + judged.said.length > MOST_REGISTRATIONS) return emptyCheck([TOO_MANY]);
		keyed.push({ ...judged, said: judged.said.map((said) => ({ ...said, rowKey: keys.keyOf(said) })) });
		if (keyed.length % ROWS_IN_CHUNK === 0) yield { done: keyed.length, total: plan.rows.length };
	}
	const total = plan.rows.length;
	const registered = new Registered(facts, keys.given);
	yield { done: total, total };
	const tally = new Tally(mapping);
	const rows: CheckedRow[] = [];
	for (const row of keyed) {
		const checked = settle(row, { registered, facts });
		tally.add(checked);
		rows.push(checked);
		if (rows.length % ROWS_IN_CHUNK === 0) yield { done: total, total };
	}
	return {
		rows,
		...tally.result(plan, facts),
		unknown: {
			aktiviteter: unknown.aktiviteter.all(),
			platser: unknown.platser.all(),
			performers: unknown.performers.all(),
		},
		mappingFaults: [],
	};
}

type KeyedRow = Omit<JudgedRow, "said"> & { said: (SaidRegistration & { rowKey: string })[] };

function emptyCheck(mappingFaults: ImportCheck["mappingFaults"]): ImportCheck {
	return {
		rows: [],
		counts: noCounts(),
		unknown: { aktiviteter: [], platser: [], performers: [] },
		mappingFaults,
		span: null,
		perMeasure: [],
		perStillPeriod: [],
	};
}

function noCounts(): Record<RowOutcome, number> {
	return { ready: 0, late: 0, like_existing: 0, already_imported: 0, left_out: 0, faulty: 0 };
}

/**
 * The key of a row is what it says and which in order it is among those of the file that say the same. Hence the same file
 * has the same keys again, a longer one has them and more, and two equal rows are two registrations.
 */
class RowKeys {
	readonly given = new Set<string>();
	private readonly seen = new Map<string, number>();

	constructor(private readonly sha256: (text: string) => string) {}

	keyOf({ date, measure, quantity, platsId, performedBy, note, biprodukter }: SaidRegistration): string {
		const said = JSON.stringify([
			date,
			measure.id,
			quantity,
			platsId,
			performedBy,
			note,
			biprodukter.map(({ code, quantity }) => [code, quantity]),
		]);
		const ordinal = (this.seen.get(said) ?? 0) + 1;
		this.seen.set(said, ordinal);
		const key = this.sha256(`${said}#${ordinal}`);
		this.given.add(key);
		return key;
	}
}

/** What is in the log already. A registration that a row of this very file became can be taken for no other row. */
class Registered {
	private readonly unclaimed = new Map<string, number>();
	/** Of those that came of a file. */
	private readonly placed = new Map<string, number>();
	private readonly placeless = new Map<string, number>();

	constructor(
		private readonly facts: ImportFacts,
		keysInFile: ReadonlySet<string>,
	) {
		for (const { date, measureId, platsId, rowKey } of facts.existing) {
			if (rowKey !== null && keysInFile.has(rowKey)) continue;
			add(this.unclaimed, likenessOf({ date, measureId, platsId }));
			if (rowKey !== null && platsId !== null) add(this.placed, dayOf({ date, measureId }));
			if (rowKey !== null && platsId === null) add(this.placeless, dayOf({ date, measureId }));
		}
	}

	has(rowKey: string): boolean {
		return this.facts.importedKeys.has(rowKey);
	}

	/**
	 * Whether one that is there has the same mått, day and place; each is taken for one row only. The place of a file's rows
	 * may have been left open the first time and be known now, or the other way round.
	 */
	claimAlike(registration: { date: IsoDate; measureId: number; platsId: number | null }): boolean {
		const day = dayOf(registration);
		const [own, other] = registration.platsId === null ? [this.placeless, this.placed] : [this.placed, this.placeless];
		if (claim(this.unclaimed, likenessOf(registration))) {
			claim(own, day);
			return true;
		}
		const isTaken = claim(other, day);
		if (isTaken && registration.platsId !== null) claim(this.unclaimed, likenessOf({ ...registration, platsId: null }));
		return isTaken;
	}
}

function add(counts: Map<string, number>, key: string): void {
	counts.set(key, (counts.get(key) ?? 0) + 1);
}

/** One less, if there is one. */
function claim(counts: Map<string, number>, key: string): boolean {
	const left = counts.get(key) ?? 0;
	if (left > 0) counts.set(key, left - 1);
	return left > 0;
}

function dayOf({ date, measureId }: { date: IsoDate; measureId: number }): string {
	return `${date}|${measureId}`;
}

function likenessOf({ date, measureId, platsId }: { date: IsoDate; measureId: number; platsId: number | null }) {
	return `${date}|${measureId}|${platsId ?? ""}`;
}

/** The worst first; a row is called by the worst of its registrations. */
const WORST_FIRST = ["like_existing", "late", "ready", "already_imported"] as const;

function settle(
	{ number, faults, leftOutBecause, said }: KeyedRow,
	{ registered, facts }: { registered: Registered; facts: ImportFacts },
): CheckedRow {
	if (faults.length > 0) return { number, outcome: "faulty", faults, leftOutBecause: null, registrations: [] };
	if (leftOutBecause !== null) return { number, outcome: "left_out", faults, leftOutBecause, registrations: [] };
	const registrations = said.map(({ measure, ...content }): ImportedRegistration => {
		const registration = { ...content, measureId: measure.id };
		const isLate = stillPeriodOf({ date: content.date, dokumentId: measure.dokumentId }, facts) !== undefined;
		if (registered.has(content.rowKey)) return { ...registration, isLate, outcome: "already_imported" };
		if (registered.claimAlike(registration)) return { ...registration, isLate, outcome: "like_existing" };
		return { ...registration, isLate, outcome: isLate ? "late" : "ready" };
	});
	const outcome = WORST_FIRST.find((one) => registrations.some((registration) => registration.outcome === one));
	return { number, outcome: outcome ?? "ready", faults, leftOutBecause: null, registrations };
}

function stillPeriodOf({ date, dokumentId }: { date: IsoDate; dokumentId: number }, facts: ImportFacts) {
	return facts.stillPeriods.find(
		(period) => period.dokumentId === dokumentId && date >= period.from && date <= period.to,
	);
}

type Summary = Pick<ImportCheck, "counts" | "span" | "perMeasure" | "perStillPeriod">;

/** Adds up what the rows become. */
class Tally {
	private readonly counts = noCounts();
	private readonly taken: ImportedRegistration[] = [];
	private readonly asked: ImportedRegistration[] = [];

	constructor(private readonly mapping: ImportMapping) {}

	add({ outcome, registrations }: CheckedRow): void {
		if (outcome === "faulty" || outcome === "left_out") this.counts[outcome]++;
		for (const registration of registrations) {
			this.counts[registration.outcome]++;
			if (comesIn(registration, this.mapping)) this.taken.push(registration);
			if (registration.isLate && comesIn(registration, { ...this.mapping, takesLate: true }))
				this.asked.push(registration);
		}
	}

	result({ measureById }: ImportPlan, facts: ImportFacts): Summary {
		const days = this.taken.map(({ date }) => date).sort();
		const [from] = days;
		const to = days.at(-1);
		const perMeasure = facts.measures.flatMap(({ id, name }) => {
			const own = this.taken.filter(({ measureId }) => measureId === id);
			const quantity = own.reduce((sum, registration) => sum + registration.quantity, 0);
			return own.length === 0 ? [] : [{ measureId: id, name, registrations: own.length, quantity }];
		});
		const dokumentIdOf = (measureId: number) => measureById.get(measureId)?.dokumentId ?? 0;
		const periods = this.asked.map(({ date, measureId }) =>
			stillPeriodOf({ date, dokumentId: dokumentIdOf(measureId) }, facts),
		);
		const perStillPeriod = facts.stillPeriods.flatMap((period) => {
			const registrations = periods.filter((one) => one === period).length;
			return registrations === 0 ? [] : [{ name: period.name, isSigned: period.isSigned, registrations }];
		});
		return {
			counts: this.counts,
			span: from === undefined || to === undefined ? null : { from, to },
			perMeasure,
			perStillPeriod,
		};
	}
}
