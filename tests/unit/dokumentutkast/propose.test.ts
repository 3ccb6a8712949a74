import { readdirSync, readFileSync } from "node:fs";
import fc from "fast-check";
import { describe, expect, test } from "vitest";
import type { DokumentutkastContent, UtkastAktivitet, UtkastFraga } from "#app/dokumentutkast/content.ts";
import { utkastFaults } from "#app/dokumentutkast/faults.ts";
import { proposeUtkast } from "#app/dokumentutkast/propose.ts";
import type { Plats } from "#app/measures/types.ts";

const TEXTS = ["seeds/loften", "tests/loftestext/texter/dev"].flatMap((folder) =>
	readdirSync(folder)
		.filter((name) => name.endsWith(".txt"))
		.map((name) => ({ name, text: readFileSync(`${folder}/${name}`, "utf8").replace(/\r\n?/g, "\n") })),
);

function seed(name: string): string {
	return TEXTS.find((one) => one.name === `${name}.txt`)?.text ?? "";
}

function propose(text: string, { kommun = "Sävsjö", platser = [] as Plats[] } = {}): DokumentutkastContent {
	return proposeUtkast(text, { kommun, platser });
}

/** A dokument of the days with one line, as the löftestolk reads it. */
function lineOf(line: string, { days = "1 januari 2018 till 31 december 2019", platser = [] as Plats[] } = {}) {
	const content = propose(
		`Medborgarlöfte i Sävsjö kommun\n\nLöftet gäller från ${days}.\n\nPolisen lovar\n\n- ${line}\n`,
		{
			platser,
		},
	);
	const [aktivitet] = content.aktiviteter;
	if (!aktivitet) throw new Error(`no aktivitet was read in ${line}`);
	return { content, aktivitet, settings: aktivitet.measures[0]?.settings, kind: aktivitet.measures[0]?.kind };
}

function asked(fragor: readonly UtkastFraga[], about: UtkastFraga["about"]): UtkastFraga | undefined {
	return fragor.find((fraga) => fraga.about === about && fraga.state === "obesvarad");
}

function withWords(content: DokumentutkastContent, words: string): UtkastAktivitet {
	const found = content.aktiviteter.find(({ quotation }) => quotation.includes(words));
	if (!found) throw new Error(`no aktivitet says ${words}`);
	return found;
}

test.each(TEXTS)("every quotation of $name is an exact part of the text, where its span says", ({ text }) => {
	const { loften, aktiviteter, fragor } = propose(text);
	const quoted = [...loften, ...aktiviteter, ...fragor, ...aktiviteter.flatMap((aktivitet) => aktivitet.fragor)];
	for (const { quotation, span } of quoted)
		expect(span && text.slice(span.from, span.to)).toBe(quotation === null ? null : quotation);
	for (const { heading } of aktiviteter) expect(heading === null || text.includes(heading)).toBe(true);
});

test.each(TEXTS)("every key of $name is used once, and every line is followed by something", ({ text }) => {
	const { loften, aktiviteter, fragor, lastKey } = propose(text);
	const measures = aktiviteter.flatMap((aktivitet) => aktivitet.measures);
	const all = [...loften, ...aktiviteter, ...fragor, ...measures, ...aktiviteter.flatMap((one) => one.fragor)];
	expect(new Set(all.map(({ key }) => key)).size).toBe(all.length);
	expect(Math.max(0, ...all.map(({ key }) => Number(key.slice(1))))).toBeLessThanOrEqual(lastKey);
	expect(aktiviteter.every((aktivitet) => aktivitet.measures.length > 0)).toBe(true);
	expect(new Set(measures.map(({ name }) => name)).size).toBe(measures.length);
});

test.each(TEXTS)("whatever $name leaves open that a mått cannot do without is asked about", ({ text }) => {
	const content = propose(text);
	const open = utkastFaults(content, { platser: [] });
	for (const { aktivitetKey, measureKey } of open) {
		const aktivitet = content.aktiviteter.find(({ key }) => key === aktivitetKey);
		if (!aktivitet) expect(asked(content.fragor, "period")).toBeDefined();
		else if (measureKey === null)
			expect(asked(aktivitet.fragor, "responsible") ?? asked(content.fragor, "responsible")).toBeDefined();
		else expect(aktivitet.fragor.some(({ state }) => state === "obesvarad")).toBe(true);
	}
});

