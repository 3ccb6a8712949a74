import { useEffect, useState } from "react";
import { ASK_EVERY_MS, watchCount } from "./watchCount.ts";

/** What the page brought: a new object each time, so that what is newer than the last answer is seen. */
export interface GivenCount {
	/** null: could not be counted. */
	count: number | null;
}

/** How many things need the reader: as the page brought it, and as it becomes while the page stays open. */
export function useNotisCount(given: GivenCount): number | null {
	const [count, setCount] = useState(given.count);

	useEffect(() => {
		setCount(given.count);
		let isCurrent = true;
		const stop = watchCount(document, async () => {
			const answer = await askServer();
			if (isCurrent && typeof answer === "number") setCount(answer);
			return isCurrent && answer !== "signed out";
		});
		return () => {
			isCurrent = false;
			stop();
		};
	}, [given]);

	return count;
}

/** undefined: no answer this time. */
async function askServer(): Promise<number | "signed out" | undefined> {
	try {
		const signal = AbortSignal.timeout(ASK_EVERY_MS / 2);
		const response = await fetch("/intern/notiser.json", { redirect: "manual", signal });
		if (response.type === "opaqueredirect") return "signed out";
		const body: unknown = response.ok ? await response.json() : undefined;
		const isCount = typeof body === "object" && body !== null && "count" in body && typeof body.count === "number";
		return isCount ? Number(body.count) : undefined;
	} catch {
		return undefined;
	}
}
