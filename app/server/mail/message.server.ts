import MailComposer from "nodemailer/lib/mail-composer";
import type { ClaimedLetter } from "#app/commands/claimLetter.server.ts";
import type { IsoInstant } from "#app/domain/dates.ts";
import { oneLine } from "#app/outputs/mail/oneLine.ts";
import type { MailSettings } from "./mailSettings.ts";

/**
 * The letter as it travels: both forms of it, and the headers by which programs know that nobody typed it and how to get
 * no more of them with one click (RFC 3834, 8058).
 */
export async function messageOf(
	{ messageId, subject, text, html, unsubscribeUrl, person }: ClaimedLetter,
	{ from, now }: { from: MailSettings["from"]; now: IsoInstant },
): Promise<Buffer> {
	const composer = new MailComposer({
		from,
		to: { name: oneLine(person.name), address: person.email },
		subject,
		text,
		html,
		messageId,
		date: new Date(now),
		headers: {
			// Prepared: an address that is folded or encoded would be no address.
			"List-Unsubscribe": { prepared: true, value: `<${unsubscribeUrl}>` },
			...(unsubscribeUrl.startsWith("https:") && { "List-Unsubscribe-Post": "List-Unsubscribe=One-Click" }),
			"Auto-Submitted": "auto-generated",
			"Content-Language": "sv",
		},
		disableFileAccess: true,
		disableUrlAccess: true,
	});
	return composer.compile().build();
}
