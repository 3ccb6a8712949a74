import { BIPRODUKT_NAME } from "#app/domain/biprodukter.ts";
import { type IsoInstant, stockholmDate } from "#app/domain/dates.ts";
import {
	formatDate,
	formatInForce,
	formatNumber,
	formatPeriod,
	formatWeek,
	listOf,
	lowerFirst,
	PERIOD_WORDS,
	upperFirst,
} from "#app/domain/format.ts";
import { performedByName } from "#app/domain/performedBy.ts";
import { parsePeriod } from "#app/domain/periods.ts";
import { ROLE_NAME } from "#app/domain/permissions.ts";
import { RAPPORT_PART_NAME } from "#app/domain/rapport.ts";
import { STATUS_WORD } from "#app/domain/status.ts";
import { formatCode } from "#app/domain/verificationCode.ts";
import type { Amount } from "#app/measures/types.ts";
import type { RapportContent } from "./content.ts";
import { aktiviteterOf, aktivitetLabel, periodWords, statusText } from "./words.ts";

/**
 * A table that page, PDF, XLSX and CSV show alike, cell by cell. Numbers are numbers, days are `2018-10-15`; null is
 * what nobody knows, and reads "Ingen uppgift".
 */
export interface RapportTable {
	/** Stays the same from report to report. */
	key: string;
	title: string;
	columns: { label: string; isNumeric?: boolean }[];
	rows: (string | number | null)[][];
}

/** Nothing was agreed: there is no minimum, and nothing is missing. */
const NOTHING_AGREED = "inget avtalat";

/** "5 av 7 nådda": never a mean, and no "0 av 0" where no minimum was agreed. */
export function summaryLine({ summary: { natt, withMinimum } }: Pick<RapportContent, "summary">): string {
	return withMinimum === 0 ? "Inget minimum under perioden" : `${natt} av ${withMinimum} nådda`;
}

/** The line of {@link factLines} that says how far the report has come. */
export const STATE_TERM = "Läge";

/** What the report is about and how far it has come, line by line; what there is nothing to say of is left out. */
export function factLines(content: RapportContent): { term: string; description: string }[] {
	const { kommun, dokument, authors, edition, rattelse, granskadAt, signature } = content;
	const lines: [string, string | null][] = [
		["Exempeldata", content.isExample ? "Registreringarna är exempel. Det här är ingen verklig uppföljning." : null],
		["Kommun", kommun.name],
		["Lokalpolisområde", kommun.lokalpolisomrade],
		["Löftesdokument", dokument.title],
		["Gäller", formatInForce(dokument.inForceFrom, dokument.inForceTo)],
		["Undertecknat", dokument.signedOn && formatDate(dokument.signedOn)],
		["Period", periodWords(content)],
		...authors.map(({ part, name, klarAt }): [string, string | null] => [
			`${RAPPORT_PART_NAME[part]}s del`,
			joined([name, klarAt && `klar ${dayOf(klarAt)}`]),
		]),
		[STATE_TERM, statusText(content)],
		["Version", edition > 1 ? formatNumber(edition) : null],
		["Rättelse", rattelse?.reason ?? null],
		["Granskad av rådet", granskadAt && dayOf(granskadAt)],
		["Signerad av", signature && joined([signature.title, signature.name])],
		["Signerad", signature && dayOf(signature.signedAt)],
		["Kontrollkod", signature && formatCode(signature.code)],
	];
	return lines.flatMap(([term, description]) => (description ? [{ term, description }] : []));
}

/** One row per mått, in the order of the text: what was agreed, what was done, how it stands. */
export function figureTable(content: RapportContent): RapportTable {
	const { thisOne } = PERIOD_WORDS[content.period.kind];
	return {
		key: "siffror",
		title: "Minimum och utfall",
		columns: [
			{ label: "Aktivitet" },
			{ label: "Mått" },
			{ label: "Räknas i" },
			{ label: "Status" },
			{ label: `Minst ${thisOne}`, isNumeric: true },
			{ label: upperFirst(thisOne), isNumeric: true },
			{ label: "Minst sammanlagt", isNumeric: true },
			{ label: "Sammanlagt", isNumeric: true },
			{ label: "Utfall" },
		],
		rows: aktiviteterOf(content).flatMap(({ quotation, measures }) =>
			measures.map(({ name, status, figure, figures }) => [
				quotation,
				name,
				figures.unit,
				STATUS_WORD[status],
				agreedCell(figures.periodMinimum),
				figures.thisPeriod,
				agreedCell(figures.minimum),
				figures.cumulative,
				figure,
			]),
		),
	};
}

/** Every table of the report, the figures first; those without a row are left out. */
export function rapportTables(content: RapportContent): RapportTable[] {
	return [
		figureTable(content),
		agreedTable(content),
		bedomningTable(content),
		textTable(content),
		platsTable(content),
		veckaTable(content),
		biproduktTable(content),
		...measureTables(content),
		atgardTable(content),
		nextTable(content),
		synpunktTable(content),
	].filter((table) => table.rows.length > 0);
}

function agreedTable(content: RapportContent): RapportTable {
	return {
		key: "avtalat",
		title: "Avtalat och räkneregler",
		columns: ["Aktivitet", "Löfte", "Lydelse", "Ansvariga", "Mått", "Avtalat", "Vad räknas?"].map(asColumn),
		rows: content.groups.flatMap((group) =>
			group.aktiviteter.flatMap(({ id, quotation, parter, measures }) =>
				measures.map(({ name, agreed, rakneregel }) => [
					aktivitetLabel(content, id),
					group.quotation ?? "",
					quotation,
					listOf(parter),
					name,
					agreed,
					rakneregel,
				]),
			),
		),
	};
}

