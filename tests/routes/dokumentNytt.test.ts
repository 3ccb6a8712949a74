import { beforeEach, describe, expect, test } from "vitest";
import * as list from "#app/routes/intern.$kommun.dokument._index/route.tsx";
import * as dokumentPage from "#app/routes/intern.$kommun.dokument.$id/route.tsx";
import * as paste from "#app/routes/intern.$kommun.dokument.nytt._index/route.tsx";
import * as review from "#app/routes/intern.$kommun.dokument.nytt.$id._index/route.tsx";
import alvesta from "#seeds/loften/alvesta-2017.txt?raw";
import savsjo from "#seeds/loften/savsjo-2017.txt?raw";
import { callLoader, NOW } from "./context.ts";
import { makeUtkastScene, type UtkastScene } from "./dokumentNyttScene.ts";
import { errorTargets, formWith } from "./html.ts";
import { openPage, postForm } from "./page.tsx";

let scene: UtkastScene;

beforeEach(async () => {
	scene = await makeUtkastScene();
});

/** The question of the page whose words hold these. */
async function fragaWith(id: number, words: string) {
	const { data } = await scene.open(id);
	const all = [...data.factsFragor, ...data.aktiviteter.flatMap(({ fragor }) => fragor)];
	const found = all.find(({ question }) => question.includes(words));
	if (!found) throw new Error(`no question says ${words}: ${all.map(({ question }) => question).join(" | ")}`);
	return found;
}

const PERIOD = { inForceFrom: "2017-01-01", inForceTo: "31 december 2017" };

describe("the text", () => {
	test.each([
		["nothing", {}, "text", "Källtext: fältet är tomt. Klistra in löftestexten, eller välj en fil."],
		[
			"both a text and a file",
			{ text: "Polisen ska patrullera.", file: new File(["Polisen ska patrullera."], "lofte.txt") },
			"file",
			"Fil: du har både klistrat in en text och valt en fil. Ta bort det ena.",
		],
		["an empty file", { file: new File([""], "lofte.txt") }, "file", "Fil: den är tom. Välj filen med löftena."],
		[
			"a file that is no text",
			{ file: new File([new Uint8Array([0x89, 0x50, 0x4e, 0x47, 13, 10, 26, 10, 0])], "lofte.png") },
			"file",
			"Fil:",
		],
	])("that is %s is refused, and what was pasted comes back", async (_what, typed, field, message) => {
		const { status, body } = await scene.send({ ...typed, sourceNote: "polisen.se" });
		expect(status).toBe(400);
		expect(body).toMatchObject({ errors: [{ field, message: expect.stringContaining(message) }] });
		const { html } = await openPage(paste, scene.pasteCall(), body);
		expect(errorTargets(html)).toEqual([field]);
		const form = formWith((await openPage(paste, scene.pasteCall(), body)).forms, { intent: "beginDokumentutkast" });
		expect(form).toMatchObject({ text: ["text" in typed ? typed.text : ""], sourceNote: ["polisen.se"] });
	});

	test("with a personal number is refused and never echoed", async () => {
		const { status, body } = await scene.send({ text: "Polisen ska ringa 640823-3234 varje vecka." });
		expect(status).toBe(400);
		expect(JSON.stringify(body)).toContain("ta bort personnumret");
		expect(JSON.stringify(body)).not.toContain("3234");
	});

	test("of a file is read like a pasted one", async () => {
		const { location } = await scene.send({ file: new File([savsjo], "lofte.txt") });
		const id = Number(/nytt\/(\d+)\?sparat=beginDokumentutkast$/.exec(location ?? "")?.[1]);
		expect((await scene.open(id)).data.aktiviteter).toHaveLength(7);
	});

	test("that is far too large is told where the web server leads back to", async () => {
		const answer = await callLoader(paste.loader, scene.pasteCall(scene.samordnare, "?fel=storlek"));
		expect(answer.status).toBe(413);
		expect(answer.body).toMatchObject({ fileError: expect.stringContaining("större än 5 MB") });
	});

	test("is one utkast, however often it is sent", async () => {
		const { forms } = await openPage(paste, scene.pasteCall());
		const { uuid = [""] } = formWith(forms, { intent: "beginDokumentutkast" });
		const fields = { intent: "beginDokumentutkast", uuid, text: savsjo, sourceNote: "" };
		const first = await postForm(paste, { ...scene.pasteCall(), fields });
		const second = await postForm(paste, { ...scene.pasteCall(), fields });
		expect(second.location).toBe(first.location);
		expect((await callLoader(paste.loader, scene.pasteCall())).body).toMatchObject({
			drafts: [{ title: expect.stringContaining("Medborgarlöften"), isReplacing: false }],
		});
	});

	test("replaces the dokument of the address, with what goes on", async () => {
		const { id: dokumentId } = scene.dokument;
		const { id: aktivitetId } = await scene.db
			.selectFrom("aktivitet")
			.select("id")
			.where("dokument_id", "=", dokumentId)
			.executeTakeFirstOrThrow();
		const call = scene.pasteCall(scene.samordnare, `?ersatter=${dokumentId}&ta-med=${aktivitetId},99999`);
		const { forms, text } = await openPage(paste, call);
		expect(formWith(forms, { intent: "beginDokumentutkast" })).toMatchObject({
			replacesDokumentId: [String(dokumentId)],
			carriedAktivitetIds: [String(aktivitetId)],
		});
		expect(text).toContain("1 aktivitet följer med");
		const other = scene.pasteCall(scene.samordnare, `?ersatter=${scene.elsewhere.id}`);
		expect((await callLoader(paste.loader, other)).body).toMatchObject({ replaced: null });
	});
});

