import { describe, expect, test } from "vitest";
import { closeMote } from "#app/commands/closeMote.server.ts";
import { completeAtgard } from "#app/commands/completeAtgard.server.ts";
import { decideAtgard } from "#app/commands/decideAtgard.server.ts";
import { makuleraAtgard } from "#app/commands/makuleraAtgard.server.ts";
import { periodOf } from "#app/domain/periods.ts";
import { evaluateDokument } from "#app/measures/evaluate.ts";
import { findFollowUp } from "#db/followUp.server.ts";
import { decideMoteAtgard, makeMote, makeOpenMote, viewMote } from "#tests/factories/mote.ts";
import { makeScene } from "#tests/factories/scene.ts";

/** The clock a while after the scene's. */
const LATER = "2018-10-15T12:40:00.000Z";

describe("an åtgärd", () => {
	test("that is open comes to every meeting by itself, until it is done", async () => {
		const scene = await makeScene();
		const { db, samordnare } = scene;
		const first = await makeMote(scene, { state: "oppet" });
		const key = "kommande";
		const atgardId = await decideMoteAtgard(scene, {
			...{ title: "Ny belysning", decidedOn: first.heldOn, dueOn: "2018-10-20" },
			punkt: { moteId: first.id, key },
		});
		await closeMote(db, samordnare, { moteId: first.id, version: first.version });
		const now = "2018-11-01T12:00:00.000Z";
		const next = await makeMote(scene, { heldOn: "2018-11-01", now, state: "oppet" });
		const carried = (await viewMote(scene, next.id, now)).content.punkter.find(({ kind }) => kind === "atgarder");
		expect(carried).toMatchObject({
			title: "Beslutade åtgärder: 1 öppen, varav 1 försenad",
			lines: ["Försenad sedan 20 oktober, 12 dagar: Ny belysning (kommunen)"],
			atgarder: [{ id: atgardId, title: "Ny belysning", doneOn: null }],
		});
		const actor = { ...samordnare, now: "2018-11-01T12:30:00.000Z" };
		await completeAtgard(db, actor, { atgardId, version: 1, doneOn: "2018-10-28", doneNote: "Lyser." });
		await closeMote(db, actor, { moteId: next.id, version: next.version });
		const minutes = (await viewMote(scene, next.id, now)).content.punkter.find(({ kind }) => kind === "atgarder");
		expect(minutes?.atgarder).toMatchObject([{ id: atgardId, doneOn: "2018-10-28", doneNote: "Lyser." }]);
		const third = await makeMote(scene, { heldOn: "2018-12-01", now });
		expect((await viewMote(scene, third.id, now)).agenda.map((row) => row.key)).not.toContain("atgarder");
	});

	test("of a meeting's list was open when it was opened: not one that was done by then, decided later or taken out", async () => {
		const scene = await makeScene();
		const { db, samordnare } = scene;
		const done = await decideMoteAtgard(scene, { title: "Gjord sedan tidigare" });
		await completeAtgard(
			db,
			{ ...samordnare, now: "2018-10-15T09:00:00.000Z" },
			{ atgardId: done, version: 1, doneOn: "2018-10-15", doneNote: null },
		);
		await decideMoteAtgard(scene, { title: "Öppen" });
		const mistaken = await decideMoteAtgard(scene, { title: "Fel" });
		const mote = await makeMote(scene, { state: "oppet" });
		await decideMoteAtgard(scene, { title: "Noterad under tiden", now: LATER });
		await decideMoteAtgard(scene, {
			...{ title: "Beslutad här", decidedOn: mote.heldOn, now: LATER },
			punkt: { moteId: mote.id, key: "atgarder" },
		});
		await makuleraAtgard(db, samordnare, { atgardId: mistaken, version: 1, reason: "Dubblett." });
		const punkt = (await viewMote(scene, mote.id)).content.punkter.find(({ kind }) => kind === "atgarder");
		expect(punkt?.atgarder.map(({ title }) => title)).toEqual(["Öppen"]);
		expect(punkt?.nyaAtgarder.map(({ title }) => title)).toEqual(["Beslutad här"]);
	});

	test("sent again when the meeting has been closed is the one that stands; another is refused", async () => {
		const { scene, mote, key } = await makeOpenMote();
		const { db, samordnare } = scene;
		const decide = (title: string) =>
			decideMoteAtgard(scene, { title, decidedOn: mote.heldOn, punkt: { moteId: mote.id, key } });
		const id = await decide("Ny belysning");
		await closeMote(db, samordnare, { moteId: mote.id, version: mote.version });
		expect(await decide("Ny belysning")).toBe(id);
		await expect(decide("Fler bänkar")).rejects.toThrow("Mötet är avslutat");
	});

	test("decided at a meeting counts in the mått that counts what was decided and done", async () => {
		const { scene, mote, key } = await makeOpenMote();
		const { db, kommun, samordnare, dokument } = scene;
		const headline = async () => {
			const followUp = await findFollowUp(db, { kommunId: kommun.id });
			const own = followUp.dokument.find(({ id }) => id === dokument.id);
			const today = "2018-10-15";
			const evaluated = own && evaluateDokument(followUp, own, { period: periodOf(today, "tertial"), today });
			return evaluated?.aktiviteter.find(({ id }) => id === dokument.aktivitetIds.actions)?.measures[0]?.calculation
				.figures;
		};
		expect(await headline()).toMatchObject({ minimum: 0, cumulative: 0 });
		const atgardId = await decideMoteAtgard(scene, {
			...{ title: "Ny belysning", decidedOn: mote.heldOn },
			punkt: { moteId: mote.id, key },
		});
		expect(await headline()).toMatchObject({ minimum: 1, cumulative: 0 });
		await completeAtgard(db, samordnare, { atgardId, version: 1, doneOn: mote.heldOn, doneNote: null });
		expect(await headline()).toMatchObject({ minimum: 1, cumulative: 1 });
	});

	test("decided at a meeting is of its day, and one, however often it is sent; the same words elsewhere are another", async () => {
		const { scene, mote, key } = await makeOpenMote();
		const punkt = { moteId: mote.id, key };
		const title = "Ny belysning";
		await expect(decideMoteAtgard(scene, { title, decidedOn: "2018-10-14", punkt })).rejects.toMatchObject({
			code: "invalid",
			field: "decidedOn",
		});
		const elsewhere = await decideMoteAtgard(scene, { title, decidedOn: mote.heldOn });
		const first = await decideMoteAtgard(scene, { title, decidedOn: mote.heldOn, punkt });
		expect(first).not.toBe(elsewhere);
		expect(await decideMoteAtgard(scene, { title, decidedOn: mote.heldOn, punkt })).toBe(first);
	});

	test("is decided about an aktivitet of the kommun, at a meeting of the kommun", async () => {
		const { scene, mote, key } = await makeOpenMote();
		const { db, samordnare, stranger, elsewhere, dokument } = scene;
		const input = { title: "Ny belysning", owner: "kommun", decidedOn: mote.heldOn, dueOn: null } as const;
		const punkt = { moteId: mote.id, key };
		await expect(
			decideAtgard(db, samordnare, { ...input, aktivitetId: elsewhere.aktivitetIds.actions, punkt }),
		).rejects.toMatchObject({ code: "not_found" });
		await expect(
			decideAtgard(db, stranger, { ...input, aktivitetId: elsewhere.aktivitetIds.actions, punkt }),
		).rejects.toMatchObject({ code: "not_found" });
		await expect(
			decideAtgard(db, samordnare, {
				...{ ...input, aktivitetId: dokument.aktivitetIds.actions },
				punkt: { moteId: mote.id, key: "egen:finns-inte" },
			}),
		).rejects.toMatchObject({ code: "not_found" });
	});
});
