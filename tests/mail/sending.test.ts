import { sql } from "kysely";
import { expect, test } from "vitest";
import { chooseLetters } from "#app/commands/chooseLetters.server.ts";
import { claimLetter } from "#app/commands/claimLetter.server.ts";
import { queueLetters } from "#app/commands/queueLetters.server.ts";
import { removeMember } from "#app/commands/removeMember.server.ts";
import { addHours } from "#app/domain/dates.ts";
import { MONDAY, makePostScene, type PostScene, seven } from "./postScene.ts";

/** The police officer and the samordnare, who each have something to be told. */
const BOTH = ["kommunpolis@savsjo.example", "samordnare@savsjo.example"];
const receiversIn = ({ post }: PostScene) => post.taken.flatMap(({ to }) => to).sort();
const statesIn = async (scene: PostScene) => (await scene.findOutbox()).map(({ state }) => state);

/** Their letters are written, and nobody has answered yet. */
async function waiting(): Promise<PostScene> {
	const scene = await makePostScene();
	await scene.post.stop();
	await scene.worker.tick();
	expect(await statesIn(scene)).toEqual(["vantar", "vantar"]);
	return scene;
}

test("the mail server is down for an hour: every letter arrives, once, and no attempt was spent", async () => {
	const scene = await waiting();
	await scene.pass(60);
	expect(await scene.findOutbox()).toMatchObject([
		{ state: "vantar", attempts: 0 },
		{ state: "vantar", attempts: 0 },
	]);
	await scene.post.start();
	await scene.pass(15);
	expect(receiversIn(scene)).toEqual(BOTH);
	await scene.pass(120);
	expect(receiversIn(scene)).toEqual(BOTH);
	expect(await statesIn(scene)).toEqual(["skickat", "skickat"]);
	expect(scene.said.at(-1)).toContain("e-postservern svarar igen");
});

test("it is asked after 1, 2, 4, 8 and then every 15 minutes, and not at all when nothing waits", async () => {
	const scene = await waiting();
	await scene.pass(60);
	const minutes = scene.said.map((line) => (Date.parse(line.slice(0, 24)) - Date.parse(MONDAY)) / 60_000);
	expect(minutes).toEqual([0, 1, 3, 7, 15, 30, 45, 60]);
	for (const line of scene.said) expect(line).toContain("Påminnelser: att nå e-postservern gick inte.");
	await scene.post.start();
	await scene.pass(30);
	const { connections } = scene.post;
	await scene.pass(30);
	expect(scene.post.connections).toBe(connections);
});

test("the process restarts while the server is down: nothing is lost, nothing is written or sent twice", async () => {
	const scene = await waiting();
	await scene.worker.stop();
	const { worker } = scene.anotherWorker();
	await scene.post.start();
	await worker.tick();
	await worker.tick();
	expect(receiversIn(scene)).toEqual(BOTH);
	expect(await statesIn(scene)).toEqual(["skickat", "skickat"]);
});

test("a process that dies with a letter in its hands: the letter is never sent again, the others are", async () => {
	const scene = await waiting();
	const dead = await claimLetter(scene.db, { now: MONDAY });
	await scene.post.start();
	const { worker } = scene.anotherWorker();
	await scene.worker.stop();
	scene.setClock(addHours(MONDAY, 9 / 60));
	await worker.tick();
	expect(await statesIn(scene)).toEqual(["skickas", "skickat"]);
	scene.setClock(addHours(MONDAY, 10 / 60));
	await worker.tick();
	expect(await statesIn(scene)).toEqual(["osakert", "skickat"]);
	scene.setClock(addHours(MONDAY, 48));
	await worker.tick();
	expect(receiversIn(scene)).toEqual(BOTH.filter((email) => email !== dead?.person.email));
	expect(scene.said.join()).toContain("1 brev avbröts på vägen och skickas inte igen.");
});

test.each([
	["the connection breaks before the answer to the message", "cut"],
	["the message was taken and its answer lost", "lost"],
] as const)("%s: nobody knows whether it arrived, so it is not sent again", async (_what, answer) => {
	const scene = await makePostScene();
	scene.post.answerMessage = ([to]) => (to === BOTH[0] ? answer : undefined);
	await scene.worker.tick();
	expect(await statesIn(scene)).toEqual(["osakert", "vantar"]);
	scene.post.answerMessage = () => undefined;
	await scene.pass(200);
	expect(await statesIn(scene)).toEqual(["osakert", "skickat"]);
	expect(receiversIn(scene)).toEqual(answer === "cut" ? [BOTH[1]] : BOTH);
	expect(scene.said.join()).toMatch(/brev 1 blev kanske mottaget och skickas inte igen/);
	scene.setClock(seven("2018-10-22"));
	await scene.pass(1);
	expect(scene.lettersTo(scene.readers.kommunpolis)).toHaveLength(answer === "cut" ? 0 : 1);
});