describe("the drafts", () => {
	test("stand on the dokument page for those who may go on with them, and nowhere for others", async () => {
		const id = await scene.begin(savsjo);
		const call = { path: `/intern/${scene.kommun.slug}/dokument`, params: { kommun: scene.kommun.slug } };
		const own = await openPage(list, { ...call, cookie: scene.polis.cookie });
		expect(own.html).toContain(`href="/intern/${scene.kommun.slug}/dokument/nytt/${id}"`);
		expect(own.text).toContain("Nytt dokument");
		const { cookie } = await scene.as("ledamot");
		const read = await openPage(list, { ...call, cookie });
		expect(read.data).toMatchObject({ drafts: [], newTo: null });
	});

	test("are thrown away by who saw them as they are", async () => {
		const id = await scene.begin(savsjo);
		const { forms } = await openPage(paste, scene.pasteCall());
		const form = formWith(forms, { intent: "discardDokumentutkast", utkastId: id });
		await scene.answer(id, { intent: "answerFraga", fragaKey: (await fragaWith(id, "Ansvarar")).key, choice: 0 });
		const late = await postForm(paste, { ...scene.pasteCall(), fields: form });
		expect(late.status).toBe(409);
		const again = formWith((await openPage(paste, scene.pasteCall())).forms, { intent: "discardDokumentutkast" });
		expect((await postForm(paste, { ...scene.pasteCall(), fields: again })).location).toContain(
			"?sparat=discardDokumentutkast",
		);
		expect((await callLoader(review.loader, scene.reviewCall(id))).status).toBe(404);
	});

	test("of another kommun are not there", async () => {
		const id = await scene.begin(savsjo);
		const path = `/intern/grannkommun/dokument/nytt/${id}`;
		const stranger = await scene.as("samordnare");
		const call = { path, params: { kommun: "grannkommun", id: String(id) }, cookie: stranger.cookie };
		expect((await callLoader(review.loader, call)).status).toBe(404);
	});
});

