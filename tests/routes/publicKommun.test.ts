import { beforeEach, describe, expect, test } from "vitest";
import { beginRattelse } from "#app/commands/beginRattelse.server.ts";
import { recallRapport } from "#app/commands/recallRapport.server.ts";
import { saveRapportText } from "#app/commands/saveRapportText.server.ts";
import { loader as start } from "#app/routes/_index/route.tsx";
import { embedCode } from "#app/routes/$kommun._index/EmbedSnippet.tsx";
import * as kommunStart from "#app/routes/$kommun._index/route.tsx";
import * as embedded from "#app/routes/$kommun.inbaddning/route.tsx";
import * as rapport from "#app/routes/$kommun.rapport.$period/route.tsx";
import { findAllRapportTexts } from "#db/rapport.server.ts";
import { makeDokument } from "#tests/factories/dokument.ts";
import { makeGenomforande } from "#tests/factories/genomforande.ts";
import { latestEdition, type MadeRapport, makeRapport } from "#tests/factories/rapport.ts";
import { makeScene, type Scene } from "#tests/factories/scene.ts";
import { callLoader, ORIGIN, startTestRuntime } from "./context.ts";
import { openPage } from "./page.tsx";

let scene: Scene;
let slug: string;

beforeEach(async () => {
	scene = await makeScene();
	slug = scene.kommun.slug;
	startTestRuntime({ db: scene.db });
});

const atStart = () => ({ path: `/${slug}`, params: { kommun: slug } });
const atEmbedded = () => ({ path: `/${slug}/inbaddning`, params: { kommun: slug } });
const atRapport = (period: string, query = "") => ({
	path: `/${slug}/rapport/${period}${query}`,
	params: { kommun: slug, period },
});

describe("before anything is published", () => {
	test.each(["utkast", "inlamnad", "granskad", "signerad"] as const)(
		"a rapport that is %s is not there",
		async (state) => {
			await makeRapport(scene, { state });
			expect((await openPage(kommunStart, atStart())).text).toContain("Inget är publicerat ännu");
			expect((await openPage(embedded, atEmbedded())).text).toContain("Ingen uppföljning är publicerad ännu");
			expect((await callLoader(rapport.loader, atRapport("2018-T2"))).status).toBe(404);
			expect((await callLoader(start, { path: "/" })).body).toMatchObject({
				kommuner: [{ published: null }, { published: null }],
			});
		},
	);
});

test("a recalled rapport is gone again, everywhere", async () => {
	const made = await makeRapport(scene, { state: "publicerad" });
	expect((await openPage(kommunStart, atStart())).text).toContain("maj–augusti 2018");
	await recallRapport(scene.db, scene.samordnare, await seen(made));
	expect((await openPage(kommunStart, atStart())).text).toContain("Inget är publicerat ännu");
	expect((await openPage(embedded, atEmbedded())).text).toContain("Ingen uppföljning är publicerad ännu");
	expect((await callLoader(rapport.loader, atRapport("2018-T2"))).status).toBe(404);
});

