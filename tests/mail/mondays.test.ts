import { expect, test } from "vitest";
import { decideAtgard } from "#app/commands/decideAtgard.server.ts";
import { queueLetters } from "#app/commands/queueLetters.server.ts";
import { addDays, addHours } from "#app/domain/dates.ts";
import { ROLES, type Role } from "#app/domain/permissions.ts";
import { makeDokument } from "#tests/factories/dokument.ts";
import { makeMote } from "#tests/factories/mote.ts";
import { makeRapport } from "#tests/factories/rapport.ts";
import { makePostScene, type PostScene, seven } from "./postScene.ts";

/** What stands the same way to every Monday: the days of the åtgärder, of the report and of the meeting. */
interface Monday {
	monday: string;
	/** When the letters go out. */
	sentOn: string;
	sent: string;
	overdueSince: string;
	reportSince: string;
	dueOn: string;
	meeting: string;
}

const MONDAYS: [why: string, Monday][] = [
	[
		"annandag påsk, with summer time begun since the report was handed in",
		{
			monday: "2018-04-02",
			sentOn: "2018-04-03",
			sent: "tisdag 3 april 2018",
			overdueSince: "24 mars, 10 dagar",
			reportSince: "20 mars, 14 dagar",
			dueOn: "5 april",
			meeting: "Fre 6 april",
		},
	],
	[
		"the day after summer time began",
		{
			monday: "2018-03-26",
			sentOn: "2018-03-26",
			sent: "måndag 26 mars 2018",
			overdueSince: "16 mars, 10 dagar",
			reportSince: "12 mars, 14 dagar",
			dueOn: "28 mars",
			meeting: "Tors 29 mars",
		},
	],
	[
		"the day after summer time ended",
		{
			monday: "2018-10-29",
			sentOn: "2018-10-29",
			sent: "måndag 29 oktober 2018",
			overdueSince: "19 oktober, 10 dagar",
			reportSince: "15 oktober, 14 dagar",
			dueOn: "31 oktober",
			meeting: "Tors 1 november",
		},
	],
];

/** What each role reads of what was made for the Monday, by hand. */
function expectedOf({ overdueSince, reportSince, dueOn, meeting }: Monday): Record<Role, string[]> {
	const waiting = (what: string) => `Rapport tertial 3 2017: ${what}. Har väntat sedan ${reportSince}.`;
	const coming = `Åtgärd: Byt lampor på Torget: Klar senast ${dueOn}.`;
	const mote = `Möte: BRÅ i rådet: ${meeting} kl. 13.00, Kommunhuset.`;
	return {
		kommunpolis: [
			`Åtgärd: Röj sly vid gångvägen: Försenad sedan ${overdueSince}.`,
			waiting("Granska rapporten med rådet"),
			mote,
		],
		samordnare: [waiting("Granska rapporten med rådet"), coming, mote],
		ledamot: [waiting("Läs och lämna synpunkter"), mote],
		undertecknare: [waiting("Läs och lämna synpunkter"), coming, mote],
		admin: [],
	};
}

test.each(MONDAYS)("each role's letter says the right days and numbers of days on %s", async (_why, at) => {
	const scene = await makePostScene();
	await makeReady(scene, at);
	for (let day = at.monday; day < at.sentOn; day = addDays(day, 1)) {
		scene.setClock(addHours(seven(day), 1));
		await scene.worker.tick();
	}
	scene.setClock(addHours(seven(at.sentOn), -1 / 60));
	await scene.worker.tick();
	expect(scene.post.taken).toEqual([]);
	await scene.pass(1);
	expect(scene.said).toEqual([]);
	const expected = expectedOf(at);
	for (const role of ROLES) {
		const letters = scene.lettersTo(scene.readers[role]);
		expect(letters.length, role).toBe(expected[role].length > 0 ? 1 : 0);
		const text = letters[0]?.mail.text ?? "";
		expect(madeLinesOf(text), role).toEqual(expected[role]);
		if (text) expect(text).toContain(`Så är läget i Sävsjö ${at.sent}: `);
	}
});

test("what comes later on the Monday is told the next one, and that day's letters are not written again", async () => {
	const scene = await makePostScene();
	await scene.worker.tick();
	const { length } = scene.post.taken;
	await scene.addAtgard("Röj sly vid gångvägen", "2018-10-17");
	await scene.pass(30);
	// Nor by a process that has just begun, and found the new one.
	const write = () => {
		throw new Error("a letter was written");
	};
	const kommun = { ...scene.kommun, name: "Sävsjö" };
	const now = seven("2018-10-15");
	expect(await queueLetters(scene.anotherWorker().db, { kommun, week: "2018-W42", now, write })).toBe(0);
	expect([scene.post.taken.length, scene.said]).toEqual([length, []]);
	expect(await scene.db.selectFrom("notis_told").select("key").where("key", "like", "atgard:%").execute()).toEqual([]);
	scene.setClock(seven("2018-10-22"));
	await scene.pass(1);
	expect(scene.lettersTo(scene.readers.kommunpolis).at(-1)?.mail.text).toContain("Åtgärd: Röj sly vid gångvägen");
});

/** Handed in two weeks before the letters, overdue since ten days, due in two and a meeting in three. */
async function makeReady(scene: PostScene, { sentOn }: Monday): Promise<void> {
	const { db, samordnare, polis, dokument, readers } = scene;
	const now = seven(addDays(sentOn, -14));
	const then = { ...scene, polis: { ...polis, now }, samordnare: { ...samordnare, now } };
	const { id: dokumentId } = await makeDokument(db, samordnare, {
		title: "Medborgarlöfte 2017",
		inForceFrom: "2017-09-01",
		inForceTo: "2017-12-31",
		signedOn: "2017-09-01",
	});
	const { ledamot, undertecknare } = readers;
	const rapport = { dokumentId, periodCode: "2017-T3", state: "inlamnad" } as const;
	await makeRapport(then, { ...rapport, ledamot, undertecknare: { ...undertecknare, now } });
	const decided = { aktivitetId: dokument.aktivitetIds.actions, decidedOn: "2018-01-15" };
	const late = { title: "Röj sly vid gångvägen", owner: "polis", dueOn: addDays(sentOn, -10) } as const;
	const coming = { title: "Byt lampor på Torget", owner: "kommun", dueOn: addDays(sentOn, 2) } as const;
	for (const atgard of [late, coming]) await decideAtgard(db, then.samordnare, { ...decided, ...atgard });
	await makeMote(then, { title: "BRÅ i rådet", heldOn: addDays(sentOn, 3), now });
}

/** The lines of a letter about what was made for the Monday; what else is behind in the kommun is another test's. */
function madeLinesOf(text: string): string[] {
	return [...text.matchAll(/^- (.+)\n {2}(.+)/gm)]
		.map(([, title, why]) => `${title}: ${why}`)
		.filter((line) => /^(Åtgärd|Möte|Rapport tertial 3 2017): /.test(line));
}
