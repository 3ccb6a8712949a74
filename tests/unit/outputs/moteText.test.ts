import fc from "fast-check";
import { describe, expect, test } from "vitest";
import type { MoteContent } from "#app/mote/content.ts";
import { moteText } from "#app/outputs/moteText.server.ts";
import { moteContent, motePunkt, unfinishedMoteContent } from "#tests/factories/moteContent.ts";
import { anyMoteContent } from "./moteArbitrary.ts";
import { missingIn, saidOf } from "./moteSaid.ts";

describe("the minutes as plain text", () => {
	test("hold every word of the content, in order", () => {
		expect(missingIn(text(), saidOf(moteContent()))).toEqual([]);
		fc.assert(
			fc.property(anyMoteContent, (content) => {
				expect(missingIn(text(content), saidOf(content))).toEqual([]);
			}),
		);
	});

	test("say what was decided under its number, and whose åtgärd is due when", () => {
		expect(text()).toContain("  § 1.2 Insatserna fördelas lika mellan höst och vår.\n");
		expect(text()).toContain(
			"* Lägg två insatser före jul\n  Ansvarig: Polisen\n  Klar senast: 2018-12-20\n  Aktivitet: Minst 15",
		);
		expect(text()).toContain("Rådet har granskat rapporten.");
		expect(text()).toContain("Rapporten är bordlagd till ett senare möte.");
	});

	test("tell how every open åtgärd stood on the day of the meeting", () => {
		expect([...text().matchAll(/Läge: (.*)/g)].map(([, standing]) => standing)).toEqual([
			"Beslutad 2018-05-16. Försenad",
			"Beslutad 2018-05-16. Öppen",
			"Beslutad 2018-05-16. Öppen",
			"Beslutad 2018-05-16. Utförd 2018-10-15: Klart i dag.",
		]);
	});

	test("end with when the meeting was opened and closed, in Swedish time, by which account, and lines to sign on", () => {
		const [, end = ""] = text().split("\nMötet\n-----\n");
		expect(oneLine(end)).toContain(
			"Mötet öppnades 15 oktober 2018 kl. 15.03 och avslutades kl. 16.21 av Samordnare i Sävsjö.",
		);
		expect(end.match(/_{40}\nUnderskrift och datum/g)).toHaveLength(2);
		expect(end).toMatch(/Justeras[\s\S]*[^\n]\n$/);
	});

	test("say the day too where the meeting went past midnight, and winter time in winter", () => {
		const late = text(
			moteContent({ openedAt: "2018-12-03T18:00:00.000Z", closedAt: "2018-12-03T23:10:00.000Z", heldOn: "2018-12-03" }),
		);
		expect(oneLine(late)).toContain(
			"Mötet öppnades 3 december 2018 kl. 19.00 och avslutades 4 december 2018 kl. 00.10 av",
		);
	});

	test("have lines of at most 78 characters but where one word is longer, which is not broken", () => {
		const anteckning = `${"Ordningen i centrum har diskuterats länge. ".repeat(90)}\n${"x".repeat(200)}`;
		const lines = text(moteContent({ punkter: [motePunkt({ anteckning })] })).split("\n");
		const long = lines.filter((line) => line.length > 78);
		expect(long).toEqual(["x".repeat(200)]);
		expect(lines.filter((line) => line.length > 70).length).toBeGreaterThan(40);
	});

	test("keep the line breaks that somebody wrote", () => {
		expect(text()).toContain("Polisen redogjorde för sommarens bemanning.\nKommunen berättade om fältgruppen.\n");
	});
});

describe("the heading says how far the meeting has come", () => {
	test.each([
		["planerat", "Dagordning", "Mötet är planerat. Dagordningen kan ändras tills mötet öppnas."],
		["oppet", "Utkast till protokoll", "Mötet öppnades 15 oktober 2018 kl. 15.03 och är inte avslutat."],
		["installt", "Inställt möte", "Mötet är inställt: Kommunpolisen är sjuk."],
	] as const)("%s: %s", (state, heading, ending) => {
		const said = moteText(unfinishedMoteContent(state), {
			installtReason: state === "installt" ? "Kommunpolisen är sjuk." : null,
		});
		expect(said.split("\n").slice(0, 2)).toEqual([heading, "=".repeat(heading.length)]);
		expect(oneLine(said)).toContain(ending);
		expect(said).not.toContain("Justeras");
	});

	test("a closed one has minutes", () => {
		expect(text()).toMatch(/^Protokoll\n=========\n/);
	});

	test("of a meeting to come nothing is called late", () => {
		const said = moteText(unfinishedMoteContent("planerat"), { installtReason: null });
		expect(said).toContain("Öppen, sista dag före mötet");
		expect(said).not.toContain("Försenad\n");
	});
});

test("example data is marked", () => {
	expect(text(moteContent({ isExample: true }))).toContain("Exempeldata: Innehållet bygger på exempel.");
	expect(text()).not.toContain("Exempel");
});

test("a meeting without participants, end or item says what it lacks", () => {
	const said = text(moteContent({ deltagare: [], punkter: [], endsAt: null }));
	expect(said).toContain("Deltagare: Ingen uppgift\n");
	expect(said).toContain("Tid: 15.00\n");
});

function text(content: MoteContent = moteContent()): string {
	return moteText(content, { installtReason: null });
}

function oneLine(said: string): string {
	return said.replace(/\s+/g, " ");
}
