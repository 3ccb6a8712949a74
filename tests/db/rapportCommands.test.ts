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
import { addHours } from "#app/domain/dates.ts";
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

const PERSONNUMMER = "640823-3234";
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

	test.each(RAPPORT_STATES)("in %s", async (state) => {
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
	});

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

describe("klar", () => {
	test("waits for the period to be over", async () => {
		const { db, polis, dokument } = await makeScene();
		const mark = (now: string) =>
			markKlar(db, { ...polis, now }, { dokumentId: dokument.id, periodCode: "2018-T2", part: "polis", version: 0 });
		await expect(mark("2018-08-31T21:59:59.999Z")).rejects.toMatchObject({ code: "conflict" });
		expect(await mark("2018-08-31T22:00:00.000Z")).toEqual({ state: "utkast" });
	});

	test("by both freezes the figures, in whichever order", async () => {
		for (const order of [["polis", "kommun"] as const, ["kommun", "polis"] as const]) {
			const scene = await makeScene();
			const actors = { polis: scene.polis, kommun: scene.samordnare };
			const asked = { dokumentId: scene.dokument.id, periodCode: "2018-T2" };
			const [first, second] = order;
			expect(await markKlar(scene.db, actors[first], { ...asked, part: first, version: 0 })).toEqual({
				state: "utkast",
			});
			const frozen = await markKlar(scene.db, actors[second], { ...asked, part: second, version: 2 });
			expect(frozen).toEqual({ state: "inlamnad" });
			expect(await latestEdition(scene, asked)).toMatchObject({ state: "inlamnad", frozenAt: scene.polis.now });
		}
	});

	test("counts a page from before the first text as up to date", async () => {
		const scene = await makeScene();
		const made = await makeRapport(scene);
		await markKlar(scene.db, scene.polis, { ...made, part: "polis", version: 0 });
		await expect(markKlar(scene.db, scene.samordnare, { ...made, part: "kommun", version: 0 })).rejects.toMatchObject({
			code: "conflict",
		});
	});

	test.each(["2018-T4", "2018-Q2", "2017-T3", "2018-T3; DROP", "", "2019-T1"])(
		"there is no report of %j to be klar with",
		async (periodCode) => {
			const { db, polis, dokument } = await makeScene();
			const mark = markKlar(db, polis, { dokumentId: dokument.id, periodCode, part: "polis", version: 0 });
			await expect(mark).rejects.toMatchObject({ code: "not_found" });
		},
	);

	test("two at the same moment for one tertial begin one report", async () => {
		const scene = await makeScene();
		const asked = { dokumentId: scene.dokument.id, periodCode: "2018-T2", version: 0 };
		const ends = await Promise.allSettled([
			markKlar(scene.db, scene.polis, { ...asked, part: "polis" }),
			markKlar(scene.db, scene.samordnare, { ...asked, part: "kommun" }),
		]);
		expect(ends.map(({ status }) => status)).toEqual(["fulfilled", "rejected"]);
		expect((await storedRows(scene.db))[0]).toHaveLength(1);
	});
});

describe("a return", () => {
	test("takes back both marks, the figures and the review, says why, and opens the texts again", async () => {
		const { scene, made, rapport } = await stage("granskad");
		await returnRapport(scene.db, made.undertecknare, {
			...seen(rapport),
			reason: "Skriv orsaken\r\ntill avvikelsen. ",
		});
		expect(await latestEdition(scene, made)).toMatchObject({
			state: "utkast",
			polisKlarAt: null,
			polisKlarBy: null,
			kommunKlarAt: null,
			kommunKlarBy: null,
			frozenAt: null,
			granskadAt: null,
			granskadByName: null,
			returnReason: "Skriv orsaken\ntill avvikelsen.",
			returnedByName: "undertecknare",
		});
		const text = {
			...place(rapport),
			part: "polis",
			aktivitetId: null,
			version: 1,
			bedomning: "Nu med orsak.",
		} as const;
		expect(await saveRapportText(scene.db, scene.polis, text)).toEqual({ version: 2 });
	});

	test.each([
		["no reason", "", "Orsak: skriv varför"],
		["a personal number", `Ring ${PERSONNUMMER}`, "Orsak: ta bort personnumret"],
		["more than 1 000 characters", "x".repeat(1001), "Orsak: korta texten till högst 1000 tecken"],
	])("or a rättelse with %s is refused", async (_what, reason, message) => {
		const { scene, made, rapport } = await stage("inlamnad");
		const refusal = { code: "invalid", field: "reason", message: expect.stringContaining(message) };
		await expect(returnRapport(scene.db, made.undertecknare, { ...seen(rapport), reason })).rejects.toMatchObject(
			refusal,
		);
		await expect(beginRattelse(scene.db, scene.polis, { ...seen(rapport), reason })).rejects.toMatchObject(refusal);
		await returnRapport(scene.db, made.undertecknare, { ...seen(rapport), reason: "x".repeat(1000) });
	});
});

describe("a publication", () => {
	test("is recalled until exactly 24 hours have passed, and can be published again", async () => {
		const { scene, made, rapport } = await stage("publicerad");
		const { db, samordnare } = scene;
		const at = (hours: number) => ({ ...samordnare, now: addHours(samordnare.now, hours) });
		await expect(recallRapport(db, at(24.0001), seen(rapport))).rejects.toMatchObject({ code: "conflict" });
		await recallRapport(db, at(24), seen(rapport));
		const recalled = (await latestEdition(scene, made)) as RapportRow;
		expect(recalled).toMatchObject({ state: "signerad", publishedAt: null, code: rapport.code });
		await publishRapport(db, at(25), seen(recalled));
		expect(await latestEdition(scene, made)).toMatchObject({ publishedAt: at(25).now });
	});
});
