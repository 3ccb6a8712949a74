import { expect, test } from "vitest";
import { instantOf, spanOf } from "#app/kalender/localTime.ts";

test.each([
	["2018-03-23", "15:00", "2018-03-23T14:00:00.000Z", "winter"],
	["2018-03-24", "23:59", "2018-03-24T22:59:00.000Z", "the last minute of a winter day"],
	["2018-03-25", "01:59", "2018-03-25T00:59:00.000Z", "before the change"],
	["2018-03-25", "02:30", "2018-03-25T01:30:00.000Z", "skipped: half past three"],
	["2018-03-25", "03:00", "2018-03-25T01:00:00.000Z", "after the change"],
	["2018-03-26", "15:00", "2018-03-26T13:00:00.000Z", "summer"],
	["2018-10-28", "01:59", "2018-10-27T23:59:00.000Z", "before the change back"],
	["2018-10-28", "02:30", "2018-10-28T00:30:00.000Z", "comes twice: the first"],
	["2018-10-28", "03:00", "2018-10-28T02:00:00.000Z", "after the change back"],
	["2018-10-29", "00:00", "2018-10-28T23:00:00.000Z", "midnight"],
	["2018-10-29", "15:21", "2018-10-29T14:21:00.000Z", "minutes are exact"],
])("%s %s in Sweden is %s (%s)", (date, time, instant) => {
	expect(instantOf(date, time)).toBe(instant);
});

test.each([
	["2018-10-15", "15:00", "16:30", "2018-10-15T13:00:00.000Z", "2018-10-15T14:30:00.000Z", "any day"],
	["2018-03-25", "01:30", "03:30", "2018-03-25T00:30:00.000Z", "2018-03-25T01:30:00.000Z", "an hour shorter"],
	["2018-03-25", "02:30", "03:30", "2018-03-25T01:30:00.000Z", "2018-03-25T02:30:00.000Z", "the hour that is skipped"],
	["2018-03-25", "02:30", "03:15", "2018-03-25T01:30:00.000Z", "2018-03-25T02:15:00.000Z", "no earlier than it begins"],
	["2018-10-28", "02:30", "03:30", "2018-10-28T00:30:00.000Z", "2018-10-28T02:30:00.000Z", "an hour longer"],
])("%s from %s to %s ends after it begins (%s–%s: %s)", (date, from, to, begins, ends) => {
	expect(spanOf(date, { from, to })).toEqual({ from: begins, to: ends });
});
