import type { IsoDate } from "#app/domain/dates.ts";
import type { ReadAktivitet, Reading } from "#app/loftestext/reading.ts";
import { readLoftestext } from "#app/loftestext/readLoftestext.ts";
import type { Plats } from "#app/measures/types.ts";
import type { DokumentutkastContent, UtkastAktivitet, UtkastLofte } from "./content.ts";
import { withDistinctNames } from "./distinctNames.ts";
import { periodKindOf } from "./followUp.ts";
import { type Keys, keysAfter } from "./keys.ts";
import { proposeAktivitet } from "./proposeAktivitet.ts";
import type { ProposalFacts } from "./proposeMeasure.ts";
import { quotedAt } from "./quotation.ts";
import { proposeTitle } from "./title.ts";
import { findUndertecknare } from "./undertecknare.ts";
import { isAboutResponsible, isAskedTogether, wholeFragor } from "./wholeFragor.ts";
import { settleWindows } from "./windowFragor.ts";

const LONGEST_HEADING = 200;
const LONGEST_RULE = 2000;
const FIRST_DAY = "1990-01-01";
const LAST_DAY = "2199-12-31";

/**
 * Proposes a dokument from the text of a löfte. Any text is read; what it does not say is left empty, and what is doubtful
 * comes as a question with the words that leave it open. Every quotation is an exact part of the text.
 *
 * @param text the source text as it is kept
 * @param facts the name of the kommun that it is entered in, and the kommun's places
 */
export function proposeUtkast(
	text: string,
	{ kommun, platser }: { kommun: string; platser: readonly Plats[] },
): DokumentutkastContent {
	const reading = readLoftestext(text);
	const keys = keysAfter(0);
	const loften = loftenOf(reading, text, keys);
	const periodKind = periodKindOf(reading.followUpRule.value) ?? "tertial";
	const inForceFrom = possible(reading.periodStart.value);
	const inForceTo = laterThan(inForceFrom, possible(reading.periodEnd.value));
	const isOpenEnded = reading.periodEnd.value === null && reading.periodEnd.span !== null;
	const facts = { platser, periodKind, keys };
	const content: DokumentutkastContent = {
		title: proposeTitle(text, kommun, { inForceFrom, inForceTo, isOpenEnded }),
		inForceFrom,
		inForceTo,
		isOpenEnded,
		signedOn: possible(reading.signedOn.value),
		periodKind,
		lagesbild: null,
		followUpRule: reading.followUpRule.value?.trim().slice(0, LONGEST_RULE) || null,
		sourceNote: null,
		undertecknare: findUndertecknare(text),
		loften,
		aktiviteter: reading.aktiviteter.flatMap((read) => aktivitetOf(read, { reading, text, loften, facts })),
		fragor: wholeFragor(reading, { sourceText: text, kommun, keys }),
		spans: spansOf(reading),
		keptApart: [],
		lastKey: 0,
	};
	const settled = settleWindows(content, { sourceText: text, keys });
	return { ...settled, aktiviteter: withDistinctNames(settled.aktiviteter), lastKey: keys.last() };
}

function loftenOf({ promises }: Reading, text: string, keys: Keys): UtkastLofte[] {
	return promises.flatMap(({ span }) => {
		const quoted = quotedAt(text, span);
		return quoted ? [{ key: keys.make("l"), ...quoted }] : [];
	});
}

function aktivitetOf(
	read: ReadAktivitet,
	{
		reading,
		text,
		loften,
		facts,
	}: { reading: Reading; text: string; loften: readonly UtkastLofte[]; facts: ProposalFacts },
): UtkastAktivitet[] {
	const quoted = quotedAt(text, read.span);
	if (!quoted) return [];
	const questions = isAskedTogether(reading, read)
		? read.questions.filter((question) => !isAboutResponsible(question))
		: read.questions;
	const isHeading = read.heading !== null && read.heading.length <= LONGEST_HEADING && text.includes(read.heading);
	const heading = (isHeading && read.heading?.trim()) || null;
	const promise = read.lofte === null ? undefined : reading.promises[read.lofte];
	const lofteKey = loften.find(({ quotation }) => quotation === promise?.quotation.trim())?.key ?? null;
	return [
		proposeAktivitet(
			{ ...read, questions, quotation: quoted.quotation },
			{ ...facts, sourceText: text, span: quoted.span, heading, lofteKey },
		),
	];
}

function spansOf(reading: Reading): DokumentutkastContent["spans"] {
	const found = {
		kommun: reading.kommun.span,
		inForceFrom: reading.periodStart.span,
		inForceTo: reading.periodEnd.span,
		signedOn: reading.signedOn.span,
		followUpRule: reading.followUpRule.span,
	};
	return Object.fromEntries(Object.entries(found).filter(([, span]) => span !== null));
}

/** A day that a dokument can have; a text may name any. */
function possible(day: IsoDate | null): IsoDate | null {
	return day !== null && day >= FIRST_DAY && day <= LAST_DAY ? day : null;
}

function laterThan(from: IsoDate | null, to: IsoDate | null): IsoDate | null {
	return from !== null && to !== null && to < from ? null : to;
}
