import { beforeEach, describe, expect, test } from "vitest";
import { answerFraga } from "#app/commands/answerFraga.server.ts";
import { completeAtgard } from "#app/commands/completeAtgard.server.ts";
import { decideAtgard } from "#app/commands/decideAtgard.server.ts";
import { makuleraAtgard } from "#app/commands/makuleraAtgard.server.ts";
import { reopenAtgard } from "#app/commands/reopenAtgard.server.ts";
import { savePlats } from "#app/commands/savePlats.server.ts";
import { tickHelgkvallar } from "#app/commands/tickHelgkvallar.server.ts";
import { updateKommun } from "#app/commands/updateKommun.server.ts";
import { proposeHelgkvallar } from "#app/domain/helgkvallar.ts";
import { findAllAtgarder, findAtgard } from "#db/atgard.server.ts";
import { findAllFragor } from "#db/fraga.server.ts";
import { findAllHelgkvallar } from "#db/helgkvall.server.ts";
import { findKommun } from "#db/kommun.server.ts";
import { findAllPlatser } from "#db/plats.server.ts";
import { latestActionIn, makeScene, type Scene } from "#tests/factories/scene.ts";

const PERSONNUMMER = "Skolgatan 640823-3234";
const TOO_LONG = "a".repeat(501);

let scene: Scene;

beforeEach(async () => {
	scene = await makeScene();
});

const latestAction = () => latestActionIn(scene);

describe("åtgärder", () => {
	const decision = (change: object = {}) => ({
		aktivitetId: scene.dokument.aktivitetIds.actions,
		title: "Röj sly vid gångvägen",
		owner: "kommun" as const,
		decidedOn: "2018-10-01",
		dueOn: "2018-12-01",
		...change,
	});
	const decide = () => decideAtgard(scene.db, scene.samordnare, decision());
	const done = (atgardId: number, change: object = {}) => ({
		atgardId,
		version: 1,
		doneOn: "2018-10-10",
		doneNote: "Klart",
		...change,
	});

	test("are decided, done, opened again and taken out, each with its audit", async () => {
		const { db, kommun, samordnare } = scene;
		const { id } = await decide();
		expect(await latestAction()).toBe("atgard.decided");
		await completeAtgard(db, samordnare, done(id));
		expect(await findAtgard(db, { kommunId: kommun.id, atgardId: id })).toMatchObject({
			title: "Röj sly vid gångvägen",
			doneOn: "2018-10-10",
			doneNote: "Klart",
			version: 2,
			isExample: false,
		});
		expect(await latestAction()).toBe("atgard.completed");
		await reopenAtgard(db, samordnare, { atgardId: id, version: 2 });
		expect(await findAtgard(db, { kommunId: kommun.id, atgardId: id })).toMatchObject({ doneOn: null, version: 3 });
		expect(await latestAction()).toBe("atgard.reopened");
		await makuleraAtgard(db, samordnare, { atgardId: id, version: 3, reason: "Dubbelt" });
		expect(await latestAction()).toBe("atgard.makulerad");
		expect(await findAllAtgarder(db, { kommunId: kommun.id })).toEqual([]);
		const again = makuleraAtgard(db, samordnare, { atgardId: id, version: 4, reason: "Dubbelt" });
		await expect(again).rejects.toMatchObject({ code: "conflict" });
	});

	test("are refused over somebody else's change, and done twice or opened twice", async () => {
		const { db, samordnare, polis } = scene;
		const { id } = await decide();
		await expect(reopenAtgard(db, polis, { atgardId: id, version: 1 })).rejects.toMatchObject({ code: "conflict" });
		await completeAtgard(db, samordnare, done(id));
		const stale = { code: "conflict", message: expect.stringContaining("Ladda om sidan") };
		await expect(completeAtgard(db, polis, done(id))).rejects.toMatchObject(stale);
		await expect(reopenAtgard(db, polis, { atgardId: id, version: 1 })).rejects.toMatchObject(stale);
		await expect(makuleraAtgard(db, polis, { atgardId: id, version: 1, reason: "Fel" })).rejects.toMatchObject(stale);
		await expect(completeAtgard(db, polis, done(id, { version: 2 }))).rejects.toMatchObject({
			code: "conflict",
			message: "Åtgärden är redan markerad som klar.",
		});
	});

	test.each([
		["title", ""],
		["title", PERSONNUMMER],
		["title", TOO_LONG],
		["decidedOn", "2018-10-16"],
		["dueOn", "2018-09-30"],
	])("are not decided with %s %j", async (field, value) => {
		const refused = decideAtgard(scene.db, scene.polis, decision({ [field]: value }));
		await expect(refused).rejects.toMatchObject({ code: "invalid", field });
	});

	test.each([
		["doneOn", "2018-10-16"],
		["doneOn", "2018-09-30"],
		["doneNote", PERSONNUMMER],
		["doneNote", TOO_LONG],
	])("are not done with %s %j", async (field, value) => {
		const { id } = await decide();
		const refused = completeAtgard(scene.db, scene.polis, done(id, { [field]: value }));
		await expect(refused).rejects.toMatchObject({ code: "invalid", field });
	});

	test("are not another kommun's", async () => {
		const { db, stranger } = scene;
		const { id } = await decide();
		const refused = { code: "not_found" };
		await expect(decideAtgard(db, stranger, decision())).rejects.toMatchObject(refused);
		await expect(completeAtgard(db, stranger, done(id))).rejects.toMatchObject(refused);
		await expect(reopenAtgard(db, stranger, { atgardId: id, version: 1 })).rejects.toMatchObject(refused);
		await expect(makuleraAtgard(db, stranger, { atgardId: id, version: 1, reason: "Fel" })).rejects.toMatchObject(
			refused,
		);
	});
});

