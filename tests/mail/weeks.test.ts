import { expect, test } from "vitest";
import { completeAtgard } from "#app/commands/completeAtgard.server.ts";
import { addHours } from "#app/domain/dates.ts";
import { makePostScene, type PostScene, seven } from "./postScene.ts";

const titlesOf = ({ lettersTo, readers }: PostScene, index: number) =>
	[...(lettersTo(readers.kommunpolis)[index]?.mail.text ?? "").matchAll(/^- (.+)$/gm)].map(([, title]) => title);

/** The worker looks once a minute, from a while before to a while after. */
async function around(scene: PostScene, date: string): Promise<void> {
	scene.setClock(addHours(seven(date), -3 / 60));
	await scene.pass(6);
}

test.each([
	["2018-03-26", "the Monday after summer time began"],
	["2018-10-29", "the Monday after summer time ended"],
	["2018-04-03", "the Tuesday after annandag påsk"],
	["2017-12-27", "the Wednesday after Christmas"],
])("the letters of %s leave at 07.00, not a minute before (%s)", async (date) => {
	const scene = await makePostScene();
	await scene.addAtgard("Röj sly", "2018-01-02");
	scene.setClock(addHours(seven(date), -24));
	await scene.worker.tick();
	scene.setClock(addHours(seven(date), -1 / 60));
	await scene.worker.tick();
	expect(scene.post.taken).toEqual([]);
	await scene.pass(1);
	const [letter] = scene.post.taken;
	expect(letter?.mail.headers.get("date")).toBe(new Date(seven(date)).toUTCString().replace("GMT", "+0000"));
});

test("nothing is sent on the holiday Monday itself, nor twice in its week", async () => {
	const scene = await makePostScene();
	await scene.addAtgard("Röj sly", "2018-03-01");
	await around(scene, "2018-04-02");
	expect(scene.post.taken).toEqual([]);
	await around(scene, "2018-04-03");
	const count = scene.post.taken.length;
	expect(count).toBeGreaterThan(0);
	await around(scene, "2018-04-04");
	expect(scene.post.taken).toHaveLength(count);
});

test("the next Monday there is no letter when nothing is new, and only what is new when something is", async () => {
	const scene = await makePostScene();
	await scene.addAtgard("Röj sly", "2018-10-10");
	await around(scene, "2018-10-15");
	expect(titlesOf(scene, 0)).toContain("Åtgärd: Röj sly");
	await around(scene, "2018-10-22");
	expect(scene.lettersTo(scene.readers.kommunpolis)).toHaveLength(1);
	await scene.addAtgard("Byt lampor", "2018-10-20");
	await around(scene, "2018-10-29");
	expect(titlesOf(scene, 1)).toEqual(["Åtgärd: Byt lampor"]);
	const { text = "", headers } = scene.lettersTo(scene.readers.kommunpolis)[1]?.mail ?? {};
	expect(headers?.get("subject")).toBe("Löfteskoll Sävsjö: 1 ny sak väntar");
	expect(text).toMatch(/\nSedan tidigare: 1 åtgärd och|\nSedan tidigare: 1 åtgärd är försenad, /);
});

test("an åtgärd is told when it comes, again when it is overdue, and not when it is done", async () => {
	const scene = await makePostScene();
	await scene.addAtgard("Röj sly", "2018-10-20");
	await around(scene, "2018-10-15");
	await around(scene, "2018-10-22");
	const [, second] = scene.lettersTo(scene.readers.kommunpolis);
	expect(titlesOf(scene, 0)).toContain("Åtgärd: Röj sly");
	expect(titlesOf(scene, 1)).toContain("Åtgärd: Röj sly");
	expect(second?.mail.text).toContain("Försenad sedan 20 oktober, 2 dagar.");
	const { id, version } = await scene.db.selectFrom("atgard").selectAll().executeTakeFirstOrThrow();
	await completeAtgard(scene.db, scene.polis, { atgardId: id, version, doneOn: "2018-10-12", doneNote: null });
	await scene.addAtgard("Byt lampor", "2018-10-25");
	await around(scene, "2018-10-29");
	expect(titlesOf(scene, 2)).not.toContain("Åtgärd: Röj sly");
});

