import { describe, expect, test } from "vitest";
import { applyChange } from "#app/dokumentutkast/applyChange.ts";
import type { FragaValue, UtkastChange } from "#app/dokumentutkast/change.ts";
import { fragaChoices } from "#app/dokumentutkast/choices.ts";
import type { DokumentutkastContent, UtkastAktivitet, UtkastFraga } from "#app/dokumentutkast/content.ts";
import { mergeProposals } from "#app/dokumentutkast/merge.ts";
import { newDokumentOf } from "#app/dokumentutkast/newDokument.ts";
import { Fault } from "#app/domain/fault.ts";
import alvesta from "#seeds/loften/alvesta-2017.txt?raw";
import savsjo2017 from "#seeds/loften/savsjo-2017.txt?raw";
import savsjo2018 from "#seeds/loften/savsjo-2018.txt?raw";
import { factsOf, UTKAST_TEXT, utkastOf } from "#tests/factories/utkast.ts";
import { processorTime } from "#tests/processorTime.ts";

const PERSONAL_NUMBER = "640823-3234";
const PLATSER = [
	{ id: 1, name: "Torget" },
	{ id: 2, name: "Skolan" },
];

function change(
	content: DokumentutkastContent,
	step: UtkastChange,
	sourceText: string = UTKAST_TEXT,
): DokumentutkastContent {
	return applyChange(content, step, { sourceText, platser: PLATSER });
}

function line(content: DokumentutkastContent, words: string): UtkastAktivitet {
	const found = content.aktiviteter.find(({ quotation }) => quotation.includes(words));
	if (!found) throw new Error(`no aktivitet says ${words}`);
	return found;
}

function fraga(fragor: readonly UtkastFraga[], about: UtkastFraga["about"]): UtkastFraga {
	const found = fragor.find((one) => one.about === about);
	if (!found) throw new Error(`nothing is asked about ${about}`);
	return found;
}

function answer(
	content: DokumentutkastContent,
	{ key }: UtkastFraga,
	value: FragaValue | null,
	{ words = "", text = UTKAST_TEXT } = {},
): DokumentutkastContent {
	return change(content, { type: "answerFraga", fragaKey: key, value, answer: words }, text);
}

function refusal(run: () => unknown): Fault {
	try {
		run();
	} catch (error) {
		if (error instanceof Fault) return error;
		throw error;
	}
	throw new Error("nothing was refused");
}

