import { beforeEach, describe, expect, test } from "vitest";
import { addPunkt } from "#app/commands/addPunkt.server.ts";
import { decideAtgard } from "#app/commands/decideAtgard.server.ts";
import { editPunkt } from "#app/commands/editPunkt.server.ts";
import { markKlar } from "#app/commands/markKlar.server.ts";
import { movePunkt } from "#app/commands/movePunkt.server.ts";
import { notePunkt } from "#app/commands/notePunkt.server.ts";
import { openMote } from "#app/commands/openMote.server.ts";
import { recordBeslut } from "#app/commands/recordBeslut.server.ts";
import { refreshAgenda } from "#app/commands/refreshAgenda.server.ts";
import { removePunkt } from "#app/commands/removePunkt.server.ts";
import { restorePunkt } from "#app/commands/restorePunkt.server.ts";
import { returnRapport } from "#app/commands/returnRapport.server.ts";
import { reviewRapport } from "#app/commands/reviewRapport.server.ts";
import { saveRapportText } from "#app/commands/saveRapportText.server.ts";
import type { AgendaRow } from "#app/mote/agenda.ts";
import type { MoteRow } from "#db/mote.server.ts";
import { findRapport } from "#db/rapport.server.ts";
import { makeGenomforande } from "#tests/factories/genomforande.ts";
import { makeMote, viewMote } from "#tests/factories/mote.ts";
import { makeRapport } from "#tests/factories/rapport.ts";
import { makeScene, makeSecondDokument, type Scene } from "#tests/factories/scene.ts";

let scene: Scene;
let mote: MoteRow;
let moteId: number;

beforeEach(async () => {
	scene = await makeScene();
	mote = await makeMote(scene);
	moteId = mote.id;
});

async function agenda(id = moteId, now?: string): Promise<AgendaRow[]> {
	return (await viewMote(scene, id, now)).agenda;
}

async function keys(): Promise<string[]> {
	return (await agenda()).map(({ key }) => key);
}

async function rowOf(key: string): Promise<AgendaRow> {
	const row = (await agenda()).find((one) => one.key === key);
	if (!row) throw new Error(`there is no ${key}`);
	return row;
}

function decide(title: string, dueOn: string | null = null): Promise<{ id: number }> {
	const { db, samordnare, dokument } = scene;
	const aktivitetId = dokument.aktivitetIds.actions;
	return decideAtgard(db, samordnare, { aktivitetId, title, owner: "kommun", decidedOn: "2018-09-01", dueOn });
}

/** The meeting's running deviation: nothing has been done of the count. */
const deviating = () => `avvikelse:${scene.dokument.aktivitetIds.count}`;

