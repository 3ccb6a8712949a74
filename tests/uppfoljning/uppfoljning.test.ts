import { beforeAll, describe, expect, test } from "vitest";
import { FEWER_THAN_FIVE } from "#app/measures/types.ts";
import { rapportCsv } from "#app/outputs/rapportCsv.server.ts";
import type { RapportContent } from "#app/rapport/content.ts";
import { toPublicContent } from "#app/rapport/publicContent.ts";
import { figureTable, rapportTables, summaryLine } from "#app/rapport/tables.ts";
import { aktiviteterOf } from "#app/rapport/words.ts";
import { enterUppfoljning } from "./enter.ts";
import { flen2017 } from "./flen.ts";
import { kungalv2018 } from "./kungalv.ts";
import { skara2018 } from "./skara.ts";
import { strangnas2019 } from "./strangnas.ts";
import { figuresIn, linesWithFigures, type Told, type ToldUppfoljning } from "./told.ts";

const ALL: ToldUppfoljning[] = [strangnas2019, skara2018, kungalv2018, flen2017];

test("numbers are found in digits and words, and dates are none", () => {
	expect(figuresIn("Drygt sextio fotpatruller och 303 kontroller, minst 8")).toEqual([60, 303, 8]);
	expect(figuresIn("Löftet gäller från den 1 januari 2019, ett år i taget")).toEqual([]);
	expect(ALL.map(({ text }) => linesWithFigures(text).length)).toEqual([7, 6, 2, 1]);
});

describe.each(ALL.map((uppfoljning) => ({ name: uppfoljning.dokument.title, uppfoljning })))(
	"$name",
	({ uppfoljning }) => {
		const { text, promised, told } = uppfoljning;
		let content: RapportContent;

		beforeAll(async () => {
			content = await enterUppfoljning(uppfoljning);
		});

		/** The figure row of a mått, by column. */
		function rowOf(report: RapportContent, measure: string): Record<string, string | number | null> {
			const { columns, rows } = figureTable(report);
			const row = rows.find((cells) => cells[1] === measure);
			return Object.fromEntries(columns.map(({ label }, index) => [label, row?.[index] ?? null]));
		}

		test("what was entered is what the text says, word for word", () => {
			const sayings = [...promised.map(({ says }) => says), ...told.flatMap(sayingsOf)];
			expect(sayings.filter((says) => !text.includes(says))).toEqual([]);
		});

		test("no figure of the text is passed over", () => {
			const sayings = [...promised.map(({ says }) => says), ...told.flatMap(sayingsOf)];
			for (const line of linesWithFigures(text)) {
				const carried = sayings.filter((says) => line.includes(says)).flatMap(figuresIn);
				expect(carried.sort(), line).toEqual(figuresIn(line).sort());
			}
		});

		test("what was promised stands as the minimum, and what was done as the figure, within and public", () => {
			for (const report of [content, toPublicContent(content)]) {
				for (const { says, measure } of promised)
					for (const figure of figuresIn(says)) expect(rowOf(report, measure)["Minst sammanlagt"], says).toBe(figure);
				for (const one of told)
					for (const figure of sayingsOf(one).flatMap(figuresIn))
						expect(rowOf(report, one.measure).Sammanlagt, one.kommentar).toBe(figure);
			}
		});

		test("what nobody promised a number for has no minimum, and never 0 of something", () => {
			const withMinimum = new Set(promised.map(({ measure }) => measure));
			const rows = figureTable(content).rows.filter(([, name, , , , , minimum]) => typeof minimum === "number" && name);
			const counted = rows.filter(([, name]) => isCount(content, String(name))).map(([, name]) => name);
			expect(counted.sort()).toEqual([...withMinimum].sort());
			expect(JSON.stringify(figureTable(content))).not.toMatch(/ 0 %|av minst 0/);
		});

		test("every sentence stands in the report, with whoever says it", () => {
			const written = aktiviteterOf(content).flatMap(({ texts, measures }) =>
				texts.flatMap(({ part, kommentar, orsak, nyPlan }) =>
					measures.map(({ name }) => [part, name, `${kommentar}\n${orsak}\n${nyPlan}`] as const),
				),
			);
			for (const one of told)
				for (const says of sayingsOf(one))
					expect(
						written.some(([part, name, all]) => part === one.part && name === one.measure && all.includes(says)),
					).toBe(true);
		});

		test("the files carry the same figures", () => {
			const csv = rapportCsv(content).split("\r\n");
			for (const one of told)
				for (const figure of sayingsOf(one).flatMap(figuresIn))
					expect(csv.find((line) => line.includes(`;${one.measure};`))?.split(";")).toContain(String(figure));
			expect(rapportTables(content).map(({ key }) => key)).toContain("kommentarer");
			expect(JSON.stringify(content)).not.toContain(FEWER_THAN_FIVE);
		});

		test("the summary is what the kommun would say of it", () => {
			expect(summaryLine(content)).toBe(uppfoljning.summary);
		});
	},
);

