import { beforeEach, describe, expect, test, vi } from "vitest";
import { cancelMote } from "#app/commands/cancelMote.server.ts";
import { changeMote } from "#app/commands/changeMote.server.ts";
import { changeRoles } from "#app/commands/changeRoles.server.ts";
import { completeAtgard } from "#app/commands/completeAtgard.server.ts";
import { decideAtgard } from "#app/commands/decideAtgard.server.ts";
import { excuseSlot } from "#app/commands/excuseSlot.server.ts";
import { makeKalenderlank } from "#app/commands/makeKalenderlank.server.ts";
import { planMote } from "#app/commands/planMote.server.ts";
import { removeMember } from "#app/commands/removeMember.server.ts";
import { revokeKalenderlank } from "#app/commands/revokeKalenderlank.server.ts";
import { ROLES, type Role } from "#app/domain/permissions.ts";
import { handleError } from "#app/entry.server.tsx";
import { hashToken, newToken } from "#app/http/token.server.ts";
import { loader } from "#app/routes/kalender.$token[.ics]/route.ts";
import type { Db } from "#db/connection.server.ts";
import { findAllKommunerOfPerson } from "#db/kommun.server.ts";
import { freshDatabase } from "#tests/factories/database.ts";
import { demoDatabase, kommunOf } from "#tests/factories/demo.ts";
import { type KommunActor, makePerson } from "#tests/factories/kommun.ts";
import { logOn, makeScene, type Scene } from "#tests/factories/scene.ts";
import { inSweden, type ReadEvent, readFeed } from "#tests/unit/kalender/reading.ts";
import { callLoader, NOW, ORIGIN, startTestRuntime } from "./context.ts";

const MOTE = { title: "Möte i BRÅ", beginsAt: "15:00", endsAt: "16:30", place: "Kommunhuset", deltagare: [] };

const statements: string[] = [];
let scene: Scene;

beforeEach(async () => {
	scene = await makeScene(freshDatabase({ onStatement: (statement) => statements.push(statement) }));
	startTestRuntime({ db: scene.db });
});

async function addressOf(person: { personId: number }, db: Db = scene.db): Promise<string> {
	const token = newToken();
	await makeKalenderlank(db, { personId: person.personId, kommunId: null, now: NOW }, { tokenHash: hashToken(token) });
	return token;
}

const get = (token: string, headers: Record<string, string> = {}) =>
	callLoader(loader, { path: `/kalender/${token}.ics`, params: { token }, headers });

async function eventsOf(token: string): Promise<ReadEvent[]> {
	const { status, body } = await get(token);
	expect(status).toBe(200);
	return readFeed(String(body)).events;
}

const named = (events: readonly ReadEvent[], start: string) => events.filter(({ uid }) => uid.startsWith(start));
const plan = (heldOn: string, actor: KommunActor = scene.samordnare) =>
	planMote(scene.db, actor, { ...MOTE, uuid: crypto.randomUUID(), heldOn });
const decide = (owner: "polis" | "kommun" | "annan", actor: KommunActor = scene.samordnare, where = scene.dokument) =>
	decideAtgard(scene.db, actor, {
		aktivitetId: where.aktivitetIds.actions,
		title: `Röj sly, ${owner}`,
		owner,
		decidedOn: "2018-10-01",
		dueOn: "2018-11-01",
	});

test("a week that a tertial ends in keeps its tillfälle until the week is over, and the tertial's end stands a month", async () => {
	const token = await addressOf(scene.polis);
	const readOn = async (day: string) => {
		startTestRuntime({ db: scene.db, now: `${day}T12:00:00.000Z` });
		return (await eventsOf(token)).map(({ uid }) => uid);
	};
	const week = expect.stringMatching(/^tillfalle-\d+-2018-W35@/);
	const end = expect.stringMatching(/^period-\d+-2018-T2@/);
	expect(await readOn("2018-08-31")).toEqual(expect.arrayContaining([week, end]));
	expect(await readOn("2018-09-02")).toEqual(expect.arrayContaining([week, end]));
	const after = await readOn("2018-09-03");
	expect(after).not.toContainEqual(week);
	expect(after).toContainEqual(end);
	expect(await readOn("2018-10-01")).not.toContainEqual(end);
});