describe("the agenda that the app writes", () => {
	test("takes up reports, deviations, åtgärder and what is coming, in that order, with nothing stored", async () => {
		const { db, polis, samordnare, dokument } = scene;
		const aktivitetId = dokument.aktivitetIds.count;
		const place = { dokumentId: dokument.id, periodCode: "2018-T2", version: 0 };
		const whole = { ...place, part: "kommun", aktivitetId: null, begardaBeslut: "Mer belysning\npå Torget." } as const;
		await saveRapportText(db, samordnare, whole);
		const cause = { orsak: "Sjukdom i sommar.", nyPlan: "Två i månaden." };
		await saveRapportText(db, polis, { ...place, part: "polis", aktivitetId, ...cause });
		const rapport = await makeRapport(scene, { state: "inlamnad" });
		await decide("Röj sly", "2018-10-01");
		const rows = await agenda();
		expect([...new Set(rows.map(({ kind }) => kind))]).toEqual(["rapport", "avvikelse", "atgarder", "kommande"]);
		expect(rows[0]).toEqual({
			key: `rapport:${rapport.id}`,
			kind: "rapport",
			title: "Granska rapporten för tertial 2 2018",
			lines: ["0 av 4 nådda.", "Kommunen begär beslut: Mer belysning på Torget."],
			isEdited: false,
			isRemoved: false,
			version: 0,
			anteckning: "",
			outcome: null,
			rapportId: rapport.id,
			aktivitetId: null,
		});
		const count = await rowOf(deviating());
		expect(count.title).toBe("Minst 10 riktade insatser under 2018");
		expect(count.lines).toEqual([
			"Tertial 2 2018: Ej nått. 0 av minst 10 insatser.",
			"Orsak enligt polisen: Sjukdom i sommar.",
			"Polisens nya plan: Två i månaden.",
			expect.stringMatching(/^Tertial 3 2018 fram till 15 oktober 2018: Efter\. 0 av minst 10 insatser\. /),
		]);
		expect(await rowOf("atgarder")).toMatchObject({
			title: "Beslutade åtgärder: 1 öppen, varav 1 försenad",
			lines: ["Försenad sedan 1 oktober, 14 dagar: Röj sly (kommunen)"],
		});
		expect((await rowOf("kommande")).lines).toEqual([
			"31 december 2018: Medborgarlöfte 2018 slutar gälla.",
			"31 december 2018: Tertial 3 2018 slutar, och dess rapport kan klarmarkeras från och med 1 januari 2019.",
		]);
		expect(await db.selectFrom("mote_punkt").selectAll().execute()).toEqual([]);
	});

	test("is of what stands today, also for a meeting far ahead, and looks ahead from its day", async () => {
		const ahead = await makeMote(scene, { heldOn: "2019-09-15" });
		const rows = await agenda(ahead.id);
		expect(rows.find(({ key }) => key === deviating())?.lines.at(-1)).toContain("fram till 15 oktober 2018");
		expect(rows.map(({ key }) => key)).not.toContain("kommande");
	});

	test("takes up a report that should have come, whom it waits for, and what deviates in it", async () => {
		const { db, samordnare, dokument } = scene;
		const aktivitetId = dokument.aktivitetIds.count;
		const place = { dokumentId: dokument.id, periodCode: "2018-T2", version: 0 };
		await saveRapportText(db, samordnare, { ...place, part: "kommun", aktivitetId, orsak: "Två blev inställda." });
		await markKlar(db, samordnare, { ...place, part: "kommun", version: 1 });
		const key = `inlamning:${dokument.id}:2018-T2`;
		expect(await rowOf(key)).toMatchObject({
			title: "Rapporten för tertial 2 2018 är inte inlämnad",
			lines: ["Väntar på polisens klarmarkering. Perioden slutade 31 augusti 2018."],
		});
		expect((await rowOf(deviating())).lines).toContain("Orsak enligt kommunen: Två blev inställda.");
		await makeRapport(scene, { state: "inlamnad" });
		expect(await keys()).not.toContain(key);
	});

	test.each([
		["2018-08-31T12:00:00.000Z", false],
		["2018-08-31T22:30:00.000Z", true],
		["2018-12-31T12:00:00.000Z", true],
	])("asks for the report of tertial 2 at %s: %s", async (now, isAsked) => {
		const isThere = (await agenda(moteId, now)).some(({ key }) => key.endsWith(":2018-T2"));
		expect(isThere).toBe(isAsked);
	});

	test("names the dokument where two reports are of the same period, and the version of a rättelse", async () => {
		const other = await makeSecondDokument(scene);
		await makeRapport(scene, { state: "inlamnad" });
		await makeRapport(scene, { state: "inlamnad", dokumentId: other.id });
		const titles = (await agenda()).filter(({ kind }) => kind === "rapport").map(({ title }) => title);
		expect(titles.sort()).toEqual([
			"Granska rapporten för tertial 2 2018: Ett annat löfte",
			"Granska rapporten för tertial 2 2018: Medborgarlöfte 2018",
		]);
	});

	test("says nothing of another kommun", async () => {
		const theirs = await makeMote({ db: scene.db, samordnare: scene.stranger });
		expect(theirs.kommunId).not.toBe(mote.kommunId);
		await decide("Röj sly");
		const { elsewhere } = scene;
		expect(await keys()).not.toContain(`avvikelse:${elsewhere.aktivitetIds.count}`);
	});
});

