import { extractText, getDocumentProxy, getMeta } from "unpdf";
import { beforeAll, describe, expect, test } from "vitest";
import { answerFraga } from "#app/commands/answerFraga.server.ts";
import { decideAtgard } from "#app/commands/decideAtgard.server.ts";
import { excuseSlot } from "#app/commands/excuseSlot.server.ts";
import { giveSynpunkt } from "#app/commands/giveSynpunkt.server.ts";
import { makuleraGenomforande } from "#app/commands/makuleraGenomforande.server.ts";
import { returnRapport } from "#app/commands/returnRapport.server.ts";
import { saveRapportText } from "#app/commands/saveRapportText.server.ts";
import * as start from "#app/routes/_index/route.tsx";
import * as kommunStart from "#app/routes/$kommun._index/route.tsx";
import * as embedded from "#app/routes/$kommun.inbaddning/route.tsx";
import * as rapport from "#app/routes/$kommun.rapport.$period/route.tsx";
import { loader as csv } from "#app/routes/$kommun.rapport.$period[.csv]/route.ts";
import { loader as json } from "#app/routes/$kommun.rapport.$period[.json]/route.ts";
import { loader as pdf } from "#app/routes/$kommun.rapport.$period[.pdf]/route.ts";
import { loader as xlsx } from "#app/routes/$kommun.rapport.$period[.xlsx]/route.ts";
import * as kontrollera from "#app/routes/kontrollera/route.tsx";
import { makeGenomforande } from "#tests/factories/genomforande.ts";
import { latestEdition, makeRapport } from "#tests/factories/rapport.ts";
import { makeScene, type Scene } from "#tests/factories/scene.ts";
import { readWorkbook } from "#tests/unit/outputs/workbook.ts";
import { callLoader, ORIGIN, startTestRuntime } from "./context.ts";
import { openPage } from "./page.tsx";

/**
 * Everything in the database that is not for everybody carries a mark that cannot be mistaken, and every answer that
 * anybody can get is searched for it. Tertial 1 is published; tertial 2 is signed, and no more; tertial 3 is being written.
 */
const SECRETS = {
	note: "Zqanteckning",
	plats: "Zqsmyggränd",
	"name of who writes": "Zqpolisnamn",
	"name of a ledamot": "Zqledamotsnamn",
	"name of who signs": "Zqundertecknarnamn",
	"remark of the council": "Zqsynpunkt",
	"decided åtgärd": "Zqcontainern",
	"begärt beslut": "Zqbegäran",
	"reason of a return": "Zqåterlämnad",
	"reason of an excused slot": "Zqinställt",
	"reason of a makulerad": "Zqmakulerad",
	"answer to a question": "Zqfrågesvar",
	"text of a signed rapport that is not published": "Zqosläppt",
	"text of an utkast": "Zqutkast",
} as const;

/** Those of them that the signed content itself has, for the staff. */
const IN_THE_INTERNAL = [
	"plats",
	"name of who writes",
	"name of who signs",
	"remark of the council",
	"decided åtgärd",
	"begärt beslut",
] as const;

/** What was published, to see that the search finds what is there. */
const PUBLISHED = "Zqpublicerad kommentar";

/** When things were done, in every way that the app writes it. */
const DAYS = ["2018-03-14", "14 mars", "14/3", "2018-W11", "v. 11", "2018-04-27", "27 april", "2018-W10", "v. 10"];

/** A late entry in tertial 1, what was counted in tertial 2 and 3, and every sum that they could be part of. */
const UNSIGNED = { late: 500_000, signed: 700_000, utkast: 900_000 };
const SIGNED_FIGURE = 2;

let scene: Scene;
/** Every answer as text, by what was asked for. */
let answers: Map<string, string>;
let published: { code: string; internal: string };

