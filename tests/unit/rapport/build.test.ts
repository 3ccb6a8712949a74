import { describe, expect, it } from "vitest";
import { STATUSES } from "#app/domain/status.ts";
import { buildRapportContent, isDeviation } from "#app/rapport/build.ts";
import { figureTable, summaryLine } from "#app/rapport/tables.ts";
import { aktiviteterOf } from "#app/rapport/words.ts";
import { AT_LEAST_TEN, entriesOn, manyEntries, measure, sourceOf } from "./source.ts";

const COUNT = measure("count", AT_LEAST_TEN);
const ONGOING = measure("ongoing", { unit: "timmar", unitOne: "timme" });

describe("the period of a report", () => {
	it("is cut to the days in force, and the whole period stands beside", () => {
		const { period } = buildRapportContent(
			sourceOf({
				lines: [{ measures: [COUNT] }],
				inForceFrom: "2018-04-10",
				inForceTo: "2020-04-09",
				period: "2018-T1",
				today: "2018-05-01",
			}),
		);
		expect(period).toEqual({
			code: "2018-T1",
			kind: "tertial",
			year: 2018,
			ordinal: 1,
			from: "2018-01-01",
			to: "2018-04-30",
			clippedFrom: "2018-04-10",
			clippedTo: "2018-04-30",
			isClippedStart: true,
			isClippedEnd: false,
		});
	});

	it("a clipped first tertial that asks for nothing yet has no deviation, even when nothing was done", () => {
		const [aktivitet] = aktiviteterOf(
			buildRapportContent(
				sourceOf({
					lines: [{ measures: [COUNT] }],
					inForceFrom: "2018-04-10",
					inForceTo: "2020-04-09",
					period: "2018-T1",
					today: "2018-05-01",
				}),
			),
		);
		expect(aktivitet?.isDeviation).toBe(false);
	});

	it("is refused where the dokument is not in force, or is followed per another kind of period", () => {
		const lines = [{ measures: [COUNT] }];
		expect(() => buildRapportContent(sourceOf({ lines, period: "2017-T3" }))).toThrow(RangeError);
		expect(() => buildRapportContent(sourceOf({ lines, period: "2018-Q2" }))).toThrow(RangeError);
		expect(() => buildRapportContent(sourceOf({ lines, period: "2018", periodKind: "tertial" }))).toThrow(RangeError);
	});
});

describe("the order of the text", () => {
	it("aktiviteter stand under their löfte, each löfte once, and those under none under their heading or nothing", () => {
		const { groups } = buildRapportContent(
			sourceOf({
				lines: [
					{ measures: [COUNT], lofte: "Löfte B" },
					{ measures: [COUNT], heading: "Gemensamt" },
					{ measures: [COUNT], lofte: "Löfte A" },
					{ measures: [COUNT] },
					{ measures: [COUNT], lofte: "Löfte B", heading: "Gemensamt" },
				],
			}),
		);
		expect(
			groups.map(({ lofteId, quotation, aktiviteter }) => [lofteId, quotation, aktiviteter.map(({ id }) => id)]),
		).toEqual([
			[100, "Löfte B", [1, 5]],
			[null, "Gemensamt", [2]],
			[101, "Löfte A", [3]],
			[null, null, [4]],
		]);
	});

	it("the responsible of polis and kommun are named by the text, both when it names neither", () => {
		const aktiviteter = aktiviteterOf(
			buildRapportContent(
				sourceOf({
					lines: [
						{ measures: [COUNT], parter: ["kommun", "polis"] },
						{ measures: [COUNT], parter: ["kommun", "annan"] },
						{ measures: [COUNT], parter: ["annan"] },
					],
				}),
			),
		);
		expect(aktiviteter.map(({ responsible }) => responsible)).toEqual([
			["polis", "kommun"],
			["kommun"],
			["polis", "kommun"],
		]);
		expect(aktiviteter[1]?.parter).toEqual(["Kommunen", "Föreningarna"]);
	});

	it("each part's words stand with its part, polis first, and with nobody else's aktivitet", () => {
		const nothing = { kommentar: "", orsak: "", nyPlan: "", bedomning: "", begardaBeslut: "" };
		const content = buildRapportContent(
			sourceOf(
				{ lines: [{ measures: [COUNT] }, { measures: [COUNT] }] },
				{
					texts: [
						{ ...nothing, part: "kommun", aktivitetId: 2, kommentar: "Om tvåan" },
						{ ...nothing, part: "kommun", aktivitetId: null, bedomning: "Om helheten", begardaBeslut: "Mer ljus" },
						{ ...nothing, part: "polis", aktivitetId: 2, orsak: "Sjukdom", nyPlan: "Fler pass" },
					],
				},
			),
		);
		expect(content.bedomningar).toEqual([
			{ part: "polis", bedomning: "", begardaBeslut: "" },
			{ part: "kommun", bedomning: "Om helheten", begardaBeslut: "Mer ljus" },
		]);
		expect(aktiviteterOf(content).map(({ texts }) => texts)).toEqual([
			[
				{ part: "polis", kommentar: "", orsak: "", nyPlan: "" },
				{ part: "kommun", kommentar: "", orsak: "", nyPlan: "" },
			],
			[
				{ part: "polis", kommentar: "", orsak: "Sjukdom", nyPlan: "Fler pass" },
				{ part: "kommun", kommentar: "Om tvåan", orsak: "", nyPlan: "" },
			],
		]);
	});
});