describe("an answer sets the value, and stays in words", () => {
	const content = utkastOf();
	const mote = line(content, "samverkansmöten");
	const perYear = fraga(mote.fragor, "per");

	test.each([
		["calendar", { per: "year", yearBasis: "calendar" }, "Per kalenderår"],
		["agreement", { per: "year", yearBasis: "agreement" }, "Per löftesår, räknat från löftets första dag"],
		["lofte", { per: "lofte", yearBasis: null }, "Under hela löftet"],
		["period", { per: "period", yearBasis: null }, "Per uppföljningsperiod"],
	] as const)("%s of a number", (per, settings, words) => {
		const after = line(answer(content, perYear, { about: "per", per }), "samverkansmöten");
		expect(after.measures[0]?.settings).toMatchObject({ ...settings, minimum: 4 });
		expect(fraga(after.fragor, "per")).toMatchObject({ state: "besvarad", answer: words });
	});

	test("one's own words are kept instead of the choice's", () => {
		const after = answer(
			content,
			perYear,
			{ about: "per", per: "calendar" },
			{ words: "Rådet har sagt per kalenderår." },
		);
		expect(fraga(line(after, "samverkansmöten").fragor, "per").answer).toBe("Rådet har sagt per kalenderår.");
	});

	test("words alone set nothing", () => {
		const after = line(answer(content, perYear, null, { words: "Vi frågar rådet." }), "samverkansmöten");
		expect(after.measures[0]?.settings).toMatchObject({ per: "year", yearBasis: null });
		expect(fraga(after.fragor, "per").answer).toBe("Vi frågar rådet.");
	});

	test("a number that is to be reached every month becomes a cadence with that number", () => {
		const after = line(answer(content, perYear, { about: "per", per: "month" }), "samverkansmöten");
		expect(after.measures).toMatchObject([
			{
				key: mote.measures[0]?.key,
				kind: "recurring",
				name: "Samverkansmöte",
				settings: { cadence: { type: "every", every: "month", times: 4 }, slotOne: "samverkansmöte" },
			},
		]);
	});

	test.each(["ett flertal", "flera", "ett antal"])("a number for what the text calls %s makes it counted", (words) => {
		const text = UTKAST_TEXT.replace("minst tio", words);
		const told = utkastOf(text);
		const asked = fraga(line(told, "riktade insatser").fragor, "minimum");
		const after = line(answer(told, asked, { about: "minimum", minimum: 6 }, { text }), "riktade insatser");
		expect(after.measures).toMatchObject([{ kind: "count", settings: { minimum: 6 } }]);
		expect(fraga(after.fragor, "minimum").state).toBe("besvarad");
	});

	test("no number at all is followed without one", () => {
		const after = line(answer(content, perYear, { about: "minimum", minimum: null }), "samverkansmöten");
		expect(after.measures[0]).toMatchObject({ kind: "ongoing", settings: { unit: "samverkansmöten" } });
	});

	test("places go into the coverage that asks of them", () => {
		const kontroll = line(content, "hastighetskontroller");
		const after = answer(content, fraga(kontroll.fragor, "places"), { about: "places", platsIds: [2, 1, 2] });
		expect(line(after, "hastighetskontroller").measures[0]?.settings).toMatchObject({ platsIds: [2, 1] });
		expect(fraga(line(after, "hastighetskontroller").fragor, "places").answer).toBe("Skolan och Torget");
	});

	test("a place that is not on the kommun's list is refused", () => {
		const asked = fraga(line(content, "hastighetskontroller").fragor, "places");
		expect(refusal(() => answer(content, asked, { about: "places", platsIds: [99] }))).toMatchObject({
			code: "invalid",
			message: "Platser: välj platser som finns på kommunens lista.",
		});
	});

	test("nothing answered is refused, and so is a personal number, which is never repeated", () => {
		expect(refusal(() => answer(content, perYear, null)).message).toMatch(/^Svar: /);
		const { message, field } = refusal(() => answer(content, perYear, null, { words: `Ring ${PERSONAL_NUMBER}` }));
		expect({ message, field }).toEqual({
			message: "Svar: ta bort personnumret. Här ska inga uppgifter om enskilda personer stå.",
			field: "answer",
		});
	});

	test("an answer to something else than what is asked of the whole is refused", () => {
		const whole = utkastOf(savsjo2017);
		const asked = fraga(whole.fragor, "period");
		expect(refusal(() => answer(whole, asked, { about: "minimum", minimum: 3 }, { text: savsjo2017 })).field).toBe(
			"answer",
		);
	});

	test("a question that is struck goes nowhere, and can be asked again", () => {
		const struck = change(content, { type: "strikeFraga", fragaKey: perYear.key });
		expect(fraga(line(struck, "samverkansmöten").fragor, "per").state).toBe("struken");
		const again = change(struck, { type: "reopenFraga", fragaKey: perYear.key });
		expect(fraga(line(again, "samverkansmöten").fragor, "per")).toMatchObject({ state: "obesvarad", answer: null });
	});
});

