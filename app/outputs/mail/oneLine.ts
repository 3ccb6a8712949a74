/** Nothing that is typed may begin a line of its own, in the text or among the headers. */
export function oneLine(text: string): string {
	return text.replace(/[\s\p{C}\p{Zl}\p{Zp}]+/gu, " ").trim();
}
