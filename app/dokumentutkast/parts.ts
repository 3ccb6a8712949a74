/** `polis` and `kommun` by any of their names; another part by its own. */
export function namedAsPart(name: string): string {
	const tidy = name.normalize("NFC").trim().replace(/\s+/g, " ");
	if (/^polis(en|myndigheten)?$/i.test(tidy)) return "polis";
	return /^kommun(en)?$/i.test(tidy) ? "kommun" : tidy;
}

/** "polisen", "kommunen", or the part's own name. */
export function partName(part: string): string {
	if (part === "polis") return "polisen";
	return part === "kommun" ? "kommunen" : part;
}