describe("what is published", () => {
	let made: MadeRapport;

	beforeEach(async () => {
		const { db, polis, dokument } = scene;
		const aktivitetId = dokument.aktivitetIds.recurring;
		for (const date of ["2018-05-03", "2018-06-07"])
			await makeGenomforande(db, polis, { measureId: dokument.measureIds.count, date });
		const texts = { orsak: "Poliser lånades ut.", nyPlan: "Två möten i veckan.", kommentar: "Läs vidare." };
		const asked = { dokumentId: dokument.id, periodCode: "2018-T2", part: "polis", version: 0 } as const;
		await saveRapportText(db, polis, { ...asked, aktivitetId, ...texts });
		made = await makeRapport(scene, { state: "publicerad" });
	});

	test("answers how it goes: the finding, the period, every aktivitet with its word and figure, and why", async () => {
		const { text, html } = await openPage(kommunStart, atStart());
		expect(text).toContain("0 av 4 utlovade aktiviteter nådda maj–augusti 2018");
		expect(text).toContain("Mått count");
		expect(text).toMatch(/2 av minst 10 insatser/);
		expect(text).toContain("Orsak enligt polisen Poliser lånades ut.");
		expect(text).toContain("Polisens nya plan Två möten i veckan.");
		expect(html.indexOf("Mått recurring"), "the deviation comes first").toBeLessThan(html.indexOf("Mått actions"));
	});

	test("says who signed by title, with the code and the way to check it, and offers the files", async () => {
		const { text, html } = await openPage(kommunStart, atStart());
		const { code } = await scene.db.selectFrom("rapport_snapshot").select("code").executeTakeFirstOrThrow();
		expect(text).toContain("Kommunchef, 15 oktober 2018");
		expect(text).toContain(code.match(/.{4}/g)?.join("-"));
		expect(html).toContain(`href="/kontrollera?kod=${code}"`);
		for (const extension of ["pdf", "xlsx", "csv", "json"])
			expect(html).toContain(`href="/${slug}/rapport/2018-T2.${extension}"`);
		expect(html).toContain(`&lt;iframe src=&quot;${ORIGIN}/${slug}/inbaddning&quot;`);
	});

	test("is offered to other websites in code that a name cannot break out of", async () => {
		const name = 'Ort" onload="alert(1)" & <b>';
		await scene.db.updateTable("kommun").set({ name }).where("slug", "=", slug).execute();
		const { data } = await openPage(kommunStart, atStart());
		expect(embedCode({ kommun: { slug, name: data.kommun.name }, origin: ORIGIN })).toContain(
			'i Ort&#34; onload=&#34;alert(1)&#34; &#38; &#60;b&#62;" width=',
		);
	});

	test("is on the start page of the website, by its months", async () => {
		const { body } = await callLoader(start, { path: "/" });
		expect(body).toMatchObject({
			kommuner: expect.arrayContaining([{ slug, name: slug, published: "maj–augusti 2018" }]),
		});
	});

	test("is embedded in short, with links that leave the frame", async () => {
		const { text, html } = await openPage(embedded, atEmbedded());
		expect(text).toContain("0 av 4 utlovade aktiviteter nådda");
		const links = html.match(/<a [^>]*>/g) ?? [];
		expect(links.length).toBeGreaterThan(1);
		for (const link of links) expect(link).toContain('target="_top"');
	});

	test("is told to whoever shares the address", async () => {
		const { body } = await callLoader(kommunStart.loader, atStart());
		expect(body).toMatchObject({
			url: `${ORIGIN}/${slug}`,
			description: "0 av 4 utlovade aktiviteter nådda, maj–augusti 2018.",
		});
	});

	test("does not change with what is registered afterwards", async () => {
		const before = (await openPage(kommunStart, atStart())).html;
		const { db, polis, dokument } = scene;
		await makeGenomforande(db, polis, { measureId: dokument.measureIds.count, date: "2018-07-01" });
		expect((await openPage(kommunStart, atStart())).html).toBe(before);
	});

	test("is another dokument's own section when two are in force, and each has an address of its own", async () => {
		const { db, samordnare } = scene;
		const other = await makeDokument(db, samordnare, { title: "Tilläggslöfte 2018" });
		await makeRapport(scene, { ...made, state: "publicerad", dokumentId: other.id });
		const { text, html } = await openPage(kommunStart, atStart());
		expect(text).toContain("Tilläggslöfte 2018");
		expect(text.match(/utlovade aktiviteter nådda/g)).toHaveLength(2);
		expect(html).toContain(`href="/${slug}/rapport/2018-T2?dokument=${other.id}"`);
		const page = await openPage(rapport, atRapport("2018-T2", `?dokument=${other.id}`));
		expect(page.text).toContain("Samma period följs också upp i: Medborgarlöfte 2018");
	});

	test("of an earlier tertial is history", async () => {
		await makeRapport(scene, { ...made, state: "publicerad", periodCode: "2018-T1" });
		const { text, html } = await openPage(kommunStart, atStart());
		expect(text).toMatch(/Tidigare uppföljningar 2018 Tertial 1 2018/);
		expect(html).toContain(`href="/${slug}/rapport/2018-T1"`);
	});

	describe("and then put right in a version 2", () => {
		beforeEach(async () => {
			const { db, polis, kommun, dokument } = scene;
			const { rapportId } = await beginRattelse(db, scene.samordnare, {
				...(await seen(made)),
				reason: "En siffra var fel.",
			});
			await makeGenomforande(db, polis, { measureId: dokument.measureIds.count, date: "2018-07-01" });
			const place = { part: "polis", aktivitetId: dokument.aktivitetIds.recurring } as const;
			const texts = await findAllRapportTexts(db, { kommunId: kommun.id, rapportId });
			const text = texts.find(({ part, aktivitetId }) => part === place.part && aktivitetId === place.aktivitetId);
			await saveRapportText(db, polis, {
				dokumentId: dokument.id,
				periodCode: "2018-T2",
				...place,
				version: text?.version ?? 0,
				orsak: "Poliser lånades ut till Kronoberg.",
			});
		});

		test("version 1 stays until version 2 is published", async () => {
			await makeRapport(scene, { ...made, state: "signerad" });
			const { text } = await openPage(rapport, atRapport("2018-T2"));
			expect(text).toContain("2 av minst 10 insatser");
			expect(text).not.toContain("ersatt");
			expect(text).not.toContain("En siffra var fel");
			expect((await callLoader(rapport.loader, atRapport("2018-T2", "?version=2"))).status).toBe(404);
		});

		test("version 2 says why and what differs, in figures and in words", async () => {
			await makeRapport(scene, { ...made, state: "publicerad" });
			const { text } = await openPage(rapport, atRapport("2018-T2"));
			expect(text).toContain("3 av minst 10 insatser");
			expect(text).toContain("En siffra var fel.");
			expect(text).toMatch(/Ändrade siffror Var Version 1 Version 2 .*Mått count.* 2 3/);
			expect(text).toMatch(
				/Ändrade texter Var Version 1 Version 2 .*Poliser lånades ut\. Poliser lånades ut till Kronoberg\./,
			);
		});

		test("version 1 can still be read, marked, and the start page leads to it", async () => {
			await makeRapport(scene, { ...made, state: "publicerad" });
			const page = await openPage(rapport, atRapport("2018-T2", "?version=1"));
			expect(page.text).toContain("Version 1 är ersatt av version 2");
			expect(page.text).toContain("2 av minst 10 insatser");
			expect(page.html).toContain(`href="/${slug}/rapport/2018-T2.pdf?version=1"`);
			const front = await openPage(kommunStart, atStart());
			expect(front.text).toContain("3 av minst 10 insatser");
			expect(front.html).toContain(`href="/${slug}/rapport/2018-T2?version=1"`);
		});
	});
});

