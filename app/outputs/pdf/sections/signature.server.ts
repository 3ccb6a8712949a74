import QRCode from "qrcode";
import { stockholmDate } from "#app/domain/dates.ts";
import { formatDate, listOf, lowerFirst } from "#app/domain/format.ts";
import { formatCode } from "#app/domain/verificationCode.ts";
import type { RapportContent } from "#app/rapport/content.ts";
import { definitions } from "../definitions.server.ts";
import type { Faces } from "../faces.server.ts";
import { type Atom, kept } from "../flow.server.ts";
import { breakLines } from "../lines.server.ts";
import { drawLine, type Paint } from "../paint.server.ts";
import { COLUMN, INK, TYPE } from "../sheet.ts";
import type { Tag } from "../tags.server.ts";
import { paragraph, sectionHeading } from "../textBlocks.server.ts";

interface Seal {
	sha256: string | null;
	verifyUrl: string | null;
}

const QR_SIDE = 104;
const BELOW_CODE = 6;
const CODE_STYLE = { size: 17, leading: 23, isStrong: true } as const;

/** Who has signed and how anybody can check it; before it is signed, what remains. */
export function signatureBlock(faces: Faces, document: Tag, content: RapportContent, seal: Seal): Atom[] {
	const sect = document.add("Sect");
	const title = sectionHeading(faces, sect, "Underskrift");
	const { signature } = content;
	if (!signature)
		return [
			...title,
			...paragraph(faces, sect.add("P"), "Rapporten är inte signerad.", { style: TYPE.lead, gap: 8, isKept: true }),
			...paragraph(faces, sect.add("P"), remainingOf(content), { gap: 4 }),
		];
	const day = formatDate(stockholmDate(signature.signedAt));
	const who = [lowerFirst(signature.title), signature.name].filter(Boolean).join(", ");
	return kept([
		...title,
		...paragraph(faces, sect.add("P"), `Signerad av ${who} den ${day}.`, { style: TYPE.lead, gap: 8 }),
		codeBlock(faces, sect, { code: signature.code, verifyUrl: seal.verifyUrl }),
		...definitions(
			faces,
			sect,
			[
				...(seal.sha256
					? [{ term: "Fingeravtryck (SHA-256)", description: seal.sha256.match(/.{1,8}/g)?.join(" ") ?? "" }]
					: []),
				{ term: "Signerad med nyckel", description: signature.keyId },
			],
			{ gap: 14, hasGround: true },
		),
		...paragraph(
			faces,
			sect.add("P"),
			"Det signerade innehållet ändras aldrig. Registreringar som görs efter signeringen räknas inte in, och fel rättas i en ny version.",
			{ style: { ...TYPE.small, color: INK.muted }, gap: 12 },
		),
	]);
}

/** The code in large letters, the address that verifies it, and both as a QR code. */
function codeBlock(faces: Faces, sect: Tag, { code, verifyUrl }: { code: string; verifyUrl: string | null }): Atom {
	const width = COLUMN.width - (verifyUrl ? QR_SIDE + 24 : 0);
	const label = breakLines(faces, "Kontrollkod", { ...TYPE.small, color: INK.muted }, width);
	const letters = breakLines(faces, formatCode(code), CODE_STYLE, width);
	const how = verifyUrl
		? breakLines(
				faces,
				"Skriv in koden, eller läs QR-koden med mobilen, för att se att rapporten är äkta och om den har ersatts av en senare version:",
				TYPE.body,
				width,
			)
		: [];
	const address = verifyUrl ? breakLines(faces, verifyUrl, { ...TYPE.body, color: INK.accent }, width) : [];
	const codeTag = sect.add("P");
	const howTag = sect.add("P");
	const link = howTag.add("Link", { alt: `Länk till ${verifyUrl ?? "kontrollen"}` });
	const qrTag = verifyUrl ? sect.add("Figure", { alt: `QR-kod som leder till ${verifyUrl}` }) : null;
	const text = [
		...label.map((line) => ({ line, style: { ...TYPE.small, color: INK.muted }, tag: codeTag, url: null })),
		...letters.map((line) => ({ line, style: CODE_STYLE, tag: codeTag, url: null })),
		...how.map((line) => ({ line, style: TYPE.body, tag: howTag, url: null })),
		...address.map((line) => ({ line, style: TYPE.body, tag: link, url: verifyUrl })),
	];
	const textHeight = text.reduce((height, { style }) => height + style.leading, 0) + BELOW_CODE;
	return {
		height: Math.max(textHeight, qrTag ? QR_SIDE : 0),
		gap: 16,
		isKept: true,
		draw: (paint, { x, y }) => {
			let top = y;
			for (const { line, style, tag, url } of text) {
				const at = { x, y: top, hasMore: url === null };
				paint.tags.mark(tag, () => drawLine(paint, line, style, at));
				if (url) paint.tags.link(tag, { x, y: top, width: line.width, height: style.leading, url });
				top += style.leading + (style === CODE_STYLE ? BELOW_CODE : 0);
			}
			if (qrTag && verifyUrl)
				paint.tags.mark(qrTag, () => drawQr(paint, verifyUrl, { x: x + COLUMN.width - QR_SIDE, y, side: QR_SIDE }));
		},
	};
}

/** One rectangle per row of neighbouring dark squares, so that no light seam shows between them. */
function drawQr({ doc }: Paint, text: string, { x, y, side }: { x: number; y: number; side: number }): void {
	const { modules } = QRCode.create(text, { errorCorrectionLevel: "M" });
	const unit = side / modules.size;
	for (let row = 0; row < modules.size; row += 1)
		for (let column = 0; column < modules.size; column += 1) {
			if (!modules.get(row, column)) continue;
			const start = column;
			while (column + 1 < modules.size && modules.get(row, column + 1)) column += 1;
			doc.rect(x + start * unit, y + row * unit, (column - start + 1) * unit, unit);
		}
	doc.fill("#000000");
}

function remainingOf({ authors, granskadAt }: RapportContent): string {
	if (granskadAt) return "Rådet har granskat den. Den ska signeras av den som undertecknar.";
	const isHandedIn = authors.every(({ klarAt }) => klarAt !== null);
	const steps = [
		...(isHandedIn ? [] : ["lämnas in av polisen och kommunen"]),
		"granskas av rådet",
		"signeras av den som undertecknar",
	];
	return `Den ska ${listOf(steps)}. Siffror och text kan ändras innan dess.`;
}
