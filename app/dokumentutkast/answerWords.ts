import { countOf, formatDate, formatInForce, listOf, upperFirst, weekdayName } from "#app/domain/format.ts";
import type { MeasureKind } from "#app/domain/measureKind.ts";
import type { PeriodKind } from "#app/domain/periods.ts";
import type { Plats } from "#app/measures/types.ts";
import type { FragaValue } from "./change.ts";
import { partName } from "./parts.ts";

const PER_WORDS: Record<Extract<FragaValue, { about: "per" }>["per"], string> = {
	lofte: "Under hela löftet",
	calendar: "Per kalenderår",
	agreement: "Per löftesår, räknat från löftets första dag",
	period: "Per uppföljningsperiod",
	week: "Varje vecka",
	month: "Varje månad",
	quarter: "Varje kvartal",
	termin: "Varje termin",
};

/** How each kind is chosen where a question asks how something is followed. */
const KIND_WORDS: Record<MeasureKind, string> = {
	count: "Ett antal ska nås",
	recurring: "Det återkommer i en bestämd takt",
	milestone: "Det görs en enda gång",
	coverage: "Det ska ske på var och en av platserna",
	outcome: "Ett uppmätt värde ska ändras",
	ongoing: "Det följs utan bestämt antal",
	actions: "Det som har beslutats ska utföras",
};

const PERIOD_KIND_WORDS: Record<PeriodKind, string> = {
	tertial: "Varje tertial",
	quarter: "Varje kvartal",
	half_year: "Varje halvår",
	year: "Varje år",
};

/**
 * An answer in words, for a button and to stand beside the quotation: "Per kalenderår", "Polisen och kommunen".
 *
 * @param platser the kommun's list, for names
 */
export function answerWords(value: FragaValue, platser: readonly Plats[]): string {
	switch (value.about) {
		case "responsible":
			return upperFirst(listOf(value.parts.map(partName)));
		case "measure":
			return KIND_WORDS[value.kind];
		case "minimum":
			return value.minimum === null ? "Inget antal är bestämt" : `Minst ${value.minimum}`;
		case "per":
			return PER_WORDS[value.per];
		case "weekdays":
			return weekdaysInWords(value);
		case "places":
			return platserInWords(value.platsIds, platser);
		case "period":
			return `Gäller ${formatInForce(value.inForceFrom, value.inForceTo)}`;
		case "periodStart":
			return `Från och med ${formatDate(value.inForceFrom)}`;
		case "periodEnd":
			return `Till och med ${formatDate(value.inForceTo)}`;
		case "followUp":
			return PERIOD_KIND_WORDS[value.periodKind];
		case "signedOn":
			return upperFirst(formatDate(value.signedOn));
	}
}

function weekdaysInWords({
	weekdays,
	withHelgkvallar,
	onlyHelgfria,
}: Pick<Extract<FragaValue, { about: "weekdays" }>, "weekdays" | "withHelgkvallar" | "onlyHelgfria">): string {
	const days = listOf([...weekdays].sort((a, b) => a - b).map(weekdayName));
	const each = days && `varje ${onlyHelgfria ? "helgfri " : ""}${days}`;
	const parts = [each, withHelgkvallar && "andra helgkvällar enligt kalendern"].filter(Boolean);
	return upperFirst(parts.join(" samt "));
}

/** Many are said by their number: the list itself stands in the mått. */
const MOST_NAMED = 12;

function platserInWords(platsIds: readonly number[], platser: readonly Plats[]): string {
	const names = platsIds.flatMap((id) => platser.find((plats) => plats.id === id)?.name ?? []);
	return names.length > MOST_NAMED ? countOf(names.length, "plats", "platser") : listOf(names);
}
