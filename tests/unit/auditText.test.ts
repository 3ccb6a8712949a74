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

test("every command's actions are found", () => {
	expect(new Set(actions).size).toBeGreaterThan(20);
});

test("an action without words shows its code, so that nothing is hidden", () => {
	expect(auditText({ action: "rapport.burnt", detail: {} })).toBe("rapport.burnt");
});
