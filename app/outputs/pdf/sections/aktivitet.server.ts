import { BIPRODUKT_NAME } from "#app/domain/biprodukter.ts";
import { countOf, formatNumber, formatWeek, listOf } from "#app/domain/format.ts";
import { RAPPORT_PART_NAME } from "#app/domain/rapport.ts";
import type { RapportAktivitet, RapportContent } from "#app/rapport/content.ts";
import { type Definition, definitions } from "../definitions.server.ts";
import type { Faces } from "../faces.server.ts";
import { type Atom, kept, spaced } from "../flow.server.ts";
import { breakLines } from "../lines.server.ts";
import { drawLine } from "../paint.server.ts";
import { statusBadge } from "../shapes.server.ts";
import { COLUMN, INK, TYPE } from "../sheet.ts";
import type { Tag } from "../tags.server.ts";
import { heading, paragraph, prose } from "../textBlocks.server.ts";
import { measureBlock } from "./measure.server.ts";

/** One aktivitet: what was agreed, how each of its mått stands, what the parties say, where and when, what deviates. */
export function aktivitetBlock(
	faces: Faces,
	parent: Tag,
	content: RapportContent,
	{ aktivitet, number, isFirst }: { aktivitet: RapportAktivitet; number: number; isFirst: boolean },
): Atom[] {
	const sect = parent.add("Sect");
	const { quotation, parter, measures } = aktivitet;
	return [
		badgeLine(faces, sect, { aktivitet, number, gap: isFirst ? 14 : 30 }),
		...heading(faces, sect.add("H3"), quotation, { style: TYPE.subheading, gap: 2 }),
		...(parter.length > 0
			? paragraph(faces, sect.add("P"), `Ansvariga: ${listOf(parter)}`, {
					style: { ...TYPE.small, color: INK.muted },
					gap: 3,
					isKept: true,
				})
			: []),
		...measures.flatMap((measure) => measureBlock(faces, sect, content, { measure, hasSiblings: measures.length > 1 })),
		...comments(faces, sect, aktivitet),
		...circumstances(faces, sect, aktivitet),
		...deviation(faces, sect, aktivitet),
	];
}

/** "Aktivitet 3" and, at the right, the status: one shape and one word. */
function badgeLine(
	faces: Faces,
	sect: Tag,
	{ aktivitet: { status }, number, gap }: { aktivitet: RapportAktivitet; number: number; gap: number },
): Atom {
	const numberStyle = { ...TYPE.label, color: INK.muted };
	const badgeStyle = { ...TYPE.finding, size: 9.5 };
	const [name] = breakLines(faces, `Aktivitet ${number}`, numberStyle, COLUMN.width);
	const [badge] = breakLines(faces, statusBadge(status), badgeStyle, COLUMN.width);
	const tags = { name: sect.add("P"), badge: sect.add("P") };
	return {
		height: badgeStyle.leading,
		gap,
		isKept: true,
		draw: (paint, { x, y }) => {
			if (name) paint.tags.mark(tags.name, () => drawLine(paint, name, numberStyle, { x, y: y + 1.5 }));
			if (badge)
				paint.tags.mark(tags.badge, () => drawLine(paint, badge, badgeStyle, { x: x + COLUMN.width - badge.width, y }));
		},
	};
}

function comments(faces: Faces, sect: Tag, { texts }: RapportAktivitet): Atom[] {
	return texts
		.filter(({ kommentar }) => kommentar.trim() !== "")
		.flatMap(({ part, kommentar }) => [
			...heading(faces, sect.add("H4"), `${RAPPORT_PART_NAME[part]}s kommentar`, { style: TYPE.label, gap: 12 }),
			...prose(faces, sect, kommentar, { gap: 1 }),
		]);
}

function circumstances(
	faces: Faces,
	sect: Tag,
	{ platser, veckor, biprodukter, genomforanden }: RapportAktivitet,
): Atom[] {
	const lines: Definition[] = [
		{
			term: "Platser",
			description: listed(platser.map(({ name, quantity }) => [name ?? "Ingen plats angiven", quantity])),
		},
		{ term: "Veckor", description: listed(veckor.map(({ key, quantity }) => [formatWeek(key), quantity])) },
		{
			term: "Biprodukter",
			description:
				biprodukter.length > 0
					? `${listed(biprodukter.map(({ code, quantity }) => [BIPRODUKT_NAME[code], quantity]))} (räknas inte mot minimum)`
					: "",
		},
		{
			term: "Underlag",
			description:
				genomforanden.length > 0 ? `${countOf(genomforanden.length, "registrering", "registreringar")} i perioden` : "",
		},
	];
	return definitions(
		faces,
		sect,
		lines.filter(({ description }) => description !== ""),
		{ gap: 12 },
	);
}

/** "Torget: 5, Skolan: 2" */
function listed(amounts: readonly (readonly [string, number])[]): string {
	return amounts.map(([name, quantity]) => `${name}:\u00a0${formatNumber(quantity)}`).join(", ");
}

/** A short explanation is not divided between two pages. */
const MOST_KEPT_LINES = 14;

/** Why it deviates and what is planned instead; what nobody has said is said to be missing. */
function deviation(faces: Faces, sect: Tag, { isDeviation, texts }: RapportAktivitet): Atom[] {
	const written = texts.flatMap(({ part, orsak, nyPlan }) => [
		...(orsak.trim() ? [{ label: `Orsak, ${RAPPORT_PART_NAME[part].toLowerCase()}`, text: orsak }] : []),
		...(nyPlan.trim() ? [{ label: `Ny plan, ${RAPPORT_PART_NAME[part].toLowerCase()}`, text: nyPlan }] : []),
	]);
	if (!isDeviation && written.length === 0) return [];
	const said = written.length > 0 ? written : [{ label: "Orsak och ny plan", text: "Ingen uppgift" }];
	const rule = INK.lineStrong;
	const atoms = [
		...kept(heading(faces, sect.add("H4"), "Avvikelse", { style: TYPE.label, gap: 12 }), { withNext: true }),
		...said.flatMap(({ label, text }, index) => [
			...kept(
				spaced(
					paragraph(faces, sect.add("P"), label, { style: { ...TYPE.small, color: INK.muted }, rule, gap: 0 }),
					index === 0 ? 3 : 0,
				),
				{ withNext: true },
			),
			...prose(faces, sect, text, { rule, gap: 0 }),
		]),
	];
	return atoms.length <= MOST_KEPT_LINES ? kept(atoms) : atoms;
}
