import { columnLetter } from "#app/domain/columnLetter.ts";
import { compareSwedish, countOf, formatInForce, formatNumber } from "#app/domain/format.ts";
import { PERFORMED_BY } from "#app/domain/performedBy.ts";
import type { SheetTable } from "#app/domain/sheetTable.ts";
import type { CheckedRow, ImportCheck, ImportFacts, ImportMapping, UnknownName } from "#app/import/content.ts";
import { byDokument, roleName } from "#app/import/roleName.ts";

/** How a file is read, and what comes of it. */
export interface ReadImport {
	sheets: readonly SheetTable[];
	facts: ImportFacts;
	mapping: ImportMapping;
	check: ImportCheck;
}

type Problem = { field: string; message: string };

/** More of the same is only counted. */
const MOST_LINES = 50;
const MOST_NUMBERS = 20;

/** What stands in the way, with all that is needed to mend it, for a terminal. */
export function problemLines(problems: readonly Problem[], reading: ReadImport): string[] {
	const blocks = problems.map((problem) => blockOf(problem, reading));
	return ["Inget är importerat.", ...blocks.flatMap((lines) => ["", ...lines])];
}

/**
 * What came in, or would.
 *
 * @param imported registrations; null: it was only tried
 */
export function summaryLines({
	fileName,
	imported,
	...reading
}: ReadImport & { fileName: string; imported: number | null }): string[] {
	const { check, mapping, sheets } = reading;
	const { counts } = check;
	const rows = (wanted: CheckedRow["outcome"]) => check.rows.filter(({ outcome }) => outcome === wanted).length;
	const comesIn = check.perMeasure.reduce((sum, { registrations }) => sum + registrations, 0);
	const late = mapping.takesLate ? check.perStillPeriod : [];
	return [
		imported === null ? "Prov: inget är importerat." : headline(imported),
		...facts([
			["Fil", fileName],
			["Blad", sheets[mapping.sheet]?.name ?? ""],
			["Andra blad, inte med", otherSheets(reading)],
			["Kolumner", columnsOf(reading)],
			["Rader i filen", formatNumber(check.rows.length)],
			[imported === null ? "Skulle importeras" : "", imported === null ? registrations(comesIn) : ""],
			["Dagar", check.span ? formatInForce(check.span.from, check.span.to) : ""],
			["Efterregistrerade", late.map(stillPeriod).join(", ")],
			["Redan importerade", some(counts.already_imported, registrations)],
			["Liknande, inte med", mapping.takesLikeExisting ? "" : some(counts.like_existing, registrations)],
			["Sena, inte med", mapping.takesLate ? "" : check.perStillPeriod.map(stillPeriod).join(", ")],
			["Felaktiga, inte med", some(counts.faulty, rowCount)],
			["Utelämnade", some(rows("left_out"), rowCount)],
		]),
		...check.perMeasure.map(({ name, registrations: count }) => `  ${name}: ${registrations(count)}`),
		...faultLines(check),
	];
}

function headline(imported: number): string {
	return imported === 0 ? "Inget nytt: allt i filen är redan importerat." : `${registrations(imported)} importerade.`;
}

/** Those that say something, under each other. */
function facts(pairs: readonly (readonly [string, string])[]): string[] {
	return pairs.filter(([, text]) => text !== "").map(([term, text]) => `  ${`${term}:`.padEnd(20)} ${text}`);
}

