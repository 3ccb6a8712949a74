import type { ActionFunctionArgs, LoaderFunctionArgs } from "@remix-run/node";
import { sql } from "kysely";
import { beforeEach, describe, expect, test } from "vitest";
import { cancelMote } from "#app/commands/cancelMote.server.ts";
import { closeMote } from "#app/commands/closeMote.server.ts";
import { decideAtgard } from "#app/commands/decideAtgard.server.ts";
import { openMote } from "#app/commands/openMote.server.ts";
import { recordBeslut } from "#app/commands/recordBeslut.server.ts";
import { ROLES } from "#app/domain/permissions.ts";
import { findMoteView } from "#app/mote/findMote.server.ts";
import { type ProtokollPunkt, protokollOf } from "#app/mote/protokoll.ts";
import * as page from "#app/routes/intern.$kommun.mote.$id._index/route.tsx";
import { loader as pdf } from "#app/routes/intern.$kommun.mote.$id[.pdf]/route.ts";
import { loader as txt } from "#app/routes/intern.$kommun.mote.$id[.txt]/route.ts";
import type { Db } from "#db/connection.server.ts";
import { findKommun } from "#db/kommun.server.ts";
import { aktivitetOf, demoDatabase, kommunOf } from "#tests/factories/demo.ts";
import { airless } from "#tests/unit/outputs/moteSaid.ts";
import { readPdf } from "#tests/unit/outputs/pdfRead.ts";
import { ORIGIN, signedIn, startTestRuntime } from "./context.ts";
import { textOf as readableOf } from "./html.ts";
import { openPage } from "./page.tsx";

const LOADERS = { pdf, txt };
type Format = keyof typeof LOADERS;
const FORMATS = ["pdf", "txt"] as const;

const TODAY = "2018-10-15";
/** In the demo's Sävsjö: two that have been held, the later one between reports, and one planned for today. */
const HELD = "2018-05-23";
const HELD_LAST = "2018-09-05";

let db: Db;
let cookie: string;
let samordnare: Awaited<ReturnType<typeof signedIn>>;

beforeEach(async () => {
	db = await demoDatabase();
	startTestRuntime({ db });
	const kommun = await kommunOf(db, "savsjo");
	cookie = (await signedIn({ db, roles: ["ledamot"], kommun })).cookie;
	samordnare = await signedIn({ db, roles: ["samordnare"], kommun });
});

describe("a meeting's file", () => {
	test.each([
		["pdf", "application/pdf"],
		["txt", "text/plain; charset=utf-8"],
	] as const)("says that a %s is one, to save, and is kept by no cache", async (format, type) => {
		const { status, headers } = await fetchFile(format, { id: await moteId(HELD) });
		expect(status).toBe(200);
		expect(headers.get("Content-Type")).toBe(type);
		expect(headers.get("Content-Disposition")).toBe(
			`attachment; filename="protokoll-savsjo-${HELD}.${format}"; filename*=UTF-8''protokoll-s%C3%A4vsj%C3%B6-${HELD}.${format}`,
		);
		expect(headers.get("Cache-Control")).toBe("no-store");
	});

	test("is named and headed by how far the meeting has come", async () => {
		const id = await moteId(TODAY);
		expect(await nameAndHeading(id)).toEqual([`dagordning-savsjo-${TODAY}.txt`, "Dagordning"]);
		await openMote(db, samordnare.actor, { moteId: id, version: await versionOf(id) });
		expect(await nameAndHeading(id)).toEqual([`protokollutkast-savsjo-${TODAY}.txt`, "Utkast till protokoll"]);
		await closeMote(db, samordnare.actor, { moteId: id, version: await versionOf(id) });
		expect(await nameAndHeading(id)).toEqual([`protokoll-savsjo-${TODAY}.txt`, "Protokoll"]);
	});

	test("of one that was called off says why, and what was planned", async () => {
		const id = await moteId(TODAY);
		await cancelMote(db, samordnare.actor, {
			moteId: id,
			version: await versionOf(id),
			reason: "Vägarna är för hala.",
		});
		expect(await nameAndHeading(id)).toEqual([`installt-mote-savsjo-${TODAY}.txt`, "Inställt möte"]);
		const text = await textOf(id);
		expect(text).toContain("Mötet är inställt: Vägarna är för hala.");
		expect(text).toContain("Nästa möte\n");
		for (const { text: page } of (await pdfOf(id)).pages) expect(page).toContain("Inställt");
	});

	test("is plain UTF-8 without a mark before it, and begins as files of its kind do", async () => {
		const text = (await fetchFile("txt", { id: await moteId(HELD) })).bytes;
		expect(text.toString("utf8")).toMatch(/^Protokoll\n/);
		expect(text.toString("utf8")).toContain("Trygghetsrådets möte");
		expect(text.toString("utf8")).not.toMatch(/\r|\ufffd|\ufeff/);
		expect((await fetchFile("pdf", { id: await moteId(HELD) })).bytes.toString("latin1", 0, 4)).toBe("%PDF");
	});

	test("holds what was decided, in both forms in the same words", async () => {
		const id = await moteId(HELD_LAST);
		const [text, { structured }] = [oneLine(await textOf(id)), await pdfOf(id)];
		const beslut = await db
			.selectFrom("beslut")
			.innerJoin("mote_punkt", "mote_punkt.id", "beslut.punkt_id")
			.select("text")
			.where("mote_id", "=", id)
			.execute();
		const atgarder = await db
			.selectFrom("atgard")
			.innerJoin("mote_punkt", "mote_punkt.id", "atgard.punkt_id")
			.select("atgard.title as text")
			.where("mote_id", "=", id)
			.execute();
		expect(beslut).toHaveLength(2);
		expect(atgarder).toHaveLength(2);
		for (const { text: said } of [...beslut, ...atgarder]) {
			expect(text).toContain(said);
			expect(oneLine(structured)).toContain(said);
		}
		expect(text).toContain("avslutades kl. 15.56 av Samordnare i Sävsjö.");
		expect(oneLine(structured)).toContain("avslutades kl. 15.56 av Samordnare i Sävsjö.");
	});
});

