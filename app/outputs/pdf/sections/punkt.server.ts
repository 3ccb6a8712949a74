import type { ProtokollPunkt, ProtokollTable } from "#app/mote/protokoll.ts";
import type { Faces } from "../faces.server.ts";
import type { Atom } from "../flow.server.ts";
import { INK, TYPE } from "../sheet.ts";
import { table } from "../tableBlock.server.ts";
import type { Tag } from "../tags.server.ts";
import { heading, paragraph, prose, sectionHeading } from "../textBlocks.server.ts";

const LABEL = { style: TYPE.label, gap: 10 };

/** An item of the agenda: what it is about, what was said, what was decided and who does it. */
export function punktBlock(faces: Faces, sect: Tag, punkt: ProtokollPunkt): Atom[] {
	const { number, title, lines, quotation, rapport, atgarder, anteckning, beslut, nyaAtgarder, outcome } = punkt;
	return [
		...sectionHeading(faces, sect, `${number}  ${title}`),
		...(quotation ? prose(faces, sect.add("BlockQuote"), quotation, { rule: INK.line }) : []),
		...lines.flatMap((line, index) => paragraph(faces, sect.add("P"), line, { gap: index === 0 ? 6 : 4 })),
		...(rapport ? rapportAtoms(faces, sect, rapport) : []),
		...tableAtoms(faces, sect, atgarder),
		...(anteckning ? written(faces, sect, { label: "Anteckning", text: anteckning }) : []),
		...beslutAtoms(faces, sect, beslut),
		...tableAtoms(faces, sect, nyaAtgarder),
		...(outcome ? paragraph(faces, sect.add("P"), outcome, { gap: 10, style: { ...TYPE.body, isStrong: true } }) : []),
	];
}

function rapportAtoms(faces: Faces, sect: Tag, rapport: NonNullable<ProtokollPunkt["rapport"]>): Atom[] {
	const { name, finding, begardaBeslut } = rapport;
	return [
		...paragraph(faces, sect.add("P"), [{ text: `${name}: ` }, { text: `${finding}.`, isStrong: true }]),
		...begardaBeslut.flatMap(({ term, text }) => written(faces, sect, { label: term, text })),
	];
}

/** What somebody has written, under its name. */
function written(faces: Faces, sect: Tag, { label, text }: { label: string; text: string }): Atom[] {
	return [...heading(faces, sect.add("H3"), label, LABEL), ...prose(faces, sect, text, { gap: 2 })];
}

function beslutAtoms(faces: Faces, sect: Tag, beslut: ProtokollPunkt["beslut"]): Atom[] {
	if (beslut.length === 0) return [];
	return [
		...heading(faces, sect.add("H3"), "Beslut", LABEL),
		...beslut.flatMap(({ number, text }) => {
			const [first = "", ...rest] = text.split(/\r?\n/);
			const pieces = [{ text: `${number}  `, isStrong: true }, { text: first }];
			return [
				...paragraph(faces, sect.add("P"), pieces, { gap: 4, rule: INK.accent }),
				...prose(faces, sect, rest.join("\n"), { gap: 0, rule: INK.accent }),
			];
		}),
	];
}

function tableAtoms(faces: Faces, sect: Tag, data: ProtokollTable | null): Atom[] {
	if (!data) return [];
	const { caption, columns, rows } = data;
	return [
		...heading(faces, sect.add("H3"), caption, LABEL),
		...table(faces, sect, { columns: columns.map((label) => ({ label })), rows }, { gap: 3 }),
	];
}
