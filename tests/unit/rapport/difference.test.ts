import { describe, expect, it } from "vitest";
import { buildRapportContent } from "#app/rapport/build.ts";
import type { RapportContent } from "#app/rapport/content.ts";
import { differenceBetween } from "#app/rapport/difference.ts";
import { toPublicContent } from "#app/rapport/publicContent.ts";
import { rapportContent, signedRapportContent } from "#tests/factories/rapportContent.ts";
import { AT_LEAST_TEN, entriesOn, manyEntries, measure, sourceOf } from "./source.ts";

const NOTHING = { kommentar: "", orsak: "", nyPlan: "", bedomning: "", begardaBeslut: "" };

function reportOf(
	facts: Parameters<typeof sourceOf>[0],
	overrides: Parameters<typeof sourceOf>[1] = {},
): RapportContent {
	return buildRapportContent(sourceOf(facts, overrides));
}

function insatser(count: number, name = "Riktad insats") {
	return measure("count", AT_LEAST_TEN, { name, entries: manyEntries(count) });
}

describe("differenceBetween", () => {
	it("is nothing between a report and itself, also when it was reviewed, signed and begun anew", () => {
		const later = signedRapportContent({ edition: 2, rattelse: { reason: "Fel antal" }, synpunkter: [] });
		expect(differenceBetween(rapportContent(), later)).toEqual({ figures: [], words: [] });
	});

	it("names every figure that a further registration changes, in words and Swedish numbers", () => {
		const { figures, words } = differenceBetween(
			reportOf({ lines: [{ measures: [insatser(9)] }] }),
			reportOf({ lines: [{ measures: [insatser(1234)] }] }),
		);
		expect(figures).toContainEqual({ where: "Riktad insats, detta tertial", before: "9", after: "1\u00a0234" });
		expect(figures).toContainEqual({ where: "Riktad insats, sammanlagt", before: "9", after: "1\u00a0234" });
		expect(figures.map(({ where }) => where)).not.toContain("Riktad insats, minst sammanlagt");
		expect(words).toEqual([]);
	});

	it("names the summary and the status that change with a figure", () => {
		const { figures } = differenceBetween(
			reportOf({ lines: [{ measures: [insatser(6)] }] }),
			reportOf({ lines: [{ measures: [insatser(10)] }] }),
		);
		expect(figures).toContainEqual({ where: "Sammanfattning", before: "0 av 1 nådda", after: "1 av 1 nådda" });
		expect(figures).toContainEqual({ where: "Riktad insats, status", before: "Ej nått", after: "Nått" });
	});

	it("sees a registration moved to another place and week, although every total stands", () => {
		const at = (date: string, platsName: string | null) =>
			reportOf({ lines: [{ measures: [insatser(1)], aktivitetstyp: "insats" }], genomforanden: [{ date, platsName }] });
		expect(differenceBetween(at("2018-05-02", "Torget"), at("2018-05-09", null)).figures).toEqual([
			{ where: "Riktad insats, ingen plats angiven", before: "Fanns inte med", after: "1" },
			{ where: "Riktad insats, v.\u00a019 2018", before: "Fanns inte med", after: "1" },
			{ where: "Riktad insats, Torget", before: "1", after: "Finns inte med" },
			{ where: "Riktad insats, v.\u00a018 2018", before: "1", after: "Finns inte med" },
		]);
	});

	it("sees a by-product, with a name that people know", () => {
		const withBeslag = (quantity: number) =>
			reportOf({
				lines: [{ measures: [insatser(1)], aktivitetstyp: "insats" }],
				genomforanden: [{ biprodukter: [{ code: "beslag", quantity }] }],
			});
		expect(differenceBetween(withBeslag(2), withBeslag(3)).figures).toEqual([
			{ where: "Riktad insats, beslag", before: "2", after: "3" },
		]);
	});

	it("sees one kommundel reached instead of another, although as many are reached", () => {
		const reached = (platsId: number) =>
			reportOf({
				lines: [
					{
						measures: [
							measure(
								"coverage",
								{ platsIds: [1, 2], times: 1, per: "lofte", yearBasis: null },
								{
									name: "Kontroll",
									entries: entriesOn("2018-05-02").map((entry) => ({ ...entry, platsId, platsName: "X" })),
								},
							),
						],
					},
				],
				platser: [
					{ id: 1, name: "Moheda" },
					{ id: 2, name: "Vislanda" },
				],
			});
		const { figures } = differenceBetween(reached(1), reached(2));
		expect(figures).toContainEqual({ where: "Kontroll, Moheda, sammanlagt", before: "1", after: "0" });
		expect(figures).toContainEqual({ where: "Kontroll, Vislanda, T2 2018", before: "0", after: "1" });
	});

	it("names every text that changed, whose it is, and says so when nothing was written", () => {
		const lines = [{ measures: [insatser(1)], aktivitetstyp: "riktad insats" }];
		const after = reportOf(
			{ lines },
			{
				texts: [
					{ ...NOTHING, part: "polis", aktivitetId: 1, kommentar: "K", orsak: "O", nyPlan: "N" },
					{ ...NOTHING, part: "kommun", aktivitetId: null, bedomning: "B", begardaBeslut: "D" },
				],
			},
		);
		const before = "Inget skrivet";
		const { figures, words } = differenceBetween(reportOf({ lines }), after);
		expect(figures).toEqual([]);
		expect(words).toEqual([
			{ where: "Kommunens bedömning", before, after: "B" },
			{ where: "Beslut som kommunen begär", before, after: "D" },
			{ where: "Riktad insats, polisens kommentar", before, after: "K" },
			{ where: "Riktad insats, polisens orsak", before, after: "O" },
			{ where: "Riktad insats, polisens nya plan", before, after: "N" },
		]);
	});

	it("tells aktiviteter and mått of the same name apart", () => {
		const lines = (second: number) => [
			{ measures: [insatser(1)], aktivitetstyp: "insats" },
			{ measures: [insatser(second)], aktivitetstyp: "insats" },
		];
		const { figures } = differenceBetween(reportOf({ lines: lines(1) }), reportOf({ lines: lines(2) }));
		expect(figures).toContainEqual({
			where: "Riktad insats (aktivitet 2), detta tertial",
			before: "1",
			after: "2",
		});
		expect(figures.filter(({ where }) => where.includes("aktivitet 1"))).toEqual([]);
	});

	it("shows a mått that was not there before, and one that is there no more", () => {
		const one = reportOf({ lines: [{ measures: [insatser(1)] }] });
		const two = reportOf({ lines: [{ measures: [insatser(1), insatser(4, "Fotpatrull")] }] });
		const where = "Fotpatrull, detta tertial";
		expect(differenceBetween(one, two).figures).toContainEqual({ where, before: "Fanns inte med", after: "4" });
		expect(differenceBetween(two, one).figures).toContainEqual({ where, before: "4", after: "Finns inte med" });
		expect(differenceBetween(one, two).words).toContainEqual({
			where: "Fotpatrull, avtalat",
			before: "Fanns inte med",
			after: "Minst 10 insatser under hela löftet.",
		});
	});

	it("between public contents tells only what is public", () => {
		const at = (platsName: string, count: number) =>
			toPublicContent(reportOf({ lines: [{ measures: [insatser(count)] }], genomforanden: [{ platsName }] }));
		expect(differenceBetween(at("Torget", 3), at("Skolan", 3))).toEqual({ figures: [], words: [] });
		expect(differenceBetween(at("Torget", 3), at("Skolan", 4)).figures.length).toBeGreaterThan(0);
	});
});
