import { shortened } from "#app/domain/format.ts";
import type { ReadingQuestion, Span } from "#app/loftestext/reading.ts";
import type { UtkastFraga } from "./content.ts";
import type { Keys } from "./keys.ts";
import { quotedAt } from "./quotation.ts";

/** No question is longer, as the dokument keeps it. */
const LONGEST_QUESTION = 500;
const LONGEST_QUOTATION = 2000;

interface FragaFacts {
	sourceText: string;
	keys: Keys;
}

/** A question of the reading as one of the utkast, with words that stand in the text. */
export function fragaOf({ question, span, about }: ReadingQuestion, { sourceText, keys }: FragaFacts): UtkastFraga {
	return makeFraga({ about, question, span }, { sourceText, keys });
}

/** A new question that nobody has answered. What lies at a single character has no words to quote. */
export function makeFraga(
	{ about, question, span, measureKey }: Pick<UtkastFraga, "about" | "question" | "span" | "measureKey">,
	{ sourceText, keys }: FragaFacts,
): UtkastFraga {
	const quoted = span && span.to - span.from > 1 ? quotedAt(sourceText, limited(span)) : null;
	return {
		key: keys.make("q"),
		about,
		...(measureKey !== undefined && { measureKey }),
		question: shortened(question, LONGEST_QUESTION),
		quotation: quoted?.quotation ?? null,
		span: quoted?.span ?? null,
		state: "obesvarad",
		answer: null,
	};
}

function limited({ from, to }: Span): Span {
	return { from, to: Math.min(to, from + LONGEST_QUOTATION) };
}
