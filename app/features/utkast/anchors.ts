/** Where things of an utkast stand on its review page. A key (`a3`, `l1`) is the id of its own card. */

/** The words of the text that something was found in. */
export function markAnchor(key: string): string {
	return `text-${key}`;
}

export function fragaAnchor(fragaKey: string): string {
	return `fraga-${fragaKey}`;
}

/** What says of the dokument itself. */
export const FACTS_ANCHOR = "uppgifter";
export const FORCE_ANCHOR = "satt-i-kraft";
/** Where one adds what was not found. */
export const MISSED_ANCHOR = "saknas";
