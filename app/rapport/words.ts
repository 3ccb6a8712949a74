import { describeClip, formatPeriod, listOf, lowerFirst, upperFirst } from "#app/domain/format.ts";
import { RAPPORT_PART_NAME, RAPPORT_STATE_WORD } from "#app/domain/rapport.ts";
import type { RapportAktivitet, RapportContent, RapportMeasure } from "./content.ts";

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

/** The mått whose measured value should move, in the order of the text. */
export function outcomesOf(content: RapportContent): RapportMeasure[] {
	return aktiviteterOf(content)
		.flatMap((aktivitet) => aktivitet.measures)
		.filter(({ kind }) => kind === "outcome");
}

/** What the council is asked to decide, by whoever asks; empty when nobody does. */
export function begardaBeslutOf(content: RapportContent): { who: string; text: string }[] {
	return content.bedomningar
		.filter(({ begardaBeslut }) => begardaBeslut !== "")
		.map(({ part, begardaBeslut }) => ({ who: RAPPORT_PART_NAME[part], text: begardaBeslut }));
}

/** What an aktivitet is called: by its mått, as where one logs. "Trygghetsvandring och beslutade åtgärder" */
export function aktivitetTitle({ aktivitetstyp, measures }: RapportAktivitet): string {
	const [first, ...others] = new Set(measures.map(({ name }) => name));
	return upperFirst(first === undefined ? aktivitetstyp : listOf([first, ...others.map(lowerFirst)]));
}

/** "Riktad insats", and its place in the text where the report has several of the same title. */
export function aktivitetLabel(content: RapportContent, aktivitetId: number): string {
	const all = aktiviteterOf(content);
	const index = all.findIndex(({ id }) => id === aktivitetId);
	const aktivitet = all[index];
	if (!aktivitet) return "Aktivitet som inte finns i rapporten";
	const title = aktivitetTitle(aktivitet);
	const isOnlyOne = all.filter((one) => aktivitetTitle(one) === title).length === 1;
	return isOnlyOne ? title : `${title} (aktivitet ${index + 1})`;
}

/** What is agreed for the next period, by mått; by aktivitet where two of them share a mått's name. */
export function nextLinesOf(
	content: RapportContent,
	{ lines }: NonNullable<RapportContent["next"]>,
): { label: string; agreed: string }[] {
	return lines.map(({ aktivitetId, measureName, agreed }) => {
		const isOnlyOne = lines.filter((one) => one.measureName === measureName).length === 1;
		return { label: isOnlyOne ? measureName : aktivitetLabel(content, aktivitetId), agreed };
	});
}

/** "Tertial 1 2018, gäller från 10 april" */
export function periodWords({ period }: RapportContent): string {
	return [formatPeriod(period), describeClip(period)].filter(Boolean).join(", ");
}