describe("what was done", () => {
	it("a registration that counts for two mått of one aktivitet counts once, with the larger quantity", () => {
		const [aktivitet] = aktiviteterOf(
			buildRapportContent(
				sourceOf({
					lines: [{ measures: [COUNT, ONGOING] }, { measures: [COUNT] }],
					genomforanden: [
						{
							date: "2018-05-04",
							platsName: "Torget",
							aktivitetIds: [1, 2],
							quantities: [
								{ measureId: 11, quantity: 1 },
								{ measureId: 12, quantity: 2.5 },
								{ measureId: 21, quantity: 40 },
							],
						},
					],
				}),
			),
		);
		expect(aktivitet?.platser).toEqual([{ name: "Torget", quantity: 2.5 }]);
		expect(aktivitet?.veckor).toEqual([{ key: "2018-W18", quantity: 2.5 }]);
	});

	it("a joint registration is done in both aktiviteter, in each with its own quantity and all its by-products", () => {
		const aktiviteter = aktiviteterOf(
			buildRapportContent(
				sourceOf({
					lines: [{ measures: [COUNT] }, { measures: [COUNT] }, { measures: [COUNT] }],
					genomforanden: [
						{
							aktivitetIds: [1, 2],
							quantities: [
								{ measureId: 11, quantity: 1 },
								{ measureId: 21, quantity: 3 },
							],
							biprodukter: [{ code: "beslag", quantity: 2 }],
						},
					],
				}),
			),
		);
		expect(aktiviteter.map(({ platser }) => platser)).toEqual([
			[{ name: null, quantity: 1 }],
			[{ name: null, quantity: 3 }],
			[],
		]);
		expect(aktiviteter.map(({ biprodukter }) => biprodukter.length)).toEqual([1, 1, 0]);
	});

	it("a measured value is no amount: 42 km/h is one measurement", () => {
		const outcome = measure("outcome", {
			unit: "km/h",
			direction: "down",
			series: [{ platsId: 1, baseline: null, target: null }],
		});
		const [aktivitet] = aktiviteterOf(
			buildRapportContent(
				sourceOf({
					lines: [{ measures: [outcome] }],
					platser: [{ id: 1, name: "Skolan" }],
					genomforanden: [{ quantities: [{ measureId: 11, quantity: 42 }], platsName: "Skolan" }],
				}),
			),
		);
		expect(aktivitet?.platser).toEqual([{ name: "Skolan", quantity: 1 }]);
	});

	it("places with most first and what has none last; weeks by ISO week, over the new year too; by-products summed", () => {
		const [aktivitet] = aktiviteterOf(
			buildRapportContent(
				sourceOf({
					lines: [{ measures: [COUNT] }],
					inForceTo: null,
					period: "2018-T3",
					today: "2019-01-01",
					genomforanden: [
						{ id: 9, date: "2018-12-31", platsName: "Åbron", biprodukter: [{ code: "tillsyner", quantity: 1 }] },
						{ id: 4, date: "2018-12-30", platsName: "Änggatan", biprodukter: [{ code: "beslag", quantity: 2 }] },
						{ id: 7, revision: 3, date: "2018-09-03", platsName: null, biprodukter: [{ code: "beslag", quantity: 1 }] },
						{ id: 5, date: "2018-09-09", platsName: "Änggatan" },
						{ id: 6, date: "2018-09-10", platsName: "Zinkgatan" },
					],
				}),
			),
		);
		expect(aktivitet?.platser.map(({ name }) => name)).toEqual(["Änggatan", "Zinkgatan", "Åbron", null]);
		expect(aktivitet?.platser[0]).toEqual({ name: "Änggatan", quantity: 2 });
		expect(aktivitet?.veckor).toEqual([
			{ key: "2018-W36", quantity: 2 },
			{ key: "2018-W37", quantity: 1 },
			{ key: "2018-W52", quantity: 1 },
			{ key: "2019-W01", quantity: 1 },
		]);
		expect(aktivitet?.biprodukter).toEqual([
			{ code: "beslag", quantity: 3 },
			{ code: "tillsyner", quantity: 1 },
		]);
		expect(aktivitet?.genomforanden.map(({ id, revision }) => [id, revision])).toEqual([
			[4, 1],
			[5, 1],
			[6, 1],
			[7, 3],
			[9, 1],
		]);
	});

	it("a minimum that is exceeded is never capped", () => {
		const eight = measure("count", { ...AT_LEAST_TEN, minimum: 8 }, { entries: manyEntries(20) });
		const content = buildRapportContent(sourceOf({ lines: [{ measures: [eight] }] }));
		expect(summaryLine(content)).toBe("1 av 1 nådda");
		expect(aktiviteterOf(content)[0]?.measures[0]?.figure).toBe("20 av minst 8");
		expect(figureTable(content).rows[0]).toContain(20);
	});

	it("an empty report says what was agreed and that nothing was done, and nothing more", () => {
		const content = buildRapportContent(sourceOf({ lines: [{ measures: [COUNT, ONGOING] }, { measures: [ONGOING] }] }));
		const [first, second] = aktiviteterOf(content);
		expect(first).toMatchObject({ status: "ej_natt", isDeviation: true, platser: [], veckor: [], biprodukter: [] });
		expect(second).toMatchObject({ status: "inget_minimum", isDeviation: false, genomforanden: [] });
		expect(first?.measures[0]?.figures).toMatchObject({ thisPeriod: 0, cumulative: 0, minimum: 10 });
		expect(content.summary).toEqual({ natt: 0, withMinimum: 1, withoutMinimum: 1 });
		expect(content.authors).toEqual([
			{ part: "polis", name: null, klarAt: null },
			{ part: "kommun", name: null, klarAt: null },
		]);
	});
});

describe("a deviation", () => {
	it("is what is behind or not reached, and no other status", () => {
		expect(STATUSES.filter(isDeviation)).toEqual(["efter", "ej_natt"]);
	});

	it("counts while the period runs: a whole activity behind an even pace", () => {
		const late = { lines: [{ measures: [COUNT] }], period: "2018-T2", today: "2018-08-31" };
		const early = { ...late, period: "2018-T1", today: "2018-01-02" };
		const isDeviating = (facts: typeof late) => aktiviteterOf(buildRapportContent(sourceOf(facts)))[0]?.isDeviation;
		expect([isDeviating(late), isDeviating(early)]).toEqual([true, false]);
	});

	it("is the aktivitet's when one of its two mått is not reached", () => {
		const reached = measure("count", { ...AT_LEAST_TEN, minimum: 1 }, { entries: entriesOn("2018-05-02") });
		const [aktivitet] = aktiviteterOf(buildRapportContent(sourceOf({ lines: [{ measures: [reached, COUNT] }] })));
		expect(aktivitet?.measures.map(({ status }) => status)).toEqual(["natt", "ej_natt"]);
		expect(aktivitet?.isDeviation).toBe(true);
	});
});