test("nobody is named: undertecknare by title and organisation alone", () => {
	expect(propose(seed("savsjo-2018")).undertecknare).toEqual([
		{ title: "Kommunstyrelsens ordförande", organisation: "Sävsjö kommun" },
		{ title: "Kommunchef", organisation: "Sävsjö kommun" },
		{ title: "Lokalpolisområdeschef", organisation: "Lokalpolisområde Högländet" },
	]);
	expect(propose(seed("savsjo-2017")).undertecknare).toEqual([]);
});

describe("Sävsjö 2017", () => {
	const content = propose(seed("savsjo-2017"));

	test("asks of the days, how often it is followed up, and nothing of the kommun", () => {
		expect(content).toMatchObject({ inForceFrom: null, inForceTo: null, isOpenEnded: false, lagesbild: null });
		expect(content.title).toBe("Medborgarlöften i Sävsjö kommun");
		expect(content.fragor.map(({ about }) => about)).toEqual(["period", "followUp"]);
		expect(asked(content.fragor, "period")?.quotation).toBe("gälla ett år");
	});

	test("ten targeted efforts are ten of the whole löfte, and four meetings a year are a question", () => {
		const insats = withWords(content, "tio riktade");
		expect(insats).toMatchObject({ parts: ["polis"], aktivitetstyp: "riktad insats", fragor: [] });
		expect(insats.measures).toMatchObject([
			{
				kind: "count",
				name: "Riktad insats",
				settings: { minimum: 10, per: "lofte", yearBasis: null, unit: "riktade insatser", unitOne: "riktad insats" },
			},
		]);
		const mote = withWords(content, "minst fyra");
		expect(mote.measures[0]?.settings).toMatchObject({ minimum: 4, per: "year", yearBasis: null });
		expect(asked(mote.fragor, "per")).toMatchObject({
			question: "Minst 4 samverkansmöten: per år eller under hela perioden?",
			quotation: "under året",
		});
	});

	test("opening hours that the text does not give are none, and asked for", () => {
		const kontor = withWords(content, "fasta öppettider");
		expect(kontor.measures[0]).toMatchObject({
			kind: "recurring",
			settings: { cadence: { type: "opening_hours", hours: [] }, season: null },
		});
		expect(asked(kontor.fragor, "per")?.quotation).toBe("fasta öppettider");
	});

	test("a party that is misspelt is proposed, and asked about", () => {
		const aktivitet = withWords(content, "Polsien");
		expect(aktivitet.parts).toEqual(["polis"]);
		expect(asked(aktivitet.fragor, "responsible")?.quotation).toBe("Polsien");
	});
});

test("Jönköping's first line is a cadence and a coverage, and who answers for the rest is one question", () => {
	const content = propose(seed("jonkoping-2016"), { kommun: "Jönköping" });
	const first = withWords(content, "Fotpatrullering");
	expect(first.measures).toMatchObject([
		{
			kind: "recurring",
			settings: {
				cadence: { type: "weekdays", weekdays: [5, 6], withHelgkvallar: true, onlyHelgfria: false },
				slotOne: "kväll",
				slotMany: "kvällar",
			},
		},
		{ kind: "coverage", settings: { platsIds: [], times: 1, per: "lofte" } },
	]);
	expect(first.fragor.map(({ about, quotation }) => [about, quotation])).toEqual([
		["responsible", "områdespoliser"],
		["weekdays", "andra helgkvällar"],
		["places", "de olika stadsdelarna"],
		["per", "de olika stadsdelarna"],
	]);
	expect(content.fragor.map(({ about }) => about)).toEqual(["responsible"]);
	expect(content.periodKind).toBe("tertial");
	const speed = withWords(content, "Sänka medelhastigheten");
	expect(speed.measures[0]).toMatchObject({ kind: "outcome", settings: { unit: "", direction: "down", series: [] } });
	expect(asked(speed.fragor, "places")).toBeDefined();
});

