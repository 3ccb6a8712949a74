import { describe, expect, test } from "vitest";
import type * as z from "zod";
import {
	addPunktSchema,
	cancelMoteSchema,
	changeBeslutSchema,
	changeMoteSchema,
	decideMoteAtgardSchema,
	editPunktSchema,
	movePunktSchema,
	notePunktSchema,
	planMoteSchema,
	punktKeySchema,
	recordBeslutSchema,
	seenMoteSchema,
	withdrawBeslutSchema,
} from "#app/domain/mote.schema.ts";
import { MOTE_STATES, MOTE_STEPS, whyNotMote } from "#app/domain/mote.ts";
import { readForm } from "#app/domain/readForm.ts";

const TODAY = "2018-10-15";
const PERSONNUMMER = "19640823-3234";
const uuid = "6f1c0a52-2f0e-4a51-9d5a-0a1b2c3d4e5f";

const PLAN = {
	uuid,
	title: "BRÅ",
	heldOn: "2018-11-15",
	beginsAt: "13:00",
	endsAt: "",
	place: "Kommunhuset",
	"count.kommunpolis": "1",
	"count.samordnare": "",
	"count.ledamot": "5",
	"count.undertecknare": "0",
	others: "",
};

function read<Schema extends z.ZodType>(schema: Schema, fields: Record<string, string>) {
	const form = new FormData();
	for (const [name, value] of Object.entries(fields)) form.append(name, value);
	return schema.safeParse(readForm(schema, form));
}

const planned = (fields: Partial<Record<keyof typeof PLAN, string>>) =>
	read(planMoteSchema(TODAY), { ...PLAN, ...fields });

describe("planning a meeting", () => {
	test("gives the meeting and who takes part, by role and number", () => {
		expect(planned({ others: "Räddningstjänsten\r\n\r\n 2 Västtrafik " }).data).toEqual({
			uuid,
			title: "BRÅ",
			heldOn: "2018-11-15",
			beginsAt: "13:00",
			endsAt: null,
			place: "Kommunhuset",
			deltagare: [
				{ role: "kommunpolis", label: "", count: 1 },
				{ role: "ledamot", label: "", count: 5 },
				{ role: "annan", label: "Räddningstjänsten", count: 1 },
				{ role: "annan", label: "Västtrafik", count: 2 },
			],
		});
	});

	test("needs nobody to be named", () => {
		const { uuid, title, heldOn, beginsAt, place } = PLAN;
		expect(read(planMoteSchema(TODAY), { uuid, title, heldOn, beginsAt, place }).data).toMatchObject({ deltagare: [] });
	});

	test.each([
		["13", "13:00"],
		["9:30", "09:30"],
		["13.15", "13:15"],
		["00:00", "00:00"],
	])("reads the time %s as %s", (typed, beginsAt) => {
		expect(planned({ beginsAt: typed }).data).toMatchObject({ beginsAt });
	});

	test.each([
		["15/11", "2018-11-15"],
		["1 mars", "2019-03-01"],
		["i dag", "2018-10-15"],
		["2018-10-01", "2018-10-01"],
	])("reads the day %s as %s", (typed, heldOn) => {
		expect(planned({ heldOn: typed }).data).toMatchObject({ heldOn });
	});

	test.each([
		[{ title: " " }, "Rubrik: skriv vad mötet heter."],
		[{ title: "å".repeat(121) }, "Rubrik: korta texten till högst 120 tecken."],
		[{ place: "" }, "Plats: skriv var mötet hålls."],
		[{ heldOn: "" }, "Dag: skriv en dag, till exempel 2026-04-30."],
		[{ heldOn: "31/2" }, "Dag: dagen gick inte att läsa. Skriv som 2026-04-30, 30/4 eller 30 april."],
		[{ heldOn: "2081-11-15" }, "Dag: välj en dag inom 2 år från i dag. Se efter att året stämmer."],
		[{ beginsAt: "" }, "Börjar: skriv ett klockslag, till exempel 13:00."],
		[{ beginsAt: "25:00" }, "Börjar: skriv ett klockslag, till exempel 13:00."],
		[{ endsAt: "13:00" }, "Slutar: välj ett klockslag efter att mötet börjar."],
		[{ "count.ledamot": "många" }, "Ledamöter: skriv hur många, högst 99, eller lämna tomt."],
		[{ "count.ledamot": "100" }, "Ledamöter: skriv hur många, högst 99, eller lämna tomt."],
		[{ others: "0 Västtrafik" }, "Andra deltagare: skriv ett antal mellan 1 och 99 på varje rad."],
		[
			{ others: "Västtrafik\n5" },
			"Andra deltagare: skriv på varje rad i vilken egenskap de deltar, med högst 120 tecken. Till exempel 2 Räddningstjänsten.",
		],
		[{ others: "x\n".repeat(21) }, "Andra deltagare: skriv högst 20 rader."],
		[
			{ others: "å".repeat(121) },
			"Andra deltagare: skriv på varje rad i vilken egenskap de deltar, med högst 120 tecken. Till exempel 2 Räddningstjänsten.",
		],
		[{ uuid: "x" }, "Ladda om sidan och planera mötet igen."],
	])("refuses %o", (fields, message) => {
		expect(planned(fields).error?.issues.map((issue) => issue.message)).toEqual([message]);
	});
});