describe("the answer", () => {
	test("is a calendar, for the one who has the address, that the reader keeps to itself", async () => {
		const { status, headers, body } = await get(await addressOf(scene.polis));
		expect(status).toBe(200);
		expect(headers.get("Content-Type")).toBe("text/calendar; charset=utf-8");
		expect(headers.get("Cache-Control")).toBe("private, no-cache");
		expect(headers.get("X-Robots-Tag")).toBe("noindex");
		expect(headers.get("Set-Cookie")).toBeNull();
		expect(String(body)).toMatch(/^BEGIN:VCALENDAR\r\n.*\r\nEND:VCALENDAR\r\n$/s);
	});

	test("to HEAD has the same headers", async () => {
		const token = await addressOf(scene.polis);
		const request = new Request(`${ORIGIN}/kalender/${token}.ics`, { method: "HEAD" });
		const answer = await loader({ request, params: { token }, context: { cspNonce: "", clientIp: "192.0.2.1" } });
		expect(answer.status).toBe(200);
		expect(answer.headers.get("ETag")).toBe((await get(token)).headers.get("ETag"));
	});

	test.each([
		["one that was never made", async () => newToken()],
		["none", async () => ""],
		["one that no token looks like", async () => "' OR 1=1 --"],
		["the hash itself", async () => hashToken(await addressOf(scene.polis))],
		[
			"one that is revoked",
			async () => {
				const token = await addressOf(scene.polis);
				await revokeKalenderlank(scene.db, scene.polis);
				return token;
			},
		],
		[
			"one that was exchanged",
			async () => {
				const token = await addressOf(scene.polis);
				await addressOf(scene.polis);
				return token;
			},
		],
	])("to an unknown address (%s) is 404 in words", async (_what, tokenOf) => {
		const { status, headers, body } = await get(await tokenOf());
		expect(status).toBe(404);
		expect(headers.get("Content-Type")).toBe("text/plain; charset=utf-8");
		expect(headers.get("Cache-Control")).toBe("no-store");
		expect(body).toContain("Kalendern finns inte.");
	});
});

describe("read again", () => {
	test("it says that nothing is new, a minute later too, until something is", async () => {
		const token = await addressOf(scene.polis);
		const etag = (await get(token)).headers.get("ETag") ?? "";
		startTestRuntime({ db: scene.db, now: "2018-10-15T12:01:00.000Z" });
		const again = await get(token, { "If-None-Match": etag });
		expect(again).toMatchObject({ status: 304, body: "" });
		expect(again.headers.get("ETag")).toBe(etag);
		expect(again.headers.get("Content-Type")).toBeNull();
		await plan("2018-11-08");
		expect((await get(token, { "If-None-Match": etag })).status).toBe(200);
	});

	test("every event keeps its UID, and none has that of another", async () => {
		await plan("2018-11-08");
		await decide("polis");
		const token = await addressOf(scene.polis);
		const uids = (await eventsOf(token)).map(({ uid }) => uid);
		expect(uids.length).toBeGreaterThan(10);
		expect(new Set(uids).size).toBe(uids.length);
		expect(uids.every((uid) => uid.endsWith("@lofteskoll.example"))).toBe(true);
		startTestRuntime({ db: scene.db, now: "2018-10-15T18:00:00.000Z" });
		expect((await eventsOf(token)).map(({ uid }) => uid)).toEqual(uids);
	});

	test("a meeting that was changed or is inställt has a higher number", async () => {
		const { id: moteId } = await plan("2018-11-08");
		const token = await addressOf(scene.polis);
		const read = async () => named(await eventsOf(token), "mote-")[0];
		const first = await read();
		expect(first).toMatchObject({
			uid: `mote-${moteId}@lofteskoll.example`,
			location: "Kommunhuset",
			transp: "OPAQUE",
		});
		await changeMote(scene.db, scene.samordnare, {
			...MOTE,
			place: "Biblioteket, sal B; ingång från torget",
			heldOn: "2018-11-09",
			moteId,
			version: first?.sequence ?? 0,
		});
		const second = await read();
		expect(second).toMatchObject({ uid: first?.uid, location: "Biblioteket, sal B; ingång från torget" });
		expect(inSweden(second?.from ?? "")).toBe("2018-11-09 15:00");
		expect(second?.sequence).toBeGreaterThan(first?.sequence ?? 0);
		await cancelMote(scene.db, scene.samordnare, {
			moteId,
			version: second?.sequence ?? 0,
			reason: "Ordföranden är sjuk",
		});
		const third = await read();
		expect(third).toMatchObject({ uid: first?.uid, summary: "Inställt: Möte i BRÅ", status: "CANCELLED" });
		expect(third?.sequence).toBeGreaterThan(second?.sequence ?? 0);
		expect((await get(token)).body).not.toContain("sjuk");
	});
});

