import { describe, expect, test } from "vitest";
import { formatWeekdayAndDate } from "#app/domain/format.ts";
import type { MoteState } from "#app/domain/mote.ts";
import { linesBesides, quotationBesides, titleInFull } from "#app/mote/alreadySaid.ts";
import type { MoteRapport } from "#app/mote/content.ts";
import { atgardStanding, beslutNumber, timeWords } from "#app/mote/protokollWords.ts";
import { moteAtgard, motePunkt } from "#tests/factories/moteContent.ts";

describe("what the agenda's lines say is not printed twice", () => {
	test("the finding of the report and what is asked for, also where the line is only its beginning", () => {
		const long = "Att rådet beslutar om fördelningen ".repeat(30).trim();
		const rapport = rapportWith({
			begardaBeslut: [
				{ part: "kommun", text: "Att rådet föreslår\nhur insatserna ska fördelas." },
				{ part: "polis", text: long },
			],
		});
		const lines = [
			"1 av 3 nådda.",
			"Kommunen begär beslut: Att rådet föreslår hur insatserna ska fördelas.",
			`Polisen begär beslut: ${long.slice(0, 500).trim()} …`,
			"Polisen begär beslut: något helt annat …",
			"Polisen visar bilder.",
		];
		expect(linesBesides(motePunkt({ lines, rapport }))).toEqual(lines.slice(3));
	});

	test("the åtgärder that stand in the table, and how many there was no room for", () => {
		const lines = [
			"Försenad sedan 30 september, 15 dagar: Byt belysningen i gångtunneln (kommunen)",
			"Utan sista dag: En åtgärd som inte står i tabellen (polisen)",
			"och 12 rader till",
		];
		expect(linesBesides(motePunkt({ lines, atgarder: [moteAtgard()] }))).toEqual([lines[1]]);
		expect(linesBesides(motePunkt({ lines }))).toEqual(lines);
	});

	test("the quotation of an aktivitet, when the title is the whole of it", () => {
		const aktivitet = { id: 1, quotation: "Minst 15 riktade\ninsatser" };
		expect(quotationBesides(motePunkt({ title: "Minst 15 riktade insatser", aktivitet }))).toBeNull();
		expect(quotationBesides(motePunkt({ title: "Minst 15 …", aktivitet }))).toBe(aktivitet.quotation);
		expect(quotationBesides(motePunkt())).toBeNull();
	});

	test.each([
		["Minst 15 …", "Minst 15 riktade\ninsatser", "Minst 15 riktade insatser"],
		["Minst 15 …", `Minst 15 riktade insatser ${"i hela kommunen ".repeat(20)}`, "Minst 15 …"],
		["Om insatserna …", "Minst 15 riktade insatser", "Om insatserna …"],
		["Insatser", "Minst 15 riktade insatser", "Insatser"],
	])("a title %s of the aktivitet %s is told as %s", (title, quotation, told) => {
		expect(titleInFull(motePunkt({ title, aktivitet: { id: 1, quotation } }))).toBe(told);
	});
});

test.each<[MoteState, string | null, string | null, string]>([
	["avslutat", "2018-10-14", null, "Försenad"],
	["avslutat", "2018-10-15", null, "Öppen"],
	["avslutat", null, null, "Öppen"],
	["oppet", "2018-10-14", null, "Försenad"],
	["oppet", "2018-10-14", "2018-10-15", "Utförd 2018-10-15: Klart."],
	["planerat", "2018-10-14", null, "Öppen, sista dag före mötet"],
	["planerat", "2018-10-15", null, "Öppen"],
	["installt", "2018-10-14", null, "Öppen"],
])(
	"at a meeting that is %s on 15 October, an åtgärd due %s and done %s is told as %s",
	(state, dueOn, doneOn, said) => {
		expect(atgardStanding({ dueOn, doneOn, doneNote: doneOn && "Klart." }, { state, heldOn: "2018-10-15" })).toBe(said);
	},
);

test("days, hours and numbers are written as in Swedish minutes", () => {
	expect(formatWeekdayAndDate("2018-10-15")).toBe("måndag 15 oktober 2018");
	expect(timeWords({ beginsAt: "09:05", endsAt: "10:00" })).toBe("09.05–10.00");
	expect(timeWords({ beginsAt: "09:05", endsAt: null })).toBe("09.05");
	expect(beslutNumber(3, 1)).toBe("§\u00a03.1");
});

function rapportWith(overrides: Partial<MoteRapport>): MoteRapport {
	return {
		id: 1,
		dokumentTitle: "Medborgarlöfte 2018",
		periodCode: "2018-T2",
		period: "Tertial 2 2018",
		edition: 1,
		summary: { natt: 1, withMinimum: 3, withoutMinimum: 1 },
		begardaBeslut: [],
		...overrides,
	};
}
