import type { ComponentType } from "react";
import { expect, test } from "vitest";
import { planMote } from "#app/commands/planMote.server.ts";
import { findNotiser } from "#app/notiser/findNotiser.server.ts";
import type { Notis } from "#app/notiser/notis.ts";
import type { Db } from "#db/connection.server.ts";
import { demoDatabase } from "#tests/factories/demo.ts";
import { type callLoader, cookieOf, startTestRuntime } from "./context.ts";
import { openPage } from "./page.tsx";

interface Route {
	default: ComponentType;
	loader: Parameters<typeof callLoader>[0];
}

const modules = import.meta.glob<Route>("/app/routes/intern.$kommun*/route.tsx", { eager: true });

/** The form that each step is taken with on the report's page. */
const FORM_OF_STEP: Record<string, Record<string, string>> = {
	markPolisKlar: { intent: "markKlar", part: "polis" },
	markKommunKlar: { intent: "markKlar", part: "kommun" },
	reviewRapport: { intent: "reviewRapport" },
	giveSynpunkt: { intent: "giveSynpunkt" },
	signRapport: { intent: "signRapport" },
	publishRapport: { intent: "publishRapport" },
};

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

async function expectMendedThere(notis: Notis, cookie: string) {
	const { pathname, search, hash } = new URL(notis.to, "http://localhost");
	const { route, params } = routeOf(pathname);
	const page = await openPage(route, { path: pathname + search, params, cookie });
	const about = `${notis.key}: ${notis.to}`;
	if (hash) expect(page.html, about).toContain(`id="${hash.slice(1)}"`);
	switch (notis.kind) {
		case "rapport": {
			const wanted = FORM_OF_STEP[notis.key.split(":").at(-1) ?? ""] ?? {};
			const isThere = page.forms.some((form) =>
				Object.entries(wanted).every(([name, value]) => form[name]?.includes(value)),
			);
			return expect(isThere, about).toBe(true);
		}
		case "atgard":
		case "mote":
			return expect(page.text, about).toContain(notis.title);
		case "efter": {
			const words = notis.title.replace(/ …$/, "");
			const matt = new URLSearchParams(search).get("matt");
			if (matt === null) return expect(page.text, about).toContain(words);
			return expect(page.html, about).toMatch(
				new RegExp(`<input[^>]*value="${matt}"[^>]*checked|checked[^>]*value="${matt}"`),
			);
		}
	}
}

/** The route module of an address below /intern/{kommun}, the most literal one first. */
function routeOf(pathname: string): { route: Route; params: Record<string, string> } {
	const found = Object.entries(modules).flatMap(([file, route]) => {
		const name = file
			.replace("/app/routes/", "")
			.replace("/route.tsx", "")
			.replace(/\._index$/, "");
		const names = name.split(".").map((part) => part.replace(/_$/, ""));
		const parts = pathname.slice(1).split("/");
		const fits = names.length === parts.length && names.every((one, at) => one.startsWith("$") || one === parts[at]);
		if (!fits || name === "intern.$kommun") return [];
		const params = Object.fromEntries(
			names.flatMap((one, at) => (one.startsWith("$") ? [[one.slice(1), parts[at] ?? ""]] : [])),
		);
		return [{ route, params }];
	});
	const [first] = found;
	if (!first) throw new Error(`no page answers ${pathname}`);
	return first;
}
