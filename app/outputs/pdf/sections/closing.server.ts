import type { RapportContent } from "#app/rapport/content.ts";
import { rapportTables } from "#app/rapport/tables.ts";
import { outcomesOf } from "#app/rapport/words.ts";
import type { Faces } from "../faces.server.ts";
import type { Atom } from "../flow.server.ts";
import { TYPE } from "../sheet.ts";
import { table } from "../tableBlock.server.ts";
import type { Tag } from "../tags.server.ts";
import { heading, paragraph, sectionHeading } from "../textBlocks.server.ts";

/** The indicators, what is still open, what comes next, and what the council has said; what is empty is left out. */
export function closing(faces: Faces, document: Tag, content: RapportContent): Atom[] {
	const tables = rapportTables(content);
	return [
		...outcomes(faces, document, content),
		...["atgarder", "nasta", "synpunkter"].flatMap((key) => {
			const found = tables.find((one) => one.key === key);
			if (!found) return [];
			const sect = document.add("Sect");
			return [...sectionHeading(faces, sect, found.title), ...table(faces, sect, found)];
		}),
	];
}

function outcomes(faces: Faces, document: Tag, content: RapportContent): Atom[] {
	const measures = outcomesOf(content);
	if (measures.length === 0) return [];
	const sect = document.add("Sect");
	return [
		...sectionHeading(faces, sect, "Utfall mot utgångsläget"),
		...paragraph(faces, sect.add("P"), "Siffrorna visar utveckling, inte orsak.", { gap: 4, isKept: true }),
		...measures.flatMap((measure) => [
			...heading(faces, sect.add("H3"), measure.headline, { style: TYPE.finding, gap: 12 }),
			...(measure.table
				? table(faces, sect, measure.table, { gap: 4 })
				: paragraph(faces, sect.add("P"), measure.figure)),
		]),
	];
}
