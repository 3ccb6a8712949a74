import { describe, expect, test } from "vitest";
import type { RapportAktivitet, RapportContent } from "#app/rapport/content.ts";
import { type Slide, slidesOf } from "#app/rapport/slides.ts";
import { rowsOf, screensOfTexts, shortened } from "#app/rapport/slideText.ts";
import { emptyRapportContent, rapportContent } from "#tests/factories/rapportContent.ts";

const SENTENCE = "Patrullerna gick som planerat under hela perioden. ";

describe("the report as screens", () => {
	test("begins with how it went and ends with what the council is asked to decide and what is still open", () => {
		const slides = slidesOf(rapportContent());
		expect(slides[0]).toMatchObject({ kind: "oversikt" });
		expect(slides.slice(-2)).toMatchObject([
			{ kind: "texter", title: "Begärda beslut", texts: [{ term: "Polisen" }] },
			{ kind: "atgarder", rows: [{ title: "Belysning vid gångtunneln", detail: "Kommunen, senast 1 augusti 2018" }] },
		]);
	});

	test("shows every measure once, a finding at a time", () => {
		const content = rapportContent();
		const all = content.groups.flatMap(({ aktiviteter }) => aktiviteter).flatMap(({ measures }) => measures);
		const keys = lofteSlides(slidesOf(content)).map(({ finding }) => finding.key);
		expect([...keys].sort()).toEqual(all.map(({ id }) => `matt-${id}`).sort());
	});

	test("puts what deviates first, among the löften and within each", () => {
		const [first, second] = rapportContent().groups;
		if (!first || !second) throw new Error("the report has two löften");
		const calm = { ...first, quotation: "Lugnt", aktiviteter: first.aktiviteter.map((one) => deviating(one, false)) };
		const [a, b, ...rest] = second.aktiviteter;
		if (!a || !b) throw new Error("the second löfte has two aktiviteter");
		const off = { ...second, quotation: "Avviker", aktiviteter: [deviating(a, false), deviating(b, true), ...rest] };
		const slides = lofteSlides(slidesOf(rapportContent({ groups: [calm, off] })));
		expect(slides[0]).toMatchObject({ quotation: "Avviker", place: 1, finding: { key: `matt-${b.measures[0]?.id}` } });
		expect(slides.at(-1)?.quotation).toBe("Lugnt");
	});

	test("counts the screens of a löfte: which of how many", () => {
		const group = lofteSlides(slidesOf(rapportContent())).filter(({ quotation }) =>
			quotation?.startsWith("Vi ska öka"),
		);
		expect(group.map(({ place, of }) => `${place} av ${of}`)).toEqual(["1 av 3", "2 av 3", "3 av 3"]);
	});

	test("an aktivitet of several measures says its texts once, after the last of them", () => {
		const aktivitet = anAktivitet({ kommentar: "Gick bra." });
		const [measure] = aktivitet.measures;
		if (!measure) throw new Error("the aktivitet has a measure");
		const both = { ...aktivitet, measures: [measure, { ...measure, id: 99, name: "Ett mått till" }] };
		const slides = lofteSlides(slidesOf(withAktivitet(both)));
		expect(slides.map(({ finding }) => finding.label)).toEqual([measure.name, "Ett mått till"]);
		expect(slides.map(({ texts }) => texts.length)).toEqual([0, 1]);
	});

	test("an aktivitet that nothing measures still has its screen and its texts", () => {
		const slides = lofteSlides(slidesOf(withAktivitet({ ...anAktivitet({ kommentar: "Pågår." }), measures: [] })));
		expect(slides).toMatchObject([{ finding: { measure: null }, texts: [{ term: "Polisen", text: "Pågår." }] }]);
	});

	test("says whose cause it is only where both parts have written", () => {
		const one = anAktivitet({ kommentar: "A.", orsak: "B.", nyPlan: "C." });
		expect(terms(slidesOf(withAktivitet(one)))).toEqual(["Polisen", "Orsak", "Ny plan"]);
		const both = { ...one, texts: one.texts.map((text) => ({ ...text, orsak: "B." })) };
		expect(terms(slidesOf(withAktivitet(both)))).toContain("Orsak (kommunen)");
	});

	test("loses no word of the longest texts that can be written, and no screen of text is overfull", () => {
		const kommentar = SENTENCE.repeat(80).trim();
		const orsak = `${"ord ".repeat(900).trim()}\n\n${SENTENCE.trim()}`;
		const slides = slidesOf(withAktivitet(anAktivitet({ kommentar, orsak, nyPlan: "x".repeat(4000) })));
		const texts = slides.flatMap((slide) => (slide.kind === "texter" ? slide.texts : []));
		const said = texts.map(({ text }) => text).join(" ");
		expect(said.replace(/\s/g, "")).toBe((kommentar + orsak + "x".repeat(4000)).replace(/\s/g, ""));
		expect(texts.filter(({ term }) => term.endsWith("(forts.)")).length).toBeGreaterThan(5);
		for (const slide of slides) if (slide.kind === "texter") expect(rowsOf(slide.texts)).toBeLessThanOrEqual(13.1);
	});

	test("many deviations and many åtgärder go on over several screens, none is left out", () => {
		const content = rapportContent();
		const [group] = content.groups;
		const [aktivitet] = group?.aktiviteter ?? [];
		if (!group || !aktivitet) throw new Error("the report has an aktivitet");
		const aktiviteter = Array.from({ length: 12 }, (_, index) => deviating({ ...aktivitet, id: index + 1 }, true));
		const [atgard] = content.openAtgarder;
		if (!atgard) throw new Error("the report has an open åtgärd");
		const openAtgarder = Array.from({ length: 11 }, () => atgard);
		const slides = slidesOf({ ...content, groups: [{ ...group, aktiviteter }], openAtgarder });
		const listed = slides.flatMap((slide) =>
			slide.kind === "oversikt" || slide.kind === "avvikelser" ? slide.deviating : [],
		);
		expect(listed.map(({ id }) => id)).toEqual(aktiviteter.map(({ id }) => id));
		expect(slides.flatMap((slide) => (slide.kind === "atgarder" ? slide.rows : []))).toHaveLength(11);
	});

	test("an empty report is one screen", () => {
		expect(slidesOf(emptyRapportContent())).toEqual([
			{ kind: "oversikt", figure: "Inget minimum under perioden", deviating: [], texts: [] },
		]);
	});
});