test("a connection that breaks before the message was handed over costs nothing but a minute", async () => {
	const scene = await makePostScene();
	scene.post.answerRecipient = () => {
		scene.post.cut();
		return undefined;
	};
	await scene.worker.tick();
	expect(await statesIn(scene)).toEqual(["vantar", "vantar"]);
	scene.post.answerRecipient = () => undefined;
	await scene.pass(1);
	expect(receiversIn(scene)).toEqual(BOTH);
});

test.each([
	[
		"a recipient",
		(scene: PostScene, code?: number) => {
			scene.post.answerRecipient = (to) => (to === BOTH[0] ? code : undefined);
		},
	],
	[
		"a message",
		(scene: PostScene, code?: number) => {
			scene.post.answerMessage = ([to]) => (to === BOTH[0] ? code : undefined);
		},
	],
] as const)(
	"%s that is not taken now is tried again, longer and longer apart; the others go on",
	async (_what, answer) => {
		const scene = await makePostScene();
		answer(scene, 451);
		await scene.worker.tick();
		expect(await statesIn(scene)).toEqual(["vantar", "skickat"]);
		await scene.pass(15);
		expect(await scene.findOutbox()).toMatchObject([{ state: "vantar", attempts: 5 }, {}]);
		answer(scene);
		await scene.pass(15);
		expect(receiversIn(scene)).toEqual(BOTH);
		expect(await scene.findOutbox()).toMatchObject([{ state: "skickat", attempts: 6, last_error: null }, {}]);
	},
);

test.each(["answerRecipient", "answerMessage"] as const)(
	"what the server will never take (%s) is not tried again, and the next week tells it",
	async (answer) => {
		const scene = await makePostScene();
		await scene.addAtgard("Röj sly", "2018-10-01");
		scene.post[answer] = (to: string | string[]) => ([to].flat().includes(String(BOTH[0])) ? 550 : undefined);
		await scene.worker.tick();
		expect(await scene.findOutbox()).toMatchObject([{ state: "misslyckat", attempts: 1 }, { state: "skickat" }]);
		scene.post[answer] = () => undefined;
		await scene.pass(60);
		expect(receiversIn(scene)).toEqual([BOTH[1]]);
		scene.setClock(seven("2018-10-22"));
		await scene.pass(1);
		expect(scene.lettersTo(scene.readers.kommunpolis)[0]?.mail.text).toContain("Åtgärd: Röj sly");
		expect(scene.lettersTo(scene.readers.samordnare)).toHaveLength(1);
	},
);

test("a sender that is refused is the settings' fault: the letters wait until they are mended", async () => {
	const scene = await makePostScene();
	scene.post.answerSender = () => 550;
	await scene.pass(30);
	expect(await statesIn(scene)).toEqual(["vantar", "vantar"]);
	scene.post.answerSender = () => undefined;
	await scene.pass(15);
	expect(receiversIn(scene)).toEqual(BOTH);
});

test("after three days without a server the letters are given up, and the next Monday tells the same", async () => {
	const scene = await waiting();
	scene.setClock(addHours(MONDAY, 72));
	await scene.pass(1);
	expect(await statesIn(scene)).toEqual(["misslyckat", "misslyckat"]);
	await scene.post.start();
	await scene.pass(60);
	expect(receiversIn(scene)).toEqual([]);
	scene.setClock(seven("2018-10-22"));
	await scene.pass(1);
	expect(receiversIn(scene)).toEqual(BOTH);
});

test("whoever unsubscribes or leaves while the letter waits does not get it", async () => {
	const scene = await waiting();
	const { kommunpolis, samordnare, admin } = scene.readers;
	await chooseLetters(scene.db, kommunpolis, { kommunId: scene.kommun.id, isOff: true });
	await removeMember(scene.db, admin, { personId: samordnare.personId });
	await scene.post.start();
	await scene.pass(30);
	expect(receiversIn(scene)).toEqual([]);
	expect(await statesIn(scene)).toEqual(["avbrutet", "avbrutet"]);
	expect(await scene.db.selectFrom("notis_told").selectAll().execute()).toEqual([]);
});

test("an address that changes while the letter waits is the one it goes to", async () => {
	const scene = await waiting();
	const { personId } = scene.readers.kommunpolis;
	await scene.db.updateTable("person").set({ email: "ny@savsjo.example" }).where("id", "=", personId).execute();
	await scene.post.start();
	await scene.pass(15);
	expect(receiversIn(scene)).toEqual(["ny@savsjo.example", BOTH[1]]);
});

test("of a letter that is done neither its words nor its address to unsubscribe are kept", async () => {
	const scene = await makePostScene();
	scene.post.answerMessage = ([to]) => (to === BOTH[0] ? 550 : undefined);
	await scene.worker.tick();
	const kept = { body_text: "", body_html: "", unsubscribe_url: "", done_at: MONDAY };
	expect(await scene.db.selectFrom("outbox").selectAll().execute()).toMatchObject([kept, kept]);
});

test("a second process sends the others while one has a letter in its hands", async () => {
	const scene = await makePostScene();
	const { worker } = scene.anotherWorker();
	scene.post.answerMessage = async () => {
		scene.post.answerMessage = () => undefined;
		await worker.tick();
		return undefined;
	};
	await scene.worker.tick();
	expect(receiversIn(scene)).toEqual(BOTH);
	expect(await statesIn(scene)).toEqual(["skickat", "skickat"]);
});