describe("an open question", () => {
	test("is answered, answered otherwise and opened again", async () => {
		const { db, kommun, polis, dokument } = scene;
		const { fragaId } = dokument;
		const find = async () => (await findAllFragor(db, { kommunId: kommun.id, dokumentId: dokument.id }))[0];
		await answerFraga(db, polis, { fragaId, version: 1, answer: " Ja, alla månader. " });
		expect(await find()).toMatchObject({ answer: "Ja, alla månader.", answeredAt: polis.now });
		expect(await latestAction()).toBe("fraga.answered");
		await answerFraga(db, polis, { fragaId, version: 2, answer: null });
		expect(await find()).toMatchObject({ answer: null, answeredAt: null });
		expect(await latestAction()).toBe("fraga.reopened");
	});

	test("answered by two at once keeps the first answer and tells the second", async () => {
		const { db, kommun, polis, samordnare, dokument } = scene;
		const { fragaId } = dokument;
		const [first, second] = await Promise.allSettled([
			answerFraga(db, polis, { fragaId, version: 1, answer: "Ja" }),
			answerFraga(db, samordnare, { fragaId, version: 1, answer: "Nej" }),
		]);
		expect(first.status).toBe("fulfilled");
		expect(second).toMatchObject({ status: "rejected", reason: { code: "conflict" } });
		const [fraga] = await findAllFragor(db, { kommunId: kommun.id, dokumentId: dokument.id });
		expect(fraga).toMatchObject({ answer: "Ja", version: 2 });
	});

	test.each([[PERSONNUMMER], [TOO_LONG]])("does not take the answer %j", async (answer) => {
		const refused = answerFraga(scene.db, scene.polis, { fragaId: scene.dokument.fragaId, version: 1, answer });
		await expect(refused).rejects.toMatchObject({ code: "invalid", field: "answer" });
	});

	test("is not another kommun's", async () => {
		const refused = answerFraga(scene.db, scene.stranger, {
			fragaId: scene.dokument.fragaId,
			version: 1,
			answer: "Ja",
		});
		await expect(refused).rejects.toMatchObject({ code: "not_found" });
	});
});