describe("Sävsjö 2017 is answered day by day", () => {
	const content = utkastOf(savsjo2017);
	const period = fraga(content.fragor, "period");

	test("within one calendar year nobody needs to say which year, and over two the question is there again", () => {
		const oneYear = answer(
			content,
			period,
			{ about: "period", inForceFrom: "2017-01-01", inForceTo: "2017-12-31" },
			{ text: savsjo2017 },
		);
		expect(oneYear).toMatchObject({ title: "Medborgarlöften i Provkommuns kommun 2017", inForceFrom: "2017-01-01" });
		expect(fraga(oneYear.fragor, "period")).toMatchObject({ answer: "Gäller 1 januari–31 december 2017" });
		const mote = line(oneYear, "minst fyra");
		expect(mote.measures[0]?.settings).toMatchObject({ per: "year", yearBasis: "calendar" });
		expect(fraga(mote.fragor, "per").state).toBe("struken");

		const twoYears = change(oneYear, factsOf(oneYear, { inForceTo: "2018-12-31" }), savsjo2017);
		expect(twoYears.title).toBe("Medborgarlöften i Provkommuns kommun 2017–2018");
		const asked = line(twoYears, "minst fyra");
		expect(asked.measures[0]?.settings).toMatchObject({ per: "year", yearBasis: null });
		expect(fraga(asked.fragor, "per").state).toBe("obesvarad");
		expect(fraga(line(twoYears, "tio riktade").fragor, "per").state).toBe("obesvarad");
	});

	test("what a person has answered stands, whatever the days", () => {
		const asked = fraga(line(content, "minst fyra").fragor, "per");
		const answered = answer(content, asked, { about: "per", per: "lofte" }, { text: savsjo2017 });
		const dated = change(
			answered,
			factsOf(answered, { inForceFrom: "2017-01-01", inForceTo: "2018-12-31" }),
			savsjo2017,
		);
		const mote = line(dated, "minst fyra");
		expect(mote.measures[0]?.settings).toMatchObject({ per: "lofte", yearBasis: null });
		expect(fraga(mote.fragor, "per").state).toBe("besvarad");
	});

	test("a title of one's own keeps its years", () => {
		const titled = change(content, factsOf(content, { title: "Våra löften" }), savsjo2017);
		const dated = change(titled, factsOf(titled, { inForceFrom: "2017-01-01", inForceTo: "2017-12-31" }), savsjo2017);
		expect(dated.title).toBe("Våra löften");
		expect(fraga(dated.fragor, "period")).toMatchObject({ state: "besvarad" });
	});
});

test("the last day alone is chosen among those that the text could mean", () => {
	const content = utkastOf(savsjo2018);
	const period = fraga(content.fragor, "period");
	const choices = fragaChoices(period, null);
	expect(choices.map(({ label }) => label)).toEqual(["Till och med 9 april 2020", "Till och med 31 december 2019"]);
	const after = answer(content, period, choices[0]?.value ?? null, { text: savsjo2018 });
	expect(after).toMatchObject({ inForceFrom: "2018-04-10", inForceTo: "2020-04-09", isOpenEnded: false });
});

test("the first day alone is chosen where the text was signed after it", () => {
	const content = utkastOf(alvesta);
	const choices = fragaChoices(fraga(content.fragor, "period"), null);
	expect(choices.map(({ label }) => label)).toEqual(["Från och med 1 januari 2017", "Från och med 28 februari 2017"]);
	const after = answer(content, fraga(content.fragor, "period"), choices[1]?.value ?? null, { text: alvesta });
	expect(after).toMatchObject({ inForceFrom: "2017-02-28", inForceTo: "2018-12-31" });
});

describe("fields of the dokument", () => {
	const content = utkastOf();
	test.each([
		[{ title: "" }, "title", "Titel: fyll i en text."],
		[
			{ title: `Löfte ${PERSONAL_NUMBER}` },
			"title",
			"Titel: ta bort personnumret. Här ska inga uppgifter om enskilda personer stå.",
		],
		[{ inForceFrom: "nu" }, "inForceFrom", "Gäller från: skriv datumet som 2018-04-10."],
		[{ inForceTo: "2017-01-01" }, "inForceTo", "Gäller till: välj en dag som inte ligger före första dagen."],
		[{ undertecknare: [{ title: "Kommunchef", organisation: "" }] }, "undertecknare", "Organisation: fyll i en text."],
	])("%o is refused in the field's own words", (facts, field, message) => {
		expect(refusal(() => change(content, factsOf(content, facts)))).toMatchObject({ code: "invalid", field, message });
	});

	test("without an end there is no last day", () => {
		const after = change(content, factsOf(content, { isOpenEnded: true, inForceTo: "2019-12-31" }));
		expect(after).toMatchObject({ inForceTo: null, isOpenEnded: true });
	});
});

