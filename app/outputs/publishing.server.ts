import { stockholmDate } from "#app/domain/dates.ts";
import { formatDate, formatNumber, formatPeriod, lowerFirst } from "#app/domain/format.ts";
import { RAPPORT_PART_NAME } from "#app/domain/rapport.ts";
import { formatCode } from "#app/domain/verificationCode.ts";
import type { RapportContent } from "#app/rapport/content.ts";
import { findingOf, whenOf } from "#app/rapport/publicSummary.ts";
import { figureTable, type RapportTable } from "#app/rapport/tables.ts";
import { aktiviteterOf } from "#app/rapport/words.ts";
import { cellText } from "./figureCell.server.ts";

/** What the package for polisen.se or the kommun's own site says: the same words and figures as HTML and as plain text. */
export interface Publishing {
	/** "Medborgarlöfte för Sävsjö 2018: uppföljning för tertial 1 2018" */
	title: string;
	/** Whole sentences. */
	lead: string[];
	figures: { caption: string; columns: RapportTable["columns"]; rows: string[][] };
	/** What the parties write, in the order of the report; paragraphs without line breaks. */
	sections: { heading: string; parts: { term: string; paragraphs: string[] }[] }[];
	signed: string | null;
	code: string | null;
	verifyUrl: string | null;
	reportUrl: string;
}

/**
 * @param content the public content of a signed report
 * @param origin where this instance is reached, for the links
 * @throws RangeError for an internal content, which is not to be published
 */
export function publishingOf(content: RapportContent, { origin }: { origin: string }): Publishing {
	if (content.audience !== "offentlig") throw new RangeError("only the public content is published");
	const { dokument, period, signature, kommun } = content;
	const periodName = lowerFirst(formatPeriod(period));
	const { columns, rows } = figureTable(content);
	return {
		title: `${dokument.title}: uppföljning för ${periodName}`,
		lead: leadOf(content),
		figures: {
			caption: `Vad som var lovat och vad som blev gjort, ${whenOf(period)}`,
			columns,
			rows: rows.map((row) => row.map(shownCell)),
		},
		sections: [...bedomningar(content), ...aktivitetTexts(content)],
		signed: signature && `Signerad av ${lowerFirst(signature.title)} ${formatDate(stockholmDate(signature.signedAt))}.`,
		code: signature && formatCode(signature.code),
		verifyUrl: signature && `${origin}/kontrollera?kod=${signature.code}`,
		reportUrl: `${origin}/${kommun.slug}/rapport/${period.code}?dokument=${dokument.id}`,
	};
}

function leadOf({ summary, edition, rattelse }: RapportContent): string[] {
	const { withMinimum, withoutMinimum } = summary;
	const alsoWithout =
		withMinimum > 0 && withoutMinimum > 0
			? [
					withoutMinimum === 1
						? "En aktivitet har inget avtalat minimum."
						: `${formatNumber(withoutMinimum)} aktiviteter har inget avtalat minimum.`,
				]
			: [];
	const version = rattelse ? [`Detta är version ${edition}, en rättelse: ${oneLine(rattelse.reason)}`] : [];
	return [`${findingOf(summary)}.`, ...alsoWithout, ...version];
}

function bedomningar({ bedomningar }: RapportContent): Publishing["sections"] {
	const parts = bedomningar
		.filter(({ bedomning }) => bedomning.trim() !== "")
		.map(({ part, bedomning }) => ({ term: RAPPORT_PART_NAME[part], paragraphs: paragraphsOf(bedomning) }));
	return parts.length > 0 ? [{ heading: "Bedömning", parts }] : [];
}

function aktivitetTexts(content: RapportContent): Publishing["sections"] {
	return aktiviteterOf(content)
		.map(({ quotation, texts }) => ({
			heading: oneLine(quotation),
			parts: texts.flatMap(({ part, kommentar, orsak, nyPlan }) =>
				[
					{ term: `${RAPPORT_PART_NAME[part]}, kommentar`, text: kommentar },
					{ term: `${RAPPORT_PART_NAME[part]}, orsak`, text: orsak },
					{ term: `${RAPPORT_PART_NAME[part]}, ny plan`, text: nyPlan },
				]
					.filter(({ text }) => text.trim() !== "")
					.map(({ term, text }) => ({ term, paragraphs: paragraphsOf(text) })),
			),
		}))
		.filter(({ parts }) => parts.length > 0);
}

function shownCell(cell: string | number | null): string {
	if (cell === null) return "Ingen uppgift";
	return typeof cell === "number" ? formatNumber(cell) : cell;
}

function paragraphsOf(text: string): string[] {
	return cellText(text)
		.split(/\n+/)
		.map(oneLine)
		.filter((paragraph) => paragraph !== "");
}

function oneLine(text: string): string {
	return text.replace(/\s+/g, " ").trim();
}
