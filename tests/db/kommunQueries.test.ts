import { beforeEach, describe, expect, test } from "vitest";
import { changeMeasure } from "#app/commands/changeMeasure.server.ts";
import { confirmFordelning } from "#app/commands/confirmFordelning.server.ts";
import { decideAtgard } from "#app/commands/decideAtgard.server.ts";
import { makuleraAtgard } from "#app/commands/makuleraAtgard.server.ts";
import { makuleraGenomforande } from "#app/commands/makuleraGenomforande.server.ts";
import { tickHelgkvallar } from "#app/commands/tickHelgkvallar.server.ts";
import { findAllAtgarder, findAtgard } from "#db/atgard.server.ts";
import { findAllAuditEvents } from "#db/audit.server.ts";
import { findAllDokument, findDokument, isAktivitetOfKommun } from "#db/dokument.server.ts";
import { findFollowUp } from "#db/followUp.server.ts";
import { findAllFragor, findFraga } from "#db/fraga.server.ts";
import { findAllKommuner, findAllKommunerOfPerson, findKommunBySlug } from "#db/kommun.server.ts";
import { findAllLoggableMeasures, findMeasure } from "#db/measure.server.ts";
import { findAllPlatser, findPlats } from "#db/plats.server.ts";
import { makeDokument } from "#tests/factories/dokument.ts";
import { makeGenomforande } from "#tests/factories/genomforande.ts";
import { makeScene, type Scene } from "#tests/factories/scene.ts";

let scene: Scene;

beforeEach(async () => {
	scene = await makeScene();
});

