import { beforeEach, describe, expect, test } from "vitest";
import { decideAtgard } from "#app/commands/decideAtgard.server.ts";
import { giveSynpunkt } from "#app/commands/giveSynpunkt.server.ts";
import { markKlar } from "#app/commands/markKlar.server.ts";
import { planMote } from "#app/commands/planMote.server.ts";
import { removeMember } from "#app/commands/removeMember.server.ts";
import { returnRapport } from "#app/commands/returnRapport.server.ts";
import { saveRapportText } from "#app/commands/saveRapportText.server.ts";
import { ROLES, type Role } from "#app/domain/permissions.ts";
import { findNotiser, findNotiserIn } from "#app/notiser/findNotiser.server.ts";
import { type KommunActor, makePerson } from "#tests/factories/kommun.ts";
import { latestEdition, makeRapport } from "#tests/factories/rapport.ts";
import { logOn, makeScene, makeSecondDokument, type Scene } from "#tests/factories/scene.ts";

const TODAY = "2018-10-15";

let scene: Scene;

beforeEach(async () => {
	scene = await makeScene();
});

/** What somebody with these roles in the scene's kommun has in their list on a day. */
async function notiserOf(roles: readonly Role[], { today = TODAY, personId = 0 } = {}) {
	const { db, kommun } = scene;
	const named = { ...kommun, name: "Provkommun" };
	return findNotiserIn(db, { kommun: named, roles, personId, today, now: `${today}T12:00:00.000Z` });
}

const keysOf = async (...asked: Parameters<typeof notiserOf>) => (await notiserOf(...asked)).map(({ key }) => key);

async function decide(
	title: string,
	{ owner, dueOn }: { owner: "polis" | "kommun" | "gemensamt" | "annan"; dueOn: string },
) {
	const { db, polis, dokument } = scene;
	const { id } = await decideAtgard(db, polis, {
		aktivitetId: dokument.aktivitetIds.actions,
		title,
		owner,
		decidedOn: "2018-09-01",
		dueOn,
	});
	return id;
}

async function plan(heldOn: string, actor: KommunActor = scene.polis) {
	const mote = { title: "BRÅ", heldOn, beginsAt: "15:00", endsAt: null, place: "Stadshuset", deltagare: [] };
	return (await planMote(scene.db, actor, { uuid: crypto.randomUUID(), ...mote })).id;
}

/**
 * One of everything: åtgärder of each party, a report of the first tertial that waits for its signature, one of the second
 * that nobody has begun, aktiviteter that are behind, a meeting on its way and one that nobody has ended.
 */
async function makeOneOfEverything() {
	const { id } = scene.dokument;
	const { count, recurring, actions } = scene.dokument.aktivitetIds;
	await makeRapport(scene, { state: "granskad", periodCode: "2018-T1" });
	const atgarder = {
		polis: await decide("Polisens", { owner: "polis", dueOn: "2018-10-01" }),
		kommun: await decide("Kommunens", { owner: "kommun", dueOn: "2018-10-22" }),
		gemensamt: await decide("Gemensam", { owner: "gemensamt", dueOn: "2018-10-15" }),
		annan: await decide("Någon annans", { owner: "annan", dueOn: "2018-10-01" }),
	};
	const ended = await plan("2018-10-12", { ...scene.polis, now: "2018-10-01T12:00:00.000Z" });
	const coming = `mote:${await plan("2018-10-20")}:2018-10-20`;
	const behind = [count, recurring, actions].map((aktivitetId) => `efter:${aktivitetId}:2018-T3:efter`);
	const unexplained = (part: string) => [count, recurring].map((one) => `efter:${one}:2018-T2:ej_natt:${part}`);
	const gemensam = `atgard:${atgarder.gemensamt}:due`;
	const kommunens = `atgard:${atgarder.kommun}:due`;
	return {
		kommunpolis: [
			`rapport:${id}:2018-T2:1:markPolisKlar`,
			`atgard:${atgarder.polis}:overdue`,
			`mote:${ended}:open`,
			...unexplained("polis"),
			...behind,
			gemensam,
			coming,
		],
		samordnare: [
			`rapport:${id}:2018-T2:1:markKommunKlar`,
			`mote:${ended}:open`,
			...unexplained("kommun"),
			...behind,
			gemensam,
			coming,
			kommunens,
		],
		ledamot: [coming],
		undertecknare: [`rapport:${id}:2018-T1:1:signRapport`, gemensam, coming, kommunens],
		admin: [],
	} satisfies Record<Role, string[]>;
}

