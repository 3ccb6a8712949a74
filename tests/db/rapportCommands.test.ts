import { sql } from "kysely";
import { describe, expect, test } from "vitest";
import { beginRattelse } from "#app/commands/beginRattelse.server.ts";
import { giveSynpunkt } from "#app/commands/giveSynpunkt.server.ts";
import { markKlar } from "#app/commands/markKlar.server.ts";
import { publishRapport } from "#app/commands/publishRapport.server.ts";
import { recallRapport } from "#app/commands/recallRapport.server.ts";
import { returnRapport } from "#app/commands/returnRapport.server.ts";
import { reviewRapport } from "#app/commands/reviewRapport.server.ts";
import { saveRapportText } from "#app/commands/saveRapportText.server.ts";
import { signRapport } from "#app/commands/signRapport.server.ts";
import { unmarkKlar } from "#app/commands/unmarkKlar.server.ts";
import { RAPPORT_STATES } from "#app/domain/rapport.ts";
import { findAllAuditEvents } from "#db/audit.server.ts";
import type { Actor } from "#db/command.server.ts";
import type { Db } from "#db/connection.server.ts";
import type { RapportRow } from "#db/rapport.server.ts";
import { makePerson } from "#tests/factories/kommun.ts";
import { latestEdition, type MadeRapport, makeRapport, storedRows } from "#tests/factories/rapport.ts";
import { makeScene, type Scene } from "#tests/factories/scene.ts";
import { testSigningKey } from "#tests/factories/signingKey.ts";

interface Write {
	/** The initials of the states where it may be done. */
	in: string;
	run(db: Db, actor: Actor, rapport: RapportRow): Promise<unknown>;
	/** Whose it is. */
	by(scene: Scene, made: MadeRapport): Actor;
	/** It names no version of the report, since it can be done at the same time as something else. */
	isAdding?: true;
}

const signingKey = testSigningKey();
const seen = ({ id, version }: RapportRow) => ({ rapportId: id, version });
const place = ({ dokumentId, periodCode }: RapportRow) => ({ dokumentId, periodCode });

const WRITES: Record<string, Write> = {
	saveRapportText: {
		in: "U",
		isAdding: true,
		by: ({ samordnare }) => samordnare,
		run: (db, actor, rapport) =>
			saveRapportText(db, actor, {
				...place(rapport),
				part: "kommun",
				aktivitetId: null,
				version: 0,
				bedomning: "Bra.",
			}),
	},
	markKlar: {
		in: "U",
		by: ({ samordnare }) => samordnare,
		run: (db, actor, rapport) => markKlar(db, actor, { ...place(rapport), version: rapport.version, part: "kommun" }),
	},
	unmarkKlar: {
		in: "U",
		by: ({ polis }) => polis,
		run: (db, actor, rapport) => unmarkKlar(db, actor, { ...seen(rapport), part: "polis" }),
	},
	giveSynpunkt: {
		in: "IG",
		isAdding: true,
		by: (_, { ledamot }) => ledamot,
		run: (db, actor, { id }) =>
			giveSynpunkt(db, actor, {
				rapportId: id,
				aktivitetId: null,
				text: "Bra.",
				role: "ledamot",
				uuid: crypto.randomUUID(),
			}),
	},
	returnRapport: {
		in: "IG",
		by: (_, { undertecknare }) => undertecknare,
		run: (db, actor, rapport) => returnRapport(db, actor, { ...seen(rapport), reason: "Orsaken saknas." }),
	},
	reviewRapport: {
		in: "I",
		by: ({ samordnare }) => samordnare,
		run: (db, actor, rapport) => reviewRapport(db, actor, seen(rapport)),
	},
	signRapport: {
		in: "G",
		by: (_, { undertecknare }) => undertecknare,
		run: (db, actor, rapport) => signRapport(db, actor, { ...seen(rapport), signingKey }),
	},
	publishRapport: {
		in: "S",
		by: ({ samordnare }) => samordnare,
		run: (db, actor, rapport) => publishRapport(db, actor, seen(rapport)),
	},
	recallRapport: {
		in: "P",
		by: ({ samordnare }) => samordnare,
		run: (db, actor, rapport) => recallRapport(db, actor, seen(rapport)),
	},
	beginRattelse: {
		in: "SP",
		by: ({ polis }) => polis,
		run: (db, actor, rapport) => beginRattelse(db, actor, { ...seen(rapport), reason: "En siffra var fel." }),
	},
};
const NAMES = Object.keys(WRITES);
const FIRST_STATE = { U: "utkast", I: "inlamnad", G: "granskad", S: "signerad", P: "publicerad" } as const;