describe("followUp", () => {
	test("holds what the calculations need, and nothing makulerat", async () => {
		const { db, kommun, polis, dokument } = scene;
		const measureId = dokument.measureIds.count;
		const { Torget } = kommun.platsIds;
		const later = await makeGenomforande(db, polis, { measureId, date: "2018-10-12", quantity: 2 });
		const earlier = await makeGenomforande(db, polis, { measureId, date: "2018-02-03", platsId: Torget });
		const gone = await makeGenomforande(db, polis, { measureId, date: "2018-05-05" });
		await makuleraGenomforande(db, polis, { id: gone.id, revision: 1, reason: "Fel dag" });
		const parts = { "2018-T1": 3, "2018-T2": 4, "2018-T3": 3 };
		await confirmFordelning(db, polis, { measureId, parts, forPart: "polis", version: 0 });
		const { helgkvallar } = await findFollowUp(db, { kommunId: kommun.id });
		const [evening] = helgkvallar;
		const seen = helgkvallar.map(({ date }) => date);
		await tickHelgkvallar(db, polis, { year: 2018, ticked: [evening?.date ?? ""], seen });

		const followUp = await findFollowUp(db, { kommunId: kommun.id });
		expect(followUp.platser.map((plats) => plats.name)).toEqual(["Torget", "Skolan"]);
		expect(followUp.helgkvallar).toEqual([evening]);
		expect(followUp.dokument).toHaveLength(1);
		expect(followUp.dokument[0]).toMatchObject({
			id: dokument.id,
			title: "Medborgarlöfte 2018",
			inForceFrom: "2018-01-01",
			inForceTo: "2018-12-31",
			periodKind: "tertial",
		});
		const [aktivitet, ...others] = followUp.dokument[0]?.aktiviteter ?? [];
		expect(others.map((other) => other.measures[0]?.kind)).toEqual(["recurring", "outcome", "actions"]);
		expect(aktivitet).toEqual({
			id: dokument.aktivitetIds.count,
			position: 1,
			quotation: "Minst 10 riktade insatser under 2018",
			aktivitetstyp: "prov",
			heading: null,
			lofte: { id: expect.any(Number), position: 1, quotation: "Vi ska öka tryggheten på Torget" },
			parter: [
				{ code: "polis", name: "Polisen" },
				{ code: "kommun", name: "Kommunen" },
			],
			atgarder: [],
			measures: [
				{
					id: measureId,
					kind: "count",
					name: "Mått count",
					rakneregel: "Varje tillfälle räknas en gång.",
					version: 1,
					isSensitive: false,
					versions: [
						{
							validFrom: "2018-01-01",
							settings: { minimum: 10, per: "lofte", yearBasis: null, unit: "insatser", unitOne: "insats" },
							reason: null,
						},
					],
					entries: [
						{ genomforandeId: earlier.id, date: "2018-02-03", quantity: 1, platsId: Torget, platsName: "Torget" },
						{ genomforandeId: later.id, date: "2018-10-12", quantity: 2, platsId: null, platsName: null },
					],
					excusedSlots: [],
					fordelning: { parts, polisConfirmedAt: polis.now, kommunConfirmedAt: null, version: 1 },
				},
			],
		});
	});

	test("holds the åtgärder of the aktivitet in the order they were decided, makulerade left out", async () => {
		const { db, kommun, polis, dokument } = scene;
		const decision = { aktivitetId: dokument.aktivitetIds.actions, owner: "kommun" as const, dueOn: null };
		await decideAtgard(db, polis, { ...decision, title: "Belysning", decidedOn: "2018-05-02" });
		await decideAtgard(db, polis, { ...decision, title: "Sly", decidedOn: "2018-05-01" });
		const { id } = await decideAtgard(db, polis, { ...decision, title: "Fel", decidedOn: "2018-05-01" });
		await makuleraAtgard(db, polis, { atgardId: id, version: 1, reason: "Dubbelt" });
		const wanted = { kommunId: kommun.id, aktivitetId: dokument.aktivitetIds.actions };
		const [found] = (await findFollowUp(db, wanted)).dokument;
		expect(found?.aktiviteter.map((aktivitet) => aktivitet.atgarder.map((atgard) => atgard.title))).toEqual([
			["Sly", "Belysning"],
		]);
	});

	test("narrows to dokument or to one aktivitet, and never leaves the kommun", async () => {
		const { db, kommun, polis, samordnare, dokument, elsewhere } = scene;
		const older = await makeDokument(db, samordnare, { inForceFrom: "2017-01-01", inForceTo: "2017-12-31" });
		await makeGenomforande(db, polis, { measureId: older.measureIds.count, date: "2017-05-05" });
		const ids = async (wanted: object) =>
			(await findFollowUp(db, { kommunId: kommun.id, ...wanted })).dokument.map((one) => one.id);
		expect(await ids({})).toEqual([older.id, dokument.id]);
		expect(await ids({ dokumentIds: [dokument.id] })).toEqual([dokument.id]);
		expect(await ids({ dokumentIds: [] })).toEqual([]);
		expect(await ids({ dokumentIds: [elsewhere.id] })).toEqual([]);
		expect(await ids({ aktivitetId: older.aktivitetIds.count })).toEqual([older.id]);
		expect(await ids({ aktivitetId: elsewhere.aktivitetIds.count })).toEqual([]);
	});
});

describe("what can be logged on a day", () => {
	test("is of the dokument in force that day, with the settings of that day", async () => {
		const { db, kommun, samordnare, dokument } = scene;
		const open = await makeDokument(db, samordnare, { inForceFrom: "2018-10-01", inForceTo: null });
		const measureId = dokument.measureIds.count;
		const settings = { minimum: 15, per: "lofte", yearBasis: null, unit: "insatser", unitOne: "insats" };
		await changeMeasure(db, samordnare, { measureId, version: 1, settings, validFrom: "2018-09-01", reason: "Nytt" });
		const on = (date: string) => findAllLoggableMeasures(db, { kommunId: kommun.id, date });
		const dokumentIdsOn = async (date: string) => [...new Set((await on(date)).map((one) => one.dokumentId))];
		expect(await dokumentIdsOn("2017-12-31")).toEqual([]);
		expect(await dokumentIdsOn("2018-01-01")).toEqual([dokument.id]);
		expect(await dokumentIdsOn("2018-12-31")).toEqual([dokument.id, open.id]);
		expect(await dokumentIdsOn("2030-01-01")).toEqual([open.id]);
		const [inAugust] = await on("2018-08-31");
		const [inSeptember] = await on("2018-09-01");
		expect(inAugust).toMatchObject({
			id: measureId,
			settings: { minimum: 10 },
			quotation: expect.stringContaining("riktade"),
		});
		expect(inSeptember).toMatchObject({ id: measureId, settings: { minimum: 15 } });
	});
});