test("Sävsjö 2018: both ends that the text could mean are choices, and both are far enough off to ask of the numbers", () => {
	const content = propose(seed("savsjo-2018"));
	expect(asked(content.fragor, "period")?.question).toBe(
		"Gäller löftet till och med 9 april 2020 (2 år från undertecknandet) eller 31 december 2019?",
	);
	expect(asked(withWords(content, "femton").fragor, "per")?.quotation).toBe("minst femton");
	expect(asked(withWords(content, "minst fyra").fragor, "per")?.quotation).toBe("under året");
});

test("Alvesta was signed after the first day that the text gives, and is asked from which of the two it is in force", () => {
	const { fragor } = propose(seed("alvesta-2017"), { kommun: "Alvesta" });
	expect(asked(fragor, "period")?.question).toContain("Från vilken dag gäller det?");
});

test("Sunne has no end, and its decided åtgärder are followed beside the walks", () => {
	const content = propose(seed("sunne-2016"), { kommun: "Sunne" });
	expect(content).toMatchObject({ inForceTo: null, isOpenEnded: true });
	const walks = withWords(content, "Trygghetsvandringar");
	expect(walks.measures.map(({ kind }) => kind)).toEqual(["ongoing", "actions"]);
	expect(walks.fragor).toEqual([]);
});

test("a text of another kommun is asked about, one that names this kommun is not", () => {
	const other = propose(seed("alvesta-2017"), { kommun: "Sävsjö" });
	expect(asked(other.fragor, "kommun")?.question).toContain("Alvesta");
	expect(asked(propose(seed("jonkoping-2016"), { kommun: "Jönköpings kommun" }).fragor, "kommun")).toBeUndefined();
});

test.each([
	["Löftet följs upp tertialsvis.", "tertial", false],
	["Uppföljning sker kvartalsvis i rådet.", "quarter", false],
	["Uppföljning sker två gånger per år.", "half_year", false],
	["Uppföljning sker årligen.", "year", false],
	["Uppföljning sker kontinuerligt.", "tertial", true],
])("the period of the reports is read from %s", (rule, periodKind, isAsked) => {
	const content = propose(
		`Medborgarlöfte i Sävsjö kommun\n\nGäller 2018.\n\nPolisen lovar\n\n- Polisen ska gå fotpatrull i centrum.\n\nUppföljning\n\n${rule}\n`,
	);
	expect(content.periodKind).toBe(periodKind);
	expect(asked(content.fragor, "followUp") !== undefined).toBe(isAsked);
});

describe("a line is followed as its words say", () => {
	test.each([
		["Polisen ska genomföra minst tre trafikkontroller i månaden.", { type: "every", every: "month", times: 3 }],
		["Polisen ska gå fotpatrull en gång i veckan.", { type: "every", every: "week", times: 1 }],
		["Polisen ska hålla ett samverkansmöte varje kvartal.", { type: "every", every: "quarter", times: 1 }],
		["Polisen ska besöka skolorna minst två gånger per termin.", { type: "every", every: "termin", times: 2 }],
		[
			"Polisen ska finnas på torget varje helgfri torsdag.",
			{ type: "weekdays", weekdays: [4], withHelgkvallar: false, onlyHelgfria: true },
		],
		["Polisen ska finnas i centrum dagligen.", { type: "weekdays", weekdays: [1, 2, 3, 4, 5, 6, 7] }],
	])("%s", (line, cadence) => {
		const { kind, settings, aktivitet } = lineOf(line);
		expect(kind).toBe("recurring");
		expect(settings).toMatchObject({ cadence });
		expect(aktivitet.fragor.filter(({ about }) => about === "per")).toEqual([]);
	});

	test("a season of months is kept", () => {
		const { settings } = lineOf("Polisen ska gå fotpatrull i parken varje fredag april–oktober.");
		expect(settings).toMatchObject({ season: { fromMonth: 4, toMonth: 10 } });
	});

	test("per tertial is per follow-up period where the dokument is followed by tertial", () => {
		const { kind, settings } = lineOf("Polisen ska genomföra minst två trygghetsvandringar per tertial.");
		expect(kind).toBe("count");
		expect(settings).toMatchObject({ minimum: 2, per: "period", yearBasis: null });
	});

	test("a rhythm that goes into no period is a number that has to be said", () => {
		const { kind, settings, aktivitet } = lineOf("Polisen ska hålla samverkansmöten varannan vecka.");
		expect(kind).toBe("count");
		expect(settings).toMatchObject({ minimum: null, per: "period" });
		expect(asked(aktivitet.fragor, "minimum")).toBeDefined();
	});

	test("what comes back without a word of how often is left open, and asked", () => {
		const { settings, aktivitet } = lineOf("Polisen ska genomföra återkommande trygghetsvandringar.");
		expect(settings).toMatchObject({ cadence: { every: null, times: null } });
		expect(asked(aktivitet.fragor, "per")).toBeDefined();
	});

	test("a day that the sentence names is when it is planned", () => {
		const { kind, settings } = lineOf("Kommunen ska öppna en fritidsgård senast den 31 augusti 2018.");
		expect(kind).toBe("milestone");
		expect(settings).toEqual({ plannedOn: "2018-08-31" });
	});

	test("named places that are on the list are chosen, the others only named", () => {
		const platser = [
			{ id: 7, name: "torget" },
			{ id: 8, name: "Skolan" },
		];
		const { kind, settings, aktivitet } = lineOf("Polisen ska vara synlig vid Torget, Stationen och Badhuset.", {
			platser,
		});
		expect(kind).toBe("coverage");
		expect(settings).toMatchObject({ platsIds: [7] });
		expect(aktivitet.namedPlaces).toEqual(["Torget", "Stationen", "Badhuset"]);
	});
});

