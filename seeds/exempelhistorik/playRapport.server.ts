import { beginRattelse } from "#app/commands/beginRattelse.server.ts";
import { giveSynpunkt } from "#app/commands/giveSynpunkt.server.ts";
import { markKlar } from "#app/commands/markKlar.server.ts";
import { publishRapport } from "#app/commands/publishRapport.server.ts";
import { returnRapport } from "#app/commands/returnRapport.server.ts";
import { reviewRapport } from "#app/commands/reviewRapport.server.ts";
import { saveRapportText } from "#app/commands/saveRapportText.server.ts";
import { signRapport } from "#app/commands/signRapport.server.ts";
import type { RapportPart } from "#app/domain/rapport.ts";
import type { SigningKey } from "#app/seal/seal.server.ts";
import type { Actor } from "#db/command.server.ts";
import type { Db } from "#db/connection.server.ts";
import { findAllRapportTexts, findRapport } from "#db/rapport.server.ts";
import type { DokumentFacts } from "./dokumentFacts.server.ts";
import type { RapportHandelse, Registrerare } from "./handelse.ts";
import type { Chance } from "./random.ts";

interface RapportStage {
	db: Db;
	facts: DokumentFacts;
	chance: Chance;
	kommunId: number;
	dokumentId: number;
	signingKey: SigningKey;
}

const PART: Record<Registrerare, RapportPart> = { kommunpolis: "polis", samordnare: "kommun" };

/** Takes one step in the life of a report, through the command of a user. */
export async function playRapport(stage: RapportStage, actor: Actor, handelse: RapportHandelse): Promise<void> {
	const { db, kommunId, dokumentId, facts, signingKey, chance } = stage;
	const rapport = await findRapport(db, { kommunId, dokumentId, periodCode: handelse.period });
	const rapportId = rapport?.id ?? 0;
	const version = rapport?.version ?? 0;
	const aktivitetOf = (measure: string | null) => (measure === null ? null : facts.measure(measure).aktivitetId);
	switch (handelse.kind) {
		case "rapporttext": {
			const { measure, kind: _, by, at: __, period: periodCode, ...texts } = handelse;
			const place = { part: PART[by], aktivitetId: aktivitetOf(measure) };
			const seen = rapport
				? (await findAllRapportTexts(db, { kommunId, rapportId })).find(
						(row) => row.part === place.part && row.aktivitetId === place.aktivitetId,
					)
				: undefined;
			await saveRapportText(db, actor, { dokumentId, periodCode, ...place, ...texts, version: seen?.version ?? 0 });
			return;
		}
		case "rapport_klar":
			await markKlar(db, actor, { dokumentId, periodCode: handelse.period, part: PART[handelse.by], version });
			return;
		case "synpunkt": {
			const { measure, text, by: role } = handelse;
			await giveSynpunkt(db, actor, { rapportId, aktivitetId: aktivitetOf(measure), text, role, uuid: chance.uuid() });
			return;
		}
		case "rapport_aterlamnad":
			await returnRapport(db, actor, { rapportId, version, reason: handelse.reason });
			return;
		case "rapport_granskad":
			await reviewRapport(db, actor, { rapportId, version });
			return;
		case "rapport_signerad":
			await signRapport(db, actor, { rapportId, version, signingKey });
			return;
		case "rapport_publicerad":
			await publishRapport(db, actor, { rapportId, version });
			return;
		case "rapport_rattelse":
			await beginRattelse(db, actor, { rapportId, version, reason: handelse.reason });
	}
}