/** In an utkast the police are klar, so that the mark can be taken back and the other one be made. */
async function stage(state: (typeof RAPPORT_STATES)[number]) {
	const scene = await makeScene();
	const made = await makeRapport(scene, { state });
	if (state === "utkast") await markKlar(scene.db, scene.polis, { ...made, part: "polis", version: 1 });
	const rapport = (await latestEdition(scene, made)) as RapportRow;
	return { scene, made, rapport };
}

/** Where the command may be run. */
async function stageFor(name: string) {
	const write = WRITES[name] as Write;
	const staged = await stage(FIRST_STATE[write.in[0] as keyof typeof FIRST_STATE]);
	const { scene, made, rapport } = staged;
	return { ...staged, run: (actor = write.by(scene, made), at = rapport) => write.run(scene.db, actor, at) };
}

describe.each(NAMES)("%s", (name) => {
	const write = WRITES[name] as Write;

	test.each(RAPPORT_STATES)(
		"is done in the states of the table, else refused and nothing written: %s",
		async (state) => {
			const { scene, made, rapport } = await stage(state);
			const before = await storedRows(scene.db);
			const done = write.run(scene.db, write.by(scene, made), rapport);
			if (write.in.includes(state.charAt(0).toUpperCase())) {
				await done;
				expect(await storedRows(scene.db)).not.toEqual(before);
			} else {
				await expect(done).rejects.toMatchObject({ code: "conflict" });
				expect(await storedRows(scene.db)).toEqual(before);
			}
		},
	);

	test("is not found from another kommun, and nothing is written", async () => {
		const { scene, run } = await stageFor(name);
		const elsewhere = { kommunId: scene.stranger.kommunId };
		const before = await storedRows(scene.db);
		for (const role of ["samordnare", "undertecknare"] as const) {
			const stranger = await makePerson(scene.db, { ...elsewhere, role });
			await expect(run(stranger)).rejects.toMatchObject({ code: "not_found" });
		}
		expect((await storedRows(scene.db)).slice(0, 5)).toEqual(before.slice(0, 5));
	});

	test("is for somebody, in a kommun", async () => {
		const { scene, run } = await stageFor(name);
		await expect(run({ ...scene.polis, personId: null })).rejects.toMatchObject({ code: "forbidden" });
		await expect(run({ ...scene.polis, kommunId: null })).rejects.toMatchObject({ code: "forbidden" });
	});

	test("leaves nothing half written when it is cut off", async () => {
		const { scene, run } = await stageFor(name);
		const before = await storedRows(scene.db);
		await sql`CREATE TEMP TRIGGER power_cut BEFORE INSERT ON audit_event
			BEGIN SELECT RAISE(ABORT, 'power cut'); END`.execute(scene.db);
		await expect(run()).rejects.toThrow("power cut");
		expect(await storedRows(scene.db)).toEqual(before);
		await sql`DROP TRIGGER power_cut`.execute(scene.db);
		await run();
	});

	test("is told in the history with the dokument and the period, never with what was written", async () => {
		const { scene, run } = await stageFor(name);
		await run();
		const { rows } = await findAllAuditEvents(scene.db, { kommunId: scene.kommun.id, page: 1, pageSize: 1 });
		expect(rows[0]).toMatchObject({
			entity: "rapport",
			detail: { title: "Medborgarlöfte 2018", periodCode: "2018-T2" },
		});
		expect(JSON.stringify(rows[0]?.detail)).not.toContain("Bra.");
	});
});

test.each(NAMES.filter((name) => !WRITES[name]?.isAdding))(
	"%s is refused when somebody did something else in between",
	async (name) => {
		const { scene, made, rapport, run } = await stageFor(name);
		const before = await storedRows(scene.db);
		const stale = { ...rapport, version: rapport.version - 1 };
		await expect(run(WRITES[name]?.by(scene, made), stale)).rejects.toMatchObject({
			code: "conflict",
			message: expect.stringContaining("ändrats av någon annan"),
		});
		expect(await storedRows(scene.db)).toEqual(before);
	},
);
