import { aktivitetFields } from "#app/domain/dokument.schema.ts";
import { Fault } from "#app/domain/fault.ts";
import type { Span } from "#app/loftestext/reading.ts";
import { acceptValue } from "./acceptValue.ts";
import { answerWords } from "./answerWords.ts";
import type { UtkastChange } from "./change.ts";
import { notInText } from "./changeFacts.ts";
import { aktivitetIn, type ChangeFacts, proposalFacts, withAktivitet } from "./changeFor.ts";
import type { DokumentutkastContent, UtkastAktivitet } from "./content.ts";
import { namedAsPart } from "./parts.ts";
import { proposeAktivitet } from "./proposeAktivitet.ts";
import { findQuotation, isSameWords, type Quoted } from "./quotation.ts";
import { readMarked } from "./sentence.ts";
import { isOverAYear, settleWindows } from "./windowFragor.ts";

type Of<Type extends UtkastChange["type"]> = Extract<UtkastChange, { type: Type }>;

/** As many as the löftestolk reads; no dokument has them. */
const MOST_AKTIVITETER = 200;

/** A line that somebody has marked in the text, proposed as the others and put where it stands among them. */
export function addAktivitet(
	content: DokumentutkastContent,
	{ quotation, span, lofteKey }: Of<"addAktivitet">,
	facts: ChangeFacts,
): DokumentutkastContent {
	const { sourceText } = facts;
	const quoted = findQuotation(sourceText, quotation, span);
	if (!quoted) throw notInText("Aktivitet");
	acceptValue(aktivitetFields.quotation, quoted.quotation, "quotation");
	requireLofte(content, lofteKey);
	const known = content.aktiviteter.find((aktivitet) => isSameSpan(aktivitet.span, quoted.span));
	if (known?.isLeftOut) return takeIn(content, known);
	if (known)
		throw new Fault("invalid", "Aktivitet: texten är redan med som en aktivitet. Välj en annan del.", "quotation");
	if (content.aktiviteter.length >= MOST_AKTIVITETER)
		throw new Fault("invalid", `Aktiviteter: ett dokument kan ha högst ${MOST_AKTIVITETER}.`, "quotation");
	const said = { ...readMarked(quoted, { hasPeriodOverAYear: isOverAYear(content) }), quotation: quoted.quotation };
	const aktivitet = proposeAktivitet(said, {
		...proposalFacts(content, facts),
		sourceText,
		span: quoted.span,
		heading: null,
		lofteKey,
	});
	const before = content.aktiviteter.findIndex((other) => other.span === null || other.span.from > quoted.span.from);
	const at = before === -1 ? content.aktiviteter.length : before;
	return settleWindows({ ...content, aktiviteter: content.aktiviteter.toSpliced(at, 0, aktivitet) }, facts);
}

export function changeAktivitet(
	content: DokumentutkastContent,
	{ aktivitetKey, quotation, lofteKey, parts: named, aktivitetstyp }: Of<"changeAktivitet">,
	{ sourceText }: ChangeFacts,
): DokumentutkastContent {
	const before = aktivitetIn(content, aktivitetKey);
	requireLofte(content, lofteKey);
	const quoted = requoted(before, quotation, sourceText);
	const parts = [...new Set(named.map(namedAsPart))];
	// Nobody yet is said by `utkastFaults`, so that the rest can be saved meanwhile.
	if (parts.length > 0) acceptValue(aktivitetFields.parts, parts, "parts");
	const answer = parts.length > 0 ? answerWords({ about: "responsible", parts }, []) : "";
	const isAnswered = answer !== "" && parts.join() !== before.parts.join();
	return withAktivitet(content, {
		...before,
		...quoted,
		parts,
		lofteKey,
		aktivitetstyp: acceptValue(aktivitetFields.aktivitetstyp, aktivitetstyp, "aktivitetstyp"),
		fragor: before.fragor.map((fraga) =>
			isAnswered && fraga.about === "responsible" && fraga.state === "obesvarad"
				? { ...fraga, state: "besvarad", answer }
				: fraga,
		),
	});
}

/** What is carried over keeps the words of its own text, unless they are marked in the new one. */
function requoted(
	{ quotation: before, span }: UtkastAktivitet,
	wanted: string,
	sourceText: string,
): Pick<UtkastAktivitet, "quotation" | "span"> {
	if (isSameWords(wanted, before)) return { quotation: before, span };
	const near = span ? Math.max(0, span.from - wanted.length) : 0;
	const quoted = findFrom(sourceText, wanted, near) ?? findQuotation(sourceText, wanted);
	if (!quoted) throw notInText("Aktivitet");
	acceptValue(aktivitetFields.quotation, quoted.quotation, "quotation");
	return quoted;
}