test("a second process that has found the same things writes nothing after the first has", async () => {
	const scene = await makePostScene();
	await scene.worker.tick();
	const kommun = { id: scene.kommun.id, slug: scene.kommun.slug, name: "Sävsjö" };
	const write = () => {
		throw new Error("a letter was written");
	};
	const { db } = scene.anotherWorker();
	expect(await queueLetters(db, { kommun, week: "2018-W42", now: MONDAY, write })).toBe(0);
});

test("two rounds asked for at once are one", async () => {
	const scene = await makePostScene();
	await Promise.all([scene.worker.tick(), scene.worker.tick(), scene.worker.tick()]);
	expect([scene.post.connections, receiversIn(scene)]).toEqual([1, BOTH]);
});

test("stopping waits for the letter under way, and leaves the rest to whoever comes next", async () => {
	const scene = await makePostScene();
	const order: string[] = [];
	let answer = () => {};
	const isUnderWay = new Promise<void>((begun) => {
		scene.post.answerMessage = () => {
			begun();
			return new Promise((resolve) => {
				answer = () => resolve(undefined);
			});
		};
	});
	const round = scene.worker.tick();
	await isUnderWay;
	const stopped = scene.worker.stop().then(() => order.push("stopped"));
	order.push("answered");
	answer();
	await Promise.all([round, stopped]);
	expect(order).toEqual(["answered", "stopped"]);
	expect(await statesIn(scene)).toEqual(["skickat", "vantar"]);
});

test("between the kommuner that it writes for, whoever reads a page is answered", async () => {
	const scene = await makePostScene();
	const countWritten = async () => (await scene.db.selectFrom("utskick").select("week").execute()).length;
	const seen = new Set<number>();
	const round = scene.worker.tick();
	do {
		await new Promise((resolve) => setImmediate(resolve));
		seen.add(await countWritten());
	} while (!seen.has(2));
	expect(seen).toContain(1);
	await round;
});

test.each([
	["before it takes the letter: it waits for whoever comes next", "answerRecipient", "vantar"],
	["with the letter in its hands: nobody knows whether it arrived", "answerMessage", "osakert"],
] as const)("stopping does not wait long for a server that falls silent %s", async (_when, answer, state) => {
	const scene = await makePostScene();
	const isUnderWay = new Promise<void>((begun) => {
		scene.post.answerRecipient = () => {
			begun();
			return answer === "answerRecipient" ? "silence" : undefined;
		};
		scene.post.answerMessage = () => new Promise(() => begun());
	});
	const round = scene.worker.tick();
	await isUnderWay;
	await scene.worker.stop();
	await round;
	expect(await statesIn(scene)).toEqual([state, "vantar"]);
	const { worker } = scene.anotherWorker();
	scene.post.answerRecipient = () => undefined;
	scene.post.answerMessage = () => undefined;
	scene.setClock(addHours(MONDAY, 1));
	await worker.tick();
	expect(receiversIn(scene)).toEqual(state === "vantar" ? BOTH : [BOTH[1]]);
});

test("a clock that is set back keeps no letter waiting for the time that it showed", async () => {
	const scene = await makePostScene({ now: addHours(MONDAY, 12) });
	scene.post.answerSender = () => 451;
	await scene.worker.tick();
	await scene.post.stop();
	await scene.pass(20);
	scene.setClock(addHours(MONDAY, 1));
	scene.post.answerSender = () => undefined;
	await scene.post.start();
	await scene.pass(1);
	expect(receiversIn(scene)).toEqual(BOTH);
	expect(await statesIn(scene)).toEqual(["skickat", "skickat"]);
});

test("a clock that runs ahead for hours, and is set back, sends nothing twice", async () => {
	const scene = await makePostScene();
	await scene.worker.tick();
	for (const hours of [20, 2, 30, 1, 23]) {
		scene.setClock(addHours(MONDAY, hours));
		await scene.pass(2);
	}
	expect(receiversIn(scene)).toEqual(BOTH);
});

test("a kommun whose letters cannot be written keeps no other's back, and is tried again in a minute", async () => {
	const scene = await makePostScene();
	const { db, kommun, stranger } = scene;
	await db.updateTable("person").set({ is_demo: 0 }).where("id", "=", stranger.personId).execute();
	const when = sql.raw(`NEW.kommun_id = ${kommun.id}`);
	await sql`CREATE TRIGGER broken BEFORE INSERT ON utskick WHEN ${when} BEGIN SELECT RAISE(ABORT, 'no'); END`.execute(
		db,
	);
	await scene.worker.tick();
	expect(scene.said.join()).toContain(`att skriva breven för ${kommun.slug} gick inte`);
	expect(receiversIn(scene)).toHaveLength(1);
	await sql`DROP TRIGGER broken`.execute(db);
	await scene.pass(1);
	expect(receiversIn(scene)).toHaveLength(3);
});
