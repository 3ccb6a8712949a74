import { describe, expect, it } from "vitest";
import { buildRapportContent } from "#app/rapport/build.ts";
import { factLines, figureTable, rapportTables, summaryLine } from "#app/rapport/tables.ts";
import { aktivitetLabel, begardaBeslutOf, deviationsOf, nextLinesOf, statusText } from "#app/rapport/words.ts";
import { emptyRapportContent, rapportContent, signedRapportContent } from "#tests/factories/rapportContent.ts";
import { AT_LEAST_TEN, manyEntries, measure, sourceOf } from "./source.ts";

const tableOf = (key: string, content = rapportContent()) => rapportTables(content).find((table) => table.key === key);

describe("figureTable", () => {
	it("has one row per mått in the order of the text, with numbers as numbers", () => {
		const eight = measure("count", { ...AT_LEAST_TEN, minimum: 8 }, { name: "Insats", entries: manyEntries(20) });
		const hours = measure("ongoing", { unit: "timmar", unitOne: "timme" }, { name: "Närvaro" });
		const { columns, rows } = figureTable(
			buildRapportContent(sourceOf({ lines: [{ measures: [eight, hours] }, { measures: [eight] }] })),
		);
		expect(columns.map(({ label }) => label)).toEqual([
			"Aktivitet",
			"Mått",
			"Räknas i",
			"Status",
			"Minst detta tertial",
			"Detta tertial",
			"Minst sammanlagt",
			"Sammanlagt",
			"Utfall",
		]);
		expect(rows.map(([aktivitet, matt]) => [aktivitet, matt])).toEqual([
			["Aktivitet nummer 1", "Insats"],
			["Aktivitet nummer 1", "Närvaro"],
			["Aktivitet nummer 2", "Insats"],
		]);
		expect(rows[0]?.slice(2)).toEqual(["insatser", "Nått", 2, 20, 8, 20, "20 av minst 8"]);
	});

	it("says that nothing was agreed, never zero, where there is no minimum", () => {
		const hours = measure("ongoing", { unit: "timmar", unitOne: "timme" });
		const [row] = figureTable(buildRapportContent(sourceOf({ lines: [{ measures: [hours] }] }))).rows;
		expect(row?.[3]).toBe("Inget minimum");
		expect([row?.[4], row?.[6]]).toEqual(["inget avtalat", "inget avtalat"]);
	});

	it("names the period as the dokument's kind is called", () => {
		const perYear = { period: "2018", periodKind: "year" as const, today: "2019-01-01" };
		const content = buildRapportContent(sourceOf({ lines: [], ...perYear }));
		expect(figureTable(content).columns.map(({ label }) => label)).toEqual(
			expect.arrayContaining(["Minst detta år", "Detta år"]),
		);
	});
});

describe("rapportTables", () => {
	it("come with the figures first, under keys and titles of their own, every row as wide as its columns", () => {
		const tables = rapportTables(signedRapportContent());
		expect(tables[0]).toEqual(figureTable(signedRapportContent()));
		expect(new Set(tables.map(({ key }) => key)).size).toBe(tables.length);
		expect(new Set(tables.map(({ title }) => title)).size).toBe(tables.length);
		for (const { columns, rows } of tables) for (const row of rows) expect(row).toHaveLength(columns.length);
	});

	it("hold a number wherever a column is numeric, or say in words why there is none", () => {
		for (const { columns, rows } of rapportTables(rapportContent()))
			for (const row of rows)
				for (const [index, cell] of row.entries())
					if (columns[index]?.isNumeric && typeof cell === "string") expect(cell).toMatch(/^(inget avtalat|ej dags)$/);
					else if (columns[index]?.isNumeric) expect(cell === null || Number.isFinite(cell)).toBe(true);
	});

	it("leave out what there is nothing of", () => {
		expect(rapportTables(emptyRapportContent())).toEqual([]);
		expect(tableOf("synpunkter", rapportContent({ synpunkter: [] }))).toBeUndefined();
	});

	it("repeat the agreement word for word, with who is responsible and what counts", () => {
		const table = tableOf("avtalat");
		const aktiviteter = rapportContent().groups.flatMap((group) => group.aktiviteter);
		expect(table?.rows.map((row) => row[2])).toEqual(aktiviteter.map(({ quotation }) => quotation));
		expect(table?.rows[0]?.[3]).toBe("Polisen, Sävsjö kommun och Räddningstjänsten");
	});

	it("say who wrote what, and what the council remarked on", () => {
		expect(tableOf("kommentarer")?.rows[0]?.slice(1, 3)).toEqual([
			"Polisen",
			"Insatserna lades på kvällar då anmälningarna var flest.",
		]);
		expect(tableOf("synpunkter")?.rows).toEqual([
			["2018-09-20", "Ledamot", "Hela rapporten", "Bra att åtgärderna syns. Ta med skolorna nästa gång."],
			["2018-09-21", "Undertecknare", "Mått återkommande", "Förklara luckan i juli."],
		]);
	});

	it("name what has no place, no day and no week as people say it", () => {
		expect(tableOf("platser")?.rows.map((row) => row[1])).toContain("Ingen plats angiven");
		expect(tableOf("veckor")?.rows[0]?.slice(1)).toEqual(["2018", "v.\u00a018", 4 - 1]);
		const [atgard] = rapportContent().openAtgarder;
		const undated = rapportContent({ openAtgarder: atgard ? [{ ...atgard, dueOn: null }] : [] });
		expect(tableOf("atgarder", undated)?.rows[0]?.[2]).toBe("ingen dag bestämd");
		expect(tableOf("nasta")?.title).toBe("Nästa period, tertial 3 2018");
	});
});

