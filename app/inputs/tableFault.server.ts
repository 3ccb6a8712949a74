import { columnLetter } from "#app/domain/columnLetter.ts";
import type { Fault } from "#app/domain/fault.ts";
import { formatNumber } from "#app/domain/format.ts";
import { fileFault } from "./fileFault.server.ts";
import type { TableRefusal, WorkerAnswer } from "./inWorker.server.ts";

const SAVE_AS = "spara den som .xlsx eller .csv. Välj sedan den nya filen.";
const VALUES_ONLY =
	"Kopiera cellerna och klistra in dem som värden (Klistra in special, Värden), spara och välj filen igen.";
const FEWER = "Spara bara de rader och kolumner som ska in i en ny fil, och välj den.";

/** A cell as people find it. `row` as the program that made the file shows it, `column` from 0. */
export interface CellPlace {
	/** null: the file has no sheets. */
	sheet: string | null;
	row: number;
	column: number;
}

/** A file that is cut off or damaged, or not what its name says. */
export function brokenTable(): Fault {
	return fileFault(`den går inte att läsa som Excel-fil. Den kan vara skadad. Öppna den i Excel och ${SAVE_AS}`);
}

/** A file that only its password opens. */
export function protectedTable(): Fault {
	return fileFault("den är skyddad med lösenord. Ta bort lösenordet i Excel, spara och välj filen igen.");
}

/** A file in a format that is known, and not read. */
export function otherTable(what: string): Fault {
	return fileFault(`den är ${what}, som inte kan läsas här. Öppna den och ${SAVE_AS}`);
}

export function macroFault(): Fault {
	return fileFault(
		"den innehåller makron. Öppna den i Excel och spara den som Excel-arbetsbok (.xlsx) utan makron. Välj sedan den nya filen.",
	);
}

export function externalFault(): Fault {
	return fileFault(`den hämtar uppgifter från andra filer eller från nätet. ${VALUES_ONLY}`);
}

export function oversizedTable(): Fault {
	return fileFault(
		`den är för stor när den packas upp. Det kan bero på bilder, eller på många tomma rader med formatering. ${FEWER}`,
	);
}

export function largeTable(): Fault {
	return fileFault("den är större än 5 MB. Dela upp den i flera filer och välj en i taget.");
}

export function emptyTable(): Fault {
	return fileFault("den är tom. Välj filen med aktiviteter.");
}

export function hiddenTable(): Fault {
	return fileFault("alla blad som det står något på är dolda. Visa bladet i Excel, spara och välj filen igen.");
}

/** What is refused is never said. */
export function personalNumberInName(): Fault {
	return fileFault("filnamnet innehåller ett personnummer. Byt namn på filen och välj den igen.");
}

export function personalNumberInSheetName(): Fault {
	return fileFault("ett blads namn innehåller ett personnummer. Byt namn på bladet, spara och välj filen igen.");
}

/** @param count how many cells there are with one */
export function personalNumberIn(first: CellPlace, count: number): Fault {
	return fileFault(
		`det står ett personnummer i ${placeName(first)}${andMore(count)}. Ta bort det, spara och välj filen igen. Här ska ` +
			"inga uppgifter om enskilda personer stå.",
	);
}

/** @param count how many cells there are with one */
export function formulaIn(first: CellPlace, count: number): Fault {
	return fileFault(`den innehåller formler: ${cellName(first)}${andMore(count)}. ${VALUES_ONLY}`);
}

/** Why the worker thread has not read the table. */
export function tableRefusal(
	answer: WorkerAnswer,
	{ mostRows, mostColumns }: { mostRows: number; mostColumns: number },
) {
	if (!("refused" in answer)) return brokenTable();
	const why: TableRefusal | typeof answer = answer;
	switch (why.refused) {
		case "garbage":
			return fileFault(`den är ingen tabell. Öppna den i det program som den kommer från och ${SAVE_AS}`);
		case "unpacked":
		case "memory":
			return oversizedTable();
		case "time":
			return fileFault(`den tar för lång tid att läsa. ${FEWER}`);
		case "password":
			return protectedTable();
		case "macros":
			return macroFault();
		case "external":
			return externalFault();
		case "formula":
			return formulaIn(why, why.count);
		case "rows":
			return fileFault(
				`${onSheet(why.sheet)} ${formatNumber(why.count)} rader, och högst ${formatNumber(mostRows)} rader och en rad med ` +
					"rubriker kan läsas. Dela upp den i flera filer och välj en i taget.",
			);
		case "columns":
			return fileFault(
				`${onSheet(why.sheet)} något i kolumn ${columnLetter(why.count - 1)}, och högst ${mostColumns} kolumner kan läsas. ${FEWER}`,
			);
		case "cell":
			return fileFault(
				`texten i ${placeName(why)} är längre än en cell kan vara. Det kan saknas ett citattecken ("). Öppna filen i Excel, ` +
					"rätta cellen, spara och välj filen igen.",
			);
		case "quote":
			return fileFault(
				`på rad ${why.row} börjar en text med ett citattecken (") som aldrig avslutas. Öppna filen i Excel, rätta raden, ` +
					"spara och välj filen igen.",
			);
		case "decimals":
			return fileFault(
				`rad ${why.row} har fler värden än rubrikraden. Kommatecken skiljer kolumnerna åt, så ett tal med decimalkomma blir ` +
					"två värden. Spara filen som .xlsx, eller som .csv med semikolon, och välj den igen.",
			);
		default:
			return brokenTable();
	}
}

function onSheet(sheet: string | null): string {
	return sheet === null ? "den har" : `bladet ${sheet} har`;
}

/** "Blad1, rad 12, kolumn C" */
function placeName({ sheet, row, column }: CellPlace): string {
	return `${sheet === null ? "" : `${sheet}, `}rad ${row}, kolumn ${columnLetter(column)}`;
}

/** "Blad1, C12" */
function cellName({ sheet, row, column }: CellPlace): string {
	return `${sheet === null ? "cell" : `${sheet},`} ${columnLetter(column)}${row}`;
}

function andMore(count: number): string {
	if (count === 1) return "";
	return count === 2 ? " och en cell till" : ` och ${formatNumber(count - 1)} celler till`;
}
