import type { IsoDate } from "#app/domain/dates.ts";
import { formatDate, lowerFirst } from "#app/domain/format.ts";
import { notInForce, notLogged, quantityProblem } from "#app/domain/genomforandeRules.ts";
import { isInForce } from "#app/domain/periods.ts";
import { readQuantityCell } from "./cells.ts";
import type { ImportMeasure } from "./content.ts";
import { CHOSEN_BELOW, type JudgeContext, ownValue, quoted } from "./judging.ts";

/** What a row counts toward, and how much. */
export interface Entry {
	measure: ImportMeasure;
	quantity: number;
}

interface Judging {
	context: JudgeContext;
	/** undefined: it could not be read. */
	date: IsoDate | undefined;
	faults: string[];
}

interface SaidWhat {
	aktivitet: { text: string };
	quantity: { text: string };
	/** In the order of the plan's. */
	measures: readonly { text: string }[];
}

/** What the row counts toward. Faults are told beside; "left out" when the mapping says so of its name. */
export function judgeEntries(cells: SaidWhat, judging: Judging): Entry[] | "left out" {
	const { plan } = judging.context;
	if (plan.measures.length > 0)
		return plan.measures.flatMap(({ measure }, index) =>
			judgeMeasureCell(measure, cells.measures[index]?.text ?? "", judging),
		);
	const measure = judgeAktivitet(cells.aktivitet.text, judging);
	if (measure === null) return "left out";
	const own = measure && onItsDay(measure, judging);
	const quantity = judgeQuantity(cells.quantity.text, { measure, faults: judging.faults });
	return own && quantity !== undefined ? [{ measure: own, quantity }] : [];
}

/** undefined: its name is unknown, which is told; null: rows with it are left out. */
function judgeAktivitet(
	text: string,
	{ context: { plan, mapping, unknown, fold }, faults }: Judging,
): ImportMeasure | undefined | null {
	const folded = fold(text);
	if (folded === "") {
		if (!plan.fixedMeasure) faults.push("Aktivitet: välj minst en.");
		return plan.fixedMeasure;
	}
	const id = ownValue(mapping.aktiviteter, folded);
	if (id === null) return null;
	if (id !== undefined) return plan.measureById.get(id);
	unknown.aktiviteter.add(text, folded);
	faults.push(`Aktivitet: ${quoted(text)} finns inte bland kommunens aktiviteter. ${CHOSEN_BELOW}`);
	return undefined;
}

/**
 * The mått on the day of the row: itself while its dokument is in force, otherwise the one of the same name in the dokument
 * that was. Two dokument may both hold "Samverkansmöte", and a file of three years speaks of both.
 */
function onItsDay(
	measure: ImportMeasure,
	{ context: { plan, fold }, date, faults }: Judging,
): ImportMeasure | undefined {
	if (measure.quantityField === null) {
		faults.push(notLogged(measure));
		return undefined;
	}
	if (date === undefined || isInForce(measure, date)) return measure;
	const namesakes = (plan.measuresByName.get(fold(measure.name)) ?? []).filter(
		(one) => one.quantityField !== null && isInForce(one, date),
	);
	const alike = namesakes.length > 1 ? namesakes.filter(({ kind }) => kind === measure.kind) : namesakes;
	if (alike.length === 1) return alike[0];
	faults.push(
		namesakes.length > 1
			? `Aktivitet: ${measure.name} finns i flera löften som gäller ${formatDate(date)}. Välj vilken som menas.`
			: notInForce(measure),
	);
	return undefined;
}

function judgeQuantity(
	text: string,
	{ measure, faults }: { measure: ImportMeasure | undefined; faults: string[] },
): number | undefined {
	const { label, isMeasuredValue = false } = measure?.quantityField ?? {};
	const name = label ?? "Antal";
	if (text === "") {
		if (isMeasuredValue) faults.push(`${name}: skriv det uppmätta värdet.`);
		return isMeasuredValue ? undefined : 1;
	}
	const quantity = readQuantityCell(text);
	const problem =
		quantity === undefined
			? `${name}: skriv ett tal, till exempel 1 eller 2,5.`
			: quantityProblem(quantity, { label: name, isMeasuredValue });
	if (problem === undefined) return quantity;
	faults.push(problem);
	return undefined;
}

/** Of a file with a column for each aktivitet: nothing in it, or 0, is none of it. A measured value may be 0. */
function judgeMeasureCell(measure: ImportMeasure, text: string, judging: Judging): Entry[] {
	const isMeasured = measure.quantityField?.isMeasuredValue ?? false;
	if (text === "" || (readQuantityCell(text) === 0 && (!isMeasured || !/\d/.test(text)))) return [];
	const own = onItsDay(measure, judging);
	const faults: string[] = [];
	const quantity = judgeQuantity(text, { measure, faults });
	judging.faults.push(...faults.map((fault) => `${measure.name}, ${lowerFirst(fault)}`));
	return own && quantity !== undefined ? [{ measure: own, quantity }] : [];
}
