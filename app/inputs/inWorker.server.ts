import { createRequire } from "node:module";
import { pathToFileURL } from "node:url";
import { Worker } from "node:worker_threads";
import type { SheetTable } from "#app/domain/sheetTable.ts";
import type { PdfPage } from "./pdfLines.server.ts";
import type { PackedPart } from "./xlsxParts.mjs";

// Found by its name in the project, wherever this module has been bundled to.
const require = createRequire(import.meta.url);
const WORKER = require.resolve("#app/inputs/fileWorker.mjs");
const MOST_HEAP_MB = 512;

/** What the worker thread answers. */
export type WorkerAnswer =
	| { html: string }
	| { pages: PdfPage[] }
	/** The rows have come before, as {@link TableRows}. */
	| { sheets: { name: string | null; isHidden: boolean }[] }
	/** `time` and `memory`: it was stopped. */
	| { refused: "broken" | "password" | "pages" | "text" | "time" | "memory" }
	| TableRefusal;

/** Why a table is not read. Rows and sheets as the program that made the file shows them, columns from 0. */
export type TableRefusal =
	| { refused: "garbage" | "unpacked" | "macros" | "external" }
	| { refused: "formula"; sheet: string; row: number; column: number; count: number }
	| { refused: "rows" | "columns"; sheet: string | null; count: number }
	| { refused: "cell"; sheet: string | null; row: number; column: number }
	| { refused: "quote" | "decimals"; row: number };

/** Some rows of a sheet, in their order. */
export interface TableRows {
	/** Index among the sheets. */
	sheet: number;
	rows: SheetTable["rows"];
}

interface TableLimits {
	mostRows: number;
	mostColumns: number;
	longestCell: number;
	mostText: number;
	mostUnpacked: number;
}

type WorkerQuestion =
	| { kind: "docx" | "pdf"; bytes: Uint8Array; mostPages: number; mostText: number }
	| { kind: "csv"; bytes: Uint8Array; limits: TableLimits }
	| { kind: "xlsx"; bytes: Uint8Array; entries: PackedPart[]; limits: TableLimits };

interface Handling {
	/** That it may take once its turn has come. */
	mostMs: number;
	/** Handed the rows of a table as they come. What it throws ends the reading. */
	onRows?: (rows: TableRows) => void;
}

/** One file at a time, so that many large ones do not take the memory of everybody else. */
let previous: Promise<unknown> = Promise.resolve();

/**
 * Reads a file in a thread of its own, which is stopped when its time or its memory is out. Waits for its turn.
 *
 * @throws what `onRows` throws
 */
export function inWorker(question: WorkerQuestion, handling: Handling): Promise<WorkerAnswer> {
	const answer = previous.then(() => ask(question, handling));
	previous = answer.catch(() => undefined);
	return answer;
}

function ask(question: WorkerQuestion, { mostMs, onRows }: Handling): Promise<WorkerAnswer> {
	// A copy of its own: the thread takes the bytes over.
	const bytes = new Uint8Array(question.bytes);
	const worker = new Worker(pathToFileURL(WORKER), {
		workerData: { ...question, bytes },
		transferList: [bytes.buffer],
		resourceLimits: { maxOldGenerationSizeMb: MOST_HEAP_MB },
		env: {},
		execArgv: [],
		// What a library has to say of the file is for nobody.
		stdout: true,
		stderr: true,
	});
	return new Promise<WorkerAnswer>((resolve, reject) => {
		const timer = setTimeout(() => resolve({ refused: "time" }), mostMs);
		worker.on("message", (said: WorkerAnswer | TableRows) => {
			if (!("rows" in said)) return resolve(said);
			try {
				onRows?.(said);
				// Others come in between.
				setImmediate(() => worker.postMessage("more"));
			} catch (error) {
				reject(error);
			}
		});
		worker.once("error", (error: Error & { code?: string }) =>
			resolve({ refused: error.code === "ERR_WORKER_OUT_OF_MEMORY" ? "memory" : "broken" }),
		);
		worker.once("exit", () => {
			clearTimeout(timer);
			resolve({ refused: "broken" });
		});
	}).finally(() => worker.terminate());
}
