import type { NewAktivitet, NewDokument, NewFraga } from "#app/domain/dokument.schema.ts";
import { Fault } from "#app/domain/fault.ts";
import type { DokumentutkastContent, UtkastAktivitet, UtkastFraga } from "./content.ts";

const LONGEST_QUOTATION = 2000;

/**
 * The dokument that an utkast becomes, for `createDokument`. What is left out and the questions that were struck go nowhere;
 * questions that nobody has answered go with it as open ones.
 *
 * @throws Fault `invalid` while the first day is not known; `utkastFaults` says that and all else
 */
export function newDokumentOf(content: DokumentutkastContent, sourceText: string): NewDokument {
	const { inForceFrom, isOpenEnded, loften } = content;
	if (inForceFrom === null) throw new Fault("invalid", "Gäller från: fyll i första dagen.", "inForceFrom");
	const positions = new Map(loften.map(({ key }, index) => [key, index + 1]));
	return {
		title: content.title,
		inForceFrom,
		inForceTo: isOpenEnded ? null : content.inForceTo,
		signedOn: content.signedOn,
		periodKind: content.periodKind,
		lagesbild: content.lagesbild,
		followUpRule: content.followUpRule,
		sourceText,
		sourceNote: content.sourceNote,
		undertecknare: content.undertecknare,
		loften: loften.map(({ quotation }) => ({ quotation })),
		aktiviteter: content.aktiviteter
			.filter(({ isLeftOut }) => !isLeftOut)
			.map((aktivitet) => newAktivitetOf(aktivitet, positions)),
		fragor: newFragorOf(content.fragor),
	};
}

function newAktivitetOf(aktivitet: UtkastAktivitet, positions: ReadonlyMap<string, number>): NewAktivitet {
	const { quotation, heading, lofteKey, parts, aktivitetstyp, measures, fragor, alsoTold, carriedFromId } = aktivitet;
	return {
		quotation,
		heading,
		loftePosition: (lofteKey !== null && positions.get(lofteKey)) || null,
		parts,
		aktivitetstyp,
		fragor: [...newFragorOf(fragor), ...alsoTold.map(toldTwice)],
		measures: measures.map(({ kind, name, rakneregel, settings }) => ({ kind, name, rakneregel, settings })),
		carriedFromId,
	};
}

function newFragorOf(fragor: readonly UtkastFraga[]): NewFraga[] {
	return fragor
		.filter(({ state }) => state !== "struken")
		.map(({ question, quotation, state, answer }) => ({
			question,
			quotation,
			answer: state === "besvarad" ? answer : null,
		}));
}

/** The same promise told elsewhere in the text: its words are kept, with what the parties have said of it. */
function toldTwice({ quotation, heading }: UtkastAktivitet["alsoTold"][number]): NewFraga {
	const under = heading === null ? "" : ` under ”${heading}”`;
	return {
		question: `Texten har ett liknande åtagande${under}. Är det samma?`,
		quotation: quotation.slice(0, LONGEST_QUOTATION).trim(),
		answer: "Samma åtagande, följs en gång.",
	};
}
