import type { IsoDate } from "#app/domain/dates.ts";
import type { Deltagare, MoteFacts } from "#app/domain/mote.ts";
import type { RapportContent } from "#app/rapport/content.ts";
import { findAllAtgarder } from "#db/atgard.server.ts";
import type { Db } from "#db/connection.server.ts";
import { findMote, findProtokoll, type MoteRow } from "#db/mote.server.ts";
import { findAllAtgarderOfMote, findAllBeslut } from "#db/moteBeslut.server.ts";
import { findAllDeltagare } from "#db/moteDeltagare.server.ts";
import { findAllAtgardIdsOpenAtOpening } from "#db/moteHistory.server.ts";
import { findAllMoteAktiviteter, findAllPunkter, type PunktRow } from "#db/motePunkt.server.ts";
import { findRapport } from "#db/rapport.server.ts";
import { hasExampleData } from "#db/rapportSource.server.ts";
import { type AgendaRow, linesOf, mergeAgenda } from "./agenda.ts";
import { asMoteAtgard, buildMoteContent, type MoteSource } from "./build.ts";
import { type MoteContent, readMoteContent } from "./content.ts";
import { findAgendaFacts, findRapportContent } from "./findAgendaFacts.server.ts";
import { proposeAgenda } from "./proposals.ts";

/** A meeting as everybody in the kommun reads it, in whatever state. */
export interface MoteView {
	mote: MoteRow;
	/** For `whyNotMote`. */
	facts: MoteFacts;
	/** The minutes once it is avslutat; until then what they would say now. */
	content: MoteContent;
	deltagare: Deltagare[];
	/** For the editors, in order, removed ones included. */
	agenda: AgendaRow[];
	/** For the editors, in the order they were decided, withdrawn ones left out. */
	beslut: { id: number; key: string; version: number; text: string }[];
}

/** Where the meeting is. */
export interface MoteKommun {
	id: number;
	name: string;
	slug: string;
	lokalpolisomrade: string | null;
}

/**
 * A meeting with all that its page, projector and files show.
 *
 * @param today the Swedish date now
 * @returns undefined when the kommun has no such meeting
 */
export async function findMoteView(
	db: Db,
	{ kommun, moteId, today }: { kommun: MoteKommun; moteId: number; today: IsoDate },
): Promise<MoteView | undefined> {
	const mote = await findMote(db, { kommunId: kommun.id, moteId });
	if (!mote) return undefined;
	const protokoll = await findProtokoll(db, { kommunId: kommun.id, moteId });
	if (protokoll !== undefined) {
		const agenda = storedAgenda(await findAllPunkter(db, { moteId })).map(asRead);
		const content = readMoteContent(protokoll);
		return { mote, facts: factsOf(mote), content, agenda, ...(await findSaid(db, moteId)) };
	}
	const source = await findMoteSource(db, { kommun, mote, today });
	const { deltagare, agenda, beslut } = source;
	return { mote, facts: factsOf(mote), content: buildMoteContent(source), deltagare, agenda, beslut };
}

/** What the rules of the next step depend on. */
export function factsOf({ state, heldOn, hasDecided }: MoteRow): MoteFacts {
	return { state, heldOn, hasDecided };
}

/** What is stored of a meeting's agenda, as it is read and edited. */
export function storedAgenda(punkter: readonly PunktRow[]): (AgendaRow & { id: number; position: number })[] {
	return punkter.map(({ body, ...punkt }) => ({ ...punkt, lines: linesOf(body) }));
}

/** Without what only the database needs. */
function asRead({ id: _id, position: _position, ...row }: ReturnType<typeof storedAgenda>[number]): AgendaRow {
	return row;
}

type Source = MoteSource & Pick<MoteView, "deltagare" | "agenda" | "beslut">;

