import { parse } from "csv-parse/sync";
import { afterEach, beforeEach, describe, expect, test } from "vitest";
import type { Role } from "#app/domain/permissions.ts";
import { makeGenomforande } from "#tests/factories/genomforande.ts";
import { latestEdition, makeRapport } from "#tests/factories/rapport.ts";
import { makeService, type Service } from "#tests/faults/service.ts";
import { partsOf, readWorkbook } from "#tests/unit/outputs/workbook.ts";
import { cookieOf, ORIGIN, signedIn } from "./context.ts";
import { formsIn, formWith, textOf } from "./html.ts";
import { asPosted, type Fields } from "./rapportScene.ts";

/** The built server, asked over the network by people without JavaScript, some of them at the same moment. */
let service: Service;
let address: string;
let rapportPath: string;

beforeEach(async () => {
	service = await makeService();
	({ address } = await service.start());
	rapportPath = `/intern/${service.kommun.slug}/rapport/2018-T2`;
});

afterEach(() => service.end());

interface Answer {
	status: number;
	headers: Headers;
	html: string;
	text: string;
}

/** Somebody with a role of their own in the kommun, and a browser. */
async function visitor(role: Role) {
	const { cookie, personId } = await signedIn({ db: service.db, roles: [role], kommun: service.kommun });
	return { personId, ...withCookie(cookie) };
}
type Visitor = Awaited<ReturnType<typeof visitor>>;

function withCookie(cookie: string) {
	return {
		cookie,
		get: (path: string, headers: Record<string, string> = {}) => ask(path, { headers: { Cookie: cookie, ...headers } }),
		post: (path: string, fields: Fields) =>
			ask(path, { method: "POST", headers: { Cookie: cookie, Origin: ORIGIN }, body: new URLSearchParams(fields) }),
	};
}

async function ask(path: string, init: RequestInit = {}): Promise<Answer> {
	const headers = { Accept: "text/html,application/xhtml+xml,application/xml;q=0.9,*/*;q=0.8", ...init.headers };
	const answer = await fetch(address + path, { redirect: "manual", ...init, headers });
	const html = await answer.text();
	return { status: answer.status, headers: answer.headers, html, text: textOf(html) };
}

const stateNow = async () => latestEdition(service, { dokumentId: service.dokument.id, periodCode: "2018-T2" });

/** Opens a page and sends its form that posts these values. */
async function fillIn(who: Visitor, path: string, which: Record<string, string>, typed: Fields = {}) {
	const { html } = await who.get(path);
	return who.post(path, { ...asPosted(formWith(formsIn(html), which)), ...typed });
}

test("two who sign at the same moment make one signature; the other is told that it is signed", async () => {
	await makeRapport(service, { state: "granskad" });
	const signers = [await visitor("undertecknare"), await visitor("undertecknare")];
	const path = `${rapportPath}/signera`;
	const forms = await Promise.all(
		signers.map(async (one) => asPosted(formWith(formsIn((await one.get(path)).html), { intent: "signRapport" }))),
	);
	// Each of them also clicks twice.
	const sent = [0, 1, 0, 1].map((index) => signers[index]?.post(path, forms[index] ?? {}));
	const answers = await Promise.all(sent);
	expect(answers.map((answer) => answer?.status).sort()).toEqual([302, 409, 409, 409]);
	for (const refused of answers.filter((answer) => answer?.status === 409)) {
		expect(refused?.text).toContain("Rapporten är signerad.");
		expect(refused?.text).toContain("Kontrollkod");
	}
	expect(await service.db.selectFrom("rapport_snapshot").select("code").execute()).toHaveLength(1);
	expect((await stateNow())?.state).toBe("signerad");
});

