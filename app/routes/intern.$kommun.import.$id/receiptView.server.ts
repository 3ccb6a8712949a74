import { countOf, formatPeriod, listOf, lowerFirst } from "#app/domain/format.ts";
import { parsePeriod } from "#app/domain/periods.ts";
import { formatInstant } from "#app/features/formatInstant.ts";
import type { KommunContext } from "#app/http/protect.server.ts";
import { findImportUndo, type ImportRow, type ImportUndo } from "#db/import.server.ts";

/** What is said of an import that is done, and of taking it back; `undo` is null when that has been done. */
export type ReceiptView = Awaited<ReturnType<typeof receiptView>>;

export async function receiptView({ db, kommun }: KommunContext, row: ImportRow) {
	const undo = row.state === "importerad" ? await findImportUndo(db, { kommunId: kommun.id, importId: row.id }) : null;
	const path = `/intern/${kommun.slug}`;
	return {
		...wordsOf(row),
		rowsTo: row.state === "importerad" ? `${path}/registreringar?import=${row.id}` : null,
		oversiktTo: path,
		uploadTo: `${path}/import`,
		undo: undo && undoView(undo),
	};
}

function wordsOf(row: ImportRow): { title: string; sentences: string[] } {
	const by = `Importerad ${formatInstant(row.importedAt ?? row.createdAt)} av ${row.importedByName ?? row.createdByName}.`;
	if (row.state === "avbruten")
		return {
			title: "Importen är avbruten",
			sentences: [
				"Ingenting ur filen är registrerat.",
				`Filen lästes in ${formatInstant(row.createdAt)} av ${row.createdByName}.`,
			],
		};
	const count = row.importedCount ?? 0;
	if (row.state === "angrad")
		return {
			title: "Importen är ångrad",
			sentences: [
				`De registreringar som kom med filen är makulerade, och räknas inte längre. De var ${count} när filen importerades.`,
				by,
				`Ångrad ${formatInstant(row.undoneAt ?? row.createdAt)} av ${row.undoneByName ?? ""}.`,
			],
		};
	const leftOut = row.leftOutCount ?? 0;
	return {
		title: `${countOf(count, "registrering är importerad", "registreringar är importerade")}`,
		sentences: [
			...(leftOut > 0
				? [
						`${countOf(leftOut, "rad togs inte med: den fanns redan, hade fel eller valdes bort.", "rader togs inte med: de fanns redan, hade fel eller valdes bort.")}`,
					]
				: ["Alla rader i filen kom med."]),
			by,
		],
	};
}

/** @returns `refusal` where a signed report counts what came with the file */
function undoView({ active, corrected, signedIn }: ImportUndo) {
	const sentences = [
		`${countOf(active, "registrering makuleras", "registreringar makuleras")}: de finns kvar i historiken men räknas inte längre.`,
		...(corrected > 0
			? [
					`${countOf(corrected, "av dem har rättats för hand", "av dem har rättats för hand")} sedan importen. Också ${corrected === 1 ? "den" : "de"} makuleras.`,
				]
			: []),
	];
	const refusal =
		active === 0
			? "Alla registreringar som kom med filen är redan makulerade var för sig."
			: signedIn.length > 0
				? `Importen går inte att ångra längre: registreringar ur den räknas i den signerade rapporten för ${listOf(signedIn.map(reportName))}. Rätta det som är fel i de enskilda registreringarna, och gör en rättelse av rapporten.`
				: null;
	return { sentences, refusal, button: `Makulera ${countOf(active, "registrering", "registreringar")}` };
}

function reportName({ dokumentTitle, periodCode }: ImportUndo["signedIn"][number]): string {
	const period = parsePeriod(periodCode);
	return `${period ? lowerFirst(formatPeriod(period)) : periodCode} (${dokumentTitle})`;
}
