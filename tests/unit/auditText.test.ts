import { readFileSync } from "node:fs";
import { expect, test } from "vitest";
import { auditText } from "#app/routes/intern.$kommun.historik/auditText.ts";
import { findAllSources } from "#tests/architecture/sources.ts";

/** Written in no kommun, by a person for themself or by the instance, so never on a kommun's history page. */
const IN_NO_KOMMUN = ["person.name_changed", "person.password_changed", "session.all_ended", "signing_key.registered"];

const actions = findAllSources("app/commands")
	.flatMap((file) => [...readFileSync(file, "utf8").matchAll(/action:\s[^\n]*?"[a-z_.]+"[^\n]*/g)])
	.flatMap(([line]) => [...line.matchAll(/"([a-z_]+\.[a-z_]+)"/g)].map(([, action]) => String(action)));

test.each([...new Set(actions)].filter((action) => !IN_NO_KOMMUN.includes(action)))(
	"the history says %s in words",
	(action) => {
		expect(auditText({ action: action as "a.b", detail: {} })).not.toBe(action);
	},
);

test("every command's actions are found", () => {
	expect(new Set(actions).size).toBeGreaterThan(20);
});

test("an action without words shows its code, so that nothing is hidden", () => {
	expect(auditText({ action: "rapport.burnt", detail: {} })).toBe("rapport.burnt");
});
