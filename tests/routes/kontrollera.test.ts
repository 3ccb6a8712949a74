import { sql } from "kysely";
import { beforeAll, describe, expect, test } from "vitest";
import { beginRattelse } from "#app/commands/beginRattelse.server.ts";
import { recallRapport } from "#app/commands/recallRapport.server.ts";
import { registerSigningKey } from "#app/commands/registerSigningKey.server.ts";
import { formatCode } from "#app/domain/verificationCode.ts";
import * as route from "#app/routes/kontrollera/route.tsx";
import { loader as publicKeys } from "#app/routes/kontrollera_.nycklar[.pem]/route.tsx";
import { generateSigningKey, sha256Hex } from "#app/seal/seal.server.ts";
import { sealFile, unsealedFile } from "#app/seal/sealedFile.server.ts";
import { findSnapshot, type SnapshotRow } from "#db/snapshot.server.ts";
import { latestEdition, type MadeRapport, makeRapport } from "#tests/factories/rapport.ts";
import { makeScene, type Scene } from "#tests/factories/scene.ts";
import { testSigningKey } from "#tests/factories/signingKey.ts";
import { callAction, callLoader, startTestRuntime } from "./context.ts";
import { textOf } from "./html.ts";
import { openPage, postForm } from "./page.tsx";

/** A scene with a published T1 and its rättelse, which is signed, and a T2 that is signed and not published. */
let scene: Scene;
let published: SnapshotRow;
let rattad: SnapshotRow;
let unpublished: SnapshotRow;

beforeAll(async () => {
	scene = await makeScene();
	startTestRuntime({ db: scene.db });
	await registerSigningKey(scene.db, scene.polis, testSigningKey());
	const first = await makeRapport(scene, { state: "publicerad", periodCode: "2018-T1" });
	const { version = 0 } = (await latestEdition(scene, first)) ?? {};
	await beginRattelse(scene.db, scene.samordnare, { rapportId: first.id, version, reason: "Fel antal i mars" });
	const second = await makeRapport(scene, { ...first, state: "signerad" });
	published = await snapshotOf(first);
	rattad = await snapshotOf(second);
	unpublished = await snapshotOf(await makeRapport(scene, { state: "signerad" }));
});

async function snapshotOf({ id }: MadeRapport): Promise<SnapshotRow> {
	const snapshot = await findSnapshot(scene.db, { kommunId: scene.kommun.id, rapportId: id });
	if (!snapshot) throw new Error("it is not signed");
	return snapshot;
}

function publicFileOf({ publicContent, publicSha256, publicSignature, keyId }: SnapshotRow): string {
	return sealFile({ content: publicContent, sha256: publicSha256, signature: publicSignature, keyId });
}

const askFor = (kod: string) => openPage(route, { path: `/kontrollera?${new URLSearchParams({ kod })}` });

function multipartWith(content: string | Uint8Array, name = "rapport.json"): FormData {
	const form = new FormData();
	form.append("file", new File([content as BlobPart], name, { type: "application/json" }));
	return form;
}

async function post(content: string | Uint8Array) {
	const { status, body } = await callAction(route.action, { path: "/kontrollera", multipart: multipartWith(content) });
	return { status, check: (body as { check: { verdict: string; sentence: string } }).check, body };
}

/** The answer as it is read on the page. */
async function readAnswer(content: string): Promise<string> {
	const { html } = await openPage(route, { path: "/kontrollera" }, (await post(content)).body);
	return textOf(/<section class="verdict".*?<\/section>/s.exec(html)?.[0] ?? "");
}

