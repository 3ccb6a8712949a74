import { describe, expect, test } from "vitest";
import type { ZodType } from "zod";
import { completeAtgardSchema, decideAtgardSchema, makuleraAtgardSchema } from "#app/domain/atgard.schema.ts";
import { excuseSlotSchema } from "#app/domain/excusedSlot.schema.ts";
import { confirmFordelningSchema } from "#app/domain/fordelning.schema.ts";
import { answerFragaSchema } from "#app/domain/fraga.schema.ts";
import { genomforandeCorrectionSchema, genomforandeSchema } from "#app/domain/genomforande.schema.ts";
import { kommunSettingsSchema } from "#app/domain/kommun.schema.ts";
import { makuleraSchema } from "#app/domain/makulera.schema.ts";
import { emailSchema } from "#app/domain/person.schema.ts";
import { addPlatsSchema, changePlatsSchema } from "#app/domain/plats.schema.ts";
import { readForm } from "#app/domain/readForm.ts";

const TODAY = "2018-10-15";
const PERSONNUMMER = "640823-3234";
const UUID = "6f1c0a52-2f0e-4a51-9d5a-0a1b2c3d4e5f";

type Fields = Record<string, string | string[]>;

/** As the action does it: a posted form, read and judged by the schema. */
function post<Output>(schema: ZodType<Output>, fields: Fields) {
	const form = new FormData();
	for (const [name, value] of Object.entries(fields)) for (const each of [value].flat()) form.append(name, each);
	return schema.safeParse(readForm(schema, form));
}

/** Messages per dotted field name. */
function refusals<Output>(schema: ZodType<Output>, fields: Fields): Record<string, string> {
	const { error } = post(schema, fields);
	return Object.fromEntries((error?.issues ?? []).map((issue) => [issue.path.join("."), issue.message]));
}

describe("genomforande", () => {
	const schema = genomforandeSchema(TODAY);
	const least = { uuid: UUID, date: TODAY, measureIds: "7", performedBy: "polis" };

	test("the common case: date, one mått, who", () => {
		expect(post(schema, least).data).toEqual({
			uuid: UUID,
			isAnotherOne: false,
			date: TODAY,
			quantity: 1,
			platsId: null,
			performedBy: "polis",
			note: null,
			measures: [{ measureId: 7, quantity: null }],
			biprodukter: [],
		});
	});

	test("everything filled in, as a browser posts it", () => {
		const fields = {
			...least,
			isAnotherOne: "ja",
			date: "12 oktober",
			measureIds: ["7", "8", "7"],
			quantity: "2",
			"quantities.7": "",
			"quantities.8": "1,5",
			"quantities.9": "4",
			platsId: "3",
			note: " Torget\r\noch skolan ",
			"biprodukt.beslag": "2",
			"biprodukt.tillsyner": "0",
			"biprodukt.anmalningar": "",
			intent: "register",
		};
		expect(post(schema, fields).data).toEqual({
			uuid: UUID,
			isAnotherOne: true,
			date: "2018-10-12",
			quantity: 2,
			platsId: 3,
			performedBy: "polis",
			note: "Torget\noch skolan",
			measures: [
				{ measureId: 7, quantity: null },
				{ measureId: 8, quantity: 1.5 },
			],
			biprodukter: [{ code: "beslag", quantity: 2 }],
		});
	});

	test("the values that react-hook-form holds are judged alike", () => {
		const values = {
			uuid: UUID,
			date: "igår",
			measureIds: ["7"],
			quantity: "",
			quantities: { "7": "3" },
			platsId: "",
			performedBy: "kommun",
			note: "",
			biprodukt: { beslag: "" },
		};
		expect(schema.parse(values)).toMatchObject({
			date: "2018-10-14",
			measures: [{ measureId: 7, quantity: 3 }],
			platsId: null,
			note: null,
			biprodukter: [],
		});
	});

	test("an empty form tells every fault at once, in the labels' words", () => {
		expect(refusals(schema, {})).toEqual({
			uuid: "Ladda om sidan och registrera igen.",
			date: "Datum: fyll i fältet.",
			measureIds: "Aktivitet: välj minst en.",
			performedBy: "Utförd av: välj vem som utförde aktiviteten.",
		});
	});

	test.each([
		["date", "", "Datum: skriv en dag, till exempel 2026-04-30."],
		["date", "2018-10-16", "Datum: välj en dag senast i dag. Planerade insatser ska inte registreras här."],
		["date", "31 april", "Datum: dagen gick inte att läsa. Skriv som 2026-04-30, 30/4 eller 30 april."],
		["measureIds", "x", "Aktivitet: välj bland aktiviteterna i listan."],
		["quantity", "0", "Antal: skriv ett tal större än 0."],
		["quantity", "-1", "Antal: skriv ett tal större än 0."],
		["quantity", "två", "Antal: skriv ett tal, till exempel 1 eller 2,5."],
		["quantities.7", "många", "Antal eller uppmätt värde: skriv ett tal, till exempel 1 eller 2,5."],
		["platsId", "överallt", "Plats: välj ett av alternativen i listan."],
		["performedBy", "hemvärnet", "Utförd av: välj vem som utförde aktiviteten."],
		["note", "a".repeat(201), "Anteckning: korta texten till högst 200 tecken."],
		["biprodukt.beslag", "1,5", "Beslag: skriv ett helt tal, 0 eller mer."],
		["biprodukt.beslag", "-1", "Beslag: skriv ett helt tal, 0 eller mer."],
	])("refuses %s %j", (field, value, message) => {
		const refused = refusals(schema, { ...least, [field]: value });
		expect(Object.values(refused)).toEqual([message]);
		expect(Object.keys(refused)[0]?.startsWith(field)).toBe(true);
	});

	test("a note of exactly 200 characters is accepted", () => {
		expect(post(schema, { ...least, note: "å".repeat(200) }).success).toBe(true);
	});

	test("a correction carries the revision that was seen", () => {
		const correction = genomforandeCorrectionSchema(TODAY);
		expect(post(correction, { ...least, revision: "3" }).data).toMatchObject({ revision: 3, date: TODAY });
		expect(refusals(correction, least)).toHaveProperty("revision");
	});
});