function bedomningTable({ bedomningar }: RapportContent): RapportTable {
	return {
		key: "bedomning",
		title: "Bedömning",
		columns: ["Part", "Bedömning", "Begärda beslut"].map(asColumn),
		rows: bedomningar
			.filter(({ bedomning, begardaBeslut }) => bedomning !== "" || begardaBeslut !== "")
			.map(({ part, bedomning, begardaBeslut }) => [RAPPORT_PART_NAME[part], bedomning, begardaBeslut]),
	};
}

function textTable(content: RapportContent): RapportTable {
	return {
		key: "kommentarer",
		title: "Kommentarer",
		columns: ["Aktivitet", "Part", "Kommentar", "Orsak", "Ny plan"].map(asColumn),
		rows: aktiviteterOf(content).flatMap(({ id, texts }) =>
			texts
				.filter(({ kommentar, orsak, nyPlan }) => kommentar !== "" || orsak !== "" || nyPlan !== "")
				.map(({ part, kommentar, orsak, nyPlan }) => [
					aktivitetLabel(content, id),
					RAPPORT_PART_NAME[part],
					kommentar,
					orsak,
					nyPlan,
				]),
		),
	};
}

function platsTable(content: RapportContent): RapportTable {
	return {
		key: "platser",
		title: "Platser",
		columns: [{ label: "Aktivitet" }, { label: "Plats" }, { label: "Antal", isNumeric: true }],
		rows: aktiviteterOf(content).flatMap(({ id, platser }) =>
			platser.map(({ name, quantity }) => [aktivitetLabel(content, id), name ?? "Ingen plats angiven", quantity]),
		),
	};
}

function veckaTable(content: RapportContent): RapportTable {
	return {
		key: "veckor",
		title: "Veckor",
		columns: [{ label: "Aktivitet" }, { label: "År" }, { label: "Vecka" }, { label: "Antal", isNumeric: true }],
		rows: aktiviteterOf(content).flatMap(({ id, veckor }) =>
			veckor.map(({ key, quantity }) => [aktivitetLabel(content, id), key.slice(0, 4), formatWeek(key), quantity]),
		),
	};
}

function biproduktTable(content: RapportContent): RapportTable {
	return {
		key: "biprodukter",
		title: "Biprodukter",
		columns: [{ label: "Aktivitet" }, { label: "Biprodukt" }, { label: "Antal", isNumeric: true }],
		rows: aktiviteterOf(content).flatMap(({ id, biprodukter }) =>
			biprodukter.map(({ code, quantity }) => [aktivitetLabel(content, id), BIPRODUKT_NAME[code], quantity]),
		),
	};
}

/** What each chart shows, in the kind's own columns. */
function measureTables(content: RapportContent): RapportTable[] {
	return aktiviteterOf(content)
		.flatMap((aktivitet) => aktivitet.measures)
		.flatMap(({ id, name, table }) =>
			table === null
				? []
				: [
						{
							key: `matt-${id}`,
							title: `${name}: ${table.caption}`,
							columns: table.columns.map((column) => ({ ...column })),
							rows: table.rows.map((row) => [...row]),
						},
					],
		);
}

function atgardTable(content: RapportContent): RapportTable {
	return {
		key: "atgarder",
		title: "Öppna åtgärder",
		columns: ["Åtgärd", "Ansvarig", "Klar senast", "Aktivitet"].map(asColumn),
		rows: content.openAtgarder.map(({ title, owner, dueOn, aktivitetId }) => [
			title,
			performedByName(owner),
			dueOn ?? "ingen dag bestämd",
			aktivitetLabel(content, aktivitetId),
		]),
	};
}

function nextTable(content: RapportContent): RapportTable {
	const period = content.next && parsePeriod(content.next.code);
	return {
		key: "nasta",
		title: period ? `Nästa period, ${lowerFirst(formatPeriod(period))}` : "Nästa period",
		columns: ["Aktivitet", "Mått", "Avtalat"].map(asColumn),
		rows: (content.next?.lines ?? []).map(({ aktivitetId, measureName, agreed }) => [
			aktivitetLabel(content, aktivitetId),
			measureName,
			agreed,
		]),
	};
}

function synpunktTable(content: RapportContent): RapportTable {
	return {
		key: "synpunkter",
		title: "Rådets synpunkter",
		columns: ["Datum", "Roll", "Gäller", "Synpunkt"].map(asColumn),
		rows: content.synpunkter.map(({ aktivitetId, role, text, at }) => [
			stockholmDate(at),
			ROLE_NAME[role],
			aktivitetId === null ? "Hela rapporten" : aktivitetLabel(content, aktivitetId),
			text,
		]),
	};
}

/** A minimum as a cell; where none was agreed it says so, and is not 0. */
export function agreedCell(amount: Amount): string | number {
	return amount ?? NOTHING_AGREED;
}

function asColumn(label: string): { label: string } {
	return { label };
}

function dayOf(instant: IsoInstant): string {
	return formatDate(stockholmDate(instant));
}

function joined(words: readonly (string | null)[]): string | null {
	return words.filter(Boolean).join(", ") || null;
}
