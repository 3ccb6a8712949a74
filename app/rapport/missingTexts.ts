import type { RapportPart } from "#app/domain/rapport.ts";
import type { RapportContent } from "./content.ts";
import { aktivitetLabel, deviationsOf } from "./words.ts";

export interface MissingText {
	aktivitetId: number;
	/** "Riktad insats" */
	name: string;
	lacks: "orsak" | "ny plan" | "orsak och ny plan";
}

/** The deviations that a part is responsible for and has not explained: what it is reminded of before it says klar. */
export function missingTexts(content: RapportContent, part: RapportPart): MissingText[] {
	return deviationsOf(content)
		.filter((aktivitet) => aktivitet.responsible.includes(part))
		.flatMap(({ id, texts }) => {
			const text = texts.find((one) => one.part === part);
			const lacks = whatLacks({ hasOrsak: Boolean(text?.orsak), hasPlan: Boolean(text?.nyPlan) });
			return lacks ? [{ aktivitetId: id, name: aktivitetLabel(content, id), lacks }] : [];
		});
}

function whatLacks({ hasOrsak, hasPlan }: { hasOrsak: boolean; hasPlan: boolean }): MissingText["lacks"] | null {
	if (hasOrsak && hasPlan) return null;
	if (!hasOrsak && !hasPlan) return "orsak och ny plan";
	return hasOrsak ? "ny plan" : "orsak";
}
