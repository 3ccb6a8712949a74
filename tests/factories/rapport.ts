import { sql } from "kysely";
import { markKlar } from "#app/commands/markKlar.server.ts";
import { publishRapport } from "#app/commands/publishRapport.server.ts";
import { reviewRapport } from "#app/commands/reviewRapport.server.ts";
import { saveRapportText } from "#app/commands/saveRapportText.server.ts";
import { signRapport } from "#app/commands/signRapport.server.ts";
import { stockholmDate } from "#app/domain/dates.ts";
import { parsePeriod } from "#app/domain/periods.ts";
import { RAPPORT_STATES, type RapportState } from "#app/domain/rapport.ts";
import { findRapportView, type RapportView } from "#app/rapport/findRapport.server.ts";
import type { Db } from "#db/connection.server.ts";
import { findRapport, type RapportRow } from "#db/rapport.server.ts";
import { type KommunActor, makePerson } from "./kommun.ts";
import type { Scene } from "./scene.ts";
import { testSigningKey } from "./signingKey.ts";

export interface MadeRapport {
	id: number;
	dokumentId: number;
	periodCode: string;
	ledamot: KommunActor;
	undertecknare: KommunActor;
}

interface Asked {
	dokumentId: number;
	periodCode: string;
}

/**
 * The scene's report of 2018-T2, taken by the real commands to the state asked for. Begun by a text of the police's.
 * Made again after `beginRattelse` it takes the next edition there.
 */
export async function makeRapport(
	scene: Scene,
	{
		state = "utkast",
		dokumentId = scene.dokument.id,
		periodCode = "2018-T2",
		...people
	}: { state?: RapportState } & Partial<Asked> & Partial<Pick<MadeRapport, "ledamot" | "undertecknare">> = {},
): Promise<MadeRapport> {
	const { db, polis, kommun } = scene;
	const ledamot = people.ledamot ?? (await makePerson(db, { kommunId: kommun.id, role: "ledamot" }));
	const undertecknare = people.undertecknare ?? (await makePerson(db, { kommunId: kommun.id, role: "undertecknare" }));
	const asked = { dokumentId, periodCode };
	if (!(await latestEdition(scene, asked))) {
		const begun = { ...asked, part: "polis", aktivitetId: null, version: 0, bedomning: "Det går framåt." } as const;
		await saveRapportText(db, polis, begun);
	}
	for (;;) {
		const rapport = await latestEdition(scene, asked);
		if (!rapport) throw new Error("no rapport was made");
		const isThere = RAPPORT_STATES.indexOf(rapport.state) >= RAPPORT_STATES.indexOf(state);
		if (isThere) return { id: rapport.id, ...asked, ledamot, undertecknare };
		await takeNextStep(scene, { rapport, undertecknare });
	}
}

/** As it stands now, for its version and state. */
export async function latestEdition(scene: Scene, asked: Asked): Promise<RapportRow | undefined> {
	const { dokumentId, periodCode } = asked;
	return findRapport(scene.db, { kommunId: scene.kommun.id, dokumentId, periodCode });
}

/** Its version, as a page that is opened now shows it. */
export async function versionOf(scene: Scene, asked: Asked): Promise<number> {
	return (await latestEdition(scene, asked))?.version ?? 0;
}

/** What the staff see of it, on the scene's day. */
export async function viewRapport(
	scene: Scene,
	{ dokumentId, periodCode, edition }: Asked & { edition?: number },
): Promise<RapportView> {
	const period = parsePeriod(periodCode);
	const view =
		period &&
		(await findRapportView(scene.db, {
			kommunId: scene.kommun.id,
			dokumentId,
			period,
			...(edition === undefined ? {} : { edition }),
			today: stockholmDate(scene.polis.now),
		}));
	if (!view) throw new Error("there is no such rapport");
	return view;
}

/** Everything that the writes of a report can touch, to see that nothing has changed. */
export async function storedRows(db: Db): Promise<unknown[]> {
	const tables = [
		"rapport",
		"rapport_text",
		"synpunkt",
		"rapport_snapshot",
		"signing_key",
		"audit_event",
		"genomforande",
		"genomforande_revision",
	];
	const rows: unknown[] = [];
	for (const table of tables) rows.push((await sql.raw(`SELECT * FROM ${table}`).execute(db)).rows);
	return rows;
}

/** Each by the one whose it is. */
async function takeNextStep(
	{ db, polis, samordnare }: Scene,
	{ rapport, undertecknare }: { rapport: RapportRow; undertecknare: KommunActor },
): Promise<void> {
	const { id: rapportId, version } = rapport;
	switch (rapport.state) {
		case "utkast":
			await (rapport.polisKlarBy === null
				? markKlar(db, polis, { ...rapport, part: "polis" })
				: markKlar(db, samordnare, { ...rapport, part: "kommun" }));
			return;
		case "inlamnad":
			return reviewRapport(db, samordnare, { rapportId, version });
		case "granskad":
			await signRapport(db, undertecknare, { rapportId, version, signingKey: testSigningKey() });
			return;
		default:
			return publishRapport(db, samordnare, { rapportId, version });
	}
}
