import { UNDO_MINUTES, UNDO_REASON } from "#app/commands/undoGenomforande.server.ts";
import { formatDate, formatPeriod, formatWeekdayAndDay, listOf, lowerFirst } from "#app/domain/format.ts";
import { parsePeriod } from "#app/domain/periods.ts";
import { isSigned } from "#app/domain/rapport.ts";
import type { MeasureTile } from "#app/features/MeasureTiles.tsx";
import { measureTiles } from "#app/features/measureTiles.server.ts";
import type { KommunContext } from "#app/http/protect.server.ts";
import { findAllEfterregistrerade } from "#db/efterregistrering.server.ts";
import { findFollowUp } from "#db/followUp.server.ts";
import { findGenomforande, type GenomforandeRow } from "#db/genomforande.server.ts";
import type { ReceiptProps } from "./Receipt.tsx";

/**
 * What the page says of the registration in its address: `?sparat=<uuid>` the one just saved (or undone), `?redan=<id>`
 * the one that already was there. Null without either, and for another kommun's.
 */
export async function receiptFor(context: KommunContext): Promise<ReceiptProps | null> {
	const { db, kommun, url, person, now } = context;
	const saved = url.searchParams.get("sparat");
	const already = Number(url.searchParams.get("redan"));
	if (!saved && !already) return null;
	const row = await findGenomforande(db, { kommunId: kommun.id, ...(saved ? { uuid: saved } : { id: already }) });
	if (!row) return null;

	const path = `/intern/${kommun.slug}`;
	const datum = url.searchParams.get("datum");
	const isOwn = row.createdBy === person.id;
	const isRecent = Date.parse(now) - Date.parse(row.createdAt) <= UNDO_MINUTES * 60_000;
	return {
		title: titleOf(row, saved !== null),
		text: [describeRow(context, row), await figuresOf(context, row), await lateText(context, row)]
			.filter(Boolean)
			.join(" "),
		rowTo: `${path}/registreringar/${row.id}`,
		undoUuid: saved && isOwn && isRecent && row.revision === 1 && row.makuleradAt === null ? saved : null,
		anotherTo: datum ? `${path}/logga?datum=${encodeURIComponent(datum)}` : `${path}/logga`,
	};
}

function titleOf(row: GenomforandeRow, isSaved: boolean): string {
	if (row.makuleradAt !== null) return row.makuleradReason === UNDO_REASON ? "Ångrat." : "Makulerat.";
	return isSaved ? "Sparat." : "Redan registrerat, inget nytt sparades.";
}

/** "Riktad insats Sävsjö centrum, mån 15 oktober." */
export function describeRow({ today }: { today: string }, row: RowInWords): string {
	const what = [listOf(row.measures.map(({ name }) => name)), row.platsName].filter(Boolean).join(" ");
	const isThisYear = row.date.slice(0, 4) === today.slice(0, 4);
	return `${what}, ${isThisYear ? formatWeekdayAndDay(row.date) : formatDate(row.date)}.`;
}

type RowInWords = Pick<GenomforandeRow, "date" | "platsName"> & { measures: readonly { name: string }[] };

/** "9 av minst 15.", with the names where there are several. */
async function figuresOf({ db, kommun, today }: KommunContext, row: GenomforandeRow): Promise<string> {
	const dokumentIds = [...new Set(row.measures.map(({ dokumentId }) => dokumentId))];
	const followUp = await findFollowUp(db, { kommunId: kommun.id, dokumentIds });
	const tiles = measureTiles(followUp, { date: row.date, today, lastUsed: [] });
	return row.measures
		.flatMap(({ measureId, name }) => {
			const tile = tiles.find(({ id }) => id === measureId);
			if (!tile) return [];
			const said = row.measures.length > 1 ? `${name}: ${tile.figure}.` : `${capitalised(tile.figure)}.`;
			return isElsewhere(tile, row) ? `${said} ${row.platsName ?? "Utan plats"} ingår inte i måttet.` : said;
		})
		.join(" ");
}

/** Says that the figures of the period's report stand still already, so that nobody looks for the row there. */
async function lateText({ db, kommun }: KommunContext, row: GenomforandeRow): Promise<string | null> {
	const late = (await findAllEfterregistrerade(db, { kommunId: kommun.id, genomforandeIds: [row.id] })).get(row.id);
	const period = late && parsePeriod(late.periodCode);
	if (!late || !period) return null;
	const name = lowerFirst(formatPeriod(period));
	return isSigned(late.state)
		? `Rapporten för ${name} är signerad: registreringen räknas, men står som efterregistrerad och ändrar inte rapporten.`
		: `Rapporten för ${name} är inlämnad: registreringen räknas, men ändrar inte siffrorna i den.`;
}

/** Followed place by place, and this was none of them: kept, but it moves no figure. */
function isElsewhere({ platser }: MeasureTile, { platsId }: GenomforandeRow): boolean {
	return platser.length > 0 && !platser.some(({ id }) => id === platsId);
}

function capitalised(text: string): string {
	return text.charAt(0).toUpperCase() + text.slice(1);
}

/** The log page itself, on the day it shows, with what to say there. */
export function pageAddress(url: URL, receipt: { sparat: string } | { redan: string }): string {
	const params = new URLSearchParams(receipt);
	const datum = url.searchParams.get("datum");
	if (datum) params.set("datum", datum);
	return `${url.pathname}?${params}`;
}
