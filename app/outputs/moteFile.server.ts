import type { MoteState } from "#app/domain/mote.ts";
import type { MoteContent } from "#app/mote/content.ts";
import { attachment } from "./attachment.server.ts";
import { moteText } from "./moteText.server.ts";
import { motePdf } from "./pdf/motePdf.server.ts";
import { RenderedFiles } from "./renderedFiles.server.ts";

export type MoteFormat = "pdf" | "txt";

const MEDIA_TYPE: Record<MoteFormat, string> = {
	pdf: "application/pdf",
	txt: "text/plain; charset=utf-8",
};

/** What the file is called, so that a draft on a disk is not taken for the minutes. */
const FILE_NAME: Record<MoteState, string> = {
	planerat: "dagordning",
	oppet: "protokollutkast",
	avslutat: "protokoll",
	installt: "inställt-möte",
};

/** What a file of a meeting is made from. */
export interface MoteFileSource {
	/** The minutes once it is closed, before that as it stands now. */
	content: MoteContent;
	/** Why it was called off, where it was. */
	installtReason: string | null;
}

/** The meeting's agenda or minutes as a file to save, in the answer to a request for it. */
export async function moteFile(format: MoteFormat, source: MoteFileSource): Promise<Response> {
	const { kommun, heldOn, state } = source.content;
	return new Response(await renderedOf(format, source), {
		headers: {
			"Content-Type": MEDIA_TYPE[format],
			"Content-Disposition": attachment({
				noun: FILE_NAME[state],
				kommun: kommun.name,
				end: `-${heldOn}.${format}`,
			}),
			"Cache-Control": "no-store",
		},
	});
}

/** Minutes never change, so neither do their files. */
const rendered = new RenderedFiles();

async function renderedOf(format: MoteFormat, source: MoteFileSource): Promise<BodyInit> {
	const { content, installtReason } = source;
	if (format === "txt") return moteText(content, { installtReason });
	const render = async () => new Uint8Array(await motePdf(content, { installtReason }));
	return content.state === "avslutat" ? rendered.once(content, render) : render();
}
