import { countOf, listOf } from "#app/domain/format.ts";
import type { MoteContent, MotePunkt } from "#app/mote/content.ts";

/** What closing the meeting does, and what it leaves for another one, a sentence each. */
export function closingSentences({ punkter }: Pick<MoteContent, "punkter">): string[] {
	const beslut = punkter.reduce((sum, punkt) => sum + punkt.beslut.length, 0);
	const atgarder = punkter.reduce((sum, punkt) => sum + punkt.nyaAtgarder.length, 0);
	const decided = [
		...(beslut > 0 ? [countOf(beslut, "beslut", "beslut")] : []),
		...(atgarder > 0 ? [countOf(atgarder, "åtgärd", "åtgärder")] : []),
	];
	return [
		decided.length > 0 ? `${listOf(decided)} skrivs in i protokollet.` : "Inga beslut och inga åtgärder är antecknade.",
		...rapporterOf(punkter, "granskad").map((name) => `${name} markeras som granskad.`),
		...rapporterOf(punkter, "bordlagd").map((name) => `${name} är bordlagd och väntar på ett senare möte.`),
		...rapporterOf(punkter, null).map((name) => `${name} är inte avgjord och väntar på ett senare möte.`),
		...remaining(punkter),
		"Protokollet låses. Det kan inte ändras efteråt.",
	];
}

function rapporterOf(punkter: readonly MotePunkt[], wanted: MotePunkt["outcome"]): string[] {
	return punkter.flatMap(({ rapport, outcome }) =>
		rapport && outcome === wanted ? [`Rapporten för ${rapport.period.toLowerCase()} (${rapport.dokumentTitle})`] : [],
	);
}

function remaining(punkter: readonly MotePunkt[]): string[] {
	const open = punkter
		.flatMap(({ atgarder, nyaAtgarder }) => [...atgarder, ...nyaAtgarder])
		.filter(({ doneOn }) => doneOn === null).length;
	if (open === 0) return [];
	return [`${countOf(open, "öppen åtgärd följer", "öppna åtgärder följer")} med till nästa möte.`];
}
