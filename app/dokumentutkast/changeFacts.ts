import { dokumentFields, lofteFields } from "#app/domain/dokument.schema.ts";
import { Fault } from "#app/domain/fault.ts";
import { acceptValue } from "./acceptValue.ts";
import { answerWords } from "./answerWords.ts";
import type { UtkastChange } from "./change.ts";
import type { ChangeFacts } from "./changeFor.ts";
import type { DokumentutkastContent, UtkastFraga } from "./content.ts";
import { findQuotation } from "./quotation.ts";
import { retitled } from "./title.ts";
import { settleWindows } from "./windowFragor.ts";

type Of<Type extends UtkastChange["type"]> = Extract<UtkastChange, { type: Type }>;
/** What is said of the whole. */
export type WholeFacts = Omit<Of<"changeFacts">, "type">;

/** Fields of the dokument itself. What they now say, the questions about it no longer ask. */
export function changeFacts(
	content: DokumentutkastContent,
	{ type: _, ...change }: Of<"changeFacts">,
	facts: ChangeFacts,
): DokumentutkastContent {
	const accepted: WholeFacts = {
		title: acceptValue(dokumentFields.title, change.title, "title"),
		inForceFrom: acceptValue(dokumentFields.inForceFrom.nullable(), change.inForceFrom, "inForceFrom"),
		inForceTo: acceptValue(dokumentFields.inForceTo, change.isOpenEnded ? null : change.inForceTo, "inForceTo"),
		isOpenEnded: change.isOpenEnded,
		signedOn: acceptValue(dokumentFields.signedOn, change.signedOn, "signedOn"),
		periodKind: acceptValue(dokumentFields.periodKind, change.periodKind, "periodKind"),
		lagesbild: acceptValue(dokumentFields.lagesbild, change.lagesbild?.trim() || null, "lagesbild"),
		followUpRule: acceptValue(dokumentFields.followUpRule, change.followUpRule?.trim() || null, "followUpRule"),
		sourceNote: acceptValue(dokumentFields.sourceNote, change.sourceNote?.trim() || null, "sourceNote"),
		undertecknare: acceptValue(dokumentFields.undertecknare, change.undertecknare, "undertecknare"),
	};
	const fragor = content.fragor.map((fraga) => answeredBy(accepted, content, fraga));
	return withWhole({ ...content, fragor }, accepted, facts);
}

/**
 * The content with new facts of the whole, and with what follows from them: the years in a title that nobody has changed,
 * and what a number "per år" leaves open.
 *
 * @throws Fault `invalid` when the last day is before the first one
 */
export function withWhole(
	content: DokumentutkastContent,
	whole: Partial<WholeFacts>,
	{ sourceText, keys }: ChangeFacts,
): DokumentutkastContent {
	const changed = { ...content, ...whole };
	if (changed.inForceFrom !== null && changed.inForceTo !== null && changed.inForceTo < changed.inForceFrom)
		throw new Fault("invalid", "Gäller till: välj en dag som inte ligger före första dagen.", "inForceTo");
	const title = changed.title === content.title ? retitled(content.title, content, changed) : changed.title;
	return settleWindows({ ...changed, title }, { sourceText, keys });
}

/** A question that is open still has its answer when the field that it asks of has been changed. */
function answeredBy(after: WholeFacts, before: DokumentutkastContent, fraga: UtkastFraga): UtkastFraga {
	if (fraga.state !== "obesvarad") return fraga;
	const answer = answerOf(after, before, fraga);
	return answer === null ? fraga : { ...fraga, state: "besvarad", answer };
}

function answerOf(after: WholeFacts, before: DokumentutkastContent, { about }: UtkastFraga): string | null {
	const { inForceFrom, inForceTo, isOpenEnded, signedOn, periodKind } = after;
	if (about === "period") {
		const isChanged =
			inForceFrom !== before.inForceFrom || inForceTo !== before.inForceTo || isOpenEnded !== before.isOpenEnded;
		const isKnown = inForceFrom !== null && (inForceTo !== null || isOpenEnded);
		return isChanged && isKnown ? answerWords({ about: "period", inForceFrom, inForceTo }, []) : null;
	}
	if (about === "signedOn" && signedOn !== null && signedOn !== before.signedOn)
		return answerWords({ about: "signedOn", signedOn }, []);
	if (about === "followUp" && periodKind !== before.periodKind)
		return answerWords({ about: "followUp", periodKind }, []);
	return null;
}

/** A löfte that somebody has marked in the text, in the order of the text. */
export function addLofte(
	content: DokumentutkastContent,
	{ quotation, span }: Of<"addLofte">,
	{ sourceText, keys }: ChangeFacts,
): DokumentutkastContent {
	const quoted = findQuotation(sourceText, quotation, span);
	if (!quoted) throw notInText("Löfte");
	acceptValue(lofteFields.quotation, quoted.quotation, "quotation");
	const isKnown = content.loften.some(
		(lofte) => lofte.span.from === quoted.span.from && lofte.span.to === quoted.span.to,
	);
	if (isKnown) throw new Fault("invalid", "Löfte: texten är redan med som ett löfte. Välj en annan del.", "quotation");
	const loften = [...content.loften, { key: keys.make("l"), ...quoted }];
	return { ...content, loften: loften.sort((a, b) => a.span.from - b.span.from) };
}

export function removeLofte(content: DokumentutkastContent, { lofteKey }: Of<"removeLofte">): DokumentutkastContent {
	if (!content.loften.some(({ key }) => key === lofteKey))
		throw new Fault("not_found", "Löftet finns inte i utkastet. Ladda om sidan.");
	return {
		...content,
		loften: content.loften.filter(({ key }) => key !== lofteKey),
		aktiviteter: content.aktiviteter.map((aktivitet) =>
			aktivitet.lofteKey === lofteKey ? { ...aktivitet, lofteKey: null } : aktivitet,
		),
	};
}

export function notInText(label: string): Fault {
	return new Fault("invalid", `${label}: texten finns inte ordagrant i källtexten. Kopiera den därifrån.`, "quotation");
}
