import { afterEach, beforeEach, expect, test, vi } from "vitest";
import { ASK_EVERY_MS, ASLEEP_AFTER_MS, type WatchedPage, watchCount } from "#app/features/notiser/watchCount.ts";

/** A page that can be hidden, shown and touched. */
class Page extends EventTarget implements WatchedPage {
	visibilityState: DocumentVisibilityState = "visible";

	show(isVisible: boolean) {
		this.visibilityState = isVisible ? "visible" : "hidden";
		this.dispatchEvent(new Event("visibilitychange"));
	}

	touch() {
		this.dispatchEvent(new Event("keydown"));
	}
}

let page: Page;
let askedAt: number[];
let goOn: boolean;
let stop: () => void;

const ask = async () => {
	askedAt.push(Date.now());
	return goOn;
};

/** Lets the time pass second by second, as somebody does who uses the page. */
async function pass(ms: number, each: () => void = () => page.touch()) {
	for (let passed = 0; passed < ms; passed += 1000) {
		await vi.advanceTimersByTimeAsync(1000);
		each();
	}
}

beforeEach(() => {
	vi.useFakeTimers({ now: 0 });
	page = new Page();
	askedAt = [];
	goOn = true;
	stop = watchCount(page, ask);
});

afterEach(() => {
	stop();
	vi.useRealTimers();
});

test("a page in use asks once a minute, the first time a minute after it came", async () => {
	await pass(10 * 60_000);
	expect(askedAt).toEqual(Array.from({ length: 10 }, (_, index) => (index + 1) * ASK_EVERY_MS));
});

test("never twice within a minute, however it is hidden, shown and touched", async () => {
	let isVisible = true;
	await pass(10 * 60_000, () => {
		isVisible = !isVisible;
		page.show(isVisible);
		page.touch();
	});
	expect(askedAt.length).toBeGreaterThan(5);
	for (const [index, at] of askedAt.entries())
		expect(at - (askedAt[index - 1] ?? 0)).toBeGreaterThanOrEqual(ASK_EVERY_MS);
});

test("a hidden page does not ask; shown again after more than a minute it asks at once", async () => {
	page.show(false);
	await pass(5 * 60_000);
	expect(askedAt).toEqual([]);
	page.show(true);
	await vi.advanceTimersByTimeAsync(0);
	expect(askedAt).toEqual([5 * 60_000]);
});

test("a page that nobody touches falls asleep, and wakes at a touch", async () => {
	await pass(60 * 60_000, () => undefined);
	expect(askedAt.at(-1)).toBeLessThan(ASLEEP_AFTER_MS);
	const before = askedAt.length;
	page.touch();
	await vi.advanceTimersByTimeAsync(0);
	expect(askedAt.length).toBe(before + 1);
});

test.each([-3, 3])("a clock that is set %s hours neither stops the questions nor hastens one", async (hours) => {
	await pass(30_000);
	vi.setSystemTime(Date.now() + hours * 3_600_000);
	page.show(false);
	page.show(true);
	await pass(29_000);
	expect(askedAt).toHaveLength(0);
	await pass(61_000);
	expect(askedAt).toHaveLength(2);
});

test("who is signed out, or has left, is not asked for any more", async () => {
	goOn = false;
	await pass(5 * 60_000);
	expect(askedAt).toHaveLength(1);
	stop = watchCount(page, ask);
	stop();
	await pass(5 * 60_000);
	expect(askedAt).toHaveLength(1);
	expect(vi.getTimerCount()).toBe(0);
});
