import { earliest, latest } from "#app/domain/dates.ts";
import { Fault } from "#app/domain/fault.ts";
import { formatDate, formatInForce, shortened } from "#app/domain/format.ts";
import { periodOf } from "#app/domain/periods.ts";
import { STATUS_WORD } from "#app/domain/status.ts";
import { addressId } from "#app/http/addressId.server.ts";
import type { KommunContext } from "#app/http/protect.server.ts";
import { type EvaluatedAktivitet, evaluateDokument } from "#app/measures/evaluate.ts";
import type { Figures } from "#app/measures/types.ts";
import { findNeighbours } from "#db/dokumentChange.server.ts";
import { findAllDokumentutkast } from "#db/dokumentutkast.server.ts";
import { findFollowUp } from "#db/followUp.server.ts";

/** Enough of a quotation to know it by. */
const LONGEST_QUOTATION = 200;

/** The aktiviteter that can go on in a new dokument, with how they stand; those that are not fulfilled are ticked. */
export async function ersattView({ db, kommun, params, today }: KommunContext) {
	const of = { kommunId: kommun.id, dokumentId: addressId(params.id) };
	const followUp = await findFollowUp(db, { kommunId: kommun.id, dokumentIds: [of.dokumentId] });
	const [dokument] = followUp.dokument;
	if (!dokument) throw new Fault("not_found", "Dokumentet finns inte i den här kommunen.");
	const { replacedBy } = await findNeighbours(db, of);
	const utkast = (await findAllDokumentutkast(db, { kommunId: kommun.id })).find(
		({ replacesDokumentId }) => replacesDokumentId === dokument.id,
	);
	const day = latest(dokument.inForceFrom, dokument.inForceTo === null ? today : earliest(dokument.inForceTo, today));
	const evaluated = evaluateDokument(followUp, dokument, { period: periodOf(day, dokument.periodKind), today });
	const aktiviteter = evaluated?.aktiviteter ?? [];
	const path = `/intern/${kommun.slug}/dokument`;
	return {
		title: dokument.title,
		inForce: formatInForce(dokument.inForceFrom, dokument.inForceTo),
		breadcrumbs: [
			{ label: "Dokument", to: path },
			{ label: dokument.title, to: `${path}/${dokument.id}` },
		],
		backTo: `${path}/${dokument.id}`,
		replacedBy: replacedBy && {
			title: replacedBy.title,
			to: `${path}/${replacedBy.id}`,
			from: formatDate(replacedBy.inForceFrom),
		},
		utkast: utkast ? { title: utkast.title, to: `${path}/nytt/${utkast.id}` } : null,
		aktiviteter: aktiviteter.map((aktivitet) => ({
			value: String(aktivitet.id),
			label: `”${shortened(aktivitet.quotation, LONGEST_QUOTATION)}”`,
			hint: [statusWord(aktivitet), ...aktivitet.measures.map(({ calculation }) => calculation.figure)].join(" · "),
		})),
		open: aktiviteter.filter((aktivitet) => !isFulfilled(aktivitet)).map(({ id }) => String(id)),
	};
}

/** "Nått hittills": what the period asks for is done, and something is left of the whole. */
function statusWord(aktivitet: EvaluatedAktivitet): string {
	const word = STATUS_WORD[aktivitet.status];
	return aktivitet.status === "natt" && !isFulfilled(aktivitet) ? `${word} hittills` : word;
}

/** Reached, and not for the period alone: nothing is left of what was agreed for the whole. */
function isFulfilled({ status, measures }: EvaluatedAktivitet): boolean {
	const isLeft = ({ minimum, cumulative }: Figures) =>
		typeof minimum === "number" && typeof cumulative === "number" && cumulative < minimum;
	return status === "natt" && !measures.some(({ calculation }) => isLeft(calculation.figures));
}