describe("an address that leads nowhere", () => {
	test.each(["finns-inte", "wp-login.php", "__proto__", "%00"])("no kommun is called %s", async (kommun) => {
		for (const { loader } of [kommunStart, embedded]) {
			const { status, body } = await callLoader(loader, { path: "/x", params: { kommun } });
			expect(status).toBe(404);
			expect(body).toEqual({ message: expect.stringContaining("Välj din kommun") });
		}
	});

	test.each([
		["2018-T9", "ingen period"],
		["hej", "ingen period"],
		["2018-T3", "Ingen rapport för tertial 3 2018 är publicerad"],
		["2018", "Ingen rapport för år 2018 är publicerad"],
	])("%s is told in words", async (period, words) => {
		await makeRapport(scene, { state: "publicerad" });
		const { status, body } = await callLoader(rapport.loader, atRapport(period));
		expect(status).toBe(404);
		expect(body).toEqual({ message: expect.stringContaining(words), isKommunKnown: true });
	});

	test("another kommun's rapport is not this one's", async () => {
		await makeRapport(scene, { state: "publicerad" });
		const params = { kommun: "grannkommun", period: "2018-T2" };
		expect((await callLoader(rapport.loader, { path: "/x", params })).status).toBe(404);
	});
});

async function seen(made: MadeRapport): Promise<{ rapportId: number; version: number }> {
	const edition = await latestEdition(scene, made);
	if (!edition) throw new Error("the rapport is gone");
	return { rapportId: edition.id, version: edition.version };
}
