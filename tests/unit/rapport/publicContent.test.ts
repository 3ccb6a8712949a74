import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { addDays, isoWeek } from "#app/domain/dates.ts";
import { formatDay, formatWeek, formatWeekdayAndDay } from "#app/domain/format.ts";
import { FEWER_THAN_FIVE } from "#app/measures/types.ts";
import { buildRapportContent } from "#app/rapport/build.ts";
import type { RapportContent } from "#app/rapport/content.ts";
import { toPublicContent } from "#app/rapport/publicContent.ts";
import { rapportTables } from "#app/rapport/tables.ts";
import { aktiviteterOf } from "#app/rapport/words.ts";
import { rapportContent, signedRapportContent } from "#tests/factories/rapportContent.ts";
import { AT_LEAST_TEN, entriesOn, manyEntries, measure, sourceOf } from "./source.ts";

/** In the agreement's own text, and so public. */
const KOMMUNDEL = { id: 1, name: "Norra kommundelen" };
const GATA = { id: 2, name: "Skolgatan" };
const SECRET_PLATS_ID = 3;

const KINDS = [
	measure("count", AT_LEAST_TEN),
	measure("recurring", {
		cadence: { type: "weekdays", weekdays: [5, 6], withHelgkvallar: true, onlyHelgfria: false },
		season: null,
		slotOne: "kväll",
		slotMany: "kvällar",
	}),
	measure("recurring", {
		cadence: { type: "opening_hours", hours: [], onlyHelgfria: false },
		season: null,
		slotOne: "tillfälle",
		slotMany: "tillfällen",
	}),
	measure("milestone", { plannedOn: null }),
	measure("coverage", { platsIds: [KOMMUNDEL.id], times: 1, per: "lofte", yearBasis: null }),
	measure("outcome", {
		unit: "km/h",
		direction: "down",
		series: [{ platsId: GATA.id, baseline: 50, target: 40 }],
	}),
	measure("ongoing", { unit: "timmar", unitOne: "timme" }),
	measure("actions", {}),
];

/** Something that happened: when, where (one of three places or nowhere), how much. */
const registrering = fc.record({
	day: fc.integer({ min: 1, max: 121 }),
	platsId: fc.constantFrom(KOMMUNDEL.id, GATA.id, SECRET_PLATS_ID, null),
	quantity: fc.integer({ min: 1, max: 60 }),
});
/** A word that stands in no agreement. */
const secret = fc.stringMatching(/^[B-DF-HJ-NP-TV-Z]{12}$/);

interface Registrering {
	day: number;
	platsId: number | null;
	quantity: number;
}

function dateOf({ day }: Registrering): string {
	return addDays("2018-05-01", day);
}

/** A signed report of all kinds, in which every name, place, remark and åtgärd is the secret word. */
function signedReport(registreringar: readonly Registrering[], word: string, isSensitive: boolean): RapportContent {
	const platser = [KOMMUNDEL, GATA, { id: SECRET_PLATS_ID, name: word }];
	const rows = registreringar.map((one, index) => ({
		...one,
		genomforandeId: 70_001 + index,
		date: dateOf(one),
		platsName: platser.find(({ id }) => id === one.platsId)?.name ?? null,
	}));
	const entries = rows
		.map(({ genomforandeId, date, quantity, platsId, platsName }) => ({
			genomforandeId,
			date,
			quantity,
			platsId,
			platsName,
		}))
		.sort((a, b) => a.date.localeCompare(b.date));
	const atgarder = rows.map(({ date }, index) => ({
		id: index + 1,
		title: word,
		decidedOn: date,
		dueOn: date,
		doneOn: index % 2 === 0 ? date : null,
	}));
	const excusedSlots = [{ id: 1, slotKey: "2018-06-29", reason: word }];
	const source = sourceOf(
		{
			lines: KINDS.map((kind) => ({ measures: [{ ...kind, entries, excusedSlots, isSensitive }], atgarder })),
			platser,
			genomforanden: rows.map(({ genomforandeId, date, quantity, platsName }) => ({
				id: genomforandeId,
				date,
				platsName,
				aktivitetIds: KINDS.map((_, index) => index + 1),
				quantities: KINDS.map((_, index) => ({ measureId: 10 * (index + 1) + 1, quantity })),
				biprodukter: [{ code: "beslag" as const, quantity: 1 }],
			})),
		},
		{
			authors: [
				{ part: "polis", name: word, klarAt: "2018-09-04T08:00:00.000Z" },
				{ part: "kommun", name: word, klarAt: "2018-09-04T09:00:00.000Z" },
			],
			atgarder: atgarder.map(({ id: _, ...atgard }) => ({ ...atgard, owner: "polis" as const, aktivitetId: 8 })),
			texts: [
				{
					part: "polis",
					aktivitetId: null,
					kommentar: "",
					orsak: "",
					nyPlan: "",
					bedomning: "Gott",
					begardaBeslut: word,
				},
			],
		},
	);
	return {
		...buildRapportContent(source),
		synpunkter: [{ aktivitetId: null, role: "ledamot", text: word, at: "2018-09-20T16:05:00.000Z" }],
		granskadAt: "2018-09-20T17:00:00.000Z",
		signature: {
			title: "Kommunchef",
			name: word,
			signedAt: "2018-10-24T13:37:00.000Z",
			code: "7K3M9QXA2B4C6D8E",
			keyId: "0123456789abcdef",
		},
	};
}