describe("summaryLine", () => {
	it("counts what was reached, and never says 0 av 0", () => {
		expect(summaryLine(rapportContent({ summary: { natt: 5, withMinimum: 7, withoutMinimum: 2 } }))).toBe(
			"5 av 7 nådda",
		);
		expect(summaryLine(rapportContent({ summary: { natt: 0, withMinimum: 0, withoutMinimum: 3 } }))).toBe(
			"Inget minimum under perioden",
		);
	});
});

describe("factLines", () => {
	const factsOf = (content = rapportContent()) =>
		Object.fromEntries(factLines(content).map(({ term, description }) => [term, description]));

	it("say how the period is cut, who is done when, and how far the report has come", () => {
		const { period } = rapportContent();
		const clipped = { ...period, clippedFrom: "2018-05-10", isClippedStart: true };
		expect(factsOf(rapportContent({ period: clipped }))).toMatchObject({
			Kommun: "Sävsjö",
			Lokalpolisområde: "Höglandet",
			Period: "Tertial 2 2018, gäller från 10 maj",
			"Polisens del": "Kommunpolis, klar 4 september 2018",
			Läge: "Inlämnad",
		});
	});

	it("leave out what nobody knows", () => {
		const terms = factLines(emptyRapportContent()).map(({ term }) => term);
		expect(terms).not.toContain("Polisens del");
		expect(terms).not.toContain("Version");
		expect(terms).not.toContain("Kontrollkod");
	});

	it("name the later version and its reason, the signature's day and its code in groups", () => {
		const rattelse = { edition: 2, rattelse: { reason: "Ett antal var fel." } };
		expect(factsOf(signedRapportContent(rattelse))).toMatchObject({
			Läge: "Signerad",
			Version: "2",
			Rättelse: "Ett antal var fel.",
			"Signerad av": "Kommunchef, Undertecknare",
			Signerad: "24 september 2018",
			Kontrollkod: "7K3M-9QXA-2B4C-6D8E",
		});
	});
});

describe("words", () => {
	it("statusText follows the content: utkast, inlämnad, granskad, signerad", () => {
		expect(statusText(emptyRapportContent())).toBe("Utkast");
		expect(statusText(rapportContent())).toBe("Inlämnad");
		expect(statusText(rapportContent({ granskadAt: "2018-09-20T17:00:00.000Z" }))).toBe("Granskad");
		expect(statusText(signedRapportContent())).toBe("Signerad");
		const [polis] = rapportContent().authors;
		const half = polis ? [polis, { part: "kommun" as const, name: null, klarAt: null }] : [];
		expect(statusText(rapportContent({ authors: half }))).toBe("Utkast");
	});

	it("deviations come in the order of the text, and nothing else", () => {
		const deviating = deviationsOf(rapportContent());
		expect(deviating.length).toBeGreaterThan(1);
		expect(deviating.every(({ status }) => status === "ej_natt" || status === "efter")).toBe(true);
		expect(deviating.map(({ id }) => id)).toEqual(deviating.map(({ id }) => id).sort((a, b) => a - b));
	});

	it("what comes next is told by mått, and by aktivitet where two mått have one name", () => {
		const content = rapportContent();
		const line = (aktivitetId: number, measureName: string) => ({ aktivitetId, measureName, agreed: "minst 4" });
		const labels = (...lines: ReturnType<typeof line>[]) =>
			nextLinesOf(content, { code: "2018-T3", lines }).map(({ label }) => label);
		expect(labels(line(1, "Möte"), line(2, "Insats"))).toEqual(["Möte", "Insats"]);
		expect(labels(line(1, "Möte"), line(2, "Möte"), line(3, "Insats"))).toEqual([
			aktivitetLabel(content, 1),
			aktivitetLabel(content, 2),
			"Insats",
		]);
	});

	it("decisions are asked for by whoever asks", () => {
		expect(begardaBeslutOf(rapportContent())).toEqual([
			{ who: "Polisen", text: "Att rådet prioriterar helgkvällarna i höst." },
		]);
	});
});
