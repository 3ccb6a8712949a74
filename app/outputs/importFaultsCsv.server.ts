import { stringify } from "csv-stringify/sync";
import { attachment } from "./attachment.server.ts";
import { inertText } from "./inertText.server.ts";

interface FaultyRow {
	/** As the program that made the file shows it. */
	number: number;
	faults: readonly string[];
}

/**
 * The rows of an imported file that cannot come in, as CSV the way Swedish Excel reads it: a row for each thing that is
 * wrong, with the number of the row.
 */
export function importFaultsFile(rows: readonly FaultyRow[], { kommun }: { kommun: string }): Response {
	const lines = rows.flatMap(({ number, faults }) => faults.map((fault) => [String(number), inertText(fault)]));
	const csv = stringify([["Rad", "Det som är fel"], ...lines], { bom: true, delimiter: ";", record_delimiter: "\r\n" });
	return new Response(csv, {
		headers: {
			"Content-Type": "text/csv; charset=utf-8; header=present",
			"Content-Disposition": attachment({ noun: "rader-med-fel", kommun, end: ".csv" }),
			"Cache-Control": "no-store",
		},
	});
}
