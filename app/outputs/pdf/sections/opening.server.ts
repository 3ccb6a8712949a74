import { RAPPORT_PART_NAME } from "#app/domain/rapport.ts";
import { STATUS_SHAPE, STATUSES } from "#app/domain/status.ts";
import type { RapportContent } from "#app/rapport/content.ts";
import { factLines, figureTable, summaryLine } from "#app/rapport/tables.ts";
import { aktiviteterOf, aktivitetLabel, begardaBeslutOf, deviationsOf, periodWords } from "#app/rapport/words.ts";
import { definitions } from "../definitions.server.ts";
import type { Faces } from "../faces.server.ts";
import { type Atom, spaced } from "../flow.server.ts";
import { breakLines } from "../lines.server.ts";
import { drawGround, drawLine } from "../paint.server.ts";
import { statusBadge } from "../shapes.server.ts";
import { COLUMN, INK, TYPE } from "../sheet.ts";
import { table } from "../tableBlock.server.ts";
import type { Tag } from "../tags.server.ts";
import { heading, paragraph, prose, sectionHeading } from "../textBlocks.server.ts";

/** What the report is about, how it went on the whole, what deviates and what is asked of the council. */
export function opening(faces: Faces, document: Tag, content: RapportContent): Atom[] {
	return [
		...titleBlock(faces, document.add("Sect"), content),
		...summary(faces, document.add("Sect"), content),
		...overview(faces, document.add("Sect"), content),
	];
}

function titleBlock(faces: Faces, sect: Tag, content: RapportContent): Atom[] {
	const { kommun, dokument, rattelse, edition } = content;
	const eyebrow = { ...TYPE.label, color: INK.accent };
	return [
		...heading(faces, sect.add("P"), `Uppföljning av medborgarlöften i ${kommun.name}`, { style: eyebrow, gap: 0 }),
		...heading(faces, sect.add("H1"), dokument.title, { style: TYPE.title, gap: 6 }),
		...heading(faces, sect.add("P"), periodWords(content), { style: { ...TYPE.lead, color: INK.muted }, gap: 6 }),
		...(rattelse
			? paragraph(
					faces,
					sect.add("P"),
					[{ text: `Version ${edition}, en rättelse. `, isStrong: true }, { text: rattelse.reason }],
					{ gap: 12, rule: INK.accent },
				)
			: []),
		...definitions(faces, sect, factLines(content), { gap: 20, style: { size: 8.75, leading: 12.5 } }),
	];
}

function summary(faces: Faces, sect: Tag, content: RapportContent): Atom[] {
	return [
		...sectionHeading(faces, sect, "Sammanfattning"),
		panel(faces, sect, content),
		...deviations(faces, sect, content),
		...bedomningar(faces, sect, content),
		...begardaBeslut(faces, sect, content),
	];
}

const PANEL = { padding: 14, size: { size: 20, leading: 26, isStrong: true } } as const;

/** Wide, and still a place where a line may be broken. */
const BETWEEN_COUNTS = "\u00a0\u00a0\u00a0\u00a0 ";

/** "5 av 7 nådda", and how many there are of each status. */
function panel(faces: Faces, sect: Tag, content: RapportContent): Atom {
	const width = COLUMN.width - 2 * PANEL.padding;
	const [finding] = breakLines(faces, summaryLine(content), PANEL.size, width);
	const aktiviteter = aktiviteterOf(content);
	const counts = STATUSES.map((status) => ({
		status,
		count: aktiviteter.filter((aktivitet) => aktivitet.status === status).length,
	})).filter(({ count }) => count > 0);
	const pieces = counts.map(({ status, count }) => ({
		text: `${statusBadge(status)}\u00a0${count}${BETWEEN_COUNTS}`,
	}));
	const tally = counts.length > 0 ? breakLines(faces, pieces, TYPE.body, width) : [];
	const height = 2 * PANEL.padding + PANEL.size.leading + (tally.length > 0 ? 4 + tally.length * TYPE.body.leading : 0);
	const said = { finding: sect.add("P"), tally: sect.add("P") };
	return {
		height,
		gap: 8,
		isKept: false,
		draw: (paint, { x, y }) => {
			drawGround(paint, { x, y, width: COLUMN.width, height, color: INK.sunken, radius: 4 });
			const left = x + PANEL.padding;
			const top = y + PANEL.padding;
			if (finding) paint.tags.mark(said.finding, () => drawLine(paint, finding, PANEL.size, { x: left, y: top }));
			for (const [index, line] of tally.entries())
				paint.tags.mark(said.tally, () =>
					drawLine(paint, line, TYPE.body, {
						x: left,
						y: top + PANEL.size.leading + 4 + index * TYPE.body.leading,
						hasMore: true,
					}),
				);
		},
	};
}

function deviations(faces: Faces, sect: Tag, content: RapportContent): Atom[] {
	const all = deviationsOf(content);
	if (all.length === 0) return [];
	return [
		...heading(faces, sect.add("H3"), "Det som avviker", { style: TYPE.subheading, gap: 16 }),
		...table(
			faces,
			sect,
			{
				columns: [{ label: "Aktivitet" }, { label: "Status" }, { label: "Utfall" }],
				rows: all.map(({ id, quotation, status, measures }) => [
					[{ text: `${aktivitetLabel(content, id)}: `, isStrong: true }, { text: quotation }],
					statusBadge(status),
					measures.map((measure) => measure.figure).join("\n"),
				]),
			},
			{ gap: 4 },
		),
	];
}

function bedomningar(faces: Faces, sect: Tag, { bedomningar: all }: RapportContent): Atom[] {
	const written = all.filter(({ bedomning }) => bedomning.trim() !== "");
	if (written.length === 0) return [];
	return [
		...heading(faces, sect.add("H3"), "Bedömning", { style: TYPE.subheading, gap: 16 }),
		...written.flatMap(({ part, bedomning }, index) => [
			...heading(faces, sect.add("H4"), RAPPORT_PART_NAME[part], {
				style: { ...TYPE.label, color: INK.muted },
				gap: index === 0 ? 4 : 10,
			}),
			...prose(faces, sect, bedomning, { gap: 1 }),
		]),
	];
}

function begardaBeslut(faces: Faces, sect: Tag, content: RapportContent): Atom[] {
	const asked = begardaBeslutOf(content);
	if (asked.length === 0) return [];
	return [
		...heading(faces, sect.add("H3"), "Begärda beslut", { style: TYPE.subheading, gap: 16 }),
		...asked.flatMap(({ who, text }, index) =>
			spaced(prose(faces, sect, `${who}: ${text}`, { rule: INK.accent }), index === 0 ? 4 : 8),
		),
	];
}

/** The table of the whole: the page's own, with what is counted written under the aktivitet to spare two columns. */
function overview(faces: Faces, sect: Tag, content: RapportContent): Atom[] {
	const { title, columns, rows } = figureTable(content);
	const statuses = aktiviteterOf(content).flatMap(({ measures }) => measures.map(({ status }) => status));
	if (rows.length === 0) return [];
	return [
		...sectionHeading(faces, sect, title),
		...table(
			faces,
			sect,
			{
				columns: columns.filter((_, index) => index !== 1 && index !== 2),
				rows: rows.map(([quotation, name, unit, word, ...figures], index) => {
					const status = statuses[index];
					return [
						[{ text: String(quotation) }, { text: `\n${name}, i ${unit}`, color: INK.muted }],
						status ? `${STATUS_SHAPE[status]}\u00a0${word}` : (word ?? null),
						...figures,
					];
				}),
			},
			{ style: TYPE.tiny },
		),
	];
}