describe("from one and the same kommun", () => {
	test("each role has in its list what it can do something about, the worst first", async () => {
		const expected = await makeOneOfEverything();
		for (const role of ROLES) expect(await keysOf([role]), role).toEqual(expected[role]);
	});

	test("who holds two roles has what either has, and nothing twice", async () => {
		const expected = await makeOneOfEverything();
		const keys = await keysOf(["kommunpolis", "samordnare"]);
		expect([...keys].sort()).toEqual([...new Set([...expected.kommunpolis, ...expected.samordnare])].sort());
		expect(await keysOf(["ledamot", "undertecknare"])).toEqual(expected.undertecknare);
	});

	test("says why, and where it is mended", async () => {
		await makeOneOfEverything();
		const { dokument, kommun } = scene;
		const path = `/intern/${kommun.slug}`;
		const lines = (await notiserOf(["kommunpolis"])).map(({ severity, title, why, to }) => [severity, title, why, to]);
		expect(lines).toEqual(
			expect.arrayContaining([
				[
					"forsenat",
					"Rapport tertial 2 2018",
					"Klarmarkera polisens del. Har väntat sedan 1 september, 44 dagar",
					`${path}/rapport/2018-T2#laget`,
				],
				[
					"ej_natt",
					"Minst 10 riktade insatser under 2018",
					"Tertial 2 2018: 0 av minst 10. Skriv orsak och ny plan i polisens del",
					`${path}/rapport/2018-T2?dokument=${dokument.id}#text-polis-${dokument.aktivitetIds.count}`,
				],
				[
					"efter",
					"Minst 10 riktade insatser under 2018",
					"0 av minst 10. Jämn takt vore 8,1 till i dag",
					`${path}/logga?matt=${dokument.measureIds.count}`,
				],
				[
					"efter",
					"Trygghetsvandringar vars beslut genomförs",
					"0 av 4 utförda. Försenat: Polisens, Någon annans",
					`${path}/aktivitet/${dokument.aktivitetIds.actions}`,
				],
			]),
		);
	});

	test("what is done leaves the list", async () => {
		const before = await keysOf(["kommunpolis"]);
		expect(before).toContain(`efter:${scene.dokument.aktivitetIds.count}:2018-T3:efter`);
		for (let count = 0; count < 10; count++) await logOn(scene, TODAY);
		expect(await keysOf(["kommunpolis"])).not.toContain(`efter:${scene.dokument.aktivitetIds.count}:2018-T3:efter`);
	});
});