beforeAll(async () => {
	scene = await makeScene();
	const { db, kommun, polis, samordnare, dokument } = scene;
	startTestRuntime({ db });
	await db
		.insertInto("plats")
		.values({ kommun_id: kommun.id, name: SECRETS.plats, kind: "plats", is_active: 1 })
		.execute();
	await nameOf(polis.personId, SECRETS["name of who writes"]);
	await fillTertial1();
	const t1 = await publishTertial1();
	await makeGenomforande(db, polis, { ...count(UNSIGNED.late), date: "2018-03-14" });
	await saveRapportText(db, polis, {
		...textOf("2018-T2"),
		kommentar: SECRETS["text of a signed rapport that is not published"],
	});
	await makeGenomforande(db, polis, { ...count(UNSIGNED.signed), date: "2018-06-20" });
	await makeRapport(scene, { ...t1, periodCode: "2018-T2", state: "signerad" });
	await saveRapportText(db, samordnare, {
		...textOf("2018-T3"),
		part: "kommun",
		kommentar: SECRETS["text of an utkast"],
	});
	await makeGenomforande(db, polis, { ...count(UNSIGNED.utkast), date: "2018-10-02" });
	await answerFraga(db, samordnare, { fragaId: dokument.fragaId, version: 1, answer: SECRETS["answer to a question"] });
	const snapshots = await db.selectFrom("rapport_snapshot").select(["code", "content"]).orderBy("rapport_id").execute();
	published = { code: snapshots[0]?.code ?? "", internal: snapshots[0]?.content ?? "" };
	answers = await collectAnswers(snapshots.map(({ code }) => code));
});

describe("no public answer tells", () => {
	test.each(Object.entries(SECRETS))("the %s", (_what, secret) => {
		expect(whereFound(secret)).toEqual([]);
	});

	test.each(DAYS)("that something was done %s", (day) => {
		expect(whereFound(day)).toEqual([]);
	});

	test("a figure that is not signed and published, nor a sum with one in it", () => {
		expect(sumsWithUnsigned().flatMap((sum) => whereFound(String(sum)))).toEqual([]);
	});
});

describe("the search", () => {
	test("reads every answer there is, and finds what is published in each that gives the whole rapport", () => {
		expect([...answers.keys()]).toHaveLength(16);
		for (const [name, text] of answers) expect(text.length, name).toBeGreaterThan(100);
		expect(whereFound(PUBLISHED).sort()).toEqual(["json", "page", "page data", "pdf", "xlsx"]);
		expect(whereFound("Minst 10 riktade insatser")).toEqual(
			expect.arrayContaining(["csv", "kommun page", "embedded data"]),
		);
		expect(whereFound(`${SIGNED_FIGURE} av minst 10`)).toContain("kommun page");
	});

	test("would find what the staff can read", () => {
		answers.set("internal", searchable(published.internal));
		for (const what of IN_THE_INTERNAL) expect(whereFound(SECRETS[what]), what).toEqual(["internal"]);
		expect(whereFound("2018-W11")).toEqual(["internal"]);
		answers.delete("internal");
	});
});

test.each(["2018-T2", "2018-T3"])("%s, which is not published, is 404 in every form", async (period) => {
	const params = { kommun: scene.kommun.slug, period };
	for (const loader of [rapport.loader, pdf, xlsx, csv, json])
		expect((await callLoader(loader, { path: `/x/rapport/${period}`, params })).status).toBe(404);
});

async function fillTertial1(): Promise<void> {
	const { db, polis, dokument, samordnare } = scene;
	const plats = await db.selectFrom("plats").select("id").where("name", "=", SECRETS.plats).executeTakeFirstOrThrow();
	for (const date of ["2018-03-14", "2018-04-27"])
		await makeGenomforande(db, polis, { ...count(1), date, platsId: plats.id, note: SECRETS.note });
	const wrong = await makeGenomforande(db, polis, { ...count(1), date: "2018-03-14" });
	await makuleraGenomforande(db, polis, { id: wrong.id, revision: 1, reason: SECRETS["reason of a makulerad"] });
	await makeGenomforande(db, polis, { measureId: dokument.measureIds.recurring, date: "2018-03-14" });
	const slot = { measureId: dokument.measureIds.recurring, slotKey: "2018-W10" };
	await excuseSlot(db, samordnare, { ...slot, reason: SECRETS["reason of an excused slot"] });
	await decideAtgard(db, samordnare, {
		aktivitetId: dokument.aktivitetIds.actions,
		title: SECRETS["decided åtgärd"],
		owner: "kommun",
		decidedOn: "2018-03-14",
		dueOn: "2018-04-27",
	});
	await saveRapportText(db, polis, { ...textOf("2018-T1"), kommentar: PUBLISHED });
	await saveRapportText(db, polis, {
		...textOf("2018-T1"),
		aktivitetId: null,
		begardaBeslut: SECRETS["begärt beslut"],
	});
}