describe("what a year means is asked, unless the days in force leave nothing open", () => {
	const PER_YEAR = "Polisen ska genomföra minst fyra trafikkontroller per år.";
	const UNDER_YEAR = "Polisen ska under året genomföra minst fyra trafikkontroller.";
	const NO_TIME = "Polisen ska genomföra minst fyra trafikkontroller.";
	const CALENDAR = "Polisen ska genomföra minst fyra trafikkontroller per kalenderår.";
	test.each([
		[PER_YEAR, "1 januari 2018 till 31 december 2019", null, true],
		[PER_YEAR, "1 januari 2018 till 31 december 2018", "calendar", false],
		[PER_YEAR, "10 april 2018 till 9 april 2019", null, true],
		[UNDER_YEAR, "1 januari 2018 till 31 december 2019", null, true],
		[UNDER_YEAR, "1 mars 2018 till 31 december 2018", "calendar", false],
		[CALENDAR, "1 januari 2018 till 31 december 2019", "calendar", false],
		[NO_TIME, "1 januari 2018 till 31 december 2019", null, true],
		[NO_TIME, "10 april 2018 till 9 april 2019", null, false],
	])("%s of %s", (line, days, yearBasis, isAsked) => {
		const { aktivitet, settings } = lineOf(line, { days });
		expect(settings).toMatchObject({ per: line === NO_TIME ? "lofte" : "year", yearBasis });
		expect(aktivitet.fragor.filter(({ about }) => about === "per")).toHaveLength(isAsked ? 1 : 0);
	});
});

test("any text at all is proposed as something, with exact quotations", () => {
	const words = fc.constantFrom(
		"Polisen ska",
		"minst fyra",
		"under året",
		"Kommunen lovar",
		"\n- ",
		"\n\n",
		"fredagar",
		"samtliga kommundelar",
		"2018",
		"31 december 2019",
		"varannan vecka",
		"Uppföljning",
		"\u00a0",
		"\f",
		"”",
		":",
		".",
		"tio insatser",
	);
	const texts = fc.oneof(
		fc.string({ unit: "grapheme", maxLength: 300 }),
		fc.string({ unit: "binary", maxLength: 120 }),
		fc.array(words, { maxLength: 60 }).map((parts) => parts.join(" ")),
	);
	fc.assert(
		fc.property(texts, (text) => {
			const { aktiviteter, loften, fragor } = propose(text);
			for (const { quotation, span } of [
				...aktiviteter,
				...loften,
				...fragor,
				...aktiviteter.flatMap((one) => one.fragor),
			])
				if (span) expect(text.slice(span.from, span.to)).toBe(quotation);
		}),
		{ numRuns: 300 },
	);
});
