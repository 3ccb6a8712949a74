import { describe, expect, test } from "vitest";
import { addDays } from "#app/domain/dates.ts";
import type { Role } from "#app/domain/permissions.ts";
import { atgardEvents, type CalendarAtgard, calendarOwners } from "#app/kalender/atgardEvents.ts";
import type { EventKommun } from "#app/kalender/event.ts";
import { onDay } from "#app/kalender/event.ts";
import { type CalendarMote, moteEvents } from "#app/kalender/moteEvents.ts";
import { type CalendarMeasure, occasionEvents } from "#app/kalender/occasionEvents.ts";
import { type CalendarDokument, periodEvents } from "#app/kalender/periodEvents.ts";
import { withinWindow } from "#app/kalender/window.ts";
import { eventOf } from "./eventOf.ts";
import { inSweden } from "./reading.ts";

const SAVSJO: EventKommun = { slug: "savsjo", name: null };
const ONE_OF_SEVERAL: EventKommun = { slug: "savsjo", name: "Sävsjö" };

function mote(facts: Partial<CalendarMote> = {}): CalendarMote {
	return {
		id: 4,
		title: "Möte i BRÅ",
		heldOn: "2018-10-26",
		beginsAt: "15:00",
		endsAt: "16:30",
		place: "Kommunhuset, rum 3",
		state: "planerat",
		isExample: false,
		version: 2,
		...facts,
	};
}

describe("a meeting", () => {
	const of = (facts: Partial<CalendarMote>, kommun = SAVSJO) => moteEvents([mote(facts)], kommun)[0];

	test("is there at its hours, at its place", () => {
		expect(of({})).toEqual({
			uid: "mote-4",
			summary: "Möte i BRÅ",
			description: "Dagordningen finns på mötets sida.",
			location: "Kommunhuset, rum 3",
			to: "/intern/savsjo/mote/4",
			when: { kind: "time", from: "2018-10-26T13:00:00.000Z", to: "2018-10-26T14:30:00.000Z" },
			isBusy: true,
			isCancelled: false,
			sequence: 2,
		});
	});

	test.each([
		["planerat", "Dagordningen finns på mötets sida."],
		["oppet", "Dagordningen finns på mötets sida."],
		["avslutat", "Protokollet finns på mötets sida."],
		["installt", "Mötet är inställt."],
	] as const)("that is %s says: %s", (state, sentence) => {
		expect(of({ state })?.description).toBe(sentence);
	});

	test.each(["2018-03-23", "2018-03-26", "2018-10-26", "2018-10-29"])(
		"at 15:00 on %s is at 15:00 in Sweden",
		(heldOn) => {
			const when = of({ heldOn })?.when;
			expect([inSweden(when?.from ?? ""), inSweden(when?.to ?? "")]).toEqual([`${heldOn} 15:00`, `${heldOn} 16:30`]);
		},
	);

	test("that nobody has said the end of takes two hours, also past midnight", () => {
		expect(of({ beginsAt: "23:00", endsAt: null })).toMatchObject({
			when: { from: "2018-10-26T21:00:00.000Z", to: "2018-10-26T23:00:00.000Z" },
			description: expect.stringContaining("Sluttiden är inte bestämd."),
		});
	});

	test("that is inställt says so and takes no time", () => {
		expect(of({ state: "installt" })).toMatchObject({
			summary: "Inställt: Möte i BRÅ",
			description: "Mötet är inställt.",
			isCancelled: true,
			isBusy: false,
		});
	});

	test.each(["planerat", "oppet", "avslutat"] as const)("that is %s stands", (state) => {
		expect(of({ state })).toMatchObject({ summary: "Möte i BRÅ", isCancelled: false });
	});

	test("names its kommun in a calendar of several, and says when it is an example", () => {
		expect(of({ isExample: true }, ONE_OF_SEVERAL)).toMatchObject({
			summary: "Möte i BRÅ (Sävsjö)",
			description: expect.stringContaining("Exempeldata."),
		});
	});
});

