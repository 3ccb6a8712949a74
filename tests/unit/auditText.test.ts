import { readFileSync } from "node:fs";
import { expect, test } from "vitest";
import { auditText } from "#app/routes/intern.$kommun.historik/auditText.ts";
import { findAllSources } from "#tests/architecture/sources.ts";

/** Written in no kommun, by a person for themself or by the instance, so never on a kommun's history page. */
const IN_NO_KOMMUN = [
	"person.name_changed",
	"person.password_changed",
	"session.all_ended",
	"signing_key.registered",
	"kalenderlank.made",
	"kalenderlank.revoked",
	"paminnelse.chosen",
];

const actions = findAllSources("app/commands")
	.flatMap((file) => [...readFileSync(file, "utf8").matchAll(/action:\s[^\n]*?"[a-z_.]+"[^\n]*/g)])
	.flatMap(([line]) => [...line.matchAll(/"([a-z_]+\.[a-z_]+)"/g)].map(([, action]) => String(action)));

test.each([...new Set(actions)].filter((action) => !IN_NO_KOMMUN.includes(action)))(
	"the history says %s in words",
	(action) => {
		expect(auditText({ action: action as "a.b", detail: {} })).not.toBe(action);
	},
);

const MOTE = { title: "BRÅ", heldOn: "2018-10-15" };
const BESLUT = { mote: "BRÅ", heldOn: "2018-10-15", before: "Mer ljus.", text: "Belysning." };

test.each([
	["mote.planned", MOTE, "Planerade mötet BRÅ 15 oktober 2018"],
	["mote.changed", MOTE, "Ändrade mötet BRÅ 15 oktober 2018"],
	[
		"mote.changed",
		{ ...MOTE, heldOnBefore: "2018-10-01" },
		"Flyttade ett möte från 1 oktober 2018: mötet BRÅ 15 oktober 2018",
	],
	["mote.unopened", MOTE, "Ångrade att mötet BRÅ 15 oktober 2018 öppnades"],
	[
		"mote.agenda_changed",
		{ ...MOTE, change: "removed", punkt: "Övrigt" },
		"Tog bort punkten ”Övrigt” i dagordningen för mötet BRÅ 15 oktober 2018",
	],
	[
		"mote.agenda_changed",
		{ ...MOTE, change: "refreshed", added: 2 },
		"Tog upp det som tillkommit (nya punkter: 2) i dagordningen för mötet BRÅ 15 oktober 2018",
	],
	["beslut.recorded", BESLUT, "Antecknade ett beslut på mötet BRÅ 15 oktober 2018: Belysning."],
	["beslut.changed", BESLUT, "Ändrade ett beslut på mötet BRÅ 15 oktober 2018 från ”Mer ljus.” till ”Belysning.”"],
])("%s of a meeting names it: %o", (action, detail, sentence) => {
	expect(auditText({ action, detail })).toBe(sentence);
});

const TITLE = "Medborgarlöfte 2018";
const RAKNEREGEL = { name: "Fotpatrull", rakneregel: "Ny", reason: "Tydligare" };

test.each([
	["measure.changed", { validFrom: "2018-05-01", reason: "Samråd" }, "Ändrade ett mått från 1 maj 2018: Samråd"],
	[
		"measure.corrected",
		{ name: "Fotpatrull", validFrom: "2018-01-01", reason: "Texten säger åtta" },
		"Rättade hur måttet Fotpatrull lästes, från 1 januari 2018: Texten säger åtta",
	],
	[
		"measure.rakneregel_changed",
		{ ...RAKNEREGEL, before: { name: "Fotpatrull", rakneregel: "Gammal" } },
		"Ändrade vad som räknas för måttet Fotpatrull: Tydligare. Förut: ”Gammal”",
	],
	[
		"measure.rakneregel_changed",
		{ ...RAKNEREGEL, before: { name: "Patrull", rakneregel: "Ny" } },
		"Ändrade namnet på måttet Patrull till Fotpatrull: Tydligare",
	],
	[
		"dokument.ended",
		{ title: TITLE, before: null, lastDay: "2018-09-30", reason: "Nya löften" },
		"Lät dokumentet Medborgarlöfte 2018 sluta 30 september 2018 i stället för att gälla tills vidare: Nya löften",
	],
	[
		"dokument.prolonged",
		{ title: TITLE, before: "2018-12-31", lastDay: null, reason: "Samråd" },
		"Förlängde dokumentet Medborgarlöfte 2018 tills vidare: Samråd",
	],
	[
		"dokument.facts_changed",
		{ title: TITLE, changes: { lagesbild: { before: "a", after: null }, title: { before: "b", after: TITLE } } },
		"Ändrade uppgifter om dokumentet Medborgarlöfte 2018: titel och lägesbild",
	],
])("%s of a dokument or its mått says what: %o", (action, detail, sentence) => {
	expect(auditText({ action, detail })).toBe(sentence);
});

const IMPORT = { fileName: "logg.xlsx", imported: 1500, leftOut: 2, from: "2018-01-03", to: "2018-04-30", undone: 1 };

test.each([
	["import.imported", IMPORT, "Importerade 1\u00a0500 registreringar ur filen logg.xlsx, 3 januari 2018–30 april 2018"],
	[
		"import.imported",
		{ ...IMPORT, to: "2018-01-03" },
		"Importerade 1\u00a0500 registreringar ur filen logg.xlsx, 3 januari 2018",
	],
	["import.undone", IMPORT, "Ångrade importen av filen logg.xlsx och makulerade 1 registrering"],
])("%s says how many: %o", (action, detail, sentence) => {
	expect(auditText({ action: action as "a.b", detail })).toBe(sentence);
});

test("every command's actions are found", () => {
	expect(new Set(actions).size).toBeGreaterThan(20);
});

test("an action without words shows its code, so that nothing is hidden", () => {
	expect(auditText({ action: "rapport.burnt", detail: {} })).toBe("rapport.burnt");
});

test("a step of an utkast's review says which one it was", () => {
	const detail = { title: "Medborgarlöfte 2018", change: "answerFraga" };
	expect(auditText({ action: "dokumentutkast.changed", detail })).toBe(
		"Ändrade utkastet till dokumentet Medborgarlöfte 2018: svar på en fråga",
	);
});