describe("the calendar", () => {
	const tickedIn = async (year: number) => {
		const evenings = await findAllHelgkvallar(scene.db, { kommunId: scene.kommun.id, year });
		return evenings.filter(({ isTicked }) => isTicked).map(({ date }) => date);
	};

	test("of a year has exactly the evenings ticked, in one's own kommun", async () => {
		const { db, kommun, samordnare, stranger } = scene;
		const theirs = await findAllHelgkvallar(db, { kommunId: stranger.kommunId, year: 2018 });
		const [first, second] = (await findAllHelgkvallar(db, { kommunId: kommun.id, year: 2018 })).map(({ date }) => date);
		const seen = await tickedIn(2018);
		await tickHelgkvallar(db, samordnare, { year: 2018, ticked: [first ?? "", second ?? ""], seen });
		expect(await tickedIn(2018)).toEqual([first, second]);
		expect(await latestAction()).toBe("helgkvall.ticked");
		expect(await findAllHelgkvallar(db, { kommunId: stranger.kommunId, year: 2018 })).toEqual(theirs);
	});

	test("changed by two at once keeps the first change and tells the second", async () => {
		const { db, polis, samordnare } = scene;
		const seen = await tickedIn(2018);
		const [first, second] = await Promise.allSettled([
			tickHelgkvallar(db, polis, { year: 2018, ticked: seen.slice(1), seen }),
			tickHelgkvallar(db, samordnare, { year: 2018, ticked: seen.slice(0, -1), seen }),
		]);
		expect(first.status).toBe("fulfilled");
		expect(second).toMatchObject({ status: "rejected", reason: { code: "conflict" } });
		expect(await tickedIn(2018)).toEqual(seen.slice(1));
	});

	test("of a year it does not have yet is filled first", async () => {
		const { db, kommun, samordnare } = scene;
		const proposed = proposeHelgkvallar(2031).filter(({ isTicked }) => isTicked);
		await tickHelgkvallar(db, samordnare, { year: 2031, ticked: [], seen: proposed.map(({ date }) => date) });
		const evenings = await findAllHelgkvallar(db, { kommunId: kommun.id, year: 2031 });
		expect(evenings.length).toBeGreaterThan(5);
		expect(evenings.filter((evening) => evening.isTicked)).toEqual([]);
	});

	test("does not take a day that is not in it", async () => {
		const refused = tickHelgkvallar(scene.db, scene.samordnare, {
			year: 2018,
			ticked: ["2018-10-16"],
			seen: await tickedIn(2018),
		});
		await expect(refused).rejects.toMatchObject({ code: "invalid" });
	});
});

describe("places", () => {
	const plats = { platsId: null, version: null, name: "Stationen", kind: "plats" as const, isActive: true };

	test("are added, renamed and taken out of use", async () => {
		const { db, kommun, samordnare } = scene;
		const { id } = await savePlats(db, samordnare, plats);
		expect(await latestAction()).toBe("plats.added");
		await savePlats(db, samordnare, { platsId: id, version: 1, name: "Resecentrum", kind: "plats", isActive: false });
		expect(await latestAction()).toBe("plats.changed");
		const platser = await findAllPlatser(db, { kommunId: kommun.id });
		expect(platser.find((one) => one.id === id)).toEqual({
			id,
			name: "Resecentrum",
			kind: "plats",
			isActive: false,
			version: 2,
		});
		const late = savePlats(db, samordnare, { ...plats, platsId: id, version: 1, name: "Perrongen" });
		await expect(late).rejects.toMatchObject({
			code: "conflict",
			message: expect.stringContaining("Platsen har ändrats"),
		});
	});

	test("have names of their own, whatever the case", async () => {
		const { db, samordnare, kommun } = scene;
		await expect(savePlats(db, samordnare, { ...plats, name: "TORGET" })).rejects.toMatchObject({
			code: "conflict",
			field: "name",
		});
		const platsId = kommun.platsIds.Torget ?? null;
		expect(await savePlats(db, samordnare, { ...plats, platsId, version: 1, name: "TORGET" })).toEqual({ id: platsId });
	});

	test.each([[""], [PERSONNUMMER], ["a".repeat(81)]])("are not called %j", async (name) => {
		const refused = savePlats(scene.db, scene.samordnare, { ...plats, name });
		await expect(refused).rejects.toMatchObject({ code: "invalid", field: "name" });
	});

	test("are not another kommun's", async () => {
		const { db, samordnare, elsewhere } = scene;
		const refused = savePlats(db, samordnare, { ...plats, platsId: elsewhere.platsId, version: 1 });
		await expect(refused).rejects.toMatchObject({ code: "not_found" });
	});
});

describe("the kommun's settings", () => {
	const change = { version: 1, lokalpolisomrade: "Höglandet", undertecknareTitle: "KSO" };

	test("are changed in the actor's own kommun, over the version seen", async () => {
		const { db, kommun, samordnare, stranger } = scene;
		expect(await updateKommun(db, samordnare, change)).toEqual({ version: 2 });
		expect(await findKommun(db, kommun.id)).toMatchObject({ ...change, version: 2 });
		expect(await findKommun(db, stranger.kommunId)).toMatchObject({ version: 1, undertecknareTitle: "Kommunchef" });
		expect(await latestAction()).toBe("kommun.changed");
		await expect(updateKommun(db, samordnare, change)).rejects.toMatchObject({ code: "conflict" });
	});

	test.each([
		["lokalpolisomrade", PERSONNUMMER],
		["undertecknareTitle", ""],
		["undertecknareTitle", "a".repeat(81)],
	])("do not take %s %j", async (field, value) => {
		const refused = updateKommun(scene.db, scene.samordnare, { ...change, [field]: value });
		await expect(refused).rejects.toMatchObject({ code: "invalid", field });
	});
});
