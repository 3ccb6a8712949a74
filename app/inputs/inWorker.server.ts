import { createRequire } from "node:module";
import { pathToFileURL } from "node:url";
import { Worker } from "node:worker_threads";
import type { PdfPage } from "./pdfLines.server.ts";

// Found by its name in the project, wherever this module has been bundled to.
const require = createRequire(import.meta.url);
const WORKER = require.resolve("#app/inputs/fileWorker.mjs");
const MOST_HEAP_MB = 512;

/** What the worker thread answers. */
export type WorkerAnswer =
	| { html: string }
	| { pages: PdfPage[] }
	/** `time` and `memory`: it was stopped. */
	| { refused: "broken" | "password" | "pages" | "text" | "time" | "memory" };

interface WorkerQuestion {
	kind: "docx" | "pdf";
	bytes: Uint8Array;
	mostPages: number;
	mostText: number;
}

/** One file at a time, so that many large ones do not take the memory of everybody else. */
let previous: Promise<unknown> = Promise.resolve();

/**
 * Reads a .docx or a PDF in a thread of its own, which is stopped when its time or its memory is out. Waits for its turn.
 *
 * @param mostMs that it may take once its turn has come
 */
export function inWorker(question: WorkerQuestion, { mostMs }: { mostMs: number }): Promise<WorkerAnswer> {
	const answer = previous.then(() => ask(question, mostMs));
	previous = answer;
	return answer;
}

function ask(question: WorkerQuestion, mostMs: number): Promise<WorkerAnswer> {
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
	return new Promise<WorkerAnswer>((resolve) => {
		const timer = setTimeout(() => resolve({ refused: "time" }), mostMs);
		worker.once("message", (answer: WorkerAnswer) => resolve(answer));
		worker.once("error", (error: Error & { code?: string }) =>
			resolve({ refused: error.code === "ERR_WORKER_OUT_OF_MEMORY" ? "memory" : "broken" }),
		);
		worker.once("exit", () => {
			clearTimeout(timer);
			resolve({ refused: "broken" });
		});
	}).finally(() => worker.terminate());
}