describe("a report", () => {
	const wait = async (today: string, role: Role = "kommunpolis") =>
		(await notiserOf([role], { today })).filter(({ kind, title }) => kind === "rapport" && title.includes("tertial 2"));

	test.each([
		["2018-08-31", undefined, undefined],
		["2018-09-01", "vantar", "Klarmarkera polisens del"],
		["2018-09-02", "vantar", "Klarmarkera polisens del. Har väntat sedan 1 september, 1 dag"],
		["2018-09-29", "vantar", "Klarmarkera polisens del. Har väntat sedan 1 september, 28 dagar"],
		["2018-09-30", "forsenat", "Klarmarkera polisens del. Har väntat sedan 1 september, 29 dagar"],
	])("of a tertial that ended on 31 August is, on %s, %s", async (today, severity, why) => {
		const [notis] = await wait(today);
		expect([notis?.severity, notis?.why]).toEqual([severity, why]);
	});

	test("of a dokument that was entered after the period has waited since it was entered", async () => {
		await scene.db.updateTable("dokument").set({ created_at: "2018-10-10T09:00:00.000Z" }).execute();
		const [notis] = await wait("2018-10-15");
		expect(notis?.severity).toBe("vantar");
		expect(notis?.why).toBe("Klarmarkera polisens del. Har väntat sedan 10 oktober, 5 dagar");
	});

	test("that nobody began within a year is asked for no more; one that somebody began still is", async () => {
		expect(await wait("2019-08-31")).toHaveLength(1);
		expect(await wait("2019-09-01")).toHaveLength(0);
		await makeRapport(scene, { state: "utkast" });
		expect(await wait("2019-09-01")).toHaveLength(1);
	});

	test("waits at each step for those who take it, from the day of the step before", async () => {
		const waiting = async () => {
			const found: string[] = [];
			for (const role of ROLES)
				for (const { key, day, severity } of await wait("2018-10-20", role))
					found.push(`${role} ${key.split(":").at(-1)} ${day} ${severity}`);
			return found;
		};
		await makeRapport(scene, { state: "utkast" });
		expect(await waiting()).toEqual([
			"kommunpolis markPolisKlar 2018-09-01 forsenat",
			"samordnare markKommunKlar 2018-09-01 forsenat",
		]);
		const rapport = await makeRapport(scene, { state: "inlamnad" });
		expect(await waiting()).toEqual([
			"kommunpolis reviewRapport 2018-10-15 vantar",
			"samordnare reviewRapport 2018-10-15 vantar",
			"ledamot giveSynpunkt 2018-10-15 vantar",
			"undertecknare giveSynpunkt 2018-10-15 vantar",
		]);
		await makeRapport(scene, { ...rapport, state: "granskad" });
		expect(await waiting()).toEqual(["undertecknare signRapport 2018-10-15 vantar"]);
		await makeRapport(scene, { ...rapport, state: "signerad" });
		expect(await waiting()).toEqual(["samordnare publishRapport 2018-10-15 vantar"]);
		await makeRapport(scene, { ...rapport, state: "publicerad" });
		expect(await waiting()).toEqual([]);
	});

	test("does not ask for a signature of the one who has said klar", async () => {
		await makeRapport(scene, { state: "granskad" });
		const roles: Role[] = ["kommunpolis", "undertecknare"];
		const own = await notiserOf(roles, { personId: scene.polis.personId });
		expect(own.filter(({ key }) => key.endsWith("signRapport"))).toEqual([]);
		expect((await notiserOf(roles)).filter(({ key }) => key.endsWith("signRapport"))).toHaveLength(1);
	});

	test("asks each member of the council for a remark until they have given one", async () => {
		const { id: rapportId, ledamot } = await makeRapport(scene, { state: "inlamnad" });
		const asked = ({ personId }: KommunActor) =>
			keysOf(["ledamot"], { personId }).then((keys) => keys.filter((key) => key.endsWith("giveSynpunkt")).length);
		const another = await makePerson(scene.db, { kommunId: scene.kommun.id, role: "ledamot" });
		expect([await asked(ledamot), await asked(another)]).toEqual([1, 1]);
		const synpunkt = { uuid: crypto.randomUUID(), rapportId, aktivitetId: null, text: "Bra." };
		await giveSynpunkt(scene.db, { ...ledamot, now: "2018-10-15T13:00:00.000Z" }, { ...synpunkt, role: "ledamot" });
		expect([await asked(ledamot), await asked(another)]).toEqual([0, 1]);
	});

	test("that is returned waits anew, from that day", async () => {
		const { id: rapportId, undertecknare } = await makeRapport(scene, { state: "granskad" });
		const { version } = (await latestEdition(scene, { dokumentId: scene.dokument.id, periodCode: "2018-T2" })) ?? {
			version: 0,
		};
		await returnRapport(scene.db, undertecknare, { rapportId, version, reason: "Siffrorna stämmer inte." });
		expect(await wait("2018-10-20")).toMatchObject([{ severity: "vantar", day: "2018-10-15" }]);
	});

	test("is named by its dokument where a period has several, and leads to the right one", async () => {
		await makeRapport(scene, { state: "utkast" });
		const second = await makeSecondDokument(scene);
		const found = await wait(TODAY);
		expect(found.map(({ title }) => title)).toEqual([
			"Rapport tertial 2 2018, Medborgarlöfte 2018",
			"Rapport tertial 2 2018, Ett annat löfte",
		]);
		expect(found[1]?.to).toContain(`/rapport/2018-T2?dokument=${second.id}#laget`);
	});
});

