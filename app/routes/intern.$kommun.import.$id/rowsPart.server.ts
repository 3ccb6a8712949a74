import { countOf, formatDate, formatNumber, listOf, lowerFirst } from "#app/domain/format.ts";
import { performedByName } from "#app/domain/performedBy.ts";
import type { ImportCheck, ImportedRegistration, ImportFacts } from "#app/import/content.ts";
import { comesIn, importProblems } from "#app/import/readiness.ts";
import type { Checked } from "./checked.server.ts";

const MOST_FAULTS = 100;
const MOST_EXAMPLES = 5;
/** As many faulty rows as stand open on the page. */
const MOST_OPEN_FAULTS = 10;
const MOST_REASONS = 6;
/** What the questions of the page already ask. */
const ASKED = ["leavesOutFaulty", "takesLikeExisting", "takesLate"];

export type RowsPart = ReturnType<typeof rowsPart>;

type NumberedRegistration = ImportedRegistration & { number: number };

/** What comes of the rows, in words and sums, and what has to be answered first. */
export function rowsPart({ mapping, facts, check }: Checked) {
	const registrations = check.rows.flatMap(({ number, registrations: ofRow }) =>
		ofRow.map((registration): NumberedRegistration => ({ number, ...registration })),
	);
	const coming = registrations.filter((registration) => comesIn(registration, mapping));
	const problems = importProblems(check, mapping);
	const count = countOf(coming.length, "registrering", "registreringar");
	return {
		count: formatNumber(coming.length),
		countLabel: coming.length === 1 ? "registrering kan importeras" : "registreringar kan importeras",
		importLabel: `Importera ${count}`,
		tally: tallyOf({ mapping, check }),
		perMeasure: check.perMeasure.map(({ name, registrations: ofMeasure, quantity }) => ({
			name,
			registrations: formatNumber(ofMeasure),
			quantity: formatNumber(quantity),
		})),
		examples: coming.slice(0, MOST_EXAMPLES).map((registration) => inWords(registration, facts)),
		faulty: faultyQuestion({ mapping, check }),
		likeExisting: likeExistingQuestion({ mapping, check, facts, registrations }),
		late: lateQuestion({ mapping, check }),
		isReady: problems.length === 0,
		isAsking: problems.some(({ field }) => ASKED.includes(field)),
		/** What the questions do not already say. */
		problems: problems.filter(({ field }) => !ASKED.includes(field)).map(({ message }) => message),
	};
}

/** Which days it is about, and what does not come in and why. */
function tallyOf({ mapping, check }: Pick<Checked, "mapping" | "check">): string[] {
	const { span, counts, perStillPeriod } = check;
	const line = (count: number, [one, many]: readonly [string, string], end: string) =>
		count === 0 ? [] : [`${countOf(count, one, many)} ${end}.`];
	const reasons = reasonsOf(check);
	const others = reasons.slice(MOST_REASONS).reduce((sum, { rows }) => sum + rows, 0);
	return [
		...(span ? [span.from === span.to ? `Alla är från ${formatDate(span.from)}.` : daysOf(span)] : []),
		...line(counts.already_imported, ["rad kom", "rader kom"], "med en tidigare import och tas inte med igen"),
		...line(
			counts.like_existing,
			["rad liknar", "rader liknar"],
			`det som redan är registrerat${said(mapping.takesLikeExisting)}`,
		),
		...line(
			sumOf(perStillPeriod),
			["rad hör", "rader hör"],
			`till en period vars rapport står fast${said(mapping.takesLate)}`,
		),
		...line(counts.faulty, ["rad har", "rader har"], `fel${said(mapping.leavesOutFaulty ? false : null)}`),
		...reasons
			.slice(0, MOST_REASONS)
			.map(({ reason, rows }) => `${countOf(rows, "rad lämnas", "rader lämnas")} utanför: ${reason}`),
		...line(others, ["rad till", "rader till"], "lämnas utanför"),
	];
}