describe("the events", () => {
	test.each(["2018-03-23", "2018-03-26", "2018-10-26", "2018-10-29"])(
		"a meeting at 15:00 on %s is at 15:00 in Sweden",
		async (heldOn) => {
			const now = "2018-03-20T08:00:00.000Z";
			startTestRuntime({ db: scene.db, now });
			await planMote(scene.db, { ...scene.samordnare, now }, { ...MOTE, uuid: crypto.randomUUID(), heldOn });
			const [mote] = named(await eventsOf(await addressOf(scene.polis)), "mote-");
			expect([inSweden(mote?.from ?? ""), inSweden(mote?.to ?? "")]).toEqual([`${heldOn} 15:00`, `${heldOn} 16:30`]);
		},
	);

	test("are the expected tillfällen that are still to be done", async () => {
		const { db, polis, dokument } = scene;
		const token = await addressOf(polis);
		const weeks = async () =>
			named(await eventsOf(token), "tillfalle-").map(({ uid, from }) => [/W\d\d/.exec(uid)?.[0], from]);
		const before = await weeks();
		expect(before[0]).toEqual(["W42", "2018-10-21"]);
		expect(before.at(-1)).toEqual(["W52", "2018-12-30"]);
		await logOn(scene, "2018-10-15", dokument.measureIds.recurring);
		await excuseSlot(db, polis, {
			measureId: dokument.measureIds.recurring,
			slotKey: "2018-W44",
			reason: "Lokalen är stängd",
		});
		expect(await weeks()).toEqual(before.filter(([week]) => week !== "W42" && week !== "W44"));
	});

	test("are the ends of the period and of the dokument", async () => {
		const events = await eventsOf(await addressOf(scene.polis));
		expect(events.filter(({ from }) => from === "2018-12-31")).toMatchObject([
			{ uid: expect.stringMatching(/^dokument-/), isAllDay: true, to: "2019-01-01", transp: "TRANSPARENT" },
			{ uid: expect.stringMatching(/^period-/), summary: expect.stringContaining("klarmarkeras från 1 januari") },
		]);
	});

	test("are the open åtgärder of the person's own parter, until they are done", async () => {
		for (const owner of ["polis", "kommun", "annan"] as const) await decide(owner);
		const titles = async (person: { personId: number }) =>
			named(await eventsOf(await addressOf(person)), "atgard-").map(({ summary }) => summary);
		expect(await titles(scene.polis)).toEqual(["Åtgärd: Röj sly, polis", "Åtgärd: Röj sly, annan"]);
		expect(await titles(scene.samordnare)).toEqual(["Åtgärd: Röj sly, kommun", "Åtgärd: Röj sly, annan"]);
		const ledamot = await makePerson(scene.db, { kommunId: scene.kommun.id, role: "ledamot" });
		expect(await titles(ledamot)).toHaveLength(3);
		const first = await scene.db.selectFrom("atgard").select(["id", "version"]).executeTakeFirstOrThrow();
		await completeAtgard(scene.db, scene.polis, {
			atgardId: first.id,
			version: first.version,
			doneOn: "2018-10-15",
			doneNote: "Klart",
		});
		expect(await titles(scene.polis)).toEqual(["Åtgärd: Röj sly, annan"]);
	});
});