describe("while the meeting is planned", () => {
	test("it follows what happens: new matters come, what is mended leaves, words are fresh", async () => {
		const { db, polis, dokument } = scene;
		// Of the tertial before there is nothing more to say.
		await makeRapport(scene, { state: "granskad" });
		await movePunkt(db, polis, { moteId, key: "kommande", direction: "up" });
		const before = await keys();
		await decide("Röj sly");
		for (let day = 1; day <= 10; day++)
			await makeGenomforande(db, polis, {
				measureId: dokument.measureIds.count,
				date: `2018-10-${String(day).padStart(2, "0")}`,
			});
		const after = await keys();
		expect(before).toContain(deviating());
		expect(after).not.toContain(deviating());
		expect(after).toContain("atgarder");
		await decide("Sätt upp en bänk");
		expect((await rowOf("atgarder")).title).toBe("Beslutade åtgärder: 2 öppna");
	});

	test("one's own words stand, and a report that has been reviewed stays where it was edited", async () => {
		const { db, samordnare, polis } = scene;
		const rapport = await makeRapport(scene, { state: "inlamnad" });
		const key = `rapport:${rapport.id}`;
		await editPunkt(db, samordnare, { moteId, key, version: 0, title: "Rapporten", lines: "Läs den\n\n  före mötet" });
		expect(await rowOf(key)).toMatchObject({
			title: "Rapporten",
			lines: ["Läs den", "före mötet"],
			isEdited: true,
			version: 2,
		});
		const version = (await findRapport(db, { kommunId: scene.kommun.id, rapportId: rapport.id }))?.version ?? 0;
		await reviewRapport(db, polis, { rapportId: rapport.id, version });
		expect((await rowOf(key)).title).toBe("Rapporten");
		expect((await viewMote(scene, moteId)).content.punkter[0]?.rapport).toMatchObject({ id: rapport.id });
	});

	test("two edit the same item: the second is told by name, also when both saw it unstored", async () => {
		const { db, samordnare, polis } = scene;
		const edit = { moteId, key: "kommande", version: 0, lines: "" };
		await editPunkt(db, samordnare, { ...edit, title: "Det som kommer" });
		await expect(editPunkt(db, polis, { ...edit, title: "Kommande" })).rejects.toMatchObject({
			code: "conflict",
			message: "Punkten ”Det som kommer” har ändrats av någon annan. Ladda om sidan och gör ändringen igen.",
		});
		expect((await rowOf("kommande")).title).toBe("Det som kommer");
	});

	test("two edit different items: both stand, though storing the first stored them all", async () => {
		const { db, samordnare, polis } = scene;
		await editPunkt(db, samordnare, { moteId, key: "kommande", version: 0, title: "Det som kommer", lines: "" });
		await editPunkt(db, polis, { moteId, key: deviating(), version: 0, title: "Insatserna", lines: "" });
		expect((await rowOf("kommande")).title).toBe("Det som kommer");
		expect((await rowOf(deviating())).title).toBe("Insatserna");
	});

	test("sending the words that stand is no edit: the app goes on writing them", async () => {
		const { db, samordnare } = scene;
		await decide("Röj sly");
		const { title, lines } = await rowOf("atgarder");
		await editPunkt(db, samordnare, { moteId, key: "atgarder", version: 0, title, lines: lines.join("\r\n") });
		await decide("Sätt upp en bänk");
		expect(await rowOf("atgarder")).toMatchObject({ isEdited: false, title: "Beslutade åtgärder: 2 öppna" });
	});

	test("an edit of what has left in between is refused in words, so that nothing typed is lost", async () => {
		const edit = { moteId, key: "atgarder", version: 0, title: "Om åtgärderna", lines: "" };
		await expect(editPunkt(scene.db, scene.samordnare, edit)).rejects.toMatchObject({
			code: "conflict",
			message: expect.stringContaining("Punkten ”Om åtgärderna” står inte längre på dagordningen."),
		});
	});

	test("what is taken off is not proposed again, and comes back where it stood", async () => {
		const { db, samordnare } = scene;
		const before = await keys();
		await removePunkt(db, samordnare, { moteId, key: deviating() });
		await removePunkt(db, samordnare, { moteId, key: deviating() });
		expect(await rowOf(deviating())).toMatchObject({ isRemoved: true });
		expect((await viewMote(scene, moteId)).content.punkter.map(({ key }) => key)).not.toContain(deviating());
		const edit = { moteId, key: deviating(), version: 2, title: "Insatserna", lines: "" };
		await expect(editPunkt(db, samordnare, edit)).rejects.toMatchObject({ code: "conflict" });
		await restorePunkt(db, samordnare, { moteId, key: deviating() });
		expect(await keys()).toEqual(before);
	});

	test("what is put back when its matter is gone stays, with the words it had", async () => {
		const { db, samordnare } = scene;
		const { id: atgardId } = await decide("Röj sly");
		await removePunkt(db, samordnare, { moteId, key: "atgarder" });
		await db.updateTable("atgard").set({ done_on: "2018-10-14" }).where("id", "=", atgardId).execute();
		await restorePunkt(db, samordnare, { moteId, key: "atgarder" });
		expect(await rowOf("atgarder")).toMatchObject({
			isRemoved: false,
			isEdited: true,
			title: "Beslutade åtgärder: 1 öppen",
		});
	});

	test("an item of one's own comes last, once however often it is sent, and can be moved", async () => {
		const { db, samordnare, polis } = scene;
		const own = { moteId, uuid: crypto.randomUUID(), title: "Övrigt", lines: "Nästa möte" };
		const { key } = await addPunkt(db, samordnare, own);
		expect(await addPunkt(db, polis, own)).toEqual({ key });
		await expect(addPunkt(db, polis, { ...own, title: "Annat" })).rejects.toMatchObject({ code: "conflict" });
		const before = await keys();
		expect(before.at(-1)).toBe(key);
		await movePunkt(db, samordnare, { moteId, key, direction: "down" });
		expect(await keys()).toEqual(before);
		await movePunkt(db, samordnare, { moteId, key, direction: "up" });
		expect((await keys()).at(-2)).toBe(key);
	});
});

