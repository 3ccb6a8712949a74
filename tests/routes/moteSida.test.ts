import { beforeEach, describe, expect, test } from "vitest";
import { changeBeslut } from "#app/commands/changeBeslut.server.ts";
import { changeMote } from "#app/commands/changeMote.server.ts";
import { closeMote } from "#app/commands/closeMote.server.ts";
import { completeAtgard } from "#app/commands/completeAtgard.server.ts";
import { notePunkt } from "#app/commands/notePunkt.server.ts";
import { recordBeslut } from "#app/commands/recordBeslut.server.ts";
import { MOTE_STATES, type MoteState } from "#app/domain/mote.ts";
import { ROLES, type Role } from "#app/domain/permissions.ts";
import { findAllAtgarder } from "#db/atgard.server.ts";
import { findAllBeslut } from "#db/moteBeslut.server.ts";
import { decideMoteAtgard, makeMote, moteRow, newMote, storedMoteRows, viewMote } from "#tests/factories/mote.ts";
import { formWith } from "./html.ts";
import { intentsOf, type MoteScene, makeMoteScene } from "./moteScene.ts";
import type { Fields } from "./rapportScene.ts";

let at: MoteScene;

beforeEach(async () => {
	at = await makeMoteScene();
});

const RUNNERS: readonly Role[] = ["kommunpolis", "samordnare"];
const AGENDA = ["addPunkt", "editPunkt", "movePunkt", "removePunkt"];

/** The forms that those who run a meeting are offered on its day, written down by hand. */
const OFFERED: Record<MoteState, string[]> = {
	planerat: [...AGENDA, "cancelMote", "changeMote", "openMote"],
	oppet: [
		...AGENDA,
		"changeMote",
		"closeMote",
		"completeAtgard",
		"decideAtgard",
		"notePunkt",
		"recordBeslut",
		"refreshAgenda",
		"unopenMote",
	],
	avslutat: [],
	installt: [],
};

describe.each(MOTE_STATES)("a meeting that is %s", (state) => {
	test.each(ROLES)("offers %s what the role and the state permit", async (role) => {
		await decideMoteAtgard(at, { title: "Röj sly" });
		const { id } = await at.makeIn(state);
		const page = await at.page.open(await at.as(role), id);
		expect(intentsOf(page)).toEqual(RUNNERS.includes(role) ? [...OFFERED[state]].sort() : []);
	});
});

test("what is posted by somebody who only reads is refused, and changes nothing", async () => {
	const { id } = await at.makeIn("oppet");
	const ledamot = await at.as("ledamot");
	const before = await storedMoteRows(at.db);
	const fields = { intent: "recordBeslut", key: at.rapportKey, text: "Ja", uuid: crypto.randomUUID() };
	expect((await at.page.post(ledamot, id, fields)).status).toBe(403);
	expect((await at.visa.post(ledamot, id, fields)).status).toBe(403);
	expect(await storedMoteRows(at.db)).toEqual(before);
});

test("another kommun's meeting is not there, to be read or written", async () => {
	const elsewhere = await makeMote({ db: at.db, samordnare: at.stranger }, { state: "oppet" });
	expect((await at.page.answer(at.visitor, elsewhere.id)).status).toBe(404);
	expect((await at.visa.answer(at.visitor, elsewhere.id)).status).toBe(404);
	const before = await storedMoteRows(at.db);
	const posts: Fields[] = [
		{ intent: "closeMote", version: "2" },
		{ intent: "decideAtgard", key: "atgarder" },
		{ intent: "refreshAgenda" },
	];
	for (const fields of posts)
		expect((await at.page.post(at.visitor, elsewhere.id, fields)).status, fields.intent).toBe(404);
	expect(await storedMoteRows(at.db)).toEqual(before);
	expect((await at.page.answer(at.visitor, 4711)).body).toMatchObject({
		message: "Mötet finns inte i den här kommunen.",
	});
});