describe("whose kommun", () => {
	test("another one's is never there", async () => {
		await plan("2018-11-08", scene.stranger);
		await decide("polis", scene.stranger, scene.elsewhere);
		const { body } = await get(await addressOf(scene.polis));
		expect(body).not.toContain("grannkommun");
		expect(named(readFeed(String(body)).events, "mote-")).toEqual([]);
		const theirs = await eventsOf(await addressOf(scene.stranger));
		expect(theirs.every(({ url }) => url.startsWith(`${ORIGIN}/intern/grannkommun/`))).toBe(true);
		expect(named(theirs, "mote-")).toHaveLength(1);
	});

	test("is named in each line only in a calendar of several", async () => {
		const { db, polis, elsewhere } = scene;
		const token = await addressOf(polis);
		expect((await eventsOf(token)).some(({ summary }) => summary.includes("provkommun"))).toBe(false);
		const kommunId = scene.stranger.kommunId;
		await db
			.insertInto("membership")
			.values({ person_id: polis.personId, kommun_id: kommunId, role: "ledamot", created_at: NOW })
			.execute();
		const events = await eventsOf(token);
		expect(events.every(({ summary }) => / \((provkommun|grannkommun)\)$/.test(summary))).toBe(true);
		const links = named(events, `tillfalle-${elsewhere.measureIds.recurring}-`).map(({ url }) => url);
		expect(new Set(links), "who does not register reads").toEqual(
			new Set([`${ORIGIN}/intern/grannkommun/aktivitet/${elsewhere.aktivitetIds.recurring}`]),
		);
	});

	test("a person who was taken out of it sees it no more, with the same address", async () => {
		const { db, kommun, polis } = scene;
		const admin = await makePerson(db, { kommunId: kommun.id, role: "admin" });
		const token = await addressOf(polis);
		expect((await eventsOf(token)).length).toBeGreaterThan(0);
		await removeMember(db, admin, { personId: polis.personId });
		expect(await eventsOf(token)).toEqual([]);
	});

	test("another role reads by that role at once", async () => {
		const { db, kommun, polis } = scene;
		const admin = await makePerson(db, { kommunId: kommun.id, role: "admin" });
		for (const owner of ["polis", "kommun"] as const) await decide(owner);
		const token = await addressOf(polis);
		expect(named(await eventsOf(token), "atgard-")).toHaveLength(1);
		await changeRoles(db, admin, { personId: polis.personId, roles: ["ledamot"], seen: ["kommunpolis"] });
		expect(named(await eventsOf(token), "atgard-")).toHaveLength(2);
	});
});

test("a reading asks the database as often for much as for little", async () => {
	const token = await addressOf(scene.polis);
	const count = async () => {
		statements.length = 0;
		await get(token);
		return statements.length;
	};
	const before = await count();
	expect(before).toBeLessThan(20);
	for (let day = 10; day < 30; day++) {
		await plan(`2018-11-${day}`);
		await logOn(scene, `2018-09-${day}`, scene.dokument.measureIds.recurring);
	}
	expect(await count()).toBe(before);
	expect(statements.filter((statement) => /^\s*(insert|update|delete|begin)/i.test(statement))).toEqual([]);
});

