import type { DokumentutkastContent, UtkastFraga } from "#app/dokumentutkast/content.ts";
import { FACTS_ANCHOR, markAnchor } from "#app/features/utkast/anchors.ts";
import type { TextMark } from "./markText.ts";

const FACT_LABELS = {
	kommun: ["Kommun", "Kommun"],
	inForceFrom: ["Gäller från", "Gäller från"],
	inForceTo: ["Gäller till", "Gäller till"],
	signedOn: ["Undertecknat", "Undertecknat"],
	followUpRule: ["Uppföljning", "Uppföljning enligt texten"],
} as const;

/** All that was found in the text, numbered as its cards are. What is left out is not marked. */
export function marksOf(content: DokumentutkastContent): TextMark[] {
	const taken = content.aktiviteter.filter(({ isLeftOut }) => !isLeftOut);
	return [
		...content.loften.map(({ key, span }, index): TextMark => {
			const label = `L${index + 1}`;
			return {
				kind: "lofte",
				span,
				link: { id: markAnchor(key), label, name: `${label}, löfte ${index + 1}`, href: `#${key}` },
			};
		}),
		...taken.flatMap(({ key, span, alsoTold, fragor }, index): TextMark[] => {
			const label = String(index + 1);
			const name = `Aktivitet ${index + 1}`;
			const link = { id: markAnchor(key), label, name, href: `#${key}` };
			return [
				...(span ? [{ kind: "aktivitet" as const, span, link }] : []),
				...alsoTold.map((told, at) => ({
					kind: "aktivitet" as const,
					span: told.span,
					link: { ...link, id: `${link.id}-${at + 2}`, name: `${name}, en gång till` },
				})),
				...fragor.flatMap(openWords),
			];
		}),
		...content.fragor.flatMap(openWords),
		...factMarks(content.spans),
	];
}

/** The words that leave a question open, as long as nobody has answered it. */
function openWords({ state, span }: UtkastFraga): TextMark[] {
	return state === "obesvarad" && span ? [{ kind: "fraga", span, link: null }] : [];
}

/** Two facts from the same words ("under 2016") have one mark. */
function factMarks(spans: DokumentutkastContent["spans"]): TextMark[] {
	const byPlace = new Map<string, TextMark>();
	for (const fact of ["inForceFrom", "inForceTo", "signedOn", "followUpRule", "kommun"] as const) {
		const span = spans[fact];
		if (!span || byPlace.has(`${span.from}-${span.to}`)) continue;
		const isWholePeriod = fact === "inForceFrom" && spans.inForceTo?.from === span.from;
		const [label, name] = isWholePeriod ? ["Gäller", "Gäller"] : FACT_LABELS[fact];
		byPlace.set(`${span.from}-${span.to}`, {
			kind: "fact",
			span,
			link: { id: markAnchor(fact), label, name, href: `#${FACTS_ANCHOR}` },
		});
	}
	return [...byPlace.values()];
}
