import { PUNKT_KINDS, type PunktKind, type PunktOutcome } from "#app/domain/mote.ts";

/** What the app proposes to take up, in its own words. */
export interface AgendaProposal {
	/** What it is about, stable from day to day: `rapport:12`, `avvikelse:7`, `atgarder`, `kommande`. */
	key: string;
	kind: Exclude<PunktKind, "egen">;
	title: string;
	/** One paragraph each, without line breaks. */
	lines: string[];
	/** Of kind `rapport`; null for the others. */
	rapportId: number | null;
	/** Of kind `avvikelse`; null for the others. */
	aktivitetId: number | null;
}

/** An item of the agenda, as it is read and edited. */
export interface AgendaRow {
	key: string;
	kind: PunktKind;
	title: string;
	/** One paragraph each. */
	lines: string[];
	/** Somebody has written the words, so the app no longer does. */
	isEdited: boolean;
	/** Taken off the agenda; it stays in the list so that it can be put back. */
	isRemoved: boolean;
	/** 0: proposed by the app and not stored yet. */
	version: number;
	/** What was said, noted while the meeting is open. */
	anteckning: string;
	outcome: PunktOutcome | null;
	rapportId: number | null;
	aktivitetId: number | null;
}

/**
 * The agenda of a meeting that is planned: what is stored, in its order, with what the app proposes now. What nobody has
 * worded takes the app's fresh words, also while it is taken off, and leaves when its matter is gone unless somebody has
 * worked with it. What is new comes in where its kind belongs.
 *
 * @param proposed in the order of the agenda, each key once
 */
export function mergeAgenda<Row extends AgendaRow>(
	stored: readonly Row[],
	proposed: readonly AgendaProposal[],
): (Row | AgendaRow)[] {
	const byKey = new Map(proposed.map((proposal) => [proposal.key, proposal]));
	const kept = stored.flatMap((row): Row[] => {
		const proposal = byKey.get(row.key);
		if (!proposal) return isSomebodys(row) ? [row] : [];
		return [row.isEdited ? row : { ...row, title: proposal.title, lines: proposal.lines }];
	});
	return addProposals(kept, proposed);
}

/** The rows with what is new among the proposals: all that an open meeting's agenda takes from the app. */
export function addProposals<Row extends AgendaRow>(
	rows: readonly Row[],
	proposed: readonly AgendaProposal[],
): (Row | AgendaRow)[] {
	const agenda: (Row | AgendaRow)[] = [...rows];
	for (const proposal of proposed) {
		if (agenda.some(({ key }) => key === proposal.key)) continue;
		agenda.splice(placeFor(proposal, agenda), 0, asRow(proposal));
	}
	return agenda;
}

/** After what comes before its kind; failing that before what comes after it, below what somebody has put at the top. */
function placeFor(proposal: AgendaProposal, agenda: readonly AgendaRow[]): number {
	const rank = rankOf(proposal);
	const before = agenda.findLastIndex((row) => rankOf(row) <= rank);
	if (before !== -1) return before + 1;
	return Math.max(
		0,
		agenda.findIndex(({ kind }) => kind !== "egen"),
	);
}

/** The agenda with an item changed places with the one that stands before or after it among those that are taken up. */
export function moveInAgenda<Row extends Pick<AgendaRow, "key" | "isRemoved">>(
	agenda: readonly Row[],
	{ key, direction }: { key: string; direction: "up" | "down" },
): Row[] {
	const shown = agenda.filter(({ isRemoved }) => !isRemoved);
	const at = shown.findIndex((row) => row.key === key);
	const moved = shown[at];
	const other = shown[direction === "up" ? at - 1 : at + 1];
	if (!moved || !other) return [...agenda];
	return agenda.map((row) => {
		if (row.key === moved.key) return other;
		return row.key === other.key ? moved : row;
	});
}

/** The lines of a text, one paragraph each; empty ones left out. */
export function linesOf(text: string): string[] {
	return text
		.split("\n")
		.map((line) => line.trim())
		.filter((line) => line !== "");
}

/** Somebody has worked with it, or has said that it is not to be proposed. */
function isSomebodys({ kind, isEdited, isRemoved, anteckning, outcome }: AgendaRow): boolean {
	return kind === "egen" || isEdited || isRemoved || anteckning !== "" || outcome !== null;
}

function rankOf({ kind }: { kind: PunktKind }): number {
	return PUNKT_KINDS.indexOf(kind);
}

function asRow({ key, kind, title, lines, rapportId, aktivitetId }: AgendaProposal): AgendaRow {
	return {
		key,
		kind,
		title,
		lines,
		isEdited: false,
		isRemoved: false,
		version: 0,
		anteckning: "",
		outcome: null,
		rapportId,
		aktivitetId,
	};
}