/** Every way in which a day or its week is said. */
function sayingsOf(date: string): RegExp[] {
	const alone = (words: string) => new RegExp(`(?<![\\p{L}\\d])${words.replace(/[.]/g, "\\.")}(?![\\p{L}\\d])`, "u");
	const { key } = isoWeek(date);
	return [date, formatDay(date), formatWeekdayAndDay(date), key, formatWeek(key)].map(alone);
}

describe("toPublicContent", () => {
	it("holds no day, week, unagreed place, person, remark, åtgärd or registration, whatever was logged", () => {
		fc.assert(
			fc.property(
				fc.array(registrering, { minLength: 1, maxLength: 12 }),
				secret,
				fc.boolean(),
				(registreringar, word, isSensitive) => {
					const content = signedReport(registreringar, word, isSensitive);
					const { period, dokument, ...told } = toPublicContent(content);
					const text = JSON.stringify(told);
					const internal = JSON.stringify(content);
					expect(internal).toContain(word);
					expect(text).not.toContain(word);
					expect(text).not.toMatch(/"7000\d|70\d{3}(?!\d)/);
					for (const one of registreringar) {
						expect(internal).toContain(dateOf(one));
						for (const saying of sayingsOf(dateOf(one))) expect(text).not.toMatch(saying);
					}
					expect([period, dokument]).toEqual([content.period, content.dokument]);
				},
			),
			{ numRuns: 60 },
		);
	});

	it("keeps what the public is told: quotations, minimums, totals, texts and by-products", () => {
		const content = signedRapportContent();
		const open = toPublicContent(content);
		expect(open.audience).toBe("offentlig");
		expect(open.summary).toEqual(content.summary);
		for (const [index, aktivitet] of aktiviteterOf(content).entries()) {
			const told = aktiviteterOf(open)[index];
			expect(told?.quotation).toBe(aktivitet.quotation);
			expect(told?.texts).toEqual(aktivitet.texts);
			expect(told?.biprodukter).toEqual(aktivitet.biprodukter);
			expect(told?.measures.map(({ agreed, rakneregel, status }) => [agreed, rakneregel, status])).toEqual(
				aktivitet.measures.map(({ agreed, rakneregel, status }) => [agreed, rakneregel, status]),
			);
		}
		expect(open.bedomningar.map(({ bedomning }) => bedomning)).toEqual(
			content.bedomningar.map(({ bedomning }) => bedomning),
		);
		expect(open.next).toEqual(content.next);
		expect(open.signature).toMatchObject({ title: "Kommunchef", name: null, code: "7K3M9QXA2B4C6D8E" });
	});

	it("leaves out what is asked of the council, who wrote, and when they were done", () => {
		const open = toPublicContent(signedRapportContent());
		expect(open.bedomningar.map(({ begardaBeslut }) => begardaBeslut)).toEqual(["", ""]);
		expect(open.authors).toEqual([
			{ part: "polis", name: null, klarAt: null },
			{ part: "kommun", name: null, klarAt: null },
		]);
		expect(open.granskadAt).toBeNull();
		expect(open.publicSha256).toBeNull();
	});

	it("has the same tables to show but those of places, weeks, åtgärder and remarks", () => {
		const keys = (content: RapportContent) => rapportTables(content).map(({ key }) => key);
		const gone = keys(rapportContent()).filter((key) => !keys(toPublicContent(rapportContent())).includes(key));
		expect(gone).toEqual(expect.arrayContaining(["platser", "veckor", "atgarder", "synpunkter"]));
		expect(keys(toPublicContent(rapportContent()))).toEqual(expect.arrayContaining(["siffror", "kommentarer"]));
	});

	it("says färre än 5 of a sensitive mått, and tells no small by-product beside it", () => {
		const sensitive = { ...KINDS[0], isSensitive: true, entries: entriesOn("2018-05-02", "2018-05-09") };
		const large = { ...KINDS[0], isSensitive: true, entries: manyEntries(7) };
		const biprodukter = [
			{ code: "beslag" as const, quantity: 4 },
			{ code: "tillsyner" as const, quantity: 5 },
		];
		const open = toPublicContent(
			buildRapportContent(
				sourceOf({ lines: [{ measures: [sensitive] }, { measures: [large] }], genomforanden: [{ biprodukter }] }),
			),
		);
		const [small, told] = aktiviteterOf(open);
		expect(small?.measures[0]?.figures).toMatchObject({ thisPeriod: FEWER_THAN_FIVE, minimum: 10 });
		expect(told?.measures[0]?.figures).toMatchObject({ thisPeriod: 7, minimum: 10 });
		expect(small?.biprodukter).toEqual([{ code: "tillsyner", quantity: 5 }]);
		expect(JSON.stringify(small?.measures[0])).not.toMatch(/\b2 av\b/);
	});

	it("of what is public already gives the same", () => {
		const open = toPublicContent(signedRapportContent());
		expect(toPublicContent(open)).toEqual(open);
	});
});
