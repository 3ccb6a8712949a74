import { formatWeekdayAndDate, lowerFirst } from "#app/domain/format.ts";
import { performedByName } from "#app/domain/performedBy.ts";
import { RAPPORT_PART_NAME } from "#app/domain/rapport.ts";
import { findingOf } from "#app/rapport/publicSummary.ts";
import { linesBesides, quotationBesides, titleInFull } from "./alreadySaid.ts";
import type { MoteAtgard, MoteContent, MotePunkt, MoteRapport } from "./content.ts";
import {
	atgardStanding,
	beslutNumber,
	deltagareWords,
	dueWords,
	OUTCOME_SENTENCE,
	PROTOKOLL_HEADING,
	punktNumber,
	stateSentences,
	timeWords,
} from "./protokollWords.ts";

/** The minutes or the agenda in words, part by part, in the order in which PDF and text print them. */
export interface Protokoll {
	/** "Protokoll", "Dagordning" */
	heading: string;
	/** "Trygghetsrådets möte, måndag 15 oktober 2018" */
	lead: string;
	/** Line breaks within a description part the lines of a list. */
	facts: { term: string; description: string }[];
	punkter: ProtokollPunkt[];
	/** When it was opened and closed and by which account, or how far it has come. */
	closing: string[];
	/** What those who confirm the minutes sign on; null for what is no minutes yet. */
	justering: { heading: string; label: string; count: number } | null;
}

/** An item, in this order; what there is nothing to say of is empty. */
export interface ProtokollPunkt {
	/** "§ 3" */
	number: string;
	title: string;
	/** Of the aktivitet that it is about. */
	quotation: string | null;
	lines: string[];
	/** The finding of its report, and what the parts ask the council to decide. */
	rapport: { name: string; finding: string; begardaBeslut: { term: string; text: string }[] } | null;
	/** Those that were open, with how each stood. */
	atgarder: ProtokollTable | null;
	anteckning: string;
	beslut: { number: string; text: string }[];
	nyaAtgarder: ProtokollTable | null;
	/** "Rådet har granskat rapporten." */
	outcome: string | null;
}

export interface ProtokollTable {
	caption: string;
	columns: string[];
	rows: string[][];
}

/**
 * All that a meeting's content says, in words.
 *
 * @param installtReason why it was called off, where it was; the content does not say it
 */
export function protokollOf(content: MoteContent, { installtReason }: { installtReason: string | null }): Protokoll {
	const { title, heldOn, state } = content;
	return {
		heading: PROTOKOLL_HEADING[state],
		lead: `${title}, ${formatWeekdayAndDate(heldOn)}`,
		facts: factsOf(content),
		punkter: content.punkter.map((punkt) => punktOf(punkt, content)),
		closing: stateSentences(content, installtReason),
		justering: state === "avslutat" ? { heading: "Justeras", label: "Underskrift och datum", count: 2 } : null,
	};
}

function factsOf(content: MoteContent): Protokoll["facts"] {
	const { kommun, heldOn, place, deltagare } = content;
	const facts: [string, string | null][] = [
		["Exempeldata", content.isExample ? "Innehållet bygger på exempel. Det här är inget verkligt möte." : null],
		["Kommun", kommun.name],
		["Lokalpolisområde", kommun.lokalpolisomrade],
		["Dag", formatWeekdayAndDate(heldOn)],
		["Tid", timeWords(content)],
		["Plats", place],
		["Deltagare", deltagareWords(deltagare).join("\n") || "Ingen uppgift"],
	];
	return facts.flatMap(([term, description]) => (description ? [{ term, description }] : []));
}

function punktOf(punkt: MotePunkt, content: MoteContent): ProtokollPunkt {
	const { number, aktivitet, rapport, anteckning, outcome, beslut } = punkt;
	const title = titleInFull(punkt);
	return {
		number: punktNumber(number),
		title,
		lines: linesBesides(punkt),
		quotation: quotationBesides({ title, aktivitet }),
		rapport: rapport && rapportOf(rapport),
		atgarder: openTable(punkt.atgarder, content),
		anteckning: anteckning.trim(),
		beslut: beslut.map(({ text }, index) => ({ number: beslutNumber(number, index + 1), text })),
		nyaAtgarder: tableOf("Beslutade åtgärder", punkt.nyaAtgarder, []),
		outcome: outcome && OUTCOME_SENTENCE[outcome],
	};
}

function rapportOf({ dokumentTitle, period, edition, summary, begardaBeslut }: MoteRapport): ProtokollPunkt["rapport"] {
	return {
		name: [dokumentTitle, lowerFirst(period), ...(edition > 1 ? [`version ${edition}`] : [])].join(", "),
		finding: findingOf(summary),
		begardaBeslut: begardaBeslut.map(({ part, text }) => ({ term: `${RAPPORT_PART_NAME[part]} begär beslut`, text })),
	};
}

function openTable(atgarder: readonly MoteAtgard[], content: MoteContent): ProtokollTable | null {
	const wasOpened = content.state === "oppet" || content.state === "avslutat";
	return tableOf(wasOpened ? "Åtgärder som var öppna när mötet började" : "Öppna åtgärder", atgarder, [
		{ label: "Läge", cellOf: (atgard) => `Beslutad ${atgard.decidedOn}. ${atgardStanding(atgard, content)}` },
	]);
}

/** @param further what more is told of each than what it is, whose, when due, and where it belongs */
function tableOf(
	caption: string,
	atgarder: readonly MoteAtgard[],
	further: readonly { label: string; cellOf: (atgard: MoteAtgard) => string }[],
): ProtokollTable | null {
	if (atgarder.length === 0) return null;
	return {
		caption,
		columns: ["Åtgärd", "Ansvarig", "Klar senast", ...further.map(({ label }) => label), "Aktivitet"],
		rows: atgarder.map((atgard) => [
			atgard.title,
			performedByName(atgard.owner),
			dueWords(atgard),
			...further.map(({ cellOf }) => cellOf(atgard)),
			atgard.aktivitet.quotation,
		]),
	};
}
