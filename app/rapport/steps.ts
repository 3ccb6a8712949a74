import { addDays, addHours, type IsoDate, type IsoInstant } from "#app/domain/dates.ts";
import { formatDate } from "#app/domain/format.ts";
import type { Permission } from "#app/domain/permissions.ts";
import {
	RAPPORT_PART_NAME,
	RAPPORT_PARTS,
	RAPPORT_STEPS,
	type RapportFacts,
	type RapportPart,
	type RapportStep,
	RECALL_HOURS,
	STEP_PERMISSION,
	whyNot,
} from "#app/domain/rapport.ts";

/** Who reads, and when. */
export interface Reader {
	personId: number;
	may: (permission: Permission) => boolean;
	today: IsoDate;
	now: IsoInstant;
}

/** The steps that this person can take now: the same two questions that the command asks. */
export function offeredSteps(facts: RapportFacts, reader: Reader): RapportStep[] {
	return RAPPORT_STEPS.filter((step) => reader.may(STEP_PERMISSION[step]) && whyNot(step, facts, reader) === null);
}

/** The steps that carry the report on; what is offered besides is to go back, or to write. */
const ONWARD: readonly RapportStep[] = [
	"markPolisKlar",
	"markKommunKlar",
	"reviewRapport",
	"signRapport",
	"publishRapport",
];

/**
 * Whether the report stands still until this person, or somebody with the same role, does something; while the council
 * reviews it, it waits for everybody who may give a remark.
 */
export function waitsFor(facts: RapportFacts, reader: Reader): boolean {
	const steps = offeredSteps(facts, reader);
	return steps.some((step) => ONWARD.includes(step) || (step === "giveSynpunkt" && facts.state === "inlamnad"));
}

/**
 * Why a step that the person's role is meant for, and that is the next one, cannot be taken by them or today; null when
 * there is nothing to explain.
 */
export function whyNextIsRefused(facts: RapportFacts, reader: Reader): string | null {
	// That the period runs is what `whoIsNext` says.
	if (facts.state === "utkast" && reader.today <= facts.periodTo) return null;
	for (const step of NEXT_IN[facts.state]) {
		if (!reader.may(STEP_PERMISSION[step]) || isDone(step, facts)) continue;
		const why = whyNot(step, facts, reader);
		if (why) return why;
	}
	return null;
}

const NEXT_IN: Record<RapportFacts["state"], readonly RapportStep[]> = {
	utkast: ["markPolisKlar", "markKommunKlar"],
	inlamnad: [],
	granskad: ["signRapport"],
	signerad: ["publishRapport"],
	publicerad: [],
};

function isDone(step: RapportStep, facts: RapportFacts): boolean {
	if (step === "markPolisKlar") return facts.polisKlarBy !== null;
	return step === "markKommunKlar" && facts.kommunKlarBy !== null;
}

export interface WhoIsNext {
	/** "Väntar på kommunens klarmarkering" */
	title: string;
	/** Who does what, in a sentence or two. */
	text: string;
}

/**
 * Who is next and what they are to do, in words for everybody who can read the report.
 *
 * @param undertecknare the title of the one who signs in this kommun
 */
export function whoIsNext(
	facts: RapportFacts,
	{ today, undertecknare }: { today: IsoDate; undertecknare: string },
): WhoIsNext {
	if (facts.hasLaterEdition)
		return { title: "En senare version finns", text: "Det här är en tidigare version. Den ändras inte mer." };
	switch (facts.state) {
		case "utkast":
			return utkast(facts, today);
		case "inlamnad":
			return {
				title: "Väntar på rådets granskning",
				text: "Siffrorna är frysta. Rådet läser och lämnar synpunkter. Sedan markerar kommunpolisen eller samordnaren rapporten som granskad, och den går till signering.",
			};
		case "granskad":
			return {
				title: "Väntar på signering",
				text: `Den som undertecknar (${undertecknare.toLowerCase()}) läser och signerar. Det får inte vara någon som har klarmarkerat.`,
			};
		case "signerad":
			return {
				title: "Väntar på publicering",
				text: "Rapporten är signerad och ändras inte mer. Samordnaren publicerar den, så att alla kan läsa den.",
			};
		case "publicerad":
			return { title: "Alla kan läsa rapporten", text: "Den är publicerad. Fel rättas i en ny version." };
	}
}

/** What is said of an edition that another, signed one has taken the place of. */
export function replacedBy(edition: number): WhoIsNext {
	return {
		title: `Ersatt av version ${edition}`,
		text: "Det här är en tidigare version. Den finns kvar som den signerades.",
	};
}

function utkast(facts: RapportFacts, today: IsoDate): WhoIsNext {
	const missing = RAPPORT_PARTS.filter((part) => klarBy(facts, part) === null);
	if (today <= facts.periodTo)
		return {
			title: "Perioden pågår",
			text: `Texterna kan skrivas redan nu. Delarna kan markeras som klara från och med ${formatDate(addDays(facts.periodTo, 1))}.`,
		};
	const [only] = missing;
	if (missing.length !== 1 || !only)
		return {
			title: "Väntar på polisens och kommunens klarmarkering",
			text: "Kommunpolisen skriver polisens del och samordnaren kommunens. När båda är klarmarkerade fryses siffrorna.",
		};
	return {
		title: `Väntar på ${RAPPORT_PART_NAME[only].toLowerCase()}s klarmarkering`,
		text: `${WRITER[only]} läser igenom sin del och markerar den som klar. Då fryses siffrorna och rådet tar vid.`,
	};
}

const WRITER: Record<RapportPart, string> = { polis: "Kommunpolisen", kommun: "Samordnaren" };

function klarBy(facts: RapportFacts, part: RapportPart): number | null {
	return part === "polis" ? facts.polisKlarBy : facts.kommunKlarBy;
}

/** Until when publication can be recalled; null when it is not published. */
export function recallUntil(facts: RapportFacts): IsoInstant | null {
	return facts.publishedAt && addHours(facts.publishedAt, RECALL_HOURS);
}
