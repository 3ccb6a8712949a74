import { beforeEach, expect, test } from "vitest";
import { createDokument } from "#app/commands/createDokument.server.ts";
import { createKommun } from "#app/commands/createKommun.server.ts";
import { type NewDokument, plats } from "#app/domain/dokument.schema.ts";
import type { Actor } from "#db/command.server.ts";
import type { Db } from "#db/connection.server.ts";
import { freshDatabase } from "#tests/factories/database.ts";

const NOW = "2018-03-01T09:00:00.000Z";
const SOURCE = "Vi lovar ett tryggt centrum. Polisen ska gå fotpatrull i Norrby. Kommunen ordnar möten.";

const KOMMUN = {
	scbCode: "9999",
	name: "Provkommun",
	slug: "provkommun",
	lokalpolisomrade: null,
	undertecknareTitle: "Kommunchef",
	platser: [{ name: "Norrby", kind: "plats" as const }],
};

const AKTIVITET: NewDokument["aktiviteter"][number] = {
	quotation: "Polisen ska gå fotpatrull i Norrby.",
	heading: null,
	loftePosition: 1,
	parts: ["polis", "Nattvandrarna"],
	aktivitetstyp: "fotpatrullering",
	fragor: [{ question: "Hur ofta?", quotation: "fotpatrull", answer: null }],
	measures: [
		{
			kind: "coverage",
			name: "Fotpatrull",
			rakneregel: "Räkna ett pass till fots.",
			settings: { platsIds: [plats("Norrby")], times: 2, per: "lofte", yearBasis: null },
		},
	],
};

const DOKUMENT: NewDokument = {
	title: "Medborgarlöfte",
	inForceFrom: "2018-01-01",
	inForceTo: "2018-12-31",
	signedOn: null,
	periodKind: "tertial",
	lagesbild: null,
	followUpRule: null,
	sourceText: SOURCE,
	sourceNote: null,
	undertecknare: [{ title: "Kommunchef", organisation: "Provkommun" }],
	loften: [{ quotation: "Vi lovar ett tryggt centrum." }],
	aktiviteter: [AKTIVITET],
	fragor: [],
};

let db: Db;
let actor: Actor;

beforeEach(async () => {
	db = freshDatabase();
	const { kommunId } = await createKommun(db, { personId: null, kommunId: null, now: NOW }, KOMMUN);
	actor = { personId: null, kommunId, now: NOW };
});

test("a dokument is stored whole, its place by id, its missing part made, its audit written", async () => {
	const { dokumentId } = await createDokument(db, actor, DOKUMENT);
	const norrby = await db.selectFrom("plats").select("id").executeTakeFirstOrThrow();
	const version = await db.selectFrom("measure_version").selectAll().executeTakeFirstOrThrow();
	expect(JSON.parse(version.settings)).toEqual({ platsIds: [norrby.id], times: 2, per: "lofte", yearBasis: null });
	expect(version.valid_from).toBe("2018-01-01");
	const parts = await db.selectFrom("part").select(["code", "name"]).orderBy("id").execute();
	expect(parts).toEqual([
		{ code: "polis", name: "Polisen" },
		{ code: "kommun", name: "Kommunen" },
		{ code: "annan", name: "Nattvandrarna" },
	]);
	const audit = await db.selectFrom("audit_event").select(["action", "entity_id as entityId"]).orderBy("id").execute();
	expect(audit).toEqual([
		{ action: "kommun.created", entityId: actor.kommunId },
		{ action: "dokument.created", entityId: dokumentId },
	]);
});

test("a part is one, in whatever letters' case it is named", async () => {
	await createDokument(db, actor, DOKUMENT);
	const parts = ["nattvandrarna", "NATTVANDRARNA", "Polis", "Förening", "förening"];
	await createDokument(db, actor, { ...DOKUMENT, aktiviteter: [{ ...AKTIVITET, parts }] });
	expect(await db.selectFrom("part").select("name").orderBy("id").execute()).toEqual([
		{ name: "Polisen" },
		{ name: "Kommunen" },
		{ name: "Nattvandrarna" },
		{ name: "Förening" },
	]);
});

test("a second dokument uses the parts that are there", async () => {
	await createDokument(db, actor, DOKUMENT);
	await createDokument(db, actor, { ...DOKUMENT, title: "Nästa" });
	expect(await db.selectFrom("part").select("id").execute()).toHaveLength(3);
});

test("a dokument of other years brings their helgkvällar, and keeps the ticks that are there", async () => {
	const years = async () => {
		const rows = await db.selectFrom("helgkvall").select("date").execute();
		return [...new Set(rows.map(({ date }) => date.slice(0, 4)))].sort();
	};
	expect(await years()).toEqual(["2018", "2019"]);
	await db.updateTable("helgkvall").set({ is_ticked: 0 }).execute();
	await createDokument(db, actor, { ...DOKUMENT, inForceFrom: "2017-06-01", inForceTo: null });
	expect(await years()).toEqual(["2017", "2018", "2019"]);
	const ticked = await db.selectFrom("helgkvall").select("date").where("is_ticked", "=", 1).execute();
	expect(ticked.length).toBeGreaterThan(5);
	expect(ticked.filter(({ date }) => !date.startsWith("2017"))).toEqual([]);
});

