import { beforeEach, describe, expect, test } from "vitest";
import type { MoteState } from "#app/domain/mote.ts";
import * as rapportVisa from "#app/routes/intern.$kommun.rapport.$period.visa/route.tsx";
import { findAllAtgarder } from "#db/atgard.server.ts";
import { findRapport } from "#db/rapport.server.ts";
import { decideMoteAtgard, makeMote } from "#tests/factories/mote.ts";
import { formWith } from "./html.ts";
import { intentsOf, type MoteScene, makeMoteScene } from "./moteScene.ts";
import { openPage } from "./page.tsx";

let at: MoteScene;

beforeEach(async () => {
	at = await makeMoteScene();
	await decideMoteAtgard(at, { title: "Röj sly", dueOn: "2018-10-01" });
});

test("the screens are the meeting with its agenda, each item, and what was decided", async () => {
	const { id } = await at.makeIn("oppet");
	const first = await at.visa.open(at.visitor, id);
	expect(first.text).toContain("Måndag 15 oktober 2018 kl. 13.00–15.00. Kommunhuset.");
	expect(first.data.links.previous).toBeNull();
	const keys = first.data.screen.kind === "start" ? first.data.screen.agenda.map(({ key }) => key) : [];
	expect(keys.length).toBeGreaterThan(1);
	expect(first.data.position).toBe(`1 av ${keys.length + 2}`);
	const seen: string[] = [];
	let { next } = first.data.links;
	while (next !== null) {
		const punkt = new URL(next, "http://localhost").searchParams.get("punkt") ?? "";
		const screen = await at.visa.open(at.visitor, id, { punkt });
		seen.push(punkt);
		expect(screen.data.position).toBe(`${seen.length + 1} av ${keys.length + 2}`);
		expect(screen.data.links.first).toBe(`/intern/provkommun/mote/${id}/visa`);
		next = screen.data.links.next;
	}
	expect(seen).toEqual([...keys, "slut"]);
});

test.each<[Exclude<MoteState, "installt">, boolean]>([
	["planerat", true],
	["oppet", true],
	["avslutat", false],
])("what deviates is drawn below its finding while the meeting is %s: %s", async (state, isDrawn) => {
	const { id } = await at.makeIn(state);
	const start = await at.visa.open(at.visitor, id);
	const agenda = start.data.screen.kind === "start" ? start.data.screen.agenda : [];
	const punkt = agenda.find(({ key }) => key.startsWith("avvikelse:"))?.key ?? "";
	const { data } = await at.visa.open(at.visitor, id, { punkt });
	expect(data.screen.kind === "punkt" && data.screen.chart !== undefined).toBe(isDrawn);
	const { data: rapport } = await at.visa.open(at.visitor, id, { punkt: agenda[0]?.key ?? "" });
	expect(rapport.screen).toMatchObject({ kind: "punkt", punkt: { kind: "rapport" }, chart: undefined });
});

test("an item that is not there shows the first screen", async () => {
	const { id } = await at.makeIn("oppet");
	expect((await at.visa.open(at.visitor, id, { punkt: "rapport:4711" })).data.screen.kind).toBe("start");
});

const ITEM_FORMS = ["decideAtgard", "notePunkt", "recordBeslut"];
/** What is said instead of the forms, while there are none. */
const WHY_NOT: Record<Exclude<MoteState, "oppet">, string> = {
	planerat: "Beslut och åtgärder antecknas när mötet är öppnat.",
	avslutat: "Mötet är avslutat och protokollet ändras inte mer.",
	installt: "Mötet är inställt.",
};

describe("the forms", () => {
	test.each(Object.entries(WHY_NOT))(
		"are absent in a meeting that is %s, and the screen says why",
		async (state, why) => {
			const { id } = await at.makeIn(state as MoteState);
			const screen = await at.visa.open(at.visitor, id, { punkt: at.rapportKey });
			expect(intentsOf(screen)).toEqual([]);
			expect(screen.text).toContain(why);
		},
	);

	test("stand beside each item of one that is open, for whoever runs it", async () => {
		const { id } = await at.makeIn("oppet");
		expect(intentsOf(await at.visa.open(at.visitor, id, { punkt: at.rapportKey }))).toEqual(ITEM_FORMS);
		expect(intentsOf(await at.visa.open(at.visitor, id, { punkt: "atgarder" }))).toEqual(
			["completeAtgard", ...ITEM_FORMS].sort(),
		);
		expect(intentsOf(await at.visa.open(at.visitor, id, { punkt: "slut" }))).toEqual(["closeMote"]);
	});

	test("are not there for a reader, who has the same screens and no reasons", async () => {
		const { id } = await at.makeIn("oppet");
		const punkt = at.rapportKey;
		await at.visa.fillIn(at.visitor, id, { punkt, intent: "recordBeslut" }, { text: "Rådet beslutar." });
		const screen = await at.visa.open(await at.as("ledamot"), id, { punkt });
		expect(screen.text).toContain("§ 1.1 Rådet beslutar.");
		expect(screen.forms).toEqual([]);
		expect(screen.data.whyNot).toBeNull();
		expect(screen.text).toContain("Granska rapporten");
	});

	test("the first screen opens the meeting on its day", async () => {
		const { id } = await at.makeIn("planerat");
		const opened = await at.visa.fillIn(at.visitor, id, { intent: "openMote" });
		expect(opened.location).toBe(`/intern/provkommun/mote/${id}/visa?sparat=openMote`);
		const later = await makeMote(at, { heldOn: "2018-11-14" });
		expect(intentsOf(await at.visa.open(at.visitor, later.id))).toEqual([]);
	});
});

