import { beforeEach, expect, test } from "vitest";
import { correctGenomforande } from "#app/commands/correctGenomforande.server.ts";
import { runImport } from "#app/commands/runImport.server.ts";
import type { ImportMapping } from "#app/import/content.ts";
import * as review from "#app/routes/intern.$kommun.import.$id/route.tsx";
import { newGenomforande } from "#tests/factories/genomforande.ts";
import { importLine, makeImport } from "#tests/factories/import.ts";
import { makeRapport } from "#tests/factories/rapport.ts";
import { makeScene, type Scene } from "#tests/factories/scene.ts";
import { signedIn } from "./context.ts";
import { formWith } from "./html.ts";
import { openPage, postForm } from "./page.tsx";

let scene: Scene;
let cookie: string;

beforeEach(async () => {
	scene = await makeScene();
	({ cookie } = await signedIn({ db: scene.db, roles: ["samordnare"], kommun: scene.kommun }));
});

const LINES = ["2018-06-01", "2018-06-02", "2018-07-03"].map((date) => importLine(date));

async function imported(mapping: Partial<ImportMapping> = {}): Promise<string> {
	const begun = await makeImport(scene.db, scene.samordnare, { lines: LINES, mapping });
	await runImport(scene.db, scene.samordnare, begun);
	return String(begun.importId);
}

function callFor(id: string) {
	const { slug } = scene.kommun;
	return { path: `/intern/${slug}/import/${id}`, params: { kommun: slug, id }, cookie };
}

const open = (id: string) => openPage(review, callFor(id));

async function undo(id: string) {
	const { forms } = await open(id);
	return postForm(review, { ...callFor(id), fields: formWith(forms, { intent: "undoImport" }) });
}

test("an import is undone as a whole, after saying what that does", async () => {
	const id = await imported();
	const { text } = await open(id);
	expect(text).toContain("3 registreringar makuleras: de finns kvar i historiken men räknas inte längre.");
	expect(text).not.toContain("rättats för hand");
	expect((await undo(id)).status).toBe(302);
	const { text: after, forms } = await open(id);
	expect(after).toContain("Importen är ångrad");
	expect(after).toContain("De var 3 när filen importerades.");
	expect(forms).toEqual([]);
});

test("what has been corrected by hand since is said before it is undone", async () => {
	const id = await imported();
	const [first] = await scene.db.selectFrom("genomforande").select("id").execute();
	const measures = [{ measureId: scene.dokument.measureIds.count, quantity: 2 }];
	const { uuid: _, ...content } = newGenomforande({ date: "2018-06-05", measures });
	await correctGenomforande(scene.db, scene.samordnare, { id: first?.id ?? 0, revision: 1, ...content });
	expect((await open(id)).text).toContain("1 av dem har rättats för hand sedan importen. Också den makuleras.");
});

test("what a signed report counts is not undone, and the report is named", async () => {
	const id = await imported();
	await makeRapport(scene, { state: "signerad", periodCode: "2018-T2" });
	const { text, forms } = await open(id);
	expect(text).toContain("Importen går inte att ångra längre");
	expect(text).toMatch(/den signerade rapporten för tertial 2 2018 \(/);
	expect(forms).toEqual([]);
});

test("rows of a period whose report is signed are asked about, and come in beside it", async () => {
	await makeRapport(scene, { state: "signerad", periodCode: "2018-T2" });
	const { importId } = await makeImport(scene.db, scene.samordnare, { lines: LINES });
	const id = String(importId);
	const { text, forms } = await open(id);
	expect(text).toContain("3 rader hör till tertial 2 2018, vars rapport är signerad");
	expect(text).toContain("De kan tas med som efterregistrerade och ändrar inte rapporten.");
	expect(forms.some(({ intent }) => intent?.[0] === "runImport")).toBe(false);
	await postForm(review, {
		...callFor(id),
		fields: { ...formWith(forms, { intent: "answer" }), takesLate: "ja" },
	});
	const ready = await open(id);
	expect(ready.text).toContain("3 rader hör till en period vars rapport står fast och tas med.");
	await postForm(review, { ...callFor(id), fields: formWith(ready.forms, { intent: "runImport" }) });
	expect((await open(id)).text).toContain("3 registreringar är importerade Alla rader i filen kom med.");
	// None of them is counted in what was signed, so it can still be undone.
	expect((await undo(id)).status).toBe(302);
});
