import { addPunkt } from "#app/commands/addPunkt.server.ts";
import { closeMote } from "#app/commands/closeMote.server.ts";
import { notePunkt } from "#app/commands/notePunkt.server.ts";
import { openMote } from "#app/commands/openMote.server.ts";
import { planMote } from "#app/commands/planMote.server.ts";
import { recordBeslut } from "#app/commands/recordBeslut.server.ts";
import { removePunkt } from "#app/commands/removePunkt.server.ts";
import type { Actor } from "#db/command.server.ts";
import type { Db } from "#db/connection.server.ts";
import { findMote } from "#db/mote.server.ts";
import { findAllPunkter } from "#db/motePunkt.server.ts";
import { findRapport } from "#db/rapport.server.ts";
import type { DokumentFacts } from "./dokumentFacts.server.ts";
import type { MoteHandelse, PunktOfMote } from "./handelse.ts";
import type { Chance } from "./random.ts";

interface MoteStage {
	db: Db;
	facts: DokumentFacts;
	chance: Chance;
	kommunId: number;
	dokumentId: number;
}

/** The meetings of a kommun's example history, by what the history calls them. */
export class Moten {
	readonly #stage: MoteStage;
	readonly #ids = new Map<string, number>();

	constructor(stage: MoteStage) {
		this.#stage = stage;
	}

	/** Takes one step in a meeting, through the command of a user. */
	async play(actor: Actor, handelse: MoteHandelse): Promise<void> {
		const { db, chance } = this.#stage;
		switch (handelse.kind) {
			case "mote_planerat": {
				const { title, heldOn, beginsAt, endsAt, place, deltagare } = handelse;
				const frame = { title, heldOn, beginsAt, endsAt, place, deltagare: [...deltagare] };
				const { id } = await planMote(db, actor, { ...frame, uuid: chance.uuid(), isExample: true });
				this.#ids.set(handelse.mote, id);
				return;
			}
			case "mote_punkt": {
				const { title, lines } = handelse;
				const moteId = this.#id(handelse.mote);
				await addPunkt(db, actor, { moteId, uuid: chance.uuid(), title, lines: lines.join("\n") });
				return;
			}
			case "mote_punkt_bort":
				await removePunkt(db, actor, await this.punkt(handelse));
				return;
			case "mote_oppnat":
				await openMote(db, actor, await this.#seen(handelse.mote));
				return;
			case "mote_anteckning": {
				const { text: anteckning, outcome } = handelse;
				const { moteId, key } = await this.punkt(handelse);
				const version = await this.#punktVersion(moteId, key);
				await notePunkt(db, actor, { moteId, key, version, anteckning, outcome });
				return;
			}
			case "mote_beslut":
				await recordBeslut(db, actor, {
					...(await this.punkt(handelse)),
					uuid: chance.uuid(),
					text: handelse.text,
				});
				return;
			case "mote_avslutat":
				await closeMote(db, actor, await this.#seen(handelse.mote));
		}
	}

	/** The item as the commands name it. */
	async punkt({ mote, punkt }: { mote: string; punkt: PunktOfMote }): Promise<{ moteId: number; key: string }> {
		const moteId = this.#id(mote);
		return { moteId, key: await this.#keyOf(moteId, punkt) };
	}

	async #keyOf(moteId: number, punkt: PunktOfMote): Promise<string> {
		const { db, facts, kommunId, dokumentId } = this.#stage;
		if (typeof punkt === "string") return punkt;
		if ("avvikelse" in punkt) return `avvikelse:${facts.measure(punkt.avvikelse).aktivitetId}`;
		if ("rapport" in punkt) {
			const rapport = await findRapport(db, { kommunId, dokumentId, periodCode: punkt.rapport });
			if (!rapport) throw new RangeError(`the example history has no report of ${punkt.rapport}`);
			return `rapport:${rapport.id}`;
		}
		const own = (await findAllPunkter(db, { moteId })).find(({ title }) => title === punkt.egen);
		if (!own) throw new RangeError(`the example history has no item ${punkt.egen}`);
		return own.key;
	}

	async #punktVersion(moteId: number, key: string): Promise<number> {
		const punkt = (await findAllPunkter(this.#stage.db, { moteId })).find((row) => row.key === key);
		if (!punkt) throw new RangeError(`the agenda of the example has no ${key}`);
		return punkt.version;
	}

	async #seen(mote: string): Promise<{ moteId: number; version: number }> {
		const { db, kommunId } = this.#stage;
		const moteId = this.#id(mote);
		const version = (await findMote(db, { kommunId, moteId }))?.version ?? 0;
		return { moteId, version };
	}

	#id(mote: string): number {
		const id = this.#ids.get(mote);
		if (id === undefined) throw new RangeError(`the example history has no meeting ${mote}`);
		return id;
	}
}