/** All that a meeting's content is made of, as it is at this moment. */
export async function findMoteSource(
	db: Db,
	{ kommun, mote, today }: { kommun: MoteKommun; mote: MoteRow; today: IsoDate },
): Promise<Source> {
	const kommunId = kommun.id;
	const moteId = mote.id;
	const { agenda, known } = await findAgenda(db, { mote, today });
	const rapporter = await findRapporter(db, { kommunId, agenda, known, today });
	const ids = agenda.flatMap(({ aktivitetId }) => aktivitetId ?? []);
	const aktiviteter = await findAllMoteAktiviteter(db, { kommunId, ids });
	const openAtgarder = await findOpenAtgarder(db, mote);
	const nyaAtgarder = await findAllAtgarderOfMote(db, { moteId });
	const isExample =
		mote.isExample ||
		[...rapporter.values()].some((content) => content.isExample) ||
		[...openAtgarder, ...nyaAtgarder].some((atgard) => atgard.isExample) ||
		(await areExamples(db, { kommunId, aktiviteter, today }));
	return {
		isExample,
		kommun,
		mote,
		...(await findSaid(db, moteId)),
		agenda,
		rapporter,
		aktiviteter,
		openAtgarder: openAtgarder.map(asMoteAtgard),
		nyaAtgarder: nyaAtgarder.map(asMoteAtgard),
	};
}

async function findSaid(db: Db, moteId: number): Promise<Pick<MoteView, "deltagare" | "beslut">> {
	const beslut = await findAllBeslut(db, { moteId });
	return {
		deltagare: await findAllDeltagare(db, { moteId }),
		beslut: beslut.map(({ id, key, version, text }) => ({ id, key, version, text })),
	};
}

/** While it is planned merged with what the app proposes; from the opening on as it stands. */
async function findAgenda(
	db: Db,
	{ mote, today }: { mote: MoteRow; today: IsoDate },
): Promise<{ agenda: AgendaRow[]; known: Map<number, RapportContent> }> {
	const stored = storedAgenda(await findAllPunkter(db, { moteId: mote.id })).map(asRead);
	if (mote.state !== "planerat") return { agenda: stored, known: new Map() };
	const facts = await findAgendaFacts(db, { kommunId: mote.kommunId, heldOn: mote.heldOn, today });
	return {
		agenda: mergeAgenda(stored, proposeAgenda(facts)),
		known: new Map(facts.rapporter.map(({ id, content }) => [id, content])),
	};
}

async function findRapporter(
	db: Db,
	{
		kommunId,
		agenda,
		known,
		today,
	}: { kommunId: number; agenda: readonly AgendaRow[]; known: ReadonlyMap<number, RapportContent>; today: IsoDate },
): Promise<Map<number, RapportContent>> {
	const rapporter = new Map<number, RapportContent>();
	for (const { rapportId } of agenda) {
		if (rapportId === null) continue;
		const rapport = known.has(rapportId) ? undefined : await findRapport(db, { kommunId, rapportId });
		const content = known.get(rapportId) ?? (rapport && (await findRapportContent(db, { kommunId, rapport, today })));
		if (content) rapporter.set(rapportId, content);
	}
	return rapporter;
}

async function findOpenAtgarder(db: Db, { id: moteId, kommunId, openedAt }: MoteRow) {
	const atgarder = await findAllAtgarder(db, { kommunId });
	if (openedAt === null) return atgarder.filter(({ doneOn }) => doneOn === null);
	const ids = new Set(await findAllAtgardIdsOpenAtOpening(db, { kommunId, moteId }));
	return atgarder.filter(({ id }) => ids.has(id));
}

/** Whether what deviates was counted from examples. */
async function areExamples(
	db: Db,
	{
		kommunId,
		aktiviteter,
		today,
	}: { kommunId: number; aktiviteter: readonly { dokumentId: number; inForceFrom: IsoDate }[]; today: IsoDate },
): Promise<boolean> {
	const dokument = new Map(aktiviteter.map(({ dokumentId, inForceFrom }) => [dokumentId, inForceFrom]));
	for (const [dokumentId, from] of dokument)
		if (await hasExampleData(db, { kommunId, dokumentId, from, to: today })) return true;
	return false;
}