describe("two who begin to write the same report at the same moment", () => {
	test("begin one report, in which both have written", async () => {
		const [polis, samordnare] = [await visitor("kommunpolis"), await visitor("samordnare")];
		const aktivitetId = "";
		const which = { intent: "saveRapportText", aktivitetId };
		const [mine, yours] = await Promise.all([
			fillIn(polis, rapportPath, { ...which, part: "polis" }, { bedomning: "Polisens ord" }),
			fillIn(samordnare, rapportPath, { ...which, part: "kommun" }, { bedomning: "Kommunens ord" }),
		]);
		expect([mine.status, yours.status]).toEqual([302, 302]);
		expect(await service.db.selectFrom("rapport").select("id").execute()).toHaveLength(1);
		const { text } = await (await visitor("ledamot")).get(rapportPath);
		expect(text).toContain("Polisens ord");
		expect(text).toContain("Kommunens ord");
	});

	test("in the same text: the loser sees both, keeps what was typed, and chooses", async () => {
		const [first, second] = [await visitor("kommunpolis"), await visitor("kommunpolis")];
		const which = { intent: "saveRapportText", part: "polis", aktivitetId: "" };
		const [formA, formB] = await Promise.all(
			[first, second].map(async (one) => asPosted(formWith(formsIn((await one.get(rapportPath)).html), which))),
		);
		const answers = await Promise.all([
			first.post(rapportPath, { ...formA, bedomning: "Den enas text" }),
			second.post(rapportPath, { ...formB, bedomning: "Den andras text" }),
		]);
		expect(answers.map(({ status }) => status).sort()).toEqual([302, 409]);
		const won = answers[0]?.status === 302 ? "Den enas text" : "Den andras text";
		const lost = won === "Den enas text" ? "Den andras text" : "Den enas text";
		const refused = answers.find(({ status }) => status === 409);
		const loser = answers[0]?.status === 302 ? second : first;
		expect(refused?.text).toContain(won);
		expect(refused?.text).toContain("Det som nu är sparat, av kommunpolis");
		const again = asPosted(formWith(formsIn(refused?.html ?? ""), which));
		expect(again.bedomning).toBe(lost);
		expect(await service.db.selectFrom("rapport").select("id").execute()).toHaveLength(1);
		expect(await service.db.selectFrom("rapport_text").select("bedomning").execute()).toEqual([{ bedomning: won }]);
		expect((await loser.post(rapportPath, again)).status).toBe(302);
		expect(await service.db.selectFrom("rapport_text").select("bedomning").execute()).toEqual([{ bedomning: lost }]);
		expect(refused?.headers.get("Cache-Control")).toBe("no-store");
	});

	test("say klar at the same moment: one mark is made, the other page is told and can say it again", async () => {
		const [polis, samordnare] = [await visitor("kommunpolis"), await visitor("samordnare")];
		const answers = await Promise.all([
			fillIn(polis, rapportPath, { intent: "markKlar", part: "polis" }),
			fillIn(samordnare, rapportPath, { intent: "markKlar", part: "kommun" }),
		]);
		expect(await service.db.selectFrom("rapport").select("id").execute()).toHaveLength(1);
		for (const [index, { status, text }] of answers.entries()) {
			if (status === 302) continue;
			expect(status).toBe(409);
			expect(text).toContain("ändrats av någon annan");
			const [who, part] = index === 0 ? [polis, "polis"] : [samordnare, "kommun"];
			expect((await fillIn(who, rapportPath, { intent: "markKlar", part })).status).toBe(302);
		}
		expect((await stateNow())?.state).toBe("inlamnad");
	});
});

test("a text typed in a session that has ended is shown again, and is saved after signing in", async () => {
	const polis = await visitor("kommunpolis");
	const which = { intent: "saveRapportText", part: "polis", aktivitetId: "" };
	const form = asPosted(formWith(formsIn((await polis.get(rapportPath)).html), which));
	const typed = { ...form, bedomning: "Skriven medan sessionen tog slut" };
	await service.db.deleteFrom("session").execute();
	const answer = await polis.post(rapportPath, typed);
	expect(answer.status).toBe(401);
	expect(answer.text).toContain("Skriven medan sessionen tog slut");
	const kept = formsIn(answer.html).find((one) => one.intent?.[0] === "saveRapportText") ?? {};
	const another = await visitor("kommunpolis");
	expect((await another.post(rapportPath, asPosted(kept))).text).toContain("Sidan öppnades av någon annan");
	const back = withCookie(await cookieOf(polis.personId));
	expect((await back.post(rapportPath, asPosted(kept))).status).toBe(302);
	expect((await back.get(rapportPath)).text).toContain("Skriven medan sessionen tog slut");
});