/** The place nearest after where it stood, where the words stand more than once. */
function findFrom(sourceText: string, wanted: string, from: number): Quoted | null {
	const found = findQuotation(sourceText.slice(from), wanted);
	return (
		found && {
			quotation: found.quotation,
			span: { from: found.span.from + from, to: found.span.to + from },
		}
	);
}

export function leaveOutAktivitet(
	content: DokumentutkastContent,
	{ aktivitetKey }: Of<"leaveOutAktivitet">,
): DokumentutkastContent {
	return withAktivitet(content, { ...aktivitetIn(content, aktivitetKey), isLeftOut: true });
}

export function takeInAktivitet(
	content: DokumentutkastContent,
	{ aktivitetKey }: Of<"takeInAktivitet">,
): DokumentutkastContent {
	return takeIn(content, aktivitetIn(content, aktivitetKey));
}

/** One that was merged into another is a promise of its own again. */
function takeIn(content: DokumentutkastContent, aktivitet: UtkastAktivitet): DokumentutkastContent {
	const carrier = content.aktiviteter.find((other) => !other.isLeftOut && isCarriedAlike(other, aktivitet));
	const isOrigin = carrier === undefined || carrier.span !== null;
	const taken = { ...aktivitet, isLeftOut: false, ...(!isOrigin && { carriedFromId: null }) };
	return {
		...content,
		aktiviteter: content.aktiviteter.map((other) => {
			if (other.key === aktivitet.key) return taken;
			return {
				...other,
				alsoTold: other.alsoTold.filter(({ span }) => !isSameSpan(span, aktivitet.span)),
				...(other === carrier && isOrigin && { carriedFromId: null }),
			};
		}),
	};
}

/** One was merged into the other, which then goes on from it: what stands in the text can do without. */
function isCarriedAlike(one: UtkastAktivitet, other: UtkastAktivitet): boolean {
	return one.key !== other.key && one.carriedFromId !== null && one.carriedFromId === other.carriedFromId;
}

/**
 * One promise that is told twice: the first one stays, with the parts of both and the other's words. The other is left out, and
 * can be taken in again.
 */
export function mergeAktiviteter(
	content: DokumentutkastContent,
	{ keepKey, mergeKey }: Of<"mergeAktiviteter">,
): DokumentutkastContent {
	const { keep, merged } = pairOf(content, { keepKey, mergeKey });
	const told = merged.span && { quotation: merged.quotation, span: merged.span, heading: merged.heading };
	const parts = [...new Set([...keep.parts, ...merged.parts])];
	const answer = answerWords({ about: "responsible", parts }, []);
	const kept: UtkastAktivitet = {
		...keep,
		parts,
		alsoTold: [...keep.alsoTold, ...(told ? [told] : []), ...merged.alsoTold],
		namedPlaces: [...new Set([...keep.namedPlaces, ...merged.namedPlaces])],
		carriedFromId: keep.carriedFromId ?? merged.carriedFromId,
		fragor: keep.fragor.map((fraga) =>
			fraga.about === "responsible" && fraga.state === "obesvarad" && keep.parts.length === 0 && parts.length > 0
				? { ...fraga, state: "besvarad", answer }
				: fraga,
		),
	};
	return withAktivitet(withAktivitet(content, kept), { ...merged, isLeftOut: true, alsoTold: [] });
}

/** They are two: not proposed again. */
export function keepApart(
	content: DokumentutkastContent,
	{ keepKey, mergeKey }: Of<"keepApart">,
): DokumentutkastContent {
	pairOf(content, { keepKey, mergeKey });
	return { ...content, keptApart: [...content.keptApart, { keepKey, mergeKey }] };
}

function pairOf(
	content: DokumentutkastContent,
	{ keepKey, mergeKey }: { keepKey: string; mergeKey: string },
): { keep: UtkastAktivitet; merged: UtkastAktivitet } {
	const keep = aktivitetIn(content, keepKey);
	const merged = aktivitetIn(content, mergeKey);
	if (keepKey === mergeKey || keep.isLeftOut || merged.isLeftOut)
		throw new Fault("invalid", "Slå ihop: välj två aktiviteter som båda är med.");
	return { keep, merged };
}

function requireLofte({ loften }: DokumentutkastContent, lofteKey: string | null): void {
	if (lofteKey !== null && !loften.some(({ key }) => key === lofteKey))
		throw new Fault("invalid", "Löfte: välj ett av dokumentets löften.", "lofteKey");
}

function isSameSpan(one: Span | null, other: Span | null): boolean {
	return one !== null && other !== null && one.from === other.from && one.to === other.to;
}
