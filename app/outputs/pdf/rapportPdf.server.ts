import { RAPPORT_STATE_WORD, type RapportState } from "#app/domain/rapport.ts";
import type { RapportContent } from "#app/rapport/content.ts";
import { periodWords } from "#app/rapport/words.ts";
import type { Faces } from "./faces.server.ts";
import type { Atom } from "./flow.server.ts";
import { pdfFile } from "./pdfFile.server.ts";
import { rapportFurniture } from "./rapportFurniture.server.ts";
import { aktivitetBlock } from "./sections/aktivitet.server.ts";
import { closing } from "./sections/closing.server.ts";
import { opening } from "./sections/opening.server.ts";
import { signatureBlock } from "./sections/signature.server.ts";
import { INK } from "./sheet.ts";
import type { Tag } from "./tags.server.ts";
import { paragraph, prose, sectionHeading } from "./textBlocks.server.ts";

interface PdfOptions {
	/** How far the report has come; decides whether its pages say "Utkast". */
	state: RapportState;
	/** Of the very content that is printed, and where it can be verified; null until it is signed. */
	sha256: string | null;
	verifyUrl: string | null;
}

/**
 * The report on A4: tagged, in Swedish, with its fonts within, drawn without a browser. The same content with the same
 * options always gives the same bytes. What the public content leaves out is left out here as well.
 *
 * @throws RangeError when a chart is drawn with something that has no counterpart on paper
 */
export async function rapportPdf(content: RapportContent, options: PdfOptions): Promise<Uint8Array> {
	const { kommun, dokument, period, signature } = content;
	return pdfFile(
		{
			title: `${dokument.title}. Uppföljning, ${periodWords(content)}`,
			author: kommun.name,
			subject: "Uppföljning av medborgarlöften",
			// The day is the signature's or, before that, the last of the period.
			createdAt: new Date(signature?.signedAt ?? `${period.to}T00:00:00.000Z`),
			furniture: rapportFurniture(content, options),
			watermark: signature ? null : RAPPORT_STATE_WORD.utkast,
		},
		(faces, document) => atomsOf(faces, document, content, options),
	);
}

/** Contents and order of PRODUCT §3.6. */
function atomsOf(faces: Faces, document: Tag, content: RapportContent, options: PdfOptions): Atom[] {
	return [
		...opening(faces, document, content),
		...lagesbild(faces, document, content),
		...groups(faces, document, content),
		...closing(faces, document, content),
		...signatureBlock(faces, document, content, options),
	];
}

function lagesbild(faces: Faces, document: Tag, { dokument }: RapportContent): Atom[] {
	if (!dokument.lagesbild?.trim()) return [];
	const sect = document.add("Sect");
	return [
		...sectionHeading(faces, sect, "Lägesbild"),
		...prose(faces, sect.add("BlockQuote"), unbroken(dokument.lagesbild), { rule: INK.line, gap: 6 }),
	];
}

/** A line that goes on with a small letter was broken by the width of the paper that it was signed on. */
function unbroken(text: string): string {
	return text.replace(/[ \t]*\r?\n(?=\p{Ll})/gu, " ");
}

function groups(faces: Faces, document: Tag, content: RapportContent): Atom[] {
	let number = 0;
	let lofte = 0;
	return content.groups.flatMap(({ lofteId, quotation, aktiviteter }) => {
		const sect = document.add("Sect");
		if (lofteId !== null) lofte += 1;
		return [
			...(lofteId === null || quotation === null
				? sectionHeading(faces, sect, quotation ?? "Aktiviteter")
				: [
						...sectionHeading(faces, sect, `Löfte ${lofte}`),
						...paragraph(faces, sect.add("BlockQuote"), quotation, {
							rule: INK.accent,
							gap: 6,
							style: { size: 11, leading: 16 },
							isKept: true,
						}),
					]),
			...aktiviteter.flatMap((aktivitet, index) => {
				number += 1;
				return aktivitetBlock(faces, sect, content, { aktivitet, number, isFirst: index === 0 });
			}),
		];
	});
}
