import { afterEach, beforeEach, describe, expect, test, vi } from "vitest";
import { isChanged, LOOK_EVERY, lookEachMinute } from "#app/features/mote/liveMote.ts";
import { goOn, isReceipt, type Writing } from "#app/features/mote/writing.ts";

type Note = Writing<{ version: number; text: string }>;

const writing = (change: Partial<Note> = {}): Note => ({
	token: "note.1",
	seen: { version: 1, text: "Först" },
	isTouched: false,
	...change,
});
const later = writing({ token: "note.2", seen: { version: 2, text: "Sedan" } });

describe("a form that several write in", () => {
	const touched = writing({ isTouched: true });
	const same = writing({ token: "note.2" });
	const cases: [string, Note, Parameters<typeof goOn<Note["seen"]>>[1], Note][] = [
		["is new when its words have been taken", touched, { begun: later, taken: "note.1", refused: undefined }, later],
		["stays while nothing is new", writing(), { begun: same, taken: null, refused: undefined }, writing()],
		["stays when another form was taken", touched, { begun: same, taken: "beslut.1", refused: undefined }, touched],
		[
			"follows what others save while it is untouched",
			writing(),
			{ begun: later, taken: null, refused: undefined },
			later,
		],
		[
			"keeps what is typed, and what its writer saw",
			touched,
			{ begun: later, taken: null, refused: undefined },
			touched,
		],
		[
			"keeps what is typed when refused, and has then seen what others saved",
			touched,
			{ begun: later, taken: null, refused: "note.1" },
			{ ...touched, seen: later.seen },
		],
	];

	test.each(cases)("%s", (_, before, heard, after) => {
		expect(goOn(before, heard)).toEqual(after);
	});

	test.each([
		["beslut-rapport:6.6d4c0c5a-8cc3-4c90-a9d6-f5dff3e40d52", true],
		["", false],
		["a b", false],
		["#x", false],
		["a".repeat(121), false],
	])("what is said back in an address is a token of ours: %s", (text, isOurs) => {
		expect(isReceipt(text)).toBe(isOurs);
	});
});

describe("looking for what is new", () => {
	let looks: number;
	let mayLook: boolean;
	let comeIntoSight: () => void;
	let stop: () => void;

	beforeEach(() => {
		vi.useFakeTimers();
		looks = 0;
		mayLook = true;
		stop = lookEachMinute({
			mayLook: () => mayLook,
			look: () => {
				looks++;
			},
			whenInSight: (callBack) => {
				comeIntoSight = callBack;
				return () => {
					comeIntoSight = () => undefined;
				};
			},
		});
	});

	afterEach(() => {
		stop();
		vi.useRealTimers();
	});

	test("happens once a minute", () => {
		vi.advanceTimersByTime(LOOK_EVERY - 1);
		expect(looks).toBe(0);
		vi.advanceTimersByTime(1);
		expect(looks).toBe(1);
		vi.advanceTimersByTime(3 * LOOK_EVERY);
		expect(looks).toBe(4);
	});

	test("passes over the minutes in which it may not", () => {
		mayLook = false;
		vi.advanceTimersByTime(2 * LOOK_EVERY);
		mayLook = true;
		expect(looks).toBe(0);
		vi.advanceTimersByTime(LOOK_EVERY);
		expect(looks).toBe(1);
	});

	test("happens when the page comes into sight after a while, and never twice within a minute", () => {
		comeIntoSight();
		expect(looks).toBe(0);
		mayLook = false;
		vi.advanceTimersByTime(1.5 * LOOK_EVERY);
		mayLook = true;
		comeIntoSight();
		comeIntoSight();
		expect(looks).toBe(1);
		vi.advanceTimersByTime(LOOK_EVERY - 1);
		expect(looks).toBe(1);
		vi.advanceTimersByTime(1);
		expect(looks).toBe(2);
	});

	test("ends", () => {
		stop();
		comeIntoSight();
		vi.advanceTimersByTime(5 * LOOK_EVERY);
		expect(looks).toBe(0);
	});
});

describe("a field is somebody's once it is not as it was drawn", () => {
	const option = (selected: boolean, defaultSelected: boolean) => ({ selected, defaultSelected });
	const text = { type: "text", value: "a", defaultValue: "a" };
	const radio = { type: "radio", value: "granskad", checked: true, defaultChecked: true };
	const select = { type: "select-one", value: "x" };
	test.each([
		[text, false],
		[{ ...text, value: "ab" }, true],
		[{ ...text, type: "hidden", value: "b" }, false],
		[radio, false],
		[{ ...radio, checked: false }, true],
		[{ ...select, options: [option(false, false), option(true, true)] }, false],
		[{ ...select, options: [option(true, false), option(false, true)] }, true],
		[{ ...select, options: [option(true, false), option(false, false)] }, false],
	])("%o: %s", (field, isTheirs) => {
		expect(isChanged(field)).toBe(isTheirs);
	});
});
