import { stockholmDate } from "#app/domain/dates.ts";
import { formatDate, formatPeriod, lowerFirst } from "#app/domain/format.ts";
import { RAPPORT_STATE_WORD, type RapportState } from "#app/domain/rapport.ts";
import { formatCode } from "#app/domain/verificationCode.ts";
import type { RapportContent } from "#app/rapport/content.ts";
import type { Furniture } from "./furniture.server.ts";
import type { Words } from "./lines.server.ts";
import { INK } from "./sheet.ts";

/** What every page of a report says: what it is a page of, how far it has come, and how to verify it. */
export function rapportFurniture(
	content: RapportContent,
	{ state, verifyUrl }: { state: RapportState; verifyUrl: string | null },
): Furniture {
	const { kommun, dokument, period, edition } = content;
	return {
		title: [
			kommun.name,
			dokument.title,
			lowerFirst(formatPeriod(period)),
			...(edition > 1 ? [`version ${edition}`] : []),
		],
		isExample: content.isExample,
		state: stateText(content, state),
		footer: footerText(content, verifyUrl),
	};
}

/** "Utkast", "Utkast: granskad, inte signerad" or "Signerad 24 september 2018". */
function stateText({ signature }: RapportContent, state: RapportState): string {
	if (signature) return `${RAPPORT_STATE_WORD.signerad} ${formatDate(stockholmDate(signature.signedAt))}`;
	return state === "utkast"
		? RAPPORT_STATE_WORD.utkast
		: `${RAPPORT_STATE_WORD.utkast}: ${RAPPORT_STATE_WORD[state].toLowerCase()}, inte signerad`;
}

function footerText({ signature }: RapportContent, verifyUrl: string | null): Words {
	if (!signature) return "Inte signerad. Siffror och text kan ändras.";
	return [
		{ text: "Kontrollkod " },
		{ text: formatCode(signature.code), isStrong: true, color: INK.text },
		...(verifyUrl ? [{ text: `\nKontrollera på ${addressOf(verifyUrl)}` }] : []),
	];
}

/** The address as somebody types it: the code is asked for there. */
function addressOf(verifyUrl: string): string {
	return verifyUrl.replace(/^https?:\/\//, "").replace(/[?#].*$/, "");
}
