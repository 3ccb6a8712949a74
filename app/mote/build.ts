import { type AtgardFacts, compareAtgarder } from "#app/domain/atgard.ts";
import type { IsoDate, IsoInstant } from "#app/domain/dates.ts";
import { formatPeriod } from "#app/domain/format.ts";
import { type Deltagare, deltagareName, type MoteState } from "#app/domain/mote.ts";
import type { RapportContent } from "#app/rapport/content.ts";
import type { AgendaRow } from "./agenda.ts";
import { MOTE_FORMAT, type MoteAtgard, type MoteContent, type MotePunkt, type MoteRapport } from "./content.ts";

/** What a meeting, the reports and the åtgärder say: all that its minutes are made of. */
export interface MoteSource {
	isExample: boolean;
	kommun: MoteContent["kommun"];
	mote: {
		title: string;
		heldOn: IsoDate;
		beginsAt: string;
		endsAt: string | null;
		place: string;
		state: MoteState;
		openedAt: IsoInstant | null;
		closedAt: IsoInstant | null;
		closedByName: string | null;
	};
	deltagare: readonly Deltagare[];
	/** In order, removed ones included. */
	agenda: readonly AgendaRow[];
	/** Those that the agenda takes up, by id. */
	rapporter: ReadonlyMap<number, RapportContent>;
	/** Those that the agenda takes up. */
	aktiviteter: readonly { id: number; quotation: string }[];
	/** What was open when the meeting was opened, as it stands; while it is planned: what is open. */
	openAtgarder: readonly MoteAtgard[];
	/** In the order they were decided, withdrawn ones left out. */
	beslut: readonly { id: number; key: string; text: string }[];
	/** Decided at the meeting, in that order, makulerade left out. */
	nyaAtgarder: readonly (MoteAtgard & { key: string | null })[];
}

/** Writes what a meeting says: live while it is planned and open, the minutes when it is closed. */
export function buildMoteContent(source: MoteSource): MoteContent {
	const { mote, kommun, deltagare, agenda, isExample } = source;
	return {
		format: MOTE_FORMAT,
		version: 1,
		isExample,
		kommun: { name: kommun.name, slug: kommun.slug, lokalpolisomrade: kommun.lokalpolisomrade },
		title: mote.title,
		heldOn: mote.heldOn,
		beginsAt: mote.beginsAt,
		endsAt: mote.endsAt,
		place: mote.place,
		state: mote.state,
		openedAt: mote.openedAt,
		closedAt: mote.closedAt,
		closedBy: mote.closedByName,
		deltagare: deltagare.map(({ count, ...who }) => ({ label: deltagareName(who), count })),
		punkter: agenda.filter(({ isRemoved }) => !isRemoved).map((row, index) => punktOf(source, row, index + 1)),
	};
}

function punktOf(source: MoteSource, row: AgendaRow, number: number): MotePunkt {
	const rapport = row.rapportId === null ? undefined : source.rapporter.get(row.rapportId);
	const aktivitet = source.aktiviteter.find(({ id }) => id === row.aktivitetId);
	return {
		number,
		key: row.key,
		kind: row.kind,
		title: row.title,
		lines: row.lines,
		rapport: row.rapportId !== null && rapport ? rapportOf(row.rapportId, rapport) : null,
		aktivitet: aktivitet ? { id: aktivitet.id, quotation: aktivitet.quotation } : null,
		atgarder: row.kind === "atgarder" ? [...source.openAtgarder].sort(compareAtgarder).map(withoutKey) : [],
		anteckning: row.anteckning,
		outcome: row.outcome,
		beslut: source.beslut.filter(({ key }) => key === row.key).map(({ id, text }) => ({ id, text })),
		nyaAtgarder: source.nyaAtgarder.filter(({ key }) => key === row.key).map(withoutKey),
	};
}

function rapportOf(id: number, { dokument, period, edition, summary, bedomningar }: RapportContent): MoteRapport {
	return {
		id,
		dokumentTitle: dokument.title,
		periodCode: period.code,
		period: formatPeriod(period),
		edition,
		summary,
		begardaBeslut: bedomningar
			.filter(({ begardaBeslut }) => begardaBeslut !== "")
			.map(({ part, begardaBeslut }) => ({ part, text: begardaBeslut })),
	};
}

/** What the minutes keep of an åtgärd, and nothing besides. */
function withoutKey(atgard: MoteAtgard): MoteAtgard {
	const { id, title, owner, decidedOn, dueOn, doneOn, doneNote, aktivitet } = atgard;
	return { id, title, owner, decidedOn, dueOn, doneOn, doneNote, aktivitet };
}

/** An åtgärd out of the database as the minutes tell of it. */
export function asMoteAtgard<
	Row extends AtgardFacts &
		Pick<MoteAtgard, "title" | "doneNote"> & { aktivitetId: number; aktivitetQuotation: string },
>({ aktivitetId, aktivitetQuotation, ...row }: Row) {
	return { ...row, aktivitet: { id: aktivitetId, quotation: aktivitetQuotation } };
}