describe("an åtgärd", () => {
	const atgard = (facts: Partial<CalendarAtgard>): CalendarAtgard => ({
		id: 12,
		title: "Röj sly",
		owner: "kommun",
		decidedOn: "2018-09-03",
		dueOn: "2018-11-01",
		doneOn: null,
		aktivitetId: 5,
		aktivitetQuotation: "Trygghetsvandringar",
		isExample: false,
		version: 3,
		...facts,
	});
	const of = (facts: Partial<CalendarAtgard>, roles: Role[] = ["samordnare"]) =>
		atgardEvents([atgard(facts)], { kommun: SAVSJO, owners: calendarOwners(roles) });

	test("stands on its last day", () => {
		expect(of({})).toEqual([
			{
				uid: "atgard-12",
				summary: "Åtgärd: Röj sly",
				description:
					"Ska vara klar senast i dag.\nAnsvarig: Kommunen.\nBeslutad 3 september 2018.\nAktivitet: ”Trygghetsvandringar”",
				location: null,
				to: "/intern/savsjo/aktivitet/5#atgard-12",
				when: onDay("2018-11-01"),
				isBusy: false,
				isCancelled: false,
				sequence: 3,
			},
		]);
	});

	test("is left out when it is done or has no day", () => {
		expect(of({ doneOn: "2018-10-01" })).toEqual([]);
		expect(of({ dueOn: null })).toEqual([]);
	});

	test.each<[Role[], string[]]>([
		[["kommunpolis"], ["polis", "gemensamt", "annan"]],
		[["samordnare"], ["kommun", "gemensamt", "annan"]],
		[["undertecknare"], ["kommun", "gemensamt"]],
		[["ledamot"], ["polis", "kommun", "gemensamt", "annan"]],
		[["admin"], ["polis", "kommun", "gemensamt", "annan"]],
		[
			["samordnare", "admin"],
			["kommun", "gemensamt", "annan"],
		],
		[
			["kommunpolis", "samordnare"],
			["polis", "kommun", "gemensamt", "annan"],
		],
		[
			["kommunpolis", "ledamot"],
			["polis", "kommun", "gemensamt", "annan"],
		],
	])("of whom it is decides: %j have those of %j", (roles, owners) => {
		const all = ["polis", "kommun", "gemensamt", "annan"] as const;
		expect(all.filter((owner) => of({ owner }, roles).length > 0)).toEqual(all.filter((one) => owners.includes(one)));
	});
});

describe("periods", () => {
	const dokument = (facts: Partial<CalendarDokument> = {}): CalendarDokument => ({
		id: 7,
		title: "Medborgarlöfte 2018",
		inForceFrom: "2018-01-01",
		inForceTo: "2018-12-31",
		periodKind: "tertial",
		...facts,
	});
	const of = (facts: Partial<CalendarDokument>, today = "2018-10-15") =>
		periodEvents([dokument(facts)], { kommun: SAVSJO, today });

	test("end, the last one, the running and the next, and so does the dokument", () => {
		expect(of({ inForceFrom: "2018-05-01" }, "2018-06-01").map(({ uid }) => uid)).not.toContain("period-7-2018-T1");
		expect(of({}, "2018-06-01").map(({ uid, summary, when, to }) => [uid, summary, when.from, to])).toEqual([
			[
				"period-7-2018-T1",
				"Tertial 1 slutar, rapporten kan klarmarkeras från 1 maj",
				"2018-04-30",
				"/intern/savsjo/rapport/2018-T1",
			],
			[
				"period-7-2018-T2",
				"Tertial 2 slutar, rapporten kan klarmarkeras från 1 september",
				"2018-08-31",
				"/intern/savsjo/rapport/2018-T2",
			],
			[
				"period-7-2018-T3",
				"Tertial 3 slutar, rapporten kan klarmarkeras från 1 januari",
				"2018-12-31",
				"/intern/savsjo/rapport",
			],
			["dokument-7", "Sista dagen: Medborgarlöfte 2018", "2018-12-31", "/intern/savsjo/dokument/7"],
		]);
	});

	test("end with the dokument, and say so", () => {
		const [, last] = of({ inForceTo: "2018-11-09" });
		expect(last).toMatchObject({
			summary: "Tertial 3 slutar, rapporten kan klarmarkeras från 10 november",
			description: "Medborgarlöfte 2018\nTertialet gäller till 9 november.",
			when: onDay("2018-11-09"),
		});
	});

	test.each([
		["quarter", ["Kvartal 3 slutar", "Kvartal 4 slutar", "Kvartal 1 slutar"]],
		["half_year", ["Halvår 1 slutar", "Halvår 2 slutar", "Halvår 1 slutar"]],
		["year", ["År 2018 slutar", "År 2019 slutar"]],
	] as const)("of the kind %s are named by it", (periodKind, names) => {
		const events = of({ periodKind, inForceTo: null });
		expect(events.map(({ summary }) => summary.split(",")[0])).toEqual(names);
	});

	test("of a dokument without an end go on, and of one that has ended nothing more comes", () => {
		const ends = ["period-7-2018-T2", "period-7-2018-T3", "period-7-2019-T1"];
		expect(of({ inForceTo: null }).map(({ uid }) => uid)).toEqual(ends);
		expect(of({ inForceTo: "2018-08-31" }).map(({ uid }) => uid)).toEqual(["period-7-2018-T2", "dokument-7"]);
		expect(of({ inForceTo: "2018-04-30" }).map(({ uid }) => uid)).toEqual(["dokument-7"]);
	});

	test("of a dokument that begins next tertial are there, and of one that begins later not yet", () => {
		expect(of({ inForceFrom: "2019-02-01", inForceTo: null })).toMatchObject([{ uid: "period-7-2019-T1" }]);
		expect(of({ inForceFrom: "2019-06-01", inForceTo: null })).toEqual([]);
	});

	test("of two dokument at once lead each to its own report", () => {
		const both = [dokument(), dokument({ id: 8, title: "Ett annat" })];
		const events = periodEvents(both, { kommun: ONE_OF_SEVERAL, today: "2018-10-15" });
		const ends = events.filter(({ uid }) => uid.startsWith("period"));
		expect(ends.filter(({ uid }) => uid.endsWith("2018-T3")).map(({ to }) => to)).toEqual([
			"/intern/savsjo/rapport/2018-T3?dokument=7",
			"/intern/savsjo/rapport/2018-T3?dokument=8",
		]);
		expect(ends[0]?.summary).toMatch(/ \(Sävsjö\)$/);
	});
});

