import { expect, test } from "vitest";
import type { DokumentutkastContent, UtkastAktivitet, UtkastFault } from "#app/dokumentutkast/content.ts";
import { utkastFaults } from "#app/dokumentutkast/faults.ts";
import { newDokumentOf } from "#app/dokumentutkast/newDokument.ts";
import { newDokumentSchema } from "#app/domain/dokument.schema.ts";
import { completed, UTKAST_TEXT, utkastOf } from "#tests/factories/utkast.ts";

const PLATSER = [{ id: 1, name: "Torget" }];
const READY = completed(utkastOf(), { sourceText: UTKAST_TEXT, platser: PLATSER });

function faults(change: Partial<DokumentutkastContent>): UtkastFault[] {
	return utkastFaults({ ...READY, ...change }, { platser: PLATSER });
}

function withFirst(change: Partial<UtkastAktivitet>): Partial<DokumentutkastContent> {
	return { aktiviteter: READY.aktiviteter.map((one, index) => (index === 0 ? { ...one, ...change } : one)) };
}

const [FIRST] = READY.aktiviteter;
if (!FIRST?.measures[0]) throw new Error("the utkast has no aktivitet");
const [MEASURE] = FIRST.measures;

test("what lacks nothing has none, and is taken as it is", () => {
	expect(faults({})).toEqual([]);
	expect(newDokumentSchema.safeParse(newDokumentOf(READY, UTKAST_TEXT)).success).toBe(true);
});

test.each([
	[{ title: "" }, "title", "Titel: fyll i en text."],
	[{ inForceFrom: null }, "inForceFrom", "Gäller från: fyll i första dagen."],
	[
		{ inForceTo: null },
		"inForceTo",
		"Gäller till: fyll i sista dagen, eller välj att löftet gäller tills nya undertecknas.",
	],
	[{ inForceTo: "2017-12-31" }, "inForceTo", "Gäller till: välj en dag som inte ligger före första dagen."],
	[{ aktiviteter: [] }, null, "Aktiviteter: ta med minst en."],
	[{ undertecknare: [{ title: "", organisation: "Kommunen" }] }, "undertecknare", "Titel: fyll i en text."],
])("%o of the dokument is said in the field's own words", (change, field, message) => {
	expect(faults(change)).toEqual([{ aktivitetKey: null, measureKey: null, field, message }]);
});

test("no last day is needed where there is none", () => {
	expect(faults({ inForceTo: null, isOpenEnded: true })).toEqual([]);
});

test.each([
	[{ parts: [] }, null, "parts", "Ansvarig part: välj minst en."],
	[{ aktivitetstyp: "" }, null, "aktivitetstyp", "Aktivitetstyp: fyll i en text."],
	[{ measures: [] }, null, null, "Mått: lägg till minst ett."],
	[{ measures: [{ ...MEASURE, rakneregel: "" }] }, MEASURE.key, "rakneregel", "Vad räknas?: fyll i en text."],
	[
		{ measures: [{ ...MEASURE, settings: { ...Object(MEASURE.settings), minimum: null } }] },
		MEASURE.key,
		"minimum",
		"Minsta antal: skriv ett helt tal som är minst 1.",
	],
	[
		{
			measures: [
				{ ...MEASURE, kind: "coverage" as const, settings: { platsIds: [9], times: 1, per: "lofte", yearBasis: null } },
			],
		},
		MEASURE.key,
		"platsIds",
		"Platser: välj platser som finns på kommunens lista.",
	],
])("%o of an aktivitet points at it", (change, measureKey, field, message) => {
	expect(faults(withFirst(change))).toEqual([{ aktivitetKey: FIRST.key, measureKey, field, message }]);
});

test("what is left out lacks nothing", () => {
	expect(faults(withFirst({ parts: [], measures: [], isLeftOut: true }))).toEqual([]);
});

test("an open question is no fault; it goes with the dokument, and a struck one does not", () => {
	const [open, struck] = (["obesvarad", "struken"] as const).map((state) => ({
		key: `q9${state}`,
		about: "text" as const,
		question: `Frågan är ${state}?`,
		quotation: null,
		span: null,
		state,
		answer: null,
	}));
	if (!open || !struck) throw new Error("no question was made");
	expect(faults({ fragor: [open, struck] })).toEqual([]);
	const { fragor } = newDokumentOf({ ...READY, fragor: [open, struck] }, UTKAST_TEXT);
	expect(fragor).toEqual([{ question: open.question, quotation: null, answer: null }]);
});
