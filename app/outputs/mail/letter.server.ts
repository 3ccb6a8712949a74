import type { LetterContent } from "#app/notiser/digest.ts";
import { letterHtml } from "./letterHtml.server.tsx";
import { letterText } from "./letterText.server.ts";
import { letterOf } from "./letterWords.ts";

/**
 * A weekly letter as it is sent: subject, plain text and HTML. All that anybody has written stands on one line and is
 * escaped.
 *
 * @param origin where this instance is reached, for the links
 */
export function renderLetter(
	content: LetterContent,
	{ origin, unsubscribeUrl }: { origin: string; unsubscribeUrl: string },
): { subject: string; text: string; html: string } {
	const letter = letterOf(content, { origin, unsubscribeUrl });
	return { subject: letter.subject, text: letterText(letter), html: letterHtml(letter) };
}
