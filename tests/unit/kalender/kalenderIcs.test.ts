import fc from "fast-check";
import { afterEach, describe, expect, test } from "vitest";
import { type KalenderEvent, onDay } from "#app/kalender/event.ts";
import { kalenderIcs } from "#app/outputs/kalenderIcs.server.ts";
import { eventOf } from "./eventOf.ts";
import { inSweden, linesOf, readFeed } from "./reading.ts";

const STAMP = "2018-10-15T12:00:00.000Z";
const made = { origin: "https://lofteskoll.example:8443", stamp: STAMP };

function readOne(facts: Partial<KalenderEvent>) {
	const [only] = readFeed(kalenderIcs([eventOf(facts)], made)).events;
	if (!only) throw new Error("no event was read");
	return only;
}

const at = (from: string, to: string): KalenderEvent["when"] => ({ kind: "time", from, to });

describe("the calendar", () => {
	const { calendar } = readFeed(kalenderIcs([eventOf()], made));

	test.each([
		["version", "2.0"],
		["prodid", "-//Löfteskoll//Kalender//SV"],
		["x-wr-calname", "Löfteskoll"],
		["refresh-interval", "PT1H"],
		["x-published-ttl", "PT1H"],
	])("says %s", (name, value) => {
		expect(String(calendar.getFirstPropertyValue(name))).toBe(value);
	});

	test("without an event is a calendar still", () => {
		expect(readFeed(kalenderIcs([], made)).events).toEqual([]);
	});

	test("ends every line with CRLF, the last one too", () => {
		const text = kalenderIcs([eventOf({ description: "a\nb\r\nc\rd" })], made);
		expect(text.endsWith("END:VCALENDAR\r\n")).toBe(true);
		expect(text.replaceAll("\r\n", "")).not.toMatch(/[\r\n]/);
	});
});

describe("an event", () => {
	test("has a UID of the instance's own host, its number, a stamp and a link", () => {
		const text = kalenderIcs([eventOf({ sequence: 7 })], made);
		expect(linesOf(text)).toContain("DTSTAMP:20181015T120000Z");
		expect(readFeed(text).events[0]).toMatchObject({
			uid: "atgard-4@lofteskoll.example",
			sequence: 7,
			url: "https://lofteskoll.example:8443/intern/savsjo/atgarder",
			description:
				"Ska vara klar senast i dag.\n\nÖppna i Löfteskoll: https://lofteskoll.example:8443/intern/savsjo/atgarder",
			status: "CONFIRMED",
			transp: "TRANSPARENT",
			location: null,
		});
	});

	test("that is a meeting takes the reader's time, and none when it is inställt", () => {
		expect(readOne({ isBusy: true }).transp).toBe("OPAQUE");
		expect(readOne({ isCancelled: true })).toMatchObject({ status: "CANCELLED", transp: "TRANSPARENT" });
	});
});

describe("all day", () => {
	const zone = process.env.TZ;
	afterEach(() => {
		if (zone === undefined) delete process.env.TZ;
		else process.env.TZ = zone;
	});

	test.each([
		["2018-10-31", "2018-11-01", "at the end of a month"],
		["2018-12-31", "2019-01-01", "at the end of a year"],
		["2018-03-25", "2018-03-26", "when summer time begins"],
		["2018-10-28", "2018-10-29", "when summer time ends"],
		["2020-02-29", "2020-03-01", "on a leap day"],
	])("on %s ends before %s (%s), wherever the server stands", (day, dayAfter) => {
		for (const TZ of ["UTC", "Europe/Stockholm", "Pacific/Auckland", "America/Los_Angeles"]) {
			process.env.TZ = TZ;
			expect(readOne({ when: onDay(day) })).toMatchObject({ isAllDay: true, from: day, to: dayAfter });
		}
	});

	test("is written as days, without a time", () => {
		const lines = linesOf(kalenderIcs([eventOf()], made));
		expect(lines).toContain("DTSTART;VALUE=DATE:20181031");
		expect(lines).toContain("DTEND;VALUE=DATE:20181101");
	});
});

test.each([
	["2018-03-23T14:00:00.000Z", "2018-03-23 15:00"],
	["2018-03-26T13:00:00.000Z", "2018-03-26 15:00"],
	["2018-10-26T13:00:00.000Z", "2018-10-26 15:00"],
	["2018-10-29T14:00:00.000Z", "2018-10-29 15:00"],
])("the instant %s is read as %s in Sweden", (from, shown) => {
	const read = readOne({ when: at(from, new Date(Date.parse(from) + 7_200_000).toISOString()) });
	expect(read.isAllDay).toBe(false);
	expect(inSweden(read.from)).toBe(shown);
	expect(Date.parse(read.to) - Date.parse(read.from)).toBe(7_200_000);
});

describe("text", () => {
	test.each([
		"Röj sly vid gångvägen; Sävsjö, Vrigstad och Åby",
		"Bakåt \\ och \\n som två tecken, \\; och \\,",
		"Två\nrader",
		'"Citat", kolon: och 100 % = allt',
		"Trygghetsvandring 👮🏽‍♀️ i 🌲skogen",
		"å".repeat(200),
		`${"👮🏽‍♀️".repeat(40)} slut`,
		" mellanslag i båda ändar ",
		"\tindrag",
	])("%j is read as it was written", (text) => {
		const read = readOne({ summary: text, location: text, description: text });
		expect(read).toMatchObject({ summary: text, location: text });
		expect(read.description.startsWith(`${text}\n\nÖppna`)).toBe(true);
	});

	test("of any sort survives, in every field", () => {
		const piece = fc.oneof(
			fc.string({ unit: "grapheme", maxLength: 60 }),
			fc.constantFrom(
				",",
				";",
				"\\",
				"\n",
				"\\n",
				":",
				'"',
				" ",
				"å",
				"ä",
				"ö",
				"🙂",
				"\t",
				"BEGIN:VEVENT",
				"\nEND:VEVENT",
			),
		);
		const text = fc
			.array(piece, { minLength: 1, maxLength: 12 })
			.map((pieces) => pieces.join(""))
			.filter((joined) => joined !== "");
		fc.assert(
			fc.property(text, text, text, (summary, location, description) => {
				const ics = kalenderIcs([eventOf({ summary, location, description }), eventOf({ uid: "nasta" })], made);
				const { events } = readFeed(ics);
				expect(events.map(({ uid }) => uid)).toEqual(["atgard-4@lofteskoll.example", "nasta@lofteskoll.example"]);
				expect(events[0]).toMatchObject({ summary, location });
				expect(events[0]?.description.startsWith(`${description}\n\nÖppna i Löfteskoll: https://`)).toBe(true);
			}),
			{ numRuns: 300 },
		);
	});

	test("that is no text at all breaks nothing: no control character, no half character, no long line", () => {
		const bytes = (line: string) => new TextEncoder().encode(line).length;
		fc.assert(
			fc.property(fc.string({ unit: "binary", maxLength: 300 }), (summary) => {
				const ics = kalenderIcs([eventOf({ summary }), eventOf({ uid: "nasta" })], made);
				expect(readFeed(ics).events).toHaveLength(2);
				expect(ics.replaceAll("\r\n", "")).not.toMatch(/(?!\t)\p{Cc}|\p{Surrogate}/u);
				expect(linesOf(ics).filter((line) => bytes(line) > 75)).toEqual([]);
			}),
			{ numRuns: 300 },
		);
	});
});
