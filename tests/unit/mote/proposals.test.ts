import { describe, expect, test } from "vitest";
import { MAX_PUNKT_TEXT, MAX_PUNKT_TITLE } from "#app/domain/mote.schema.ts";
import { type AgendaFacts, proposeAgenda } from "#app/mote/proposals.ts";
import { rapportContent } from "#tests/factories/rapportContent.ts";

const NOTHING: AgendaFacts = {
	today: "2018-10-15",
	rapporter: [],
	awaited: [],
	running: [],
	atgarder: [],
	kommande: [],
};

function atgard(title: string, dueOn: string | null, id = 1): AgendaFacts["atgarder"][number] {
	return { id, title, owner: "kommun", decidedOn: "2018-09-01", dueOn, doneOn: null };
}

function linesOf(facts: Partial<AgendaFacts>): string[] {
	return proposeAgenda({ ...NOTHING, ...facts }).flatMap(({ lines }) => lines);
}

test("where there is nothing to say the app proposes nothing", () => {
	expect(proposeAgenda(NOTHING)).toEqual([]);
});

describe("the item of the open åtgärder", () => {
	test.each([
		["2018-10-01", "Försenad sedan 1 oktober, 14 dagar: Röj sly (kommunen)"],
		["2018-10-14", "Försenad sedan 14 oktober, 1 dag: Röj sly (kommunen)"],
		["2017-12-01", "Försenad sedan 1 december 2017, 318 dagar: Röj sly (kommunen)"],
		["2018-10-15", "Klar senast 15 oktober 2018: Röj sly (kommunen)"],
		["2018-11-01", "Klar senast 1 november 2018: Röj sly (kommunen)"],
		[null, "Utan sista dag: Röj sly (kommunen)"],
	])("due %s reads %s", (dueOn, line) => {
		expect(linesOf({ atgarder: [atgard("Röj sly", dueOn)] })).toEqual([line]);
	});

	test("has the longest overdue first and those without a day last", () => {
		const atgarder = [
			atgard("utan dag", null, 1),
			atgard("kommande", "2018-11-01", 2),
			atgard("försenad", "2018-10-10", 3),
			atgard("längst försenad", "2018-09-10", 4),
		];
		const titles = linesOf({ atgarder }).map((line) => /: (.*) \(/.exec(line)?.[1]);
		expect(titles).toEqual(["längst försenad", "försenad", "kommande", "utan dag"]);
	});

	test("says how many there are, and how many of them are overdue", () => {
		const titleOf = (...dueOn: (string | null)[]) =>
			proposeAgenda({ ...NOTHING, atgarder: dueOn.map((day, id) => atgard("x", day, id)) })[0]?.title;
		expect(titleOf(null)).toBe("Beslutade åtgärder: 1 öppen");
		expect(titleOf(null, "2018-10-01")).toBe("Beslutade åtgärder: 2 öppna, varav 1 försenad");
		expect(titleOf("2018-10-02", "2018-10-01")).toBe("Beslutade åtgärder: 2 öppna, varav 2 försenade");
	});

	test("has room in its row however many they are, and says how many more there are", () => {
		const atgarder = Array.from({ length: 100 }, (_, id) => atgard("å".repeat(200), "2018-10-01", id));
		const lines = linesOf({ atgarder });
		expect(lines.join("\n").length).toBeLessThanOrEqual(MAX_PUNKT_TEXT);
		expect(lines.at(-1)).toBe(`och ${100 - (lines.length - 1)} rader till`);
	});
});

test.each([150, 159, 160, 161, 162, 163, 190])(
	"the title of a report has room, however long its dokument's is: %i",
	(length) => {
		const period = { code: "2018-T2", kind: "tertial", year: 2018, ordinal: 2 } as const;
		const rapporter = [1, 2].map((id) => {
			const content = rapportContent();
			const title = `${"å".repeat(length)}. ${"ä".repeat(200 - length)}`;
			return {
				id,
				content: { ...content, dokument: { ...content.dokument, id, title }, period: { ...content.period, ...period } },
			};
		});
		for (const { title } of proposeAgenda({ ...NOTHING, rapporter }).filter(({ kind }) => kind === "rapport"))
			expect(title.length).toBeLessThanOrEqual(MAX_PUNKT_TITLE);
	},
);

test("titles have room in their row, and a line is one line", () => {
	const kommande = [{ day: "2018-11-01", text: `Ett${"\n"}löfte` }];
	const [proposal] = proposeAgenda({ ...NOTHING, kommande });
	expect(proposal?.lines).toEqual(["1 november 2018: Ett löfte."]);
	expect(proposal?.title.length).toBeLessThanOrEqual(MAX_PUNKT_TITLE);
});
