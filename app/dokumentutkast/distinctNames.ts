import type { MeasureKind } from "#app/domain/measureKind.ts";
import type { UtkastAktivitet, UtkastMeasure } from "./content.ts";
import { readRecurring } from "./draftSettings.ts";

const LONGEST_NAME = 60;

/** The aktiviteter with no two mått named alike: one chooses among the names where one logs. */
export function withDistinctNames(aktiviteter: readonly UtkastAktivitet[]): UtkastAktivitet[] {
	const kinds = new Map<string, Set<MeasureKind>>();
	for (const { name, kind } of aktiviteter.flatMap(({ measures }) => measures))
		kinds.set(name, (kinds.get(name) ?? new Set()).add(kind));
	const taken = new Set<string>();
	return aktiviteter.map((aktivitet) => ({
		...aktivitet,
		measures: aktivitet.measures.map((measure) => {
			const isOfManyKinds = (kinds.get(measure.name)?.size ?? 0) > 1;
			const name = numbered(isOfManyKinds ? withManner(measure) : measure.name, taken);
			taken.add(name);
			return { ...measure, name };
		}),
	}));
}

/** "Poliskontor, fasta tider" */
function withManner({ kind, name, settings }: UtkastMeasure): string {
	if (kind === "milestone") return suffixed(name, ", klart");
	if (kind === "outcome") return suffixed(name, ", värde");
	const isOpening = kind === "recurring" && readRecurring(settings).cadence.type === "opening_hours";
	return isOpening ? suffixed(name, ", fasta tider") : name;
}

function numbered(name: string, taken: ReadonlySet<string>): string {
	let number = 1;
	let candidate = name;
	while (taken.has(candidate)) {
		number += 1;
		candidate = suffixed(name, ` ${number}`);
	}
	return candidate;
}

function suffixed(name: string, suffix: string): string {
	return name.slice(0, LONGEST_NAME - suffix.length) + suffix;
}