test.each([HELD, HELD_LAST])(
	"the minutes of %s say in the files what their page says, and nothing else",
	async (day) => {
		const id = await moteId(day);
		const call = { path: `/intern/savsjo/mote/${id}`, params: { kommun: "savsjo", id: String(id) }, cookie };
		const { html } = await openPage(page, call);
		const article = /<article[^>]*aria-labelledby="protokoll".*?<\/article>/s.exec(html)?.[0] ?? "";
		// Links to read more are the page's own.
		const onPage = readableOf(article.replace(/<ul class="punkt-links">.*?<\/ul>/gs, ""));
		const kommun = await findKommun(db, (await kommunOf(db, "savsjo")).id);
		const view = kommun && (await findMoteView(db, { kommun, moteId: id, today: TODAY }));
		const said = view ? protokollOf(view.content, { installtReason: null }).punkter.flatMap(everythingIn) : [];
		expect(said.length).toBeGreaterThan(15);
		const [text, { structured }] = [await textOf(id), await pdfOf(id)];
		for (const one of said)
			for (const [where, whole] of Object.entries({ onPage, text, structured }))
				expect(airless(whole), `${where}: ${one}`).toContain(airless(one));
		// In the text an åtgärd's name begins its lines, with no column to say what it is.
		const words = new Set([...wordsIn(text), "Åtgärd"]);
		expect(wordsIn(onPage).filter((word) => !words.has(word))).toEqual([]);
	},
);

describe("a draft", () => {
	test("says so on every page, and takes in what is decided as it is decided", async () => {
		const id = await moteId(TODAY);
		await openMote(db, samordnare.actor, { moteId: id, version: await versionOf(id) });
		await recordBeslut(db, samordnare.actor, {
			uuid: crypto.randomUUID(),
			moteId: id,
			key: "atgarder",
			text: "Åtgärderna följs upp på nästa möte.",
		});
		const { pages, structured } = await pdfOf(id);
		for (const { text } of pages) expect(text).toContain("Utkast till protokoll");
		expect(oneLine(structured)).toMatch(/§ 4\.1 +Åtgärderna följs upp på nästa möte\./);
		expect(await textOf(id)).toContain("§ 4.1 Åtgärderna följs upp på nästa möte.");
	});

	test("says of an agenda that is only planned what the register says now", async () => {
		const id = await moteId(TODAY);
		const { id: aktivitetId } = await aktivitetOf(db, { dokument: "2018", words: "riktade insatser" });
		await decideAtgard(db, samordnare.actor, {
			aktivitetId,
			title: "Skriv till vårdnadshavarna",
			owner: "kommun",
			decidedOn: TODAY,
			dueOn: "2018-11-01",
		});
		expect(await textOf(id)).toContain(
			"* Skriv till vårdnadshavarna\n  Ansvarig: Kommunen\n  Klar senast: 2018-11-01\n",
		);
	});
});

test("once a meeting is closed, nothing that happens afterwards changes a byte of its files", async () => {
	const files = async () =>
		Promise.all(
			[HELD, HELD_LAST].flatMap((day) => FORMATS.map(async (format) => fetchFile(format, { id: await moteId(day) }))),
		);
	const before = await files();
	await sql`UPDATE kommun SET name = 'Nya kommunen', lokalpolisomrade = 'Annat område'`.execute(db);
	await sql`UPDATE person SET name = 'Någon annan'`.execute(db);
	await sql`UPDATE dokument SET title = 'Ny titel'`.execute(db);
	await sql`UPDATE atgard SET done_on = '2018-10-14', title = 'Ny åtgärd ' || id`.execute(db);
	await sql`UPDATE aktivitet SET quotation = 'Nya ord ' || id`.execute(db);
	const after = await files();
	expect(after.map(({ status }) => status)).toEqual([200, 200, 200, 200]);
	for (const [index, { bytes, headers }] of after.entries()) {
		expect(bytes.equals(before[index]?.bytes ?? Buffer.alloc(0)), `file ${index}`).toBe(true);
		expect(headers.get("Content-Disposition")).toBe(before[index]?.headers.get("Content-Disposition"));
	}
});