test("the page of a report that is not there says why, and leads to those that are, for members only", async () => {
	const polis = await visitor("kommunpolis");
	for (const last of ["", "/visa"]) {
		const { status, text, html } = await polis.get(`/intern/${service.kommun.slug}/rapport/2017-T3${last}`);
		expect(status).toBe(404);
		expect(text).toContain("Rapporten finns inte Inget medborgarlöfte gällde i tertial 3 2017.");
		expect(html).toContain(`href="/intern/${service.kommun.slug}/rapport"`);
	}
	const elsewhere = await polis.get("/intern/grannkommun/rapport/2017-T3");
	expect(elsewhere.status).toBe(404);
	expect(elsewhere.text).not.toContain("Rapporten finns inte");
	expect(elsewhere.html).not.toContain('/intern/grannkommun/rapport"');
});

test.each(["2018-T2", "2018-T9", "2018-T2?version=3"])(
	"the public page of %s, which is not there, leads to the kommun's own; an unknown kommun has none",
	async (last) => {
		const { status, html, text } = await ask(`/${service.kommun.slug}/rapport/${last}`);
		expect(status).toBe(404);
		expect(text).toContain("Rapporten finns inte");
		expect(html).toContain(`href="/${service.kommun.slug}"`);
		const unknown = await ask(`/finns-inte/rapport/${last}`);
		expect(unknown.status).toBe(404);
		expect(unknown.text).toContain("Sidan finns inte");
		expect(unknown.html).not.toContain('href="/finns-inte"');
	},
);

describe("the public side", () => {
	const FILES = ["pdf", "xlsx", "csv", "json"];
	let samordnare: Visitor;
	let pages: string[];

	beforeEach(async () => {
		const undertecknare = await visitor("undertecknare");
		samordnare = await visitor("samordnare");
		await makeRapport(service, { state: "granskad" });
		expect((await fillIn(undertecknare, `${rapportPath}/signera`, { intent: "signRapport" })).status).toBe(302);
		expect((await fillIn(samordnare, rapportPath, { intent: "publishRapport" })).status).toBe(302);
		const { slug } = service.kommun;
		const rapport = `/${slug}/rapport/2018-T2`;
		pages = [rapport, ...FILES.map((format) => `${rapport}.${format}`)];
	});

	const elsewhere = () => {
		const { slug } = service.kommun;
		return [
			"/",
			`/${slug}`,
			`/${slug}/inbaddning`,
			"/kontrollera",
			"/kontrollera?kod=0000000000000000",
			"/kontrollera/nycklar.pem",
			"/tillganglighet",
			"/halsa",
		];
	};
	const nowhere = () => {
		const { slug } = service.kommun;
		const wrong = ["2018-T1", "2018-T9", "2018-T2.exe"].map((period) => `/${slug}/rapport/${period}`);
		return ["/finns-inte", "/finns-inte/rapport/2018-T2", "/finns-inte/rapport/2018-T2.pdf", ...wrong].concat(
			FILES.map((format) => `/${slug}/rapport/2018-T1.${format}`),
		);
	};

	test("sets no cookie and takes none, on any page, file or page that is not there", async () => {
		for (const path of [...pages, ...elsewhere(), ...nowhere()])
			for (const Cookie of ["", samordnare.cookie, "__session=stulen"]) {
				const headers: Record<string, string> = Cookie ? { Cookie } : {};
				const answer = await ask(path, { headers });
				expect(answer.headers.get("Set-Cookie"), path).toBeNull();
				const known = await ask(path, { headers: { ...headers, "If-None-Match": "*" } });
				expect(known.headers.get("Set-Cookie"), path).toBeNull();
			}
	});

	test("what is published may lie in caches and is asked for by its mark; what is not there may not", async () => {
		for (const path of pages) {
			const first = await ask(path);
			expect(first.status, path).toBe(200);
			expect(first.headers.get("Cache-Control"), path).toBe("public, max-age=60");
			const etag = first.headers.get("ETag") ?? "";
			expect(etag, path).toMatch(/^(W\/)?"[\w-]{43,64}"$/);
			const again = await ask(path, { headers: { "If-None-Match": etag } });
			expect(again.status, path).toBe(304);
			expect(again.html).toBe("");
			expect(again.headers.get("ETag")).toBe(etag);
			expect(again.headers.get("Cache-Control")).toBe("public, max-age=60");
		}
		for (const path of nowhere()) {
			const { status, headers, text } = await ask(path, { headers: { "If-None-Match": "*" } });
			expect(status, path).toBe(404);
			expect(headers.get("Cache-Control"), path).toBe("no-store");
			expect(headers.get("ETag"), path).toBeNull();
			expect(text, path).toContain("Sidan finns inte");
		}
	});

	test("the data of a page may lie in caches as the page may, and no longer", async () => {
		for (const path of pages.filter((page) => !/\.\w+$/.test(page)))
			expect((await ask(`${path}.data`)).headers.get("Cache-Control"), path).toBe("public, max-age=60");
		for (const path of nowhere()) {
			const { status, headers } = await ask(`${path}.data`);
			expect(status, path).toBe(404);
			expect(headers.get("Cache-Control"), path).toBe("no-store");
		}
	});

	test("is gone at the moment when the publication is recalled, in every form", async () => {
		const { slug } = service.kommun;
		const etags = await Promise.all(pages.map(async (path) => (await ask(path)).headers.get("ETag") ?? ""));
		expect((await ask(`/${slug}`)).text).toContain("maj–augusti 2018");
		expect((await fillIn(samordnare, rapportPath, { intent: "recallRapport" })).status).toBe(302);
		for (const [index, path] of pages.entries()) {
			expect((await ask(path)).status, path).toBe(404);
			expect((await ask(path, { headers: { "If-None-Match": etags[index] ?? "" } })).status, path).toBe(404);
			expect((await ask(path, { method: "HEAD" })).status, path).toBe(404);
		}
		for (const path of [`/${slug}`, `/${slug}/inbaddning`])
			expect((await ask(path)).text).not.toContain("maj–augusti 2018");
		expect((await samordnare.get(rapportPath)).status).toBe(200);
	});
});