test("what has stood still for four weeks is told again, as that", async () => {
	const scene = await makePostScene();
	await scene.addAtgard("Röj sly", "2018-10-10");
	for (const monday of ["2018-10-15", "2018-10-22", "2018-10-29", "2018-11-05"]) await around(scene, monday);
	const before = scene.lettersTo(scene.readers.kommunpolis).length;
	await around(scene, "2018-11-12");
	const letters = scene.lettersTo(scene.readers.kommunpolis);
	expect(letters).toHaveLength(before + 1);
	expect(letters.at(-1)?.mail.text).toContain("Försenad sedan 10 oktober, 33 dagar. Står kvar efter 4 veckor.");
});

test("a letter says how many things are new and how many have waited for long, and every one stands in it", async () => {
	const scene = await makePostScene();
	await scene.addAtgard("Röj sly", "2018-10-10");
	await around(scene, "2018-10-15");
	await scene.addAtgard("Byt lampor", "2018-11-09");
	await around(scene, "2018-11-12");
	const { text = "", headers } = scene.lettersTo(scene.readers.kommunpolis)[1]?.mail ?? {};
	const before = titlesOf(scene, 0);
	expect(titlesOf(scene, 1)).toHaveLength(before.length + 1);
	const waiting = `1 ny sak väntar och ${before.length} har väntat länge`;
	expect(headers?.get("subject")).toBe(`Löfteskoll Sävsjö: ${waiting}`);
	expect(text).toContain(`Så är läget i Sävsjö måndag 12 november 2018: ${waiting}.`);
});

test("a letter that waits for the mail server until Wednesday says that it tells of Monday", async () => {
	const scene = await makePostScene();
	await scene.post.stop();
	await scene.worker.tick();
	await scene.post.start();
	scene.setClock(addHours(seven("2018-10-15"), 50));
	await scene.pass(1);
	const { text, headers } = scene.lettersTo(scene.readers.kommunpolis)[0]?.mail ?? {};
	expect(headers?.get("date")).toContain("17 Oct 2018");
	expect(text).toContain("Så är läget i Sävsjö måndag 15 oktober 2018: ");
});

test("a week that nobody was there for is not sent late, and what it would have told comes the next", async () => {
	const scene = await makePostScene();
	await scene.addAtgard("Röj sly", "2018-10-10");
	scene.setClock(addHours(seven("2018-10-15"), 24));
	await scene.pass(5);
	expect(scene.post.taken).toEqual([]);
	await around(scene, "2018-10-22");
	expect(titlesOf(scene, 0)).toContain("Åtgärd: Röj sly");
});

test("a start on Monday afternoon catches up, once", async () => {
	const scene = await makePostScene({ now: addHours(seven("2018-10-15"), 8) });
	await scene.worker.tick();
	const { worker } = scene.anotherWorker();
	await worker.tick();
	expect(scene.lettersTo(scene.readers.kommunpolis)).toHaveLength(1);
});

test("whoever is in several kommuner gets a letter from each, and whoever has only an example account none", async () => {
	const scene = await makePostScene();
	const { db, readers, stranger } = scene;
	await db
		.insertInto("membership")
		.values({
			person_id: readers.samordnare.personId,
			kommun_id: stranger.kommunId,
			role: "kommunpolis",
			created_at: "",
		})
		.execute();
	await scene.worker.tick();
	const subjects = scene.lettersTo(readers.samordnare).map(({ mail }) => mail.headers.get("subject"));
	expect(subjects.sort()).toEqual([
		expect.stringMatching(/^Löfteskoll Sävsjö: /),
		expect.stringMatching(/^Löfteskoll grannkommun: /),
	]);
	expect(new Set(scene.post.taken.flatMap(({ to }) => to)).size).toBe(2);
});

test("the kommun's history says that letters were written, and nothing is written when nobody has anything to be told", async () => {
	const scene = await makePostScene();
	await scene.worker.tick();
	const events = await scene.db
		.selectFrom("audit_event")
		.select(["kommun_id", "person_id", "detail"])
		.where("action", "=", "utskick.queued")
		.execute();
	expect(events).toEqual([{ kommun_id: scene.kommun.id, person_id: null, detail: '{"week":"2018-W42","count":2}' }]);
});
