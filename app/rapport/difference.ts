import { BIPRODUKT_NAME } from "#app/domain/biprodukter.ts";
import { formatNumber, formatWeek, lowerFirst } from "#app/domain/format.ts";
import { RAPPORT_PART_NAME } from "#app/domain/rapport.ts";
import type { RapportAktivitet, RapportContent, RapportMeasure } from "./content.ts";
import { figureTable, summaryLine } from "./tables.ts";
import { aktiviteterOf, aktivitetLabel } from "./words.ts";

export interface DifferenceLine {
	/** "Riktad insats, detta tertial" */
	where: string;
	before: string;
	after: string;
}

/** What a rättelse changed: which figures, and which words. Both in the order of the report. */
export interface RapportDifference {
	figures: DifferenceLine[];
	words: DifferenceLine[];
}

type Cell = string | number | null;
/** What a report says in one place; the key finds the same place in another edition. */
interface Said {
	where: string;
	value: Cell;
}
type Places = Map<string, Said>;

const NOT_THERE = "Fanns inte med";
const NOT_LEFT = "Finns inte med";
const NOTHING_WRITTEN = "Inget skrivet";

/**
 * Compares two editions of the same report, figure by figure and text by text. What depends on who reads (names, the
 * council's remarks) and on when (signatures) is no difference in what the report says.
 *
 * @param before and after: of the same audience
 */
export function differenceBetween(before: RapportContent, after: RapportContent): RapportDifference {
	const figures = [
		...linesBetween(figurePlaces(before), figurePlaces(after)),
		...measureTableLines(before, after),
		...linesBetween(sumPlaces(before), sumPlaces(after)),
	];
	return { figures, words: linesBetween(wordPlaces(before), wordPlaces(after)) };
}

/** Every place that says something else, in the order of the later edition; what it no longer has comes last. */
function linesBetween(before: Places, after: Places): DifferenceLine[] {
	const changed = [...after].flatMap(([key, { where, value }]) => {
		const earlier = before.get(key);
		if (earlier && earlier.value === value) return [];
		return [{ where, before: earlier ? wordsOf(earlier.value) : NOT_THERE, after: wordsOf(value) }];
	});
	const gone = [...before]
		.filter(([key]) => !after.has(key))
		.map(([, { where, value }]) => ({ where, before: wordsOf(value), after: NOT_LEFT }));
	return [...changed, ...gone];
}

function wordsOf(value: Cell): string {
	if (value === null) return "Ingen uppgift";
	if (typeof value === "number") return formatNumber(value);
	return value === "" ? NOTHING_WRITTEN : value;
}

/** The first column of `figureTable` that is a figure or a status; the ones before say which mått it is. */
const FIRST_FIGURE = 3;

/** The summary and every cell of the figure table, by mått. */
function figurePlaces(content: RapportContent): Places {
	const { columns, rows } = figureTable(content);
	const places: Places = new Map([["summary", { where: "Sammanfattning", value: summaryLine(content) }]]);
	for (const [index, { aktivitet, measure }] of measuresOf(content).entries())
		for (const [at, value] of (rows[index] ?? []).entries())
			if (at >= FIRST_FIGURE)
				places.set(`${measure.id} ${at}`, {
					where: `${measureLabel(content, { aktivitet, measure })}, ${lowerFirst(columns[at]?.label ?? "")}`,
					value,
				});
	return places;
}

/**
 * The cells of a mått's own table, where the mått's row in the figure table says the same in both: one kommundel visited
 * instead of another, another measured value.
 */
function measureTableLines(before: RapportContent, after: RapportContent): DifferenceLine[] {
	const earlier = new Map(measuresOf(before).map(({ measure }) => [measure.id, measure]));
	return measuresOf(after).flatMap(({ aktivitet, measure }) => {
		const old = earlier.get(measure.id);
		if (!old || !hasSameFigures(old, measure)) return [];
		const label = measureLabel(after, { aktivitet, measure });
		return linesBetween(cellPlaces(old, label), cellPlaces(measure, label));
	});
}

function hasSameFigures(a: RapportMeasure, b: RapportMeasure): boolean {
	const said = ({ status, figure, figures }: RapportMeasure) =>
		JSON.stringify([status, figure, Object.entries(figures)]);
	return said(a) === said(b);
}