describe("a planned meeting", () => {
	test("says on which day it can be opened when that has not come", async () => {
		const { id } = await makeMote(at, { heldOn: "2018-11-14" });
		const page = await at.page.open(at.visitor, id);
		expect(page.text).toContain("Mötet kan öppnas den dag det hålls.");
		expect(intentsOf(page)).not.toContain("openMote");
		expect(page.text).toContain("Onsdag 14 november 2018 kl. 13.00–15.00, Kommunhuset");
	});

	test("its agenda is edited, moved, taken from and added to, and each is said", async () => {
		const { id } = await at.makeIn("planerat");
		const added = await at.page.fillIn(
			at.visitor,
			id,
			{ intent: "addPunkt" },
			{ title: "Belysning", lines: "I parken" },
		);
		expect(added.location).toContain("sparat=addPunkt");
		const key = (await viewMote(at, id)).agenda.find(({ kind }) => kind === "egen")?.key ?? "";
		await at.page.fillIn(at.visitor, id, { intent: "editPunkt", key }, { title: "Belysning i parken" });
		const moved = await at.page.fillIn(at.visitor, id, { intent: "movePunkt", key, direction: "up" });
		expect(moved.location).toContain(`#punkt-${key}`);
		await at.page.fillIn(at.visitor, id, { intent: "removePunkt", key: at.rapportKey });
		const page = await at.page.open(at.visitor, id, "?sparat=removePunkt");
		expect(page.data.punkter.map((punkt) => punkt.key)).not.toContain(at.rapportKey);
		expect(page.data.punkter.findIndex((punkt) => punkt.key === key)).toBe(page.data.punkter.length - 2);
		expect(page.text).toContain("Punkten är borttagen.");
		expect(page.text).toContain("Borttaget från dagordningen");
		await at.page.fillIn(at.visitor, id, { intent: "restorePunkt", key: at.rapportKey });
		expect((await at.page.open(at.visitor, id)).data.removed).toEqual([]);
	});

	test("somebody else's words in between are shown beside one's own, which stay", async () => {
		const { id } = await at.makeIn("planerat");
		const { forms } = await at.page.open(at.visitor, id);
		const form = formWith(forms, { intent: "editPunkt", key: at.rapportKey });
		const fields = Object.fromEntries(Object.entries(form).map(([name, [value = ""]]) => [name, value]));
		await at.page.fillIn(at.visitor, id, { intent: "editPunkt", key: at.rapportKey }, { lines: "Deras ord" });
		const { status, page } = await at.page.redraw(at.visitor, id, { ...fields, lines: "Mina ord" });
		expect(status).toBe(409);
		expect(page?.text).toContain("Sparat nu: Deras ord");
		const again = formWith(page?.forms ?? [], { intent: "editPunkt", key: at.rapportKey });
		expect(again.lines).toEqual(["Mina ord"]);
		expect(again.version).not.toEqual(form.version);
	});

	test("it is called off for a reason, which everybody reads", async () => {
		const { id } = await at.makeIn("planerat");
		const refused = await at.page.fillIn(at.visitor, id, { intent: "cancelMote" }, { reason: " " });
		expect(refused.page?.text).toContain("Orsak: skriv varför, med minst 3 tecken.");
		await at.page.fillIn(at.visitor, id, { intent: "cancelMote" }, { reason: "För få kan komma." });
		const { text } = await at.page.open(await at.as("ledamot"), id);
		expect(text).toContain("Mötet är inställt För få kan komma.");
	});
});

