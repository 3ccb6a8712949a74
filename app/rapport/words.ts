import { describeClip, formatPeriod, upperFirst } from "#app/domain/format.ts";
import { RAPPORT_PART_NAME, RAPPORT_STATE_WORD } from "#app/domain/rapport.ts";
import type { RapportAktivitet, RapportContent } from "./content.ts";

/**
 * "Utkast" … "Signerad": how far the content itself has come. That a signed report has been published is not in what was
 * signed, and a public content says nothing of what went before its signature.
 */
export function statusText({ signature, granskadAt, authors }: RapportContent): string {
	if (signature) return RAPPORT_STATE_WORD.signerad;
	if (granskadAt) return RAPPORT_STATE_WORD.granskad;
	return RAPPORT_STATE_WORD[authors.every(({ klarAt }) => klarAt !== null) ? "inlamnad" : "utkast"];
}

/** Every aktivitet, in the order of the text. */
export function aktiviteterOf(content: RapportContent): RapportAktivitet[] {
	return content.groups.flatMap((group) => group.aktiviteter);
}

/** What is behind or not reached, in the order of the text: it asks for a cause and a new plan. */
export function deviationsOf(content: RapportContent): RapportAktivitet[] {
	return aktiviteterOf(content).filter((aktivitet) => aktivitet.isDeviation);
}

/** What the council is asked to decide, by whoever asks; empty when nobody does. */
export function begardaBeslutOf(content: RapportContent): { who: string; text: string }[] {
	return content.bedomningar
		.filter(({ begardaBeslut }) => begardaBeslut !== "")
		.map(({ part, begardaBeslut }) => ({ who: RAPPORT_PART_NAME[part], text: begardaBeslut }));
}

/** "Riktad insats", and by its place in the text where the report has several of the same type. */
export function aktivitetLabel(content: RapportContent, aktivitetId: number): string {
	const all = aktiviteterOf(content);
	const index = all.findIndex(({ id }) => id === aktivitetId);
	const aktivitet = all[index];
	if (!aktivitet) return "Aktivitet som inte finns i rapporten";
	const isOnlyOne = all.filter(({ aktivitetstyp }) => aktivitetstyp === aktivitet.aktivitetstyp).length === 1;
	return upperFirst(aktivitet.aktivitetstyp) + (isOnlyOne ? "" : ` (aktivitet ${index + 1})`);
}

/** "Tertial 1 2018, gäller från 10 april" */
export function periodWords({ period }: RapportContent): string {
	return [formatPeriod(period), describeClip(period)].filter(Boolean).join(", ");
}
