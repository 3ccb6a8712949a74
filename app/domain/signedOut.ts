/** What whoever posts a form after their session has ended gets back: everything they typed, to send again or to copy. */
export interface SignedOut {
	/** Running text that they wrote, one piece per field. */
	texts: string[];
	/** The form as it was posted, to send again; null when some of it cannot be shown (a password, a file). */
	again: { to: string; fields: [name: string, value: string][] } | null;
}

/** Reads it out of an error page's data; undefined when it is another sort of error. */
export function signedOutIn(data: unknown): SignedOut | undefined {
	return typeof data === "object" && data !== null && "texts" in data && "again" in data
		? (data as SignedOut)
		: undefined;
}