describe("löften and aktiviteter are exact parts of the text", () => {
	const content = utkastOf();

	test("a part that is marked is proposed like the others, where it stands among them", () => {
		const cut = change(content, { type: "leaveOutAktivitet", aktivitetKey: line(content, "tio riktade").key });
		const after = change(cut, {
			type: "addAktivitet",
			quotation: "Polisen  ska genomföra\nminst tio riktade insatser",
			span: null,
			lofteKey: null,
		});
		const added = after.aktiviteter.find(
			({ quotation }) => quotation === "Polisen ska genomföra minst tio riktade insatser",
		);
		expect(added?.measures).toMatchObject([{ kind: "count", settings: { minimum: 10 } }]);
		expect(added?.span && UTKAST_TEXT.slice(added.span.from, added.span.to)).toBe(added?.quotation);
		const order = after.aktiviteter.map(({ span }) => span?.from ?? 0);
		expect(order).toEqual([...order].sort((a, b) => a - b));
	});

	test("the same line is not taken twice, and one that was left out is taken in again", () => {
		const { key, quotation, span } = line(content, "tio riktade");
		const again: UtkastChange = { type: "addAktivitet", quotation, span, lofteKey: null };
		expect(refusal(() => change(content, again)).field).toBe("quotation");
		const out = change(content, { type: "leaveOutAktivitet", aktivitetKey: key });
		expect(change(out, again).aktiviteter.find((one) => one.key === key)?.isLeftOut).toBe(false);
	});

	test.each(["addLofte", "addAktivitet"] as const)("%s refuses what is not in the text", (type) => {
		const step = { type, quotation: "Polisen ska göra allt.", span: null, lofteKey: null };
		expect(refusal(() => change(content, step))).toMatchObject({ code: "invalid", field: "quotation" });
	});

	test("a löfte that goes leaves its aktiviteter under none", () => {
		const withLofte = change(content, { type: "addLofte", quotation: "Löftet gäller från 1 januari 2018", span: null });
		const lofteKey = withLofte.loften[0]?.key ?? "";
		const { key, quotation, parts, aktivitetstyp } = line(withLofte, "tio riktade");
		const placed = change(withLofte, {
			type: "changeAktivitet",
			aktivitetKey: key,
			quotation,
			lofteKey,
			parts,
			aktivitetstyp,
		});
		expect(line(placed, "tio riktade").lofteKey).toBe(lofteKey);
		expect(line(change(placed, { type: "removeLofte", lofteKey }), "tio riktade").lofteKey).toBeNull();
	});

	test("who is responsible, said in the form, answers the question; another spelling is the same part", () => {
		const open = utkastOf(
			"Medborgarlöfte i Provkommun kommun 2018\n\nFöljande aktiviteter ska genomföras:\n\n- Fler lampor i parken.\n",
		);
		const [aktivitet] = open.aktiviteter;
		if (!aktivitet) throw new Error("no aktivitet was read");
		const { key, quotation, aktivitetstyp } = aktivitet;
		const after = change(
			open,
			{
				type: "changeAktivitet",
				aktivitetKey: key,
				quotation,
				lofteKey: null,
				parts: ["Polisen", "polis", "Hemab"],
				aktivitetstyp,
			},
			"",
		);
		expect(after.aktiviteter[0]?.parts).toEqual(["polis", "Hemab"]);
		expect(fraga(after.aktiviteter[0]?.fragor ?? [], "responsible")).toMatchObject({
			state: "besvarad",
			answer: "Polisen och Hemab",
		});
	});

	test("a key is never used again", () => {
		const { key: aktivitetKey } = line(content, "fritidsgård");
		const added = change(content, { type: "addMeasure", aktivitetKey, kind: "ongoing" });
		const measureKey = line(added, "fritidsgård").measures[1]?.key ?? "";
		const removed = change(added, { type: "removeMeasure", aktivitetKey, measureKey });
		const again = change(removed, { type: "addMeasure", aktivitetKey, kind: "ongoing" });
		expect(line(again, "fritidsgård").measures[1]?.key).not.toBe(measureKey);
	});

	test("what is gone is said to be gone", () => {
		expect(refusal(() => change(content, { type: "leaveOutAktivitet", aktivitetKey: "a999" })).code).toBe("not_found");
		expect(refusal(() => change(content, { type: "strikeFraga", fragaKey: "q999" })).code).toBe("not_found");
	});
});

