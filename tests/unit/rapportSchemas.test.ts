import { describe, expect, test } from "vitest";
import type { ZodType } from "zod";
import {
	beginRattelseSchema,
	giveSynpunktSchema,
	markKlarSchema,
	returnRapportSchema,
	saveRapportTextSchema,
	seenRapportSchema,
	unmarkKlarSchema,
} from "#app/domain/rapport.schema.ts";
import { RAPPORT_TEXT_FIELDS, RAPPORT_TEXT_LABEL } from "#app/domain/rapportText.ts";
import { readForm } from "#app/domain/readForm.ts";

const PERSONNUMMER = "640823-3234";
const UUID = "6f1c0a52-2f0e-4a51-9d5a-0a1b2c3d4e5f";

/** As the action does it: a posted form, read and judged by the schema. */
function post<Output>(schema: ZodType<Output>, fields: Record<string, string>) {
	const form = new FormData();
	for (const [name, value] of Object.entries(fields)) form.append(name, value);
	return schema.safeParse(readForm(schema, form));
}

function refusals<Output>(schema: ZodType<Output>, fields: Record<string, string>): Record<string, string> {
	const { error } = post(schema, fields);
	return Object.fromEntries((error?.issues ?? []).map((issue) => [issue.path.join("."), issue.message]));
}

describe("a text", () => {
	const least = { dokumentId: "3", part: "polis", version: "0" };

	test("that is not in the form is left alone, and an empty one is empty", () => {
		const read = { dokumentId: 3, part: "polis", version: 0, aktivitetId: null };
		expect(post(saveRapportTextSchema, least).data).toEqual(read);
		const fields = { ...least, aktivitetId: "", bedomning: " ", begardaBeslut: "Pengar.\r\nTid. " };
		const texts = { bedomning: "", begardaBeslut: "Pengar.\nTid." };
		expect(post(saveRapportTextSchema, fields).data).toEqual({ ...read, ...texts });
	});

	test.each(RAPPORT_TEXT_FIELDS)("%s takes 4 000 characters and no personal number", (field) => {
		const said = (text: string) => refusals(saveRapportTextSchema, { ...least, [field]: text });
		expect(said("å".repeat(4000))).toEqual({});
		const label = RAPPORT_TEXT_LABEL[field];
		expect(said("å".repeat(4001))).toEqual({ [field]: `${label}: korta texten till högst 4000 tecken.` });
		expect(said(`Se ${PERSONNUMMER}`)[field]).toMatch(`${label}: ta bort personnumret.`);
		expect(said(`Se ${PERSONNUMMER}`)[field]).not.toContain("640823");
	});

	test("is of a part", () => {
		const fields = { ...least, part: "annan" };
		const message = "Välj om det gäller polisens eller kommunens del.";
		expect(refusals(saveRapportTextSchema, fields)).toEqual({ part: message });
		expect(refusals(markKlarSchema, fields)).toEqual({ part: message });
		expect(refusals(unmarkKlarSchema, { rapportId: "1", version: "1" })).toEqual({ part: message });
	});
});

test("a synpunkt has words, a role and a UUID of its own", () => {
	const fields = { rapportId: "4", uuid: UUID, role: "ledamot", text: " Bra. ", aktivitetId: "" };
	expect(post(giveSynpunktSchema, fields).data).toEqual({
		rapportId: 4,
		uuid: UUID,
		role: "ledamot",
		text: "Bra.",
		aktivitetId: null,
	});
	expect(refusals(giveSynpunktSchema, { rapportId: "4", uuid: "x", role: "admin", text: " " })).toEqual({
		uuid: "Ladda om sidan och skriv synpunkten igen.",
		role: "I egenskap av: välj en roll.",
		text: "Synpunkt: skriv vad du tycker.",
	});
});

test.each([returnRapportSchema, beginRattelseSchema])("a reason is given in 3 to 1 000 characters", (schema) => {
	const reasons = (reason: string) => refusals(schema, { rapportId: "4", version: "2", reason });
	expect(reasons("Fel")).toEqual({});
	expect(reasons("x".repeat(1000))).toEqual({});
	expect(reasons(" x ")).toEqual({ reason: "Orsak: skriv varför, med minst 3 tecken." });
	expect(reasons("x".repeat(1001)).reason).toContain("högst 1000 tecken");
	expect(reasons(PERSONNUMMER).reason).toContain("ta bort personnumret");
});

test("a step names the version that the page showed", () => {
	expect(post(seenRapportSchema, { rapportId: "4", version: "2" }).data).toEqual({ rapportId: 4, version: 2 });
	expect(refusals(seenRapportSchema, { rapportId: "4", version: "ny" })).toHaveProperty("version");
});