describe("an expected tillfälle", () => {
	const measure = (occasion: CalendarMeasure["occasions"][number]): CalendarMeasure => ({
		id: 9,
		name: "Fotpatrull",
		agreed: "Varje fredag.",
		aktivitetQuotation: "Fotpatrullering i centrum",
		version: 2,
		to: "/intern/savsjo/logga?matt=9",
		occasions: [occasion],
	});
	const of = (occasion: Partial<CalendarMeasure["occasions"][number]>) =>
		occasionEvents(
			measure({
				key: "2018-10-19",
				label: "fre 19 oktober",
				firstDay: "2018-10-19",
				lastDay: "2018-10-19",
				hours: [],
				...occasion,
			}),
			ONE_OF_SEVERAL,
		);

	test("of a day stands on it, all day", () => {
		expect(of({})).toEqual([
			{
				uid: "tillfalle-9-2018-10-19",
				summary: "Fotpatrull (Sävsjö)",
				description: "Varje fredag.\nAktivitet: ”Fotpatrullering i centrum”",
				location: null,
				to: "/intern/savsjo/logga?matt=9",
				when: onDay("2018-10-19"),
				isBusy: false,
				isCancelled: false,
				sequence: 2,
			},
		]);
	});

	test("of a week or longer stands on its last day", () => {
		const week = { key: "2018-W42", label: "v.\u00a042", firstDay: "2018-10-15", lastDay: "2018-10-21" };
		expect(of(week)).toMatchObject([
			{
				uid: "tillfalle-9-2018-W42",
				summary: "Senast i dag: Fotpatrull, v.\u00a042 (Sävsjö)",
				when: onDay("2018-10-21"),
			},
		]);
	});

	test.each(["2018-03-23", "2018-03-26", "2018-10-26", "2018-10-29"])("with opening hours on %s keeps them", (day) => {
		const hours = [
			{ from: "09:15", to: "11:30" },
			{ from: "13:00", to: "16:00" },
		];
		const events = of({ key: day, firstDay: day, lastDay: day, hours });
		expect(events.map(({ uid, when }) => [uid, when.kind, inSweden(when.from), inSweden(when.to)])).toEqual([
			[`tillfalle-9-${day}`, "time", `${day} 09:15`, `${day} 11:30`],
			[`tillfalle-9-${day}-2`, "time", `${day} 13:00`, `${day} 16:00`],
		]);
	});
});

describe("a reading", () => {
	const daysOf = (...days: string[]) =>
		withinWindow(
			days.map((day) => eventOf({ uid: `atgard-${day}`, when: onDay(day) })),
			"2018-10-15",
		).map(({ when }) => when.from);

	test("goes from thirty days back to a year ahead, in order", () => {
		expect(daysOf("2019-10-16", "2019-10-15", "2018-09-14", "2018-09-15", "2018-10-15")).toEqual([
			"2018-09-15",
			"2018-10-15",
			"2019-10-15",
		]);
	});

	test("holds no more than a calendar can take, the nearest", () => {
		const day = (index: number) => addDays("2018-10-15", index % 300);
		const many = Array.from({ length: 9000 }, (_, index) => eventOf({ uid: `a-${index}`, when: onDay(day(index)) }));
		const read = withinWindow(many, "2018-10-15");
		expect(read).toHaveLength(1000);
		expect(read.at(-1)?.when.from).toBe(day(33));
	});
});