describe("the review", () => {
	test.each([
		["Sävsjö 2017", savsjo],
		["Alvesta 2017", alvesta],
	])("of %s shows the whole text word for word, each aktivitet marked with its number", async (_name, text) => {
		const id = await scene.begin(text);
		const { data, html } = await scene.open(id);
		expect(data.pieces.map((piece) => piece.text).join("")).toBe(text.replace(/\r\n?/g, "\n"));
		const begins = data.pieces.flatMap((piece) => piece.begins);
		for (const { key, number, quotation } of data.aktiviteter) {
			expect(begins).toContainEqual({
				id: `text-${key}`,
				label: String(number),
				name: `Aktivitet ${number}`,
				href: `#${key}`,
				kind: "aktivitet",
			});
			expect(html).toContain(`id="text-${key}"`);
			expect(html).toContain(`<li id="${key}"`);
			const at = data.pieces.findIndex((piece) => piece.begins.some((link) => link.id === `text-${key}`));
			const from = data.pieces.slice(at).map((piece) => piece.text);
			expect(from.join("").startsWith(quotation)).toBe(true);
		}
	});

	test("says what is left, and leads to each", async () => {
		const id = await scene.begin(savsjo);
		const { data, html } = await scene.open(id);
		expect(data.remains.sentence).toMatch(/^\d frågor att svara på/);
		expect(data.remains.items.length).toBeGreaterThan(0);
		for (const { href } of data.remains.items) expect(html).toContain(`id="${href.slice(1)}"`);
	});

	test("takes an answer in one press and leads back: to the card without JavaScript, nowhere else with it", async () => {
		const id = await scene.begin(savsjo);
		const fraga = await fragaWith(id, "Ansvarar");
		expect(fraga).toMatchObject({
			isNeeded: false,
			quotation: "Polsien",
			choices: expect.arrayContaining(["Polisen"]),
		});
		const { data } = await scene.open(id);
		const card = data.aktiviteter.find(({ fragor }) => fragor.some(({ key }) => key === fraga.key));
		const saved = await scene.answer(id, { intent: "answerFraga", fragaKey: fraga.key, how: "choice", choice: 0 });
		expect(saved.location).toBe(`/intern/${scene.kommun.slug}/dokument/nytt/${id}?sparat=answerFraga#${card?.key}`);
		const { data: after, text } = await scene.open(id);
		expect(after.aktiviteter.flatMap(({ fragor }) => fragor)).toContainEqual(
			expect.objectContaining({ key: fraga.key, answer: "Polisen" }),
		);
		expect(text).toContain("Svar: Polisen");
		const { forms } = await scene.open(id);
		const reopen = await postForm(review, {
			...scene.reviewCall(id),
			headers: { "Sec-Fetch-Mode": "cors" },
			fields: formWith(forms, { intent: "reopenFraga", fragaKey: fraga.key }),
		});
		expect(reopen.location).toBe(`/intern/${scene.kommun.slug}/dokument/nytt/${id}?sparat=reopenFraga`);
		expect((await fragaWith(id, "Ansvarar")).answer).toBeNull();
	});

	test.each<[string, Record<string, string>, string, string]>([
		["no day", { inForceFrom: "", inForceTo: "" }, "inForceFrom", "Gäller från: skriv dagen med år"],
		["a day without a year", { inForceFrom: "1 januari", inForceTo: "2017-12-31" }, "inForceFrom", "Gäller från:"],
		["no end", { inForceFrom: "2017-01-01", inForceTo: "" }, "inForceTo", "Gäller till: skriv en dag, eller"],
		[
			"an end and none",
			{ inForceFrom: "2017-01-01", inForceTo: "2017-12-31", isOpenEnded: "ja" },
			"inForceTo",
			"Gäller till: skriv en dag, eller välj tills vidare. Inte båda.",
		],
	])("refuses a period with %s beside what was typed", async (_what, typed, field, message) => {
		const id = await scene.begin(savsjo);
		const { key } = await fragaWith(id, "Vilken dag börjar");
		const refused = await scene.answer(id, { intent: "answerFraga", fragaKey: key, how: "fields" }, typed);
		expect(refused.status).toBe(400);
		expect(refused.body).toMatchObject({
			errors: expect.arrayContaining([{ field, message: expect.stringContaining(message) }]),
		});
		const [target = ""] = errorTargets(refused.page?.html ?? "");
		expect(refused.page?.html).toContain(`id="${target}"`);
		const form = formWith(refused.page?.forms ?? [], { intent: "answerFraga", fragaKey: key, how: "fields" });
		expect(form).toMatchObject({ inForceFrom: [typed.inForceFrom], inForceTo: [typed.inForceTo] });
	});

	test("keeps an answer in own words beside the quotation, and a struck question goes nowhere", async () => {
		const id = await scene.begin(savsjo);
		const { key } = await fragaWith(id, "Ansvarar");
		const words = { intent: "answerFraga", fragaKey: key, how: "words" };
		const refused = await scene.answer(id, words, { answer: " " });
		expect(refused.page?.text).toContain("Svar: skriv vad parterna har kommit överens om.");
		await scene.answer(id, words, { answer: "Polisen, enligt mötet i januari" });
		expect((await fragaWith(id, "Ansvarar")).answer).toBe("Polisen, enligt mötet i januari");
		const other = await fragaWith(id, "Vilka är de fasta");
		await scene.answer(id, { intent: "strikeFraga", fragaKey: other.key });
		await expect(fragaWith(id, "Vilka är de fasta")).rejects.toThrow("no question");
	});

	test("adds what was missed in the words of the text, and nothing else", async () => {
		const id = await scene.begin(savsjo);
		const missed = "Polisen har haft en dialog med kommunens invånare";
		const paraphrased = await scene.answer(id, { intent: "addPassage" }, { quotation: "Polisen pratar med folk" });
		expect(paraphrased.status).toBe(400);
		const form = formWith(paraphrased.page?.forms ?? [], { intent: "addPassage" });
		expect(form.quotation).toEqual(["Polisen pratar med folk"]);
		const added = await scene.answer(id, { intent: "addPassage" }, { quotation: missed });
		const { data } = await scene.open(id);
		const aktivitet = data.aktiviteter.find(({ quotation }) => quotation === missed);
		expect(added.location).toBe(`/intern/${scene.kommun.slug}/dokument/nytt/${id}?sparat=addPassage#${aktivitet?.key}`);
		expect(aktivitet?.number).toBe(8);
	});

	test("leaves an aktivitet out and takes it in again", async () => {
		const id = await scene.begin(savsjo);
		const { data } = await scene.open(id);
		const [first] = data.aktiviteter;
		await scene.answer(id, { intent: "leaveOutAktivitet", aktivitetKey: first?.key ?? "" });
		const without = await scene.open(id);
		expect(without.data.aktiviteter).toHaveLength(6);
		expect(without.data.leftOut).toEqual([{ key: first?.key, quotation: first?.quotation }]);
		expect(without.data.pieces.flatMap(({ begins }) => begins.map((link) => link.id))).not.toContain(
			`text-${first?.key}`,
		);
		await scene.answer(id, { intent: "takeInAktivitet", aktivitetKey: first?.key ?? "" });
		expect((await scene.open(id)).data.aktiviteter).toHaveLength(7);
	});

	test("offers a promise that is told twice for merging, and keeps both where that is said", async () => {
		const id = await scene.begin(alvesta);
		const { data, text } = await scene.open(id);
		const [pair] = data.merges;
		expect(text).toContain("Står två gånger");
		const which = { keepKey: pair?.keepKey ?? "", mergeKey: pair?.mergeKey ?? "" };
		await scene.answer(id, { intent: "mergeAktiviteter", ...which });
		const merged = await scene.open(id);
		expect(merged.data.aktiviteter).toHaveLength(data.aktiviteter.length - 1);
		expect(merged.data.aktiviteter.find(({ key }) => key === pair?.keepKey)?.alsoTold).toEqual([pair?.merge.quotation]);
		const other = await scene.begin(alvesta);
		await scene.answer(other, { intent: "keepApart", ...which });
		expect((await scene.open(other)).data.merges).toEqual([]);
	});
});