describe("personal numbers", () => {
	const atgard = { title: "Röj sly", owner: "kommun", decidedOn: TODAY, dueOn: "" };
	const genomforande = { uuid: UUID, date: TODAY, measureIds: "7", performedBy: "polis" };
	const seen = { atgardId: "1", version: "1" };
	const cases: [string, ZodType, Fields, string][] = [
		["genomforande", genomforandeSchema(TODAY), genomforande, "note"],
		["correction", genomforandeCorrectionSchema(TODAY), { ...genomforande, revision: "1" }, "note"],
		["makulera", makuleraSchema, { revision: "1" }, "reason"],
		["atgard", decideAtgardSchema(TODAY), atgard, "title"],
		["atgard done", completeAtgardSchema(TODAY), { ...seen, doneOn: TODAY }, "doneNote"],
		["atgard makulerad", makuleraAtgardSchema, seen, "reason"],
		["excused slot", excuseSlotSchema, { measureId: "1", slotKey: "2018-W05" }, "reason"],
		["fraga", answerFragaSchema, { fragaId: "1", version: "1" }, "answer"],
		["plats", addPlatsSchema, { kind: "plats" }, "name"],
		["changed plats", changePlatsSchema, { platsId: "1", version: "1", kind: "plats" }, "name"],
		["kommun", kommunSettingsSchema, { version: "1", undertecknareTitle: "Kommunchef" }, "lokalpolisomrade"],
		["kommun", kommunSettingsSchema, { version: "1" }, "undertecknareTitle"],
	];

	test.each(cases)("are refused in %s and not repeated", (_form, schema, fields, field) => {
		expect(post(schema, { ...fields, [field]: "Skolgatan" }).success).toBe(true);
		const refused = refusals(schema, { ...fields, [field]: `Skolgatan ${PERSONNUMMER}` });
		expect(refused[field]).toContain("ta bort personnumret");
		expect(JSON.stringify(refused)).not.toContain("3234");
	});
});

test("a personal number is no tillfälle and no part of an e-mail address", () => {
	const slot = { measureId: "1", slotKey: PERSONNUMMER, reason: "Semester" };
	expect(refusals(excuseSlotSchema, slot)).toHaveProperty("slotKey");
	const email = emailSchema.safeParse(`${PERSONNUMMER}@exempel.se`);
	expect(email.error?.issues[0]?.message).toContain("ta bort personnumret");
});

test.each(["2018-10-12", "2018-W41", "2018-10", "2018-Q4", "2018-HT"])("%s names a tillfälle", (slotKey) => {
	expect(refusals(excuseSlotSchema, { measureId: "1", slotKey, reason: "Semester" })).toEqual({});
});

describe("reasons", () => {
	test.each([
		["ok", false],
		["  ok  ", false],
		["Fel dag", true],
		["a".repeat(200), true],
		["a".repeat(201), false],
	])("%j: %s", (reason, isAccepted) => {
		expect(post(makuleraSchema, { revision: "1", reason }).success).toBe(isAccepted);
	});
});

describe("atgard", () => {
	const schema = decideAtgardSchema(TODAY);
	const fields = { title: "Röj sly", owner: "kommun", decidedOn: "1/10", dueOn: "1 december" };

	test("a due day without a year lies ahead, a decision behind", () => {
		expect(post(schema, fields).data).toMatchObject({ decidedOn: "2018-10-01", dueOn: "2018-12-01" });
	});

	test("is not due before it was decided, nor decided tomorrow", () => {
		expect(refusals(schema, { ...fields, dueOn: "2018-09-30" })).toEqual({
			dueOn: "Klar senast: välj en dag som inte ligger före beslutet.",
		});
		expect(refusals(schema, { ...fields, decidedOn: "2018-10-16" })).toEqual({
			decidedOn: "Beslutad: välj en dag senast i dag.",
		});
	});

	test("is not done tomorrow", () => {
		const refused = refusals(completeAtgardSchema(TODAY), { atgardId: "1", version: "1", doneOn: "2018-10-16" });
		expect(refused).toEqual({ doneOn: "Klar den: välj en dag senast i dag." });
	});
});

describe("fordelning", () => {
	const fields = { measureId: "4", version: "0", forPart: "polis" };

	test("one whole number per period", () => {
		const posted = post(confirmFordelningSchema, { ...fields, "part.2018-T1": "3", "part.2018-T2": "0" });
		expect(posted.data).toEqual({ measureId: 4, version: 0, forPart: "polis", part: { "2018-T1": 3, "2018-T2": 0 } });
	});

	test.each(["-1", "1,5", ""])("refuses %j", (part) => {
		expect(refusals(confirmFordelningSchema, { ...fields, "part.2018-T1": part })).toHaveProperty(["part.2018-T1"]);
	});
});

test("an emptied answer opens the question again", () => {
	expect(post(answerFragaSchema, { fragaId: "1", version: "2", answer: "  " }).data).toEqual({
		fragaId: 1,
		version: 2,
		answer: null,
	});
});

test("a box that is not ticked takes the place out of use", () => {
	const fields = { platsId: "2", version: "1", name: "Torget", kind: "plats" };
	expect(post(changePlatsSchema, fields).data?.isActive).toBe(false);
	expect(post(changePlatsSchema, { ...fields, isActive: "ja" }).data?.isActive).toBe(true);
});