describe("a text over several screens", () => {
	test("is cut between paragraphs before sentences, and between sentences before words", () => {
		const paragraph = SENTENCE.repeat(8).trim();
		const [first, second] = screensOfTexts([{ term: "Polisen", text: `${paragraph}\n\n${paragraph}` }], 10);
		expect(first?.[0]).toEqual({ term: "Polisen", text: paragraph });
		expect(second?.[0]).toEqual({ term: "Polisen (forts.)", text: paragraph });
		for (const [text] of screensOfTexts([{ term: "Polisen", text: SENTENCE.repeat(30) }], 10))
			expect(text?.text).toMatch(/^Patrullerna.*perioden\.$/s);
	});

	test("does not begin at the foot of a screen with a line or two", () => {
		const filling = SENTENCE.repeat(8).trim();
		const screens = screensOfTexts(
			[
				{ term: "Polisen", text: filling },
				{ term: "Kommunen", text: filling },
			],
			10,
		);
		expect(screens.map((texts) => texts.map(({ term }) => term))).toEqual([["Polisen"], ["Kommunen"]]);
	});
});

test.each([
	["Kort.", 20, "Kort."],
	["Polisen ska synas. Det gäller särskilt i centrum på kvällar.", 30, "Polisen ska synas. …"],
	["Polisen ska synas i centrum, särskilt på kvällar och helger", 30, "Polisen ska synas i centrum …"],
])("%j in at most %i letters is %j", (text, most, expected) => {
	expect(shortened(text, most)).toBe(expected);
});

function lofteSlides(slides: readonly Slide[]) {
	return slides.filter((slide) => slide.kind === "lofte");
}

function terms(slides: readonly Slide[]): string[] {
	return slides.flatMap((slide) =>
		slide.kind === "lofte" || slide.kind === "texter" ? slide.texts.map(({ term }) => term) : [],
	);
}

function anAktivitet(polis: { kommentar?: string; orsak?: string; nyPlan?: string }): RapportAktivitet {
	const [aktivitet] = rapportContent().groups[0]?.aktiviteter ?? [];
	if (!aktivitet) throw new Error("the report has an aktivitet");
	const empty = { kommentar: "", orsak: "", nyPlan: "" };
	return {
		...aktivitet,
		texts: [
			{ part: "polis", ...empty, ...polis },
			{ part: "kommun", ...empty },
		],
	};
}

function withAktivitet(aktivitet: RapportAktivitet): RapportContent {
	const bedomningar = emptyRapportContent().bedomningar;
	return rapportContent({ bedomningar, groups: [{ lofteId: 1, quotation: "Löftet", aktiviteter: [aktivitet] }] });
}

function deviating(aktivitet: RapportAktivitet, isDeviation: boolean): RapportAktivitet {
	return { ...aktivitet, isDeviation, status: isDeviation ? "ej_natt" : "natt" };
}
