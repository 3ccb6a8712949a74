import { expect, test } from "vitest";
import { readLoftestext } from "#app/loftestext/readLoftestext.ts";

const POINTS = ["genomföra minst tio fotpatruller i centrum", "besöka alla skolor en gång per termin"];

/** Each text says the same two things of the police, and has something around them that is no aktivitet. */
test.each([
	[
		"headings in capitals",
		"LÄGESBILD\n• Många är oroliga för inbrott\n\nPOLISEN LOVAR ATT\n• {0}\n• {1}\n\nUPPFÖLJNING\n• Sker varje tertial",
	],
	[
		"headings that are numbered",
		"1. Bakgrund\nSamverkan är viktigt.\n\n2. Polisen lovar att\n• {0}\n• {1}\n\n3. Uppföljning\nSker i BRÅ.",
	],
	[
		"headings of marked-up text",
		"# Medborgarlöfte\n\n## Polisen lovar att\n\n- **{0}**\n- {1}\n\n## Kontakt\n- Kommunpolisen",
	],
	[
		"points that are numbered",
		"Polisen lovar att:\n1. {0}\n2. {1}\n\nVad är ett medborgarlöfte?\nEtt löfte om konkreta aktiviteter.",
	],
	["points with letters", "Polisen lovar att:\na) {0}\nb) {1}\n\nAnna Andersson\nKommunchef"],
	["points with dashes close to the words", "Polisen lovar att:\n-{0}\n–{1}"],
	[
		"points whose marks stand on lines of their own",
		"Polisen lovar att:\n•\n{0}\n•\n{1}\n\n2 (3)\n\fUppföljning\nSker i BRÅ.",
	],
	["points that have lost their marks", "Polisen lovar att:\n{0}\n{1}\n\nLäs mer om medborgarlöften"],
	["points with what leads on", "Polisen lovar att:\n• {0},\n• {1}, och"],
	[
		"a page around it",
		"Hoppa till innehåll\nMeny\nDela: Facebook Twitter\n\nPolisen lovar att:\n• {0}\n• {1}\n\nRelaterade länkar\n• Trygghetsmätning för länet\n\nSenast uppdaterad: 3 mars 2021\nVi använder kakor (cookies)\nTill toppen",
	],
	["points within a line", "Polisen lovar att: • {0} • {1}\n\nUppföljning sker i BRÅ."],
	["a heading that trails off", "Polisen lovar att..\n• {0}\n• {1}\n\nUppföljning\nSker varje tertial"],
	[
		"what they work with",
		"Fyra områden har kommit fram som polis och kommun ska arbeta med:\n• Narkotika\n• Trafik\n\nPolisen lovar att:\n• {0}\n• {1}",
	],
	[
		"what others wish for",
		"Polisen lovar att:\n• {0}\n• {1}\n\nDet medborgarna tycker att kommunen ska prioritera är:\n1. Belysning\n2. Fler mötesplatser",
	],
	[
		"what löften are for",
		"Medborgarlöften ska:\n• öka tryggheten\n• förebygga brott\n\nPolisen lovar att:\n• {0}\n• {1}\n\nEffekt\n• Färre brott i hela kommunen",
	],
	["points with labels", "Polisen lovar\n\nAktivitet 1: {0}\nUppföljning: i maj\n\nAktivitet 2: {1}\nTidplan: löpande"],
	[
		"a party on a line of its own",
		"Medborgarlöfte\n\nTRYGGT CENTRUM\n\n{0}\nAnsvarig: Polisen\nTidplan: Löpande\n\nTRYGG SKOLA\n\n{1}\nAnsvarig: Kommunpolis",
	],
	["a table with its header", "Aktivitet\tAnsvarig\tUppföljning\n{0}\tPolisen\tTertialvis\n{1}\tPolisen\tI BRÅ"],
	["a table without a header", "Medborgarlöfte\n\n| Polisen | {0} |\n| Polisen | {1} |"],
	["a party first on its line", "• Trygga skolor\nPolis: {0}\nPolis: {1}"],
	[
		"what somebody said",
		"Polisen lovar att:\n• {0}\n• {1}\n\n– Det känns bra att komma i gång, säger kommunpolisen.\n- Jag är glad över samarbetet.",
	],
])("%s", (_name, text) => {
	const reading = readLoftestext(text.replace("{0}", POINTS[0] ?? "").replace("{1}", POINTS[1] ?? ""));
	expect(reading.aktiviteter.map(({ quotation }) => quotation.replace(/^Polis: /, ""))).toEqual(POINTS);
	expect(reading.aktiviteter.map(({ responsible }) => responsible.value)).toEqual([["polis"], ["polis"]]);
});

test("lines that are broken by width are one point, across pages as well", () => {
	const text =
		"Polisen och kommunen lovar att de tillsammans ska göra det här:\n • genomföra minst tolv riktade insatser mot narkotika i\n   Hofors centrum och vid resecentrum\n • ordna trygghetsvandringar med poli-\n   sen och\n\n1 (2)\n\f\nföreningslivet";
	expect(readLoftestext(text).aktiviteter.map(({ quotation }) => quotation)).toEqual([
		"genomföra minst tolv riktade insatser mot narkotika i\n   Hofors centrum och vid resecentrum",
		"ordna trygghetsvandringar med poli-\n   sen och\n\n1 (2)\n\f\nföreningslivet",
	]);
});

