/** The hidden field that names what somebody is writing, and the word in the address that says it has been taken. */
export const RECEIPT = { field: "receipt", param: "kvitto" } as const;

/** What a form of a meeting began from, while several people write in the same meeting. */
export interface Writing<Saved extends { version: number }> {
	/** Names this piece of writing; the fields are new with it. */
	token: string;
	/** What was saved when it began: a form is sent with the version that its writer has seen. */
	seen: Saved;
	isTouched: boolean;
}

/**
 * How a piece of writing goes on when the page hears something new. What has been taken is followed by a new one, and so is
 * what nobody has touched when somebody else saved in between. What is being typed stays, and is still sent with the version
 * that it began from; once refused for that, its writer has been told, and it follows what is saved now.
 *
 * @param begun what would begin now
 * @param taken the token of what the server took last, if any
 * @param refused the token of what the server refused last, if any
 */
export function goOn<Saved extends { version: number }>(
	writing: Writing<Saved>,
	{ begun, taken, refused }: { begun: Writing<Saved>; taken: string | null; refused: string | undefined },
): Writing<Saved> {
	if (taken === writing.token && begun.token !== writing.token) return begun;
	if (begun.seen.version === writing.seen.version) return writing;
	if (!writing.isTouched) return begun;
	return refused === writing.token ? { ...writing, seen: begun.seen } : writing;
}

/** Whether the text is a token of ours, to be said back in an address. */
export function isReceipt(text: string): boolean {
	return /^[\w:.-]{1,120}$/.test(text);
}

/** What the server made for this opening of the form, so that what is sent twice is one. */
export function uuidOf(token: string): string {
	return token.slice(token.lastIndexOf(".") + 1);
}
