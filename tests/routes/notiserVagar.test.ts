import { expect, test } from "vitest";
import { planMote } from "#app/commands/planMote.server.ts";
import { findNotiser } from "#app/notiser/findNotiser.server.ts";
import type { Db } from "#db/connection.server.ts";
import { demoDatabase } from "#tests/factories/demo.ts";
import { cookieOf, startTestRuntime } from "./context.ts";
import { expectMendedThere } from "./mendedThere.ts";

test.each([
	["2018-10-15", []],
	["2019-01-15", ["efter ej_natt"]],
])(
	"on %s every line of every account of the demo leads that very person to what it is about",
	async (today, others) => {
		const db = await demoDatabase();
		const now = `${today}T12:00:00.000Z`;
		startTestRuntime({ db, now });
		await db.updateTable("person").set({ is_demo: 0 }).execute();
		await planMoten(db, { today, now });
		const kinds = new Set<string>();
		for (const { id: personId } of await db.selectFrom("person").select("id").execute()) {
			const cookie = await cookieOf(personId);
			for (const notis of await findNotiser(db, { personId, today, now })) {
				kinds.add(`${notis.kind} ${notis.severity}`);
				await expectMendedThere(notis, cookie);
			}
		}
		const always = [
			"atgard forsenat",
			"efter efter",
			"mote forsenat",
			"mote snart",
			"rapport forsenat",
			"rapport vantar",
		];
		expect([...kinds].sort()).toEqual([...always, ...others].sort());
	},
	60_000,
);

/** One meeting that is to come, and one that nobody has ended. */
async function planMoten(db: Db, { today, now }: { today: string; now: string }) {
	const savsjo = await db
		.selectFrom("membership")
		.innerJoin("kommun", "kommun.id", "membership.kommun_id")
		.select(["membership.person_id as personId", "kommun.id as kommunId"])
		.where("kommun.slug", "=", "savsjo")
		.where("membership.role", "=", "samordnare")
		.executeTakeFirstOrThrow();
	const earlier = `${today.slice(0, 8)}01`;
	for (const [heldOn, title] of [
		[today, "Möte i dag"],
		[earlier, "Möte förut"],
	] as const) {
		const mote = { title, heldOn, beginsAt: "15:00", endsAt: null, place: "Stadshuset", deltagare: [] };
		await planMote(db, { ...savsjo, now }, { uuid: crypto.randomUUID(), ...mote });
	}
}
