import { aktivitetFields, dokumentFields, fragaFields } from "#app/domain/dokument.schema.ts";
import { Fault } from "#app/domain/fault.ts";
import type { Plats } from "#app/measures/types.ts";
import { acceptValue } from "./acceptValue.ts";
import { notItsAnswer, withValue } from "./answerValue.ts";
import { answerWords } from "./answerWords.ts";
import type { FragaValue, UtkastChange } from "./change.ts";
import { withWhole } from "./changeFacts.ts";
import { type ChangeFacts, withAktivitet } from "./changeFor.ts";
import { requirePlatser } from "./changeMeasures.ts";
import type { DokumentutkastContent, UtkastAktivitet, UtkastFraga } from "./content.ts";
import { namedAsPart } from "./parts.ts";
import { settleWindows } from "./windowFragor.ts";

type Of<Type extends UtkastChange["type"]> = Extract<UtkastChange, { type: Type }>;

/** Answers a question: sets the value that it decides, and keeps the answer in words beside the quotation. */
export function answerFraga(
	content: DokumentutkastContent,
	{ fragaKey, value, answer }: Of<"answerFraga">,
	facts: ChangeFacts,
): DokumentutkastContent {
	const { fraga, aktivitet } = fragaIn(content, fragaKey);
	const accepted = value && acceptAnswer(value, facts.platser);
	const words = answer.trim() || (accepted ? answerWords(accepted, facts.platser) : "");
	if (words === "")
		throw new Fault("invalid", "Svar: välj ett av alternativen eller skriv ett svar med egna ord.", "answer");
	const text = acceptValue(fragaFields.answer.unwrap(), words, "answer");
	const settled = withFraga(content, { ...fraga, state: "besvarad", answer: text });
	if (!accepted) return settled;
	const owner = aktivitet && settled.aktiviteter.find(({ key }) => key === aktivitet.key);
	return owner
		? settleWindows(withAktivitet(settled, withValue(owner, accepted, { fraga, content, facts })), facts)
		: withWholeValue(settled, accepted, facts);
}

/** Not a question after all. */
export function strikeFraga(content: DokumentutkastContent, { fragaKey }: Of<"strikeFraga">): DokumentutkastContent {
	return withFraga(content, { ...fragaIn(content, fragaKey).fraga, state: "struken", answer: null });
}

/** The value that an answer has set stays until it is answered anew. */
export function reopenFraga(content: DokumentutkastContent, { fragaKey }: Of<"reopenFraga">): DokumentutkastContent {
	return withFraga(content, { ...fragaIn(content, fragaKey).fraga, state: "obesvarad", answer: null });
}

function fragaIn(
	content: DokumentutkastContent,
	fragaKey: string,
): { fraga: UtkastFraga; aktivitet: UtkastAktivitet | null } {
	const isWanted = ({ key }: UtkastFraga) => key === fragaKey;
	for (const owner of [null, ...content.aktiviteter]) {
		const fraga = (owner ?? content).fragor.find(isWanted);
		if (fraga) return { fraga, aktivitet: owner };
	}
	throw new Fault("not_found", "Frågan finns inte i utkastet. Ladda om sidan.");
}

function withFraga(content: DokumentutkastContent, changed: UtkastFraga): DokumentutkastContent {
	const replaced = (fragor: UtkastFraga[]) => fragor.map((fraga) => (fraga.key === changed.key ? changed : fraga));
	return {
		...content,
		fragor: replaced(content.fragor),
		aktiviteter: content.aktiviteter.map((aktivitet) => ({ ...aktivitet, fragor: replaced(aktivitet.fragor) })),
	};
}

/** @throws Fault `invalid` in the words of the field that the value goes into */
function acceptAnswer(value: FragaValue, platser: readonly Plats[]): FragaValue {
	switch (value.about) {
		case "responsible": {
			const parts = acceptValue(aktivitetFields.parts, value.parts.map(namedAsPart), "parts");
			return { ...value, parts: [...new Set(parts)] };
		}
		case "period":
			acceptValue(dokumentFields.inForceFrom, value.inForceFrom, "inForceFrom");
			acceptValue(dokumentFields.inForceTo, value.inForceTo, "inForceTo");
			return value;
		case "periodStart":
			acceptValue(dokumentFields.inForceFrom, value.inForceFrom, "inForceFrom");
			return value;
		case "periodEnd":
			acceptValue(dokumentFields.inForceTo, value.inForceTo, "inForceTo");
			return value;
		case "signedOn":
			acceptValue(dokumentFields.signedOn, value.signedOn, "signedOn");
			return value;
		case "followUp":
			acceptValue(dokumentFields.periodKind, value.periodKind, "periodKind");
			return value;
		case "places":
			if (value.platsIds.length === 0)
				throw new Fault("invalid", "Platser: välj minst en, eller svara med egna ord.", "platsIds");
			requirePlatser(value.platsIds, platser);
			return { ...value, platsIds: [...new Set(value.platsIds)] };
		case "measure":
		case "minimum":
		case "per":
		case "weekdays":
			return value;
	}
}

function withWholeValue(content: DokumentutkastContent, value: FragaValue, facts: ChangeFacts): DokumentutkastContent {
	switch (value.about) {
		case "period": {
			const { inForceFrom, inForceTo } = value;
			return withWhole(content, { inForceFrom, inForceTo, isOpenEnded: inForceTo === null }, facts);
		}
		case "periodStart":
			return withWhole(content, { inForceFrom: value.inForceFrom }, facts);
		case "periodEnd":
			return withWhole(content, { inForceTo: value.inForceTo, isOpenEnded: false }, facts);
		case "signedOn":
			return { ...content, signedOn: value.signedOn };
		case "followUp":
			return withWhole(content, { periodKind: value.periodKind }, facts);
		case "responsible":
			return {
				...content,
				aktiviteter: content.aktiviteter.map((aktivitet) =>
					aktivitet.parts.length === 0 ? { ...aktivitet, parts: value.parts } : aktivitet,
				),
			};
		case "measure":
		case "minimum":
		case "per":
		case "weekdays":
		case "places":
			throw notItsAnswer();
	}
}
