import { daysBetween } from "#app/domain/dates.ts";
import type { RapportStep } from "#app/domain/rapport.ts";
import { offeredSteps, type Reader } from "#app/rapport/steps.ts";
import type { Notis } from "./notis.ts";
import type { RapportStanding } from "./rapportFacts.server.ts";
import { sinceWords } from "./sinceWords.ts";

/** A report that has waited longer than this for the same step is late. */
const RAPPORT_PATIENCE_DAYS = 28;

/** The steps that a report waits for, and what the one who can take it is told to do. */
const TO_DO: Partial<Record<RapportStep, string>> = {
	markPolisKlar: "Klarmarkera polisens del",
	markKommunKlar: "Klarmarkera kommunens del",
	reviewRapport: "Granska rapporten med rådet",
	giveSynpunkt: "Läs och lämna synpunkter",
	signRapport: "Signera rapporten",
	publishRapport: "Publicera rapporten",
};

/** The reports that stand still until this reader, or somebody with the same role, takes a step; one line for each step. */
export function rapportNotiser(
	rapporter: readonly RapportStanding[],
	{ kommun, reader }: { kommun: Notis["kommun"]; reader: Reader },
): Notis[] {
	return rapporter.flatMap((rapport) =>
		stepsToTake(rapport, reader).map((step): Notis => {
			const { dokumentId, periodCode, facts, title, since, isExample } = rapport;
			return {
				key: `rapport:${dokumentId}:${periodCode}:${facts.edition}:${step}`,
				kind: "rapport",
				severity: daysBetween(since, reader.today) > RAPPORT_PATIENCE_DAYS ? "forsenat" : "vantar",
				kommun,
				title,
				why: [TO_DO[step], ...(since < reader.today ? [`Har väntat ${sinceWords(since, reader.today)}`] : [])].join(
					". ",
				),
				to: addressOf(rapport, { kommun, step }),
				day: since,
				isExample,
			};
		}),
	);
}

/** While the council reviews it, everybody else is asked for a remark, once. */
function stepsToTake({ facts, saidBy }: RapportStanding, reader: Reader): RapportStep[] {
	const steps = offeredSteps(facts, reader).filter((step) => TO_DO[step] !== undefined);
	const isAsked = facts.state === "inlamnad" && !steps.includes("reviewRapport") && !saidBy.includes(reader.personId);
	return steps.filter((step) => step !== "giveSynpunkt" || isAsked);
}

function addressOf(
	{ path, query }: RapportStanding,
	{ kommun, step }: { kommun: Notis["kommun"]; step: RapportStep },
): string {
	const page = `/intern/${kommun.slug}${path}`;
	if (step === "signRapport") return `${page}/signera${query}`;
	return `${page}${query}#${step === "giveSynpunkt" ? "synpunkter" : "laget"}`;
}
