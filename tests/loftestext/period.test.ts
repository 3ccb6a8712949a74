import { expect, test } from "vitest";
import { readLoftestext } from "#app/loftestext/readLoftestext.ts";

test.each([
	["Medborgarlöfte 2019", "2019-01-01", "2019-12-31"],
	["Medborgarlöften 2017-2018", "2017-01-01", "2018-12-31"],
	["Medborgarlöften 2017–2018", "2017-01-01", "2018-12-31"],
	["Medborgarlöfte 2022 och 2023", "2022-01-01", "2023-12-31"],
	["Medborgarlöfte 2023/2024", "2023-01-01", "2024-12-31"],
	["Medborgarlöfte 2021/22", "2021-01-01", "2022-12-31"],
	["Löftet gäller 1 januari 2018 – 31 december 2019.", "2018-01-01", "2019-12-31"],
	["Löftet gäller 1 januari – 31 december 2018.", "2018-01-01", "2018-12-31"],
	["Löftet gäller från 1 januari 2018 till 31 december 2018 och utvärderas.", "2018-01-01", "2018-12-31"],
	["Löftet gäller fr.o.m. 2018-03-01 t.o.m. 2019-02-28.", "2018-03-01", "2019-02-28"],
	["Löftet löper från 2018-01-01--2019-12-31", "2018-01-01", "2019-12-31"],
	[
		"Medborgarlöftet gäller från och med den 1 mars 2020 till och med\nden 28 februari 2021.",
		"2020-03-01",
		"2021-02-28",
	],
	["Medborgarlöfte, oktober 2018 - oktober 2019", "2018-10-01", "2019-10-31"],
	["Medborgarlöftet gäller maj–december 2020.", "2020-05-01", "2020-12-31"],
	["Löftet gäller under 2021 och ses över inför 2022.", "2021-01-01", "2021-12-31"],
	["Löftet gäller tills vidare från den 1 april 2022.", "2022-04-01", null],
	["Löftena gäller från och med 2020-06-01 och i två år.", "2020-06-01", "2022-05-31"],
	["Löftena gäller i tre år från och med den 1 juli 2020.", "2020-07-01", "2023-06-30"],
	["Löftet pågår under 2016 fram till dess att nya medborgarlöften tecknas.", "2016-01-01", null],
	["Under 2016 genomfördes en enkät. Medborgarlöftet gäller under 2017.", "2017-01-01", "2017-12-31"],
	["Medborgarlöfte 2019\n\nPublicerad 2018-12-20", "2019-01-01", "2019-12-31"],
	["Löftet gäller från den 1 april 2019 och ett år framåt.", "2019-04-01", "2020-03-31"],
	["Medborgarlöfte för perioden 220101–221231", "2022-01-01", "2022-12-31"],
	["Bro kommun har skrivit under medborgarlöftet för 2024.", "2024-01-01", "2024-12-31"],
	["Polisen vill utifrån statistik utveckla följande områden under 2017:", "2017-01-01", "2017-12-31"],
	["Trygghetslöfte 2022. Det ersätter löftet för 2021.", "2022-01-01", "2022-12-31"],
	["Aktiviteterna ska påbörjas 2 september och pågå till och med 31 december 2016.", "2016-09-02", "2016-12-31"],
	["2016 och 2017 års löften förlänger vi till 2018.\n\nMedborgarlöfte 2018", "2018-01-01", "2018-12-31"],
])("%j is in force %s to %s", (text, start, end) => {
	const { periodStart, periodEnd } = readLoftestext(text);
	expect([periodStart.value, periodEnd.value]).toEqual([start, end]);
});

test.each([
	["Löftet gäller i två år från undertecknandet.\n\nAlvesta den 28 februari 2017", "2017-02-28", null],
	["Medborgarlöfte 2020\nEtt årligt löfte som gäller från och med undertecknandet.", "2020-01-01", "2020-12-31"],
	["Löftet gäller från nu.\n\nPublicerad 2019-04-05", "2019-04-05", null],
	["Löftet gäller från våren 2020.", "2020-01-01", null],
	["Medborgarlöften hösten 2018", "2018-07-01", "2018-12-31"],
	["Polisen lovar att:\n• göra åtta tillsyner under 2018", "2018-01-01", "2018-12-31"],
	["Medborgarlöften 2020-2021\nÅtagandet gäller under ett år.", "2020-01-01", "2021-12-31"],
	["Löftet gäller till och med den 31 december 2019.", null, "2019-12-31"],
	["Medborgarlöften som ska gälla ett år.", null, null],
	["I februari 2017 beslutade kommunfullmäktige om löftena.", "2017-01-01", null],
])("%j leaves the period open, and asks", (text, start, end) => {
	const { periodStart, periodEnd, questions } = readLoftestext(text);
	expect([periodStart.value, periodEnd.value]).toEqual([start, end]);
	expect(questions.map(({ about }) => about)).toContain("period");
});

test.each([
	["Alvesta den 28 februari 2017\n\nNamn Namnsson", "2017-02-28"],
	["Sävsjö 2018-04-10", "2018-04-10"],
	["Löftena undertecknades den 21 januari 2016.", "2016-01-21"],
	["Kommunstyrelsen fastställde löftet den 19 mars 2020.", "2020-03-19"],
	["Medborgarlöfte 2020\n\nDe skrev under den 3 februari.", "2020-02-03"],
	["Publicerad 2016-12-20", null],
	["Löftet skrevs under i februari 2019.", null],
])("%j was signed on %s", (text, day) => {
	expect(readLoftestext(text).signedOn.value).toBe(day);
});
