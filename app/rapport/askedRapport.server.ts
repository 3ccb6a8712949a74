import type { IsoDate } from "#app/domain/dates.ts";
import { Fault } from "#app/domain/fault.ts";
import { formatDate, formatPeriod, lowerFirst, PERIOD_WORDS } from "#app/domain/format.ts";
import { clipPeriod, type Period } from "#app/domain/periods.ts";
import { isRowId } from "#app/domain/rowId.ts";
import type { Db } from "#db/connection.server.ts";
import { type DokumentSummary, findAllDokument } from "#db/dokument.server.ts";
import { askedPeriod } from "./askedPeriod.ts";
import { findRapportView, type RapportView } from "./findRapport.server.ts";

export interface AskedRapport {
	period: Period;
	dokument: DokumentSummary;
	/** Every dokument that is followed up in the period, this one too. */
	choices: DokumentSummary[];
	/** All of the kommun's, the first in force first. */
	allDokument: DokumentSummary[];
	view: RapportView;
}

interface Asked {
	kommunId: number;
	/** From the address, as it stands there: `2018-T2`. */
	periodCode: string | undefined;
	/** `dokument`, else the one that began last of those that have begun; `version`, else the latest. */
	query: URLSearchParams;
	today: IsoDate;
}

/**
 * The report that an address of the kommun asks for.
 *
 * @throws Fault `not_found`, in words for whoever followed or wrote the address
 */
export async function findAskedRapport(db: Db, asked: Asked): Promise<AskedRapport> {
	const { kommunId, today } = asked;
	const period = askedPeriod(asked.periodCode);
	const allDokument = await findAllDokument(db, { kommunId });
	const choices = allDokument.filter((one) => isFollowedIn(one, period));
	if (choices.length === 0 || period.from > today) throw notFound(whyNoRapport(allDokument, { period, today }));
	const dokument = choose(choices, asked);
	if (!dokument) throw notFound("Dokumentet finns inte i kommunen, eller så gäller det inte i den här perioden.");
	const begins = clipPeriod(period, { from: dokument.inForceFrom, to: dokument.inForceTo })?.clippedFrom ?? period.from;
	if (begins > today) throw notFound(`Dokumentet börjar gälla ${formatDate(begins)}. Rapporten finns från och med då.`);
	const version = asked.query.get("version");
	const edition = version === null ? undefined : isRowId(version) ? Number(version) : 0;
	const view = await findRapportView(db, {
		kommunId,
		dokumentId: dokument.id,
		period,
		today,
		...(edition !== undefined && { edition }),
	});
	if (!view) throw notFound("Rapporten har ingen sådan version.");
	return { period, dokument, choices, allDokument, view };
}

/** What an address adds to say which dokument it means: nothing where there is no choice. */
export function dokumentQuery({ choices, dokument }: Pick<AskedRapport, "choices" | "dokument">): string {
	return choices.length > 1 ? `?dokument=${dokument.id}` : "";
}

function choose(
	choices: readonly DokumentSummary[],
	{ query, today }: Pick<Asked, "query" | "today">,
): DokumentSummary | undefined {
	const dokument = query.get("dokument");
	if (dokument !== null) return choices.find(({ id }) => String(id) === dokument);
	return choices.findLast(({ inForceFrom }) => inForceFrom <= today) ?? choices[0];
}

function isFollowedIn(dokument: DokumentSummary, period: Period): boolean {
	const inForce = { from: dokument.inForceFrom, to: dokument.inForceTo };
	return dokument.periodKind === period.kind && clipPeriod(period, inForce) !== undefined;
}

function whyNoRapport(
	allDokument: readonly DokumentSummary[],
	{ period, today }: { period: Period; today: IsoDate },
): string {
	const name = lowerFirst(formatPeriod(period));
	const [first] = allDokument;
	if (!first) return "Kommunen har inga medborgarlöften att följa upp än.";
	if (period.from > today) return `Perioden har inte börjat. Den börjar ${formatDate(period.from)}.`;
	if (period.to < first.inForceFrom)
		return `Inget medborgarlöfte gällde i ${name}. Det första började gälla ${formatDate(first.inForceFrom)}.`;
	const inForce = allDokument.find((one) => clipPeriod(period, { from: one.inForceFrom, to: one.inForceTo }));
	if (inForce) return `Medborgarlöftet följs upp per ${PERIOD_WORDS[inForce.periodKind].noun}. Välj en sådan period.`;
	return `Inget medborgarlöfte gäller i ${name}.`;
}

function notFound(message: string): Fault {
	return new Fault("not_found", message);
}
