import { stockholmDate } from "#app/domain/dates.ts";
import { type AgendaProposal, type AgendaRow, addProposals, mergeAgenda } from "#app/mote/agenda.ts";
import { findAgendaFacts } from "#app/mote/findAgendaFacts.server.ts";
import { storedAgenda } from "#app/mote/findMote.server.ts";
import { proposeAgenda } from "#app/mote/proposals.ts";
import type { Tx } from "#db/command.server.ts";
import type { MoteRow } from "#db/mote.server.ts";
import { deletePunkt, findAllPunkter, insertPunkt, type PunktRow, updatePunktByApp } from "#db/motePunkt.server.ts";
import type { KommunWriter } from "./kommunWriter.server.ts";
import { noSuchPunkt } from "./moteInKommun.server.ts";

/**
 * The agenda of a meeting as rows, ready to be edited by key: while it is planned what the app proposes now is stored first,
 * from the opening on the rows are as they are.
 */
export async function agendaToEdit(tx: Tx, writer: KommunWriter, mote: MoteRow): Promise<PunktRow[]> {
	return mote.state === "planerat" ? storeProposals(tx, writer, mote) : findAllPunkter(tx, { moteId: mote.id });
}

/**
 * Stores what the app proposes now: merged with what is there while the meeting is planned; what is new once it is open, where
 * nothing changes by itself.
 */
export async function storeProposals(tx: Tx, writer: KommunWriter, mote: MoteRow): Promise<PunktRow[]> {
	const stored = storedAgenda(await findAllPunkter(tx, { moteId: mote.id }));
	const proposed = await proposalsFor(tx, writer, mote);
	const agenda = mote.state === "planerat" ? mergeAgenda(stored, proposed) : addProposals(stored, proposed);
	return storeAgenda(tx, { moteId: mote.id, stored, agenda });
}

/** What the app would take up at the meeting now. */
export async function proposalsFor(tx: Tx, { now }: KommunWriter, mote: MoteRow): Promise<AgendaProposal[]> {
	const { kommunId, heldOn } = mote;
	return proposeAgenda(await findAgendaFacts(tx, { kommunId, heldOn, today: stockholmDate(now) }));
}

/** @throws Fault `not_found` when no item has the key */
export function rowOf(rows: readonly PunktRow[], key: string): PunktRow {
	const row = rows.find((one) => one.key === key);
	if (!row) throw noSuchPunkt();
	return row;
}

async function storeAgenda(
	tx: Tx,
	{ moteId, stored, agenda }: { moteId: number; stored: ReturnType<typeof storedAgenda>; agenda: readonly AgendaRow[] },
): Promise<PunktRow[]> {
	const byKey = new Map(stored.map((row) => [row.key, row]));
	for (const row of stored) if (!agenda.some(({ key }) => key === row.key)) await deletePunkt(tx, row);
	for (const [position, { lines, ...row }] of agenda.entries()) {
		const body = lines.join("\n");
		const there = byKey.get(row.key);
		if (!there) await insertPunkt(tx, { ...row, moteId, position, body });
		else if (there.position !== position || there.title !== row.title || there.lines.join("\n") !== body)
			await updatePunktByApp(tx, { id: there.id, position, title: row.title, body });
	}
	return findAllPunkter(tx, { moteId });
}