describe("writing beside an item", () => {
	test("one stays on the screen, and the form is new", async () => {
		const { id } = await at.makeIn("oppet");
		const punkt = at.rapportKey;
		const posted = await at.visa.fillIn(at.visitor, id, { punkt, intent: "recordBeslut" }, { text: "Rådet beslutar." });
		const { searchParams, pathname, hash } = new URL(posted.location ?? "", "http://localhost");
		expect([pathname, searchParams.get("punkt"), searchParams.get("sparat"), hash]).toEqual([
			`/intern/provkommun/mote/${id}/visa`,
			punkt,
			"recordBeslut",
			"",
		]);
		const screen = await at.visa.open(at.visitor, id, { punkt });
		expect(screen.text).toContain("§ 1.1 Rådet beslutar.");
		expect(formWith(screen.forms, { intent: "recordBeslut" }).text).toEqual([""]);
	});

	test("a form that is sent twice notes one beslut", async () => {
		const { id } = await at.makeIn("oppet");
		const punkt = at.rapportKey;
		const uuid = crypto.randomUUID();
		for (let time = 0; time < 2; time++)
			await at.visa.fillIn(at.visitor, id, { punkt, intent: "recordBeslut" }, { text: "Ja", uuid });
		expect((await at.visa.open(at.visitor, id, { punkt })).text).not.toContain("§ 1.2");
	});

	test("an åtgärd under what deviates belongs to that aktivitet unless another is chosen", async () => {
		const { id } = await at.makeIn("oppet");
		const { data } = await at.visa.open(at.visitor, id);
		const agenda = data.screen.kind === "start" ? data.screen.agenda : [];
		const punkt = agenda.find(({ key }) => key.startsWith("avvikelse:"))?.key ?? "";
		await at.visa.fillIn(at.visitor, id, { punkt, intent: "decideAtgard" }, { title: "Ny plan" });
		const atgard = (await findAllAtgarder(at.db, { kommunId: at.kommun.id })).find(({ title }) => title === "Ny plan");
		expect(`avvikelse:${atgard?.aktivitetId}`).toBe(punkt);
		const under = await at.visa.open(at.visitor, id, { punkt: at.rapportKey });
		expect(formWith(under.forms, { intent: "decideAtgard" }).aktivitetId).toEqual([""]);
	});

	test("an open åtgärd is closed where it is gone through, and stays in sight as done", async () => {
		const { id } = await at.makeIn("oppet");
		const done = await at.visa.fillIn(at.visitor, id, { punkt: "atgarder", intent: "completeAtgard" });
		expect(done.location).toContain("sparat=completeAtgard");
		const screen = await at.visa.open(at.visitor, id, { punkt: "atgarder" });
		expect(screen.text).toContain("Röj sly Utförd");
		expect(intentsOf(screen)).toEqual(ITEM_FORMS);
	});

	test("what is refused is said on the same screen, with what was typed", async () => {
		const { id } = await at.makeIn("oppet");
		const refused = await at.visa.fillIn(
			at.visitor,
			id,
			{ punkt: at.rapportKey, intent: "decideAtgard" },
			{ title: "Röj mer sly", dueOn: "2018-10-01", aktivitetId: String(at.dokument.aktivitetIds.actions) },
		);
		expect(refused.status).toBe(400);
		expect(refused.page?.data.screenKey).toBe(at.rapportKey);
		expect(refused.page?.text).toContain("Klar senast: välj en dag som inte ligger före beslutet.");
		expect(formWith(refused.page?.forms ?? [], { intent: "decideAtgard" }).title).toEqual(["Röj mer sly"]);
	});
});

test("closing on the last screen leads to the minutes, and marks the report that was reviewed", async () => {
	const { id } = await at.makeIn("oppet");
	await at.visa.fillIn(at.visitor, id, { punkt: at.rapportKey, intent: "notePunkt" }, { outcome: "granskad" });
	const last = await at.visa.open(at.visitor, id, { punkt: "slut" });
	expect(last.text).toContain("markeras som granskad.");
	const closed = await at.visa.fillIn(at.visitor, id, { punkt: "slut", intent: "closeMote" });
	expect(closed.location).toBe(`/intern/provkommun/mote/${id}?sparat=closeMote`);
	const rapport = await findRapport(at.db, { kommunId: at.kommun.id, rapportId: at.rapport.id });
	expect(rapport?.state).toBe("granskad");
});

describe("the report's own projector", () => {
	const openFrom = (query: string) => {
		const { slug } = at.kommun;
		const path = `/intern/${slug}/rapport/2018-T2/visa${query}`;
		return openPage(rapportVisa, { path, params: { kommun: slug, period: "2018-T2" }, cookie: at.visitor.cookie });
	};

	test("leads back to the item that it was opened from, also after turning screens", async () => {
		const { id } = await at.makeIn("oppet");
		const { data, html } = await at.visa.open(at.visitor, id, { punkt: at.rapportKey });
		const links = data.screen.kind === "punkt" ? data.screen.punkt.links : [];
		const to = links.find(({ label }) => label.includes("projektor"))?.to ?? "";
		expect(html).toContain(to.replaceAll("&", "&amp;"));
		const screen = await openFrom(new URL(to, "http://localhost").search);
		expect(screen.data.closeTo).toBe(`/intern/provkommun/mote/${id}/visa?punkt=${at.rapportKey}`);
		expect(screen.data.links.next).toContain(`mote=${id}`);
	});

	test.each(["?mote=evil", "?mote=1/../..", "?mote=-1", "?mote="])("takes no other way back: %s", async (query) => {
		const { data } = await openFrom(query);
		expect(data.closeTo).toBe("/intern/provkommun/rapport/2018-T2");
		expect(data.links.last).not.toContain("mote");
	});
});
