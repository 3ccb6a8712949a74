import { addDays, addMonths, type IsoDate, latest, stockholmDate } from "#app/domain/dates.ts";
import { formatPeriod, lowerFirst } from "#app/domain/format.ts";
import { type ClippedPeriod, periodsInForce } from "#app/domain/periods.ts";
import type { RapportFacts } from "#app/domain/rapport.ts";
import { factsOf } from "#app/rapport/findRapport.server.ts";
import type { Db } from "#db/connection.server.ts";
import { type DokumentSummary, findAllDokument } from "#db/dokument.server.ts";
import { findRapportBegunAt } from "#db/notiser.server.ts";
import { findAllRapporter, findAllSynpunkter, type RapportRow } from "#db/rapport.server.ts";
import { hasExampleData } from "#db/rapportSource.server.ts";

/** A report that is not published, as the notiser need it: the same for everybody in the kommun. */
export interface RapportStanding {
	dokumentId: number;
	periodCode: string;
	facts: RapportFacts;
	/** "Rapport tertial 2 2018", with the dokument where the period has several, and the version after the first. */
	title: string;
	/** Below the kommun's own address: `/rapport/2018-T2`. */
	path: string;
	/** `?dokument=3` where the period has several dokument. */
	query: string;
	/** The day from which the next step could be taken. */
	since: IsoDate;
	/** Who has given a remark since it was handed in. */
	saidBy: number[];
	isExample: boolean;
}

/** A period that nobody has reported for so long is history: a dokument entered late, not a thing to do. */
const MONTHS_AWAITED = 12;

/**
 * Every report of the kommun whose period has begun and that is not published. One that nobody has begun is waited for during
 * a year after its period.
 */
export async function findRapportStandings(
	db: Db,
	{ kommunId, today }: { kommunId: number; today: IsoDate },
): Promise<RapportStanding[]> {
	const allDokument = await findAllDokument(db, { kommunId });
	const rapporter = await findAllRapporter(db, { kommunId });
	const rows = allDokument.flatMap((dokument) =>
		periodsInForce({ from: dokument.inForceFrom, to: dokument.inForceTo }, dokument.periodKind, today).map(
			(period) => ({ dokument, period }),
		),
	);
	const standings: RapportStanding[] = [];
	for (const row of rows) {
		const { dokument, period } = row;
		const rapport = rapporter.find((one) => one.dokumentId === dokument.id && one.periodCode === period.code) ?? null;
		if (rapport?.state === "publicerad") continue;
		if (!rapport && period.clippedTo < addMonths(today, -MONTHS_AWAITED)) continue;
		const isShared = rows.some((one) => one.period.code === period.code && one.dokument.id !== dokument.id);
		standings.push(await standingOf(db, { kommunId, dokument, period, rapport, isShared }));
	}
	return standings;
}

interface Row {
	kommunId: number;
	dokument: DokumentSummary;
	period: ClippedPeriod;
	rapport: RapportRow | null;
	isShared: boolean;
}

async function standingOf(db: Db, { kommunId, dokument, period, rapport, isShared }: Row): Promise<RapportStanding> {
	const facts = factsOf(rapport, period);
	return {
		dokumentId: dokument.id,
		periodCode: period.code,
		facts,
		title: [
			`Rapport ${lowerFirst(formatPeriod(period))}`,
			...(isShared ? [dokument.title] : []),
			...(facts.edition > 1 ? [`version ${facts.edition}`] : []),
		].join(", "),
		path: `/rapport/${period.code}`,
		query: isShared ? `?dokument=${dokument.id}` : "",
		since: await sinceWhen(db, { rapport, periodTo: facts.periodTo, enteredOn: stockholmDate(dokument.createdAt) }),
		saidBy: rapport?.state === "inlamnad" ? await findSaidBy(db, rapport) : [],
		isExample: await hasExampleData(db, {
			kommunId,
			dokumentId: dokument.id,
			from: dokument.inForceFrom,
			to: period.clippedTo,
		}),
	};
}

/**
 * A klar-mark can be set from the day after the period, and anew once the report is returned or a rättelse begun. Nobody has
 * waited for the report of a dokument that was not here yet.
 */
async function sinceWhen(
	db: Db,
	{ rapport, periodTo, enteredOn }: { rapport: RapportRow | null; periodTo: IsoDate; enteredOn: IsoDate },
): Promise<IsoDate> {
	const afterPeriod = latest(addDays(periodTo, 1), enteredOn);
	if (!rapport) return afterPeriod;
	const { state, kommunId, id: rapportId, edition, frozenAt, granskadAt, signedAt, returnedAt } = rapport;
	const begunAt = edition > 1 ? await findRapportBegunAt(db, { kommunId, rapportId }) : undefined;
	const at = {
		utkast: returnedAt ?? begunAt,
		inlamnad: frozenAt,
		granskad: granskadAt,
		signerad: signedAt,
		publicerad: null,
	};
	const instant = at[state];
	return instant ? latest(stockholmDate(instant), afterPeriod) : afterPeriod;
}

async function findSaidBy(db: Db, { kommunId, id, frozenAt }: RapportRow): Promise<number[]> {
	const synpunkter = await findAllSynpunkter(db, { kommunId, rapportId: id });
	return synpunkter.filter(({ createdAt }) => createdAt >= (frozenAt ?? "")).map(({ createdBy }) => createdBy);
}
