import { readdirSync, readFileSync } from "node:fs";
import fc from "fast-check";
import { expect, test } from "vitest";
import { createDokument } from "#app/commands/createDokument.server.ts";
import { putInForce } from "#app/commands/putInForce.server.ts";
import { utkastFaults } from "#app/dokumentutkast/faults.ts";
import { newDokumentOf } from "#app/dokumentutkast/newDokument.ts";
import { proposeUtkast } from "#app/dokumentutkast/propose.ts";
import { newDokumentSchema } from "#app/domain/dokument.schema.ts";
import { findDokument } from "#db/dokument.server.ts";
import { findAllPlatser } from "#db/plats.server.ts";
import { freshDatabase } from "#tests/factories/database.ts";
import { makeKommun, makePerson } from "#tests/factories/kommun.ts";
import { completed, completeUtkast, makeUtkast } from "#tests/factories/utkast.ts";

function textsIn(folder: string) {
	return readdirSync(folder)
		.filter((name) => name.endsWith(".txt"))
		.map((name) => ({ name, text: readFileSync(`${folder}/${name}`, "utf8") }));
}

test.each(textsIn("seeds/loften"))(
	"$name is proposed, answered and put in force, quoted word for word",
	async ({ text }) => {
		const db = freshDatabase();
		const { id: kommunId } = await makeKommun(db);
		const samordnare = await makePerson(db, { kommunId, role: "samordnare" });
		const platser = await findAllPlatser(db, { kommunId });
		const begun = await makeUtkast(db, samordnare, { text });
		const { id: utkastId, version, content } = await completeUtkast(db, samordnare, { utkast: begun, platser });
		const { dokumentId } = await putInForce(db, samordnare, { utkastId, version });
		const dokument = await findDokument(db, { kommunId, dokumentId });
		expect(dokument?.aktiviteter).toHaveLength(content.aktiviteter.length);
		expect(dokument?.loften).toHaveLength(content.loften.length);
		const quoted = [...(dokument?.aktiviteter ?? []), ...(dokument?.loften ?? []), ...(dokument?.fragor ?? [])];
		for (const { quotation } of quoted)
			expect(quotation === null || dokument?.sourceText.includes(quotation)).toBe(true);
		expect(dokument?.aktiviteter.every(({ measures, parter }) => measures.length > 0 && parter.length > 0)).toBe(true);
	},
);

test.each(textsIn("tests/loftestext/texter/dev"))(
	"$name comes through, when what is missing is filled in",
	async ({ text }) => {
		const db = freshDatabase();
		const { id: kommunId } = await makeKommun(db);
		const platser = await findAllPlatser(db, { kommunId });
		const sourceText = text.replace(/\r\n?/g, "\n");
		const content = completed(proposeUtkast(sourceText, { kommun: "Provkommun", platser }), { sourceText, platser });
		const actor = await makePerson(db, { kommunId, role: "samordnare" });
		expect(await createDokument(db, actor, newDokumentOf(content, sourceText))).toEqual({
			dokumentId: expect.any(Number),
		});
	},
);

test("what lacks nothing, createDokument takes, whatever the text", { timeout: 60_000 }, async () => {
	const db = freshDatabase();
	const { id: kommunId } = await makeKommun(db);
	const actor = await makePerson(db, { kommunId, role: "samordnare" });
	const platser = await findAllPlatser(db, { kommunId });
	const lines = fc.constantFrom(
		"Polisen lovar",
		"Kommunen lovar att",
		"\n\n",
		"\n- ",
		"\n1. ",
		"Polisen ska gå fotpatrull i centrum",
		"minst fyra gånger per år",
		"under året",
		"varje fredag",
		"varannan vecka",
		"samtliga kommundelar",
		"Torget, Skolan och Stationen",
		"minska antalet inbrott",
		"Löftet gäller 2018-2019.",
		"från 10 april 2018",
		"tills nya tecknas",
		"Uppföljning",
		"Sävsjö 2018-04-10",
		"\u00a0",
		"\f",
		"\u0007",
		"**Öka tryggheten.**",
		"öppna ett kontor senast 1 maj 2018",
		"beslutade åtgärder utförs",
		"tel 0812129816",
		"👮",
		"a\u030a",
	);
	const texts = fc.oneof(
		{
			weight: 4,
			arbitrary: fc
				.array(lines, { minLength: 1, maxLength: 30 })
				.map((parts) => `Polisen lovar\n\n- Polisen ska ${parts.join(" ")}`),
		},
		{ weight: 1, arbitrary: fc.string({ unit: "binary", minLength: 1, maxLength: 200 }) },
	);
	let taken = 0;
	await fc.assert(
		fc.asyncProperty(texts, async (text) => {
			const source = newDokumentSchema.shape.sourceText.safeParse(text.normalize("NFC"));
			if (!source.success) return;
			const proposed = proposeUtkast(source.data, { kommun: "Provkommun", platser });
			if (proposed.aktiviteter.length === 0) return;
			const content = completed(proposed, { sourceText: source.data, platser });
			if (utkastFaults(content, { platser }).length > 0) return;
			await createDokument(db, actor, newDokumentOf(content, source.data));
			taken += 1;
		}),
		{ numRuns: 150 },
	);
	expect(taken).toBeGreaterThan(60);
});