describe("a code", () => {
	test("of a report that is signed is genuine, and says which report, however it is typed", async () => {
		for (const typed of [unpublished.code, ` ${formatCode(unpublished.code).toLowerCase()} `]) {
			const { text } = await askFor(typed);
			expect(text).toMatch(/Äkta Koden hör till en signerad rapport\./);
			expect(text).toContain("Kommun provkommun Dokument Medborgarlöfte 2018 Period Tertial 2 2018 Version 1");
			expect(text).toContain("Signerad 15 oktober 2018 av kommunchef");
			expect(text).toContain(formatCode(unpublished.code));
			expect(text).toContain(unpublished.sha256);
			expect(text).toContain(unpublished.publicSha256);
		}
	});

	test("of one that is not published shows no figures, and no way to any", async () => {
		const { text, html, data } = await askFor(unpublished.code);
		expect(text).toContain("Rapporten är inte publicerad, så inga siffror visas här.");
		expect(html).not.toContain("/rapport/");
		expect(JSON.stringify(data)).not.toMatch(/figures|quotation|Det går framåt/);
	});

	test("of one that is published leads to exactly that version", async () => {
		expect((await askFor(published.code)).html).toContain(
			`href="/provkommun/rapport/2018-T1?dokument=${scene.dokument.id}&amp;version=1"`,
		);
	});

	test("of one that has been corrected says by which version", async () => {
		const { text } = await askFor(published.code);
		expect(text).toContain("Äkta, men ersatt av version 2");
		expect(text).toContain("Version 1, ersatt av version 2");
		expect((await askFor(rattad.code)).text).toMatch(/Äkta Koden hör .* Version 2 Signerad/);
	});

	test("that nobody has got is okänd", async () => {
		const { text } = await askFor("0000-0000-0000-0000");
		expect(text).toContain("Okänd Ingen rapport här har den koden.");
	});

	test.each(["", "7K3M", "<script>alert(1)</script>", "x".repeat(5000)])(
		"that is none says how one looks: %j",
		async (typed) => {
			const { text, html } = await askFor(typed);
			expect(text).toContain("Kontrollkod: skriv de 16 tecknen som står på rapporten");
			expect(html).toContain('aria-invalid="true"');
			expect(html).not.toContain("<script>");
		},
	);

	test("is not asked for at first", async () => {
		const { text, html } = await openPage(route, { path: "/kontrollera" });
		expect(html).not.toMatch(/class="verdict"|aria-invalid|ds-error-summary/);
		expect(text).toContain("Med koden");
		expect(text).toContain("Med filen");
	});
});

describe("a file", () => {
	test("is genuine in full and in public, and says which it is", async () => {
		expect(await readAnswer(sealFile(unpublished))).toMatch(
			/^Äkta Filen är precis den som signerades\..* Fingeravtryck \(SHA-256\) för den fullständiga filen [0-9a-f]{64} Nyckel [0-9a-f]{16}$/,
		);
		expect(await readAnswer(publicFileOf(unpublished))).toMatch(
			/^Äkta .* Fingeravtryck \(SHA-256\) för den offentliga filen/,
		);
	});

	test("of a corrected report is genuine and replaced, in full and in public", async () => {
		for (const file of [sealFile(published), publicFileOf(published)])
			expect(await readAnswer(file)).toMatch(/^Äkta, men ersatt av version 2 Filen är precis den som signerades\./);
	});

	test("with one character changed is ändrad, and says nothing of what stands in it", async () => {
		const file = sealFile(published).replace("Medborgarlöfte 2018", "Medborgarlöfte 2019");
		expect(file).not.toBe(sealFile(published));
		expect(await readAnswer(file)).toBe(
			"Ändrad Innehållet är inte det som signerades. Lita inte på siffrorna eller texten i filen.",
		);
	});

	test("that is signed by somebody else, or by nobody, is okänd", async () => {
		const key = generateSigningKey();
		const forged = sealFile({ ...published, keyId: key.id, signature: key.sign(published.content) });
		expect(await readAnswer(forged)).toBe(
			"Okänd Filen är signerad med en nyckel som inte hör hit. Kontrollera den hos den som du fick den av.",
		);
		expect(await readAnswer(unsealedFile(published.content))).toMatch(/^Okänd Rapporten i filen är inte signerad\./);
		expect(await readAnswer("hej")).toMatch(/^Okänd Filen är ingen rapport från Löfteskoll\./);
		expect(await readAnswer("")).toMatch(/^Okänd /);
	});

	test("signed before the database was put back from an older copy is still genuine", async () => {
		const content = published.content.replace("Medborgarlöfte 2018", "Medborgarlöfte 2017");
		const file = sealFile({
			content,
			sha256: sha256Hex(content),
			signature: testSigningKey().sign(content),
			keyId: testSigningKey().id,
		});
		expect(await readAnswer(file)).toMatch(/^Äkta Filen är precis den som signerades\./);
	});

	test("that nobody chose is asked for", async () => {
		const forms: Partial<Parameters<typeof callAction>[1]>[] = [
			{ fields: { file: "rapport.json" } },
			{ fields: {} },
			{ multipart: multipartWith("", "") },
		];
		for (const call of forms) {
			const { status, body } = await callAction(route.action, { path: "/kontrollera", ...call });
			expect(status).toBe(400);
			expect(body).toMatchObject({ errors: [{ field: "file", message: expect.stringMatching(/^Fil: välj/) }] });
		}
		const { page } = await postForm(route, { path: "/kontrollera", fields: {} });
		expect(page?.html).toContain('<a href="#file">Fil: välj');
	});

	test("of more than 5 MB is refused in words, and so is one that the web server never let in", async () => {
		const answer = await callAction(route.action, {
			path: "/kontrollera",
			multipart: multipartWith(new Uint8Array(5 * 1024 * 1024 + 1)),
		});
		expect(answer).toMatchObject({
			status: 400,
			body: { errors: [{ message: expect.stringMatching(/^Fil: den är för stor/) }] },
		});
		const sent = await callLoader(route.loader, { path: "/kontrollera?fel=storlek" });
		expect(sent).toMatchObject({ status: 413, body: { fileError: expect.stringMatching(/^Fil: den är för stor/) } });
	});

	test("of 5 MB of anything is answered", async () => {
		const { status, check } = await post(new Uint8Array(5 * 1024 * 1024).fill(0x5b));
		expect([status, check.verdict]).toEqual([200, "okand"]);
	});
});