describe("a dokument", () => {
	test("is found with all that was signed, and counted in the list", async () => {
		const { db, kommun, dokument } = scene;
		const found = await findDokument(db, { kommunId: kommun.id, dokumentId: dokument.id });
		expect(found).toMatchObject({
			undertecknare: [{ title: "Kommunchef", organisation: "Kommunen" }],
			loften: [{ position: 1, quotation: "Vi ska öka tryggheten på Torget" }],
			fragor: [{ question: "Räknas sommaren?", answer: null }],
			aktiviteter: [
				{ position: 1, parter: [{ code: "polis" }, { code: "kommun" }], measures: [{ kind: "count" }] },
				{ position: 2, measures: [{ kind: "recurring", versions: [{ validFrom: "2018-01-01" }] }] },
				{ position: 3, measures: [{ kind: "outcome" }] },
				{ position: 4, measures: [{ kind: "actions" }] },
			],
		});
		expect(await findAllDokument(db, { kommunId: kommun.id })).toMatchObject([
			{ id: dokument.id, lofteCount: 1, aktivitetCount: 4, openFragaCount: 1 },
		]);
	});
});

test("nothing of another kommun's is found by its id", async () => {
	const { db, kommun, stranger, dokument, elsewhere } = scene;
	const decision = { title: "Sly", owner: "polis" as const, decidedOn: "2018-05-01", dueOn: null };
	const theirs = { ...decision, aktivitetId: elsewhere.aktivitetIds.actions };
	const { id: atgardId } = await decideAtgard(db, stranger, theirs);
	const { id: kommunId } = kommun;
	expect(await findAtgard(db, { kommunId, atgardId })).toBeUndefined();
	expect(await findAllAtgarder(db, { kommunId })).toEqual([]);
	expect(await findDokument(db, { kommunId, dokumentId: elsewhere.id })).toBeUndefined();
	expect(await isAktivitetOfKommun(db, { kommunId, aktivitetId: elsewhere.aktivitetIds.count })).toBe(false);
	expect(await isAktivitetOfKommun(db, { kommunId, aktivitetId: dokument.aktivitetIds.count })).toBe(true);
	expect(await findMeasure(db, { kommunId, measureId: elsewhere.measureIds.count })).toBeUndefined();
	expect(await findFraga(db, { kommunId, fragaId: elsewhere.fragaId })).toBeUndefined();
	expect(await findAllFragor(db, { kommunId, dokumentId: elsewhere.id })).toEqual([]);
	expect(await findPlats(db, { kommunId, platsId: elsewhere.platsId })).toBeUndefined();
	expect((await findAllPlatser(db, { kommunId })).map((plats) => plats.id)).not.toContain(elsewhere.platsId);
	const about = { entity: "atgard" as const, entityId: atgardId };
	expect(await findAllAuditEvents(db, { kommunId, about, page: 1, pageSize: 10 })).toEqual({ rows: [], total: 0 });
});

test("kommuner are found by slug, all of them, and those of a person with the roles", async () => {
	const { db, kommun, polis } = scene;
	expect(await findKommunBySlug(db, "provkommun")).toMatchObject({ id: kommun.id, undertecknareTitle: "Kommunchef" });
	expect(await findKommunBySlug(db, "ingenstans")).toBeUndefined();
	expect((await findAllKommuner(db)).map(({ slug }) => slug)).toEqual(["provkommun", "grannkommun"]);
	expect(await findAllKommunerOfPerson(db, { personId: polis.personId })).toMatchObject([
		{ slug: "provkommun", roles: ["kommunpolis"] },
	]);
});