describe("as they were told", () => {
	async function measuresOf(uppfoljning: ToldUppfoljning) {
		const aktiviteter = aktiviteterOf(await enterUppfoljning(uppfoljning));
		return Object.fromEntries(
			aktiviteter.flatMap(({ measures }) => measures.map((measure) => [measure.name, measure])),
		);
	}

	test("Strängnäs: 20 av minst 8, 303 trafikkontroller without a minimum, and a council that is there", async () => {
		const { Grannsamverkan, Båtsamverkan, Trafikkontroll, Mopedinsats, Trygghetsvandring, ...rest } =
			await measuresOf(strangnas2019);
		expect(Grannsamverkan).toMatchObject({ figure: "20 av minst 8", status: "natt" });
		expect(Båtsamverkan).toMatchObject({ figure: "3 av minst 2", status: "natt" });
		expect(Trygghetsvandring).toMatchObject({ figure: "4 av minst 4", status: "natt" });
		expect(Trafikkontroll).toMatchObject({ figure: "303 trafikkontroller", status: "inget_minimum" });
		expect(Mopedinsats).toMatchObject({ figure: "1 mopedinsats", status: "inget_minimum" });
		expect(rest["Trafiksäkerhetsråd inrättat"]).toMatchObject({ status: "natt" });
	});

	test("Skara: the year is said by its last tertial, and the kommun's silence is no reached promise", async () => {
		const { Krogtillsyn, Fotpatrullering, Trygghetsvandring, Nattvandring } = await measuresOf(skara2018);
		expect(Krogtillsyn).toMatchObject({ status: "natt", figures: { thisPeriod: 1, cumulative: 4 } });
		expect(Krogtillsyn?.figure).toBe("4 av minst 4");
		expect(Fotpatrullering).toMatchObject({ status: "inget_minimum", figures: { cumulative: 100, minimum: null } });
		expect(Trygghetsvandring).toMatchObject({ figure: "2 av minst 2", status: "natt" });
		expect(Nattvandring).toMatchObject({ figure: "0 av minst 3", status: "ej_natt" });
	});

	test("Kungälv: minst 200 reached by its own way of counting, and a camera with cause and new plan", async () => {
		const content = await enterUppfoljning(kungalv2018);
		const [kamera, patrull] = aktiviteterOf(content);
		expect(patrull?.measures[0]).toMatchObject({ figure: "200 av minst 200", status: "natt" });
		expect(patrull?.measures[0]?.rakneregel).toContain("hotspot-patrullering och tillsyner");
		expect(kamera).toMatchObject({ status: "ej_natt", isDeviation: true });
		expect(kamera?.texts[0]).toMatchObject({ part: "polis", nyPlan: "Arbetet fortsätter." });
		expect(content.period).toMatchObject({ isClippedStart: false, isClippedEnd: true, clippedTo: "2019-10-31" });
		expect(content.next).toBeNull();
	});

	test("Flen: drygt sextio and drygt trettio without a minimum, every week kept, and a löfte that goes on", async () => {
		const { Fotpatrull, Trafikkontroll, Medborgardialog, ...rest } = await measuresOf(flen2017);
		expect(Fotpatrull).toMatchObject({ figure: "60 fotpatruller", status: "inget_minimum" });
		expect(Trafikkontroll).toMatchObject({ figure: "30 trafikkontroller", status: "inget_minimum" });
		expect(Medborgardialog).toMatchObject({ figure: "2 medborgardialoger" });
		expect(rest["Trygg vuxen"]).toMatchObject({ figure: "17 av 17 veckor", status: "natt" });
		expect(rest["Kamera i gångtunneln"]).toMatchObject({ figure: "Inte klart", status: "inte_igang" });
	});
});

function sayingsOf({ kommentar, orsak, nyPlan }: Told): string[] {
	return [kommentar, orsak, nyPlan].filter((says) => says !== undefined);
}

function isCount(content: RapportContent, name: string): boolean {
	const measures = aktiviteterOf(content).flatMap((aktivitet) => aktivitet.measures);
	return measures.some((measure) => measure.name === name && measure.kind === "count");
}