describe("the page", () => {
	test("names nobody, in no answer", async () => {
		const names = await scene.db.selectFrom("person").select(["name", "email"]).execute();
		const answers = await Promise.all([
			...[published, rattad, unpublished].map(async ({ code }) => JSON.stringify(await askFor(code))),
			...[published, unpublished].map(async (snapshot) => JSON.stringify(await post(sealFile(snapshot)))),
		]);
		for (const { name, email } of names)
			for (const answer of answers) {
				expect(answer).not.toContain(email);
				expect(answer).not.toContain(`"${name}"`);
			}
	});

	test("publishes every key, and the one in use first", async () => {
		const { text } = await openPage(route, { path: "/kontrollera" });
		const { id, publicKey } = testSigningKey();
		expect(text).toContain(`Nyckel ${id}`);
		expect(text).toContain("Används sedan");
		const file = await callLoader(publicKeys, { path: "/kontrollera/nycklar.pem" });
		expect(file.body).toBe(publicKey);
		expect(file.headers.get("Content-Disposition")).toContain("nycklar.pem");
		expect(file.headers.get("Cache-Control")).toBe("public, max-age=60");
	});

	test("does not take the database's word for what was signed", async () => {
		const { db } = scene;
		const trigger = await sql<{ sql: string }>`SELECT sql FROM sqlite_master
			WHERE name = 'rapport_snapshot_no_update'`.execute(db);
		await sql`DROP TRIGGER rapport_snapshot_no_update`.execute(db);
		const kept = await db
			.selectFrom("rapport_snapshot")
			.selectAll()
			.where("code", "=", unpublished.code)
			.executeTakeFirstOrThrow();
		const { content, sha256, signature, public_content, public_sha256, public_signature } = kept;
		const set = (columns: Partial<typeof kept>) =>
			db.updateTable("rapport_snapshot").set(columns).where("rapport_id", "=", kept.rapport_id).execute();
		const otherwise = (text: string) => text.replace("Medborgarlöfte 2018", "Medborgarlöfte 2019");
		const tamperings: Partial<typeof kept>[] = [
			{ content: otherwise(content) },
			{ public_content: otherwise(public_content) },
			{ public_content: otherwise(public_content), public_sha256: sha256Hex(otherwise(public_content)) },
			{ public_content: content, public_sha256: sha256, public_signature: signature },
			{ content: public_content, sha256: public_sha256, signature: public_signature },
		];
		for (const tampering of tamperings) {
			await set(tampering);
			expect((await askFor(kept.code)).text).toContain("Ändrad Koden hör till en rapport här, men");
			await set(kept);
		}
		const otherCode = kept.code.replace(/.$/, (last) => (last === "7" ? "8" : "7"));
		await set({ code: otherCode });
		expect((await askFor(otherCode)).text).toContain("Ändrad Koden hör till en rapport här, men");
		await set(kept);
		await sql.raw(trigger.rows[0]?.sql ?? "").execute(db);
		expect((await askFor(unpublished.code)).text).toContain("Äkta Koden hör");
	});

	test("knows a published report that is recalled as genuine, and shows no way to it", async () => {
		const made = await makeRapport(scene, { state: "publicerad", periodCode: "2018-T2" });
		expect((await askFor(unpublished.code)).html).toContain("/rapport/2018-T2");
		const { version = 0 } = (await latestEdition(scene, made)) ?? {};
		await recallRapport(scene.db, scene.samordnare, { rapportId: made.id, version });
		const { html, text } = await askFor(unpublished.code);
		expect(text).toContain("Äkta Koden hör");
		expect(html).not.toContain("/rapport/2018-T2");
	});
});
