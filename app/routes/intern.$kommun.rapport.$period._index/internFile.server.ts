import type { KommunContext } from "#app/http/protect.server.ts";
import { rapportFile } from "#app/outputs/rapportFile.server.ts";
import { findAskedRapport } from "#app/rapport/askedRapport.server.ts";
import type { RapportFormat } from "#app/rapport/rapportFormats.ts";

/** The report that the page at the same address shows, as a file: of its state now, or of what was signed. */
export function internFile(format: RapportFormat) {
	return async ({ db, kommun, params, url, today, origin }: KommunContext): Promise<Response> => {
		const { view } = await findAskedRapport(db, {
			kommunId: kommun.id,
			periodCode: params.period,
			query: url.searchParams,
			today,
		});
		const { content, snapshot, facts } = view;
		return rapportFile(format, { content, seal: snapshot, state: facts.state, origin });
	};
}
