import { countOf } from "#app/domain/format.ts";
import type { ImportCheck, ImportedRegistration, ImportMapping } from "./content.ts";
import type { MappingFault } from "./plan.ts";

type Answers = Pick<ImportMapping, "takesLikeExisting" | "takesLate">;

/** Whether it becomes a registration as the questions are answered; what waits for an answer does not yet. */
export function comesIn(
	{ outcome, isLate }: Pick<ImportedRegistration, "outcome" | "isLate">,
	{ takesLikeExisting, takesLate }: Answers,
): boolean {
	if (outcome === "already_imported") return false;
	if (outcome === "like_existing" && takesLikeExisting !== true) return false;
	return !isLate || takesLate === true;
}

/**
 * What has to be answered or mended before the file can be imported; empty when it can. What the page offers and what the
 * command accepts come from here. Each names the part of the mapping that it is about; "rows" when it is none.
 */
export function importProblems(check: ImportCheck, mapping: ImportMapping): MappingFault[] {
	if (check.mappingFaults.length > 0) return check.mappingFaults;
	const problems = [...nameProblems(check), ...rowProblems(check, mapping), ...unanswered(check, mapping)];
	if (problems.length > 0 || check.span !== null) return problems;
	return [{ field: "rows", message: nothingNew(check) }];
}

function nameProblems({ unknown }: ImportCheck): MappingFault[] {
	const names = (count: number) => countOf(count, "namn", "namn");
	const { aktiviteter, platser, performers } = unknown;
	const problems = [
		[aktiviteter, "aktiviteter", "Aktivitet: välj vad", "står för, eller att raderna inte ska tas med."],
		[platser, "platser", "Plats: välj vilken plats", "står för, eller ingen."],
		[performers, "performers", "Utförd av: välj vem", "står för."],
	] as const;
	return problems.flatMap(([list, field, before, after]) =>
		list.length === 0 ? [] : [{ field, message: `${before} ${names(list.length)} i filen ${after}` }],
	);
}

/** While names are unknown their rows have faults that go away when the names are chosen. */
function rowProblems({ counts, unknown }: ImportCheck, { leavesOutFaulty }: ImportMapping): MappingFault[] {
	const namesAreKnown = Object.values(unknown).every((names) => names.length === 0);
	if (!namesAreKnown || counts.faulty === 0 || leavesOutFaulty) return [];
	const rows = countOf(counts.faulty, "rad har", "rader har");
	const message = `Rader: ${rows} fel. Rätta filen och läs in den igen, eller välj att utelämna dem.`;
	return [{ field: "leavesOutFaulty", message }];
}

function unanswered({ counts, perStillPeriod }: ImportCheck, mapping: ImportMapping): MappingFault[] {
	const problems: MappingFault[] = [];
	if (counts.like_existing > 0 && mapping.takesLikeExisting === null)
		problems.push({
			field: "takesLikeExisting",
			message: "Liknande registreringar: svara om rader som liknar det som redan är registrerat ska tas med.",
		});
	if (perStillPeriod.length > 0 && mapping.takesLate === null)
		problems.push({
			field: "takesLate",
			message:
				"Efterregistrering: svara om rader ska tas med i en period vars rapport redan är inlämnad eller signerad.",
		});
	return problems;
}

function nothingNew({ counts }: ImportCheck): string {
	const others = counts.faulty + counts.left_out + counts.like_existing + counts.late;
	if (counts.already_imported > 0 && others === 0)
		return "Rader: allt i filen är redan importerat. Det finns inget nytt att ta in.";
	return "Rader: ingen rad blir en registrering. Kontrollera kolumnerna och svaren, eller välj en annan fil.";
}