describe("a meeting that is held", () => {
	test("opening, noting, deciding and closing by the page's own forms ends in minutes that mark the report", async () => {
		const { id } = await at.makeIn("planerat");
		await at.page.fillIn(at.visitor, id, { intent: "openMote" });
		const key = at.rapportKey;
		await at.page.fillIn(
			at.visitor,
			id,
			{ intent: "notePunkt", key },
			{ outcome: "granskad", anteckning: "Genomgången." },
		);
		const decided = await at.page.fillIn(at.visitor, id, { intent: "recordBeslut", key }, { text: "Rådet beslutar." });
		expect(decided.location).toMatch(/sparat=recordBeslut&kvitto=beslut-.*#punkt-rapport:\d+$/);
		await at.page.fillIn(
			at.visitor,
			id,
			{ intent: "decideAtgard", key },
			{ title: "Röj sly", dueOn: "1 december", aktivitetId: String(at.dokument.aktivitetIds.actions) },
		);
		const open = await at.page.open(at.visitor, id);
		expect(open.text).toContain("1 beslut och 1 åtgärd skrivs in i protokollet.");
		expect(open.text).toContain("Rapporten för tertial 2 2018 (Medborgarlöfte 2018) markeras som granskad.");
		expect(intentsOf(open)).not.toContain("unopenMote");
		expect(() => formWith(open.forms, { intent: "removePunkt", key })).toThrow();
		const closed = await at.page.fillIn(at.visitor, id, { intent: "closeMote" });
		expect(closed.location).toBe(`/intern/provkommun/mote/${id}?sparat=closeMote`);
		const minutes = await at.page.open(await at.as("ledamot"), id);
		for (const words of [
			"Protokoll",
			"Rådet har granskat rapporten.",
			"Genomgången.",
			"§ 1.1 Rådet beslutar.",
			"Röj sly",
		])
			expect(minutes.text).toContain(words);
		expect(minutes.html).toContain('href="/intern/provkommun/atgarder?visa=alla"');
		expect(minutes.html).toContain(`href="/intern/provkommun/mote/${id}.pdf"`);
		expect(minutes.forms).toEqual([]);
	});

	test("an åtgärd is decided on the day of the meeting, also when it is written down later", async () => {
		const { id } = await makeMote(at, { heldOn: "2018-10-01", state: "oppet" });
		const typed = { title: "Röj sly", aktivitetId: String(at.dokument.aktivitetIds.actions) };
		await at.page.fillIn(at.visitor, id, { intent: "decideAtgard", key: at.rapportKey }, typed);
		const [atgard] = await findAllAtgarder(at.db, { kommunId: at.kommun.id });
		expect(atgard).toMatchObject({ title: "Röj sly", decidedOn: "2018-10-01" });
	});

	test("a beslut is changed and taken back while the meeting is open", async () => {
		const { id } = await at.makeIn("oppet");
		const uuid = crypto.randomUUID();
		const { id: beslutId } = await recordBeslut(at.db, at.samordnare, {
			uuid,
			moteId: id,
			key: at.rapportKey,
			text: "Först",
		});
		await at.page.fillIn(at.visitor, id, { intent: "changeBeslut", beslutId }, { text: "Sedan" });
		expect((await at.page.open(at.visitor, id)).text).toContain("§ 1.1 Sedan");
		await at.page.fillIn(at.visitor, id, { intent: "withdrawBeslut", beslutId });
		expect((await at.page.open(at.visitor, id)).text).not.toContain("Sedan");
	});

	test("words with a personal number are refused, and the field is left empty", async () => {
		const { id } = await at.makeIn("oppet");
		const refused = await at.page.fillIn(
			at.visitor,
			id,
			{ intent: "recordBeslut", key: at.rapportKey },
			{ text: "Tala med 19640823-3234" },
		);
		expect(refused.status).toBe(400);
		expect(refused.raw).not.toContain("19640823");
		expect(refused.page?.text).toContain("Beslut: ta bort personnumret.");
		expect(await findAllBeslut(at.db, { moteId: id })).toEqual([]);
	});

	test("what was written when somebody else had closed it is given back in words", async () => {
		const { id, version } = await at.makeIn("oppet");
		const { forms } = await at.page.open(at.visitor, id);
		const form = formWith(forms, { intent: "recordBeslut", key: at.rapportKey });
		await closeMote(at.db, at.samordnare, { moteId: id, version });
		const fields = Object.fromEntries(Object.entries(form).map(([name, [value = ""]]) => [name, value]));
		const { page, status } = await at.page.redraw(at.visitor, id, { ...fields, text: "För sent" });
		expect(status).toBe(409);
		expect(page?.text).toContain("Mötet är avslutat och protokollet ändras inte mer.");
		expect(page?.text).toContain("Beslut: ”För sent”.");
	});

	test("whoever reads along sees what is recorded, and is told that it comes as it is recorded", async () => {
		const { id } = await at.makeIn("oppet");
		await recordBeslut(at.db, at.samordnare, {
			uuid: crypto.randomUUID(),
			moteId: id,
			key: at.rapportKey,
			text: "Rådet beslutar.",
		});
		const { text, forms } = await at.page.open(await at.as("ledamot"), id);
		expect(text).toContain("Rådet beslutar.");
		expect(text).toContain("Det som antecknas visas här efter hand.");
		expect(forms).toEqual([]);
	});
});

test("the minutes say the same whatever happens to what they tell of", async () => {
	const atgardId = await decideMoteAtgard(at, { title: "Röj sly", dueOn: "2018-10-10" });
	const { id } = await at.makeIn("oppet");
	const before = await viewMote(at, id);
	const version = before.agenda.find(({ key }) => key === at.rapportKey)?.version ?? 0;
	const noted = { moteId: id, key: at.rapportKey, version, anteckning: "Rådet läste.", outcome: "granskad" } as const;
	await notePunkt(at.db, at.samordnare, noted);
	await closeMote(at.db, at.samordnare, {
		moteId: id,
		version: (await moteRow({ db: at.db, actor: at.samordnare }, id)).version,
	});
	const readsIt = async () => (await at.page.open(at.visitor, id)).text;
	const minutes = await readsIt();
	await completeAtgard(at.db, at.samordnare, { atgardId, version: 1, doneOn: "2018-10-15", doneNote: "Klart" });
	await decideMoteAtgard(at, { title: "Något nytt" });
	expect(await readsIt()).toBe(minutes);
	const attempts = [
		changeMote(at.db, at.samordnare, { ...newMote(), moteId: id, version: 3, title: "Ett annat" }),
		changeBeslut(at.db, at.samordnare, { beslutId: 1, version: 1, text: "Något annat" }),
	];
	for (const attempt of attempts) await expect(attempt).rejects.toThrow();
	expect(await readsIt()).toBe(minutes);
});
