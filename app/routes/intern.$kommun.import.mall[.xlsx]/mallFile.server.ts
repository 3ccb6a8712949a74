import { compareSwedish } from "#app/domain/format.ts";
import type { KommunContext } from "#app/http/protect.server.ts";
import { findImportFacts } from "#app/import/importFacts.server.ts";
import { byDokument } from "#app/import/roleName.ts";
import { importMallFile, type MallFormat } from "#app/outputs/importMall.server.ts";
import { findAllPlatser } from "#db/plats.server.ts";

/** The kommun's own template for an import: each name once, the aktiviteter of the latest dokument first. */
export function mallFile(format: MallFormat) {
	return async ({ db, kommun, today }: KommunContext): Promise<Response> => {
		const { measures } = await findImportFacts(db, { kommunId: kommun.id, today });
		const names = byDokument(measures).flatMap(({ measures: ofOne }) => ofOne.map(({ name }) => name));
		const platser = await findAllPlatser(db, { kommunId: kommun.id });
		return importMallFile(format, {
			kommun: kommun.name,
			aktiviteter: [...new Set(names)],
			platser: platser
				.filter(({ isActive }) => isActive)
				.map(({ name }) => name)
				.sort(compareSwedish),
		});
	};
}
