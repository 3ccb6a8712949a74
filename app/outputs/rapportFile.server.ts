import { isSigned, RAPPORT_STATE_WORD, type RapportState } from "#app/domain/rapport.ts";
import type { RapportContent } from "#app/rapport/content.ts";
import type { RapportFormat } from "#app/rapport/rapportFormats.ts";
import { sealFile, unsealedFile } from "#app/seal/sealedFile.server.ts";
import { attachment } from "./attachment.server.ts";
import { rapportPdf } from "./pdf/rapportPdf.server.ts";
import { rapportCsv } from "./rapportCsv.server.ts";
import { rapportXlsx } from "./rapportXlsx.server.ts";
import { RenderedFiles } from "./renderedFiles.server.ts";

const MEDIA_TYPE: Record<RapportFormat, string> = {
	pdf: "application/pdf",
	xlsx: "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet",
	csv: "text/csv; charset=utf-8; header=present",
	json: "application/json; charset=utf-8",
};

/** What a file of a report is made from. */
export interface RapportFileSource {
	/** What was signed, once it is; the internal or the public content, which is what the file will say. */
	content: RapportContent;
	/** The seal of this very content, and the content as the text that was signed; null until it is signed. */
	seal: { canonicalContent: string; sha256: string; signature: string; keyId: string } | null;
	state: RapportState;
	/** Where this instance is reached, for the address that verifies. */
	origin: string;
}

/**
 * The report as a file to save, in the answer to a request for it. The JSON of a signed report is the sealed file that
 * `/kontrollera` knows again to the byte; that of one that is not signed is the same form, without signature.
 */
export async function rapportFile(format: RapportFormat, source: RapportFileSource): Promise<Response> {
	return new Response(await renderedOf(format, source), {
		headers: {
			"Content-Type": MEDIA_TYPE[format],
			"Content-Disposition": dispositionOf(format, source),
			"Cache-Control": "no-store",
		},
	});
}

/** What was signed never changes, so neither do its files. A PDF takes a second of the processor that everybody shares. */
const rendered = new RenderedFiles();

async function renderedOf(format: RapportFormat, source: RapportFileSource): Promise<BodyInit> {
	const { content, seal, origin } = source;
	return seal ? rendered.once([format, origin, seal, content], () => bytesOf(format, source)) : bytesOf(format, source);
}

async function bytesOf(format: RapportFormat, { content, seal, state, origin }: RapportFileSource): Promise<BodyInit> {
	switch (format) {
		case "pdf": {
			const { signature } = content;
			const verifyUrl = signature && `${origin}/kontrollera?kod=${signature.code}`;
			return new Uint8Array(await rapportPdf(content, { state, verifyUrl, sha256: seal?.sha256 ?? null }));
		}
		case "xlsx":
			return new Uint8Array(await rapportXlsx(content));
		case "csv":
			return rapportCsv(content);
		case "json":
			return seal ? sealFile({ ...seal, content: seal.canonicalContent }) : unsealedFile(content);
	}
}

/**
 * `medborgarlofte-savsjo-2018-T1-version-1.pdf`, and before it is signed also how far it has come, so that a draft on a disk
 * is not taken for the report.
 */
function dispositionOf(format: RapportFormat, { content, state }: RapportFileSource): string {
	const { kommun, period, edition } = content;
	const progress = isSigned(state) ? "" : `-${RAPPORT_STATE_WORD[state].toLowerCase()}`;
	const end = `-${period.code}-version-${edition}${progress}.${format}`;
	return attachment({ noun: "medborgarlöfte", kommun: kommun.name, end });
}
