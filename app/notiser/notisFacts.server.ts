import type { IsoDate } from "#app/domain/dates.ts";
import { findAllAtgarder } from "#db/atgard.server.ts";
import type { Db } from "#db/connection.server.ts";
import { findFollowUp } from "#db/followUp.server.ts";
import { findAllMoten } from "#db/mote.server.ts";
import { findNewestAuditId } from "#db/notiser.server.ts";
import type { NotisAtgard } from "./atgardNotiser.ts";
import { type Deviation, findDeviations } from "./deviations.server.ts";
import type { NotisMote } from "./moteNotiser.ts";
import { findRapportStandings, type RapportStanding } from "./rapportFacts.server.ts";
import { type Standing, standingOf } from "./standing.server.ts";

/** What everybody's notiser in a kommun are made of, and how it stands. Nothing in it depends on who asks. */
export interface NotisFacts {
	/** Open ones. */
	atgarder: NotisAtgard[];
	rapporter: RapportStanding[];
	deviations: Deviation[];
	/** Planned and open ones. */
	moten: NotisMote[];
	standing: Standing;
}

interface Asked {
	kommunId: number;
	today: IsoDate;
}

interface Kept {
	today: IsoDate;
	newestAuditId: number;
	facts: Promise<NotisFacts>;
}

/** As many kommuner as there are, and some more. */
const MOST_KEPT = 400;
const keptByDb = new WeakMap<Db, Map<number, Kept>>();

/**
 * The facts of a kommun on a day. The header asks for them at every page, so they are kept until something is written in
 * the kommun, by whatever process: every write adds an audit row.
 */
export async function findNotisFacts(db: Db, { kommunId, today }: Asked): Promise<NotisFacts> {
	const kept = keptByDb.get(db) ?? new Map<number, Kept>();
	keptByDb.set(db, kept);
	// Asked for first: what is written while the facts are read makes them too new for the number, never too old.
	const newestAuditId = await findNewestAuditId(db, { kommunId });
	const found = kept.get(kommunId);
	if (found?.newestAuditId === newestAuditId && found.today === today) return found.facts;
	const facts = readNotisFacts(db, { kommunId, today });
	kept.delete(kommunId);
	const [oldest] = kept.keys();
	if (kept.size >= MOST_KEPT && oldest !== undefined) kept.delete(oldest);
	const entry = { today, newestAuditId, facts };
	kept.set(kommunId, entry);
	// What could not be read is asked for again.
	facts.catch(() => kept.get(kommunId) === entry && kept.delete(kommunId));
	return facts;
}

/** The same, read from the database whatever is kept. */
export async function readNotisFacts(db: Db, { kommunId, today }: Asked): Promise<NotisFacts> {
	const followUp = await findFollowUp(db, { kommunId });
	const atgarder = await findAllAtgarder(db, { kommunId });
	const moten = await findAllMoten(db, { kommunId });
	return {
		atgarder: atgarder
			.filter(({ doneOn }) => doneOn === null)
			.map(({ id, title, owner, decidedOn, dueOn, doneOn, isExample }) => ({
				id,
				title,
				owner,
				decidedOn,
				dueOn,
				doneOn,
				isExample,
			})),
		rapporter: await findRapportStandings(db, { kommunId, today }),
		deviations: await findDeviations(db, followUp, { kommunId, today }),
		moten: moten
			.filter(({ state }) => state === "planerat" || state === "oppet")
			.map(({ id, title, heldOn, beginsAt, place, state, isExample }) => ({
				id,
				title,
				heldOn,
				beginsAt,
				place,
				state,
				isExample,
			})),
		standing: standingOf(followUp, today),
	};
}

/** How the kommun stands on the whole. */
export async function findStanding(db: Db, asked: Asked): Promise<Standing> {
	return (await findNotisFacts(db, asked)).standing;
}