/** Handed in, returned once, remarked upon, signed and published. */
async function publishTertial1() {
	const { db } = scene;
	const asked = { dokumentId: scene.dokument.id, periodCode: "2018-T1" };
	const made = await makeRapport(scene, { ...asked, state: "inlamnad" });
	const { version } = (await latestEdition(scene, asked)) ?? { version: 0 };
	const seen = { rapportId: made.id, version };
	await nameOf(made.ledamot.personId, SECRETS["name of a ledamot"]);
	await nameOf(made.undertecknare.personId, SECRETS["name of who signs"]);
	await returnRapport(db, made.undertecknare, { ...seen, reason: SECRETS["reason of a return"] });
	await makeRapport(scene, { ...made, state: "inlamnad" });
	await giveSynpunkt(db, made.ledamot, {
		rapportId: made.id,
		aktivitetId: null,
		role: "ledamot",
		text: SECRETS["remark of the council"],
		uuid: crypto.randomUUID(),
	});
	return makeRapport(scene, { ...made, state: "publicerad" });
}

function count(quantity: number) {
	const measureId = scene.dokument.measureIds.count;
	return { measureId, measures: [{ measureId, quantity }] };
}

function textOf(periodCode: string) {
	const { id: dokumentId, aktivitetIds } = scene.dokument;
	return { dokumentId, periodCode, part: "polis" as const, aktivitetId: aktivitetIds.count, version: 0 };
}

async function nameOf(personId: number, name: string): Promise<void> {
	await scene.db.updateTable("person").set({ name }).where("id", "=", personId).execute();
}

async function collectAnswers(codes: readonly string[]): Promise<Map<string, string>> {
	const { slug } = scene.kommun;
	const at = (path: string) => ({ path: `/${slug}${path}`, params: { kommun: slug, period: "2018-T1" } });
	const pages = {
		start: await openPage(start, { path: "/" }),
		"kommun page": await openPage(kommunStart, at("")),
		embedded: await openPage(embedded, at("/inbaddning")),
		page: await openPage(rapport, at("/rapport/2018-T1")),
		"kontrollera 1": await openPage(kontrollera, { path: `/kontrollera?kod=${codes[0]}` }),
		"kontrollera 2": await openPage(kontrollera, { path: `/kontrollera?kod=${codes[1]}` }),
	};
	const found: Record<string, string> = {};
	for (const [name, { html, text, data }] of Object.entries(pages)) {
		found[name] = `${html} ${text}`;
		// What Remix hands to whoever asks for `/….data`, and what the document's head is made of.
		found[`${name} data`] = JSON.stringify(data);
	}
	const file = at("/rapport/2018-T1");
	found.pdf = await textOfPdf(await bytesOf(pdf, file));
	found.xlsx = JSON.stringify([...(await readWorkbook(await bytesOf(xlsx, file)))]);
	found.csv = Buffer.from(await bytesOf(csv, file)).toString("utf8");
	found.json = Buffer.from(await bytesOf(json, file)).toString("utf8");
	return new Map(Object.entries(found).map(([name, text]) => [name, searchable(text)]));
}

async function textOfPdf(bytes: Uint8Array): Promise<string> {
	const document = await getDocumentProxy(bytes);
	const { text } = await extractText(document, { mergePages: true });
	return `${text} ${JSON.stringify(await getMeta(document))}`;
}

type Loader = (args: { request: Request; params: Record<string, string>; context: never }) => Promise<Response>;

async function bytesOf(loader: unknown, { path, params }: { path: string; params: Record<string, string> }) {
	const context = { cspNonce: "", clientIp: "192.0.2.1" } as never;
	const response = await (loader as Loader)({ request: new Request(ORIGIN + path), params, context });
	expect(response.status).toBe(200);
	return new Uint8Array(await response.arrayBuffer());
}

/** A line of a PDF ends anywhere, and a figure has a space of its own kind. */
function searchable(text: string): string {
	return text.replace(/[\s\u00ad]/g, "").toLowerCase();
}

function whereFound(words: string): string[] {
	return [...answers].filter(([, text]) => text.includes(searchable(words))).map(([name]) => name);
}

function sumsWithUnsigned(): number[] {
	const { late, signed, utkast } = UNSIGNED;
	const parts = [late, signed, utkast, late + signed, late + utkast, signed + utkast, late + signed + utkast];
	return parts.flatMap((sum) => [sum, sum + SIGNED_FIGURE]);
}