const TEXTS: [string, z.ZodType, Record<string, string>][] = [
	["title", planMoteSchema(TODAY), PLAN],
	["place", planMoteSchema(TODAY), PLAN],
	["others", planMoteSchema(TODAY), PLAN],
	["place", changeMoteSchema(TODAY), { ...PLAN, version: "1" }],
	["reason", cancelMoteSchema, { version: "1" }],
	["title", editPunktSchema, { key: "kommande", version: "0", lines: "" }],
	["lines", editPunktSchema, { key: "kommande", version: "0", title: "Kommande" }],
	["title", addPunktSchema, { uuid, lines: "" }],
	["lines", addPunktSchema, { uuid, title: "Övrigt" }],
	["anteckning", notePunktSchema, { key: "kommande", version: "1" }],
	["text", recordBeslutSchema, { uuid, key: "kommande" }],
	["text", changeBeslutSchema, { beslutId: "1", version: "1" }],
	["title", decideMoteAtgardSchema(TODAY), { key: "kommande", aktivitetId: "1", owner: "kommun" }],
];

test.each(TEXTS)("%s takes what people write and refuses a personnummer without repeating it", (name, schema, rest) => {
	expect(read(schema, { ...rest, [name]: "Belysning" }).success).toBe(true);
	const refused = read(schema, { ...rest, [name]: `Ring ${PERSONNUMMER}` });
	expect(refused.success).toBe(false);
	expect(JSON.stringify(refused.error?.issues)).toContain("ta bort personnumret");
	expect(JSON.stringify(refused.error?.issues)).not.toContain(PERSONNUMMER);
});

test.each<[z.ZodType, Record<string, string>, unknown]>([
	[seenMoteSchema, { version: "3" }, { version: 3 }],
	[punktKeySchema, { key: "rapport:1" }, { key: "rapport:1" }],
	[movePunktSchema, { key: "rapport:1", direction: "up" }, { key: "rapport:1", direction: "up" }],
	[withdrawBeslutSchema, { beslutId: "7", version: "2" }, { beslutId: 7, version: 2 }],
	[
		notePunktSchema,
		{ key: "rapport:1", version: "1", anteckning: "", outcome: "" },
		{ key: "rapport:1", version: 1, anteckning: "", outcome: null },
	],
	[
		notePunktSchema,
		{ key: "rapport:1", version: "1", anteckning: " Läst. ", outcome: "granskad" },
		{ key: "rapport:1", version: 1, anteckning: "Läst.", outcome: "granskad" },
	],
	[
		decideMoteAtgardSchema(TODAY),
		{ key: "kommande", aktivitetId: "4", title: "Röj sly", owner: "kommun", dueOn: "1/12" },
		{ key: "kommande", aktivitetId: 4, title: "Röj sly", owner: "kommun", dueOn: "2018-12-01" },
	],
])("a form is read as it was meant", (schema, fields, expected) => {
	expect(read(schema, fields).data).toEqual(expected);
});

test.each<[z.ZodType, Record<string, string>]>([
	[seenMoteSchema, {}],
	[punktKeySchema, { key: "" }],
	[punktKeySchema, { key: "x".repeat(81) }],
	[movePunktSchema, { key: "rapport:1", direction: "left" }],
	[notePunktSchema, { key: "rapport:1", version: "1", anteckning: "", outcome: "signerad" }],
	[recordBeslutSchema, { uuid, key: "rapport:1", text: " " }],
	[recordBeslutSchema, { uuid, key: "rapport:1", text: "å".repeat(1001) }],
])("what no form sends is refused", (schema, fields) => {
	expect(read(schema, fields).success).toBe(false);
});

test.each(["", "x".repeat(81)])("an item that no page names is refused in words", (key) => {
	expect(read(punktKeySchema, { key }).error?.issues.map(({ message }) => message)).toEqual([
		"Ladda om sidan och gör ändringen igen.",
	]);
});

describe("which step a meeting can take", () => {
	const ALLOWED: Record<string, string> = {
		"planerat before its day": "changeMote editAgenda cancelMote",
		"planerat on its day": "changeMote editAgenda openMote cancelMote",
		"planerat after its day": "changeMote editAgenda openMote cancelMote",
		oppet: "changeMote editAgenda unopenMote decide closeMote",
		"oppet with beslut": "changeMote editAgenda decide closeMote",
		avslutat: "",
		installt: "",
	};
	const DAY: Record<string, string> = { before: "2018-10-16", on: "2018-10-15", after: "2018-10-14" };

	test.each(Object.entries(ALLOWED))("%s: %s", (name, allowed) => {
		const state = MOTE_STATES.find((one) => name.startsWith(one)) ?? "planerat";
		const heldOn = DAY[name.split(" ")[1] ?? ""] ?? TODAY;
		const facts = { state, heldOn, hasDecided: name.endsWith("beslut") };
		expect(MOTE_STEPS.filter((step) => whyNotMote(step, facts, TODAY) === null).join(" ")).toBe(allowed);
	});

	test("every refusal says what to do instead", () => {
		for (const state of MOTE_STATES)
			for (const hasDecided of [false, true])
				for (const step of MOTE_STEPS) {
					const why = whyNotMote(step, { state, heldOn: "2018-10-16", hasDecided }, TODAY);
					expect(why ?? "Sagt.").toMatch(/\.$/);
				}
	});
});
