import type { RapportContent, RapportMeasure } from "#app/rapport/content.ts";
import { figureTable } from "#app/rapport/tables.ts";
import { aktiviteterOf } from "#app/rapport/words.ts";
import { chartAtoms } from "../chart/chartAtoms.server.ts";
import { definitions } from "../definitions.server.ts";
import type { Faces } from "../faces.server.ts";
import { type Atom, kept } from "../flow.server.ts";
import { breakLines } from "../lines.server.ts";
import { drawLine, drawRule } from "../paint.server.ts";
import { COLUMN, INK, TYPE } from "../sheet.ts";
import { cellText, table } from "../tableBlock.server.ts";
import type { Tag } from "../tags.server.ts";
import { heading, paragraph } from "../textBlocks.server.ts";

/** How an aktivitet stands by one mått: the rule, the figures, the finding with its chart, and the chart's table. */
export function measureBlock(
	faces: Faces,
	sect: Tag,
	content: RapportContent,
	{ measure, hasSiblings }: { measure: RapportMeasure; hasSiblings: boolean },
): Atom[] {
	const { name, agreed, rakneregel, headline, remarks, chart, table: figures } = measure;
	/** Then the finding belongs to the numbers above it; else to the drawing below it. */
	const isFindingAlone = chart === null && figures === null;
	const rule = [
		...(hasSiblings ? heading(faces, sect.add("H4"), `Mått: ${name}`, { style: TYPE.finding, gap: 16 }) : []),
		...definitions(
			faces,
			sect,
			[
				...(hasSiblings ? [] : [{ term: "Mått", description: name }]),
				{ term: "Avtalat", description: agreed },
				{ term: "Vad räknas?", description: rakneregel },
			],
			{ gap: 8, hasGround: true, isKept: true },
		),
	];
	const numbers = strip(faces, sect, content, measure);
	const finding = [
		...heading(faces, sect.add(hasSiblings ? "P" : "H4"), headline, { style: TYPE.finding, gap: 12 }),
		...(remarks.length > 0
			? paragraph(faces, sect.add("P"), remarks.join(" "), {
					style: { ...TYPE.small, color: INK.muted },
					gap: 2,
					isKept: true,
				})
			: []),
	];
	return [
		...rule,
		...(isFindingAlone ? kept([...numbers, ...finding]) : [...numbers, ...finding]),
		...chartOf(faces, sect, measure),
		...(figures ? table(faces, sect, figures, { gap: 10 }) : []),
	];
}

function chartOf(faces: Faces, sect: Tag, { kind, chart, headline, table: figures }: RapportMeasure): Atom[] {
	if (chart === null) return [];
	const alt = `Diagram: ${headline}.${figures ? " Siffrorna står i tabellen efter diagrammet." : ""}`;
	const atoms = chartAtoms(faces, sect.add("Figure", { alt }), { kind, chart }, { width: COLUMN.width, gap: 8 });
	return kept(atoms, { withNext: figures !== null });
}

const LABEL = { ...TYPE.tiny, color: INK.muted };
const VALUE = { size: 12, leading: 16, isStrong: true };
const NO_VALUE = { size: 9, leading: 16, color: INK.muted };

/** The measure's own numbers in the row of the report's table, with the table's own labels. */
function strip(faces: Faces, sect: Tag, content: RapportContent, measure: RapportMeasure): Atom[] {
	const { columns, rows } = figureTable(content);
	const row =
		rows[
			aktiviteterOf(content)
				.flatMap(({ measures }) => measures)
				.indexOf(measure)
		];
	const cells = columns.flatMap(({ label, isNumeric }, index) =>
		isNumeric && row
			? [{ label, value: cellText(row[index] ?? null), style: typeof row[index] === "number" ? VALUE : NO_VALUE }]
			: [],
	);
	if (cells.length === 0) return [];
	const width = COLUMN.width / cells.length;
	const height = LABEL.leading + VALUE.leading + 4;
	const tag = sect.add("Table");
	const [head, body] = [tag.add("THead").add("TR"), tag.add("TBody").add("TR")];
	const set = cells.map(({ label, value, style }) => ({
		style,
		label: breakLines(faces, label, LABEL, width - 8)[0],
		value: breakLines(faces, value, style, width - 8)[0],
		tags: { label: head.add("TH", { scope: "Column" }), value: body.add("TD") },
	}));
	return [
		{
			height,
			gap: 10,
			isKept: false,
			draw: (paint, { x, y }) => {
				for (const [index, { label, tags }] of set.entries())
					if (label) paint.tags.mark(tags.label, () => drawLine(paint, label, LABEL, { x: x + index * width, y }));
				for (const [index, { value, style, tags }] of set.entries())
					if (value)
						paint.tags.mark(tags.value, () =>
							drawLine(paint, value, style, { x: x + index * width, y: y + LABEL.leading }),
						);
				drawRule(paint, { x, y: y + height, width: COLUMN.width });
			},
		},
	];
}