function blockOf({ field, message }: Problem, reading: ReadImport): string[] {
	const { check, facts } = reading;
	switch (field) {
		case "aktiviteter":
			return unknownNames("Aktivitet", check.unknown.aktiviteter, [
				...new Set(byDokument(facts.measures).flatMap(({ measures }) => measures.map(({ name }) => name))),
			]);
		case "platser":
			return unknownNames(
				"Plats",
				check.unknown.platser,
				facts.platser.map(({ name }) => name).toSorted(compareSwedish),
			);
		case "performers":
			return unknownNames("Utförd av", check.unknown.performers, [
				"Polisen",
				"Kommunen",
				"Polisen och kommunen",
				"Annan part",
			]);
		case "leavesOutFaulty":
			return [...faultLines(check), "Rätta filen, eller utelämna raderna med --utan-felaktiga."];
		case "takesLikeExisting":
			return [
				`Liknande registreringar: ${rowNumbers(check, ({ outcome }) => outcome === "like_existing")} har samma mått, dag och plats som något som redan är registrerat.`,
				"Ta med dem med --ta-med-liknande, eller utelämna dem med --utan-liknande.",
			];
		case "takesLate":
			return [
				`Efterregistrering: ${check.perStillPeriod.map(stillPeriod).join(", ")}. Rapporten är redan inlämnad, och dess siffror ändras inte.`,
				"Ta med dem med --ta-med-sena, eller utelämna dem med --utan-sena.",
			];
		case "fixed.performedBy":
			return [`Utförd av: filen säger inte vem. Ange --utford-av med ett av ${PERFORMED_BY.join(", ")}.`];
		case "columns":
		case "fixed.measureId":
			return [
				`${message} Kolumnerna lästes så här: ${columnsOf(reading) || "ingen är känd"}.`,
				"Importera på sidan Importera, där kolumnerna kan väljas.",
			];
		default:
			return [message];
	}
}

function unknownNames(label: string, names: readonly UnknownName[], known: readonly string[]): string[] {
	const shown = names.slice(0, MOST_LINES).map(({ written, rows }) => `  ${written} (${rowCount(rows)})`);
	return [
		`${label}: ${countOf(names.length, "namn", "namn")} i filen finns inte i kommunen:`,
		...shown,
		...more(names.length, "namn", "namn"),
		`Det här finns: ${known.join(", ") || "inget"}. Rätta filen, eller importera på sidan Importera, där du väljer vad namnen står för.`,
	];
}

function faultLines({ rows, counts }: ImportCheck): string[] {
	if (counts.faulty === 0) return [];
	const faulty = rows.filter(({ outcome }) => outcome === "faulty");
	return [
		`Rader med fel: ${formatNumber(faulty.length)}`,
		...faulty.slice(0, MOST_LINES).map(({ number, faults }) => `  rad ${number}: ${faults.join(" ")}`),
		...more(faulty.length, "rad", "rader"),
	];
}

function more(count: number, one: string, many: string): string[] {
	return count > MOST_LINES ? [`  och ${countOf(count - MOST_LINES, one, many)} till`] : [];
}

/** "rad 3, 7 och 12" */
function rowNumbers({ rows }: ImportCheck, isSo: (row: CheckedRow) => boolean): string {
	const numbers = rows.filter(isSo).map(({ number }) => number);
	const shown = numbers.slice(0, MOST_NUMBERS).join(", ");
	return numbers.length > MOST_NUMBERS
		? `rad ${shown} och ${countOf(numbers.length - MOST_NUMBERS, "rad", "rader")} till`
		: `rad ${shown}`;
}

/** One sheet is read at a time, and a file may have one for each month. */
function otherSheets({ sheets, mapping }: ReadImport): string {
	const others = sheets.filter((_, index) => index !== mapping.sheet);
	return others.map(({ name, rows }) => `${name ?? ""} (${rowCount(rows.length)})`).join(", ");
}

/** "A Datum, B Aktivitet" */
function columnsOf({ mapping, facts }: ReadImport): string {
	return mapping.columns
		.map((role, index) => ({ role, name: `${columnLetter(index)} ${roleName(role, facts.measures)}` }))
		.filter(({ role }) => role !== "unused")
		.map(({ name }) => name)
		.join(", ");
}

function stillPeriod({ name, isSigned, registrations: count }: ImportCheck["perStillPeriod"][number]): string {
	return `${registrations(count)} i ${name} (${isSigned ? "signerad" : "inlämnad"})`;
}

function some(count: number, text: (count: number) => string): string {
	return count === 0 ? "" : text(count);
}

function registrations(count: number): string {
	return countOf(count, "registrering", "registreringar");
}

function rowCount(count: number): string {
	return countOf(count, "rad", "rader");
}
