import { stockholmDate } from "#app/domain/dates.ts";
import { Fault } from "#app/domain/fault.ts";
import { formatDate, formatNumber } from "#app/domain/format.ts";
import type { KommunContext } from "#app/http/protect.server.ts";
import type { Job } from "#app/import/jobs.server.ts";
import { findAllImports, type ImportRow } from "#db/import.server.ts";
import { findStateOf } from "./findImportOf.server.ts";
import { savedText } from "./intents.server.ts";
import { receiptView } from "./receiptView.server.ts";
import { reviewInJob } from "./reviewJobs.server.ts";
import { findRun } from "./runJobs.server.ts";

const FAILED = "Något gick fel hos oss när filen kontrollerades. Ingenting är registrerat. Försök igen om en stund.";
const RUN_FAILED = "Något gick fel hos oss när raderna skulle registreras. Ingenting är registrerat. Försök igen.";
const RUN_LOST =
	"Importen blev inte klar, och ingenting är registrerat. Filen är kontrollerad på nytt: importera igen.";

/** The page of an import: what goes on, what is to be looked over, or what came of it. */
export async function importPage(context: KommunContext) {
	const { kommun, url } = context;
	const row = await findStateOf(context);
	const sparat = url.searchParams.get("sparat");
	const path = `/intern/${kommun.slug}/import`;
	return {
		kommun: kommun.name,
		fileName: row.fileName,
		isExample: row.isExample,
		version: row.version,
		listTo: path,
		selfTo: url.pathname + url.search,
		faultsTo: `${path}/${row.id}.csv`,
		saved: savedText(sparat),
		...(row.state === "pagar"
			? await underWay(context, { row, isRunExpected: sparat === "runImport" })
			: { is: "over" as const, receipt: await receiptView(context, row) }),
	};
}

async function underWay(context: KommunContext, { row, isRunExpected }: { row: ImportRow; isRunExpected: boolean }) {
	const run = findRun(context.db, row.id);
	if (run && !run.outcome) return goingOn("Registrerar aktiviteterna", run, "Registrering");
	const job = await reviewInJob(context, row);
	if (!job.outcome) return goingOn("Kontrollerar raderna", job, "Rad");
	if (job.outcome.is === "failed") return { is: "failed" as const, message: FAILED };
	return {
		is: "review" as const,
		...job.outcome.result.review,
		importedBefore: await importedBefore(context, row),
		refusal: isRunExpected ? refusalOf(run) : null,
	};
}

/** When the very same file came in, and was not undone since; null: it has not. */
async function importedBefore({ db, kommun }: KommunContext, { id, sha256 }: ImportRow): Promise<string | null> {
	const all = await findAllImports(db, { kommunId: kommun.id });
	const same = all.find((one) => one.id !== id && one.state === "importerad" && one.sha256 === sha256);
	if (!same?.importedAt) return null;
	return `Samma fil importerades ${formatDate(stockholmDate(same.importedAt))} av ${same.importedByName}. Det som kom in då kommer inte in en gång till.`;
}

function goingOn(title: string, { progress }: Job<unknown>, one: string) {
	const steps = progress && {
		...progress,
		text: `${one} ${formatNumber(progress.done)} av ${formatNumber(progress.total)}`,
	};
	return { is: "going on" as const, title, steps };
}

/** Why an import that somebody waited for is still not done. */
function refusalOf(run: Job<unknown> | undefined): string {
	if (run?.outcome?.is !== "failed") return RUN_LOST;
	const { error } = run.outcome;
	return error instanceof Fault ? error.message : RUN_FAILED;
}