test("a list is löften when another says how they are to be kept, and each of those belongs to it", () => {
	const reading = readLoftestext(
		"Vi lovar gemensamt:\n• Öka tryggheten i centrum.\n\nDet ska ske genom:\n\nPolisen:\n• Fotpatrull varje vecka\n\nKommunen:\n• Bättre belysning",
	);
	expect(reading.promises.map(({ quotation }) => quotation)).toEqual(["Öka tryggheten i centrum."]);
	expect(reading.aktiviteter.map((one) => [one.quotation, one.responsible.value, one.lofte])).toEqual([
		["Fotpatrull varje vecka", ["polis"], 0],
		["Bättre belysning", ["kommun"], 0],
	]);
});

test("löften with headings of their own have their aktiviteter beneath them", () => {
	const reading = readLoftestext(
		"Löfte 1: Ökad trygghet\nAktiviteter:\n• Polisen går fotpatrull.\n\nLöfte 2: Mindre narkotika\nAktiviteter:\n• Skolan informerar föräldrar.",
	);
	expect(reading.promises.map(({ quotation }) => quotation)).toEqual(["Ökad trygghet", "Mindre narkotika"]);
	expect(reading.aktiviteter.map(({ lofte }) => lofte)).toEqual([0, 1]);
});

test("running text is divided where another party undertakes something, and an explanation stays", () => {
	const reading = readLoftestext(
		"Nytt medborgarlöfte\n\nPolisen ska gå minst tio fotpatruller. Kommunen ska bygga om belysningen vid stationen. Arbetet påbörjas i vår.",
	);
	expect(reading.aktiviteter.map(({ quotation }) => quotation)).toEqual([
		"Polisen ska gå minst tio fotpatruller.",
		"Kommunen ska bygga om belysningen vid stationen. Arbetet påbörjas i vår.",
	]);
});

test("what is told of the löfte stays outside, and the verb may come first", () => {
	const reading = readLoftestext(
		"Nytt medborgarlöfte i Bro\n\nPolisen och Bro kommun har undertecknat medborgarlöftet för 2019. Det bygger på dialoger.\n\nFör de äldre kommer polisen att besöka äldreboenden. Kommunen bygger om torget. Syftet är att öka tryggheten.\n\n– Det känns bra, säger kommunpolisen.",
	);
	expect(reading.aktiviteter.map(({ quotation }) => quotation)).toEqual([
		"För de äldre kommer polisen att besöka äldreboenden.",
		"Kommunen bygger om torget.",
	]);
});

test("how often stands in a cell beside what is done", () => {
	const { aktiviteter } = readLoftestext(
		"Vad vi lovar\tHur ofta\tVem\nFotpatrullera i centrum\t2 ggr/mån\tPolisen\nStäda torget\tvarje vecka\tKommunen",
	);
	expect(aktiviteter.map((one) => [one.responsible.value, one.minimum.value, one.per.value])).toEqual([
		[["polis"], 2, "month"],
		[["kommun"], 1, "week"],
	]);
});

test("the only one who promises is responsible, and asked about", () => {
	const [one] = readLoftestext("Polisens medborgarlöfte för Bro 2019\n\nVi lovar att:\n• Finnas på torget").aktiviteter;
	expect([one?.responsible.value, one?.questions.map(({ about }) => about)]).toEqual([["polis"], ["responsible"]]);
});

test("together with the other party, beneath one party's own promises, is both", () => {
	const reading = readLoftestext(
		"Polisen lovar att:\n• gå fotpatrull\n\nTillsammans med Bro kommun\n• Gå trygghetsvandring på torget",
	);
	expect(reading.aktiviteter.map((one) => one.responsible.value)).toEqual([["polis"], ["polis", "kommun"]]);
});

test.each([
	["Medborgarlöften i Jönköpings kommun", "Jönköping"],
	["Polisen och Strängnäs kommun lovar", "Strängnäs"],
	["Sunne – medborgarlöften", "Sunne"],
	["Medborgarlöfte i Östra Göinge kommun", "Östra Göinge"],
	["Medborgarlöften i Upplands-Bro kommun", "Upplands-Bro"],
	["https://www.halmstad.se/lofte\n\nTrygghet i Halmstads stadskärna", "Halmstad"],
])("%j is about %s", (text, name) => {
	expect(readLoftestext(text).kommun.value).toBe(name);
});

test("a text that names no kommun leaves it open, and asks", () => {
	const reading = readLoftestext("Polisen lovar att:\n• gå fotpatrull");
	expect(reading.kommun.value).toBeNull();
	expect(reading.questions.map(({ about }) => about)).toContain("kommun");
});

test("a short heading between parties' names is taken for a party, and asked about", () => {
	const reading = readLoftestext(
		"Polis\n• Fler fotpatruller\n\nVästtrafik\n• Fler ordningsvakter\n\nRäddningstjänst\n• Minst tio besök",
	);
	expect(reading.aktiviteter.map((one) => one.responsible.value)).toEqual([
		["polis"],
		["Västtrafik"],
		["räddningstjänst"],
	]);
	const asked = reading.aktiviteter.map((one) => one.questions.some(({ about }) => about === "responsible"));
	expect(asked).toEqual([false, true, false]);
});

test.each([
	["Uppföljning\nLöftet följs upp i trygghetsrådet.\n\nKontakt", "Löftet följs upp i trygghetsrådet."],
	[
		"Löftet gäller 2018. Löftet utvärderas tre gånger om året.\n\n• Polisen går fotpatrull",
		"Löftet utvärderas tre gånger om året.",
	],
	["Polisen lovar:\n• gå fotpatrull", null],
])("how it is followed up stands in %j", (text, rule) => {
	expect(readLoftestext(text).followUpRule.value).toBe(rule);
});