describe("what was not reached in the tertial just over", () => {
	const unexplained = async (roles: Role[], today = TODAY) =>
		(await keysOf(roles, { today })).filter((key) => key.includes("ej_natt"));
	const write = (texts: { orsak?: string; nyPlan?: string }, actor = scene.polis) =>
		saveRapportText(scene.db, actor, {
			dokumentId: scene.dokument.id,
			periodCode: "2018-T2",
			part: "polis",
			aktivitetId: scene.dokument.aktivitetIds.count,
			version: 0,
			...texts,
		});

	test("is to be explained by each responsible part, until it has written both why and what then", async () => {
		const { count, recurring } = scene.dokument.aktivitetIds;
		const both = [`efter:${count}:2018-T2:ej_natt:polis`, `efter:${recurring}:2018-T2:ej_natt:polis`];
		expect(await unexplained(["kommunpolis"])).toEqual(both);
		await write({ orsak: "Få resurser.", nyPlan: "Två insatser till." });
		expect(await unexplained(["kommunpolis"])).toEqual(both.slice(1));
		expect(await unexplained(["samordnare"])).toHaveLength(2);
	});

	test("is asked about no more once the part has said klar, or the tertial after is over too", async () => {
		await markKlar(scene.db, scene.polis, {
			dokumentId: scene.dokument.id,
			periodCode: "2018-T2",
			version: 0,
			part: "polis",
		});
		expect(await unexplained(["kommunpolis"])).toEqual([]);
		expect(await unexplained(["samordnare"])).toHaveLength(2);
		const later = await unexplained(["samordnare"], "2019-04-30");
		expect(later.length).toBeGreaterThan(0);
		expect(later.every((key) => key.includes("2018-T3"))).toBe(true);
		expect(await unexplained(["samordnare"], "2019-05-01")).toEqual([]);
	});
});

describe("several kommuner", () => {
	const moment = { today: TODAY, now: `${TODAY}T12:00:00.000Z` };
	const of = ({ personId }: KommunActor) => findNotiser(scene.db, { personId, ...moment });

	test("never leak into one another's lists", async () => {
		await makeOneOfEverything();
		for (const actor of [scene.polis, scene.stranger]) {
			const notiser = await of(actor);
			expect(notiser.length).toBeGreaterThan(0);
			expect(new Set(notiser.map(({ kommun }) => kommun.id))).toEqual(new Set([actor.kommunId]));
			const slug = actor === scene.polis ? scene.kommun.slug : "grannkommun";
			expect(notiser.filter(({ to }) => !to.startsWith(`/intern/${slug}/`))).toEqual([]);
		}
	});

	test("come as one list, the worst of them all first, with each kommun's own role", async () => {
		const { db, polis, stranger } = scene;
		await makeOneOfEverything();
		const membership = { person_id: polis.personId, kommun_id: stranger.kommunId, created_at: moment.now };
		await db
			.insertInto("membership")
			.values({ ...membership, role: "samordnare" })
			.execute();
		const notiser = await of(polis);
		const severities = ["forsenat", "ej_natt", "efter", "vantar", "snart"];
		const ranks = notiser.map(({ severity }) => severities.indexOf(severity));
		expect(ranks).toEqual([...ranks].sort((a, b) => a - b));
		const elsewhere = notiser
			.filter(({ kommun }) => kommun.id === stranger.kommunId)
			.map(({ key }) => key.split(":").at(-1));
		expect(elsewhere).toContain("markKommunKlar");
		expect(elsewhere).not.toContain("markPolisKlar");
		expect(new Set(notiser.map(({ kommun, key }) => `${kommun.id} ${key}`)).size).toBe(notiser.length);
	});

	test("that somebody no longer belongs to are gone from their list at once", async () => {
		const admin = await makePerson(scene.db, { kommunId: scene.kommun.id, role: "admin" });
		expect((await of(scene.polis)).length).toBeGreaterThan(0);
		await removeMember(scene.db, admin, { personId: scene.polis.personId });
		expect(await of(scene.polis)).toEqual([]);
	});
});
