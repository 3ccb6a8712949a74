import type { Block } from "./blocks.ts";
import type { PlainText } from "./plainText.ts";
import type { Span } from "./reading.ts";

const PARTY =
	"(?:\\p{L}*polis(?:en|erna)?|polismyndigheten|lokalpolisomrade(?:t)?|kommun(?:en|erna)?|vi|raddningstjanst(?:en)?|socialtjanst(?:en)?|stadsdel(?:en)?|\\p{L}+forvaltning(?:en)?|stad(?:en)?)";
/** A sentence in which a party undertakes something: "Polisen ska …", "Kommunen kommer att …", "Vi lovar …". */
const UNDERTAKEN = new RegExp(
	`^(\\p{L}+:? ){0,4}?${PARTY}\\b.{0,60}?\\b(ska|skall|lovar|atar sig|kommer( \\p{L}+)? att|fortsatter|forbinder sig)\\b`,
	"u",
);
/** With the verb first: "Tillsammans kommer polisen och kommunen att", "För de äldre ska kommunen också". */
const INVERTED = new RegExp(
	`^.{0,100}?\\b(ska|skall|lovar|kommer|fortsatter) (ocksa |aven |dessutom |darfor )?(${PARTY}\\b|\\p{L}+ kommun\\b)`,
	"u",
);
/** "Ett annat löfte är att …", "… är också ett av löftena". */
const CALLED_LOFTE = /\blofte(n|t|na)?\b.{0,30}\bar att\b|\bar (ocksa |aven )?(ett|en del) av (medborgar)?loftena\b/;
/** Among what is undertaken, what a party simply does: "Kommunen bygger farthinder på Skolvägen." */
const DOES = new RegExp(
	`^${PARTY}( och ${PARTY})? (?!ar\\b|har\\b|ser\\b|anser\\b|tycker\\b|upplever\\b|sager\\b|menar\\b|berattar\\b|hoppas\\b|vill\\b|var\\b|konstaterar\\b)\\p{L}+(r|s)\\b`,
	"u",
);
/** Of how things are said to be, and not of what will be done. */
const TOLD = /\b(enkat\w*|dialog\w*|matning\w*) (som|visar|visade)\b|^(bakgrund\w*|det (ar|var)|i hostas|tidigare)\b/;
/** "Syftet är att …": why, after what is undertaken. */
const PURPOSE = /^(syfte(t)?|mal(et)?|syfte och mal|avsikten|tanken|bakgrunden)\b/;
const ABBREVIATION = /\b(bl|t|ex|m|s|k|kl|nr|ca|d|v|o|jfr|st|f|dvs|osv|resp|forts|max|min|inkl|exkl|tel|\d{1,2})$/;

/**
 * Divides a paragraph where a new party undertakes something; what a sentence only explains stays with the one before.
 *
 * @param options.isOnlyUndertaken leaves out a part in which nobody undertakes anything
 */
export function splitCommitments(
	block: Block,
	plain: PlainText,
	{ isOnlyUndertaken = false }: { isOnlyUndertaken?: boolean } = {},
): Span[] {
	const parts: { span: Span; isUndertaken: boolean }[] = [];
	for (const span of sentencesOf(block)) {
		const last = parts.at(-1);
		const beginning = plain.folded.slice(span.from, Math.min(span.to, span.from + 200)).replace(/\n/g, " ");
		const isUndertaken =
			UNDERTAKEN.test(beginning) ||
			CALLED_LOFTE.test(beginning) ||
			(!TOLD.test(beginning) && INVERTED.test(beginning)) ||
			(last?.isUndertaken === true && DOES.test(beginning));
		if (last?.isUndertaken && !isUndertaken && PURPOSE.test(beginning)) continue;
		if (last && !isUndertaken && (last.isUndertaken || !isOnlyUndertaken)) last.span.to = span.to;
		else if (last && !last.isUndertaken && !isOnlyUndertaken) {
			last.span.to = span.to;
			last.isUndertaken = isUndertaken;
		} else parts.push({ span, isUndertaken });
	}
	return parts.filter((part) => part.isUndertaken || !isOnlyUndertaken).map((part) => part.span);
}

/** The sentences of a block, in the plain text. */
export function sentencesOf(block: Block): Span[] {
	const sentences: Span[] = [];
	let from = 0;
	for (const { index } of block.text.matchAll(/[.!?] (?=\p{Lu})/gu)) {
		if (index === undefined || ABBREVIATION.test(block.folded.slice(Math.max(from, index - 8), index))) continue;
		sentences.push({ from: block.from + from, to: block.from + index + 1 });
		from = index + 2;
	}
	sentences.push({ from: block.from + from, to: block.to });
	return sentences;
}
