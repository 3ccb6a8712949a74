import { daysBetween, stockholmDate } from "#app/domain/dates.ts";
import { Fault } from "#app/domain/fault.ts";
import { compareSwedish, countOf, formatDate } from "#app/domain/format.ts";
import { isInForce } from "#app/domain/periods.ts";
import { formatInstant } from "#app/features/formatInstant.ts";
import type { GenomforandeDefaults } from "#app/features/GenomforandeFields.tsx";
import type { MeasureTile } from "#app/features/MeasureTiles.tsx";
import { measureTiles } from "#app/features/measureTiles.server.ts";
import type { KommunContext } from "#app/http/protect.server.ts";
import type { Db } from "#db/connection.server.ts";
import { findAllDokument } from "#db/dokument.server.ts";
import { findFollowUp } from "#db/followUp.server.ts";
import { findAllRevisions, findGenomforande, type GenomforandeRow, type RevisionRow } from "#db/genomforande.server.ts";
import { contentOf } from "#db/genomforandeChange.server.ts";
import { findAllMeasureNames } from "#db/measureName.server.ts";
import { findAllPlatser } from "#db/plats.server.ts";
import { contentInWords, type Difference, differences, type Names } from "./contentInWords.server.ts";

export interface HistoryEvent {
	key: string;
	/** "Registrerad", "Rättad", "Makulerad" */
	what: string;
	when: string;
	who: string;
	reason: string | null;
	changes: Difference[];
}

/** One registration: what it says, everything that has happened to it, and the forms for those who may change it. */
export async function rowView(context: KommunContext) {
	const { db, kommun, url, may } = context;
	const row = await findRow(context);
	const [revisions, names] = await Promise.all([
		findAllRevisions(db, { kommunId: kommun.id, genomforandeId: row.id }),
		findNames(db, kommun.id),
	]);
	const isMakulerad = row.makuleradAt !== null;
	const listTo = `/intern/${kommun.slug}/registreringar`;
	return {
		kommun: kommun.name,
		listTo,
		title: row.measures.map(({ name }) => name).join(", "),
		date: formatDate(row.date),
		facts: [
			...contentInWords(contentOf(row), names),
			{ label: "Registrerad", text: `${formatInstant(row.createdAt)} av ${row.createdByName}${lateness(row)}` },
		],
		aktiviteter: [...new Set(row.measures.map(({ aktivitetId }) => aktivitetId))].map((id) => ({
			id,
			to: `/intern/${kommun.slug}/aktivitet/${id}`,
			name: row.measures
				.filter(({ aktivitetId }) => aktivitetId === id)
				.map(({ name }) => name)
				.join(", "),
		})),
		isExample: row.isExample,
		isCorrected: row.revision > 1,
		makulerad: isMakulerad ? { reason: row.makuleradReason ?? "", when: formatInstant(row.makuleradAt ?? "") } : null,
		history: historyOf({ row, revisions, names }),
		revision: row.revision,
		forms: may("log") && !isMakulerad ? await correctView(context, row) : null,
		saved: SAVED.get(url.searchParams.get("sparat") ?? "") ?? null,
	};
}

const SAVED: ReadonlyMap<string, string> = new Map([
	["correctGenomforande", "Rättelsen är sparad."],
	["makuleraGenomforande", "Registreringen är makulerad."],
]);

/** @throws Fault `not_found` also for another kommun's */
export async function findRow({ db, kommun, params }: Pick<KommunContext, "db" | "kommun" | "params">) {
	const id = /^[1-9]\d{0,14}$/.test(params.id ?? "") ? Number(params.id) : 0;
	const row = await findGenomforande(db, { kommunId: kommun.id, id });
	if (!row) throw new Fault("not_found", "Registreringen finns inte i den här kommunen.");
	return row;
}

export async function findNames(db: Db, kommunId: number): Promise<Names> {
	const [measures, platser] = await Promise.all([
		findAllMeasureNames(db, { kommunId }),
		findAllPlatser(db, { kommunId }),
	]);
	return {
		measures: new Map(measures.map(({ id, name }) => [id, name])),
		platser: new Map(platser.map(({ id, name }) => [id, name])),
	};
}

