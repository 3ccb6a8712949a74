import { createHash } from "node:crypto";
import type { IsoDate } from "#app/domain/dates.ts";
import { formatPeriod } from "#app/domain/format.ts";
import { parsePeriod } from "#app/domain/periods.ts";
import { measureModule } from "#app/measures/index.ts";
import type { Db } from "#db/connection.server.ts";
import {
	findAllExistingRegistrations,
	findAllImportedKeys,
	findAllStillPeriods,
	type StillPeriodRow,
} from "#db/import.server.ts";
import { findAllMeasuresWithLatestSettings, type MeasureWithSettings } from "#db/importMeasure.server.ts";
import { findAllPlatser } from "#db/plats.server.ts";
import type { ImportFacts, ImportMeasure } from "./content.ts";

/** All that the rows of a file are judged by in the kommun, read once for however many rows. */
export async function findImportFacts(
	db: Db,
	{ kommunId, today }: { kommunId: number; today: IsoDate },
): Promise<ImportFacts> {
	const measures = await findAllMeasuresWithLatestSettings(db, { kommunId, today });
	const platser = await findAllPlatser(db, { kommunId });
	const existing = await findAllExistingRegistrations(db, { kommunId });
	const importedKeys = await findAllImportedKeys(db, { kommunId });
	const stillPeriods = await findAllStillPeriods(db, { kommunId });
	return {
		today,
		measures: measures.map(importMeasure),
		platser: platser.map(({ id, name }) => ({ id, name })),
		existing,
		importedKeys: new Set(importedKeys),
		sha256: (text) => createHash("sha256").update(text).digest("hex"),
		stillPeriods: stillPeriods.map((period) => ({
			dokumentId: period.dokumentId,
			from: period.from,
			to: period.to,
			name: stillPeriodName(period, stillPeriods),
			isSigned: period.isSigned,
		})),
	};
}

function importMeasure({ settings, ...measure }: MeasureWithSettings): ImportMeasure {
	const module = measureModule(measure.kind);
	const field = module.quantityField(module.settingsSchema.parse(settings));
	return { ...measure, quantityField: field && { label: field.label, isMeasuredValue: field.isMeasuredValue } };
}

/** "Tertial 2 2018", with its dokument where two have a report of it. */
function stillPeriodName({ periodCode, dokumentTitle }: StillPeriodRow, all: readonly StillPeriodRow[]): string {
	const period = parsePeriod(periodCode);
	const name = period ? formatPeriod(period) : periodCode;
	return all.filter((one) => one.periodCode === periodCode).length > 1 ? `${name} (${dokumentTitle})` : name;
}
