/** The server is never asked more often than this. */
export const ASK_EVERY_MS = 60_000;
/** A page that lies open where nobody is does not ask, and so keeps nobody signed in. */
export const ASLEEP_AFTER_MS = 15 * 60_000;

/** The part of `document` that is needed. */
export interface WatchedPage extends Pick<EventTarget, "addEventListener" | "removeEventListener"> {
	visibilityState: DocumentVisibilityState;
}

const TOUCHES = ["pointerdown", "keydown"] as const;

/**
 * Asks again and again while the page is seen and used. Who begins to watch has just got the count with the page, so the
 * first question comes after a whole {@link ASK_EVERY_MS} too. Measured by what has passed, whatever the clock is set to.
 *
 * @param ask answers whether to go on
 * @returns what stops it
 */
export function watchCount(page: WatchedPage, ask: () => Promise<boolean>): () => void {
	let askedAt = performance.now();
	let touchedAt = askedAt;
	let timer: ReturnType<typeof setTimeout> | undefined;
	let isStopped = false;

	const isWatched = () => page.visibilityState === "visible" && performance.now() - touchedAt < ASLEEP_AFTER_MS;

	function plan() {
		clearTimeout(timer);
		if (!isStopped && isWatched())
			timer = setTimeout(askIfTime, Math.max(0, askedAt + ASK_EVERY_MS - performance.now()));
	}

	async function askIfTime() {
		if (isWatched() && performance.now() - askedAt >= ASK_EVERY_MS) {
			askedAt = performance.now();
			if (!(await ask())) return stop();
		}
		plan();
	}

	function noteTouch() {
		const wasWatched = isWatched();
		touchedAt = performance.now();
		if (!wasWatched) plan();
	}

	function stop() {
		isStopped = true;
		clearTimeout(timer);
		page.removeEventListener("visibilitychange", plan);
		for (const touch of TOUCHES) page.removeEventListener(touch, noteTouch);
	}

	page.addEventListener("visibilitychange", plan);
	for (const touch of TOUCHES) page.addEventListener(touch, noteTouch);
	plan();
	return stop;
}
