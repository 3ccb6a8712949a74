import { othersFirst } from "#app/commands/othersFirst.server.ts";
import type { KommunContext } from "#app/http/protect.server.ts";
import { checkImportInChunks } from "#app/import/check.ts";
import { findImportFacts } from "#app/import/importFacts.server.ts";
import { type Job, jobKeepers, type ReportProgress, waitAWhile } from "#app/import/jobs.server.ts";
import type { ImportRow } from "#db/import.server.ts";
import { findNewestAuditId } from "#db/notiser.server.ts";
import { findImportOf } from "./findImportOf.server.ts";
import { faultsOf, type Review, reviewOf } from "./review.server.ts";

/** Most files are checked within the request that asks for it. */
const MOST_WAIT_MS = 1500;
/** A page that looks again is not kept waiting. */
const SHORT_WAIT_MS = 50;

/** What the page shows, and all that is wrong, for those who want it as a file. */
interface Reviewed {
	review: Review;
	faults: { number: number; faults: string[] }[];
}

const reviews = jobKeepers<Reviewed>({ mostEnded: 20 });

/**
 * Checks the file against the log as it stands now, and waits a while for it to be done. What has been checked is not checked
 * again until something changes in the kommun.
 */
export async function reviewInJob(context: KommunContext, row: ImportRow): Promise<Job<Reviewed>> {
	const key = await keyOf(context, row);
	const known = reviews(context.db).find(key);
	const job = known ?? reviews(context.db).begin(key, (report) => check(context, report));
	await waitAWhile(job, known ? SHORT_WAIT_MS : MOST_WAIT_MS);
	return job;
}

/** So that a check that failed is made again. */
export async function forgetReview(context: KommunContext, row: ImportRow): Promise<void> {
	reviews(context.db).forget(await keyOf(context, row));
}

/** Every write in the kommun raises its newest audit id, and a day that was to come may have come. */
async function keyOf({ db, kommun, today }: KommunContext, { id, version }: ImportRow): Promise<string> {
	return [id, version, await findNewestAuditId(db, { kommunId: kommun.id }), today].join(" ");
}

async function check(context: KommunContext, report: ReportProgress): Promise<Reviewed> {
	const { db, kommun, today } = context;
	const { sheets, mapping } = await findImportOf(context);
	const facts = await findImportFacts(db, { kommunId: kommun.id, today });
	const found = await checkImportInChunks(sheets ?? [], mapping, facts, { onProgress: report, pause: othersFirst });
	return { review: reviewOf({ sheets: sheets ?? [], mapping, facts, check: found }), faults: faultsOf(found) };
}
