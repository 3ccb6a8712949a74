/** The first words, cut between two of them; no longer than asked for. */
export function shortened(text: string, longest: number): string {
	if (text.length <= longest) return text;
	const words = text.slice(0, longest - 1);
	return `${words.slice(0, words.lastIndexOf(" ")).replace(/[\s,;:.–-]+$/, "")} …`;
}