describe("mått", () => {
	const content = utkastOf();
	const insats = line(content, "tio riktade");
	const measure = insats.measures[0];
	if (!measure) throw new Error("no mått was proposed");
	const at = { aktivitetKey: insats.key, measureKey: measure.key };
	const save = (settings: unknown, words: Partial<{ name: string; rakneregel: string }> = {}): UtkastChange => ({
		type: "changeMeasure",
		...at,
		name: "Riktad insats",
		rakneregel: "Räkna en insats när den är genomförd.",
		...words,
		settings,
	});

	test("another kind begins with settings of its own and asks what it needs", () => {
		const after = line(change(content, { type: "changeMeasureKind", ...at, kind: "coverage" }), "tio riktade");
		expect(after.measures).toMatchObject([
			{ key: measure.key, kind: "coverage", settings: { platsIds: [], times: 10 } },
		]);
		expect(after.fragor.filter(({ state }) => state === "obesvarad").map(({ about }) => about)).toContain("places");
	});

	test.each([
		["a number of the whole löfte", "tio riktade", "per"],
		["a number under a year", "samverkansmöten", "per"],
		["places", "hastighetskontroller", "places"],
	] as const)("what was asked of %s is asked again when that kind comes back", (_what, words, about) => {
		for (const kind of ["ongoing", "milestone", "recurring", "outcome", "actions"] as const) {
			const before = line(content, words);
			const [own] = before.measures;
			if (!own) throw new Error("no mått");
			const there = { aktivitetKey: before.key, measureKey: own.key };
			const away = change(content, { type: "changeMeasureKind", ...there, kind });
			const back = line(change(away, { type: "changeMeasureKind", ...there, kind: own.kind }), words);
			expect(back.measures).toEqual(before.measures);
			expect(fraga(back.fragor, about)).toEqual(fraga(before.fragor, about));
		}
	});

	test("a question that somebody has struck stays struck, whatever the kind", () => {
		const before = line(content, "tio riktade");
		const asked = fraga(before.fragor, "per");
		let now = change(content, { type: "strikeFraga", fragaKey: asked.key });
		for (const kind of ["ongoing", "count"] as const) now = change(now, { type: "changeMeasureKind", ...at, kind });
		expect(line(now, "tio riktade").fragor.filter(({ state }) => state !== "struken")).toEqual([]);
	});

	test("a question of the kind that was is struck", () => {
		const mote = line(content, "samverkansmöten");
		const measureKey = mote.measures[0]?.key ?? "";
		const step: UtkastChange = { type: "changeMeasureKind", aktivitetKey: mote.key, measureKey, kind: "ongoing" };
		expect(fraga(line(change(content, step), "samverkansmöten").fragor, "per").state).toBe("struken");
	});

	test("what has been filled in is right, and the rest may wait", () => {
		const after = change(
			content,
			save({ minimum: 12, per: "year", yearBasis: null, unit: "insatser", unitOne: "insats" }),
		);
		expect(line(after, "tio riktade").measures[0]?.settings).toMatchObject({ minimum: 12, yearBasis: null });
	});

	test.each([
		[{ minimum: "många" }, {}, "minimum", "Minsta antal: skriv ett helt tal som är minst 1."],
		[{ minimum: 0 }, {}, "minimum", "Minsta antal: skriv ett helt tal som är minst 1."],
		[
			{ unit: PERSONAL_NUMBER },
			{},
			"unit",
			"Räknas i, flera: ta bort personnumret. Här ska inga uppgifter om enskilda personer stå.",
		],
		[{}, { name: "" }, "name", "Kort namn: fyll i en text."],
		[
			{},
			{ rakneregel: `Räkna ${PERSONAL_NUMBER}` },
			"rakneregel",
			"Vad räknas?: ta bort personnumret. Här ska inga uppgifter om enskilda personer stå.",
		],
	])("%o %o is refused in the field's own words", (settings, words, field, message) => {
		const whole = { minimum: 10, per: "lofte", yearBasis: null, unit: "insatser", unitOne: "insats", ...settings };
		expect(refusal(() => change(content, save(whole, words)))).toMatchObject({ code: "invalid", field, message });
	});

	test("a value given in the mått's own fields answers the question of it", () => {
		const asked = fraga(insats.fragor, "per");
		const after = change(
			content,
			save({ minimum: 10, per: "year", yearBasis: "calendar", unit: "riktade insatser", unitOne: "riktad insats" }),
		);
		expect(line(after, "tio riktade").fragor.find(({ key }) => key === asked.key)).toMatchObject({
			state: "besvarad",
			answer: "Minst 10 riktade insatser per kalenderår.",
		});
	});

	test("a place of another kommun is refused beside what is no place", () => {
		const coverage = line(content, "hastighetskontroller");
		const settings = { platsIds: [999, null], times: 1, per: "lofte", yearBasis: null };
		const step: UtkastChange = {
			type: "changeMeasure",
			aktivitetKey: coverage.key,
			measureKey: coverage.measures[0]?.key ?? "",
			name: "Hastighetskontroll",
			rakneregel: "Räkna en kontroll när den är genomförd.",
			settings,
		};
		expect(refusal(() => change(content, step)).field).toBe("platsIds");
	});

	test("the only one stays", () => {
		expect(refusal(() => change(content, { type: "removeMeasure", ...at })).message).toMatch(/^Mått: /);
	});
});

