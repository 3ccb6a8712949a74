import { Fault } from "#app/domain/fault.ts";
import { protectFile } from "#app/http/fileGuards.server.ts";
import { importFaultsFile } from "#app/outputs/importFaultsCsv.server.ts";
import { findStateOf } from "#app/routes/intern.$kommun.import.$id/findImportOf.server.ts";
import { reviewInJob } from "#app/routes/intern.$kommun.import.$id/reviewJobs.server.ts";

/** Every row of the file that cannot come in, with what is wrong, to have beside the spreadsheet while mending it. */
export const loader = protectFile({ may: "log" }, async (context) => {
	const row = await findStateOf(context);
	if (row.state !== "pagar") throw new Fault("not_found", "Importen är avslutad, så det finns inga rader att rätta.");
	const job = await reviewInJob(context, row);
	await job.ended;
	if (job.outcome?.is !== "done") throw new Fault("conflict", "Raderna kunde inte kontrolleras. Försök igen.");
	return importFaultsFile(job.outcome.result.faults, { kommun: context.kommun.name });
});
