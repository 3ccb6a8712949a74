import type { Letter } from "./letterWords.ts";

/** The letter for those who read mail as plain text. */
export function letterText({ greeting, lead, groups, besides, all, reason, unsubscribe }: Letter): string {
	const parts = [
		greeting,
		lead,
		...groups.map(({ heading, lines }) =>
			[heading.toUpperCase(), ...lines.map(({ title, why, url }) => `- ${title}\n  ${why}\n  ${url}`)].join("\n\n"),
		),
		...besides,
		`${all.label}:\n${all.url}`,
		`-- \n${reason}`,
		`${unsubscribe.label}:\n${unsubscribe.url}`,
	];
	return `${parts.join("\n\n")}\n`;
}
