import { answerFraga } from "#app/commands/answerFraga.server.ts";
import { changeMeasure } from "#app/commands/changeMeasure.server.ts";
import { completeAtgard } from "#app/commands/completeAtgard.server.ts";
import { confirmFordelning } from "#app/commands/confirmFordelning.server.ts";
import { correctGenomforande } from "#app/commands/correctGenomforande.server.ts";
import { decideAtgard } from "#app/commands/decideAtgard.server.ts";
import { excuseSlot } from "#app/commands/excuseSlot.server.ts";
import { makuleraGenomforande } from "#app/commands/makuleraGenomforande.server.ts";
import { registerGenomforande } from "#app/commands/registerGenomforande.server.ts";
import type { SigningKey } from "#app/seal/seal.server.ts";
import type { Actor } from "#db/command.server.ts";
import type { Db } from "#db/connection.server.ts";
import { type DokumentFacts, findDokumentFacts } from "./dokumentFacts.server.ts";
import type { Bekraftelse, Handelse, Registrering } from "./handelse.ts";
import { Moten } from "./playMote.server.ts";
import { playRapport } from "./playRapport.server.ts";
import { type Chance, seededChance } from "./random.ts";

/** A registration that something happens to later. */
interface Kept {
	id: number;
	registrering: Registrering;
	revision: number;
}

interface Stage {
	db: Db;
	facts: DokumentFacts;
	chance: Chance;
	kommunId: number;
	dokumentId: number;
	signingKey: SigningKey;
	kept: Map<string, Kept>;
	atgardIds: Map<string, number>;
	moten: Moten;
}

/**
 * Enters what happened around a dokument, in the order given, through the commands of a user. Every row is marked as an
 * example.
 *
 * @param signingKey signs the reports
 *
 * @throws RangeError when a händelse names a measure, place, role or earlier händelse that is not there
 */
export async function playHistorik(
	db: Db,
	{
		kommunId,
		dokumentId,
		signingKey,
		handelser,
	}: { kommunId: number; dokumentId: number; signingKey: SigningKey; handelser: readonly Handelse[] },
): Promise<void> {
	const facts = await findDokumentFacts(db, { kommunId, dokumentId });
	const chance = seededChance(dokumentId);
	const known = { kept: new Map(), atgardIds: new Map() };
	const moten = new Moten({ db, facts, chance, kommunId, dokumentId });
	const stage: Stage = { db, facts, chance, kommunId, dokumentId, signingKey, moten, ...known };
	for (const handelse of handelser)
		await play(stage, { personId: facts.person(handelse.by), kommunId, now: handelse.at }, handelse);
}

async function play(stage: Stage, actor: Actor, handelse: Handelse): Promise<void> {
	const { db, facts } = stage;
	switch (handelse.kind) {
		case "registrering":
			return register(stage, actor, handelse);
		case "korrigering": {
			const { id, registrering, revision } = entry(stage.kept, handelse.key);
			const content = contentOf(facts, { ...registrering, ...handelse.change });
			await correctGenomforande(db, actor, { id, revision, ...content });
			return;
		}
		case "makulering": {
			const { id, revision } = entry(stage.kept, handelse.key);
			return makuleraGenomforande(db, actor, { id, revision, reason: handelse.reason });
		}
		case "installt": {
			const { slotKey, reason } = handelse;
			await excuseSlot(db, actor, { measureId: facts.measure(handelse.measure).id, slotKey, reason });
			return;
		}
		case "atgard_beslutad": {
			const { title, owner, decidedOn, dueOn, beside } = handelse;
			const { aktivitetId } = facts.measure(handelse.measure);
			const punkt = beside && (await stage.moten.punkt(beside));
			const content = { aktivitetId, title, owner, decidedOn, dueOn, isExample: true };
			const { id } = await decideAtgard(db, actor, { ...content, ...(punkt && { punkt }) });
			stage.atgardIds.set(title, id);
			return;
		}
		case "atgard_utford": {
			const { title, doneOn, doneNote } = handelse;
			return completeAtgard(db, actor, { atgardId: entry(stage.atgardIds, title), version: 1, doneOn, doneNote });
		}
		case "nytt_matt": {
			const { validFrom, settings, reason } = handelse;
			const measureId = facts.measure(handelse.measure).id;
			await changeMeasure(db, actor, { measureId, version: 1, validFrom, settings, reason });
			return;
		}
		case "svar":
			return answerFraga(db, actor, { fragaId: facts.fraga(handelse.quotation), version: 1, answer: handelse.answer });
		case "bekraftelse":
			return confirm(stage, actor, handelse);
		case "mote_planerat":
		case "mote_punkt":
		case "mote_punkt_bort":
		case "mote_oppnat":
		case "mote_anteckning":
		case "mote_beslut":
		case "mote_avslutat":
			return stage.moten.play(actor, handelse);
		default:
			return playRapport(stage, actor, handelse);
	}
}

async function register({ db, facts, chance, kept }: Stage, actor: Actor, registrering: Registrering): Promise<void> {
	const registered = await registerGenomforande(db, actor, {
		...contentOf(facts, registrering),
		uuid: chance.uuid(),
		isExample: true,
		isAnotherOne: true,
	});
	if (registered.duplicateOf !== null) throw new RangeError("the example history was taken for a duplicate");
	if (registrering.key !== null) kept.set(registrering.key, { id: registered.id, registrering, revision: 1 });
}

function contentOf(facts: DokumentFacts, { date, measures, plats, performedBy, note, biprodukter }: Registrering) {
	return {
		date,
		measures: measures.map(({ name, quantity }) => ({ measureId: facts.measure(name).id, quantity })),
		platsId: plats === null ? null : facts.plats(plats),
		performedBy,
		note,
		biprodukter,
	};
}

async function confirm({ db, facts }: Stage, actor: Actor, { measure, by }: Bekraftelse): Promise<void> {
	const { id, proposal } = facts.measure(measure);
	if (proposal === null) throw new RangeError(`nothing to confirm for ${measure}`);
	await confirmFordelning(db, actor, {
		measureId: id,
		parts: proposal.parts,
		forPart: by === "kommunpolis" ? "polis" : "kommun",
		version: await facts.fordelningVersion(id),
	});
}

function entry<Value>(known: ReadonlyMap<string, Value>, key: string): Value {
	const value = known.get(key);
	if (value === undefined) throw new RangeError(`the example history has no ${key}`);
	return value;
}
