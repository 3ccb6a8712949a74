import { formatDate } from "#app/domain/format.ts";
import type { MoteState } from "#app/domain/mote.ts";
import type { MoteContent } from "#app/mote/content.ts";
import { type Protokoll, protokollOf } from "#app/mote/protokoll.ts";
import { footWords } from "#app/mote/protokollWords.ts";
import { definitions } from "./definitions.server.ts";
import type { Faces } from "./faces.server.ts";
import { type Atom, kept } from "./flow.server.ts";
import { pdfFile } from "./pdfFile.server.ts";
import { punktBlock } from "./sections/punkt.server.ts";
import { INK, TYPE } from "./sheet.ts";
import { signatureLines } from "./signatureLines.server.ts";
import type { Tag } from "./tags.server.ts";
import { heading, paragraph, sectionHeading } from "./textBlocks.server.ts";

/** The word across the pages; an agenda is what it is, and minutes stand. */
const WATERMARK: Record<MoteState, string | null> = {
	planerat: null,
	oppet: "Utkast",
	avslutat: null,
	installt: "Inställt",
};

/**
 * A meeting's agenda or minutes on A4, by how far it has come: tagged, in Swedish, with its fonts within. The same content
 * always gives the same bytes.
 *
 * @param installtReason why it was called off, where it was
 */
export async function motePdf(
	content: MoteContent,
	{ installtReason }: { installtReason: string | null },
): Promise<Uint8Array> {
	const { kommun, title, heldOn, state, closedAt, isExample } = content;
	const protokoll = protokollOf(content, { installtReason });
	return pdfFile(
		{
			title: `${protokoll.heading}. ${protokoll.lead}`,
			author: kommun.name,
			subject: "Möte om medborgarlöften",
			// The instant of the minutes or, before that, the day of the meeting.
			createdAt: new Date(closedAt ?? `${heldOn}T00:00:00.000Z`),
			furniture: {
				title: [kommun.name, formatDate(heldOn), title],
				isExample,
				state: protokoll.heading,
				footer: footWords(content),
			},
			watermark: WATERMARK[state],
		},
		(faces, document) => atomsOf(faces, document, { protokoll, content }),
	);
}

function atomsOf(
	faces: Faces,
	document: Tag,
	{ protokoll, content }: { protokoll: Protokoll; content: MoteContent },
): Atom[] {
	return [
		...titleBlock(faces, document.add("Sect"), { protokoll, content }),
		...protokoll.punkter.flatMap((punkt) => punktBlock(faces, document.add("Sect"), punkt)),
		...ending(faces, document, protokoll),
	];
}

function titleBlock(
	faces: Faces,
	sect: Tag,
	{ protokoll, content }: { protokoll: Protokoll; content: MoteContent },
): Atom[] {
	const eyebrow = { ...TYPE.label, color: INK.accent };
	const lead = { ...TYPE.lead, color: INK.muted };
	return [
		...heading(faces, sect.add("P"), `Medborgarlöften i ${content.kommun.name}`, { style: eyebrow, gap: 0 }),
		...heading(faces, sect.add("H1"), protokoll.heading, { style: TYPE.title, gap: 6 }),
		...heading(faces, sect.add("P"), protokoll.lead, { style: lead, gap: 6 }),
		...definitions(faces, sect, protokoll.facts, { gap: 20, style: { size: 8.75, leading: 12.5 } }),
	];
}

/** When it was opened and closed, and where those sign who confirm the minutes. */
function ending(faces: Faces, document: Tag, { closing, justering }: Protokoll): Atom[] {
	const sect = document.add("Sect");
	return kept([
		...sectionHeading(faces, sect, "Mötet"),
		...closing.flatMap((sentence, index) =>
			paragraph(faces, sect.add("P"), sentence, { gap: index === 0 ? 8 : 4, isKept: true }),
		),
		...(justering ? signatureLines(faces, sect, justering) : []),
	]);
}