describe("who may have it", () => {
	test.each(ROLES)("%s of the kommun", async (role) => {
		const { cookie: own } = await signedIn({ db, roles: [role], kommun: await kommunOf(db, "savsjo") });
		expect((await fetchFile("txt", { id: await moteId(HELD), cookie: own })).status).toBe(200);
	});

	test("not a person with every role in another kommun, whether under its address or their own", async () => {
		const stranger = await signedIn({ db, roles: ROLES, kommun: await kommunOf(db, "sunne") });
		const id = await moteId(HELD);
		for (const format of FORMATS)
			for (const kommun of ["savsjo", "sunne"])
				expect((await fetchFile(format, { id, kommun, cookie: stranger.cookie })).status).toBe(404);
	});

	test("whoever is not signed in is sent to sign in, and back", async () => {
		const id = await moteId(HELD);
		const { status, headers } = await fetchFile("pdf", { id, cookie: null });
		expect(status).toBe(302);
		expect(headers.get("Location")).toBe(`/logga-in?till=${encodeURIComponent(`/intern/savsjo/mote/${id}.pdf`)}`);
	});

	test.each(["9999", "0", "x", "__proto__", "1.5"])(
		"%s is no meeting: the app's error page, in Swedish",
		async (id) => {
			for (const format of FORMATS) {
				const { status, headers, bytes } = await fetchFile(format, { id });
				expect(status).toBe(404);
				expect(headers.get("Content-Type")).toBe("text/html; charset=utf-8");
				expect(bytes.toString("utf8")).toContain("Sidan finns inte");
			}
		},
	);
});

async function moteId(heldOn: string): Promise<number> {
	const { id } = await db
		.selectFrom("mote")
		.innerJoin("kommun", "kommun.id", "mote.kommun_id")
		.select("mote.id")
		.where("slug", "=", "savsjo")
		.where("held_on", "=", heldOn)
		.executeTakeFirstOrThrow();
	return id;
}

async function versionOf(id: number): Promise<number> {
	const { version } = await db.selectFrom("mote").select("version").where("id", "=", id).executeTakeFirstOrThrow();
	return version;
}

async function nameAndHeading(id: number): Promise<[string | undefined, string | undefined]> {
	const { headers, bytes } = await fetchFile("txt", { id });
	const [, name] = /filename="([^"]+)"/.exec(headers.get("Content-Disposition") ?? "") ?? [];
	return [name, bytes.toString("utf8").split("\n")[0]];
}

async function textOf(id: number): Promise<string> {
	return (await fetchFile("txt", { id })).bytes.toString("utf8");
}

async function pdfOf(id: number) {
	return readPdf((await fetchFile("pdf", { id })).bytes);
}

function oneLine(text: string): string {
	return text.replace(/\s+/g, " ");
}

/** What an item says, however it is laid out; a title that is cut off stands in full beside it. */
function everythingIn(punkt: ProtokollPunkt): string[] {
	const { number, title, quotation, lines, rapport, atgarder, anteckning, beslut, nyaAtgarder, outcome } = punkt;
	return [
		`${number} ${title.replace(/ …$/, "")}`,
		quotation ?? "",
		...lines,
		...(rapport ? [rapport.name, rapport.finding, ...rapport.begardaBeslut.map(({ text }) => text)] : []),
		...(atgarder?.rows.flat() ?? []),
		anteckning,
		...beslut.map((one) => `${one.number} ${one.text}`),
		...(nyaAtgarder?.rows.flat() ?? []),
		outcome ?? "",
	];
}

function wordsIn(text: string): string[] {
	return text.match(/[\p{L}\d]+/gu) ?? [];
}

/** What the file's address answers, bytes and all, as a browser gets it; signed in as ledamot unless told otherwise. */
async function fetchFile(
	format: Format,
	{ id, kommun = "savsjo", cookie: own = cookie }: { id: number | string; kommun?: string; cookie?: string | null },
): Promise<{ status: number; headers: Headers; bytes: Buffer }> {
	const args: LoaderFunctionArgs | ActionFunctionArgs = {
		request: new Request(new URL(`/intern/${kommun}/mote/${id}.${format}`, ORIGIN), {
			headers: own ? { Cookie: own } : {},
		}),
		params: { kommun, id: String(id) },
		context: { cspNonce: "", clientIp: "192.0.2.1" },
	};
	const response = await LOADERS[format](args).catch((thrown: unknown) => {
		if (thrown instanceof Response) return thrown;
		throw thrown;
	});
	return { status: response.status, headers: response.headers, bytes: Buffer.from(await response.arrayBuffer()) };
}
