import type { KommunContext } from "#app/http/protect.server.ts";
import { type MoteFormat, moteFile } from "#app/outputs/moteFile.server.ts";
import { findAskedMote } from "#app/routes/intern.$kommun.mote.$id._index/askedMote.server.ts";

/**
 * The meeting that the page at the same address shows, as a file: its agenda or a draft of its minutes as they stand now,
 * or the minutes that closing it froze.
 */
export function protokollFile(format: MoteFormat) {
	return async (context: KommunContext): Promise<Response> => {
		const { content, mote } = await findAskedMote(context);
		return moteFile(format, { content, installtReason: mote.installtReason });
	};
}
