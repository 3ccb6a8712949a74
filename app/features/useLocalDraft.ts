import { useMemo } from "react";

/** What somebody typed that the server may not have, with when it was typed. */
export interface LocalDraft<Value> {
	value: Value;
	at: string;
}

const PREFIX = "lofteskoll:utkast:";
/** What has lain longer than that was left for another reason than a broken network. */
const KEPT_DAYS = 60;

/**
 * A copy in the browser of what is being typed, so that it outlives a lost network, an ended session and a closed tab.
 * Where the browser keeps nothing (private window, full) everything else works as usual.
 *
 * @param key names the text and whose it is; another person at the same computer has other keys
 */
export function useLocalDraft<Value>(key: string) {
	return useMemo(() => {
		const name = PREFIX + key;
		return {
			read: (): LocalDraft<Value> | null => readFresh<Value>(name) ?? null,
			/** Returns whether the browser kept it. */
			write: (value: Value): boolean => {
				const draft: LocalDraft<Value> = { value, at: new Date().toISOString() };
				return attempt(() => localStorage.setItem(name, JSON.stringify(draft)), "refused") !== "refused";
			},
			clear: () => clearLocalDraft(key),
		};
	}, [key]);
}

/** Every copy in this browser whose key begins so. Those that nobody came back for leave it, whoever's they were. */
export function findAllLocalDrafts<Value>(keyStart: string): { key: string; draft: LocalDraft<Value> }[] {
	const names = attempt(() => Object.keys(localStorage)) ?? [];
	return names
		.filter((name) => name.startsWith(PREFIX))
		.flatMap((name) => {
			const key = name.slice(PREFIX.length);
			const draft = readFresh<Value>(name);
			if (!draft) clearLocalDraft(key);
			return draft && key.startsWith(keyStart) ? [{ key, draft }] : [];
		});
}

export function clearLocalDraft(key: string): void {
	attempt(() => localStorage.removeItem(PREFIX + key));
}

/** undefined also for what cannot be read, or has lain too long. */
function readFresh<Value>(name: string): LocalDraft<Value> | undefined {
	const draft = attempt(() => JSON.parse(localStorage.getItem(name) ?? "null") as LocalDraft<Value> | null);
	const age = Date.now() - Date.parse(draft?.at ?? "");
	return draft && age < KEPT_DAYS * 86_400_000 ? draft : undefined;
}

function attempt<Result, Otherwise = undefined>(
	work: () => Result,
	otherwise?: Otherwise,
): Result | Otherwise | undefined {
	try {
		return work();
	} catch {
		return otherwise;
	}
}
