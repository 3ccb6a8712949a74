import { describe, expect, it } from "vitest";
import { buildRapportContent } from "#app/rapport/build.ts";
import { aktiviteterOf } from "#app/rapport/words.ts";
import { AT_LEAST_TEN, measure, sourceOf } from "./source.ts";

const COUNT = measure("count", AT_LEAST_TEN);
const ONGOING = measure("ongoing", { unit: "timmar", unitOne: "timme" });

describe("open åtgärder", () => {
	const atgard = (title: string, decidedOn: string, doneOn: string | null, dueOn: string | null = null) => ({
		title,
		decidedOn,
		doneOn,
		dueOn,
		owner: "kommun" as const,
		aktivitetId: 1,
	});

	it("are those decided by the period's last day and not done by it, whatever happened later", () => {
		const { openAtgarder } = buildRapportContent(
			sourceOf(
				{ lines: [{ measures: [COUNT] }] },
				{
					atgarder: [
						atgard("Utan dag", "2018-01-02", null),
						atgard("Klar sista dagen", "2018-05-01", "2018-08-31"),
						atgard("Klar dagen efter", "2018-05-01", "2018-09-01", "2018-08-01"),
						atgard("Beslutad sista dagen", "2018-08-31", null, "2018-07-01"),
						atgard("Beslutad dagen efter", "2018-09-01", null),
					],
				},
			),
		);
		expect(openAtgarder.map(({ title }) => title)).toEqual(["Beslutad sista dagen", "Klar dagen efter", "Utan dag"]);
	});
});

describe("the next period", () => {
	const agreedNext = (facts: Parameters<typeof sourceOf>[0]) => {
		const { next } = buildRapportContent(sourceOf(facts));
		return next && { code: next.code, agreed: next.lines.map(({ agreed }) => agreed) };
	};

	it("tells the part of a minimum, as a proposal until both parties have confirmed it", () => {
		const parts = { "2018-T1": 3, "2018-T2": 4, "2018-T3": 3 };
		const fordelning = { parts, polisConfirmedAt: "2018-01-05T08:00:00.000Z", kommunConfirmedAt: null, version: 1 };
		const confirmed = { ...fordelning, kommunConfirmedAt: "2018-01-06T08:00:00.000Z" };
		const measures = [COUNT, { ...COUNT, fordelning }, { ...COUNT, fordelning: confirmed }, ONGOING];
		expect(agreedNext({ lines: [{ measures }] })).toEqual({
			code: "2018-T3",
			agreed: [
				"Minst 3 i tertial 3 2018 (förslag). Minst 10 insatser under hela löftet.",
				"Minst 3 i tertial 3 2018 (förslag). Minst 10 insatser under hela löftet.",
				"Minst 3 i tertial 3 2018. Minst 10 insatser under hela löftet.",
				"Inget antal är avtalat. Räknas i timmar.",
			],
		});
	});

	it("asks for nothing where the part is nothing, and says år for a dokument followed per year", () => {
		const one = measure("count", { ...AT_LEAST_TEN, minimum: 1 });
		expect(agreedNext({ lines: [{ measures: [one] }] })?.agreed).toEqual([
			"Inget minimum i tertial 3 2018 (förslag). Minst 1 insats under hela löftet.",
		]);
		const perYear = { inForceTo: "2019-12-31", period: "2018", periodKind: "year" as const, today: "2019-01-01" };
		expect(agreedNext({ lines: [{ measures: [COUNT] }], ...perYear })?.agreed).toEqual([
			"Minst 5 under år 2019 (förslag). Minst 10 insatser under hela löftet.",
		]);
	});

	it("is there as long as the dokument is, also without an end, and not after it", () => {
		const lines = [{ measures: [COUNT] }];
		expect(agreedNext({ lines, period: "2018-T3", today: "2019-01-01" })).toBeNull();
		expect(agreedNext({ lines, period: "2018-T3", today: "2019-01-01", inForceTo: null })).toEqual({
			code: "2019-T1",
			agreed: ["Minst 10 insatser under hela löftet."],
		});
	});

	it("holds by the minimum that is valid then", () => {
		const changed = {
			...COUNT,
			versions: [
				{ validFrom: "2018-01-01", settings: AT_LEAST_TEN, reason: null },
				{ validFrom: "2018-09-01", settings: { ...AT_LEAST_TEN, minimum: 12 }, reason: "Fler behövs" },
			],
		};
		const content = buildRapportContent(sourceOf({ lines: [{ measures: [changed] }] }));
		expect(aktiviteterOf(content)[0]?.measures[0]?.agreed).toBe("Minst 10 insatser under hela löftet.");
		expect(content.next?.lines[0]?.agreed).toMatch(/Minst 12 insatser under hela löftet\.$/);
	});
});