/** By the words of row and column, as people find a cell; rows that begin alike are told apart by their number. */
function cellPlaces({ table }: RapportMeasure, label: string): Places {
	const places: Places = new Map();
	const seen = new Map<string, number>();
	for (const [first = null, ...cells] of table?.rows ?? []) {
		const number = (seen.get(wordsOf(first)) ?? 0) + 1;
		seen.set(wordsOf(first), number);
		const row = number === 1 ? wordsOf(first) : `${wordsOf(first)} (${number})`;
		for (const [at, value] of [first, ...cells].entries()) {
			const column = table?.columns[at]?.label ?? "";
			places.set(`${row} ${column}`, { where: `${label}, ${row}, ${withinSentence(column)}`, value });
		}
	}
	return places;
}

/** "Sammanlagt" → "sammanlagt"; "T2 2018" stays. */
function withinSentence(label: string): string {
	return /^\p{Lu}\d/u.test(label) ? label : lowerFirst(label);
}

/** Where, in which weeks and what came of it besides, per aktivitet. */
function sumPlaces(content: RapportContent): Places {
	const places: Places = new Map();
	for (const { id, platser, veckor, biprodukter } of aktiviteterOf(content)) {
		const label = aktivitetLabel(content, id);
		const add = (key: string, name: string, value: number) =>
			places.set(`${id} ${key}`, { where: `${label}, ${name}`, value });
		for (const { name, quantity } of platser)
			add(`plats ${name ?? ""}`, name === null ? "ingen plats angiven" : name, quantity);
		for (const { key, quantity } of veckor) add(key, `${formatWeek(key)} ${key.slice(0, 4)}`, quantity);
		for (const { code, quantity } of biprodukter) add(code, lowerFirst(BIPRODUKT_NAME[code]), quantity);
	}
	return places;
}

function wordPlaces(content: RapportContent): Places {
	const places: Places = new Map();
	const add = (key: string, where: string, value: string) => places.set(key, { where, value });
	add("lagesbild", "Lägesbild", content.dokument.lagesbild ?? "");
	for (const { part, bedomning, begardaBeslut } of content.bedomningar) {
		add(`bedomning ${part}`, `${RAPPORT_PART_NAME[part]}s bedömning`, bedomning);
		add(`beslut ${part}`, `Beslut som ${lowerFirst(RAPPORT_PART_NAME[part])} begär`, begardaBeslut);
	}
	for (const aktivitet of aktiviteterOf(content)) {
		const label = aktivitetLabel(content, aktivitet.id);
		for (const { part, kommentar, orsak, nyPlan } of aktivitet.texts) {
			const whose = `${label}, ${lowerFirst(RAPPORT_PART_NAME[part])}s`;
			add(`kommentar ${part} ${aktivitet.id}`, `${whose} kommentar`, kommentar);
			add(`orsak ${part} ${aktivitet.id}`, `${whose} orsak`, orsak);
			add(`plan ${part} ${aktivitet.id}`, `${whose} nya plan`, nyPlan);
		}
		for (const measure of aktivitet.measures) {
			const name = measureLabel(content, { aktivitet, measure });
			add(`avtalat ${measure.id}`, `${name}, avtalat`, measure.agreed);
			add(`regel ${measure.id}`, `${name}, räkneregel`, measure.rakneregel);
		}
	}
	content.openAtgarder.forEach(({ title, aktivitetId }) => {
		add(`atgard ${aktivitetId} ${title}`, "Öppna åtgärder", title);
	});
	for (const { aktivitetId, measureName, agreed } of content.next?.lines ?? [])
		add(`nasta ${aktivitetId} ${measureName}`, `Nästa period, ${lowerFirst(measureName)}`, agreed);
	return places;
}

function measuresOf(content: RapportContent): { aktivitet: RapportAktivitet; measure: RapportMeasure }[] {
	return aktiviteterOf(content).flatMap((aktivitet) => aktivitet.measures.map((measure) => ({ aktivitet, measure })));
}

/** The mått's own name, told apart by its aktivitet's where several mått are called the same. */
function measureLabel(
	content: RapportContent,
	{ aktivitet, measure }: { aktivitet: RapportAktivitet; measure: RapportMeasure },
): string {
	const namesakes = measuresOf(content).filter((one) => one.measure.name === measure.name);
	if (namesakes.length === 1) return measure.name;
	const label = aktivitetLabel(content, aktivitet.id);
	return aktivitet.measures.length === 1 ? label : `${measure.name} (${lowerFirst(label)})`;
}
