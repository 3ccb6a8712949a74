import { expect, test } from "vitest";
import { proposeRakneregel } from "#app/dokumentutkast/rakneregel.ts";
import { oneOf, unitWordsOf } from "#app/dokumentutkast/unitWords.ts";

test.each([
	["fotpatruller", "fotpatrullering", "fotpatruller", "en fotpatrull"],
	["insatser", "riktad insats", "riktade insatser", "en riktad insats"],
	["narkotikainsatser", "riktad insats", "narkotikainsatser", "en narkotikainsats"],
	["samverkansmöten", "samverkansmöte", "samverkansmöten", "ett samverkansmöte"],
	["möte", "samverkan", "möten", "ett möte"],
	["timmar", "fotpatrullering", "timmar", "en timme"],
	["trygghetsvandringar", "trygghetsvandring", "trygghetsvandringar", "en trygghetsvandring"],
	["tillsyner", "tillsyn", "tillsyner", "en tillsyn"],
	["hembesök", "besök", "hembesök", "ett hembesök"],
	["seminarier", "utbildning", "seminarier", "ett seminarium"],
	["områden", "grannsamverkan", "områden", "ett område"],
	["gånger", "fotpatrullering", "fotpatruller", "en fotpatrull"],
	["tillfällen", "synlig närvaro", "tillfällen", "ett tillfälle"],
	["grejor", "synlig närvaro", "tillfällen", "ett tillfälle"],
	[null, "renhållning", "tillfällen", "ett tillfälle"],
	[null, "information", "tillfällen", "ett tillfälle"],
	[null, "gymnasieskolor", "tillfällen", "ett tillfälle"],
	[null, "narkotikasök", "narkotikasök", "ett narkotikasök"],
])("%s of %s is counted in %s, %s", (unit, aktivitetstyp, many, one) => {
	const words = unitWordsOf(unit, aktivitetstyp);
	expect(words.many).toBe(many);
	expect(oneOf(words)).toBe(one);
});

test.each([
	[
		"count",
		"riktad insats",
		null,
		"Räkna en riktad insats när den är genomförd. Det som bara är planerat räknas inte.",
	],
	[
		"count",
		"samverkansmöte",
		null,
		"Räkna ett samverkansmöte när det är genomfört. Det som bara är planerat räknas inte.",
	],
	[
		"coverage",
		"hastighetskontroll",
		null,
		"Räkna en hastighetskontroll på platsen när den är genomförd där. Att bara passera räknas inte.",
	],
	[
		"recurring",
		"samverkansmöte",
		"every",
		"Räkna ett samverkansmöte när det är genomfört. Det som bara är planerat räknas inte. Ett missat samverkansmöte kan inte tas igen senare.",
	],
	[
		"recurring",
		"synlig närvaro",
		"weekdays",
		"Räkna ett tillfälle när det som är utlovat har gjorts då. Tillfället hör till det datum då det började. Ett missat tillfälle kan inte tas igen en annan dag.",
	],
] as const)("the räkneregel of %s says %s in grammatical words", (kind, aktivitetstyp, cadence, rakneregel) => {
	const unit = unitWordsOf(null, aktivitetstyp);
	expect(proposeRakneregel({ kind, unit, cadence, quotation: "Polisen ska.", isJoint: false })).toBe(rakneregel);
});

test("what concerns people says that they are never counted, and what is joint that it counts once", () => {
	const rakneregel = proposeRakneregel({
		kind: "ongoing",
		unit: unitWordsOf(null, "samverkan"),
		cadence: null,
		quotation: "Samverkan om ungdomar i riskzonen",
		isJoint: true,
	});
	expect(rakneregel).toContain("Räkna aldrig personer");
	expect(rakneregel).toContain("räknas en gång");
});
