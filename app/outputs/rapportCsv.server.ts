import { stringify } from "csv-stringify/sync";
import type { RapportContent } from "#app/rapport/content.ts";
import { figureTable } from "#app/rapport/tables.ts";
import { cellText, shownNumber } from "./figureCell.server.ts";
import { inertText } from "./inertText.server.ts";

/**
 * The figures of a report as CSV the way Swedish Excel and LibreOffice read it: `;` between cells, decimal comma, UTF-8 with
 * a byte order mark, CRLF.
 *
 * It is one table, a row per mått: the report's figure table with kommun, dokument, period and version first on each row.
 * So files of several periods can be put one after the other and read as one table, and no program has to guess where one
 * table ends. The other tables of the report are sheets of the XLSX, and everything is in the JSON. A cell without a value is
 * empty. Text that could be run as a formula has an apostrophe before it; numbers never do.
 */
export function rapportCsv(content: RapportContent): string {
	const { columns, rows } = figureTable(content);
	const { kommun, dokument, period, edition } = content;
	const header = ["Kommun", "Dokument", "Period", "Version", ...columns.map(({ label }) => label)];
	const about = [kommun.name, dokument.title, period.code, edition];
	return stringify([header, ...rows.map((row) => [...about, ...row])], {
		bom: true,
		delimiter: ";",
		record_delimiter: "\r\n",
		quoted_match: /[;,"\t\r\n]|^\s|\s$/,
		cast: { string: (text) => inertText(cellText(text)), number: decimalComma },
	});
}

function decimalComma(value: number): string {
	return String(shownNumber(value)).replace(".", ",");
}
