import { describe, expect, test } from "vitest";
import { atgardNotiser, type NotisAtgard } from "#app/notiser/atgardNotiser.ts";
import { moteNotiser, type NotisMote } from "#app/notiser/moteNotiser.ts";
import { compareNotiser, NOTIS_SEVERITIES, type Notis } from "#app/notiser/notis.ts";

const TODAY = "2018-10-15";
const KOMMUN = { id: 1, slug: "savsjo", name: "Sävsjö" };

function atgard(dueOn: string | null, change: Partial<NotisAtgard> = {}): NotisAtgard {
	return {
		id: 12,
		title: "Röj sly",
		owner: "polis",
		decidedOn: "2018-09-01",
		dueOn,
		doneOn: null,
		isExample: false,
		...change,
	};
}

function ofAtgarder(atgarder: NotisAtgard[], pageSize = 25) {
	return atgardNotiser(atgarder, { kommun: KOMMUN, owners: ["polis", "gemensamt"], today: TODAY, pageSize });
}

describe("an open åtgärd", () => {
	test.each([
		["2017-12-31", "forsenat", "Försenad sedan 31 december 2017, 288 dagar"],
		["2018-10-01", "forsenat", "Försenad sedan 1 oktober, 14 dagar"],
		["2018-10-14", "forsenat", "Försenad sedan 14 oktober, 1 dag"],
		["2018-10-15", "snart", "Klar senast i dag"],
		["2018-10-16", "snart", "Klar senast 16 oktober"],
		["2018-10-22", "snart", "Klar senast 22 oktober"],
		["2018-10-23", undefined, undefined],
		[null, undefined, undefined],
	])("due %s is %s: %s", (dueOn, severity, why) => {
		const [notis] = ofAtgarder([atgard(dueOn)]);
		expect([notis?.severity, notis?.why]).toEqual([severity, why]);
	});

	test("keeps its key from day to day, and has another once it is late", () => {
		expect(ofAtgarder([atgard("2018-10-22"), atgard("2018-10-15", { id: 13 })]).map(({ key }) => key)).toEqual([
			"atgard:13:due",
			"atgard:12:due",
		]);
		expect(ofAtgarder([atgard("2018-10-14")])[0]?.key).toBe("atgard:12:overdue");
	});

	test("is nobody's notis when it is another party's, or done", () => {
		expect(ofAtgarder([atgard(TODAY, { owner: "kommun" }), atgard(TODAY, { doneOn: TODAY })])).toEqual([]);
	});

	test("leads to its line on the very page of the list where it stands", () => {
		const many = Array.from({ length: 5 }, (_, index) => atgard(`2018-10-0${index + 1}`, { id: index + 1 }));
		expect(ofAtgarder(many, 2).map(({ to }) => to)).toEqual([
			"/intern/savsjo/atgarder?visa=mina#atgard-1",
			"/intern/savsjo/atgarder?visa=mina#atgard-2",
			"/intern/savsjo/atgarder?visa=mina&sida=2#atgard-3",
			"/intern/savsjo/atgarder?visa=mina&sida=2#atgard-4",
			"/intern/savsjo/atgarder?visa=mina&sida=3#atgard-5",
		]);
	});
});

function mote(heldOn: string, state: NotisMote["state"] = "planerat"): NotisMote {
	return { id: 4, title: "BRÅ", heldOn, beginsAt: "15:00", place: "Stadshuset", state, isExample: false };
}

describe("a meeting", () => {
	const council = { kommun: KOMMUN, takesPart: true, mayRun: false, today: TODAY };

	test.each([
		["2018-10-15", "planerat", "I dag kl. 15.00, Stadshuset"],
		["2018-10-15", "oppet", "Pågår nu, Stadshuset"],
		["2018-10-16", "planerat", "Tis 16 oktober kl. 15.00, Stadshuset"],
		["2018-10-22", "planerat", "Mån 22 oktober kl. 15.00, Stadshuset"],
		["2018-10-23", "planerat", undefined],
		["2018-10-14", "oppet", undefined],
		["2018-10-14", "planerat", undefined],
		["2018-10-15", "installt", undefined],
		["2018-10-15", "avslutat", undefined],
	] as const)("of %s that is %s tells those who take part: %s", (heldOn, state, why) => {
		const [notis] = moteNotiser([mote(heldOn, state)], council);
		expect(notis?.why).toBe(why);
		if (notis) expect(notis).toMatchObject({ severity: "snart", key: `mote:4:${heldOn}`, to: "/intern/savsjo/mote/4" });
		expect(moteNotiser([mote(heldOn, state)], { ...council, takesPart: false })).toEqual([]);
	});

	test.each([
		["oppet", "Mötet 12 oktober är inte avslutat"],
		["planerat", "Mötet 12 oktober är varken öppnat eller inställt"],
		["avslutat", undefined],
		["installt", undefined],
	] as const)("of an earlier day that is %s asks those who run it: %s", (state, why) => {
		const [notis] = moteNotiser([mote("2018-10-12", state)], { ...council, mayRun: true });
		expect([notis?.severity, notis?.why, notis?.key]).toEqual(
			why ? ["forsenat", why, "mote:4:open"] : [undefined, undefined, undefined],
		);
	});
});

test("the worst comes first, then the earliest day, then the kommun by name; an unknown day is last", () => {
	const notis = (severity: Notis["severity"], day: string | null, name = "Sävsjö"): Notis => ({
		key: `${severity} ${day} ${name}`,
		kind: "rapport",
		severity,
		kommun: { ...KOMMUN, name },
		title: "",
		why: "",
		to: "",
		day,
		isExample: false,
	});
	const inOrder = [
		...NOTIS_SEVERITIES.map((severity) => notis(severity, "2018-10-01")),
		notis("snart", "2018-10-02", "Arvika"),
		notis("snart", "2018-10-02", "Zinkgruvan"),
		notis("snart", "2018-10-02", "Åmål"),
		notis("snart", null, "Arvika"),
	];
	expect([...inOrder].reverse().sort(compareNotiser)).toEqual(inOrder);
});
