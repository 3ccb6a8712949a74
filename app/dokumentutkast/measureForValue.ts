import type { MeasureKind } from "#app/domain/measureKind.ts";
import type { UtkastAktivitet, UtkastFraga, UtkastMeasure } from "./content.ts";

/** The kinds that can hold an answer as they are, by what it is about. */
const HOLDERS: Partial<Record<UtkastFraga["about"], readonly MeasureKind[]>> = {
	minimum: ["count", "recurring", "coverage"],
	per: ["count", "recurring", "coverage"],
	weekdays: ["recurring"],
	places: ["coverage", "outcome"],
};

/** The mått that a question is about: the one that it names, else the first that can hold the answer, else the first. */
export function measureForFraga(
	{ measures }: Pick<UtkastAktivitet, "measures">,
	{ about, measureKey }: Pick<UtkastFraga, "about" | "measureKey">,
): UtkastMeasure | undefined {
	const named = measures.find(({ key }) => key === measureKey);
	if (named) return named;
	const kinds = HOLDERS[about];
	return measures.find(({ kind }) => kinds?.includes(kind)) ?? measures[0];
}
