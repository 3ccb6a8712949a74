import { expect, test } from "vitest";
import { decideAtgard } from "#app/commands/decideAtgard.server.ts";
import { containsPersonalNumber } from "#app/domain/personalData.ts";
import { hashToken } from "#app/http/token.server.ts";
import { makeMote } from "#tests/factories/mote.ts";
import { makeRapport } from "#tests/factories/rapport.ts";
import type { MailServer } from "./mailServer.ts";
import { makePostScene, ORIGIN, type PostScene, seven } from "./postScene.ts";

/** Monday a week after what is done in the scene. */
const LATER = seven("2018-10-22");

/**
 * One Monday in Sävsjö: an åtgärd of the police is overdue and one of the kommun's comes, the report of tertial 1 waits for
 * its signature, that of tertial 2 for the council, and the council meets on Thursday.
 */
async function oneMonday(): Promise<PostScene> {
	const scene = await makePostScene({ now: LATER });
	const { db, samordnare, readers, dokument } = scene;
	await scene.addAtgard("Röj sly vid gångvägen", "2018-10-01");
	await decideAtgard(db, samordnare, {
		aktivitetId: dokument.aktivitetIds.actions,
		title: "Byt lampor på Torget",
		owner: "kommun",
		decidedOn: "2018-09-03",
		dueOn: "2018-10-25",
	});
	await makeRapport(scene, { state: "granskad", periodCode: "2018-T1", ...readers });
	await makeRapport(scene, { state: "inlamnad", periodCode: "2018-T2", ...readers });
	await makeMote(scene, { title: "BRÅ i oktober", heldOn: "2018-10-25" });
	await scene.worker.tick();
	expect(scene.said).toEqual([]);
	return scene;
}

/** The lines of a letter as its reader sees them: heading, what and why. */
function linesOf([letter, ...more]: MailServer["taken"]): string[] {
	expect(more).toEqual([]);
	const text = letter?.mail.text ?? "";
	return [...text.matchAll(/^(?:- (.+)\n {2}(.+)|([A-ZÅÄÖ ]{4,}))$/gm)].map(([, title, why, heading]) =>
		heading ? heading : `${title}: ${why}`,
	);
}

test("each role is told what it can do something about, the worst first", async () => {
	const { readers, lettersTo, post } = await oneMonday();
	expect(linesOf(lettersTo(readers.kommunpolis))).toEqual([
		"FÖRSENAT",
		"Åtgärd: Röj sly vid gångvägen: Försenad sedan 1 oktober, 21 dagar.",
		"EFTER",
		expect.stringMatching(/^Minst 10 riktade insatser under 2018: 0 av minst 10\. Jämn takt vore/),
		expect.stringMatching(/^Möte varje vecka: /),
		expect.stringMatching(/^Trygghetsvandringar vars beslut genomförs: /),
		"VÄNTAR",
		"Rapport tertial 2 2018: Granska rapporten med rådet. Har väntat sedan 15 oktober, 7 dagar.",
		"SNART",
		"Möte: BRÅ i oktober: Tors 25 oktober kl. 13.00, Kommunhuset.",
	]);
	expect(linesOf(lettersTo(readers.samordnare))).toEqual([
		"EFTER",
		expect.stringMatching(/^Minst 10 riktade insatser under 2018: /),
		expect.stringMatching(/^Möte varje vecka: /),
		expect.stringMatching(/^Trygghetsvandringar vars beslut genomförs: /),
		"VÄNTAR",
		"Rapport tertial 2 2018: Granska rapporten med rådet. Har väntat sedan 15 oktober, 7 dagar.",
		"SNART",
		"Åtgärd: Byt lampor på Torget: Klar senast 25 oktober.",
		expect.stringMatching(/^Möte: BRÅ i oktober: /),
	]);
	expect(linesOf(lettersTo(readers.ledamot))).toEqual([
		"VÄNTAR",
		"Rapport tertial 2 2018: Läs och lämna synpunkter. Har väntat sedan 15 oktober, 7 dagar.",
		"SNART",
		expect.stringMatching(/^Möte: BRÅ i oktober: /),
	]);
	expect(linesOf(lettersTo(readers.undertecknare))).toEqual([
		"VÄNTAR",
		"Rapport tertial 1 2018: Signera rapporten. Har väntat sedan 15 oktober, 7 dagar.",
		"Rapport tertial 2 2018: Läs och lämna synpunkter. Har väntat sedan 15 oktober, 7 dagar.",
		"SNART",
		"Åtgärd: Byt lampor på Torget: Klar senast 25 oktober.",
		expect.stringMatching(/^Möte: BRÅ i oktober: /),
	]);
	expect(lettersTo(readers.admin)).toEqual([]);
	expect(post.taken).toHaveLength(4);
});