test("what could be run as a formula is inert in the CSV and the Excel file that are downloaded", async () => {
	const { db, kommun, dokument, polis } = service;
	const hostile = ['=HYPERLINK("https://ond.example";"Klicka")', "+46 70", "-2+3", "@SUM(A1)", "\t=1+1"];
	const [title = "", plats = "", bedomning = "", kommentar = "", orsak = ""] = hostile;
	await db.updateTable("dokument").set({ title }).where("id", "=", dokument.id).execute();
	await db
		.updateTable("plats")
		.set({ name: plats })
		.where("id", "=", kommun.platsIds.Torget ?? 0)
		.execute();
	await makeGenomforande(db, polis, {
		measureId: dokument.measureIds.count,
		date: "2018-06-01",
		platsId: kommun.platsIds.Torget ?? null,
	});
	const officer = await visitor("kommunpolis");
	const which = { intent: "saveRapportText", part: "polis" };
	await fillIn(officer, rapportPath, { ...which, aktivitetId: "" }, { bedomning });
	const aktivitetId = String(dokument.aktivitetIds.count);
	await fillIn(officer, rapportPath, { ...which, aktivitetId }, { kommentar, orsak });

	const download = async (format: string) => {
		const answer = await fetch(`${address}${rapportPath}.${format}`, { headers: { Cookie: officer.cookie } });
		expect(answer.status).toBe(200);
		expect(answer.headers.get("Content-Disposition")).toMatch(/^attachment;/);
		expect(answer.headers.get("X-Content-Type-Options")).toBe("nosniff");
		return Buffer.from(await answer.arrayBuffer());
	};
	const runs = /^[\s"']*[=+\-@](?!\d+(,\d+)?$)/;
	const csv: string[][] = parse(await download("csv"), { bom: true, delimiter: ";", record_delimiter: "\r\n" });
	expect(csv.flat()).toContain(`'${title}`);
	expect(csv.flat().filter((cell) => runs.test(cell) && !cell.startsWith("'"))).toEqual([]);

	const xlsx = await download("xlsx");
	const cells = [...(await readWorkbook(xlsx)).values()].flat(2).map(String);
	for (const text of hostile)
		expect(
			cells.some((cell) => cell.includes(text.trim())),
			text,
		).toBe(true);
	// In a workbook a text is a text, whatever it begins with; only <f> is run.
	for (const [name, xml] of partsOf(xlsx)) expect(xml, name).not.toMatch(/<f[ />]/);
});
