import { describeClip, formatPeriod } from "#app/domain/format.ts";
import { periodsInForce } from "#app/domain/periods.ts";
import { RAPPORT_STATE_WORD } from "#app/domain/rapport.ts";
import type { Db } from "#db/connection.server.ts";
import { findAllDokument } from "#db/dokument.server.ts";
import { findAllRapporter } from "#db/rapport.server.ts";
import { factsOf } from "./findRapport.server.ts";
import { type Reader, type WhoIsNext, waitsFor, whoIsNext } from "./steps.ts";

export interface RapportLine {
	key: string;
	period: string;
	/** "gäller från 10 april" where the dokument cuts the period. */
	clip: string | null;
	dokument: string;
	to: string;
	stateWord: string;
	edition: number;
	/** Nobody has written anything yet. */
	isUntouched: boolean;
	next: WhoIsNext;
	/** The reader, or somebody with the same role, carries it on. */
	isMine: boolean;
}

/** Every report that there can be: each dokument's periods that have begun, the newest first. */
export async function findRapportList(
	db: Db,
	{ kommun, reader }: { kommun: { id: number; slug: string; undertecknareTitle: string }; reader: Reader },
): Promise<RapportLine[]> {
	const { today } = reader;
	const [allDokument, rapporter] = await Promise.all([
		findAllDokument(db, { kommunId: kommun.id }),
		findAllRapporter(db, { kommunId: kommun.id }),
	]);
	const rows = allDokument.flatMap((dokument) =>
		periodsInForce({ from: dokument.inForceFrom, to: dokument.inForceTo }, dokument.periodKind, today).map(
			(period) => ({ dokument, period }),
		),
	);
	const newestFirst = rows.sort(
		(a, b) =>
			b.period.from.localeCompare(a.period.from) || b.dokument.inForceFrom.localeCompare(a.dokument.inForceFrom),
	);
	return newestFirst.map(({ dokument, period }) => {
		const rapport = rapporter.find((one) => one.dokumentId === dokument.id && one.periodCode === period.code) ?? null;
		const facts = factsOf(rapport, period);
		const isShared = rows.some((one) => one.period.code === period.code && one.dokument.id !== dokument.id);
		return {
			key: `${dokument.id}-${period.code}`,
			period: formatPeriod(period),
			clip: describeClip(period),
			dokument: dokument.title,
			to: `/intern/${kommun.slug}/rapport/${period.code}${isShared ? `?dokument=${dokument.id}` : ""}`,
			stateWord: RAPPORT_STATE_WORD[facts.state],
			edition: facts.edition,
			isUntouched: rapport === null,
			next: whoIsNext(facts, { today, undertecknare: kommun.undertecknareTitle }),
			isMine: waitsFor(facts, reader),
		};
	});
}