const measure = (change: object) => ({
	...DOKUMENT,
	aktiviteter: [{ ...AKTIVITET, measures: AKTIVITET.measures.map((one) => ({ ...one, ...change })) }],
});

test.each<[what: string, dokument: NewDokument, field: string, message: RegExp]>([
	[
		"a paraphrased aktivitet",
		{ ...DOKUMENT, aktiviteter: [{ ...AKTIVITET, quotation: "Polisen går fotpatrull." }] },
		"aktiviteter.0.quotation",
		/^Aktivitet 1: texten finns inte ordagrant i källtexten\./,
	],
	[
		"a paraphrased löfte",
		{ ...DOKUMENT, loften: [{ quotation: "Ett tryggare centrum." }] },
		"loften.0.quotation",
		/^Löfte 1: texten finns inte ordagrant/,
	],
	[
		"a year that no calendar has",
		{ ...DOKUMENT, inForceFrom: "0005-01-01" },
		"inForceFrom",
		/^Gäller från: skriv ett år mellan 1990 och 2199\./,
	],
	[
		"a heading that the text does not have",
		{ ...DOKUMENT, aktiviteter: [{ ...AKTIVITET, heading: "Polisen lovar" }] },
		"aktiviteter.0.heading",
		/^Aktivitet 1, rubrik: /,
	],
	[
		"a fråga about words that are not there",
		{ ...DOKUMENT, fragor: [{ question: "Vad?", quotation: "varje natt", answer: null }] },
		"fragor.0.quotation",
		/^Citatet i fråga 1: /,
	],
	[
		"an end before the start",
		{ ...DOKUMENT, inForceTo: "2017-12-31" },
		"inForceTo",
		/^Gäller till: välj en dag som inte ligger före/,
	],
	["a day that does not exist", { ...DOKUMENT, inForceFrom: "2018-02-30" }, "inForceFrom", /^Gäller från: /],
	[
		"a löfte that is not among them",
		{ ...DOKUMENT, aktiviteter: [{ ...AKTIVITET, loftePosition: 2 }] },
		"aktiviteter.0.loftePosition",
		/^Aktivitet 1: välj ett av dokumentets löften\./,
	],
	["settings that the kind refuses", measure({ settings: { platsIds: [] } }), "settings", /^Fotpatrull: /],
	["a kind that is not in the registry", measure({ kind: "gissning" }), "kind", /^Fotpatrull: välj hur/],
	[
		"a place that is not on the list",
		measure({ settings: { platsIds: [plats("Söderby")], times: 1, per: "lofte", yearBasis: null } }),
		"settings",
		/^Fotpatrull: platsen Söderby finns inte/,
	],
	[
		"the id of a place that is not the kommun's",
		measure({ settings: { platsIds: [4711], times: 1, per: "lofte", yearBasis: null } }),
		"settings",
		/^Fotpatrull: välj platser som finns/,
	],
])("%s is refused, and nothing is written", async (_, dokument, field, message) => {
	await expect(createDokument(db, actor, dokument)).rejects.toMatchObject({
		code: "invalid",
		field,
		message: expect.stringMatching(message),
	});
	expect(await db.selectFrom("dokument").select("id").execute()).toEqual([]);
	expect(await db.selectFrom("audit_event").select("id").execute()).toHaveLength(1);
});

test("a personal number in the source text is refused and not echoed", async () => {
	const sourceText = `${SOURCE} Ring 19121212-1212.`;
	await expect(createDokument(db, actor, { ...DOKUMENT, sourceText })).rejects.toMatchObject({
		field: "sourceText",
		message: "Källtext: ta bort personnumret. Här ska inga uppgifter om enskilda personer stå.",
	});
});

test("an actor in no kommun cannot enter a dokument", async () => {
	await expect(createDokument(db, { ...actor, kommunId: null }, DOKUMENT)).rejects.toMatchObject({ code: "invalid" });
});

test.each([
	["the same code", { ...KOMMUN, slug: "annan" }, "conflict"],
	["the same slug", { ...KOMMUN, scbCode: "9998" }, "conflict"],
	["a code that is no code", { ...KOMMUN, scbCode: "99" }, "invalid"],
	["a slug with å", { ...KOMMUN, scbCode: "9998", slug: "åmål" }, "invalid"],
])("a kommun with %s is refused", async (_, kommun, code) => {
	await expect(createKommun(db, actor, kommun)).rejects.toMatchObject({ code });
	expect(await db.selectFrom("kommun").select("id").execute()).toHaveLength(1);
});
