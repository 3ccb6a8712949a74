import type { Cadence, Weekdays } from "./cadence.ts";
import type { ReadMeasure } from "./measureOf.ts";
import type { PlaceSet } from "./places.ts";
import type { Quantity } from "./quantity.ts";
import { shareOf, vagueQuantityOf } from "./quantity.ts";
import type { ReadingQuestion, ReadPer } from "./reading.ts";
import type { Responsible } from "./responsible.ts";
import { type Match, spanOf, type Word } from "./words.ts";

/** What has been read of a sentence, for asking about what it leaves open. */
interface SoFar {
	quantity: Quantity | undefined;
	quantities: Quantity[];
	cadence: Cadence | undefined;
	weekdays: Weekdays | undefined;
	places: PlaceSet | undefined;
	responsible: Responsible;
	measure: ReadMeasure;
	per: ReadPer | null;
	context: { hasPeriodOverAYear: boolean };
	deadline: Match | undefined;
}

/** The questions that the words of a sentence leave to the parties, in the order of the form: who, how, how many, how often, where. */
export function askAbout(words: Word[], read: SoFar): ReadingQuestion[] {
	const whole = { first: 0, end: words.length };
	const ask = (about: ReadingQuestion["about"], question: string, match: Match | null): ReadingQuestion => ({
		about,
		question,
		span: spanOf(words, match ?? whole),
	});
	return [
		...askWho(read, ask),
		...askHowFollowed(read, ask),
		...askHowMany(words, read, ask),
		...askHowOften(words, read, ask),
		...askWhere(read, ask),
	];
}

type Ask = (about: ReadingQuestion["about"], question: string, match: Match | null) => ReadingQuestion;

function askWho({ responsible: { names, match, doubt } }: SoFar, ask: Ask): ReadingQuestion[] {
	const who = names.join(" och ");
	if (doubt === "nobody")
		return [
			ask("responsible", "Texten säger inte vem som ansvarar: polisen, kommunen, båda eller någon annan?", match),
		];
	if (doubt === "misspelt") return [ask("responsible", `Texten tycks vara felskriven. Ansvarar ${who}?`, match)];
	if (doubt === "inferred")
		return [ask("responsible", `Texten säger inte rakt ut vem som ansvarar. Är det ${who}?`, match)];
	return [];
}

function askHowMany(words: Word[], { quantity, quantities, measure, deadline }: SoFar, ask: Ask): ReadingQuestion[] {
	if (!quantity) {
		const vague = vagueQuantityOf(words);
		if (vague) return [{ about: "minimum", question: "Hur många är det minst? Texten ger inget tal.", span: vague }];
		const share = measure.kind === "outcome" ? undefined : shareOf(words);
		if (share) return [{ about: "minimum", question: "Texten ger en andel. Hur många är det minst?", span: share }];
		if (deadline)
			return [ask("measure", "Det här är en tidsgräns för varje fall, inte hur ofta. Hur ska den följas?", deadline)];
		return [];
	}
	const { value, parts, upper, isRounded, match } = quantity;
	if (parts)
		return [ask("minimum", `Texten ger ${parts.join(" och ")}. Är det minsta antalet ${value} sammanlagt?`, match)];
	if (upper !== null) return [ask("minimum", `Är det minsta antalet ${value} eller ${upper}?`, match)];
	if (isRounded) return [ask("minimum", `Texten ger ett ungefärligt antal. Är det minsta antalet ${value}?`, match)];
	const others = quantities.filter((other) => other.value !== value);
	const [other] = others;
	if (!other) return [];
	const choices = [value, ...others.map((one) => one.value)].join(" eller ");
	return [ask("minimum", `Texten har flera tal. Vilket är det minsta antalet: ${choices}?`, other.match)];
}

function askHowFollowed({ measure, places, quantity }: SoFar, ask: Ask): ReadingQuestion[] {
	if (!measure.isDoubtful) return [];
	if (measure.kind === "milestone")
		return [ask("measure", "Ska det göras en enda gång, eller återkommer det?", measure.match)];
	if (measure.kind === "recurring")
		return [ask("measure", "Gäller det en viss tid på året: hur ofta ska det ske då?", measure.match)];
	if (measure.kind === "coverage" && places && !quantity)
		return [ask("measure", `Ska det ske på var och en av platserna: ${places.names.join(", ")}?`, measure.match)];
	return [ask("measure", "Hur ska det mätas? Texten säger inte vad som visar att det har lyckats.", measure.match)];
}

function askHowOften(
	words: Word[],
	{ quantity, cadence, weekdays, per, context, measure }: SoFar,
	ask: Ask,
): ReadingQuestion[] {
	if (cadence?.isOdd)
		return [
			ask(
				"per",
				"Takten går inte jämnt upp i en vecka, en månad eller ett år. Hur många gånger ska det bli under ett tertial?",
				cadence.match,
			),
		];
	if (weekdays?.isRecurring && measure.kind === "recurring")
		return weekdays.days.length > 1
			? [
					ask(
						"weekdays",
						`Räcker det med en av dagarna i veckan, eller ska det ske alla dagar: ${weekdays.days.join(", ")}?`,
						weekdays.match,
					),
				]
			: [];
	if (!quantity)
		return measure.kind === "recurring" && !cadence?.isOnceEach
			? [ask("per", "Hur ofta ska det ske? Texten nämner att det återkommer, men inte hur ofta.", measure.match)]
			: [];
	const isOpen = context.hasPeriodOverAYear && (cadence === undefined || cadence.isOneYear);
	const counted = quantity.unit && !quantity.isTimes ? ` ${words[quantity.unit.first]?.lower}` : "";
	if (isOpen && (per === "year" || per === "period"))
		return [
			ask(
				"per",
				`Minst ${quantity.value}${counted}: per år eller under hela perioden?`,
				cadence?.match ?? quantity.match,
			),
		];
	return [];
}

function askWhere({ places, measure, quantity }: SoFar, ask: Ask): ReadingQuestion[] {
	if (quantity && places)
		return [ask("places", `Är det minst ${quantity.value} sammanlagt eller för var och en?`, places.match)];
	if (measure.kind !== "coverage") return [];
	if (!places) return [ask("places", "Vilka är det som var och en ska nås?", measure.match)];
	if (quantity && places.isImplied)
		return [ask("places", `Är det minst ${quantity.value} sammanlagt eller i var och en?`, places.match)];
	return places.names.length === 1 ? [ask("places", "Vilka hör dit? Texten räknar inte upp dem.", places.match)] : [];
}
