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
			read: (): LocalDraft<Value> | null => attempt(() => fresh<Value>(localStorage.getItem(name))) ?? null,
			/** Returns whether the browser kept it. */
			write: (value: Value): boolean => {
				const draft: LocalDraft<Value> = { value, at: new Date().toISOString() };
				return attempt(() => localStorage.setItem(name, JSON.stringify(draft)), "refused") !== "refused";
			},
			clear: () => clearLocalDraft(key),
		};
	}, [key]);
}

/** Every copy in this browser whose key begins so. */
export function findAllLocalDrafts<Value>(keyStart: string): { key: string; draft: LocalDraft<Value> }[] {
	const names = attempt(() => Object.keys(localStorage)) ?? [];
	return names
		.filter((name) => name.startsWith(PREFIX + keyStart))
		.flatMap((name) => {
			const draft = attempt(() => fresh<Value>(localStorage.getItem(name)));
			return draft ? [{ key: name.slice(PREFIX.length), draft }] : [];
		});
}

export function clearLocalDraft(key: string): void {
	attempt(() => localStorage.removeItem(PREFIX + key));
}

function fresh<Value>(stored: string | null): LocalDraft<Value> | null {
	if (stored === null) return null;
	const draft = JSON.parse(stored) as LocalDraft<Value>;
	const age = Date.now() - Date.parse(draft.at);
	return age < KEPT_DAYS * 86_400_000 ? draft : null;
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