describe("while the meeting is open", () => {
	beforeEach(async () => {
		await openMote(scene.db, scene.samordnare, { moteId, version: 1 });
	});

	test("nothing comes, leaves or changes by itself; what has come is taken up when somebody asks", async () => {
		const { db, polis, samordnare } = scene;
		const before = await agenda();
		expect(before.every(({ version }) => version === 1)).toBe(true);
		const rapport = await makeRapport(scene, { state: "inlamnad" });
		expect(await agenda()).toEqual(before);
		expect(await refreshAgenda(db, polis, { moteId })).toEqual({ added: 1 });
		expect(await refreshAgenda(db, polis, { moteId })).toEqual({ added: 0 });
		const after = await agenda();
		expect(after[0]?.key).toBe(`rapport:${rapport.id}`);
		expect(after.slice(1)).toEqual(before);
		const version = (await findRapport(db, { kommunId: scene.kommun.id, rapportId: rapport.id }))?.version ?? 0;
		const returned = { rapportId: rapport.id, version, reason: "Orsaken saknas." };
		await returnRapport(db, rapport.undertecknare, returned);
		expect((await agenda())[0]?.key).toBe(`rapport:${rapport.id}`);
		expect((await viewMote(scene, moteId)).content.punkter[0]?.rapport).toMatchObject({ id: rapport.id });
		await removePunkt(db, samordnare, { moteId, key: `rapport:${rapport.id}` });
	});

	test("what something has been said or decided under stays on the agenda", async () => {
		const { db, samordnare } = scene;
		const note = { moteId, key: "kommande", version: 1, anteckning: "Sagt.", outcome: null };
		await notePunkt(db, samordnare, note);
		await expect(removePunkt(db, samordnare, { moteId, key: "kommande" })).rejects.toMatchObject({
			code: "conflict",
			message: expect.stringContaining("har en anteckning"),
		});
		await recordBeslut(db, samordnare, { uuid: crypto.randomUUID(), moteId, key: deviating(), text: "Fler." });
		await expect(removePunkt(db, samordnare, { moteId, key: deviating() })).rejects.toMatchObject({
			code: "conflict",
			message: expect.stringContaining("har beslut eller åtgärder"),
		});
	});

	test("nothing is noted under what has been taken off", async () => {
		const { db, samordnare } = scene;
		await removePunkt(db, samordnare, { moteId, key: "kommande" });
		const beslut = { uuid: crypto.randomUUID(), moteId, key: "kommande", text: "Fler." };
		await expect(recordBeslut(db, samordnare, beslut)).rejects.toMatchObject({
			code: "conflict",
			message: expect.stringContaining("är borttagen ur dagordningen. Ta tillbaka den först."),
		});
	});

	test("only a report is reviewed or left for later", async () => {
		const note = { moteId, key: "kommande", version: 1, anteckning: "", outcome: "granskad" } as const;
		await expect(notePunkt(scene.db, scene.samordnare, note)).rejects.toMatchObject({
			code: "invalid",
			field: "outcome",
		});
	});
});