function daysOf({ from, to }: NonNullable<ImportCheck["span"]>): string {
	return `Från ${formatDate(from)} till ${formatDate(to)}.`;
}

function said(answer: boolean | null): string {
	if (answer === null) return "";
	return answer ? " och tas med" : " och lämnas utanför";
}

function sumOf(periods: ImportCheck["perStillPeriod"]): number {
	return periods.reduce((sum, { registrations }) => sum + registrations, 0);
}

/** Why rows are left out by choice or by what they are, with how many. */
function reasonsOf({ rows }: ImportCheck): { reason: string; rows: number }[] {
	const counts = new Map<string, number>();
	for (const { leftOutBecause } of rows)
		if (leftOutBecause !== null) counts.set(leftOutBecause, (counts.get(leftOutBecause) ?? 0) + 1);
	return [...counts].map(([reason, count]) => ({ reason, rows: count }));
}

function faultyQuestion({ mapping, check }: Pick<Checked, "mapping" | "check">) {
	const faulty = check.rows.filter(({ outcome }) => outcome === "faulty");
	if (faulty.length === 0) return null;
	const total = formatNumber(faulty.length);
	const rows = faulty.length === 1 ? "den felaktiga raden" : `de ${total} felaktiga raderna`;
	const shown = faulty.slice(0, MOST_FAULTS);
	return {
		legend: `Vad ska göras med ${rows}?`,
		leaveOut: `Lämna ${rows} utanför`,
		answer: mapping.leavesOutFaulty ? true : null,
		caption: faulty.length > MOST_FAULTS ? `De ${MOST_FAULTS} första av ${total} rader med fel` : "Rader med fel",
		/** null: the rows stand open. */
		summary: faulty.length > MOST_OPEN_FAULTS ? `Se raderna med fel (${total})` : null,
		rows: shown.map(({ number, faults }) => ({ number: `Rad ${number}`, faults })),
	};
}

function likeExistingQuestion({
	mapping,
	check,
	facts,
	registrations,
}: Omit<Checked, "sheets"> & { registrations: readonly NumberedRegistration[] }) {
	const count = check.counts.like_existing;
	if (count === 0) return null;
	const alike = registrations.filter(({ outcome }) => outcome === "like_existing");
	return {
		legend: `${countOf(count, "rad liknar", "rader liknar")} något som redan är registrerat`,
		answer: mapping.takesLikeExisting,
		examples: alike.slice(0, MOST_EXAMPLES).map((registration) => inWords(registration, facts)),
	};
}

/** "12 rader hör till tertial 1 2018, vars rapport är signerad" */
function lateQuestion({ mapping, check: { perStillPeriod } }: Pick<Checked, "mapping" | "check">) {
	if (perStillPeriod.length === 0) return null;
	const names = listOf(perStillPeriod.map(({ name }) => lowerFirst(name)));
	const isOne = perStillPeriod.length === 1;
	const areSigned = perStillPeriod.every(({ isSigned }) => isSigned);
	const state = areSigned ? (isOne ? "signerad" : "signerade") : isOne ? "inlämnad" : "inlämnade eller signerade";
	const rows = countOf(sumOf(perStillPeriod), "rad hör", "rader hör");
	return {
		legend: `${rows} till ${names}, vars ${isOne ? "rapport är" : "rapporter är"} ${state}`,
		answer: mapping.takesLate,
	};
}

function inWords(
	{ number, date, measureId, quantity, platsId, performedBy }: NumberedRegistration,
	{ measures, platser }: ImportFacts,
) {
	return {
		number: `Rad ${number}`,
		date,
		aktivitet: measures.find(({ id }) => id === measureId)?.name ?? "",
		quantity: formatNumber(quantity),
		plats: platser.find(({ id }) => id === platsId)?.name ?? "–",
		performedBy: performedByName(performedBy),
	};
}