describe("two people at the same utkast", () => {
	test("the later one is told, with what was typed still in the form", async () => {
		const id = await scene.begin(savsjo);
		const { key } = await fragaWith(id, "Vilken dag börjar");
		const { forms } = await scene.open(id, scene.polis);
		await scene.answer(id, { intent: "answerFraga", fragaKey: (await fragaWith(id, "Ansvarar")).key, choice: 0 });
		const late = await postForm(review, {
			...scene.reviewCall(id, scene.polis),
			fields: { ...formWith(forms, { intent: "answerFraga", fragaKey: key, how: "fields" }), ...PERIOD },
		});
		expect(late.status).toBe(409);
		expect(late.page?.text).toContain("har ändrats av någon annan");
		const form = formWith(late.page?.forms ?? [], { intent: "answerFraga", fragaKey: key, how: "fields" });
		expect(form).toMatchObject({ inForceFrom: ["2017-01-01"], inForceTo: ["31 december 2017"] });
		const again = await postForm(review, { ...scene.reviewCall(id, scene.polis), fields: form });
		expect(again.status).toBe(302);
	});

	test("words for a question that the other has answered are given back", async () => {
		const id = await scene.begin(savsjo);
		const { key } = await fragaWith(id, "Ansvarar");
		const { forms } = await scene.open(id, scene.polis);
		await scene.answer(id, { intent: "answerFraga", fragaKey: key, choice: 0 });
		const late = await postForm(review, {
			...scene.reviewCall(id, scene.polis),
			fields: {
				...formWith(forms, { intent: "answerFraga", fragaKey: key, how: "words" }),
				answer: "Vi frågar kommunpolisen",
			},
		});
		expect(late.status).toBe(409);
		expect(late.page?.text).toContain("Det du skrev är inte sparat. Svar: ”Vi frågar kommunpolisen”.");
	});
});

