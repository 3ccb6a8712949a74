import { upperFirst } from "#app/domain/format.ts";
import type { MeasureKind } from "#app/domain/measureKind.ts";
import { oneOf, type UnitWords } from "./unitWords.ts";

const PEOPLE = /\b(ungdom|individ|elev|barn|unga\b|brottsoffer|missbruk|person(er|erna|en)?\b)/i;
/** Amounts that one genomförande holds several of. */
const AMOUNT = /^(timmar|minuter|personer|deltagare|besökare|fordon|kilometer)$/;

interface Followed {
	kind: MeasureKind;
	unit: UnitWords;
	/** Of the settings of `recurring`. */
	cadence: "weekdays" | "every" | "opening_hours" | null;
	/** The aktivitet's own words. */
	quotation: string;
	isJoint: boolean;
}

/**
 * A proposed räkneregel: a general sentence of what to count and what not. Only what holds of every such promise: what is
 * special of this one the parties write.
 */
export function proposeRakneregel({ kind, unit, cadence, quotation, isJoint }: Followed): string {
	const sentences = [...countingSentences({ kind, unit, cadence })];
	const isLogged = kind !== "actions" && kind !== "milestone" && kind !== "outcome";
	if (isLogged && isJoint) sentences.push("Det som polisen och kommunen gör tillsammans räknas en gång.");
	if (isLogged && PEOPLE.test(quotation) && !AMOUNT.test(unit.many))
		sentences.push("Räkna aldrig personer, och skriv inget som pekar ut någon.");
	return sentences.join(" ");
}

function countingSentences({ kind, unit, cadence }: Pick<Followed, "kind" | "unit" | "cadence">): string[] {
	const done = unit.gender === "en" ? "den är genomförd" : "det är genomfört";
	const count = countSentence(unit, done);
	const onlyPlanned = "Det som bara är planerat räknas inte.";
	switch (kind) {
		case "count":
		case "ongoing":
			return [count, onlyPlanned];
		case "coverage":
			return [`Räkna ${oneOf(unit)} på platsen när ${done} där.`, "Att bara passera räknas inte."];
		case "milestone":
			return ["Markera som klart den dag då allt är på plats.", "Att det är beslutat eller påbörjat räknas inte."];
		case "outcome":
			return [
				"Skriv värdet från en mätning på den plats som den gäller, och mät på samma sätt varje gång.",
				"Värdet visar utveckling, inte orsak.",
			];
		case "actions":
			return ["Räkna en beslutad åtgärd när den är utförd.", "Att den är planerad eller beställd räknas inte."];
		case "recurring":
			return recurringSentences({ count, unit, cadence });
	}
}

function countSentence(unit: UnitWords, done: string): string {
	if (AMOUNT.test(unit.many)) return `Räkna ${unit.many} när arbetet är genomfört.`;
	return `Räkna ${oneOf(unit)} när ${unit.isThing ? "det som är utlovat är genomfört där" : done}.`;
}

function recurringSentences({
	count,
	unit,
	cadence,
}: Pick<Followed, "unit" | "cadence"> & { count: string }): string[] {
	const missed = unit.gender === "en" ? "En missad" : "Ett missat";
	const definite = upperFirst(unit.one + (unit.gender === "en" ? "en" : "t"));
	if (cadence === "opening_hours")
		return [
			"Räkna ett tillfälle när det har varit öppet eller bemannat under hela den tid som är annonserad.",
			"Att bara passera räknas inte.",
		];
	if (cadence === "weekdays")
		return [
			`Räkna ${oneOf(unit)} när det som är utlovat har gjorts då.`,
			`${definite} hör till det datum då ${unit.gender === "en" ? "den" : "det"} började.`,
			`${missed} ${unit.one} kan inte tas igen en annan dag.`,
		];
	return [count, "Det som bara är planerat räknas inte.", `${missed} ${unit.one} kan inte tas igen senare.`];
}