describe("a promise told twice", () => {
	const content = utkastOf(alvesta);
	const [proposal] = mergeProposals(content);
	if (!proposal) throw new Error("nothing was proposed for merging");
	const merge: UtkastChange = { type: "mergeAktiviteter", ...proposal };

	test("becomes one with the parts of both, and the other's words as an answered question", () => {
		const merged = change(content, merge, alvesta);
		const kept = merged.aktiviteter.find(({ key }) => key === proposal.keepKey);
		expect(kept?.parts).toEqual(["polis", "kommun", "övriga i BRÅ"]);
		expect(mergeProposals(merged)).toEqual([]);
		const dokument = newDokumentOf(merged, alvesta);
		expect(dokument.aktiviteter).toHaveLength(content.aktiviteter.length - 1);
		const told = dokument.aktiviteter.find(({ quotation }) => quotation === kept?.quotation)?.fragor;
		expect(told).toEqual([
			{
				question: "Texten har ett liknande åtagande under ”Alvesta kommun lovar”. Är det samma?",
				quotation: "Att medverka och utveckla arbetet i BRÅ tillsammans med polisen och övriga kallade i rådet.",
				answer: "Samma åtagande, följs en gång.",
			},
		]);
	});

	test("is two again when the other is taken in", () => {
		const merged = change(content, merge, alvesta);
		const parted = change(merged, { type: "takeInAktivitet", aktivitetKey: proposal.mergeKey }, alvesta);
		expect(parted.aktiviteter.every(({ isLeftOut, alsoTold }) => !isLeftOut && alsoTold.length === 0)).toBe(true);
	});

	test("that is two is not proposed again", () => {
		const apart = change(content, { type: "keepApart", ...proposal }, alvesta);
		expect(mergeProposals(apart)).toEqual([]);
	});

	test("cannot be merged with itself, or with what is left out", () => {
		const { keepKey, mergeKey } = proposal;
		expect(refusal(() => change(content, { type: "mergeAktiviteter", keepKey, mergeKey: keepKey }, alvesta)).code).toBe(
			"invalid",
		);
		const out = change(content, { type: "leaveOutAktivitet", aktivitetKey: mergeKey }, alvesta);
		expect(refusal(() => change(out, merge, alvesta)).code).toBe("invalid");
	});
});

test.each([
	["savsjo-2017", savsjo2017],
	["savsjo-2018", savsjo2018],
])("nothing in %s is told twice", (_, text) => {
	expect(mergeProposals(utkastOf(text))).toEqual([]);
});

test("two hundred aktiviteter are compared in no time, and numbers that differ are two promises", async () => {
	const line = (part: string, count: number) => `- ${part} ska genomföra minst ${count} trygghetsvandringar i centrum.`;
	const half = (part: string) => Array.from({ length: 100 }, (_, index) => line(part, index + 2)).join("\n");
	const text = `Medborgarlöfte i Provkommun kommun 2018\n\nPolisen lovar\n\n${half("Polisen")}\n\nKommunen lovar\n\n${half("Kommunen")}\n`;
	const content = utkastOf(text);
	expect(content.aktiviteter).toHaveLength(200);
	const taken = await processorTime(() => expect(mergeProposals(content)).toHaveLength(100));
	expect(taken).toBeLessThan(1000);
});

test("every ready-made answer of every question can be given", () => {
	for (const text of [UTKAST_TEXT, savsjo2017, savsjo2018, alvesta]) {
		const content = utkastOf(text);
		for (const owner of [null, ...content.aktiviteter])
			for (const asked of (owner ?? content).fragor)
				for (const { value, label } of fragaChoices(asked, owner)) {
					const after = answer(content, asked, value, { text });
					const answered = [after, ...after.aktiviteter]
						.flatMap(({ fragor }) => fragor)
						.find(({ key }) => key === asked.key);
					expect(answered?.state).toBe("besvarad");
					if (asked.about !== "places") expect(answered?.answer).toBe(label);
				}
	}
});