/** What the correct form starts from: the row as it is, with the mått of the dokument in force on its day. */
async function correctView({ db, kommun, today }: KommunContext, row: GenomforandeRow) {
	const [dokument, platser] = await Promise.all([
		findAllDokument(db, { kommunId: kommun.id }),
		findAllPlatser(db, { kommunId: kommun.id }),
	]);
	const followUp = await findFollowUp(db, {
		kommunId: kommun.id,
		dokumentIds: dokument.filter((one) => isInForce(one, row.date)).map(({ id }) => id),
	});
	const chosen = row.measures.map(({ measureId }) => measureId);
	const tiles = measureTiles(followUp, { date: row.date, today, lastUsed: chosen });
	return {
		today,
		tiles,
		chosen,
		quantities: ownQuantities(row, tiles),
		platser: platser
			.filter((plats) => plats.isActive || plats.id === row.platsId)
			.sort((a, b) => compareSwedish(a.name, b.name))
			.map(({ id, name }) => ({ value: String(id), label: name })),
		defaults: defaultsOf(row, tiles),
	};
}

/** The mått's own quantities; the others share the field Antal. */
function ownQuantities(row: GenomforandeRow, tiles: readonly MeasureTile[]): Record<number, string> {
	const own = row.measures.filter(({ measureId }) => hasOwnQuantity(tiles, measureId));
	return Object.fromEntries(own.map(({ measureId, quantity }) => [measureId, typed(quantity)]));
}

function defaultsOf(row: GenomforandeRow, tiles: readonly MeasureTile[]): GenomforandeDefaults {
	const common = row.measures.find(({ measureId }) => !hasOwnQuantity(tiles, measureId));
	return {
		date: row.date,
		quantity: typed(common?.quantity ?? 1),
		platsId: row.platsId === null ? "" : String(row.platsId),
		performedBy: row.performedBy,
		note: row.note ?? "",
		biprodukter: Object.fromEntries(row.biprodukter.map(({ code, quantity }) => [code, typed(quantity)])),
	};
}

function hasOwnQuantity(tiles: readonly MeasureTile[], measureId: number): boolean {
	return tiles.some((tile) => tile.id === measureId && tile.quantity !== null);
}

/** As one would type it. */
function typed(quantity: number): string {
	return String(quantity).replace(".", ",");
}

function lateness({ date, createdAt }: GenomforandeRow): string {
	const days = daysBetween(date, stockholmDate(createdAt));
	return days > 1 ? `, ${countOf(days, "dag", "dagar")} senare` : "";
}

/** Everything that has happened, the latest first. */
function historyOf({
	row,
	revisions,
	names,
}: {
	row: Awaited<ReturnType<typeof findRow>>;
	revisions: readonly RevisionRow[];
	names: Names;
}): HistoryEvent[] {
	const words = [...revisions.map(({ content }) => content), contentOf(row)].map((one) => contentInWords(one, names));
	const corrected = revisions.map(
		({ revision, at, byName }, index): HistoryEvent => ({
			key: `revision-${revision}`,
			what: "Rättad",
			when: formatInstant(at),
			who: byName,
			reason: null,
			changes: differences(words[index] ?? [], words[index + 1] ?? []),
		}),
	);
	const registered: HistoryEvent = {
		key: "registrerad",
		what: "Registrerad",
		when: formatInstant(row.createdAt),
		who: row.createdByName,
		reason: null,
		changes: [],
	};
	const makulerad: HistoryEvent[] =
		row.makuleradAt === null
			? []
			: [
					{
						key: "makulerad",
						what: "Makulerad",
						when: formatInstant(row.makuleradAt),
						who: row.makuleradByName ?? "",
						reason: row.makuleradReason,
						changes: [],
					},
				];
	return [registered, ...corrected, ...makulerad].reverse();
}
