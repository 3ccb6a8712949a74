import { formatNumber, shortened } from "#app/domain/format.ts";
import type { UnknownName } from "#app/import/content.ts";
import { namesInFile } from "#app/import/fileNames.ts";
import { foldedName } from "#app/import/foldedName.ts";
import { type Checked, measureGroups, type OptionGroup, PERFORMERS } from "./checked.server.ts";
import { LEAVE_OUT, type NameKind, NEW_PLATS, NO_PLATS } from "./choices.ts";

/** More of a list than this helps nobody; what is left comes when the first have been answered. */
const MOST_NAMES = 40;
const MOST_READ_AS = 12;

export type NamesPart = ReturnType<typeof namesPart>;
export type NameList = NamesPart["lists"][number];

/** What the file calls things, and what the kommun has that they can be. */
export function namesPart(checked: Checked) {
	const { facts, check, mapping } = checked;
	const platser: OptionGroup[] = [
		{
			label: null,
			options: [
				{ value: NO_PLATS, label: "Registrera utan plats" },
				{ value: NEW_PLATS, label: "Lägg till som ny plats" },
			],
		},
		{ label: "Platser", options: facts.platser.map(({ id, name }) => ({ value: String(id), label: name })) },
	];
	const aktiviteter: OptionGroup[] = [
		{ label: null, options: [{ value: LEAVE_OUT, label: "Ta inte med raderna" }] },
		...measureGroups(facts),
	];
	const performers: OptionGroup[] = [{ label: null, options: PERFORMERS }];
	const lists = [
		nameList(checked, {
			kind: "aktiviteter",
			role: "aktivitet",
			unknown: check.unknown.aktiviteter,
			groups: aktiviteter,
			chosen: (folded) => chosenIn(mapping.aktiviteter, folded, LEAVE_OUT),
		}),
		nameList(checked, {
			kind: "platser",
			role: "plats",
			unknown: check.unknown.platser,
			groups: platser,
			chosen: (folded) => chosenIn(mapping.platser, folded, NO_PLATS),
		}),
		nameList(checked, {
			kind: "performers",
			role: "performedBy",
			unknown: check.unknown.performers,
			groups: performers,
			chosen: (folded) => chosenIn(mapping.performers, folded, ""),
		}),
	].filter(({ unknown, known }) => unknown.length + known.length > 0);
	return { lists, unknown: lists.reduce((sum, { unknownCount }) => sum + unknownCount, 0) };
}

/** The choice made for a name; undefined where there is none. */
function chosenIn(choices: Record<string, number | string | null>, folded: string, none: string): string | undefined {
	if (!Object.hasOwn(choices, folded)) return undefined;
	return String(choices[folded] ?? none);
}

interface NameListFacts {
	kind: NameKind;
	role: "aktivitet" | "plats" | "performedBy";
	unknown: readonly UnknownName[];
	groups: OptionGroup[];
	chosen: (folded: string) => string | undefined;
}

/** The names that are unknown, those of most rows first, and those that are chosen already. */
function nameList({ sheets, mapping }: Checked, { kind, role, unknown, groups, chosen }: NameListFacts) {
	const known = namesInFile(sheets, mapping, role).flatMap((name) => {
		const value = chosen(name.folded);
		return value === undefined ? [] : [{ ...shownName(name), chosen: value }];
	});
	const labels = new Map(groups.flatMap(({ options }) => options.map(({ value, label }) => [value, label])));
	const meant = known.map(({ label, folded, chosen: value }) => ({ from: label, folded, to: labels.get(value) ?? "" }));
	return {
		kind,
		/** What a name is read as, where that is another word. */
		readAs: meant
			.filter(({ folded, to }) => foldedName(to) !== folded)
			.slice(0, MOST_READ_AS)
			.map(({ from, to }) => ({ from, to })),
		unknown: [...unknown]
			.sort((a, b) => b.rows - a.rows)
			.slice(0, MOST_NAMES)
			.map(shownName),
		unknownCount: unknown.length,
		known: known.slice(0, MOST_NAMES),
		groups,
	};
}

function shownName({ written, folded, rows }: UnknownName) {
	return { folded, label: `”${shortened(written, 80)}”`, rows: rows === 1 ? "1 rad" : `${formatNumber(rows)} rader` };
}
