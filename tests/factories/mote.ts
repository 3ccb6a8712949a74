import { sql } from "kysely";
import { cancelMote } from "#app/commands/cancelMote.server.ts";
import { closeMote } from "#app/commands/closeMote.server.ts";
import { decideAtgard } from "#app/commands/decideAtgard.server.ts";
import { openMote } from "#app/commands/openMote.server.ts";
import { planMote } from "#app/commands/planMote.server.ts";
import { type IsoInstant, stockholmDate } from "#app/domain/dates.ts";
import type { MoteState } from "#app/domain/mote.ts";
import { findMoteView, type MoteView } from "#app/mote/findMote.server.ts";
import type { Db } from "#db/connection.server.ts";
import { findKommun } from "#db/kommun.server.ts";
import { findMote, type MoteRow } from "#db/mote.server.ts";
import type { KommunActor } from "./kommun.ts";
import { type MadeRapport, makeRapport } from "./rapport.ts";
import { makeScene, type Scene } from "./scene.ts";

/** What the form sends of a meeting on the scene's day. */
export function newMote() {
	return {
		title: "BRÅ",
		heldOn: "2018-10-15",
		beginsAt: "13:00",
		endsAt: "15:00",
		place: "Kommunhuset",
		deltagare: [
			{ role: "kommunpolis", label: "", count: 1 },
			{ role: "ledamot", label: "", count: 5 },
			{ role: "annan", label: "Räddningstjänsten", count: 2 },
		],
	} satisfies Omit<Parameters<typeof planMote>[2], "uuid">;
}

/** A meeting of the scene's kommun, taken by the real commands to the state asked for. */
export async function makeMote(
	scene: Pick<Scene, "db" | "samordnare">,
	{
		state = "planerat",
		now = scene.samordnare.now,
		...frame
	}: { state?: MoteState; now?: IsoInstant } & Partial<ReturnType<typeof newMote>> = {},
): Promise<MoteRow> {
	const { db } = scene;
	const actor = { ...scene.samordnare, now };
	const { id: moteId } = await planMote(db, actor, { uuid: crypto.randomUUID(), ...newMote(), ...frame });
	if (state === "installt") await cancelMote(db, actor, { moteId, version: 1, reason: "För få kan komma." });
	if (state === "oppet" || state === "avslutat") await openMote(db, actor, { moteId, version: 1 });
	if (state === "avslutat") await closeMote(db, actor, { moteId, version: 2 });
	return moteRow({ db, actor }, moteId);
}

/** As it stands now, for its version and state. */
export async function moteRow({ db, actor }: { db: Db; actor: KommunActor }, moteId: number): Promise<MoteRow> {
	const mote = await findMote(db, { kommunId: actor.kommunId, moteId });
	if (!mote) throw new Error("there is no such mote");
	return mote;
}

/** What everybody in the kommun reads of it, on the day of the instant. */
export async function viewMote(
	{ db, kommun, samordnare }: Pick<Scene, "db" | "kommun" | "samordnare">,
	moteId: number,
	now: IsoInstant = samordnare.now,
): Promise<MoteView> {
	const found = await findKommun(db, kommun.id);
	const view = found && (await findMoteView(db, { kommun: found, moteId, today: stockholmDate(now) }));
	if (!view) throw new Error("there is no such mote");
	return view;
}

/** Everything that the writes of a meeting can touch, to see that nothing has changed. */
export async function storedMoteRows(db: Db): Promise<unknown[]> {
	const tables = ["mote", "mote_deltagare", "mote_punkt", "beslut", "atgard", "rapport", "audit_event"];
	const rows: unknown[] = [];
	for (const table of tables) rows.push((await sql.raw(`SELECT * FROM ${table} ORDER BY 1, 2`).execute(db)).rows);
	return rows;
}

/** A meeting that is held, with a report to review. */
export interface OpenMote {
	scene: Scene;
	rapport: MadeRapport;
	mote: MoteRow;
	key: string;
}

export async function makeOpenMote(): Promise<OpenMote> {
	const scene = await makeScene();
	const rapport = await makeRapport(scene, { state: "inlamnad" });
	const mote = await makeMote(scene, { state: "oppet" });
	return { scene, rapport, mote, key: `rapport:${rapport.id}` };
}

/** An åtgärd of the kommun's; with a key decided at the meeting. */
export async function decideMoteAtgard(
	{ db, samordnare, dokument }: Scene,
	{
		title,
		decidedOn = "2018-10-01",
		dueOn = null,
		...rest
	}: {
		title: string;
		decidedOn?: string;
		dueOn?: string | null;
		punkt?: { moteId: number; key: string };
		now?: string;
	},
): Promise<number> {
	const { now = samordnare.now, punkt } = rest;
	const { id } = await decideAtgard(
		db,
		{ ...samordnare, now },
		{
			aktivitetId: dokument.aktivitetIds.actions,
			title,
			owner: "kommun",
			decidedOn,
			dueOn,
			...(punkt ? { punkt } : {}),
		},
	);
	return id;
}
