import { asPublicFile } from "#app/http/etag.server.ts";
import type { OpenContext } from "#app/http/protect.server.ts";
import { rapportFile } from "#app/outputs/rapportFile.server.ts";
import { findAskedPublished } from "#app/rapport/askedPublished.server.ts";
import type { RapportFormat } from "#app/rapport/rapportFormats.ts";

/** The published report that the page at the same address shows, as a file: its public content as it was signed. */
export function publicFile(format: RapportFormat) {
	return async ({ db, params, url, request, origin }: OpenContext): Promise<Response> => {
		const { edition } = await findAskedPublished(db, {
			slug: params.kommun,
			periodCode: params.period,
			query: url.searchParams,
		});
		const { content, seal } = edition;
		return asPublicFile(request, await rapportFile(format, { content, seal, state: "publicerad", origin }));
	};
}