describe("putting it in force", () => {
	test("says everything that is wrong at once, each with a place on the page", async () => {
		const id = await scene.begin(savsjo);
		const refused = await scene.answer(id, { intent: "putInForce" });
		expect(refused.status).toBe(400);
		const targets = errorTargets(refused.page?.html ?? "");
		expect(targets.length).toBeGreaterThanOrEqual(2);
		for (const target of targets) expect(refused.page?.html).toContain(`id="${target}"`);
		expect(refused.page?.text).toContain("Gäller från: fyll i första dagen.");
	});

	test("takes Sävsjö 2017's text to a dokument in two answers, and what nobody answered goes along", async () => {
		const id = await scene.begin(savsjo);
		const { key } = await fragaWith(id, "Vilken dag börjar");
		await scene.answer(id, { intent: "answerFraga", fragaKey: key, how: "fields" }, PERIOD);
		const { data } = await scene.open(id);
		expect(data.remains.isReady).toBe(true);
		const done = await scene.answer(id, { intent: "putInForce" });
		const dokumentId = Number(/dokument\/(\d+)\?sparat=putInForce$/.exec(done.location ?? "")?.[1]);
		const rows = await scene.db
			.selectFrom("aktivitet")
			.select("quotation")
			.where("dokument_id", "=", dokumentId)
			.execute();
		expect(rows).toHaveLength(7);
		const dokument = await scene.db
			.selectFrom("dokument")
			.select(["in_force_from", "in_force_to", "source_text", "created_at"])
			.where("id", "=", dokumentId)
			.executeTakeFirstOrThrow();
		expect(dokument).toEqual({
			in_force_from: "2017-01-01",
			in_force_to: "2017-12-31",
			source_text: savsjo.replace(/\r\n?/g, "\n"),
			created_at: NOW,
		});
		const landing = await openPage(dokumentPage, {
			...scene.reviewCall(dokumentId),
			path: done.location ?? "",
		});
		expect(landing.text).toContain("Dokumentet är satt i kraft. Aktiviteterna kan loggas och följs upp.");
		expect(landing.text).toMatch(/Gör så här sedan.*Importera tidigare registreringar.*Logga en aktivitet/);
		const later = await openPage(dokumentPage, {
			...scene.reviewCall(dokumentId),
			path: (done.location ?? "").replace(/\?.*/, ""),
		});
		expect(later.text).not.toContain("Gör så här sedan");
		const { open } = await scene.db
			.selectFrom("fraga")
			.select(({ fn }) => fn.countAll<number>().as("open"))
			.where("dokument_id", "=", dokumentId)
			.where("answer", "is", null)
			.executeTakeFirstOrThrow();
		expect(open).toBe(
			data.factsFragor.concat(data.aktiviteter.flatMap(({ fragor }) => fragor)).filter(({ answer }) => answer === null)
				.length,
		);
		expect(await callLoader(review.loader, scene.reviewCall(id))).toMatchObject({
			status: 302,
			location: `/intern/${scene.kommun.slug}/dokument/${dokumentId}`,
		});
	});
});

describe("a very long text", () => {
	test("folds the aktiviteter that nothing is asked about, and stays within a size that a browser takes", async () => {
		const lines = Array.from(
			{ length: 220 },
			(_, index) =>
				`- Polisen ska genomföra minst ${index + 2} fotpatruller i centrum under 2018, enligt plan nummer ${index + 1} som parterna har beslutat.`,
		);
		const filler = "Det här är bakgrund som inte lovar något särskilt. ".repeat(1600);
		const text = `Medborgarlöften 2018\n\nGäller 1 januari 2018 till 31 december 2018.\n\n${filler}\n\nPolisen lovar:\n${lines.join("\n")}`;
		const id = await scene.begin(text);
		const { data, html } = await scene.open(id);
		expect(data.aktiviteter.length).toBeGreaterThan(150);
		expect(data.aktiviteter.filter(({ isFolded }) => isFolded).length).toBeGreaterThan(100);
		const size = html.length + JSON.stringify(data).length;
		expect(size).toBeLessThan(1_000_000);
	});
});
