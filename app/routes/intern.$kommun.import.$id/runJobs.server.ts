import { runImport } from "#app/commands/runImport.server.ts";
import type { KommunContext } from "#app/http/protect.server.ts";
import { type Job, jobKeepers, waitAWhile } from "#app/import/jobs.server.ts";
import type { Db } from "#db/connection.server.ts";

/** Small files come in within the request that asks for it. */
const MOST_WAIT_MS = 1500;

const runs = jobKeepers<unknown>({ mostEnded: 50 });

/**
 * Brings the rows into the log, and waits a while for it to be done; the rest goes on while the page shows how far it has
 * come. Two tabs and a double tap are one.
 *
 * @throws Fault where it is refused
 */
export async function runInJob(
	{ db, actor }: KommunContext,
	input: { importId: number; version: number },
): Promise<void> {
	const key = String(input.importId);
	// What was refused before may be mended by now.
	if (runs(db).find(key)?.outcome?.is === "failed") runs(db).forget(key);
	const job = runs(db).begin(key, (onProgress) => runImport(db, actor, { ...input, onProgress }));
	await waitAWhile(job, MOST_WAIT_MS);
	if (job.outcome?.is === "failed") throw job.outcome.error;
}

/** The run of an import that goes on, or has ended in this process. */
export function findRun(db: Db, importId: number): Job<unknown> | undefined {
	return runs(db).find(String(importId));
}