test("what goes wrong is logged without the address", async () => {
	const log = vi.mocked(console.error).mockImplementation(() => undefined);
	const token = await addressOf(scene.polis);
	await scene.db.destroy();
	expect((await get(token)).status).toBe(500);
	const request = new Request(`${ORIGIN}/kalender/${token}.ics`);
	handleError(new Error("out of luck"), { request, params: {}, context: { cspNonce: "", clientIp: "" } });
	const said = log.mock.calls.map((call) => call.map(String).join(" "));
	log.mockClear();
	expect(said).toHaveLength(2);
	for (const line of said) {
		expect(line).toContain("GET /kalender/…");
		expect(line).not.toContain(token);
	}
});

describe("the demo", () => {
	let db: Db;
	/** What must not be in anybody's calendar. */
	let secrets: string[];

	beforeEach(async () => {
		db = await demoDatabase();
		startTestRuntime({ db });
		const persons = await db.selectFrom("person").select(["name", "email"]).execute();
		const notes = await db.selectFrom("genomforande").select("note as text").where("note", "is not", null).execute();
		const done = await db.selectFrom("atgard").select("done_note as text").where("done_note", "is not", null).execute();
		const reasons = await db.selectFrom("excused_slot").select("reason as text").execute();
		const texts = [...notes, ...done, ...reasons].flatMap(({ text }) => text ?? []);
		secrets = [...persons.flatMap(({ name, email }) => [name, email]), ...texts].filter((text) => text.length > 8);
	});

	async function read(personId: number) {
		const kommuner = await findAllKommunerOfPerson(db, { personId });
		const { body } = await get(await addressOf({ personId }, db));
		return { kommuner, text: String(body), ...readFeed(String(body)) };
	}

	const accounts: [string, Role | null][] = [...ROLES.map((role): [string, Role] => [role, role]), ["flera", null]];

	test.each(accounts)("gives %s a calendar of their own kommuner, without names and notes", async (_who, role) => {
		const slugs = role ? ["savsjo", "sunne", "alvesta", "jonkoping"] : [""];
		for (const slug of slugs) {
			const email = role ? `${role}.${slug}@exempel.se` : "kommunpolis-flera@exempel.se";
			const { id } = await db.selectFrom("person").select("id").where("email", "=", email).executeTakeFirstOrThrow();
			const { kommuner, text, events } = await read(id);
			const unfolded = text.replaceAll("\r\n ", "");
			const links = new RegExp(`^${ORIGIN}/intern/(${kommuner.map((kommun) => kommun.slug).join("|")})/`);
			expect(events.filter(({ url }) => !links.test(url))).toEqual([]);
			expect(new Set(events.map(({ uid }) => uid)).size).toBe(events.length);
			expect(events.filter(({ from, to }) => from >= to)).toEqual([]);
			expect(secrets.filter((secret) => unfolded.includes(secret))).toEqual([]);
			expect(text.split("\r\n").filter((line) => Buffer.byteLength(line) > 75)).toEqual([]);
		}
	});

	test("keeps the opening hours in Sävsjö across both changes of the clocks", async () => {
		const { id } = await kommunOf(db, "savsjo");
		const polis = await makePerson(db, { kommunId: id });
		const { events } = await read(polis.personId);
		const open = named(events, "tillfalle-").filter(({ isAllDay }) => !isAllDay);
		const hours = open.map(({ from, to }) => [inSweden(from), inSweden(to)]);
		const expected = (day: string) => [`${day} 13:00`, `${day} 16:00`];
		for (const day of ["2018-10-25", "2018-10-30", "2019-03-28", "2019-04-02"])
			expect(hours).toContainEqual(expected(day));
		expect(new Set(hours.map(([from = ""]) => from.slice(11)))).toEqual(new Set(["13:00"]));
		expect(new Set(open.map(({ from }) => from.slice(11, 16)))).toEqual(new Set(["11:00", "12:00"]));
	});
});