test("a letter has a subject with å, ä and ö, both forms, and the headers of one that nobody typed", async () => {
	const { readers, lettersTo, db } = await oneMonday();
	const [letter] = lettersTo(readers.kommunpolis);
	const headers = letter?.mail.headers;
	expect(Object.fromEntries(headers ?? [])).toMatchObject({
		from: "Löfteskoll <lofteskoll@kommunen.se>",
		to: "Åsa kommunpolis <kommunpolis@savsjo.example>",
		subject: "Löfteskoll Sävsjö: 6 nya saker väntar",
		date: "Mon, 22 Oct 2018 05:00:00 +0000",
		"message-id": expect.stringMatching(/^<[\da-f-]{36}@lofteskoll\.kommunen\.se>$/),
		"auto-submitted": "auto-generated",
		"list-unsubscribe-post": "List-Unsubscribe=One-Click",
		"content-type": expect.stringContaining("multipart/alternative"),
	});
	const url = /^<(https:\/\/[^<>\s]+)>$/.exec(headers?.get("list-unsubscribe") ?? "")?.[1] ?? "";
	expect(url).toMatch(new RegExp(`^${ORIGIN}/avanmal/[\\w-]{43}$`));
	expect(letter?.raw).toContain(`List-Unsubscribe: <${url}>\r\n`);
	expect(letter?.mail.text).toContain(`Sluta få veckobrevet om Sävsjö:\n${url}\n`);
	expect(letter?.mail.html).toContain(`<a href="${url}">Sluta få veckobrevet om Sävsjö</a>`);
	const kept = await db
		.selectFrom("outbox")
		.selectAll()
		.where("person_id", "=", readers.kommunpolis.personId)
		.execute();
	expect(kept).toMatchObject([
		{ message_id: headers?.get("message-id"), unsubscribe_hash: hashToken(url.split("/").at(-1) ?? "") },
	]);
});

test("it greets by name, says why it came, and leads to each thing and to all of them", async () => {
	const { readers, lettersTo } = await oneMonday();
	const { text = "", html = "" } = lettersTo(readers.kommunpolis)[0]?.mail ?? {};
	expect(text).toMatch(/^Hej Åsa kommunpolis!\n\nSå är läget i Sävsjö måndag 22 oktober 2018: 6 nya saker väntar\.\n/);
	expect(text).toContain("Du får brevet eftersom du är kommunpolis i Sävsjö.");
	expect(text).toContain(`Se allt som väntar på dig:\n${ORIGIN}/intern\n`);
	const links = [...text.matchAll(/https:\S+/g)].map(([link]) => link);
	expect(links).toEqual([
		`${ORIGIN}/intern/provkommun/atgarder?visa=mina#atgard-1`,
		`${ORIGIN}/intern/provkommun/logga?matt=1`,
		`${ORIGIN}/intern/provkommun/logga?matt=2`,
		`${ORIGIN}/intern/provkommun/aktivitet/4`,
		`${ORIGIN}/intern/provkommun/rapport/2018-T2#laget`,
		`${ORIGIN}/intern/provkommun/mote/1`,
		`${ORIGIN}/intern`,
		expect.stringMatching(/\/avanmal\/[\w-]{43}$/),
	]);
	const hrefs = [...html.matchAll(/href="([^"]+)"/g)].map(([, link]) => link?.replaceAll("&amp;", "&"));
	expect(hrefs).toEqual(links);
});

test("the HTML fetches nothing, runs nothing and sets no colours of its own", async () => {
	const { post } = await oneMonday();
	for (const { mail } of post.taken) {
		expect(mail.html).toMatch(/^<!DOCTYPE html><html lang="sv">/);
		expect(mail.html).toContain('<meta name="color-scheme" content="light dark"/>');
		expect(mail.html).not.toMatch(/<(img|script|link|style|iframe|form)\b|src=|url\(|[^-]color:|background/);
	}
});

test("no letter holds anything like a personal number, and nobody else's name or address", async () => {
	const { post, readers } = await oneMonday();
	for (const { raw, mail, to } of post.taken) {
		expect(containsPersonalNumber(mail.text)).toBe(false);
		expect(containsPersonalNumber(mail.html)).toBe(false);
		for (const { email } of Object.values(readers)) if (!to.includes(email)) expect(raw).not.toContain(email);
	}
});

test("what people have typed is text, and begins no header and no line", async () => {
	const scene = await makePostScene();
	const { db, kommun, readers, post } = scene;
	const nasty = '<b>"Åsa"\r\nBcc: ond@exempel.se\r\n\r\n\u2028Läs <script>x</script>';
	await db.updateTable("person").set({ name: nasty }).where("id", "=", readers.kommunpolis.personId).execute();
	await db.updateTable("kommun").set({ name: nasty }).where("id", "=", kommun.id).execute();
	await scene.addAtgard('Röj <i>sly</i> & "mer"', "2018-10-01");
	await scene.worker.tick();
	expect(new Set(post.taken.flatMap(({ to }) => to))).toEqual(
		new Set([readers.kommunpolis.email, readers.samordnare.email]),
	);
	const { headers, html = "", text = "" } = scene.lettersTo(readers.kommunpolis)[0]?.mail ?? {};
	expect(headers?.has("bcc")).toBe(false);
	expect(headers?.get("subject")).toMatch(/^Löfteskoll <b>"Åsa" Bcc: ond@exempel\.se Läs .*väntar$/);
	expect(headers?.get("to")).toContain("<kommunpolis@savsjo.example>");
	expect(text.split("\n")[0]).toBe('Hej <b>"Åsa" Bcc: ond@exempel.se Läs <script>x</script>!');
	expect(html).toContain("Röj &lt;i&gt;sly&lt;/i&gt; &amp; &quot;mer&quot;");
	expect(html).not.toMatch(/<script|<i>|<b>/);
});

test("a kommun with a very long name still gets its letters", async () => {
	const scene = await makePostScene();
	await scene.db
		.updateTable("kommun")
		.set({ name: "Å".repeat(300) })
		.where("id", "=", scene.kommun.id)
		.execute();
	await scene.worker.tick();
	expect(scene.said).toEqual([]);
	expect(scene.post.taken).toHaveLength(2);
});
