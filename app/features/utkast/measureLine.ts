import type { UtkastMeasure } from "#app/dokumentutkast/content.ts";
import { lowerFirst } from "#app/domain/format.ts";
import { measureModule } from "#app/measures/index.ts";
import type { Plats } from "#app/measures/types.ts";

/** How an aktivitet is followed, in words. */
export interface MeasureLine {
	key: string;
	/** "Antal" */
	kindName: string;
	/** What was agreed; null: something is missing. */
	agreed: string | null;
	/** What the settings lack: "minsta antal". */
	missing: string[];
	rakneregel: string;
}

/** A mått in words; settings that lack something say what. */
export function measureLine(
	{ key, kind, settings, rakneregel }: UtkastMeasure,
	platser: readonly Plats[],
): MeasureLine {
	const { name, settingsSchema, describeSettings } = measureModule(kind);
	const parsed = settingsSchema.safeParse(settings);
	return {
		key,
		kindName: name,
		agreed: parsed.success ? describeSettings(parsed.data, platser) : null,
		missing: [...new Set((parsed.error?.issues ?? []).map(({ message }) => labelOf(message)))],
		rakneregel,
	};
}

/** The label that every message begins with: "Minsta antal: skriv ett helt tal …". */
function labelOf(message: string): string {
	return lowerFirst(message.split(":")[0] ?? message);
}
